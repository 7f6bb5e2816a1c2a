"""Sense checks: asking how people feel about something, and the picture in words at the end. Nothing goes into the record."""

from __future__ import annotations

from datetime import datetime

from commands import decide
from commands.answers import Answer, Direct, EndPoll, Output, Post, Status
from commands.ballots import ways
from commands.kit import Rest, Until, command, follow
from commands.matters import announced, line, shown, stopped, taken_part, unannounced
from commands.ports import Context
from commands.results import reason, remarks
from commands.standing import standing
from commands.vote import existing, voters
from policies import sense as rule
from policies.decision import Decision
from policies.decision import Status as RoundStatus
from policies.model import Lines, Text, text
from policies.sense import SenseCheck


@command("sense")
def sense(ctx: Context, question: Rest, *, until: Until = None) -> Answer:
    """Ask how people feel about something, without deciding anything."""
    ends = decide.moment(ctx, until) if until else None
    rule.begin(number=0, question=question, proposer=ctx.sender.id).round(ctx.sent, ends)
    check = rule.begin(number=ctx.room.next_number(), question=question, proposer=ctx.sender.id)
    answers_round = check.round(ctx.sent, ends)
    ctx.room.matters.save(check)
    ctx.room.decisions.save(answers_round)
    answers: list[Output] = [decide.announcement(ctx, answers_round)]
    if ctx.direct:
        answers.append(text("propose-taken", number=check.number, group=ctx.room.name))
    return answers


@announced.register
def opened(check: SenseCheck, ctx: Context) -> Answer:
    """The question is in the room: people can answer from now on."""
    answers_round = existing(ctx, check.number)
    if answers_round.status is not RoundStatus.ANNOUNCED:
        return None
    answers_round = answers_round.opening(ctx.sent, ctx.room.members())
    assert answers_round.closes is not None
    ctx.room.decisions.save(answers_round)
    ctx.room.schedule("sense", check.number, answers_round.closes)
    return standing(ctx, answers_round)


@unannounced.register
def never_opened(check: SenseCheck, ctx: Context) -> Answer:
    """The question never came into the room. Nothing can be said there, so whoever asked is told alone."""
    answers_round = existing(ctx, check.number)
    if answers_round.status is not RoundStatus.ANNOUNCED:
        return None
    ctx.room.matters.save(check.ending())
    ctx.room.decisions.save(answers_round.stopping(answers_round.proposer, ctx.now))
    return Direct(check.proposer, text("announce-refused", question=check.question, group=ctx.room.name))


@follow("due sense")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time is over: tell the picture."""
    check, answers_round = ctx.room.matters.get(number), existing(ctx, number)
    if not isinstance(check, SenseCheck) or answers_round.status is not RoundStatus.OPEN:
        return None
    closed, outcome = answers_round.closing(ctx.now)
    ctx.room.matters.save(check.ending())
    ctx.room.decisions.save(closed)
    return [
        EndPoll(number, text("sense-poll-ended", number=number)),
        Post(picture(ctx, closed, Lines(tuple(remarks(ctx, outcome, ctx.now - at)))), number),
        Status(number, text("sense-status-closed", number=number), last=True),
    ]


def picture(ctx: Context, answers_round: Decision, notes: Lines) -> Text:
    """What people said, in words: how many each, and the reasons that they gave."""
    outcome = answers_round.count()
    said = tuple(text(f"sense-count-{name}", count=count) for name, count in outcome.counts.items() if count)
    return text(
        "sense-picture",
        number=answers_round.number,
        question=answers_round.question,
        picture=said,
        turnout=outcome.turnout,
        eligible=outcome.eligible,
        reasons=Lines(tuple(reason(ctx, answers_round, act) for act in outcome.reasons)),
        notes=notes,
    )


@stopped.register
def taken_back(check: SenseCheck, ctx: Context) -> Answer:
    """Whoever asked takes the question back."""
    number, answers_round = check.number, existing(ctx, check.number)
    ctx.room.matters.save(check.stopping(ctx.sender.id))
    ctx.room.decisions.save(answers_round.stopping(answers_round.proposer, ctx.sent))
    ctx.room.unschedule("sense", number)
    said = text("advice-stopped", number=number, question=check.question, person=ctx.sender)
    answers: list[Output] = [EndPoll(number, text("poll-stopped", number=number)), Post(said, number)]
    if answers_round.status is RoundStatus.OPEN:
        answers.append(Status(number, said, last=True))
    return answers


@taken_part.register
def answered(check: SenseCheck, ctx: Context) -> Answer:
    """Who has answered, never what."""
    return voters(existing(ctx, check.number), ctx)


@line.register
def sense_line(check: SenseCheck, ctx: Context) -> Text | None:
    """A sense check that is open, for this reader."""
    answers_round = existing(ctx, check.number)
    if answers_round.status is not RoundStatus.OPEN:
        return None
    sender = ctx.sender.id
    mine = "answered" if sender in answers_round.voted else "waiting" if sender in answers_round.electorate else "not-yours"
    return text(
        "sense-line", number=check.number, question=check.question, closes=answers_round.closes, mine=mine, ways=ways(answers_round)
    )


@shown.register
def sense_shown(check: SenseCheck, ctx: Context) -> Answer:
    """A sense check: how to answer while it is open, and its picture afterwards."""
    answers_round = existing(ctx, check.number)
    if answers_round.status is RoundStatus.CLOSED:
        return picture(ctx, answers_round, Lines(()))
    return text(
        "sense-shown",
        number=check.number,
        question=check.question,
        person=ctx.room.person(check.proposer),
        status=answers_round.status,
        closes=answers_round.closes,
        turnout=len(answers_round.voted),
        eligible=len(answers_round.electorate),
        ways=ways(answers_round),
    )
