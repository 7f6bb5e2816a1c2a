"""Questions about a person: they are heard first, then the group votes in secret, by its rule for people.

Ending somebody's term before its time, making somebody a guest, and anything else that concerns one person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any

from commands import leading
from commands.answers import Answer, Direct, Output, Post
from commands.entries import person_of, tells
from commands.kit import NumberOf, Rest, command, follow
from commands.mandates import mandate
from commands.matters import found, line, passed, shown, sound, stopped
from commands.motions import Change, put_motion
from commands.ports import Context, Entry
from commands.show import history
from commands.titles import TITLES, as_it_is, title, titles
from commands.turns import somebody
from policies import hearing as rule
from policies import roles
from policies.decision import OPEN_A_PERSON, check_question
from policies.form import FLAG, WHO, WORDS, one_of
from policies.hearing import Hearing
from policies.model import Refused, Text, text
from policies.motion import Motion
from policies.rules import PERSON

LATER = timedelta(hours=24)
"""When a vote that cannot begin yet, because its proposer has two open, is tried again."""

OpenHearing = Annotated[
    int, NumberOf(lambda room: [each for each in room.matters.open() if isinstance(each, Hearing)], none="hearing-none")
]


def hear(ctx: Context, change: Change, *, question: str, values: Mapping[str, Any], subject: str = "") -> Answer:
    """A question about a person, who is told in private and can say something before the group is asked. Raises `Refused`."""
    if ctx.room.charter.get().adopted is None:
        raise Refused("hearing-needs-charter")
    question, person = check_question(question), values["person"]
    hearings = [each for each in ctx.room.matters.open() if isinstance(each, Hearing)]
    waiting = [each.number for each in hearings if subject and each.subject == subject]
    waiting += [each.number for each in (ctx.room.matters.motions(subject) if subject else ()) if each.under_way]
    if waiting:
        raise Refused("motion-open-already", number=waiting[0])
    proposers = [*(each.proposer for each in ctx.room.decisions.open()), *(each.proposer for each in hearings)]
    if proposers.count(ctx.sender.id) >= OPEN_A_PERSON:
        raise Refused("propose-two-open", most=OPEN_A_PERSON)
    hearing = Hearing(
        number=ctx.room.next_number(),
        question=question,
        proposer=ctx.sender.id,
        person=person,
        change=change.name,
        due=ctx.now + rule.TO_ANSWER,
        values=values,
        subject=subject,
    )
    ctx.room.matters.save(hearing)
    ctx.room.schedule("hearing", hearing.number, hearing.due)
    asked = text(
        "hearing-ask",
        number=hearing.number,
        group=ctx.room.name,
        person=ctx.sender,
        about=what(hearing, ctx),
        due=hearing.due,
    )
    return [Direct(person, asked, hearing.number), text("hearing-begun", number=hearing.number, due=hearing.due)]


def what(hearing: Hearing, ctx: Context) -> Text:
    """What the vote will be about, in words."""
    return title(hearing.change, hearing.question, hearing.values, ctx.room.person)


def of(ctx: Context, number: int) -> Hearing:
    """Hearing `number`. Raises `Refused` where it is something else, or over."""
    hearing = found(ctx, number)
    if not isinstance(hearing, Hearing):
        raise Refused("hearing-over", number=number)
    return hearing


@command("say")
def say(ctx: Context, number: OpenHearing, words: Rest) -> Answer:
    """What I say before the group votes on a question about me; it is shown with the question."""
    if not ctx.direct:
        raise Refused("hearing-in-direct", number=number)
    after = of(ctx, number).saying(ctx.sender.id, words)
    ctx.room.matters.save(after)
    return text("hearing-said", number=number, words=after.answer, due=after.due)


@passed.register
def says_nothing(hearing: Hearing, ctx: Context) -> Answer:
    """The person has nothing (more) to say, so the question need not wait for them."""
    hearing.by_person(ctx.sender.id)
    return [*([text("hearing-passed", number=hearing.number)] if ctx.direct else []), *heard(ctx, hearing)]


@follow("due hearing")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time to say something is over."""
    del at
    hearing = ctx.room.matters.get(number)
    return heard(ctx, hearing) if isinstance(hearing, Hearing) and hearing.under_way else None


def heard(ctx: Context, hearing: Hearing) -> list[Output]:
    """The question is put to the group, with what the person said. Where they have left meanwhile, there is nothing to ask."""
    number, members = hearing.number, ctx.room.members()
    ctx.room.unschedule("hearing", number)
    if hearing.person not in members or hearing.proposer not in members:
        ctx.room.matters.save(hearing.ending())
        return []
    try:
        outputs = put_motion(
            # Nobody types here: the vote is announced to the group, and to nobody else.
            replace(ctx, direct=False, sent=ctx.now),
            CHANGED[hearing.change],
            kind=PERSON,
            question=hearing.question,
            values=hearing.values,
            subject=hearing.subject,
            proposer=hearing.proposer,
            number=number,
        )
    except Refused:
        ctx.room.schedule("hearing", number, ctx.now + LATER)
        return []
    record = ctx.room.record
    data = {"number": number, "person": record.person(hearing.person), "said": bool(hearing.answer)}
    words = {"answer": hearing.answer} if hearing.answer else {}
    record.append("heard", ctx.now, data, {"question": hearing.question, **words})
    said = text("hearing-answer", number=number, person=ctx.room.person(hearing.person), words=hearing.answer)
    return [Post(said, number), *outputs]


