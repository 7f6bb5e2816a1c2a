"""The program without its loop: `receive` what happened, `tick` when something is due, `flush` what is to be sent.

One sync response is one transaction: what its events caused, the answers in the outbox, the marks of what was seen and
the sync token are one commit. The clock is read here and nowhere else.
"""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from itertools import islice

import structlog

import commands
from bot.archive.exports import Exports
from bot.charters import Library, known_to, ours
from bot.clock import Clock
from bot.config import Limits
from bot.conversation import Conversation, House
from bot.delivery import Delivery, reader
from bot.door import Door
from bot.former import INSTANCE_BYTES, FormerLife
from bot.matrix.events import (
    Disclosed,
    Echo,
    Encrypted,
    Event,
    Invite,
    Membership,
    Message,
    Named,
    News,
    Power,
    RoomNews,
    Upgraded,
    Waiting,
)
from bot.matrix.parcels import Delivered, Found, Later, Outcome, Parcel, Seen, Undeliverable, Written
from bot.reconciling import Reconciling
from bot.store.database import Database, Ended, moment
from bot.store.forgetting import part
from bot.store.marks import Marks
from bot.store.numbers import Numbers
from bot.store.outbox import DEPART, ERRANDS, EXPORT, FILE, LEVELS, PIN, PRIVATE, REDACT, TOPIC, Outbox, Row
from bot.store.people import People
from bot.store.reminders import Zones
from bot.store.timeline import TOKEN, Timeline
from bot.texts import Texts
from bot.watch.pulse import Pulse, Trouble
from bot.watch.watch import Watch
from bot.words import Vocabulary
from bot.zones import digest
from commands.kit import Book
from commands.results import LATE
from policies.model import text

AT_ONCE = 4
SLICE = 20
"""Due things that are done at once; between two slices commands are answered."""
PUNCTUAL = frozenset({"reminder"})
"""What is due and does not wait for messages whose keys are missing: they can take nothing from it but its time."""
FORBIDDEN = "M_FORBIDDEN"
CLOSING = "close"
"""The kind of due thing that ends a vote."""

log = structlog.get_logger(__name__)

Send = Callable[[Parcel], Awaitable[Outcome]]


class Lane(Enum):
    """Who waits for whom among what is to be sent: nobody waits for another lane."""

    TALK = auto()
    """All that is said."""
    ERRANDS = auto()
    """What brings us into rooms and out of them: other servers may take minutes over it."""
    EXPORTS = auto()
    """Large files, which are made when they are sent."""

    @classmethod
    def of(cls, row: Row) -> Lane:
        """Where a row belongs."""
        return cls.ERRANDS if row.kind in ERRANDS else cls.EXPORTS if row.kind == EXPORT else cls.TALK


@dataclass(frozen=True, slots=True)
class Pace:
    """Waits that tests shorten and `bot.yaml` cannot reach.

    `key_wait`: how long a message may wait for its key before the room is told, and a vote closes without it; `quiet`: how
    long a turnout edit waits for the next one; `retry`: the first wait after a failed send, doubled up to `retry_most`;
    `mend`: how long a deadline whose handling crashed waits to be tried again; `forbidden`: how long a result waits in a room
    where we may not speak, unless the room's powers change before; `let_go`: how often old data are looked for.
    """

    key_wait: timedelta = timedelta(minutes=5)
    quiet: timedelta = timedelta(seconds=10)
    retry: timedelta = timedelta(seconds=1)
    retry_most: timedelta = timedelta(seconds=60)
    mend: timedelta = timedelta(minutes=5)
    forbidden: timedelta = timedelta(hours=1)
    let_go: timedelta = timedelta(hours=1)


