"""Election without candidates: from the sealed nominations to the person whom the group consents to, and who accepts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any

from commands import decide, floor, leading
from commands.answers import Announce, Answer, Counted, Direct, EndPoll, Output, Post, Retire, Status
from commands.entries import nothing, person_of, tells
from commands.floor import UnlessFloor
from commands.kit import Because, NumberOf, Rest, Until, command, follow, to_type
from commands.matters import (
    Sequel,
    accepted,
    admits,
    announced,
    declined,
    found,
    line,
    named,
    passed,
    sequel,
    shown,
    stopped,
    taken_part,
    unannounced,
)
from commands.people import member
from commands.ports import Context, Entry
from commands.sentences import history
from commands.standing import standing
from commands.vote import voters
from commands.voters import base, roll
from policies import election as rule
from policies.decision import Decision, Outcome, Verdict
from policies.decision import Status as VoteStatus
from policies.election import Election, Phase
from policies.form import COUNT, MARK, WHO, WORDS, both, holds, listed, maybe
from policies.lot import seal
from policies.model import Lines, Mention, Refused, Text, text

OpenElection = Annotated[
    int, NumberOf(lambda room: [each for each in room.matters.open() if isinstance(each, Election)], none="elect-none-open")
]


def existing(ctx: Context, number: int) -> Election:
    """Election `number`. Raises `Refused` where it is something else, or nothing."""
    election = found(ctx, number)
    if not isinstance(election, Election):
        raise Refused("elect-is-none", number=number)
    return election


def keep(ctx: Context, election: Election) -> Election:
    """Keep it as it is now, and wake up when its phase ends by itself."""
    ctx.room.matters.save(election)
    if election.due is not None:
        ctx.room.schedule("elect", election.number, election.due)
    else:
        ctx.room.unschedule("elect", election.number)
    return election


def write(ctx: Context, kind: str, election: Election, data: dict[str, Any], texts: dict[str, str] | None = None) -> None:
    """Record a step of it."""
    texts = {"question": election.question, **(texts or {})}
    ctx.room.record.append(kind, ctx.sent, {"number": election.number, **data}, texts)


@command("elect")
def elect(ctx: Context, question: Rest, *, until: Until = None) -> Answer:
    """Begin an election without candidates."""
    return announce(ctx, begin(ctx, question, until))


def begin(ctx: Context, question: str, until: str | None) -> Election:
    """A new election with its number, not yet kept. Raises `Refused`."""
    ends = decide.moment(ctx, until) if until else None
    begun = rule.begin(number=0, question=question, proposer=ctx.sender.id, seed=ctx.chance, now=ctx.sent, until=ends)
    return replace(begun, number=ctx.room.next_number())


def announce(ctx: Context, election: Election) -> Announce:
    """Keep a new election and announce it."""
    ctx.room.matters.save(election)
    said = text(
        "elect-announce",
        number=election.number,
        question=election.question,
        person=ctx.sender,
        length=timedelta(seconds=election.length),
        until=election.until,
        seal=seal(election.seed),
    )
    return Announce(election.number, said)


@announced.register
def begun(election: Election, ctx: Context) -> Answer:
    """Its announcement, or the poll of its consent round, is in the room."""
    if election.phase is Phase.ANNOUNCED:
        taking_part = roll(ctx, election.terms, ctx.sent) if election.terms is not None else base(ctx)
        election = keep(ctx, election.opening(ctx.sent, taking_part))
        record = ctx.room.record
        by, size = record.person(election.proposer), len(election.electorate)
        write(ctx, "elect-opened", election, {"by": by, "eligible": size, "seal": seal(election.seed)})
        return None
    consent_round = ctx.room.decisions.get(election.number)
    if election.phase is not Phase.CONSENTING or consent_round is None or consent_round.status is not VoteStatus.ANNOUNCED:
        return None
    opened = consent_round.opening(ctx.sent, election.electorate - {election.nominee})
    ctx.room.decisions.save(opened)
    decide.arrange(ctx, opened)
    return standing(ctx, opened)


@unannounced.register
def never_begun(election: Election, ctx: Context) -> Answer:
    """Its announcement, or the poll of its consent round, never came into the room."""
    if election.phase is Phase.ANNOUNCED:
        keep(ctx, election.ending())
    elif election.phase is Phase.CONSENTING:
        stopped_round(ctx, election)
        return called(ctx, election)
    return None


@command("nominate")
def nominate(ctx: Context, number: OpenElection, words: Rest, *, because: Because = None) -> Answer:
    """Nominate a member, with a reason: in private first, and openly while changes are taken."""
    election = existing(ctx, number)
    nominee = member(ctx, words)
    if nominee is None:
        raise Refused("elect-who", number=number, name=words.strip(" ,;:."))
    after = election.nominating(ctx.sender.id, nominee, because or "", ctx.event, privately=ctx.direct, sent=ctx.sent)
    ctx.room.matters.save(after)
    nomination = after.nominations[ctx.sender.id]
    said = text(
        f"elect-nominated-{election.phase}",
        number=number,
        nominee=ctx.room.person(nominee),
        reason=nomination.reason,
        person=ctx.sender,
    )
    if election.phase is Phase.CHANGING:
        write_nominations(ctx, "elect-changed", after, [ctx.sender.id])
        return Counted(said)
    return said


@passed.register
def nominates_nobody(election: Election, ctx: Context) -> Answer:
    """Nominate nobody: then nobody waits for me."""
    after = election.nominating(ctx.sender.id, "", "", ctx.event, privately=ctx.direct, sent=ctx.sent)
    ctx.room.matters.save(after)
    if election.phase is Phase.CHANGING:
        write_nominations(ctx, "elect-changed", after, [ctx.sender.id])
    return Counted(text("elect-nominated-nobody", number=election.number))


def write_nominations(ctx: Context, kind: str, election: Election, people: list[str]) -> None:
    """Nominations as an entry of the record, with the reasons as texts that can be erased."""
    record, rows, texts = ctx.room.record, [], {}
    for person in people:
        nomination, by = election.nominations[person], record.person(person)
        row: dict[str, Any] = {"by": by}
        if nomination.nominee:
            row |= {"of": record.person(nomination.nominee), "reason": f"reason-{by}"}
            texts[f"reason-{by}"] = nomination.reason
        rows.append(row)
    write(ctx, kind, election, {"nominations": sorted(rows, key=lambda row: row["by"])}, texts)


@command("next")
def next_(ctx: Context, number: Annotated[int | None, UnlessFloor(OpenElection, queue=True)]) -> Answer:
    """Go on: to the next who speaks, or in an election before its time is over, where everybody has been heard."""
    if number is None:
        return floor.forward(ctx)
    election = existing(ctx, number)
    if election.phase is Phase.CONSENTING:
        return closed_early(ctx, election)
    election.going_on(ctx.sender.id)
    return unsealed(ctx, election) if election.phase is Phase.NOMINATING else called(ctx, election)


def closed_early(ctx: Context, election: Election) -> Answer:
    """The consent round ends before its time when all who take part in it have answered."""
    consent_round = ctx.room.decisions.get(election.number)
    if ctx.sender.id != election.facilitator:
        raise Refused("elect-next-not-yours", number=election.number)
    if consent_round is None or not rule.everyone_heard(consent_round):
        missing = len(consent_round.electorate - consent_round.voted) if consent_round is not None else 0
        raise Refused("elect-next-waits", number=election.number, missing=missing)
    ctx.room.unschedule("close", election.number)
    ctx.room.unschedule("nudge", election.number)
    return decide.due.handler(ctx, number=election.number, at=ctx.now)


@follow("due elect")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time of a phase is over."""
    del at
    election = existing(ctx, number)
    match election.phase:
        case Phase.NOMINATING:
            return unsealed(ctx, election)
        case Phase.CHANGING:
            return called(ctx, election)
        case Phase.SUGGESTING:
            return called(ctx, election, late=True)
        case Phase.ASKING:
            silent = text("elect-no-answer", person=ctx.room.person(election.nominee))
            return called(ctx, election.declining(election.nominee), because=silent)
    return None


