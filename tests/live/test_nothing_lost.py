"""Nothing is lost: what was said while the bot was away, behind, or without the key is answered, and counted fairly."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.live.bot_process import KEY_WAIT
from tests.live.circle import HOUR, WITHIN, Circle, counts
from tests.live.conftest import resting

if TYPE_CHECKING:
    from bot.matrix.member import Member
    from tests.live.conftest import MakeBot, MakeMembers

ROOMS = pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
UNREAD = "could not read"
SHORT = 45.0
"""Seconds that a vote is open in real time: on a busy machine, all that is said in it must be said by then."""


def complaints(circle: Circle) -> int:
    """How often the bot said that it could not read something."""
    return len([heard for heard in circle.said() if UNREAD in heard.body])


@ROOMS
async def test_two_hundred_missed_messages(members: MakeMembers, bots: MakeBot, *, encrypted: bool) -> None:
    """Of 200 messages that were said while the bot was down, every command is answered once and every vote counts."""
    circle = await Circle.gather(members, bots, 3, encrypted=encrypted)
    ana, ben, cleo = circle.people
    await circle.proposes(ana, "Shall we go on?", "until in 2 hours")
    await circle.bot.kill()
    commands: list[str] = []

    async def talk(person: Member, count: int, ballot: str) -> None:
        said = await person.say_all(
            circle.room,
            [f"!vote 1 {ballot}", *("!now" if number % 10 == 0 else f"line {number}" for number in range(1, count))],
        )
        commands.extend(said[::10])

    async with resting(circle.people):
        await asyncio.gather(talk(ana, 70, "yes"), talk(ben, 70, "yes"), talk(cleo, 60, "no"))
    await circle.bot.start()
    await ana.hears(
        lambda _: all(circle.answers(event) or circle.marks(event) for event in commands), timeout=2 * WITHIN
    )
    result = await circle.ends(2 * HOUR)
    await circle.settled()
    assert counts(result) == {"yes": 2, "no": 1}
    assert {len(circle.answers(event)) + len(circle.marks(event)) for event in commands} == {1}
    assert complaints(circle) == 0


async def test_more_than_a_hundred_keys_wait(members: MakeMembers, bots: MakeBot) -> None:
    """When more room keys wait than one response holds, every message that needs one of them is read and answered."""
    circle = await Circle.gather(members, bots, 3)
    await circle.bot.kill()

    async def rotate(person: Member) -> list[str]:
        commands = []
        for number in range(45):
            await person.hold_keys(circle.room)
            said = await person.say(circle.room, "!now" if number % 5 == 0 else f"line {number}")
            await person.release_keys()
            commands += [said] if number % 5 == 0 else []
        return commands

    async with resting(circle.people):
        commands = [event for said in await asyncio.gather(*map(rotate, circle.people)) for event in said]
    await circle.bot.start()
    await circle.ana.hears(lambda _: all(map(circle.answers, commands)), timeout=2 * WITHIN)
    await circle.settled()
    assert {len(circle.answers(event)) for event in commands} == {1}
    assert complaints(circle) == 0


async def test_a_key_that_comes_late(members: MakeMembers, bots: MakeBot) -> None:
    """A message whose key comes in time is answered without a word about it; one whose key comes later still is."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    await ben.hold_keys(circle.room, people=[circle.bot.user])
    in_time = await ben.say(circle.room, "!now")
    await circle.settled()
    assert not circle.answers(in_time)
    await ben.release_keys()
    await circle.answer(in_time)
    assert complaints(circle) == 0

    await ben.hold_keys(circle.room, people=[circle.bot.user])
    late = [await ben.say(circle.room, "!now") for _ in range(2)]
    await circle.settled()
    assert complaints(circle) == 0
    circle.bot.ahead(KEY_WAIT)
    await circle.settled()
    complaint = await circle.hears(UNREAD)
    assert "Ben" in complaint.body
    assert not any(map(circle.answers, late))
    await ben.release_keys()
    await asyncio.gather(*map(circle.answer, late))
    await circle.settled()
    assert {len(circle.answers(event)) for event in (in_time, *late)} == {1}
    assert complaints(circle) == 1
    assert (await circle.asks(ana, "!now")).encrypted


