"""What follows a decision: when it takes effect, and who may ask for it again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import aftermath
from policies.ballots import Ballot
from policies.decision import CHOOSE, CONSENTING, IN_CONSENT, MAJORITY, Act, Decision, Secrecy, Verdict, Way, propose

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def closed(method: str = MAJORITY, question: str = "Shall we?", options: tuple[str, ...] = (), **votes: str) -> Decision:
    """A decision that closed 72 hours after `AT`, with these votes."""
    decision = propose(question=question, proposer="ana", method=method, now=AT, number=1, options=options)
    decision = decision.opening(AT, {"ana", "bo", "cem", "dora"})
    for voter, choice in votes.items():
        ballot = Ballot(choices=(choice,)) if options else Ballot(choice=choice, reason="so")
        decision = decision.voting(Act(voter, f"${voter}", f"${voter}", AT, Way.WORDS, ballot))
    return decision.closing(AT + timedelta(hours=72))[0]


@pytest.mark.parametrize(("eligible", "needed"), [(1, 2), (2, 2), (5, 2), (10, 2), (11, 3), (15, 3), (16, 4), (100, 20)])
def test_a_fifth_and_at_least_two_objections_make_a_new_vote(eligible: int, needed: int) -> None:
    """Twenty percent, with people rounded up, and never one person alone."""
    assert CONSENTING.brakes_of(eligible) == needed


@given(eligible=st.integers(min_value=1, max_value=10_000))
def test_shares_are_exact(eligible: int) -> None:
    """What is needed reaches its share, and one fewer does not."""
    objections, asks = CONSENTING.brakes_of(eligible), aftermath.asks_needed(eligible)
    assert objections * 5 >= eligible
    assert objections == 2 or (objections - 1) * 5 < eligible
    assert asks * 3 >= eligible > (asks - 1) * 3


def test_only_a_passed_consent_decision_waits() -> None:
    """Everyday questions take effect at once, and what did not pass has no effect."""
    consent = closed(IN_CONSENT, ana="consent", bo="consent", cem="consent")
    assert aftermath.waits(consent, Verdict.PASSED)
    assert not aftermath.waits(consent, Verdict.BLOCKED)
    assert not aftermath.waits(closed(ana="yes"), Verdict.PASSED)
    assert aftermath.effective(consent, AT) == AT + timedelta(hours=72)


def test_the_winning_side_is_who_voted_as_it_ended() -> None:
    """Those who abstained or stood aside are on no side; of a secret vote nobody can say it."""
    votes = closed(ana="yes", bo="no", cem="abstain")
    assert aftermath.winning_side(votes, Verdict.PASSED) == {"ana"}
    assert aftermath.winning_side(votes, Verdict.NOT_PASSED) == {"bo"}
    consent = closed(IN_CONSENT, ana="consent", bo="object", cem="stand_aside")
    assert aftermath.winning_side(consent, Verdict.BLOCKED) == {"bo"}
    choice = closed(CHOOSE, options=("Tea", "Coffee"), ana="Tea", bo="Coffee")
    assert aftermath.winning_side(choice, Verdict.CHOSEN, ["Tea"]) == {"ana"}
    secret = Decision(**{**{name: getattr(votes, name) for name in votes.__slots__}, "secrecy": Secrecy.SECRET})
    assert aftermath.winning_side(secret, Verdict.PASSED) == frozenset()


def test_the_same_question_is_known_by_its_words() -> None:
    """Case, white space and marks make no other question; other words or options do."""
    one = closed(question="Shall we meet on Tuesdays?")
    assert aftermath.asks_the_same(one, closed(question="shall we meet, on  TUESDAYS"))
    assert not aftermath.asks_the_same(one, closed(question="Shall we meet on Mondays?"))
    tea = closed(CHOOSE, "Which?", ("Tea", "Coffee"))
    assert aftermath.asks_the_same(tea, closed(CHOOSE, "Which?", ("coffee", "tea")))
    assert not aftermath.asks_the_same(tea, closed(CHOOSE, "Which?", ("Tea", "Milk")))


@pytest.mark.parametrize("verdict", sorted(aftermath.UNDECIDED))
def test_what_was_not_decided_may_be_asked_again_at_once(verdict: Verdict) -> None:
    """A missed quorum, a tie or nothing at all leaves the question open."""
    decision = closed(ana="yes")
    assert aftermath.free_again(decision, verdict, AT + timedelta(hours=73))


def test_what_was_decided_rests_for_thirty_days() -> None:
    """After them everybody may ask it anew."""
    decision = closed(ana="yes")
    assert decision.ended is not None
    again = decision.ended + timedelta(days=30)
    assert not aftermath.free_again(decision, Verdict.PASSED, again - timedelta(seconds=1))
    assert aftermath.free_again(decision, Verdict.PASSED, again)
