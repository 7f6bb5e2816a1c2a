"""Actions: what somebody does after a meeting, with a reminder, listed until it is done."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from commands import floor
from commands.answers import Answer, Direct
from commands.arranging import understood
from commands.floor import UnlessFloor
from commands.kit import NumberOf, command, follow
from commands.matters import finished, found, line, shown, stopped
from commands.meetings import post, said
from commands.people import member
from commands.ports import Context, Room
from policies import when
from policies.meeting import Action
from policies.model import Lines, Refused, Text, text

MORNING = time(9)
NAME_WORDS = 4


def undone(room: Room) -> list[Action]:
    """Actions that are still to be done, by number."""
    return [each for each in room.matters.open() if isinstance(each, Action)]


OpenAction = Annotated[int, NumberOf(undone, none="actions-none")]


def read(ctx: Context, typed: str) -> tuple[str, str, datetime | None]:
    """What is to be done, by whom (empty: nobody yet) and until when: `@bo call the hall by Friday`."""
    owner, words = owned(ctx, typed)
    words, due = dated(ctx, words, owner)
    return words, owner, due


def owned(ctx: Context, typed: str) -> tuple[str, str]:
    """The member whose name the words begin with, and the words after it."""
    parts = typed.split()
    for count in range(min(NAME_WORDS, len(parts) - 1), 0, -1):
        person = member(ctx, " ".join(parts[:count]))
        if person is not None:
            return person, " ".join(parts[count:])
    mentioned = sorted(ctx.mentions & ctx.room.members())
    return (mentioned[0] if len(mentioned) == 1 else ""), typed


def dated(ctx: Context, words: str, owner: str) -> tuple[str, datetime | None]:
    """The words without a date at their end ("by Friday"), and the date: a day alone means its morning, to its owner."""
    pattern = "|".join(re.escape(each) for each in sorted(ctx.words.option("by"), key=len, reverse=True))
    for match in reversed(list(re.finditer(rf"\s+(?:{pattern})\s+", words, re.IGNORECASE))):
        read_ = understood(ctx, words[match.end() :])
        if isinstance(read_, when.Once):
            return words[: match.start()], read_.at
        if isinstance(read_, when.DateOnly):
            zone = ctx.directory.settings(owner).zone or ctx.room.zone
            return words[: match.start()], datetime.combine(read_.date, MORNING, ZoneInfo(zone))
    return words, None


@follow("due action")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Its day has come: whoever took it on is reminded alone, once. Who has left the group is left in peace."""
    del at
    action = ctx.room.matters.get(number)
    if not isinstance(action, Action) or action.done or action.owner not in ctx.room.members():
        return None
    return Direct(action.owner, text("action-due", number=number, words=action.words, group=ctx.room.name), number, waits=True)


@command("show actions")
def show_actions(ctx: Context) -> Answer:
    """What was taken on and is not done yet."""
    lines = Lines(tuple(action_text(ctx, each) for each in undone(ctx.room)))
    return text("actions", actions=lines) if lines.items else text("actions-none")


def action_text(ctx: Context, action: Action) -> Text:
    """An action in one line."""
    owner = ctx.room.person(action.owner) if action.owner else None
    return text("action-line", number=action.number, words=action.words, owner=owner, due=action.due)


@command("done")
def done(ctx: Context, number: Annotated[int | None, UnlessFloor(OpenAction)]) -> Answer:
    """Something that was taken on is done, or what I had to say in a round."""
    if number is None:
        return floor.finished(ctx)
    return finished(found(ctx, number), ctx)


@finished.register
def action_done(action: Action, ctx: Context) -> Answer:
    """It is done; the group hears of it."""
    return over(ctx, action, "action-done")


def over(ctx: Context, action: Action, kind: str) -> Answer:
    """It is off the list."""
    ctx.room.matters.save(action.finishing())
    ctx.room.unschedule("action", action.number)
    return said(ctx, post(action.number, kind, words=action.words, person=ctx.sender))


@stopped.register
def taken_back(action: Action, ctx: Context) -> Answer:
    """Whoever took it on, or noted it, takes it off the list."""
    if ctx.sender.id not in {action.owner, action.proposer}:
        raise Refused("action-not-yours", number=action.number)
    return over(ctx, action, "action-stopped")


@line.register
def own_line(action: Action, ctx: Context) -> Text | None:
    """An action of this reader."""
    return action_text(ctx, action) if action.owner == ctx.sender.id else None


@shown.register
def action_shown(action: Action, ctx: Context) -> Answer:
    """An action: who, until when, from which meeting."""
    return text(
        "action-shown", action=action_text(ctx, action), meeting=action.meeting, done="yes" if action.done else "no"
    )
