"""Which program may open which database: a newer one's database is never touched."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


class Newer(Exception):
    """A newer Folkmoot has changed this database: this one cannot know what its tables mean. The message says what to do."""

    def __init__(self, path: Path | None, by: str, unknown: Sequence[str], copies: Sequence[Path] = ()) -> None:
        self.unknown = tuple(unknown)
        used = f"Folkmoot {by}" if by else "a newer Folkmoot"
        back = "put a backup of that time back with: folkmoot restore FILE"
        if copies:
            back = (
                f"with the bot stopped, put {copies[0].name}, which was made before the upgrade, "
                "in the place of folkmoot.db (docs/backup.md tells how)"
            )
        super().__init__(
            f"{path or 'the database'} was last used by {used}, and this is Folkmoot {ours()}, which does not know all of its tables. "
            f"Nothing was changed. Install {used} or a later one; or, to go back, {back}."
        )


def ours() -> str:
    """The version of this program."""
    try:
        return version("folkmoot")
    except PackageNotFoundError:
        return "unknown"
