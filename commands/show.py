"""Looking things up: what waits for me, one number, the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from commands.answers import Answer
from commands.ballots import ways
from commands.kit import AnyNumber, command
from commands.matters import TELLINGS, found, line, named, person_of, shown
from commands.ports import Context, Entry
from commands.standing import secretly, turnout, voted
from commands.titles import title
from policies.decision import FIXED, Decision, Secrecy, Status
from policies.model import Lines, Text, text
from policies.motion import Motion

ENTRIES = 10


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
    return text("show-over", number=number, question=named(ctx.room.matters.get(decision.number), ctx, decision.question), history=history(ctx, number))


def history(ctx: Context, number: int) -> Lines:
    """What the record says of one number, oldest first."""
    return Lines(tuple(sentence(entry) for entry in ctx.room.record.about(number)))


@command("show record")
def record(ctx: Context) -> Answer:
    """The newest entries of the group's record, oldest first, and the short hash of the newest."""
    entries = ctx.room.record.latest(ENTRIES)
    if not entries:
        return text("record-empty")
    return text(
        "record",
        entries=Lines(tuple(sentence(entry) for entry in entries)),
        shown=len(entries),
        length=ctx.room.record.length(),
        head=ctx.room.record.head()[:8],
    )


def sentence(entry: Entry) -> Text:
    """An entry of the record as a sentence, made from its data alone."""
    data = entry.data
    values: dict[str, object] = {"seq": entry.seq, "at": entry.at, "number": data.get("number", 0)}
    values["question"] = asked(entry)
    values["known"] = "yes" if "question" in entry.texts else "no"
    match entry.kind:
        case "opened":
            values["person"] = person_of(entry, data["proposer"])
            values["closes"] = datetime.fromisoformat(data["closes"])
            values["eligible"] = data["eligible"]
        case "closed":
            values["verdict"] = text(
                f"result-{data['result']}",
                winners=tuple(option_of(entry, each) for each in data["winners"]),
                tied=tuple(option_of(entry, each) for each in data["tied"]),
                several="yes" if data["seats"] > 1 else "no",
            )
            values["turnout"], values["eligible"] = data["turnout"], data["eligible"]
            values["counts"] = counts_of(entry)
            if "seals" in data:
                return text("record-closed-secret", **values, seals=len(data["seals"]))
        case "confirmed" | "disputed":
            values["person"] = person_of(entry, data["by"])
            values["reason"] = entry.texts.get("reason", "")
        case "final":
            values["confirmed"], values["disputed"] = data["confirmed"], data["disputed"]
        case "stopped" | "changed":
            values["person"] = person_of(entry, data["by"])
            values["before"] = entry.texts.get("before", "")
            values["void"] = data.get("void", 0)
        case kind if kind in TELLINGS:
            values |= TELLINGS[kind](entry)
    return text(f"record-{entry.kind}", **values)


def counts_of(entry: Entry) -> tuple[Text, ...]:
    """How many voted for each option, from the entry that closed a vote."""
    data = entry.data
    return tuple(
        text("result-count", option=option_of(entry, option), count=data["counts"][option])
        for option in in_order(data["method"], data["counts"])
    )


def asked(entry: Entry) -> Text | str:
    """What an entry is about: the words that were typed, and what they were to change."""
    words = entry.texts.get("question", "")
    motion = entry.data.get("motion")
    if motion is None or "question" not in entry.texts:
        return words
    return title(motion["change"], words, motion["values"], lambda number: person_of(entry, number))


def in_order(method: str, options: Iterable[str]) -> list[str]:
    """The options of an entry as the question had them: canonical JSON has put them in the order of their letters."""
    fixed = FIXED.get(method, ())
    return sorted(options, key=lambda option: int(option) if option.isdigit() else fixed.index(option))


def option_of(entry: Entry, option: str) -> Text | str:
    """An option of an entry: a fixed answer's text, or the words that were typed for its place, if they are still known."""
    if option.isdigit():
        return entry.texts.get(f"option-{option}", f"{int(option) + 1}")
    return text(f"option-{option}")
