"""What is measured runs in processes of its own; CPU time and memory are read from `/proc` (Linux)."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.demo.program import Place, Program
from tests.bench.wire import NoAnswerError

if TYPE_CHECKING:
    from bot.demo.homeserver import Account

ROOT = Path(__file__).resolve().parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")
_USER_TIME, _SYSTEM_TIME = 11, 12


class Subject(Protocol):
    """Something that answers `!now`."""

    @property
    def name(self) -> str:
        """For the table."""

    @property
    def account(self) -> Account:
        """Its account."""

    @property
    def pid(self) -> int | None:
        """Its process."""

    async def start(self) -> None:
        """Start it; returns at once."""

    async def stop(self) -> None:
        """End it."""


@dataclass(slots=True)
class Bot:
    """Folkmoot as people run it."""

    account: Account
    folder: Path
    address: str
    name: str = "folkmoot"
    _program: Program | None = None

    @property
    def pid(self) -> int | None:
        """Its process."""
        return self._program.pid if self._program else None

    async def start(self) -> None:
        """Start it; returns at once. The data of an earlier start is there."""
        place = Place(self.folder, self.address, self.account.user, self.account.password)
        place.write()
        self._program = Program(place)
        await self._program.start()

    async def stop(self) -> None:
        """End it with SIGTERM."""
        if self._program is not None:
            await self._program.stop()


class Bare:
    """A bare client: the module `tests.bench.MODULE`."""

    def __init__(self, module: str, account: Account, address: str) -> None:
        """Nothing starts yet."""
        self.name = module.replace("_", " ")
        self.account = account
        self._module = f"tests.bench.{module}"
        self._address = address
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int | None:
        """Its process."""
        return self._process.pid if self._process else None

    async def start(self) -> None:
        """Start it; it answers what is sent from now on."""
        account = self.account
        who = (self._address, account.user, account.device, account.token, str(int(time.time() * 1000) - 1000))
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.demo.tether", self._module, *who),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )

    async def stop(self) -> None:
        """End it."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def seen(self, tag: str, timeout: float) -> None:  # noqa: ASYNC109  (says what it waited for)
        """Wait until it has seen the mark `tag`."""
        if self._process is None or self._process.stdout is None:
            raise ProcessLookupError
        try:
            async with asyncio.timeout(timeout):
                async for line in self._process.stdout:
                    if line.decode().strip() == f"seen {tag}":
                        return
        except TimeoutError:
            pass
        message = f"{self.name} did not see the end within {timeout:g} s."
        raise NoAnswerError(message)


def cpu_seconds(pid: int | None) -> float:
    """User and system time that the process has used, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[_USER_TIME]) + int(fields[_SYSTEM_TIME])) / _TICKS


def memory(pid: int | None) -> float:
    """Memory that the process holds (resident), in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError
