"""What a group decides about its money, and about promises to people outside: plain decisions, each by the rule of its kind."""

from __future__ import annotations

from dataclasses import replace

from commands.answers import Answer, Output
from commands.kit import Rest, Until, command
from commands.mandates import mandate
from commands.motions import Change, put_motion
from commands.ports import Context
from commands.titles import as_it_is, titles
from policies.motion import Motion
from policies.rules import COMMITMENTS, SPENDING


def nothing_more(ctx: Context, motion: Motion) -> list[Output]:
    """What was decided is for people to do."""
    del ctx, motion
    return []


def reworded(ctx: Context, motion: Motion, words: str) -> Motion:
    """The same in other words."""
    del ctx
    return replace(motion, question=words)


SPEND: Change = mandate("spending", nothing_more, reword=reworded)
PROMISE: Change = mandate("commitment", nothing_more, reword=reworded)


@command("propose spending")
def propose_spending(ctx: Context, words: Rest, *, until: Until = None) -> Answer:
    """A question of money: `propose spending 40 euros for a projector`."""
    return put_motion(ctx, SPEND, kind=SPENDING, question=words, values={}, until=until)


titles("spending")(as_it_is)
titles("commitment")(as_it_is)


@command("propose commitment")
def propose_commitment(ctx: Context, words: Rest, *, until: Until = None) -> Answer:
    """Something that the group promises to people outside."""
    return put_motion(ctx, PROMISE, kind=COMMITMENTS, question=words, values={}, until=until)
