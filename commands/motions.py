"""Proposals that change something of the group itself: putting them, and carrying them out with the result.

What can be changed is declared as a `Change`, by the module that knows it. When its vote passes, the change is made in the
transaction of the result; it is in effect at once, or from the time on until which members can object. If enough of them do,
it is undone. Nobody else can make such a change: there is no other way to these functions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from commands.answers import Answer, Output, Post
from commands.decide import announcement, moment, opened, withdrawn
from commands.matters import (
    Sequel,
    announced,
    changed,
    concluded,
    line,
    named,
    objected,
    put_again,
    recorded,
    sequel,
    shown,
    sound,
    stopped,
    taken_part,
    unannounced,
)
from commands.ports import Context
from commands.titles import TITLES, title
from policies import decision as rule
from policies.decision import FIXED, Decision, Outcome, Secrecy, Verdict
from policies.form import one_of
from policies.model import Refused, Text, text
from policies.motion import BLOCKED, FAILED, OPEN, PASSED, ROUNDS, STATES, UNDONE, Motion, round_of
from policies.rules import KINDS, SUPERMAJORITY, Rule

Carry = Callable[[Context, Motion, datetime, Outcome], None]
Undo = Callable[[Context, Motion], None]
Reword = Callable[[Context, Motion, str], Motion]
After = Callable[[Context, Motion, datetime, Outcome], tuple[Output, ...]]


def _nothing(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> tuple[Output, ...]:
    del ctx, motion, at, outcome
    return ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a motion can change.

    `carry` makes it so from a time on (aware UTC), by the outcome of the vote; `undo` takes exactly that back. `reword` is what
    `change 3 TEXT` does to a motion that is open, or `None` where it must be taken back and proposed anew. `told` is said after
    the result, and `missed` after one that did not pass.
    """

    name: str
    carry: Carry
    undo: Undo
    reword: Reword | None = None
    told: After = _nothing
    missed: After = _nothing


CHANGES: dict[str, Change] = {}
"""By name: what a motion can change. Each module that knows a change declares it here with `declare`."""


def declare(change: Change) -> Change:
    """Make a change known."""
    CHANGES[change.name] = change
    return change


def put_motion(
    ctx: Context,
    change: Change,
    *,
    kind: str,
    question: str,
    values: Mapping[str, Any],
    subject: str = "",
    by: Rule | None = None,
    until: str | None = None,
    secret: bool = False,
    proposer: str | None = None,
    method: str | None = None,
    options: tuple[str, ...] = (),
    seats: int = 1,
    number: int | None = None,
) -> list[Output]:
    """Put a motion to the group. `by` is the rule that decides, where it is another than that for `kind`.

    `number` is the one that it has already, where something about it went before.

    With `method` (and its `options` and `seats`) the vote is a choice, and only the quorum and the times are the rule's. An empty
    `proposer` is the bot itself, which asks where the group agreed that it should.

    After two rounds with objections on the same subject the fallback of the rule decides. Raises `Refused`.
    """
    former = ctx.room.matters.motions(subject) if subject else ()
    if any(each.under_way for each in former):
        raise Refused("motion-open-already", number=next(each.number for each in former if each.under_way))
    attempt = round_of(subject, former)
    terms = by or ctx.room.charter.get().rule(kind, ctx.sent)
    if attempt > ROUNDS:
        terms = terms.falling_back()
    proposer = ctx.sender.id if proposer is None else proposer
    decision = rule.propose(
        question=question,
        proposer=proposer,
        method=method or terms.method,
        options=options,
        seats=seats,
        given={} if method else terms.given,
        secrecy=Secrecy.SECRET if secret or terms.secret else Secrecy.OPEN,
        seed=ctx.chance,
        kind=kind,
        terms=terms,
        now=ctx.sent,
        until=moment(ctx, until) if until else None,
        open_by_proposer=sum(each.proposer == proposer for each in ctx.room.decisions.open()) if proposer else 0,
    )
    decision = replace(decision, number=ctx.room.next_number() if number is None else number)
    motion = Motion(decision.number, decision.question, proposer, kind, change.name, values, subject, attempt)
    ctx.room.decisions.save(decision)
    ctx.room.matters.save(motion)
    answers: list[Output] = []
    if attempt > ROUNDS and terms.method == SUPERMAJORITY:
        answers.append(Post(text("motion-fallback", number=motion.number, rounds=ROUNDS, share=terms.share)))
    answers.append(announcement(ctx, decision))
    if ctx.direct:
        answers.append(text("propose-taken", number=motion.number, group=ctx.room.name))
    return answers


def vote_of(ctx: Context, motion: Motion) -> Decision:
    """The vote on a motion."""
    decision = ctx.room.decisions.get(motion.number)
    assert decision is not None
    return decision


@named.register
def titled(motion: Motion, ctx: Context, question: str) -> Text:
    """A motion in words: what changes, and what was typed of it."""
    return title(motion.change, question, motion.values, ctx.room.person)


