"""The alarm clock: it wakes the program when something is due, and every 20 seconds in any case.

What is due is asked of the store, so a missed alarm costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

EVERY_SECONDS = 20


class Alarm:
    """Calls `wake` at the time that was set last, and regularly."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._wake = wake
        self._at: datetime | None = None

    def start(self) -> None:
        """Begin, inside the running event loop."""
        self._scheduler.add_job(self._wake, "interval", seconds=EVERY_SECONDS, id="regularly")
        self._scheduler.start()

    def set(self, at: datetime | None) -> None:
        """Wake at `at` (aware UTC) instead of the time set before."""
        if at == self._at:
            return
        self._at = at
        if at is None:
            if self._scheduler.get_job("due"):
                self._scheduler.remove_job("due")
        else:
            self._scheduler.add_job(self._wake, "date", run_date=at, id="due", replace_existing=True)

    def stop(self) -> None:
        """No more alarms."""
        self._scheduler.shutdown(wait=False)
