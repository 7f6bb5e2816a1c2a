"""What a group wants to let go of by itself, and after how long: settings, within the limits of its host."""

from __future__ import annotations

import re

from commands.ports import Context
from commands.settings import LONGEST_KEPT, SHORTEST_KEPT, Setting, bare, means, said_days, setting
from policies.form import up_to
from policies.model import Refused

DAYS_A_WEEK = 7
_TYPED = re.compile(r"(\d{1,5})\s*(\w*)")


def kept(kind: str) -> Setting:
    """Declare how many days a kind is kept; `off` is for ever."""

    def typed_days(ctx: Context, typed: str) -> int:
        if means(ctx, typed, "off"):
            return 0
        match = _TYPED.fullmatch(bare(typed))
        unit = match[2].casefold() if match else ""
        if match is None or unit not in {"", *ctx.words.option("unit-days"), *ctx.words.option("unit-weeks")}:
            raise Refused("set-keep-unclear", words=typed)
        days = int(match[1]) * (DAYS_A_WEEK if unit in ctx.words.option("unit-weeks") else 1)
        if not SHORTEST_KEPT <= days <= LONGEST_KEPT:
            raise Refused("set-keep-range", least=SHORTEST_KEPT, most=LONGEST_KEPT)
        return days

    return setting(f"keep-{kind}", shown=said_days, form=up_to(LONGEST_KEPT), default=0)(typed_days)


REASONS = kept("reasons")
VOTES = kept("votes")
REQUESTS = kept("requests")
REMINDERS = kept("reminders")
