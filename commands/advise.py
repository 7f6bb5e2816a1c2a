"""Advice processes: asking for advice, giving it, and the answer that whoever decides owes to those who gave it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from commands import decide
from commands.after import note, noted
from commands.answers import Announce, Answer, Counted, Direct, Output, Post
from commands.ballots import withdraws
from commands.entries import person_of, tells
from commands.kit import NUMBER, NumberOf, Rest, Until, command, follow
from commands.kit import Lines as TypedLines
from commands.matters import (
    announced,
    concluded,
    found,
    line,
    replied_to,
    shown,
    stopped,
    taken_part,
    unannounced,
)
from commands.ports import Context, Entry, Room
from commands.results import LATE, stamp
from commands.sentences import history
from policies import advice as rule
from policies.advice import Advice, AdviceProcess, Phase
from policies.form import COUNT, TIME, WHO
from policies.model import Lines, Mention, Refused, Text, text

AT_ONCE = 12
"""Pieces of advice in one message."""


def taking_advice(room: Room) -> list[AdviceProcess]:
    """Those that take advice now."""
    return [each for each in room.matters.open() if isinstance(each, AdviceProcess) and each.phase is Phase.OPEN]


OpenAdvice = Annotated[int, NumberOf(taking_advice, none="advise-none-open")]


@command("advice")
def advice(ctx: Context, question: Rest, lines: TypedLines, *, until: Until = None) -> Answer:
    """Ask for advice on something that I decide myself."""
    question = " ".join((question, *lines))
    if meant := advised(ctx, question):
        return given(ctx, *meant)
    ends = decide.moment(ctx, until) if until else None
    begun = rule.begin(number=0, question=question, proposer=ctx.sender.id, now=ctx.sent, until=ends)
    process = replace(begun, number=ctx.room.next_number())
    ctx.room.matters.save(process)
    said = text("advice-announce", number=process.number, question=process.question, person=ctx.sender, until=ends, length=rule.LENGTH)
    answers: list[Output] = [Announce(process.number, said)]
    if ctx.direct:
        answers.append(text("propose-taken", number=process.number, group=ctx.room.name))
    return answers


def advised(ctx: Context, typed: str) -> tuple[AdviceProcess, str] | None:
    """What was meant by "advice 7 TEXT", which is one letter away from giving advice; `None`: it is a question of its own."""
    match = NUMBER.match(typed)
    matter = ctx.room.matters.get(int(match[1])) if match else None
    if match is None or not isinstance(matter, AdviceProcess) or typed.endswith("?"):
        return None
    return matter, typed[match.end() :]


@announced.register
def opened(process: AdviceProcess, ctx: Context) -> Answer:
    """The question is in the room: advice is taken from now on."""
    if process.phase is not Phase.ANNOUNCED:
        return None
    process = process.opening(ctx.sent)
    assert process.ends is not None
    ctx.room.matters.save(process)
    ctx.room.schedule("advice", process.number, process.ends)
    record = ctx.room.record
    data = {"number": process.number, "by": record.person(process.proposer), "ends": stamp(process.ends)}
    record.append("advice-opened", ctx.sent, data, {"question": process.question})
    return None


@unannounced.register
def never_opened(process: AdviceProcess, ctx: Context) -> Answer:
    """The question never came into the room. Nothing can be said there, so whoever asked is told alone."""
    if process.phase is not Phase.ANNOUNCED:
        return None
    ctx.room.matters.save(process.stopping(process.proposer))
    return Direct(process.proposer, text("announce-refused", question=process.question, group=ctx.room.name))


@command("advise")
def advise(ctx: Context, number: OpenAdvice, words: Rest, lines: TypedLines) -> Answer:
    """Give advice, or take mine back (`advise 7 nothing`)."""
    process = found(ctx, number)
    if not isinstance(process, AdviceProcess):
        raise Refused("advise-is-none", number=number)
    return given(ctx, process, " ".join((words, *lines)))


@replied_to.register
def in_reply(process: AdviceProcess, ctx: Context, body: str) -> Answer:
    """A reply that begins with the word for giving advice is advice; any other is talk."""
    names = {name.casefold() for code in ctx.words.languages for name in ctx.words.names("advise", code)}
    first, _, words = body.strip().partition(" ")
    if first.rstrip(":,").casefold() not in names or not words.strip():
        return None
    match = NUMBER.match(words)
    if match and int(match[1]) == process.number:
        words = words[match.end() :]
    return given(ctx, process, words)


def given(ctx: Context, process: AdviceProcess, words: str) -> Answer:
    """Keep a piece of advice as it was said; taken back, all of the sender's is gone."""
    if withdraws(ctx.words, words):
        ctx.room.matters.save(process.withdrawing(ctx.sender.id, ctx.sent))
        return Counted(text("advise-withdrawn", number=process.number))
    ctx.room.matters.save(process.advising(ctx.sender.id, words, ctx.event, ctx.sent))
    return Counted(text("advise-kept", number=process.number, person=ctx.room.person(process.proposer)))


