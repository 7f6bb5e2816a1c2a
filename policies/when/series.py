"""Series: from what was said to an RFC 5545 rule and its first occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from policies.when import writing
from policies.when.clock import held, local
from policies.when.days import WEEK, days_of, months_later
from policies.when.here import Here
from policies.when.parts import USUAL
from policies.when.slots import Clock, Day, Slots, Unclear
from policies.when.values import Every

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
_EXAMPLES = (9, 18, 19)
_LONGEST_SEARCH = 366 * 9  # days: a leap day can be eight years away
_OLDEST_START = timedelta(days=366 * 20)
_SHORTEST_MONTH = 28
_MOST_TIMES = 10_000
_DAY = 24
_LAST = -1
_END_OF_DAY = time(23, 59, 59)
_LEAP_DAY = (29, 2)


def every_of(slots: Slots, here: Here) -> Every:
    """The series that the slots describe. Raises `Unclear` with what is missing."""
    if slots.offset is not None:
        raise Unclear("when-series-needs-zone")
    if slots.span is not None or slots.weeks_ahead is not None or slots.which is not None:
        raise Unclear("when-two-readings")
    unit, number, slots = _frequency(slots)
    if unit in {"hour", "minute"}:
        return _elapsed(slots, here, unit, number)
    if slots.until == Day():
        raise Unclear("when-ends-at-a-time")
    _complete(slots, here, unit)
    if slots.clock is None:
        hours = USUAL[slots.part] if slots.part else _EXAMPLES
        raise Unclear(
            "when-no-time", choices=_choices([replace(slots, clock=Clock(h), part=None) for h in hours], here)
        )
    return _on_days(slots, here, unit, number)


def _choices(meant: list[Slots], here: Here) -> tuple[str, ...]:
    written = []
    for slots in meant:
        example = slots if slots.clock is not None else replace(slots, clock=Clock(_EXAMPLES[1]), part=None)
        try:
            written.append(writing.canonical(every_of(example, here), here.zone, here.now))
        except Unclear:
            continue
    return tuple(dict.fromkeys(written))


# Which days


def _frequency(slots: Slots) -> tuple[str, int, Slots]:
    """The unit and step of the series, and the slots in which "daily except Sunday" has become weekdays."""
    unit, number = slots.frequency or _implied(slots)
    if unit == "day" and slots.weekdays:
        if number != 1 and number % WEEK:
            raise Unclear("when-two-readings")
        unit, number = "week", max(1, number // WEEK)
    if slots.except_weekdays:
        kept = tuple(d for d in slots.weekdays or range(WEEK) if d not in slots.except_weekdays)
        if unit not in {"day", "week"} or number != 1 or not kept:
            raise Unclear("when-two-readings")
        unit, slots = "week", replace(slots, weekdays=kept, except_weekdays=())
    if unit == "day" and number % WEEK == 0 and slots.clock is None:
        unit, number = "week", number // WEEK
    return unit, number, replace(slots, frequency=(unit, number))


def _implied(slots: Slots) -> tuple[str, int]:
    day = slots.day
    if slots.weekdays and day is None:
        return "week", 1
    if day is None or day.year is not None or (day.day is None and day.nth is None):
        raise Unclear("when-which-day")
    return ("month", 1) if day.month is None else ("year", 1)


def _complete(slots: Slots, here: Here, unit: str) -> None:
    """Refuse a series whose days were not said, or fall on days that some months do not have."""
    day = slots.day
    if day is not None and (day.year is not None or day.offset is not None or day.months_ahead is not None or day.end):
        raise Unclear("when-two-readings")
    if unit in {"day", "week"}:
        if day is not None:
            raise Unclear("when-two-readings")
        if unit == "week" and not slots.weekdays:
            each = [replace(slots, weekdays=(weekday,)) for weekday in range(WEEK)]
            raise Unclear("when-which-weekday", choices=_choices(each, here))
    elif unit == "month":
        _complete_month(slots, here)
    elif day is None or day.month is None or slots.weekdays:
        raise Unclear("when-which-day")
    elif (day.day, day.month) == _LEAP_DAY:
        nearest = [replace(slots, day=Day(28, 2)), replace(slots, day=Day(1, 3))]
        raise Unclear("when-leap-day", choices=_choices(nearest, here))


def _complete_month(slots: Slots, here: Here) -> None:
    day = slots.day
    if day is None and len(slots.weekdays) == 1:
        which = [replace(slots, weekdays=(), day=Day(nth=((n,), slots.weekdays[0]))) for n in (1, 2, 3, 4, _LAST)]
        raise Unclear("when-which-week", choices=_choices(which, here))
    if day is None or day.month is not None or slots.weekdays:
        raise Unclear("when-which-day")
    if day.nth is not None and max(day.nth[0]) > 4:  # noqa: PLR2004 - every month has four of each weekday
        raise Unclear("when-short-month", choices=_choices([replace(slots, day=Day(nth=((_LAST,), day.nth[1])))], here))
    days = [] if day.day is None else [day.day, *day.also]
    if any(not _LAST <= n <= 31 or n == 0 for n in days):  # noqa: PLR2004 - the longest month
        raise Unclear("when-no-such-date", date=str(max(days)))
    if days and max(days) > _SHORTEST_MONTH:
        if day.also:
            raise Unclear("when-short-month")
        nearest = [replace(slots, day=Day(_LAST)), replace(slots, day=Day(_SHORTEST_MONTH))]
        raise Unclear("when-short-month", choices=_choices(nearest, here))


def _fits(each: date, slots: Slots, unit: str) -> bool:
    day = slots.day
    if each.month in slots.except_months:
        return False
    if unit in {"day", "week"}:
        return unit == "day" or each.weekday() in slots.weekdays
    if day is None or (day.month is not None and day.month != each.month):
        return False
    if day.nth is None:
        return each.day in {day.day, *day.also} or (day.day == _LAST and (each + timedelta(days=1)).day == 1)
    ordinals, weekday = day.nth
    is_last = (each + timedelta(days=WEEK)).month != each.month
    return each.weekday() == weekday and ((each.day - 1) // WEEK + 1 in ordinals or (is_last and _LAST in ordinals))


# The rule


def _on_days(slots: Slots, here: Here, unit: str, number: int) -> Every:
    name = slots.zone or here.zone
    zone = ZoneInfo(name)
    every = _ended(slots, Every(_rule(slots, unit, number), _first(slots, here, zone, unit, number), name))
    every = replace(every, except_=_excepted(slots, every.first.date()))
    soonest = every.occurrences(here.now, 1)
    if not soonest:
        raise Unclear("when-ends-before")
    if every.first.date() in every.except_ or (every.first < here.now and slots.count is None):
        at = soonest[0].astimezone(zone)
        every = replace(every, first=datetime.combine(at.date(), every.first.time(), zone))
    return every


def _first(slots: Slots, here: Here, zone: ZoneInfo, unit: str, number: int) -> datetime:
    """The first day that fits at or after the start. A start that is over still sets which weeks are meant."""
    clock = slots.clock or Clock(0)
    at = time(clock.hour % _DAY, clock.minute, clock.second)
    today = here.wall(zone).date()
    start = _start(slots, today)
    shift = timedelta(days=clock.hour // _DAY)
    if shift and unit not in {"day", "week"}:
        raise Unclear("when-two-readings")
    if start < today and (number == 1 and slots.count is None):
        start = today
    if today - start > _OLDEST_START:
        raise Unclear("when-past")
    for ahead in range(_LONGEST_SEARCH):
        each = start + timedelta(days=ahead)
        wall = datetime.combine(each, at) + shift
        if _fits(each, slots, unit) and (start < today or held(wall, zone) > here.now):
            return wall.replace(tzinfo=zone)
    raise Unclear("when-which-day")


def _start(slots: Slots, today: date) -> date:
    if slots.start is not None:
        return days_of(slots.start, today)[0]
    if slots.start_weekday is not None:
        return today + timedelta(days=(slots.start_weekday - today.weekday()) % WEEK)
    return today


def _rule(slots: Slots, unit: str, number: int) -> str:
    parts = [f"FREQ={_FREQUENCIES[unit]}"]
    day = slots.day
    if number > 1:
        parts.append(f"INTERVAL={number}")
    if unit == "year" and day is not None:
        parts.append(f"BYMONTH={day.month}")
    elif slots.except_months:
        parts.append("BYMONTH=" + ",".join(str(m) for m in range(1, 13) if m not in slots.except_months))
    if unit == "week":
        # The last moment of a day is the first of the next.
        ahead = (slots.clock or Clock(0)).hour // _DAY
        parts.append("BYDAY=" + ",".join(_CODES[d] for d in sorted((d + ahead) % WEEK for d in slots.weekdays)))
    elif day is not None and day.nth is not None:
        parts.append("BYDAY=" + ",".join(f"{n}{_CODES[day.nth[1]]}" for n in day.nth[0]))
    elif day is not None:
        parts.append("BYMONTHDAY=" + ",".join(str(n) for n in (day.day, *day.also)))
    return ";".join(parts)


def _excepted(slots: Slots, first: date) -> tuple[date, ...]:
    """The dates on which nothing happens; a date without a year is the next one from the first occurrence on."""
    return tuple(sorted({days_of(day, first)[0] for day in slots.except_days}))


def _ended(slots: Slots, every: Every) -> Every:
    """The series with its end: so many times, or up to and including a day."""
    until = slots.until is not None or slots.until_weekday is not None
    if (slots.count is not None) + until + (slots.lasting is not None) > 1:
        raise Unclear("when-two-readings")
    if slots.count is not None:
        if not 1 <= slots.count <= _MOST_TIMES:
            raise Unclear("when-unclear", word=str(slots.count))
        return replace(every, rule=f"{every.rule};COUNT={slots.count}")
    if slots.lasting is None and not until:
        return every
    clock = slots.until_clock
    at = _END_OF_DAY if clock is None or clock.hour == _DAY else time(clock.hour, clock.minute, clock.second)
    zone = ZoneInfo(every.zone)
    last = held(datetime.combine(_last_day(slots, every.first.date()), at), zone)
    if last < held(local(every.first, zone), zone):
        raise Unclear("when-ends-before")
    return replace(every, rule=f"{every.rule};UNTIL={last:%Y%m%dT%H%M%SZ}")


def _last_day(slots: Slots, first: date) -> date:
    if slots.lasting is not None:
        unit, number = slots.lasting
        if number > _MOST_TIMES:
            raise Unclear("when-too-far")
        months = {"month": 1, "year": 12}.get(unit, 0)
        days = {"day": 1, "week": 7, "fortnight": 14}.get(unit, 0)
        # Three months from 31 March end with June, which has no 31st.
        end = months_later(first.replace(day=1), number * months) + timedelta(days=first.day - 1)
        if end.day != first.day:
            end = end.replace(day=1)
        return end + timedelta(days=number * days - 1)
    if slots.until_weekday is not None:
        return first + timedelta(days=(slots.until_weekday - first.weekday()) % WEEK)
    return first if slots.until is None or slots.until == Day() else days_of(slots.until, first)[0]


# Elapsed time


def _elapsed(slots: Slots, here: Here, unit: str, number: int) -> Every:
    """Every n hours or minutes: counted from now, or from a time of day that was said."""
    if slots.weekdays or slots.day is not None or slots.except_weekdays or slots.except_months or slots.part:
        raise Unclear("when-two-readings")
    name = slots.zone or here.zone
    zone = ZoneInfo(name)
    step = timedelta(minutes=number if unit == "minute" else 60 * number)
    clock = slots.clock
    if clock is None and slots.start is None and slots.start_weekday is None:
        first = here.now.astimezone(UTC).replace(microsecond=0) + step
    else:
        at = time() if clock is None else time(clock.hour % _DAY, clock.minute, clock.second)
        start = _start(slots, here.wall(zone).date())
        first = held(datetime.combine(start, at), zone)
        if first <= here.now and slots.start is None:
            first = held(datetime.combine(start + timedelta(days=1), at), zone)
        if here.now - first > _OLDEST_START:
            raise Unclear("when-past")
        if first <= here.now and slots.count is None:
            first += step * ((here.now - first) // step + 1)
    rule = f"FREQ={_FREQUENCIES[unit]}" + (f";INTERVAL={number}" if number > 1 else "")
    every = _ended(slots, Every(rule, first.astimezone(zone), name))
    every = replace(every, except_=_excepted(slots, every.first.date()))
    if not every.occurrences(here.now, 1):
        raise Unclear("when-ends-before")
    return every
