"""Pinned messages and topics are shared with others who change them too."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web

from bot.matrix.parcels import Delivered, SetPinned, SetTopic, Undeliverable
from bot.matrix.standing import PINNED, TOPIC, with_line
from tests.matrix.conftest import Open
from tests.matrix.small_server import ROOM, SmallServer, say

OURS = "$board"


def state(server: SmallServer, kind: str) -> dict[str, Any]:
    """The content of a state event of the room."""
    return next(each["content"] for each in server.rooms[ROOM].state() if each["type"] == kind)


async def test_what_others_pinned_stays(server: SmallServer, open_account: Open) -> None:
    """Ours is added to what is pinned, once, and taken down alone; whatever else stands there is not touched."""
    account = await open_account(encryption=False)
    server.room(account.user_id, "@ana:test")
    for before in ({}, {"pinned": ["$tea"], "org.example.more": 1}):
        server.put(ROOM, "@ana:test", PINNED, before, state_key="")
        others = before.get("pinned", [])
        for _ in range(2):
            assert await account.send(SetPinned(room=ROOM, event=OURS, pinned=True)) == Delivered(OURS)
        assert state(server, PINNED) == {**before, "pinned": [*others, OURS]}
        for _ in range(2):
            await account.send(SetPinned(room=ROOM, event=OURS, pinned=False))
        assert state(server, PINNED) == {**before, "pinned": others}
    assert server.asked("PUT .*pinned") == 4


@pytest.mark.parametrize("theirs", [["$tea", "$cake"], ["$cake"], []])
async def test_who_pins_at_the_same_time_loses_nothing(server: SmallServer, open_account: Open, theirs: list[str]) -> None:
    """What somebody pinned or took down between our look and our change stays as they wanted it."""
    account = await open_account(encryption=False)
    server.room(account.user_id, "@ana:test")
    server.put(ROOM, "@ana:test", PINNED, {"pinned": ["$tea"]}, state_key="")

    def meanwhile(_: web.Request) -> web.StreamResponse:
        server.put(ROOM, "@ana:test", PINNED, {"pinned": theirs}, state_key="")
        return web.json_response({"pinned": ["$tea"]})

    server.fail("GET .*pinned", meanwhile)
    await account.send(SetPinned(room=ROOM, event=OURS, pinned=True))
    assert state(server, PINNED) == {"pinned": [*theirs, OURS]}


async def test_the_first_pin_of_a_room(server: SmallServer, open_account: Open) -> None:
    """Where nothing was ever pinned ours is the first; where the server says no, that is told."""
    account = await open_account(encryption=False)
    server.room(account.user_id)
    await account.send(SetPinned(room=ROOM, event=OURS, pinned=True))
    assert state(server, PINNED) == {"pinned": [OURS]}
    server.fail("PUT .*pinned", say(403, {"errcode": "M_FORBIDDEN"}))
    assert await account.send(SetPinned(room=ROOM, event="$other", pinned=True)) == Undeliverable("M_FORBIDDEN")


async def test_the_topic_keeps_what_stands_in_it(server: SmallServer, open_account: Open) -> None:
    """Our line comes to the end of the topic, in all its forms, is changed in place, and goes without a trace."""
    account = await open_account(encryption=False)
    server.room(account.user_id)
    forms = [{"body": "<b>Tea</b>", "mimetype": "text/html"}, {"body": "Tea"}, 7]
    before = {"topic": "Tea", "m.topic": {"m.text": forms}}
    server.put(ROOM, account.user_id, TOPIC, before, state_key="")
    await account.send(SetTopic(room=ROOM, before="", line="Open: #1"))
    await account.send(SetTopic(room=ROOM, before="Open: #1", line="Open: #2"))
    await account.send(SetTopic(room=ROOM, before="Open: #1", line="Open: #2"))
    assert state(server, TOPIC) == {
        "topic": "Tea\nOpen: #2",
        "m.topic": {"m.text": [{"body": "<b>Tea</b><br>Open: #2", "mimetype": "text/html"}, {"body": "Tea\nOpen: #2"}, 7]},
    }
    await account.send(SetTopic(room=ROOM, before="Open: #2", line=""))
    assert state(server, TOPIC) == before
    assert server.asked("PUT .*topic") == 3


@pytest.mark.parametrize("topic", ["", "Tea", "Tea\nCake", "\nTea", "Open: #1 and more"])
def test_a_line_comes_and_goes(topic: str) -> None:
    """Whatever the topic is, our line is at its end, once, and taken away it is as before."""
    there = with_line(topic, "", "Open: #1")
    assert there.split("\n")[-1] == "Open: #1"
    assert with_line(there, "Open: #1", "Open: #1") == there
    assert with_line(there, "Open: #1", "") == topic
