"""From what was said to a moment, a series, a day or a question. Nothing is guessed: what is missing is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from policies.when import writing
from policies.when.clock import instants, shifted
from policies.when.days import days_of, months_later
from policies.when.series import every_of
from policies.when.slots import Clock, Day, Slots, Unclear
from policies.when.values import Ask, DateOnly, Every, Once, When

if TYPE_CHECKING:
    from datetime import tzinfo

_PARTS = {"morning": range(12), "noon": range(11, 15), "afternoon": range(12, 19), "evening": range(16, 24), "night": (*range(19, 24), *range(6))}
_USUAL = {"morning": (8, 9, 10), "noon": (12, 13), "afternoon": (14, 15, 16), "evening": (18, 19, 20), "night": (21, 22, 23)}
_SURE_MORNING = range(9, 12)
_MANY_YEARS = 20
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Here:
    """When and where something was written. `now` is aware; `zone` is the writer's, an IANA name."""

    now: datetime
    zone: str

    def clock(self, zone: tzinfo) -> datetime:
        """The naive wall time of writing in a zone."""
        return self.now.astimezone(zone).replace(tzinfo=None, fold=0)


def resolve(slots: Slots, here: Here) -> When:
    """The value of the slots, or the question that is left."""
    if slots.forks:
        (why, ways), *rest = slots.forks
        return _ask_between(why, [replace(slots, forks=tuple(rest)), *[]], [*ways], here)
    clocks = _clocks(slots, here)
    if len(clocks) > 1:
        return _between("when-morning-or-evening", [replace(slots, clock=c, part=None) for c in clocks], here, only_one_is_clear=True)
    if clocks:
        slots = replace(slots, clock=clocks[0], part=None)
    if slots.midnight:
        return _midnight(slots, here)
    if slots.which == "next":
        return _next_weekday(slots, here)
    try:
        return _value(slots, here)
    except OverflowError:
        return Ask("when-too-far")
    except Unclear as unclear:
        return Ask(unclear.why, unclear.values, tuple(unclear.values.get("choices", ())))


def _ask_between(why: str, base: list[Slots], ways: list, here: Here) -> When:  # type: ignore[type-arg]
    meant: list[Slots] = []
    for way in ways:
        try:
            meant.append(way(base[0]))
        except Unclear:
            continue
    if not meant:
        return Ask("when-two-readings")
    return _between(why, meant, here)


def _between(why: str, meant: list[Slots], here: Here, *, only_one_is_clear: bool = False) -> When:
    readings = [resolve(slots, here) for slots in meant]
    read = [(s, r) for s, r in zip(meant, readings, strict=True) if not isinstance(r, Ask)]
    if only_one_is_clear and len(read) == 1:
        return read[0][1]
    if not read:
        return readings[0] if len(readings) == 1 or readings[0].choices else readings[-1]  # type: ignore[union-attr]
    if len(read) > 1 and all(r == read[0][1] for _, r in read):
        return read[0][1]
    return Ask(why, {}, tuple(dict.fromkeys(written(s, r, here) for s, r in read)))


def written(slots: Slots, value: When, here: Here) -> str:
    """The canonical form of a value that was read from these slots."""
    match value:
        case Once(at):
            zone = _zone(slots, here)
            return writing.moment(at.astimezone(zone).replace(tzinfo=None, fold=0), at, zone, here.zone)
        case Every():
            return writing.series(value, here.zone)
        case DateOnly(day):
            return writing.day(day)
    return ""


def _zone(slots: Slots, here: Here) -> tzinfo:
    if slots.offset is not None:
        return timezone(timedelta(seconds=slots.offset))
    return ZoneInfo(slots.zone or here.zone)


# Times of day


def _clocks(slots: Slots, here: Here) -> list[Clock]:
    """The times of day that the words can mean."""
    clock = slots.clock
    if clock is None:
        return []
    if slots.part is not None:
        if slots.part == "night" and clock.hour == 12 and not clock.sure:  # noqa: PLR2004
            return [replace(clock, hour=0, sure=True)]
        hours = [clock.hour] if clock.hour > 12 or clock.hour == 0 else [clock.hour % 12, clock.hour % 12 + 12]  # noqa: PLR2004
        fitting = [replace(clock, hour=h, sure=True) for h in hours if h in _PARTS[slots.part]]
        return fitting or [replace(clock, sure=True, hour=-1)]
    if clock.sure or clock.hour == 12:  # noqa: PLR2004
        return [replace(clock, sure=True)]
    day_is_named = slots.day is not None or slots.weekdays or slots.every or slots.span is not None or slots.frequency
    if clock.hour in _SURE_MORNING and day_is_named:
        return [replace(clock, sure=True)]
    return [replace(clock, sure=True), replace(clock, hour=clock.hour + 12, sure=True)]


