"""What `bot.yaml` says, checked as a whole before anything connects.

Every problem is told with its line, its key and what to write instead. A secret's value is in no message and no `repr`.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import catalog
from bot.checked_yaml import (
    DATE,
    NUMBER,
    SWITCH,
    TEXT,
    ConfigError,
    Found,
    Key,
    Problem,
    listed,
    one_of,
    read,
    scalar,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import yaml

EVERY_SERVER = "*"
"""Stands for all servers in `invites.servers`."""


@dataclass(frozen=True, slots=True)
class Login:
    """Who the bot is: a full id or a localpart, and exactly one of a password and an access token."""

    user: str
    device: str
    password: str | None = field(repr=False)
    token: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Invites:
    """From where the bot may be invited into a room. `servers` is None for the bot's own server only."""

    servers: frozenset[str] | None
    people: frozenset[str]

    def allow(self, person: str, own_server: str) -> bool:
        """Whether `person` (a full id) may invite the bot, whose account is on `own_server`."""
        servers = frozenset({own_server}) if self.servers is None else self.servers
        return person in self.people or EVERY_SERVER in servers or person.partition(":")[2] in servers


@dataclass(frozen=True, slots=True)
class Emergency:
    """Where people in need find help. Empty when nobody has set it; `checked` is the day when somebody looked last."""

    number: str
    helplines: tuple[str, ...]
    checked: date | None


@dataclass(frozen=True, slots=True)
class Logs:
    """How the log looks: `format` is "lines" or "json", `level` is "debug", "info", "warning" or "error"."""

    format: str
    level: str


