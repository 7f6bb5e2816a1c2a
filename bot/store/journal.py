"""The record of one room: append-only, hash-chained; `commands.ports.Record` on SQLite.

What an entry is made of, and how anybody checks it, stands in `policies.chain`.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.store.database import Database
from commands.entries import sense
from commands.ports import Entry
from policies.chain import FORMAT, Checked, Link, Witness, canonical, check, digest
from policies.model import Person

SALT_BYTES = 16
_READ = "CASE WHEN json_valid(body) THEN body END"
"""A body that somebody damaged must not hide the others."""


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
                "at": _stamp(at),
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
        # Left to itself, SQLite reads the whole record in order to sort nothing.
        rows = self._db.all(
            "SELECT * FROM entry INDEXED BY entry_number WHERE room = ? AND number = ? ORDER BY seq", (self._room, number)
        )
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

    def find(
        self,
        *,
        kinds: Collection[str] = (),
        about: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
        count: int,
        skip: int = 0,
    ) -> tuple[Sequence[Entry], int]:
        """The newest of the entries that are wanted, oldest first, without the newest `skip`; and how many there are."""
        conditions, wanted = ["room = ?"], list[object]([self._room])
        if kinds:
            conditions.append(f"{_READ} ->> '$.kind' IN ({', '.join('?' * len(kinds))})")
            wanted += sorted(kinds)
        if since is not None:
            conditions.append(f"{_READ} ->> '$.at' >= ?")
            wanted.append(_stamp(since))
        if until is not None:
            conditions.append(f"{_READ} ->> '$.at' < ?")
            wanted.append(_stamp(until))
        where = " AND ".join(conditions)
        if not about:
            total = self._db.one(f"SELECT count(*) AS n FROM entry WHERE {where}", tuple(wanted))  # noqa: S608 - our own words
            rows = self._db.all(
                f"SELECT * FROM entry WHERE {where} ORDER BY seq DESC LIMIT ? OFFSET ?",  # noqa: S608 - our own words
                (*wanted, count, skip),
            )
            return [self._load(row) for row in reversed(rows)], total["n"] if total else 0
        words = about.casefold()
        rows = self._db.all("SELECT seq, text FROM entry_text WHERE room = ? ORDER BY seq DESC", (self._room,))
        held = list(dict.fromkeys(row["seq"] for row in rows if words in row["text"].casefold()))
        found = [
            row
            for seq in held
            for row in self._db.all(f"SELECT * FROM entry WHERE {where} AND seq = ?", (*wanted, seq))  # noqa: S608 - our own words
        ]
        return [self._load(row) for row in reversed(found[skip : skip + count])], len(found)

    def by_number(self) -> Iterator[tuple[int, Sequence[Entry]]]:
        """The entries about each number of the room's series, oldest first; number after number."""
        people = _People(self._db, self._room)
        texts = self._db.tuples(
            """SELECT seq, name, text FROM entry JOIN entry_text USING (room, seq)
               WHERE room = ? AND entry.number IS NOT NULL ORDER BY entry.number, seq""",
            (self._room,),
        )
        place, name, words = next(texts, (0, "", ""))
        number, found = None, list[Entry]()
        rows = self._db.tuples(
            "SELECT number, seq, body, hash FROM entry WHERE room = ? AND number IS NOT NULL ORDER BY number, seq", (self._room,)
        )
        for about, seq, body, hash_ in rows:
            if about != number:
                if number is not None:
                    yield number, found
                number, found = about, []
            own = {}
            while place == seq:
                own[name] = words
                place, name, words = next(texts, (0, "", ""))
            found.append(_entry(body, hash_, own, people))
        if number is not None:
            yield number, found

    def of_kinds(self, kinds: Collection[str]) -> Sequence[Entry]:
        """All entries of these kinds, oldest first."""
        return self.find(kinds=kinds, count=-1)[0]

    def links(self, after: int = 0, most: int = -1) -> Iterator[Link]:
        """All entries as they are kept, oldest first, one after the other; or only `most` of those after the entry `after`."""
        for _, body, hash_, texts in self._rows(after, most):
            yield Link(body, hash_, texts)

    def numbered_links(self) -> Iterator[tuple[int | None, Link]]:
        """The same, each with the number of the room's series that it is about."""
        for number, body, hash_, texts in self._rows():
            yield number, Link(body, hash_, texts)

    def witnesses(self) -> Sequence[Witness]:
        """The heads that were posted in the room, oldest first."""
        rows = self._db.all("SELECT seq, head, event FROM witness WHERE room = ? ORDER BY seq, event", (self._room,))
        return [Witness(row["seq"], row["head"], row["event"]) for row in rows]

    def check(self) -> Checked:
        """Whether the chain, the counts and the posted heads hold."""
        return check(self._begun(), self.links(), None, self.witnesses(), sense)

    def _rows(self, after: int = 0, most: int = -1) -> Iterator[tuple[int | None, str, str, dict[str, tuple[bytes, str]]]]:
        """Numbers, bodies, hashes and texts, without holding them all."""
        texts = self._db.tuples(
            "SELECT seq, name, salt, text FROM entry_text WHERE room = ? AND seq > ? ORDER BY seq, name", (self._room, after)
        )
        none = (0, "", b"", "")
        place, name, salt, text = next(texts, none)
        for seq, number, body, hash_ in self._db.tuples(
            "SELECT seq, number, body, hash FROM entry WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?", (self._room, after, most)
        ):
            own = {}
            while place and place <= seq:
                if place == seq:
                    own[name] = (salt, text)
                place, name, salt, text = next(texts, none)
            yield number, body, hash_, own

    def _load(self, row: sqlite3.Row) -> Entry:
        texts = self._db.all("SELECT name, text FROM entry_text WHERE room = ? AND seq = ?", (self._room, row["seq"]))
        people = _People(self._db, self._room)
        return _entry(row["body"], row["hash"], {text["name"]: text["text"] for text in texts}, people)


class _People(Mapping[int, Person]):
    """The people of a record by their numbers, each asked for when it is needed: there may be very many."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room
        self._known: dict[int, Person] = {}

    def __getitem__(self, number: int) -> Person:
        if number not in self._known:
            row = self._db.one(
                """SELECT person, coalesce(member.name, entry_person.name) AS name FROM entry_person
                   LEFT JOIN member USING (room, person) WHERE room = ? AND number = ?""",
                (self._room, number),
            )
            if row is None:
                raise KeyError(number)
            self._known[number] = Person(row["person"], row["name"] or row["person"])
        return self._known[number]

    def __iter__(self) -> Iterator[int]:
        rows = self._db.all("SELECT number FROM entry_person WHERE room = ? ORDER BY number", (self._room,))
        return iter([row["number"] for row in rows])

    def __len__(self) -> int:
        row = self._db.one("SELECT count(*) AS n FROM entry_person WHERE room = ?", (self._room,))
        return row["n"] if row else 0


def _entry(body: str, hash_: str, texts: Mapping[str, str], people: Mapping[int, Person]) -> Entry:
    found = json.loads(body)
    return Entry(
        seq=found["seq"],
        kind=found["kind"],
        at=datetime.fromisoformat(found["at"]),
        data=found["data"],
        texts=texts,
        people=people,
        hash=hash_,
    )


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
