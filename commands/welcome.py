"""Newcomers are welcomed once, and somebody writes with them; who knocks hears from us; programs are asked about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

from commands.answers import Answer, Direct, Output, Post
from commands.care import (
    DUTY,
    FACILITATOR,
    WELCOMER,
    answer_hours,
    looking_after,
    next_meeting,
    promised,
    serving,
    to_person,
)
from commands.charters import own_words
from commands.kit import command, follow, to_type
from commands.ports import Context
from commands.programs import unclear
from policies.model import Mention, Person, Text, text
from policies.newcomer import NAMES, Knock, Newcomer, Step, Where, next_step, welcome_at
from policies.rights import Right

FEW = 5
"""So many people who may let somebody in are written to alone; more than that, and the room is told."""
KNOCKS_AN_HOUR = 20
"""More knocks than this in an hour are no people who wait for an answer; they get none."""


@follow("joined")
def joined(ctx: Context, *, person: str) -> Answer:
    """Somebody is in the room: if they are new they will be welcomed, within seconds or together with others."""
    newcomers = ctx.room.newcomers
    opened_door(ctx, person)
    if newcomers.known(person):
        return None
    newcomers.knows([person])
    if person in ctx.room.programs():
        return None
    newcomers.save(Newcomer(person, ctx.now))
    _arrange(ctx)
    return None


def _arrange(ctx: Context) -> None:
    # Of a crowd only the first two matter: whether there is a second one, and when the first came.
    at = welcome_at(ctx.room.newcomers.waiting(2), ctx.room.newcomers.last_welcomed())
    if at is not None:
        ctx.room.schedule("welcome", 0, at)


@follow("due welcome")
def welcome(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Welcome those who came: by name, once, with what they need first."""
    del number, at
    newcomers, here = ctx.room.newcomers, ctx.room.members()
    came: list[Newcomer] = []
    strange: list[str] = []
    for each in newcomers.waiting():
        if each.person not in here:
            newcomers.unknown(each.person)
        elif unclear(ctx, each.person):
            newcomers.drop(each.person)
            strange.append(each.person)
        else:
            came.append(each)
    people = [each.person for each in came]
    welcomer = next((each for each in serving(ctx, WELCOMER, DUTY) if each not in people), None)
    for each in came:
        newcomers.save(replace(each, welcomed=True, told=(welcomer,) if welcomer else ()))
    _follow_up(ctx)
    outputs: list[Output] = []
    if came:
        outputs += _welcomes(ctx, people)
        if welcomer is not None:
            told = text("welcomer-told", people=_named(ctx, people), others=_others(people), group=ctx.room.name)
            outputs.append(to_person(ctx, welcomer, told))
    if strange:
        outputs.append(asked_about(ctx, strange))
    return outputs


def _welcomes(ctx: Context, people: list[str]) -> list[Output]:
    where = Where(ctx.room.setting("welcome-place") or Where.ROOM)
    if len(people) > NAMES:
        # So many direct chats at once would hold up everything else for hours.
        where = Where.ROOM
    outputs: list[Output] = []
    if where is not Where.DIRECT:
        alone = people[0] if len(people) == 1 else None
        outputs.append(Post(_welcome(ctx, people, pings=True), reader=alone))
    if where is not Where.ROOM:
        outputs += [Direct(each, _welcome(ctx, [each], pings=False)) for each in people]
    return outputs


def _welcome(ctx: Context, people: list[str], *, pings: bool) -> Text:
    shown = [ctx.room.person(each) for each in people[:NAMES]]
    meeting, duty = next_meeting(ctx), looking_after(ctx, without=people)
    welcomers = [each for each in serving(ctx, WELCOMER) if each not in people and (duty is None or each != duty.id)]
    own = own_words(
        ctx, "welcome", name=tuple(shown), next_meeting=meeting, on_duty=duty, answer_hours=answer_hours(ctx)[0]
    )
    return text(
        "welcome",
        people=tuple(Mention(each) if pings else each for each in shown),
        others=_others(people),
        group=ctx.room.name,
        emergency=ctx.about.emergency,
        own=own,
        meeting=meeting,
        duty=duty,
        welcomer=ctx.room.person(welcomers[0]) if welcomers else None,
        about=ctx.room.charter.get().about or None,
    )


def _named(ctx: Context, people: list[str]) -> tuple[Person, ...]:
    return tuple(ctx.room.person(each) for each in people[:NAMES])


def _others(people: list[str]) -> int:
    return max(0, len(people) - NAMES)


def asked_about(ctx: Context, strange: list[str]) -> Output:
    """Accounts that look like programs: the group is asked once, and nothing is assumed."""
    said = text(
        "program-suspected",
        people=_named(ctx, strange),
        others=_others(strange),
        count=len(strange),
        example=to_type(ctx, "bots add", strange[0]),
        human=to_type(ctx, "bots remove", strange[0]),
    )
    return Post(said)


@command("more", right=Right.ANYONE)
def more(ctx: Context) -> Answer:
    """The ground rules, and what the bot stores."""
    guidelines = [each for each in ctx.room.charter.get().guidelines if each.at(ctx.now) is not None]
    return text("more", days=ctx.about.key_days, guidelines=len(guidelines), own=own_words(ctx, "welcome_more"))


def _follow_up(ctx: Context) -> None:
    at = next_step(ctx.room.newcomers.all())
    if at is not None:
        ctx.room.schedule("newcomers", 0, at)


