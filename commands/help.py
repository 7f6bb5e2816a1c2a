"""Help by situation, what the bot is, and where help outside is: always answered, everywhere."""

from __future__ import annotations

from commands.answers import Answer
from commands.charters import own_words
from commands.kit import OptionalRest, command
from commands.ports import Context
from policies.model import Lines, Refused, text
from policies.rights import Right

SITUATIONS = ("decide", "agree", "meet", "remind", "ask", "look")


@command("help", group=False, right=Right.ANYONE)
def help_(ctx: Context, topic: OptionalRest) -> Answer:
    """The six situations, or one verb."""
    if not topic:
        return text("help", situations=Lines(tuple(text(f"help-{each}") for each in SITUATIONS)))
    name = named(ctx, topic.casefold().lstrip("!"))
    if name is None:
        raise Refused("help-unknown", words=topic)
    return text(f"command-{name.replace(' ', '-')}")


def named(ctx: Context, topic: str) -> str | None:
    """The command that goes by this name, in the reader's language or any other."""
    for language in (ctx.language, *ctx.words.languages):
        for name in ctx.words.commands:
            if topic in (each.casefold() for each in ctx.words.names(name, language)):
                return name
    return None


@command("about", group=False, right=Right.ANYONE)
def about(ctx: Context) -> Answer:
    """What the bot is, what it stores, what it can decrypt; and that the group is no crisis service, in its own words if it has any."""
    crisis = own_words(ctx, "disclaimer") or text("about-crisis", emergency=ctx.about.emergency)
    return text("about", days=ctx.about.key_days, crisis=crisis)
