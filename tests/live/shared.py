"""One homeserver for all workers of a distributed run (`pytest -n`): the process that hands out the tests starts it.

A server that a worker had started would end with that worker, while others still need it.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.demo.homeserver import Homeserver

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = "homeserver"
_NAME = "shared homeserver"
_PREFIX = "folkmoot-homeserver-"
_LOCK = "in-use"
_MEMORY = "/dev/shm"  # noqa: S108  (only the start of a path that nobody can guess)


def share(config: pytest.Config) -> None:
    """Let the workers of this run, if it has any, share a homeserver. Call it when pytest is configured."""
    handing_out = not hasattr(config, "workerinput") and bool(config.getoption("numprocesses", None))
    if handing_out and not config.pluginmanager.has_plugin(_NAME):
        config.pluginmanager.register(_Shared(), _NAME)


def folder_of_shared(config: pytest.Config) -> Path | None:
    """Where the homeserver of this run lies; None when there is no other process that keeps one."""
    given = getattr(config, "workerinput", {})
    return Path(given[_KEY]) if _KEY in given else None


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder in memory, where the system has a place for such: what is thrown away need not wait for a disk.

    Synapse writes some five transactions for each event, and reads nothing while it waits for one. Folders of runs that
    were killed are removed: memory is dear.
    """
    place = Path(_MEMORY if os.access(_MEMORY, os.W_OK) else tempfile.gettempdir())
    _sweep(place)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=place) as made, (Path(made) / "new").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        # Under this name when it is held: who sweeps takes a folder for left behind when this can be had.
        Path(file.name).rename(Path(made) / _LOCK)
        yield Path(made)


def _sweep(place: Path) -> None:
    for lock in place.glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError), lock.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(lock.parent)


class _Shared:
    """Starts the homeserver before the first worker, and stops it after the last."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._folder: Path | None = None

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell a worker where the homeserver is, before it starts."""
        if self._folder is None:
            self._folder = self._start()
        node.workerinput[_KEY] = str(self._folder)

    def pytest_unconfigure(self) -> None:
        """Stop it."""
        self._held.close()

    def _start(self) -> Path:
        folder = self._held.enter_context(quick_folder())
        # The loop lives as long as the server, which is its child.
        runner = self._held.enter_context(asyncio.Runner())
        server = Homeserver(folder)
        runner.run(server.start())
        self._held.callback(lambda: runner.run(server.stop()))
        return folder
