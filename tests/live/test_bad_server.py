"""A homeserver that fails in every way: nothing is lost, nothing is said twice, and it is not asked without end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import aiohttp

from tests.live.bot_process import BOT, IMPATIENT
from tests.live.circle import HELLO, HOUR, WITHIN, Circle, counts
from tests.live.conftest import MakeBot, MakeMembers, gather, resting
from tests.live.proxy import Proxy

if TYPE_CHECKING:
    from bot.demo.homeserver import Homeserver
    from bot.matrix.member import Member
    from tests.live.conftest import LiveBot
    from tests.live.proxy import Rule, Seen

Fault = Callable[["Proxy", str, int], "Rule"]
Trial = Callable[[MakeBot, "Proxy", Fault], Awaitable[None]]

FAULTS: dict[str, Fault] = {
    "500": lambda proxy, path, times: proxy.answer(500, path=path, times=times),
    "502": lambda proxy, path, times: proxy.answer(502, path=path, times=times),
    "429": lambda proxy, path, times: proxy.answer(429, path=path, times=times, retry_after=1),
    "cut-before": lambda proxy, path, times: proxy.cut(path=path, times=times),
    "cut-after": lambda proxy, path, times: proxy.cut(path=path, times=times, after=True),
    "no-answer": lambda proxy, path, _: proxy.hold(path=path, times=1, after=True),
}
EXCHANGE = ("/sync", "/send/", "/keys/query", "/keys/claim", "/sendToDevice/")
START = ("/login", "/keys/upload", "/keys/device_signing/upload", "/keys/signatures/upload", "/sync", "/keys/query")


def session(bot: LiveBot) -> dict[str, str]:
    """What the bot keeps of its login."""
    kept: dict[str, str] = json.loads((bot.folder / "data" / "session.json").read_text())
    return kept


async def log_out(bot: LiveBot, server: Homeserver) -> None:
    """End the bot's session on the server, with its device and all the keys that the server has of it."""
    headers = {"Authorization": f"Bearer {session(bot)['token']}"}
    address = f"{server.address}/_matrix/client/v3/logout"
    async with aiohttp.ClientSession(headers=headers) as line, line.post(address, json={}) as answer:
        assert answer.ok


async def trusted(person: Member, bot: LiveBot) -> bool:
    """Whether the server shows `person` the bot's device with a signature of the bot's own self-signing key."""
    told = await person.http("POST", "/keys/query", {"device_keys": {bot.user: []}})
    device = told["device_keys"].get(bot.user, {}).get(session(bot)["device_id"], {})
    return next(iter(told["self_signing_keys"][bot.user]["keys"])) in device.get("signatures", {}).get(bot.user, {})


async def each_fault(homeserver: Homeserver, bots: MakeBot, trial: Trial) -> None:
    """Try every fault at the same time, each with a bot and a network of its own; a failure names its fault."""

    async def one(name: str) -> None:
        async with Proxy(homeserver.address) as proxy:
            command = IMPATIENT if name == "no-answer" else BOT
            try:
                await trial(partial(bots, address=proxy.address, command=command), proxy, FAULTS[name])
            except Exception as error:
                error.add_note(f"The fault: {name}")
                raise

    async with asyncio.TaskGroup() as trials:
        for name in FAULTS:
            trials.create_task(one(name))


async def test_a_server_that_fails_costs_no_message(
    homeserver: Homeserver, members: MakeMembers, bots: MakeBot
) -> None:
    """Whatever fails, of syncing, sending, keys and missing pages: each command is answered once, and can be read."""
    await each_fault(homeserver, bots, partial(exchange, members))


