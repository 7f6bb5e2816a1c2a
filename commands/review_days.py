"""On which day each guideline is looked at again."""

from __future__ import annotations

from datetime import timedelta

from commands.ports import Context
from policies.charter import Charter

AGAIN = timedelta(days=90)
"""When a look that led to nothing is tried again."""


def arrange(ctx: Context, charter: Charter) -> None:
    """Set the day on which each guideline is looked at again; none for those that are gone."""
    for guideline in charter.guidelines:
        if guideline.review is not None and guideline.latest.text:
            ctx.room.schedule("review", guideline.number, guideline.review)
        else:
            ctx.room.unschedule("review", guideline.number)
