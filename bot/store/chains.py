"""Whether the records hold, looked at a few entries at a time, so that nobody waits for it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.database import Database, Ended
from bot.store.journal import RoomRecord
from commands.entries import sense
from policies.chain import Check

AT_ONCE = 100
"""Entries that are looked at in one step: some milliseconds."""
EVERY = timedelta(days=1)


@dataclass(slots=True)
class _Place:
    """How far we are in the record `id` of a room: `seq` is the entry that was looked at last."""

    room: int
    id: str
    check: Check
    seq: int = 0


class Chains:
    """Goes through the records of all rooms once a day, step by step. `broken` are rooms whose record did not hold."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.broken: frozenset[int] = frozenset()
        self._begun: datetime | None = None
        self._found: set[int] = set()
        self._place: _Place | None = None

    def step(self, now: datetime) -> None:
        """Look at some more entries; nothing, where all were looked at within a day. Raises `Ended` when they cannot be read."""
        try:
            self._step(now)
        except sqlite3.Error as error:
            raise Ended(getattr(error, "sqlite_errorname", "SQLITE_ERROR")) from error

    def _step(self, now: datetime) -> None:
        if self._place is None:
            if self._begun is not None and now - self._begun < EVERY:
                return
            self._begun, self._found = now, set()
            self._go_on(0)
        left = AT_ONCE
        while left > 0 and self._place is not None:
            left -= max(self._some(self._place, left), 1)

    def _go_on(self, after: int) -> None:
        """To the first record of a room after `after`, or to the end."""
        row = self._db.one("SELECT room, id FROM record WHERE room > ? ORDER BY room LIMIT 1", (after,))
        if row is None:
            self._place, self.broken = None, frozenset(self._found)
            return
        witnesses = RoomRecord(self._db, row["room"]).witnesses()
        self._place = _Place(row["room"], row["id"], Check(row["id"], witnesses, sense))

    def _some(self, place: _Place, most: int) -> int:
        """Look at up to `most` entries, and go on to the next room at the end. Returns how many it were."""
        links = list(RoomRecord(self._db, place.room).links(place.seq, most))
        for link in links:
            place.check.add(link)
        place.seq += len(links)
        if len(links) < most:
            # A room whose data were deleted meanwhile has no record that could be wrong.
            there = self._db.one("SELECT 1 FROM record WHERE room = ? AND id = ?", (place.room, place.id))
            if there is not None and not place.check.end().sound:
                self._found.add(place.room)
                self.broken |= {place.room}
            self._go_on(place.room)
        return len(links)
