"""Other programs come to the same results where their rules are the same: pyrankvote and votelib, on seeded profiles."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random
from typing import Any

import pyrankvote
import pytest
import votelib.component.rankscore
import votelib.convert
import votelib.evaluate.cardinal
import votelib.evaluate.condorcet
import votelib.evaluate.sequential

from policies import methods
from policies.ballots import Ballot, Question, Result

OPTIONS = ("A", "B", "C", "D", "E", "F")
PROFILES = 200


def rankings(seed: int, *, full: bool) -> list[Ballot]:
    """Two dozen rankings without equal places, each given by a number of voters."""
    chance = Random(seed)  # noqa: S311 - reproducible, not secret
    return [
        Ballot(
            ranking=tuple((name,) for name in chance.sample(OPTIONS, 6 if full else chance.randint(1, 6))),
            count=chance.randint(1, 40),
        )
        for _ in range(24)
    ]


def scores(seed: int) -> list[Ballot]:
    """Two dozen score ballots, each given by a number of voters."""
    chance = Random(seed)  # noqa: S311 - reproducible, not secret
    return [
        Ballot(scores={name: chance.randint(0, 5) for name in OPTIONS}, count=chance.randint(1, 40)) for _ in range(24)
    ]


def as_votes(ballots: list[Ballot]) -> dict[Any, int]:
    """Rankings or scores as votelib takes them."""
    votes: Counter[Any] = Counter()
    for ballot in ballots:
        if ballot.ranking is not None:
            votes[tuple(name for (name,) in ballot.ranking)] += ballot.count
        elif ballot.scores is not None:
            votes[frozenset(ballot.scores.items())] += ballot.count
    return dict(votes)


def clear(result: Result) -> bool:
    """Whether all had votes and no two still in ever stood alike, so that no rule about ties had a part in it."""
    quota = Fraction(result.quota) if result.quota is not None else None
    rounds = [*(result.rounds or ()), *(stage["votes"] for stage in result.stages or ())]
    open_ = [[votes for votes in map(Fraction, standing.values()) if votes and votes != quota] for standing in rounds]
    everybody = all(map(Fraction, rounds[0].values()))
    return everybody and not result.tie and all(len(set(votes)) == len(votes) for votes in open_)


def test_irv_agrees_with_pyrankvote() -> None:
    """An instant run-off without ties has the same winner in pyrankvote (which breaks ties by second choices)."""
    compared = 0
    for seed in range(PROFILES):
        ballots = rankings(seed, full=False)
        result = methods.count(Question("irv", OPTIONS), ballots)
        if not clear(result):
            continue
        compared += 1
        people = {name: pyrankvote.Candidate(name) for name in OPTIONS}
        cast = [
            pyrankvote.Ballot([people[name] for (name,) in ballot.ranking or ()])
            for ballot in ballots
            for _ in range(ballot.count)
        ]
        found = pyrankvote.instant_runoff_voting(list(people.values()), cast).get_winners()
        assert [str(winner) for winner in found] == list(result.winners or ())
    assert compared > PROFILES // 2


@pytest.mark.parametrize("seats", [2, 3])
def test_stv_agrees_with_votelib(seats: int) -> None:
    """Full rankings without ties elect the same in votelib, which does not cut values.

    Only full rankings: with short ones votelib loses count of exhausted papers, and pyrankvote of their values.
    """
    counter = votelib.evaluate.sequential.TransferableVoteSelector(quota_function="droop", transferer="Gregory")
    compared = 0
    for seed in range(PROFILES):
        ballots = rankings(seed, full=True)
        result = methods.count(Question("stv", OPTIONS, seats), ballots)
        if clear(result):
            compared += 1
            assert set(counter.evaluate(as_votes(ballots), seats)) == set(result.winners or ())
    assert compared > PROFILES // 2


def test_schulze_agrees_with_votelib() -> None:
    """A single Schulze winner is the same in votelib."""
    compared = 0
    for seed in range(PROFILES):
        ballots = rankings(seed, full=False)
        result = methods.count(Question("schulze", OPTIONS), ballots)
        if not result.tie:
            compared += 1
            pairs = votelib.convert.RankedToCondorcetVotes().convert(as_votes(ballots))
            assert votelib.evaluate.condorcet.Schulze().evaluate(pairs, 1) == list(result.winners or ())
    assert compared > PROFILES // 2


def test_borda_agrees_with_votelib() -> None:
    """Full rankings have the same Borda points in votelib."""
    convert = votelib.convert.RankedToPositionalVotes(votelib.component.rankscore.Borda(base=0)).convert
    for seed in range(PROFILES):
        ballots = rankings(seed, full=True)
        assert convert(as_votes(ballots)) == methods.count(Question("borda", OPTIONS), ballots).counts


@pytest.mark.parametrize("method", ["star", "score"])
def test_scores_agree_with_votelib(method: str) -> None:
    """A STAR winner, and the three best by points, are the same in votelib where nothing is tied."""
    seats = 3 if method == "score" else 1
    counter = {
        "star": votelib.evaluate.cardinal.STAR(unscored_value=0),
        "score": votelib.evaluate.cardinal.ScoreVoting("sum", unscored_value=0),
    }[method]
    compared = 0
    for seed in range(PROFILES):
        ballots = scores(seed)
        result = methods.count(Question(method, OPTIONS, seats), ballots)
        if not result.tie:
            compared += 1
            assert set(counter.evaluate(as_votes(ballots), seats)) == set(result.winners or ())
    assert compared > PROFILES // 2
