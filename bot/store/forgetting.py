"""Forgetting one person in one room: what is theirs goes, everything else loses the name, and what was cast stays counted.

What the group still needs keeps the words of who is forgotten until it is over. That it has to go then is a row of its own
(`parting`), so that a restart, a backup or a move to another host loses it no more than the vote itself.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from typing import Any

from bot.store import shapes
from bot.store.authorship import begun, written
from bot.store.database import Database
from bot.store.decisions import RoomDecisions
from bot.store.holdings import HOLDINGS, NOT_OF_THE_SERIES
from bot.store.matters import KINDS, RoomMatters
from bot.store.reminders import RoomReminders
from bot.store.secrets import PART, fill
from commands.ports import Matter
from policies import forgotten
from policies.decision import Decision
from policies.model import FORMER
from policies.motion import Motion

BEGUN = tuple(name for name, kind in KINDS.items() if kind in forgotten.BEGUN)
"""Kinds of matters whose question is the words of whoever began them."""


def spelled(person: str) -> dict[str, str]:
    """An id as it can stand in JSON."""
    return {"plain": person, "escaped": json.dumps(person)[1:-1]}


def forget(database: Database, room: int, person: str, *, words: bool) -> None:
    """The person is a former member from here on: in the room, and in their direct chats. `words`: what they wrote goes too."""
    direct = database.all("SELECT room FROM room WHERE direct = ?", (person,))
    former = FORMER + secrets.token_hex(6)
    _release(database, room, person, words=words)
    _unroll(database, room, person)
    _unname(database, room, person)
    for each in (room, *(row["room"] for row in direct)):
        _rename(database, each, person, former)
    for table, holding in HOLDINGS.items():
        if holding.room is None and holding.own:
            database.connection.execute(f"DELETE FROM {table} WHERE {holding.own}", {"person": person})  # noqa: S608 - our own words
    database.execute("INSERT INTO parting (room, former, words) VALUES (?, ?, ?)", (room, former, int(words)))
    Parting(database, room, former, words=words).go()


def part(database: Database) -> None:
    """What former members left behind goes where the group needs it no longer. Inside a transaction."""
    for row in database.all("SELECT room, former, words FROM parting ORDER BY room, former"):
        Parting(database, row["room"], row["former"], words=bool(row["words"])).go()


class Parting:
    """What is still to go of one former member. `words`: what they wrote goes, and not their name alone."""

    def __init__(self, database: Database, room: int, former: str, *, words: bool) -> None:
        self._db = database
        self._room = room
        self._former = former
        self._words = words
        self._decisions = RoomDecisions(database, room)
        self._matters = RoomMatters(database, room, self._decisions, RoomReminders(database, room))
        row = database.one("SELECT number FROM entry_person WHERE room = ? AND person = ?", (room, former))
        self._number = row["number"] if row else None
        self._begun = self._own() | (begun(database, room, self._number) if self._number is not None else frozenset())

    def go(self) -> None:
        """Let go of what is over; where nothing is left to wait for, the mark goes too."""
        under_way, touched = self._under_way(), self._touched()
        texts = written(self._db, self._room, self._number) if self._words and self._number is not None else ()
        for number in touched - under_way:
            self._let_go(number)
        for text in texts:
            if text.about not in under_way:
                self._erase(text.seq, text.name)
        if under_way.isdisjoint(touched | {text.about for text in texts}):
            self._db.execute("DELETE FROM parting WHERE room = ? AND former = ?", (self._room, self._former))

    def _own(self) -> frozenset[int]:
        """What they began, by number, as what is under way or over has it."""
        marks = ", ".join("?" * len(BEGUN))
        rows = self._db.all(
            f"""SELECT number FROM decision WHERE room = ? AND proposer = ?
                UNION SELECT number FROM matter WHERE room = ? AND body ->> '$.proposer' = ? AND kind IN ({marks})""",  # noqa: S608 - question marks only
            (self._room, self._former, self._room, self._former, *BEGUN),
        )
        return frozenset(row["number"] for row in rows)

    def _under_way(self) -> frozenset[int]:
        """What the group still needs as it is: it is not over, or something follows from it. Whoever owes only an answer is not waited for."""
        kinds = ", ".join("?" * len(BEGUN))
        never = ", ".join("?" * len(NOT_OF_THE_SERIES))
        rows = self._db.all(
            f"""SELECT number FROM decision WHERE room = ? AND status IN ('announced', 'open')
                UNION SELECT number FROM matter WHERE room = ? AND open AND kind IN ({kinds})
                  AND NOT (kind = 'advice' AND body ->> '$.phase' = 'deciding')
                UNION SELECT due.number FROM due WHERE room = ? AND kind NOT IN ({never}) AND number IN (
                  SELECT number FROM decision WHERE room = due.room
                  UNION SELECT number FROM matter WHERE room = due.room AND kind IN ({kinds}))""",  # noqa: S608 - question marks only
            (self._room, self._room, *BEGUN, self._room, *sorted(NOT_OF_THE_SERIES), *BEGUN),
        )
        return frozenset(row["number"] for row in rows)

    def _touched(self) -> frozenset[int]:
        """The numbers in which something of theirs may stand."""
        rows = self._db.all(
            """SELECT number FROM act WHERE room = ?1 AND voter = ?2
               UNION SELECT number FROM matter WHERE room = ?1 AND instr(body, ?2)""",
            (self._room, self._former),
        )
        return frozenset(row["number"] for row in rows) | self._begun

    def _let_go(self, number: int) -> None:
        """What is over: their words, where they wish it, and the ids of their messages, by which their server could tell who it was."""
        decision = self._decisions.get(number)
        if decision is not None:
            after = self._settled(number, self._wordless(number, decision))
            if after != decision:
                # What is kept of a vote is written anew as a whole: a ballot that stands is not written twice.
                self._db.execute("DELETE FROM act WHERE room = ? AND number = ?", (self._room, number))
                self._decisions.save(after)
        row = self._db.one("SELECT kind, body FROM matter WHERE room = ? AND number = ?", (self._room, number))
        if row is not None:
            matter: Matter = shapes.read(KINDS[row["kind"]], row["body"])
            body = self._silent(json.loads(shapes.write(self._wordless(number, matter))))
            self._db.execute("UPDATE matter SET body = ? WHERE room = ? AND number = ?", (shapes.write(body), self._room, number))

    def _wordless(self, number: int, thing: Any) -> Any:
        if not self._words:
            return thing
        thing = forgotten.without_words(thing, self._former)
        return forgotten.without_question(thing) if number in self._begun else thing

    def _settled(self, number: int, decision: Decision) -> Decision:
        """A vote that is over: their acts bear no ids of messages, and they are no option by their name."""
        motion = self._matters.get(number)
        if isinstance(motion, Motion) and self._former in motion.values.get("people", ()):
            place = list(motion.values["people"]).index(self._former)
            decision = forgotten.without_options(decision, (place,))
            for row in self._db.all("SELECT seq FROM entry WHERE room = ? AND number = ?", (self._room, number)):
                self._erase(row["seq"], f"option-{place}")
        return forgotten.unlinked(decision, self._former)

    def _silent(self, value: Any) -> Any:
        """JSON in which no message of theirs is named: neither beside what they said, nor in what stands under their name."""
        if isinstance(value, list):
            return [self._silent(each) for each in value]
        if not isinstance(value, dict):
            return value
        found = {name: self._silent(each) for name, each in value.items()}
        for said in (found if found.get("by") == self._former else None, found.get(self._former)):
            if isinstance(said, dict) and "event" in said:
                said["event"] = ""
        return found

    def _erase(self, seq: int, name: str) -> None:
        self._db.execute("DELETE FROM entry_text WHERE room = ? AND seq = ? AND name = ?", (self._room, seq, name))


def _release(database: Database, room: int, person: str, *, words: bool) -> None:
    """Nobody waits for the person, and nothing that they may give again counts already; what nobody saw of their words goes."""
    decisions, reminders = RoomDecisions(database, room), RoomReminders(database, room)
    matters = RoomMatters(database, room, decisions, reminders)
    for number in [row["number"] for row in database.all("SELECT number FROM matter WHERE room = ? AND open", (room,))]:
        matter = matters.get(number)
        after = forgotten.released(matter, person)
        after = forgotten.unseen(after, person) if words else after
        if after is not None and after != matter:
            matters.save(after)
    for reminder in reminders.of_group():
        after = forgotten.released(reminder, person)
        if after != reminder:
            reminders.save(after)


def _unroll(database: Database, room: int, person: str) -> None:
    """The salts go of those rolls that would prove that this person could vote."""
    database.execute(
        """DELETE FROM roll WHERE room = ?1 AND hash IN (
             SELECT body ->> '$.data.electorate' FROM entry WHERE room = ?1 AND number IN (
               SELECT number FROM elector WHERE room = ?1 AND person = ?2))""",
        (room, person),
    )


def _unname(database: Database, room: int, person: str) -> None:
    """What minutes called the person: the minutes stay, and the name goes."""
    database.execute(
        """DELETE FROM entry_text WHERE room = ?1
           AND name = (SELECT 'name-' || number FROM entry_person WHERE room = ?1 AND person = ?2)
           AND seq IN (SELECT seq FROM entry WHERE room = ?1 AND body ->> '$.kind' = 'meeting-held')""",
        (room, person),
    )


def _rename(database: Database, room: int, person: str, former: str) -> None:
    """What is the person's alone is deleted, and everywhere else another name stands."""
    values = {"room": room, "person": person, "former": former, **spelled(person)}
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
    _rename_part(database, room, person, former)


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


def _rename_part(database: Database, room: int, person: str, former: str) -> None:
    """Who took part in secret votes stands in a table that is always written as a whole, in the order of its key."""
    rows = {tuple(row) for row in database.all(f"SELECT {', '.join(PART)} FROM part")}  # noqa: S608 - our own names
    if any(row[0] == room and row[2] == person for row in rows):
        fill(database, "part", PART, {(r, n, former if (r, who) == (room, person) else who) for r, n, who in rows})
