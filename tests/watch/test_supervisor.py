"""systemd is told when we have started, that we live, and that we end; where the loop hangs it hears nothing."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bot.supervisor import USUAL, Supervisor

QUICK = "3000"
"""Microseconds without a sign of life that are allowed: a sign each millisecond."""


class Collected:
    """What was told so far."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._more = asyncio.Event()

    def add(self, line: str) -> None:
        """One thing more."""
        self.lines.append(line)
        self._more.set()

    async def begins(self, words: str, within: float) -> str:
        """The first thing that begins so, in so many seconds."""
        async with asyncio.timeout(within):
            while not (found := [line for line in self.lines if line.startswith(words)]):
                self._more.clear()
                await self._more.wait()
        return found[0]


class Listener:
    """systemd's end: a datagram socket. It holds a few words only: whoever says many is to be `collected`."""

    def __init__(self, address: str) -> None:
        self.line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.line.bind(address)
        self.line.settimeout(5)

    async def hears(self) -> str:
        """The next thing that is told."""
        return (await asyncio.to_thread(self.line.recv, 4096)).decode()

    @contextmanager
    def collected(self) -> Iterator[Collected]:
        """Everything that is told meanwhile, as it comes."""
        heard = Collected()
        self.line.setblocking(False)
        loop = asyncio.get_running_loop()
        loop.add_reader(self.line, lambda: heard.add(self.line.recv(4096).decode()))
        try:
            yield heard
        finally:
            loop.remove_reader(self.line)

    def waiting(self) -> list[str]:
        """All that was told and not heard yet."""
        self.line.setblocking(False)
        told = []
        with suppress(BlockingIOError):
            while True:
                told.append(self.line.recv(4096).decode())
        return told


@contextmanager
def listening(address: str) -> Iterator[Listener]:
    """Listen meanwhile."""
    listener = Listener(address)
    try:
        yield listener
    finally:
        listener.line.close()


def at(path: Path) -> str:
    return str(path / "notify")


async def cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_ready_alive_and_stopping_arrive(tmp_path: Path) -> None:
    """READY comes when we have started and not before, then signs of life with a status, at the end STOPPING."""
    with listening(at(tmp_path)) as systemd:
        us = Supervisor({"NOTIFY_SOCKET": at(tmp_path), "WATCHDOG_USEC": QUICK, "WATCHDOG_PID": str(os.getpid())})
        started = asyncio.Event()
        telling = asyncio.create_task(us.watch(started, lambda: "Well: 3 rooms"))
        await asyncio.sleep(0)
        assert systemd.waiting() == []
        systemd.line.settimeout(5)
        started.set()
        assert await systemd.hears() == "READY=1\nSTATUS=Well: 3 rooms"
        assert [await systemd.hears() for _ in range(3)] == ["WATCHDOG=1\nSTATUS=Well: 3 rooms"] * 3
        await cancelled(telling)
        systemd.waiting()
        us.stopping()
        assert systemd.waiting() == ["STOPPING=1\nSTATUS=Stopping"]


async def test_a_loop_that_hangs_gives_no_sign(tmp_path: Path) -> None:
    """While something keeps the event loop busy, no sign of life goes out; so systemd ends the program and starts it again."""
    with listening(at(tmp_path)) as systemd:
        us = Supervisor({"NOTIFY_SOCKET": at(tmp_path), "WATCHDOG_USEC": QUICK})
        started = asyncio.Event()
        started.set()
        telling = asyncio.create_task(us.watch(started, lambda: "Well"))
        assert (await systemd.hears()).startswith("READY=1")
        assert (await systemd.hears()).startswith("WATCHDOG=1")
        systemd.waiting()
        systemd.line.settimeout(0.05)
        with pytest.raises(TimeoutError):
            systemd.line.recv(4096)  # the loop hangs in here, for many times what is allowed
        systemd.line.settimeout(5)
        assert (await systemd.hears()).startswith("WATCHDOG=1")
        await cancelled(telling)


async def test_a_program_that_hangs_in_itself_gives_no_sign(tmp_path: Path) -> None:
    """The loop goes round, but something in the program should long be over: then there is no line, and no sign."""
    lines = iter(["Well", "Well", None, None, "Well again"])
    with listening(at(tmp_path)) as systemd:
        us = Supervisor({"NOTIFY_SOCKET": at(tmp_path), "WATCHDOG_USEC": QUICK})
        started = asyncio.Event()
        started.set()
        telling = asyncio.create_task(us.watch(started, lambda: next(lines, None)))
        heard = [await systemd.hears() for _ in range(3)]
        await cancelled(telling)
    assert heard == ["READY=1\nSTATUS=Well", "WATCHDOG=1\nSTATUS=Well", "WATCHDOG=1\nSTATUS=Well again"]


async def test_an_abstract_socket(tmp_path: Path) -> None:
    """An address that begins with @ has no file: a zero byte stands in its place."""
    name = f"folkmoot-test-{tmp_path.name}-{os.getpid()}"
    with listening(f"\0{name}") as systemd:
        us = Supervisor({"NOTIFY_SOCKET": f"@{name}"})
        us.ready("Well")
        us.alive("Well")
        assert systemd.waiting() == ["READY=1\nSTATUS=Well", "STATUS=Well"]


def test_the_pace_of_signs(tmp_path: Path) -> None:
    """A third of what is allowed; for another process's allowance and for none there are only status lines, once a minute."""
    there = {"NOTIFY_SOCKET": at(tmp_path)}
    assert Supervisor({**there, "WATCHDOG_USEC": "180000000"}).every == 60
    for other in ({}, {"WATCHDOG_USEC": "180000000", "WATCHDOG_PID": "1"}, {"WATCHDOG_USEC": "x"}, {"WATCHDOG_USEC": "0"}):
        us = Supervisor({**there, **other})
        assert (us.guarded, us.every) == (False, USUAL)


async def test_nobody_there_is_no_fault(tmp_path: Path) -> None:
    """Without systemd, or with a socket that is gone, the program runs as ever."""
    alone = Supervisor({})
    await alone.watch(asyncio.Event(), lambda: "Well")
    gone = Supervisor({"NOTIFY_SOCKET": at(tmp_path)})
    gone.ready("Well")
    gone.stopping()
