"""The key store on disk: nio's own tables, and beside them what nio does not keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

import peewee
from nio.store import SqliteStore

from bot.clock import Clock
from bot.matrix.folder import Folder

_REMEMBERED: Final = 7 * 86_400
_TABLES: Final = (
    # Which person sent the key of a session, and when it came.
    """CREATE TABLE IF NOT EXISTS folkmoot_session (
        device TEXT NOT NULL, session TEXT NOT NULL, person TEXT NOT NULL, received INTEGER NOT NULL,
        PRIMARY KEY (device, session)) STRICT, WITHOUT ROWID""",
    # To-device messages that were handled, and the session that each brought: a sync that comes again finds them here.
    """CREATE TABLE IF NOT EXISTS folkmoot_handled (
        device TEXT NOT NULL, digest BLOB NOT NULL, session TEXT, received INTEGER NOT NULL,
        PRIMARY KEY (device, digest)) STRICT, WITHOUT ROWID""",
    # People whose devices were asked for, and whether the list may have changed since.
    """CREATE TABLE IF NOT EXISTS folkmoot_person (
        device TEXT NOT NULL, person TEXT NOT NULL, stale INTEGER NOT NULL,
        PRIMARY KEY (device, person)) STRICT, WITHOUT ROWID""",
)


class KeyStoreFailed(Exception):
    """The key store cannot be written or read now (a full disk, most often)."""


class _Store(SqliteStore):  # type: ignore[misc]
    def _create_database(self) -> peewee.SqliteDatabase:
        return peewee.SqliteDatabase(
            self.database_path,
            pragmas={"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "secure_delete": 1},
        )


class KeyStore:
    """The keys of one device. `nio` is the part that nio's Olm machine works with."""

    def __init__(self, user_id: str, device_id: str, folder: Folder) -> None:
        """Raises `KeyStoreFailed`."""
        folder.protect_store()
        self._device = device_id
        try:
            self.nio = _Store(user_id, device_id, str(folder.path), folder.secret(), folder.store.name)
            for table in _TABLES:
                self._run(table)
        except peewee.PeeweeException as error:
            raise KeyStoreFailed(type(error).__name__) from None
        folder.protect_store()

    def close(self) -> None:
        """Close the database."""
        self.nio.database.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All that is written inside is written together or not at all. Nothing inside may await.

        Raises `KeyStoreFailed` when it was not written.
        """
        try:
            with self.nio.database.atomic():
                yield
        except peewee.PeeweeException as error:
            raise KeyStoreFailed(type(error).__name__) from None

    def _run(self, statement: str, values: Iterable[Any] = ()) -> Any:
        return self.nio.database.execute_sql(statement, tuple(values))

    def owners(self) -> dict[str, str]:
        """Who sent the key of each session."""
        rows = self._run("SELECT session, person FROM folkmoot_session WHERE device = ?", [self._device])
        return dict(rows.fetchall())

    def keep_owner(self, session: str, person: str, received: int | None = None) -> None:
        """The key of `session` came from `person`, now or at `received` (seconds since the epoch)."""
        self._run(
            "INSERT INTO folkmoot_session VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [self._device, session, person, _now() if received is None else received],
        )

    def forget_sessions(self, before: datetime) -> list[str]:
        """Delete the keys of sessions that came before `before` (aware); their ids. Raises `KeyStoreFailed`."""
        with self.atomic():
            rows = self._run(
                "SELECT session FROM folkmoot_session WHERE device = ? AND received < ?",
                [self._device, before.timestamp()],
            )
            sessions = [session for (session,) in rows.fetchall()]
            for session in sessions:
                self._run("DELETE FROM megolminboundsessions WHERE session_id = ?", [session])
                self._run("DELETE FROM folkmoot_session WHERE device = ? AND session = ?", [self._device, session])
        if sessions:
            # The write-ahead log still holds what was deleted.
            try:
                self._run("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except peewee.PeeweeException as error:
                raise KeyStoreFailed(type(error).__name__) from None
        return sessions

    def handled(self, digest: bytes) -> tuple[str | None] | None:
        """The session that an earlier handled to-device message brought, in a tuple; `None` when it is new."""
        row = self._run(
            "SELECT session FROM folkmoot_handled WHERE device = ? AND digest = ?", [self._device, digest]
        ).fetchone()
        return None if row is None else (row[0],)

    def keep_handled(self, digest: bytes, session: str | None) -> None:
        """A to-device message was handled, and brought the key of `session`."""
        self._run(
            "INSERT INTO folkmoot_handled VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [self._device, digest, session, _now()],
        )

    def forget_handled(self) -> None:
        """Drop what is too old to come again."""
        self._run(
            "DELETE FROM folkmoot_handled WHERE device = ? AND received < ?", [self._device, _now() - _REMEMBERED]
        )

    def people(self) -> dict[str, bool]:
        """The people whose devices were asked for, and whether their list may have changed since."""
        rows = self._run("SELECT person, stale FROM folkmoot_person WHERE device = ?", [self._device])
        return {person: bool(stale) for person, stale in rows.fetchall()}

    def keep_person(self, person: str, *, stale: bool) -> None:
        """Note whether the list of this person's devices may have changed."""
        self._run(
            "INSERT INTO folkmoot_person VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET stale = excluded.stale",
            [self._device, person, int(stale)],
        )

    def forget_person(self, person: str) -> None:
        """The server no longer tells us when this person's devices change."""
        self._run("DELETE FROM folkmoot_person WHERE device = ? AND person = ?", [self._device, person])


def _now() -> int:
    return int(Clock().now().timestamp())
