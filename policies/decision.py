"""One decision of a group, from its announcement to its result.

A `Decision` is a value: each step returns a new one, or raises `Refused`. It knows no store, no clock and no chat; times
are aware UTC and given by the caller. What was typed, tapped or reacted reaches it as an `Act`.

Which act counts (domain.md 2.0, rule 2): the voter's latest standing act by (server time, event id), whichever way it
came; one act per root event; only the voter's own withdrawal takes an act away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from policies import methods
from policies.ballots import Ballot, Question, Result
from policies.model import Refused

EVERYDAY_LENGTH = timedelta(hours=72)
CONSENT_LENGTH = timedelta(days=7)
SHORTEST = timedelta(seconds=20)
LONGEST = timedelta(days=366)
OPEN_A_PERSON = 2
LONGEST_QUESTION = 500

YES, NO, ABSTAIN = "yes", "no", "abstain"
CONSENT, STAND_ASIDE, OBJECT = "consent", "stand_aside", "object"

CHOICES: Mapping[str, tuple[str, ...]] = {
    "majority": (YES, NO, ABSTAIN),
    "consent": (CONSENT, STAND_ASIDE, OBJECT),
}
"""The answers that each method takes in the room, in the order shown."""


class Status(StrEnum):
    """Where a decision stands. `ANNOUNCED`: the poll is on its way; it opens when its echo is seen."""

    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    STOPPED = "stopped"


class Way(StrEnum):
    """How an act came. Only `POLL` acts are known to the count that a client shows."""

    WORDS = "words"
    POLL = "poll"
    REACTION = "reaction"


@dataclass(frozen=True, slots=True)
class Act:
    """One voting act. `root` is the event that it began with, `event` the one that it stands in now (an edit's, or the root).

    `choice` is an option's name, or `None` where the act takes the voter's vote back.
    """

    voter: str
    root: str
    event: str
    sent: datetime
    way: Way
    choice: str | None
    reason: str = ""

    @property
    def order(self) -> tuple[datetime, str]:
        """The order in which acts count: server time, then event id."""
        return self.sent, self.event


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a decision ended: the exact count, and what people ask next."""

    result: Result
    passed: bool
    eligible: int
    turnout: int
    counts: Mapping[str, int]
    reasons: tuple[tuple[str, str, str], ...]
    """(voter, choice, reason) where a reason was given, in the order in which they were given."""
    in_words: int
    """Votes that the poll in a client does not show, because they were typed or reacted."""
    poll_only: int
    """Poll answers that a client shows and that do not count (late, not a member at opening, replaced by words)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A question, the rules under which it is decided, who may vote, and what they did."""

    number: int
    question: str
    proposer: str
    method: str
    proposed: datetime
    length: timedelta | None
    until: datetime | None
    status: Status = Status.ANNOUNCED
    opened: datetime | None = None
    closes: datetime | None = None
    ended: datetime | None = None
    electorate: frozenset[str] = frozenset()
    acts: Mapping[str, Act] = field(default_factory=dict)
    stray: Mapping[str, int] = field(default_factory=dict)
    """How many poll answers of people who may not vote, or that came late, a client shows: voter -> 1."""

    @property
    def options(self) -> tuple[str, ...]:
        """The answers, in the order shown."""
        return CHOICES[self.method]

    @property
    def short(self) -> bool:
        """Shorter than 72 hours: then it passes only with more than half of all members."""
        if self.length is not None:
            return self.length < EVERYDAY_LENGTH
        start = self.opened or self.proposed
        return self.until is not None and self.until - start < EVERYDAY_LENGTH

    @property
    def rules(self) -> dict[str, Any]:
        """The rules of the count in the terms of the ballot file, for the electorate as it is."""
        return rules(self.method, len(self.electorate), short=self.short)

    @property
    def voted(self) -> frozenset[str]:
        """Who has a vote standing."""
        return frozenset(act.voter for act in self.standing() if act.choice is not None)

    def standing(self) -> list[Act]:
        """Each voter's act that counts, oldest first."""
        latest: dict[str, Act] = {}
        for act in sorted(self.acts.values(), key=lambda act: act.order):
            latest[act.voter] = act
        return sorted(latest.values(), key=lambda act: act.order)

    def opening(self, at: datetime, members: Iterable[str]) -> Decision:
        """The announcement is in the room: the electorate is fixed and the clock runs from `at`, its server time."""
        if self.until is not None:
            # An announcement that could only be sent late must not eat the time that people were promised.
            closes = self.until if at < self.until else at + (self.until - self.proposed)
        else:
            closes = at + (self.length or EVERYDAY_LENGTH)
        return replace(self, status=Status.OPEN, opened=at, closes=closes, electorate=frozenset(members))

    def voting(self, act: Act) -> Decision:
        """`act` is given, or given anew under the same root.

        Raises `Refused` where the voter may not vote, where it is not open, or where an objection has no reason.
        """
        if self.status is Status.ANNOUNCED or (self.opened is not None and act.sent < self.opened):
            raise Refused("vote-not-open-yet", number=self.number)
        if self.status is Status.STOPPED:
            raise Refused("vote-stopped", number=self.number, at=self.ended)
        if self.status is Status.CLOSED or (self.closes is not None and act.sent > self.closes):
            raise Refused("vote-closed", number=self.number, at=self.closes)
        if act.voter not in self.electorate:
            raise Refused("vote-not-in-electorate", number=self.number, opened=self.opened)
        if act.choice is not None and act.choice not in self.options:
            raise Refused("vote-not-an-answer", number=self.number)
        if act.choice == OBJECT and not act.reason:
            raise Refused("objection-needs-reason", number=self.number)
        before = self.acts.get(act.root)
        if before is not None and before.order > act.order:
            return self
        return replace(self, acts={**self.acts, act.root: act})

    def withdrawing(self, root: str) -> Decision:
        """The voter removed the event `root` (or the edit of it that stands): the act is gone, an earlier one counts again."""
        return replace(
            self, acts={key: act for key, act in self.acts.items() if root not in {key, act.event}}
        )

    def straying(self, voter: str) -> Decision:
        """A poll answer that does not count, but that the poll in a client may show."""
        return replace(self, stray={**self.stray, voter: 1})

    def stopping(self, by: str, at: datetime) -> Decision:
        """The proposer takes the question back. Raises `Refused` for anybody else, or when it is over."""
        if self.status in {Status.CLOSED, Status.STOPPED}:
            raise Refused("stop-over", number=self.number)
        if by != self.proposer:
            raise Refused("stop-not-yours", number=self.number)
        return replace(self, status=Status.STOPPED, ended=at)

    def closing(self, at: datetime) -> tuple[Decision, Outcome]:
        """Count and close. `at` is when it was done; what counts was fixed by the closing time."""
        return replace(self, status=Status.CLOSED, ended=at), self.count()

    def count(self) -> Outcome:
        """The count as it stands."""
        standing = [act for act in self.standing() if act.choice is not None]
        counts = Counter(act.choice for act in standing)
        ballots = tuple(
            Ballot(choice=option, count=counts[option], reason="given" if option == OBJECT else None)
            for option in self.options
            if counts[option]
        )
        result = methods.count(
            Question(
                method=self.method,
                options=self.options,
                eligible=len(self.electorate),
                rules=self.rules,
            ),
            ballots,
        )
        return Outcome(
            result=result,
            passed=result.result == "passed",
            eligible=len(self.electorate),
            turnout=len(standing),
            counts={option: counts[option] for option in self.options},
            reasons=tuple((act.voter, str(act.choice), act.reason) for act in standing if act.reason),
            in_words=sum(act.way is not Way.POLL for act in standing),
            poll_only=len(self._poll_answerers() - {act.voter for act in standing if act.way is Way.POLL}),
        )

    def _poll_answerers(self) -> set[str]:
        """Whose answer a client's own poll shows: the latest poll act of each person, counted here or not."""
        latest: dict[str, Act] = {}
        for act in sorted(self.acts.values(), key=lambda act: act.order):
            if act.way is Way.POLL:
                latest[act.voter] = act
        return {voter for voter, act in latest.items() if act.choice is not None} | set(self.stray)


def rules(method: str, eligible: int, *, short: bool) -> dict[str, Any]:
    """The default rules (design.md, "Defaults") in the terms of the ballot file.

    `short`: a vote shorter than 72 hours passes only with more than half of all members.
    """
    if method == "majority":
        base = "eligible" if short else "yes+no"
        return {
            "threshold": "1/2",
            "comparison": "more_than",
            "base": base,
            "quorum": {"share": "1/2", "of": "eligible", "comparison": "at_least", "counts": "yes+no+abstain"},
        }
    if short:
        quorum: dict[str, Any] = {"number": eligible // 2 + 1, "counts": "yes"}
    else:
        quorum = {"number": max(-(-eligible // 3), min(3, eligible)), "counts": "yes+no+abstain"}
    return {"everyone_must_answer": False, "quorum": quorum}


def propose(
    *,
    number: int,
    question: str,
    proposer: str,
    method: str,
    now: datetime,
    length: timedelta | None = None,
    until: datetime | None = None,
    open_by_proposer: int = 0,
) -> Decision:
    """A new decision, not yet announced. Without `length` and `until` it has the usual length of its method.

    Raises `Refused` for an empty or very long question, too many open proposals of one person, and times out of range.
    """
    question = " ".join(question.split())
    if not question:
        raise Refused("propose-empty")
    if len(question) > LONGEST_QUESTION:
        raise Refused("propose-too-long", most=LONGEST_QUESTION, length=len(question))
    if open_by_proposer >= OPEN_A_PERSON:
        raise Refused("propose-two-open", most=OPEN_A_PERSON)
    if until is None and length is None:
        length = CONSENT_LENGTH if method == "consent" else EVERYDAY_LENGTH
    span = length if length is not None else (until or now) - now
    if span < SHORTEST:
        raise Refused("propose-too-short")
    if span > LONGEST:
        raise Refused("propose-too-far")
    return Decision(
        number=number,
        question=question,
        proposer=proposer,
        method=method,
        proposed=now,
        length=length,
        until=until,
    )
