"""Motions that are carried out when the time for objections is over, and not before: jobs that are given, ended or made.

Until then nothing has changed, so that an objection in time has nothing to undo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from commands.answers import Answer, Output
from commands.kit import follow
from commands.motions import Change, Reword, declare
from commands.ports import Context
from policies.decision import Outcome
from policies.model import Refused
from policies.motion import PASSED, Motion

Effect = Callable[[Context, Motion], list[Output]]
Asking = Callable[[Context, Motion, Outcome], tuple[Motion, list[Output]]]

EFFECTS: dict[str, Effect] = {}
"""By the name of the change: what it does when it takes effect."""
IN_EFFECT = "in_effect"
"""The value of a motion which says that it was carried out."""


def _asks_nobody(ctx: Context, motion: Motion, outcome: Outcome) -> tuple[Motion, list[Output]]:
    del ctx, outcome
    return motion, []


def mandate(name: str, effect: Effect, *, asks: Asking = _asks_nobody, reword: Reword | None = None) -> Change:
    """Declare a change that takes effect later. `asks` is whom the result leads to ask, and what is kept of it."""
    EFFECTS[name] = effect

    def carry(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> None:
        del outcome
        if at > ctx.now:
            ctx.room.schedule("mandate", motion.number, at)

    def undo(ctx: Context, motion: Motion) -> None:
        ctx.room.unschedule("mandate", motion.number)

    def told(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> tuple[Output, ...]:
        kept, outputs = asks(ctx, replace(motion, state=PASSED), outcome)
        ctx.room.matters.save(kept)
        return (*outputs, *(carried_out(ctx, motion.number) if at <= ctx.now else ()))

    return declare(Change(name, carry, undo, reword, told))


@follow("due mandate")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time for objections is over."""
    del at
    return carried_out(ctx, number)


def carried_out(ctx: Context, number: int) -> list[Output]:
    """Do what the group decided, once."""
    motion = ctx.room.matters.get(number)
    if not isinstance(motion, Motion) or motion.state != PASSED or motion.values.get(IN_EFFECT):
        return []
    motion = replace(motion, values={**motion.values, IN_EFFECT: True})
    ctx.room.matters.save(motion)
    return EFFECTS[motion.change](ctx, motion)


def motion_of(ctx: Context, number: int) -> Motion:
    """Motion `number`. Raises `Refused` where it is something else."""
    motion = ctx.room.matters.get(number)
    if not isinstance(motion, Motion):
        raise Refused("accept-nothing", number=number)
    return motion
