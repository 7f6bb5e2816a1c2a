"""The bot as a process of its own, which the tests may end in every way that a process can end."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.live.nursery import Child

ROOT = Path(__file__).resolve().parents[2]
"""Where `python -m` finds the program."""

STOP_WITHIN = 60.0
"""Seconds after SIGTERM until a test gives up; the bot itself promises 5."""


BOT = ("tests.live.run_bot", "run")
"""The bot with short waits and a clock that can be moved; `("bot", "run")` is the program as people run it."""

IMPATIENT = (*BOT, "--impatient")
"""The same, which gives up a request soon: for tests in which some are never answered."""

KEY_WAIT = 300.0
"""Seconds that such a bot waits for a key before it says so, and before it ends a vote without it.

Longer than a test takes on a busy machine: whoever waits for their end moves the clock.
"""

_LOOK_EVERY = 0.02


class NotSaidError(Exception):
    """The bot did not print what was waited for. The message ends with its log."""


def write_config(folder: Path, homeserver: str, user: str, password: str, **more: Any) -> Path:
    """Write `bot.yaml` for an account into `folder` and return its path.

    `more` are further keys; a mapping is merged into its section (`logs={"level": "debug"}`), None removes a key.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config: dict[str, Any] = {
        "homeserver": homeserver,
        "user": user,
        "password": password,
        "data": str(folder / "data"),
    }
    for key, value in more.items():
        if isinstance(value, dict):
            value = {**config.get(key, {}), **value}  # noqa: PLW2901  (merged, then dealt with as any other)
            value = {name: inner for name, inner in value.items() if inner is not None}  # noqa: PLW2901
        config[key] = value
    config = {key: value for key, value in config.items() if value is not None}
    path = folder / "bot.yaml"
    path.touch(mode=0o600)
    path.write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True))
    return path


@dataclass(frozen=True, slots=True)
class Ended:
    """How the process ended: seconds from the signal on, and the exit code (negative: the signal's number)."""

    seconds: float
    code: int


class BotProcess:
    """`python -m MODULE ARGUMENT... --config FOLDER/bot.yaml`; what it prints goes to `FOLDER/bot.log`.

    It runs tethered: it ends when the tests end, in whatever way. The signals reach the program itself.
    """

    def __init__(self, folder: Path, *, command: Sequence[str] = BOT, env: dict[str, str] | None = None) -> None:
        """`command` is the module and its arguments; `env` is added to our environment."""
        self.folder = folder
        self.command = tuple(command)
        self.env = env or {}
        self._process: asyncio.subprocess.Process | Child | None = None

    @property
    def config(self) -> Path:
        """The file that `write_config` writes."""
        return self.folder / "bot.yaml"

    @property
    def log(self) -> Path:
        """Everything that it printed, over all its lives."""
        return self.folder / "bot.log"

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """The id of the running process. Raises `ProcessLookupError` when it does not run."""
        return self._running().pid

    async def start(self) -> None:
        """Start it; returns at once."""
        if self.alive:
            message = "The bot runs already."
            raise RuntimeError(message)
        self._process = await self._launch()

    async def kill(self) -> None:
        """`kill -9`: no time for a last word."""
        if self.alive:
            process = self._running()
            process.kill()
            await process.wait()

    async def terminate(self) -> Ended:
        """Ask it to end (SIGTERM), wait, and say how long it took. Ends it by force after `STOP_WITHIN` seconds."""
        return await self._signal(signal.SIGTERM)

    async def ended(self, within: float = STOP_WITHIN) -> Ended:
        """Wait for it to end by itself."""
        return await self._signal(None, within)

    def said(self) -> str:
        """Return what it printed so far."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def ahead(self, seconds: float, *, servers: bool = False) -> None:
        """Move the bot's clock, in seconds ahead of the machine's; it is read at each look at the clock.

        With `servers` the clocks of all homeservers go with it, as on a day when nobody's clock is wrong.
        """
        for name in ("servers", "clock") if servers else ("clock",):
            # Replaced as a whole: a half-written number would be another time.
            written = self.folder / f"{name}.new"
            written.write_text(str(seconds))
            written.replace(self.folder / name)

    async def says(self, words: str, *, count: int = 1, within: float = STOP_WITHIN) -> None:
        """Wait until `words` stand `count` times in what it printed, over all its lives.

        Raises `NotSaidError` with the end of the log, at once when it ended without saying them.
        """
        try:
            async with asyncio.timeout(within):
                while self.said().count(words) < count:
                    if not self.alive and self.said().count(words) < count:
                        raise TimeoutError  # noqa: TRY301  (nothing more will come)
                    await asyncio.sleep(_LOOK_EVERY)
        except TimeoutError:
            message = f"Not said within {within:g} s: {words!r}, {count} x. Said:\n" + self.said()[-4000:]
            raise NotSaidError(message) from None

    async def _launch(self) -> asyncio.subprocess.Process | Child:
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        command = (sys.executable, "-m", "bot.demo.tether", *self.command, "--config", str(self.config))
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=log, stderr=log, env={**kept, **self.env}
            )

    async def _signal(self, number: signal.Signals | None, within: float = STOP_WITHIN) -> Ended:
        process = self._running()
        begun = time.monotonic()
        if number is not None:
            process.send_signal(number)
        try:
            async with asyncio.timeout(within):
                code = await process.wait()
        except TimeoutError:
            process.kill()
            code = await process.wait()
        return Ended(time.monotonic() - begun, code)

    def _running(self) -> asyncio.subprocess.Process | Child:
        if self._process is None:
            raise ProcessLookupError
        return self._process
