"""The noticeboard: one pinned message with what is open, what comes next, and who is on duty; kept current by editing.

It is put together from small parts, each in the module that knows it:

    @on_board(20)
    def next_meeting(ctx: Context) -> Text | Sequence[Text] | None:
        '''One line, some, or nothing.'''

The number is the place: 10 is what is open, 20 the next meeting, 30 who is on duty. Nothing on it pings anybody, or is for one reader alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from commands.answers import Answer, Board, Output, Pin, Post, Topic
from commands.kit import command, follow
from commands.matters import named
from commands.ports import Context
from commands.settings import switch
from policies.decision import Status
from policies.model import Lines, Text, text

Part = Callable[[Context], Text | Sequence[Text] | None]

PARTS: list[tuple[int, Part]] = []
"""What stands on the board, with its place."""
MOST = 10
DUTY = "duty"


def on_board(place: int) -> Callable[[Part], Part]:
    """Declare a part of the noticeboard."""

    def declare(part: Part) -> Part:
        PARTS.append((place, part))
        return part

    return declare


def may_be(ctx: Context) -> bool:
    """Without a word of the group there is a board where we may pin one, and once it has a charter."""
    return ctx.pins or ctx.room.charter.get().adopted is not None


NOTICEBOARD = switch("noticeboard", default=may_be)
TOPIC_LINE = switch("topic-line", default=False)


@on_board(10)
def votes(ctx: Context) -> Sequence[Text]:
    """What is open."""
    under_way = [each for each in ctx.room.decisions.open() if each.status is Status.OPEN]
    return [
        text(
            "board-vote",
            number=each.number,
            question=named(ctx.room.matters.get(each.number), ctx, each.question),
            closes=each.closes,
        )
        for each in under_way[:MOST]
    ]


@on_board(30)
def duty(ctx: Context) -> Text | None:
    """Who is on duty now, and the backup."""
    people = ctx.room.roles.serving(DUTY)[:2]
    return text("board-duty", people=tuple(ctx.room.person(each) for each in people)) if people else None


def parts(ctx: Context) -> tuple[Text, ...]:
    """What there is to say, in its order."""
    said: list[Text] = []
    for _, part in sorted(PARTS, key=lambda each: each[0]):
        found = part(ctx)
        said += [] if found is None else [found] if isinstance(found, Text) else found
    return tuple(said)


def composed(ctx: Context) -> Text:
    """The whole board."""
    return text("board", group=ctx.room.name, parts=Lines(parts(ctx)), emergency=ctx.about.emergency)


@command("show board")
def show_board(ctx: Context) -> Answer:
    """The noticeboard as it is now; how to have it pinned where it is not."""
    state = ctx.room.board.get()
    answers: list[Output] = [composed(ctx)]
    if state.event is None:
        answers.append(text("board-to-pin" if ctx.pins else "board-may-not-pin"))
    return answers


@follow("something changed")
def refreshed(ctx: Context) -> Answer:
    """Something of the room has changed: the board and the topic say so, if they stand somewhere."""
    return [*board_now(ctx), *topic_now(ctx)]


def board_now(ctx: Context) -> list[Output]:
    """The board as it is now, posted, pinned, taken down, or a word that it cannot be."""
    state = ctx.room.board.get()
    if not NOTICEBOARD.value(ctx):
        if state.event is None or not state.pinned:
            return []
        ctx.room.board.save(replace(state, pinned=False))
        return [Board(text("board-off")), Pin(state.event, pinned=False)]
    if state.event is None and not ctx.pins:
        return [*told(ctx, "pin", "board-may-not-pin")]
    if state.event is None and not parts(ctx) and ctx.room.setting("noticeboard") is None:
        # An empty board that nobody asked for would only be in the way.
        return []
    answers: list[Output] = [Board(composed(ctx))]
    if state.event is not None and ctx.pins and not state.pinned and "pin-refused" not in state.told:
        ctx.room.board.save(replace(state, pinned=True))
        answers.append(Pin(state.event, pinned=True))
    return answers


def topic_now(ctx: Context) -> list[Output]:
    """The line in the topic: numbers only, for everybody on the server can read it."""
    state = ctx.room.board.get()
    if not TOPIC_LINE.value(ctx):
        return [Topic(None)] if state.line and ctx.topics else []
    if "topic-refused" in state.told:
        return []
    if not ctx.topics:
        return [*told(ctx, "topic", "board-may-not-topic")]
    numbers = tuple(each.number for each in ctx.room.decisions.open() if each.status is Status.OPEN)
    return [Topic(text("topic-line", numbers=tuple(text("topic-number", number=each) for each in numbers)))]


def told(ctx: Context, what: str, said: str) -> list[Output]:
    """Say once what we may not do here."""
    state = ctx.room.board.get()
    if what in state.told:
        return []
    ctx.room.board.save(replace(state, told=(*state.told, what)))
    return [Post(text(said))]
