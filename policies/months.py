"""Where a month begins, in the time of the people whose month it is."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

MORNING = 9
"""The local hour at which a month is told of."""


def begins(year: int, month: int, zone: ZoneInfo) -> datetime:
    """The first instant of a month in `zone` (aware UTC); months beyond twelve are those of the years after."""
    years, place = divmod(month - 1, 12)
    return datetime(year + years, place + 1, 1, tzinfo=zone).astimezone(UTC)


def last_month(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when to when the month before this one went (aware UTC)."""
    local = now.astimezone(zone)
    first = begins(local.year - 1, local.month + 11, zone)
    return first, begins(local.year, local.month, zone)


def next_telling(now: datetime, zone: ZoneInfo) -> datetime:
    """The next morning of a first day of a month, after `now` (aware UTC)."""
    local = now.astimezone(zone)
    for month in (local.month, local.month + 1):
        years, place = divmod(month - 1, 12)
        at = datetime(local.year + years, place + 1, 1, MORNING, tzinfo=zone).astimezone(UTC)
        if at > now:
            return at
    raise AssertionError("there is a next month")
