"""Giving a job to somebody: by election without candidates, by a motion about one person, by a choice, or by lot.

Whichever way it is, the person is asked in private, and may decline without a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Any

from commands import draw, elect, leading
from commands.answers import Answer, Direct, EndPoll, Output, Post, Status
from commands.decide import count_of, understood
from commands.kit import Lines, Option, OptionalRest, Ranked, Rest, Seats, Until, command, follow
from commands.mandates import IN_EFFECT, mandate
from commands.matters import accepted, declined
from commands.motions import put_motion, vote_of
from commands.people import member
from commands.ports import Context
from commands.titles import titles
from commands.voters import base
from policies import decision as votes
from policies import drawing as lots
from policies import roles as rule
from policies import when
from policies.decision import Decision, Outcome
from policies.election import ANSWER_LENGTH
from policies.form import COUNT, FLAG, LENGTH, WHO, WORDS, listed, mapped, maybe, one_of
from policies.model import Refused, text
from policies.motion import FAILED, OPEN, PASSED, Motion
from policies.rules import ROLES

ForTerm = Annotated[str | None, Option("for-term", lone=True)]
OnTrial = Annotated[bool, Option("on-trial", flag=True, lone=True)]
ByLot = Annotated[bool, Option("by-lot", flag=True, lone=True)]

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a job is to be given: `days` is the length of the term (0: without an end), `until` when nominations or the vote end."""

    role: str
    days: int
    trial: bool = False
    until: str | None = None


def wanted(ctx: Context, role: str, until: str | None, length: str | None, *, trial: bool) -> Wanted:
    """What was typed about the term. Raises `Refused` for a job that the group decided not to have."""
    if role in (ctx.room.setting(leading.WITHOUT) or ()):
        raise Refused("roles-without", role=leading.role_text(role), name=f"{leading.label(ctx, role)}:")
    if length:
        days = days_of(ctx, length)
    else:
        days = rule.TRIAL_DAYS if trial else 0 if role in rule.DUTIES else leading.described(ctx, role).days
    return Wanted(role, days, trial, until)


def days_of(ctx: Context, phrase: str) -> int:
    """How many days a phrase like "3 months" means. Raises `Refused`."""
    read = understood(ctx, f"in {phrase}")
    if not isinstance(read, when.Once):
        raise Refused("roles-term-unclear", phrase=phrase)
    days = round((read.at - ctx.sent) / timedelta(days=1))
    if not 1 <= days <= rule.LONGEST_TERM_DAYS:
        raise Refused("roles-term-range", most=timedelta(days=rule.LONGEST_TERM_DAYS))
    return days


def fill(
    ctx: Context, job: Wanted, words: str, lines: tuple[str, ...], *, ranked: bool, by_lot: bool, seats: str | None
) -> Answer:
    """Begin what was asked for: nobody named is an election without candidates, one person a motion, several a choice."""
    if sum((bool(words), bool(lines), by_lot)) > 1:
        raise Refused("roles-one-way")
    if by_lot:
        return lot(ctx, job)
    if lines:
        return choice(ctx, job, lines, ranked=ranked, seats=count_of(seats) if seats else 1)
    return about_person(ctx, job, words) if words else election(ctx, job)


def election(ctx: Context, job: Wanted) -> Answer:
    """An election without candidates, by whose end the job is given."""
    begun = elect.begin(ctx, leading.label(ctx, job.role), job.until)
    terms = ctx.room.charter.get().rule(ROLES, ctx.sent)
    return elect.announce(ctx, replace(begun, role=job.role, days=job.days, trial=job.trial, terms=terms))


def about_person(ctx: Context, job: Wanted, words: str) -> Answer:
    """A motion that one person does it."""
    person = candidate(ctx, words)
    values = {"person": person, "role": job.role, "days": job.days, "trial": job.trial, "answers": own_word(ctx, (person,))}
    return [
        *put_motion(
            ctx,
            APPOINT,
            kind=ROLES,
            question=leading.label(ctx, job.role),
            values=values,
            subject=f"appoint {job.role} {person}",
            until=job.until,
        ),
        *nominated(ctx, job.role, (person,)),
    ]


