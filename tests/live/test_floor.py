"""Holding a room among real people: a round, and pauses that close the room, with a bot that is killed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.matrix.handset import RefusedByServerError
from bot.matrix.levels import POWER, QUIET
from tests.live.circle import WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers

if TYPE_CHECKING:
    from bot.matrix.heard import Heard

BREATH = "Let us all take a breath"
OVER = "The pause is over"


def meant(heard: Heard) -> str:
    """The one person whom a message pings."""
    (person,) = heard.content["m.mentions"]["user_ids"]
    return str(person)


async def levels(circle: Circle) -> dict[str, Any]:
    """The power levels of the room."""
    return await circle.ana.state(circle.room, POWER) or {}


async def until_levels(circle: Circle, since: int, *, closed: bool) -> dict[str, Any]:
    """Wait until the bot has closed the room for writing, or opened it again; the levels then."""

    def changed(heard: Heard) -> bool:
        return heard.type == POWER and (heard.content.get("events_default") == QUIET) is closed

    await circle.ana.hears(changed, room=circle.room, sender=circle.bot.user, since=since, timeout=WITHIN)
    return await levels(circle)


async def test_a_round_with_six_people(members: MakeMembers, bots: MakeBot) -> None:
    """Each of six has one turn in the order of the lot; one passes, one leaves in their turn, and the bot is killed in between."""
    circle = await Circle.gather(members, bots, 6)
    ana, room = circle.ana, circle.room
    people = {each.user: each for each in circle.people}
    since = ana.now
    await ana.say(room, "!round How was your week?")
    await circle.hears("Who is here?", since=since)
    for person in circle.people[1:]:
        await circle.marked(await person.say(room, "!here"))
    since = ana.now
    await ana.say(room, "!next")
    turn = await circle.hears("drawn by lot", since=since)
    turns = [meant(turn)]
    passing, leaving = [each for each in people if each not in {turns[0], ana.user}][:2]
    await circle.marked(await people[passing].say(room, "!pass"))
    for _ in range(6):
        since, person = ana.now, people[turns[-1]]
        if len(turns) == 2:
            await circle.bot.kill()
        if person.user == leaving:
            await person.leave(room)
        else:
            await person.say(room, "We planted beans, and it rained.")
            await person.say(room, "!done")
        if len(turns) == 2:
            await circle.bot.start()
        said = await ana.hears(
            lambda heard: "your turn" in heard.body or "has had a turn" in heard.body,
            room=room,
            sender=circle.bot.user,
            since=since,
            timeout=WITHIN,
        )
        if "has had a turn" in said.body:
            break
        turns.append(meant(said))
    assert sorted(turns) == sorted(people.keys() - {passing})
    assert len([heard for heard in circle.said() if "your turn" in heard.body]) == len(turns) - 1
    assert len([heard for heard in circle.said() if "has had a turn" in heard.body]) == 1


async def test_a_pause_without_power(members: MakeMembers, bots: MakeBot) -> None:
    """Where the group wants the room closed and the bot has not the power, it says so, and asks in words."""
    circle = await Circle.gather(members, bots, 3)
    ana, ben, cleo = circle.people
    before, since = await levels(circle), ana.now
    await ben.say(circle.room, "!set pause raises levels on")
    await circle.hears("closing the room", since=since)
    for person in (ben, cleo):
        await person.say(circle.room, "!pause 5")
    await circle.hears("I have not the power", since=since)
    await circle.bot.kill()
    circle.bot.ahead(400)
    await circle.bot.start()
    await circle.hears(OVER, since=since)
    assert await levels(circle) == before


@pytest.mark.parametrize("version", ["12", "10"])
async def test_a_pause_is_put_back_after_a_kill(members: MakeMembers, bots: MakeBot, version: str) -> None:
    """Killed when the room is closed, the bot opens it afterwards, and what Ana changed meanwhile stays."""
    circle = await Circle.gather(members, bots, 3, room={"room_version": version})
    ana, ben, cleo = circle.people
    room, bot = circle.room, circle.bot
    await ana.set_power(room, bot.user, 100)
    since = ana.now
    await ben.say(room, "!set pause raises levels on")
    await circle.hears("closing the room", since=since)
    hello = circle.said()[0].event
    before, since = await levels(circle), ana.now
    for person in (ben, cleo):
        await person.say(room, "!pause 5")
    await circle.hears(BREATH, since=since)
    during = await until_levels(circle, since, closed=True)
    await bot.kill()
    for attempt in (ben.say(room, "May I?"), ben.react(room, hello, "\u2764")):
        with pytest.raises(RefusedByServerError):
            await attempt
    theirs = {**during, "ban": 60, "events": {**during["events"], "m.reaction": 30}}
    await ana.put_state(room, POWER, theirs)
    bot.ahead(400)
    await bot.start()
    after = await until_levels(circle, since, closed=False)
    assert after == {**before, "ban": 60, "events": {**before.get("events", {}), "m.reaction": 30}}
    await circle.hears(OVER, since=since)
    await ben.say(room, "Thank you.")
    assert len([heard for heard in circle.said(since=since) if BREATH in heard.body]) == 1


async def test_two_pauses_at_once(members: MakeMembers, bots: MakeBot) -> None:
    """When all ask for a pause in the same moment there is one, put back once to the letter, when two end it from direct chats."""
    circle = await Circle.gather(members, bots, 4)
    ana, ben, cleo, dan = circle.people
    room, bot = circle.room, circle.bot
    await ana.set_power(room, bot.user, 100)
    since = ana.now
    await ben.say(room, "!set pause raises levels on")
    await circle.hears("closing the room", since=since)
    directs = [await person.open_direct(bot.user) for person in (cleo, dan)]
    for person, direct in zip((cleo, dan), directs, strict=True):
        await person.hears("without a sign in front", room=direct, timeout=WITHIN)
    before, since = await levels(circle), ana.now
    async with asyncio.TaskGroup() as group:
        for person in (ben, cleo, dan, ana):
            group.create_task(person.say(room, "!pause 10"))
    await circle.hears(BREATH, since=since)
    await until_levels(circle, since, closed=True)
    await cleo.say(directs[0], "pause end")
    await dan.say(directs[1], "pause end")
    await circle.hears(OVER, since=since)
    assert await until_levels(circle, since, closed=False) == before
    said = [heard.body for heard in circle.said(since=since)]
    assert len([body for body in said if BREATH in body]) == 1
    assert len([body for body in said if OVER in body]) == 1
