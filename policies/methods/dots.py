"""Dots: everybody spreads up to `dots` dots over the options, at most `max_per_option` on one.

Not all dots need be used, and a dot that was not used counts for nothing. A ballot with more dots than allowed, or with
negative or broken ones, is rejected, and no result is made of the rest until somebody has looked at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policies.ballots import Amount, Ballot, Question, Result
from policies.electorate import read_number
from policies.methods import Example, Method
from policies.methods._standing import elect, nothing, order, ranked, standing
from policies.model import text


def check(question: Question) -> None:
    """Raises `BadBallotFile` if the number of dots is not a whole number from 1."""
    read_number("rules.dots", question.rules["dots"], least=1)
    if question.rules["max_per_option"] is not None:
        read_number("rules.max_per_option", question.rules["max_per_option"], least=1)


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who has most dots."""
    budget: int = question.rules["dots"]
    most: int = budget if question.rules["max_per_option"] is None else question.rules["max_per_option"]
    for ballot in ballots:
        dots = (ballot.scores or {}).values()
        if any(not isinstance(given, int) or not 0 <= given <= most for given in dots) or sum(dots) > budget:
            return Result(
                result="ballot_rejected",
                winners=(),
                reason="invalid ballot",
                explain=(text("count-dots-rejected", dots=budget, most=most),),
            )
    # Zero dots everywhere are as blank as no dots.
    if (empty := nothing([ballot for ballot in ballots if any((ballot.scores or {}).values())])) is not None:
        return empty
    counts: dict[str, Amount] = dict.fromkeys(question.options, 0)
    for ballot in ballots:
        for option, given in (ballot.scores or {}).items():
            counts[option] += given * ballot.count
    places = order(counts)
    result = elect([place for place in places if counts[place[0]]], question.seats)
    return replace(
        result,
        order=places,
        counts=counts,
        explain=(text("count-dots", options=standing(ranked(counts)), dots=budget), *result.explain),
    )


METHOD = Method(
    name="dots",
    takes="scores",
    count=count,
    check=check,
    # None: all dots may go to one option.
    rules={"dots": 8, "max_per_option": None},
    several_seats=True,
    examples=(
        Example(
            {
                "method": "dots",
                "options": ["walk", "tea", "talk", "quiz"],
                "rules": {"dots": 5, "max_per_option": 3},
                "ballots": [
                    {"scores": {"walk": 3, "tea": 2}, "count": 2},
                    {"scores": {"tea": 3, "talk": 1}, "count": 1},
                    {"scores": {"quiz": 2}, "count": 2},
                ],
            },
            {
                "winners": ["tea"],
                "order": [["tea"], ["walk"], ["quiz"], ["talk"]],
                "counts": {"walk": 6, "tea": 7, "talk": 1, "quiz": 4},
            },
        ),
        Example(
            {
                "method": "dots",
                "options": ["walk", "tea"],
                "rules": {"dots": 5},
                "ballots": [{"scores": {"walk": 6}, "count": 1}, {"scores": {"tea": 5}, "count": 1}],
            },
            {"result": "ballot_rejected", "winners": [], "reason": "invalid ballot"},
        ),
    ),
)
