"""Who may do what, as data: a command names the right it needs, and it is checked once, in one place."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """`MEMBER`: a joined member of the group. `ANYONE`: every person who can write to the bot."""

    MEMBER = "member"
    ANYONE = "anyone"


def may(right: Right, *, member: bool) -> bool:
    """Whether a person may use what needs `right`."""
    return right is Right.ANYONE or member
