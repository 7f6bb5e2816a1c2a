"""Everything of one room that has a number: `commands.ports.Matters` on SQLite. Votes have tables of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from bot.store import shapes
from bot.store.database import Database
from bot.store.decisions import RoomDecisions
from bot.store.reminders import RoomReminders
from commands.ports import Matter
from policies.advice import AdviceProcess
from policies.concern import Concern
from policies.drawing import Drawing
from policies.election import Election
from policies.hearing import Hearing
from policies.meeting import Action, Meeting, MeetingVote, Phase, Series
from policies.meeting_time import TimeSearch
from policies.motion import Motion
from policies.outside import OutsideAdvice
from policies.request import Request
from policies.resource import Resource
from policies.sense import SenseCheck
from policies.setting import SettingChange
from policies.start import Start

KINDS: dict[str, type[Any]] = {
    "action": Action,
    "advice": AdviceProcess,
    "concern": Concern,
    "drawing": Drawing,
    "election": Election,
    "hearing": Hearing,
    "meeting": Meeting,
    "meeting-vote": MeetingVote,
    "motion": Motion,
    "outside": OutsideAdvice,
    "request": Request,
    "resource": Resource,
    "sense": SenseCheck,
    "series": Series,
    "setting": SettingChange,
    "start": Start,
    "times": TimeSearch,
}

Kept = TypeVar("Kept")


class RoomMatters:
    """Bound to one room. A vote that is a part of something has its number, and the whole is found by it.

    Reminders are found by their number too, but are not among what is open: there may be very many.
    """

    def __init__(self, database: Database, room: int, decisions: RoomDecisions, reminders: RoomReminders) -> None:
        self._db = database
        self._room = room
        self._decisions = decisions
        self._reminders = reminders

    def get(self, number: int) -> Matter | None:
        """What has this number."""
        row = self._db.one("SELECT kind, body FROM matter WHERE room = ? AND number = ?", (self._room, number))
        if row:
            matter: Matter = shapes.read(KINDS[row["kind"]], row["body"])
            return matter
        return self._decisions.get(number) or self._reminders.get(number)

    def save(self, matter: Matter) -> None:
        """Keep it as it is now."""
        kind = next(name for name, each in KINDS.items() if isinstance(matter, each))
        self._db.execute(
            """INSERT INTO matter (room, number, kind, open, body) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET kind = excluded.kind, open = excluded.open, body = excluded.body""",
            (self._room, matter.number, kind, int(matter.under_way), shapes.write(matter)),
        )

    def held(self) -> Meeting | None:
        """The meeting that was held last."""
        row = self._db.one(
            """SELECT body FROM matter WHERE room = ? AND kind = 'meeting' AND body ->> '$.phase' IN (?, ?, ?)
               ORDER BY body ->> '$.ended' DESC, number DESC LIMIT 1""",
            (self._room, Phase.HELD, Phase.APPROVED, Phase.LEFT),
        )
        return shapes.read(Meeting, row["body"]) if row else None

    def motions(self, subject: str) -> Sequence[Motion]:
        """All motions about `subject`, by number, ended ones too."""
        rows = self._db.all(
            "SELECT body FROM matter WHERE room = ? AND kind = 'motion' AND body ->> '$.subject' = ? ORDER BY number",
            (self._room, subject),
        )
        return [shapes.read(Motion, row["body"]) for row in rows]

    def all_of(self, kind: type[Kept]) -> Sequence[Kept]:
        """All of one kind, over or not, by number."""
        name = next(name for name, each in KINDS.items() if each is kind)
        rows = self._db.all("SELECT body FROM matter WHERE room = ? AND kind = ? ORDER BY number", (self._room, name))
        return [shapes.read(kind, row["body"]) for row in rows]

    def drop(self, number: int) -> None:
        """Keep nothing of it but its number."""
        self._db.execute("DELETE FROM matter WHERE room = ? AND number = ?", (self._room, number))

    def open(self) -> Sequence[Matter]:
        """What is under way, by number."""
        rows = self._db.all("SELECT kind, body FROM matter WHERE room = ? AND open", (self._room,))
        found: dict[int, Matter] = {each.number: each for each in self._decisions.open()}
        for row in rows:
            matter = shapes.read(KINDS[row["kind"]], row["body"])
            found[matter.number] = matter
        return [found[number] for number in sorted(found)]
