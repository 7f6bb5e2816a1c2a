"""Where help outside is: the numbers for emergencies, and the group's own list of resources.

One member puts an entry on the list or takes it off, and it counts at once; one objection turns that back, and the group decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from commands.answers import Answer, Post
from commands.entries import person_of, tells
from commands.kit import Lines as TypedLines
from commands.kit import NumberOf, OptionalRest, Rest, command, follow
from commands.matters import found, objected, shown, sound, stopped
from commands.motions import declare
from commands.ports import Context, Entry, Room
from commands.provisional import deciding, followed, settled, takes_effect, turn_back, undecided, what_next
from commands.show import history
from commands.titles import as_it_is, titles
from policies import resource as rule
from policies.form import COUNT, LANGUAGE_CODE, NOTHING, WHO, blank_or, either, one_of
from policies.model import Lines, Refused, Text, text
from policies.motion import Motion
from policies.provisional import STATES
from policies.resource import ADDED, REMOVED, Resource
from policies.rights import Right

NUMBERS = "emergency"
"""The setting with the group's own numbers: `number`, `helplines`, and the day on which they were `checked`."""
AT_ONCE = 10
FEW = 3


def listed(room: Room) -> list[Resource]:
    """What is on the list, by number."""
    return [each for each in room.matters.all_of(Resource) if each.listed]


AnyResource = Annotated[int, NumberOf(listed, none="resources-none")]


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
    typed = rule.new(number=0, topic=topic, parts=parts, language=language, by=ctx.sender.id, now=ctx.sent)
    settled(ctx)
    former = next((each for each in ctx.room.matters.all_of(Resource) if each.same == typed.same), None)
    if former and former.listed:
        raise Refused("resource-already", entry=entry_shown(ctx, former))
    if former and former.open_at(ctx.sent):
        return taken_back(ctx, former)
    if former:
        undecided(ctx, former.subject, lambda motion: motion.values["how"] == ADDED)
    if len(listed(ctx.room)) >= rule.MOST:
        raise Refused("resources-many", most=rule.MOST)
    return told(ctx, replace(typed, number=former.number if former else ctx.room.next_number()), {"words": typed.question})


def told(ctx: Context, entry: Resource, texts: Mapping[str, str]) -> Answer:
    """The list is changed, as `entry` says: kept, recorded with the texts, and told to the room."""
    keep(ctx, entry)
    note(ctx, f"resource-{entry.what}", entry, texts)
    said = text(f"resource-{entry.what}", person=ctx.sender, entry=entry_shown(ctx, entry), number=entry.number, at=entry.stands)
    return [Post(said, entry.number), *([text("done-in-room")] if ctx.direct else [])]


def keep(ctx: Context, entry: Resource) -> None:
    """Keep it as it is now, and for a year at least."""
    ctx.room.matters.save(entry)
    ctx.room.schedule("resource", entry.number, entry.due)


def note(ctx: Context, kind: str, entry: Resource, texts: Mapping[str, str], **data: Any) -> None:
    """Record what the sender did to an entry."""
    record = ctx.room.record
    record.append(kind, ctx.sent, {"number": entry.number, "by": record.person(ctx.sender.id), **data}, texts)


@command("resource checked")
def checked(ctx: Context, number: AnyResource) -> Answer:
    """Somebody looked whether an entry is right."""
    entry = found(ctx, number)
    if not isinstance(entry, Resource) or not entry.listed:
        raise Refused("resource-is-none", number=number)
    after = entry.checking(ctx.sender.id, ctx.sent)
    keep(ctx, after)
    return text("resource-checked", entry=entry_shown(ctx, after))


@follow("due resource")
def old(ctx: Context, *, number: int, at: datetime) -> Answer:
    """A year has gone: is the entry still right? What was off the list for so long goes: nobody can bring it back any more."""
    del at
    entry = ctx.room.matters.get(number)
    if not isinstance(entry, Resource):
        return None
    if not entry.listed:
        ctx.room.matters.drop(number)
        return None
    ctx.room.schedule("resource", number, ctx.now + rule.LOOK_AGAIN)
    return Post(text("resource-old", entry=entry_shown(ctx, entry), number=number), number, waits=True)