@follow("due advice")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time for advice is over: whoever asked is asked what they decided, and once more after a week."""
    process = ctx.room.matters.get(number)
    if not isinstance(process, AdviceProcess) or process.phase is not Phase.OPEN:
        return None
    process = process.asking()
    ctx.room.matters.save(process)
    ctx.room.schedule("advice-answer", number, ctx.now + rule.REMINDER_AFTER)
    late = ctx.now - at
    return Post(owed(ctx, process, "advice-over", late=late if late > LATE else None, unread=ctx.unread), number)


@follow("due advice-answer")
def reminder(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nothing was said yet: ask once more, and never again."""
    del at
    process = ctx.room.matters.get(number)
    if not isinstance(process, AdviceProcess) or process.phase is not Phase.DECIDING:
        return None
    return Post(owed(ctx, process, "advice-reminder"), number)


def owed(ctx: Context, process: AdviceProcess, kind: str, **values: object) -> Text:
    """The request to say what was decided and what was done with the advice."""
    return text(
        kind,
        number=process.number,
        question=process.question,
        person=Mention(ctx.room.person(process.proposer)),
        advisers=people(ctx, process),
        **values,
    )


def people(ctx: Context, process: AdviceProcess) -> tuple[object, ...]:
    """Who gave advice, each once."""
    return tuple(ctx.room.person(each) for each in sorted(process.advisers))


@concluded.register
def answered(process: AdviceProcess, ctx: Context, words: str) -> Answer:
    """What was decided and what was done with the advice: kept in the record, and told to all. Later notes are only kept."""
    if not process.under_way:
        return noted(process, ctx, words)
    number = process.number
    ctx.room.matters.save(process.deciding(ctx.sender.id, here=process.proposer in ctx.room.members()))
    ctx.room.unschedule("advice-answer", number)
    record = ctx.room.record
    data = {"number": number, "by": record.person(ctx.sender.id), "advice": len(process.advice)}
    record.append("advice-answered", ctx.sent, data, {"question": process.question, "outcome": words})
    said = text(
        "advice-answered",
        number=number,
        question=process.question,
        person=ctx.sender,
        outcome=words,
        count=len(process.advice),
        head=record.head()[:8],
    )
    return Post(said, number)


@stopped.register
def taken_back(process: AdviceProcess, ctx: Context) -> Answer:
    """Whoever asked takes the question back."""
    ctx.room.matters.save(process.stopping(ctx.sender.id))
    ctx.room.unschedule("advice", process.number)
    ctx.room.unschedule("advice-answer", process.number)
    if process.phase is not Phase.ANNOUNCED:
        note(ctx, "advice-stopped", process, {})
    return Post(text("advice-stopped", number=process.number, question=process.question, person=ctx.sender), process.number)


@taken_part.register
def advisers(process: AdviceProcess, ctx: Context) -> Answer:
    """Who has given advice. Nobody is missing, for nobody has to."""
    return text("advice-who", number=process.number, advisers=people(ctx, process))


@line.register
def advice_line(process: AdviceProcess, ctx: Context) -> Text | None:
    """One that takes advice, or whose answer is owed."""
    if process.phase is Phase.ANNOUNCED:
        return None
    return text("advice-line", number=process.number, question=process.question, step=step(ctx, process))


def step(ctx: Context, process: AdviceProcess) -> Text:
    """The one next step."""
    return text(f"advice-step-{process.phase}", number=process.number, ends=process.ends, person=ctx.room.person(process.proposer))


@shown.register
def advice_shown(process: AdviceProcess, ctx: Context) -> Answer:
    """An advice process: its next step, all advice as it was said, and what came of it."""
    pages = [process.advice[place : place + AT_ONCE] for place in range(0, len(process.advice), AT_ONCE)]
    head = text(
        "advice-shown",
        number=process.number,
        question=process.question,
        person=ctx.room.person(process.proposer),
        step=step(ctx, process),
        advice=listed(ctx, pages[0]) if pages else Lines(()),
        history=history(ctx, process.number),
    )
    more = [text("advice-shown-more", number=process.number, advice=listed(ctx, page)) for page in pages[1:]]
    return [head, *more] if more else head


def listed(ctx: Context, page: tuple[Advice, ...]) -> Lines:
    """Pieces of advice, one a line."""
    return Lines(tuple(text("advice-given", person=ctx.room.person(each.by), words=each.words) for each in page))


@tells("advice-opened", by=WHO, ends=TIME)
def _opened(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"]), "ends": datetime.fromisoformat(entry.data["ends"])}


@tells("advice-answered", by=WHO, advice=COUNT)
def _answered(entry: Entry) -> dict[str, Any]:
    outcome = entry.texts.get("outcome", "")
    return {"person": person_of(entry, entry.data["by"]), "outcome": outcome, "count": entry.data["advice"]}


@tells("advice-stopped", by=WHO)
def _stopped(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"])}
