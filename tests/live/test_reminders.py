"""Reminders of real people on a real homeserver: each comes once, in the room and in encrypted direct chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.live.circle import HELLO, HOUR, WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers
from tests.live.test_once import ROOMS, SEALED_SENT, until_killed

if TYPE_CHECKING:
    from bot.matrix.heard import Heard
    from tests.live.proxy import Proxy, Seen

PLAIN_SENT = "/send/m.room.message/"
TEA = "Reminder #1:"


def came(circle: Circle) -> list[Heard]:
    """The reminders that came in the room."""
    return [heard for heard in circle.said() if TEA in heard.body]


@ROOMS
async def test_kills_around_reminders(members: MakeMembers, bots: MakeBot, proxy: Proxy, *, encrypted: bool) -> None:
    """Killed before the server takes a reminder, while it does, and after: each occurrence comes exactly once."""
    circle = await Circle.gather(members, bots, 2, encrypted=encrypted, address=proxy.address)
    echo = await circle.asks(circle.ana, "!remind us every day at 9:00 to drink tea")
    assert "The next times" in echo.body
    path = SEALED_SENT if encrypted else PLAIN_SENT

    async def kill(_: Seen) -> None:
        await circle.bot.kill()

    for day, when in enumerate(("before", "during", "after"), 1):
        since = circle.ana.now
        if when == "during":
            # The server has it; the answer never comes, and the bot dies waiting for it.
            proxy.hold(path=path, method="PUT", times=1, after=True)
        else:
            proxy.on_request(kill, path=path, method="PUT", after=when == "after")
        if when == "before":
            proxy.cut(path=path, method="PUT", times=1)
        circle.bot.ahead(24 * HOUR * day)
        await circle.ana.say(circle.room, "What time is it?")
        if when == "during":
            await circle.hears(TEA, since=since)
            await circle.bot.kill()
        await until_killed(circle)
        proxy.calm()
        await circle.bot.start()
        await circle.hears(TEA, since=since)
        await circle.settled()
        assert len(came(circle)) == day, when
    assert not [heard for heard in came(circle) if "came due" in heard.body]


async def test_a_reminder_in_an_encrypted_direct_chat(members: MakeMembers, bots: MakeBot) -> None:
    """What is asked for in an encrypted direct chat comes there, once, is snoozed by a reply, and is nowhere in the room."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    direct = await ben.open_direct(circle.bot.user)

    async def hears(words: str, since: int = 0) -> Heard:
        return await ben.hears(words, room=direct, sender=circle.bot.user, since=since, timeout=WITHIN)

    await hears(HELLO)
    await ben.say(direct, "remind me in 2 hours to call the clinic")
    await hears("I will remind you: call the clinic")
    await circle.bot.kill()
    await circle.bot.start()
    circle.bot.ahead(2 * HOUR)
    await ana.say(circle.room, "What time is it?")
    reminder = await hears(TEA)
    since = ben.now
    await ben.reply(direct, reminder.event, "snooze 1 hour")
    await hears("#2", since)
    circle.bot.ahead(3 * HOUR)
    await ana.say(circle.room, "And now?")
    await hears("Reminder #2: call the clinic")
    await circle.settled()
    assert len([heard for heard in ben.heard if heard.room == direct and TEA in heard.body]) == 1
    assert not [heard for heard in circle.said() if "clinic" in heard.body]


async def test_a_reminder_opens_the_direct_chat(members: MakeMembers, bots: MakeBot) -> None:
    """Somebody who has no direct chat with the bot is asked into one, and finds their reminder there."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    asked = await ben.say(circle.room, "!remind me in 2 hours to call the clinic")
    assert "in our direct chat" in (await circle.answer(asked)).body
    since = ben.now
    circle.bot.ahead(2 * HOUR)
    await ana.say(circle.room, "What time is it?")
    direct = await ben.accept(sender=circle.bot.user, since=since, timeout=WITHIN)
    await ben.hears(TEA, room=direct, sender=circle.bot.user, timeout=WITHIN)
    await circle.settled()
    assert len([heard for heard in ben.heard if heard.room == direct and TEA in heard.body]) == 1
