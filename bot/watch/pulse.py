"""The program's signs of life, kept in memory and lost with it: `App` and `Loop` report them here, others read them.

Numbers and times alone: nothing here could name a person, a room or an event.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

OUTAGE = timedelta(minutes=10)
"""Without an answer of the homeserver for so long, the program is not well."""
STUCK = timedelta(minutes=30)
"""No single round of reading and no single message takes so long: after it only a new start helps."""
MOST_ROWS = 10_000


class Trouble(StrEnum):
    """What can go wrong while the program runs on: the kinds by which errors are counted."""

    HOMESERVER = "homeserver"
    """The homeserver could not be reached, or could not answer."""
    DATABASE = "database"
    """The database could not be read or written."""
    CRASH = "crash"
    """Something that was typed, that happened or was due could not be handled: a fault in the program."""
    REFUSED = "refused"
    """The homeserver refused for good what was to be sent."""


class Spread:
    """How many spans of time were how long: `counts` for each of `BOUNDS` (seconds), then those above all; `total` in milliseconds."""

    BOUNDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)

    def __init__(self) -> None:
        self.counts = [0] * (len(self.BOUNDS) + 1)
        self.total = 0

    def add(self, span: timedelta) -> None:
        """One more. Where the clock was put back meanwhile it counts as nothing."""
        span = max(span, timedelta())
        self.counts[bisect_left(self.BOUNDS, span.total_seconds())] += 1
        self.total += span // timedelta(milliseconds=1)


class Pulse:
    """What a running program reports of itself. All times are aware UTC, from its one clock."""

    def __init__(self) -> None:
        self.began: datetime | None = None
        self.synced: datetime | None = None
        self.outage: tuple[datetime, datetime] | None = None
        """The last long time without an answer, until somebody was told."""
        self.keeps = True
        """Whether the last response could be kept in the database."""
        self.errors: Counter[Trouble] = Counter()
        self.late = 0
        """Decisions that were closed late."""
        self.unreadable = 0
        """Messages that came without their key."""
        self.answers = Spread()
        """From an answer's being written, which is when what it answers was received, to the homeserver's taking it."""
        self._round: datetime | None = None
        self.newest = 0
        """The newest row of the outbox that was reported."""
        self._rows: dict[int, datetime] = {}
        self._answers: set[int] = set()
        self._sending: dict[int, datetime] = {}

    def begins(self, now: datetime) -> None:
        """The program starts."""
        self.began = now

    def round(self, now: datetime | None) -> None:
        """A round of reading begins at `now`, or (`None`) is over, however it ended."""
        self._round = now

    def received(self, now: datetime) -> None:
        """A response of the homeserver had its effect and is kept."""
        before = self.synced or self.began
        if before is not None and now - before >= OUTAGE:
            self.outage = (before, now)
        self.synced, self.keeps = now, True

    def troubled(self, trouble: Trouble) -> None:
        """Something went wrong."""
        self.errors[trouble] += 1

    def not_kept(self) -> None:
        """The database could not keep a response."""
        self.keeps = False
        self.troubled(Trouble.DATABASE)

    def queued(self, rows: Collection[tuple[int, bool]], now: datetime) -> None:
        """These rows are new in the outbox; of each, whether it is an answer to somebody."""
        for id_, answer in rows:
            self.newest = max(self.newest, id_)
            self._rows[id_] = now
            if answer:
                self._answers.add(id_)

    def remaining(self, rows: Collection[int]) -> None:
        """No other rows are left."""
        self._rows = {id_: at for id_, at in self._rows.items() if id_ in rows}
        self._answers &= self._rows.keys()

    @property
    def crowded(self) -> bool:
        """Whether so many rows are remembered that those which are gone should be forgotten."""
        return len(self._rows) > MOST_ROWS

    def since(self, id: int) -> datetime | None:  # noqa: A002
        """Since when a row waits, as far as this life of the program knows."""
        return self._rows.get(id)

    def sending(self, id: int, now: datetime) -> None:  # noqa: A002
        """A row is on its way to the homeserver."""
        self._sending[id] = now

    def answered(self, id: int, now: datetime, *, taken: bool) -> None:  # noqa: A002
        """The homeserver said what became of a row; `taken`: it has it."""
        self._sending.pop(id, None)
        if taken and id in self._answers:
            self._answers.discard(id)
            self.answers.add(now - self._rows[id])

    def on_its_way(self, now: datetime) -> timedelta:
        """How long the oldest of what is being sent has been on its way."""
        return now - min(self._sending.values(), default=now)

    def stuck(self, now: datetime) -> bool:
        """Whether something hangs that should long be over."""
        return now - (self._round or now) > STUCK or self.on_its_way(now) > STUCK