def _midnight(slots: Slots, here: Here) -> When:
    """Midnight of a day is its first moment to some and its last to others."""
    slots = replace(slots, midnight=False)
    plain_series = (slots.every or slots.frequency) and not slots.weekdays and slots.day is None
    if plain_series or (slots.day is None and not slots.weekdays and slots.span is None):
        return resolve(slots, here)
    return _between(
        "when-which-midnight", [slots, replace(slots, clock=Clock(24))], here, only_one_is_clear=slots.day == Day(offset=0)
    )


# One moment


def _value(slots: Slots, here: Here) -> When:
    if slots.clock is not None and slots.clock.hour < 0:
        raise Unclear("when-two-readings")
    if slots.every or slots.frequency:
        return every_of(slots, here)
    if slots.count is not None or slots.lasting or slots.except_days or slots.except_weekdays or slots.except_months:
        raise Unclear("when-no-series")
    if slots.until is not None or slots.until_weekday is not None:
        slots = _only_until(slots)
    if slots.start is not None or slots.start_weekday is not None:
        slots = _only_start(slots)
    zone = _zone(slots, here)
    today = here.clock(zone).date()
    if slots.span is not None:
        return _from_now(slots, here, zone)
    dates = _dates(slots, here, zone, today)
    if slots.clock is None:
        return _day_alone(slots, here, dates, today)
    return _once(slots, here, zone, dates)


def _only_until(slots: Slots) -> Slots:
    """ "Until Friday 20:00" alone names a moment."""
    if slots.day is not None or slots.weekdays:
        raise Unclear("when-no-series")
    return replace(
        slots,
        day=slots.until if slots.until != Day() else None,
        weekdays=() if slots.until_weekday is None else (slots.until_weekday,),
        clock=slots.until_clock or slots.clock, until=None, until_weekday=None, until_clock=None,
    )


def _only_start(slots: Slots) -> Slots:
    if slots.day is not None or slots.weekdays:
        raise Unclear("when-no-series")
    return replace(
        slots, day=slots.start, weekdays=() if slots.start_weekday is None else (slots.start_weekday,), start=None, start_weekday=None
    )


def _from_now(slots: Slots, here: Here, zone: tzinfo) -> When:
    """Hours and minutes are elapsed time; days, weeks and months keep the clock."""
    span = slots.span
    assert span is not None  # noqa: S101 - the caller looked
    if slots.day is not None or slots.weekdays or slots.weeks_ahead is not None:
        raise Unclear("when-two-readings")
    if not span.days and not span.months:
        if slots.clock is not None or slots.part is not None:
            raise Unclear("when-two-readings")
        return _checked(Once(here.now.astimezone(UTC) + span.elapsed), here)
    wall = here.clock(zone)
    wall = datetime.combine(months_later(wall.date(), span.months) + timedelta(days=span.days), wall.time())
    if slots.clock is None and slots.part is not None:
        raise _which_hour(slots)
    if slots.clock is not None:
        if span.elapsed:
            raise Unclear("when-two-readings")
        return _once(slots, here, zone, [wall.date()])
    at = _instant(wall, zone, slots, here)
    return at if isinstance(at, Ask) else _checked(Once(at + span.elapsed), here)


def _dates(slots: Slots, here: Here, zone: tzinfo, today: date) -> list[date]:
    """The days that are meant, soonest first: a moment takes the first that is still to come."""
    weekdays = slots.weekdays
    if len(weekdays) > 1:
        raise Unclear("when-several-days")
    if slots.weeks_ahead is not None:
        if not weekdays or slots.day is not None:
            raise Unclear("when-which-day")
        return [today - timedelta(days=today.weekday()) + timedelta(days=weekdays[0] + _WEEK * slots.weeks_ahead)]
    if slots.day is not None:
        dates = days_of(slots.day, today)
        if weekdays:
            dates = _agreeing(dates, weekdays[0], slots, here)
        return dates
    if weekdays:
        ahead = (weekdays[0] - today.weekday()) % _WEEK
        soonest = today + timedelta(days=ahead)
        return [soonest] if slots.which == "this" else [soonest, soonest + timedelta(days=_WEEK)]
    if slots.clock is None:
        raise _which_hour(slots) if slots.part else Unclear("when-nothing")
    return [today, today + timedelta(days=1)]