@line.register
def hearing_line(hearing: Hearing, ctx: Context) -> Text | None:
    """Only the person and the proposer see it, alone, before the question is put."""
    if not ctx.direct or ctx.sender.id not in {hearing.person, hearing.proposer}:
        return None
    return text("hearing-line", number=hearing.number, about=what(hearing, ctx), due=hearing.due)


@shown.register
def hearing_shown(hearing: Hearing, ctx: Context) -> Answer:
    """A question that waits: what it is about is for the person and the proposer."""
    concerned = ctx.direct and ctx.sender.id in {hearing.person, hearing.proposer}
    return text(
        "hearing-shown",
        number=hearing.number,
        about=what(hearing, ctx) if concerned else None,
        due=hearing.due if hearing.under_way else None,
        history=history(ctx, hearing.number),
    )


@stopped.register
def taken_back(hearing: Hearing, ctx: Context) -> Answer:
    """The proposer takes it back: the group is not asked."""
    ctx.room.matters.save(hearing.stopping(ctx.sender.id))
    ctx.room.unschedule("hearing", hearing.number)
    gone = text("hearing-stopped", number=hearing.number)
    return [gone, Direct(hearing.person, gone)]


# What such questions are


@command("propose recall")
def propose_recall(ctx: Context, words: Rest) -> Answer:
    """End somebody's term before its time: `propose recall @bo facilitator`."""
    person, rest = somebody(ctx, words)
    held = ctx.room.roles.get().roles_of(person)
    role = leading.role_named(ctx, rest) if rest else held[0] if len(held) == 1 else ""
    if not role and held:
        raise Refused("recall-which", person=ctx.room.person(person), roles=tuple(leading.role_text(each) for each in held))
    if role not in held:
        raise Refused("recall-nothing", person=ctx.room.person(person))
    if person == ctx.sender.id:
        raise Refused("recall-self", role=leading.role_text(role), name=leading.label(ctx, role))
    values = {"person": person, "role": role}
    return hear(ctx, RECALL, question=leading.label(ctx, role), values=values, subject=f"recall {role} {person}")


@command("propose guest")
def propose_guest(ctx: Context, words: Rest) -> Answer:
    """Somebody is a guest: they can speak, and have no vote. Whoever wants to be one types it for themselves."""
    person, rest = somebody(ctx, words)
    if rest:
        raise Refused("roles-who", name=words)
    if person == ctx.sender.id:
        raise Refused("roles-guest-self", name=leading.label(ctx, roles.GUEST))
    if ctx.room.roles.get().holds(person, roles.GUEST):
        raise Refused("roles-guest", person=ctx.room.person(person))
    return hear(ctx, MAKE_GUEST, question=leading.label(ctx, roles.GUEST), values={"person": person}, subject=f"guest {person}")


@command("propose about")
def propose_about(ctx: Context, words: Rest) -> Answer:
    """Anything else that concerns a person: `propose about @bo TEXT`."""
    person, rest = somebody(ctx, words)
    if not rest.strip(" :"):
        raise Refused("about-what", person=ctx.room.person(person))
    return hear(ctx, ABOUT, question=rest.strip(" :"), values={"person": person})


def recalled(ctx: Context, motion: Motion) -> list[Output]:
    """The term is over."""
    person, role = motion.values["person"], motion.values["role"]
    if ctx.room.roles.get().holds(person, role) is None:
        return []
    leading.write_end(ctx, role, person, "recalled", motion.number)
    said = text("role-guest-over" if role == roles.GUEST else "role-recalled", person=ctx.room.person(person), role=leading.role_text(role))
    return [Post(said, motion.number), *leading.kept(ctx, ctx.room.roles.get().recalling(person, role))]


def made_guest(ctx: Context, motion: Motion) -> list[Output]:
    """The person is a guest from now on."""
    person = motion.values["person"]
    return leading.appointed(ctx, roles.GUEST, person, decision=motion.number) if person in ctx.room.members() else []


def nothing_more(ctx: Context, motion: Motion) -> list[Output]:
    """What was decided is for people to do."""
    del ctx, motion
    return []


titles("make-guest", person=WHO)(as_it_is)
titles("about-person", person=WHO)(as_it_is)


@titles("recall", person=WHO, role=WORDS)
def _recall(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"person": values["person"], "role": leading.role_text(values["role"])}


RECALL = mandate("recall", recalled)
MAKE_GUEST = mandate("make-guest", made_guest)
ABOUT = mandate("about-person", nothing_more)
CHANGED = {each.name: each for each in (RECALL, MAKE_GUEST, ABOUT)}


@sound.register
def can_be_heard(hearing: Hearing) -> bool:
    """Whether this program knows what is proposed about the person."""
    return one_of(CHANGED)(hearing.change) and TITLES[hearing.change].kept(hearing.values)


@tells("heard", person=WHO, said=FLAG)
def _heard(entry: Entry) -> dict[str, Any]:
    said = entry.texts.get("answer", "")
    kind = "known" if said else "erased" if entry.data["said"] else "nothing"
    return {"person": person_of(entry, entry.data["person"]), "answer": said, "said": kind}
