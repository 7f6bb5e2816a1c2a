"""The stage itself, with no bot on it: what the live tests rely on must hold before they say anything about a bot."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.config import load
from bot.demo.homeserver import Homeserver
from bot.matrix.handset import RefusedByServerError
from bot.matrix.heard import NotHeardError
from bot.matrix.member import Member
from tests.live.bot_process import ROOT, BotProcess, NotSaidError, write_config
from tests.live.circle import WITHIN
from tests.live.conftest import PASSWORD, MakeMembers, gather
from tests.live.nursery import Nursery
from tests.live.proxy import Proxy

if TYPE_CHECKING:
    from pathlib import Path

    from bot.matrix.heard import Heard
    from tests.live.proxy import Seen


def unreadable(heard: Heard) -> bool:
    """Say whether the key of an encrypted event is missing."""
    return not heard.readable


@pytest.mark.parametrize("encrypted", [True, False])
async def test_everything_people_say_is_heard_as_it_was_meant(members: MakeMembers, *, encrypted: bool) -> None:
    """Messages, replies, threads, edits, reactions, polls and redactions arrive whole, encrypted or not."""
    ana, ben = await members(2)
    room = await gather([ana, ben], encrypted=encrypted)

    said = await ana.say(room, "Shall we meet on Tuesday?", mentions=[ben.user])
    heard = await ben.hears("Tuesday")
    assert (heard.event, heard.sender, heard.encrypted) == (said, ana.user, encrypted)
    assert heard.content["m.mentions"] == {"user_ids": [ben.user]}

    answered = await ben.reply(room, said, "Yes")
    heard = await ana.hears("Yes")
    assert (heard.event, heard.reply_to, heard.body) == (answered, said, "Yes")
    assert heard.content["m.mentions"] == {"user_ids": [ana.user]}

    await ben.thread(room, said, "Where?")
    heard = await ana.hears("Where?")
    assert (heard.thread, heard.reply_to) == (said, None)

    await ana.edit(room, said, "Shall we meet on Wednesday?")
    heard = await ben.hears("Wednesday")
    assert (heard.replaces, heard.encrypted) == (said, encrypted)

    await ben.react(room, said, "👍")
    heard = await ana.hears(lambda event: event.reaction == (said, "👍"))
    assert not heard.encrypted

    poll = await ana.start_poll(room, "Tea?", {"y": "Yes, please", "n": "No"}, disclosed=False)
    heard = await ben.hears("Tea?")
    assert (heard.event, heard.type, heard.encrypted) == (poll, "org.matrix.msc3381.poll.start", encrypted)
    assert heard.poll is not None
    assert heard.poll["kind"] == "org.matrix.msc3381.poll.undisclosed"

    vote = await ben.answer_poll(room, poll, ["y"])
    heard = await ana.hears(lambda event: event.answers == ("y",))
    assert (heard.event, heard.relation["event_id"]) == (vote, poll)

    await ben.redact(room, vote, reason="changed my mind")
    await ana.hears(lambda event: event.redacts == vote)
    await ana.end_poll(room, poll)
    await ben.hears(lambda event: event.type == "org.matrix.msc3381.poll.end")


async def test_a_key_that_comes_late_opens_the_message_when_it_comes(members: MakeMembers) -> None:
    """A message whose key is held back cannot be read by those it is held back from, until the key is released."""
    ana, ben, cleo = await members(3)
    room = await gather([ana, ben, cleo])
    await ana.say(room, "on time")
    await ben.hears("on time")

    await ana.hold_keys(room, people=[ben.user])
    late = await ana.say(room, "ahead of its key")
    assert (await cleo.hears("ahead of its key")).event == late
    assert (await ben.hears(unreadable)).event == late
    await ben.say(room, "I cannot read this")
    await ana.hears("I cannot read this")
    assert not [heard for heard in ben.heard if heard.event == late and heard.readable]

    assert await ana.release_keys() == 1
    heard = await ben.hears("ahead of its key")
    assert (heard.event, heard.readable) == (late, True)
    await ana.say(room, "all well again")
    await ben.hears("all well again")


async def test_a_new_device_reads_what_is_said_after_it_came(homeserver: Homeserver, members: MakeMembers) -> None:
    """What is said reaches the devices that exist at that moment, also one that logged in a moment ago."""
    ana, ben = await members(2)
    room = await gather([ana, ben])
    await ana.say(room, "first")
    await ben.hears("first")
    async with Member(homeserver.address) as tablet:
        await tablet.login(ben.user, PASSWORD)
        await ana.say(room, "second")
        heard = await tablet.hears("second", room=room)
        assert heard.readable
        await tablet.say(room, "third")
        await asyncio.gather(ana.hears("third"), ben.hears(lambda event: event.body == "third"))


async def test_a_device_comes_back_with_its_keys(homeserver: Homeserver, members: MakeMembers, tmp_path: Path) -> None:
    """A device with a folder of its own reads, after it was closed, what was said while it was closed."""
    (ana,) = await members(1)
    async with Member(homeserver.address, tmp_path) as ben:
        await ben.login((await homeserver.register(f"ben-{os.urandom(4).hex()}", PASSWORD)).user, PASSWORD)
        room = await gather([ana, ben])
    await ana.say(room, "while you slept")
    async with Member(homeserver.address, tmp_path) as again:
        await again.enter(ben.user, ben.device, ben.token)
        assert (await again.hears("while you slept")).readable


async def test_a_gap_in_the_sync_is_filled(members: MakeMembers) -> None:
    """Of more messages than one sync response holds, every one is heard, once and in order."""
    ana, ben = await members(2)
    room = await gather([ana, ben], encrypted=False)
    async with ben.deaf():
        sent = await ana.say_all(room, [f"number {number}" for number in range(110)])
    await ben.hears("number 109")
    assert [heard.event for heard in ben.heard if heard.body.startswith("number")] == sent


async def test_invitations_and_direct_chats(members: MakeMembers) -> None:
    """A direct chat is an invitation that says so, is encrypted, and stands in the account of who opened it."""
    ana, ben = await members(2)
    room = await ana.open_direct(ben.user)
    assert await ben.accept(sender=ana.user) == room
    invitation = await ben.hears(lambda event: not event.event)
    assert invitation.content["is_direct"] is True
    await ben.say(room, "only for you")
    assert (await ana.hears("only for you")).encrypted
    assert await ana.http("GET", f"/user/{ana.user}/account_data/m.direct") == {ben.user: [room]}


async def test_rooms_change(members: MakeMembers) -> None:
    """Names, power and membership change as a person asks, and what the server forbids is told with its code."""
    ana, ben = await members(2)
    room = await gather([ana, ben], encrypted=False, room_version="11", name="Circle")
    with pytest.raises(RefusedByServerError) as refused:
        await ben.kick(room, ana.user)
    assert refused.value.code == "M_FORBIDDEN"
    await ana.set_power(room, ben.user, 50)
    await ben.hears(lambda event: event.type == "m.room.power_levels" and event.content["users"].get(ben.user) == 50)
    await ben.change_name("Benno")
    await ana.hears(lambda event: event.content.get("displayname") == "Benno")
    await ana.encrypt_room(room)
    await ana.say(room, "in private now")
    assert (await ben.hears("in private now")).encrypted
    await ana.kick(room, ben.user, reason="a test")
    await ben.hears(lambda event: event.state_key == ben.user and event.content.get("membership") == "leave")
    assert await ana.people(room) == {ana.user}


async def test_what_is_not_heard_is_told_with_what_was(members: MakeMembers) -> None:
    """A wait in vain names what was waited for and lists what came."""
    ana, ben = await members(2)
    room = await gather([ana, ben])
    await ana.say(room, "something else")
    await ben.hears("something else")
    with pytest.raises(NotHeardError, match=r"(?s)'a reply'.*something else"):
        await ben.hears("a reply", timeout=0.05)


async def test_a_homeserver_can_be_stopped_and_started(tmp_path: Path) -> None:
    """After a restart the address, the accounts and the rooms are the same, and people go on where they were."""
    async with Homeserver(tmp_path) as server:
        address = server.address
        account = await server.register("ana", PASSWORD)
        async with Member(server.address) as ana:
            await ana.enter(account.user, account.device, account.token)
            room = await ana.create_room()
            await server.stop()
            assert not server.running
            waiting = asyncio.create_task(ana.say(room, "into the dark"))
            await server.start()
            assert server.address == address
            said = await waiting
            await ana.hears(lambda event: event.event == said and event.readable)
        # Whoever did not start it can make people on it, and cannot stop it.
        guest = Homeserver.started_elsewhere(tmp_path)
        assert (guest.address, (await guest.register("ben", PASSWORD)).user) == (address, "@ben:localhost")
        await guest.stop()
        assert server.running


async def test_a_homeserver_does_not_outlive_who_started_it(tmp_path: Path) -> None:
    """When the process that started it is killed, the homeserver ends too."""
    program = (
        "import asyncio, os, pathlib, signal, sys\n"
        "from bot.demo.homeserver import Homeserver\n"
        "async def main():\n"
        "    server = Homeserver(pathlib.Path(sys.argv[1]))\n"
        "    await server.start()\n"
        "    print(server.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    starter = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(tmp_path), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await starter.communicate()
    assert starter.returncode == -signal.SIGKILL
    async with asyncio.timeout(WITHIN):
        while alive(int(told)):  # noqa: ASYNC110  (nobody tells us when a grandchild ends)
            await asyncio.sleep(0.05)


def alive(pid: int) -> bool:
    """Whether a process with this id exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def put(proxy: Proxy, member: Member, room: str, transaction: str) -> tuple[int, dict[str, object]]:
    """Send a message through the proxy as a bare client does, and return the status and the answer."""
    address = f"{proxy.address}/_matrix/client/v3/rooms/{room}/send/m.room.message/{transaction}"
    headers = {"Authorization": f"Bearer {member.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.put(address, json={"msgtype": "m.text", "body": transaction}) as answer,
    ):
        return answer.status, await answer.json(content_type=None) if answer.status in (200, 429) else {}


