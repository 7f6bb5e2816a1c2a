"""The grammar that all languages share: patterns over the kinds of tokens, and what each pattern says.

A table says what a word is; a pattern says what kinds in a row mean. Every token must be taken by a pattern, so that
nothing that was typed is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from policies.when.slots import Clock, Day, Slots, Span, Unclear

if TYPE_CHECKING:
    from policies.when.tokens import Language, Token

_ELAPSED = {
    "second": 1, "minute": 60, "hour": 3600,
    "half-hour": 1800, "quarter-hour": 900, "three-quarter-hour": 2700, "hour-and-half": 5400,
}
_CALENDAR = {"day": (1, 0), "week": (7, 0), "fortnight": (14, 0), "month": (0, 1), "year": (0, 12)}
_LAST_WEEKDAY_OF_ANY_MONTH = 5
_MOST = 10_000_000


@dataclass(frozen=True)
class Line:
    """The tokens of a phrase on their way into slots. `mode` is where the next date belongs."""

    table: Language
    slots: Slots
    mode: str = "main"


Action = Callable[[Line, "list[Token]"], "Line | None"]
RULES: list[tuple[re.Pattern[str], Action]] = []


def rule(pattern: str) -> Callable[[Action], Action]:
    """Add a pattern. At each place the first one that fits and is not turned down by its action is taken."""

    def add(action: Action) -> Action:
        RULES.append((re.compile(pattern), action))
        return action

    return add


def parse(tokens: list[Token], table: Language) -> Slots:
    """The slots that the tokens fill. Raises `Unclear`."""
    shape = "".join(t.kind for t in tokens)
    line = Line(table, Slots())
    here = 0
    while here < len(tokens):
        for pattern, action in RULES:
            match = pattern.match(shape, here)
            if match is None or match.end() == here:
                continue
            after = action(line, tokens[here : match.end()])
            if after is not None:
                line, here = after, match.end()
                break
        else:
            raise Unclear("when-unclear", word=tokens[here].raw)
    return line.slots


def _values(tokens: list[Token], kinds: str) -> list[Any]:
    return [t.value for t in tokens if t.kind in kinds]


def _put(line: Line, **parts: Any) -> Line:
    return replace(line, slots=line.slots.put(**parts))


# Zones


@rule("l?O?zl?|z")
def _zone(line: Line, tokens: list[Token]) -> Line:
    return _put(line, zone=_values(tokens, "z")[0])


@rule("l?O?Zl?")
def _several_zones(line: Line, tokens: list[Token]) -> Line:
    names = _values(tokens, "Z")[0]
    return replace(line, slots=line.slots.fork("when-which-zone", *(lambda s, n=n: s.put(zone=n) for n in names)))


@rule("v")
def _offset(line: Line, tokens: list[Token]) -> Line:
    if tokens[0].value is None:
        raise Unclear("when-unclear", word=tokens[0].raw)
    return _put(line, offset=tokens[0].value)


# Ends, exceptions, starts


@rule("F?[no]t")
def _count(line: Line, tokens: list[Token]) -> Line:
    return replace(_put(line, count=_values(tokens, "no")[0]), mode="main")


@rule("F(n|y)u")
def _lasting(line: Line, tokens: list[Token]) -> Line | None:
    unit = tokens[-1].value
    return _put(line, lasting=(unit, tokens[1].value)) if unit in _CALENDAR else None


@rule("&?U")
def _until(line: Line, _: list[Token]) -> Line:
    return replace(line, mode="until")


@rule("&?X")
def _except(line: Line, _: list[Token]) -> Line:
    return replace(line, mode="except")


@rule("&?S")
def _start(line: Line, _: list[Token]) -> Line:
    return replace(line, mode="start")


# How far from now


def _span(line: Line, pairs: list[tuple[int, str]]) -> Span:
    elapsed, days, months = 0, 0, 0
    for number, unit in pairs:
        if number > _MOST:
            raise Unclear("when-too-far")
        if unit in _ELAPSED:
            elapsed += number * _ELAPSED[unit]
        else:
            days += number * _CALENDAR[unit][0]
            months += number * _CALENDAR[unit][1]
    return Span(timedelta(seconds=elapsed), days, months)


@rule("i(?:[ny]?[uh](?![nHQ])&?)(?:[ny]?[uh]&?)*|[ny][uh](?:&?[ny][uh])*g|i[ny]h[ny](?!u)")
def _from_now(line: Line, tokens: list[Token]) -> Line:
    pairs: list[tuple[int, str]] = []
    number = None
    for token in tokens:
        if token.kind in "ny":
            number = token.value
        elif token.kind in "uh":
            pairs.append((1 if number is None else number, "hour" if token.kind == "h" else token.value))
            number = None
    if number is not None:
        pairs.append((number, "minute"))
    span = _span(line, pairs)
    if len(pairs) == 1 and pairs[0][1] == "day" and pairs[0][0] in line.table.idioms:
        said, meant = pairs[0][0], line.table.idioms[pairs[0][0]]
        ways = [lambda s, d=d: s.put(span=Span(days=d)) for d in (meant, said)]
        return replace(line, slots=line.slots.fork("when-about-days", *ways))
    return _put(line, span=span)


@rule("ic")
def _clock_from_now(line: Line, tokens: list[Token]) -> Line | None:
    if ":" in tokens[1].raw:
        return None
    hours, minutes, _ = tokens[1].value
    return _put(line, span=Span(timedelta(hours=hours, minutes=minutes)))


# Times of day


def _set_clock(line: Line, clock: Clock) -> Line:
    if clock.hour > 24 or clock.minute > 59 or clock.second > 59 or (clock.hour == 24 and (clock.minute or clock.second)):  # noqa: PLR2004
        raise Unclear("when-no-such-time", time=f"{clock.hour}:{clock.minute:02}")
    if line.mode == "until" and line.slots.until is None and line.slots.until_weekday is None:
        return replace(line, slots=line.slots.put(until=Day(), until_clock=clock), mode="main")
    if line.slots.clock is not None and (line.slots.until or line.slots.until_weekday is not None):
        return _put(line, until_clock=clock)
    return replace(_put(line, clock=clock), mode="main" if line.mode != "except" else "except")


@rule("@?[cnb]h?a")
def _twelve_hours(line: Line, tokens: list[Token]) -> Line:
    said = _values(tokens, "cnb")[0]
    hour, minute, second = (*said, 0)[:3] if isinstance(said, tuple) else (said, 0, 0)
    half = _values(tokens, "a")[0]
    if hour > 12:  # noqa: PLR2004
        if half == "pm" and hour < 24:  # noqa: PLR2004
            return _set_clock(line, Clock(hour, minute, second))
        raise Unclear("when-no-such-time", time="".join(t.raw for t in tokens if t.kind != "@"))
    if hour == 0:
        raise Unclear("when-no-such-time", time="".join(t.raw for t in tokens if t.kind != "@"))
    return _set_clock(line, Clock(hour % 12 + (12 if half == "pm" else 0), minute, second))


@rule("@?ch?")
def _digital(line: Line, tokens: list[Token]) -> Line:
    return _set_clock(line, Clock(*_values(tokens, "c")[0]))


def _spoken(hour: int, minute: int) -> Clock:
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if hour > 12:  # noqa: PLR2004
        return Clock(hour, minute)
    return Clock(hour % 12 if hour == 12 and minute < 0 else hour % 24, minute, sure=False, spoken=True)


def _round(clock: Clock) -> Clock:
    """Spoken times go round the dial: half an hour before one is half past twelve."""
    return replace(clock, hour=12) if clock.hour == 0 and not clock.sure else clock


@rule("@?[nQRH][PB]H?nh?|@?[HQR]nh?|@?nhI[nQ]|@?nh&[HQ]|@?nhH|@?nhQ|@?n&[HQ]|@?nI[nQ]|@n&n(?!u)")
def _on_the_dial(line: Line, tokens: list[Token]) -> Line | None:
    shape = "".join(t.kind for t in tokens).replace("@", "")
    said = [t.value for t in tokens if t.kind == "n"]
    parts = {"H": 30, "Q": 15, "R": 45}
    before = line.table.half_is_before
    if re.fullmatch("[nQRH][PB]H?nh?", shape):
        minutes = parts.get(shape[0]) or said[0]
        hour = said[-1]
        if "H" in shape[1:]:
            if not before:
                return None
            hour, minutes = hour - 1, 30 + (minutes if shape[1] == "P" else -minutes)
            return _set_clock(line, _round(_spoken(hour, minutes)))
        return _set_clock(line, _round(_spoken(hour, minutes if shape[1] == "P" else -minutes)))
    if shape[0] in parts:
        hour, minutes = said[0], parts[shape[0]]
        if shape[0] == "Q":
            # "Viertel acht" is a quarter past seven in the east and south, and unknown or misread elsewhere.
            if not before:
                return None
            return replace(line, slots=line.slots.fork(
                "when-regional-time",
                lambda s: s.put(clock=_round(_spoken(hour - 1, 15))), lambda s: s.put(clock=_spoken(hour, 15)),
            ))
        if shape[0] == "R" and not before:
            return None
        return _set_clock(line, _round(_spoken(hour - 1 if before else hour, minutes)))
    minutes = parts[shape[-1]] if shape[-1] in parts else said[1]
    return _set_clock(line, _round(_spoken(said[0], -minutes if "I" in shape else minutes)))


@rule("@?nh(?:n(?![utmhPBH]))?")
def _full_hour(line: Line, tokens: list[Token]) -> Line | None:
    hour, minute = (*_values(tokens, "n"), 0)[:2]
    sure = _values(tokens, "h")[0] != "spoken"
    return _set_clock(line, Clock(hour, minute, sure=sure or hour > 12 or hour == 0))  # noqa: PLR2004


@rule("@?bh|@b")
def _dotted_clock(line: Line, tokens: list[Token]) -> Line:
    hour, minute = _values(tokens, "b")[0]
    return _set_clock(line, Clock(hour, minute))


@rule("@[no]h?(?![mwtu])")
def _bare_hour(line: Line, tokens: list[Token]) -> Line | None:
    if tokens[1].kind == "o" and not tokens[1].raw.endswith("."):
        return None
    hour = tokens[1].value
    return _set_clock(line, Clock(hour, sure=hour > 12 or hour == 0))  # noqa: PLR2004


@rule("@?M")
def _noon(line: Line, tokens: list[Token]) -> Line:
    hour = _values(tokens, "M")[0]
    line = _set_clock(line, Clock(hour))
    return _put(line, midnight=True) if hour == 0 else line


@rule("@?p")
def _part(line: Line, tokens: list[Token]) -> Line:
    return _put(line, part=_values(tokens, "p")[0])


# Days


def _set_day(line: Line, *days: Day) -> Line:
    slots = line.slots
    match line.mode:
        case "until":
            return replace(line, slots=slots.put(until=days[0]), mode="main")
        case "start":
            return replace(line, slots=slots.put(start=days[0]), mode="main")
        case "except":
            return replace(line, slots=replace(slots, except_days=(*slots.except_days, *days)))
    if len(days) > 1:
        raise Unclear("when-several-days")
    return _put(line, day=days[0])


def _written(day: int, month: int, year: int | None) -> Day:
    longest = 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31  # noqa: PLR2004
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    if not 1 <= month <= 12 or not 1 <= day <= longest or (day == 29 and month == 2 and not leap):  # noqa: PLR2004
        raise Unclear("when-no-such-date", date=f"{day}.{month}." + (f" {year}" if year else ""))
    return Day(day=day, month=month, year=year)


@rule("D")
def _calendar_date(line: Line, tokens: list[Token]) -> Line:
    return _set_day(line, _written(*tokens[0].value))


@rule("[sb]")
def _day_and_month(line: Line, tokens: list[Token]) -> Line | None:
    first, second, year = (*tokens[0].value, None)[:3]
    slashes = tokens[0].kind == "s"
    if not slashes and second > 12:  # noqa: PLR2004
        return _dotted_clock(line, tokens)
    if not slashes or line.table.day_first or first > 12:  # noqa: PLR2004
        if not slashes and first < 24 and second > 9 and line.slots.clock is None:  # noqa: PLR2004
            return replace(line, slots=line.slots.fork(
                "when-date-or-time", lambda s: s.put(day=_written(first, second, None)), lambda s: s.put(clock=Clock(first, second)),
            ))
        return _set_day(line, _written(first, second, year))
    if second > 12 or first == second:  # noqa: PLR2004
        return _set_day(line, _written(second, first, year))
    if line.mode != "main":
        raise Unclear("when-ambiguous-date", date=tokens[0].raw)
    return replace(line, slots=line.slots.fork(
        "when-ambiguous-date",
        lambda s: s.put(day=_written(first, second, year)), lambda s: s.put(day=_written(second, first, year)),
    ))


@rule("[on](?:[&-]?[on])*O?m(?![on](?:[^a-zA-Z]|$))(?:[&O]?y)?|[on](?:&[on])*O?m(?:[&O]?y)?")
def _day_of_month_name(line: Line, tokens: list[Token]) -> Line | None:
    month = _values(tokens, "m")[0]
    year = (_values(tokens, "y") or [None])[0]
    if any(t.kind == "-" for t in tokens):
        raise Unclear("when-several-days")
    return _set_day(line, *(_written(d, month, year) for d in _values(tokens, "on")))


@rule("m[on](?![hatu])(?:&?y)?")
def _month_name_day(line: Line, tokens: list[Token]) -> Line | None:
    year = (_values(tokens, "y") or [None])[0]
    return _set_day(line, _written(_values(tokens, "on")[0], tokens[0].value, year))


@rule("A?[OTC]?m(?:[&O]?y)?|Ay")
def _whole_month(line: Line, tokens: list[Token]) -> Line | None:
    months = _values(tokens, "m")
    year = (_values(tokens, "y") or [None])[0]
    if line.mode == "except" and months and tokens[0].kind != "A":
        return replace(line, slots=replace(line.slots, except_months=(*line.slots.except_months, *months)))
    if line.mode not in {"until", "start"}:
        return None
    return _set_day(line, Day(month=months[0] if months else 12, year=year, end=line.mode == "until"))


@rule("y")
def _whole_year(line: Line, tokens: list[Token]) -> Line | None:
    if line.mode != "until":
        return None
    return _set_day(line, Day(month=12, year=tokens[0].value, end=True))


@rule("A[ON]*u")
def _end_of_this(line: Line, tokens: list[Token]) -> Line | None:
    ahead = 1 if any(t.kind == "N" for t in tokens) else 0
    match tokens[-1].value:
        case "month":
            return _set_day(line, Day(months_ahead=ahead, end=True))
        case "year" if not ahead:
            return _set_day(line, Day(month=12, end=True))
    return None


@rule("d")
def _relative_day(line: Line, tokens: list[Token]) -> Line:
    return _set_day(line, Day(offset=tokens[0].value))


@rule("[oA]w[OiT]*m(?:[&O]?y)?|ow[OiT]*Nu|ow[OiT]*uN|ow[O]*Tu|ou[OiT]*m(?:[&O]?y)?")
def _nth_weekday_once(line: Line, tokens: list[Token]) -> Line | None:
    ordinal = tokens[0].value
    year = (_values(tokens, "y") or [None])[0]
    month = (_values(tokens, "m") or [None])[0]
    unit = _values(tokens, "u")
    if tokens[1].kind == "u":
        if ordinal != -1 or tokens[1].value != "day":
            return None
        return _set_day(line, Day(month=month, year=year, end=True))
    _check_nth(ordinal)
    if month is not None:
        return _set_day(line, Day(nth=(ordinal, tokens[1].value), month=month, year=year))
    if unit != ["month"]:
        return None
    return _set_day(line, Day(nth=(ordinal, tokens[1].value), months_ahead=1 if any(t.kind == "N" for t in tokens) else 0))


def _check_nth(ordinal: int) -> None:
    if ordinal not in {-1, 1, 2, 3, 4, 5}:
        raise Unclear("when-unclear", word=str(ordinal))


@rule("e?ow[Oi]?[eu]u?|e?ow")
def _nth_weekday_each(line: Line, tokens: list[Token]) -> Line | None:
    ordinal, weekday = _values(tokens, "o")[0], _values(tokens, "w")[0]
    units = _values(tokens, "u")
    if units not in ([], ["month"]):
        return None
    monthly = bool(units) or (line.slots.frequency is not None and line.slots.frequency[0] in {"month", "year"})
    said_every = tokens[0].kind == "e"
    if not monthly and not said_every:
        # "last Friday" without a month looks back; "first Monday" without one says no month at all.
        return _past_weekday(line, weekday) if ordinal == -1 else None
    if not monthly and ordinal == 2:  # noqa: PLR2004
        return replace(line, slots=line.slots.put(every=True, frequency=("week", 2), weekdays=(weekday,)))
    if not monthly and ordinal > 2:  # noqa: PLR2004
        return replace(line, slots=line.slots.put(every=True).fork(
            "when-every-nth",
            lambda s: s.put(frequency=("week", ordinal), weekdays=(weekday,)),
            lambda s: s.put(frequency=("month", 1), day=Day(nth=(ordinal, weekday))),
        ))
    _check_nth(ordinal)
    line = _put(line, every=True, day=Day(nth=(ordinal, weekday)))
    return line if line.slots.frequency else _put(line, frequency=("month", 1))


def _past_weekday(_: Line, __: int) -> Line:
    raise Unclear("when-past")


@rule("[TC]u")
def _this_week(line: Line, tokens: list[Token]) -> Line | None:
    if tokens[1].value != "week":
        return None
    return _put(line, weeks_ahead=0)


@rule("Nu|uN")
def _next_week(line: Line, tokens: list[Token]) -> Line | None:
    match _values(tokens, "u")[0]:
        case "week":
            return _put(line, weeks_ahead=1)
        case "month" if line.slots.day is not None and line.slots.day.day and line.slots.day.month is None:
            return replace(line, slots=replace(line.slots, day=replace(line.slots.day, months_ahead=1)))
    raise Unclear("when-which-day")


@rule("[TC]w")
def _this_weekday(line: Line, tokens: list[Token]) -> Line:
    return _weekdays(_put(line, which="this"), [tokens[1].value])


@rule("Nw|wN")
def _next_weekday(line: Line, tokens: list[Token]) -> Line:
    return _weekdays(_put(line, which="next"), _values(tokens, "w"))


# Series


@rule("e[nox]?u|exn?u")
def _every_unit(line: Line, tokens: list[Token]) -> Line | None:
    unit, number = tokens[-1].value, 1
    for token in tokens[1:-1]:
        number = 2 if token.kind == "x" else token.value
    if number < 1 or number > 1000:  # noqa: PLR2004
        raise Unclear("when-unclear", word=tokens[1].raw)
    return _set_frequency(line, unit, number)


def _set_frequency(line: Line, unit: str, number: int) -> Line:
    if unit == "fortnight":
        unit, number = "week", 2 * number
    if unit == "half-hour":
        unit, number = "minute", 30 * number
    if unit == "quarter-hour":
        unit, number = "minute", 15 * number
    if unit == "second":
        raise Unclear("when-too-often")
    slots = line.slots
    if unit == "day" and number in line.table.idioms and line.table.idioms[number] % 7 == 0 and number != 7:  # noqa: PLR2004
        weeks = line.table.idioms[number] // 7
        return replace(line, slots=slots.put(every=True).fork(
            "when-about-days", lambda s: s.put(frequency=("week", weeks)), lambda s: s.put(frequency=("day", number)),
        ))
    if slots.frequency == ("week", 1) and unit == "week":
        return replace(line, slots=replace(slots, every=True, frequency=(unit, number)))
    return _put(line, every=True, frequency=(unit, number))


@rule("exw")
def _every_other_weekday(line: Line, tokens: list[Token]) -> Line:
    return _weekdays(_put(line, every=True, frequency=("week", 2)), [tokens[2].value])


@rule("f")
def _adverb(line: Line, tokens: list[Token]) -> Line:
    unit, number = tokens[0].value
    return _set_frequency(line, unit, number)


@rule("q")
def _two_meanings(line: Line, tokens: list[Token]) -> Line:
    unit, number = tokens[0].value[0]
    raise Unclear("when-two-meanings", word=tokens[0].raw, unit=unit, number=number)


@rule("e?k")
def _workdays(line: Line, tokens: list[Token]) -> Line:
    if tokens[-1].value == 6:  # noqa: PLR2004
        return replace(line, slots=line.slots.put(every=True).fork(
            "when-saturday-too", *(lambda s, n=n: s.put(weekdays=tuple(range(n))) for n in (5, 6)),
        ))
    return _weekdays(_put(line, every=True), list(range(5)))


@rule("e?E")
def _weekend(line: Line, tokens: list[Token]) -> Line | None:
    if tokens[0].kind != "e" and tokens[0].raw.casefold() == "weekend" and line.mode == "main":
        raise Unclear("when-which-day")
    return _weekdays(_put(line, every=True) if line.mode == "main" else line, [5, 6])


@rule("ep")
def _every_part(line: Line, tokens: list[Token]) -> Line:
    return _put(line, every=True, frequency=("day", 1), part=tokens[1].value)


@rule("eM")
def _every_noon(line: Line, tokens: list[Token]) -> Line:
    return _noon(_put(line, every=True, frequency=("day", 1)), tokens[1:])


@rule("[oA][Oi]?e?u|e?ou(?=[Oi])[Oi]e?u")
def _day_of_each_month(line: Line, tokens: list[Token]) -> Line | None:
    kinds = "".join(t.kind for t in tokens)
    units = _values(tokens, "u")
    if kinds in {"ou", "eou"} or units[-1] != "month" or "o" not in kinds:
        return _last_day(line, tokens, units)
    if len(units) == 2:  # noqa: PLR2004
        return _last_day(line, tokens[kinds.index("o") : kinds.index("o") + 2], ["day"])
    if "e" not in kinds:
        return None
    return _monthly(line, _values(tokens, "o")[0])


def _last_day(line: Line, tokens: list[Token], units: list[str]) -> Line | None:
    if units[0] != "day" or tokens[0].value not in (-1, "A"):
        return None
    return _monthly(line, -1)


def _monthly(line: Line, day: int) -> Line:
    line = _put(line, every=True, day=Day(day=day))
    return line if line.slots.frequency else _put(line, frequency=("month", 1))


@rule("[on](?=[Oi]?Nu)[Oi]?")
def _day_of_next_month(line: Line, tokens: list[Token]) -> Line:
    return _set_day(line, Day(day=tokens[0].value))


@rule("e")
def _every(line: Line, _: list[Token]) -> Line:
    return _put(line, every=True)


@rule("[wW]-[wW]|W(?:[&]?[Ww])*|wBw|w(?:&?w)+|Sw[UB]w|w[UB]w")
def _several_weekdays(line: Line, tokens: list[Token]) -> Line:
    days = _values(tokens, "wW")
    if any(t.kind in "-BU" for t in tokens):
        first, last = days
        days = [d % 7 for d in range(first, (last if last >= first else last + 7) + 1)]
    if line.mode == "main":
        line = _put(line, every=True)
    return _weekdays(line, days)


@rule("w")
def _weekday(line: Line, tokens: list[Token]) -> Line:
    return _weekdays(line, [tokens[0].value])


def _weekdays(line: Line, days: list[int]) -> Line:
    slots = line.slots
    match line.mode:
        case "except":
            return replace(line, slots=replace(slots, except_weekdays=(*slots.except_weekdays, *days)))
        case "until":
            return replace(line, slots=slots.put(until_weekday=days[0]), mode="main")
        case "start":
            return replace(line, slots=slots.put(start_weekday=days[0]), mode="main")
    return _put(line, weekdays=tuple(sorted(set(days))))


@rule("o(?![wum])|n(?=[Oi]?e?u)(?<!i.)[Oi]?e?u")
def _bare_ordinal(line: Line, tokens: list[Token]) -> Line | None:
    if tokens[0].kind == "n":
        units = _values(tokens, "u")
        return _monthly(line, tokens[0].value) if units == ["month"] and any(t.kind == "e" for t in tokens) else None
    slots = line.slots
    if slots.every and not slots.weekdays and line.mode == "main":
        return _monthly(line, tokens[0].value)
    return _set_day(line, Day(day=tokens[0].value))


@rule("n(?![utwh])")
def _bare_number(line: Line, tokens: list[Token]) -> Line | None:
    """After a day, a number is the hour; after a weekday it might as well be the day of the month."""
    slots, number = line.slots, tokens[0].value
    if line.mode == "except":
        return None
    if slots.frequency == ("month", 1) and slots.day is None:
        return _monthly(line, number)
    if slots.clock is not None or number > 31:  # noqa: PLR2004
        return None
    if slots.day is not None and slots.day.offset is not None and number <= 24:  # noqa: PLR2004
        return _set_clock(line, Clock(number, sure=number > 12))  # noqa: PLR2004
    if slots.weekdays and not slots.every and slots.day is None:
        return replace(line, slots=slots.fork(
            "when-hour-or-day",
            lambda s: s.put(clock=Clock(number, sure=number > 12)), lambda s: s.put(day=Day(day=number)),  # noqa: PLR2004
        ))
    return None


@rule("&+|g")
def _connector(line: Line, tokens: list[Token]) -> Line | None:
    return line if tokens[0].kind == "&" else None
