"""Wall clocks and instants: which instants a wall time names in a zone, and what to do when that is none or two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


def local(at: datetime, zone: tzinfo) -> datetime:
    """The naive wall time of an aware instant."""
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def instants(wall: datetime, zone: tzinfo) -> list[datetime]:
    """The instants (aware UTC, earliest first) at which clocks in `zone` show the naive `wall`: none, one or two."""
    found: list[datetime] = []
    for fold in (0, 1):
        at = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if at not in found and local(at, zone) == wall:
            found.append(at)
    return found


def held(wall: datetime, zone: tzinfo) -> datetime:
    """The instant (aware UTC) of one occurrence of a series: the first of two, or the end of the gap."""
    found = instants(wall, zone)
    return found[0] if found else _gap_end(wall, zone)


def _gap_end(wall: datetime, zone: tzinfo) -> datetime:
    """The instant at which the clock jumps over the wall time."""
    early, late = _either_side(wall, zone)
    before = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late


def _either_side(wall: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    # Read with the offset from after the jump, a skipped wall time lies before the jump, and the other way round.
    whole = wall.replace(tzinfo=zone, microsecond=0)
    return whole.replace(fold=1).astimezone(UTC), whole.replace(fold=0).astimezone(UTC)


def shifted(wall: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The naive wall times as far before and after the gap as `wall` lies inside it."""
    early, late = _either_side(wall, zone)
    return local(early, zone), local(late, zone)
