"""The agenda of the next meeting, or of the one that is on: adding, showing, moving, dropping."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated

from commands.answers import Answer, Output
from commands.kit import Lines as TypedLines
from commands.kit import OptionalRest, Rest, command
from commands.matters import found
from commands.meetings import MeetingOf, announced, item_text, listed, series_of
from commands.ports import Context
from policies import agenda as items
from policies import meeting as rule
from policies.agenda import Item
from policies.meeting import Meeting, Phase
from policies.model import Refused, text

Ahead = Annotated[Meeting, MeetingOf(Phase.PLANNED, Phase.RUNNING, none="meet-none")]
AheadFree = Annotated[Meeting, MeetingOf(Phase.PLANNED, Phase.RUNNING, none="meet-none", free=True)]
ABOUT = re.compile(r"(?:#|nr\.?\s*|no\.?\s*)?(\d{1,9})", re.IGNORECASE)
PLACES = re.compile(r"\s*(\d{1,9})\D+?(\d{1,9})\s*")


@command("note agenda")
def note_agenda(ctx: Context, meeting: AheadFree, words: Rest, lines: TypedLines) -> Answer:
    """Put something on the agenda, one item a line; a number alone puts on what has that number."""
    added = [item(ctx, each) for each in (words, *lines)]
    after = replace(meeting, agenda=items.adding(open_agenda(meeting), added))
    said = text("agenda-added", number=after.number, title=after.title, at=after.at, items=tuple(item_text(ctx, each) for each in added))
    return [said, *kept(ctx, after)]


def item(ctx: Context, words: str) -> Item:
    """An item as typed. Raises `Refused` for none, a long one, and a number that nothing has."""
    words = rule.check_words(words, rule.LONGEST_PLACE)
    match = ABOUT.fullmatch(words)
    if match is None:
        return Item(words, ctx.sender.id)
    matter = found(ctx, int(match[1]))
    return Item(matter.question, ctx.sender.id, about=matter.number)


def kept(ctx: Context, meeting: Meeting) -> list[Output]:
    """Keep a meeting with another agenda; the announcement shows it, where there is one."""
    ctx.room.matters.save(meeting)
    shown = meeting.polled and meeting.phase is Phase.PLANNED
    return announced(ctx, meeting, series_of(ctx.room, meeting)) if shown else []


def open_agenda(meeting: Meeting) -> tuple[Item, ...]:
    """The agenda of a meeting that is not over. Raises `Refused` where it is."""
    if meeting.phase not in {Phase.PLANNED, Phase.RUNNING}:
        raise Refused("meet-over", number=meeting.number)
    return meeting.agenda


@command("show agenda")
def show_agenda(ctx: Context, meeting: Ahead) -> Answer:
    """What is on the agenda."""
    return text("agenda", number=meeting.number, title=meeting.title, at=meeting.at, agenda=listed(ctx, meeting))


@command("agenda move")
def agenda_move(ctx: Context, meeting: AheadFree, words: OptionalRest) -> Answer:
    """`agenda move 3 1`: item 3 comes first."""
    match = PLACES.fullmatch(words)
    if match is None:
        raise Refused("agenda-which-places")
    after = replace(meeting, agenda=items.moving(open_agenda(meeting), int(match[1]), int(match[2])))
    return [text("agenda", number=after.number, title=after.title, at=after.at, agenda=listed(ctx, after)), *kept(ctx, after)]


@command("agenda drop")
def agenda_drop(ctx: Context, meeting: AheadFree, words: OptionalRest) -> Answer:
    """Take an item off the agenda."""
    if not words.strip().isdecimal():
        raise Refused("agenda-which-item")
    agenda, dropped = items.dropping(open_agenda(meeting), int(words))
    after = replace(meeting, agenda=agenda)
    return [text("agenda-dropped", item=item_text(ctx, dropped), number=after.number), *kept(ctx, after)]
