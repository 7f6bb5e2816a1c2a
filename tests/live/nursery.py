"""Bots that start at once: a process that has read the program and its texts already splits itself for each bot.

To read both takes more than two seconds of a processor, and the live tests start more than a hundred bots. A bot that begins so
is a process like any other, with memory, files and an end of its own; what it does begins with its configuration.

Run as `python -m tests.live.nursery` it takes orders on its standard input and tells on its standard output which
processes were born and how they ended, one JSON object a line.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import selectors
import signal
import sys
import threading
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from bot.demo import tether

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROOT = Path(__file__).resolve().parents[2]
_ONCE = 65536


class Child:
    """A bot's process, as `asyncio.subprocess.Process` would show it."""

    def __init__(self, pid: int) -> None:
        """It runs."""
        self.pid = pid
        self._code: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    @property
    def returncode(self) -> int | None:
        """How it ended (negative: the signal's number); None while it runs."""
        return self._code.result() if self._code.done() else None

    async def wait(self) -> int:
        """Wait for its end."""
        return await asyncio.shield(self._code)

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if not self._code.done():
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it by force."""
        self.send_signal(signal.SIGKILL)

    def ended(self, code: int) -> None:
        """It ended so."""
        self._code.set_result(code)


class Nursery:
    """The process that splits itself, seen from the tests: `child = await nursery.bear(arguments, log)`.

    When it ends, in whatever way, its bots end too.
    """

    def __init__(self) -> None:
        """Nothing runs before the first bot is wanted."""
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._expected: deque[asyncio.Future[Child]] = deque()
        self._children: dict[int, Child] = {}

    async def __aenter__(self) -> Self:
        """Nothing to do."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the process, and all bots that still run."""
        if self._process is None or self._reading is None:
            return
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await self._reading

    @property
    def pid(self) -> int:
        """The id of the process. Raises `ProcessLookupError` before the first bot."""
        if self._process is None:
            raise ProcessLookupError
        return self._process.pid

    async def bear(self, arguments: Sequence[str], log: Path) -> Child:
        """Start a bot, as `run_bot` takes `arguments`; what it prints is added to `log`. Raises `ChildProcessError`."""
        async with self._starting:
            if self._process is None:
                self._process = await self._start()
                self._reading = asyncio.create_task(self._read(self._process), name="reading what the nursery tells")
        assert self._process.stdin is not None
        born: asyncio.Future[Child] = asyncio.get_running_loop().create_future()
        self._expected.append(born)
        self._process.stdin.write(json.dumps({"arguments": arguments, "log": str(log)}).encode() + b"\n")
        return await born

    async def _start(self) -> asyncio.subprocess.Process:
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.live.nursery"),
            cwd=_ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=kept,
        )

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        async for line in process.stdout:
            told = json.loads(line)
            if "born" in told:
                child = self._children[told["born"]] = Child(told["born"])
                self._expected.popleft().set_result(child)
            else:
                self._children.pop(told["ended"]).ended(told["code"])
        for born in self._expected:
            born.set_exception(ChildProcessError("The nursery has ended."))
        # Their tether has ended them.
        for child in self._children.values():
            child.ended(-signal.SIGTERM)


# The process itself


def main() -> None:
    """Take orders until standard input ends; in a process that splits off, be the bot."""
    # Not above: the tests, which have the other half of this file, need none of it.
    import commands
    from bot import charters, program
    from bot.texts import Texts
    from bot.words import Vocabulary
    from commands.kit import Book
    from tests.live import run_bot

    texts = Texts.load(program.LOCALE)
    # Once for what this reads from files: the commands and the charters to start from.
    words = Vocabulary(texts)
    charters.load(None, charters.known_to(Book.load(commands, words), words))
    # What is there now is for all: no process goes through it again to clean up.
    gc.freeze()
    order = _serve()
    if order is not None:
        run_bot.run(order["arguments"], texts)


def _serve() -> dict[str, Any] | None:
    """Return None at the end of the orders, and in each new process the order that it is for."""
    ours, theirs = os.pipe()
    awake, asleep = os.pipe()
    os.set_blocking(asleep, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(asleep)
    waiting = selectors.DefaultSelector()
    waiting.register(0, selectors.EVENT_READ)
    waiting.register(awake, selectors.EVENT_READ)
    orders = b""
    while True:
        for key, _ in waiting.select():
            given = os.read(key.fd, _ONCE)
            if key.fd == awake:
                for pid, code in _ended():
                    _tell(ended=pid, code=code)
                continue
            if not given:
                return None
            *whole, orders = (orders + given).split(b"\n")
            for line in whole:
                pid = os.fork()
                if pid == 0:
                    signal.set_wakeup_fd(-1)
                    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                    waiting.close()
                    for end in (theirs, awake, asleep):
                        os.close(end)
                    order: dict[str, Any] = json.loads(line)
                    _settle(ours, Path(order["log"]))
                    return order
                _tell(born=pid)


def _ended() -> Iterator[tuple[int, int]]:
    """Who has ended, and how."""
    with suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            yield pid, os.waitstatus_to_exitcode(status)


def _tell(**what: int) -> None:
    os.write(1, json.dumps(what).encode() + b"\n")


def _settle(rope: int, log: Path) -> None:
    """Print to the log, and end when the other end of the rope is let go, as `bot.demo.tether` has it."""
    printed = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for here, there in ((rope, 0), (printed, 1), (printed, 2)):
        os.dup2(here, there)
    os.close(rope)
    os.close(printed)
    threading.Thread(target=tether.watch, name="tether", daemon=True).start()


if __name__ == "__main__":
    main()
