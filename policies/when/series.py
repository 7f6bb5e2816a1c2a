"""Series: from what was said to an RFC 5545 rule and its first occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from policies.when import writing
from policies.when.clock import held
from policies.when.days import WEEK, days_of, months_later
from policies.when.slots import Clock, Day, Slots, Unclear
from policies.when.values import Every

if TYPE_CHECKING:
    from policies.when.reading import Here

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {"minute": "MINUTELY", "hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_EXAMPLES = (9, 18, 19)
_LONGEST_SEARCH = 366 * 9
_SHORTEST_MONTH = 28
_MOST_TIMES = 10_000
_HOURS = {"morning": (8, 9, 10), "noon": (12, 13), "afternoon": (14, 15, 16), "evening": (18, 19, 20), "night": (21, 22, 23)}


def every_of(slots: Slots, here: Here) -> Every:
    """The series that the slots describe. Raises `Unclear` with what is missing."""
    if slots.offset is not None:
        raise Unclear("when-series-needs-zone")
    if slots.span is not None or slots.weeks_ahead is not None or slots.which is not None:
        raise Unclear("when-two-readings")
    unit, number, slots = _frequency(slots)
    if unit in {"hour", "minute"}:
        return _elapsed(slots, here, unit, number)
    _complete(slots, here, unit)
    clock = slots.clock
    if clock is None:
        hours = _HOURS.get(slots.part or "", _EXAMPLES)
        raise Unclear("when-no-time", choices=_written([replace(slots, clock=Clock(h), part=None) for h in hours], here))
    return _build(slots, here, unit, number, clock)


def _written(meant: list[Slots], here: Here) -> tuple[str, ...]:
    choices = []
    for slots in meant:
        try:
            choices.append(writing.series(every_of(slots, here), here.zone))
        except Unclear:
            continue
    return tuple(dict.fromkeys(choices))


def _frequency(slots: Slots) -> tuple[str, int, Slots]:
    """The unit and the step of the series, and slots in which "daily except Sunday" has become weekdays."""
    day = slots.day
    if slots.frequency is not None:
        unit, number = slots.frequency
    elif slots.weekdays:
        unit, number = "week", 1
    elif day is not None and day.month is not None and day.year is None:
        unit, number = "year", 1
    elif day is not None and day.day is not None and day.year is None:
        unit, number = "month", 1
    else:
        raise Unclear("when-which-day")
    if unit == "day" and slots.weekdays:
        if number != 1 and number % WEEK:
            raise Unclear("when-two-readings")
        unit, number = "week", max(1, number // WEEK)
    if slots.except_weekdays:
        kept = tuple(d for d in slots.weekdays or range(WEEK) if d not in slots.except_weekdays)
        if unit not in {"day", "week"} or number != 1 or not kept:
            raise Unclear("when-two-readings")
        unit, slots = "week", replace(slots, weekdays=kept, except_weekdays=())
    return unit, number, replace(slots, every=True, frequency=(unit, number))


def _complete(slots: Slots, here: Here, unit: str) -> None:
    """Refuse a series whose days are not said, or fall on days that some months do not have."""
    day = slots.day
    if day is not None and (day.year is not None or day.offset is not None or day.months_ahead is not None or day.end):
        raise Unclear("when-two-readings")
    if unit == "day":
        if day is not None:
            raise Unclear("when-two-readings")
    elif unit == "week":
        if day is not None:
            raise Unclear("when-two-readings")
        if not slots.weekdays:
            raise Unclear("when-which-weekday", choices=_timed([replace(slots, weekdays=(d,)) for d in range(WEEK)], here))
    elif unit == "month":
        _complete_month(slots, here)
    elif day is None or day.month is None or slots.weekdays:
        raise Unclear("when-which-day")
    elif (day.day, day.month) == (29, 2):
        nearest = [replace(slots, day=Day(28, 2)), replace(slots, day=Day(1, 3))]
        raise Unclear("when-leap-day", choices=_timed(nearest, here))


def _complete_month(slots: Slots, here: Here) -> None:
    day = slots.day
    if day is None and len(slots.weekdays) == 1:
        weekday = slots.weekdays[0]
        which = [replace(slots, weekdays=(), day=Day(nth=(n, weekday))) for n in (1, 2, 3, 4, -1)]
        raise Unclear("when-which-week", choices=_timed(which, here))
    if day is None or day.month is not None or slots.weekdays:
        raise Unclear("when-which-day")
    if day.nth is not None and day.nth[0] == 5:  # noqa: PLR2004
        last = replace(slots, day=Day(nth=(-1, day.nth[1])))
        raise Unclear("when-short-month", choices=_timed([last], here))
    if day.day is not None and day.day > 31:  # noqa: PLR2004
        raise Unclear("when-no-such-date", date=str(day.day))
    if day.day is not None and day.day > _SHORTEST_MONTH:
        nearest = [replace(slots, day=Day(-1)), replace(slots, day=Day(_SHORTEST_MONTH))]
        raise Unclear("when-short-month", choices=_timed(nearest, here))


def _timed(meant: list[Slots], here: Here) -> tuple[str, ...]:
    return _written([s if s.clock is not None else replace(s, clock=Clock(_EXAMPLES[1]), part=None) for s in meant], here)


def _build(slots: Slots, here: Here, unit: str, number: int, clock: Clock) -> Every:
    name = slots.zone or here.zone
    zone = ZoneInfo(name)
    at = time(clock.hour % 24, clock.minute, clock.second)
    start = _start(slots, here.clock(zone).date())
    wall = datetime.min
    for ahead in range(_LONGEST_SEARCH):
        wall = datetime.combine(start + timedelta(days=ahead), at)
        if _fits(wall.date(), slots, unit) and held(wall, zone) > here.now:
            break
    else:
        raise Unclear("when-no-such-date", date="")
    parts = [f"FREQ={_FREQUENCIES[unit]}"]
    if number > 1:
        parts.append(f"INTERVAL={number}")
    parts += _by(slots, unit)
    excepted = tuple(sorted(_excepted(slots, wall.date())))
    every = _ended(slots, Every(";".join(parts), wall.replace(tzinfo=zone), name, excepted))
    soonest = every.occurrences(here.now, 1)
    if not soonest:
        raise Unclear("when-ends-before")
    if wall.date() in excepted:
        every = replace(every, first=soonest[0].astimezone(zone))
    return every


def _start(slots: Slots, today: date) -> date:
    """The first day on which the series may happen."""
    start = slots.start
    if start is not None:
        whole = start.day is None and start.offset is None and start.nth is None
        days = days_of(replace(start, day=1) if whole and start.month == today.month else Day(1, start.month, start.year) if whole else start, today)
        return max(today, days[0]) if days else today
    if slots.start_weekday is not None:
        return today + timedelta(days=(slots.start_weekday - today.weekday()) % WEEK)
    return today


def _fits(each: date, slots: Slots, unit: str) -> bool:
    if each.month in slots.except_months:
        return False
    if unit == "day":
        return True
    if unit == "week":
        return each.weekday() in slots.weekdays
    day = slots.day
    if day is None or (day.month is not None and day.month != each.month):
        return False
    if day.nth is None:
        return each.day == day.day if day.day != -1 else (each + timedelta(days=1)).day == 1
    ordinal, weekday = day.nth
    if each.weekday() != weekday:
        return False
    return (each + timedelta(days=WEEK)).month != each.month if ordinal == -1 else (each.day - 1) // WEEK + 1 == ordinal


def _by(slots: Slots, unit: str) -> list[str]:
    parts = []
    day = slots.day
    if unit == "year" and day is not None:
        parts.append(f"BYMONTH={day.month}")
    elif slots.except_months:
        parts.append("BYMONTH=" + ",".join(str(m) for m in range(1, 13) if m not in slots.except_months))
    if unit == "week":
        parts.append("BYDAY=" + ",".join(_CODES[d] for d in slots.weekdays))
    elif day is not None and day.nth is not None:
        parts.append(f"BYDAY={day.nth[0]}{_CODES[day.nth[1]]}")
    elif day is not None:
        parts.append(f"BYMONTHDAY={day.day}")
    return parts


def _excepted(slots: Slots, first: date) -> set[date]:
    """The dates on which nothing happens; a date without a year is the next one from the first occurrence on."""
    return {days_of(day, first)[0] for day in slots.except_days}


def _ended(slots: Slots, every: Every) -> Every:
    """The series with its end: so many times, or up to and including a day."""
    ends = [slots.count is not None, slots.until is not None or slots.until_weekday is not None, slots.lasting is not None]
    if sum(ends) > 1:
        raise Unclear("when-two-readings")
    if slots.count is not None:
        if not 1 <= slots.count <= _MOST_TIMES:
            raise Unclear("when-two-readings")
        return replace(every, rule=f"{every.rule};COUNT={slots.count}")
    first = every.first.date()
    if slots.lasting is not None:
        unit, number = slots.lasting
        if number > _MOST_TIMES:
            raise Unclear("when-too-far")
        months = number * {"month": 1, "year": 12}.get(unit, 0)
        last = months_later(first, months) + timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}.get(unit, 0) - 1)
    elif slots.until_weekday is not None:
        last = first + timedelta(days=(slots.until_weekday - first.weekday()) % WEEK)
    elif slots.until is not None:
        last = days_of(slots.until, first)[0] if slots.until != Day() else first
    else:
        return every
    clock = slots.until_clock
    at = time(23, 59, 59) if clock is None or clock.hour > 23 else time(clock.hour, clock.minute, clock.second)  # noqa: PLR2004
    until = held(datetime.combine(last, at), ZoneInfo(every.zone))
    return replace(every, rule=f"{every.rule};UNTIL={until:%Y%m%dT%H%M%SZ}")


def _elapsed(slots: Slots, here: Here, unit: str, number: int) -> Every:
    """Every n hours or minutes: counted from now, or from a time of day that was said."""
    if slots.weekdays or slots.day is not None or slots.except_weekdays or slots.except_months or slots.part:
        raise Unclear("when-two-readings")
    name = slots.zone or here.zone
    zone = ZoneInfo(name)
    step = timedelta(**{f"{unit}s": number})
    if slots.clock is None and slots.start is None and slots.start_weekday is None:
        first = here.now.astimezone(zone).replace(microsecond=0) + timedelta()
        first = (first.astimezone(UTC) + step).astimezone(zone)
    else:
        clock = slots.clock or Clock(0)
        start = datetime.combine(_start(slots, here.clock(zone).date()), time(clock.hour % 24, clock.minute, clock.second))
        at = held(start, zone)
        while at <= here.now:
            at += timedelta(days=1) if slots.clock is not None else step
        first = at.astimezone(zone)
    parts = f"FREQ={_FREQUENCIES[unit]}" + (f";INTERVAL={number}" if number > 1 else "")
    every = _ended(slots, Every(parts, first, name, tuple(sorted(_excepted(slots, first.date())))))
    if not every.occurrences(here.now, 1):
        raise Unclear("when-ends-before")
    return every