def choice(ctx: Context, job: Wanted, lines: tuple[str, ...], *, ranked: bool, seats: int) -> Answer:
    """A choice among people who are named."""
    people = tuple(candidate(ctx, each) for each in lines)
    if len(set(people)) < len(people):
        raise Refused("propose-twin-options")
    values = {"people": list(people), "role": job.role, "days": job.days, "trial": job.trial, "answers": own_word(ctx, people)}
    return [
        *put_motion(
            ctx,
            FILL,
            kind=ROLES,
            question=leading.label(ctx, job.role),
            values=values,
            subject=f"fill {job.role}",
            until=job.until,
            method=votes.RANK_SEVERAL if seats > 1 else votes.RANK if ranked else votes.CHOOSE,
            options=votes.check_options(ctx.room.person(each).name for each in people),
            seats=seats,
        ),
        *nominated(ctx, job.role, people),
    ]


def lot(ctx: Context, job: Wanted) -> Answer:
    """A motion that the lot decides who does it."""
    return put_motion(
        ctx,
        LOT,
        kind=ROLES,
        question=leading.label(ctx, job.role),
        values={"role": job.role, "days": job.days},
        subject=f"lot {job.role}",
        until=job.until,
    )


def candidate(ctx: Context, words: str) -> str:
    """The member who is meant. Raises `Refused` for nobody, and for a guest."""
    person = member(ctx, words)
    if person is None:
        raise Refused("roles-who", name=words.strip(" ,;:."))
    if ctx.room.roles.get().holds(person, rule.GUEST):
        raise Refused("roles-guest", person=ctx.room.person(person))
    return person


def own_word(ctx: Context, people: tuple[str, ...]) -> dict[str, str]:
    """Whoever proposes themselves has said yes."""
    return {str(place): YES for place, person in enumerate(people) if person == ctx.sender.id}


def nominated(ctx: Context, role: str, people: tuple[str, ...]) -> list[Output]:
    """Those who are proposed hear of it from the bot, kindly and alone, and can say no at once."""
    number = ctx.room.matters.open()[-1].number
    said = text(
        "role-nominated", number=number, person=ctx.sender, role=leading.role_text(role), group=ctx.room.name
    )
    return [Direct(each, said, number) for each in people if each != ctx.sender.id]


# The answers of those who were proposed


def nominees(motion: Motion) -> list[str]:
    """Those whom a motion is about, in its order."""
    return list(motion.values["people"]) if "people" in motion.values else [str(motion.values["person"])]


def chosen(motion: Motion) -> list[int]:
    """The places of those whom the group chose."""
    return list(motion.values.get("chosen", ())) if "people" in motion.values else [0]


def answer_of(motion: Motion, place: int) -> str:
    """What somebody answered: yes, no, or nothing yet."""
    return str(motion.values["answers"].get(str(place), ""))


def answering(ctx: Context, motion: Motion, answer: str) -> tuple[Motion, int]:
    """The sender answers whether they would do it. Raises `Refused` where nobody asks them."""
    people = nominees(motion) if motion.change in {APPOINT.name, FILL.name} else []
    if ctx.sender.id not in people or motion.state not in {OPEN, PASSED}:
        raise Refused("accept-nothing", number=motion.number)
    place = people.index(ctx.sender.id)
    settled = motion.values.get(IN_EFFECT) and answer_of(motion, place)
    if settled or (motion.state == PASSED and place not in chosen(motion)):
        raise Refused("accept-nothing", number=motion.number)
    after = replace(motion, values={**motion.values, "answers": {**motion.values["answers"], str(place): answer}})
    ctx.room.matters.save(after)
    return after, place


@accepted.register
def willing(motion: Motion, ctx: Context) -> Answer:
    """The person would do it, or does it from now on."""
    after, place = answering(ctx, motion, YES)
    noted = text("role-willing", number=after.number, role=leading.role_text(after.values["role"]), group=ctx.room.name)
    if not after.values.get(IN_EFFECT):
        return noted
    return [*given(ctx, after, [place]), *([noted] if ctx.direct else [])]


