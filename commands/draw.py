"""Drawing lots: the pool and the sealed seed first, then the order, and how to redo it."""

from __future__ import annotations

import shlex
from datetime import datetime
from typing import Annotated, Any

from commands import floor, leading
from commands.after import Ended
from commands.answers import Announce, Answer, Direct, Post
from commands.entries import person_of, tells
from commands.floor import UnlessFloor
from commands.kit import Lines as TypedLines
from commands.kit import NumberOf, OptionalRest, command, follow
from commands.matters import accepted, announced, found, line, passed, shown, sound, stopped, unannounced
from commands.matters import declined as declines
from commands.people import member
from commands.ports import Context, Entry
from commands.sentences import history
from policies import drawing as rule
from policies.drawing import Drawing, Stage
from policies.form import COUNT, MARK, WHO, WORDS, either, listed
from policies.lot import seal
from policies.model import Lines, Mention, Person, Refused, Text, text

AT_ONCE = 400
"""Letters of one value that are surely shown."""

OpenLot = Annotated[
    int, NumberOf(lambda room: [each for each in room.matters.open() if isinstance(each, Drawing)], none="lot-none-open")
]


@command("lot")
def lot(ctx: Context, question: OptionalRest, lines: TypedLines) -> Answer:
    """Draw lots among those named, or among all members."""
    pool = [member(ctx, each) or each for each in lines] if lines else sorted(ctx.room.members())
    begun = rule.begin(number=0, question=question, proposer=ctx.sender.id, pool=pool, seed=ctx.chance)
    numbered = rule.begin(
        number=ctx.room.next_number(), question=begun.question, proposer=ctx.sender.id, pool=pool, seed=ctx.chance
    )
    return announce(ctx, numbered)


def announce(ctx: Context, numbered: Drawing) -> Announce:
    """Keep a new lot, and say who is in the pool before it is drawn."""
    ctx.room.matters.save(numbered)
    said = text(
        "lot-announce",
        number=numbered.number,
        question=numbered.question,
        person=ctx.room.person(numbered.proposer),
        pool=Lines(tuple(called(ctx, each) for each in numbered.pool)),
        count=len(numbered.pool),
        seal=seal(numbered.seed),
        wait=rule.WAIT,
    )
    return Announce(numbered.number, said)


def called(ctx: Context, name: str) -> Person | str:
    """A name of the pool as people see it: a member as such."""
    return ctx.room.person(name) if is_member(name) else name


def is_member(name: str) -> bool:
    """Whether a name of a pool is a member's id."""
    return name.startswith("@") and ":" in name


@announced.register
def sealed(drawing: Drawing, ctx: Context) -> Answer:
    """The pool and the seal are in the room: from now on it can be drawn."""
    if drawing.stage is not Stage.SEALED or drawing.draws is not None:
        return None
    ready = drawing.sealed(ctx.sent)
    assert ready.draws is not None
    ctx.room.matters.save(ready)
    ctx.room.schedule("draw", ready.number, ready.draws)
    record = ctx.room.record
    data = {"number": ready.number, "by": record.person(ready.proposer), "seal": seal(ready.seed), "pool": len(ready.pool)}
    record.append("lot-sealed", ctx.sent, data, {"question": ready.question})
    return None


@unannounced.register
def never_sealed(drawing: Drawing, ctx: Context) -> Answer:
    """The pool never came into the room, so nothing is drawn."""
    if drawing.stage is Stage.SEALED:
        ctx.room.matters.save(drawing.stopping(drawing.proposer))
    return None


@follow("due draw")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The wait is over."""
    del at
    drawing = ctx.room.matters.get(number)
    return drawn(ctx, drawing.drawing()) if isinstance(drawing, Drawing) and drawing.under_way else None


@command("draw")
def draw(ctx: Context, number: OpenLot) -> Answer:
    """Draw now: only whoever asked for the lot."""
    drawing = found(ctx, number)
    if not isinstance(drawing, Drawing):
        raise Refused("lot-none-open")
    return drawn(ctx, drawing.asked_by(ctx.sender.id))


def drawn(ctx: Context, drawing: Drawing) -> Answer:
    """Record and tell the order, the seed, and how everybody can redo it."""
    ctx.room.matters.save(drawing)
    ctx.room.unschedule("draw", drawing.number)
    record = ctx.room.record
    texts = {f"name-{place}": name for place, name in enumerate(drawing.order) if not is_member(name)}
    order = [record.person(name) if is_member(name) else f"name-{place}" for place, name in enumerate(drawing.order)]
    data = {"number": drawing.number, "seal": seal(drawing.seed), "seed": drawing.seed, "order": order}
    record.append("lot-drawn", ctx.now, data, {"question": drawing.question, **texts})
    said = text(
        "lot-drawn",
        number=drawing.number,
        question=drawing.question,
        chosen=chosen(ctx, drawing),
        order=Lines(tuple(called(ctx, each) for each in drawing.order)),
        seed=drawing.seed,
        pool=words(drawing.pool),
    )
    return asked(ctx, drawing, said)


def asked(ctx: Context, drawing: Drawing, said: Text) -> Answer:
    """Tell whose turn it is; where the lot gives a job of the group, that person is asked whether they take it on."""
    if not drawing.role:
        return Post(said, drawing.number)
    if drawing.chosen is None:
        ctx.room.unschedule("lot asked", drawing.number)
        return Post(said, drawing.number)
    due = ctx.now + rule.ANSWER_LENGTH
    ctx.room.schedule("lot asked", drawing.number, due)
    role = leading.role_text(drawing.role)
    ask = text("role-ask", number=drawing.number, role=role, group=ctx.room.name, due=due)
    return [Post(said, drawing.number), Direct(drawing.chosen, ask, drawing.number)]


@follow("due lot asked")
def unanswered(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Whoever was drawn for a job has not answered: the next in the order is asked."""
    del at
    drawing = ctx.room.matters.get(number)
    if not isinstance(drawing, Drawing) or drawing.chosen is None:
        return None
    return passed_on(ctx, drawing, drawing.chosen)


