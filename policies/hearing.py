"""Somebody is heard before the group votes on a question about them.

The person is told in private, and has 48 hours to say something in their own words, which are shown with the question; or to
say nothing. Only then does the vote begin. Sources: domain.md 1.1 (F12, both sides are heard), 2.0, rule 13; design.md "Defaults".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from policies.model import Refused

TO_ANSWER = timedelta(hours=48)
LONGEST_ANSWER = 1000


@dataclass(frozen=True, slots=True)
class Hearing:
    """A motion about `person` that waits until they were heard, or until `due` (aware UTC). `change`, `values` and `subject` are the motion's."""

    number: int
    question: str
    proposer: str
    person: str
    change: str
    due: datetime
    values: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""
    answer: str = field(default="", repr=False)
    over: bool = False

    @property
    def under_way(self) -> bool:
        """Whether the person can still say something."""
        return not self.over

    def saying(self, by: str, words: str) -> Hearing:
        """The person says something, or something else instead. Raises `Refused` for anybody else, and when it is over."""
        self.by_person(by)
        words = " ".join(words.split())
        if not words:
            raise Refused("hearing-words-missing", number=self.number)
        if len(words) > LONGEST_ANSWER:
            raise Refused("hearing-too-long", most=LONGEST_ANSWER, length=len(words))
        return replace(self, answer=words)

    def by_person(self, by: str) -> None:
        """Raises `Refused` where `by` is not the person whom it is about, and when it is over."""
        if self.over:
            raise Refused("hearing-over", number=self.number)
        if by != self.person:
            raise Refused("hearing-not-yours", number=self.number)

    def stopping(self, by: str) -> Hearing:
        """The proposer takes it back. Raises `Refused` for anybody else, and when it is over."""
        if self.over:
            raise Refused("stop-over", number=self.number)
        if by != self.proposer:
            raise Refused("stop-not-yours", number=self.number)
        return self.ending()

    def ending(self) -> Hearing:
        """The person is asked no longer, and what they said is forgotten here."""
        return replace(self, over=True, answer="")
