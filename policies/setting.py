"""Settings of a room: a change of one is provisional for a while, and what an objection brings back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from policies.provisional import Provisional


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChange(Provisional):
    """One change of the setting `name`: JSON values `before` and `after`; `question` is what was typed.

    `held` is the value that an objection brings back: the last one that stood for as long as somebody could object, so that
    nobody keeps a value by changing it a second time.
    """

    question: str
    name: str
    before: Any
    after: Any
    held: Any

    @property
    def what(self) -> str:
        """A setting was changed."""
        return "set"

    @property
    def subject(self) -> str:
        """The setting."""
        return subject(self.name)

    @property
    def back(self) -> bool:
        """Whether it brought back what an objection would bring back."""
        return bool(self.after == self.held)


def subject(name: str) -> str:
    """What two proposals about the same setting have in common."""
    return f"setting {name}"


def made(  # noqa: PLR0917 - the parts of one change
    number: int, name: str, words: str, proposer: str, before: Any, after: Any, at: datetime, former: SettingChange | None
) -> SettingChange:
    """A change at `at` after the change `former`, which may have been open to objections still."""
    held = former.held if former is not None and former.open_at(at) else before
    return SettingChange(
        number=number, proposer=proposer, at=at, question=words, name=name, before=before, after=after, held=held
    )
