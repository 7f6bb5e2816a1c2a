"""Looking things up: what waits for me, and one number."""

from __future__ import annotations

from collections.abc import Sequence

from commands.answers import Answer
from commands.ballots import ways
from commands.kit import AnyNumber, command
from commands.matters import found, line, named, shown
from commands.ports import Context
from commands.sentences import history, sentence
from commands.standing import secretly, turnout, voted
from commands.stories import Story
from policies.decision import Decision, Secrecy, Status
from policies.model import Lines, Text, text
from policies.motion import Motion

__all__ = ["history", "sentence"]


@command("now")
def now(ctx: Context) -> Answer:
    """What waits for me: the votes that are open, whether I have voted, and what else is under way."""
    under_way = [(each.number, said) for each in ctx.room.matters.open() if (said := line(each, ctx)) is not None]
    if not under_way:
        return text("now-nothing")
    lines = Lines(tuple(said for _, said in under_way))
    votes = {each.number for each in ctx.room.matters.open() if isinstance(each, Decision | Motion)}
    numbers = [number for number, _ in under_way]
    if votes.issuperset(numbers):
        return text("now", open=lines, number=numbers[0])
    return text("now-under-way", matters=lines)


@line.register
def vote_line(decision: Decision, ctx: Context) -> Text | None:
    """An open decision in one line, for this reader."""
    if decision.status is not Status.OPEN:
        return None
    if ctx.sender.id not in decision.electorate:
        state = "not-yours"
    elif decision.secrecy is Secrecy.SECRET and not ctx.direct:
        state = "secret"
    elif ctx.sender.id in voted(ctx, decision):
        state = "voted"
    else:
        state = "waiting"
    return text(
        "secret-now-line" if decision.secrecy is Secrecy.SECRET else "now-line",
        number=decision.number,
        question=named(ctx.room.matters.get(decision.number), ctx, decision.question),
        closes=decision.closes,
        voted=turnout(ctx, decision),
        eligible=len(decision.electorate),
        mine=text(f"now-{state}"),
    )


@command("show", alone=True)
def show(ctx: Context, number: AnyNumber) -> Answer:
    """One number: what it is, where it stands, and what happened to it."""
    matter = found(ctx, number)
    answer = shown(matter, ctx)
    outside = from_outside(ctx, number) if matter.under_way else ()
    if not outside:
        return answer
    told = () if answer is None else answer if isinstance(answer, Sequence) else (answer,)
    return [*told, text("outside-with", advice=Lines(outside))]


def from_outside(ctx: Context, number: int) -> tuple[Text, ...]:
    """What was said of it outside the group. When it is over, its history tells."""
    return tuple(
        text("outside-line", source=entry.texts["source"], words=entry.texts["words"])
        for entry in ctx.room.record.about(number)
        if entry.kind == "outside-advice" and {"source", "words"} <= entry.texts.keys()
    )


@shown.register
def vote_shown(decision: Decision, ctx: Context) -> Answer:
    """A decision: how to vote while it is open, and its history afterwards."""
    number = decision.number
    if decision.status is Status.OPEN and decision.secrecy is Secrecy.SECRET:
        return text("secret-show-open", question=named(ctx.room.matters.get(decision.number), ctx, decision.question), status=secretly(ctx, decision))
    if decision.status is Status.OPEN:
        return text(
            "show-open",
            number=number,
            question=named(ctx.room.matters.get(decision.number), ctx, decision.question),
            person=ctx.room.person(decision.proposer),
            closes=decision.closes,
            voted=len(decision.voted),
            eligible=len(decision.electorate),
            ways=ways(decision),
        )
    if decision.status is Status.ANNOUNCED:
        return text("show-announced", number=number, question=named(ctx.room.matters.get(decision.number), ctx, decision.question))
    return over(ctx, number, named(ctx.room.matters.get(decision.number), ctx, decision.question))


def over(ctx: Context, number: int, question: Text | str) -> Text:
    """What became of a vote: who asked, in how many versions, how it was decided, why, what followed, and where it stands in the room."""
    entries = ctx.room.record.about(number)
    if not entries:
        return text("show-over", number=number, question=question, history=Lines(()), how="", reasons=Lines(()), asked="", told="")
    story = Story(number, tuple(entries))
    said = {each.kind: each.link for each in ctx.room.belongings.said(number)}
    return text(
        "show-over",
        number=number,
        question=question,
        history=story.history,
        how=story.how,
        reasons=Lines(tuple(each.told for each in story.reasons)),
        asked=said.get("question", ""),
        told=said.get("result", ""),
    )
