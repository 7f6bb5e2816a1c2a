"""What becomes of a thing when somebody who has a part in it is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from policies.ballots import Ballot
from policies.decision import Act, Decision, Way
from policies.forgotten import holds_words, released, unlinked, without_options, without_question, without_words
from policies.meeting import Action

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
ANA, BO = "@ana:example.org", "@bo:example.org"


def choice(*ballots: tuple[str, Ballot], method: str = "approval") -> Decision:
    """A choice in which this was voted, by whom, one after the other."""
    acts = {
        f"$root{place}": Act(voter, f"$root{place}", f"$edit{place}", NOW + timedelta(minutes=place), Way.WORDS, ballot)
        for place, (voter, ballot) in enumerate(ballots)
    }
    options = ("Cream", "Oat", "None")
    return Decision(1, "Which milk?", ANA, method, NOW, None, None, options=options, electorate=frozenset({ANA, BO}), acts=acts)


@pytest.mark.parametrize(
    ("ballot", "called"),
    [
        (Ballot(choices=("Oat", "None")), Ballot(choices=("2", "3"))),
        (Ballot(ranking=(("Oat",), ("Cream", "None"))), Ballot(ranking=(("2",), ("1", "3")))),
        (Ballot(scores={"Cream": 3, "Oat": 0}), Ballot(scores={"1": 3, "2": 0})),
    ],
)
def test_what_could_be_chosen_is_called_by_its_place(ballot: Ballot, called: Ballot) -> None:
    """Where the words of a question go, those of its options go from every ballot too, and the ballot still says the same."""
    after = without_question(choice((BO, ballot)))
    assert (after.question, after.options) == ("", ("1", "2", "3"))
    assert [act.ballot for act in after.standing()] == [called]


def test_one_option_alone_loses_its_name() -> None:
    """Where an option is a person's name, the others keep theirs."""
    assert without_options(choice(), (1,)).options == ("Cream", "2", "None")


def test_which_vote_counts_stays_the_same_without_messages() -> None:
    """The acts of who is forgotten name no message and keep their order; those of others are as they were."""
    before = choice((ANA, Ballot(choices=("Cream",))), (BO, Ballot(choices=("None",))), (ANA, Ballot(choices=("Oat",))))
    after = unlinked(before, ANA)
    assert [(act.voter, act.ballot) for act in after.standing()] == [(act.voter, act.ballot) for act in before.standing()]
    assert {act.root for act in after.acts.values() if act.voter == BO} == {"$root1"}
    assert not any(name.startswith("$") for act in after.acts.values() if act.voter == ANA for name in (act.root, act.event))
    assert unlinked(after, ANA) == after


def test_words_are_found_where_they_stand() -> None:
    """A vote holds somebody's words where they asked it or gave a reason, and not where they only voted."""
    asked = choice((BO, Ballot(choices=("Oat",), reason="of the cow")))
    assert holds_words(asked, ANA)
    assert holds_words(asked, BO)
    assert not holds_words(without_words(asked, BO), BO)
    assert not holds_words(Action(2, "Buy it", ANA, 1), ANA)


def test_an_action_is_nobodys_until_somebody_takes_it() -> None:
    """What somebody had taken on is free for others; what they did already stays done."""
    action = Action(2, "Buy it", BO, 1, owner=ANA)
    assert released(action, ANA).owner == ""
    assert released(action.finishing(), ANA).owner == ANA
