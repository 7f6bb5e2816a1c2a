"""Who does which job in one room: `commands.ports.Roles` on SQLite."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.database import Database


class RoomRoles:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def serving(self, role: str) -> Sequence[str]:
        """The ids of those who serve in a role now."""
        rows = self._db.all(
            """SELECT holder.person FROM holder JOIN member USING (room, person)
               WHERE room = ? AND role = ? AND membership = 'join' ORDER BY holder.since, person""",
            (self._room, role),
        )
        return [row["person"] for row in rows]
