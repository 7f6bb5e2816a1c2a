"""`folkmoot check`: what is well is told as well, what is broken is found, and nothing is changed by looking."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import AsyncIterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.backup.dated import keep
from bot.check import files
from bot.check.model import Check, Finding, State, ok, problem, warning
from bot.check.page import CHECKS, page, worst
from bot.check.scene import opened
from bot.clock import Clock
from bot.config import load
from bot.matrix.account import Account, Login
from bot.matrix.folder import Folder
from bot.store.database import Database
from bot.texts import Texts
from bot.watch.facts import Disk
from bot.watch.findings import FULL
from tests.matrix.conftest import QUICK
from tests.matrix.small_server import SmallServer, say
from tests.store.stage import Stage
from tests.store.test_holdings import lived

pytestmark = pytest.mark.usefixtures("texts_read_once")
ROOT = Path(__file__).parents[2]
BOT, ADMIN = "@bot:test", "an-admins-token"
STATE = ("tokens", "devices", "one_time_keys", "cross", "rooms", "requests", "faults", "uploads", "position")
"""What a test may change of the homeserver."""


class Place:
    """A bot's folder with `bot.yaml`, keys and a database, and its homeserver."""

    def __init__(self, folder: Path, server: SmallServer) -> None:
        self.folder = folder
        self.server = server
        self.data = folder / "data"

    def write(self, **more: str) -> None:
        """Write the settings, and the password beside them."""
        for name, words in (("password", "secret"), ("bot.yaml", "")):
            (self.folder / name).touch(0o600)
            (self.folder / name).write_text(words)
        kept = {"homeserver": self.server.address, "user": '"@bot:test"', "password_file": "password", **more}
        (self.folder / "bot.yaml").write_text("".join(f"{key}: {value}\n" for key, value in kept.items()))

    async def check(self, *words: str, env: dict[str, str] | None = None) -> Result:
        """`folkmoot check`."""
        arguments = ["check", "--config", str(self.folder / "bot.yaml"), *words]
        result = await asyncio.to_thread(lambda: CliRunner().invoke(main, arguments, env=env or {}))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    async def found(self, name: str, env: dict[str, str] | None = None) -> list[Finding]:
        """What one check finds, without the others."""
        file = self.folder / "bot.yaml"
        (one,) = [check for check in CHECKS if check.name == name]
        async with opened(file, load(file, {}), Clock(), env or {}) as scene:
            return [line.finding async for line in page(scene, [one])]

    async def finds(self, name: str, state: State, says: str, env: dict[str, str] | None = None) -> Finding:
        """The one finding of this check with these words, which must be in that state."""
        found = await self.found(name, env)
        (one,) = [each for each in found if says in each.says] or [ok(str(found))]
        assert one.state is state, one
        return one

    def bytes(self) -> dict[str, tuple[bytes, int]]:
        """All files with what is in them and when they were changed."""
        return {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in self.folder.rglob("*") if each.is_file()}