async def test_what_waits_for_a_key_outlives_a_kill(members: MakeMembers, bots: MakeBot) -> None:
    """A message that waited for its key when the bot was killed is answered when the key has come meanwhile, or later."""
    circle = await Circle.gather(members, bots, 3)
    _, ben, cleo = circle.people
    waiting = []
    for person in (ben, cleo):
        await person.hold_keys(circle.room, people=[circle.bot.user])
        waiting.append(await person.say(circle.room, "!now"))
    await circle.settled()
    await circle.bot.kill()
    await ben.release_keys()
    await circle.bot.start()
    await circle.answer(waiting[0])
    assert not circle.answers(waiting[1])
    await cleo.release_keys()
    await circle.answer(waiting[1])
    await circle.settled()
    assert {len(circle.answers(event)) for event in waiting} == {1}


async def test_the_end_of_a_vote_is_the_same_for_all(members: MakeMembers, bots: MakeBot) -> None:
    """A ballot sent in time counts though the bot was away or its key came late, a late one never, and all is told."""
    # Real time has to pass for the servers' times to be true: so it passes for all of them at once.
    await asyncio.gather(
        late_keys(members, bots),
        outage(members, bots, encrypted=True),
        outage(members, bots, encrypted=False),
    )


async def late_keys(members: MakeMembers, bots: MakeBot) -> None:
    """At the end of a vote two ballots wait for their keys; one key comes in time, the other never."""
    circle = await Circle.gather(members, bots, 4)
    ana, ben, cleo, dan = circle.people
    clock = asyncio.get_running_loop().time
    await circle.proposes(ana, "Shall we close?", f"until in {SHORT:.0f} seconds")
    closed = clock() + SHORT
    await circle.marked(await dan.say(circle.room, "!vote 1 no"))
    for person in (ben, cleo):
        await person.hold_keys(circle.room, people=[circle.bot.user])
    late = await ben.say(circle.room, "!vote 1 yes")
    never = await cleo.say(circle.room, "!vote 1 yes")
    await asyncio.sleep(closed + 1 - clock())
    await circle.settled()
    assert not [heard for heard in circle.said() if "In the record:" in heard.body]
    await ben.release_keys()
    await circle.marked(late)
    await circle.settled()
    assert not [heard for heard in circle.said() if "In the record:" in heard.body]
    result = await circle.ends(KEY_WAIT)
    assert counts(result) == {"yes": 1, "no": 1}
    assert "could not be read" in result.body
    assert len(circle.marks(late)) == 1
    assert not circle.marks(never)


async def outage(members: MakeMembers, bots: MakeBot, *, encrypted: bool) -> None:
    """A vote whose end comes while the bot is down, in real time."""
    circle = await Circle.gather(members, bots, 3, encrypted=encrypted)
    ana, ben, cleo = circle.people
    poll = await circle.proposes(ana, "Shall we wait?", f"until in {SHORT:.0f} seconds")
    closed = asyncio.get_running_loop().time() + SHORT
    await circle.bot.kill()
    in_time = await ben.say(circle.room, "!vote 1 yes")
    await cleo.answer_poll(circle.room, poll.event, ["no"])
    await asyncio.sleep(closed + 1 - asyncio.get_running_loop().time())
    too_late = await ana.say(circle.room, "!vote 1 no")
    await ben.answer_poll(circle.room, poll.event, ["no"])
    circle.bot.ahead(600)
    await circle.bot.start()
    result = await circle.result()
    await circle.settled()
    assert counts(result) == {"yes": 1, "no": 1}
    assert "I was away" in result.body
    assert circle.marks(in_time)
    assert "closed on" in (await circle.answer(too_late)).body
    assert "2 of 3 took part" in result.body
