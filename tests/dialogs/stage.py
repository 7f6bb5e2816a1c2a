"""The stage: a real `App` on a real database in memory, with the homeserver and the clock in our hands.

What people do becomes events that the app receives; what it sends gets an event id and comes back as an echo. The lines of
a dialogue are in `script.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import App, Pace
from bot.archive.exports import Exports
from bot.archive.moving import Home, brought
from bot.clock import Clock
from bot.conversation import House
from bot.matrix.content import POLL
from bot.matrix.events import (
    Echo,
    Event,
    Invite,
    Member,
    Membership,
    Message,
    News,
    Power,
    RoomNews,
    Seed,
    Upgraded,
    Waiting,
)
from bot.matrix.levels import CHANGED, QUIET, Step, raised, restored
from bot.matrix.parcels import (
    CreateDirect,
    Delivered,
    Found,
    Join,
    Later,
    Leave,
    Outcome,
    Parcel,
    ReadAgain,
    Redact,
    SendEvent,
    SendFile,
    SetLevels,
    SetPinned,
    SetTopic,
    Undeliverable,
    WhoWrote,
    Written,
)
from bot.matrix.standing import with_line
from bot.store.database import Database
from bot.store.journal import digest
from bot.store.rooms import RoomStore
from bot.texts import Reader
from commands.ports import About
from policies.roles import Holder
from tests.our_texts import our_texts

SERVER = "example.org"
BOT = f"@folkmoot:{SERVER}"
BEGIN = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
CODE = re.compile(r"\b(?:[\w-]+-)?[0-9a-z]{4}(?:-[0-9a-z]{4}){3}\b")
"""The code of a secret ballot; `{code ana}` in a line is the last one that Ana was told."""
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
TELLING = 8
"""Words of talk with this many letters or more must be nowhere in the database."""


class Wrong(AssertionError):
    """The dialogue went another way than it is written."""


class FixedClock(Clock):
    """A clock that goes when told to."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The time on this stage."""
        return self.at


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the bot sent: `kind` is text, poll, end, mark, file or decline; `target` what it ends, marks or answers."""

    kind: str
    body: str
    event: str = ""
    target: str | None = None
    thread: str | None = None
    pings: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.kind}> {self.body}"


@dataclass(slots=True)
class Room:
    """A room as its homeserver knows it."""

    id: str
    name: str
    people: list[str]
    encrypted: bool = False
    direct: bool = False
    known: bool = False
    joined: bool = False
    ours: bool = False
    topic: str = ""
    predecessor: str | None = None
    power: dict[str, Any] = field(default_factory=dict)
    pending: list[Event] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands in brackets before `>`.

    For a message: `reply X`, `thread X`, `edit X`, `as LABEL`, `mentions bot` (or others), `quoted`, `talk` (must leave no trace),
    `sent 10m ago`, `sent in 10m`, `sent 2026-03-05 19:00:00`, `in Room name`, `unheard` (its key is missing).
    For what the bot says: `reply X`, `thread X`, `as LABEL`, `pings ana bo`, `in Room name`.
    """

    values: Mapping[str, str]

    @classmethod
    def read(cls, words: str | None) -> Notes:
        """Read the part in brackets."""
        parts = (part.strip().partition(" ") for part in (words or "").split(",") if part.strip())
        return cls({name: value.strip() for name, _, value in parts})

    def get(self, name: str) -> str | None:
        """The value of a note, empty for one without a value; `None` when it is not there."""
        return self.values.get(name)


