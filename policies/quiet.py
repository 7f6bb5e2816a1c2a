"""Quiet hours: the part of each day in which everything waits that can.

They are wall time, as people live by it: "22:00-07:00" is the same on both sides of a clock change, and may go over midnight.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from policies.model import Refused

OFF = "off"
"""What is kept where somebody wants none, whatever others have."""
KEPT = r"off|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d"
"""Like this regular expression are quiet hours that are kept."""
_CLOCK = r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr|h|o'clock)?"
_TYPED = re.compile(
    rf"(?:from|von)?\s*{_CLOCK}\s*(?:-|\u2013|\u2014|to|until|till|bis)\s*{_CLOCK}\s*\.?", re.IGNORECASE
)
_NOON = 12


def read(words: str) -> str:
    """What a person means by `22:00-7:00`, `10pm to 7am` or `von 22 bis 7 Uhr`, as it is kept. Raises `Refused`."""
    match = _TYPED.fullmatch(words.strip())
    if match is None:
        raise Refused("quiet-unclear", words=words.strip())
    start, end = _clock(*match.group(1, 2, 3), words=words), _clock(*match.group(4, 5, 6), words=words)
    if start == end:
        raise Refused("quiet-all-day")
    return f"{start:%H:%M}-{end:%H:%M}"


def _clock(hour: str, minute: str | None, half: str | None, *, words: str) -> time:
    hours, minutes = int(hour), int(minute or 0)
    if half and half.casefold() in {"am", "pm"}:
        if not 1 <= hours <= _NOON:
            raise Refused("quiet-unclear", words=words.strip())
        hours = hours % _NOON + (_NOON if half.casefold() == "pm" else 0)
    try:
        return time(0 if (hours, minutes) == (24, 0) else hours, minutes)
    except ValueError:
        raise Refused("quiet-unclear", words=words.strip()) from None


def hours(kept: str | None, at: datetime, zone: str) -> tuple[datetime, datetime] | None:
    """The quiet hours that hold at `at` (aware) in an IANA zone: their begin and their end (aware UTC); `None`: none hold."""
    if not kept or kept == OFF:
        return None
    start, end = (time.fromisoformat(each) for each in kept.split("-"))
    place = ZoneInfo(zone)
    today = at.astimezone(place).date()
    for day in (today - timedelta(days=1), today):
        begins = datetime.combine(day, start, place).astimezone(UTC)
        last = day if start < end else day + timedelta(days=1)
        ends = datetime.combine(last, end, place).astimezone(UTC)
        if begins <= at < ends:
            return begins, ends
    return None
