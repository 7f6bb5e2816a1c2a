"""The record of one room: append-only, hash-chained; `commands.ports.Record` on SQLite.

An entry's body is canonical JSON (RFC 8785; only strings, whole numbers, booleans, lists and objects with ASCII keys
occur, for which sorted keys and the shortest separators are that form). It holds the hash of the entry before it; the
first holds the record's random id. Texts go in as SHA-256(salt || text) and people as numbers, so that both can be
forgotten without breaking a link.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.store.database import Database
from commands.ports import Entry
from policies.model import Person

SALT_BYTES = 16
FORMAT = 1


def canonical(value: Any) -> str:
    """Canonical JSON (RFC 8785) of the values that the record uses."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str, salt: bytes = b"") -> str:
    """SHA-256(salt || text) in hexadecimal."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


class RoomRecord:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def append(self, kind: str, at: datetime, data: Mapping[str, Any], texts: Mapping[str, str]) -> Entry:
        """Add an entry to the chain."""
        head, seq = self.head(), self.length() + 1
        salts = {name: secrets.token_bytes(SALT_BYTES) for name in texts}
        body = canonical(
            {
                "format": FORMAT,
                "seq": seq,
                "kind": kind,
                "at": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "data": data,
                "texts": {name: digest(text, salts[name]) for name, text in texts.items()},
                "before": head,
            }
        )
        self._db.execute(
            "INSERT INTO entry (room, seq, number, body, hash) VALUES (?, ?, ?, ?, ?)",
            (self._room, seq, data.get("number"), body, digest(body)),
        )
        for name, text in texts.items():
            self._db.execute(
                "INSERT INTO entry_text (room, seq, name, salt, text) VALUES (?, ?, ?, ?, ?)",
                (self._room, seq, name, salts[name], text),
            )
        return self.latest(1)[0]

    def person(self, id: str) -> int:  # noqa: A002
        """The number of a person in this record, given at their first mention."""
        self._begun()
        row = self._db.one("SELECT number FROM entry_person WHERE room = ? AND person = ?", (self._room, id))
        if row:
            return int(row["number"])
        self._db.execute(
            """INSERT INTO entry_person (room, number, person, name)
               SELECT ?1, 1 + coalesce(max(number), 0), ?2, (SELECT name FROM member WHERE room = ?1 AND person = ?2)
               FROM entry_person WHERE room = ?1""",
            (self._room, id),
        )
        return self.person(id)

    def latest(self, count: int) -> Sequence[Entry]:
        """The newest entries, oldest first."""
        rows = self._db.all("SELECT * FROM entry WHERE room = ? ORDER BY seq DESC LIMIT ?", (self._room, count))
        return [self._load(row) for row in reversed(rows)]

    def about(self, number: int) -> Sequence[Entry]:
        """The entries about one number of the room's series, oldest first."""
        rows = self._db.all("SELECT * FROM entry WHERE room = ? AND number = ? ORDER BY seq", (self._room, number))
        return [self._load(row) for row in rows]

    def length(self) -> int:
        """How many entries there are."""
        row = self._db.one("SELECT coalesce(max(seq), 0) AS seq FROM entry WHERE room = ?", (self._room,))
        return int(row["seq"]) if row else 0

    def head(self) -> str:
        """The hash of the newest entry, or the record's random id."""
        row = self._db.one("SELECT hash FROM entry WHERE room = ? ORDER BY seq DESC LIMIT 1", (self._room,))
        return str(row["hash"]) if row else self._begun()

    def roll(self, people: Sequence[str]) -> str:
        """A salted hash of a list of people."""
        salt = secrets.token_bytes(SALT_BYTES)
        hashed = digest(canonical(list(people)), salt)
        self._begun()
        self._db.execute("INSERT INTO roll (room, hash, salt) VALUES (?, ?, ?)", (self._room, hashed, salt))
        return hashed

    def _begun(self) -> str:
        """The record's random id, made when it begins. It holds no Matrix room id."""
        row = self._db.one("SELECT id FROM record WHERE room = ?", (self._room,))
        if row is None:
            self._db.execute("INSERT INTO record (room, id) VALUES (?, ?)", (self._room, secrets.token_hex(32)))
            return self._begun()
        return str(row["id"])

    def _load(self, row: sqlite3.Row) -> Entry:
        body = json.loads(row["body"])
        texts = self._db.all("SELECT name, text FROM entry_text WHERE room = ? AND seq = ?", (self._room, row["seq"]))
        people = self._db.all(
            """SELECT number, person, coalesce(member.name, entry_person.name) AS name FROM entry_person
               LEFT JOIN member USING (room, person) WHERE room = ?""",
            (self._room,),
        )
        return Entry(
            seq=row["seq"],
            kind=body["kind"],
            at=datetime.fromisoformat(body["at"]),
            data=body["data"],
            texts={text["name"]: text["text"] for text in texts},
            people={each["number"]: Person(each["person"], each["name"] or each["person"]) for each in people},
            hash=row["hash"],
        )
