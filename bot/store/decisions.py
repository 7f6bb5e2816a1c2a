"""The decisions of one room: `commands.ports.Decisions` on SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.store import shapes
from bot.store.database import Database, millis, moment
from policies.ballots import read_ballot, write_ballot
from policies.decision import Act, Decision, Secrecy, Status, Way
from policies.rules import Rule


class RoomDecisions:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def get(self, number: int) -> Decision | None:
        """Decision `number` with its electorate and acts."""
        row = self._db.one("SELECT * FROM decision WHERE room = ? AND number = ?", (self._room, number))
        return self._load(row) if row else None

    def open(self) -> Sequence[Decision]:
        """Those announced or open, by number."""
        rows = self._db.all(
            "SELECT * FROM decision WHERE room = ? AND status IN (?, ?) ORDER BY number",
            (self._room, Status.ANNOUNCED, Status.OPEN),
        )
        return [self._load(row) for row in rows]

    def closed_since(self, at: datetime) -> Sequence[Decision]:
        """Those that closed at `at` or later, by number."""
        rows = self._db.all(
            "SELECT * FROM decision WHERE room = ? AND status = ? AND ended >= ? ORDER BY number",
            (self._room, Status.CLOSED, millis(at)),
        )
        return [self._load(row) for row in rows]

    def holding(self, event: str) -> Decision | None:
        """The decision that `event` is an act of, as its root or as the edit that stands."""
        row = self._db.one(
            "SELECT number FROM act WHERE room = ?1 AND root = ?2 UNION SELECT number FROM act WHERE room = ?1 AND event = ?2",
            (self._room, event),
        )
        return self.get(row["number"]) if row else None

    def save(self, decision: Decision) -> None:
        """Write `decision` as it is."""
        key = (self._room, decision.number)
        row = {
            "room": self._room,
            "number": decision.number,
            "question": decision.question,
            "proposer": decision.proposer,
            "method": decision.method,
            "status": decision.status,
            "proposed": millis(decision.proposed),
            "length": round(decision.length.total_seconds() * 1000) if decision.length is not None else None,
            "until": _maybe(decision.until),
            "options": json.dumps(decision.options),
            "seats": decision.seats,
            "given": json.dumps(decision.given),
            "secrecy": decision.secrecy,
            "seed": decision.seed,
            "kind": decision.kind,
            "terms": shapes.write(decision.terms) if decision.terms else None,
            "runoff_of": decision.runoff_of,
            "keys": json.dumps(decision.keys),
            "counts_from": _maybe(decision.counts_from),
            "version": decision.version,
            "extended": int(decision.extended),
            "opened": _maybe(decision.opened),
            "closes": _maybe(decision.closes),
            "ended": _maybe(decision.ended),
        }
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        updates = ", ".join(f"{column} = excluded.{column}" for column in row if column not in {"room", "number"})
        self._db.execute(
            f"INSERT INTO decision ({columns}) VALUES ({marks}) ON CONFLICT DO UPDATE SET {updates}",  # noqa: S608 - our own names
            tuple(row.values()),
        )
        if not decision.electorate:
            self._db.execute("DELETE FROM elector WHERE room = ? AND number = ?", key)
        for person in decision.electorate:
            self._db.execute(
                "INSERT INTO elector (room, number, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (*key, person)
            )
        for person in decision.stray:
            self._db.execute(
                """INSERT INTO elector (room, number, person, stray, voter) VALUES (?, ?, ?, 1, 0)
                   ON CONFLICT DO UPDATE SET stray = 1""",
                (*key, person),
            )
        kept = {row["root"]: row["event"] for row in self._db.all("SELECT root, event FROM act WHERE room = ? AND number = ?", key)}
        for root in kept.keys() - decision.acts.keys():
            self._db.execute("DELETE FROM act WHERE room = ? AND number = ? AND root = ?", (*key, root))
        for root, act in decision.acts.items():
            if kept.get(root) != act.event:
                ballot = None if act.ballot is None else json.dumps(write_ballot(act.ballot))
                self._db.execute(
                    "INSERT OR REPLACE INTO act (room, number, root, event, voter, sent, way, ballot) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (*key, root, act.event, act.voter, millis(act.sent), act.way, ballot),
                )

    def _load(self, row: sqlite3.Row) -> Decision:
        key = (self._room, row["number"])
        electors = self._db.all("SELECT person, stray, voter FROM elector WHERE room = ? AND number = ?", key)
        acts = self._db.all("SELECT * FROM act WHERE room = ? AND number = ?", key)
        return Decision(
            number=row["number"],
            question=row["question"],
            proposer=row["proposer"],
            method=row["method"],
            proposed=moment(row["proposed"]),
            length=timedelta(milliseconds=row["length"]) if row["length"] is not None else None,
            until=_when(row["until"]),
            options=shapes.read(tuple[str, ...], row["options"]),
            seats=row["seats"],
            given=shapes.read(dict[str, Any], row["given"]),
            secrecy=Secrecy(row["secrecy"]),
            seed=row["seed"],
            kind=row["kind"],
            terms=shapes.read(Rule, row["terms"]) if row["terms"] else None,
            runoff_of=row["runoff_of"],
            keys=shapes.read(tuple[str, ...], row["keys"]),
            counts_from=_when(row["counts_from"]),
            version=row["version"],
            extended=bool(row["extended"]),
            status=Status(row["status"]),
            opened=_when(row["opened"]),
            closes=_when(row["closes"]),
            ended=_when(row["ended"]),
            electorate=frozenset(each["person"] for each in electors if each["voter"]),
            stray={each["person"]: 1 for each in electors if each["stray"]},
            acts={
                each["root"]: Act(
                    each["voter"],
                    each["root"],
                    each["event"],
                    moment(each["sent"]),
                    Way(each["way"]),
                    None if each["ballot"] is None else read_ballot(json.loads(each["ballot"])),
                )
                for each in acts
            },
        )


def _maybe(at: datetime | None) -> int | None:
    return None if at is None else millis(at)


def _when(at: int | None) -> datetime | None:
    return None if at is None else moment(at)
