"""What a phrase about time can turn out to be: a moment, a series, a day, or a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from policies.form import like
from policies.when.clock import held, local

_UNTIL_OR_COUNT = r"(;COUNT=[1-9]\d{0,4}|;UNTIL=\d{8}T\d{6}Z)?"
_MONTHS = r"(;BYMONTH=(1[0-2]|[1-9])(,(1[0-2]|[1-9]))*)?"
RULE = like(
    r"FREQ=(HOURLY|MINUTELY)(;INTERVAL=[1-9]\d{0,5})?" + _UNTIL_OR_COUNT,
    r"FREQ=(DAILY|WEEKLY)(;INTERVAL=[1-9]\d{0,3})?" + _MONTHS + r"(;BYDAY=[A-Z]{2}(,[A-Z]{2})*)?" + _UNTIL_OR_COUNT,
    r"FREQ=(MONTHLY|YEARLY)(;INTERVAL=[1-9]\d{0,2})?" + _MONTHS + r"(;BYDAY=-?\d[A-Z]{2}(,-?\d[A-Z]{2})*|;BYMONTHDAY=-?\d{1,2}(,-?\d{1,2})*)?" + _UNTIL_OR_COUNT,
)
"""A rule as it is written here. One of any other form might be looked through for hours."""
_ELAPSED = {"HOURLY": 3600, "MINUTELY": 60}
_DAYS = {"DAILY": 1, "WEEKLY": 7}
# A zone may skip a whole day (Apia, 2011), so a wall time can lag its instant by that.
_WALKED_BACK = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Once:
    """One moment. `at` is aware UTC; `zone` is the zone whose clock was read, "UTC" for elapsed time (`in 2 hours`)."""

    at: datetime
    zone: str = field(default="UTC", compare=False)


@dataclass(frozen=True, slots=True)
class Every:
    """A series that keeps its wall time in its zone.

    `rule` is an RFC 5545 RRULE without DTSTART (UNTIL in UTC, as the RFC asks of a DTSTART with a zone). `first` is the
    first occurrence, aware, in its zone; its wall time is the rule's even on a day when the clock skips that time, so
    ask `occurrences` for instants. `except_` are local dates on which nothing happens (EXDATE).
    """

    rule: str
    first: datetime
    zone: str
    except_: tuple[date, ...] = ()

    @property
    def parts(self) -> dict[str, str]:
        """The RRULE as names and values, such as `{"FREQ": "WEEKLY", "BYDAY": "TU"}`."""
        return dict(part.split("=", 1) for part in self.rule.split(";"))

    def occurrences(self, after: datetime, count: int) -> list[datetime]:
        """At most `count` instants (aware UTC) strictly later than `after` (aware), in order.

        A wall time that the clock skips is held at the end of the gap; one that comes twice happens the first time.
        Every n hours or minutes is elapsed time and so never skips or doubles.
        """
        return list(islice(self.following(after), count))

    @property
    def elapsed(self) -> bool:
        """Whether it counts real hours or minutes, and so does not keep to a wall time."""
        return self.parts["FREQ"] in _ELAPSED

    def following(self, after: datetime) -> Iterator[datetime]:
        """All instants strictly later than `after`, one after the other, as in `occurrences`; it may never end."""
        after = after.astimezone(UTC)
        step = _ELAPSED.get(self.parts["FREQ"])
        source = self._walls(after) if step is None else self._steps(after, step)
        last = after
        for at in source:
            if at > last:
                last = at
                yield at

    def _walls(self, after: datetime) -> Iterator[datetime]:
        zone = ZoneInfo(self.zone)
        parts = self.parts
        until = parts.pop("UNTIL", None)
        if until is not None:
            parts["UNTIL"] = f"{local(_instant(until), zone):%Y%m%dT%H%M%S}"
        earliest = local(after, zone) - _WALKED_BACK
        start = self.first.replace(tzinfo=None, fold=0)
        step = _DAYS.get(parts["FREQ"], 0) * int(parts.get("INTERVAL", "1"))
        if step and "COUNT" not in parts and start < earliest:
            # Whole steps on, so that a series of many years is not counted through each time.
            start += timedelta(days=(earliest - start).days // step * step)
        rule = rrulestr(";".join(f"{k}={v}" for k, v in parts.items()), dtstart=start)
        for wall in rule.xafter(earliest, inc=True):
            if wall.date() not in self.except_:
                yield held(wall, zone)

    def _steps(self, after: datetime, seconds: int) -> Iterator[datetime]:
        parts = self.parts
        step = seconds * int(parts.get("INTERVAL", "1"))
        start = self.first.astimezone(UTC)
        index = max(0, int((after - start).total_seconds()) // step)
        stop = _instant(parts["UNTIL"]) if "UNTIL" in parts else None
        zone = ZoneInfo(self.zone)
        while "COUNT" not in parts or index < int(parts["COUNT"]):
            try:
                at = start + timedelta(seconds=step * index)
            except OverflowError:
                return
            if stop is not None and at > stop:
                return
            if local(at, zone).date() not in self.except_:
                yield at
            index += 1


def _instant(until: str) -> datetime:
    return datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DateOnly:
    """A day without a time, in the zone of the person who wrote it."""

    date: date


@dataclass(frozen=True, slots=True)
class Ask:
    """Not clear: `why` is a text id, `values` its values, `choices` are things to type that leave no question."""

    why: str
    values: Mapping[str, Any] = field(default_factory=dict)
    choices: tuple[str, ...] = ()


When = Once | Every | DateOnly | Ask
