"""Plurality: the option that most people chose, and whether more than half did.

With several seats those with most votes get them, each voter having one vote (single non-transferable vote). An option
that nobody chose gets no seat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policies.ballots import Ballot, Question, Result
from policies.methods import Example, Method
from policies.methods._standing import elect, nothing, order, ranked, standing
from policies.model import text


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who has most votes."""
    if (empty := nothing(ballots)) is not None:
        return empty
    counts = dict.fromkeys(question.options, 0)
    for ballot in ballots:
        if ballot.choice is not None:
            counts[ballot.choice] += ballot.count
    places = [tuple(option for option in place if counts[option]) for place in order(counts)]
    result = elect([place for place in places if place], question.seats)
    total = sum(counts.values())
    half = max(counts.values()) * 2 > total
    steps = [text("count-standing", options=standing(ranked(counts)), votes=total)]
    if question.seats == 1:
        steps.append(text("count-half" if half else "count-no-half"))
    return replace(
        result,
        counts=counts,
        majority_reached=half if question.seats == 1 else None,
        explain=(*steps, *result.explain),
    )


_CAPITALS = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]

METHOD = Method(
    name="plurality",
    takes="choice",
    count=count,
    rules={},
    several_seats=True,
    examples=(
        Example(
            {
                "method": "plurality",
                "options": _CAPITALS,
                "ballots": [
                    {"choice": "Memphis", "count": 42},
                    {"choice": "Nashville", "count": 26},
                    {"choice": "Chattanooga", "count": 15},
                    {"choice": "Knoxville", "count": 17},
                ],
            },
            {
                "winners": ["Memphis"],
                "counts": {"Memphis": 42, "Nashville": 26, "Chattanooga": 15, "Knoxville": 17},
                "majority_reached": False,
            },
        ),
        Example(
            {
                "method": "plurality",
                "options": ["tea", "walk", "quiz"],
                "ballots": [
                    {"choice": "walk", "count": 3},
                    {"choice": "tea", "count": 3},
                    {"choice": "quiz", "count": 1},
                ],
            },
            {
                "winners": ["tea", "walk"],
                "tie": True,
                "counts": {"tea": 3, "walk": 3, "quiz": 1},
                "majority_reached": False,
            },
        ),
    ),
)
