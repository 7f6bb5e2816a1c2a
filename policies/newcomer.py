"""Newcomers: who is new, one welcome for each, and that somebody writes with them in their first week.

Pure facts decide: who came when, and whether anybody replied to, mentioned or threaded with them. What was written is
never an argument here. Source: domain.md 1.1, F1 to F3 and "everyone counts".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

SETTLE = timedelta(seconds=5)
"""So long a welcome waits for others who may be coming too."""
CROWD = timedelta(minutes=1)
"""When a second person has come by then, one common welcome goes out at the end of this time. So long also the next welcome
waits after one: of ten people who come within a minute, one by one, the first is welcomed alone and the others together.
"""
NAMES = 30
"""So many people are named in one welcome; the others are counted."""
ASK_AFTER = timedelta(days=7)
KEPT = timedelta(days=14)
"""How long anything is kept of a newcomer besides that they were welcomed."""
KNOCKS_FOLLOWED = 7
"""How often somebody who waits at the door is told how it stands, before they are told that nobody has answered."""


class Where(StrEnum):
    """Where a group welcomes people. `BOTH`: in the room and by direct message."""

    ROOM = "room"
    DIRECT = "direct"
    BOTH = "both"


class Step(StrEnum):
    """What happens in the weeks after somebody came. `NUDGE`: their welcomer is reminded; `NEXT`: the next welcomer is."""

    NUDGE = "nudge"
    NEXT = "next"
    ASK = "ask"
    OVER = "over"


STEPS = (
    (Step.NUDGE, timedelta(days=1)),
    (Step.NEXT, timedelta(days=2)),
    (Step.ASK, ASK_AFTER),
    (Step.OVER, KEPT),
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person who `came` (aware UTC) and has been here for two weeks at most.

    `welcomed`: they were greeted. `met`: somebody has replied to them, mentioned them or written in a thread of theirs.
    `told`: the welcomers who know of them, in order. `step`: how many of `STEPS` have happened. `answered`: they said after
    a week whether anybody has written with them.
    """

    person: str
    came: datetime
    welcomed: bool = False
    met: bool = False
    told: tuple[str, ...] = ()
    step: int = 0
    answered: bool = False

    def next_at(self) -> datetime | None:
        """When the next step is due; `None` when all have happened."""
        return self.came + STEPS[self.step][1] if self.step < len(STEPS) else None

    def stepping(self, now: datetime) -> tuple[Newcomer, Step | None]:
        """Do what is due, or will be within a minute: those who came together are spoken of together.

        Of several that were missed only the last one happens: nobody is nudged about last week.
        """
        step, count = None, self.step
        while count < len(STEPS) and self.came + STEPS[count][1] <= now + CROWD:
            step, count = STEPS[count][0], count + 1
        return replace(self, step=count), step

    @property
    def asked(self) -> bool:
        """Whether the question of the first week was put to them and waits for an answer."""
        return self.step == len(STEPS) - 1 and not self.answered


def welcome_at(waiting: Sequence[Newcomer], before: datetime | None) -> datetime | None:
    """When those who wait for their welcome get it: one person within seconds, several together after a minute.

    `before`: when the last of those came who were welcomed (`None`: nobody was). Who comes within a minute of them waits for
    the end of that minute, so that there is never more than one welcome a minute.
    """
    if not waiting:
        return None
    first = min(each.came for each in waiting)
    if before is not None and first < before + CROWD:
        return max(before + CROWD, first + SETTLE)
    return first + (SETTLE if len(waiting) == 1 else CROWD)


def next_step(newcomers: Iterable[Newcomer]) -> datetime | None:
    """When the next step of any of them is due."""
    return min((at for each in newcomers if each.welcomed and (at := each.next_at()) is not None), default=None)


BRIDGES = "telegram|whatsapp|signal|discord|irc|slack|facebook|meta|instagram|gmessages|googlechat|gvoice|twitter|bluesky|linkedin|line|skype|xmpp|mastodon|zulip|gitter|imessage|groupme|matterbridge"
_STRANGE = re.compile(
    rf"@(?:_?(?:{BRIDGES})[_-]\S+|_\w+_\S+|(?:\S+[-_.])?bot[-_.]?\d*|(?:{BRIDGES})bot|hookshot|draupnir\S*|mjolnir\S*|maubot\S*):\S+", re.IGNORECASE
)


def suspected(person: str) -> bool:
    """Whether an id has the form that bridges and common programs give theirs.

    Matrix has no mark for programs, so the group is asked. Ordinary names that end in "bot" (Talbot) are not meant.
    """
    return _STRANGE.fullmatch(person) is not None


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody who asks to be let in since `since`. `told`: how often they heard from us; `waiting`: they still wait."""

    person: str
    since: datetime
    told: int = 0
    waiting: bool = True

    def next_at(self, promised: timedelta) -> datetime | None:
        """When they hear from us again at the latest; `None` when they have heard the last word."""
        return self.since + promised * self.told if self.waiting and self.told <= KNOCKS_FOLLOWED else None

    def telling(self) -> Knock:
        """They heard from us."""
        return replace(self, told=self.told + 1)

    @property
    def last(self) -> bool:
        """Whether nothing more will be said after this."""
        return self.told > KNOCKS_FOLLOWED
