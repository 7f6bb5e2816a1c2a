"""How many: what is counted over all rooms, for whoever watches the program. Numbers alone leave here."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Database, Ended, millis, moment
from bot.store.outbox import ANSWERS

_MAY_GO = """not_before <= ?
             AND NOT (waits AND coalesce(room, payload ->> '$.about') IN (SELECT room FROM floor WHERE hush))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """`oldest` is the id of the oldest row that may be sent now, which was not to be sent before `oldest_from`."""

    queued: int
    oldest: int | None
    oldest_from: datetime | None
    unread: int
    rooms: int
    members: int


class Numbers:
    """Reads alone."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def take(self, now: datetime) -> Counted:
        """All of them. Raises `Ended` when the database cannot be read."""
        try:
            return self._take(now)
        except sqlite3.Error as error:
            raise Ended(getattr(error, "sqlite_errorname", "SQLITE_ERROR")) from error

    def _take(self, now: datetime) -> Counted:
        oldest = self._db.one(
            f"SELECT id, not_before FROM outbox WHERE {_MAY_GO} ORDER BY id LIMIT 1",  # noqa: S608 - our own words
            (millis(now),),
        )
        return Counted(
            queued=self._count("SELECT count(*) FROM outbox"),
            oldest=oldest["id"] if oldest else None,
            oldest_from=moment(oldest["not_before"]) if oldest else None,
            unread=self._count("SELECT count(*) FROM waiting JOIN room USING (room) WHERE joined"),
            rooms=self._count("SELECT count(*) FROM room WHERE joined AND direct IS NULL"),
            members=self._count(
                """SELECT count(DISTINCT person) FROM member JOIN room USING (room)
                   WHERE joined AND direct IS NULL AND membership = 'join'"""
            ),
        )

    def rows_since(self, id: int) -> list[tuple[int, bool]]:  # noqa: A002
        """The rows of the outbox after `id`; of each, whether it answers somebody at once."""
        marks = ",".join("?" * len(ANSWERS))
        rows = self._db.all(
            f"SELECT id, urgency IN ({marks}) AND not_before = 0 AS answer FROM outbox WHERE id > ?",  # noqa: S608 - question marks only
            (*ANSWERS, id),
        )
        return [(row["id"], bool(row["answer"])) for row in rows]

    def rows(self) -> frozenset[int]:
        """All rows of the outbox."""
        return frozenset(row["id"] for row in self._db.all("SELECT id FROM outbox"))

    def _count(self, sql: str) -> int:
        row = self._db.one(sql)
        return int(row[0]) if row else 0
