"""Zones, and the words that say which part of a series the next date belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policies.when.patterns.rules import Line, Rule, first, rule
from policies.when.slots import Unclear

if TYPE_CHECKING:
    from policies.when.language import Token

RULES: list[Rule] = []


@rule(RULES, "&?l?[Oi]?zl?|l(?![Oi]?[zZ])")
def zone(line: Line, tokens: list[Token]) -> Line:
    """`Berlin time`, "heure de Paris"; "local time" alone is the writer's own."""
    name = first(tokens, "z")
    return line if name is None else line.put(zone=name)


@rule(RULES, "&?l?[Oi]?Zl?")
def several_zones(line: Line, tokens: list[Token]) -> Line:
    """`EST` and "Brazil" each have several clocks."""
    return line.fork("when-which-zone", *(lambda s, n=n: s.put(zone=n) for n in first(tokens, "Z")))


@rule(RULES, "v")
def offset(line: Line, tokens: list[Token]) -> Line:
    """`+02:00`, "UTC+2"."""
    if tokens[0].value is None:
        raise Unclear("when-unclear", word=tokens[0].raw)
    return line.put(offset=tokens[0].value)


@rule(RULES, "F?[no]t")
def count(line: Line, tokens: list[Token]) -> Line:
    """`10 times`."""
    return line.put(count=first(tokens, "no")).main()


@rule(RULES, "F[ny]u")
def lasting(line: Line, tokens: list[Token]) -> Line | None:
    """`For 10 weeks`; "for 2 hours" says how long a meeting is, which is no time to begin."""
    unit = first(tokens, "u")
    return (
        line.put(lasting=(unit, first(tokens, "ny"))) if unit in {"day", "week", "fortnight", "month", "year"} else None
    )


@rule(RULES, "&?(?:[UX]|S(?![wWV][UB-][wWV]))")
def part_of_a_series(line: Line, tokens: list[Token]) -> Line:
    """`Until`, "except", "starting"."""
    return replace(line, mode={"U": "until", "X": "except", "S": "start"}[tokens[-1].kind])
