"""What Condorcet methods share: how many voters prefer each option to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from policies.ballots import Ballot
from policies.model import Text, text

Pairs = Mapping[tuple[str, str], int]


def pairwise(options: Sequence[str], ballots: Sequence[Ballot]) -> Pairs:
    """How many voters prefer the first of each pair to the second. What a ballot leaves out is equal last."""
    rankings: Counter[tuple[tuple[str, ...], ...]] = Counter()
    for ballot in ballots:
        if ballot.ranking:
            rankings[ballot.ranking] += ballot.count
    pairs = {(first, second): 0 for first in options for second in options if first != second}
    for ranking, times in rankings.items():
        below = set(options)
        for place in ranking:
            below.difference_update(place)
            for first in place:
                for second in below:
                    pairs[first, second] += times
    return pairs


def written(pairs: Pairs) -> dict[str, int]:
    """`pairs` as the ballot file writes them: "A>B"."""
    return {f"{first}>{second}": votes for (first, second), votes in pairs.items()}


def duels(pairs: Pairs, winner: str, options: Sequence[str]) -> Text:
    """How `winner` did against each other option, to be said."""
    return text(
        "count-duels",
        option=winner,
        duels=tuple(
            text("count-duel", option=other, won=pairs[winner, other], lost=pairs[other, winner])
            for other in options
            if other != winner
        ),
    )
