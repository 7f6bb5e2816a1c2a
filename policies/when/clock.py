"""Wall clocks and instants: which instants a wall time names in a zone, and what to do when that is none or two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """The naive wall time of an aware instant."""
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def instants(wall: datetime, zone: ZoneInfo) -> list[datetime]:
    """The instants (aware UTC, earliest first) at which clocks in `zone` show the naive `wall`: none, one or two."""
    found: list[datetime] = []
    for fold in (0, 1):
        at = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if at not in found and local(at, zone) == wall:
            found.append(at)
    return found


def held(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant (aware UTC) for one occurrence of a series: the first of two; the end of the gap when there is none."""
    found = instants(wall, zone)
    return found[0] if found else gap_end(wall, zone)


def gap_end(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant (aware UTC) at which the clock jumps over the naive `wall`."""
    # Read with the offset from after the jump, the wall time lies before the jump; with the one from before, after it.
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    late = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    before = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = (early + (late - early) / 2).replace(microsecond=0)
        if middle <= early:
            break
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)


def shifted(wall: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The naive wall times just as far before and after the gap as `wall` lies in it."""
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    late = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return local(early, zone), local(late, zone)
