"""Who looks after the people of a group now, how they are told, and what the group itself can say at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from commands.answers import Direct
from commands.ports import Context
from commands.settings import quiet_hours
from policies import quiet
from policies import request as rule
from policies.meeting import Meeting, Phase
from policies.model import Person, Text, text
from policies.request import Request, Roster

DUTY, WELCOMER, FACILITATOR = "duty", "welcomer", "facilitator"
PIECE = 400
"""Letters of one value that are surely shown whole."""
ANSWER_HOURS, PERSON_HOURS = "answer-hours", "person-hours"
"""The settings with the hours after which a request goes on to others."""
LATE = timedelta(minutes=10)


def serving(ctx: Context, *roles: str) -> tuple[str, ...]:
    """The members who serve in any of these roles now, each once: whose turn it is first."""
    members = ctx.room.members()
    found = dict.fromkeys(each for role in roles for each in ctx.room.roles.serving(role))
    return tuple(each for each in found if each in members)


def roster(ctx: Context) -> Roster:
    """Who can be asked to answer somebody: whose turn it is first, unless they have enough in their hands already.

    At night those come first whom it may reach: nobody waits for the morning while somebody has said that they are there.
    """
    requests = [each for each in ctx.room.matters.open() if isinstance(each, Request)]
    return Roster(tuple(sorted(rule.lightly(serving(ctx, DUTY), requests), key=lambda each: _rests(ctx, each))), serving(ctx, FACILITATOR))


def looking_after(ctx: Context, *, without: Sequence[str] = ()) -> Person | None:
    """The one person who looks after the group now; `None`: nobody does."""
    found = [each for each in serving(ctx, DUTY, WELCOMER) if each not in without]
    return ctx.room.person(found[0]) if found else None


def answer_hours(ctx: Context) -> tuple[int, ...]:
    """Hours after which a question is passed on further, as the group has them."""
    return _hours(ctx.room.setting(ANSWER_HOURS), rule.ANSWER_HOURS)


def person_hours(ctx: Context) -> tuple[int, ...]:
    """The same for somebody who asks for a person."""
    return _hours(ctx.room.setting(PERSON_HOURS), rule.PERSON_HOURS)


def _hours(value: Any, usual: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(value) if isinstance(value, list) and value else usual


def promised(ctx: Context) -> timedelta:
    """The time in which nobody is left without word."""
    return timedelta(hours=answer_hours(ctx)[0])


def to_person(ctx: Context, person: str, said: Text, number: int | None = None) -> Direct:
    """Tell somebody who helps; in their quiet hours only if they allowed it. What it says stays nowhere when it is sent."""
    return Direct(person, said, number, waits=not ctx.directory.reachable(person), fleeting=True)


def rests(ctx: Context, people: Sequence[str]) -> bool:
    """Whether all of these people have quiet hours now in which nothing of this may reach them."""
    return bool(people) and all(_rests(ctx, each) for each in people)


def _rests(ctx: Context, person: str) -> bool:
    own = ctx.directory.settings(person)
    kept = own.quiet or quiet_hours.value(ctx)
    return not ctx.directory.reachable(person) and quiet.hours(kept, ctx.now, own.zone or ctx.room.zone) is not None


def next_meeting(ctx: Context) -> datetime | None:
    """When the group meets next; `None` where nothing is planned."""
    planned = [each.at for each in ctx.room.matters.open() if isinstance(each, Meeting) and each.phase is Phase.PLANNED]
    return min((at for at in planned if at > ctx.now), default=None)


def whole(words: str) -> Text | None:
    """Words that may be longer than one value that is shown, in pieces that follow one another."""
    if not words:
        return None
    pieces, rest = [], words
    while len(rest) > PIECE:
        cut = rest.rfind(" ", PIECE // 2, PIECE)
        cut = cut if cut > 0 else PIECE
        pieces.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    said: Text = text("words-said", words=rest)
    for piece in reversed(pieces):
        said = text("words-said-more", words=piece, more=said)
    return said


def late(ctx: Context, at: datetime) -> timedelta | None:
    """How late something is done, where that is worth a word."""
    return ctx.now - at if ctx.now - at > LATE else None
