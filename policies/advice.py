"""Advice process: one person decides, after asking those who are affected and those who have experience.

Advice is neither a vote nor a veto: it is never added up, and nothing passes or fails by it. What is owed is an answer:
at the end the person who asked says what they decided and what they did with the advice. Sources: domain.md 2.1, "Advice
process"; Laloux, "Reinventing Organizations".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from policies.decision import EVERYDAY_LENGTH, LONGEST, LONGEST_QUESTION, SHORTEST, check_question
from policies.model import Refused

LENGTH = EVERYDAY_LENGTH
REMINDER_AFTER = timedelta(days=7)
LONGEST_ADVICE = LONGEST_QUESTION
ADVICE_A_PERSON = 5


class Phase(StrEnum):
    """`DECIDING`: the time for advice is over, and the answer is owed. `DECIDED`, `STOPPED`: it is over."""

    ANNOUNCED = "announced"
    OPEN = "open"
    DECIDING = "deciding"
    DECIDED = "decided"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Advice:
    """What somebody said on purpose: `by` whom, in which message (`event`), `sent` when, in their `words`."""

    by: str
    event: str
    sent: datetime
    words: str


@dataclass(frozen=True, slots=True)
class AdviceProcess:
    """A question that its `proposer` decides. `length` is in seconds, from the announcement; `until` stands instead of it."""

    number: int
    question: str
    proposer: str
    length: int
    until: datetime | None = None
    phase: Phase = Phase.ANNOUNCED
    ends: datetime | None = None
    advice: tuple[Advice, ...] = ()

    @property
    def under_way(self) -> bool:
        """Whether advice is taken, or the answer to it is owed."""
        return self.phase not in {Phase.DECIDED, Phase.STOPPED}

    @property
    def advisers(self) -> frozenset[str]:
        """Who has given advice."""
        return frozenset(each.by for each in self.advice)

    def opening(self, at: datetime) -> AdviceProcess:
        """The announcement is in the room since `at`: advice is taken from now on."""
        ends = self.until if self.until is not None and self.until > at else at + timedelta(seconds=self.length)
        return replace(self, phase=Phase.OPEN, ends=ends)

    def advising(self, by: str, words: str, event: str, sent: datetime) -> AdviceProcess:
        """`by` gives advice. Raises `Refused` for the person who decides, too early or late, and for empty or long words."""
        self._takes_advice(sent)
        if by == self.proposer:
            raise Refused("advise-own", number=self.number)
        words = " ".join(words.split())
        if not words:
            raise Refused("advise-empty", number=self.number)
        if len(words) > LONGEST_ADVICE:
            raise Refused("advise-too-long", most=LONGEST_ADVICE, length=len(words))
        if sum(each.by == by for each in self.advice) >= ADVICE_A_PERSON:
            raise Refused("advise-many", number=self.number, most=ADVICE_A_PERSON)
        given = sorted((*self.advice, Advice(by, event, sent, words)), key=lambda each: (each.sent, each.event))
        return replace(self, advice=tuple(given))

    def withdrawing(self, by: str, sent: datetime) -> AdviceProcess:
        """`by` takes all their advice back. Raises `Refused` where there is none of theirs, and when the time is over."""
        self._takes_advice(sent)
        if by not in self.advisers:
            raise Refused("advise-none-yours", number=self.number)
        return replace(self, advice=tuple(each for each in self.advice if each.by != by))

    def _takes_advice(self, sent: datetime) -> None:
        if self.phase is Phase.ANNOUNCED:
            raise Refused("advise-not-open-yet", number=self.number)
        if self.phase is not Phase.OPEN or (self.ends is not None and sent > self.ends):
            raise Refused("advise-over", number=self.number)

    def asking(self) -> AdviceProcess:
        """The time for advice is over: the answer is owed."""
        return replace(self, phase=Phase.DECIDING)

    def deciding(self, by: str, *, here: bool) -> AdviceProcess:
        """It is said what was decided. `here`: the person who asked is still a member; then only they can say it.

        Raises `Refused` for others, and while advice is taken.
        """
        if self.phase in {Phase.ANNOUNCED, Phase.OPEN}:
            raise Refused("outcome-still-open", number=self.number)
        if here and by != self.proposer:
            raise Refused("advice-not-yours", number=self.number)
        return replace(self, phase=Phase.DECIDED)

    def stopping(self, by: str) -> AdviceProcess:
        """Whoever asked takes it back. Raises `Refused` for anybody else, and when it is over."""
        if not self.under_way:
            raise Refused("stop-over", number=self.number)
        if by != self.proposer:
            raise Refused("advice-stop-not-yours", number=self.number)
        return replace(self, phase=Phase.STOPPED)


def begin(*, number: int, question: str, proposer: str, now: datetime, until: datetime | None = None) -> AdviceProcess:
    """A new advice process. Raises `Refused` for an empty or very long question, and times out of range."""
    span = until - now if until is not None else LENGTH
    if span < SHORTEST:
        raise Refused("propose-too-short")
    if span > LONGEST:
        raise Refused("propose-too-far")
    return AdviceProcess(number, check_question(question), proposer, int(span.total_seconds()), until)
