"""What waits for the end of quiet hours holds back nobody else, and goes once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.delivery import Delivery, Origin
from bot.matrix.events import Power, RoomNews
from bot.matrix.parcels import CreateDirect, SetPinned, Undeliverable
from bot.store.boards import PURPOSE
from bot.store.people import People
from bot.texts import Reader
from commands.answers import Direct, Post
from commands.ports import Settings
from policies.model import text
from tests.store.stage import ANA, BEGIN, BEN, BOT, ROOM, Stage

QUIET = "17:00-07:00"
MORNING = timedelta(hours=13)
UTC = ZoneInfo("UTC")


def origin(stage: Stage, quiet: str | None = QUIET) -> Origin:
    """Of something that the bot says by itself."""
    reader = Reader("en", UTC, "!")
    room = stage.number(ROOM)
    return Origin(
        group=room, room=room, event=None, thread=None, reader=reader, group_reader=reader, members=4, by="", at=BEGIN, quiet=quiet
    )


def says(stage: Stage, *outputs: Any, quiet: str | None = QUIET) -> None:
    """Put what a handler answers into the queue."""
    delivery: Delivery = stage.app._delivery
    with stage.database.transaction():
        delivery.deliver(origin(stage, quiet), outputs, stage.clock.at)


async def test_what_waits_goes_in_the_morning_and_holds_back_nobody() -> None:
    """At night a result passes what waits; the next morning that goes, once, after a restart too."""
    stage = Stage()
    says(stage, Post(text("urgent", emergency="offer", helplines=None, checked=None, known="yes"), waits=True), Post(text("text-fault", id="result")))
    await stage.deliver()
    assert [body for body in stage.server.bodies() if "offer" in body] == []
    assert len(stage.server.bodies()) == 2
    assert stage.app.next_send() == BEGIN + MORNING
    stage.clock.at += MORNING
    await stage.deliver()
    assert len([body for body in stage.server.bodies() if "offer" in body]) == 1


async def test_what_would_come_too_late_is_not_said() -> None:
    """What waits longer than it is of use is left out; without quiet hours it is said at once."""
    stage = Stage()
    late = Post(text("text-fault", id="late"), waits=True, useful=BEGIN + timedelta(hours=2))
    says(stage, late)
    assert [row for row in stage.rows("outbox") if "late" in row["payload"]] == []
    says(stage, late, quiet=None)
    assert [row["not_before"] for row in stage.rows("outbox") if "late" in row["payload"]] == [0]


async def test_each_person_has_their_own_night() -> None:
    """Alone with somebody their own hours and zone count, else the group's; who wants none is never held back."""
    stage = Stage()
    people: People = stage.app._people
    with stage.database.transaction():
        people.save(ANA, Settings(quiet="18:30-05:00", zone="Asia/Tokyo"))
        people.save(BEN, Settings(quiet="off"))
    said = text("text-fault", id="nudge")
    says(stage, Direct(ANA, said, waits=True), Direct(BEN, said, waits=True), Direct("@cleo:example.org", said, waits=True))
    rows = {row["payload"].partition("@")[2][:3]: row["not_before"] for row in stage.rows("outbox") if row["kind"] == "direct"}
    begin = BEGIN.timestamp() * 1000
    # 18:00 in London is 3:00 in Tokyo.
    assert rows == {"ana": begin + 2 * 3_600_000, "ben": 0, "cle": begin + 13 * 3_600_000}


async def test_an_urgent_word_opens_the_chat_at_once() -> None:
    """A chat that was to be opened in the morning is opened now when something must be said there now."""
    stage = Stage()
    await stage.deliver()
    said = text("text-fault", id="nudge")
    says(stage, Direct(ANA, said, waits=True))
    await stage.app.flush(stage.server.send)
    assert not [parcel for parcel in stage.server.tries if isinstance(parcel, CreateDirect)]
    says(stage, Direct(ANA, said))
    await stage.app.flush(stage.server.send)
    assert len([parcel for parcel in stage.server.tries if isinstance(parcel, CreateDirect)]) == 1


def power(stage: Stage, level: int) -> None:
    """Somebody gives the bot this much power."""
    event = Power(**stage.outer(ANA, ROOM), content={"users": {BOT: level}})
    stage.receive(RoomNews(room=ROOM, events=(event,)))


async def test_the_board_is_pinned_once_across_kills(tmp_path: Any) -> None:
    """Killed before and after each request, the bot has one board and pins it; an edit waits and is one for many changes."""
    stage = Stage(tmp_path / "bot.db")
    stage.say(ANA, "!set noticeboard on")
    power(stage, 50)
    for _ in range(6):
        stage.server.lost = lambda _: True
        await stage.app.flush(stage.server.send)
        stage.kill()
        stage.server.lost = lambda _: False
        await stage.deliver()
    boards = [parcel for parcel in stage.server.taken if "Noticeboard" in parcel.content.get("body", "")]
    assert len(boards) == 1
    pins = [parcel for parcel in stage.server.tries if isinstance(parcel, SetPinned)]
    assert {(parcel.event, parcel.pinned) for parcel in pins} == {(stage.outbox.event_of(stage.number(ROOM), PURPOSE), True)}
    assert stage.rows("outbox") == []
    for number in (1, 2):
        stage.say(BEN, f"!propose Question {number}?")
        await stage.deliver()
    stage.clock.at += timedelta(minutes=6)
    await stage.deliver()
    edits = [each for each in stage.server.taken if "Noticeboard" in each.content.get("m.new_content", {}).get("body", "")]
    assert len(edits) == 1
    assert "Question 1" in edits[0].content["body"]
    assert "Question 2" in edits[0].content["body"]


async def test_a_refused_pin_waits_for_new_powers() -> None:
    """Where the server does not let us pin after all, we try again when the powers change, and not before."""
    stage = Stage()
    stage.server.answer = lambda parcel: Undeliverable("M_FORBIDDEN") if isinstance(parcel, SetPinned) else None
    stage.say(ANA, "!set noticeboard on")
    power(stage, 50)
    for number in range(3):
        await stage.deliver()
        stage.say(BEN, f"!set quiet hours 1{number}:00-20:00")
    assert len([parcel for parcel in stage.server.tries if isinstance(parcel, SetPinned)]) == 1
    stage.server.answer = lambda _: None
    power(stage, 60)
    await stage.deliver()
    assert len([parcel for parcel in stage.server.tries if isinstance(parcel, SetPinned)]) == 2
    assert stage.app.timeline.may_set(stage.app.timeline.numbered(stage.number(ROOM)), "m.room.topic")