@command("show resources")
def show_resources(ctx: Context, topic: OptionalRest) -> Answer:
    """The list, or what is on it about a topic."""
    everything = listed(ctx.room)
    chosen = rule.about(everything, topic)
    if not chosen:
        raise Refused("resources-none" if not everything else "resources-none-on", topic=topic)
    entries = Lines(tuple(entry_shown(ctx, each) for each in chosen[:AT_ONCE]))
    return text("resources", entries=entries, more=len(chosen) - len(entries.items))


def few(ctx: Context) -> Lines:
    """A few entries, for somebody for whom nobody is there right now."""
    entries = rule.about(listed(ctx.room), "")[:FEW]
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
    """One entry, whether it is on the list, and what became of it."""
    return text(
        "resource-shown",
        entry=entry_shown(ctx, entry),
        listed="yes" if entry.listed else "no",
        open="yes" if entry.open_at(ctx.sent) else "no",
        at=entry.stands,
        number=entry.number,
        history=history(ctx, entry.number),
    )


@sound.register
def can_be_listed(entry: Resource) -> bool:
    """Whether all of it can be told."""
    return one_of(STATES)(entry.state) and blank_or(LANGUAGE_CODE)(entry.language)


@stopped.register
def removed(entry: Resource, ctx: Context) -> Answer:
    """Any member takes an entry off the list. What was changed a short while ago is taken back by whoever did it."""
    if entry.open_at(ctx.sent):
        return taken_back(ctx, entry)
    if not entry.listed:
        raise Refused("resource-is-none", number=entry.number)
    settled(ctx)
    undecided(ctx, entry.subject, lambda motion: motion.values["how"] != ADDED)
    return told(ctx, entry.removing(ctx.sender.id, ctx.sent), {})


def taken_back(ctx: Context, entry: Resource) -> Answer:
    """Whoever changed the list takes that back. Raises `Refused` for others: they can object."""
    before = entry.stopping(ctx.sender.id, ctx.sent)
    keep(ctx, before)
    note(ctx, "resource-stopped", before, {}, how=before.what)
    said = text("resource-stopped", person=ctx.sender, entry=entry_shown(ctx, before), how=before.what)
    return [Post(said, entry.number), *([text("done-in-room")] if ctx.direct else [])]


@objected.register
def turned_back(entry: Resource, ctx: Context, reason: str) -> Answer:
    """One objection in time turns it back, at once, and makes it a proposal of whoever did it."""
    if ctx.sender.id == entry.proposer:
        return taken_back(ctx, entry)
    values = {"resource": entry.number, "how": entry.what}
    undone, put = turn_back(ctx, entry, reason, LISTING, question=entry.question, values=values)
    keep(ctx, undone)
    note(ctx, "resource-undone", undone, {"reason": reason}, how=undone.what, second=undone.second)
    said = text(
        "resource-undone",
        person=ctx.sender,
        entry=entry_shown(ctx, undone),
        how=undone.what,
        reason=reason,
        next=what_next(ctx, undone),
    )
    return [Post(said, entry.number), *put]


# The proposal that an objection makes of it


def list_by(ctx: Context, motion: Motion) -> None:
    """Put it on the list or take it off, as the group decided."""
    entry = ctx.room.matters.get(motion.values["resource"])
    if isinstance(entry, Resource):
        keep(ctx, entry.decided(listed=motion.values["how"] == ADDED))


@follow("due listing")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """What the group decided takes effect."""
    del at
    takes_effect(ctx, number, list_by)
    return None


LISTING = declare(deciding("listing", list_by))


HOW = one_of((ADDED, REMOVED))
titles("listing", resource=COUNT, how=HOW)(as_it_is)


# What the record tells


@tells("resource-added", by=WHO)
@tells("resource-removed", by=WHO)
@tells("resource-undone", by=WHO, how=HOW, second=either(COUNT, NOTHING))
@tells("resource-stopped", by=WHO, how=HOW)
def _told(entry: Entry) -> dict[str, Any]:
    return {
        "person": person_of(entry, entry.data["by"]),
        "words": entry.texts.get("words"),
        "how": entry.data.get("how", ""),
        "follows": followed(entry),
    }
