"""STAR (score, then automatic run-off): of the two options with the most points, the one that more voters prefer.

Points run from `min` to `max` (0 to 5); an option left out gets `min`. No tie is broken silently: where several could
be the two finalists, every such pair is looked at, and a tie is reported only if it can change who wins.
Source: https://www.starvoting.org.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from policies.ballots import Amount, Ballot, Question, Result
from policies.methods import Example, Method
from policies.methods._standing import nothing, order, ranked, seated, standing
from policies.methods.score import check_range, check_scores
from policies.model import text

_FINALISTS = 2


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """The run-off of the two with the most points."""
    if (empty := nothing(ballots)) is not None:
        return empty
    lowest = question.rules["min"]
    filled = [
        ({option: (ballot.scores or {}).get(option, lowest) for option in question.options}, ballot.count)
        for ballot in ballots
        if not ballot.blank
    ]
    counts: dict[str, Amount] = {
        option: sum(scores[option] * times for scores, times in filled) for option in question.options
    }
    places = order(counts)
    points = text("count-points", options=standing(ranked(counts)), voters=sum(times for _, times in filled))
    if len(question.options) == 1:
        winners = text("count-winners", options=question.options)
        return Result(winners=question.options, order=places, counts=counts, explain=(points, winners))
    sure, tied = seated(places, _FINALISTS)
    pairs = [(*sure, *chosen) for chosen in combinations(tied, _FINALISTS - len(sure))]
    runoffs = [_runoff(filled, first, second) for first, second in pairs]
    ahead = [tuple(option for option in runoff if runoff[option] == max(runoff.values())) for runoff in runoffs]
    possible = {option for winners in ahead for option in winners}
    listed = tuple(option for option in question.options if option in possible)
    result = Result(order=places, counts=counts, runoff=runoffs[0] if len(runoffs) == 1 else tuple(runoffs))
    steps = [points, *(text("count-runoff", options=standing(ranked(runoff))) for runoff in runoffs)]
    if len(possible) == 1:
        return replace(result, winners=listed, explain=(*steps, text("count-winners", options=listed)))
    if len(runoffs) == 1:
        return replace(result, winners=listed, tie=True, explain=(*steps, text("count-tie", options=listed)))
    last = text("count-tie-inside", options=listed)
    return replace(result, winners=(), tie=True, possible_winners=listed, explain=(*steps, last))


def _runoff(filled: Sequence[tuple[dict[str, Amount], int]], first: str, second: str) -> dict[str, int]:
    """How many voters prefer each of the two; who scored them alike prefers neither."""
    return {
        first: sum(times for scores, times in filled if scores[first] > scores[second]),
        second: sum(times for scores, times in filled if scores[second] > scores[first]),
    }


METHOD = Method(
    name="star",
    takes="scores",
    count=count,
    check=check_range,
    check_ballot=check_scores,
    rules={"min": 0, "max": 5},
    examples=(
        Example(
            # Wide support against a narrow first choice: the capital of Tennessee, scored.
            {
                "method": "star",
                "options": ["Memphis", "Nashville", "Chattanooga", "Knoxville"],
                "ballots": [
                    {"scores": {"Memphis": 5, "Nashville": 2, "Chattanooga": 1}, "count": 42},
                    {"scores": {"Nashville": 5, "Chattanooga": 2, "Knoxville": 1}, "count": 26},
                    {"scores": {"Chattanooga": 5, "Knoxville": 4, "Nashville": 2}, "count": 15},
                    {"scores": {"Knoxville": 5, "Chattanooga": 4, "Nashville": 2}, "count": 17},
                ],
            },
            {
                "winners": ["Nashville"],
                "order": [["Nashville"], ["Chattanooga"], ["Memphis"], ["Knoxville"]],
                "counts": {"Memphis": 210, "Nashville": 278, "Chattanooga": 237, "Knoxville": 171},
                "runoff": {"Nashville": 68, "Chattanooga": 32},
            },
        ),
    ),
)