@dataclass(frozen=True, slots=True)
class Keep:
    """How long things are kept, in days: message keys, and a room's data after the bot left it.

    `shortest` and `longest` (0: no limit) are between what a group may choose for what it lets go of.
    """

    message_keys: int = 7
    after_leaving: int = 30
    shortest: int = 7
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Backup:
    """Backups: every night at `at` (in the host's zone) into `folder`, the newest `keep` kept, locked where there is a `passphrase`."""

    nightly: bool = True
    folder: Path = Path("backups")
    keep: int = 7
    at: time = time(3, 30)
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the host has room for: groups, members of one group, and megabytes in the data folder. 0 is no limit.

    A limit keeps new groups away. It never takes anything from a group that is here.
    """

    rooms: int = 0
    people: int = 0
    data: int = 0


@dataclass(frozen=True, slots=True)
class Watch:
    """How the program is watched: on which port of this machine (0: on none), and the operator's room (an id or an alias)."""

    port: int = 0
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, with defaults filled in. `data` is an absolute folder that may not exist yet, `charters` one of charters."""

    homeserver: str
    login: Login
    encryption: bool
    data: Path
    prefix: str
    language: str
    zone: ZoneInfo
    charters: Path | None
    invites: Invites
    emergency: Emergency
    logs: Logs
    keep: Keep = Keep()
    backup: Backup = Backup()
    limits: Limits = Limits()
    watch: Watch = Watch()


def _address(node: yaml.Node) -> str:
    address = text(node).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
        raise ValueError
    if parts.username is not None or parts.query or parts.fragment or re.search(r"\s", address):
        raise ValueError
    return address


def _matching(*patterns: str) -> Callable[[yaml.Node], str]:
    def read_match(node: yaml.Node) -> str:
        words = text(node)
        if not any(re.fullmatch(pattern, words) for pattern in patterns):
            raise ValueError
        return words

    return read_match


def _switch(node: yaml.Node) -> bool:
    # YAML 1.1 takes a bare on or off for a truth value; true, no and the like would come in by the same door.
    try:
        return {"on": True, "off": False}[scalar(node, SWITCH, TEXT)]
    except KeyError as error:
        raise ValueError from error


def _zone(node: yaml.Node) -> ZoneInfo:
    try:
        return ZoneInfo(text(node))
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError from error


def _line(node: yaml.Node) -> str:
    # A number such as 112 needs no quotes: its characters are taken as they stand, leading zeros too.
    return scalar(node, TEXT, NUMBER)


def _number(node: yaml.Node) -> str:
    # People who need help today would see it: what holds no digit is no number.
    words = _line(node)
    if words and not any(letter.isdigit() for letter in words):
        raise ValueError
    return words


def _whole(least: int, most: int) -> Callable[[yaml.Node], int]:
    def read_whole(node: yaml.Node) -> int:
        words = scalar(node, NUMBER)
        if not (words.isascii() and words.isdigit() and least <= int(words) <= most):
            raise ValueError
        return int(words)

    return read_whole


def _day(node: yaml.Node) -> date:
    return date.fromisoformat(scalar(node, DATE, TEXT))


def _clock(node: yaml.Node) -> time:
    # Without quotes YAML 1.1 takes 13:30 for a number in base 60: its characters are taken as they stand.
    words = scalar(node, TEXT, NUMBER)
    if not re.fullmatch(r"\d{2}:\d{2}", words):
        raise ValueError
    return time.fromisoformat(words)


_PERSON = r"@[^:\s]+:[^\s:@][^\s@]*"
_LOCALPART = r"[a-z0-9._=/+-]+"
_ROOM = r"![^\s]+"
_ALIAS = r"#[^:\s]+:[^\s:@][^\s@]*"
_SERVER = r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?"

_LANGUAGES = sorted({catalog.language_of(path) for path in catalog.LOCALE.glob("*.ftl")})
_FORMATS = ("lines", "json")
_LEVELS = ("debug", "info", "warning", "error")

HOMESERVER = Key("homeserver", _address, "an address, for example https://matrix.example.org")
USER = Key("user", _matching(_PERSON, _LOCALPART), 'the account in quotes, for example "@folkmoot:example.org"')
PASSWORD: Key[str | None] = Key("password", text, "the account's password in quotes", lambda: None)
PASSWORD_FILE: Key[str | None] = Key("password_file", text, "a file that holds the account's password", lambda: None)
TOKEN: Key[str | None] = Key("token", text, "an access token in quotes", lambda: None)
TOKEN_FILE: Key[str | None] = Key("token_file", text, "a file that holds an access token", lambda: None)
DEVICE = Key("device", _matching(r"[A-Za-z0-9._-]{1,64}"), "letters and digits, as FOLKMOOT", lambda: "FOLKMOOT")
ENCRYPTION = Key("encryption", _switch, "on, or off in so many words", lambda: True)
DATA = Key("data", text, "a folder, for example ./data", lambda: "data")
PREFIX = Key("prefix", _matching(r"[^\w\s]{1,3}"), 'one to three signs without letters in quotes, as "!"', lambda: "!")
LANGUAGE = Key("language", one_of(*_LANGUAGES), f"one of {', '.join(_LANGUAGES)}", lambda: catalog.FALLBACK)
ZONE = Key("zone", _zone, "a time zone, for example Europe/Berlin", lambda: ZoneInfo("UTC"))
CHARTERS: Key[str | None] = Key("charters", text, "a folder, for example ./charters", lambda: None)
SERVERS: Key[tuple[str, ...] | None] = Key(
    "invites.servers",
    listed(_matching(_SERVER, re.escape(EVERY_SERVER))),
    'a list of servers, for example ["example.org"], or ["*"] for all',
    lambda: None,
)
PEOPLE: Key[tuple[str, ...]] = Key(
    "invites.people", listed(_matching(_PERSON)), 'a list of full ids, for example ["@ana:example.org"]', tuple
)
NUMBER_TO_CALL = Key("emergency.number", _number, 'a telephone number in quotes, for example "112"', str)
HELPLINES: Key[tuple[str, ...]] = Key(
    "emergency.helplines", listed(_line), 'a list of lines, for example ["Helpline: 0800 123456"]', tuple
)
CHECKED: Key[date | None] = Key("emergency.checked", _day, "a day, for example 2026-11-27", lambda: None)
FORMAT = Key("logs.format", one_of(*_FORMATS), f"one of {', '.join(_FORMATS)}", lambda: "lines")
LEVEL = Key("logs.level", one_of(*_LEVELS), f"one of {', '.join(_LEVELS)}", lambda: "info")

MESSAGE_KEYS = Key("keep.message_keys", _whole(1, 30), "a number of days from 1 to 30", lambda: Keep().message_keys)
AFTER_LEAVING = Key("keep.after_leaving", _whole(0, 3650), "a number of days from 0 to 3650", lambda: Keep().after_leaving)
SHORTEST = Key("keep.shortest", _whole(1, 3650), "a number of days from 1 to 3650", lambda: Keep().shortest)
LONGEST = Key("keep.longest", _whole(0, 36500), "a number of days, or 0 for no limit", lambda: Keep().longest)

ROOMS = Key("limits.rooms", _whole(0, 10**6), "a number of groups, or 0 for no limit", lambda: Limits().rooms)
PEOPLE_OF_ONE = Key("limits.people", _whole(0, 10**6), "a number of members, or 0 for no limit", lambda: Limits().people)
MEGABYTES = Key("limits.data", _whole(0, 10**9), "a number of megabytes, or 0 for no limit", lambda: Limits().data)

NIGHTLY = Key("backup.nightly", _switch, "on, or off in so many words", lambda: Backup().nightly)
BACKUPS = Key("backup.folder", text, "a folder, for example ./backups", lambda: str(Backup().folder))
BACKUPS_KEPT = Key("backup.keep", _whole(1, 1000), "a number of backups from 1 to 1000", lambda: Backup().keep)
BACKUP_AT = Key("backup.at", _clock, 'a time of day in quotes, for example "03:30"', lambda: Backup().at)
PASSPHRASE_FILE: Key[str | None] = Key("backup.passphrase_file", text, "a file that holds a passphrase", lambda: None)

WATCH_PORT = Key("watch.port", _whole(0, 65535), "a port from 1 to 65535, for example 8009, or 0 for none", lambda: Watch().port)
WATCH_ROOM: Key[str | None] = Key(
    "watch.room",
    _matching(_ROOM, _ALIAS),
    'a room in quotes, by its id or address, for example "#operators:example.org"',
    lambda: None,
)

HERE = Path("bot.yaml")
"""Where commands look for the settings unless they are told otherwise."""

_LOGINS = (PASSWORD, PASSWORD_FILE, TOKEN, TOKEN_FILE)

KEYS: Sequence[Key[Any]] = (
    *(HOMESERVER, USER, *_LOGINS, DEVICE, ENCRYPTION, DATA, PREFIX, LANGUAGE, ZONE, CHARTERS),
    *(SERVERS, PEOPLE, NUMBER_TO_CALL, HELPLINES, CHECKED, FORMAT, LEVEL),
    *(MESSAGE_KEYS, AFTER_LEAVING, SHORTEST, LONGEST),
    *(NIGHTLY, BACKUPS, BACKUPS_KEPT, BACKUP_AT, PASSPHRASE_FILE),
    *(ROOMS, PEOPLE_OF_ONE, MEGABYTES),
    *(WATCH_PORT, WATCH_ROOM),
)
"""All that `bot.yaml` may hold."""


def behind(path: Path) -> str:
    """What stands behind a command that is for the settings at `path`: nothing where it finds them by itself."""
    return "" if path == HERE else f" --config {shlex.quote(str(path))}"


def load(path: Path, environ: Mapping[str, str]) -> Config:
    """Read `bot.yaml`. A login in `environ` (FOLKMOOT_PASSWORD or FOLKMOOT_TOKEN) goes before the one in the file.

    Raises `ConfigError` with all problems at once.
    """
    if not path.exists():
        raise ConfigError([Problem(str(path), 0, "", "is not there. To make it: folkmoot init. Elsewhere: name the file with --config")])
    found = read(path, KEYS)
    password, token = _secrets(path, found, environ)
    passphrase = _secret(path, PASSPHRASE_FILE, found) if PASSPHRASE_FILE.name in found.values else None
    if found.problems:
        raise ConfigError(found.problems)
    servers, people = found.get(SERVERS), found.get(PEOPLE)
    return Config(
        homeserver=found.get(HOMESERVER),
        login=Login(found.get(USER), found.get(DEVICE), password, token),
        encryption=found.get(ENCRYPTION),
        data=_folder(path, found.get(DATA)),
        prefix=found.get(PREFIX),
        language=found.get(LANGUAGE),
        zone=found.get(ZONE),
        charters=_folder(path, charters) if (charters := found.get(CHARTERS)) is not None else None,
        invites=Invites(None if servers is None else frozenset(servers), frozenset(people)),
        emergency=Emergency(found.get(NUMBER_TO_CALL), found.get(HELPLINES), found.get(CHECKED)),
        logs=Logs(found.get(FORMAT), found.get(LEVEL)),
        keep=Keep(found.get(MESSAGE_KEYS), found.get(AFTER_LEAVING), found.get(SHORTEST), found.get(LONGEST)),
        backup=Backup(
            found.get(NIGHTLY), _folder(path, found.get(BACKUPS)), found.get(BACKUPS_KEPT), found.get(BACKUP_AT), passphrase
        ),
        limits=Limits(found.get(ROOMS), found.get(PEOPLE_OF_ONE), found.get(MEGABYTES)),
        watch=Watch(found.get(WATCH_PORT), found.get(WATCH_ROOM)),
    )


def _folder(path: Path, written: str) -> Path:
    """A folder as it is named in the file at `path`, relative to that file."""
    return (path.parent / Path(written).expanduser()).resolve()


def _secrets(path: Path, found: Found, environ: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The password and the token, exactly one of which is set; otherwise the reason is among the problems."""
    for key in (PASSWORD, TOKEN):
        if key.name in found.lines:
            _refuse_readable(path, key, found)
    password, token = environ.get("FOLKMOOT_PASSWORD") or None, environ.get("FOLKMOOT_TOKEN") or None
    if password and token:
        found.wrong("", "the environment holds FOLKMOOT_PASSWORD and FOLKMOOT_TOKEN; keep one of them")
    if password or token:
        return password, token
    written = [key for key in _LOGINS if key.name in found.values]
    if len(written) > 1:
        names = " and ".join(key.name for key in written)
        found.wrong(written[-1].name, f"the login stands there more than once, as {names}; keep one of them")
    elif written:
        secret = _secret(path, written[0], found)
        return (secret, None) if written[0] in {PASSWORD, PASSWORD_FILE} else (None, secret)
    elif not any(problem.key in {key.name for key in _LOGINS} for problem in found.problems):
        found.wrong(
            PASSWORD_FILE.name,
            "is missing: expected a login, as password_file, token_file, password or token here, "
            "or as FOLKMOOT_PASSWORD or FOLKMOOT_TOKEN in the environment",
        )
    return None, None


def _secret(path: Path, key: Key[str | None], found: Found) -> str:
    """The secret that stands at a key, or in the file that it names."""
    written = found.get(key) or ""
    if key in {PASSWORD, TOKEN}:
        return written
    file = path.parent / Path(written).expanduser()
    try:
        _refuse_readable(file, key, found)
        secret = file.read_text(encoding="utf-8").rstrip("\r\n")
    except OSError as error:
        found.wrong(key.name, f"{file} cannot be read: {error.strerror}")
        return ""
    except UnicodeDecodeError:
        secret = ""
    if not secret or "\n" in secret:
        found.wrong(key.name, f"expected one line of text in {file}, and nothing else")
    return secret


def _refuse_readable(file: Path, key: Key[str | None], found: Found) -> None:
    if file.stat().st_mode & 0o177:
        found.wrong(key.name, f"{file} holds a secret that others could read; type: chmod 600 {shlex.quote(str(file))}")
