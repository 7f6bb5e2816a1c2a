"""Tells systemd, or whoever else started us and asks for it, how we are: sd_notify(3)."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress

USUAL = 60.0
"""Seconds between two status lines where no signs of life are asked for."""

PATIENCE = 1.0
"""Seconds that are waited where the other end is slow to listen: longer would keep everybody else waiting."""


class Supervisor:
    """The other end of `NOTIFY_SOCKET`; where there is none, nothing is told.

    `every`: the seconds between two signs of life, a third of what is allowed; or between two status lines.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        address = environ.get("NOTIFY_SOCKET", "")
        # An @ stands for the zero byte of an abstract socket (unix(7)).
        self._address = "\0" + address[1:] if address.startswith("@") else address
        allowed = environ.get("WATCHDOG_USEC", "")
        meant = environ.get("WATCHDOG_PID", "") in {"", str(os.getpid())}
        self.guarded = allowed.isdigit() and int(allowed) > 0 and meant
        self.every = int(allowed) / 1e6 / 3 if self.guarded else USUAL

    @property
    def there(self) -> bool:
        """Whether anybody wants to know."""
        return bool(self._address)

    def status(self, line: str) -> None:
        """What we are at, for `systemctl status`."""
        self._tell(f"STATUS={line}")

    def ready(self, line: str) -> None:
        """We do our work from now on."""
        self._tell(f"READY=1\nSTATUS={line}")

    def alive(self, line: str) -> None:
        """A sign of life."""
        self._tell(f"WATCHDOG=1\nSTATUS={line}" if self.guarded else f"STATUS={line}")

    def stopping(self) -> None:
        """We end."""
        self._tell("STOPPING=1\nSTATUS=Stopping")

    async def watch(self, started: asyncio.Event, line: Callable[[], str | None]) -> None:
        """Tell when we have `started`, then give signs of life for as long as `line` has one; for ever.

        It runs in the same event loop as all that we do: where that hangs, no sign is given.
        """
        if not self.there:
            return
        await started.wait()
        self.ready(line() or "")
        while True:
            if (said := line()) is not None:
                self.alive(said)
            await asyncio.sleep(self.every)

    def _tell(self, state: str) -> None:
        if not self.there:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
            line.settimeout(PATIENCE)
            line.sendto(state.encode(), self._address)