@accepted.register
def takes_it_on(drawing: Drawing, ctx: Context) -> Answer:
    """The person drawn takes the job on."""
    if not drawing.role or drawing.chosen != ctx.sender.id or drawing.settled:
        raise Refused("accept-nothing", number=drawing.number)
    ctx.room.unschedule("lot asked", drawing.number)
    ctx.room.matters.save(drawing.settling())
    said = leading.appointed(ctx, drawing.role, ctx.sender.id, decision=drawing.number, days=drawing.days)
    return [*said, text("elect-thanks", number=drawing.number, group=ctx.room.name)] if ctx.direct else said


@declines.register
def does_not(drawing: Drawing, ctx: Context) -> Answer:
    """The person drawn declines."""
    return declined(drawing, ctx)


def chosen(ctx: Context, drawing: Drawing) -> Mention | str | None:
    """Whose turn it is; a member is meant by it, and so called."""
    name = drawing.chosen
    return Mention(ctx.room.person(name)) if name is not None and is_member(name) else name


def words(pool: tuple[str, ...]) -> Text:
    """The pool as words of a command line, in parts that are each short enough to be shown whole."""
    parts = [""]
    for name in map(shlex.quote, sorted(pool)):
        if len(parts[-1]) + len(name) >= AT_ONCE:
            parts.append("")
        parts[-1] = f"{parts[-1]} {name}".strip()
    said: Text | None = None
    for part in reversed(parts):
        said = text("lot-words", words=part) if said is None else text("lot-words-more", words=part, more=said)
    assert said is not None
    return said


@command("pass")
def pass_(ctx: Context, number: Annotated[int | None, UnlessFloor(Ended)]) -> Answer:
    """No turn in a round for me, or decline what the lot gave me, or nominate nobody: without a reason."""
    if number is None:
        return floor.passes(ctx)
    return passed(found(ctx, number), ctx)


@passed.register
def declined(drawing: Drawing, ctx: Context) -> Answer:
    """The person drawn declines, and the next in the order is asked."""
    return passed_on(ctx, drawing, ctx.sender.id)


def passed_on(ctx: Context, drawing: Drawing, person: str) -> Answer:
    """Somebody does not take what the lot gave them; the next in the order is asked."""
    after = drawing.passing(person)
    ctx.room.matters.save(after)
    record = ctx.room.record
    data = {"number": after.number, "by": record.person(person)}
    record.append("lot-passed", ctx.sent, data, {"question": after.question})
    shown = ctx.room.person(person)
    return asked(ctx, after, text("lot-passed", number=after.number, question=after.question, person=shown, chosen=chosen(ctx, after)))


@line.register
def lot_line(drawing: Drawing, ctx: Context) -> Text | None:
    """A lot that is still to be drawn."""
    del ctx
    if drawing.draws is None:
        return None
    return text("lot-line", number=drawing.number, question=drawing.question, draws=drawing.draws)


@sound.register
def can_be_drawn(drawing: Drawing) -> bool:
    """Whether what was drawn is the pool, in some order."""
    return sorted(drawing.order) == (sorted(drawing.pool) if drawing.stage is Stage.DRAWN else [])


@shown.register
def lot_shown(drawing: Drawing, ctx: Context) -> Answer:
    """A lot: who is in the pool, and what came of it."""
    return text(
        "lot-shown",
        number=drawing.number,
        question=drawing.question,
        person=ctx.room.person(drawing.proposer),
        pool=tuple(called(ctx, each) for each in drawing.pool),
        stage=drawing.stage,
        chosen=called(ctx, drawing.chosen) if drawing.chosen is not None else None,
        history=history(ctx, drawing.number),
    )


@stopped.register
def taken_back(drawing: Drawing, ctx: Context) -> Answer:
    """The proposer takes the lot back before it is drawn."""
    ctx.room.matters.save(drawing.stopping(ctx.sender.id))
    ctx.room.unschedule("draw", drawing.number)
    record = ctx.room.record
    data = {"number": drawing.number, "by": record.person(ctx.sender.id)}
    record.append("lot-stopped", ctx.sent, data, {"question": drawing.question})
    said = text("stopped", number=drawing.number, question=drawing.question, person=ctx.sender)
    return Post(said, drawing.number)


@tells("lot-sealed", by=WHO, pool=COUNT, seal=MARK)
def _sealed(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"]), "pool": entry.data["pool"]}


@tells("lot-drawn", seal=MARK, seed=WORDS, order=listed(either(WHO, WORDS)))
def _drawn(entry: Entry) -> dict[str, Any]:
    order = entry.data["order"]
    return {
        "order": tuple(
            person_of(entry, each) if isinstance(each, int) else entry.texts.get(each, str(place))
            for place, each in enumerate(order, 1)
        )
    }


@tells("lot-passed", by=WHO)
def _passed(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"])}


@tells("lot-stopped", by=WHO)
def _stopped(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"])}
