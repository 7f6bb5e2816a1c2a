"""Making a backup of a data folder, whether the bot runs on it or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.backup import dated, lock
from bot.backup.parcel import DATABASE, IDENTITY, INBOUND, Contents, Manifest, packed
from bot.matrix import inbound
from bot.matrix.folder import kept_session
from bot.store.copies import copied
from bot.store.versions import ours


class NotNow(Exception):
    """No backup can be made now. The message says why; `passing`: it is over in a moment."""

    def __init__(self, why: str, *, passing: bool = False) -> None:
        super().__init__(why)
        self.passing = passing


def made(data: Path, now: datetime) -> Contents:
    """What a backup of the data folder holds at `now` (aware). Raises `NotNow`."""
    session = kept_session(data)
    if session is None or not (data / DATABASE).exists():
        raise NotNow(f"there is nothing to back up in {data}: no bot has run there yet")
    try:
        copy = copied(data / DATABASE, now)
    except sqlite3.Error as error:
        raise NotNow(f"the database cannot be read ({getattr(error, 'sqlite_errorname', type(error).__name__)})", passing=True) from None
    if copy.private:
        # It may be the receipt of a secret vote: the one place where a name and a choice stand together.
        raise NotNow("an answer to one person alone is on its way, and must be in no backup; it is gone when it is sent", passing=True)
    manifest = Manifest(
        program=ours(), migrations=copy.migrations, homeserver=session.homeserver, user=session.user_id, made=now
    )
    parts = {DATABASE: copy.data}
    if (data / IDENTITY).exists():
        parts[IDENTITY] = (data / IDENTITY).read_bytes()
    parts[INBOUND] = inbound.written(inbound.taken(data, session, copy.rooms))
    return Contents(manifest, parts)


def backed_up(
    data: Path, folder: Path, now: datetime, passphrase: str | None, locked: Callable[[bytes, str], bytes] = lock.locked
) -> Path:
    """Make a backup and keep it in `folder`. Returns the file. Raises `NotNow` and `OSError`; then there is none."""
    contents = made(data, now)
    file = packed(contents)
    if passphrase is not None:
        file = locked(file, passphrase)
    return dated.keep(folder, contents.manifest.user, now, file, locked=passphrase is not None)
