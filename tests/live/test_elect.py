"""An election without candidates among real people: nominations in direct chats, consent in the room, the person last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.live.circle import WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers

if TYPE_CHECKING:
    from bot.matrix.heard import Heard
    from bot.matrix.member import Member


async def asks(circle: Circle, person: Member, direct: str, words: str) -> Heard:
    """Say `words` in a direct chat and wait for the bot's answer to them."""
    said = await person.say(direct, words)
    return await person.hears(
        lambda heard: heard.reply_to == said, room=direct, sender=circle.bot.user, timeout=WITHIN
    )


async def test_a_group_elects_without_candidates(members: MakeMembers, bots: MakeBot) -> None:
    """Nominations stay sealed until all were heard; one person is suggested, the others consent, and the person accepts."""
    circle = await Circle.gather(members, bots, 3)
    ana, ben, cleo = circle.people
    room = circle.room
    since = ana.now
    await ana.say(room, "!elect Who keeps the keys?")
    await circle.hears("Election without candidates", since=since)

    directs = {}
    for person in circle.people:
        directs[person.user] = await person.open_direct(circle.bot.user)
        await person.hears("without a sign in front", room=directs[person.user], timeout=WITHIN)
    sealed = await asks(circle, ben, directs[ben.user], "nominate 1 Cleo because she is always there first")
    assert "sealed" in sealed.body
    await asks(circle, cleo, directs[cleo.user], "pass 1")
    assert "one member has not been heard" in (await circle.asks(ana, "!next 1")).body
    await asks(circle, ana, directs[ana.user], f"nominate 1 {cleo.user} because she lives next door")
    assert not [heard for heard in circle.said() if "always there first" in heard.body]

    since = ana.now
    await ana.say(room, "!next 1")
    opened = await circle.hears("These are all nominations", since=since)
    assert "Ana nominates Cleo: she lives next door" in opened.body
    assert "Ben nominates Cleo: she is always there first" in opened.body
    await ana.say(room, "!next 1")
    called = await circle.hears("please suggest one person", since=since)
    assert called.content["m.mentions"] == {"user_ids": [ana.user]}

    await ana.say(room, "!suggest 1 Cleo because she is near and early")
    await circle.hears("is open until", since=since)
    poll = next(heard for heard in circle.said(since=since) if heard.poll is not None)
    await ben.answer_poll(room, poll.event, ["consent"])
    await circle.marked(await ana.say(room, "!vote 1 consent"))
    await circle.turnout("2 of 2", since=since)
    asked = cleo.now
    await ana.say(room, "!next 1")
    await cleo.hears("You need no reason to decline", room=directs[cleo.user], since=asked, timeout=WITHIN)
    await asks(circle, cleo, directs[cleo.user], "accept 1")
    elected = await circle.hears("takes it on, with the consent of the group", since=since)
    assert "Cleo" in elected.body
    assert "Cleo took on #1" in (await circle.asks(ben, "!show 1")).body
