"""What follows a decision: objections before it takes effect, the same question again, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from commands.answers import Answer, Post
from commands.ballots import reasoned
from commands.decide import announcement, asked
from commands.entries import nothing, person_of, tells
from commands.kit import Because, NumberOf, OptionalRest, Rest, command, follow
from commands.matters import Sequel, concluded, found, objected, put_again, recorded, sequel
from commands.ports import Context, Entry, Matter
from commands.repeats import Ending, ending
from commands.vote import cast, existing
from policies import aftermath, rules
from policies import decision as rule
from policies.ballots import Ballot
from policies.decision import Decision, Outcome, Verdict
from policies.drawing import Drawing
from policies.election import Election
from policies.form import COUNT, FLAG, WHO
from policies.model import Refused, Text, text

Ended = Annotated[int, NumberOf(lambda _: (), none="after-which")]
"""A number that must be typed, or be what is replied to: nothing that is open can be meant."""
Objectionable = Annotated[int, NumberOf(lambda room: room.decisions.open(), none="after-which")]


@sequel.register
def takes_effect(decision: Decision, ctx: Context, _vote: Decision, outcome: Outcome) -> Sequel:
    """A decision in consent takes effect later, so that those who were not heard can still object; once."""
    if not aftermath.waits(decision, outcome.verdict) or is_second(ctx, decision.number):
        return Sequel()
    at = aftermath.effective(decision, ctx.now)
    ctx.room.schedule("effect", decision.number, at)
    needed = aftermath.objections_needed(decision)
    return Sequel(notes=(text("effect-later", number=decision.number, at=at, needed=needed),))


@follow("due effect")
def effect(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time for objections is over, and there were too few: the decision is in effect."""
    decision = existing(ctx, number)
    ctx.room.record.append("effective", ctx.now, {"number": number, **kept_of(ctx, number)}, {"question": decision.question})
    return Post(text("effect-now", number=number, question=asked(ctx, decision), at=at), number)


@command("object")
def object_(ctx: Context, number: Objectionable, words: OptionalRest, *, because: Because = None) -> Answer:
    """Object to a proposal in consent while it is open, or to a decision before it takes effect."""
    return objected(found(ctx, number), ctx, " ".join((because or words).split()))


@objected.register
def vote_objected(decision: Decision, ctx: Context, reason: str) -> Answer:
    """An objection to a vote, or to what it decided."""
    number = decision.number
    if decision.under_way:
        if decision.method != rules.IN_CONSENT:
            raise Refused("object-vote-no", number=number)
        return cast(ctx, decision, reasoned(Ballot(choice=rule.OBJECT), reason))
    who = by(objectionable(ctx, decision), "objected")
    if not reason:
        raise Refused("object-needs-reason", number=number)
    if ctx.sender.id in who:
        raise Refused("object-heard-already", number=number)
    note(ctx, "objected", decision, {"reason": reason})
    count, needed = len(who) + 1, aftermath.objections_needed(decision)
    if count < needed:
        assert decision.ended is not None
        return text("object-heard", number=number, count=count, needed=needed, at=aftermath.effective(decision, decision.ended))
    ctx.room.unschedule("effect", number)
    second = again(ctx, decision, objections=True)
    return [Post(text("object-enough", number=number, count=count, second=second.number), number), announcement(ctx, second)]


@objected.register
def round_objected(election: Election, ctx: Context, reason: str) -> Answer:
    """An objection in the consent round of an election."""
    return objected(ctx.room.decisions.get(election.number), ctx, reason)


def objectionable(ctx: Context, decision: Decision) -> Ending:
    """How a decision ended that the sender can still object to. Raises `Refused` where they cannot, and says why."""
    number = decision.number
    ended = ending(ctx, decision)
    if ended is None or decision.ended is None or ended.verdict not in {Verdict.PASSED, Verdict.CHOSEN}:
        raise Refused("object-nothing-decided", number=number)
    if not decision.proposer or not aftermath.waits(decision, ended.verdict) or is_second(ctx, number):
        raise Refused("object-in-effect-at-once", number=number)
    at = aftermath.effective(decision, decision.ended)
    if ctx.sent > at or "effective" in kinds(ended):
        raise Refused("object-too-late", number=number, at=at)
    if "put-again" in kinds(ended):
        raise Refused("object-enough-already", number=number)
    if ctx.sender.id not in decision.electorate:
        raise Refused("object-not-yours", number=number, opened=decision.opened)
    return ended


