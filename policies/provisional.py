"""What one member does for the whole group: it counts at once, and one objection in time turns it back and makes it a proposal.

Source: design.md "Defaults" (room settings that can be undone).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from policies.model import Refused

WINDOW = timedelta(hours=72)
"""How long after it was done one objection can turn it back."""
FRESH, UNDONE, STOPPED = STATES = "fresh", "undone", "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provisional:
    """Done by `proposer` at that time. `second` is the proposal that an objection made of it."""

    number: int
    proposer: str
    at: datetime
    state: str = FRESH
    second: int | None = None

    @property
    def under_way(self) -> bool:
        """It is done; it can only be undone."""
        return False

    @property
    def what(self) -> str:
        """What was done, for texts that say it."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """What two proposals about the same thing have in common."""
        raise NotImplementedError

    @property
    def back(self) -> bool:
        """Whether it brought back what an objection would bring back."""
        return False

    @property
    def reverted(self) -> Self:
        """It, after what it did was taken back."""
        return self

    @property
    def stands(self) -> datetime:
        """From when on it stands."""
        return self.at + WINDOW

    def open_at(self, at: datetime) -> bool:
        """Whether somebody can still object at that time."""
        return self.state == FRESH and at <= self.stands

    def undoable(self, at: datetime) -> None:
        """Raises `Refused` where it is undone already, or stands."""
        if self.state == UNDONE:
            raise Refused("provisional-undone-already", number=self.number)
        if self.state == STOPPED:
            raise Refused("provisional-stopped-already", number=self.number)
        if at > self.stands:
            raise Refused("provisional-stands", number=self.number, at=self.stands, what=self.what)

    def objected(self, at: datetime, second: int | None) -> Self:
        """One member objected at that time. Raises `Refused` when it is too late, or when there is nothing to turn back."""
        self.undoable(at)
        if self.back:
            raise Refused("set-back", number=self.number)
        return replace(self.reverted, state=UNDONE, second=second)

    def stopping(self, by: str, at: datetime) -> Self:
        """Whoever did it takes it back. Raises `Refused` for others, and when it stands."""
        if by != self.proposer:
            raise Refused("provisional-not-yours", number=self.number, what=self.what)
        self.undoable(at)
        return replace(self.reverted, state=STOPPED)
