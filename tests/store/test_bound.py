"""A room's commands see that room's data and nothing else, whatever happened elsewhere."""

from __future__ import annotations

import inspect
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.store.decisions import RoomDecisions
from bot.store.journal import RoomRecord
from bot.store.rooms import RoomStore
from commands import ports
from tests.store.stage import ANA, BEN, CLEO, OTHER, PEOPLE, ROOM, Stage

ROOMS = (ROOM, OTHER)
TOLD = {ROOM: "Circletea", OTHER: "Othercoffee"}


def seen(stage: Stage, room: str) -> dict[str, Any]:
    """All that a command can find out about a room."""
    store = stage.store(room)
    return {
        "name": store.name,
        "members": store.members(),
        "open": store.decisions.open(),
        "decisions": [store.decisions.get(number) for number in range(1, 20)],
        "held": [store.decisions.holding(f"$event{number:04}") for number in range(60)],
        "latest": store.record.latest(100),
        "about": [store.record.about(number) for number in range(1, 20)],
        "length": store.record.length(),
        "head": store.record.head() if store.record.length() else "",
        "people": {person: store.person(person) for person in PEOPLE},
    }


@given(st.data())
async def test_what_happens_in_one_room_is_invisible_in_another(data: st.DataObject) -> None:
    """Whatever is done in a second room, everything that commands of the first can see stays as it was."""
    stage = Stage(rooms=ROOMS)
    await stage.deliver()
    steps = st.tuples(
        st.sampled_from(ROOMS),
        st.sampled_from(PEOPLE),
        st.sampled_from(
            [
                "!propose {told}?",
                "!vote 1 yes because {told}",
                "!vote 2 no",
                "!stop 1",
                "!stop 2",
                "!now",
                "!show record",
                "wait",
            ]
        ),
    )
    for room, person, words in data.draw(st.lists(steps, max_size=14), "steps"):
        other = OTHER if room == ROOM else ROOM
        before = seen(stage, other)
        if words == "wait":
            stage.clock.at += timedelta(hours=1)
        else:
            stage.say(person, words.format(told=TOLD[room]), room)
        assert seen(stage, other) == before
        await stage.deliver()
        assert seen(stage, other) == before
    for room in ROOMS:
        other = OTHER if room == ROOM else ROOM
        assert TOLD[other] not in str(seen(stage, room))
        assert all(TOLD[other] not in str(parcel.content) for parcel in stage.server.taken if parcel.room == room)


def test_no_method_of_the_store_takes_a_room() -> None:
    """The ports of commands and the stores behind them have no parameter by which a room could be named."""
    for kind in (ports.Room, ports.Decisions, ports.Record, RoomStore, RoomDecisions, RoomRecord):
        for name, method in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_"):
                assert not {"room", "matrix", "room_id"} & set(inspect.signature(method).parameters), (
                    f"{kind.__name__}.{name}"
                )


async def test_each_room_counts_from_one() -> None:
    """Numbers run in each room by itself."""
    stage = Stage(rooms=ROOMS)
    await stage.deliver()
    for room in (ROOM, ROOM, OTHER):
        stage.say(ANA, "!propose Tea?", room)
    assert [(row["room"], row["number"]) for row in stage.rows("decision")] == [(1, 1), (1, 2), (2, 1)]


async def test_a_number_of_another_room_is_unknown_here() -> None:
    """A vote on a number that only another room has is refused, and so is a vote by somebody who is not in the room."""
    stage = Stage(rooms=ROOMS)
    await stage.propose(room=OTHER)
    stage.clock.at += timedelta(minutes=1)
    stage.say(BEN, "!vote 1 yes", ROOM)
    stage.say("@eve:example.org", "!vote 1 yes", OTHER)
    decision = stage.store(OTHER).decisions.get(1)
    assert decision is not None
    assert decision.acts == {}
    await stage.deliver()
    assert any("no #1" in body for body in stage.server.bodies(ROOM))


async def test_a_reply_to_another_rooms_poll_is_no_vote() -> None:
    """An event id of another room's poll means nothing in this one."""
    stage = Stage(rooms=ROOMS)
    await stage.propose(room=OTHER)
    poll = stage.outbox.event_of(stage.number(OTHER), "poll 1")
    stage.clock.at += timedelta(minutes=1)
    stage.say(CLEO, "yes", ROOM, reply_to=poll)
    decision = stage.store(OTHER).decisions.get(1)
    assert decision is not None
    assert decision.acts == {}
