"""`folkmoot init`: from an account to settings that work, and nothing half-done."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from bot.__main__ import main
from bot.cli import init
from bot.config import KEYS, Invites, load
from bot.init.answers import Answers, Secret, Unsuited, invites, zone
from bot.init.answers import Invites as Asked
from bot.init.questions import FOREIGN, FOREIGN_FOR_GOOD, INVITES, NUMBER, Asking
from bot.init.written import settings
from bot.matrix.account import Account, Login
from bot.matrix.enrolment import Enrolled, Enrolment
from bot.matrix.folder import Folder
from tests.matrix.conftest import QUICK
from tests.matrix.small_server import SmallServer, say
from tests.references import explained

BOT = "@bot:test"
QUESTIONS = ["bot", "", "own", "en", "Berlin", "112", "y", "secret"]
"""Answers to all questions in their order; the second is the homeserver."""


@pytest.fixture(name="server")
async def _server() -> Any:
    async with SmallServer() as server:
        yield server


async def run(folder: Path, *words: str, typed: Sequence[str] | None = None, env: dict[str, str] | None = None) -> Result:
    """`folkmoot init` beside the server: with questions when something is `typed`."""

    def invoke() -> Result:
        out = [] if "--out" in words else ["--out", str(folder / "bot.yaml")]
        given = None if typed is None else "".join(f"{each}\n" for each in typed)
        return CliRunner().invoke(main, ["init", *out, *words], input=given, env={"FOLKMOOT_PASSWORD": None, "FOLKMOOT_TOKEN": None, **(env or {})})

    return await asyncio.to_thread(invoke)


@pytest.fixture(name="asked")
def _asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the terminal."""
    monkeypatch.setattr(init, "interactive", lambda: True)


def flags(server: SmallServer, folder: Path, password: str | None = None) -> list[str]:
    (folder / "given").write_text(f"{password or 'secret'}\n")
    return ["--homeserver", server.address, "--user", "bot", "--password-file", str(folder / "given"), "--yes"]


def answers(server: SmallServer) -> list[str]:
    return [QUESTIONS[0], server.address, *QUESTIONS[2:]]


def left(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*")} - {"given"}


async def test_flags_alone_make_settings_with_which_the_bot_goes_on(server: SmallServer, tmp_path: Path) -> None:
    """The files are the owner's alone, hold what was given, and the bot goes on as the same device without another login."""
    more = ["--invites", "example.org,@ana:friends.example", "--language", "de", "--zone", "Europe/Vienna", "--emergency-number", "112"]
    result = await run(tmp_path, *flags(server, tmp_path), *more)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    assert "secret" not in result.output
    assert "/invite @bot:test" in result.output
    assert "Cross-signing works" in result.output
    assert left(tmp_path) >= {"bot.yaml", "password", "data"}
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("bot.yaml", "password", "data")]
    assert modes == [0o600, 0o600, 0o700]
    config = load(tmp_path / "bot.yaml", {})
    assert (config.homeserver, config.login.user, config.login.password) == (server.address, BOT, "secret")
    assert config.invites == Invites(frozenset({"example.org"}), frozenset({"@ana:friends.example"}))
    assert (config.language, str(config.zone), config.emergency.number) == ("de", "Europe/Vienna", "112")
    login = Login(config.homeserver, config.login.user, config.login.password, None, config.login.device, "Test", config.encryption)
    account = await Account.open(login, config.data, QUICK)
    await account.close()
    assert list(server.devices[BOT]) == [account.device_id] == [config.login.device]
    assert server.asked("POST login") == 1


@pytest.mark.usefixtures("asked")
async def test_questions_answer_kindly_what_cannot_be(server: SmallServer, tmp_path: Path) -> None:
    """What cannot be used is told and asked again, a wrong password too; secrets are never shown."""
    typed = ["Bot Bot", "bot", "127.0.0.1:9", server.address, "own everybody", "everybody", "xx", "de", "Berln", "Berlin", "skip"]
    result = await run(tmp_path, typed=[*typed, "perhaps", "y", "wrong-word", "secret"])
    assert result.exit_code == 0, result.output
    for said in ("the account in quotes", "cannot find the homeserver", "stand alone", "one of de, en", "mean Europe/Berlin", "expected yes or no", "does not accept"):
        assert said in result.output
    assert "wrong-word" not in result.output
    assert "secret" not in result.output.replace("secret.json", "")
    config = load(tmp_path / "bot.yaml", {})
    assert (config.language, str(config.zone), config.emergency.number) == ("de", "Europe/Berlin", "")
    assert config.invites.allow("@any:where.example", "test")
    assert list(server.devices[BOT]) == [config.login.device]


