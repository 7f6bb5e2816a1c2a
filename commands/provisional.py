"""What one member does for the whole group at once (`policies.provisional`): who may, and how the group comes to decide it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from commands.answers import Output
from commands.matters import line
from commands.motions import Change, put_motion, vote_of
from commands.ports import Context, Entry
from commands.voters import roll
from policies import rules
from policies.decision import OPEN_A_PERSON, Outcome
from policies.model import Refused, Text, text
from policies.motion import BLOCKED, FAILED, PASSED, Motion
from policies.provisional import Provisional

SETTLED = 7
"""Days after which somebody who joined can change something of the group: what takes effect at once is not for passers-by."""

Done = TypeVar("Done", bound=Provisional)


def settled(ctx: Context) -> None:
    """Raises `Refused` where the sender came a short while ago."""
    if ctx.sender.id not in roll(ctx, rules.Rule(settled=SETTLED), ctx.sent):
        raise Refused("provisional-newcomer", days=SETTLED)


def undecided(ctx: Context, subject: str, same: Callable[[Motion], bool]) -> None:
    """Raises `Refused` while the group votes on it, and for a while where it refused just this: a motion that is the `same`."""
    motions = ctx.room.matters.motions(subject)
    for motion in motions:
        if motion.under_way:
            raise Refused("provisional-under-vote", number=motion.number)
    last = motions[-1] if motions else None
    if last is None or last.state not in {FAILED, BLOCKED} or not same(last):
        return
    ended = vote_of(ctx, last).ended
    rest = timedelta(days=ctx.room.charter.get().rule(rules.EVERYDAY, ctx.sent).again)
    if ended is not None and ctx.sent < ended + rest:
        raise Refused("provisional-refused", number=last.number, at=ended + rest)


def turn_back(
    ctx: Context, done: Done, reason: str, change: Change, *, question: str, values: Mapping[str, Any]
) -> tuple[Done, list[Output]]:
    """One objection in time: it as turned back, and a proposal of `change` in the name of whoever did it.

    There is no proposal while they have too many open. Raises `Refused`.
    """
    done.objected(ctx.sent, None)
    if not reason:
        raise Refused("object-needs-reason", number=done.number)
    put: list[Output] = []
    if sum(each.proposer == done.proposer for each in ctx.room.decisions.open()) < OPEN_A_PERSON:
        put = put_motion(
            ctx,
            change,
            kind=rules.EVERYDAY,
            question=question,
            values=values,
            subject=done.subject,
            proposer=done.proposer,
        )
    second = ctx.room.matters.motions(done.subject)[-1].number if put else None
    return done.objected(ctx.sent, second), put


def what_next(ctx: Context, undone: Provisional) -> Text:
    """What comes of it after an objection: a vote, or why there is none yet."""
    return text("provisional-next", second=undone.second or 0, proposer=ctx.room.person(undone.proposer))


@line.register
def no_line(done: Provisional, ctx: Context) -> Text | None:
    """It waits for nobody."""
    del done, ctx
    return None


def deciding(name: str, make: Callable[[Context, Motion], None]) -> Change:
    """What the proposal asks for: made with the result, or by `takes_effect` when `due NAME` comes."""

    def carried(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> None:
        del outcome
        if at > ctx.now:
            ctx.room.schedule(name, motion.number, at)
        else:
            make(ctx, motion)

    def uncarried(ctx: Context, motion: Motion) -> None:
        ctx.room.unschedule(name, motion.number)

    return Change(name, carried, uncarried)


def takes_effect(ctx: Context, number: int, make: Callable[[Context, Motion], None]) -> None:
    """What the group decided by a proposal takes effect."""
    motion = ctx.room.matters.get(number)
    if isinstance(motion, Motion) and motion.state == PASSED:
        make(ctx, motion)


def followed(entry: Entry) -> Text:
    """What the record tells after an objection: the vote that came of it, and the reason."""
    return text("record-provisional", second=entry.data.get("second") or 0, reason=entry.texts.get("reason", ""))
