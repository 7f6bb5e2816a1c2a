"""What is said about the edit of a message that has had its effect already."""

from __future__ import annotations

from commands.answers import Answer
from commands.kit import follow, to_type
from commands.ports import Context
from policies.model import text


@follow("proposal edited")
def reworded(ctx: Context) -> Answer:
    """A member edited a message with which they put a question: how to change what they have open, or nothing."""
    own = [decision.number for decision in ctx.room.decisions.open() if decision.proposer == ctx.sender.id]
    if not own:
        return None
    return text("propose-edited", changes=tuple(to_type(ctx, "change", number, "...") for number in own))
