"""The whole path of a host on a real homeserver: from nothing to a group's first vote, and what a look at it says."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.config import load
from bot.demo.homeserver import Account
from bot.matrix.enrolment import Enrolment
from bot.matrix.login import Login
from tests.live.bot_process import BOT
from tests.live.circle import Circle, counts
from tests.live.conftest import PASSWORD, LiveBot, MakeMembers, gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.demo.homeserver import Homeserver
    from tests.live.nursery import Nursery




async def folkmoot(*words: str, env: dict[str, str] | None = None) -> Result:
    """The command, as a host types it."""
    return await asyncio.to_thread(lambda: CliRunner().invoke(main, list(words), env=env))


async def init(server: Homeserver, folder: Path, name: str, secret: Path, *more: str) -> Result:
    """`folkmoot init` by flags."""
    flags = ("--homeserver", server.address, "--user", name, "--password-file", str(secret), "--out", str(folder / "bot.yaml"))
    return await folkmoot("init", *flags, "--yes", *more)


async def devices(server: Homeserver, name: str) -> list[str]:
    """The account's devices, seen from a session that is ended again."""
    looking = await server.login(name, PASSWORD, device="LOOKING")
    listed = await server._ask("GET", "/_matrix/client/v3/devices", token=looking.token)
    await server._ask("POST", "/_matrix/client/v3/logout", {}, token=looking.token)
    return sorted(each["device_id"] for each in listed["devices"] if each["device_id"] != "LOOKING")


async def state(path: Path, *more: str, env: dict[str, str] | None = None) -> tuple[int, dict[str, str]]:
    """The code of `folkmoot check`, and the state of each check."""
    result = await folkmoot("check", "--config", str(path), "--json", *more, env=env)
    return result.exit_code, {each["check"]: each["state"] for each in json.loads(result.stdout)["findings"]}


async def account(server: Homeserver) -> str:
    """An account that a host has made for the bot, and to which nobody is logged in. Its name."""
    made = await server.register(f"folkmoot-{uuid4().hex[:8]}", PASSWORD)
    await server._ask("POST", "/_matrix/client/v3/logout", {}, token=made.token)
    return made.user[1:].partition(":")[0]


async def test_from_nothing_to_the_first_vote(
    homeserver: Homeserver, members: MakeMembers, nurseries: Iterator[Nursery], tmp_path: Path
) -> None:
    """A host types init, check and run, a group invites the bot and votes; the bot is one device all the way, and all is well."""
    name = await account(homeserver)
    secret = tmp_path / "secret"
    secret.write_text("wrong\n")
    folder = tmp_path / "bot"
    folder.mkdir()
    refused = await init(homeserver, folder, name, secret)
    assert (refused.exit_code, list(folder.iterdir())) == (1, [])
    assert await devices(homeserver, name) == []
    secret.write_text(f"{PASSWORD}\n")
    made = await init(homeserver, folder, name, secret, "--zone", "Europe/Berlin", "--emergency-number", "112")
    assert made.exit_code == 0, made.output + made.stderr
    assert "Cross-signing works" in made.output
    assert PASSWORD not in made.output
    device = load(folder / "bot.yaml", {}).login.device
    assert await devices(homeserver, name) == [device]
    code, states = await state(folder / "bot.yaml")
    assert code == 0
    assert {each for each in states if states[each] != "ok"} == {"rate limit", "outbox", "records"}
    bot = LiveBot(folder, Account(homeserver.id_of(name), device, PASSWORD, ""), BOT, nurseries)
    try:
        await bot.start()
        people = await members(2)
        circle = Circle(bot, await gather(people, encrypted=True), people)
        await circle.invites()
        poll = await circle.proposes(circle.ana, "Shall we meet on Tuesdays?", "until in 3 hours")
        for person in people:
            await circle.marked(await person.reply(circle.room, poll.event, "yes"))
        code, states = await state(folder / "bot.yaml")
        # The first backup is made a minute after the start.
        assert (code, {each for each in states if states[each] != "ok"} - {"backup"}) == (0, {"rate limit"})
        assert counts(await circle.ends(3 * 3600.0)) == {"yes": 2}
        assert await devices(homeserver, name) == [device]
        await circle.ana.put_state(circle.room, "m.room.history_visibility", {"history_visibility": "world_readable"})
        await circle.ana.set_power(circle.room, bot.user, -1)
        code, states = await state(folder / "bot.yaml")
        assert (code, states["powers"], states["history"]) == (1, "problem", "warning")
    finally:
        await bot.kill()


