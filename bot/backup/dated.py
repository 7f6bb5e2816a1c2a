"""A folder of backups: each file bears the account and the time that it was made at, and only such files are ever deleted."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from bot import durable
from bot.files import named

_NAME = re.compile(r"backup-(?P<account>[a-z0-9-]+)-(?P<at>\d{8}T\d{6}Z)\.zip(\.age)?")
_AT = "%Y%m%dT%H%M%SZ"


def keep(folder: Path, account: str, made: datetime, data: bytes, *, locked: bool) -> Path:
    """Write a backup of `account` (a full user id), made at `made` (aware). Raises `OSError`; then no file is there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"backup-{named(account)}-{made.astimezone(UTC).strftime(_AT)}.zip{'.age' if locked else ''}"
    durable.write(path, data)
    return path


def latest(folder: Path, account: str | None = None) -> datetime | None:
    """When the newest backup in `folder` was made (aware UTC), of one account or of any; `None`: there is none."""
    found = _of(folder, account)
    return found[0][0] if found else None


def thin_out(folder: Path, account: str, most: int) -> list[Path]:
    """Delete all but the newest `most` backups of an account; what else is in the folder stays. The files that went."""
    old = [path for _, path in _of(folder, account)[most:]]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def _of(folder: Path, account: str | None) -> list[tuple[datetime, Path]]:
    """Backups with their times, newest first."""
    wanted = None if account is None else named(account)
    found = []
    for path in folder.glob("backup-*") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match and wanted in {None, match["account"]} and path.is_file():
            found.append((datetime.strptime(match["at"], _AT).replace(tzinfo=UTC), path))
    return sorted(found, reverse=True)
