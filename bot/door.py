"""Who may bring us into a room, and whether there is room for one more group. What keeps us out is said with what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import structlog

from bot.config import Limits
from bot.matrix.events import Invite, Seed
from bot.store.people import People
from bot.store.timeline import Timeline
from policies.model import Text, text

MEGABYTE = 1_000_000

log = structlog.get_logger(__name__)


def weight(folder: Path) -> int:
    """How many bytes the files in a folder hold."""
    sizes = 0
    for path in folder.rglob("*"):
        try:
            sizes += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            # SQLite's own files come and go.
            continue
    return sizes


class Door:
    """What is answered to an invitation, and in a room that turns out to be something else than we were told.

    `welcome` says from whom an invitation is taken, `emergency` is the number to call, `held` how many bytes are stored. Limits are for new groups
    alone: one that is known here comes back whatever they say, and direct chats belong to the groups that we are in.
    """

    def __init__(
        self,
        timeline: Timeline,
        people: People,
        welcome: Callable[[str], bool],
        *,
        limits: Limits,
        emergency: str,
        held: Callable[[], int],
    ) -> None:
        self._timeline = timeline
        self._people = people
        self._welcome = welcome
        self._limits = limits
        self._emergency = emergency
        self._held = held
        self._warned = False

    def refuses(self, invite: Invite) -> Text | None:
        """Why an invitation is declined; `None`: it is taken."""
        if invite.direct:
            # Whoever writes to us alone is answered, even when we share no group: with where help is, and nothing of any room.
            known = bool(self._people.groups(invite.sender)) or self._welcome(invite.sender)
            return None if known else text("declined-direct", emergency=self._emergency)
        if self._timeline.expected(invite.room):
            # Our group goes on there: we are on our way, whoever else asks us.
            return None
        if not self._welcome(invite.sender):
            return text("declined")
        if self._timeline.room(invite.room) is not None:
            return None
        return self._full(len(self._timeline.groups()) + self._timeline.on_the_way())

    def leaves(self, matrix: str, seed: Seed) -> Text | None:
        """Why we do not stay in a new room, now that we see who is there; `None`: we stay."""
        company = {each.person for each in seed.members if each.membership == "join"} - {self._timeline.bot}
        sender = self._timeline.asked_by(matrix, direct=True)
        if sender is not None:
            asked = {each.person for each in seed.members} - {self._timeline.bot}
            if asked <= {sender}:
                return None
            if not self._welcome(sender):
                return text("declined")
        elif self._timeline.continued(matrix, seed) is not None:
            return None
        elif self._timeline.asked_by(matrix, direct=False) is None:
            # A room of ours said that it goes on there, and this one does not say that it does: it is anybody's.
            return text("declined") if self._timeline.expected(matrix) else None
        if 0 < self._limits.people < len(company):
            log.warning("a group is larger than the limit", members=len(company), limit=self._limits.people)
            return text("declined-crowd", members=len(company), most=self._limits.people)
        return self._full(len(self._timeline.groups()))

    def grows(self, person: str) -> bool:
        """Whether a direct chat may become a group, now that `person` asks others into it."""
        return self._welcome(person) and self._full(len(self._timeline.groups())) is None

    def _full(self, groups: int) -> Text | None:
        if 0 < self._limits.rooms <= groups:
            log.warning("there is no room for another group", rooms=groups, limit=self._limits.rooms)
        elif not self.heavy():
            return None
        return text("declined-full")

    def heavy(self) -> bool:
        """Whether more is stored than the host has room for. The host is told once, and again when it was less in between."""
        if not self._limits.data:
            return False
        held = self._held()
        over = held > self._limits.data * MEGABYTE
        if over and not self._warned:
            log.warning("the data folder is larger than the limit", megabytes=held // MEGABYTE, limit=self._limits.data)
        self._warned = over
        return over
