"""The bot with short waits and a clock that a test can move: what `bot.yaml` cannot reach.

Run as `python -m tests.live.run_bot run --config bot.yaml`. The file `clock` beside the configuration, if there is one,
holds the seconds by which the bot's clock is ahead; it is read at each look at the clock.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import logs, loop, program
from bot.app import Pace
from bot.clock import Clock
from bot.config import load
from bot.matrix.account import Timings
from bot.texts import Texts
from tests.live.bot_process import KEY_WAIT

PACE = Pace(
    key_wait=timedelta(seconds=KEY_WAIT),
    quiet=timedelta(seconds=1),
    retry=timedelta(milliseconds=200),
    retry_most=timedelta(seconds=2),
)


TIMINGS = Timings(request=4.0, join=10.0, poll=4.0, page=4.0, first=0.3, most=4.0, unreachable=5.0)


class MovedClock(Clock):
    """The machine's clock, moved by what the file says."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """Now and what the file says."""
        try:
            ahead = float(self._file.read_text())
        except (FileNotFoundError, ValueError):
            ahead = 0.0
        return datetime.now(UTC) + timedelta(seconds=ahead)


def run(path: Path, texts: Texts | None = None) -> None:
    """Run the bot that the file describes; `texts` are read anew unless given."""
    config = load(path, os.environ)
    # A poll that is never answered is given up when it has lasted that long, and the timings' seconds more.
    loop.LONG_POLL = 8.0
    logs.set_up(config.logs.format, config.logs.level)
    clock = MovedClock(path.with_name("clock"))
    asyncio.run(program.run(config, clock, PACE, TIMINGS, texts=texts))


if __name__ == "__main__":
    run(Path(sys.argv[sys.argv.index("--config") + 1]))