async def test_a_login_that_is_taken_back_leaves_no_device(homeserver: Homeserver, tmp_path: Path) -> None:
    """A real homeserver has no device more after a login that was given up, also when its keys were there already."""
    name = await account(homeserver)
    login = Login(homeserver.address, name, PASSWORD, None, "FOLKMOOT", "Test", encryption=True)
    for stood in (False, True):
        enrolment = Enrolment(login, tmp_path / "data")
        assert not await enrolment.enter()
        if stood:
            assert (await enrolment.stand()).trusted
        assert await devices(homeserver, name) == ["FOLKMOOT"]
        await enrolment.undo()
        assert await devices(homeserver, name) == []
    assert [each.name for each in (tmp_path / "data").iterdir()] == ["identity.json"]


async def test_a_foreign_identity_is_seen_and_replaced_when_that_is_wanted(homeserver: Homeserver, tmp_path: Path) -> None:
    """Another installation goes on undisturbed until somebody says that its identity is replaced; then others trust the new device."""
    name = await account(homeserver)
    secret = tmp_path / "secret"
    secret.write_text(PASSWORD)
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
    assert (await init(homeserver, tmp_path / "first", name, secret)).exit_code == 0
    second = await init(homeserver, tmp_path / "second", name, secret)
    assert second.exit_code == 1
    assert "--replace-identity" in second.stderr
    assert list((tmp_path / "second").iterdir()) == []
    code, states = await state(tmp_path / "first" / "bot.yaml")
    assert (code, states["login"], states["identity"]) == (0, "ok", "ok")
    assert (await init(homeserver, tmp_path / "second", name, secret, "--replace-identity")).exit_code == 0
    code, states = await state(tmp_path / "second" / "bot.yaml")
    assert (code, states["identity"], states["device keys"]) == (0, "ok", "warning")  # the other installation's
    code, states = await state(tmp_path / "first" / "bot.yaml")
    assert (code, states["login"], states["identity"]) == (1, "ok", "problem")


async def test_a_token_and_an_admins_look_at_the_limit(homeserver: Homeserver, tmp_path: Path) -> None:
    """A fresh token is enough, its device is trusted, and an admin's token shows that the limit is lifted."""
    made = await homeserver.register(f"folkmoot-{uuid4().hex[:8]}", PASSWORD, device="GIVEN")
    admin = await homeserver.register(f"admin-{uuid4().hex[:8]}", PASSWORD, admin=True)
    (tmp_path / "secret").write_text(made.token)
    flags = ("--homeserver", homeserver.address, "--user", made.user, "--token-file", str(tmp_path / "secret"))
    result = await folkmoot("init", *flags, "--out", str(tmp_path / "bot.yaml"), "--yes")
    assert result.exit_code == 0, result.output + result.stderr
    assert "device GIVEN" in result.output
    assert made.token not in result.output
    token = {"FOLKMOOT_ADMIN_TOKEN": admin.token}
    assert (await state(tmp_path / "bot.yaml", env=token))[1]["rate limit"] == "warning"
    await homeserver.lift_limits(made.user)
    code, states = await state(tmp_path / "bot.yaml", "--strict", env=token)
    assert (code, set(states.values())) == (0, {"ok", "unknown"})
    assert states["rate limit"] == "ok"
