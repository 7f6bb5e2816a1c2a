"""What a room can set about its meetings: who is reminded, who sees links, whether those who come are named."""

from __future__ import annotations

from typing import Any

from commands.ports import Context
from commands.settings import means, setting, switch
from policies.form import one_of
from policies.model import Refused, Text, text

ROOM, COMING, OFF = "room", "coming", "off"
EVERYONE, AGREED = "everyone", "agreed"


def said_reminders(who: Any) -> Text:
    """Who is reminded, in words."""
    return text("word-off") if who == OFF else text(f"word-reminded-{who}")


@setting("meeting-reminders", shown=said_reminders, form=one_of((ROOM, COMING, OFF)), default=ROOM)
def reminders(ctx: Context, typed: str) -> str:
    """Who is reminded a quarter of an hour before a meeting: the room, those who come, or nobody; then nothing is asked a day before either."""
    if means(ctx, typed, "off"):
        return OFF
    for who in (ROOM, COMING):
        if means(ctx, typed, f"reminded-{who}"):
            return who
    raise Refused("set-reminded-who", words=typed)


def said_links(who: Any) -> Text:
    """Who sees links, in words."""
    return text(f"word-links-{who}")


@setting("links", shown=said_links, form=one_of((EVERYONE, AGREED)), default=EVERYONE)
def links(ctx: Context, typed: str) -> str:
    """Who sees the links of meetings: everyone in the room, or who agreed to the guidelines."""
    for who in (EVERYONE, AGREED):
        if means(ctx, typed, f"links-{who}"):
            return who
    raise Refused("set-links-who", words=typed)


NAMES = switch("meeting-names", default=False)
