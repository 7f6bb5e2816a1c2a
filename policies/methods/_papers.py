"""What methods share that hand a vote on from option to option: the papers, and whom each one stands for next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from policies.ballots import Ballot

Paper = tuple[tuple[str, ...], ...]
"""A ranking, best first; options in one place are equal and share the vote while more than one of them is in."""


def papers(options: Sequence[str], ballots: Sequence[Ballot]) -> Mapping[Paper, int]:
    """The rankings in `ballots` and how many voters gave each; blank ones are left out.

    Several options equal last say nothing, whether they are written down or left out: there the vote ends.
    """
    found: Counter[Paper] = Counter()
    for ballot in ballots:
        ranking = ballot.ranking or ()
        if ranking and len(ranking[-1]) > 1 and sum(map(len, ranking)) == len(options):
            ranking = ranking[:-1]
        if ranking:
            found[ranking] += ballot.count
    return found


def next_place(paper: Paper, still_in: Container[str]) -> list[str]:
    """The options of the best place on `paper` that are still in; empty if there is none: the paper is exhausted."""
    for place in paper:
        if len(place) == 1:
            if place[0] in still_in:
                return [place[0]]
        elif left := [option for option in place if option in still_in]:
            return left
    return []
