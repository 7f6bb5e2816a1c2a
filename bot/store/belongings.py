"""What is a person's, and what is the group's: shown, taken along and tried out; `commands.ports.Belongings` on SQLite.

All of it follows from `bot.store.holdings`, so that a new table is shown, moved and forgotten without a word here.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.store.archive import Arrived, Broken, RoomArchive, arrive
from bot.store.authorship import written
from bot.store.database import Database, millis
from bot.store.forgetting import forget, spelled
from bot.store.holdings import HOLDINGS, Holding
from commands.ports import Drill, Held, Said

SEALED_NAMES = frozenset({"seed", "link"})
"""What stands in JSON and is not told before its time, or only to some: the seed of a lot, the link of a meeting."""
_ID = re.compile(r"@[^:\s]*:\S+")


class RoomBelongings:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def held(self, person: str) -> Sequence[Held]:
        """How many rows of each table are about a person here, in the order of the tables."""
        found = []
        for table, holding in HOLDINGS.items():
            rows = sum(1 for _ in self._rows(table, holding, person))
            if rows:
                found.append(Held(table, rows))
        return found

    def everything(self, person: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """The same rows themselves, by table, and the words of theirs that the record keeps.

        Where a row tells of several people, what others put in is left out, and so is what is sealed.
        """
        found: dict[str, list[dict[str, Any]]] = {}
        for table, holding in HOLDINGS.items():
            rows = [_theirs(dict(row), holding, person) for row in self._rows(table, holding, person)]
            if rows:
                found[table] = rows
        words = list(self._words(person))
        return {**found, "entry_text": words} if words else found

    def _rows(self, table: str, holding: Holding, person: str) -> Iterator[sqlite3.Row]:
        conditions = [f"{column} = :person" for column in holding.people]
        conditions += [f"instr({column}, :plain) OR instr({column}, :escaped)" for column in holding.inside]
        if holding.own:
            conditions.append(holding.own)
        if not conditions:
            return
        where = " OR ".join(f"({each})" for each in conditions)
        # Their direct chats are a series of their own, and are forgotten with the group.
        here = "(SELECT :room UNION SELECT room.room FROM room WHERE direct = :person)"
        inside = f"{holding.room} IN {here} AND " if holding.room else ""
        values = {"room": self._room, "person": person, **spelled(person)}
        order = ", ".join(f'"{row["name"]}"' for row in self._db.all(f"PRAGMA table_info({table})") if row["pk"]) or "1"
        yield from self._db.connection.execute(
            f"SELECT * FROM {table} WHERE {inside}({where}) ORDER BY {order}",  # noqa: S608 - our own words
            values,
        )

    def _words(self, person: str) -> Iterator[dict[str, Any]]:
        """The texts of the record that a person wrote: what they proposed, their reasons and their advice."""
        row = self._db.one("SELECT number FROM entry_person WHERE room = ? AND person = ?", (self._room, person))
        for each in written(self._db, self._room, row["number"]) if row is not None else ():
            yield {"seq": each.seq, "name": each.name, "text": each.text}

    def forget(self, person: str, *, words: bool) -> None:
        """The person is a former member from here on: in the room, and in their direct chats. `words`: what they wrote goes too."""
        forget(self._db, self._room, person, words=words)

    def said(self, number: int) -> Sequence[Said]:
        """The messages of ours about a number that we still know, as links (https://spec.matrix.org/latest/appendices/#matrixto-navigation)."""
        row = self._db.one("SELECT matrix FROM room WHERE room = ?", (self._room,))
        rows = self._db.all(
            """SELECT posted.event, purpose, witness.seq FROM posted LEFT JOIN witness USING (room, event)
               WHERE room = ? AND purpose IN (?, ?) ORDER BY purpose DESC, witness.seq""",
            (self._room, f"poll {number}", f"post {number}"),
        )
        matrix = row["matrix"] if row else ""
        return [
            Said("question" if each["purpose"].startswith("poll") else "result", f"https://matrix.to/#/{matrix}/{each['event']}")
            for each in rows
            if each["purpose"].startswith("poll") or each["seq"] is not None
        ]

    def drill(self) -> Drill:
        """Take everything out, put it into an empty store, and compare."""
        archive = RoomArchive(self._db, self._room, whole=True)
        if archive.record.length() == 0:
            return Drill(same=False, length=0, head="", faults=())
        record, state = list(archive.record_lines()), list(archive.room_lines())
        empty = Database(None)
        try:
            with empty.transaction():
                room = new_room(empty, "!drill")
                arrived: Arrived = arrive(empty, room, record, state)
            second = RoomArchive(empty, room, whole=True)
            same = record == list(second.record_lines()) and _comparable(state) == _comparable(second.room_lines())
            return Drill(same, arrived.checked.length, arrived.checked.head, ())
        except Broken as broken:
            return Drill(same=False, length=broken.checked.length, head=broken.checked.head, faults=broken.checked.faults)
        finally:
            empty.close()


def _comparable(lines: Iterator[bytes] | list[bytes]) -> list[bytes]:
    """What must be the same in two stores: all but the address of the room and the seal on it, in any order."""
    return sorted(each for each in lines if not each.startswith((b'{"room":', b'{"end":')))


def _theirs(row: dict[str, Any], holding: Holding, person: str) -> dict[str, Any]:
    """What a row says of one person, without what others put in and what decides a lot."""
    row.pop("seed", None)
    for column in holding.inside:
        if row[column] is not None:
            row[column] = json.dumps(_pruned(json.loads(row[column]), person), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return row


def _pruned(value: Any, person: str) -> Any:
    """JSON without the parts that belong to other people."""
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if name not in SEALED_NAMES and not _another(name, person)}
        return {name: _pruned(each, person) for name, each in kept.items()}
    if isinstance(value, list):
        mine = [each for each in value if not any(_another(named, person) for named in _named(each)) or person in _named(each)]
        return [_pruned(each, person) for each in mine]
    return value


def _named(value: Any) -> set[str]:
    """The words that an element of a list consists of, or that stand in it directly."""
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else (value,)
    return {each for each in held if isinstance(each, str)}


def _another(words: str, person: str) -> bool:
    """Whether words are the id of somebody else."""
    return words != person and _ID.fullmatch(words) is not None


def new_room(database: Database, matrix: str) -> int:
    """A room that we know of and are not in yet. Returns our number of it."""
    database.execute("INSERT INTO room (matrix, joined) VALUES (?, 0)", (matrix,))
    row = database.one("SELECT room FROM room WHERE matrix = ?", (matrix,))
    assert row is not None
    return int(row["room"])


def rooms_left(database: Database, now: datetime, kept: timedelta) -> Sequence[int]:
    """Rooms that we have been out of for longer than `kept`; from when on, is noted here for those that we are out of since lately."""
    database.execute('UPDATE room SET "left" = NULL WHERE joined AND "left" IS NOT NULL')
    database.execute('UPDATE room SET "left" = ? WHERE NOT joined AND "left" IS NULL', (millis(now),))
    rows = database.all('SELECT room FROM room WHERE NOT joined AND "left" <= ? ORDER BY room', (millis(now - kept),))
    return [row["room"] for row in rows]


def delete_room(database: Database, room: int) -> None:
    """Nothing of a room is left, its record included; inside the caller's transaction."""
    database.execute("PRAGMA defer_foreign_keys = ON")
    database.execute("INSERT INTO ending (room) VALUES (?)", (room,))
    database.execute("DELETE FROM outbox WHERE payload ->> '$.about' = ?", (room,))
    for table, holding in HOLDINGS.items():
        for column in holding.rooms:
            database.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", (room,))  # noqa: S608 - our own words
    for table, holding in reversed(HOLDINGS.items()):
        if holding.room is not None and table != "ending":
            database.execute(f"DELETE FROM {table} WHERE {holding.room} = ?", (room,))  # noqa: S608 - our own words
    database.execute("DELETE FROM ending WHERE room = ?", (room,))
    database.execute("DELETE FROM room WHERE room = ?", (room,))
