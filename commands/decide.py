"""Proposing, voting and the result."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from commands.answers import Answer, Counted, EndPoll, Output, Poll, Post, Status
from commands.kit import Because, InConsent, Lines, Number, Option, Rest, Until, command, follow, take_options
from commands.ports import Context
from policies import decision as rule
from policies import when
from policies.decision import Act, Decision, Outcome, Way
from policies.model import Code, Mention, Refused, Text, text
from policies.model import Lines as Listed

LATE = timedelta(minutes=2)
WITHDRAW = "nothing"


@command("propose")
def propose(ctx: Context, question: Rest, lines: Lines, *, until: Until = None, consent: InConsent = False) -> Answer:
    """Put a question to the group: it is announced as a poll and opens when that is in the room."""
    if lines:
        raise Refused("propose-options-unknown", words=lines[0])
    proposed = rule.propose(
        number=0,
        question=question,
        proposer=ctx.sender.id,
        method="consent" if consent else "majority",
        now=ctx.sent,
        until=moment(ctx, until) if until else None,
        open_by_proposer=sum(each.proposer == ctx.sender.id for each in ctx.room.decisions.open()),
    )
    numbered = replace(proposed, number=ctx.room.next_number())
    ctx.room.decisions.save(numbered)
    answers: list[Output] = [announcement(numbered)]
    if ctx.direct:
        answers.append(text("propose-taken", number=numbered.number, group=ctx.room.name))
    return answers


def moment(ctx: Context, phrase: str) -> datetime:
    """The closing time that `phrase` means to the person who typed it. A day alone means its end."""
    read = when.read(phrase, now=ctx.sent, zone=ctx.zone, languages=(ctx.language, *ctx.words.languages))
    match read:
        case when.Once():
            return read.at
        case when.DateOnly():
            return datetime.combine(read.date, time(23, 59), ZoneInfo(ctx.zone))
        case when.Every():
            raise Refused("until-repeats", phrase=phrase)
        case when.Ask():
            choices = tuple(Code(f"until {choice}") for choice in read.choices)
            raise Refused("until-unclear", phrase=phrase, why=Text(read.why, read.values), choices=choices)


def announcement(decision: Decision) -> Poll:
    """The poll that is the question and the ballot."""
    labels = tuple((option, text(f"option-{option}")) for option in decision.options)
    return Poll(
        number=decision.number,
        question=text(f"poll-question-{decision.method}", number=decision.number, question=decision.question),
        options=labels,
        fallback=text(
            f"poll-fallback-{decision.method}",
            number=decision.number,
            question=decision.question,
        ),
    )


@follow("posted poll")
def opened(ctx: Context, *, number: int) -> Answer:
    """The announcement came back in the timeline: the vote is open from its server time on."""
    decision = ctx.room.decisions.get(number)
    if decision is None or decision.status is not rule.Status.ANNOUNCED:
        return None
    decision = decision.opening(ctx.sent, ctx.room.members())
    ctx.room.decisions.save(decision)
    assert decision.closes is not None
    ctx.room.schedule("close", number, decision.closes)
    record = ctx.room.record
    record.append(
        "opened",
        ctx.sent,
        {
            "number": number,
            "proposer": record.person(decision.proposer),
            "method": decision.method,
            "options": list(decision.options),
            "rules": decision.rules,
            "eligible": len(decision.electorate),
            "electorate": record.roll(sorted(decision.electorate)),
            "closes": stamp(decision.closes),
        },
        {"question": decision.question},
    )
    return standing(ctx, decision)


def standing(ctx: Context, decision: Decision) -> Status:
    """The status message: how many of how many have voted, until when, and how to vote in words."""
    return Status(
        decision.number,
        text(
            f"status-{decision.method}",
            number=decision.number,
            question=decision.question,
            voted=len(decision.voted),
            eligible=len(decision.electorate),
            closes=decision.closes,
            short="yes" if decision.short else "no",
            proposer=ctx.room.person(decision.proposer),
        ),
    )


def existing(ctx: Context, number: int) -> Decision:
    """Decision `number`, or a refusal that says what there is."""
    decision = ctx.room.decisions.get(number)
    if decision is None:
        raise Refused("number-unknown", number=number)
    return decision


@command("vote")
def vote(ctx: Context, number: Number, answer: Rest, *, because: Because = None) -> Answer:
    """Vote, change a vote (`vote 1 no`) or take it back (`vote 1 nothing`)."""
    decision = existing(ctx, number)
    choice = ctx.words.ballot(answer, (*decision.options, WITHDRAW))
    if choice is None:
        raise Refused("vote-not-an-answer", number=number, choices=ways(decision))
    return cast(ctx, decision, None if choice == WITHDRAW else choice, because or "")


def ways(decision: Decision) -> tuple[Text, ...]:
    """The answers to a decision as things to type."""
    return tuple(text(f"way-{option}", number=decision.number) for option in decision.options)


def cast(ctx: Context, decision: Decision, choice: str | None, reason: str) -> Answer:
    """Give an act and answer with the mark or the words for it, and the new turnout."""
    act = Act(ctx.sender.id, ctx.root, ctx.event, ctx.sent, Way(ctx.way), choice, reason)
    before, after = decision, decision.voting(act)
    ctx.room.decisions.save(after)
    answers: list[Output] = []
    if ctx.way == Way.WORDS:
        said = text("vote-withdrawn", number=after.number) if choice is None else text(
            "vote-counted", number=after.number, choice=text(f"option-{choice}")
        )
        answers.append(Counted(said))
    if before.voted != after.voted:
        answers.append(standing(ctx, after))
    return answers


@follow("poll answer")
def tapped(ctx: Context, *, number: int, answers: tuple[str, ...]) -> Answer:
    """An answer in the client's own poll. One that cannot count is said so in words, for the poll may show it."""
    decision = existing(ctx, number)
    choice = answers[0] if answers and answers[0] in decision.options else None
    if choice == rule.OBJECT:
        return objecting(ctx, decision)
    return cast_or_tell(ctx, decision, choice)


