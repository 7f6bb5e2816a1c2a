"""Days: "31 March", "3.4.", "the 15th", "first Monday of next month", "kommenden Freitag"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policies.when.patterns.clocks import maybe_evening, set_clock
from policies.when.patterns.rules import Line, Rule, first, has, rule, values
from policies.when.slots import Clock, Day, Unclear

if TYPE_CHECKING:
    from policies.when.language import Token

RULES: list[Rule] = []
LEFT_OVER: list[Rule] = []
_MONTHS = 12
_DECEMBER = 12
_HOURS = 24
_LONGEST_MONTH = 31
_DAYS_IN = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST = -1
_ORDINALS = {_LAST, 1, 2, 3, 4, 5}


def set_day(line: Line, *days: Day) -> Line:
    """Put the day where it belongs: with the thing itself, or with its end, its start or its exceptions."""
    if line.mode == "except":
        return line.add(except_days=days)
    if len(days) > 1:
        raise Unclear("when-several-days")
    if line.mode == "until":
        return line.put(until=days[0]).main()
    if line.mode == "start":
        return line.put(start=days[0]).main()
    return line.put(day=days[0])


def set_weekdays(line: Line, days: list[int]) -> Line:
    """Put weekdays where they belong."""
    if line.mode == "except":
        return line.add(except_weekdays=tuple(days))
    if line.mode == "until":
        return line.put(until_weekday=days[0]).main()
    if line.mode == "start":
        return line.put(start_weekday=days[0]).main()
    return line.put(weekdays=tuple(sorted(set(days))))


def written(day: int, month: int, year: int | None) -> Day:
    """A date as it was written. Raises `Unclear` for one that no calendar has."""
    there = 1 <= month <= _MONTHS and 1 <= day <= _DAYS_IN[month]
    if there and (day, month) == (29, 2) and year is not None:
        there = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not there or (year is not None and not 1 <= year <= 9999):  # noqa: PLR2004 - what a date can hold
        raise Unclear("when-no-such-date", date=f"{day}.{month}." + ("" if year is None else str(year)))
    return Day(day=day, month=month, year=year)


@rule(RULES, "D")
def calendar_date(line: Line, tokens: list[Token]) -> Line:
    """`2026-03-31`, "31.3.2026", "31.3."."""
    return set_day(line, written(*tokens[0].value))


@rule(RULES, "b")
def day_dot_month(line: Line, tokens: list[Token]) -> Line:
    """`3.4` is a date, "19.30" a time; "10.12" can be both."""
    left, right = tokens[0].value
    if right > _MONTHS:
        return set_clock(line, Clock(left, right))
    if left < _HOURS and right >= 10 and line.slots.clock is None and line.mode == "main":  # noqa: PLR2004 - "9.05"
        return line.fork(
            "when-date-or-time",
            lambda s: s.put(day=written(left, right, None)),
            lambda s: s.put(clock=Clock(left, right)),
        )
    return set_day(line, written(left, right, None))


@rule(RULES, "s")
def day_slash_month(line: Line, tokens: list[Token]) -> Line:
    """`3/4` is a day in April to some and in March to others, unless the language or the numbers settle it."""
    left, right, year = tokens[0].value
    if line.table.day_first or left > _MONTHS or left == right:
        return set_day(line, written(left, right, year))
    if right > _MONTHS:
        return set_day(line, written(right, left, year))
    if line.mode != "main":
        raise Unclear("when-ambiguous-date", date=tokens[0].raw)
    return line.fork(
        "when-ambiguous-date",
        lambda s: s.put(day=written(left, right, year)),
        lambda s: s.put(day=written(right, left, year)),
    )


@rule(RULES, "[on](?:&[on])*O?m(?:&?O?y)?")
def day_month(line: Line, tokens: list[Token]) -> Line:
    """`31 March`, "24 and 31 December 2026"."""
    month, year = first(tokens, "m"), first(tokens, "y")
    return set_day(line, *(written(day, month, year) for day in values(tokens, "on")))


@rule(RULES, "m[on](?![hatuPB])(?:&?y)?")
def month_day(line: Line, tokens: list[Token]) -> Line:
    """`March 31st, 2026`."""
    return set_day(line, written(first(tokens, "on"), first(tokens, "m"), first(tokens, "y")))


@rule(RULES, "A?[OiTC]*(?:m(?:&?O?y)?|y)")
def whole_month(line: Line, tokens: list[Token]) -> Line | None:
    """`Until June` holds to its last day; "from June" begins on the first; "except August" leaves it out."""
    month, year = first(tokens, "m"), first(tokens, "y")
    if line.mode == "except" and month is not None and year is None and not has(tokens, "A"):
        return line.add(except_months=(month,))
    if line.mode == "start" and month is not None and not has(tokens, "A"):
        return set_day(line, Day(day=1, month=month, year=year))
    if line.mode != "until" and not has(tokens, "A"):
        return None
    return set_day(line, Day(month=month or _DECEMBER, year=year, end=True))


@rule(RULES, "A[OTC]*u|A[OT]*Nu|A[OT]*uN")
def end_of_this(line: Line, tokens: list[Token]) -> Line | None:
    """`End of the month`, "fin du mois prochain"."""
    if first(tokens, "u") == "month":
        return set_day(line, Day(months_ahead=int(has(tokens, "N")), end=True))
    if first(tokens, "u") == "year" and not has(tokens, "N"):
        return set_day(line, Day(month=_DECEMBER, end=True))
    return None


@rule(RULES, "d")
def relative_day(line: Line, tokens: list[Token]) -> Line:
    """`Tomorrow`."""
    return set_day(line, Day(offset=tokens[0].value))


@rule(RULES, "o(?:&o)*[wWV][OiT]*m(?:&?O?y)?")
def nth_of_a_month(line: Line, tokens: list[Token]) -> Line:
    """`First Monday of April`."""
    return set_day(line, Day(nth=nth(tokens), month=first(tokens, "m"), year=first(tokens, "y")))


@rule(RULES, "o[wWV][OiT]*(?:Nu|uN|Tu)")
def nth_of_next_month(line: Line, tokens: list[Token]) -> Line | None:
    """`First Monday of next month`, "dernier vendredi de ce mois"."""
    if first(tokens, "u") != "month":
        return None
    return set_day(line, Day(nth=nth(tokens), months_ahead=int(has(tokens, "N"))))


@rule(RULES, "ou[OiT]*m(?:&?O?y)?")
def last_day_of_a_month(line: Line, tokens: list[Token]) -> Line | None:
    """`Last day of April`."""
    if tokens[0].value != _LAST or tokens[1].value != "day":
        return None
    return set_day(line, Day(month=first(tokens, "m"), year=first(tokens, "y"), end=True))


def nth(tokens: list[Token]) -> tuple[tuple[int, ...], int]:
    """The ordinals and the weekday of "first Monday". Raises `Unclear` for "seventh Monday"."""
    ordinals = values(tokens, "o")
    if not _ORDINALS.issuperset(ordinals):
        raise Unclear("when-unclear", word=tokens[0].raw)
    return tuple(sorted(set(ordinals), key=lambda n: n % 7)), first(tokens, "wWV")


@rule(RULES, "[on][Oi]?(?:Nu|uN)")
def day_of_next_month(line: Line, tokens: list[Token]) -> Line | None:
    """`The 15th of next month`."""
    return set_day(line, Day(day=first(tokens, "on"), months_ahead=1)) if first(tokens, "u") == "month" else None


@rule(RULES, "[OTC]?[TC]u|i?[OTC]?(?:Nu|uN)")
def this_or_next_week(line: Line, tokens: list[Token]) -> Line | None:
    """`Tuesday next week`, "nächste Woche Dienstag"."""
    if first(tokens, "u") != "week":
        raise Unclear("when-which-day")
    return line.put(weeks_ahead=int(has(tokens, "N")))


@rule(RULES, "[TC][wV]|[wV]C")
def this_weekday(line: Line, tokens: list[Token]) -> Line:
    """`This Friday` is the coming one."""
    return set_weekdays(line.put(which="this"), values(tokens, "wV"))


@rule(RULES, "T?N[wV]|T?[wV]N(?!u)")
def next_weekday(line: Line, tokens: list[Token]) -> Line:
    """`Next Friday` is the coming one to some, the one after to others."""
    return set_weekdays(line.put(which="next"), values(tokens, "wV"))


@rule(RULES, "G[wV]|[wV]G")
def week_after(line: Line, tokens: list[Token]) -> Line:
    """`A week on Tuesday`, "mardi en huit"."""
    return set_weekdays(line.put(which="after"), values(tokens, "wV"))


@rule(LEFT_OVER, "[wV]")
def weekday(line: Line, tokens: list[Token]) -> Line:
    """`Tuesday`."""
    return set_weekdays(line, [tokens[0].value])


@rule(LEFT_OVER, "o(?![uwWVm])")
def bare_ordinal(line: Line, tokens: list[Token]) -> Line:
    """`The 15th`; after "every" it is the day of each month."""
    slots, day = line.slots, Day(day=tokens[0].value)
    if line.mode == "main" and slots.every and not slots.weekdays and slots.frequency is None:
        return line.put(day=day, frequency=("month", 1))
    return set_day(line, day)


@rule(LEFT_OVER, "n(?![utwWVhm])")
def bare_number(line: Line, tokens: list[Token]) -> Line | None:
    """After "tomorrow" a number is the hour; after a weekday it might as well be the day of the month."""
    slots, number = line.slots, tokens[0].value
    if line.mode != "main" or number > _LONGEST_MONTH:
        return None
    hour_is_open = slots.clock is None and not slots.every and number <= _HOURS
    if slots.day is not None:
        return set_clock(line, maybe_evening(number)) if hour_is_open and slots.day.offset is not None else None
    if slots.frequency == ("month", 1):
        return set_day(line, Day(day=number))
    if slots.every or not slots.weekdays:
        return None
    if not hour_is_open:
        return set_day(line, Day(day=number))
    return line.fork(
        "when-hour-or-day", lambda s: s.put(clock=maybe_evening(number)), lambda s: s.put(day=Day(day=number))
    )


@rule(LEFT_OVER, "&+")
def comma(line: Line, _: list[Token]) -> Line:
    """A comma or "and" between two parts that were each understood."""
    return replace(line)
