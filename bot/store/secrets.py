"""The secret ballots of one room: `commands.ports.Secrets` on SQLite.

SQLite puts a new row wherever a page has space, so the bytes of a table tell in which order its rows came; two tables
that were filled by the same ballots would be linked by it. So every change empties a table and fills it in the order of
its key. An emptied table's pages are overwritten (`secure_delete`), and copies that SQLite leaves behind when it
splits a page are then copies of sorted rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.store.database import Database
from policies.secret import Sealed

PART = ("room", "number", "person")
SEALED = ("room", "number", "key", "choice", "reason")


class RoomSecrets:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def voted(self, number: int) -> frozenset[str]:
        """Who has cast a ballot."""
        rows = self._db.all("SELECT person FROM part WHERE room = ? AND number = ?", (self._room, number))
        return frozenset(row["person"] for row in rows)

    def ballots(self, number: int) -> Sequence[Sealed]:
        """What was cast, by key."""
        rows = self._db.all(
            "SELECT key, choice, reason FROM sealed WHERE room = ? AND number = ? ORDER BY key", (self._room, number)
        )
        return [Sealed(row["key"], row["choice"], row["reason"]) for row in rows]

    def cast(self, number: int, person: str, ballot: Sealed) -> None:
        """Keep a first ballot and, apart from it, who voted."""
        self._fill("part", PART, {*self._rows("part", PART), (self._room, number, person)})
        self._keep(number, ballot)

    def replace(self, number: int, ballot: Sealed) -> None:
        """Keep a ballot in the place of the one that has its key."""
        self._keep(number, ballot)

    def forget(self, number: int) -> None:
        """Nobody voted, and nothing was cast."""
        for table, columns in (("part", PART), ("sealed", SEALED)):
            rows = self._rows(table, columns)
            kept = {row for row in rows if row[:2] != (self._room, number)}
            if len(kept) < len(rows):
                self._fill(table, columns, kept)

    def promise(self, person: str) -> bool:
        """Whether this person has not been told yet; from now on they have."""
        sql = "INSERT INTO promised (room, person) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING person"
        return self._db.one(sql, (self._room, person)) is not None

    def _keep(self, number: int, ballot: Sealed) -> None:
        key = (self._room, number, ballot.key)
        others = {row for row in self._rows("sealed", SEALED) if row[:3] != key}
        self._fill("sealed", SEALED, {*others, (*key, ballot.choice, ballot.reason)})

    def _rows(self, table: str, columns: Sequence[str]) -> set[tuple[object, ...]]:
        """Everything in a table, of all rooms: they share its pages."""
        return {tuple(row) for row in self._db.all(f"SELECT {', '.join(columns)} FROM {table}")}  # noqa: S608 - our own names

    def _fill(self, table: str, columns: Sequence[str], rows: set[tuple[object, ...]]) -> None:
        """The table holds these rows, written in the order of their key."""
        fill(self._db, table, columns, rows)


def fill(database: Database, table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    """The table holds these rows and no others, written in the order of their key."""
    # Without a condition SQLite drops the pages as a whole instead of freeing cell after cell.
    database.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    marks = ", ".join("?" * len(columns))
    ordered = sorted(rows, key=lambda row: row[:3])
    database.connection.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our own names
        ordered,
    )


def refill(database: Database, table: str, columns: Sequence[str], more: Iterable[Mapping[str, object]]) -> None:
    """The table holds `more` too: what a group brought along."""
    kept = {tuple(row) for row in database.all(f"SELECT {', '.join(columns)} FROM {table}")}  # noqa: S608 - our own names
    fill(database, table, columns, kept | {tuple(row[name] for name in columns) for row in more})