@sound.register
def can_be_carried(motion: Motion) -> bool:
    """Whether this program knows what it changes, and how."""
    known = one_of(CHANGES)(motion.change) and one_of(KINDS)(motion.kind) and one_of(STATES)(motion.state)
    return known and TITLES[motion.change].kept(motion.values)


@recorded.register
def kept(motion: Motion, ctx: Context) -> Mapping[str, Any]:
    """What the record keeps of it with each step: people by their numbers."""
    values = {key: _by_number(ctx, key, value) for key, value in motion.values.items()}
    return {"motion": {"change": motion.change, "kind": motion.kind, "values": values}}


def _by_number(ctx: Context, key: str, value: Any) -> Any:
    if key == "people":
        return [ctx.room.record.person(each) for each in value]
    return ctx.room.record.person(value) if key == "person" else value


@put_again.register
def voted_again(motion: Motion, ctx: Context, second: Decision) -> Decision:
    """The same change, by a vote of its own. After two rounds with objections the fallback of the rule decides."""
    attempt = round_of(motion.subject, ctx.room.matters.motions(motion.subject)) if motion.subject else motion.round + 1
    ctx.room.matters.save(replace(motion, number=second.number, proposer=second.proposer, round=attempt, state=OPEN))
    if attempt <= ROUNDS or not second.terms or second.choosing:
        return second
    terms = second.terms.falling_back()
    return replace(second, method=terms.method, options=FIXED[terms.method], given=terms.given, terms=terms)


@announced.register
def vote_opened(motion: Motion, ctx: Context) -> Answer:
    """The vote on it is open."""
    return opened(vote_of(ctx, motion), ctx)


@unannounced.register
def vote_never_opened(motion: Motion, ctx: Context) -> Answer:
    """The vote on it never opened."""
    ctx.room.matters.save(motion.ending(FAILED))
    return unannounced(vote_of(ctx, motion), ctx)


@line.register
def vote_line(motion: Motion, ctx: Context) -> Text | None:
    """Its vote, while that is open."""
    return line(vote_of(ctx, motion), ctx)


@shown.register
def vote_shown(motion: Motion, ctx: Context) -> Answer:
    """Its vote, and what came of it."""
    return shown(vote_of(ctx, motion), ctx)


@taken_part.register
def vote_taken_part(motion: Motion, ctx: Context) -> Answer:
    """Who has voted on it."""
    return taken_part(vote_of(ctx, motion), ctx)


@concluded.register
def vote_concluded(motion: Motion, ctx: Context, words: str) -> Answer:
    """What came of it."""
    return concluded(vote_of(ctx, motion), ctx, words)


@stopped.register
def vote_stopped(motion: Motion, ctx: Context) -> Answer:
    """Whoever proposed it takes it back."""
    answer = withdrawn(vote_of(ctx, motion), ctx)
    ctx.room.matters.save(motion.ending(FAILED))
    return answer


@changed.register
def reworded(motion: Motion, ctx: Context, words: str, until: str | None) -> Answer:
    """A later end; or other words, where the motion has any that can be changed."""
    change = CHANGES[motion.change]
    if words and change.reword is None:
        raise Refused("motion-not-reworded", number=motion.number)
    decision = vote_of(ctx, motion)
    answer = changed(decision, ctx, words, until)
    if words and change.reword is not None:
        ctx.room.matters.save(change.reword(ctx, motion, vote_of(ctx, motion).question))
    return answer


@objected.register
def vote_objected(motion: Motion, ctx: Context, reason: str) -> Answer:
    """An objection to it, while its vote is open or before it takes effect. Enough of them undo what it changed."""
    answer = objected(vote_of(ctx, motion), ctx, reason)
    if motion.state == PASSED and any(each.kind == "put-again" for each in ctx.room.record.about(motion.number)):
        CHANGES[motion.change].undo(ctx, motion)
        ctx.room.matters.save(motion.ending(UNDONE))
    return answer


@sequel.register
def carried(motion: Motion, ctx: Context, decision: Decision, outcome: Outcome) -> Sequel:
    """The vote has ended: what it changes is changed in the same transaction, and when that is in effect is said."""
    if outcome.verdict not in {Verdict.PASSED, Verdict.CHOSEN}:
        blocked = outcome.verdict is Verdict.BLOCKED
        ctx.room.matters.save(motion.ending(BLOCKED if blocked else FAILED))
        notes = (text("motion-blocked", number=motion.number, more="yes" if motion.round < ROUNDS else "no"),) if blocked else ()
        return Sequel(notes=notes, outputs=CHANGES[motion.change].missed(ctx, motion, ctx.now, outcome))
    follows = sequel(decision, ctx, decision, outcome)
    at = ctx.now + decision.rule.wait if follows.notes else ctx.now
    change = CHANGES[motion.change]
    change.carry(ctx, motion, at, outcome)
    ctx.room.matters.save(motion.ending(PASSED))
    return Sequel(notes=follows.notes, outputs=(*follows.outputs, *change.told(ctx, motion, at, outcome)))
