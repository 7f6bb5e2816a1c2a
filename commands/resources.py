"""Where help outside is: the numbers for emergencies, and the group's own list of resources."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from commands.answers import Answer, Post
from commands.kit import Lines as TypedLines
from commands.kit import NumberOf, OptionalRest, Rest, command, follow
from commands.matters import found, shown, stopped
from commands.ports import Context
from policies import resource as rule
from policies.model import Lines, Refused, Text, text
from policies.resource import Resource
from policies.rights import Right

NUMBERS = "emergency"
"""The setting with the group's own numbers: `number`, `helplines`, and the day on which they were `checked`."""
AT_ONCE = 10
FEW = 3

AnyResource = Annotated[int, NumberOf(lambda room: room.matters.all_of(Resource), none="resources-none")]


@command("urgent", group=False, right=Right.ANYONE)
def urgent(ctx: Context, words: OptionalRest) -> Answer:
    """Numbers for help outside, whatever else was said with it: the group's own, else the host's."""
    del words
    return text(
        "urgent",
        emergency=ctx.about.emergency,
        helplines=Lines(ctx.about.helplines),
        checked=ctx.about.checked,
        known="yes" if ctx.directory.groups(ctx.sender.id) else "no",
    )


@command("urgent checked")
def numbers_checked(ctx: Context) -> Answer:
    """Somebody looked whether the group's numbers are right."""
    own = ctx.room.setting(NUMBERS)
    if not own:
        raise Refused("numbers-none")
    ctx.room.keep_setting(NUMBERS, {**own, "checked": ctx.sent.date().isoformat()})
    look_again(ctx, ctx.sent)
    said = text("numbers-checked", person=ctx.sender)
    return [Post(said), *([text("done-in-room")] if ctx.direct else [])]


def look_again(ctx: Context, since: datetime) -> None:
    """A year after `since` the group is asked to look at its numbers."""
    ctx.room.schedule("numbers", 0, since + rule.LOOK_AGAIN)


@follow("due numbers")
def numbers_old(ctx: Context, *, number: int, at: datetime) -> Answer:
    """A year has gone: are the numbers still right?"""
    del number, at
    own = ctx.room.setting(NUMBERS)
    if not own:
        return None
    look_again(ctx, ctx.now)
    return Post(text("numbers-old", emergency=own["number"] or None, helplines=Lines(tuple(own["helplines"]))), waits=True)


@command("resource")
def add(ctx: Context, topic: Rest, lines: TypedLines) -> Answer:
    """Add an entry to the group's list."""
    language = next((code for each in lines if (code := ctx.words.language(each)) is not None), "")
    parts = [each for each in lines if ctx.words.language(each) is None]
    if len(ctx.room.matters.all_of(Resource)) >= rule.MOST:
        raise Refused("resources-many", most=rule.MOST)
    rule.new(number=0, topic=topic, parts=parts, language=language, by=ctx.sender.id, now=ctx.sent)
    entry = rule.new(
        number=ctx.room.next_number(), topic=topic, parts=parts, language=language, by=ctx.sender.id, now=ctx.sent
    )
    _keep(ctx, entry)
    said = text("resource-added", person=ctx.sender, entry=entry_shown(ctx, entry), number=entry.number)
    return [Post(said, entry.number), *([text("done-in-room")] if ctx.direct else [])]


def _keep(ctx: Context, entry: Resource) -> None:
    ctx.room.matters.save(entry)
    ctx.room.schedule("resource", entry.number, entry.checked + rule.LOOK_AGAIN)


@command("resource checked")
def checked(ctx: Context, number: AnyResource) -> Answer:
    """Somebody looked whether an entry is right."""
    entry = found(ctx, number)
    if not isinstance(entry, Resource):
        raise Refused("resource-is-none", number=number)
    after = entry.checking(ctx.sender.id, ctx.sent)
    _keep(ctx, after)
    return text("resource-checked", entry=entry_shown(ctx, after))


@follow("due resource")
def old(ctx: Context, *, number: int, at: datetime) -> Answer:
    """A year has gone: is the entry still right?"""
    del at
    entry = ctx.room.matters.get(number)
    if not isinstance(entry, Resource):
        return None
    ctx.room.schedule("resource", number, ctx.now + rule.LOOK_AGAIN)
    return Post(text("resource-old", entry=entry_shown(ctx, entry), number=number), number, waits=True)


@command("show resources")
def show_resources(ctx: Context, topic: OptionalRest) -> Answer:
    """The list, or what is on it about a topic."""
    everything = ctx.room.matters.all_of(Resource)
    chosen = rule.about(everything, topic)
    if not chosen:
        raise Refused("resources-none" if not everything else "resources-none-on", topic=topic)
    entries = Lines(tuple(entry_shown(ctx, each) for each in chosen[:AT_ONCE]))
    return text("resources", entries=entries, more=len(chosen) - len(entries.items))


def few(ctx: Context) -> Lines:
    """A few entries, for somebody for whom nobody is there right now."""
    entries = rule.about(ctx.room.matters.all_of(Resource), "")[:FEW]
    return Lines(tuple(entry_shown(ctx, each) for each in entries))


def entry_shown(ctx: Context, entry: Resource) -> Text:
    """One entry in one line."""
    return text(
        "resource-entry",
        number=entry.number,
        topic=entry.topic,
        words=entry.words or None,
        link=entry.link or None,
        country=entry.country or None,
        language=text(f"language-{entry.language}") if entry.language else None,
        checked=entry.checked.date(),
        person=ctx.room.person(entry.by),
    )


@shown.register
def resource_shown(entry: Resource, ctx: Context) -> Answer:
    """One entry."""
    return entry_shown(ctx, entry)


@stopped.register
def removed(entry: Resource, ctx: Context) -> Answer:
    """Any member takes an entry off the list; it can be added again."""
    ctx.room.matters.drop(entry.number)
    ctx.room.unschedule("resource", entry.number)
    return Post(text("resource-removed", person=ctx.sender, entry=entry_shown(ctx, entry)))
