"""What is measured of the program at one moment: numbers, never who, where or what."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.store.numbers import Numbers
from bot.watch.pulse import Pulse


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """The disk on which the data lie, in bytes: what is free for us, and that together with what is used."""

    free: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backups:
    """Whether the host wants them, and when the last one was made."""

    wanted: bool = False
    last: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`broken` are our numbers of rooms whose record does not hold; `None` stands for what is not known.

    `silent`: since the last answer of the homeserver, or since the start. `on_its_way`: the oldest of what is being sent now.
    `up`: since the start. `outage`: the last long time without an answer, of which nobody was told yet.
    """

    now: datetime
    up: timedelta
    silent: timedelta
    outage: tuple[datetime, datetime] | None = None
    keeps: bool = True
    on_its_way: timedelta = timedelta()
    queued: int = 0
    oldest: timedelta = timedelta()
    unread: int = 0
    rooms: int = 0
    members: int = 0
    one_time_keys: int | None = None
    disk: Disk | None = None
    backups: Backups = Backups()
    broken: frozenset[int] = frozenset()


class Measures:
    """Takes the facts. `data` is the folder of all data; the two functions ask the account and the folder of backups."""

    def __init__(
        self,
        numbers: Numbers,
        pulse: Pulse,
        data: Path,
        *,
        one_time_keys: Callable[[], int | None] = lambda: None,
        backups: Callable[[], Backups] = Backups,
    ) -> None:
        self._numbers = numbers
        self._pulse = pulse
        self._data = data
        self._one_time_keys = one_time_keys
        self._backups = backups

    def take(self, now: datetime, broken: frozenset[int] = frozenset()) -> Facts:
        """The facts at `now`. Raises `Ended` when the database cannot be read."""
        pulse = self._pulse
        began = pulse.began or now
        found = self._numbers.take(now)
        return Facts(
            now=now,
            up=now - began,
            silent=now - (pulse.synced or began),
            outage=pulse.outage,
            keeps=pulse.keeps,
            on_its_way=pulse.on_its_way(now),
            queued=found.queued,
            oldest=self._oldest(found.oldest, found.oldest_from, now),
            unread=found.unread,
            rooms=found.rooms,
            members=found.members,
            one_time_keys=self._one_time_keys(),
            disk=disk(self._data),
            backups=self._backups(),
            broken=broken,
        )

    def _oldest(self, id_: int | None, not_before: datetime | None, now: datetime) -> timedelta:
        """For how long the oldest row could have been sent; one from a life before waits since this one began."""
        if id_ is None:
            return timedelta()
        since = self._pulse.since(id_) or self._pulse.began or now
        return max(now - max(since, not_before or since), timedelta())


def disk(folder: Path) -> Disk | None:
    """The disk on which `folder` lies, as `df` counts it: what is kept for root alone is neither free nor used."""
    try:
        found = shutil.disk_usage(folder)
    except OSError:
        return None
    return Disk(free=found.free, size=found.used + found.free)