@pytest.mark.usefixtures("asked")
async def test_whoever_stops_at_a_question_leaves_nothing_behind(server: SmallServer, tmp_path: Path) -> None:
    """At every question: no file, no folder, no session, and a word that nothing was written."""
    for count in range(len(QUESTIONS)):
        result = await run(tmp_path, typed=answers(server)[:count])
        assert result.exit_code == 130
        assert "No settings were written" in result.stderr
        assert left(tmp_path) == set()
    assert server.tokens == {}


@pytest.mark.parametrize("words", [FOREIGN, FOREIGN_FOR_GOOD, INVITES, NUMBER])
def test_no_word_is_broken_in_a_narrow_terminal(words: str) -> None:
    """What is said fits the terminal, with whole words; where there is none, a paragraph stays one line."""
    words = words.format(user=BOT, data="./data")
    narrow, plain = io.StringIO(), io.StringIO()
    Asking(Console(file=narrow, force_terminal=True, color_system=None, width=60)).say(words)
    lines = narrow.getvalue().splitlines()
    assert max(map(len, lines)) <= 60 < max(map(len, words.splitlines()))
    assert [word for line in lines for word in line.split()] == words.split()
    Asking(Console(file=plain)).say(words)
    assert plain.getvalue() == f"{words}\n"


async def test_what_is_missing_is_named(server: SmallServer, tmp_path: Path) -> None:
    """Where nobody can be asked, what is needed and not given is named, and the code is 2."""
    result = await run(tmp_path)
    assert result.exit_code == 2
    assert "--user, --password-file or --token-file" in result.stderr
    result = await run(tmp_path, "--user", "bot", env={"FOLKMOOT_PASSWORD": "secret"})
    assert result.exit_code == 2
    assert "--homeserver" in result.stderr
    result = await run(tmp_path, *flags(server, tmp_path), "--zone", "Mars")
    assert result.exit_code == 2
    assert left(tmp_path) == set()


async def test_a_wrong_password_is_told_and_leaves_nothing(server: SmallServer, tmp_path: Path) -> None:
    """The homeserver's no ends it with 1, nothing is written, and the password is not repeated."""
    result = await run(tmp_path, *flags(server, tmp_path, password="wrong-word"))
    assert result.exit_code == 1
    assert "does not accept" in result.stderr
    assert "wrong-word" not in result.output
    assert left(tmp_path) == set()


async def test_a_failure_after_the_login_takes_the_login_back(server: SmallServer, tmp_path: Path) -> None:
    """When the keys cannot be put on the server the new session is ended, and only the seeds it may have seen stay."""
    server.fail("keys/upload", say(500, {}))
    result = await run(tmp_path, *flags(server, tmp_path))
    assert result.exit_code == 1
    assert "Try again" in result.stderr
    assert "identity.json stays" in result.stdout
    assert (server.tokens, server.devices[BOT]) == ({}, {})
    assert left(tmp_path) == {"data", "data/identity.json"}
    assert (await run(tmp_path, *flags(server, tmp_path))).exit_code == 0


