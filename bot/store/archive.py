"""One room's data as two files of lines, and back: its record, and all else that it needs to go on elsewhere.

What goes in is what `bot.store.holdings` says of each table. A common export leaves out secret and personal matters: their rows,
the texts of their entries, and the names of those who are spoken of nowhere else. Every hash stays. A whole one, with which a
group moves, holds them too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.store.database import Database
from bot.store.holdings import BY_THE_RECORD, HOLDINGS, NOT_OF_THE_SERIES, Moves
from bot.store.journal import RoomRecord
from bot.store.secrets import PART, SEALED, refill
from commands.entries import sense
from policies import record_file
from policies.chain import Checked, Link, Witness, canonical, digest
from policies.mentioned import mentioned
from policies.model import FORMER
from policies.record_file import Header, Line, Named, Roll, Unreadable

KIND, FORMAT = "room", 1
ROOM = ("name", "language", "zone", "since", "numbers")
"""What an export keeps of the room itself."""

EMPTY = frozenset(table for table, holding in HOLDINGS.items() if holding.moves is Moves.ALL) - {"setting", "due"}
"""Tables in which a room that takes a group in has nothing yet. In others what comes takes the place of what is there."""

Progress = Callable[[int], None]
"""Is told how many entries were handled."""


def silent(_count: int) -> None:
    """Nobody watches."""


class Differs(Exception):
    """The room cannot take this in. `kind` names the text `differs-KIND`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Broken(Exception):
    """The record in the file does not hold."""

    def __init__(self, checked: Checked) -> None:
        super().__init__("broken")
        self.checked = checked


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came: our number of the room, the record's check, and whether the room had it already."""

    room: int
    checked: Checked
    known: bool = False


