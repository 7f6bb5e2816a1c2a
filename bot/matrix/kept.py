"""What a bot keeps on disk about its account, read without its lock and without a change: it may be running."""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import peewee
import vodozemac
from nio.crypto import OlmAccount

from bot.matrix.folder import Session, kept_secret, kept_seeds, kept_session
from bot.matrix.keystore import KeyStoreFailed
from bot.matrix.trust import kept_master

KEYS: Final = "keys.db"


class KeysLost(Exception):
    """The device's keys, or the secret that seals them, are not there. The message says which."""


@dataclass(frozen=True, slots=True)
class KeptKeys:
    """The public keys of the device, as the key store has them."""

    curve25519: str
    ed25519: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The files in the data folder `path`."""

    path: Path

    @property
    def running(self) -> bool:
        """Whether a bot works with the folder now."""
        try:
            lock = os.open(self.path / "lock", os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return False
        except PermissionError:
            # It is somebody else's: whether it runs cannot be seen, and nothing may be taken for still.
            return True
        try:
            # Given back at once: a bot that starts at this very instant would be refused, no other harm is done.
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(lock)
        return False

    def session(self) -> Session | None:
        """The session that was kept, or `None`."""
        return kept_session(self.path)

    def master(self) -> str | None:
        """The public master key of the seeds that are kept, or `None`."""
        return kept_master(kept_seeds(self.path))

    def keys(self, session: Session) -> KeptKeys:
        """The keys of the session's device. Raises `KeysLost`, and `KeyStoreFailed` when the store cannot be read."""
        secret = kept_secret(self.path)
        if not (self.path / KEYS).is_file():
            raise KeysLost(f"{KEYS} is not there")
        if secret is None:
            raise KeysLost("secret.json, which opens the key store, is not there")
        values = session.user_id, session.device_id
        rows = self._rows("SELECT account, shared FROM accounts WHERE user_id = ? AND device_id = ?", values)
        if not rows:
            raise KeysLost(f"{KEYS} holds no keys of this device")
        try:
            account = OlmAccount.from_pickle(bytes(rows[0][0]), secret, bool(rows[0][1]))
        except (ValueError, TypeError, vodozemac.PickleException, vodozemac.LibolmPickleException):
            raise KeysLost(f"secret.json does not open {KEYS}") from None
        keys = account.identity_keys
        return KeptKeys(keys["curve25519"], keys["ed25519"])

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the key store; empty: nothing. Raises `KeyStoreFailed`."""
        found = [str(row[0]) for row in self._rows("PRAGMA quick_check(10)", ())]
        return [] if found == ["ok"] else found

    def _rows(self, sql: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        # Where nobody works with it, not even the index of its log is made anew.
        still = not self.running and not (self.path / f"{KEYS}-wal").exists()
        how = "mode=ro&immutable=1" if still else "mode=ro"
        database = peewee.SqliteDatabase(f"{(self.path / KEYS).absolute().as_uri()}?{how}", uri=True)
        try:
            # What goes wrong while rows are fetched comes as SQLite's own error otherwise.
            with peewee.__exception_wrapper__:
                rows: list[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
        except peewee.PeeweeException as error:
            raise KeyStoreFailed(type(error).__name__) from None
        else:
            return rows
        finally:
            database.close()
