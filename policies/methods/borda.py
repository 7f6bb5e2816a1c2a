"""Borda: a ranking gives n-1 points to its first option, n-2 to its second, and so on down to 0.

Options that are equal share the points of their places; options left out share what is left, so a short ballot is worth
neither more nor less than a full one. This adds up points: it is not an instant run-off.
Source: https://electowiki.org/wiki/Borda_count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from policies.ballots import Amount, Ballot, Question, Result, amount
from policies.electorate import read_word
from policies.methods import Example, Method
from policies.methods._standing import elect, nothing, order, ranked, standing
from policies.model import text


def check(question: Question) -> None:
    """Raises `BadBallotFile` if other points are asked for than those that this method knows."""
    read_word("rules.points", question.rules["points"], ("n-1..0",))


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who has most points."""
    if (empty := nothing(ballots)) is not None:
        return empty
    options = len(question.options)
    # Twice the points, so that equal places share whole numbers: places 2 and 3 of 4 share 2 + 1, which is twice 3/2.
    doubled = dict.fromkeys(question.options, 0)
    for ballot in ballots:
        if ballot.blank:
            continue
        left = options
        unranked = set(question.options)
        for place in ballot.ranking or ():
            for option in place:
                doubled[option] += (2 * left - len(place) - 1) * ballot.count
            left -= len(place)
            unranked.difference_update(place)
        for option in unranked:
            doubled[option] += (left - 1) * ballot.count
    counts: dict[str, Amount] = {option: amount(Fraction(points, 2)) for option, points in doubled.items()}
    places = order(counts)
    result = elect(places, question.seats)
    voters = sum(ballot.count for ballot in ballots if not ballot.blank)
    return replace(
        result,
        order=places,
        counts=counts,
        explain=(text("count-points", options=standing(ranked(counts)), voters=voters), *result.explain),
    )


METHOD = Method(
    name="borda",
    takes="ranking",
    count=count,
    check=check,
    rules={"points": "n-1..0"},
    several_seats=True,
    examples=(
        Example(
            {
                "method": "borda",
                "options": ["Memphis", "Nashville", "Chattanooga", "Knoxville"],
                "ballots": [
                    {"ranking": ["Memphis", "Nashville", "Chattanooga", "Knoxville"], "count": 42},
                    {"ranking": ["Nashville", "Chattanooga", "Knoxville", "Memphis"], "count": 26},
                    {"ranking": ["Chattanooga", "Knoxville", "Nashville", "Memphis"], "count": 15},
                    {"ranking": ["Knoxville", "Chattanooga", "Nashville", "Memphis"], "count": 17},
                ],
            },
            {
                "winners": ["Nashville"],
                "order": [["Nashville"], ["Chattanooga"], ["Memphis"], ["Knoxville"]],
                "counts": {"Memphis": 126, "Nashville": 194, "Chattanooga": 173, "Knoxville": 107},
            },
        ),
        Example(
            # B and C share 1 + 0.
            {"method": "borda", "options": ["A", "B", "C"], "ballots": [{"ranking": ["A"], "count": 1}]},
            {"winners": ["A"], "order": [["A"], ["B", "C"]], "counts": {"A": 2, "B": "1/2", "C": "1/2"}},
        ),
    ),
)