def _agreeing(dates: list[date], weekday: int, slots: Slots, here: Here) -> list[date]:
    """The dates that fall on the weekday that was said with them."""
    if slots.day is not None and slots.day.month is None and slots.day.offset is None:
        return [d for d in dates if d.weekday() == weekday] or dates[:1]
    if dates[0].weekday() == weekday:
        return dates[:1]
    nearest = dates[0] + timedelta(days=(weekday - dates[0].weekday() + 3) % _WEEK - 3)
    choices = []
    for each in sorted({dates[0], nearest}):
        one = replace(slots, weekdays=(), day=Day(each.day, each.month, each.year))
        value = resolve(one, here)
        if not isinstance(value, Ask):
            choices.append(written(one, value, here))
    raise Unclear("when-weekday-differs", date=dates[0], choices=tuple(choices))


def _which_hour(slots: Slots) -> Unclear:
    return Unclear("when-which-hour", part=slots.part)


def _day_alone(slots: Slots, here: Here, dates: list[date], today: date) -> When:
    if slots.part is not None:
        usual = [replace(slots, part=None, clock=Clock(hour)) for hour in _USUAL[slots.part]]
        return _between("when-which-hour", usual, here)
    if slots.zone is not None or slots.offset is not None:
        raise Unclear("when-no-time")
    if dates[0] < today:
        raise Unclear("when-past", choices=())
    if dates[0] == today and slots.weekdays and slots.day is None and slots.which is None and slots.weeks_ahead is None:
        return Ask("when-today-or-next-week", {}, tuple(writing.day(d) for d in dates))
    return DateOnly(dates[0])


def _once(slots: Slots, here: Here, zone: tzinfo, dates: list[date]) -> When:
    clock = slots.clock
    assert clock is not None  # noqa: S101 - the caller looked
    wall = datetime.min
    for each in dates:
        days = timedelta(days=1) if clock.hour == 24 else timedelta()  # noqa: PLR2004
        wall = datetime.combine(each + days, time(clock.hour % 24, clock.minute, clock.second))
        at = _instant(wall, zone, slots, here)
        if isinstance(at, Ask) and wall >= here.clock(zone):
            return at
        if isinstance(at, datetime) and at > here.now:
            return _checked(Once(at), here)
    return Ask("when-past", {}, _later(slots, wall, zone, here))


def _later(slots: Slots, wall: datetime, zone: tzinfo, here: Here) -> tuple[str, ...]:
    """What may have been meant by a time that is over: tomorrow's, or the same day next year."""
    now = here.clock(zone)
    if wall.date() == now.date() or (slots.day is not None and slots.day.offset is not None):
        later = datetime.combine(now.date() + timedelta(days=0 if wall.time() > now.time() else 1), wall.time())
    else:
        try:
            later = wall.replace(year=now.year if wall.replace(year=now.year) > now else now.year + 1)
        except ValueError:
            return ()
    found = instants(later, zone)  # type: ignore[arg-type]
    return (writing.moment(later, found[0], zone, here.zone),) if len(found) == 1 else ()


def _instant(wall: datetime, zone: tzinfo, slots: Slots, here: Here) -> datetime | Ask:
    """The one instant of a wall time; a question where the clock change makes it none or two."""
    if not isinstance(zone, ZoneInfo):
        return wall.replace(tzinfo=zone).astimezone(UTC)
    found = instants(wall, zone)
    if len(found) == 1:
        return found[0]
    if found:
        choices = [writing.moment(wall, at, zone, here.zone) for at in found if at > here.now]
        return Ask("when-twice", {"time": f"{wall:%H:%M}"}, tuple(choices))
    near = [w for w in shifted(wall, zone) if instants(w, zone)]
    choices = [writing.moment(w, instants(w, zone)[0], zone, here.zone) for w in near if instants(w, zone)[0] > here.now]
    return Ask("when-skipped", {"time": f"{wall:%H:%M}"}, tuple(choices))


def _checked(once: Once, here: Here) -> When:
    if once.at <= here.now:
        return Ask("when-past")
    if once.at.year > here.now.year + _MANY_YEARS:
        return Ask("when-too-far")
    return once


def _next_weekday(slots: Slots, here: Here) -> When:
    """To some "next Friday" is the coming one, to others the one after."""
    zone = _zone(slots, here)
    today = here.clock(zone).date()
    if not slots.weekdays or slots.day is not None or slots.every:
        return Ask("when-two-readings")
    coming = today + timedelta(days=(slots.weekdays[0] - today.weekday() - 1) % _WEEK + 1)
    both = [coming, coming + timedelta(days=_WEEK)]
    return _between(
        "when-which-next", [replace(slots, which=None, weekdays=(), day=Day(d.day, d.month, d.year)) for d in both], here
    )
