"""Series: "every other Tuesday", "dienstags", "le 15 de chaque mois", "de lunes a viernes"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policies.when.patterns.clocks import noon_or_midnight
from policies.when.patterns.days import nth, set_weekdays
from policies.when.patterns.rules import Line, Rule, first, has, rule, values
from policies.when.slots import Day, Unclear

if TYPE_CHECKING:
    from policies.when.language import Token

RULES: list[Rule] = []
_WEEK = 7
_WORKDAYS = 5
_LAST = -1
_SECOND = 2
_LARGEST_STEP = 1000
_AS_MINUTES = {"half-hour": 30, "quarter-hour": 15, "three-quarter-hour": 45}


def set_frequency(line: Line, unit: str, number: int) -> Line:
    """Every so many of a unit. Raises `Unclear` for steps that nobody can keep."""
    if unit == "second":
        raise Unclear("when-too-often")
    if not 1 <= number <= _LARGEST_STEP:
        raise Unclear("when-unclear", word=str(number))
    if unit == "fortnight":
        unit, number = "week", 2 * number
    if unit in _AS_MINUTES:
        unit, number = "minute", _AS_MINUTES[unit] * number
    meant = line.table.idioms.get(number, number)
    if unit == "day" and meant not in {number, _WEEK}:
        return line.put(every=True).fork(
            "when-about-days",
            *(lambda s, n=n: s.put(frequency=("day", n)) for n in (meant, number)),
        )
    return line.put(every=True, frequency=(unit, number))


@rule(RULES, "[oAn]?[Oi]?e?ou[Oi]*[eT]?u|[on][Oi]?eu|eo[Oi]u|e?ou[Oi]u")
def day_of_each_month(line: Line, tokens: list[Token]) -> Line | None:
    """`The 15th of every month`, "last day of the month"."""
    units = values(tokens, "u")
    if units[-1] != "month":
        return None
    ordinal = first(tokens, "on")
    if len(units) > 1 and (units[0] != "day" or ordinal is None):
        return None
    return monthly(line, Day(day=ordinal))


@rule(RULES, "[on](?:&[on])+[Oi]?eu")
def days_of_each_month(line: Line, tokens: list[Token]) -> Line | None:
    """`The 1st and 15th of every month`."""
    return monthly(line, several(values(tokens, "on"))) if first(tokens, "u") == "month" else None


def several(days: list[int]) -> Day:
    """Several days of the month, the soonest first."""
    soonest, *later = sorted(set(days))
    return Day(day=soonest, also=tuple(later))


@rule(RULES, "o(?:&o)+(?![wWVmu])")
def days_of_the_month(line: Line, tokens: list[Token]) -> Line | None:
    """`Monthly 1st and 15th`."""
    if line.mode != "main" or line.slots.frequency is None or line.slots.frequency[0] != "month":
        return None
    return monthly(line, several(values(tokens, "o")))


@rule(RULES, "A[Oi]?eu")
def end_of_each_month(line: Line, tokens: list[Token]) -> Line | None:
    """`Ende jedes Monats`."""
    return monthly(line, Day(day=_LAST)) if first(tokens, "u") == "month" else None


@rule(RULES, "ou(?![OiNTC]*[mu])")
def last_day(line: Line, tokens: list[Token]) -> Line | None:
    """`Monthly last day`."""
    if tokens[0].value != _LAST or tokens[1].value != "day" or not line.slots.every:
        return None
    return monthly(line, Day(day=_LAST))


def monthly(line: Line, day: Day) -> Line:
    """On a day of each month, or of each so many months where that was said before."""
    line = line.put(every=True, day=day)
    return line if line.slots.frequency else line.put(frequency=("month", 1))


@rule(RULES, "e?o(?:&o)*[wWV][Oi]?[eT]?u|e?o(?:&o)*[wWV]")
def nth_weekday(line: Line, tokens: list[Token]) -> Line | None:
    """`First Monday of the month`, "every last Friday"; "every second Tuesday" is every other one."""
    units = values(tokens, "u")
    if units not in ([], ["month"]):
        return None
    ordinal, weekday = first(tokens, "o"), first(tokens, "wWV")
    frequency = line.slots.frequency
    if units or (frequency is not None and frequency[0] in {"month", "year"}):
        return monthly(line, Day(nth=nth(tokens)))
    if has(tokens, "&"):
        return monthly(line, Day(nth=nth(tokens)))
    if tokens[0].kind != "e":
        # "Last Friday" looks back; "first Monday" alone names no month.
        raise Unclear("when-past" if ordinal == _LAST else "when-which-month")
    if ordinal in {_LAST, 1}:
        return monthly(line, Day(nth=nth(tokens)))
    if ordinal == _SECOND:
        return line.put(every=True, frequency=("week", _SECOND), weekdays=(weekday,))
    return line.put(every=True).fork(
        "when-every-nth",
        lambda s: s.put(frequency=("week", ordinal), weekdays=(weekday,)),
        lambda s: s.put(frequency=("month", 1), day=Day(nth=nth(tokens))),
    )


@rule(RULES, "e[nox]?[uh]|exn?[uh]|n?[uh]x")
def every_unit(line: Line, tokens: list[Token]) -> Line:
    """`Every day`, "every 3 weeks", "alle zwei Monate", "une semaine sur deux"."""
    number = 2 if has(tokens, "x") else first(tokens, "no")
    return set_frequency(line, first(tokens, "u") or "hour", 1 if number is None else number)


@rule(RULES, "e[xn][wWV]|n?[wWV]x")
def every_other_weekday(line: Line, tokens: list[Token]) -> Line:
    """`Every other Tuesday`, "alle zwei Dienstage", "un mardi sur deux"."""
    number = 2 if has(tokens, "x") else first(tokens, "n")
    return set_weekdays(set_frequency(line, "week", number), values(tokens, "wWV"))


@rule(RULES, "f")
def adverb(line: Line, tokens: list[Token]) -> Line:
    """`Weekly`, "14-tägig"."""
    return set_frequency(line, *tokens[0].value)


@rule(RULES, "q")
def two_meanings(_: Line, tokens: list[Token]) -> Line:
    """`Biweekly` is twice a week or every two weeks."""
    raise Unclear("when-two-meanings", word=tokens[0].raw)


@rule(RULES, "e?k")
def workdays(line: Line, tokens: list[Token]) -> Line:
    """`On workdays`; a German Werktag may be a Saturday."""
    days = tokens[-1].value
    if days == _WORKDAYS:
        return set_weekdays(line if line.mode == "except" else line.put(every=True), list(range(days)))
    return line.put(every=True).fork(
        "when-saturday-too", *(lambda s, n=n: s.put(weekdays=tuple(range(n))) for n in (_WORKDAYS, days))
    )


@rule(RULES, "eE|E")
def weekend(line: Line, tokens: list[Token]) -> Line:
    """`Every weekend` is Saturday and Sunday; "the weekend" alone is a question."""
    if line.mode == "main":
        if tokens[0].kind != "e" and tokens[0].value != "each":
            raise Unclear("when-which-day")
        line = line.put(every=True)
    return set_weekdays(line, [5, 6])


@rule(RULES, "ep")
def every_part(line: Line, tokens: list[Token]) -> Line:
    """`Every evening at 8`."""
    return line.put(every=True, frequency=("day", 1), part=tokens[1].value)


@rule(RULES, "eM")
def every_noon(line: Line, tokens: list[Token]) -> Line | None:
    """`Jeden Mittag`."""
    return noon_or_midnight(line.put(every=True, frequency=("day", 1)), tokens[1:])


@rule(RULES, "e")
def every(line: Line, _: list[Token]) -> Line:
    """`Every` before something that says what."""
    return line.put(every=True)


@rule(RULES, "[wWV][B-][wWV]|S[wWV][UB-][wWV]")
def from_day_to_day(line: Line, tokens: list[Token]) -> Line:
    """`Mon-Fri`."""
    start, end = values(tokens, "wWV")
    days = [day % _WEEK for day in range(start, (end if end >= start else end + _WEEK) + 1)]
    return set_weekdays(line if line.mode == "except" else line.put(every=True), days)


@rule(RULES, "W(?:&?[wWV])*|[wV](?:&?[wWV])+")
def several_weekdays(line: Line, tokens: list[Token]) -> Line:
    """`Mondays`, "Mon and Thu"."""
    days = values(tokens, "wWV")
    if line.mode in {"until", "start"}:
        return set_weekdays(line, days)
    return set_weekdays(line if line.mode == "except" else line.put(every=True), days)


@rule(RULES, "V(?![on]?O?m|[onDsb]|&)")
def weekday_or_each(line: Line, tokens: list[Token]) -> Line | None:
    """`Le lundi à 18 h` is each Monday to most and the coming one to some, unless a date or a step is said too."""
    day = tokens[0].value
    if line.mode != "main" or line.slots.every:
        return None
    return line.fork(
        "when-once-or-series",
        lambda s: s.put(every=True, weekdays=(day,)),
        lambda s: replace(s.put(weekdays=(day,))),
    )