@pytest.fixture(autouse=True)
def _sound_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests look at all texts, which takes half a second each time."""
    monkeypatch.setattr(Texts, "faults", lambda _: [])


@pytest.fixture(name="begun", scope="module")
async def _begun(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[SmallServer, Path]]:
    """A homeserver, and the data of a bot that has run once and in whose room something has happened; copied for each test."""
    data = tmp_path_factory.mktemp("begun") / "data"
    async with SmallServer() as server:
        login = Login(server.address, BOT, "secret", None, "FOLKMOOT", "Test", encryption=True)
        await (await Account.open(login, data, QUICK)).close()
        stage = Stage(data / "folkmoot.db")
        await lived(stage)
        stage.database.execute("DELETE FROM due")
        stage.database.close()
        # An admin's session.
        server.tokens[ADMIN] = ("@ana:test", "A")
        yield server, data


@pytest.fixture(name="place")
async def _place(tmp_path: Path, begun: tuple[SmallServer, Path]) -> AsyncIterator[Place]:
    """A bot that is not running now, whose account is as it should be; whatever a test does to it is over after it."""
    server, data = begun
    kept = {name: deepcopy(getattr(server, name)) for name in STATE}
    place = Place(tmp_path, server)
    place.write()
    shutil.copytree(data, place.data)
    keep(tmp_path / "backups", BOT, datetime.now(UTC), b"", locked=False)
    place.data.chmod(0o700)
    yield place
    for name, value in kept.items():
        setattr(server, name, value)


async def test_a_healthy_bot_is_told_as_healthy(place: Place) -> None:
    """Every check that can look says ok, the code is 0, and the page holds no secret."""
    result = await place.check()
    assert (result.exit_code, result.stderr) == (0, "")
    for check in CHECKS:
        assert f"{check.name}: " in result.output
    assert "All is well." in result.output
    for word in ("warning  ", "problem  "):
        assert word not in result.output
    secrets = [place.server.passwords[BOT], *(token for token in place.server.tokens)]
    kept = [json.loads((place.data / name).read_text()) for name in ("identity.json", "secret.json")]
    secrets += [value for each in kept for value in each.values()]
    assert [each for each in secrets if each in result.output.replace("secret.json", "")] == []


async def test_looking_changes_nothing(place: Place) -> None:
    """Not a byte on disk, no file more, and on the server only questions: no sync, no login, no key."""
    before, asked = place.bytes(), len(place.server.requests)
    keys = place.server.public()
    assert (await place.check()).exit_code == 0
    assert place.bytes() == before
    assert place.server.public() == keys
    posts = {f"{method} {path}" for method, path in place.server.requests[asked:] if method != "GET"}
    assert posts == {"POST keys/query", "POST keys/upload"}
    assert place.server.uploads[-1] == {}


async def test_it_looks_while_the_bot_runs(place: Place) -> None:
    """With the lock held and both databases open and written to, everything is looked at all the same, and it is said that it runs."""
    login = Login(place.server.address, BOT, "secret", None, "FOLKMOOT", "Test", encryption=True)
    account, database = await Account.open(login, place.data, QUICK), Database(place.data / "folkmoot.db")
    try:
        with database.transaction():
            database.execute("INSERT INTO program (name, value) VALUES ('a', 'b')")
            await place.finds("settings", State.OK, "is running")
            for name in ("database", "key store", "records", "outbox", "login", "identity"):
                await place.finds(name, State.OK, "")
            await place.finds("device keys", State.OK, "shows the keys that the bot has")
    finally:
        database.close()
        await account.close()
    await place.finds("settings", State.OK, "is not running")


async def test_without_the_homeserver_the_rest_is_looked_at(place: Place) -> None:
    """A homeserver that does not answer is a problem, and keeps nobody from looking at the files."""
    place.server.fail("client/versions", say(502, {}))
    result = await place.check("--json")
    assert result.exit_code == 1
    states = {each["check"]: each["state"] for each in json.loads(result.stdout)["findings"]}
    assert {states[name] for name in ("database", "key store", "records", "permissions", "disk", "texts")} == {"ok"}
    assert {states[name] for name in ("clock", "login", "device keys", "identity", "powers")} == {"unknown"}
    assert states["homeserver"] == "problem"


async def test_settings_that_cannot_be_read_are_their_own_code(place: Place) -> None:
    """With 2 ends what cannot even begin, with the line that is wrong."""
    (place.folder / "bot.yaml").write_text("homeserver: nonsense\n")
    result = await place.check()
    assert result.exit_code == 2
    assert "bot.yaml:1" in result.stderr
    result = await place.check("--json")
    assert (result.exit_code, json.loads(result.stdout)["findings"][0]["state"]) == (2, "problem")


async def test_files_that_cannot_be_opened_are_told(place: Place) -> None:
    """A data folder that is none is told in words, with 2."""
    place.write(data="password")
    result = await place.check()
    assert result.exit_code == 2
    assert "password" in result.stderr


async def test_before_the_first_start_there_is_nothing_to_complain_of(tmp_path: Path) -> None:
    """A bot that has never run has no session, no database and no keys, which is only said."""
    async with SmallServer() as server:
        place = Place(tmp_path, server)
        place.write()
        assert (await place.check()).exit_code == 0
        await place.finds("login", State.WARNING, "not logged in yet")
        assert not place.data.exists()


async def test_files_that_others_can_read_are_found(place: Place) -> None:
    """Settings and folder open to others are a warning, keys and databases a problem, each with the line that mends it."""
    (place.folder / "bot.yaml").chmod(0o644)
    place.data.chmod(0o755)
    found = [each for each in await place.found("permissions") if each.state is State.WARNING]
    assert [each.do.split()[:2] for each in found] == [["chmod", "600"], ["chmod", "700"]]
    assert (await place.check()).exit_code == 0
    assert (await place.check("--strict")).exit_code == 1
    for name in ("folkmoot.db", "keys.db", "session.json", "identity.json"):
        (place.data / name).chmod(0o644)
        await place.finds("permissions", State.PROBLEM, name)
        (place.data / name).chmod(0o600)


async def test_a_disk_that_is_nearly_full_is_found(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Little room is a warning, from the share on of which the operator's room is told, and hardly any a problem."""
    size = 10**12
    edge = int(size * (1 - FULL))
    for free, state in ((edge + 1, State.OK), (edge, State.WARNING), (2**20, State.PROBLEM)):
        monkeypatch.setattr(files, "disk", lambda _, free=free: Disk(free=free, size=size))
        await place.finds("disk", state, "MB are free")


