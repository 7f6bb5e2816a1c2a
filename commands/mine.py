"""What is stored about a person: shown, taken away and forgotten, by that person alone."""

from __future__ import annotations

from dataclasses import replace

from commands import ask, floor, roles
from commands.answers import Answer, Erase, Export, Output
from commands.kit import OptionalRest, command, to_type
from commands.ports import Context
from policies.forgotten import holds_words
from policies.model import Lines, Refused, Text, text


@command("me data")
def data(ctx: Context) -> Answer:
    """All that is stored about me in this group, in words."""
    alone(ctx, "me data")
    held = ctx.room.belongings.held(ctx.sender.id)
    if not held:
        return text("data-nothing", group=ctx.room.name)
    lines = Lines(tuple(text(f"data-{each.table}", count=each.count) for each in held))
    return text("data", group=ctx.room.name, held=lines)


@command("me export")
def export(ctx: Context) -> Answer:
    """The same as a file."""
    alone(ctx, "me export")
    return [text("data-export"), Export("person", ctx.sender.id)]


@command("me forget")
def forget(ctx: Context, words: OptionalRest) -> Answer:
    """Make me a former member: says first what goes, what stays and why; `me forget yes` does it."""
    alone(ctx, "me forget")
    typed = " ".join(words.casefold().strip(" .").split())
    everything = typed in ctx.words.option("forget-words")
    if not everything and typed not in ctx.words.option("forget-yes"):
        under_way = tuple(
            text("forget-open", number=each.number) for each in ctx.room.decisions.open() if ctx.sender.id in each.electorate
        )
        return text("forget", group=ctx.room.name, open=under_way, kept=still_needed(ctx), typed=typed)
    kept, handed_on = still_needed(ctx), handing_on(ctx)
    ctx.room.belongings.forget(ctx.sender.id, words=everything)
    done = text("forgotten-words", group=ctx.room.name, kept=kept) if everything else text("forgotten", group=ctx.room.name)
    return [done, *handed_on, Erase()]


def still_needed(ctx: Context) -> tuple[Text, ...]:
    """What is under way and has words of the sender, which the group needs until it is over, by number."""
    return tuple(text("forget-open", number=each.number) for each in ctx.room.matters.open() if holds_words(each, ctx.sender.id))


def handing_on(ctx: Context) -> list[Output]:
    """Nobody waits for who is forgotten: what they do for the group goes to others, as when they leave."""
    # Nobody is answered by it in the direct chat; it is said where it matters.
    group = replace(ctx, direct=False, sent=ctx.now)
    person = ctx.sender.id
    stepped = floor.gone.handler(group, person=person, by=person, before="join")
    return [*ask.let_go(group, person), *roles.ended(group, person, "stopped"), *(stepped if isinstance(stepped, list) else ())]


def alone(ctx: Context, name: str) -> None:
    """Raises `Refused` in the group's room: it is nobody else's business."""
    if not ctx.direct:
        raise Refused("data-direct", command=to_type(ctx, name))
