"""The two files: `bot.yaml`, and the secret beside it. Both come as wholes or not at all, and are their owner's alone."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from bot.init.answers import Answers, Invites, quoted

_PRIVATE: Final = 0o600

TEMPLATE: Final = """\
# The settings of Folkmoot, made by `folkmoot init`. A line without a # in front is set; a line with a # shows a default or
# an example. After a change, start the bot anew: it says what is wrong before it connects to anything.

# Where the bot has its account.
homeserver: {homeserver}
user: {user}

# How it logs in. The file must be yours alone: chmod 600 {secret}
{secret}_file: ./{secret}

# The name of the bot's session. Keep it: people's apps know the bot's keys by it.
{device}

# Encrypted rooms stay encrypted. Only off, in so many words, lets the bot run without encryption.
encryption: on

# Where everything is kept: the groups' records and the bot's keys. Relative to this file. Back it up.
data: {data}

# What stands before a command in a room. A mention of the bot works too, and a direct chat needs neither.
prefix: "!"

# The language and the time zone of a room until it chooses its own. Each person may have their own, too.
language: {language}
zone: {zone}

# A folder with charters of your own, which groups can begin with. Relative to this file.
#charters: ./charters

# Who may invite the bot into a room. Without servers: people on the bot's own server. ["*"] means everybody.
# The people named here may always do so.
invites:
  {servers}
  people: {people}

# What people see who may need help today. Please have these checked by somebody who knows the field, and note the day.
# Without a number the bot says "your local emergency number".
emergency:
  {number}
  #helplines: ["A helpline near you, 0800 123456, day and night", "A chat: https://help.example.org"]
  #checked: 2026-11-01

# How many days things are kept. message_keys: the keys of encrypted messages. after_leaving: a group's data after the bot
# was removed from its room. shortest and longest (0: no limit) are between what a group may choose.
keep:
  message_keys: 7
  after_leaving: 30
  shortest: 7
  longest: 0

# A backup every night, at this time in the zone above; the newest ones are kept. It holds the keys too, so keep it safe: with
# passphrase_file, a file of one line that is yours alone, it is locked with what stands there. Relative to this file.
backup:
  nightly: on
  folder: ./backups
  keep: 7
  at: "03:30"
  #passphrase_file: ./backup-passphrase

# What there is room for, 0 for no limit: groups, members of one group, and megabytes in the data folder. A limit keeps new
# groups away and takes nothing from those that are here.
limits:
  rooms: 0
  people: 0
  data: 0

# For whoever watches the bot. port: /healthz and /metrics (Prometheus) on 127.0.0.1 at this port, 0 for none. room: the room
# in which the bot warns you, by its id or address; invite the bot there. It never speaks there of people.
watch:
  port: 8009
  #room: "#operators:example.org"

# The log never holds what people wrote. format: lines or json. level: debug, info, warning or error.
logs:
  format: lines
  level: info
"""


def settings(answers: Answers) -> str:
    """The words of `bot.yaml`."""
    return TEMPLATE.format(
        homeserver=quoted(answers.homeserver),
        user=quoted(answers.user),
        secret=answers.secret.kind,
        # A token brings its own device.
        device=f"device: {quoted(answers.device)}" if answers.secret.kind == "password" else "#device: FOLKMOOT",
        data=quoted(answers.data),
        language=quoted(answers.language),
        zone=quoted(answers.zone),
        servers=_servers(answers.invites),
        people=_listed(answers.invites.people),
        number=f"number: {quoted(answers.number)}" if answers.number else '#number: "112"',
    )


def _servers(invites: Invites) -> str:
    return '#servers: ["example.org"]' if invites.servers is None else f"servers: {_listed(invites.servers)}"


def _listed(items: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quoted, items))}]"


class Beside:
    """A file that is written beside its place and moved there as a whole. Until then nothing is at its place that was not before.

    As a context manager it takes away what was not moved. Raises `OSError` at once where the folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._beside = path.with_name(f".{path.name}.new")

    def __enter__(self) -> Self:
        self._beside.unlink(missing_ok=True)
        os.close(os.open(self._beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _PRIVATE))
        return self

    def __exit__(self, *_: object) -> None:
        self._beside.unlink(missing_ok=True)

    def write(self, words: str) -> None:
        """Write it, beside its place."""
        with self._beside.open("w", encoding="utf-8", newline="") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())

    def move(self) -> None:
        """Move it to its place."""
        self._beside.replace(self.path)
        folder = os.open(self.path.parent, os.O_RDONLY | os.O_CLOEXEC)
        try:
            with suppress(OSError):
                os.fsync(folder)
        finally:
            os.close(folder)
