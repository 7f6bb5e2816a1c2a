"""Who does which job in one room, and who takes part in its votes: `commands.ports.Roles` and `RollCalls` on SQLite."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.store import shapes
from bot.store.database import Database
from policies.roles import Leadership
from policies.rollcall import RollCall


class RoomRoles:
    """Bound to one room, whose members are `members()`."""

    def __init__(self, database: Database, room: int, members: Callable[[], frozenset[str]]) -> None:
        self._db = database
        self._room = room
        self._members = members

    def serving(self, role: str) -> Sequence[str]:
        """The ids of those who serve in a role now: whose turn it is first, then the backup."""
        return self.get().serving(role, self._members())

    def get(self) -> Leadership:
        """All of it."""
        row = self._db.one("SELECT body FROM leadership WHERE room = ?", (self._room,))
        return shapes.read(Leadership, row["body"]) if row else Leadership()

    def save(self, leadership: Leadership) -> None:
        """Keep it as it is now."""
        self._db.execute(
            "INSERT OR REPLACE INTO leadership (room, body) VALUES (?, ?)", (self._room, shapes.write(leadership))
        )


class RoomRollCalls:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def get(self) -> RollCall:
        """As it stands."""
        row = self._db.one("SELECT body FROM roll_call WHERE room = ?", (self._room,))
        return shapes.read(RollCall, row["body"]) if row else RollCall()

    def save(self, roll_call: RollCall) -> None:
        """Keep it as it is now."""
        self._db.execute(
            "INSERT OR REPLACE INTO roll_call (room, body) VALUES (?, ?)", (self._room, shapes.write(roll_call))
        )
