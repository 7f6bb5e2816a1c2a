"""After a backup was put back: no backup holds secret ballots, so a secret vote that is under way begins anew."""

from __future__ import annotations

from commands.answers import Answer, Output
from commands.decide import renewed
from commands.kit import follow
from commands.ports import Context
from policies.decision import Secrecy, Status
from policies.model import text


@follow("ballots lost")
def ballots_lost(ctx: Context) -> Answer:
    """Every secret vote that is open is asked again, and its members are told why."""
    outputs: list[Output] = []
    for decision in ctx.room.decisions.open():
        if decision.secrecy is Secrecy.SECRET and decision.status is Status.OPEN:
            outputs += renewed(ctx, decision, decision.again(), text("secret-put-back", number=decision.number))
    return outputs or None
