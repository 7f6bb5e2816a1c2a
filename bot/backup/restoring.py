"""Putting a backup back into an empty data folder: all of it, or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot import durable
from bot.backup.lock import AGE, WrongPassphrase, unlocked
from bot.backup.parcel import DATABASE, IDENTITY, INBOUND, Contents, Damaged, Manifest, opened
from bot.store.copies import whole
from bot.store.schema import known
from bot.store.versions import ours

_LOCK, _UNDER_WAY = "lock", ".restoring"
_WHY = {
    "strange": "this is no backup of Folkmoot, or only the beginning of one. Take another one; nothing was changed.",
    "changed": "the backup is damaged: what is in it is not what was written. Take another one; nothing was changed.",
    "newer": "the backup was made by a newer Folkmoot than this one. Install that version; nothing was changed.",
}


class NotRestored(Exception):
    """The backup was not put back, and nothing was changed. The message says why and what to do.

    `code` is what the command ends with: 2 where the file cannot be used, 1 where something stands in its way.
    """

    def __init__(self, why: str, *, code: int = 1) -> None:
        super().__init__(why)
        self.code = code


def locked(file: Path) -> bool:
    """Whether a passphrase is needed. Raises `NotRestored` when the file cannot be read."""
    try:
        with file.open("rb") as begin:
            return begin.read(len(AGE)) == AGE
    except OSError as error:
        raise NotRestored(f"{file} cannot be read: {error.strerror}.", code=2) from None


def contents(file: Path, passphrase: str | None) -> Contents:
    """What is in a backup. Raises `NotRestored`."""
    try:
        data = file.read_bytes()
        if data.startswith(AGE):
            data = unlocked(data, passphrase or "")
        return opened(data)
    except OSError as error:
        raise NotRestored(f"{file} cannot be read: {error.strerror}.", code=2) from None
    except WrongPassphrase:
        raise NotRestored(
            "the passphrase does not open this backup, or the backup is damaged. Check the passphrase, or take another "
            "backup; nothing was changed.",
            code=2,
        ) from None
    except Damaged as damaged:
        raise NotRestored(f"{file}: {_WHY[damaged.why]}", code=2) from None


def put_back(backup: Contents, data: Path, user: str) -> Manifest:
    """Lay a backup into the folder `data`, for the account `user` (a full id or the part before its colon).

    The next start logs in as a new device with the same identity. Raises `NotRestored` and `OSError`.
    """
    about = backup.manifest
    if user.removeprefix("@") not in {about.user.removeprefix("@"), about.user[1:].partition(":")[0]}:
        raise NotRestored(f"the backup is of {about.user}, and the settings say {user}. Change `user` in the settings; nothing was changed.")
    if unknown := [name for name in about.migrations if name not in known()]:
        raise NotRestored(
            f"the backup was made by Folkmoot {about.program}, and this is {ours()}, which does not know its tables "
            f"({', '.join(unknown)}). Install {about.program} or a later version; nothing was changed.",
            code=2,
        )
    made = not data.exists()
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = data / _UNDER_WAY
    # What a restore that was killed left behind is no data yet: the database comes last, and this folder goes after it.
    left = {_LOCK, _UNDER_WAY, IDENTITY, INBOUND} if beside.exists() else {_LOCK}
    if [each for each in data.iterdir() if each.name not in left]:
        raise NotRestored(
            f"{data} is not empty. A backup is put into an empty folder only, so that nothing is lost: stop the bot, give that "
            "folder another name, and type this again. Nothing was changed."
        )
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(mode=0o700)
        _lay(backup, beside)
        for name in (IDENTITY, INBOUND, DATABASE):
            if (beside / name).exists():
                (beside / name).rename(data / name)
        durable.settle(data)
    except BaseException:
        # Whoever stops it has an empty folder again, and not half a backup.
        for name in (DATABASE, INBOUND, IDENTITY):
            (data / name).unlink(missing_ok=True)
        shutil.rmtree(beside, ignore_errors=True)
        if made:
            shutil.rmtree(data, ignore_errors=True)
        raise
    beside.rmdir()
    return about


def _lay(backup: Contents, folder: Path) -> None:
    for name in (DATABASE, IDENTITY, INBOUND):
        if name in backup.parts:
            durable.write(folder / name, backup.parts[name])
    if not whole(folder / DATABASE):
        raise NotRestored("the database in the backup is damaged. Take another one; nothing was changed.", code=2)
