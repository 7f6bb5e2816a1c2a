"""Who may do what, as data: a command names the right it needs, and it is checked once, in one place.

Facilitators hold few powers, each of them visible, and two members together can do whatever a facilitator can, and undo it.
Sources: domain.md 1.2 ("nobody has more authority") and 1.1, F5.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from policies.roles import COFACILITATOR, DUTY, FACILITATOR, WELCOMER

ENOUGH = 2
"""Members who together may do, and undo, what a role may."""


class Right(StrEnum):
    """`MEMBER`: a joined member of the group. `ANYONE`: every person who can write to the bot."""

    MEMBER = "member"
    ANYONE = "anyone"


class Power(StrEnum):
    """What is done for all, and so is a role's or that of two members together."""

    PAUSE = "pause"
    """Ask everybody to be quiet for some minutes."""
    TOPIC = "topic"
    """Bring the talk back to the topic."""
    TIMER = "timer"
    """Keep time in a meeting."""
    MEETING = "meeting"
    """Begin, lead and end a meeting."""
    CLOSE_REQUEST = "close-request"
    """Say that a request was answered."""
    WELCOME = "welcome"
    """Let somebody in who knocks."""


POWERS = {
    Power.PAUSE: frozenset({FACILITATOR, COFACILITATOR}),
    Power.TOPIC: frozenset({FACILITATOR, COFACILITATOR}),
    Power.TIMER: frozenset({FACILITATOR, COFACILITATOR, "timekeeper"}),
    Power.MEETING: frozenset({FACILITATOR, COFACILITATOR}),
    Power.CLOSE_REQUEST: frozenset({FACILITATOR, COFACILITATOR, DUTY}),
    Power.WELCOME: frozenset({FACILITATOR, COFACILITATOR, WELCOMER, DUTY}),
}
"""The roles of which one is enough for a power. That is all that a role can do: none changes a vote or what was decided."""


def may(right: Right, *, member: bool) -> bool:
    """Whether a person may use what needs `right`."""
    return right is Right.ANYONE or member


def may_use(power: Power, roles: Collection[str], *, asking: int = 1) -> bool:
    """Whether somebody with these roles may use a power; so may any two members who ask for the same (`asking`)."""
    return bool(POWERS[power] & set(roles)) or asking >= ENOUGH


def undone(against: Collection[str], members: Collection[str]) -> bool:
    """Whether what a role did is undone: two members want it (`against`); in a group of two, one of them is enough."""
    return len(set(against) & set(members)) >= min(ENOUGH, max(1, len(set(members)) - 1))
