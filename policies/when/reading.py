"""From what was said to a moment, a series, a day or a question. Nothing is guessed: what is missing is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from policies.when import writing
from policies.when.clock import instants, local, shifted
from policies.when.days import WEEK, days_of, months_later
from policies.when.here import Here
from policies.when.parts import HOURS, USUAL
from policies.when.series import every_of
from policies.when.slots import Clock, Day, Slots, Unclear, Way
from policies.when.values import Ask, DateOnly, Every, Once, When

if TYPE_CHECKING:
    from datetime import tzinfo

_NOON = 12
_DAY = 24
_SURELY_MORNING = range(9, 12)  # "tomorrow at 9": hardly anybody means the late evening without saying so
_MANY_YEARS = 20
_ALWAYS_ASKED = "when-which-zone"  # "CET" may agree with Berlin today and not in summer
_JUST_PAST = 31  # days: "1 March" written on the 27th may well be a slip, so it is asked; "1 January" is next year's


def resolve(slots: Slots, here: Here) -> When:
    """The value of the slots, or the question that is left."""
    try:
        return _resolve(slots, here)
    except OverflowError:
        return Ask("when-too-far")
    except Unclear as unclear:
        return Ask(unclear.why, unclear.values, unclear.choices)


def _resolve(slots: Slots, here: Here) -> When:
    if slots.forks:
        (why, ways), rest = slots.forks[0], slots.forks[1:]
        return _between(why, [meant for way in ways if (meant := _taken(way, replace(slots, forks=rest)))], here)
    clocks = _clocks(slots)
    if len(clocks) > 1:
        both = [replace(slots, clock=clock, part=None) for clock in clocks]
        return _between("when-morning-or-evening", both, here, one_is_enough=True)
    if clocks:
        slots = replace(slots, clock=clocks[0], part=None)
    if slots.midnight:
        return _midnight(slots, here)
    if slots.which in {"next", "after"}:
        return _weeks_ahead(slots, here)
    return _value(slots, here)


def _taken(way: Way, slots: Slots) -> Slots | None:
    try:
        return way(slots)
    except Unclear:
        return None


# Questions


def _between(why: str, meant: list[Slots], here: Here, *, one_is_enough: bool = False) -> When:
    """The one reading that holds, or a question with all that might.

    A reading that contradicts itself was never meant. One that is over may have been, so the others are still asked
    about, unless `one_is_enough`: "today at 7" at noon can only be this evening.
    """
    readings = [resolve(slots, here) for slots in meant]
    possible = [(s, r) for s, r in zip(meant, readings, strict=True) if not _contradiction(r)]
    read = [(s, r) for s, r in possible if not isinstance(r, Ask)]
    alike = all(r == read[0][1] for _, r in read) and why != _ALWAYS_ASKED
    if read and alike and (one_is_enough or len(read) == len(possible)):
        return read[0][1]
    if not read:
        return _all_asked(why, [r for _, r in possible if isinstance(r, Ask)])
    choices: list[str] = []
    for slots, reading in possible:
        year_was_said = slots.day is not None and slots.day.year is not None
        if not isinstance(reading, Ask):
            choices.append(_written(slots, reading, here))
        elif reading.why != "when-past" or not year_was_said:
            choices += reading.choices
    return Ask(why, {}, tuple(dict.fromkeys(choices)))


def _all_asked(why: str, readings: list[Ask]) -> Ask:
    """No reading is complete: ask both questions at once if all of them lack the same, else what the first lacks."""
    if not readings:
        return Ask("when-two-readings")
    choices = tuple(choice for reading in readings for choice in reading.choices)
    if len(readings) > 1 and choices and all(reading.why == readings[0].why for reading in readings):
        return Ask(why, {}, tuple(dict.fromkeys(choices)))
    return readings[0]


def _contradiction(reading: When) -> bool:
    return isinstance(reading, Ask) and reading.why in {"when-two-readings", "when-no-such-date", "when-no-such-time"}


def _written(slots: Slots, value: Once | Every | DateOnly, here: Here) -> str:
    """The canonical form of what was read from these slots, in the zone that was said."""
    if not isinstance(value, Once):
        return writing.canonical(value, here.zone, here.now)
    zone = _zone(slots, here)
    return writing.moment(local(value.at, zone), value.at, zone, here.zone)


def _zone(slots: Slots, here: Here) -> tzinfo:
    if slots.offset is not None:
        return timezone(timedelta(seconds=slots.offset))
    return ZoneInfo(slots.zone or here.zone)


# Times of day


def _clocks(slots: Slots) -> list[Clock]:
    """The times of day that the words can mean."""
    clock = slots.clock
    if clock is None:
        return []
    if slots.part is not None:
        return _in_part(clock, slots.part)
    if clock.sure or clock.hour == _NOON:
        return [replace(clock, sure=True)]
    day_was_said = slots.day is not None or slots.weekdays or slots.every or slots.span is not None
    if clock.hour in _SURELY_MORNING and day_was_said:
        return [replace(clock, sure=True, taken=True)]
    return [replace(clock, sure=True), replace(clock, hour=clock.hour + _NOON, sure=True)]


def _in_part(clock: Clock, part: str) -> list[Clock]:
    """The times that fit "in the evening". Raises `Unclear` for "10:00 in the evening of 14:00"."""
    if clock.hour == _NOON and not clock.sure and 0 in HOURS[part] and _NOON not in HOURS[part]:
        return [replace(clock, hour=0, sure=True)]
    hours = [clock.hour] if clock.hour > _NOON or clock.hour == 0 else [clock.hour % _NOON, clock.hour % _NOON + _NOON]
    fitting = [replace(clock, hour=hour, sure=True) for hour in hours if hour in HOURS[part]]
    if not fitting:
        raise Unclear("when-part-differs", time=f"{clock.hour:02}:{clock.minute:02}")
    return fitting


def _midnight(slots: Slots, here: Here) -> When:
    """Midnight of a day is its first moment to some and its last to others."""
    slots = replace(slots, midnight=False)
    if not slots.weekdays and slots.day is None and slots.span is None:
        return resolve(slots, here)
    today = slots.day == Day(offset=0)
    return _between("when-which-midnight", [slots, replace(slots, clock=Clock(_DAY))], here, one_is_enough=today)


# One moment


def _value(slots: Slots, here: Here) -> When:
    if slots.every:
        return every_of(slots, here)
    if slots.count or slots.lasting or slots.except_days or slots.except_weekdays or slots.except_months:
        raise Unclear("when-no-series")
    slots = _only_an_end(slots)
    zone = _zone(slots, here)
    if slots.span is not None:
        return _from_now(slots, here, zone)
    today = here.wall(zone).date()
    own = here.wall(ZoneInfo(here.zone)).date()
    if slots.day is not None and slots.day.offset is not None and today != own:
        days = [each + timedelta(days=slots.day.offset) for each in (own, today)]
        return _between("when-whose-day", [replace(slots, day=Day(d.day, d.month, d.year)) for d in days], here)
    dates = _dates(slots, here, today)
    if slots.clock is None:
        return _day_alone(slots, here, dates, today)
    return _once(slots, here, zone, dates)


def _only_an_end(slots: Slots) -> Slots:
    """`Until Friday 20:00` and "from Monday" alone name a moment."""
    ends = slots.until is not None or slots.until_weekday is not None
    starts = slots.start is not None or slots.start_weekday is not None
    if not ends and not starts:
        return slots
    if slots.day is not None or slots.weekdays or (ends and starts) or (slots.clock and slots.until_clock):
        raise Unclear("when-no-series")
    day = slots.until if slots.until != Day() else None
    weekday = slots.until_weekday if ends else slots.start_weekday
    return replace(
        slots,
        day=day if ends else slots.start,
        weekdays=() if weekday is None else (weekday,),
        clock=slots.until_clock or slots.clock,
        until=None,
        until_weekday=None,
        until_clock=None,
        start=None,
        start_weekday=None,
    )


def _from_now(slots: Slots, here: Here, zone: tzinfo) -> When:
    """Hours and minutes are elapsed time; days, weeks and months keep the clock."""
    span = slots.span
    if span is None or slots.day is not None or slots.weekdays or slots.weeks_ahead is not None:
        raise Unclear("when-two-readings")
    if span.elapsed and (slots.clock is not None or slots.part is not None):
        raise Unclear("when-two-readings")
    if not span.days and not span.months:
        return _checked(here.now.astimezone(UTC) + span.elapsed, here, UTC)
    wall = here.wall(zone)
    wall = datetime.combine(months_later(wall.date(), span.months) + timedelta(days=span.days), wall.time())
    if slots.part is not None:
        return _usual_hours(replace(slots, span=None, day=Day(wall.day, wall.month, wall.year)), here)
    if slots.clock is not None:
        return _once(slots, here, zone, [wall.date()])
    return _checked(_instant(wall, zone, here) + span.elapsed, here, zone)


def _dates(slots: Slots, here: Here, today: date) -> list[date]:
    """The days that are meant, soonest first: a moment takes the first that is still to come."""
    if len(slots.weekdays) > 1:
        raise Unclear("when-several-days")
    weekday = slots.weekdays[0] if slots.weekdays else None
    if slots.weeks_ahead is not None:
        if weekday is None or slots.day is not None:
            raise Unclear("when-which-day")
        return [today + timedelta(days=weekday - today.weekday() + WEEK * slots.weeks_ahead)]
    if slots.day is not None:
        _just_past(slots, here, today)
        dates = days_of(slots.day, today)
        return dates if weekday is None else _agreeing(dates, weekday, slots, here)
    if weekday is not None:
        soonest = today + timedelta(days=(weekday - today.weekday()) % WEEK)
        return [soonest] if slots.which == "this" else [soonest, soonest + timedelta(days=WEEK)]
    if slots.clock is None:
        raise Unclear("when-which-day" if slots.part else "when-nothing")
    return [today, today + timedelta(days=1)]


def _just_past(slots: Slots, here: Here, today: date) -> None:
    """Ask whether a date that has just gone by is meant for next year."""
    day = slots.day
    if day is None or day.day is None or day.month is None or day.year is not None:
        return
    try:
        past = today - date(today.year, day.month, day.day)
    except ValueError:
        return
    if timedelta() < past <= timedelta(days=_JUST_PAST):
        later = replace(slots, weekdays=(), day=replace(day, year=today.year + 1))
        raise Unclear("when-past", choices=_choices([later], here))


def _choices(meant: list[Slots], here: Here) -> tuple[str, ...]:
    read = [(slots, resolve(slots, here)) for slots in meant]
    return tuple(dict.fromkeys(_written(s, r, here) for s, r in read if not isinstance(r, Ask)))


def _agreeing(dates: list[date], weekday: int, slots: Slots, here: Here) -> list[date]:
    """The date that falls on the weekday that was said with it. Raises `Unclear` when it falls on another."""
    if dates[0].weekday() == weekday:
        return dates[:1]
    nearest = dates[0] + timedelta(days=(weekday - dates[0].weekday() + 3) % WEEK - 3)
    fixed = replace(slots, weekdays=(), which=None)
    choices = _choices([replace(fixed, day=Day(d.day, d.month, d.year)) for d in sorted((dates[0], nearest))], here)
    raise Unclear("when-weekday-differs", choices=choices, date=dates[0])


def _usual_hours(slots: Slots, here: Here) -> When:
    """`Tomorrow evening` says no hour."""
    usual = [replace(slots, part=None, clock=Clock(hour)) for hour in USUAL[slots.part or "evening"]]
    return Ask("when-which-hour", {}, _choices(usual, here))


def _day_alone(slots: Slots, here: Here, dates: list[date], today: date) -> When:
    if slots.part is not None:
        return _usual_hours(slots, here)
    if slots.zone is not None or slots.offset is not None:
        raise Unclear("when-no-time")
    if dates[0] < today:
        raise Unclear("when-past")
    if dates[0].year > today.year + _MANY_YEARS:
        raise Unclear("when-too-far")
    if dates[0] == today and len(dates) > 1 and slots.weekdays:
        return Ask("when-today-or-next-week", {}, tuple(writing.day(each) for each in dates))
    return DateOnly(dates[0])


def _once(slots: Slots, here: Here, zone: tzinfo, dates: list[date]) -> When:
    clock = slots.clock or Clock(0)
    wall = datetime.combine(dates[0], time())
    for each in dates:
        wall = datetime.combine(each, time(clock.hour % _DAY, clock.minute, clock.second))
        wall += timedelta(days=clock.hour // _DAY)
        if wall >= here.wall(zone) - timedelta(days=1):  # The same wall time may come again when clocks go back.
            at = _instant(wall, zone, here)
            if at > here.now:
                return _checked(at, here, zone)
    return Ask("when-past", {}, _later(slots, wall, zone, here))


def _later(slots: Slots, wall: datetime, zone: tzinfo, here: Here) -> tuple[str, ...]:
    """What may have been meant by a time that is over: this evening, tomorrow, the same day next year."""
    now = here.wall(zone)
    walls = []
    if wall.date() == now.date() or (slots.day is not None and slots.day.offset is not None):
        if slots.clock is not None and slots.clock.taken:
            walls.append(datetime.combine(now.date(), wall.time()) + timedelta(hours=_NOON))
        walls += [datetime.combine(now.date() + timedelta(days=ahead), wall.time()) for ahead in (0, 1)]
    elif (wall.month, wall.day) != (2, 29):
        walls += [wall.replace(year=year) for year in (now.year, now.year + 1)]
    found = [(w, instants(w, zone)) for w in sorted(w for w in walls if w > now)]
    choices = tuple(writing.moment(w, at[0], zone, here.zone) for w, at in found if len(at) == 1)
    return choices if wall.date() == now.date() else choices[:1]


def _instant(wall: datetime, zone: tzinfo, here: Here) -> datetime:
    """The one instant of a wall time. Raises `Unclear` where a clock change makes it none or two."""
    found = instants(wall, zone)
    if len(found) == 1:
        return found[0]
    if found:
        twice = [writing.moment(wall, at, zone, here.zone) for at in found if at > here.now]
        raise Unclear("when-twice", choices=tuple(twice), time=f"{wall:%H:%M}")
    near = [(w, instants(w, zone)) for w in shifted(wall, zone)]
    choices = [writing.moment(w, at[0], zone, here.zone) for w, at in near if at and at[0] > here.now]
    raise Unclear("when-skipped", choices=tuple(choices), time=f"{wall:%H:%M}")


def _checked(at: datetime, here: Here, zone: tzinfo) -> When:
    if at <= here.now:
        raise Unclear("when-past")
    if at.year > here.now.year + _MANY_YEARS:
        raise Unclear("when-too-far")
    return Once(at, zone.key if isinstance(zone, ZoneInfo) else "UTC")


def _weeks_ahead(slots: Slots, here: Here) -> When:
    """To some "next Friday" is the coming one, to others the one after; "a week on Friday" is the one after."""
    today = here.wall(_zone(slots, here)).date()
    if not slots.weekdays or slots.day is not None or slots.every or slots.weeks_ahead is not None:
        raise Unclear("when-two-readings")
    coming = today + timedelta(days=(slots.weekdays[0] - today.weekday() - 1) % WEEK + 1)
    both = [coming, coming + timedelta(days=WEEK)]
    meant = [replace(slots, which=None, weekdays=(), day=Day(d.day, d.month, d.year)) for d in both]
    return resolve(meant[1], here) if slots.which == "after" else _between("when-which-next", meant, here)
