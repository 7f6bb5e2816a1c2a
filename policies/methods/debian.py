"""Debian's method: options must first beat "none of the above", then cloneproof Schwartz sequential dropping decides.

`default` is the option "none of the above". An option is dropped unless at least `quorum_above_default` voters prefer
it to the default (a number that is not rounded: 47.43 needs 48) and more voters prefer it than prefer the default. So
a quorum counts only those who support something, and nobody can defeat it by staying away or by coming. Of what is
left, the weakest defeats inside the Schwartz set are dropped until none is left there. More than one winner is a tie,
which Debian leaves to a casting vote. Source: Debian Constitution v1.9, section 4.2 and appendix A.5 and A.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from policies.ballots import MOST, BadBallotFile, Ballot, Question, Result, exact
from policies.methods import Example, Method
from policies.methods._pairs import Pairs, duels, pairwise, written
from policies.methods._standing import nothing
from policies.model import text

Defeats = frozenset[tuple[str, str]]
_NUMBER = re.compile(r"\d{1,12}(\.\d{1,12}|/[1-9]\d{0,11})?")


def check(question: Question) -> None:
    """Raises `BadBallotFile` if the default option or the quorum is not as it must be."""
    default = question.rules["default"]
    if default is None:
        raise BadBallotFile("rules.default", 'is missing: which option is "none of the above"')
    if default not in question.options:
        raise BadBallotFile("rules.default", "is not one of the options")
    _quorum(question.rules["quorum_above_default"])


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who is left when all weak defeats are dropped."""
    if (empty := nothing(ballots)) is not None:
        return empty
    default: str = question.rules["default"]
    quorum = _quorum(question.rules["quorum_above_default"])
    needed = -(-quorum.numerator // quorum.denominator)
    pairs = pairwise(question.options, ballots)
    others = [option for option in question.options if option != default]
    too_few = tuple(option for option in others if pairs[option, default] < quorum)
    not_more = tuple(
        option for option in others if option not in too_few and pairs[option, default] <= pairs[default, option]
    )
    left = [option for option in question.options if option not in too_few + not_more]
    found = _drop_weakest(left, pairs)
    winners = tuple(option for option in question.options if option in found)
    steps = [text("count-above-default", default=default, needed=max(needed, 1))]
    if too_few:
        steps.append(text("count-below-quorum", options=too_few, default=default, needed=needed))
    if not_more:
        steps.append(text("count-below-default", options=not_more, default=default))
    steps += [duels(pairs, winner, left) for winner in winners if len(left) > 1]
    if winners == (default,):
        steps.append(text("count-default-wins", default=default))
    else:
        steps.append(text("count-tie" if len(winners) > 1 else "count-unbeaten", options=winners))
    return Result(
        winners=winners,
        tie=len(winners) > 1,
        eliminated=too_few + not_more,
        pairs=written(pairs),
        quorum_needed=needed or None,
        explain=tuple(steps),
    )


def _quorum(value: object) -> Fraction:
    """The quorum as an exact number: it may be written as 47.43, "47.43" or "4743/100"."""
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction | str):
        raise BadBallotFile("rules.quorum_above_default", "must be a number")
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise BadBallotFile("rules.quorum_above_default", 'must be a number, such as 12, 47.43 or "3/2"')
    quorum = exact("rules.quorum_above_default", value) if isinstance(value, float) else Fraction(value)
    if not 0 <= quorum <= MOST:
        raise BadBallotFile("rules.quorum_above_default", "must be a number, not negative")
    return quorum


def _drop_weakest(options: Sequence[str], pairs: Pairs) -> frozenset[str]:
    """Appendix A.5, steps 5 to 8: the Schwartz set once no defeat is left inside it."""
    defeats: Defeats = frozenset(
        (first, second)
        for first in options
        for second in options
        if first != second and pairs[first, second] > pairs[second, first]
    )
    left = frozenset(options)
    while True:
        left = _schwartz(left, defeats)
        defeats = frozenset(defeat for defeat in defeats if left.issuperset(defeat))
        if not defeats:
            return left
        # Fewest voters behind it; of two with as many, the one with more voters against it.
        weakness = {(first, second): (pairs[first, second], -pairs[second, first]) for first, second in defeats}
        weakest = min(weakness.values())
        defeats = frozenset(defeat for defeat in defeats if weakness[defeat] != weakest)


def _schwartz(options: frozenset[str], defeats: Defeats) -> frozenset[str]:
    """The options that beat, over any number of steps, all that beat them so."""
    reach = {option: _beaten(option, defeats) for option in options}
    return frozenset(
        option for option in options if all(other in reach[option] for other in options if option in reach[other])
    )


def _beaten(option: str, defeats: Iterable[tuple[str, str]]) -> set[str]:
    found: set[str] = set()
    waiting = [option]
    while waiting:
        current = waiting.pop()
        for first, second in defeats:
            if first == current and second not in found:
                found.add(second)
                waiting.append(second)
    return found


METHOD = Method(
    name="debian",
    takes="ranking",
    count=count,
    check=check,
    rules={"default": None, "quorum_above_default": 0},
    counts_turnout=False,
    examples=(
        Example(
            # A quorum of 47.43 is not rounded: 47 voters are too few.
            {
                "method": "debian",
                "options": ["A", "B", "none"],
                "rules": {"default": "none", "quorum_above_default": 47.43},
                "ballots": [
                    {"ranking": ["A", "none", "B"], "count": 47},
                    {"ranking": ["B", "none"], "count": 48},
                    {"ranking": ["A", "B"], "count": 0},
                ],
            },
            {"winners": ["B"], "eliminated": ["A"], "quorum_needed": 48},
            whole=False,
        ),
        Example(
            {
                "method": "debian",
                "options": ["A", "none"],
                "rules": {"default": "none"},
                "ballots": [{"ranking": ["A"], "count": 3}, {"ranking": ["none"], "count": 3}],
            },
            {"winners": ["none"], "eliminated": ["A"], "pairs": {"A>none": 3, "none>A": 3}},
        ),
    ),
)
