"""Whether a question was decided already: the same one is not put again and again until it goes the other way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from commands.ports import Context, Entry
from policies import aftermath
from policies.decision import Decision, Verdict
from policies.model import Refused
from policies.rules import LONGEST_REST


@dataclass(frozen=True, slots=True)
class Ending:
    """How a decision ended, as the record has it: a lot that decided a tie is in it too."""

    verdict: Verdict
    winners: tuple[str, ...]
    since: tuple[Entry, ...]
    """What was recorded about it afterwards."""


def ending(ctx: Context, decision: Decision) -> Ending | None:
    """How a decision ended, or `None` where it was stopped or is not over."""
    entries = list(ctx.room.record.about(decision.number))
    closed = next((place for place in reversed(range(len(entries))) if entries[place].kind == "closed"), None)
    if closed is None or decision.under_way:
        return None
    data = entries[closed].data
    winners = tuple(decision.options[int(each)] if each.isdigit() else each for each in data["winners"])
    return Ending(Verdict(data["result"]), winners, tuple(entries[closed + 1 :]))


def refuse_repeat(ctx: Context, proposed: Decision) -> None:
    """Raises `Refused` where this very question was decided lately, and says how it can be put again."""
    for before in reversed(ctx.room.decisions.closed_since(ctx.sent - timedelta(days=LONGEST_REST))):
        if before.proposer and before.ended is not None and aftermath.asks_the_same(before, proposed):
            ended = ending(ctx, before)
            if ended is not None and not aftermath.free_again(before, ended.verdict, ctx.sent):
                free = aftermath.free_from(before)
                raise Refused("propose-decided-already", number=before.number, ended=before.ended, free=free)