@follow("due newcomers")
def follow_up(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Has anybody written with the newcomers? Their welcomer is nudged, then the next one; after a week they are asked."""
    del number, at
    newcomers, here = ctx.room.newcomers, ctx.room.members()
    nudges: dict[str | None, list[str]] = defaultdict(list)
    outputs: list[Output] = []
    for each in newcomers.all():
        after, step = each.stepping(ctx.now) if each.welcomed else (each, None)
        if step is None:
            continue
        if step is Step.OVER or each.person not in here:
            newcomers.drop(each.person)
            continue
        if step is Step.ASK:
            newcomers.unheard(each.person)
            outputs.append(Direct(each.person, text("newcomer-asked", group=ctx.room.name)))
        elif not each.met:
            welcomer = _next_welcomer(ctx, each, step)
            if welcomer is not None:
                after = replace(after, told=tuple(dict.fromkeys((*after.told, welcomer))))
            if welcomer is not None or (step is Step.NUDGE and not each.told):
                nudges[welcomer].append(each.person)
        newcomers.save(after)
    _follow_up(ctx)
    for welcomer, people in nudges.items():
        values = {"people": _named(ctx, people), "others": _others(people), "group": ctx.room.name}
        if welcomer is None:
            outputs.append(Post(text("newcomer-nobody", **values)))
        else:
            outputs.append(to_person(ctx, welcomer, text("welcomer-nudged", **values)))
    return outputs


def _next_welcomer(ctx: Context, newcomer: Newcomer, step: Step) -> str | None:
    ready = [each for each in serving(ctx, WELCOMER, DUTY) if each != newcomer.person]
    if step is Step.NUDGE and newcomer.told and newcomer.told[-1] in ready:
        return newcomer.told[-1]
    return next((each for each in ready if each not in newcomer.told), None)


def told_how_it_went(ctx: Context, *, well: bool) -> Answer:
    """A newcomer says after their first week whether anybody has written with them; `None`: they were not asked."""
    newcomer = ctx.room.newcomers.get(ctx.sender.id)
    if newcomer is None or not newcomer.asked:
        return None
    ctx.room.newcomers.save(replace(newcomer, answered=True))
    return text("newcomer-well") if well else text("newcomer-alone", group=ctx.room.name)


@follow("left")
def left(ctx: Context, *, person: str, by: str, before: str) -> Answer:
    """Somebody went, or waits at the door no longer."""
    newcomers = ctx.room.newcomers
    newcomer = newcomers.get(person)
    if newcomer is not None and newcomer.welcomed:
        newcomers.drop(person)
    knock = newcomers.knock(person)
    if before != "knock" or knock is None:
        return None
    opened_door(ctx, person)
    return None if by == person else Direct(person, text("knock-refused", group=ctx.room.name))


@follow("invited")
def invited(ctx: Context, *, person: str) -> Answer:
    """Somebody was asked in: if they knocked, they wait no longer."""
    opened_door(ctx, person)
    return None


def opened_door(ctx: Context, person: str) -> None:
    """Whoever knocked waits no longer."""
    knock = ctx.room.newcomers.knock(person)
    if knock is not None and knock.waiting:
        ctx.room.newcomers.keep_knock(replace(knock, waiting=False))


@follow("knocked")
def knocked(ctx: Context, *, person: str) -> Answer:
    """Somebody asks to be let in: they hear that it was seen, and those who may let them in are told."""
    newcomers, span = ctx.room.newcomers, promised(ctx)
    newcomers.forget_knocks(ctx.now - max(span, timedelta(days=1)))
    before = newcomers.knock(person)
    if before is not None and ctx.now - before.since < span:
        # They heard it already: knocking again and again tells nobody anything new.
        newcomers.keep_knock(replace(before, waiting=True))
        _arrange_knocks(ctx)
        return None
    recent = [each for each in newcomers.knocking() if each.since > ctx.now - timedelta(hours=1)]
    if len(recent) >= KNOCKS_AN_HOUR:
        return None
    newcomers.keep_knock(Knock(person, ctx.now).telling())
    _arrange_knocks(ctx)
    seen = text("knock-seen", group=ctx.room.name, span=span, emergency=ctx.about.emergency)
    return [Direct(person, seen), *_at_the_door(ctx, [person], "knock-told")]


def _arrange_knocks(ctx: Context) -> None:
    span = promised(ctx)
    at = min((at for each in ctx.room.newcomers.knocking() if (at := each.next_at(span)) is not None), default=None)
    if at is not None:
        ctx.room.schedule("knocks", 0, at)


@follow("due knocks")
def knocks(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nobody waits at the door without word for more than the promised time."""
    del number, at
    newcomers, span = ctx.room.newcomers, promised(ctx)
    outputs: list[Output] = []
    waiting: list[str] = []
    for each in newcomers.knocking():
        due = each.next_at(span)
        if due is None or due > ctx.now:
            continue
        # What was missed while we were away is said once.
        told = replace(each, told=max(each.told, int((ctx.now - each.since) / span))).telling()
        newcomers.keep_knock(replace(told, waiting=not told.last))
        still = text("knock-last" if told.last else "knock-still", group=ctx.room.name, since=each.since, span=span)
        outputs.append(Direct(each.person, still))
        waiting.append(each.person)
    _arrange_knocks(ctx)
    return [*outputs, *_at_the_door(ctx, waiting, "knock-waits")] if waiting else outputs


def _at_the_door(ctx: Context, people: list[str], said: str) -> list[Output]:
    """Tell those who may let people in: who serves, else the few who may, else the room."""
    able = ctx.room.may_invite()
    keepers = [each for each in serving(ctx, WELCOMER, DUTY, FACILITATOR) if each in able]
    if not keepers and len(able) <= FEW:
        keepers = sorted(able)
    message = text(said, people=_named(ctx, people), others=_others(people), group=ctx.room.name)
    return [to_person(ctx, each, message) for each in keepers] if keepers else [Post(message)]
