"""The database as it is, to look at and never to change; the bot may be running on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlite_utils import Database as Tables

from bot.store import copies
from bot.store.database import BUSY_SECONDS, Database, moment, refuse
from bot.store.schema import known

_MOST: Final = 5


class Unsound(Exception):
    """SQLite cannot read the database, or not all of it. The message is SQLite's kind of error."""


class Look(Database):
    """A connection that can only read, and migrates nothing.

    `still`: nobody works with the database, so that not even the index of its log is made anew.
    """

    def __init__(self, path: Path, *, still: bool) -> None:
        """Raises `Unsound`."""
        self._look_at = path
        how = "mode=ro&immutable=1" if still and not path.with_name(f"{path.name}-wal").exists() else "mode=ro"
        try:
            self.connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, timeout=BUSY_SECONDS
            )
            self.connection.row_factory = sqlite3.Row
            for pragma in ("query_only=ON", "schema_version"):
                self.connection.execute(f"PRAGMA {pragma}").fetchall()
        except sqlite3.Error as error:
            raise Unsound(_name(error)) from None
        self.tables = Tables(self.connection)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Everything inside is read from one and the same state. Raises `Unsound` when it cannot be read."""
        try:
            self.connection.execute("BEGIN")
            yield
        except sqlite3.Error as error:
            raise Unsound(_name(error)) from None
        finally:
            self._rollback()

    def faults(self) -> list[str]:
        """What SQLite finds wrong in the file; empty: nothing. Raises `Unsound`."""
        with self.reading():
            found = [str(row[0]) for row in self.all(f"PRAGMA quick_check({_MOST})")]
        return [] if found == ["ok"] else found

    def dangling(self) -> list[str]:
        """Tables with rows that belong to nothing. Raises `Unsound`."""
        with self.reading():
            return sorted({str(row["table"]) for row in self.all("PRAGMA foreign_key_check")})

    def refuse_newer(self) -> None:
        """Raises `Newer` where a newer program has changed it, and `Unsound`."""
        with self.reading():
            refuse(self.connection, self._look_at)

    def older(self) -> bool:
        """Whether it lacks migrations that this program has. Raises `Unsound`."""
        with self.reading():
            return not set(known()) <= set(copies.applied(self.connection))

    def recorded(self) -> list[int]:
        """The numbers of the rooms that have a record."""
        return [int(row["room"]) for row in self.all("SELECT room FROM record ORDER BY room")]

    def waiting(self, now: datetime) -> tuple[int, datetime | None]:
        """How many things are to be sent that could go by `now`, and since when a decision that is over waits for its result.

        The outbox keeps no time of its own; what was due and has not happened tells how late things are.
        """
        with self.reading():
            count = self.one("SELECT count(*) AS n FROM outbox WHERE not_before <= ?", (round(now.timestamp() * 1000),))
            oldest = self.one("SELECT min(at) AS at FROM due JOIN room USING (room) WHERE joined")
        late = moment(oldest["at"]) if oldest and oldest["at"] is not None else None
        return int(count["n"]) if count else 0, late if late is not None and late < now else None


def _name(error: sqlite3.Error) -> str:
    return str(getattr(error, "sqlite_errorname", type(error).__name__))
