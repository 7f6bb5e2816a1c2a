"""Looking things up: what waits for me, one number, the record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from commands.answers import Answer
from commands.ballots import ways
from commands.kit import Number, command
from commands.ports import Context, Entry
from commands.standing import secretly, turnout, voted
from commands.vote import existing
from policies.decision import FIXED, Decision, Secrecy, Status
from policies.model import Lines, Person, Text, text

ENTRIES = 10


@command("now")
def now(ctx: Context) -> Answer:
    """What waits for me: the votes that are open, and whether I have voted."""
    waiting = [each for each in ctx.room.decisions.open() if each.status is Status.OPEN]
    if not waiting:
        return text("now-nothing")
    return text("now", open=Lines(tuple(line(ctx, each) for each in waiting)), number=waiting[0].number)


def line(ctx: Context, decision: Decision) -> Text:
    """An open decision in one line, for this reader."""
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
        question=decision.question,
        closes=decision.closes,
        voted=turnout(ctx, decision),
        eligible=len(decision.electorate),
        mine=text(f"now-{state}"),
    )


@command("show")
def show(ctx: Context, number: Number) -> Answer:
    """One number: what it is, where it stands, and what happened to it."""
    decision = existing(ctx, number)
    history = tuple(sentence(entry) for entry in ctx.room.record.about(number))
    if decision.status is Status.OPEN and decision.secrecy is Secrecy.SECRET:
        return text("secret-show-open", question=decision.question, status=secretly(ctx, decision))
    if decision.status is Status.OPEN:
        return text(
            "show-open",
            number=number,
            question=decision.question,
            person=ctx.room.person(decision.proposer),
            closes=decision.closes,
            voted=len(decision.voted),
            eligible=len(decision.electorate),
            ways=ways(decision),
        )
    if decision.status is Status.ANNOUNCED:
        return text("show-announced", number=number, question=decision.question)
    return text("show-over", number=number, question=decision.question, history=Lines(history))


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
    values: dict[str, object] = {"seq": entry.seq, "at": entry.at, "number": data["number"]}
    values["question"] = entry.texts.get("question", "")
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
            values["counts"] = tuple(
                text("result-count", option=option_of(entry, option), count=data["counts"][option])
                for option in in_order(data["method"], data["counts"])
            )
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
    return text(f"record-{entry.kind}", **values)


def person_of(entry: Entry, number: int) -> Person | Text:
    """A person of an entry, or their number in the record where they asked to be forgotten."""
    return entry.people.get(number) or text("record-forgotten-person", number=number)


def in_order(method: str, options: Iterable[str]) -> list[str]:
    """The options of an entry as the question had them: canonical JSON has put them in the order of their letters."""
    fixed = FIXED.get(method, ())
    return sorted(options, key=lambda option: int(option) if option.isdigit() else fixed.index(option))


def option_of(entry: Entry, option: str) -> Text | str:
    """An option of an entry: a fixed answer's text, or the words that were typed for its place, if they are still known."""
    if option.isdigit():
        return entry.texts.get(f"option-{option}", f"{int(option) + 1}")
    return text(f"option-{option}")
