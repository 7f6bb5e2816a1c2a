"""The account's folder: the session, the secrets and the key store, readable by their owner alone."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from bot import durable
from bot.matrix import raw

_PRIVATE: Final = 0o600
_PRIVATE_FOLDER: Final = 0o700


class InUse(Exception):
    """Another process works with this folder: two of them on one key store would destroy it."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who we are for the homeserver. `token` stays out of every `repr`."""

    homeserver: str
    user_id: str
    device_id: str
    token: str = field(repr=False)


def kept_seeds(path: Path) -> Mapping[str, Any]:
    """The cross-signing seeds that are kept in the folder at `path`; empty when there are none."""
    return _read(path / "identity.json")


def kept_session(path: Path) -> Session | None:
    """The session that is kept in the folder at `path`, or `None` when there is none to read. The folder may be in use."""
    kept = _read(path / "session.json")
    values = [raw.words(kept.get(name)) for name in ("homeserver", "user_id", "device_id", "token")]
    homeserver, user_id, device_id, token = values
    if homeserver and user_id and device_id and token:
        return Session(homeserver, user_id, device_id, token)
    return None


def kept_secret(path: Path) -> str | None:
    """The secret that the key store's secrets are sealed with, or `None` when there is none yet."""
    return raw.words(_read(path / "secret.json").get("secret"))


def _read(file: Path) -> Mapping[str, Any]:
    try:
        return raw.mapping(raw.parse(file.read_bytes()))
    except (FileNotFoundError, raw.Malformed):
        return {}


class Folder:
    """The folder of one account. Made when it is missing; locked for as long as this value is open."""

    def __init__(self, path: Path) -> None:
        """Raises `InUse` when another process holds the folder."""
        path.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        self.path = path
        self._lock = os.open(path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _PRIVATE)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            raise InUse from None

    def close(self) -> None:
        """Let others use the folder. Closing twice does no harm."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    @property
    def store(self) -> Path:
        """The key store."""
        return self.path / "keys.db"

    def session(self) -> Session | None:
        """The session that was kept, or `None` when there is none to read."""
        return kept_session(self.path)

    def keep_session(self, session: Session) -> None:
        """Keep the session for the next start."""
        self._write("session.json", asdict(session))

    def forget_session(self) -> None:
        """The session ended: the next start logs in."""
        (self.path / "session.json").unlink(missing_ok=True)

    def secret(self) -> str:
        """The secret that the key store's secrets are sealed with; made at the first call."""
        kept = kept_secret(self.path)
        if kept is None:
            kept = secrets.token_hex(32)
            self._write("secret.json", {"secret": kept})
        return kept

    def seeds(self) -> Mapping[str, Any]:
        """The cross-signing seeds that were kept; empty when there are none."""
        return kept_seeds(self.path)

    def keep_seeds(self, seeds: Mapping[str, str]) -> None:
        """Keep the cross-signing seeds. What they signed stays trusted only as long as they exist."""
        self._write("identity.json", seeds)

    def inbound(self) -> bytes | None:
        """The keys to messages that a backup brought, until a device has taken them over."""
        try:
            return (self.path / "inbound.json").read_bytes()
        except FileNotFoundError:
            return None

    def forget_inbound(self) -> None:
        """A device has them."""
        (self.path / "inbound.json").unlink(missing_ok=True)

    def set_store_aside(self) -> None:
        """Put a key store that cannot be opened out of the way, for whoever wants to look at it."""
        for part in self.path.glob("keys.db*"):
            if not part.name.endswith(".unreadable"):
                part.rename(part.with_name(part.name + ".unreadable"))

    def protect_store(self) -> None:
        """Make the key store readable by its owner alone, before anything is in it."""
        os.close(os.open(self.store, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _PRIVATE))
        for part in self.path.glob("keys.db*"):
            part.chmod(_PRIVATE)

    def _write(self, name: str, content: Mapping[str, Any]) -> None:
        durable.write(self.path / name, json.dumps(content).encode())
