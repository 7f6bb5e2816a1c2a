"""A concern goes to those whom the sender picks, never to the one it is about. Dates and steps are kept, no words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from commands.answers import Answer, Direct, Output
from commands.care import FACILITATOR, serving, whole
from commands.kit import Lines, OptionalRest, command, follow
from commands.matters import known, line, shown, stopped, taken
from commands.people import member
from commands.ports import Context
from policies import concern as rule
from policies.concern import Concern
from policies.model import Refused, Text, text


@command("ask concern")
def concern(ctx: Context, people: OptionalRest, words: Lines) -> Answer:
    """Something is wrong: say it to those whom I pick."""
    if not ctx.direct:
        raise Refused("concern-only-direct")
    if not people and not words:
        return _how(ctx)
    readers, about = _people(ctx, people)
    mine = [each for each in ctx.room.matters.all_of(Concern) if each.sender == ctx.sender.id]
    rule.admit(mine)
    said = "\n".join(words)
    rule.begin(number=0, sender=ctx.sender.id, now=ctx.now, readers=readers, about=about, words=said)
    facilitators = serving(ctx, FACILITATOR)
    strangers = [each for each in readers if each not in facilitators]
    if strangers and set(facilitators) - {ctx.sender.id, *about}:
        raise Refused(
            "concern-not-facilitator",
            people=tuple(ctx.room.person(each) for each in strangers),
            facilitators=tuple(ctx.room.person(each) for each in facilitators if each not in about),
        )
    number = ctx.room.next_number()
    begun = rule.begin(number=number, sender=ctx.sender.id, now=ctx.now, readers=readers, about=about, words=said)
    ctx.room.matters.save(begun)
    ctx.room.schedule("concern", number, ctx.now + rule.PATIENCE)
    told = text("concern-told", number=number, person=ctx.sender, group=ctx.room.name, words=whole(said.strip()))
    outputs: list[Output] = [Direct(each, told, number, waits=True, fleeting=True) for each in begun.readers]
    passed_on = text(
        "concern-passed-on", number=number, people=tuple(ctx.room.person(each) for each in begun.readers), span=rule.PATIENCE
    )
    return [*outputs, passed_on]


def _how(ctx: Context) -> Text:
    people = [each for each in serving(ctx, FACILITATOR) if each != ctx.sender.id]
    return text("concern-how", people=tuple(ctx.room.person(each) for each in people))


def _people(ctx: Context, typed: str) -> tuple[list[str], list[str]]:
    """Who may read it, and whom it is about: `Ana and Bo about Cem`."""
    words = "|".join(re.escape(word) for word in ctx.words.option("about-person"))
    readers, *about = re.split(rf"(?:^|\s)(?:{words})\s+", typed, maxsplit=1, flags=re.IGNORECASE)
    return _named(ctx, readers), _named(ctx, about[0]) if about else []


def _named(ctx: Context, typed: str) -> list[str]:
    both = "|".join(re.escape(word) for word in ctx.words.option("and"))
    found = []
    for name in re.split(rf"\s*,\s*|\s+(?:{both})\s+", typed.strip()):
        if not name.strip():
            continue
        person = member(ctx, name)
        if person is None:
            raise Refused("concern-person-unknown", name=name.strip())
        found.append(person)
    return found


@taken.register
def takes(matter: Concern, ctx: Context) -> Answer:
    """Somebody who read it will answer."""
    after = matter.taking(ctx.sender.id, ctx.now)
    ctx.room.matters.save(after)
    ctx.room.unschedule("concern", after.number)
    return [
        text("concern-yours", number=after.number, person=ctx.room.person(after.sender)),
        Direct(after.sender, text("concern-taken", number=after.number, person=ctx.sender), after.number),
    ]


@follow("due concern")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Two weeks have gone and nobody has answered: the sender may take it to the group."""
    del at
    matter = ctx.room.matters.get(number)
    after = matter.waiting_long(ctx.now) if isinstance(matter, Concern) else None
    if after is None:
        return None
    ctx.room.matters.save(after)
    return Direct(after.sender, text("concern-waited", number=number, span=rule.PATIENCE), number)


def settled(ctx: Context, matter: Concern) -> Answer:
    """The sender says that it is settled; its dates go some time later."""
    after = matter.closing(ctx.sender.id, ctx.now)
    ctx.room.matters.save(after)
    ctx.room.unschedule("concern", after.number)
    ctx.room.schedule("concern over", after.number, ctx.now + rule.KEPT)
    return text("concern-closed", number=after.number)


@follow("due concern over")
def over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nothing is kept of it any more."""
    del at
    if isinstance(ctx.room.matters.get(number), Concern):
        ctx.room.matters.drop(number)
    return None


@follow("left")
def left(ctx: Context, *, person: str, by: str, before: str) -> Answer:
    """A concern ends when its sender leaves."""
    del by, before
    for each in ctx.room.matters.all_of(Concern):
        if each.under_way and each.sender == person:
            ctx.room.matters.save(each.closing(person, ctx.now))
            ctx.room.unschedule("concern", each.number)
            ctx.room.schedule("concern over", each.number, ctx.now + rule.KEPT)
    return None


@stopped.register
def taken_back(matter: Concern, ctx: Context) -> Answer:
    """The sender takes it back."""
    return settled(ctx, matter)


@known.register
def shared_with(matter: Concern, ctx: Context) -> bool:
    """In the room it is not there for anybody, and in a direct chat for those alone who have a part in it."""
    return ctx.direct and matter.knows(ctx.sender.id)


@line.register
def concern_line(matter: Concern, ctx: Context) -> Text | None:
    """For those who have a part in it, in a direct chat."""
    return _shown(matter, ctx) if known(matter, ctx) else None


@shown.register
def concern_shown(matter: Concern, ctx: Context) -> Answer:
    """Dates and steps."""
    return _shown(matter, ctx)


def _shown(matter: Concern, ctx: Context) -> Text:
    people: Sequence[str] = matter.readers
    return text(
        "concern-shown",
        number=matter.number,
        raised=matter.opened,
        people=tuple(ctx.room.person(each) for each in people),
        holder=ctx.room.person(matter.holder) if matter.holder else None,
        closed=matter.closed,
    )
