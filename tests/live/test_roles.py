"""Shared leadership among real people: an election gives a job, its term ends by itself, and a duty goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.live.circle import HOUR, WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers

if TYPE_CHECKING:
    from bot.matrix.heard import Heard
    from bot.matrix.member import Member

DAY = 24 * HOUR


async def asks(circle: Circle, person: Member, direct: str, words: str) -> Heard:
    """Say `words` in a direct chat and wait for the bot's answer to them."""
    said = await person.say(direct, words)
    return await person.hears(lambda heard: heard.reply_to == said, room=direct, sender=circle.bot.user, timeout=WITHIN)


async def later(circle: Circle, days: float, words: str) -> Heard:
    """Set the bot's clock so many days ahead, wake it, and wait for what it says in the room."""
    since = circle.ana.now
    circle.bot.ahead(days * DAY)
    await circle.ana.say(circle.room, "Let us look at the calendar.")
    return await circle.hears(words, since=since)


async def test_a_job_is_given_and_ends_and_a_duty_goes_round(members: MakeMembers, bots: MakeBot) -> None:
    """Who is elected has the job until its term ends; turns are offered in private, and the next person takes over."""
    circle = await Circle.gather(members, bots, 3)
    ana, ben, cleo = circle.people
    room = circle.room
    directs = {}
    for person in circle.people:
        directs[person.user] = await person.open_direct(circle.bot.user)
        await person.hears("without a sign in front", room=directs[person.user], timeout=WITHIN)

    since = ana.now
    await ana.say(room, "!propose facilitator for 2 months")
    await circle.hears("Election without candidates", since=since)
    for person in (ana, ben):
        await asks(circle, person, directs[person.user], "nominate 1 Cleo because she is calm")
    await asks(circle, cleo, directs[cleo.user], "pass 1")
    await ana.say(room, "!next 1")
    await circle.hears("These are all nominations", since=since)
    await ana.say(room, "!next 1")
    await circle.hears("please suggest one person", since=since)
    await ana.say(room, "!suggest 1 Cleo because she is calm")
    await circle.hears("is open until", since=since)
    for person in (ana, ben):
        await circle.marked(await person.say(room, "!vote 1 consent"))
    asked = cleo.now
    await ana.say(room, "!next 1")
    await cleo.hears("You need no reason to decline", room=directs[cleo.user], since=asked, timeout=WITHIN)
    await asks(circle, cleo, directs[cleo.user], "accept 1")
    assert "Cleo" in (await circle.hears("takes this on: facilitator, until", since=since)).body
    assert "facilitator: Cleo" in (await circle.asks(ben, "!show roles")).body

    since = ana.now
    await ben.say(room, "!turn join duty")
    await circle.hears("Ben has the turn: duty, until", since=since)
    since = ana.now
    await ana.say(room, "!turn join duty")
    await circle.hears("Ana takes this on: duty", since=since)
    offered = ana.now
    circle.bot.ahead(5.5 * DAY)
    await ben.say(room, "Is anybody there?")
    offer = await ana.hears("asks for your turn: duty", room=directs[ana.user], since=offered, timeout=WITHIN)
    assert "You need no reason to pass" in offer.body
    await asks(circle, ana, directs[ana.user], "turn take")
    begins = ana.now
    circle.bot.ahead(7.5 * DAY)
    await ben.say(room, "Is anybody there?")
    await ana.hears("your turn begins: duty", room=directs[ana.user], since=begins, timeout=WITHIN)
    assert "duty: Ana" in (await circle.asks(ben, "!turn")).body

    assert "Cleo" in (await later(circle, 48, "The term of Cleo ends on")).body
    assert "Nobody does it now" in (await later(circle, 62, "The term of Cleo is over")).body
    record = await circle.asks(ana, "!show record")
    assert "Cleo does this no longer: facilitator (the term was over)" in record.body
