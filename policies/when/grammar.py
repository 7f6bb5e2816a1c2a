"""From tokens to slots: at each place the first pattern that fits is taken, and every token must be taken by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policies.when.patterns import clocks, days, places, series, spans
from policies.when.patterns.rules import Line
from policies.when.slots import Slots, Unclear

if TYPE_CHECKING:
    from policies.when.language import Language, Token

# The order matters: "2 hours" is a span before it is "2 o'clock", and a number alone is looked at last.
_RULES = (*places.RULES, *spans.RULES, *clocks.RULES, *days.RULES, *series.RULES, *days.LEFT_OVER)


def parse(tokens: list[Token], table: Language) -> Slots:
    """Fill the slots that the tokens speak of. Raises `Unclear`."""
    shape = "".join(t.kind for t in tokens)
    line = Line(table, Slots())
    here = 0
    while here < len(tokens):
        line, here = _step(line, tokens, shape, here)
    return line.slots


def _step(line: Line, tokens: list[Token], shape: str, here: int) -> tuple[Line, int]:
    for pattern, action in _RULES:
        match = pattern.match(shape, here)
        if match is not None and match.end() > here:
            after = action(line, tokens[here : match.end()])
            if after is not None:
                return after, match.end()
    raise Unclear("when-unclear", word=tokens[here].raw)