@declined.register
def unwilling(motion: Motion, ctx: Context) -> Answer:
    """The person will not do it: what was to be decided about them alone is decided no longer."""
    after, _ = answering(ctx, motion, NO)
    noted: list[Output] = [text("elect-decline-noted", number=motion.number)] if ctx.direct else []
    said = text("role-declined", number=motion.number, person=ctx.sender, role=leading.role_text(after.values["role"]))
    if motion.state == OPEN and "person" in motion.values:
        return [*noted, *ended(ctx, after), Post(said, motion.number)]
    if "person" in motion.values:
        ctx.room.unschedule("mandate", motion.number)
    return [*noted, Post(said, motion.number)]


def ended(ctx: Context, motion: Motion) -> list[Output]:
    """The vote on it is over without a result."""
    number, decision = motion.number, vote_of(ctx, motion)
    ctx.room.decisions.save(decision.stopping(decision.proposer, ctx.sent))
    ctx.room.matters.save(motion.ending(FAILED))
    ctx.room.unschedule("close", number)
    ctx.room.unschedule("nudge", number)
    gone = text("elect-round-stopped", number=number)
    return [EndPoll(number, gone), Status(number, gone, last=True)] if decision.opened else [EndPoll(number, gone)]


# What the decision brings


def asks(ctx: Context, motion: Motion, outcome: Outcome) -> tuple[Motion, list[Output]]:
    """The group decided: those chosen who have not said yes are asked now."""
    if "people" in motion.values:
        motion = replace(motion, values={**motion.values, "chosen": seated(ctx, vote_of(ctx, motion), outcome.winners)})
    due = ctx.now + vote_of(ctx, motion).rule.wait + ANSWER_LENGTH
    role, people = leading.role_text(motion.values["role"]), nominees(motion)
    said = text("role-ask", number=motion.number, role=role, group=ctx.room.name, due=due)
    asked = [people[place] for place in chosen(motion) if not answer_of(motion, place)]
    return motion, [Direct(each, said, motion.number) for each in asked]


def seated(ctx: Context, vote: Decision, winners: tuple[str, ...]) -> list[int]:
    """The places of those who won a vote; of a run-off, after those who were sure of a place in the vote before it."""
    first = ctx.room.decisions.get(vote.runoff_of) if vote.runoff_of is not None else None
    if first is None:
        return [vote.options.index(each) for each in winners]
    sure = next(each.data["winners"] for each in ctx.room.record.about(first.number) if each.kind == "closed")
    return [*map(int, sure), *(first.options.index(each) for each in winners)]


def effect(ctx: Context, motion: Motion) -> list[Output]:
    """Those who said yes have the job; the others have some time to answer."""
    ready = [place for place in chosen(motion) if answer_of(motion, place) == YES]
    if any(not answer_of(motion, place) for place in chosen(motion)):
        ctx.room.schedule("role asked", motion.number, ctx.now + ANSWER_LENGTH)
    return given(ctx, motion, ready)


def given(ctx: Context, motion: Motion, places: list[int]) -> list[Output]:
    """The job is theirs, if they are still here."""
    outputs: list[Output] = []
    people, values = nominees(motion), motion.values
    for place in places:
        if people[place] in ctx.room.members():
            outputs += leading.appointed(
                ctx, values["role"], people[place], decision=motion.number, days=values["days"], trial=values["trial"]
            )
    return outputs


