"""The charter of one room, and who agreed to it: `commands.ports.Charters` on SQLite."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.store import shapes
from bot.store.database import Database, millis
from policies.charter import Charter


class RoomCharter:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def get(self) -> Charter:
        """The charter as it is."""
        row = self._db.one("SELECT body FROM charter WHERE room = ?", (self._room,))
        return shapes.read(Charter, row["body"]) if row else Charter()

    def save(self, charter: Charter) -> None:
        """Keep it as it is now."""
        self._db.execute(
            "INSERT OR REPLACE INTO charter (room, body) VALUES (?, ?)", (self._room, shapes.write(charter))
        )

    def agreed(self, person: str) -> int | None:
        """The edition that a person agreed to last."""
        row = self._db.one("SELECT edition FROM assent WHERE room = ? AND person = ?", (self._room, person))
        return int(row["edition"]) if row else None

    def agree(self, person: str, edition: int, at: datetime) -> None:
        """A person agrees to an edition."""
        self._db.execute(
            "INSERT OR REPLACE INTO assent (room, person, edition, at) VALUES (?, ?, ?, ?)",
            (self._room, person, edition, millis(at)),
        )

    def assents(self) -> Mapping[str, int]:
        """Who agreed to which edition."""
        rows = self._db.all("SELECT person, edition FROM assent WHERE room = ?", (self._room,))
        return {row["person"]: row["edition"] for row in rows}
