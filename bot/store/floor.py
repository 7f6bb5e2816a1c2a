"""What holds one room now: rounds, queues, timers, pauses. `commands.ports.Floor` on SQLite.

Who spoke is nobody's business afterwards, so nothing of it may stay behind: SQLite leaves copies of rows where it split a
page, but overwrites the pages that one long value has for itself. So a page of blanks stands before what matters.
"""

from __future__ import annotations

from typing import Any, TypeVar

from bot.store import shapes
from bot.store.database import Database
from policies.floor import Care, LastPause, Pause, Queue, Round, Timer, Wish, hushes

KINDS: dict[type[Any], str] = {
    Care: "care",
    LastPause: "last-pause",
    Pause: "pause",
    Queue: "queue",
    Round: "round",
    Timer: "timer",
    Wish: "wish",
}

Kept = TypeVar("Kept")


class RoomFloor:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def get(self, kind: type[Kept], key: str = "") -> Kept | None:
        """The one of this kind that there is now, or of this kind and key."""
        row = self._db.one("SELECT body FROM floor WHERE room = ? AND kind = ? AND key = ?", (self._room, KINDS[kind], key))
        return shapes.read(kind, row["body"]) if row else None

    def all_of(self, kind: type[Kept]) -> list[Kept]:
        """All of a kind, by key."""
        rows = self._db.all("SELECT body FROM floor WHERE room = ? AND kind = ? ORDER BY key", (self._room, KINDS[kind]))
        return [shapes.read(kind, row["body"]) for row in rows]

    def keep(self, value: object, key: str = "") -> None:
        """Keep it as it is now."""
        screen = " " * int(self._db.one("PRAGMA page_size")[0])  # type: ignore[index]
        self._db.execute(
            "INSERT OR REPLACE INTO floor (room, kind, key, hush, body) VALUES (?, ?, ?, ?, ?)",
            (self._room, KINDS[type(value)], key, int(hushes(value)), screen + shapes.write(value)),
        )

    def clear(self, kind: type[Any], key: str = "") -> None:
        """It is over: keep nothing of it."""
        self._db.execute("DELETE FROM floor WHERE room = ? AND kind = ? AND key = ?", (self._room, KINDS[kind], key))
