"""What the operator's room was told, so that nothing is told twice: one value of the whole program."""

from __future__ import annotations

import json
from datetime import datetime

from bot.store.database import Database, millis, moment
from bot.watch.findings import Memory, Standing

NAME = "operator"


class Remembered:
    """Reads and keeps it."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self) -> Memory:
        """What is remembered; nothing, at first."""
        row = self._db.one("SELECT value FROM program WHERE name = ?", (NAME,))
        if row is None:
            return Memory()
        kept = json.loads(row["value"])
        standing = {key: Standing(moment(since), told, _moment(well)) for key, (since, told, well) in kept["standing"].items()}
        return Memory(standing, tuple(moment(at) for at in kept["sent"]))

    def keep(self, memory: Memory) -> None:
        """Remember it, inside the caller's transaction."""
        kept = {
            "standing": {
                key: [millis(each.since), each.told, millis(each.well) if each.well else None]
                for key, each in memory.standing.items()
            },
            "sent": [millis(at) for at in memory.sent],
        }
        self._db.execute("INSERT OR REPLACE INTO program (name, value) VALUES (?, ?)", (NAME, json.dumps(kept)))


def _moment(at: int | None) -> datetime | None:
    return None if at is None else moment(at)
