"""A proposal that changes something of the group itself when it passes: a guideline, a rule, a role, the charter.

Its vote is a `Decision` of the same number. What is to change is data, so that the vote, the record and the change itself
speak of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

ROUNDS = 2
"""After so many rounds with objections the fallback of the rule decides."""

UNNUMBERED = "new: "
"""Begins the subject of a motion for something that has no number yet: its words follow."""

OPEN, PASSED, FAILED, BLOCKED, UNDONE = STATES = "open", "passed", "failed", "blocked", "undone"


@dataclass(frozen=True, slots=True)
class Motion:
    """`change` names what changes (`commands.motions`), `values` says how, in JSON values; `question` is what was typed of it.

    `subject` is what two motions have in common that are about the same thing, empty where a motion stands alone. `round` is
    the how manieth attempt it is since the last one that passed.
    """

    number: int
    question: str
    proposer: str
    kind: str
    change: str
    values: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""
    round: int = 1
    state: str = OPEN

    @property
    def under_way(self) -> bool:
        """Whether its vote is not over."""
        return self.state == OPEN

    def ending(self, state: str) -> Motion:
        """Its vote has ended so."""
        return replace(self, state=state)


def round_of(subject: str, former: Iterable[Motion]) -> int:
    """Which round a new motion on `subject` opens: one more than those in a row that ended with objections. `former`: by number."""
    rounds = 1
    for motion in former:
        if subject and motion.subject == subject and motion.state != OPEN:
            rounds = rounds + 1 if motion.state == BLOCKED else 1
    return rounds
