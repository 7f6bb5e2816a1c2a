"""Promise 4, attacked: whatever is typed in many rooms and direct chats, nothing of one room is in anything of another."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Coroutine, Iterator
from dataclasses import fields
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import commands
from bot.archive.exports import Exports
from bot.matrix.parcels import Outcome, Parcel, SendFile
from bot.store.belongings import RoomBelongings
from bot.store.holdings import HOLDINGS
from bot.texts import Reader
from bot.words import Vocabulary
from commands.kit import Book
from tests.dialogs.stage import Notes, Room, Stage
from tests.our_texts import our_texts

READER = Reader("en", ZoneInfo("UTC"), "!")
GROUPS = range(3)
SHARED = "walrus"
"""Somebody who is in the first two groups, and in no other."""
MEMBERS = {SHARED: {0, 1}} | {f"otter{place}{letter}": {place} for place in GROUPS for letter in "ab"}
MARKS = {place: (f"zebra{place}q", f"otter{place}", f"lemur{place}", f"!room{place + 1}:") for place in GROUPS}
"""What stands for a room: words that are typed in it, names of people, its own name, its id."""

NAMES = tuple(sorted(Book.load(commands, Vocabulary(our_texts())).commands))
TAILS = (
    *("", "1", "2", "3", "{secret}", "{secret}?", "{secret}? secret", "about {secret}", "1 {secret}", "{secret} | {secret} two"),
    *("1 yes because {secret}", "2 no because {secret}", "1 yes word {secret}", "3 consent", "guideline We like {secret}", "{secret} | tea {secret} | cake"),
    *("tomorrow 18:00 {secret}", "in 2 hours to {secret}", "every Tuesday 19:00 {secret}", "me in 1 hour to {secret}", "Otter{place}a", "since 1 March", "page 1"),
)
TELLING = ("me export", "me data", "now", "help", "show record", "show record export", "show record drill", "show record verify", "show record about zebra")
TELLING += ("show 1", "show 2", "why 1", "who 1", "show guidelines", "show requests", "show minutes", "me forget", "me forget yes")


def typed(place: int, line: str) -> str:
    """A line as it is typed in one group."""
    return line.format(secret=MARKS[place][0], place=place)


class Watched(Stage):
    """A stage that keeps every parcel until it was looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.parcels: list[Parcel] = []

    async def send(self, parcel: Parcel) -> Outcome:
        """What the bot sends, whatever becomes of it."""
        self.parcels.append(parcel)
        return await super().send(parcel)


def words_in(parcel: Parcel) -> Iterator[str]:
    """All that a parcel says, beside where it goes: a zip is opened."""
    for each in fields(parcel):
        value = getattr(parcel, each.name)
        if each.name == "data" and value.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(value)) as box:
                yield from (box.read(name).decode() for name in box.namelist())
        elif each.name not in {"room", "recipients"}:
            yield value.decode() if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, default=str)


def marked(words: str) -> set[int]:
    """Whose words, names and ids these are."""
    folded = words.casefold()
    return {place for place, marks in MARKS.items() if any(each in folded for each in marks)}


