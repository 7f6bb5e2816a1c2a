"""What a real homeserver does in its own order: rooms that come to be slowly, encryption that is switched on meanwhile, late answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.live.circle import WITHIN, Circle
from tests.live.test_everyone import serve, told
from tests.live.wire import readable_outside

if TYPE_CHECKING:
    from bot.demo.homeserver import Homeserver
    from tests.live.conftest import MakeBot, MakeMembers
    from tests.live.proxy import Proxy


async def test_a_room_that_is_encrypted_meanwhile_gets_nothing_in_the_clear(
    members: MakeMembers, bots: MakeBot, proxy: Proxy
) -> None:
    """An answer that waits while the room is encrypted, and while the bot cannot be told of that, comes encrypted."""
    circle = await Circle.gather(members, bots, 2, encrypted=False, address=proxy.address)
    since = circle.ana.now
    with proxy.answer(500, path="/send/", method="PUT"):
        await circle.ana.say(circle.room, "!now")
        await proxy.sees("/send/", method="PUT", count=len(proxy.requests("/send/", method="PUT")) + 1)
        late = proxy.hold(path="/sync")
        # The poll that is open already would tell it.
        await circle.ana.say(circle.room, "This ends it.")
        await proxy.sees("/sync", count=len(proxy.requests("/sync")) + 1)
        await circle.ana.encrypt_room(circle.room)
    asked = len(proxy.requests("m.room.encryption"))
    await proxy.sees("m.room.encryption", count=asked + 1)
    late.off()
    answer = await circle.hears("Nothing is open right now", since=since)
    assert answer.encrypted


async def test_one_chat_is_made_however_late_the_server_answers(members: MakeMembers, bots: MakeBot, proxy: Proxy) -> None:
    """Two things for one person, while the answer to the making of their chat is on its way: one chat, both in it, encrypted."""
    circle = await Circle.gather(members, bots, 3, address=proxy.address)
    ana, ben, cleo = circle.people
    await serve(circle, duty=[ana])
    late = proxy.hold(path="/createRoom", after=True)
    since = ana.now
    await circle.asks(ben, "!ask Where do we meet on Friday?")
    chat = await ana.accept(sender=circle.bot.user, timeout=WITHIN)
    await told(ana, circle, "meet on Friday", since=since)
    await circle.asks(cleo, "!ask Who has the key to the hall?")
    await told(ana, circle, "key to the hall", since=since)
    late.off()
    await circle.settled()
    assert len(proxy.requests("/createRoom")) == 1
    said = [each for each in ana.heard if each.room == chat and each.sender == circle.bot.user and each.state_key is None]
    assert all(each.encrypted for each in said)


async def test_a_room_that_comes_to_be_step_by_step(members: MakeMembers, bots: MakeBot) -> None:
    """The bot is asked into a chat first, encryption and a third person come later: it is greeted as a chat, then as a group, and counts votes."""
    ana, ben = await members(2)
    bot = await bots()
    await bot.start()
    room = await ana.open_direct(bot.user, encrypted=False)
    await ana.hears("without a sign in front", room=room, timeout=WITHIN)
    await ana.encrypt_room(room)
    await ana.invite(room, ben.user)
    greeting = await ana.hears("I help you to decide together", room=room, timeout=WITHIN)
    assert greeting.encrypted
    await ben.join(room)
    circle = Circle(bot, room, [ana, ben])
    await circle.proposes(ana, "Shall we meet on Fridays?")
    await circle.marked(await ben.say(room, "!vote 1 yes"))


async def test_who_was_put_out_cannot_read_what_is_said_later(
    homeserver: Homeserver, members: MakeMembers, bots: MakeBot, proxy: Proxy
) -> None:
    """A key that somebody has is used no more once they are out, also when they go while an answer waits to be sent."""
    circle = await Circle.gather(members, bots, 3, address=proxy.address)
    ana, ben, cleo = circle.people
    await circle.asks(ana, "!now")
    with proxy.answer(500, path="/send/", method="PUT"):
        tried = len(proxy.requests("/send/", method="PUT"))
        await ana.say(circle.room, "!more")
        await proxy.sees("/send/", method="PUT", count=tried + 1)
        await ana.kick(circle.room, ben.user)
        await cleo.leave(circle.room)
        told = len(proxy.requests("/sync"))
        await proxy.sees("/sync", count=told + 1)
    await circle.settled()
    for person in (ben, cleo):
        held = person.keys
        assert held
        assert readable_outside(homeserver.folder, circle.bot.user, person.user, held) == []
    assert readable_outside(homeserver.folder, circle.bot.user, "@nobody:localhost", ana.keys) != []
