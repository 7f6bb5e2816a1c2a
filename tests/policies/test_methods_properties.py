"""What holds for all ballots: no order decides anything, no vote is lost, no float appears."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import methods
from policies.ballots import Ballot, Question, Result, write_result
from policies.model import Text

OPTIONS = ("Ana", "Ben", "Cleo", "Dov", "Eli")
WORDS = {
    "consent": ("consent", "object", "stand aside"),
    "consensus": ("agree", "reservations", "stand aside", "block"),
    "lazy_consensus": ("no objection", "object"),
    **dict.fromkeys(
        ("majority", "supermajority", "unanimity", "apache_majority", "apache_consensus"), ("yes", "no", "abstain")
    ),
}
RULES: dict[str, dict[str, Any]] = {"debian": {"default": "Eli", "quorum_above_default": "3/2"}}
SETS = ("winners", "possible_winners", "sure", "tied", "remaining", "eliminated")

every_method = pytest.mark.parametrize("method", methods.names())


def question(method: str, seats: int = 1) -> Question:
    """A question that `method` can count."""
    return Question(
        method,
        WORDS.get(method, OPTIONS),
        seats if methods.method(method).several_seats else 1,
        eligible=1000,
        rules=RULES.get(method, {}),
    )


def rankings(*, equal: bool) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    """Rankings of some of the options, with or without equal ones."""

    def cut(names: list[str], ends: list[bool]) -> tuple[tuple[str, ...], ...]:
        places: list[tuple[str, ...]] = []
        for name, joined in zip(names, ends, strict=False):
            if joined and places and equal:
                places[-1] = (*places[-1], name)
            else:
                places.append((name,))
        return tuple(places)

    some = st.lists(st.sampled_from(OPTIONS), unique=True, max_size=len(OPTIONS))
    return st.builds(cut, some, st.lists(st.booleans(), min_size=len(OPTIONS), max_size=len(OPTIONS)))


def profiles(method: str, *, equal: bool = True) -> st.SearchStrategy[list[Ballot]]:
    """Lists of ballots of the kind that `method` takes."""
    times = st.integers(1, 6)
    match methods.method(method).takes:
        case "choice":
            words = st.sampled_from(WORDS.get(method, OPTIONS))
            one = st.builds(Ballot, choice=words, count=times, reason=st.sampled_from([None, "Because."]))
        case "choices":
            names = st.lists(st.sampled_from(OPTIONS), unique=True).map(tuple)
            one = st.builds(Ballot, choices=names, count=times)
        case "ranking":
            one = st.builds(Ballot, ranking=rankings(equal=equal), count=times)
        case _:
            most = 1 if method == "dots" else 5
            scores = st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, most))
            one = st.builds(Ballot, scores=scores, count=times)
    return st.lists(one, max_size=8)


def unordered(result: Result) -> dict[str, Any]:
    """The result without the order of what has none."""
    data = write_result(result)
    for key in SETS:
        if key in data:
            data[key] = sorted(data[key])
    if "order" in data:
        data["order"] = [sorted(place) for place in data["order"]]
    if isinstance(data.get("runoff"), list):
        data["runoff"] = sorted(sorted(pair.items()) for pair in data["runoff"])
    return data


@every_method
@given(data=st.data())
def test_no_order_decides(method: str, data: st.DataObject) -> None:
    """The order of ballots and of options changes nothing."""
    asked = question(method, data.draw(st.integers(1, 3)))
    ballots = data.draw(profiles(method))
    other = replace(asked, options=tuple(data.draw(st.permutations(asked.options))))
    assert unordered(methods.count(asked, ballots)) == unordered(
        methods.count(other, data.draw(st.permutations(ballots)))
    )


@every_method
@given(data=st.data())
def test_splitting_changes_nothing(method: str, data: st.DataObject) -> None:
    """Five voters who say the same on one line count as five lines do."""
    asked = question(method, data.draw(st.integers(1, 3)))
    ballots = data.draw(profiles(method))
    single = [replace(ballot, count=1) for ballot in ballots for _ in range(ballot.count)]
    assert write_result(methods.count(asked, ballots)) == write_result(methods.count(asked, single))


@every_method
@given(data=st.data())
def test_no_float_appears(method: str, data: st.DataObject) -> None:
    """Neither a result nor its explanation holds a float."""
    asked = question(method, data.draw(st.integers(1, 3)))
    result = methods.count(asked, data.draw(profiles(method)))
    assert not any(
        isinstance(value, float) for field in fields(result) for value in inside(getattr(result, field.name))
    )


@every_method
@given(data=st.data())
def test_winners_and_ties_agree(method: str, data: st.DataObject) -> None:
    """Winners are options; more of them than seats only in a tie; a tie has at least two who are tied."""
    asked = question(method, data.draw(st.integers(1, 3)))
    result = methods.count(asked, data.draw(profiles(method)))
    winners = result.winners or ()
    assert len(set(winners)) == len(winners)
    assert set(winners) <= set(asked.options)
    if not result.tie:
        assert len(winners) <= asked.seats
    elif asked.seats == 1:
        assert len(result.possible_winners or winners) > 1
    else:
        assert result.sure == winners
        assert len(result.tied or ()) > asked.seats - len(winners) > 0


@pytest.mark.parametrize("method", ["stv", "stv_meek"])
@given(data=st.data())
def test_every_stage_conserves_votes(method: str, data: st.DataObject) -> None:
    """At every stage all votes are with somebody, exhausted, or cut off; and all seats are filled in the end."""
    asked = question(method, data.draw(st.integers(1, 4)))
    ballots = data.draw(profiles(method))
    result = methods.count(asked, ballots)
    total = sum(ballot.count for ballot in ballots if says_something(ballot))
    for stage in result.stages or ():
        held = sum(Fraction(votes) for votes in stage["votes"].values())
        gone = Fraction(stage["exhausted"]) + Fraction(stage.get("cut", "0"))
        # Meek's numbers are shown with nine decimals, each cut.
        allowed = Fraction(len(OPTIONS) + 1, 10**9) if method == "stv_meek" else 0
        assert 0 <= total - held - gone <= allowed
    if total and not result.tie:
        assert len(result.winners or ()) == asked.seats


@given(ballots=profiles("irv"))
def test_every_round_conserves_votes(ballots: list[Ballot]) -> None:
    """In every round of a run-off no more votes count than in the one before, and the rest is exhausted."""
    result = methods.count(question("irv"), ballots)
    totals = [sum(votes.values()) for votes in result.rounds or ()]
    assert totals == sorted(totals, reverse=True)
    if totals:
        assert totals[0] == sum(ballot.count for ballot in ballots if says_something(ballot))
        assert totals[0] - totals[-1] == (result.exhausted_final or 0)


@pytest.mark.parametrize("method", ["plurality", "approval", "score", "borda", "schulze", "irv"])
@given(data=st.data())
def test_a_ballot_for_the_winner_alone_keeps_it_winning(method: str, data: st.DataObject) -> None:
    """One more ballot that names only the winner never makes it lose."""
    ballots = data.draw(profiles(method))
    for winner in can_win(methods.count(question(method), ballots)):
        more = {
            "choice": Ballot(choice=winner),
            "choices": Ballot(choices=(winner,)),
            "ranking": Ballot(ranking=((winner,),)),
            "scores": Ballot(scores={winner: 5}),
        }[methods.method(method).takes]
        assert winner in can_win(methods.count(question(method), [*ballots, more]))


@pytest.mark.parametrize("method", ["borda", "schulze"])
@given(data=st.data())
def test_raising_the_winner_keeps_it_winning(method: str, data: st.DataObject) -> None:
    """A voter who puts the winner first, and changes nothing else, never makes it lose."""
    ballots = data.draw(profiles(method))
    for winner in methods.count(question(method), ballots).winners or ():
        raised = [
            replace(ballot, ranking=((winner,), *without(ballot.ranking or (), winner))) if at == 0 else ballot
            for at, ballot in enumerate(ballots)
        ]
        assert winner in (methods.count(question(method), raised).winners or ())


def can_win(result: Result) -> tuple[str, ...]:
    """The winner, or all who can still win in a tie."""
    return result.possible_winners or result.winners or ()


def without(ranking: tuple[tuple[str, ...], ...], name: str) -> list[tuple[str, ...]]:
    """`ranking` with `name` taken out."""
    places = [tuple(option for option in place if option != name) for place in ranking]
    return [place for place in places if place]


def says_something(ballot: Ballot) -> bool:
    """Whether a ranking prefers anything to anything."""
    ranking = ballot.ranking or ()
    return bool(ranking) and len(ranking[0]) < len(OPTIONS)


def inside(value: object) -> list[object]:
    """All values in a value."""
    if isinstance(value, Text):
        return inside(dict(value.values))
    if isinstance(value, dict):
        return [found for inner in value.values() for found in inside(inner)]
    if isinstance(value, tuple | list):
        return [found for inner in value for found in inside(inner)]
    return [value]
