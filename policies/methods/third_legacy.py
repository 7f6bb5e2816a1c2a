"""Third Legacy procedure: ballot after ballot until one has two thirds of the votes, and in the end the hat.

Each count is of one written ballot, one name a voter; the rule `ballot` says which (1 to 5). Two thirds of the votes
elect. After the second ballot whoever has less than a fifth of the votes is withdrawn, after the third whoever has less
than a third, after the fourth whoever has fewest; but the two with most always stay, and all who are tied for second.
After the fourth the meeting decides whether to vote once more or to draw lots; after the fifth the lot is drawn among
those tied first, or else the first and all tied for second. Drawing is done elsewhere; `remaining` says among whom.
Source: The A.A. Service Manual, appendix on the Third Legacy procedure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.electorate import Threshold, read_number
from policies.methods import Example, Method
from policies.methods._standing import nothing, order, ranked, standing
from policies.model import text

_TWO_THIRDS = Threshold(Fraction(2, 3), "at_least")
_BALLOTS = 5
_FIFTH, _THIRD = 5, 3

_NEXT = {1: "second ballot", 2: "third ballot", 3: "fourth ballot", 4: "motion: fifth ballot or lot", 5: "lot"}


def check(question: Question) -> None:
    """Raises `BadBallotFile` if the ballot is not one of the five."""
    if read_number("rules.ballot", question.rules["ballot"], least=1) > _BALLOTS:
        raise BadBallotFile("rules.ballot", "must be 1 to 5")


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Whether this ballot elects, and if not, who goes on to what."""
    if (empty := nothing(ballots)) is not None:
        return empty
    counts = dict.fromkeys(question.options, 0)
    for ballot in ballots:
        if ballot.choice is not None:
            counts[ballot.choice] += ballot.count
    total = sum(counts.values())
    needed = _TWO_THIRDS.needed(total)
    said = (
        text("count-standing", options=standing(ranked(counts)), votes=total),
        text("count-two-thirds", needed=needed),
    )
    elected = tuple(option for option, votes in counts.items() if _TWO_THIRDS.passes(votes, total))
    if elected:
        return Result(
            result="elected",
            winners=elected,
            counts=counts,
            needed=needed,
            explain=(*said, text("count-winners", options=elected)),
        )
    number: int = question.rules["ballot"]
    stay = _staying(counts, number)
    remaining = tuple(option for option in question.options if option in stay)
    gone = tuple(option for option in question.options if option not in stay)
    return Result(
        result="continue",
        winners=(),
        counts=counts,
        needed=needed,
        remaining=remaining,
        eliminated=gone,
        next=_NEXT[number],
        explain=(
            *said,
            *((text("count-withdrawn", options=gone),) if gone else ()),
            text("count-goes-on", options=remaining, ballot=number),
        ),
    )


def _staying(counts: Mapping[str, int], number: int) -> frozenset[str]:
    """Who stays after ballot `number` when nobody was elected."""
    total, fewest = sum(counts.values()), min(counts.values())
    enough: dict[int, Callable[[int], bool]] = {
        1: lambda _: True,
        2: lambda votes: votes * _FIFTH >= total,
        3: lambda votes: votes * _THIRD >= total,
        4: lambda votes: votes > fewest,
    }
    places = order(counts)
    first, second = places[0], places[1] if len(places) > 1 else ()
    # Those tied first are the two with most already.
    top = {*first, *(second if len(first) == 1 else ())}
    if number == _BALLOTS:
        return frozenset(top)
    return frozenset(top | {option for option, votes in counts.items() if enough[number](votes)})


METHOD = Method(
    name="third_legacy",
    takes="choice",
    count=count,
    check=check,
    rules={"ballot": 1},
    examples=(
        Example(
            {
                "method": "third_legacy",
                "options": ["Ana", "Ben", "Cleo"],
                "rules": {"ballot": 1},
                "ballots": [
                    {"choice": "Ana", "count": 20},
                    {"choice": "Ben", "count": 8},
                    {"choice": "Cleo", "count": 2},
                ],
            },
            {"result": "elected", "winners": ["Ana"], "counts": {"Ana": 20, "Ben": 8, "Cleo": 2}, "needed": 20},
        ),
        Example(
            # Nobody but Ana has a third of 30. Cleo and Dov are tied for second and stay.
            {
                "method": "third_legacy",
                "options": ["Ana", "Ben", "Cleo", "Dov"],
                "rules": {"ballot": 3},
                "ballots": [
                    {"choice": "Ana", "count": 14},
                    {"choice": "Ben", "count": 4},
                    {"choice": "Cleo", "count": 6},
                    {"choice": "Dov", "count": 6},
                ],
            },
            {
                "result": "continue",
                "winners": [],
                "counts": {"Ana": 14, "Ben": 4, "Cleo": 6, "Dov": 6},
                "needed": 20,
                "remaining": ["Ana", "Cleo", "Dov"],
                "eliminated": ["Ben"],
                "next": "fourth ballot",
            },
        ),
    ),
)