def unsealed(ctx: Context, election: Election) -> Answer:
    """All nominations are shown together, in the order of the names of those who made them, and changes can be said."""
    after = keep(ctx, election.unsealing(ctx.now, ctx.room.members()))
    if not after.under_way:
        return over(ctx, after)
    people = sorted(after.nominations, key=lambda each: ctx.room.person(each).name.casefold())
    write_nominations(ctx, "elect-nominations", after, people)
    said = text(
        "elect-unsealed",
        number=after.number,
        question=after.question,
        nominations=Lines(
            tuple(
                text(
                    "elect-nomination",
                    person=ctx.room.person(each),
                    nominee=ctx.room.person(after.nominations[each].nominee),
                    reason=after.nominations[each].reason,
                )
                for each in people
                if after.nominations[each].nominee
            )
        ),
        due=after.due,
    )
    return Post(said, after.number)


def called(ctx: Context, election: Election, *, late: bool = False, because: Text | None = None) -> Answer:
    """The facilitator is asked to suggest one person; `because` says what went before."""
    members = ctx.room.members()
    after = keep(ctx, election.overdue(ctx.now, members) if late else election.calling(ctx.now, members))
    if not after.under_way:
        return over(ctx, after, because)
    drawn = after.facilitator != after.proposer
    said = text(
        "elect-call",
        number=after.number,
        question=after.question,
        person=Mention(ctx.room.person(after.facilitator)),
        due=after.due,
        seed=after.seed if drawn else "",
        because=because,
    )
    return Post(said, after.number)


