"""The noticeboard in real rooms: pinned beside what others pinned, edited, and said once where the bot may not pin."""

from __future__ import annotations

import pytest

from tests.live.circle import Circle
from tests.live.conftest import MakeBot, MakeMembers

PINNED = "m.room.pinned_events"
LACKS = "I may not pin"
BOARD = "Noticeboard of Tea"


@pytest.mark.parametrize("version", ["12", "10"])
async def test_the_board_is_pinned_beside_what_others_pinned(members: MakeMembers, bots: MakeBot, version: str) -> None:
    """Without power the bot says once what it lacks; with it the board is pinned, others' pins stay, and edits arrive."""
    circle = await Circle.gather(members, bots, 2, room={"room_version": version, "name": "Tea"})
    ana, ben = circle.people
    room = circle.room
    recipe = await ana.say(room, "Our recipe for tea: wait four minutes.")
    await ana.put_state(room, PINNED, {"pinned": [recipe], "org.example.more": 1})
    await ben.say(room, "!set noticeboard on")
    await circle.hears(LACKS)

    await circle.proposes(ben, "Shall we buy cups?")
    await ana.set_power(room, circle.bot.user, 50)
    board = await circle.hears(BOARD)
    await circle.settled()
    assert board.content["msgtype"] == "m.notice"
    await circle.bot.kill()
    await ana.say(room, "It is gone for a moment.")
    await circle.bot.start()
    await circle.settled()
    assert (await ana.state(room, PINNED) or {})["pinned"] == [recipe, board.event]

    # What ends is edited away after some minutes; who takes a pin down keeps it down.
    since = ana.now
    await ben.say(room, "!stop 2")
    await circle.hears("has taken it back", since=since)
    await ana.put_state(room, PINNED, {"pinned": [board.event]})
    circle.bot.ahead(400)
    await circle.settled()
    edit = await circle.hears("Nothing is waiting", since=since)
    assert edit.replaces == board.event
    assert (await ana.state(room, PINNED) or {})["pinned"] == [board.event]

    # The topic keeps what stands in it. Whoever gives power can take it away again.
    await ana.put_state(room, "m.room.topic", {"topic": "We drink tea"})
    await ben.say(room, "!set topic line on")
    await circle.settled()
    circle.bot.ahead(800)
    await circle.settled()
    line = {"topic": "We drink tea\nNothing to decide right now. Help: !help"}
    await ana.hears(lambda heard: heard.type == "m.room.topic" and heard.content == line, room=room, sender=circle.bot.user)
    await ana.set_power(room, circle.bot.user, 0)
    await ben.say(room, "!set noticeboard off")
    await circle.settled()
    assert (await ana.state(room, PINNED) or {})["pinned"] == [board.event]
    assert len([heard for heard in circle.said() if LACKS in heard.body]) == 1
