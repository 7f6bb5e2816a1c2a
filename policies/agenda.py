"""The agenda of a meeting: items in an order, one of them under way; what was not reached is carried over.

Standing items come from the group's format. An item that somebody added stands before the last standing one (the
check-out), so that a meeting ends as the group wants it to end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from policies.model import Refused

MOST_ITEMS = 40
CHECK_IN, DECISIONS, GUIDELINES, CHECK_OUT = "check-in", "decisions", "guidelines", "check-out"
STANDING = (CHECK_IN, DECISIONS, GUIDELINES, CHECK_OUT)
"""All that the program knows by name."""
FORMAT = (CHECK_IN, DECISIONS, CHECK_OUT)
"""The standing items of a group that has decided on none."""


class State(StrEnum):
    """Whether an item is still to come, under way, or was dealt with."""

    AHEAD = "ahead"
    NOW = "now"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Item:
    """An item. `standing` names one that comes at every meeting; `about` is the number of what it is about, or 0.

    `from_before` says why it is on the agenda again: `carried` or `parked`.
    """

    words: str = ""
    by: str = ""
    standing: str = ""
    about: int = 0
    from_before: str = ""
    state: State = State.AHEAD


def standing(format_: Iterable[str]) -> tuple[Item, ...]:
    """The agenda of a new meeting: the group's standing items, known ones by name and others in its own words."""
    return tuple(Item(standing=each) if each in STANDING else Item(words=each, standing="own") for each in format_)


def adding(agenda: tuple[Item, ...], items: Iterable[Item]) -> tuple[Item, ...]:
    """The agenda with more items, before the check-out. Raises `Refused` for too many."""
    items = tuple(items)
    if len(agenda) + len(items) > MOST_ITEMS:
        raise Refused("agenda-full", most=MOST_ITEMS)
    place = len(agenda) - 1 if agenda and agenda[-1].standing and agenda[-1].state is State.AHEAD else len(agenda)
    return agenda[:place] + items + agenda[place:]


def moving(agenda: tuple[Item, ...], place: int, to: int) -> tuple[Item, ...]:
    """Item `place` (counted from 1) stands at place `to`. Raises `Refused` for places that do not exist."""
    item = at(agenda, place)
    at(agenda, to)
    rest = agenda[: place - 1] + agenda[place:]
    return (*rest[:to - 1], item, *rest[to - 1:])


def dropping(agenda: tuple[Item, ...], place: int) -> tuple[tuple[Item, ...], Item]:
    """The agenda without item `place`, and the item. Raises `Refused` for a place that does not exist."""
    item = at(agenda, place)
    return agenda[: place - 1] + agenda[place:], item


def at(agenda: tuple[Item, ...], place: int) -> Item:
    """Item `place`, counted from 1."""
    if not 1 <= place <= len(agenda):
        raise Refused("agenda-no-item", place=place, count=len(agenda))
    return agenda[place - 1]


def opening(agenda: tuple[Item, ...]) -> tuple[Item, ...]:
    """The meeting begins: the first item is under way."""
    return following(agenda) or agenda


def following(agenda: tuple[Item, ...]) -> tuple[Item, ...] | None:
    """The item that is under way is done and the next one ahead is under way; `None` after the last one."""
    ahead = next((place for place, item in enumerate(agenda) if item.state is State.AHEAD), None)
    if ahead is None:
        return None
    done = tuple(replace(item, state=State.DONE) if item.state is State.NOW else item for item in agenda)
    return (*done[:ahead], replace(done[ahead], state=State.NOW), *done[ahead + 1:])


def current(agenda: tuple[Item, ...]) -> Item | None:
    """The item that is under way."""
    return next((item for item in agenda if item.state is State.NOW), None)


def left(agenda: tuple[Item, ...]) -> tuple[Item, ...]:
    """What was not reached and goes onto the next agenda: standing items are there anyway."""
    return tuple(
        replace(item, from_before="carried", state=State.AHEAD)
        for item in agenda
        if item.state is State.AHEAD and not item.standing
    )