def cast_or_tell(ctx: Context, decision: Decision, choice: str | None) -> Answer:
    """Give an act that was tapped. There is no message to answer, so a refusal names the person."""
    try:
        return cast(ctx, decision, choice, "")
    except Refused as refused:
        if ctx.way == Way.POLL:
            ctx.room.decisions.save(decision.straying(ctx.sender.id))
        return text("tap-not-counted", person=Mention(ctx.sender), why=refused.text)


def objecting(ctx: Context, decision: Decision) -> Answer:
    """An objection was tapped: a poll has no place for its reason, so ask for it in words."""
    ctx.room.decisions.save(decision.straying(ctx.sender.id))
    return text("objection-tapped", number=decision.number, person=Mention(ctx.sender))


@follow("reaction")
def reacted(ctx: Context, *, number: int, key: str) -> Answer:
    """A reaction on the announcement or its status. Off in encrypted rooms, where reactions travel in the clear."""
    decision = ctx.room.decisions.get(number)
    if decision is None or ctx.room.encrypted:
        return None
    choice = ctx.words.ballot(key, decision.options)
    return cast_or_tell(ctx, decision, choice) if choice and choice != rule.OBJECT else None


@follow("reply")
def replied(ctx: Context, *, number: int, body: str) -> Answer:
    """A reply whose whole text is a ballot word (with `because ...` if they like) is a vote; any other is talk."""
    decision = ctx.room.decisions.get(number)
    if decision is None:
        return None
    answer, because = split_reason(ctx, body)
    choice = ctx.words.ballot(answer, (*decision.options, WITHDRAW))
    if choice is None:
        return None
    return cast(ctx, decision, None if choice == WITHDRAW else choice, because)


def split_reason(ctx: Context, body: str) -> tuple[str, str]:
    """The ballot words and the reason of a reply."""
    answer, _, given = take_options(body, {"because": Option("because", greedy=True)}, ctx.words)
    return answer, given["because"] or ""


@follow("ballot edited")
def edited(ctx: Context, *, number: int, body: str) -> Answer:
    """The message that a ballot began with was edited: it counts at the time of the edit, or no longer."""
    decision = existing(ctx, number)
    answer, because = split_reason(ctx, body)
    choice = ctx.words.ballot(answer, (*decision.options, WITHDRAW))
    return cast(ctx, decision, None if choice in {None, WITHDRAW} else choice, because)


@follow("ballot removed")
def removed(ctx: Context, *, number: int, act: str) -> Answer:
    """The voter removed their own ballot: it is withdrawn, and an earlier one of theirs counts again."""
    decision = existing(ctx, number)
    if decision.status is not rule.Status.OPEN or (decision.closes is not None and ctx.sent > decision.closes):
        return None
    after = decision.withdrawing(act)
    ctx.room.decisions.save(after)
    return standing(ctx, after) if after.voted != decision.voted else None


