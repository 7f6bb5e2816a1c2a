"""Settings of a room: one member changes one and it counts at once; one objection in time turns it back and makes it a proposal.

Source: design.md "Defaults" (room settings that can be undone).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from policies.model import Refused

WINDOW = timedelta(hours=72)
"""How long after it was made a change can be turned back by one objection."""
FRESH, UNDONE, STOPPED = STATES = "fresh", "undone", "stopped"


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One change of the setting `name`: JSON values `before` and `after`; `question` is what was typed.

    `held` is the value that an objection brings back: the last one that stood for as long as somebody could object, so that
    nobody keeps a value by changing it a second time. `second` is the proposal that an objection made of it.
    """

    number: int
    question: str
    proposer: str
    name: str
    before: Any
    after: Any
    held: Any
    at: datetime
    state: str = FRESH
    second: int | None = None

    @property
    def under_way(self) -> bool:
        """It is done; it can only be undone."""
        return False

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
            raise Refused("set-undone-already", number=self.number)
        if self.state == STOPPED:
            raise Refused("set-stopped-already", number=self.number)
        if at > self.stands:
            raise Refused("set-stands", number=self.number, at=self.stands)

    @property
    def back(self) -> bool:
        """Whether it brought back what an objection would bring back."""
        return bool(self.after == self.held)

    def objected(self, at: datetime, second: int | None) -> SettingChange:
        """One member objected at that time. Raises `Refused` when it is too late, or when there is nothing to turn back."""
        self.undoable(at)
        if self.back:
            raise Refused("set-back", number=self.number)
        return replace(self, state=UNDONE, second=second)

    def stopping(self, by: str, at: datetime) -> SettingChange:
        """Whoever made it takes it back. Raises `Refused` for others, and when it stands."""
        if by != self.proposer:
            raise Refused("set-stop-not-yours", number=self.number)
        self.undoable(at)
        return replace(self, state=STOPPED)


def made(  # noqa: PLR0917 - the parts of one change
    number: int, name: str, words: str, proposer: str, before: Any, after: Any, at: datetime, former: SettingChange | None
) -> SettingChange:
    """A change at `at` after the change `former`, which may have been open to objections still."""
    held = former.held if former is not None and former.open_at(at) else before
    return SettingChange(number, words, proposer, name, before, after, held, at)
