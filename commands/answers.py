"""What a handler returns besides a plain `Text` (which answers the person where they typed): data, sent elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policies.model import Text


@dataclass(frozen=True, slots=True)
class Poll:
    """Announce decision `number` in the group's room as the client's own poll. `options` are (answer id, label)."""

    number: int
    question: Text
    options: tuple[tuple[str, Text], ...]
    fallback: Text


@dataclass(frozen=True, slots=True)
class EndPoll:
    """Close the client's poll of decision `number`; `text` is what clients without polls show."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Status:
    """The one message that shows where `number` stands: sent the first time, edited afterwards."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Post:
    """A message of its own in the group's room: a result or a change of state. A reply to it is about `number`."""

    text: Text
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """The vote is counted: a small mark on the person's message, or `text` for those who chose words."""

    text: Text


Output = Text | Poll | EndPoll | Status | Post | Counted
Answer = Output | Sequence[Output] | None