@pytest.mark.usefixtures("asked")
async def test_whoever_stops_after_the_login_leaves_nothing_either(
    server: SmallServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while the keys are on their way ends the new session again."""

    async def stops(_: Enrolment) -> Enrolled:
        raise KeyboardInterrupt

    monkeypatch.setattr(Enrolment, "stand", stops)
    result = await run(tmp_path, *flags(server, tmp_path)[:-1], typed=["own", "en", "UTC", "skip"])
    assert result.exit_code == 130
    assert "No settings were written" in result.stderr
    assert server.asked("POST login") == 1
    assert (server.tokens, left(tmp_path)) == ({}, set())


async def test_a_password_may_come_from_the_environment(server: SmallServer, tmp_path: Path) -> None:
    """FOLKMOOT_PASSWORD works as a file does; a password and a token at once do not."""
    words = ["--homeserver", server.address, "--user", "bot", "--yes"]
    result = await run(tmp_path, *words, env={"FOLKMOOT_PASSWORD": "secret", "FOLKMOOT_TOKEN": "t"})
    assert result.exit_code == 2
    assert "keep one" in result.stderr
    assert (await run(tmp_path, *words, env={"FOLKMOOT_PASSWORD": "secret"})).exit_code == 0
    assert (tmp_path / "password").read_text() == "secret"


async def test_another_identity_is_replaced_only_when_that_is_wanted(server: SmallServer, tmp_path: Path) -> None:
    """An identity that is not ours stays, and the login is taken back, unless somebody says that it may be replaced."""
    server.cross[BOT] = {f"{usage}_key": {"keys": {f"ed25519:{usage}": usage}} for usage in ("master", "self_signing", "user_signing")}
    result = await run(tmp_path, *flags(server, tmp_path))
    assert result.exit_code == 1
    assert "--replace-identity" in result.stderr
    assert (server.tokens, left(tmp_path)) == ({}, set())
    assert list(server.cross[BOT]["master_key"]["keys"]) == ["ed25519:master"]
    result = await run(tmp_path, *flags(server, tmp_path), "--replace-identity")
    assert result.exit_code == 0, result.output
    assert list(server.cross[BOT]["master_key"]["keys"]) != ["ed25519:master"]


@pytest.mark.usefixtures("asked")
async def test_whoever_is_asked_about_another_identity_may_say_no(server: SmallServer, tmp_path: Path) -> None:
    """What replacing it means is said before it is asked, and a no takes the login back."""
    server.cross[BOT] = {f"{usage}_key": {"keys": {f"ed25519:{usage}": usage}} for usage in ("master", "self_signing", "user_signing")}
    result = await run(tmp_path, typed=[*answers(server), "n"])
    assert result.exit_code == 1
    assert "identity.json" in result.stdout
    assert (server.tokens, left(tmp_path)) == ({}, set())
    result = await run(tmp_path, typed=[*answers(server), "y"])
    assert result.exit_code == 0


async def test_settings_that_are_there_are_not_written_over(server: SmallServer, tmp_path: Path) -> None:
    """Neither `bot.yaml` nor a file with another secret is lost without --force."""
    for name in ("bot.yaml", "password"):
        (tmp_path / name).write_text("mine")
        result = await run(tmp_path, *flags(server, tmp_path))
        assert result.exit_code == 1
        assert "--force" in result.stderr
        assert (tmp_path / name).read_text() == "mine"
        (tmp_path / name).unlink()
    (tmp_path / "bot.yaml").write_text("mine")
    assert (await run(tmp_path, *flags(server, tmp_path), "--force")).exit_code == 0
    assert load(tmp_path / "bot.yaml", {}).login.user == BOT


async def test_an_occupied_data_folder_is_left_alone(server: SmallServer, tmp_path: Path) -> None:
    """A folder with which a bot runs, or that is another account's, is named, and stays as it is to the byte."""
    folder = Folder(tmp_path / "data")
    result = await run(tmp_path, *flags(server, tmp_path))
    assert result.exit_code == 1
    assert "stop it first" in result.stderr
    folder.close()
    session = {"homeserver": server.address, "user_id": "@ana:test", "device_id": "X", "token": "t"}
    (tmp_path / "data" / "session.json").write_text(json.dumps(session))
    before = left(tmp_path)
    result = await run(tmp_path, *flags(server, tmp_path))
    assert result.exit_code == 1
    assert "belongs to @ana:test" in result.stderr
    assert json.loads((tmp_path / "data" / "session.json").read_text()) == session
    assert left(tmp_path) == before


async def test_a_token_brings_its_own_device(server: SmallServer, tmp_path: Path) -> None:
    """A token is kept in its file, its device is used, and it is not logged out when something else fails."""
    server.tokens["given-token"] = (BOT, "OTHER")
    (tmp_path / "given").write_text("given-token\n")
    words = ["--homeserver", server.address, "--user", "bot", "--token-file", str(tmp_path / "given"), "--yes"]
    server.fail("keys/upload", say(500, {}))
    assert (await run(tmp_path, *words)).exit_code == 1
    assert "given-token" in server.tokens
    result = await run(tmp_path, *words)
    assert result.exit_code == 0, result.output
    assert "given-token" not in result.output
    config = load(tmp_path / "bot.yaml", {})
    assert (config.login.token, (tmp_path / "token").stat().st_mode & 0o777) == ("given-token", 0o600)
    assert list(server.devices[BOT]) == ["OTHER"]


@pytest.mark.usefixtures("asked")
async def test_a_server_with_browser_login_alone_says_what_to_do(server: SmallServer, tmp_path: Path) -> None:
    """Where no password is taken the two ways are told, and a token is asked for."""
    server.flows = [{"type": "m.login.sso"}]
    server.tokens["given-token"] = (BOT, "OTHER")
    result = await run(tmp_path, *flags(server, tmp_path))
    assert result.exit_code == 1
    assert "issue-compatibility-token" in result.stderr
    result = await run(tmp_path, typed=[*answers(server)[:-2], "given-token"])
    assert result.exit_code == 0, result.output
    assert "issue-compatibility-token" in result.output
    assert load(tmp_path / "bot.yaml", {}).login.token == "given-token"


def test_who_may_invite_is_not_any_word() -> None:
    """A word that names no server is asked back, so that nobody is kept out by a slip; great letters and doubles do no harm."""
    assert invites("Own") == invites("own")
    assert invites("Example.org, example.org").servers == ("example.org",)
    for words in ("yes", "blah blah", "example.org and friends"):
        with pytest.raises(Unsuited, match="is no name of a server"):
            invites(words)


def test_nasty_values_come_through(tmp_path: Path) -> None:
    """What is written is what the bot reads, with quotes, colons, signs of YAML, other scripts, and blanks in a password."""
    nasty = " #'\"\\: {x}\t\u00e4\U0001f600%! &*- "
    made = Answers(
        homeserver="https://[2001:db8::1]:8448/a'b",
        user='@bot#"\'{}:example.org',
        secret=Secret("password", nasty),
        device="A-b_c.9",
        data="./\u00fc daten #1: \"x\" 'y' {z}",
        invites=Asked(("*",), ("@a'\"#:example.org", "@\u00e4{}:example.org")),
        language="de",
        zone="America/Port-au-Prince",
        number='00 #112: "x" \u2019 {y}',
    )
    (tmp_path / "bot.yaml").write_text(settings(made), encoding="utf-8")
    (tmp_path / "password").touch(0o600)
    (tmp_path / "password").write_text(nasty, encoding="utf-8")
    config = load(tmp_path / "bot.yaml", {})
    assert (config.homeserver, config.login.user, config.login.password) == (made.homeserver, made.user, nasty)
    assert config.data == tmp_path / made.data
    assert config.invites == Invites(frozenset({"*"}), frozenset(made.invites.people))
    assert (str(config.zone), config.emergency.number) == (made.zone, made.number)
    assert nasty not in repr(made)


def test_everything_that_can_be_set_is_explained() -> None:
    """The settings that init writes show every key, set or not; a new one that they lack fails here."""
    made = settings(
        Answers(
            homeserver="https://matrix.example.org",
            user="@bot:example.org",
            secret=Secret("password", "secret"),
            device="FOLKMOOT",
            data="./data",
            invites=Asked(None, ()),
            language="en",
            zone="UTC",
            number="",
        )
    )
    shown = {name for _, names in explained(made) for name in names}
    logins = {"password", "password_file", "token", "token_file"}
    assert {key.name for key in KEYS} - shown - logins == set()


def test_a_secret_is_one_line() -> None:
    """An empty secret and one of several lines are refused, without being repeated."""
    for words in ("", "  ", "a\nb", "a\0b"):
        with pytest.raises(Unsuited, match="one line"):
            Secret("password", words)


def test_a_zone_is_found_by_its_city() -> None:
    """A city is enough where there is one of that name, and near misses are offered."""
    assert zone("new york") == "America/New_York"
    assert zone("UTC") == "UTC"
    with pytest.raises(Unsuited, match="Europe/Berlin"):
        zone("Europe/Berln")