@follow("due role asked")
def unanswered(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Whoever has not answered does not have the job: silence is never yes."""
    del at
    motion = ctx.room.matters.get(number)
    if not isinstance(motion, Motion):
        return None
    silent = [place for place in chosen(motion) if not answer_of(motion, place)]
    answers = {**motion.values["answers"], **{str(place): NO for place in silent}}
    ctx.room.matters.save(replace(motion, values={**motion.values, "answers": answers}))
    people, role = nominees(motion), motion.values["role"]
    return [
        Post(
            text(
                "role-unanswered",
                number=number,
                person=ctx.room.person(people[place]),
                role=leading.role_text(role),
                name=leading.label(ctx, role),
            ),
            number,
        )
        for place in silent
    ]


def drawn(ctx: Context, motion: Motion) -> list[Output]:
    """The lot is announced: the pool are those who take part in votes and do not have the job yet."""
    role = motion.values["role"]
    having = {each.person for each in ctx.room.roles.get().of(role)}
    pool = sorted(base(ctx) - having - ctx.room.roles.get().away.keys())
    if len(pool) < 2:  # noqa: PLR2004 - a lot needs two
        return [Post(text("role-lot-few", number=motion.number, role=leading.role_text(role)), motion.number)]
    begun = lots.begin(
        number=ctx.room.next_number(), question=motion.question, proposer=motion.proposer, pool=pool, seed=ctx.chance
    )
    return [draw.announce(ctx, replace(begun, role=role, days=motion.values["days"]))]


ANSWERS = mapped(one_of((YES, NO, "")))
JOB = {"role": WORDS, "days": LENGTH}


@titles("appoint", person=WHO, trial=FLAG, answers=ANSWERS, **JOB)
@titles("fill-role", people=listed(WHO), trial=FLAG, answers=ANSWERS, chosen=maybe(listed(COUNT)), **JOB)
@titles("role-by-lot", **JOB)
def _title(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The role in the reader's language, and the term."""
    kept = {key: values[key] for key in ("person", "people") if key in values}
    return {**kept, "role": leading.role_text(values["role"]), "term": leading.length(values["days"]), "trial": "yes" if values.get("trial") else "no"}


APPOINT = mandate("appoint", effect, asks=asks)
FILL = mandate("fill-role", effect, asks=asks)
LOT = mandate("role-by-lot", drawn)


# What people type


@command("propose facilitator")
def propose_facilitator(
    ctx: Context,
    words: OptionalRest,
    lines: Lines,
    *,
    until: Until = None,
    length: ForTerm = None,
    seats: Seats = None,
    trial: OnTrial = False,
    ranked: Ranked = False,
    by_lot: ByLot = False,
) -> Answer:
    """Who facilitates: an election without candidates, a motion about one person, a choice, or the lot."""
    job = wanted(ctx, rule.FACILITATOR, until, length, trial=trial)
    return fill(ctx, job, words, lines, ranked=ranked, by_lot=by_lot, seats=seats)


@command("propose cofacilitator")
def propose_cofacilitator(
    ctx: Context,
    words: OptionalRest,
    lines: Lines,
    *,
    until: Until = None,
    length: ForTerm = None,
    seats: Seats = None,
    trial: OnTrial = False,
    ranked: Ranked = False,
    by_lot: ByLot = False,
) -> Answer:
    """Who facilitates together with the facilitator."""
    job = wanted(ctx, rule.COFACILITATOR, until, length, trial=trial)
    return fill(ctx, job, words, lines, ranked=ranked, by_lot=by_lot, seats=seats)


@command("propose someone for")
def propose_someone_for(
    ctx: Context,
    words: Rest,
    lines: Lines,
    *,
    until: Until = None,
    length: ForTerm = None,
    seats: Seats = None,
    trial: OnTrial = False,
    ranked: Ranked = False,
    by_lot: ByLot = False,
) -> Answer:
    """Who does any other job: its name first, then as for the facilitator."""
    name, _, person = words.partition(":")
    if not person and "@" in words:
        name, _, person = words.partition("@")
        person = f"@{person}"
    role = leading.role_named(ctx, name)
    if role == rule.GUEST:
        raise Refused("roles-guest-how")
    job = wanted(ctx, role, until, length, trial=trial)
    return fill(ctx, job, person.strip(), lines, ranked=ranked, by_lot=by_lot, seats=seats)


@command("propose delegate")
def propose_delegate(ctx: Context, words: Rest, *, until: Until = None, group: ForTerm = None) -> Answer:
    """Whom a sub-group sends: `propose delegate @ana for Kitchen`. Each sub-group sends one."""
    if not group:
        raise Refused("delegate-for-whom")
    job = wanted(ctx, leading.delegate_of(ctx, group), until, None, trial=False)
    return about_person(ctx, job, words)
