"""What is a person's, and what is the group's: shown, taken along, tried out and forgotten; `commands.ports.Belongings` on SQLite.

All of it follows from `bot.store.holdings`, so that a new table is shown, moved and forgotten without a word here.
"""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.store.archive import Arrived, Broken, RoomArchive, arrive
from bot.store.database import Database, millis
from bot.store.holdings import HOLDINGS, Holding
from bot.store.secrets import PART, fill
from commands.ports import Drill, Held, Said
from policies.model import FORMER

OF_A_PERSON = ("reason", "concern")
"""Texts of an entry whose name ends with the number of the person who wrote them."""
THEIRS = ("reason", "outcome", "words", "suggestion")
"""Texts of an entry that were written by the person in `by`."""
PROPOSED = ("question", "before")
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
        words = [dict(row) for row in self._words(person)]
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
        values = {"room": self._room, "person": person, **_spelled(person)}
        order = ", ".join(f'"{row["name"]}"' for row in self._db.all(f"PRAGMA table_info({table})") if row["pk"]) or "1"
        yield from self._db.connection.execute(
            f"SELECT * FROM {table} WHERE {inside}({where}) ORDER BY {order}",  # noqa: S608 - our own words
            values,
        )

    def _words(self, person: str) -> Iterator[sqlite3.Row]:
        """The texts of the record that a person wrote: what they proposed, and their reasons."""
        row = self._db.one("SELECT number FROM entry_person WHERE room = ? AND person = ?", (self._room, person))
        if row is None:
            return
        number = row["number"]
        sql = f"""SELECT entry_text.seq, entry_text.name, entry_text.text FROM entry_text
            JOIN entry USING (room, seq)
            WHERE room = :room AND (
              name IN ({_marks(f"{kind}-{number}" for kind in OF_A_PERSON)}) AND body ->> '$.data.seals' IS NULL
              OR name IN ({_marks(THEIRS)}) AND body ->> '$.data.by' = :number
              OR (name IN ({_marks(PROPOSED)}) OR name LIKE 'option-%') AND entry.number IN (
                SELECT begun.number FROM entry AS begun WHERE begun.room = :room
                AND (begun.body ->> '$.data.proposer' = :number
                     OR begun.body ->> '$.kind' IN ('advice-opened', 'lot-sealed', 'elect-opened') AND begun.body ->> '$.data.by' = :number))
            ) ORDER BY entry_text.seq, name"""  # noqa: S608 - our own words
        yield from self._db.connection.execute(sql, {"room": self._room, "number": number})

    def forget(self, person: str, *, words: bool) -> None:
        """The person is a former member from here on: in the room, and in their direct chats. `words`: what they wrote goes too."""
        direct = self._db.all("SELECT room FROM room WHERE direct = ?", (person,))
        if words:
            self._erase(person)
        self._unroll(person)
        for room in (self._room, *(row["room"] for row in direct)):
            _forget(self._db, room, person)
        for table, holding in HOLDINGS.items():
            if holding.room is None and holding.own:
                self._db.connection.execute(f"DELETE FROM {table} WHERE {holding.own}", {"person": person})  # noqa: S608 - our own words

    def _erase(self, person: str) -> None:
        """The words of a person: in the record, and where they stand for what is under way or over."""
        numbers = [row["number"] for row in self._db.all("SELECT number FROM decision WHERE room = ? AND proposer = ?", (self._room, person))]
        for row in list(self._words(person)):
            self._db.execute("DELETE FROM entry_text WHERE room = ? AND seq = ? AND name = ?", (self._room, row["seq"], row["name"]))
        for number in numbers:
            self._db.execute(
                "UPDATE decision SET question = '' WHERE room = ? AND number = ? AND status NOT IN ('announced', 'open')", (self._room, number)
            )
        for act in self._db.all("SELECT number, root, ballot FROM act WHERE room = ? AND voter = ? AND ballot IS NOT NULL", (self._room, person)):
            ballot = json.loads(act["ballot"])
            if ballot.pop("reason", None) is not None:
                self._db.execute(
                    "UPDATE act SET ballot = ? WHERE room = ? AND number = ? AND root = ?",
                    (json.dumps(ballot), self._room, act["number"], act["root"]),
                )

        for election in self._db.all("SELECT number, body FROM matter WHERE room = ? AND kind = 'election' AND open", (self._room,)):
            body = json.loads(election["body"])
            if body["nominations"].pop(person, None) is not None:
                self._db.execute(
                    "UPDATE matter SET body = ? WHERE room = ? AND number = ?",
                    (json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")), self._room, election["number"]),
                )

    def _unroll(self, person: str) -> None:
        """The salts go of those rolls that would prove that this person could vote."""
        self._db.execute(
            """DELETE FROM roll WHERE room = ?1 AND hash IN (
                 SELECT body ->> '$.data.electorate' FROM entry WHERE room = ?1 AND number IN (
                   SELECT number FROM elector WHERE room = ?1 AND person = ?2))""",
            (self._room, person),
        )

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


def _spelled(person: str) -> dict[str, str]:
    """An id as it can stand in JSON."""
    return {"plain": person, "escaped": json.dumps(person)[1:-1]}


def _marks(words: Iterator[str] | Sequence[str]) -> str:
    """Names of our own, as SQL."""
    return ", ".join(f"'{each}'" for each in words)


def _forget(database: Database, room: int, person: str) -> None:
    former = FORMER + secrets.token_hex(6)
    values = {"room": room, "person": person, "former": former, **_spelled(person)}
    run = database.connection.execute
    for table, holding in HOLDINGS.items():
        if holding.room is None or (holding.stays and not holding.own):
            continue
        inside = f"{holding.room} = :room"
        if holding.own:
            gone = run(f"SELECT * FROM {table} WHERE {inside} AND ({holding.own})", values).fetchall()  # noqa: S608 - our own words
            if holding.numbers:
                for row in gone:
                    run("DELETE FROM due WHERE room = ? AND number = ?", (room, row["number"]))
            run(f"DELETE FROM {table} WHERE {inside} AND ({holding.own})", values)  # noqa: S608 - our own words
        for column in holding.people:
            if table == "part":
                continue
            also = ", name = NULL" if table == "entry_person" else ""
            run(f"UPDATE {table} SET {column} = :former{also} WHERE {inside} AND {column} = :person", values)  # noqa: S608 - our own words
        for column in holding.inside:
            _unlink(database, table, column, f"{inside} AND (instr({column}, :plain) OR instr({column}, :escaped))", values)
    _forget_part(database, room, person, former)


def _unlink(database: Database, table: str, column: str, where: str, values: Mapping[str, Any]) -> None:
    """Put another name into JSON, wherever the person's id stands in it as a whole."""
    names = "|".join(re.escape(values[form]) for form in ("plain", "escaped"))
    whole = re.compile(rf"(?<![\w.=/+-])(?:{names})(?![\w.:-])")
    key = ", ".join(row["name"] for row in database.all(f"PRAGMA table_info({table})") if row["pk"])
    found = database.connection.execute(f"SELECT {key}, {column} FROM {table} WHERE {where}", values).fetchall()  # noqa: S608 - our own words
    same = " AND ".join(f"{name} = ?" for name in key.split(", "))
    for row in found:
        *place, words = tuple(row)
        after = whole.sub(values["former"], words)
        database.execute(f"UPDATE {table} SET {column} = ? WHERE {same}", (after, *place))  # noqa: S608 - our own words


def _forget_part(database: Database, room: int, person: str, former: str) -> None:
    """Who took part in secret votes stands in a table that is always written as a whole, in the order of its key."""
    rows = {tuple(row) for row in database.all(f"SELECT {', '.join(PART)} FROM part")}  # noqa: S608 - our own names
    if any(row[0] == room and row[2] == person for row in rows):
        fill(database, "part", PART, {(r, n, former if (r, who) == (room, person) else who) for r, n, who in rows})


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
