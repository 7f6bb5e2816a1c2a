"""What we changed of a room's levels for a pause, kept from before it is sent until it is put back."""

from __future__ import annotations

import json

from bot.matrix.levels import Step
from bot.store.database import Database


class RoomLevels:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def change(self) -> tuple[Step, ...]:
        """What we changed, or are about to; empty: nothing."""
        row = self._db.one("SELECT change FROM quieted WHERE room = ?", (self._room,))
        return tuple(Step(tuple(path), before, after) for path, before, after in json.loads(row["change"])) if row else ()

    def keep(self, change: tuple[Step, ...]) -> None:
        """This is about to be changed."""
        body = json.dumps([[each.path, each.before, each.after] for each in change])
        self._db.execute("INSERT OR REPLACE INTO quieted (room, change) VALUES (?, ?)", (self._room, body))

    def forget(self) -> None:
        """All is as it was before."""
        self._db.execute("DELETE FROM quieted WHERE room = ?", (self._room,))

    def told(self) -> bool:
        """Whether it was said before that it cannot be put back; from now on it was."""
        sql = "UPDATE quieted SET told = 1 WHERE room = ? AND NOT told RETURNING room"
        return self._db.one(sql, (self._room,)) is None
