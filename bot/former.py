"""The former life of this account, after a backup was put back: what is known of it, and until when it lived."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

import structlog

from bot.matrix.events import Echo, Event, Membership, RoomNews, Seed
from bot.store.copies import COPIED
from bot.store.database import Database, millis, moment
from bot.store.outbox import Outbox
from bot.store.timeline import Timeline

INSTANCE_BYTES = 6
FOUND = "reconcile-found"
RECONCILE = "reconcile"
"""Stands in a database that was put back until the rooms are told: when the backup was made, in milliseconds."""

log = structlog.get_logger(__name__)


class FormerLife:
    """What is known of it, while it is being found out. `since`: when the backup was made; `None`: nothing was put back."""

    def __init__(self, database: Database, timeline: Timeline) -> None:
        self._db = database
        self._timeline = timeline
        self.lived_until: datetime | None = None
        self._echoes: Counter[int] = Counter()
        self._tails: dict[int, list[tuple[str, str]]] = {}
        self._begin()
        began = timeline.value(RECONCILE)
        self.since = moment(int(began)) if began else None
        self._load()

    def _begin(self) -> None:
        """A database that is a copy becomes one in use, with new transaction ids: those of the former life are taken."""
        copied = self._timeline.value(COPIED)
        if copied is None:
            return
        with self._db.transaction():
            self._timeline.keep(RECONCILE, copied)
            self._timeline.keep("instance", secrets.token_hex(INSTANCE_BYTES))
            self._timeline.drop(COPIED)
        log.warning("this database was put back from a backup", made=moment(int(copied)))

    def _load(self) -> None:
        """What was found out before a kill, or before a response that could not be kept."""
        self._echoes, self._tails = Counter(), {}
        for room, found in json.loads(self._timeline.value(FOUND) or "{}").items():
            self._echoes[int(room)] = found["echoes"]
            self._tails[int(room)] = [(mark, tail) for mark, tail in found["tails"]]

    def keep(self) -> None:
        """Keep what was found out. Inside the transaction of the response in which it was."""
        if self.since is not None and self._echoes:
            found = {room: {"echoes": count, "tails": self._tails.get(room, [])} for room, count in self._echoes.items()}
            self._timeline.keep(FOUND, json.dumps(found))

    def ahead(self, rooms: Iterable[RoomNews], now: datetime) -> frozenset[str]:
        """All marks in what is about to be handled. Until the last of them the former life lived."""
        own = [event for room in rooms for event in room.events if isinstance(event, Echo) and event.mark]
        if self.since is not None:
            self._load()
        if self.since is not None and own:
            latest = min(now, max(event.sent for event in own))
            self.lived_until = max(self.lived_until or latest, latest)
        return frozenset(event.mark or "" for event in own)

    def sorted(self, rooms: Sequence[RoomNews]) -> Sequence[RoomNews]:
        """Rooms that we know first: what was said in them tells why there are others."""
        return rooms if self.since is None else sorted(rooms, key=lambda room: self._timeline.room(room.room) is None)

    def holds(self, due: sqlite3.Row) -> bool:
        """A secret vote whose ballots are lost is not counted as if nobody had voted: it begins anew."""
        return self.since is not None and self._timeline.ends_secret(due)

    def asked_in(self, matrix: str, seed: Seed, events: Iterable[Event]) -> None:
        """A room that the former life went into: whether it was asked into a direct chat stands in its own coming."""
        if self.since is None or self._timeline.room(matrix) is not None:
            return
        bot = self._timeline.bot
        others = [member.person for member in seed.members if member.person != bot]
        if len(others) == 1 and any(isinstance(each, Membership) and each.person == bot and each.direct for each in events):
            self._timeline.invited(matrix, others[0], direct=True)

    def time(self, at: datetime, now: datetime) -> datetime:
        """When something is handled: at its own time, where the former life handled it then."""
        return min(at, now) if self.lived_until is not None and at <= self.lived_until else now

    def met(self, room: int, event: Echo) -> None:
        """Something that the former life said in a room."""
        if self.since is not None:
            self._echoes[room] += 1
            if event.mark and event.tail:
                self._tails.setdefault(room, []).append((event.mark, event.tail))

    def lost(self, room: int, outbox: Outbox) -> int:
        """How many heads were said in a room that its record does not have."""
        rows = self._db.all("SELECT substr(hash, 1, 8) AS head FROM entry WHERE room = ?", (room,))
        known = {outbox.marks.tail("", row["head"]) for row in rows}
        return sum(tail not in known and tail != outbox.marks.tail(mark, None) for mark, tail in self._tails.get(room, ()))

    def rooms(self) -> Collection[int]:
        """The rooms to be told: those where the former life said something, and where something cannot be read."""
        assert self.since is not None
        rows = self._db.all("SELECT DISTINCT room FROM waiting WHERE sent > ?", (millis(self.since),))
        # Where pages are still missing, it is said when they are read.
        found = {row["room"] for row in rows} | set(self._echoes) | self._timeline.gap_rooms()
        return sorted(room for room in found if self._timeline.numbered(room)["joined"])

    def unread(self, room: int) -> int:
        """How many messages of a room, sent since the backup was made, cannot be read."""
        assert self.since is not None
        row = self._db.one("SELECT count(*) AS n FROM waiting WHERE room = ? AND sent > ?", (room, millis(self.since)))
        return int(row["n"]) if row else 0

    def told(self) -> None:
        """The rooms are told. Inside a transaction."""
        self._timeline.drop(RECONCILE)
        self._timeline.drop(FOUND)

    def ends(self) -> None:
        """From now on this life goes on like any other."""
        self.since = self.lived_until = None
