"""Whatever happens in whatever order: each word goes to those whom it is for, and sealed where it must be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.events import Encrypted, Event, Invite, Member, Membership, RoomNews, Seed
from bot.matrix.parcels import CreateDirect, Delivered, Later, Outcome, Parcel, SendEvent
from commands.answers import Direct
from policies.model import text
from tests.store.stage import ANA, BEN, BOT, CLEO, OTHER, PEOPLE, ROOM, Stage, seed

TOKEN = re.compile(r"word-\d+-")
State = Literal["join", "invite"]


@dataclass
class Place:
    """A room as it truly is. `hidden` is what the bot could not be told yet; `there`: the bot is in it."""

    members: dict[str, State]
    encrypted: bool = False
    founder: str = BEN
    hidden: list[Event] | None = None
    there: bool = True

    @property
    def known(self) -> bool:
        """Whether the bot is there, and knows all."""
        return self.there and self.hidden is None

    def seed(self) -> Seed:
        people = tuple(Member(person=person, membership=state, name=None) for person, state in self.members.items())
        return replace(seed(people=()), members=people, encrypted=self.encrypted, founder=self.founder, name="")


class World:
    """Rooms and people, the bot in between, and what may be said where. What happens has the names of `STEPS`."""

    def __init__(self, data: st.DataObject, path: Path) -> None:
        self.data = data
        self.stage = Stage(path, rooms=(ROOM, OTHER))
        self.stage.server.answer = self.sees
        everybody: dict[str, State] = dict.fromkeys((*PEOPLE, BOT), "join")
        self.places = {ROOM: Place(dict(everybody)), OTHER: Place(dict(everybody))}
        self.secrets: dict[str, tuple[str, str]] = {}
        self.asked: dict[str, tuple[str, str]] = {}
        self.meanwhile = True

    # What the bot may do

    def sees(self, parcel: Parcel) -> Outcome | None:
        """What the bot is about to send is judged; then something else may happen while it is on its way."""
        if isinstance(parcel, SendEvent):
            self.judge(parcel)
        if isinstance(parcel, CreateDirect):
            room = f"!made{len(self.places)}:example.org"
            self.places[room] = Place({BOT: "join", parcel.person: "invite"}, encrypted=True, founder=BOT, there=False)
            return Delivered(room)
        if self.meanwhile and self.data.draw(st.booleans(), "meanwhile"):
            self.meanwhile = False
            self.step(self.data.draw(st.sampled_from(STEPS), "meanwhile"))
            self.meanwhile = True
        return self.data.draw(st.sampled_from([None, None, None, Later(0, account=False)]), "answer")

    def judge(self, parcel: SendEvent) -> None:
        place = self.places[parcel.room]
        company = set(place.members) - {BOT}
        assert place.known
        assert (parcel.recipients is not None) is place.encrypted
        assert set(parcel.recipients or ()) <= set(place.members)
        if found := TOKEN.search(str(parcel.content.get("body"))):
            person, room = self.secrets[found[0]]
            group = self.places[room]
            assert company == {person}
            assert group.members.get(person) == "join"
            assert place.encrypted or not group.encrypted
        answered = parcel.content.get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")
        if answered in self.asked:
            person, room = self.asked[answered]
            assert room == parcel.room
            assert company <= {person}

    async def flushes(self) -> None:
        await self.stage.app.flush(self.stage.server.send)
        for room, events in self.stage.server.echoes(self.stage.clock.at).items():
            if self.places[room].known:
                self.stage.hear(*events, room=room)

    # What happens

    def step(self, name: str) -> None:
        """Something happens, if it can."""
        getattr(self, name)()

    def one(self, of: Sequence[str]) -> str:
        return self.data.draw(st.sampled_from(of))

    def somewhere(self) -> tuple[str, Place]:
        room = self.one([room for room, place in self.places.items() if place.there or room in {ROOM, OTHER}])
        return room, self.places[room]

    def tells(self, room: str, event: Event) -> None:
        place = self.places[room]
        if place.hidden is not None:
            place.hidden.append(event)
        elif place.there:
            self.stage.hear(event, room=room)

    def comes(self, after: State = "join") -> None:
        (room, place), person = self.somewhere(), self.one([ANA, CLEO])
        before = place.members.get(person, "leave")
        if before == "join":
            return
        place.members[person] = after
        moved = Membership(**self.stage.outer(person, room), person=person, before=before, after=after)
        self.tells(room, moved)

    def is_asked(self) -> None:
        self.comes("invite")

    def leaves(self) -> None:
        (room, place), person = self.somewhere(), self.one([ANA, CLEO])
        if before := place.members.pop(person, None):
            self.tells(room, Membership(**self.stage.outer(person, room), person=person, before=before, after="leave"))

    def encrypts(self) -> None:
        room, place = self.somewhere()
        place.encrypted = True
        self.tells(room, Encrypted(**self.stage.outer(BEN, room)))

    def opens_chat(self) -> None:
        room, person = f"!chat{len(self.places)}:example.org", self.one([ANA, CLEO])
        place = self.places[room] = Place({BOT: "join", person: "join"}, self.data.draw(st.booleans()), person)
        self.stage.receive(invites=(Invite(room=room, sender=person, direct=True, name=""),))
        self.stage.receive(RoomNews(room=room, events=(), seed=place.seed()))

    def whispers(self) -> None:
        """The bot has something to tell one member alone."""
        room, person, token = self.one([ROOM, OTHER]), self.one([ANA, CLEO]), f"word-{len(self.secrets)}-"
        if self.places[room].known and self.places[room].members.get(person) == "join":
            self.secrets[token] = (person, room)
            self.stage.handles("now", lambda _: Direct(person, text("pause-not-opened", group=token)))
            self.stage.say(BEN, "!now", room)

    def asks(self) -> None:
        """Somebody types in a chat."""
        (room, place), person = self.somewhere(), self.one([ANA, CLEO])
        if room not in {ROOM, OTHER} and place.known and place.members.get(person) == "join":
            message = self.stage.typed(person, "help", room)
            self.asked[message.event] = (person, room)
            self.stage.hear(message, room=room)

    def is_put_out(self) -> None:
        room, place = self.somewhere()
        if place.there:
            place.there, place.hidden = False, None
            del place.members[BOT]
            self.stage.receive(left=(room,))

    def comes_back(self) -> None:
        """The bot, or into a chat that it made it comes at last."""
        for room, place in self.places.items():
            if not place.there and (room in {ROOM, OTHER} or place.founder == BOT):
                place.there = True
                place.members[BOT] = "join"
                joined = Membership(**self.stage.outer(BOT, room), person=BOT, before="invite", after="join")
                self.stage.receive(RoomNews(room=room, events=(joined,), seed=place.seed()))

    def misses(self) -> None:
        """Pages are missing."""
        room, place = self.somewhere()
        if place.known:
            place.hidden = []
            self.stage.receive(RoomNews(room=room, events=(), gap="s1"))

    def catches_up(self) -> None:
        for room, place in self.places.items():
            if place.hidden is not None:
                events, place.hidden = tuple(place.hidden), None
                self.stage.receive(RoomNews(room=room, events=events, seed=place.seed()))


STEPS = (
    "comes",
    "is_asked",
    "leaves",
    "encrypts",
    "opens_chat",
    "whispers",
    "asks",
    "is_put_out",
    "comes_back",
    "misses",
    "catches_up",
)


@given(st.data())
async def test_every_word_goes_to_those_whom_it_is_for(data: st.DataObject) -> None:
    """However rooms change while words wait or are on their way: never to others, never in the clear, never where the bot is not."""
    with TemporaryDirectory() as folder:
        world = World(data, Path(folder) / "folkmoot.db")
        await world.stage.deliver()
        steps = st.lists(st.sampled_from((*STEPS, "flushes", "kill")), min_size=6, max_size=25)
        for step in (*data.draw(steps, "steps"), "catches_up", "flushes"):
            if step == "flushes":
                await world.flushes()
            elif step == "kill":
                world.stage.kill()
                world.stage.receive()
            else:
                world.step(step)
        world.stage.database.close()
