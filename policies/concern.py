"""A concern: said to people whom the sender picks, never to the one it is about. Dates and steps are kept, no words.

Source: domain.md 1.1, F7 and F12.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from policies.model import Refused

PATIENCE = timedelta(days=14)
"""After so long without an answer the sender is told that they may take it to the group."""
LONGEST_WORDS = 4000
OPEN_A_PERSON = 3
KEPT = timedelta(days=90)
"""How long the dates of a concern are kept after it is over."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern of `sender`, told to `readers` at `opened`. `holder` has said that they will answer; `told`: of the two weeks."""

    number: int
    sender: str
    opened: datetime
    readers: tuple[str, ...]
    holder: str | None = None
    taken: datetime | None = None
    told: datetime | None = None
    closed: datetime | None = None

    @property
    def question(self) -> str:
        """Nothing: what it is about is not kept."""
        return ""

    @property
    def proposer(self) -> str:
        """Who raised it."""
        return self.sender

    @property
    def under_way(self) -> bool:
        """Whether it is open."""
        return self.closed is None

    def knows(self, person: str) -> bool:
        """Whether this person has a part in it. For everybody else it does not exist."""
        return person == self.sender or person in self.readers

    def taking(self, by: str, now: datetime) -> Concern:
        """One of those who read it will answer. Raises `Refused` for everybody else, when it is over, and when they have it."""
        if by not in self.readers:
            raise Refused("number-unknown", number=self.number)
        if not self.under_way:
            raise Refused("concern-over", number=self.number)
        if by == self.holder:
            raise Refused("concern-yours-already", number=self.number)
        return replace(self, holder=by, taken=self.taken or now)

    def waiting_long(self, now: datetime) -> Concern | None:
        """Two weeks have gone without an answer; `None`: somebody took it, it is over, or the sender knows already."""
        if not self.under_way or self.holder is not None or self.told is not None:
            return None
        return replace(self, told=now)

    def closing(self, by: str, now: datetime) -> Concern:
        """The sender says that it is settled. Raises `Refused` for others, and when it is over."""
        if by != self.sender:
            raise Refused("number-unknown", number=self.number)
        if not self.under_way:
            raise Refused("concern-over", number=self.number)
        return replace(self, closed=now)


def begin(
    *, number: int, sender: str, now: datetime, readers: Sequence[str], about: Sequence[str], words: str
) -> Concern:
    """A new concern. Raises `Refused` where it would reach whom it is about, where nobody would read it, or nothing is said."""
    if any(each in readers for each in about):
        raise Refused("concern-about-reader")
    if sender in readers:
        raise Refused("concern-to-yourself")
    if not readers:
        raise Refused("concern-nobody")
    words = words.strip()
    if not words:
        raise Refused("concern-no-words")
    if len(words) > LONGEST_WORDS:
        raise Refused("concern-too-long", most=LONGEST_WORDS, length=len(words))
    return Concern(number, sender, now, tuple(dict.fromkeys(readers)))


def admit(mine: Sequence[Concern]) -> None:
    """Raises `Refused` for who has several open ones."""
    if sum(each.under_way for each in mine) >= OPEN_A_PERSON:
        raise Refused("concern-many-open", most=OPEN_A_PERSON)
