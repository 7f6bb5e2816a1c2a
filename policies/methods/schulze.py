"""Schulze's method: the option that nobody beats on the strongest path of head-to-head wins.

The strength of a win is the number of voters behind it (winning votes); a path is as strong as its weakest win. The
result is a set: options that beat each other on no path are all winners, and that is a tie. `order` takes the unbeaten
options first, then those unbeaten among the rest, and so on; options in one place are not beaten by each other, though
an option in a later place need not be beaten by all before it. What a ballot leaves out is equal last.
Source: Markus Schulze, The Schulze Method of Voting, arXiv:1804.02973.
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.ballots import Ballot, Question, Result
from policies.electorate import read_word
from policies.methods import Example, Method
from policies.methods._pairs import Pairs, duels, pairwise, written
from policies.methods._standing import nothing
from policies.model import text


def check(question: Question) -> None:
    """Raises `BadBallotFile` if another strength is asked for than winning votes."""
    read_word("rules.strength", question.rules["strength"], ("winning_votes",))


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who is beaten by nobody."""
    if (empty := nothing(ballots)) is not None:
        return empty
    options = question.options
    pairs = pairwise(options, ballots)
    paths = strongest_paths(options, pairs)
    order: list[tuple[str, ...]] = []
    rest = list(options)
    while rest:
        place = tuple(
            option
            for option in rest
            if all(paths[other, option] <= paths[option, other] for other in rest if other != option)
        )
        order.append(place)
        rest = [option for option in rest if option not in place]
    winners = order[0]
    tie = len(winners) > 1
    return Result(
        winners=winners,
        tie=tie,
        order=tuple(order),
        pairs=written(pairs),
        strongest_paths=written(paths),
        explain=(
            *(duels(pairs, winner, options) for winner in winners if len(options) > 1),
            text("count-tie" if tie else "count-unbeaten", options=winners),
        ),
    )


def strongest_paths(options: Sequence[str], pairs: Pairs) -> Pairs:
    """The strength of the strongest path between each two options (Floyd and Warshall; 2.3.1 of the paper)."""
    paths = {(first, second): votes if votes > pairs[second, first] else 0 for (first, second), votes in pairs.items()}
    for middle in options:
        for first in options:
            for second in options:
                if len({first, middle, second}) == 3:  # noqa: PLR2004 - three different options
                    through = min(paths[first, middle], paths[middle, second])
                    paths[first, second] = max(paths[first, second], through)
    return paths


METHOD = Method(
    name="schulze",
    takes="ranking",
    count=count,
    check=check,
    rules={"strength": "winning_votes"},
    examples=(
        Example(
            # Example 1 of the paper: 45 voters, a unique order.
            {
                "method": "schulze",
                "options": ["A", "B", "C", "D", "E"],
                "ballots": [
                    {"ranking": ["A", "C", "B", "E", "D"], "count": 5},
                    {"ranking": ["A", "D", "E", "C", "B"], "count": 5},
                    {"ranking": ["B", "E", "D", "A", "C"], "count": 8},
                    {"ranking": ["C", "A", "B", "E", "D"], "count": 3},
                    {"ranking": ["C", "A", "E", "B", "D"], "count": 7},
                    {"ranking": ["C", "B", "A", "D", "E"], "count": 2},
                    {"ranking": ["D", "C", "E", "B", "A"], "count": 7},
                    {"ranking": ["E", "B", "A", "D", "C"], "count": 8},
                ],
            },
            {
                "winners": ["E"],
                "order": [["E"], ["A"], ["C"], ["B"], ["D"]],
            },
            whole=False,
        ),
        Example(
            {
                "method": "schulze",
                "options": ["A", "B", "C"],
                "ballots": [
                    {"ranking": ["A", "B", "C"], "count": 1},
                    {"ranking": ["B", "C", "A"], "count": 1},
                    {"ranking": ["C", "A", "B"], "count": 1},
                ],
            },
            {
                "winners": ["A", "B", "C"],
                "tie": True,
                "order": [["A", "B", "C"]],
                "pairs": {"A>B": 2, "A>C": 1, "B>A": 1, "B>C": 2, "C>A": 2, "C>B": 1},
                "strongest_paths": {"A>B": 2, "A>C": 2, "B>A": 2, "B>C": 2, "C>A": 2, "C>B": 2},
            },
        ),
    ),
)
