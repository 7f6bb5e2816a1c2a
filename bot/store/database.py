"""The one SQLite database: opening it, its transactions, and what counts as an error of its own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database as Tables

from bot.store import copies
from bot.store.schema import known, migrations
from bot.store.versions import Newer, ours

BUSY_SECONDS = 1.0
"""How long another writer is waited for: the whole program waits, and the response is asked for again anyway."""


class Ended(Exception):
    """SQLite ended the transaction (disk full, locked, broken): nothing of the response was kept; try it again later.

    `reason` is SQLite's name of the error.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def millis(at: datetime) -> int:
    """Whole milliseconds since the epoch. Raises `ValueError` for a naive time."""
    if at.tzinfo is None:
        raise ValueError("a naive time")
    return round(at.timestamp() * 1000)


def moment(at: int) -> datetime:
    """The aware UTC time of whole milliseconds since the epoch."""
    return datetime.fromtimestamp(at / 1000, UTC)


def refuse_newer(path: Path) -> None:
    """Look at the database at `path`, if there is one, and change nothing. Raises `Newer`."""
    if path.exists():
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as connection:
            refuse(connection, path)


def refuse(connection: sqlite3.Connection, path: Path) -> None:
    """The same, on a connection that is open already. Raises `Newer`."""
    if unknown := [name for name in copies.applied(connection) if name not in known()]:
        by = connection.execute("SELECT value FROM program WHERE name = 'version'").fetchone()
        raise Newer(path, by[0] if by else "", unknown, copies.befores(path))


@cache
def _empty() -> bytes:
    """A database with all tables and nothing in them: one in memory begins as a copy of it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.apply(Tables(connection))
        return connection.serialize()


class Database:
    """A connection to the database in `path` (or in memory), migrated, durable at every commit.

    Raises `Newer` when a newer program has changed it. Before a migration touches what is there, a copy is kept beside it.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        if path is not None:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        self.connection = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=BUSY_SECONDS)
        self.connection.row_factory = sqlite3.Row
        if path is None:
            self.connection.deserialize(_empty())
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            self.connection.execute(f"PRAGMA {pragma}").fetchall()
        self.tables = Tables(self.connection)
        if path is not None:
            self._check(path)
            migrations.apply(self.tables)
            self._used()

    def _check(self, path: Path) -> None:
        """Refuse what a newer program wrote, and keep a copy of what is about to be changed."""
        there = copies.applied(self.connection)
        try:
            refuse(self.connection, path)
        except Newer:
            self.connection.close()
            raise
        pending = [name for name in known() if name not in there]
        if there and pending:
            # The last write: what came since is not in it.
            made = datetime.fromtimestamp(max(each.stat().st_mtime for each in (path, *path.parent.glob(f"{path.name}-wal"))), UTC)
            copies.keep_before(path, pending[0], copies.copied(path, made).data)

    def _used(self) -> None:
        """Which program used it last: a former one can then say which one is needed."""
        row = self.one("SELECT value FROM program WHERE name = 'version'")
        if row is None or row["value"] != ours():
            self.execute("INSERT OR REPLACE INTO program (name, value) VALUES ('version', ?)", (ours(),))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One `BEGIN IMMEDIATE` ... `COMMIT`. Raises `Ended` when SQLite itself could not go on; then nothing was kept."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._rollback()
            # Errors of Python's own module, such as text that is no UTF-8, bear no name of SQLite's.
            raise Ended(getattr(error, "sqlite_errorname", "SQLITE_ERROR")) from error
        except BaseException:
            self._rollback()
            raise

    def _rollback(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    @contextmanager
    def snapshot(self) -> Iterator[Database]:
        """What was committed when this began, to read only, on a connection of its own: for something long in a thread.

        It shuts nobody out and sees nothing that comes later. In memory there is no second connection: it is this one.
        Raises `Ended` when SQLite itself could not go on, or `interrupt` was called from another thread.
        """
        if self._path is None:
            yield self
            return
        try:
            with closing(_Snapshot(self._path)) as snapshot:
                yield snapshot
        except sqlite3.OperationalError as error:
            raise Ended(getattr(error, "sqlite_errorname", "SQLITE_ERROR")) from error

    @property
    def in_memory(self) -> bool:
        """Whether there is no file, and so only one connection for one thread."""
        return self._path is None

    def interrupt(self) -> None:
        """End what is being read here, from another thread."""
        self.connection.interrupt()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part that can be undone alone. An error of SQLite's own is not the part's: it passes through."""
        with self.tables.atomic():
            yield

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.connection.execute(sql, values)

    def one(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Row | None:
        """The first row, or `None`."""
        row: sqlite3.Row | None = self.connection.execute(sql, values).fetchone()
        return row

    def all(self, sql: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """All rows."""
        return self.connection.execute(sql, values).fetchall()

    def tuples(self, sql: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows one after the other, as plain tuples: for very many of them."""
        cursor = self.connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, values)

    def truncate_log(self) -> bool:
        """Empty the write-ahead log, outside a transaction. False: it is in use and still holds what was written.

        Nobody is waited for: whoever reads one state, an export for example, may do so for half a minute.
        """
        self.execute("PRAGMA busy_timeout = 0")
        try:
            row = self.one("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError:
            return False
        finally:
            self.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")
        return row is not None and not row[0]

    def close(self) -> None:
        """Close the connection; everything committed is on disk already."""
        self.connection.close()


class _Snapshot(Database):
    """One state of a database that others go on writing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=BUSY_SECONDS)
        self.connection.row_factory = sqlite3.Row
        self.connection.execute("BEGIN")
        self.one("SELECT 1 FROM room")