def over(ctx: Context, election: Election, because: Text | None = None) -> Answer:
    """It ended, and nobody is chosen."""
    write(ctx, "elect-ended", election, {"rounds": election.rounds})
    return Post(text("elect-ended", number=election.number, question=election.question, because=because), election.number)


@command("suggest")
def suggest(ctx: Context, number: OpenElection, words: Rest, *, because: Because = None) -> Answer:
    """The facilitator suggests one person for whom the reasons speak; everybody else is asked for consent."""
    election = existing(ctx, number)
    nominee = member(ctx, words)
    if nominee is None:
        raise Refused("elect-who", number=number, name=words.strip(" ,;:."))
    after = keep(ctx, election.suggesting(ctx.sender.id, nominee, because or ""))
    person = ctx.room.person(nominee)
    consent_round = after.round(after.question, ctx.now, ctx.chance)
    ctx.room.decisions.save(consent_round)
    record = ctx.room.record
    data = {"by": record.person(ctx.sender.id), "of": record.person(nominee), "round": after.rounds}
    write(ctx, "elect-suggested", after, data, {"reason": after.reason})
    said = text("elect-suggested", number=number, person=ctx.sender, nominee=person, reason=after.reason)
    return [Retire(number), Post(said, number), decide.announcement(ctx, consent_round)]


@named.register
def about_nominee(election: Election, ctx: Context, question: str) -> Text | str:
    """What the consent round asks: the person suggested has no name in its question, and so can be forgotten."""
    if not election.nominee:
        return question
    return text("elect-round", question=question, nominee=ctx.room.person(election.nominee))


@admits.register
def nominee_last(election: Election, ctx: Context) -> None:
    """The person suggested is asked last, and not in the consent round."""
    if ctx.sender.id == election.nominee:
        raise Refused("elect-nominee-last", number=election.number)


@sequel.register
def answered(election: Election, ctx: Context, decision: Decision, outcome: Outcome) -> Sequel:
    """The consent round is over: the person is asked, or somebody else is to be suggested."""
    del decision
    if election.phase is not Phase.CONSENTING:
        return Sequel()
    if outcome.verdict is not Verdict.PASSED:
        said = called(ctx, election)
        return Sequel(outputs=(said,) if isinstance(said, Post) else ())
    after = keep(ctx, election.asking(ctx.now))
    nominee = ctx.room.person(after.nominee)
    ask = text("elect-ask", number=after.number, question=after.question, group=ctx.room.name, due=after.due)
    told = text("elect-asked", number=after.number, person=nominee, due=after.due)
    return Sequel(outputs=(Direct(nominee.id, ask, after.number), Post(told, after.number)))


@command("accept")
def accept(ctx: Context, number: OpenElection) -> Answer:
    """The person whom the group asks takes it on."""
    return accepted(found(ctx, number), ctx)


@accepted.register
def elected(election: Election, ctx: Context) -> Answer:
    """The person asked takes it on: they are elected, and have the job where it is one of the group's."""
    after, number = keep(ctx, election.accepting(ctx.sender.id)), election.number
    write(ctx, "elected", after, {"person": ctx.room.record.person(ctx.sender.id), "rounds": after.rounds})
    said: list[Output] = [Post(text("elected", number=number, question=after.question, person=ctx.sender), number)]
    if after.role:
        said += leading.appointed(ctx, after.role, ctx.sender.id, decision=number, days=after.days, trial=after.trial)
    return [*said, text("elect-thanks", number=number, group=ctx.room.name)] if ctx.direct else said


@command("decline")
def decline(ctx: Context, number: OpenElection) -> Answer:
    """Somebody whom the group asks, or may ask, will not take it on; nobody asks why."""
    return declined(found(ctx, number), ctx)


