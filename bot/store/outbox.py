"""What is to be sent, written in the commit of what caused it, and taken out when our own echo proves that it arrived.

Nothing here is marked before a send: after a restart every row may have been sent already, so rows from before it wait
until the timeline has been read to its end (`Outbox.caught_up`). The transaction id is made from the row, so that a
repetition is the same event to the server.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.store.boards import RoomBoard
from bot.store.database import Database, millis, moment
from bot.store.levels import RoomLevels
from bot.store.marks import Marks

PRIVATE, REDACT, FILE, EXPORT = "private", "redact", "file", "export"
"""Kinds of rows: what is said to one person alone, the removal of what they typed, a file, and one that is made when it is sent."""
PIN, TOPIC, LEVELS = "pin", "topic", "levels"
"""Kinds of rows: what is pinned in a room, the line in its topic, and the levels for writing in a pause."""
ERRANDS = frozenset({"join", "leave", "create"})
"""Kinds of rows that bring us into rooms or out of them. Other servers may take minutes over one."""
DEPART = "depart"
"""Kind of row: we leave a room that we are in, after everything that is still to be said there."""
FLOOR, RESULT, NOTICE, REPLY, STATUS, MARK, WATCH = range(-1, 6)
"""Urgencies: what people in the room wait for at this moment, then results and deadlines first, then announcements, answers, the running turnout, and marks; last what whoever runs the program should know."""
ANSWERS = (REPLY, MARK)
"""Urgencies of what answers somebody who typed something."""


_SENDABLE = """SELECT * FROM outbox WHERE not_before <= ?
    AND NOT (waits AND coalesce(room, payload ->> '$.about') IN (SELECT room FROM floor WHERE hush))
    AND NOT (kind = ? AND EXISTS (SELECT 1 FROM outbox AS said WHERE said.id = outbox.id - 1 AND said.room = outbox.room))"""
"""An export comes after the sentence with which it was put: it is made beside all that is said, and a short one is made at once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to send."""

    id: int
    room: int | None
    kind: str
    payload: Mapping[str, Any]
    purpose: str | None
    mark: str = ""


class Outbox:
    """The queue. `instance` makes transaction ids unique to this database."""

    def __init__(self, database: Database, instance: str) -> None:
        self._db = database
        self.marks = Marks(database)
        self.recognised: list[str] = []
        """Marks of rows that were put, and that a former life has sent already."""
        self.reconciling = False
        """A backup was put back: nothing is sent until it is known what was sent after it."""
        self._instance = instance
        row = database.one("SELECT coalesce(max(id), 0) AS id FROM outbox")
        self._old = int(row["id"]) if row else 0
        self._held_until: dict[int, datetime] = {}
        self._tried: set[int] = set()
        self._arrived: dict[int, str] = {}
        self._screen = " " * int(database.one("PRAGMA page_size")[0])  # type: ignore[index]
        self.traces = True
        """Whether the write-ahead log may still hold what was said to one person alone: from a life before, too."""

    def transaction(self, id: int) -> str:  # noqa: A002
        """The transaction id of a row."""
        return f"folkmoot-{self._instance}-{id}"

    def row_of(self, transaction: str) -> int | None:
        """The row that a transaction id was made from, or `None` when it is not ours."""
        prefix = f"folkmoot-{self._instance}-"
        number = transaction.removeprefix(prefix)
        return int(number) if transaction.startswith(prefix) and number.isdigit() else None

    def row_for(self, transaction: str | None, mark: str | None) -> int | None:
        """The row that one of our own events was sent for: by its transaction id, or by its mark where a former life sent it."""
        return self.row_marked(mark) if self.former(transaction) else self.row_of(transaction or "")

    def former(self, transaction: str | None) -> bool:
        """Whether what has this transaction id was not sent by this database: another device shows none, a former life another one."""
        return self.row_of(transaction or "") is None

    def row_marked(self, mark: str | None) -> int | None:
        """The oldest row with this mark, or `None`."""
        row = self._db.one("SELECT min(id) AS id FROM outbox WHERE mark = ?", (mark,)) if mark else None
        return row["id"] if row else None

    def put(
        self,
        room: int | None,
        kind: str,
        payload: Mapping[str, Any],
        *,
        urgency: int,
        purpose: str | None = None,
        not_before: datetime | None = None,
        waits: bool = False,
        useful: datetime | None = None,
        fleeting: bool = False,
    ) -> None:
        """Add a row, inside the caller's transaction.

        `waits`: not while the room is held by a round, a silence or a pause; from `useful` on not at all. `fleeting`: when it
        is sent, nothing of it may stay behind.
        """
        screen = self._screen if fleeting else ""
        self._db.execute(
            """INSERT INTO outbox (room, kind, payload, purpose, urgency, not_before, waits, useful, mark)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                room,
                kind,
                screen + json.dumps(payload),
                purpose,
                urgency,
                millis(not_before) if not_before else 0,
                int(waits),
                millis(useful) if useful else None,
                self._mark(kind, purpose, str(payload.get("person", ""))),
            ),
        )

    def _mark(self, kind: str, purpose: str | None, person: str) -> str:
        """The mark of a row that is being put; what a former life has sent is noted."""
        mark = self.marks.next(kind, purpose or "", person)
        if self.marks.knows(mark):
            self.recognised.append(mark)
        return mark

    def put_private(self, room: int, payload: Mapping[str, Any], purpose: str | None = None) -> None:
        """Add what is said to one person alone. When it is sent, nothing of it may stay behind.

        SQLite leaves copies of rows where it split a page, but overwrites the pages that one long value has for itself: so
        a page of blanks stands before what matters.
        """
        self._db.execute(
            "INSERT INTO outbox (room, kind, payload, purpose, urgency, mark) VALUES (?, ?, ?, ?, ?, ?)",
            (room, PRIVATE, self._screen + json.dumps(payload), purpose, REPLY, self._mark(PRIVATE, purpose, "")),
        )

    def put_latest(
        self, room: int, payload: Mapping[str, Any], *, purpose: str, not_before: datetime, kind: str = "status"
    ) -> None:
        """Add a status: it takes the place of one that waits and was never tried, so that edits coalesce.

        The one that waits goes when it was to go, or at `not_before` if that is sooner.
        """
        row = self._db.one(
            "SELECT id, payload FROM outbox WHERE room = ? AND purpose = ? ORDER BY id DESC LIMIT 1", (room, purpose)
        )
        if row and row["id"] not in self._tried:
            if self.reconciling or row["id"] > self._old:
                self._db.execute(
                    "UPDATE outbox SET payload = ?, not_before = min(not_before, ?) WHERE id = ?",
                    (json.dumps(payload), millis(not_before), row["id"]),
                )
                return
            if self.event_of(room, purpose) is not None:
                # An edit of a life before may have arrived. The newer one says it all, in a transaction of its own.
                self.drop(row["id"])
        first = kind == "status" and row is None and self.event_of(room, purpose) is None
        self.put(room, kind, payload, urgency=STATUS, purpose=purpose, not_before=None if first else not_before, waits=not first)

    def ready(self, now: datetime, *, caught_up: bool) -> list[Row]:
        """The rows that may be sent now, most urgent first. One that must wait holds back nobody else."""
        if self.reconciling:
            return []
        rows = self._db.all(f"{_SENDABLE} ORDER BY urgency, id", (millis(now), EXPORT))
        return [
            _row(row)
            for row in rows
            if row["id"] not in self._arrived
            and self._held_until.get(row["id"], now) <= now
            and ((row["id"] > self._old and row["id"] not in self._tried) or caught_up)
        ]

    def still(self, id: int, now: datetime) -> Row | None:  # noqa: A002
        """A row that was ready, as it is by now: while others were sent it may have changed, or need not be sent any more."""
        row = self._db.one(f"{_SENDABLE} AND id = ?", (millis(now), EXPORT, id))
        return _row(row) if row else None

    def pointless(self, now: datetime) -> bool:
        """Whether something has waited for so long that it need not be said any more."""
        return bool(self._pointless(now))

    def drop_pointless(self, now: datetime) -> None:
        """Take that out. Inside a transaction."""
        for id_ in self._pointless(now):
            self.drop(id_)

    def _pointless(self, now: datetime) -> list[int]:
        """What was surely never tried: not in this life, and not in one before."""
        rows = self._db.all("SELECT id FROM outbox WHERE useful <= ? AND id > ?", (millis(now), self._old))
        return [row["id"] for row in rows if row["id"] not in self._tried]

    def next_at(self, now: datetime) -> datetime | None:
        """When a held row may be sent, if one is held."""
        later = [at for at in self._held_until.values() if at > now]
        row = self._db.one("SELECT min(not_before) AS at FROM outbox WHERE not_before > ?", (millis(now),))
        if row and row["at"] is not None:
            later.append(moment(row["at"]))
        return min(later, default=None)

    def trying(self, id: int) -> None:  # noqa: A002
        """The row is on its way: its content stays as it is from here on."""
        self._tried.add(id)

    def hold(self, id: int, until: datetime) -> None:  # noqa: A002
        """Try again at `until`, not before."""
        self._held_until[id] = until

    def release(self, room: int) -> None:
        """What waits in a room may be tried now: what was forbidden there may be allowed."""
        for row in self._db.all("SELECT id FROM outbox WHERE room = ?", (room,)):
            self._held_until.pop(row["id"], None)

    def arrived(self, id: int, event: str) -> None:  # noqa: A002
        """The server has taken it; the row goes when the echo comes."""
        self._arrived[id] = event
        self._held_until.pop(id, None)

    def echoed(self, id: int, event: str, room: int, tail: str | None = None) -> Row | None:  # noqa: A002
        """Our own event came back in `room`: the row is done, and what it was posted for has an event id.

        `tail` is set where a former life sent it: then it may say another head of the record than the row does. Inside a
        transaction.
        """
        row = self._db.one("DELETE FROM outbox WHERE id = ? RETURNING *", (id,))
        if row is None:
            return None
        self.traces |= self._private(row)
        if row["purpose"] and row["kind"] != "end" and not (row["kind"] == "status" and self.event_of(room, row["purpose"])):
            payload = json.loads(row["payload"])
            poll = "poll.start" in payload.get("type", "")
            self.bind(room, event, row["purpose"], poll=poll, about=payload.get("about"))
            if "witness" in payload and tail in {None, self.marks.tail(row["mark"] or "", payload["witness"][1])}:
                self._db.execute(
                    "INSERT OR IGNORE INTO witness (room, event, seq, head) VALUES (?, ?, ?, ?)", (room, event, *payload["witness"])
                )
        return _row(row)

    def has(self, id: int) -> bool:  # noqa: A002
        """Whether a row is still there."""
        return self._db.one("SELECT 1 FROM outbox WHERE id = ?", (id,)) is not None

    def drop(self, id: int) -> None:  # noqa: A002
        """Take a row out: done without an echo, or refused for good. Inside a transaction."""
        row = self._db.one("DELETE FROM outbox WHERE id = ? RETURNING kind, payload", (id,))
        self.traces |= row is not None and self._private(row)

    def drop_departures(self) -> frozenset[int]:
        """Take out that we leave rooms, and return which. Inside a transaction."""
        return frozenset(row["room"] for row in self._db.all("DELETE FROM outbox WHERE kind = ? RETURNING room", (DEPART,)))

    def directs(self, group: int) -> list[Row]:
        """What is to be said about a group to people alone."""
        return [_row(row) for row in self._db.all("SELECT * FROM outbox WHERE kind = 'direct' AND payload ->> '$.about' = ?", (group,))]

    def opened(self, person: str) -> list[int]:
        """We are in a direct chat that we made for the person: take out the rows that were to make one. Inside a transaction."""
        rows = self._db.all("DELETE FROM outbox WHERE kind = 'create' AND payload ->> '$.person' = ? RETURNING id", (person,))
        return [row["id"] for row in rows]

    def uninvited(self, matrix: str) -> None:
        """Nobody asks us into this room any more: we do not go there. Inside a transaction."""
        self._db.execute("DELETE FROM outbox WHERE kind = 'join' AND payload ->> '$.room' = ?", (matrix,))

    def directs_to(self, person: str) -> list[Row]:
        """What is to be said to a person alone."""
        return [_row(row) for row in self._db.all("SELECT * FROM outbox WHERE kind = 'direct' AND payload ->> '$.person' = ?", (person,))]

    def supersede(self, room: int, purpose: str) -> None:
        """Take out a message for the same purpose that could not be sent yet. Inside a transaction."""
        self._db.execute("DELETE FROM outbox WHERE room = ? AND purpose = ? AND kind = 'event'", (room, purpose))

    def _private(self, row: sqlite3.Row) -> bool:
        return row["kind"] == PRIVATE or str(row["payload"]).startswith(self._screen)

    def unanswered(self, room: int) -> bool:
        """Whether something is still to be said in a direct chat."""
        return self._db.one("SELECT 1 FROM outbox WHERE room = ? AND kind = ? LIMIT 1", (room, PRIVATE)) is not None

    def settle(self, id: int) -> None:  # noqa: A002
        """Forget what memory holds of a row that is gone, after the commit."""
        self._held_until.pop(id, None)
        self._tried.discard(id)
        self._arrived.pop(id, None)

    def earlier(self, row: Row) -> bool:
        """Whether another row with the same purpose stands before `row`."""
        sql = "SELECT 1 FROM outbox WHERE room = ? AND purpose = ? AND id < ? LIMIT 1"
        return self._db.one(sql, (row.room, row.purpose, row.id)) is not None

    def waits(self, room: int, purpose: str) -> bool:
        """Whether something waits to be sent for `purpose`."""
        return self._db.one("SELECT 1 FROM outbox WHERE room = ? AND purpose = ? LIMIT 1", (room, purpose)) is not None

    def levels(self, room: int) -> RoomLevels:
        """What we changed of a room's levels."""
        return RoomLevels(self._db, room)

    def put_levels(self, room: int, *, raised: bool) -> None:
        """Raise the levels of a room, or put them back; the other, if it still waits, is not done any more."""
        self._db.execute("DELETE FROM outbox WHERE room = ? AND kind = ?", (room, LEVELS))
        self.put(room, LEVELS, {"raised": raised}, urgency=FLOOR)

    def board(self, room: int) -> RoomBoard:
        """Where the noticeboard of a room stands."""
        return RoomBoard(self._db, room)

    def bind(self, room: int, event: str, purpose: str, *, poll: bool = False, about: int | None = None) -> None:
        """`event` is what was posted for `purpose`; in a direct chat it is about the group `about`."""
        self._db.execute(
            "INSERT OR IGNORE INTO posted (room, event, purpose, poll, about) VALUES (?, ?, ?, ?, ?)",
            (room, event, purpose, int(poll), about),
        )

    def witness(self, room: int, head: str) -> tuple[int, str]:
        """A short head of the room's record that is about to be said, with the entry that it is the head of."""
        row = self._db.one("SELECT coalesce(max(seq), 0) AS seq FROM entry WHERE room = ?", (room,))
        return (row["seq"] if row else 0), head

    def about(self, room: int, event: str) -> int | None:
        """The group that one of our messages in a direct chat is about."""
        row = self._db.one("SELECT about FROM posted WHERE room = ? AND event = ?", (room, event))
        return row["about"] if row else None

    def create(self, person: str, not_before: datetime | None) -> None:
        """Open a direct chat with the person, or open it sooner where that was to be done later."""
        at = millis(not_before) if not_before else 0
        row = self._db.one("SELECT id FROM outbox WHERE kind = 'create' AND payload ->> '$.person' = ?", (person,))
        if row is None:
            self.put(None, "create", {"person": person}, urgency=NOTICE, not_before=not_before)
        else:
            self._db.execute("UPDATE outbox SET not_before = min(not_before, ?) WHERE id = ?", (at, row["id"]))

    def event_of(self, room: int, purpose: str) -> str | None:
        """The event that was posted for `purpose`, once its echo was seen."""
        row = self._db.one("SELECT event FROM posted WHERE room = ? AND purpose = ?", (room, purpose))
        return str(row["event"]) if row else None

    def purpose_of(self, room: int, event: str) -> str | None:
        """What one of our own events was posted for."""
        row = self._db.one("SELECT purpose FROM posted WHERE room = ? AND event = ?", (room, event))
        return str(row["purpose"]) if row else None

    def is_poll(self, room: int, number: int) -> bool:
        """Whether `number` was announced, or is about to be, as a client's own poll."""
        row = self._db.one("SELECT 1 FROM posted WHERE room = ? AND purpose = ? AND poll", (room, f"poll {number}"))
        waiting = self._db.one(
            "SELECT 1 FROM outbox WHERE room = ? AND purpose = ? AND payload LIKE '%poll.start%'", (room, f"poll {number}")
        )
        return row is not None or waiting is not None

    def retire(self, room: int, number: int) -> None:
        """What was posted for `number` is an old version's from here on; what still waits of it is not sent."""
        for kind in ("poll", "status"):
            self._db.execute(
                "UPDATE posted SET purpose = ? WHERE room = ? AND purpose = ?", (f"former {number}", room, f"{kind} {number}")
            )
        self._db.execute("DELETE FROM outbox WHERE room = ? AND purpose = ?", (room, f"status {number}"))

    def depth(self) -> int:
        """How many rows there are."""
        row = self._db.one("SELECT count(*) AS n FROM outbox")
        return int(row["n"]) if row else 0


def _row(row: sqlite3.Row) -> Row:
    return Row(row["id"], row["room"], row["kind"], json.loads(row["payload"]), row["purpose"], row["mark"] or "")