async def test_damaged_databases_are_found(place: Place) -> None:
    """Flipped bytes, an empty page and a file that is no database are found in both of them, and the rest goes on."""
    for name, check in (("folkmoot.db", "database"), ("keys.db", "key store")):
        path = place.data / name
        whole = path.read_bytes()
        size = int.from_bytes(whole[16:18], "big")
        pages = [whole[at : at + size] for at in range(0, len(whole), size)]
        leaf = max(at for at, page in enumerate(pages) if at and page[0] in (10, 13))
        flipped = bytearray(pages[leaf])
        flipped[3:12] = bytes(byte ^ 0xFF for byte in flipped[3:12])
        for broken in (b"".join([*pages[:leaf], bytes(flipped), *pages[leaf + 1 :]]), b"no database at all" * 1000):
            path.write_bytes(broken)
            await place.finds(check, State.PROBLEM, "")
        path.write_bytes(whole)
        await place.finds(check, State.OK, "is sound")


def damage(place: Place, *statements: str) -> None:
    """Change the database behind the program's back."""
    connection = sqlite3.connect(place.data / "folkmoot.db")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


async def test_rows_that_belong_to_nothing_are_found(place: Place) -> None:
    """A row whose room is not there is a problem."""
    damage(place, "INSERT INTO setting (room, name, value) VALUES (99, 'language', '\"en\"')")
    await place.finds("database", State.PROBLEM, "setting")


async def test_a_database_of_another_version_is_told(place: Place) -> None:
    """An older one will be brought up to date; a newer one is not for this program."""
    damage(place, "DELETE FROM _sqlite_migrations WHERE rowid = (SELECT max(rowid) FROM _sqlite_migrations)")
    await place.finds("database", State.OK, "older version")
    damage(place, "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('folkmoot', 'from_tomorrow', '')")
    await place.finds("database", State.PROBLEM, "was last used by Folkmoot")


async def test_a_changed_record_is_found(place: Place) -> None:
    """An entry that somebody changed is named, with its room."""
    damage(place, "UPDATE entry SET body = replace(body, '\"kind\":\"', '\"kind\":\"un') WHERE seq = 2")
    found = await place.finds("records", State.PROBLEM, "room 1")
    assert "entry 2" in found.says


async def test_what_is_late_is_told(place: Place) -> None:
    """Something that was due long ago is a problem while the bot runs, and no wonder while it does not."""
    damage(place, "INSERT INTO due (room, kind, number, at) SELECT room, 'close', 1, 1000 FROM room LIMIT 1")
    await place.finds("outbox", State.OK, "until the bot runs again")
    with_lock = Folder(place.data)
    try:
        await place.finds("outbox", State.PROBLEM, "has not happened")
    finally:
        with_lock.close()


async def test_a_clock_that_is_wrong_is_found(place: Place) -> None:
    """A minute apart is a warning, ten minutes a problem, the same second is well."""
    for minutes, state in ((0, State.OK), (1, State.WARNING), (-10, State.PROBLEM)):
        date = format_datetime(datetime.now(UTC) + timedelta(minutes=minutes), usegmt=True)
        place.server.fail("client/versions", say(200, {"versions": ["v1.1"]}, Date=date))
        await place.finds("clock", state, "")


