"""The backup of every night: made by the running bot beside everything else, made up for when a night was missed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.backup import dated, lock
from bot.backup.making import NotNow, backed_up
from bot.config import Backup

AFTER_START = timedelta(minutes=1)
AGAIN = timedelta(minutes=10)
"""How soon after a failure it is tried again, and how often the clock is looked at: it may be set, or have slept."""

log = structlog.get_logger(__name__)


class Nightly:
    """Backups of the data folder `data` of an account (`user`, a full id), as `settings` say, at a time in `zone`."""

    def __init__(self, settings: Backup, data: Path, user: str, zone: ZoneInfo, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._data = data
        self._user = user
        self._zone = zone
        self._now = now

    async def run(self, stopping: asyncio.Event) -> None:
        """Make what is due, until `stopping` is set."""
        wait = AFTER_START
        while not stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), wait.total_seconds())
                return
            if self.due(self._now()):
                await self.make()
            wait = AGAIN

    def due(self, now: datetime) -> bool:
        """Whether a night has begun since the newest backup, or there is none."""
        newest = dated.latest(self._settings.folder, self._user)
        return newest is None or newest < last(self._settings.at, self._zone, now)

    async def make(self) -> Path | None:
        """Make one in a thread, and let go of the oldest. `None`: it failed, which is in the log, and is tried again."""
        try:
            return await asyncio.to_thread(self._make)
        except NotNow as reason:
            log.warning("the backup has to wait", reason=str(reason))
        except OSError as error:
            log.warning("the backup failed and will be tried again", kind=type(error).__name__, reason=error.strerror or str(error))
        except Exception:  # whatever it is, the bot goes on, and the next night has its backup
            log.warning("the backup failed and will be tried again", exc_info=True)
        return None

    def _make(self) -> Path:
        kept = self._settings
        path = backed_up(self._data, kept.folder, self._now(), kept.passphrase, lock.locked_elsewhere)
        gone = dated.thin_out(kept.folder, self._user, kept.keep)
        log.info("a backup is made", file=path.name, bytes=path.stat().st_size, deleted=len(gone))
        return path


def last(at: time, zone: ZoneInfo, now: datetime) -> datetime:
    """When the clock in `zone` showed `at` for the last time before `now` (aware), as UTC."""
    today = now.astimezone(zone).date()
    times = (datetime.combine(today - timedelta(days=back), at, zone).astimezone(UTC) for back in (0, 1, 2))
    return max(each for each in times if each <= now)
