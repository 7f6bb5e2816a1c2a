"""Safe talk: a warning before a hard story, steps for whoever facilitates, the way back to the topic.

All of it is asked for by a person. The bot reads no story, and judges none.
"""

from __future__ import annotations

from datetime import datetime

from commands.answers import Answer, Counted, Direct, Erase, FindAuthor, Post, Under
from commands.charters import own_words
from commands.holding import ONLY, granted, meeting_on, remember, topic
from commands.kit import OptionalRest, command, follow
from commands.meetings import said as told
from commands.ports import Context
from policies import floor as rule
from policies.floor import Care, Wish
from policies.lot import hashed
from policies.model import Lines, Refused, text
from policies.rights import Power
from policies.roles import COFACILITATOR, FACILITATOR

LONGEST_WARNING = 100


# Warnings


@command("cw")
def warning(ctx: Context, words: OptionalRest) -> Answer:
    """What a story is about, before it, or as a reply to it: so that everybody can choose to read it."""
    about = " ".join(words.split())
    if not about:
        return text("cw-how", own=own_words(ctx, "content_warning"))
    if ctx.direct:
        raise Refused("cw-direct")
    if len(about) > LONGEST_WARNING:
        raise Refused("cw-long", most=LONGEST_WARNING)
    if ctx.replied is None or ctx.number is not None or ctx.guideline is not None:
        return text("cw-before", topic=about)
    return [Under(text("cw-under", topic=about), ctx.replied), FindAuthor(ctx.replied, "warning")]


@follow("author of warning")
def gentle_note(ctx: Context, *, person: str) -> Answer:
    """Whoever wrote it is told alone, kindly, once in a while, and not by whom they were asked; nothing for one's own message."""
    if person == ctx.sender.id or person not in ctx.room.members():
        return None
    what = f"warning {hashed(person)}"
    if ctx.room.floor.get(Wish, what) is not None:
        return None
    remember(ctx, Wish(what, frozenset({person}), ctx.now))
    return Direct(person, text("cw-note", group=ctx.room.name), fleeting=True)


# A hard moment


def facilitating(ctx: Context) -> str:
    """Whoever facilitates now: tonight, or by turn; where nobody does, the person who asks."""
    meeting, members = meeting_on(ctx), ctx.room.members()
    tonight = [meeting.roles[FACILITATOR]] if meeting is not None and FACILITATOR in meeting.roles else []
    serving = [each for role in (FACILITATOR, COFACILITATOR) for each in ctx.room.roles.serving(role)]
    return next((each for each in (*tonight, *serving) if each in members), ctx.sender.id)


@command("care")
def care(ctx: Context) -> Answer:
    """The steps for a hard moment, for whoever facilitates, alone. In an hour I ask them how they are."""
    helper = facilitating(ctx)
    own = helper == ctx.sender.id
    told = text("care-told", own="yes" if own else "no")
    before = ctx.room.floor.get(Care, hashed(helper))
    if before is not None and ctx.now - before.at < rule.CARE_AGAIN:
        return Counted(told)
    ctx.room.floor.keep(Care(helper, ctx.now), hashed(helper))
    ctx.room.schedule("floor-care", ONLY, min(each.at for each in ctx.room.floor.all_of(Care)) + rule.CARE_AFTER)
    about = topic(ctx)
    steps = text("care-steps", topic=about, own=own_words(ctx, "hard_moment", topic=about or ""))
    return [Direct(helper, steps, fleeting=True), Counted(told)]


@follow("due floor-care")
def how_are_you(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Some time after a hard moment, once: whoever helped is asked how they are."""
    del number, at
    all_of = ctx.room.floor.all_of(Care)
    asked = [each for each in all_of if ctx.now - each.at >= rule.CARE_AFTER]
    waiting = [each for each in all_of if each not in asked]
    for each in asked:
        ctx.room.floor.clear(Care, hashed(each.helper))
    if waiting:
        ctx.room.schedule("floor-care", ONLY, min(each.at for each in waiting) + rule.CARE_AFTER)
    said = text("care-after", group=ctx.room.name)
    members = ctx.room.members()
    told = [Direct(each.helper, said, waits=True, fleeting=True) for each in asked if each.helper in members]
    return [*told, Erase()]


# Back to the topic


@command("back")
def back(ctx: Context) -> Answer:
    """The topic again, and what is kept for another time: the facilitator, or two members."""
    about, meeting = topic(ctx), meeting_on(ctx)
    if about is None:
        raise Refused("back-nowhere")
    if granted(ctx, "back", Power.TOPIC, lone=True) is None:
        return text("back-one-more")
    parked = () if meeting is None else tuple(each.words for each in meeting.notes if each.kind == "parked")
    said = Post(text("back", topic=about, parked=Lines(parked)), floor=True)
    return told(ctx, said)
