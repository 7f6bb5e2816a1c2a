"""Where the noticeboard of one room stands: `commands.ports.Boards` on SQLite."""

from __future__ import annotations

from dataclasses import replace

from bot.store.database import Database
from commands.ports import BoardState

PURPOSE = "board 0"
"""What the board is posted for in the outbox: it has no number."""
TOPIC = "topic 0"


class RoomBoard:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def get(self) -> BoardState:
        """Where it stands."""
        row = self._db.one("SELECT pinned, told, line FROM board WHERE room = ?", (self._room,))
        posted = self._db.one("SELECT event FROM posted WHERE room = ? AND purpose = ?", (self._room, PURPOSE))
        event = str(posted["event"]) if posted else None
        if row is None:
            return BoardState(event)
        return BoardState(event, bool(row["pinned"]), tuple(row["told"].split()), row["line"])

    def save(self, state: BoardState) -> None:
        """Keep whether it is pinned, and what was told."""
        self._db.execute(
            """INSERT INTO board (room, pinned, told) VALUES (?, ?, ?)
               ON CONFLICT DO UPDATE SET pinned = excluded.pinned, told = excluded.told""",
            (self._room, int(state.pinned), " ".join(state.told)),
        )

    def says(self, digest: str) -> bool:
        """The board says what has this hash. False: it did already."""
        row = self._db.one(
            """INSERT INTO board (room, shown) VALUES (?1, ?2)
               ON CONFLICT DO UPDATE SET shown = excluded.shown WHERE shown != excluded.shown RETURNING room""",
            (self._room, digest),
        )
        return row is not None

    def lined(self, line: str) -> None:
        """This line of ours stands at the end of the topic now."""
        self._db.execute(
            "INSERT INTO board (room, line) VALUES (?, ?) ON CONFLICT DO UPDATE SET line = excluded.line", (self._room, line)
        )

    def refused(self, kind: str) -> None:
        """The server did not let us pin, or change the topic, though we thought that we may: not again before the powers change."""
        state = self.get()
        self.save(replace(state, pinned=state.pinned and kind != "pin", told=(*state.told, f"{kind}-refused")))

    def allowed(self) -> None:
        """The powers have changed."""
        state = self.get()
        if any(each.endswith("-refused") for each in state.told):
            self.save(replace(state, told=tuple(each for each in state.told if not each.endswith("-refused"))))

    def gone(self) -> None:
        """The board is no more, or stands in a room that was left behind: the next one is a new message."""
        self._db.execute("DELETE FROM posted WHERE room = ? AND purpose = ?", (self._room, PURPOSE))
        self._db.execute("DELETE FROM outbox WHERE room = ? AND purpose IN (?, ?)", (self._room, PURPOSE, TOPIC))
        self._db.execute("UPDATE board SET pinned = 0, shown = '', line = '' WHERE room = ?", (self._room,))