class RoomArchive:
    """What one room takes away. `whole`: with its secret and personal matters."""

    def __init__(self, database: Database, room: int, *, whole: bool) -> None:
        self._db = database
        self._room = room
        self._whole = whole
        self.record = RoomRecord(database, room)

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The numbers of secret and personal matters; none where the export is whole."""
        if self._whole:
            return frozenset()
        rows = self._db.all(
            """SELECT DISTINCT number FROM entry WHERE room = ? AND number IS NOT NULL
               AND (body ->> '$.data.secrecy' = 'secret' OR body ->> '$.data.motion.kind' = 'person')""",
            (self._room,),
        )
        found = {row["number"] for row in rows}
        for table, holding in HOLDINGS.items():
            if holding.numbers and holding.moves is Moves.ALL and holding.common != "1":
                rows = self._db.all(f"SELECT number FROM {table} WHERE room = ? AND NOT ({holding.common})", (self._room,))  # noqa: S608 - our own words
                found |= {row["number"] for row in rows}
        return frozenset(found)

    @cached_property
    def under_way(self) -> frozenset[int]:
        """The numbers of what is being voted on, nominated for or drawn; none where the export is whole.

        Before its end nobody sees how it stands, nor the seed that decides its lot.
        """
        if self._whole:
            return frozenset()
        rows = self._db.all(
            """SELECT number FROM decision WHERE room = ?1 AND status IN ('announced', 'open')
               UNION SELECT number FROM matter WHERE room = ?1
               AND (open AND kind IN ('election', 'times') OR body ->> '$.stage' = 'sealed' AND kind = 'drawing')""",
            (self._room,),
        )
        return frozenset(row["number"] for row in rows)

    def record_lines(self, progress: Progress = silent) -> Iterator[bytes]:
        """The record as a file, line by line. Raises `LookupError` where there is none."""
        witnesses = self.record.witnesses()
        rolls = self._db.all("SELECT hash, salt FROM roll WHERE room = ? ORDER BY hash", (self._room,)) if self._whole else []
        began = self._db.one("SELECT id FROM record WHERE room = ?", (self._room,))
        if began is None:
            raise LookupError(self._room)
        people = list(self._people(began["id"]))
        length = self.record.length()
        header = Header(began["id"], self.record.head(), len(witnesses), len(people), len(rolls), length)

        def lines() -> Iterator[Line]:
            yield from witnesses
            yield from people
            for each in rolls:
                yield Roll(each["hash"], each["salt"])
            hidden = self.hidden
            for count, (number, link) in enumerate(self.record.numbered_links(), 1):
                yield Link(link.body, link.hash) if number in hidden else link
                if count % 1000 == 0 or count == length:
                    progress(count)

        return record_file.write(header, lines())

    def _people(self, record: str) -> Iterator[Named]:
        """The people of the record. Whoever is spoken of in nothing but what is left out keeps a number and loses the name.

        The number stays taken: in another place nobody else may get it.
        """
        shown = self._shown()
        for each in self._db.all("SELECT number, person, name FROM entry_person WHERE room = ? ORDER BY number", (self._room,)):
            number = each["number"]
            if shown is None or number in shown:
                yield Named(number, each["person"], each["name"] or "")
            else:
                yield Named(number, f"{FORMER}{digest(f'{record} {number}')[:12]}", "")

    def _shown(self) -> set[int] | None:
        """The numbers of the people in all entries that are not left out; `None` where nothing is."""
        hidden = self.hidden
        if not hidden:
            return None
        entries = self._db.tuples("SELECT number, body FROM entry WHERE room = ?", (self._room,))
        return {each for number, body in entries if number not in hidden for each in mentioned(_data(body))}

    def room_lines(self) -> Iterator[bytes]:
        """All else that the room needs to go on, line by line."""
        return record_file.sealed(map(canonical, self._rows()))

    def _rows(self) -> Iterator[Mapping[str, Any]]:
        began = self._db.one("SELECT id FROM record WHERE room = ?", (self._room,))
        if began is None:
            raise LookupError(self._room)
        belongs = {"record": began["id"], "head": self.record.head()}
        yield {"folkmoot": KIND, "format": FORMAT, "schema": schema(self._db), "whole": self._whole, **belongs}
        row = self._db.one(f"SELECT {', '.join(ROOM)}, matrix FROM room WHERE room = ?", (self._room,))  # noqa: S608 - our own words
        assert row is not None
        yield {"room": dict(row)}
        left_out = self.hidden | self.under_way
        for table, holding in HOLDINGS.items():
            if holding.moves is Moves.NEVER or (holding.moves is Moves.WHOLE and not self._whole):
                continue
            common = "1" if self._whole else holding.common
            for each in self._db.execute(f"SELECT * FROM {table} WHERE room = ? AND {common}", (self._room,)):  # noqa: S608 - our own words
                values = {name: value for name, value in dict(each).items() if name != holding.room}
                ours = holding.numbers or (table == "due" and values["kind"] not in NOT_OF_THE_SERIES)
                if ours and values["number"] in left_out:
                    continue
                if table == "matter" and not self._whole:
                    values["body"] = self.shown(values["kind"], values["body"])
                yield {"table": table, "row": values}

    def shown(self, kind: str, body: str) -> str:
        """A matter as everybody in the room may see it: links and names only where the group shows them to all."""
        if self._whole or kind not in {"series", "meeting", "times"}:
            return body
        found = json.loads(body)
        links, names = self._shows
        if kind == "series" and not links:
            for plan in filter(None, (found["plan"], found["before"])):
                plan["link"] = ""
        if kind == "times" and not links:
            found["link"] = ""
        if not names:
            found.update({name: {} for name in ("coming", "answers") if name in found})
        return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @cached_property
    def _shows(self) -> tuple[bool, bool]:
        """Whether the group shows the links of meetings, and who comes, to everybody."""
        rows = self._db.all("SELECT name, value FROM setting WHERE room = ? AND name IN ('links', 'meeting-names')", (self._room,))
        found = {row["name"]: json.loads(row["value"]) for row in rows}
        return found.get("links") != "agreed", bool(found.get("meeting-names"))


def _data(body: str) -> object:
    """What an entry says; nothing where somebody damaged it."""
    try:
        return json.loads(body)["data"]
    except (ValueError, KeyError, TypeError):
        return None


def schema(database: Database) -> list[str]:
    """The names of the migrations that a database has gone through."""
    return sorted(row["name"] for row in database.all("SELECT name FROM _sqlite_migrations"))


def arrive(
    database: Database, room: int, record: Iterable[bytes], state: Iterable[bytes], progress: Progress = silent
) -> Arrived:
    """Take a room's data in, inside the caller's transaction, which must be undone when this raises.

    Raises `Unreadable`, `Broken`, and `Differs` where the room has begun a record or anything else of its own.
    """
    lines = iter(record)
    reading = record_file.Reading(next(lines, b""), sense)
    known = _known(database, room, reading.header)
    if not known:
        database.execute("INSERT INTO record (room, id) VALUES (?, ?)", (room, reading.header.record))
    seq = 0
    for line in lines:
        read = reading.feed(line)
        seq += isinstance(read, Link)
        if read is not None and not known:
            _keep(database, room, seq, read)
        if isinstance(read, Link) and seq % 1000 == 0:
            progress(seq)
    checked = reading.end()
    progress(seq)
    if not checked.sound:
        raise Broken(checked)
    if not known:
        _Settling(database, room, reading.header).run(state)
    return Arrived(room, checked, known)


def _known(database: Database, room: int, header: Header) -> bool:
    """Whether the room has this record already. Raises `Differs` where it cannot take it."""
    own = database.one("SELECT id FROM record WHERE room = ?", (room,))
    if own is not None:
        ours = RoomRecord(database, room)
        if (own["id"], ours.length(), ours.head()) != (header.record, header.entries, header.head):
            raise Differs("record")
    elif database.one("SELECT 1 FROM record WHERE id = ?", (header.record,)):
        raise Differs("elsewhere")
    elif _begun(database, room):
        raise Differs("begun")
    return own is not None


def _begun(database: Database, room: int) -> bool:
    """Whether a room has anything of its own that could be mixed up with what comes."""
    return any(database.one(f"SELECT 1 FROM {table} WHERE room = ? LIMIT 1", (room,)) for table in EMPTY)  # noqa: S608 - our own words


def _keep(database: Database, room: int, seq: int, line: Line) -> None:
    match line:
        case Link(body, hash_, texts):
            try:
                number = json.loads(body)["data"].get("number")
            except (AttributeError, KeyError, TypeError):
                return
            if number is not None and (type(number) is not int or not -(2**63) <= number < 2**63):
                return
            database.execute(
                "INSERT INTO entry (room, seq, number, body, hash) VALUES (?, ?, ?, ?, ?)", (room, seq, number, body, hash_)
            )
            for name, (salt, text) in texts.items():
                database.execute(
                    "INSERT INTO entry_text (room, seq, name, salt, text) VALUES (?, ?, ?, ?, ?)", (room, seq, name, salt, text)
                )
        case Named(number, id_, name):
            database.execute(
                "INSERT INTO entry_person (room, number, person, name) VALUES (?, ?, ?, ?)", (room, number, id_, name or None)
            )
        case Roll(hash_, salt):
            database.execute("INSERT INTO roll (room, hash, salt) VALUES (?, ?, ?)", (room, hash_, salt))
        case Witness(at, head, event):
            database.execute("INSERT INTO witness (room, event, seq, head) VALUES (?, ?, ?, ?)", (room, event, at, head))


class _Settling:
    """Everything but the record, line by line."""

    def __init__(self, database: Database, room: int, header: Header) -> None:
        self._db = database
        self._room = room
        self._header = header
        self._whole: dict[str, list[Mapping[str, Any]]] = {"part": [], "sealed": []}

    def run(self, state: Iterable[bytes]) -> None:
        """Take it in. Raises `Unreadable`."""
        seal = record_file.Sealed()
        ended = False
        for place, raw in enumerate(state):
            line = raw.rstrip(b"\n")
            if ended:
                raise Unreadable("damaged")
            ended = line == seal.end
            if not ended:
                seal.add(line)
                self._line(_row(line), first=place == 0)
        if not ended:
            raise Unreadable("truncated")
        for table, columns in (("part", PART), ("sealed", SEALED)):
            if self._whole[table]:
                refill(self._db, table, columns, [{**row, "room": self._room} for row in self._whole[table]])

    def _line(self, found: Mapping[str, Any], *, first: bool) -> None:
        if first:
            if found.get("folkmoot") != KIND:
                raise Unreadable("no-room")
            if found.get("format") != FORMAT or not set(found.get("schema", ())) <= set(schema(self._db)):
                raise Unreadable("version")
            if (found.get("record"), found.get("head")) != (self._header.record, self._header.head):
                raise Unreadable("mixed")
        elif "room" in found:
            values = {name: found["room"][name] for name in ROOM if name in found["room"]}
            if not values:
                raise Unreadable("version")
            # A room that we are in is called what its server says.
            sets = ", ".join("name = iif(joined, name, ?)" if name == "name" else f"{name} = ?" for name in values)
            self._db.execute(f"UPDATE room SET {sets} WHERE room = ?", (*values.values(), self._room))  # noqa: S608 - our own names
        elif found.get("table") in self._whole:
            self._whole[found["table"]].append(found["row"])
        else:
            _insert(self._db, self._room, found)


def _row(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode()) if len(line) <= record_file.LONGEST_LINE else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Unreadable("damaged")
    return found


def _insert(database: Database, room: int, found: Mapping[str, Any]) -> None:
    table, row = found.get("table"), found.get("row")
    holding = HOLDINGS.get(table) if isinstance(table, str) else None
    if holding is None or holding.moves is Moves.NEVER or table in BY_THE_RECORD or not isinstance(row, dict):
        raise Unreadable("version")
    columns = {each["name"] for each in database.all(f"PRAGMA table_info({table})")}
    if not row.keys() <= columns - {holding.room}:
        raise Unreadable("version")
    values = {str(holding.room): room, **row}
    verb = "INSERT" if table in EMPTY else "INSERT OR REPLACE"
    marks = ", ".join("?" * len(values))
    database.execute(
        f"{verb} INTO {table} ({', '.join(values)}) VALUES ({marks})",
        tuple(values.values()),
    )