async def exchange(members: MakeMembers, bots: MakeBot, proxy: Proxy, fault: Fault) -> None:
    """A new person is to read the answers, and a gap is to be filled, while requests fail."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    (cleo,) = await members(1)
    await circle.settled()
    faults = {path: fault(proxy, path, 2) for path in EXCHANGE}
    # For somebody new who has said nothing the bot needs her devices, a channel to them, and the way there.
    await ana.invite(circle.room, cleo.user)
    await cleo.join(circle.room)
    asked = [await person.say(circle.room, "!now") for person in (ana, ben)]
    await asyncio.gather(*(circle.answer(event, within=2 * WITHIN) for event in asked))
    for event in asked:
        await cleo.hears(lambda heard, event=event: heard.readable and heard.reply_to == event, timeout=WITHIN)
    assert all(rule.hits for rule in faults.values()), {path: rule.hits for path, rule in faults.items()}
    proxy.calm()

    await circle.bot.terminate()
    async with resting((ana, ben, cleo)):
        # The server may keep a response for a poll that was given up, for the next one: it holds the first line.
        await ana.say_all(circle.room, [f"line {number}" for number in range(-5, 0)])
        missed = await ben.say(circle.room, "!now")
        await ana.say_all(circle.room, [f"line {number}" for number in range(110)])
    faults = {path: fault(proxy, path, 2) for path in ("/sync", "/messages")}
    await circle.bot.start()
    # Nobody says anything meanwhile: what is missing must be asked for again without being reminded.
    await circle.answer(missed, within=2 * WITHIN)
    assert all(rule.hits for rule in faults.values()), {path: rule.hits for path, rule in faults.items()}
    proxy.calm()
    await circle.settled()
    assert {len(circle.answers(event)) for event in [*asked, missed]} == {1}
    assert len([heard for heard in circle.said() if HELLO in heard.body]) == 1
    assert not [heard for heard in circle.said() if "could not read" in heard.body]


async def test_a_server_that_fails_at_the_start(homeserver: Homeserver, members: MakeMembers, bots: MakeBot) -> None:
    """Whatever fails while the bot logs in and offers its keys, it goes on until it stands, trusted and encrypted."""
    await each_fault(homeserver, bots, partial(start, members))


async def start(members: MakeMembers, bots: MakeBot, proxy: Proxy, fault: Fault) -> None:
    """The first start, with each of its requests failing once."""
    for path in START:
        fault(proxy, path, 1)
    bot, people = await asyncio.gather(bots(), members(2))
    await bot.start()
    circle = Circle(bot, await gather(people), people)
    await bot.says("running", within=2 * WITHIN)
    await circle.invites()
    ana, _ = circle.people
    assert (await circle.asks(ana, "!now")).encrypted
    assert await trusted(ana, bot)


async def test_a_failing_server_is_asked_less_and_less(members: MakeMembers, bots: MakeBot, proxy: Proxy) -> None:
    """Between requests that fail the bot waits longer and longer, and it is back soon after the server is."""
    circle = await Circle.gather(members, bots, 1, encrypted=False, address=proxy.address)
    times: list[float] = []
    clock = asyncio.get_running_loop().time
    proxy.on_request(lambda _: times.append(clock()), path="/sync", times=None, after=False)
    with proxy.answer(500, path="/sync"):
        # This wakes the long poll that began before.
        asked = await circle.ana.say(circle.room, "!now")
        await proxy.sees("/sync", count=len(proxy.requests("/sync")) + 5)
    # Doubling from 0.3 s, at least half of it.
    waits = [later - earlier for earlier, later in pairwise(times)]
    assert all(wait >= least for wait, least in zip(waits, (0.15, 0.3, 0.6, 1.2), strict=False)), waits
    await circle.answer(asked)


async def test_the_server_says_when_to_come_back(members: MakeMembers, bots: MakeBot, proxy: Proxy) -> None:
    """After a 429 with Retry-After nothing is sent before that time has passed, and then it is sent once."""
    circle = await Circle.gather(members, bots, 2, encrypted=False, address=proxy.address)
    times: list[float] = []
    clock = asyncio.get_running_loop().time

    def note(_: Seen) -> None:
        times.append(clock())

    proxy.on_request(note, path="/send/", times=None, after=False)
    proxy.answer(429, path="/send/", times=1, retry_after=3)
    asked = [await person.say(circle.room, "!now") for person in circle.people]
    await asyncio.gather(*map(circle.answer, asked))
    await circle.settled()
    assert times[1] - times[0] >= 2.95
    assert {len(circle.answers(event)) for event in asked} == {1}


async def test_a_session_that_ended_is_begun_again(
    homeserver: Homeserver, members: MakeMembers, bots: MakeBot, proxy: Proxy
) -> None:
    """When the server has ended the session, the bot logs in with the same device and is read and trusted as before."""
    circle = await Circle.gather(members, bots, 2, address=proxy.address)
    ana = circle.ana
    await circle.proposes(ana, "Shall we wait?", "until in 2 hours")
    before = session(circle.bot)
    await log_out(circle.bot, homeserver)
    # Said while the server knows no device of the bot, this reaches nobody there; it only wakes the bot.
    await ana.say(circle.room, "Anybody there?")
    await proxy.sees("/login", method="POST", count=2, within=WITHIN)
    async with asyncio.timeout(WITHIN):
        while not await trusted(ana, circle.bot):  # noqa: ASYNC110  (the server tells nobody)
            await asyncio.sleep(0.1)
    # The clients of these people believe for good that a device which was gone is gone; a new person's does not.
    (cleo,) = await members(1)
    await ana.invite(circle.room, cleo.user)
    await cleo.join(circle.room)
    asked = await cleo.say(circle.room, "!now")
    assert "0 of 2" in (await circle.answer(asked)).body
    await cleo.hears(lambda heard: heard.readable and heard.reply_to == asked)
    after = session(circle.bot)
    assert (after["device_id"], after["user_id"]) == (before["device_id"], before["user_id"])
    assert after["token"] != before["token"]
    assert len(proxy.requests("/login", method="POST")) == 2


async def test_without_a_password_an_ended_session_is_the_end(homeserver: Homeserver, bots: MakeBot) -> None:
    """A bot that was given only an access token stops when the server ends it, and says so without a traceback."""
    bot = await bots(command=("bot", "run"), encryption="off")
    own = await homeserver.login(bot.user, bot.account.password, device="TOKEN")
    config = bot.config.read_text()
    bot.config.write_text(config.replace(f"password: {bot.account.password}\n", f"token: {own.token}\n"))
    await bot.start()
    await bot.says("running")
    await log_out(bot, homeserver)
    assert (await bot.ended()).code == 1
    assert "folkmoot: " in bot.said()
    assert "Traceback" not in bot.said()
    assert own.token not in bot.said()


async def test_results_come_in_time_at_default_limits(
    strict_homeserver: Homeserver, members: MakeMembers, bots: MakeBot
) -> None:
    """At Synapse's default limits a result overtakes the acknowledgements that queue, and none of these is lost."""
    circle = await Circle.gather(members, bots, 3, server=strict_homeserver)
    ana = circle.ana
    await circle.proposes(ana, "Shall we hurry?", "until in 2 hours")
    asked = [
        event for person in circle.people for event in await person.say_all(circle.room, ["!vote 1 yes", *["!now"] * 3])
    ]
    # The first ten messages of an account are free; three of them are spent.
    await ana.hears(lambda _: len(circle.said()) >= 8, timeout=WITHIN)
    result = await circle.ends(2 * HOUR)
    assert counts(result) == {"yes": 3}
    waiting = [event for event in asked if not circle.answers(event) and not circle.marks(event)]
    assert waiting
    await asyncio.gather(
        *(
            ana.hears(
                lambda heard, event=event: heard.reply_to == event or heard.reaction == (event, "\u2705"),
                room=circle.room,
                timeout=2 * WITHIN,
            )
            for event in waiting
        )
    )
    assert {len(circle.answers(event)) + len(circle.marks(event)) for event in asked} == {1}