async def test_lost_keys_are_found(place: Place) -> None:
    """Keys that are gone, that nothing opens, or that the server shows otherwise are a problem with what to do."""
    for name in ("keys.db", "secret.json"):
        (place.data / name).rename(place.folder / name)
        found = await place.finds("device keys", State.PROBLEM, "are lost")
        assert "new device" in found.do
        (place.folder / name).rename(place.data / name)
    (place.data / "secret.json").write_text('{"secret": "another"}')
    await place.finds("device keys", State.PROBLEM, "does not open")


async def test_keys_that_the_server_shows_otherwise_are_found(place: Place) -> None:
    """Foreign keys are a problem, missing ones a warning, and another device with keys is told."""
    place.server.devices[BOT]["STRANGER"] = place.server.devices[BOT]["FOLKMOOT"]
    await place.finds("device keys", State.WARNING, "how many: 1")
    place.server.devices[BOT]["FOLKMOOT"]["keys"]["curve25519:FOLKMOOT"] = "A" * 43
    await place.finds("device keys", State.PROBLEM, "other keys")
    del place.server.devices[BOT]["FOLKMOOT"]
    await place.finds("device keys", State.WARNING, "has no keys")


async def test_trust_is_checked_as_others_check_it(place: Place) -> None:
    """Each link from the identity to the device is verified: a missing or forged one is a problem, lost seeds a warning."""
    cross, device = place.server.cross[BOT], place.server.devices[BOT]["FOLKMOOT"]
    (signing,) = cross["self_signing_key"]["keys"].values()
    await place.finds("identity", State.OK, "people's apps trust")
    whole = json.dumps([place.server.cross[BOT], device])
    device["signatures"][BOT][f"ed25519:{signing}"] = "A" * 86
    await place.finds("identity", State.PROBLEM, "not signed by the account's identity")
    del device["signatures"][BOT]["ed25519:FOLKMOOT"]
    await place.finds("identity", State.PROBLEM, "not signed its own keys")
    cross["self_signing_key"]["signatures"] = {}
    await place.finds("identity", State.PROBLEM, "not signed by the identity")
    place.server.cross[BOT], place.server.devices[BOT]["FOLKMOOT"] = json.loads(whole)
    (place.data / "identity.json").unlink()
    await place.finds("identity", State.WARNING, "identity.json")
    place.server.cross.clear()
    await place.finds("identity", State.PROBLEM, "has no identity")


async def test_another_identity_is_found(place: Place) -> None:
    """Seeds that are not those of the account's identity are a problem."""
    kept = json.loads((place.data / "identity.json").read_text())
    (place.data / "identity.json").write_text(json.dumps({**kept, "master": kept["self_signing"]}))
    await place.finds("identity", State.PROBLEM, "another identity")


async def test_few_one_time_keys_are_told(place: Place) -> None:
    """Few or none are a warning."""
    await place.finds("one-time keys", State.OK, "50 one-time keys")
    place.server.one_time_keys.clear()
    await place.finds("one-time keys", State.WARNING, "has 0")


async def test_a_session_that_ended_is_found(place: Place) -> None:
    """A session that the server does not know is a problem; another account or address in the settings is told."""
    place.write(user='"@ana:test"')
    await place.finds("login", State.PROBLEM, "belongs to another account")
    place.write()
    place.server.tokens.clear()
    await place.finds("login", State.PROBLEM, "does not know the bot's session")


async def test_the_rate_limit_is_read_only_where_that_is_allowed(place: Place) -> None:
    """Without an admin's token the line for an admin is shown; with one, what is set is told."""
    found = await place.finds("rate limit", State.UNKNOWN, "only an admin")
    assert "/_synapse/admin/v1/users/@bot:test/override_ratelimit" in found.do
    answers: list[dict[str, int]] = [{}, {"messages_per_second": 0, "burst_count": 0}, {"messages_per_second": 5, "burst_count": 9}]
    for answer, state in zip(answers, (State.WARNING, State.OK, State.WARNING), strict=True):
        place.server.fail("override_ratelimit", say(200, answer))
        found = await place.finds("rate limit", state, "", env={"FOLKMOOT_ADMIN_TOKEN": ADMIN})
        assert ADMIN not in str(found)
    place.server.fail("override_ratelimit", say(401, {"errcode": "M_UNKNOWN_TOKEN"}))
    await place.finds("rate limit", State.UNKNOWN, "no token", env={"FOLKMOOT_ADMIN_TOKEN": ADMIN})
    place.server.fail("override_ratelimit", say(200, {"messages_per_second": 0, "burst_count": 0}))
    assert any("is an admin" in each.says for each in await place.found("rate limit"))


