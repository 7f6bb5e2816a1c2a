"""Sense checks: a picture of the answers, with no result and nothing that could become one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.ballots import Ballot
from policies.decision import FIXED, SENSE, Act, Decision, Verdict, Way
from policies.model import Refused
from policies.sense import LENGTH, SenseCheck, begin

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
PEOPLE = ("ana", "bo", "cem", "dora")


def check() -> SenseCheck:
    """A sense check of Ana's."""
    return begin(number=1, question="Still good?", proposer="ana")


def opened() -> Decision:
    """Its round, open."""
    return check().round(AT).opening(AT, PEOPLE)


def answering(answers_round: Decision, person: str, answer: str, event: str) -> Decision:
    """With an answer of this person's, by the poll."""
    return answers_round.voting(Act(person, event, event, AT, Way.POLL, Ballot(choice=answer)))


@given(answers=st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(FIXED[SENSE])))
def test_the_picture_is_what_was_answered(answers: dict[str, str]) -> None:
    """Each answer stands in the picture as often as it was given, and whatever was answered, nothing passes."""
    answers_round = opened()
    for person, answer in answers.items():
        answers_round = answering(answers_round, person, answer, f"${person}")
    _, outcome = answers_round.closing(AT + LENGTH)
    assert outcome.counts == {name: list(answers.values()).count(name) for name in FIXED[SENSE]}
    assert outcome.turnout == len(answers)
    assert outcome.verdict not in {Verdict.PASSED, Verdict.NOT_PASSED}


def test_a_concern_needs_no_reason() -> None:
    """Saying how one feels is never refused for want of a reason."""
    assert answering(opened(), "bo", "concerned", "$1").voted == {"bo"}


def test_it_lasts_two_days_unless_said_otherwise() -> None:
    """Without a time it is open for 48 hours from its announcement."""
    assert opened().closes == AT + timedelta(hours=48)
    until = AT + timedelta(hours=5)
    assert check().round(AT, until).opening(AT, PEOPLE).closes == until


@pytest.mark.parametrize("by", ["ana", "bo", ""])
def test_it_cannot_be_made_a_decision(by: str) -> None:
    """Nobody changes its question, its end or its rules."""
    for attempt in (
        lambda: opened().amending(by, "Passed?"),
        lambda: opened().extending(by, AT + timedelta(days=9)),
    ):
        with pytest.raises(Refused, match="sense-no-decision"):
            attempt()
    if by:
        with pytest.raises(Refused, match="sense-no-decision"):
            opened().stricter(by, AT)


def test_only_whoever_asked_takes_it_back() -> None:
    """It is taken back by the person who asked, until it is over."""
    with pytest.raises(Refused, match="advice-stop-not-yours"):
        check().stopping("bo")
    assert not check().stopping("ana").under_way
    with pytest.raises(Refused, match="stop-over"):
        check().ending().stopping("ana")
