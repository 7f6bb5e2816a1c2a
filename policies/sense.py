"""Sense check: how people feel about something, as a picture. It has no result, and so it can decide nothing.

The answers are taken in a round that works like a vote, so that whatever is true of votes (which act counts, who may
answer, until when) is true of them; but it is never counted for a result. Source: domain.md 2.1, "Sense check".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from policies.decision import SENSE, Decision, check_question, propose
from policies.model import Refused

LENGTH = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class SenseCheck:
    """A sense check. Its answers lie in the round that has its number."""

    number: int
    question: str
    proposer: str
    over: bool = False

    @property
    def under_way(self) -> bool:
        """Whether it is not over."""
        return not self.over

    def round(self, now: datetime, until: datetime | None = None) -> Decision:
        """The round in which people answer. It belongs to nobody, so that nobody can make a proposal of it.

        Raises `Refused` for times out of range.
        """
        return propose(
            number=self.number,
            question=self.question,
            proposer="",
            method=SENSE,
            now=now,
            length=LENGTH if until is None else None,
            until=until,
        )

    def ending(self) -> SenseCheck:
        """Its time is over, or its question never came into the room."""
        return replace(self, over=True)

    def stopping(self, by: str) -> SenseCheck:
        """Whoever asked takes it back. Raises `Refused` for anybody else, and when it is over."""
        if self.over:
            raise Refused("stop-over", number=self.number)
        if by != self.proposer:
            raise Refused("advice-stop-not-yours", number=self.number)
        return self.ending()


def begin(*, number: int, question: str, proposer: str) -> SenseCheck:
    """A new sense check. Raises `Refused` for an empty or a very long question."""
    return SenseCheck(number, check_question(question), proposer)
