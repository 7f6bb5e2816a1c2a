"""How far from now: "in 90 minutes", "in einer Woche", "dans 2 jours"."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from policies.when.patterns.rules import Line, Rule, rule
from policies.when.slots import Span, Unclear

if TYPE_CHECKING:
    from policies.when.language import Token

RULES: list[Rule] = []
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "half-hour": 1800, "quarter-hour": 900, "three-quarter-hour": 2700}
_CALENDAR = {"day": (1, 0), "week": (7, 0), "fortnight": (14, 0), "month": (0, 1), "year": (0, 12)}
_MOST = 10_000_000
_PAIR = "[nyob]?[uh](?:&?H)?(?![HQ])"


@rule(RULES, rf"inhn(?![utmh])|in&n[uh]|i{_PAIR}(?:&?{_PAIR})*|[ny][uh](?:&?[ny][uh])*g")
def from_now(line: Line, tokens: list[Token]) -> Line | None:
    """Hours and minutes are elapsed time; days, weeks, months and years keep the clock."""
    pairs: list[tuple[Fraction, str]] = []
    number: Fraction | None = None
    for token in tokens:
        if token.kind in "nyo":
            said = Fraction(token.value)
            number = said if number is None else number + said / 10 ** len(token.raw)  # "1,5 hours"
        elif token.kind == "b":
            number = Fraction(token.raw)
        elif token.kind in "uh":
            pairs.append((Fraction(1) if number is None else number, "hour" if token.kind == "h" else token.value))
            number = None
        elif token.kind == "H":
            pairs.append((Fraction(1, 2), pairs[-1][1]))
    if number is not None:
        pairs.append((number, "minute"))
    about = _about(line, pairs)
    return about if about is not None else line.put(span=_span(pairs))


def _about(line: Line, pairs: list[tuple[Fraction, str]]) -> Line | None:
    """`Dans quinze jours` is two weeks to most, fifteen days to some."""
    if len(pairs) != 1 or pairs[0][1] != "day" or pairs[0][0] not in line.table.idioms:
        return None
    said = int(pairs[0][0])
    meant = line.table.idioms[said]
    return line.fork("when-about-days", *(lambda s, d=d: s.put(span=Span(days=d)) for d in (meant, said)))


def _span(pairs: list[tuple[Fraction, str]]) -> Span:
    elapsed, days, months = Fraction(0), 0, 0
    for number, unit in pairs:
        if number > _MOST:
            raise Unclear("when-too-far")
        if unit in _SECONDS:
            elapsed += number * _SECONDS[unit]
        elif number.denominator != 1:
            raise Unclear("when-half-day")
        else:
            days += int(number) * _CALENDAR[unit][0]
            months += int(number) * _CALENDAR[unit][1]
    return Span(timedelta(seconds=round(elapsed)), days, months)


@rule(RULES, "ic")
def clock_from_now(line: Line, tokens: list[Token]) -> Line | None:
    """`In 1h30` is an hour and a half; "in 1:30" might be anything."""
    if ":" in tokens[1].raw:
        return None
    hours, minutes, _ = tokens[1].value
    return line.put(span=Span(timedelta(hours=hours, minutes=minutes)))
