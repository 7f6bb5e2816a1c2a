"""Once: every command, vote and announcement takes effect and is answered exactly once, however the bot ends."""

from __future__ import annotations

import asyncio
import random
import time
from typing import TYPE_CHECKING

import pytest

from tests.live.circle import HELLO, HOUR, WITHIN, Circle, counts
from tests.live.conftest import MakeBot, MakeMembers, gather, resting

if TYPE_CHECKING:
    from bot.matrix.member import Member
    from tests.live.proxy import Proxy, Seen

ROOMS = pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
POLL_SENT = "/send/org.matrix.msc3381.poll.start/"
SEALED_SENT = "/send/m.room.encrypted/"

BURST = 50
ROUNDS = 3
KILLS = 3
STARTED_WITHIN = 2.0
"""Seconds after a start within which the kills fall: some before the bot is ready, some while it answers."""

QUESTIONS = ("!now", "!urgent", "!show 1", "!me")
BALLOTS = ("yes", "no", "abstain")


@ROOMS
async def test_a_bot_that_is_killed_answers_every_command_once(
    members: MakeMembers, bots: MakeBot, *, encrypted: bool
) -> None:
    """Of bursts of 50 commands around kills at random instants each is answered once, and every vote counts once."""
    await bursts(members, bots, rounds=ROUNDS, encrypted=encrypted)


async def bursts(members: MakeMembers, bots: MakeBot, *, rounds: int, encrypted: bool) -> None:
    """Play `rounds` bursts of commands in one room with an open vote, then close it."""
    seed = time.time_ns()
    chance = random.Random(seed)  # noqa: S311  (chance for a test)
    circle = await Circle.gather(members, bots, 5, encrypted=encrypted)
    await circle.proposes(circle.ana, "Shall we go on?", "until in 2 hours")
    last: dict[str, str] = {}
    # Ana hears for all of them.
    async with resting(circle.people[1:]):
        for number in range(1, rounds + 1):
            events = await one_burst(circle, chance, last)
            await asyncio.gather(*(answered(circle, event) for event in events))
            await circle.settled()
            twice = {event: n for event in events if (n := len(circle.answers(event)) + len(circle.marks(event))) != 1}
            assert not twice, f"seed {seed}, round {number}"
    result = await circle.ends(2 * HOUR)
    await circle.settled()
    expected = {ballot: n for ballot in BALLOTS if (n := list(last.values()).count(ballot))}
    assert counts(result) == expected, f"seed {seed}"
    assert len([heard for heard in circle.said() if heard.poll]) == 1
    assert len([heard for heard in circle.said() if "In the record:" in heard.body]) == 1
    assert len([heard for heard in circle.said() if heard.body.startswith("#1 is open until") and not heard.replaces]) == 1
    assert len([heard for heard in circle.said() if HELLO in heard.body]) == 1


