"""After a backup was put back: what was sent since it was made is found in the rooms, before anything is sent.

The timeline since then is read as after any outage. Where the former life of this account still lived, its deadlines are done
in their place between the messages, at their own time, so that the same follows from them; what it sent settles the rows
that would say it again. Then each room in which something went on is told once, in plain words.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime

import structlog

from bot.conversation import Conversation
from bot.former import FormerLife
from bot.matrix.events import Echo
from bot.store.database import Database, moment
from bot.store.marks import Sent
from bot.store.outbox import Outbox
from bot.store.timeline import Timeline

log = structlog.get_logger(__name__)


class Reconciling:
    """Does deadlines, and knows again what the former life sent; the ids of rows that are done by it are added to `echoes`."""

    def __init__(
        self, database: Database, timeline: Timeline, outbox: Outbox, conversation: Conversation, former: FormerLife
    ) -> None:
        self._db = database
        self._timeline = timeline
        self._outbox = outbox
        self._conversation = conversation
        self._former = former
        outbox.reconciling = former.since is not None

    def due(self, due: sqlite3.Row, unread: int, now: datetime, echoes: list[int]) -> bool:
        """Do one due thing, of which `unread` messages before it could not be read. False: it could not be done, and nothing of it stands."""
        at, matrix = moment(due["at"]), self._timeline.numbered(due["room"])["matrix"]
        with self._outbox.marks.because("due", matrix, due["kind"], str(due["number"]), at=at):
            done = self._conversation.due(due, at, unread, self._former.time(at, now))
        self.recognise(now, echoes)
        return done

    def overtaken(self, room: int, at: datetime, now: datetime, echoes: list[int]) -> None:
        """What the former life did in a room before something was sent there at `at`, and after the backup was made, is done now."""
        until = self._former.lived_until
        undone = []
        while until is not None and (due := self._timeline.due_in(room, min(at, until))) is not None:
            self._timeline.happened(due)
            unread = len(self._timeline.unread(room, None, moment(due["at"])))
            if not self.due(due, unread, now, echoes):
                undone.append(due)
        for due in undone:
            self._timeline.remains(due)

    def came_back(self, room: int, event: Echo, now: datetime, echoes: list[int]) -> None:
        """Something of our own. What another device of this account sent is remembered until it is put here."""
        row_id = self._outbox.row_for(event.transaction, event.mark)
        if row_id is not None:
            echoes.append(row_id)
        if self._outbox.former(event.transaction):
            self._former.met(room, event)
            if row_id is None and event.mark:
                self._outbox.marks.keep(Sent(event.mark, room, event.event, event.sent), now)

    def recognise(self, now: datetime, echoes: list[int]) -> None:
        """What was just put, and was sent by the former life already, is done as if its echo came now. Inside a transaction."""
        while self._outbox.recognised:
            found, self._outbox.recognised = self._outbox.recognised, []
            for mark in found:
                # A handler that crashed may have taken its rows back.
                row_id = self._outbox.row_marked(mark)
                each = self._outbox.marks.take(mark) if row_id is not None else None
                if row_id is not None and each is not None:
                    echoes.append(row_id)
                    self._echo(each, now)

    def _echo(self, each: Sent, now: datetime) -> None:
        room = self._timeline.numbered(each.room)
        # Whether it says the same head of the record is not known: it says none that is ours.
        echo = Echo(room=room["matrix"], event=each.event, sender=self._timeline.bot, sent=each.sent, mark=each.mark, tail="")
        with self._outbox.marks.because("event", each.event):
            self._conversation.happened(room, echo, self._former.time(each.sent, now))

    def tell(self, now: datetime) -> None:
        """All that happened since the backup is read: each room that has something to know is told once, and sending begins."""
        since = self._former.since
        assert since is not None
        with self._db.transaction():
            # The host may have taken it back since, and nobody was told of another one. Whoever still means it says it again.
            staying = {room for room in self._outbox.drop_departures() if self._timeline.numbered(room)["joined"]}
            told = sorted({*self._former.rooms(), *staying})
            for room in told:
                unread, lost = self._former.unread(room), self._former.lost(room, self._outbox)
                self._conversation.put_back(room, since, unread, lost, stays=room in staying)
                self._timeline.told(room)
            for room in self._timeline.groups():
                self._conversation.begun_anew(room, now)
            self._former.told()
        self._former.ends()
        self._outbox.reconciling = False
        for room in sorted(staying):
            log.warning("a departure is not put back: to leave this room all the same, type folkmoot rooms leave again", room=room)
        log.info("what was sent since the backup is known, and sending begins", rooms=len(told))