async def test_the_proxy_fails_as_servers_and_networks_do(members: MakeMembers, proxy: Proxy) -> None:
    """A fault hits the requests that it names, as often as it says, and only those passed on take effect."""
    ana, ben = await members(2)
    room = await gather([ana, ben], encrypted=False)

    assert (await put(proxy, ana, room, "calm"))[0] == 200
    with proxy.answer(502, path="/send/") as fault:
        assert (await put(proxy, ana, room, "bad-gateway"))[0] == 502
    assert fault.hits == 1

    proxy.answer(429, path="/send/", times=1, retry_after=1.5)
    status, told = await put(proxy, ana, room, "too-many")
    assert (status, told["errcode"], told["retry_after_ms"]) == (429, "M_LIMIT_EXCEEDED", 1500)
    assert (await put(proxy, ana, room, "too-many"))[0] == 200

    # Not once but as long as it tries: aiohttp repeats a PUT by itself when the connection breaks.
    with proxy.cut(path="/send/", method="PUT"), pytest.raises(aiohttp.ClientConnectionError):
        await put(proxy, ana, room, "cut-before")
    assert not any(seen.passed for seen in proxy.requests("cut-before"))

    with proxy.cut(path="/send/", after=True), pytest.raises(aiohttp.ClientConnectionError):
        await put(proxy, ana, room, "cut-after")
    assert all(seen.passed and seen.status is None for seen in proxy.requests("cut-after"))
    assert (await put(proxy, ana, room, "cut-after"))[0] == 200

    fault = proxy.hold(path="/send/", after=True)
    held = asyncio.create_task(put(proxy, ana, room, "held"))
    await ben.hears("held")
    assert not held.done()
    fault.off()
    assert (await held)[0] == 200

    order: list[str] = []

    async def then(seen: Seen) -> None:
        await ben.hears("noticed")
        order.append(f"acted on {seen.transaction}")

    proxy.on_request(then, path="/noticed$")
    await put(proxy, ana, room, "noticed")
    order.append("answered")
    assert order == ["acted on noticed", "answered"]

    await put(proxy, ana, room, "last")
    await ben.hears("last")
    bodies = [heard.body for heard in ben.heard if heard.type == "m.room.message"]
    assert bodies == ["calm", "too-many", "cut-after", "held", "noticed", "last"]
    assert proxy.requests("/send/", method="PUT")[-1].transaction == "last"