async def one_burst(circle: Circle, chance: random.Random, last: dict[str, str]) -> list[str]:
    """Let everybody talk at once while the bot is killed and started; return the events that want an answer."""
    events: list[str] = []

    async def talk(person: Member) -> None:
        for _ in range(BURST // len(circle.people)):
            ballot = chance.choice(BALLOTS)
            words = chance.choice((*QUESTIONS, f"!vote 1 {ballot}"))
            events.append(await person.say(circle.room, words))
            if words.startswith("!vote"):
                last[person.user] = ballot

    async def kill() -> None:
        for _ in range(KILLS):
            await asyncio.sleep(chance.uniform(0, STARTED_WITHIN))
            await circle.bot.kill()
            await circle.bot.start()

    await asyncio.gather(kill(), *map(talk, circle.people))
    return events


async def answered(circle: Circle, event: str) -> None:
    """Wait until the bot answers or marks `event`."""
    await circle.ana.hears(
        lambda heard: (
            heard.sender == circle.bot.user and (heard.reply_to == event or heard.reaction == (event, "\u2705"))
        ),
        timeout=2 * WITHIN,
    )


async def through(proxy: Proxy, members: MakeMembers, bots: MakeBot, count: int, *, encrypted: bool) -> Circle:
    """Gather a circle whose bot reaches the homeserver through the proxy."""
    return await Circle.gather(members, bots, count, encrypted=encrypted, address=proxy.address)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@ROOMS
async def test_a_kill_around_the_announcement(
    members: MakeMembers, bots: MakeBot, proxy: Proxy, *, encrypted: bool, after: bool
) -> None:
    """Killed just before or just after the server takes the poll, the bot announces once and the vote opens once."""
    circle = await through(proxy, members, bots, 2, encrypted=encrypted)
    ana, ben = circle.people

    async def kill(_: Seen) -> None:
        await circle.bot.kill()

    path = SEALED_SENT if encrypted else POLL_SENT
    proxy.on_request(kill, path=path, method="PUT", after=after)
    if not after:
        proxy.cut(path=path, method="PUT", times=1)
    await ana.say(circle.room, "!propose Shall we dance? until in 2 hours")
    await until_killed(circle)
    assert [seen.passed for seen in proxy.requests(path, method="PUT")][-1] is after
    voted = await ben.say(circle.room, "!vote 1 yes")
    await circle.bot.start()
    await circle.turnout("is open until")
    if after:
        await circle.marked(voted)
    else:
        assert "not open yet" in (await circle.answer(voted)).body
    await ana.say(circle.room, "!vote 1 yes")
    await ben.say(circle.room, "!vote 1 yes")
    await circle.turnout("2 of 2")
    await circle.settled()
    assert len([heard for heard in circle.said() if heard.poll]) == 1
    assert len([heard for heard in circle.said() if "is open until" in heard.body and not heard.replaces]) == 1
    record = await circle.asks(ana, "!show record")
    assert record.body.count("was put to the group") == 1


@ROOMS
async def test_a_kill_after_the_result_was_sent(
    members: MakeMembers, bots: MakeBot, proxy: Proxy, *, encrypted: bool
) -> None:
    """Killed after the server took the end of the poll and again after the result, the bot tells the result once."""
    circle = await through(proxy, members, bots, 2, encrypted=encrypted)
    ana, ben = circle.people
    await circle.proposes(ana, "Shall we rest?", "until in 2 hours")
    voted = await ben.say(circle.room, "!vote 1 yes")
    await circle.marked(voted)
    await circle.turnout("1 of 2")

    async def kill(_: Seen) -> None:
        await circle.bot.kill()

    # The end of the poll, its result, or the last turnout: whatever comes first, and what comes next.
    for _ in range(2):
        proxy.on_request(kill, path="/send/", method="PUT")
        circle.bot.ahead(2 * HOUR)
        await ana.say(circle.room, "What time is it?")
        await until_killed(circle)
        await circle.bot.start()
    result = await circle.result()
    await circle.settled()
    assert counts(result) == {"yes": 1}
    assert [heard.event for heard in circle.said() if "In the record:" in heard.body] == [result.event]
    assert len([heard for heard in circle.said() if heard.type.endswith("poll.end")]) == 1


async def until_killed(circle: Circle) -> None:
    """Wait until the hook has ended the bot."""
    async with asyncio.timeout(WITHIN):
        while circle.bot.alive:  # noqa: ASYNC110  (the process is ended by a hook, which tells nobody)
            await asyncio.sleep(0.02)


async def test_a_kill_between_the_two_stores(members: MakeMembers, bots: MakeBot, proxy: Proxy) -> None:
    """Killed when the keys of a sync are stored but its messages are not, the bot reads and answers each one once."""
    circle = await through(proxy, members, bots, 2, encrypted=True)
    ana, ben = circle.people
    await circle.bot.terminate()
    # A new key and more than one response holds: the bot must ask for pages after it has stored the key.
    await ben.hold_keys(circle.room)
    first = await ben.say(circle.room, "!now")
    await ben.release_keys()
    async with resting((ana, ben)):
        await ana.say_all(circle.room, [f"line {number}" for number in range(120)])
    last = await ben.say(circle.room, "!urgent")

    async def kill(_: Seen) -> None:
        await circle.bot.kill()

    struck = proxy.on_request(kill, path="/messages", after=False, times=2)
    for life in (1, 2):
        await circle.bot.start()
        await until_killed(circle)
        assert struck.hits == life
    await circle.bot.start()
    await asyncio.gather(circle.answer(first), circle.answer(last))
    await circle.settled()
    assert len(circle.answers(first)) == len(circle.answers(last)) == 1
    assert not [heard for heard in circle.said() if "could not read" in heard.body]


async def test_a_kill_between_one_time_keys_sent_and_saved(members: MakeMembers, bots: MakeBot, proxy: Proxy) -> None:
    """Killed after the server took its one-time keys, the bot offers no other keys under the same names."""
    bot = await bots(address=proxy.address)
    people = await members(3)
    struck = proxy.on_request(lambda _: bot.kill(), path="/keys/upload", method="POST", times=2)
    for _ in range(2):
        await bot.start()
        async with asyncio.timeout(WITHIN):
            while bot.alive:  # noqa: ASYNC110  (ended by the hook)
                await asyncio.sleep(0.02)
    await bot.start()
    room = await gather(people)
    circle = Circle(bot, room, people)
    await circle.invites()
    # Each of them begins a channel with one of those keys.
    for person in people:
        await circle.asks(person, "!now")
    assert struck.hits == 2
    assert {seen.status for seen in proxy.requests("/keys/upload") if seen.status is not None} == {200}
    assert not [heard for heard in circle.said() if "could not read" in heard.body]


async def test_it_ends_when_asked_and_keeps_everything(members: MakeMembers, bots: MakeBot, proxy: Proxy) -> None:
    """SIGTERM ends the bot within 5 seconds, in a burst and while the server hangs; nothing is lost or repeated."""
    circle = await through(proxy, members, bots, 3, encrypted=True)
    events: list[str] = []

    async def talk(person: Member) -> None:
        events.extend(await person.say_all(circle.room, ["!now"] * 10))

    talking = asyncio.gather(*map(talk, circle.people))
    await circle.hears("Nothing is open")
    ended = await circle.bot.terminate()
    assert (ended.code, ended.seconds < 5) == (0, True)
    await talking
    with proxy.hold(path="/send/"), proxy.hold(path="/sync"):
        await circle.bot.start()
        await proxy.sees("/sync", count=len(proxy.requests("/sync")) + 1)
        ended = await circle.bot.terminate()
        assert (ended.code, ended.seconds < 5) == (0, True)
    await circle.bot.start()
    await asyncio.gather(*map(circle.answer, events))
    await circle.settled()
    assert {len(circle.answers(event)) for event in events} == {1}
