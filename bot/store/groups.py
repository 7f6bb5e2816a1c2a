"""The groups of this host, as a host may see them: how many and how large, and nothing of what they said or decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.belongings import rooms_left
from bot.store.database import Database, millis, moment
from bot.store.outbox import DEPART


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group. Times are aware UTC.

    `members` are without the bot. `last` is when the newest entry of the record was made, `leaving` when we leave as the
    host wants, `left` since when we are out of the room, `deleted` when its data go.
    """

    room: int
    name: str
    members: int
    encrypted: bool
    joined: bool
    entries: int
    last: datetime | None
    open: int
    leaving: datetime | None
    left: datetime | None
    deleted: datetime | None


class Groups:
    """All groups that this database knows. `kept` is how long a group's data stay after we left."""

    def __init__(self, database: Database, kept: timedelta) -> None:
        self._db = database
        self._kept = kept

    def all(self, now: datetime) -> Sequence[Group]:
        """Every group, by our number."""
        rows = self._db.all(
            """SELECT room, name, encrypted, joined, "left",
                 (SELECT count(*) FROM member WHERE member.room = room.room AND membership = 'join') AS members,
                 (SELECT count(*) FROM entry WHERE entry.room = room.room) AS entries,
                 (SELECT body ->> '$.at' FROM entry WHERE entry.room = room.room ORDER BY seq DESC LIMIT 1) AS last,
                 (SELECT count(*) FROM decision WHERE decision.room = room.room AND status IN ('announced', 'open')) AS open,
                 (SELECT not_before FROM outbox WHERE outbox.room = room.room AND kind = ?) AS leaving
               FROM room WHERE direct IS NULL ORDER BY room""",
            (DEPART,),
        )
        return [self._group(row, now) for row in rows]

    def _group(self, row: sqlite3.Row, now: datetime) -> Group:
        left = None if row["joined"] else now if row["left"] is None else moment(row["left"])
        return Group(
            room=row["room"],
            name=row["name"],
            members=max(0, row["members"] - 1),
            encrypted=bool(row["encrypted"]),
            joined=bool(row["joined"]),
            entries=row["entries"],
            last=datetime.fromisoformat(row["last"]) if row["last"] else None,
            open=row["open"],
            leaving=moment(row["leaving"]) if row["leaving"] is not None else None,
            left=left,
            deleted=left + self._kept if left is not None else None,
        )

    def one(self, room: int, now: datetime) -> Group:
        """The group with our number `room`. Raises `LookupError` where there is none."""
        found = [each for each in self.all(now) if each.room == room]
        if not found:
            raise LookupError(room)
        return found[0]

    def stays(self, room: int, now: datetime) -> bool:
        """We do not leave this room after all, inside the caller's transaction. False: it is too late, or was never meant."""
        gone = self._db.execute("DELETE FROM outbox WHERE room = ? AND kind = ? AND not_before > ?", (room, DEPART, millis(now)))
        return gone.rowcount > 0

    def leaves(self, room: int) -> bool:
        """Whether we are about to leave this room."""
        return self._db.one("SELECT 1 FROM outbox WHERE room = ? AND kind = ?", (room, DEPART)) is not None

    def awaited(self, room: int) -> bool:
        """Whether a group came into this room from another place, and we have not been in it since."""
        return self._db.one("SELECT 1 FROM due JOIN room USING (room) WHERE room = ? AND kind = 'arrived' AND NOT joined", (room,)) is not None

    def directs(self) -> int:
        """How many direct chats we are in."""
        row = self._db.one("SELECT count(*) AS n FROM room WHERE joined AND direct IS NOT NULL")
        return int(row["n"]) if row else 0

    def over(self, room: int, now: datetime) -> bool:
        """Whether the time is over for which the data of a group that we left are kept. It begins here where nothing noted it yet."""
        with self._db.transaction():
            return room in rooms_left(self._db, now, self._kept)