@follow("due close")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The closing time has come and everything sent in time has been read: count, record, tell."""
    decision = ctx.room.decisions.get(number)
    if decision is None or decision.status is not rule.Status.OPEN:
        return None
    closed, outcome = decision.closing(ctx.now)
    ctx.room.decisions.save(closed)
    late = ctx.now - at
    write_result(ctx, closed, outcome, late)
    result = result_text(ctx, closed, outcome, late)
    return [
        EndPoll(number, text("poll-ended", number=number)),
        Post(result, number),
        standing_closed(closed, outcome),
    ]


def standing_closed(decision: Decision, outcome: Outcome) -> Status:
    """The status message after the end: closed, with the turnout; the result is a message of its own."""
    return Status(
        decision.number,
        text(
            "status-closed",
            number=decision.number,
            question=decision.question,
            voted=outcome.turnout,
            eligible=outcome.eligible,
        ),
    )


def write_result(ctx: Context, decision: Decision, outcome: Outcome, late: timedelta) -> None:
    """The result as an entry: exact numbers, each open ballot under the voter's number, reasons as erasable texts."""
    record = ctx.room.record
    ballots: list[dict[str, Any]] = []
    texts: dict[str, str] = {"question": decision.question}
    for act in decision.standing():
        if act.choice is None:
            continue
        ballot: dict[str, Any] = {"voter": record.person(act.voter), "choice": act.choice, "at": stamp(act.sent)}
        if act.reason:
            ballot["reason"] = f"reason-{ballot['voter']}"
            texts[ballot["reason"]] = act.reason
        ballots.append(ballot)
    assert decision.closes is not None
    record.append(
        "closed",
        ctx.now,
        {
            "number": decision.number,
            "result": outcome.result.result,
            "counts": dict(outcome.counts),
            "eligible": outcome.eligible,
            "turnout": outcome.turnout,
            "method": decision.method,
            "rules": decision.rules,
            "closes": stamp(decision.closes),
            "late": int(late.total_seconds()) if late > LATE else 0,
            "unread": ctx.unread,
            "ballots": sorted(ballots, key=lambda each: (each["at"], each["voter"])),
        },
        texts,
    )


def result_text(ctx: Context, decision: Decision, outcome: Outcome, late: timedelta) -> Text:
    """The result in words: what was decided, the numbers, what was needed, and what a poll in a client shows otherwise."""
    counts = tuple(
        text("result-count", option=text(f"option-{option}"), count=count)
        for option, count in outcome.counts.items()
    )
    reasons = tuple(
        text("result-reason", person=ctx.room.person(voter), choice=text(f"option-{choice}"), reason=reason)
        for voter, choice, reason in outcome.reasons
    )
    notes: list[Text] = []
    if late > LATE:
        notes.append(text("result-late", late=late))
    if ctx.unread:
        notes.append(text("result-unread", count=ctx.unread))
    if outcome.in_words or outcome.poll_only:
        notes.append(text("result-differs", words=outcome.in_words, stray=outcome.poll_only))
    return text(
        "result",
        number=decision.number,
        question=decision.question,
        verdict=text(f"result-{outcome.result.result}"),
        why=why(decision, outcome),
        counts=counts,
        turnout=outcome.turnout,
        eligible=outcome.eligible,
        reasons=Listed(reasons),
        notes=Listed(tuple(notes)),
        head=ctx.room.record.head()[:8],
    )


def why(decision: Decision, outcome: Outcome) -> Text:
    """What was needed, and whether it was reached."""
    result = outcome.result
    if result.result == "no_quorum":
        return text("why-quorum", needed=result.quorum_needed or 0, turnout=outcome.turnout)
    if decision.method == "consent":
        objections = outcome.counts[rule.OBJECT]
        missing = outcome.eligible - outcome.turnout
        return text("why-consent", objections=objections, missing=missing)
    if decision.short:
        return text("why-short", needed=outcome.eligible // 2 + 1, eligible=outcome.eligible)
    return text("why-majority")


def stamp(at: datetime) -> str:
    """A time as the record writes it: RFC 3339, UTC, seconds."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@follow("undeliverable poll")
def unannounced(ctx: Context, *, number: int) -> Answer:
    """The server refused the announcement for good: the proposal never opened."""
    decision = ctx.room.decisions.get(number)
    if decision is not None and decision.status is rule.Status.ANNOUNCED:
        ctx.room.decisions.save(decision.stopping(decision.proposer, ctx.now))
    return None


@command("stop")
def stop(ctx: Context, number: Number) -> Answer:
    """Withdraw a proposal: only whoever proposed it."""
    decision = existing(ctx, number)
    stopped = decision.stopping(ctx.sender.id, ctx.sent)
    ctx.room.decisions.save(stopped)
    ctx.room.unschedule("close", number)
    if decision.status is rule.Status.OPEN:
        record = ctx.room.record
        record.append(
            "stopped",
            ctx.sent,
            {"number": number, "by": record.person(ctx.sender.id), "turnout": len(decision.voted)},
            {"question": decision.question},
        )
    said = text("stopped", number=number, question=decision.question, person=ctx.sender)
    return [EndPoll(number, text("poll-ended", number=number)), Post(said, number), Status(number, said)]