async def test_rooms_where_something_is_missing_are_named(place: Place) -> None:
    """A room where the bot cannot write, one where it cannot react, and one that everybody can read are named; people are not.

    What is in a name cannot do anything to a terminal.
    """
    mute, half = place.server.room("@ana:test", BOT), place.server.room("@ana:test", BOT, room="!half:test")
    fine = place.server.room("@ana:test", BOT, room="!fine:test")
    for room, name in ((mute, "Mute"), (half, "Half"), (fine, "Fine")):
        place.server.put(room, "@ana:test", "m.room.name", {"name": f"{name}\x1b[2J\u202e"}, state_key="")
    place.server.put(mute, "@ana:test", "m.room.power_levels", {"events_default": 50}, state_key="")
    place.server.put(half, "@ana:test", "m.room.power_levels", {"events": {"m.reaction": 10}}, state_key="")
    place.server.put(fine, "@ana:test", "m.room.history_visibility", {"history_visibility": "world_readable"}, state_key="")
    await place.finds("powers", State.PROBLEM, "Mute")
    await place.finds("powers", State.WARNING, "may not react")
    await place.finds("history", State.WARNING, "Fine")
    told = "".join([each.says + each.do for name in ("powers", "history") for each in await place.found(name)])
    assert "@ana:test" not in told
    assert told.isprintable()


async def test_what_a_group_has_set_needs_its_rights(place: Place) -> None:
    """A group that turned on what needs more rights than the bot has is told; a direct chat is told of nowhere."""
    room = place.server.room("@ana:test", BOT)
    place.server.put(room, "@ana:test", "m.room.power_levels", {"events_default": 50, "users": {BOT: 49}}, state_key="")
    assert room == "!circle:test"
    damage(place, "UPDATE room SET matrix = '!circle:test', direct = '@ana:test' WHERE room = 1")
    await place.finds("powers", State.OK, "")
    place.server.put(room, "@ana:test", "m.room.power_levels", {}, state_key="")
    damage(place, "UPDATE room SET direct = NULL", "INSERT OR REPLACE INTO setting (room, name, value) VALUES (1, 'noticeboard', 'true')")
    await place.finds("powers", State.WARNING, "noticeboard")


async def test_old_backups_are_told(place: Place) -> None:
    """No backup, or one that is older than a night, is a warning; a nightly one that is older than a week is a problem."""
    now = datetime.now(UTC)
    shutil.rmtree(place.folder / "backups")
    await place.finds("backup", State.WARNING, "no backup yet")
    for days, state in ((30, State.PROBLEM), (3, State.WARNING), (0.5, State.OK)):
        keep(place.folder / "backups", BOT, now - timedelta(days=days), b"", locked=False)
        await place.finds("backup", state, "the last backup")
    place.write(backup="{nightly: off, folder: elsewhere}")
    await place.finds("backup", State.WARNING, "no backup is made")


async def test_missing_texts_are_told(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that a language lacks is a warning that names it."""
    monkeypatch.setattr(Texts, "faults", lambda _: ["de: hello is missing"])
    await place.finds("texts", State.WARNING, "de: hello is missing")


async def test_broken_charters_are_told(place: Place) -> None:
    """A charter of the host's own that cannot be used is a problem, as it is for `folkmoot run`."""
    (place.folder / "charters").mkdir()
    (place.folder / "charters" / "ours.en.yaml").write_text("nonsense: yes\n")
    place.write(charters="charters")
    await place.finds("charters", State.PROBLEM, "ours.en.yaml")


def test_warnings_count_where_it_is_strict() -> None:
    """Problems always count, warnings where it is strict, and what could not be looked at never by itself."""
    assert worst([problem("", "")], strict=False)
    assert not worst([warning("", ""), ok("")], strict=False)
    assert worst([warning("", "")], strict=True)
    assert not worst([Finding(State.UNKNOWN, "")], strict=True)


def told(check: Check) -> str:
    return f"- **{check.name}**: {check.about}\n"


def test_the_docs_list_every_check() -> None:
    """docs/hosting.md lists the checks in their order, in the words of their declarations."""
    page = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    assert "".join(map(told, CHECKS)) in page
    assert len({check.name for check in CHECKS}) == len(CHECKS)
