"""A bot with a real database and a homeserver of ours: what is sent to it is counted, and comes back when we say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import App, Pace
from bot.clock import Clock
from bot.config import Limits
from bot.conversation import House
from bot.matrix.events import Echo, Event, Member, Membership, Message, News, RoomNews, Seed, Withdrawal
from bot.matrix.parcels import Delivered, Later, Outcome, Parcel, SendEvent
from bot.store.database import Database
from bot.store.outbox import Outbox
from bot.store.rooms import RoomStore
from commands.answers import Answer
from commands.kit import Command
from commands.ports import About, Context
from policies.decision import Decision
from tests.our_texts import our_texts

BOT = "@folkmoot:example.org"
ANA, BEN, CLEO, DAN = PEOPLE = tuple(f"@{name}:example.org" for name in ("ana", "ben", "cleo", "dan"))
ROOM, OTHER = "!circle:example.org", "!other:example.org"
BEGIN = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
PACE = Pace()
HOUSE = House(prefix="!", language="en", zone="UTC", about=About(emergency="112"))


class SetClock(Clock):
    """A clock that goes when told to."""

    def __init__(self) -> None:
        self.at = BEGIN

    def now(self) -> datetime:
        """The time that was set."""
        return self.at


def seed(people: Sequence[str] = PEOPLE, name: str = "Circle") -> Seed:
    """A room with these people and the bot."""
    members = [Member(person=person, membership="join", name=person[1:].partition(":")[0].title()) for person in people]
    return Seed(
        members=(*members, Member(person=BOT, membership="join", name="Folkmoot")),
        power={},
        creators=frozenset(people[:1]),
        version="12",
        encrypted=False,
        name=name,
        history="shared",
        predecessor=None,
        founder=people[0] if people else None,
    )


class Homeserver:
    """Takes what the bot sends, puts it into the timeline, and may answer something else than the truth.

    `answer` is asked before anything is taken, and what it returns is answered; `lost` is asked after: then it is taken,
    and the answer gets lost. `forgets` ends the memory of transaction ids, as a server's does after a while.
    """

    def __init__(self) -> None:
        self.tries: list[Parcel] = []
        self.taken: list[SendEvent] = []
        self.timeline: list[tuple[SendEvent, str]] = []
        self.answer: Callable[[Parcel], Outcome | None] = lambda _: None
        self.lost: Callable[[Parcel], bool] = lambda _: False
        self._known: dict[str, str] = {}

    async def send(self, parcel: Parcel) -> Outcome:
        """What `App.flush` calls."""
        self.tries.append(parcel)
        outcome = self.answer(parcel)
        if outcome is not None:
            return outcome
        if not isinstance(parcel, SendEvent):
            return Delivered("!somewhere:example.org")
        if parcel.transaction not in self._known:
            self._known[parcel.transaction] = f"$sent{len(self.taken)}"
            self.taken.append(parcel)
            self.timeline.append((parcel, self._known[parcel.transaction]))
        return Later(1, account=False) if self.lost(parcel) else Delivered(self._known[parcel.transaction])

    def forgets(self) -> None:
        """Transaction ids from before are new to it now."""
        self._known = {}

    def echoes(self, sent: datetime) -> dict[str, list[Event]]:
        """Our own events that were not in a response yet, by room."""
        found: dict[str, list[Event]] = {}
        for parcel, event in self.timeline:
            echo = Echo(room=parcel.room, event=event, sender=BOT, sent=sent, transaction=parcel.transaction)
            found.setdefault(parcel.room, []).append(echo)
        self.timeline = []
        return found

    def bodies(self, room: str = ROOM) -> list[str]:
        """The messages that the bot wrote in a room, edits and marks left out."""
        return [
            parcel.content["body"]
            for parcel in self.taken
            if parcel.room == room and parcel.type == "m.room.message" and "m.new_content" not in parcel.content
        ]


class Stage:
    """A bot, its clock and its homeserver. `path` keeps the database in a file, so that the bot can be killed."""

    def __init__(self, path: Path | None = None, rooms: Sequence[str] = (ROOM,), limits: Limits | None = None) -> None:
        self.path = path
        self.limits = limits
        self.held = 0
        self.clock = SetClock()
        self.server = Homeserver()
        self.events = 0
        self.tokens = 0
        self.start()
        for room in rooms:
            joined = Membership(**self.outer(BOT, room), person=BOT, before="invite", after="join", name="Folkmoot")
            self.receive(RoomNews(room=room, events=(joined,), seed=seed(name=room[1:].partition(":")[0])))

    def start(self) -> None:
        """Start the program on what the database holds."""
        self.database = Database(self.path)
        self.app = App(
            self.database,
            BOT,
            texts=our_texts(),
            house=HOUSE,
            welcome=lambda sender: sender.endswith(":example.org"),
            limits=self.limits,
            held=lambda: self.held,
            clock=self.clock,
            pace=PACE,
        )

    def kill(self) -> None:
        """End without a word: what is not committed is gone, and so is all that memory held."""
        self.database.connection.close()
        self.start()

    @property
    def outbox(self) -> Outbox:
        """The queue of the running program."""
        return self.app._outbox

    def store(self, room: str = ROOM) -> RoomStore:
        """What commands see of a room."""
        row = self.app.timeline.room(room)
        assert row is not None
        return RoomStore(self.database, row["room"], BOT, "en", "UTC")

    def number(self, room: str = ROOM) -> int:
        """Our number of a room."""
        row = self.app.timeline.room(room)
        assert row is not None
        return int(row["room"])

    def outer(self, sender: str, room: str = ROOM, sent: datetime | None = None) -> dict[str, Any]:
        """The outer part of the next event."""
        self.events += 1
        return {"room": room, "event": f"$event{self.events:04}", "sender": sender, "sent": sent or self.clock.at}

    def typed(self, sender: str, body: str, room: str = ROOM, **more: Any) -> Message:
        """A message that somebody typed; it is not received yet."""
        return Message(**self.outer(sender, room, more.pop("sent", None)), body=body, **more)

    def removal(self, sender: str, event: str, room: str = ROOM) -> Withdrawal:
        """The redaction of an event; it is not received yet."""
        return Withdrawal(**self.outer(sender, room), redacts=event)

    def news(self, *rooms: RoomNews, **more: Any) -> News:
        """The next sync response."""
        self.tokens += 1
        return News(token=f"s{self.tokens}", rooms=rooms, **more)

    def receive(self, *rooms: RoomNews, **more: Any) -> None:
        """The bot reads the next sync response."""
        self.app.receive(self.news(*rooms, **more), self.clock.at)

    def sync(self) -> None:
        """The bot reads what it sent itself."""
        echoes = self.server.echoes(self.clock.at)
        self.receive(*(RoomNews(room=room, events=tuple(events)) for room, events in echoes.items()))

    def hear(self, *events: Event, room: str = ROOM) -> None:
        """Something happened in a room."""
        self.receive(RoomNews(room=room, events=events))

    def say(self, sender: str, body: str, room: str = ROOM, **more: Any) -> str:
        """Somebody typed a message and the bot read it. Returns its event."""
        message = self.typed(sender, body, room, **more)
        self.hear(message, room=room)
        return message.event

    async def deliver(self) -> None:
        """Send all that may be sent, and let it come back in the timeline, until nothing is left to do."""
        for _ in range(100):
            sent = await self.app.flush(self.server.send)
            if not sent and not self.server.timeline:
                return
            self.sync()
        raise AssertionError("the bot does not come to rest")

    async def propose(self, words: str = "Tea?", sender: str = ANA, room: str = ROOM) -> Decision:
        """A decision that is open, its announcement in the room."""
        self.say(sender, f"!propose {words}", room)
        await self.deliver()
        return self.store(room).decisions.open()[-1]

    async def passes(self, span: timedelta) -> None:
        """Time goes by, and the bot has read all that was said."""
        self.clock.at += span
        self.receive()
        self.app.tick()
        await self.deliver()

    def handles(self, name: str, handler: Callable[[Context], Answer]) -> None:
        """From now on the command `name`, which takes no arguments here, does this."""
        command = Command(name, handler)
        self.app.book.commands[name] = command
        for names in (self.app.book._names, *self.app.book._own.values()):
            names[name] = command

    def rows(self, table: str) -> list[dict[str, Any]]:
        """All rows of a table."""
        return [dict(row) for row in self.database.all(f'SELECT * FROM "{table}"')]  # noqa: S608 - names from the tests

    def everything(self) -> dict[str, list[dict[str, Any]]]:
        """The whole database, table by table."""
        names = self.database.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        return {row["name"]: self.rows(row["name"]) for row in names}


def choices(decision: Decision) -> dict[str, str]:
    """Whose vote stands as what."""
    return {act.voter: act.ballot.choice or "" for act in decision.standing() if act.ballot is not None}