class App:
    """All parts wired together around one database, for the account `bot`, which encrypts where it `seals`.

    `welcome` says from whom an invitation is taken.

    `library`: the charters to begin with, by default those of the program. `held`: how many bytes are stored, for `limits`.
    `watch` looks after the program itself.
    """

    def __init__(
        self,
        database: Database,
        bot: str,
        *,
        texts: Texts,
        house: House,
        welcome: Callable[[str], bool],
        seals: bool = True,
        limits: Limits | None = None,
        held: Callable[[], int] = lambda: 0,
        library: Library | None = None,
        clock: Clock | None = None,
        pace: Pace | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._db = database
        self._clock = clock or Clock()
        self._pace = pace or Pace()
        self._house = house
        self._limits = limits or Limits()
        self._watch = watch
        self.pulse = watch.pulse if watch is not None else Pulse()
        self.pulse.begins(self._clock.now())
        self._timeline = Timeline(database, bot)
        self._former = FormerLife(database, self._timeline)
        with database.transaction():
            instance = self._timeline.value("instance") or secrets.token_hex(INSTANCE_BYTES)
            self._timeline.keep("instance", instance)
            Marks(database).begin()
        self._outbox = Outbox(database, instance)
        self._people = People(database)
        self._delivery = Delivery(
            self._outbox,
            self._timeline,
            self._people,
            texts,
            pace=self._pace.quiet,
            exports=Exports(database, texts),
            seals=seals,
        )
        self._door = Door(
            self._timeline, self._people, welcome, limits=self._limits, emergency=house.about.emergency, held=held
        )
        words = Vocabulary(texts)
        self.book = Book.load(commands, words)
        self._conversation = Conversation(
            database=database,
            timeline=self._timeline,
            outbox=self._outbox,
            delivery=self._delivery,
            book=self.book,
            words=words,
            charters=library or Library(ours(), known_to(self.book, words)),
            house=house,
            crashed=lambda: self.pulse.troubled(Trouble.CRASH),
        )
        self._reconciling = Reconciling(database, self._timeline, self._outbox, self._conversation, self._former)
        self._numbers = Numbers(database)
        # How long somebody waited for what a life before left behind is not known.
        self.pulse.queued([(id_, False) for id_, _ in self._numbers.rows_since(0)], self._clock.now())
        self._reader = reader(house.language, house.zone, house.prefix)
        self._attempts: dict[int, int] = {}
        self._put_off: dict[tuple[int, str, int], datetime] = {}
        self._zones = Zones(database)
        self._new_rules: list[tuple[str, str]] | None = None
        self._to_renew: list[tuple[int, str]] = []
        self._account_held: datetime | None = None
        self._read_to: datetime | None = None
        self._let_go_at: datetime | None = None
        self.more = False

    @property
    def token(self) -> str | None:
        """The sync token up to which everything has had its effect."""
        return self._timeline.value(TOKEN)

    @property
    def timeline(self) -> Timeline:
        """Rooms, members and what waits, for the loop that feeds this app."""
        return self._timeline

    def now(self) -> datetime:
        """The time, from the one clock."""
        return self._clock.now()

    def receive(self, news: News, began: datetime) -> None:
        """Handle one sync response whose request began at `began`. Raises `Ended` when nothing of it could be kept."""
        now = self._clock.now()
        echoes: list[int] = []
        self._outbox.marks.ahead = self._former.ahead(news.rooms, now)
        with self._db.transaction():
            for matrix in news.left:
                self._timeline.uninvited(matrix)
                self._outbox.uninvited(matrix)
                row = self._timeline.room(matrix)
                if row is not None:
                    self._timeline.gone(row["room"])
            for room in self._former.sorted(news.rooms):
                self._room(room, now, echoes)
            # Who is in a group, and where a group goes on, decides about an invitation that came with it.
            for invite in news.invites:
                self._invited(invite)
            self._timeline.drop_old_waiting(now)
            self._timeline.keep(TOKEN, news.token)
            self._former.keep()
        for row_id in echoes:
            self._outbox.settle(row_id)
            self._attempts.pop(row_id, None)
        self._sweep()
        self.pulse.received(now)
        self._queued(now)
        self.more = news.more
        if not news.more:
            self._read_to = began

    def resolved(self, waiting: Waiting, event: Event | None) -> None:
        """An event that waited for its key can be read now: it is handled as if it had come in time.

        `None`: it is nothing for us (a picture, say).
        """
        with self._db.transaction():
            row = self._timeline.room(waiting.room)
            if row is not None:
                self._timeline.waited(row["room"], waiting.event)
                if event is not None:
                    self._guarded(row["room"], event, self._clock.now(), [])

    def _invited(self, invite: Invite) -> None:
        reason = None if self._operators(invite.room) else self._door.refuses(invite)
        if reason is None:
            self._timeline.invited(invite.room, invite.sender, direct=invite.direct)
            self._delivery.join(invite.room, [invite.sender.partition(":")[2]])
        else:
            log.info("invitation declined", room=invite.room, sender=invite.sender, direct=invite.direct, why=reason.id)
            self._delivery.decline(invite.room, reason, self._reader)

    def _operators(self, matrix: str) -> bool:
        """Whether this is the room of whoever runs the program: we come there whoever asks us, and whatever the limits."""
        return self._watch is not None and self._watch.wanted(matrix)

    def _enter(self, news: RoomNews, row: sqlite3.Row | None, now: datetime, echoes: list[int]) -> int | None:
        """We are in a room from here on: our number of it, or `None` where we do not stay."""
        if news.seed is None or self._timeline.former(news.room) is not None or (row is None and self._timeline.half_made(news.seed)):
            return None
        if row is None and not self._operators(news.room) and (reason := self._door.leaves(news.room, news.seed)) is not None:
            self._delivery.decline(news.room, reason, self._reader)
            return None
        self._former.asked_in(news.room, news.seed, news.events)
        room = self._timeline.entered(news.room, news.seed, now)
        self._outbox.release(room)
        if news.seed.founder == self._timeline.bot and (person := self._timeline.numbered(room)["direct"]):
            echoes += self._outbox.opened(person)
        self._conversation.found_here(room, news.seed, news.events)
        old = news.seed.predecessor
        if row is None and old and self._timeline.former(old) == room:
            # What is left of the old room would look like a second group of the same people.
            self._delivery.decline(old, text("moved-on"), self._reader)
            self._outbox.board(room).gone()
            self._conversation.moved(room, now)
        with self._outbox.marks.because("entered", news.room):
            self._conversation.introduce(room, operators=self._operators(news.room))
        return room

    def _room(self, news: RoomNews, now: datetime, echoes: list[int]) -> None:
        row = self._timeline.room(news.room)
        if news.gap is not None:
            if row is not None:
                self._timeline.set_gap(row["room"], news.gap)
            return
        room = row["room"] if row is not None and row["joined"] else self._enter(news, row, now, echoes)
        if room is None:
            return
        for event in news.events:
            self._reconciling.overtaken(room, event.sent, now, echoes)
            self._guarded(room, event, self._former.time(event.sent, now), echoes)
        if row is not None and row["joined"]:
            self._timeline.set_gap(room, None)
            if news.seed is not None:
                self._timeline.seed(room, news.seed, now)
                self._conversation.appeared(room, news.seed, now)
        if self._limits.people and (members := self._timeline.outgrown(room, self._limits.people)) is not None:
            log.warning("a group has grown beyond the limit", room=room, members=members, limit=self._limits.people)
            with self._outbox.marks.because("outgrown", news.room, str(self._limits.people)):
                self._conversation.outgrown(room, members, self._limits.people, now)

    def _guarded(self, room: int, event: Event, now: datetime, echoes: list[int]) -> None:
        """One event in a savepoint of its own: one that we stumble over must not hold back all that follows."""
        try:
            with self._db.savepoint(), self._outbox.marks.because("event", event.event):
                self._event(room, event, now, echoes)
                self._reconciling.recognise(now, echoes)
        except sqlite3.OperationalError:
            raise
        except Exception:
            self.pulse.troubled(Trouble.CRASH)
            log.exception("stumbled over an event", room=room, event_id=event.event)

    def _moved(self, room: int, event: Membership, now: datetime) -> None:
        """Somebody came, went, was asked in, or changed their name."""
        chat = self._timeline.numbered(room)["direct"]
        self._timeline.moved(room, event)
        widened = chat and not self._timeline.numbered(room)["direct"]
        if widened and not self._timeline.used(room) and self._door.grows(chat):
            # Nothing was said in this chat before others were asked in: it is a group that is still being made.
            self._timeline.becomes_group(room)
            self._conversation.widened(room)
        self._conversation.moved_person(room, event, now)

    def _event(self, room: int, event: Event, now: datetime, echoes: list[int]) -> None:  # noqa: C901 - one way for each kind of event
        match event:
            case Membership():
                self._moved(room, event, now)
            case Power():
                self._timeline.power(room, event)
                self._outbox.release(room)
                self._outbox.board(room).allowed()
                self._conversation.changed(self._timeline.numbered(room), now)
            case Named(name=name):
                self._timeline.renamed(room, name)
            case Encrypted():
                self._timeline.encrypted(room)
                self._delivery.sealed(room)
            case Disclosed(history=history):
                self._timeline.disclosed(room, history)
            case Upgraded(successor=successor):
                if self._timeline.upgraded(room, successor, event.sender):
                    self._delivery.join(successor, [event.sender.partition(":")[2]])
            case Message(replaces=str(root)) if session := self._timeline.session(room, root):
                # What it changes cannot be read yet: it has its turn after that.
                waits = Waiting(room=event.room, event=event.event, sender=event.sender, sent=event.sent, session=session)
                self._timeline.waits(room, waits, self._clock.now())
            case Waiting():
                # Its time to wait begins now, whenever it was sent.
                if self._timeline.outcome(room, event.event) is None and self._timeline.waits(room, event, self._clock.now()):
                    self.pulse.unreadable += 1
            case _:
                if isinstance(event, Echo):
                    self._reconciling.came_back(room, event, now, echoes)
                self._conversation.happened(self._timeline.numbered(room), event, now)

    def tick(self) -> bool:
        """Do what is due, a slice of it. True: there is more that can be done at once.

        What was sent in time must have been read before a due thing is done; else it waits for that.
        """
        now = self._clock.now()
        more = self._renew(now)
        ready = list(islice(self._ready(now), SLICE))
        if ready:
            self._do(ready, now)
        elif self._former.since is not None and self.caught_up and not more:
            self._reconciling.tell(now)
        self._let_go(now)
        if self._outbox.pointless(now):
            with self._db.transaction():
                self._outbox.drop_pointless(now)
        for room, senders in self._timeline.to_tell(now - self._pace.key_wait).items():
            with self._db.transaction():
                self._conversation.cannot_read(room, senders)
                self._timeline.told(room)
        self._look(now)
        self._queued(now)
        self._sweep()
        return more or len(ready) == SLICE

    def _do(self, ready: Sequence[tuple[sqlite3.Row, int]], now: datetime) -> None:
        """Do due things, in one commit: each with all that follows from it, or, where it could not be done, again later."""
        undone = set()
        echoes: list[int] = []
        with self._db.transaction():
            for due, unread in ready:
                self._timeline.happened(due)
                if not self._reconciling.due(due, unread, now, echoes):
                    self._timeline.remains(due)
                    undone.add((due["room"], due["kind"], due["number"]))
        for row_id in echoes:
            self._outbox.settle(row_id)
        self.pulse.late += sum(
            due["kind"] == CLOSING and now - moment(due["at"]) > LATE and (due["room"], due["kind"], due["number"]) not in undone
            for due, _ in ready
        )
        for due, _ in ready:
            self._put_off.pop((due["room"], due["kind"], due["number"]), None)
        self._put_off |= dict.fromkeys(undone, now + self._pace.mend)

    def _ready(self, now: datetime) -> Iterator[tuple[sqlite3.Row, int]]:
        """What is due and need not wait, oldest first, with how many messages before it could not be read."""
        if self._read_to is None:
            return
        gaps = self._timeline.gap_rooms()
        for due in self._timeline.due(min(now, self._read_to)):
            at = moment(due["at"])
            waiting = self._timeline.unread(due["room"], None, at)
            readable = due["kind"] in PUNCTUAL or all(since <= now - self._pace.key_wait for since in waiting)
            put_off = self._put_off.get((due["room"], due["kind"], due["number"]), now) > now or self._former.holds(due)
            if readable and not put_off and due["room"] not in gaps:
                yield due, len(waiting)

    def _renew(self, now: datetime) -> bool:
        """Compute the dates of one room anew where the rules of a time zone have changed since. True: there are more."""
        if self._new_rules is None:
            used = [(zone, digest(zone)) for zone in self._zones.used()]
            self._new_rules = [(zone, found) for zone, found in used if found != self._zones.digest(zone)]
            self._to_renew = [(room, zone) for zone, _ in self._new_rules for room in self._zones.rooms(zone)]
        if self._to_renew:
            with self._db.transaction():
                self._conversation.new_rules(*self._to_renew[-1], now)
            self._to_renew.pop()
        if not self._to_renew and self._new_rules:
            with self._db.transaction():
                for zone, found in self._new_rules:
                    self._zones.keep(zone, found)
            self._new_rules = []
        return bool(self._to_renew)

    def _let_go(self, now: datetime) -> None:
        """Once in a while: what a group wants to be kept no longer, rooms that we left long ago, and what former members left behind."""
        if self._let_go_at is not None and now - self._let_go_at < self._pace.let_go:
            return
        self._let_go_at = now
        with self._db.transaction():
            gone = self._house.retention.sweep(self._db, now)
            part(self._db)
            self._outbox.marks.forget(now)
        self._outbox.traces = True
        for room in gone:
            log.info("the data of a room that we left are deleted", room=room)
        self._door.heavy()

    def _look(self, now: datetime) -> None:
        """Once a minute: how the program is, and what of that the operator's room should know."""
        if self._watch is None or not self._watch.due(now):
            return
        try:
            with self._db.transaction():
                said = self._watch.look(now, self._timeline, self._delivery)
            self._watch.told(said)
        except Ended as ended:
            self.pulse.troubled(Trouble.DATABASE)
            log.warning("the database could not be looked at", reason=ended.reason)
        except Exception:
            # A fault in looking after the program must not end it.
            self.pulse.troubled(Trouble.CRASH)
            log.exception("the program could not be looked after")

    def _queued(self, now: datetime) -> None:
        """What is new in the outbox waits from now on."""
        self.pulse.queued(self._numbers.rows_since(self.pulse.newest), now)
        if self.pulse.crowded:
            self.pulse.remaining(self._numbers.rows())

    @property
    def caught_up(self) -> bool:
        """Whether the timeline was read to its end since the start: until then nothing is sent that may have been sent before."""
        return self._read_to is not None

    @property
    def overdue(self) -> bool:
        """Whether something is due that waits for the timeline to be read to that time."""
        return self._timeline.is_due(self._clock.now(), self._read_to)

    def next_due(self) -> datetime | None:
        """When the next thing is due: for the alarm clock."""
        return self._timeline.next_due(self._clock.now())

    def next_send(self) -> datetime | None:
        """When a held row may be sent, if nothing else wakes the sender before."""
        now = self._clock.now()
        if self._account_held is not None and self._account_held > now:
            return self._account_held
        return self._outbox.next_at(now)

    async def flush(self, send: Send, *, lane: Lane | None = None) -> bool:
        """Send what may be sent now, a few rooms at a time, each room in its order. Returns whether anything was sent.

        `lane`: only the rows of this one; for several callers at once, of whom none waits for the others.
        """
        now = self._clock.now()
        if self._account_held is not None and self._account_held > now:
            return False
        rooms: dict[tuple[int | None, str], list[Row]] = defaultdict(list)
        for row in self._outbox.ready(now, caught_up=self.caught_up):
            own = Lane.of(row)
            if lane is None or own is lane:
                alone = str(row.id) if own is Lane.ERRANDS else row.payload["person"] if row.room is None else ""
                rooms[row.room, alone].append(row)
        sent = False
        queue = list(rooms.values())
        for start in range(0, len(queue), AT_ONCE):
            batch = queue[start : start + AT_ONCE]
            sent = any(await asyncio.gather(*(self._flush_room(rows, send) for rows in batch))) or sent
        return sent

    async def _flush_room(self, rows: list[Row], send: Send) -> bool:
        sent = False
        for waiting in rows:
            now = self._clock.now()
            if self._account_held is not None and self._account_held > now:
                break
            if (row := self._outbox.still(waiting.id, now)) is None:
                continue
            if self._delivery.misplaced(row):
                self._remove(row)
                continue
            parcel = await self._delivery.export(row) if row.kind == EXPORT else self._delivery.parcel(row)
            if parcel is None:
                continue
            self._outbox.trying(row.id)
            self.pulse.sending(row.id, self._clock.now())
            # Where we are not, nothing is tried: once we are back there, we do not know the room until we are told.
            outcome = await send(parcel) if row.room is None or self._timeline.inside(row.room) else Undeliverable(FORBIDDEN)
            self.pulse.answered(row.id, self._clock.now(), taken=isinstance(outcome, Delivered))
            sent = True
            if not self._settle(row, outcome) and row.room is not None:
                break
        return sent

    def _settle(self, row: Row, outcome: Outcome) -> bool:  # noqa: PLR0911 - one way for each outcome
        """Keep what became of a row. False: the rest of its room waits too."""
        now = self._clock.now()
        match outcome:
            case Delivered(id=event):
                self._delivered(row, event)
                return True
            case Later(seconds=seconds, account=account):
                attempts = self._attempts[row.id] = self._attempts.get(row.id, 0) + 1
                wait = max(timedelta(seconds=seconds), min(self._pace.retry * 2 ** min(attempts - 1, 10), self._pace.retry_most))
                self._outbox.hold(row.id, now + wait)
                if account:
                    self._account_held = now + timedelta(seconds=seconds)
                return False
            case Undeliverable(code=code):
                self.pulse.troubled(Trouble.REFUSED)
                log.warning("could not be sent", kind=row.kind, room=row.room, code=code)
                if code == FORBIDDEN and row.kind == "event" and (row.purpose or "").startswith("post "):
                    # Who takes our voice away for an hour must not take a result away for ever.
                    self._outbox.hold(row.id, now + self._pace.forbidden)
                    return True
                if row.kind == LEVELS and row.room is not None and not row.payload["raised"]:
                    self._levels_stay(row.id, row.room)
                    return True
                self._remove(row, lambda: self._refused(row))
                return True
            case Found(message=message):
                self._remove(row, lambda: self._conversation.quoted(row, message, now))
                return True
            case Seen():
                self._remove(row, lambda: self._conversation.adopt(row, outcome, now))
                return True
            case Written(by=by):
                self._remove(row, lambda: self._conversation.authored(row, by, now))
                return True

    def _delivered(self, row: Row, event: str) -> None:
        """A row is done: what it was for, if anything, is kept with it."""
        if row.kind == "create":
            self._opened(row, event)
        elif row.kind == TOPIC and row.room is not None:
            board, line = self._outbox.board(row.room), row.payload["line"]
            self._remove(row, lambda: board.lined(line))
        elif row.kind == PRIVATE:
            self._remove(row, lambda: self._bound(row, event))
        elif row.kind == LEVELS and row.room is not None:
            levels = self._outbox.levels(row.room)
            self._remove(row, None if row.payload["raised"] else levels.forget)
        elif row.kind in {*ERRANDS, REDACT, PIN, DEPART}:
            self._remove(row)
        else:
            self._outbox.arrived(row.id, event)

    def _opened(self, row: Row, room: str) -> None:
        """A direct chat is made. Until we are told of it, its row stays, so that no second one is made."""
        told = self._timeline.room(room)
        if told is not None and told["joined"]:
            self._remove(row, lambda: self._timeline.opened(room, row.payload["person"]))
            return
        try:
            with self._db.transaction():
                self._timeline.opened(room, row.payload["person"])
        except Ended as ended:
            self.pulse.troubled(Trouble.DATABASE)
            log.warning("the database could not keep what was sent", reason=ended.reason)
            return
        self._outbox.arrived(row.id, room)

    def _bound(self, row: Row, event: str) -> None:
        """What is said to one person alone has no row any more when its echo comes."""
        if row.room is not None and row.purpose is not None:
            self._outbox.bind(row.room, event, row.purpose, about=row.payload.get("about"))

    def _levels_stay(self, id_: int, room: int) -> None:
        """We may not put back what we changed: that is said once, and tried again, at once where the powers change."""
        self._outbox.hold(id_, self._clock.now() + self._pace.forbidden)
        try:
            with self._db.transaction():
                if not self._outbox.levels(room).told():
                    self._conversation.levels_refused(room, self._clock.now(), raised=False)
        except Ended as ended:
            self.pulse.troubled(Trouble.DATABASE)
            log.warning("the database could not keep what was sent", reason=ended.reason)

    def _refused(self, row: Row) -> None:
        if row.kind == LEVELS and row.room is not None:
            self._outbox.levels(row.room).forget()
            self._conversation.levels_refused(row.room, self._clock.now(), raised=True)
        if row.kind == "create":
            # What was to be said there would wait for ever, and with it the words.
            self._outbox.traces = True
            for lost in self._delivery.stranded(row.payload["person"]):
                self._outbox.drop(lost.id)
                self._unreachable(lost)
        if row.kind == "direct":
            self._unreachable(row)
        if row.room is not None and row.kind in {PIN, TOPIC}:
            self._outbox.board(row.room).refused(row.kind)
        if row.room is not None and row.purpose and row.kind in {"event", FILE}:
            self._conversation.undeliverable(row.room, row.purpose, self._clock.now())

    def _unreachable(self, row: Row) -> None:
        """Something that was to be said to one person alone about a number never reaches them."""
        if row.purpose is not None:
            number = int(row.purpose.rpartition(" ")[2])
            self._conversation.unreachable(row.payload["about"], number, row.payload["person"], self._clock.now())

    def _remove(self, row: Row, then: Callable[[], None] | None = None) -> None:
        """Take a row out that has no echo, and do what follows from it in the same commit."""
        echoes = [row.id]
        try:
            with self._db.transaction():
                self._outbox.drop(row.id)
                if then is not None:
                    with self._outbox.marks.because("after", row.mark or self._outbox.transaction(row.id)):
                        then()
                    self._reconciling.recognise(self._clock.now(), echoes)
        except Ended as ended:
            self.pulse.troubled(Trouble.DATABASE)
            log.warning("the database could not keep what was sent", reason=ended.reason)
            return
        for row_id in echoes:
            self._outbox.settle(row_id)
            self._attempts.pop(row_id, None)
        self._sweep()

    def _sweep(self) -> None:
        """What was said to one person alone, and whatever was let go of, must not outlive its row in the write-ahead log."""
        if self._outbox.traces and self._db.truncate_log():
            self._outbox.traces = False
