"""Approval: everybody names as many options as they like; most approvals win.

Shares are of the voters, never of the approvals given. A blank ballot approves of nothing and is a voter all the same.
With several seats the best get them, a tie for the last one is reported, and an option that nobody approved of gets
none. Sources: https://electowiki.org/wiki/Approval_voting; Lackner and Skowron, Multi-Winner Voting with Approval
Preferences (2022).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policies.ballots import Ballot, Question, Result
from policies.methods import Example, Method
from policies.methods._standing import elect, nothing, order, ranked, standing
from policies.model import text


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who has most approvals."""
    if (empty := nothing(ballots)) is not None:
        return empty
    counts = dict.fromkeys(question.options, 0)
    for ballot in ballots:
        for option in ballot.choices or ():
            counts[option] += ballot.count
    places = order(counts)
    voters = sum(ballot.count for ballot in ballots)
    result = elect([place for place in places if counts[place[0]]], question.seats)
    return replace(
        result,
        order=places,
        counts=counts,
        turnout=voters,
        explain=(text("count-approvals", options=standing(ranked(counts)), voters=voters), *result.explain),
    )


METHOD = Method(
    name="approval",
    takes="choices",
    count=count,
    rules={},
    several_seats=True,
    examples=(
        Example(
            {
                "method": "approval",
                "options": ["Tue", "Thu", "Sat"],
                "ballots": [
                    {"choices": ["Tue", "Thu"], "count": 4},
                    {"choices": ["Thu"], "count": 2},
                    {"choices": ["Sat"], "count": 3},
                    {"choices": [], "count": 1},
                ],
            },
            {
                "winners": ["Thu"],
                "order": [["Thu"], ["Tue"], ["Sat"]],
                "counts": {"Tue": 4, "Thu": 6, "Sat": 3},
                "turnout": 10,
            },
        ),
        Example(
            {
                "method": "approval",
                "options": ["Ana", "Ben", "Cleo"],
                "seats": 2,
                "ballots": [{"choices": ["Ana", "Ben"], "count": 3}, {"choices": ["Ana", "Cleo"], "count": 3}],
            },
            {
                "winners": ["Ana"],
                "tie": True,
                "sure": ["Ana"],
                "tied": ["Ben", "Cleo"],
                "order": [["Ana"], ["Ben", "Cleo"]],
                "counts": {"Ana": 6, "Ben": 3, "Cleo": 3},
                "turnout": 6,
            },
        ),
    ),
)
