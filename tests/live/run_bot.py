"""The bot with short waits and a clock that a test can move: what `bot.yaml` cannot reach.

Run as `python -m tests.live.run_bot run [--impatient] [--nightly] --config bot.yaml`. The file `clock` beside the configuration, if there is one,
holds the seconds by which the bot's clock is ahead, and the file `servers` those by which all homeservers' clocks are; they are read
at each look at the clock, and at each event.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import logs, loop, program
from bot.app import Pace
from bot.backup import nightly
from bot.clock import Clock
from bot.config import load
from bot.matrix import keystore, sync
from bot.matrix.account import Timings
from bot.matrix.reading import Envelope
from bot.texts import Texts
from tests.live.bot_process import KEY_WAIT

PACE = Pace(
    key_wait=timedelta(seconds=KEY_WAIT),
    quiet=timedelta(seconds=1),
    retry=timedelta(milliseconds=200),
    retry_most=timedelta(seconds=2),
)


# What is done again after a while must not make a busy machine busier: so only the waits between two tries are short...
TIMINGS = Timings(request=30.0, join=60.0, poll=30.0, page=20.0, first=0.3, most=4.0, unreachable=5.0)
# ... and what a try may take, for a bot whose requests are never answered; its long polls too.
IMPATIENT = replace(TIMINGS, request=4.0, join=10.0, poll=4.0, page=4.0)
IMPATIENT_POLL = 8.0


class MovedClock(Clock):
    """The machine's clock, moved by what the file says."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """Now and what the file says."""
        return datetime.now(UTC) + ahead(self._file)


def ahead(file: Path) -> timedelta:
    """By how much a clock is ahead: the seconds in the file, if there is one."""
    try:
        return timedelta(seconds=float(file.read_text()))
    except (FileNotFoundError, ValueError):
        return timedelta()


def move_servers(file: Path) -> None:
    """Events bear the time of servers whose clocks are ahead as the file says."""
    read = sync.envelope

    def moved(event: object, room: str) -> Envelope | None:
        found = read(event, room)
        return None if found is None else replace(found, sent=found.sent + ahead(file))

    sync.envelope = moved


def run(arguments: Sequence[str], texts: Texts | None = None) -> None:
    """Run the bot that these arguments of a command line describe; `texts` are read anew unless given."""
    path = Path(arguments[arguments.index("--config") + 1])
    config = load(path, os.environ)
    timings = TIMINGS
    if "--impatient" in arguments:
        timings = IMPATIENT
        loop.LONG_POLL = IMPATIENT_POLL
    if "--nightly" in arguments:
        nightly.AFTER_START = timedelta(seconds=1)
    # A test moves the bot's clock by weeks, of which people's apps know nothing: they go on with the keys that they have.
    config = replace(config, keep=replace(config.keep, message_keys=36500))
    logs.set_up(config.logs.format, config.logs.level)
    clock = MovedClock(path.with_name("clock"))
    move_servers(path.with_name("servers"))
    # Keys come and grow old by the same clock: else each one that comes after a moved week would be a week old already.
    keystore.Clock = lambda: clock  # type: ignore[assignment, misc, return-value]
    asyncio.run(program.run(config, clock, PACE, timings, texts=texts))


if __name__ == "__main__":
    run(sys.argv[1:])
