"""A copy of the whole database, made while it is in use: of one instant, without anything that was deleted, and without secrets of votes.

The copy is made in memory: what must not be in it has then never been on a disk. Whoever holds several copies can compare
them, so nothing of a secret ballot is in any of them: neither the ballots nor who has voted.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot import durable

LEFT_OUT = ("part", "sealed")
"""Tables of which no copy holds a row. If one copy held one ballot more than the copy before, it would be that of whoever wrote in between."""
COPIED = "copied"
"""Stands in a copy, and never in a database in use: when it was made, in milliseconds."""
BEFORE = ".before-"
MOST_BEFORE = 2
BUSY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy. `migrations` are those it has, `rooms` the Matrix ids of the groups in it, without direct chats.

    So many `private` rows of the outbox, meant for one person alone, were left out of it.
    """

    data: bytes = field(repr=False)
    private: int
    migrations: tuple[str, ...]
    rooms: frozenset[str]


def copied(path: Path, made: datetime) -> Copied:
    """Copy the database at `path` as it is at this instant, on a connection of its own. Raises `sqlite3.Error`."""
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS)) as source,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
    ):
        # All pages in one step: one instant, and a writer who comes meanwhile changes nothing of it.
        source.backup(copy)
        tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        private = 0
        if "outbox" in tables:
            gone = copy.execute("DELETE FROM outbox WHERE kind = 'private' OR payload LIKE ' %' RETURNING kind").fetchall()
            private = len(gone)
        if "floor" in tables:
            copy.execute("DELETE FROM floor WHERE kind IN ('round', 'queue', 'wish')")
        for table in LEFT_OUT:
            if table in tables:
                copy.execute(f"DELETE FROM {table}")  # noqa: S608 - one of two names
        if "program" in tables:
            mark = (COPIED, str(round(made.timestamp() * 1000)))
            copy.execute("INSERT OR REPLACE INTO program (name, value) VALUES (?, ?)", mark)
        # Written anew, so that nothing is left between the rows.
        copy.execute("VACUUM")
        rooms = copy.execute("SELECT matrix FROM room WHERE direct IS NULL").fetchall() if "room" in tables else []
        return Copied(copy.serialize(), private, applied(copy), frozenset(matrix for (matrix,) in rooms))


def applied(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the migrations that a database has, oldest first."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone():
        return ()
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'folkmoot' ORDER BY rowid")
    return tuple(row[0] for row in rows.fetchall())


def whole(path: Path) -> bool:
    """Whether the file at `path` is a database in which nothing is damaged."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False


def keep_before(path: Path, migration: str, data: bytes) -> Path:
    """Keep a copy beside the database before `migration` touches it, and the last one before that; older ones go."""
    kept = path.with_name(f"{path.name}{BEFORE}{migration}")
    durable.write(kept, data)
    for old in befores(path)[MOST_BEFORE:]:
        old.unlink()
    return kept


def befores(path: Path) -> list[Path]:
    """The copies that were made before migrations, newest first."""
    return sorted(path.parent.glob(f"{path.name}{BEFORE}*"), key=lambda each: each.stat().st_mtime_ns, reverse=True)
