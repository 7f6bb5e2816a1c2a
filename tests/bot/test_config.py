"""A configuration is right as a whole, or refused as a whole with everything that is wrong."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from bot import config
from bot.checked_yaml import ConfigError

EXAMPLE = Path(__file__).parents[2] / "bot.example.yaml"
LOGIN = {"FOLKMOOT_PASSWORD": "hunter2"}
LEAST = 'homeserver: https://matrix.example.org\nuser: "@bot:example.org"\n'


def written(folder: Path, words: str, mode: int = 0o600) -> Path:
    """A configuration file with these words."""
    path = folder / "bot.yaml"
    path.write_text(words, encoding="utf-8")
    path.chmod(mode)
    return path


def problems(path: Path, **environ: str) -> list[str]:
    """What is wrong with a file, without the folder in front."""
    with pytest.raises(ConfigError) as error:
        config.load(path, environ)
    return str(error.value).replace(f"{path.parent}/", "").splitlines()


def problem(folder: Path, words: str) -> str:
    """The only thing that is wrong with a line added to a good file."""
    (only,) = problems(written(folder, LEAST + words), **LOGIN)
    return only


def test_the_least_that_is_needed(tmp_path: Path) -> None:
    """A homeserver, an account and a login are enough; everything else has a default."""
    found = config.load(written(tmp_path, LEAST, 0o644), LOGIN)
    assert found == config.Config(
        homeserver="https://matrix.example.org",
        login=config.Login("@bot:example.org", "FOLKMOOT", "hunter2", None),
        encryption=True,
        data=tmp_path / "data",
        prefix="!",
        language="en",
        zone=ZoneInfo("UTC"),
        charters=None,
        invites=config.Invites(None, frozenset()),
        emergency=config.Emergency("", (), None),
        logs=config.Logs("lines", "info"),
        backup=config.Backup(nightly=True, folder=tmp_path / "backups", keep=7, at=time(3, 30), passphrase=None),
    )


def test_everything_can_be_set(tmp_path: Path) -> None:
    """Every key that is written is used."""
    words = """
        homeserver: http://localhost:8008/
        user: folkmoot
        token: syt_secret
        device: SECOND
        encryption: off
        data: ../elsewhere
        prefix: "?"
        language: de
        zone: Europe/Berlin
        charters: ./own
        invites: {servers: ["example.org", "[::1]:8448"], people: ["@ana:other.org"]}
        emergency:
          number: 0112
          helplines: ["Somebody, 0800 1", 116123]
          checked: 2026-11-01
        logs: {format: json, level: warning}
        backup: {nightly: off, folder: ../copies, keep: 30, at: 13:05, passphrase_file: ./passphrase}
        limits: {rooms: 40, people: 200, data: 500}
        watch: {port: 8009, room: "#operators:example.org"}
    """
    (tmp_path / "passphrase").touch(mode=0o600)
    (tmp_path / "passphrase").write_text("eight wet geese\n")
    assert config.load(written(tmp_path, words), {}) == config.Config(
        homeserver="http://localhost:8008",
        login=config.Login("folkmoot", "SECOND", None, "syt_secret"),
        encryption=False,
        data=tmp_path.parent / "elsewhere",
        prefix="?",
        language="de",
        zone=ZoneInfo("Europe/Berlin"),
        charters=tmp_path / "own",
        invites=config.Invites(frozenset({"example.org", "[::1]:8448"}), frozenset({"@ana:other.org"})),
        emergency=config.Emergency("0112", ("Somebody, 0800 1", "116123"), date(2026, 11, 1)),
        logs=config.Logs("json", "warning"),
        backup=config.Backup(
            nightly=False, folder=tmp_path.parent / "copies", keep=30, at=time(13, 5), passphrase="eight wet geese"
        ),
        limits=config.Limits(rooms=40, people=200, data=500),
        watch=config.Watch(8009, "#operators:example.org"),
    )


def test_the_example_loads_as_it_is() -> None:
    """The example needs nothing but the login, and shows the defaults."""
    found = config.load(EXAMPLE, LOGIN)
    assert (found.encryption, found.prefix, found.data) == (True, "!", EXAMPLE.parent / "data")
    assert found.invites == config.Invites(None, frozenset())


def test_the_example_says_that_the_login_is_missing() -> None:
    """Without a login nothing else of the example is wrong."""
    (only,) = problems(EXAMPLE)
    assert "bot.example.yaml: password_file: is missing: expected a login" in only


def test_the_example_shows_every_key_and_no_other(tmp_path: Path) -> None:
    """With every # taken away the example holds exactly the keys that exist, each with a value that is right."""
    words = re.sub(r"^( *)#(?=\w)", r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    shown = {
        f"{name}.{inner}" if inner else name
        for name, value in yaml.safe_load(words).items()
        for inner in (value if isinstance(value, dict) else [None])
    }
    assert shown == {key.name for key in config.KEYS}
    (tmp_path / "passphrase").touch(mode=0o600)
    (tmp_path / "passphrase").write_text("eight wet geese\n")
    config.load(written(tmp_path, words), LOGIN)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Whoever mends a file sees everything that is wrong, in the order of the file, in one go."""
    words = "homeserver: 8\nusers: bot\nprefix: bot\nprefix: '!'\nlogs:\n  level: loud\n  colour: red\nzone: Mars\n"
    assert problems(written(tmp_path, words), **LOGIN) == [
        'bot.yaml: user: is missing: expected the account in quotes, for example "@folkmoot:example.org"',
        "bot.yaml:1: homeserver: expected an address, for example https://matrix.example.org",
        "bot.yaml:2: users: is unknown; did you mean user?",
        'bot.yaml:3: prefix: expected one to three signs without letters in quotes, as "!"',
        "bot.yaml:4: prefix: stands there twice, first in line 3; keep one of them",
        "bot.yaml:6: logs.level: expected one of debug, info, warning, error",
        "bot.yaml:7: logs.colour: is unknown; known here are format, level",
        "bot.yaml:8: zone: expected a time zone, for example Europe/Berlin",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("encryption: true", "bot.yaml:3: encryption: expected on, or off in so many words"),
        ("encryption: no", "bot.yaml:3: encryption: expected on, or off in so many words"),
        ("encryption: 'false'", "bot.yaml:3: encryption: expected on, or off in so many words"),
        ("encryption: [off]", "bot.yaml:3: encryption: expected on, or off in so many words"),
        ("zone: ../../etc/passwd", "bot.yaml:3: zone: expected a time zone"),
        ("zone: Europe", "bot.yaml:3: zone: expected a time zone"),
        ("language: xx", "bot.yaml:3: language: expected one of de, en"),
        ("prefix: '!!!!'", "bot.yaml:3: prefix: expected"),
        ("prefix: '! '", "bot.yaml:3: prefix: expected"),
        ("device: 'a b'", "bot.yaml:3: device: expected"),
        ("data: ['a']", "bot.yaml:3: data: expected a folder"),
        ("watch: {port: 65536}", "bot.yaml:3: watch.port: expected a port"),
        ("watch: {port: '8009'}", "bot.yaml:3: watch.port: expected a port"),
        ("watch: {room: operators}", "bot.yaml:3: watch.room: expected a room in quotes"),
        ("watch: {room: '@ana:example.org'}", "bot.yaml:3: watch.room: expected a room in quotes"),
        ("invites: example.org", "bot.yaml:3: invites: expected these keys, indented below it: servers, people"),
        ("invites:\n  servers: example.org", "bot.yaml:4: invites.servers: expected a list of servers"),
        ("invites:\n  servers:\n   - a.org\n   - 'b c'", "bot.yaml:6: invites.servers: expected a list of servers"),
        ("invites:\n  people: [ana]", "bot.yaml:4: invites.people: expected a list of full ids"),
        ("emergency:\n  checked: 2026-13-01", "bot.yaml:4: emergency.checked: expected a day"),
        ("emergency:\n  number: [112]", "bot.yaml:4: emergency.number: expected a telephone number"),
        ("log: {level: info}", "bot.yaml:3: log: is unknown; did you mean logs?"),
        ("colour: red", "bot.yaml:3: colour: is unknown; known here are homeserver, user, password,"),
        ("invites:\n  peple: []", "bot.yaml:4: invites.peple: is unknown; did you mean invites.people?"),
        ("format: json", "bot.yaml:3: format: is unknown; did you mean logs.format?"),
        ("logs: {level: info, level: info}", "bot.yaml:3: logs.level: stands there twice"),
        ("? [a]\n: b", "bot.yaml:3: expected a key and a colon"),
        ("logs:\n  ? [a]\n  : b", "bot.yaml:4: logs: expected a key and a colon"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(tmp_path: Path, words: str, told: str) -> None:
    """A wrong value is refused with its line, its key and what to write instead."""
    assert problem(tmp_path, words).startswith(told)


@pytest.mark.parametrize(
    "address",
    [
        "matrix.example.org",
        "ftp://a.org",
        "https://",
        "https://u:p@a.org",
        "https://a.org?x=1",
        "https://a.org:0",
        "''",
    ],
)
def test_a_homeserver_is_an_address(tmp_path: Path, address: str) -> None:
    """Only an address that can be connected to is taken for a homeserver."""
    (only,) = problems(written(tmp_path, f"homeserver: {address}\nuser: bot"), **LOGIN)
    assert only.startswith("bot.yaml:1: homeserver: expected an address")


def test_a_key_without_a_value_is_not_set(tmp_path: Path) -> None:
    """A key whose value is left out, and a section without keys, count as not written."""
    found = config.load(written(tmp_path, LEAST + "zone:\nemergency:\nlogs:\n  level:\npassword:\n"), LOGIN)
    assert (str(found.zone), found.logs.level) == ("UTC", "info")
    assert problems(written(tmp_path, "homeserver:\nuser: bot"), **LOGIN)[0].startswith(
        "bot.yaml:1: homeserver: is missing"
    )


@pytest.mark.parametrize("words", ["just words", "- a\n- b", "12"])
def test_a_file_without_keys_is_told_so(tmp_path: Path, words: str) -> None:
    """A file that holds no keys is refused with an example."""
    assert problems(written(tmp_path, words), **LOGIN)[-1].startswith("bot.yaml:1: expected keys and values")


def test_an_empty_file_lacks_what_is_needed(tmp_path: Path) -> None:
    """An empty file is told all that must be there."""
    assert [line.split(": ")[1] for line in problems(written(tmp_path, ""))] == ["homeserver", "user", "password_file"]


@pytest.mark.parametrize(
    "words", ["password: *hunter2", "password: 'hunter2", "password: hunter2: 3", "---\na: hunter2\n---\n"]
)
def test_a_file_that_is_no_yaml_is_not_quoted(tmp_path: Path, words: str) -> None:
    """A broken file is told by its line, never by its words: they could be a password."""
    (only,) = problems(written(tmp_path, words))
    assert "is not YAML" in only
    assert "hunter2" not in only


def test_a_file_that_cannot_be_read_is_told_so(tmp_path: Path) -> None:
    """A file that is missing or no text is refused in one line."""
    assert problems(tmp_path / "bot.yaml") == ["bot.yaml: is not there. To make it: folkmoot init. Elsewhere: name the file with --config"]
    (tmp_path / "bot.yaml").write_bytes(b"\xff\xfe")
    assert problems(tmp_path / "bot.yaml") == ["bot.yaml: is no text in UTF-8"]


def test_a_number_to_call_has_a_digit(tmp_path: Path) -> None:
    """What people see who need help today is no word that got into the wrong line."""
    (only,) = problems(written(tmp_path, LEAST + 'emergency: {number: "Europe/Berlin"}'), **LOGIN)
    assert "emergency.number: expected a telephone number" in only


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o700])
@pytest.mark.parametrize("key", ["password", "token"])
def test_a_secret_in_an_open_file_is_refused(tmp_path: Path, key: str, mode: int) -> None:
    """A configuration that holds a secret must be its owner's alone, or it says what to type."""
    path = written(tmp_path, f"{LEAST}{key}: hunter2", mode)
    (only,) = problems(path)
    assert only == f"bot.yaml:3: {key}: bot.yaml holds a secret that others could read; type: chmod 600 bot.yaml"


@pytest.mark.parametrize("mode", [0o600, 0o400])
@pytest.mark.parametrize(("key", "password", "token"), [("password_file", "p w ", None), ("token_file", None, "p w ")])
def test_a_secret_may_stand_in_a_file(
    tmp_path: Path, key: str, password: str | None, token: str | None, mode: int
) -> None:
    """A secret is read from its own file, next to the configuration, without the end of the line."""
    (tmp_path / "secret").write_text("p w \n", encoding="utf-8")
    (tmp_path / "secret").chmod(mode)
    login = config.load(written(tmp_path, f"{LEAST}{key}: secret", 0o644), {}).login
    assert (login.password, login.token) == (password, token)


def test_a_secret_file_must_be_closed_and_whole(tmp_path: Path) -> None:
    """A secret file that is open to others, missing, empty, or more than a line is refused without being quoted."""
    secret = tmp_path / "secret"
    path = written(tmp_path, f"{LEAST}token_file: secret")
    assert problems(path) == ["bot.yaml:3: token_file: secret cannot be read: No such file or directory"]
    secret.write_text("hunter2", encoding="utf-8")
    secret.chmod(0o640)
    assert problems(path) == [
        "bot.yaml:3: token_file: secret holds a secret that others could read; type: chmod 600 secret"
    ]
    secret.chmod(0o600)
    for words in (b"", b"\n", b"hunter2\nhunter3\n", b"\xff"):
        secret.write_bytes(words)
        assert problems(path) == ["bot.yaml:3: token_file: expected one line of text in secret, and nothing else"]


def test_there_is_one_login(tmp_path: Path) -> None:
    """Two logins are one too many, whichever way they come; the environment goes before the file."""
    both = written(tmp_path, LEAST + "password: a\ntoken: b")
    assert problems(both) == [
        "bot.yaml:4: token: the login stands there more than once, as password and token; keep one of them"
    ]
    assert config.load(both, {"FOLKMOOT_TOKEN": "t"}).login == config.Login("@bot:example.org", "FOLKMOOT", None, "t")
    assert "keep one of them" in problems(both, FOLKMOOT_TOKEN="t", FOLKMOOT_PASSWORD="p")[0]
    assert config.load(written(tmp_path, LEAST + "password: a"), {"FOLKMOOT_TOKEN": ""}).login.password == "a"


def test_a_secret_is_never_shown(tmp_path: Path) -> None:
    """No error and no repr shows a secret, not even one of the wrong kind or in the wrong place."""
    found = config.load(written(tmp_path, LEAST + "password: hunter2"), {})
    assert found.login.password == "hunter2"
    assert "hunter2" not in repr(found)
    for words in ("password: [hunter2]", "password: {a: hunter2}", "token: !!int hunter2", "pasword: hunter2"):
        assert "hunter2" not in "\n".join(problems(written(tmp_path, LEAST + words)))


@pytest.mark.parametrize(
    ("invites", "person", "allowed"),
    [
        (config.Invites(None, frozenset()), "@a:own.org", True),
        (config.Invites(None, frozenset()), "@a:other.org", False),
        (config.Invites(None, frozenset({"@a:other.org"})), "@a:other.org", True),
        (config.Invites(frozenset({"other.org:8448"}), frozenset()), "@a:other.org:8448", True),
        (config.Invites(frozenset({"other.org"}), frozenset()), "@a:own.org", False),
        (config.Invites(frozenset(), frozenset()), "@a:own.org", False),
        (config.Invites(frozenset({"*"}), frozenset()), "@a:any.org", True),
    ],
)
def test_who_may_invite(invites: config.Invites, person: str, allowed: bool) -> None:
    """People of the own server, or else of the servers and among the people named, may invite the bot."""
    assert invites.allow(person, "own.org") is allowed
