"""What a host answers, and what of it may be. Each answer is read by the same rule by which `bot.yaml` is read."""

from __future__ import annotations

import secrets
import string
import zoneinfo
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

import yaml

from bot import config
from bot.checked_yaml import Key

T = TypeVar("T")

OWN: Final = "own"
EVERYBODY: Final = "everybody"
SKIP: Final = "skip"
_LETTERS: Final = 6


class Unsuited(Exception):
    """An answer that cannot be used. The message says what is expected, and never holds the answer of a hidden question."""


@dataclass(frozen=True, slots=True)
class Secret:
    """How the account logs in: its password, or an access token."""

    kind: Literal["password", "token"]
    words: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.words.strip() or any(each in self.words for each in "\r\n\0"):
            raise Unsuited(f"expected the {self.kind} as one line of text")


@dataclass(frozen=True, slots=True)
class Invites:
    """Who may invite the bot; `servers` None: its own server."""

    servers: tuple[str, ...] | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """All that `bot.yaml` says in the beginning.

    `user` is a full id, `device` the id of the bot's session, `data` as it is written, relative to the file.
    """

    homeserver: str
    user: str
    secret: Secret
    device: str
    data: str
    invites: Invites
    language: str
    zone: str
    number: str


def new_device() -> str:
    """The id of a session that no other installation has: a login with one that it has would end it."""
    return f"FOLKMOOT-{''.join(secrets.choice(string.ascii_uppercase) for _ in range(_LETTERS))}"


def read(key: Key[T], words: Any) -> T:
    """What `bot.yaml` would make of `words` at a key. Raises `Unsuited`."""
    try:
        node = yaml.compose(quoted(words), Loader=yaml.SafeLoader)
        assert node is not None
        return key.read(node)
    except (ValueError, TypeError, yaml.YAMLError):
        raise Unsuited(f"expected {key.expected}") from None


def quoted(value: Any) -> str:
    """A value as YAML on one line, whatever is in it."""
    return yaml.safe_dump(value, default_style='"', default_flow_style=True, allow_unicode=True, width=2**31).strip()


def user(words: str) -> str:
    """The account, as a full id or as its first part. Raises `Unsuited`."""
    return read(config.USER, words.strip())


def language(words: str) -> str:
    """A language that the bot speaks. Raises `Unsuited`."""
    return read(config.LANGUAGE, words.strip().lower())


def zone(words: str) -> str:
    """A time zone by its name, or by that of its city. Raises `Unsuited`."""
    words = words.strip()
    known = zoneinfo.available_timezones()
    folded = words.replace(" ", "_").casefold()
    named = [each for each in sorted(known) if folded in {each.casefold(), each.rpartition("/")[2].casefold()}]
    exact = words if words in known else named[0] if len(named) == 1 else None
    if exact is not None:
        return str(read(config.ZONE, exact))
    meant = {part.casefold(): each for each in sorted(known, reverse=True) for part in (each, each.rpartition("/")[2])}
    near = named or list(dict.fromkeys(meant[part] for part in get_close_matches(folded, meant, n=3)))
    raise Unsuited(f"expected {config.ZONE.expected}" + (f"; did you mean {' or '.join(near)}?" if near else ""))


def data(words: str) -> str:
    """A folder. Raises `Unsuited`."""
    return read(config.DATA, words.strip())


def number(words: str) -> str:
    """An emergency number; empty where it is left out. Raises `Unsuited`."""
    words = " ".join(words.split())
    return "" if words.casefold() in {"", SKIP} else read(config.NUMBER_TO_CALL, words)


def agreed(words: str) -> bool:
    """Whether it is a yes. Raises `Unsuited` for what is neither yes nor no."""
    match words.strip().casefold():
        case "y" | "yes":
            return True
        case "n" | "no":
            return False
        case _:
            raise Unsuited("expected yes or no")


def invites(words: str) -> Invites:
    """Who may invite the bot: `own`, `everybody`, or a list of servers and people. Raises `Unsuited`."""
    parts = list(dict.fromkeys(each if each.startswith("@") else each.casefold() for each in words.replace(",", " ").split()))
    if not parts:
        raise Unsuited("expected own, everybody, or a list such as: example.org, @ana:friends.example")
    if parts == [OWN]:
        return Invites()
    if parts == [EVERYBODY]:
        return Invites((config.EVERY_SERVER,))
    if {OWN, EVERYBODY} & set(parts):
        raise Unsuited("own and everybody stand alone; to add your own server to a list, write its name")
    strange = [each for each in parts if not each.startswith("@") and each != "localhost" and not {".", ":"} & set(each)]
    if strange:
        raise Unsuited(f"{strange[0]} is no name of a server; expected own, everybody, or a list such as: example.org, @ana:friends.example")
    people = read(config.PEOPLE, [each for each in parts if each.startswith("@")])
    servers = read(config.SERVERS, [each for each in parts if not each.startswith("@")]) or ()
    return Invites(servers, people)


def from_file(path: Path, kind: Literal["password", "token"]) -> Secret:
    """The secret that stands in a file, exactly, without the end of the line. Raises `Unsuited`."""
    try:
        return Secret(kind, path.read_text(encoding="utf-8").rstrip("\r\n"))
    except OSError as error:
        raise Unsuited(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Unsuited(f"{path} is no text in UTF-8") from None


def local_zone() -> str:
    """The time zone of this machine, as far as it says; else UTC."""
    try:
        found = Path("/etc/localtime").resolve(strict=True).as_posix().partition("zoneinfo/")[2]
    except OSError:
        found = ""
    return found if found in zoneinfo.available_timezones() and not found.startswith("Etc/") else "UTC"
