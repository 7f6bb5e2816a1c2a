"""One room as commands see it: `commands.ports.Room` on SQLite, bound to that room and to no other."""

from __future__ import annotations

from datetime import datetime

from bot.store.database import Database, millis
from bot.store.decisions import RoomDecisions
from bot.store.journal import RoomRecord
from bot.store.matters import RoomMatters
from bot.store.secrets import RoomSecrets
from policies.model import Person


class RoomStore:
    """The data of the room with our number `room`. `bot` is never among its members."""

    def __init__(self, database: Database, room: int, bot: str, language: str, zone: str) -> None:
        self._db = database
        self._room = room
        self._bot = bot
        row = database.one("SELECT name, encrypted, language, zone FROM room WHERE room = ?", (room,))
        assert row is not None
        self.name: str = row["name"]
        self.encrypted = bool(row["encrypted"])
        self.language: str = row["language"] or language
        self.zone: str = row["zone"] or zone
        self.decisions = RoomDecisions(database, room)
        self.matters = RoomMatters(database, room, self.decisions)
        self.record = RoomRecord(database, room)
        self.secrets = RoomSecrets(database, room)

    def members(self) -> frozenset[str]:
        """The ids of those who are joined now, without the bot."""
        rows = self._db.all(
            "SELECT person FROM member WHERE room = ? AND membership = 'join' AND person != ?", (self._room, self._bot)
        )
        return frozenset(row["person"] for row in rows)

    def person(self, id: str) -> Person:  # noqa: A002
        """How to show a person here: their display name, with the id where another member has the same, else the id."""
        row = self._db.one("SELECT name FROM member WHERE room = ? AND person = ?", (self._room, id))
        name = row["name"] if row else None
        if not name:
            return Person(id, id)
        twins = self._db.one(
            "SELECT count(*) AS n FROM member WHERE room = ? AND name = ? AND person != ?", (self._room, name, id)
        )
        return Person(id, f"{name} ({id})" if twins and twins["n"] else name)

    def next_number(self) -> int:
        """The next number of the room's one running series."""
        row = self._db.one("UPDATE room SET numbers = numbers + 1 WHERE room = ? RETURNING numbers", (self._room,))
        assert row is not None
        return int(row["numbers"])

    def schedule(self, kind: str, number: int, at: datetime) -> None:
        """Do `kind` for `number` when `at` has come."""
        self._db.execute(
            "INSERT OR REPLACE INTO due (room, kind, number, at) VALUES (?, ?, ?, ?)",
            (self._room, kind, number, millis(at)),
        )

    def unschedule(self, kind: str, number: int) -> None:
        """Never mind."""
        self._db.execute("DELETE FROM due WHERE room = ? AND kind = ? AND number = ?", (self._room, kind, number))