async def test_rate_limits_hold_until_they_are_lifted_for_an_account(
    strict_homeserver: Homeserver, members: MakeMembers
) -> None:
    """Synapse's default limits refuse a burst, and an account that is exempt can send as fast as it likes."""
    (ana,) = await members(1, server=strict_homeserver)
    room = await ana.create_room(encrypted=False)
    async with Proxy(strict_homeserver.address) as between:
        limited = [(await put(between, ana, room, f"limited-{number}"))[0] for number in range(15)]
        await strict_homeserver.lift_limits(ana.user)
        free = [(await put(between, ana, room, f"free-{number}"))[0] for number in range(30)]
    assert set(limited) == {200, 429}
    assert set(free) == {200}


async def test_the_proxy_says_when_the_homeserver_is_away(proxy: Proxy) -> None:
    """A homeserver that cannot be reached is a 502 in HTML, as a real reverse proxy would answer."""
    proxy.target = "http://127.0.0.1:9"
    async with aiohttp.ClientSession() as session, session.get(f"{proxy.address}/_matrix/client/versions") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    assert (await proxy.sees("versions$"))[0].status == 502


async def test_the_written_configuration_is_one_that_the_bot_takes(tmp_path: Path) -> None:
    """What `write_config` writes loads as the bot loads it, with further keys merged, and none may read it but us."""
    path = write_config(
        tmp_path, "http://127.0.0.1:1", "@folkmoot:localhost", PASSWORD, language="de", logs={"level": "debug"}
    )
    assert path.stat().st_mode & 0o777 == 0o600
    config = load(path, {})
    assert (config.homeserver, config.login.user) == ("http://127.0.0.1:1", "@folkmoot:localhost")
    assert (config.login.password, config.language, config.logs.level) == (PASSWORD, "de", "debug")


