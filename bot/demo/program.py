"""The bot as people run it, in a process of its own, for the demo: started, killed, started again."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

T = TypeVar("T")

STOP_WITHIN = 10.0
"""Seconds after SIGTERM until it is ended by force; the bot itself promises 5."""


class EndedError(Exception):
    """The bot ended although nobody asked it to."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bot lives: its account on the homeserver at `address`, and a folder."""

    folder: Path
    address: str
    user: str
    password: str

    @property
    def config(self) -> Path:
        """The `bot.yaml` that `write` makes."""
        return self.folder / "bot.yaml"

    @property
    def log(self) -> Path:
        """What the bot printed, over all its lives."""
        return self.folder / "bot.log"

    def write(self) -> None:
        """Write the configuration, for our eyes alone."""
        self.folder.mkdir(parents=True, exist_ok=True)
        config = {
            "homeserver": self.address,
            "user": self.user,
            "password": self.password,
            "data": "data",
        }
        self.config.touch(mode=0o600)
        self.config.write_text(yaml.safe_dump(config, sort_keys=False))

    def last_words(self, lines: int = 20) -> str:
        """The end of the bot's log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""


class Program:
    """`python -m bot run --config bot.yaml`, which ends when we end, in whatever way."""

    def __init__(self, place: Place) -> None:
        """Nothing starts yet."""
        self.place = place
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process, while it runs."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if running and self._process else None

    async def start(self) -> None:
        """Start it; returns at once."""
        # Requests to this machine must not be led through a proxy, and Ctrl-C is for us alone to pass on.
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        command = (sys.executable, "-m", "bot.demo.tether", "bot", "run", "--config", str(self.place.config))
        with self.place.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=asyncio.subprocess.PIPE, stdout=log, stderr=log, env=kept, start_new_session=True
            )

    async def outlives(self, waiting: Coroutine[Any, Any, T]) -> T:
        """The result of `waiting`. Raises `EndedError` at once when the bot ends before."""
        if self._process is None:
            raise ProcessLookupError
        waits = asyncio.create_task(waiting)
        ends = asyncio.create_task(self._process.wait())
        try:
            await asyncio.wait({waits, ends}, return_when=asyncio.FIRST_COMPLETED)
            if not waits.done():
                message = f"The bot ended by itself, with code {ends.result()}."
                raise EndedError(message)
            return waits.result()
        finally:
            waits.cancel()
            ends.cancel()

    async def kill(self) -> int:
        """`kill -9`: no time for a last word. Returns the exit code (negative: the signal's number)."""
        if self._process is None:
            raise ProcessLookupError
        if self._process.returncode is None:
            self._process.kill()
        return await self._process.wait()

    async def stop(self) -> int | None:
        """Ask it to end and wait. Returns the exit code, `None` when it never ran."""
        process = self._process
        if process is None:
            return None
        if process.returncode is None:
            process.terminate()
            try:
                async with asyncio.timeout(STOP_WITHIN):
                    await process.wait()
            except TimeoutError:
                return await self.kill()
        return process.returncode