@declined.register
def not_available(election: Election, ctx: Context) -> Answer:
    """A nominee will not take it on."""
    number = election.number
    after = election.declining(ctx.sender.id)
    outputs: list[Output] = [text("elect-decline-noted", number=number)] if ctx.direct else []
    gone = text("elect-declined", person=ctx.sender)
    if election.nominee == ctx.sender.id and election.phase in {Phase.CONSENTING, Phase.ASKING}:
        outputs += stopped_round(ctx, election)
        said = called(ctx, after, because=gone)
    elif election.phase is Phase.SUGGESTING and not after.willing & ctx.room.members():
        said = over(ctx, keep(ctx, after.ending()), gone)
    else:
        ctx.room.matters.save(after)
        said = Post(text("elect-not-available", number=number, because=gone), number)
    return [*outputs, *([said] if isinstance(said, Post) else [])]


def stopped_round(ctx: Context, election: Election) -> list[Output]:
    """End a consent round that is under way: what it asked is asked no longer."""
    consent_round = ctx.room.decisions.get(election.number)
    if consent_round is None or not consent_round.under_way:
        return []
    number = election.number
    ctx.room.decisions.save(consent_round.stopping(consent_round.proposer, ctx.sent))
    ctx.room.unschedule("close", number)
    ctx.room.unschedule("nudge", number)
    ended = text("elect-round-stopped", number=number)
    outputs: list[Output] = [EndPoll(number, ended)]
    return [*outputs, Status(number, ended)] if consent_round.status is VoteStatus.OPEN else outputs


@stopped.register
def taken_back(election: Election, ctx: Context) -> Answer:
    """The proposer takes the election back."""
    after = keep(ctx, election.stopping(ctx.sender.id))
    write(ctx, "elect-stopped", after, {"by": ctx.room.record.person(ctx.sender.id)})
    said = text("stopped", number=after.number, question=after.question, person=ctx.sender)
    return [*stopped_round(ctx, election), Post(said, after.number)]


@taken_part.register
def heard(election: Election, ctx: Context) -> Answer:
    """Who has been heard so far, never what they said."""
    consent_round = ctx.room.decisions.get(election.number)
    if election.phase is Phase.CONSENTING and consent_round is not None:
        return voters(consent_round, ctx)
    if election.phase is not Phase.NOMINATING:
        return step(election, ctx)
    return text(
        "elect-heard",
        number=election.number,
        heard=tuple(ctx.room.person(each) for each in sorted(election.nominations)),
        missing=tuple(ctx.room.person(each) for each in sorted(election.missing)),
    )


def step(election: Election, ctx: Context) -> Text:
    """The one next step."""
    return text(
        f"elect-step-{election.phase}",
        number=election.number,
        due=election.due,
        facilitator=ctx.room.person(election.facilitator or election.proposer),
        nominee=ctx.room.person(election.nominee) if election.nominee else None,
        vote=to_type(ctx, "vote", election.number, "..."),
    )


@line.register
def election_line(election: Election, ctx: Context) -> Text | None:
    """An election that is under way, with its next step."""
    if election.phase is Phase.ANNOUNCED:
        return None
    return text("elect-line", number=election.number, question=election.question, step=step(election, ctx))


@shown.register
def election_shown(election: Election, ctx: Context) -> Answer:
    """An election: its next step, and what happened so far."""
    return text(
        "elect-shown",
        number=election.number,
        question=election.question,
        person=ctx.room.person(election.proposer),
        step=step(election, ctx),
        history=history(ctx, election.number),
    )


@tells("elect-opened", by=WHO, eligible=COUNT, seal=MARK)
def _opened(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"]), "eligible": entry.data["eligible"]}


NOMINATIONS = listed(
    both(
        holds({"by": WHO, "of": maybe(WHO), "reason": maybe(WORDS)}),
        lambda row: ("of" in row) is ("reason" in row),
    )
)


@tells("elect-nominations", nominations=NOMINATIONS)
@tells("elect-changed", nominations=NOMINATIONS)
def _nominations(entry: Entry) -> dict[str, Any]:
    return {
        "nominations": tuple(
            text(
                "elect-nomination" if "of" in row else "elect-nomination-nobody",
                person=person_of(entry, row["by"]),
                **({"nominee": person_of(entry, row["of"]), "reason": entry.texts.get(row["reason"], "")} if "of" in row else {}),
            )
            for row in entry.data["nominations"]
        )
    }


@tells("elect-suggested", by=WHO, of=WHO, round=COUNT)
def _suggested(entry: Entry) -> dict[str, Any]:
    nominee, reason = person_of(entry, entry.data["of"]), entry.texts.get("reason", "")
    return {"person": person_of(entry, entry.data["by"]), "nominee": nominee, "reason": reason}


tells("elect-ended", rounds=COUNT)(nothing)


@tells("elected", person=WHO, rounds=COUNT)
def _elected(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["person"])}


@tells("elect-stopped", by=WHO)
def _stopped(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"])}