@command("propose again")
def propose_again(ctx: Context, number: Ended) -> Answer:
    """Ask that a decided question is put again: at once for the winning side, else when a third of the voters ask for it."""
    decision = askable(ctx, number)
    ended = ending(ctx, decision)
    if ended is not None and "put-again" in kinds(ended):
        raise Refused("again-done", number=number)
    verdict = ended.verdict if ended is not None else Verdict.NO_RESULT
    if not aftermath.free_again(decision, verdict, ctx.sent) and ended is not None:
        if ctx.sender.id not in decision.electorate:
            raise Refused("again-not-yours", number=number, opened=decision.opened)
        if ctx.sender.id not in aftermath.winning_side(decision, verdict, ended.winners):
            who, needed = by(ended, "asked-again"), aftermath.asks_needed(len(decision.electorate))
            if ctx.sender.id in who:
                raise Refused("again-asked-already", number=number, count=len(who), needed=needed)
            note(ctx, "asked-again", decision, {})
            if len(who) + 1 < needed:
                return text("again-asked", number=number, count=len(who) + 1, needed=needed)
    if sum(each.proposer == ctx.sender.id for each in ctx.room.decisions.open()) >= rule.OPEN_A_PERSON:
        raise Refused("propose-two-open", most=rule.OPEN_A_PERSON)
    second = again(ctx, decision, objections=False)
    return [Post(text("again-put", number=number, second=second.number, person=ctx.sender), number), announcement(ctx, second)]


def askable(ctx: Context, number: int) -> Decision:
    """A vote that is over and can be put again. Raises `Refused` for one that is not, and for one whose words were deleted."""
    decision = existing(ctx, number)
    if decision.under_way:
        raise Refused("again-still-open", number=number)
    if not decision.proposer:
        raise Refused("number-no-vote", number=number)
    if not decision.question:
        raise Refused("again-no-words", number=number)
    return decision


def again(ctx: Context, decision: Decision, *, objections: bool) -> Decision:
    """The same question by the same rules, with a number of its own."""
    length = decision.closes - decision.opened if decision.closes and decision.opened else decision.length
    second = Decision(
        number=ctx.room.next_number(),
        question=decision.question,
        proposer=decision.proposer if objections else ctx.sender.id,
        method=decision.method,
        proposed=ctx.now,
        length=length,
        until=None,
        options=decision.options,
        seats=decision.seats,
        given=decision.given,
        secrecy=decision.secrecy,
        seed=ctx.chance,
        kind=decision.kind,
        terms=decision.terms,
    )
    second = put_again(ctx.room.matters.get(decision.number), ctx, second)
    ctx.room.decisions.save(second)
    kept = kept_of(ctx, decision.number)
    data = {"number": decision.number, "second": second.number, "objections": objections, **kept}
    ctx.room.record.append("put-again", ctx.sent, data, {"question": decision.question})
    data = {"number": second.number, "of": decision.number, "objections": objections, **kept}
    ctx.room.record.append("second-vote", ctx.sent, data, {"question": decision.question})
    return second


def kept_of(ctx: Context, number: int) -> Mapping[str, Any]:
    """What the record keeps of a number beside its vote."""
    return recorded(ctx.room.matters.get(number), ctx)


def is_second(ctx: Context, number: int) -> bool:
    """Whether a vote is the one new vote that objections brought about."""
    return any(entry.kind == "second-vote" and entry.data["objections"] for entry in ctx.room.record.about(number))


def kinds(ended: Ending) -> set[str]:
    """What kinds of entries followed the end."""
    return {entry.kind for entry in ended.since}


def by(ended: Ending, kind: str) -> set[str]:
    """Who has done this since the end."""
    people = [entry.people.get(entry.data["by"]) for entry in ended.since if entry.kind == kind]
    return {person.id for person in people if person is not None}


def note(ctx: Context, kind: str, matter: Any, texts: dict[str, str]) -> None:
    """Record that the sender did something about a number."""
    record = ctx.room.record
    data = {"number": matter.number, "by": record.person(ctx.sender.id), **kept_of(ctx, matter.number)}
    record.append(kind, ctx.sent, data, {"question": matter.question, **texts})


@command("note outcome")
def note_outcome(ctx: Context, number: Ended, words: Rest) -> Answer:
    """What came of a decision, for all to look up."""
    matter = found(ctx, number)
    words = " ".join(words.split())
    if len(words) > rule.LONGEST_QUESTION:
        raise Refused("outcome-too-long", most=rule.LONGEST_QUESTION, length=len(words))
    return concluded(matter, ctx, words)


@concluded.register
def came_of(matter: Decision | Drawing | Election, ctx: Context, words: str) -> Answer:
    """What came of a decision, an election or a lot, when it is over."""
    if matter.under_way:
        raise Refused("outcome-still-open", number=matter.number)
    return noted(matter, ctx, words)


def noted(matter: Matter, ctx: Context, words: str) -> Text:
    """Keep what came of it in the record."""
    note(ctx, "outcome", matter, {"outcome": words})
    return text("outcome-noted", number=matter.number)


tells("effective")(nothing)


@tells("objected", by=WHO)
def _objected(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"]), "reason": entry.texts.get("reason", "")}


@tells("asked-again", by=WHO)
def _asked_again(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"])}


@tells("outcome", by=WHO)
def _outcome(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"]), "outcome": entry.texts.get("outcome", "")}


@tells("put-again", second=COUNT, objections=FLAG)
def _put_again(entry: Entry) -> dict[str, Any]:
    return {"second": entry.data["second"]}


@tells("second-vote", of=COUNT, objections=FLAG)
def _second_vote(entry: Entry) -> dict[str, Any]:
    return {"of": entry.data["of"]}