async def test_a_process_is_started_killed_and_asked_to_end(tmp_path: Path) -> None:
    """A process ends by force at once, ends by itself when asked, and what it printed is kept over both lives."""
    (tmp_path / "stand_in.py").write_text(
        "import signal, sys, threading\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))\n"
        "print('life', sys.argv[1:], flush=True)\n"
        "threading.Event().wait()\n"
    )
    config = write_config(tmp_path / "bot", "http://127.0.0.1:1", "@folkmoot:localhost", PASSWORD)
    bot = BotProcess(tmp_path / "bot", command=("stand_in", "run"), env={"PYTHONPATH": str(tmp_path)})
    with pytest.raises(ProcessLookupError):
        _ = bot.pid
    for life in (1, 2):
        await bot.start()
        await bot.says("life [", count=life)
        assert bot.alive
        if life == 1:
            await bot.kill()
            assert not bot.alive
    assert (await bot.terminate()).code == 3
    with pytest.raises(NotSaidError, match="never said"):
        await bot.says("never said")
    assert bot.said().splitlines() == [f"life ['run', '--config', '{config}']"] * 2


async def test_a_bot_does_not_outlive_its_nursery(tmp_path: Path) -> None:
    """When the process that a bot split off from is killed, the bot ends too."""
    config = write_config(tmp_path, "http://127.0.0.1:9", "@folkmoot:localhost", PASSWORD)
    async with Nursery() as nursery:
        bot = await nursery.bear(["run", "--config", str(config)], tmp_path / "bot.log")
        assert alive(bot.pid)
        os.kill(nursery.pid, signal.SIGKILL)
        async with asyncio.timeout(WITHIN):
            while alive(bot.pid):  # noqa: ASYNC110  (nobody tells us when a grandchild ends)
                await asyncio.sleep(0.05)