class Stage:
    """Everything that a dialogue needs, from the first line to the last check."""

    def __init__(self, database: Database | None = None) -> None:
        self.clock = FixedClock(BEGIN)
        self.database = database or Database(None)
        self.house = House(prefix="!", language="en", zone="Europe/Berlin", about=About())
        self._app: App | None = None
        self.rooms: dict[str, Room] = {}
        self.here = ""
        self.ids: dict[str, str] = {"bot": BOT}
        self.names: dict[str, str] = {BOT: "Folkmoot"}
        self.labels: dict[str, str] = {}
        self.bodies: dict[str, tuple[str, Message]] = {}
        self.said: dict[str, list[Said]] = defaultdict(list)
        self.talk: list[str] = []
        self.typed: list[str] = []
        self.shown: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.codes: dict[str, str] = {}
        self.invites: list[Invite] = []
        self.by_transaction: dict[str, str] = {}
        self.events = 0
        self.tokens = 0
        self.away = self.stopped = self.mute = self.echoes_held = self.greets = self.no_files = False
        self.held_echoes: list[tuple[str, Echo]] = []

    @property
    def app(self) -> App:
        """The program, started with the first room so that the house can be set before."""
        if self._app is None:
            self._app = App(
                self.database,
                BOT,
                texts=our_texts(),
                house=self.house,
                welcome=lambda sender: sender.endswith(f":{SERVER}"),
                clock=self.clock,
                pace=Pace(),
            )
        return self._app

    # What people do

    def person(self, word: str) -> str:
        """The Matrix id of somebody in the dialogue."""
        if word not in self.ids:
            self.ids[word] = f"@{word}:{SERVER}"
            self.names.setdefault(self.ids[word], word.capitalize())
        return self.ids[word]

    def room(self, name: str | None = None) -> Room:
        """The room of that name, or the one that the dialogue is in."""
        if (name or self.here) not in self.rooms:
            raise Wrong(f"there is no room {name!r}")
        return self.rooms[name or self.here]

    async def enters(
        self, name: str, people: list[str], *, encrypted: bool = False, quiet: bool = True, named: bool = True
    ) -> None:
        """The first person makes a room, the others join, and the bot is invited.

        `quiet`: the introduction is not checked. Not `named`: only the dialogue calls the room so.
        """
        people = [self.person(word) for word in people]
        room = Room(f"!room{len(self.rooms) + 1}:{SERVER}", name if named else "", people, encrypted=encrypted)
        self.rooms[name] = room
        self.here = name
        self.invites.append(Invite(room=room.id, sender=people[0], direct=False, name=name))
        await self.settle()
        if quiet:
            self.said.clear()

    async def direct(self, word: str, *, quiet: bool = True, encrypted: bool = False) -> Room:
        """The direct chat of a person, opened by them when it is needed first."""
        name = f"direct {word}"
        if name not in self.rooms:
            person = self.person(word)
            room = self.rooms[name] = Room(
                f"!direct{len(self.rooms) + 1}:{SERVER}", "", [person], direct=True, encrypted=encrypted
            )
            self.invites.append(Invite(room=room.id, sender=person, direct=True, name=""))
            await self.settle()
            if quiet:
                self.said.pop(room.id, None)
        return self.rooms[name]

    def where(self, sender: str, room: Room, sent: datetime | None = None) -> dict[str, Any]:
        """The outer part of the next event."""
        self.events += 1
        return {"room": room.id, "event": f"$event{self.events:04}", "sender": sender, "sent": sent or self.clock.at}

    async def types(self, word: str, words: str, notes: Notes, *, direct: bool) -> None:
        """Somebody types a message, edits one, or answers one."""
        sender = self.person(word)
        room = await self.direct(word) if direct else self.room(notes.get("in"))
        body = plain(re.sub(r"\{code (\w+)\}", lambda match: self.codes[match[1]], words))
        (self.talk if notes.get("talk") is not None else self.typed).append(body)
        message = Message(
            **self.where(sender, room, self.moment(notes.get("sent"))),
            body=body,
            reply_to=self.target(notes.get("reply")),
            thread=self.target(notes.get("thread")),
            replaces=self.target(notes.get("edit")),
            mentions=frozenset(self.person(each) for each in (notes.get("mentions") or "").split()),
            quoted=notes.get("quoted") is not None,
        )
        for label in filter(None, (word, notes.get("as"))):
            self.labels[label] = message.event
        self.bodies[message.event] = (room.name, message)
        if notes.get("unheard") is not None:
            sealed = Waiting(**self.outer(message), session=f"session-{message.event}")
            room.pending.append(sealed)
        else:
            room.pending.append(message)
        await self.settle()

    @staticmethod
    def outer(message: Message) -> dict[str, Any]:
        """The fields of a message that are never encrypted."""
        return {"room": message.room, "event": message.event, "sender": message.sender, "sent": message.sent}

    async def opened(self, label: str) -> None:
        """The key of a message that could not be read has come."""
        event = self.labels[label]
        waiting = next((each for each in self.app.timeline.waiting() if each.event == event), None)
        if waiting is None:
            raise Wrong(f"{label} does not wait for a key")
        self.app.resolved(waiting, self.bodies[event][1])
        await self.settle()

    def target(self, words: str | None) -> str | None:
        """The event that a dialogue calls `poll 1`, `status 1`, `result 1`, `bo` (the last message) or by a label."""
        if words is None:
            return None
        if words in self.labels:
            return self.labels[words]
        found = self.targets(words)
        if not found:
            raise Wrong(f"nothing is called {words!r}")
        return found[0]

    def targets(self, words: str) -> list[str]:
        """The events that were posted as `poll 1`, `status 1` or `result 1`; as `former poll 1` before a new version."""
        match = re.fullmatch(r"(poll|status|result|former poll|board) (\d+)", "board 0" if words == "board" else words)
        if match is None:
            return []
        kind = {"result": "post", "former poll": "former"}.get(match[1], match[1])
        found = self.database.all(
            "SELECT event FROM posted JOIN room USING (room) WHERE matrix = ? AND purpose = ?",
            (self.room().id, f"{kind} {match[2]}"),
        )
        return [row["event"] for row in found]

    def moment(self, words: str | None) -> datetime | None:
        """The server time of a message: `10m ago`, `in 10m`, or in UTC."""
        if words is None:
            return None
        if match := re.fullmatch(r"(\d+)([smhd]) ago", words):
            return self.clock.at - span(match[1], match[2])
        if match := re.fullmatch(r"in (\d+)([smhd])", words):
            return self.clock.at + span(match[1], match[2])
        return datetime.fromisoformat(words).replace(tzinfo=UTC)

    async def happens(self, event: Event, room: Room) -> None:
        """Something else than a message comes."""
        room.pending.append(event)
        await self.settle()

    async def moves(self, word: str, after: str, name: str | None = None) -> None:
        """Somebody joins or leaves a room."""
        person, room = self.person(word), self.room(name)
        joined = person in room.people
        if after == "join" and not self.greets:
            # Most dialogues are about something else: who comes there was greeted long ago.
            self.store(name).newcomers.knows([person])
        if after == "join":
            room.people.append(person)
        else:
            room.people.remove(person)
        event = Membership(
            **self.where(person, room),
            person=person,
            before="join" if joined else "leave",
            after="join" if after == "join" else "leave",
            name=self.names[person] if after == "join" else None,
        )
        await self.happens(event, room)

    async def upgrades(self, word: str) -> None:
        """Somebody makes a new room in the place of the one that the dialogue is in; the members and the bot go there."""
        old, person = self.room(), self.person(word)
        new = self.follows(old, [person, *(each for each in old.people if each != person)])
        new.predecessor = old.id
        self.rooms[f"former {self.here}"] = old
        await self.happens(Upgraded(**self.where(person, old), successor=new.id), old)

    def follows(self, old: Room, people: list[str]) -> Room:
        """A room with another id, where the dialogue goes on."""
        new = Room(f"!next{len(self.rooms) + 1}:{SERVER}", old.name, people, encrypted=old.encrypted)
        self.rooms[self.here] = new
        return new

    async def moves_house(self) -> None:
        """The group takes everything to another host: into an empty database there, for a new room."""
        old = self.room()
        row = self.app.timeline.room(old.id)
        assert row is not None
        with TemporaryDirectory() as folder:
            path = Path(folder) / "box.zip"
            reader = Reader(self.house.language, ZoneInfo(self.house.zone), self.house.prefix)
            with path.open("w+b") as out:
                Exports(self.database, our_texts()).record(row["room"], reader, out, whole=True)
            self.database, self._app = Database(None), None
            new = self.follows(old, old.people)
            brought(self.database, path, Home(BOT, self.house.language, self.house.zone), self.clock.at, room=new.id)
        new.joined = True
        await self.happens(Membership(**self.where(BOT, new), person=BOT, before="invite", after="join", name="Folkmoot"), new)

    async def named(self, word: str, name: str) -> None:
        """Somebody chooses a display name, in every room that they are in."""
        person = self.person(word)
        self.names[person] = name
        for room in self.rooms.values():
            if person in room.people and room.known:
                event = Membership(**self.where(person, room), person=person, before="join", after="join", name=name)
                room.pending.append(event)
        await self.settle()

    def store(self, name: str | None = None) -> RoomStore:
        """What commands see of a room, or of the one that the dialogue is in."""
        row = self.app.timeline.room(self.room(name).id)
        assert row is not None
        return RoomStore(self.database, row["room"], BOT, self.house.language, self.house.zone)

    def serve(self, role: str, people: list[str]) -> None:
        """These people serve in a role now, whose turn it is first."""
        roles = self.store().roles
        leadership = roles.get()
        kept = tuple(each for each in leadership.holders if each.role != role)
        new = tuple(Holder(role, self.person(word), BEGIN + timedelta(seconds=place)) for place, word in enumerate(people))
        roles.save(replace(leadership, holders=(*kept, *new)))

    # Time, and the homeserver

    async def passes(self, until: datetime) -> None:
        """Time goes on to `until`, with a stop wherever the bot would wake."""
        while True:
            stops = [until]
            if not self.stopped:
                stops += [at for at in (self.app.next_due(), self.app.next_send()) if at is not None]
                if self.app.timeline.waiting() or self.app.overdue:
                    stops.append(self.clock.at + timedelta(minutes=1))
            self.clock.at = min(at for at in stops if at > self.clock.at)
            await self.settle()
            if self.clock.at >= until:
                return

    async def settle(self) -> None:
        """Bring what happened to the bot, and what it sends to the room, until nothing more comes of it."""
        if self.stopped:
            return
        if self.away:
            while self.app.tick():
                pass
            return
        for _ in range(1000):
            self.sync()
            more = self.app.tick()
            sent = await self.app.flush(self.send)
            if not more and not sent and not self.invites and not any(room.pending for room in self.rooms.values()):
                return
        raise Wrong("the bot does not come to rest")

    def sync(self) -> None:
        """One sync response."""
        news = []
        for room in self.rooms.values():
            if not room.joined:
                room.pending = []
            if room.pending:
                seed = None if room.known else self.seed(room)
                news.append(RoomNews(room=room.id, events=tuple(room.pending), seed=seed))
                room.known, room.pending = True, []
        self.tokens += 1
        invites, self.invites = tuple(self.invites), []
        self.app.receive(News(token=f"s{self.tokens}", rooms=tuple(news), invites=invites), self.clock.at)

    def seed(self, room: Room) -> Seed:
        """The room as the homeserver describes it."""
        people = [*room.people, BOT]
        return Seed(
            members=tuple(Member(person=person, membership="join", name=self.names[person]) for person in people),
            power={},
            creators=frozenset({BOT if room.ours else room.people[0]}),
            version="12",
            encrypted=room.encrypted,
            name=room.name,
            history="shared",
            predecessor=room.predecessor,
            founder=BOT if room.ours else room.people[0],
        )

    async def send(self, parcel: Parcel) -> Outcome:  # noqa: C901, PLR0911, PLR0912 - one way for each kind of parcel
        """What the homeserver does with a parcel: the same transaction twice is the same event."""
        if self.mute:
            return Later(seconds=30, account=False)
        match parcel:
            case SendFile() if self.no_files:
                return Undeliverable("M_TOO_LARGE")
            case Join(room=id_):
                room = next(room for room in self.rooms.values() if room.id == id_)
                room.joined = True
                joined = Membership(**self.where(BOT, room), person=BOT, before="invite", after="join", name="Folkmoot")
                room.pending.append(joined)
                return Delivered(id_)
            case Leave(room=id_, reason=reason):
                self.said[id_].append(Said("decline", reason))
                return Delivered(id_)
            case CreateDirect(person=person):
                return Delivered(self.opens(person).id)
            case Redact(room=id_, event=event):
                self.said[id_].append(Said("removal", "", target=event))
                return Delivered(f"$removal-{event}")
            case SetPinned(room=id_, event=event, pinned=pinned):
                self.said[id_].append(Said("pin" if pinned else "unpin", "", target=event))
                return Delivered(event)
            case SetTopic(room=id_, before=before, line=line):
                room = next(room for room in self.rooms.values() if room.id == id_)
                room.topic = with_line(room.topic, before, line)
                self.said[id_].append(Said("topic", room.topic))
                return Delivered(id_)
            case SetLevels():
                return self.levels(parcel)
            case WhoWrote(event=event):
                return Written(self.bodies[event][1].sender) if event in self.bodies else Undeliverable("M_NOT_FOUND")
            case ReadAgain(event=event):
                return Found(self.bodies[event][1] if event in self.bodies else None)
            case SendEvent() | SendFile():
                room = next(room for room in self.rooms.values() if room.id == parcel.room)
                if not room.joined:
                    return Undeliverable("M_FORBIDDEN")
                return Delivered(self.by_transaction.get(parcel.transaction) or self.post(parcel, room))
        raise Wrong(f"{parcel} is not known here")

    def levels(self, parcel: SetLevels) -> Outcome:
        """Raise the levels of a room, or put them back, where the bot may."""
        room = next(room for room in self.rooms.values() if room.id == parcel.room)
        change = tuple(Step(*each) for each in parcel.change)
        if room.power.get("users", {}).get(BOT, 0) < QUIET:
            return Undeliverable("M_FORBIDDEN")
        after = raised(room.power, change) if parcel.raised else restored(room.power, change)
        if after is None:
            return Undeliverable(CHANGED)
        if after != room.power:
            room.power = after
            self.said[room.id].append(Said("closed" if parcel.raised else "opened", ""))
            room.pending.append(Power(**self.where(BOT, room), content=after))
        return Delivered(parcel.room)

    def opens(self, person: str) -> Room:
        """The bot opens a direct chat, encrypted, and the person comes in."""
        word = next(word for word, id_ in self.ids.items() if id_ == person)
        room = Room(f"!direct{len(self.rooms) + 1}:{SERVER}", "", [person], encrypted=True, direct=True, ours=True)
        room = self.rooms.setdefault(f"direct {word}", room)
        if not room.joined:
            room.joined = True
            joined = Membership(**self.where(BOT, room), person=BOT, before="leave", after="join", name="Folkmoot")
            room.pending.append(joined)
        return room

    def post(self, parcel: SendEvent | SendFile, room: Room) -> str:
        """Put an event of the bot into its room."""
        expected = {*room.people, BOT} if room.encrypted else None
        if (None if parcel.recipients is None else set(parcel.recipients)) != expected:
            raise Wrong(f"encrypted for {parcel.recipients}, and the room holds {room.people}")
        echo = Echo(**self.where(BOT, room), transaction=parcel.transaction)
        self.by_transaction[parcel.transaction] = echo.event
        if self.echoes_held:
            self.held_echoes.append((parcel.room, echo))
        else:
            room.pending.append(echo)
        said = heard(parcel, echo.event)
        if isinstance(parcel, SendFile):
            self.files[parcel.name] = parcel.data
        if room.direct and (match := CODE.search(said.body)):
            self.codes[next(word for word, id_ in self.ids.items() if id_ == room.people[0])] = match[0]
        if said.kind == "edit":
            self.shown[said.target or ""] = said.body
        else:
            self.shown[echo.event] = said.body
            self.said[parcel.room].append(said)
        return echo.event

    async def echoes_come(self) -> None:
        """The timeline holds what the bot sent before."""
        self.echoes_held = False
        for room_id, echo in self.held_echoes:
            next(room for room in self.rooms.values() if room.id == room_id).pending.append(echo)
        self.held_echoes = []
        await self.settle()

    async def restarts(self) -> None:
        """The program ends and begins anew on the same database."""
        self._app = None
        self.stopped = False
        await self.settle()

    # What must be

    def expect(self, room: Room, kind: str, words: str, notes: Notes) -> None:
        """The next thing that was said in a room is this."""
        waiting = self.said[room.id]
        if not waiting:
            raise Wrong(f"the bot should say ({kind}): {words}\nbut said nothing")
        said = waiting.pop(0)
        if said.kind != kind or not fits(words, said.body):
            raise Wrong(f"the bot should say ({kind}): {words}\nbut said {said}")
        if "reply" in notes.values and said.target != self.target(notes.get("reply")):
            raise Wrong(f"this should answer {notes.get('reply')}, not {said.target}: {said}")
        if said.thread != self.target(notes.get("thread")):
            raise Wrong(f"thread {notes.get('thread')} was expected, not {said.thread}: {said}")
        pinged = frozenset(self.person(word) for word in (notes.get("pings") or "").split())
        if said.pings != pinged:
            raise Wrong(f"pings {sorted(said.pings)} instead of {sorted(pinged)}: {said}")
        if label := notes.get("as"):
            self.labels[label] = said.event

    def nothing_left(self) -> None:
        """Nothing was said that no line expects."""
        for said in self.said.values():
            if said:
                raise Wrong("the bot also said " + "\n".join(map(str, said)))

    def sound(self) -> None:
        """What holds after every dialogue: nothing unsent is forgotten, the record's chain is whole, talk left no trace."""
        held = self.database.all("SELECT kind, not_before FROM outbox")
        if not self.mute and not self.away:
            stuck = [row["kind"] for row in held if row["not_before"] <= self.clock.at.timestamp() * 1000]
            if stuck:
                raise Wrong(f"never sent: {stuck}")
        self._chained()
        everything = "\n".join(self.dump()).casefold()
        typed = " ".join(self.typed).casefold()
        for talk in self.talk:
            words = {word for word in re.findall(r"\w+", talk.casefold()) if len(word) >= TELLING and word not in typed}
            for piece in {talk.casefold(), *words}:
                if len(piece) >= TELLING and piece in everything:
                    raise Wrong(f"the database holds what was only said: {piece!r}")

    def _chained(self) -> None:
        for record in self.database.all("SELECT room, id FROM record"):
            before = record["id"]
            entries = self.database.all("SELECT seq, body, hash FROM entry WHERE room = ? ORDER BY seq", (record["room"],))
            for sequence, entry in enumerate(entries, 1):
                if entry["seq"] != sequence or digest(entry["body"]) != entry["hash"] or before not in entry["body"]:
                    raise Wrong(f"the record's chain is broken at entry {entry['seq']}")
                before = entry["hash"]

    def dump(self) -> Iterator[str]:
        for table in self.database.all("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for row in self.database.all(f'SELECT * FROM "{table["name"]}"'):  # noqa: S608 - names from the schema
                yield "\n".join(str(value) for value in tuple(row))


def heard(parcel: SendEvent | SendFile, event: str) -> Said:
    """An event of the bot as people in the room take it. Raises `Wrong` for one that calls the whole room."""
    if isinstance(parcel, SendFile):
        return Said("file", f"{parcel.name}: {parcel.data.decode(errors='replace')}", event)
    content = parcel.content
    mentions = content.get("m.mentions", {})
    if mentions.get("room") or "@room" in str(content.get("body", "")).casefold():
        raise Wrong(f"calls the whole room: {content.get('body')}")
    relation = content.get("m.relates_to", {})
    pings = frozenset(mentions.get("user_ids", ()))
    match parcel.type:
        case "m.reaction":
            return Said("mark", relation["key"], event, relation["event_id"])
        case kind if kind == f"{POLL}.start":
            poll = content[f"{POLL}.start"]
            options = " | ".join(answer["org.matrix.msc1767.text"] for answer in poll["answers"])
            return Said("poll", f"{poll['question']['body']} ({options})", event, pings=pings)
        case kind if kind == f"{POLL}.end":
            return Said("end", content["body"], event, relation["event_id"])
    if relation.get("rel_type") == "m.replace":
        return Said("edit", content["m.new_content"]["body"], event, relation["event_id"])
    thread = relation["event_id"] if relation.get("rel_type") == "m.thread" else None
    answered = relation.get("m.in_reply_to", {}).get("event_id")
    return Said("text", content["body"], event, answered, thread, pings)


def span(count: str, unit: str) -> timedelta:
    """A length of time."""
    return timedelta(seconds=int(count) * UNITS[unit])


def plain(words: str) -> str:
    r"""What is typed: `\u202e` for characters nobody can see, `{long 100}` for a hundred letters."""
    words = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), words)
    return re.sub(r"\{long (\d+)\}", lambda match: "x" * int(match[1]), words)


def fits(expected: str, said: str) -> bool:
    """Whether what was said is what is expected: white space is all one, `...` is anything."""
    parts = [re.escape(" ".join(part.split())) for part in plain(expected).split("...")]
    pattern = r"\s*.*\s*".join(parts)
    return re.fullmatch(pattern, " ".join(said.split()), re.DOTALL) is not None
