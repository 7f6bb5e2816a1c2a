"""The small values that all checks share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from bot.check.scene import Scene


class State(StrEnum):
    """How something stands. What could not be looked at is `UNKNOWN`, which is no fault of its own."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"
    UNKNOWN = "unknown"


class Need(Enum):
    """What must be there before a check can look at all."""

    NOTHING = auto()
    DATABASE = auto()
    SERVER = auto()
    SESSION = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing stands: in plain words, and what to do about it. Never a secret, never a person."""

    state: State
    says: str
    do: str = ""

    def __post_init__(self) -> None:
        # A room's name is typed by people, and what a server says by anybody: on a terminal it could say something else.
        for name in ("says", "do"):
            object.__setattr__(self, name, "".join(each if each.isprintable() else " " for each in getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its `name`, what it looks at (`about`, as docs/hosting.md has it), and how."""

    name: str
    about: str
    look: Callable[[Scene], Awaitable[Sequence[Finding]]]
    need: Need = Need.NOTHING


def ok(says: str) -> Finding:
    """All is well."""
    return Finding(State.OK, says)


def warning(says: str, do: str) -> Finding:
    """It works, but somebody should look at it."""
    return Finding(State.WARNING, says, do)


def problem(says: str, do: str) -> Finding:
    """It does not work, or will not much longer."""
    return Finding(State.PROBLEM, says, do)


def unknown(says: str, do: str = "") -> Finding:
    """It could not be looked at."""
    return Finding(State.UNKNOWN, says, do)


def listed(things: Sequence[str], most: int = 5) -> str:
    """The first few of some things, and how many more there are."""
    more = len(things) - most
    return ", ".join(things[:most]) + (f" and {more} more" if more > 0 else "")
