"""What follows a decision: the time in which it can be objected to, and when the same question may be asked again.

Where the group's rule says so, a decision takes effect some time after it closed (in consent after 72 hours), unless a fifth
of those who could vote (and at least two) object; then there is one new vote. The same question may be put again after some
time (30 days); before, if somebody who voted with the winning side asks for it, or a third of those who could vote. Sources: Robert's Rules of Order Newly Revised, 12th
edition, sections 35 and 37 (reconsider, amend something previously adopted); domain.md 2.0, rules 12 and 13.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from policies.decision import ABSTAIN, CONSENT, NO, OBJECT, YES, Decision, Secrecy, Status, Verdict, support

UNDECIDED = frozenset({Verdict.NO_QUORUM, Verdict.TIE, Verdict.TOO_FEW, Verdict.NO_RESULT})
"""Ends after which nothing is decided, so that everybody may ask anew at once."""

SIDES = {
    Verdict.PASSED: frozenset({YES, CONSENT}),
    Verdict.NOT_PASSED: frozenset({NO}),
    Verdict.BLOCKED: frozenset({OBJECT}),
}
"""The answers that won, where the answers are not typed by the proposer."""


def waits(decision: Decision, verdict: Verdict) -> bool:
    """Whether the decision can still be objected to before it takes effect: everyday questions take effect at once."""
    return bool(decision.rule.effect) and verdict in {Verdict.PASSED, Verdict.CHOSEN}


def effective(decision: Decision, ended: datetime) -> datetime:
    """When a decision that closed at `ended` (aware UTC) takes effect, if nobody objects."""
    return ended + decision.rule.wait


def objections_needed(decision: Decision) -> int:
    """How many objections make a new vote: by default a fifth of those who could vote, rounded up, and at least two."""
    return decision.rule.brakes_of(len(decision.electorate))


def free_from(decision: Decision) -> datetime:
    """When everybody may put the question of an ended decision again (aware UTC)."""
    assert decision.ended is not None
    return decision.ended + timedelta(days=decision.rule.again)


def asks_needed(eligible: int) -> int:
    """How many must ask, so that a decided question is put again before its time: a third, rounded up."""
    return max(1, -(-eligible // 3))


def secrecy_needed(eligible: int) -> int:
    """How many must ask, so that an open vote becomes a secret one: a fifth, rounded up, and at least two (domain.md 2.0, rule 15)."""
    return max(2, -(-eligible // 5))


def winning_side(decision: Decision, verdict: Verdict, winners: Iterable[str] = ()) -> frozenset[str]:
    """Who voted with the winning side. Of a secret vote nobody can say it. An abstention is on no side."""
    if decision.secrecy is Secrecy.SECRET:
        return frozenset()
    won = frozenset(winners) if verdict is Verdict.CHOSEN else SIDES.get(verdict, frozenset()) - {ABSTAIN}
    return frozenset(
        act.voter
        for act in decision.standing()
        if act.ballot is not None and any(support(option, [act.ballot]) for option in won)
    )


def asks_the_same(before: Decision, after: Decision) -> bool:
    """Whether two decisions put the same question: the same words, whatever their case and marks, and the same options."""
    options = [{option.casefold() for option in each.options} if each.choosing else set() for each in (before, after)]
    return _words(before.question) == _words(after.question) and options[0] == options[1]


def free_again(decision: Decision, verdict: Verdict, at: datetime) -> bool:
    """Whether everybody may put the question of an ended decision again at `at` (aware UTC)."""
    if decision.status is not Status.CLOSED or decision.ended is None:
        return decision.status is Status.STOPPED
    return verdict in UNDECIDED or at >= free_from(decision)


def _words(question: str) -> list[str]:
    return re.findall(r"\w+", question.casefold())