class Rooms(RuleBasedStateMachine):
    """Many rooms, people in one and in two of them, their direct chats, and everything that can be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stage = Watched()
        self.files = 0

    def play(self, action: Coroutine[Any, Any, Any]) -> None:
        """Let something happen."""
        self.stage.clock.at += timedelta(seconds=1)
        self.runner.run(action)

    @initialize()
    def rooms(self) -> None:
        """The groups, each with something of its own."""
        for place in GROUPS:
            self.play(self.stage.enters(f"Lemur{place}", [who for who, at in MEMBERS.items() if place in at]))
        for place in GROUPS:
            for line in ("propose {secret}?", "propose guideline We like {secret}", "vote 1 yes because {secret}"):
                self.types(place, f"otter{place}a", line)

    def types(self, place: int, who: str, line: str, *, direct: bool = False) -> None:
        """A command, in a group or in the direct chat of one of its members: who is in two says first which one it is about."""
        if direct and who == SHARED:
            self.play(self.stage.types(who, f"group Lemur{place}", Notes.read(""), direct=True))
        notes = Notes.read("" if direct else f"in Lemur{place}")
        self.play(self.stage.types(who, typed(place, line if direct else f"!{line}"), notes, direct=direct))

    @rule(data=st.data(), who=st.sampled_from(sorted(MEMBERS)), direct=st.booleans())
    def commands(self, data: st.DataObject, who: str, direct: bool) -> None:
        """Any command that there is, with words."""
        place = data.draw(st.sampled_from(sorted(MEMBERS[who])))
        self.types(place, who, f"{data.draw(st.sampled_from(NAMES))} {data.draw(st.sampled_from(TAILS))}".strip(), direct=direct)

    @rule(data=st.data(), who=st.sampled_from(sorted(MEMBERS)), line=st.sampled_from(TELLING), direct=st.booleans())
    def asks(self, data: st.DataObject, who: str, line: str, direct: bool) -> None:
        """What is answered with much."""
        self.types(data.draw(st.sampled_from(sorted(MEMBERS[who]))), who, line, direct=direct)

    @rule(place=st.sampled_from(GROUPS), line=st.sampled_from(("propose {secret}?", "ask {secret}", "advise me {secret}?", "draw {secret}", "note {secret}")))
    def begins(self, place: int, line: str) -> None:
        """Something new in a group."""
        self.types(place, f"otter{place}b", line)

    @rule(line=st.sampled_from(TELLING))
    def leaves_open(self, line: str) -> None:
        """Whoever is in two groups does not say which one is meant."""
        self.play(self.stage.types(SHARED, line, Notes.read(""), direct=True))

    @rule(hours=st.sampled_from((1, 30, 80)))
    def passes(self, hours: int) -> None:
        """Votes end, reminders come."""
        self.play(self.stage.passes(self.stage.clock.at + timedelta(hours=hours)))

    def allowed(self, room: Room) -> set[int]:
        """Whose words may be said in a room."""
        if not room.direct:
            return {int(room.name[-1])}
        word = next(word for word, id_ in self.stage.ids.items() if id_ == room.people[0])
        return MEMBERS[word]

    @invariant()
    def nothing_leaves(self) -> None:
        """No answer, message, pin, topic or file holds anything of a room that it is not for."""
        rooms = {room.id: room for room in self.stage.rooms.values()}
        for parcel in self.stage.parcels:
            room = rooms.get(getattr(parcel, "room", ""))
            if room is None:
                continue
            found = {place for words in words_in(parcel) for place in marked(words)}
            assert found <= self.allowed(room), parcel
            if isinstance(parcel, SendFile):
                # Whoever is in two groups takes each one's data by itself.
                assert len(found) <= 1, parcel.name
                self.files += 1
        self.stage.parcels.clear()

    def teardown(self) -> None:
        """No row of a room, no export of it and nothing that is told of a person in it holds anything of another."""
        self.nothing_leaves()
        database = self.stage.database
        rooms = {row["room"]: row for row in database.all("SELECT * FROM room")}
        for number, row in rooms.items():
            room = next(each for each in self.stage.rooms.values() if each.id == row["matrix"])
            own = self.allowed(room)
            for table, holding in HOLDINGS.items():
                if holding.room is not None:
                    rows = database.all(f"SELECT * FROM {table} WHERE {holding.room} = ?", (number,))  # noqa: S608 - names of our own tables
                    assert marked(json.dumps([dict(each) for each in rows], default=str)) <= own, table
            if not room.direct:
                out = io.BytesIO()
                Exports(database, our_texts()).record(number, READER, out, whole=True)
                with zipfile.ZipFile(out) as box:
                    assert marked("\n".join(box.read(name).decode() for name in box.namelist())) == own
                here = [self.stage.ids[who] for who, at in MEMBERS.items() if at & own]
                held = [RoomBelongings(database, number).everything(id_) for id_ in here]
                assert marked(json.dumps(held, default=str)) <= own
        database.close()
        self.runner.close()


TestRooms = Rooms.TestCase
TestRooms.settings = settings(
    max_examples=max(4, settings.default.max_examples // 5),
    stateful_step_count=35,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
