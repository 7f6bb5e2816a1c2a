"""Who is new in a room and who knocks at its door: `commands.ports.Newcomers` on SQLite.

Of what newcomers write only event ids are kept, in their first week, so that a reply to them is known as one. No words.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.store.database import Database, millis, moment
from policies.newcomer import STEPS, Knock, Newcomer, Step

WEEK_OVER = [step for step, _ in STEPS].index(Step.ASK)
"""So many steps have happened in the first week at most."""


class RoomNewcomers:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def known(self, person: str) -> bool:
        """Whether somebody was here when the bot came, or was greeted before."""
        return self._db.one("SELECT 1 FROM greeted WHERE room = ? AND person = ?", (self._room, person)) is not None

    def knows(self, people: Collection[str]) -> None:
        """These people are no newcomers from now on."""
        self._db.connection.executemany(
            "INSERT OR IGNORE INTO greeted (room, person) VALUES (?, ?)", [(self._room, person) for person in sorted(people)]
        )

    def unknown(self, person: str) -> None:
        """They went before they were welcomed: when they come back they are new."""
        self._db.execute("DELETE FROM greeted WHERE room = ? AND person = ?", (self._room, person))
        self.drop(person)

    def save(self, newcomer: Newcomer) -> None:
        """Keep a newcomer as they are now."""
        self._db.execute(
            """INSERT OR REPLACE INTO newcomer (room, person, came, welcomed, met, told, step, answered)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                self._room,
                newcomer.person,
                millis(newcomer.came),
                int(newcomer.welcomed),
                int(newcomer.met),
                json.dumps(newcomer.told),
                newcomer.step,
                int(newcomer.answered),
            ),
        )

    def get(self, person: str) -> Newcomer | None:
        """A newcomer of the last two weeks."""
        row = self._db.one("SELECT * FROM newcomer WHERE room = ? AND person = ?", (self._room, person))
        return _newcomer(row) if row else None

    def all(self) -> Sequence[Newcomer]:
        """The newcomers of the last two weeks, in the order in which they came."""
        rows = self._db.all("SELECT * FROM newcomer WHERE room = ? ORDER BY came, person", (self._room,))
        return [_newcomer(row) for row in rows]

    def waiting(self, most: int = -1) -> Sequence[Newcomer]:
        """Those who wait for their welcome, in the order in which they came: all, or the first `most`."""
        rows = self._db.all(
            "SELECT * FROM newcomer WHERE room = ? AND NOT welcomed ORDER BY came, person LIMIT ?", (self._room, most)
        )
        return [_newcomer(row) for row in rows]

    def last_welcomed(self) -> datetime | None:
        """When the last of those came who were welcomed, in the last two weeks."""
        row = self._db.one("SELECT max(came) AS came FROM newcomer WHERE room = ? AND welcomed", (self._room,))
        return moment(row["came"]) if row and row["came"] is not None else None

    def drop(self, person: str) -> None:
        """Keep nothing of them but that they were greeted."""
        self._db.execute("DELETE FROM newcomer WHERE room = ? AND person = ?", (self._room, person))
        self.unheard(person)

    def unheard(self, person: str) -> None:
        """Their first week is over: which messages were theirs is forgotten."""
        self._db.execute("DELETE FROM newcomer_event WHERE room = ? AND person = ?", (self._room, person))

    def heard(self, sender: str, event: str, *, reply_to: str | None, thread: str | None, mentions: Collection[str]) -> None:
        """Somebody wrote. Only who answers whom is looked at, never what was said."""
        rows = self._db.all("SELECT person FROM newcomer WHERE room = ? AND step <= ?", (self._room, WEEK_OVER))
        new = {row["person"] for row in rows}
        if not new:
            return
        met = new & set(mentions) - {sender}
        for each in filter(None, (reply_to, thread)):
            owners = self._db.all("SELECT person FROM newcomer_event WHERE room = ? AND event = ?", (self._room, each))
            met |= {row["person"] for row in owners} - {sender}
        for person in sorted(met & new):
            self._db.execute("UPDATE newcomer SET met = 1 WHERE room = ? AND person = ?", (self._room, person))
        if sender in new:
            # Whoever writes in a thread that a newcomer began or has written in writes with them.
            self._db.connection.executemany(
                "INSERT OR IGNORE INTO newcomer_event (room, event, person) VALUES (?, ?, ?)",
                [(self._room, each, sender) for each in filter(None, (event, thread))],
            )

    def knock(self, person: str) -> Knock | None:
        """Somebody who knocks, or did lately."""
        row = self._db.one("SELECT * FROM knock WHERE room = ? AND person = ?", (self._room, person))
        return _knock(row) if row else None

    def knocking(self) -> Sequence[Knock]:
        """Those who wait at the door, longest first."""
        rows = self._db.all("SELECT * FROM knock WHERE room = ? AND waiting ORDER BY since, person", (self._room,))
        return [_knock(row) for row in rows]

    def keep_knock(self, knock: Knock) -> None:
        """Keep it as it is now."""
        self._db.execute(
            "INSERT OR REPLACE INTO knock (room, person, since, told, waiting) VALUES (?, ?, ?, ?, ?)",
            (self._room, knock.person, millis(knock.since), knock.told, int(knock.waiting)),
        )

    def forget_knocks(self, before: datetime) -> None:
        """Keep nothing of those who stopped waiting, and knocked before then."""
        self._db.execute("DELETE FROM knock WHERE room = ? AND NOT waiting AND since < ?", (self._room, millis(before)))


def _newcomer(row: sqlite3.Row) -> Newcomer:
    return Newcomer(
        row["person"],
        moment(row["came"]),
        bool(row["welcomed"]),
        bool(row["met"]),
        tuple(json.loads(row["told"])),
        row["step"],
        bool(row["answered"]),
    )


def _knock(row: sqlite3.Row) -> Knock:
    return Knock(row["person"], moment(row["since"]), row["told"], bool(row["waiting"]))
