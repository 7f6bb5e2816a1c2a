"""Everything about encryption in one value: opened with the account, tended after every sync."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Final

import structlog

from bot.matrix import inbound
from bot.matrix.crypto import Crypto
from bot.matrix.devices import Devices
from bot.matrix.folder import Folder
from bot.matrix.homeserver import Backoff, Homeserver, LoggedOut, Rejected, Timings, Unreachable
from bot.matrix.keystore import KeyStoreFailed
from bot.matrix.login import Login
from bot.matrix.sharing import Sharing
from bot.matrix.sync import Response
from bot.matrix.trust import Identity, establish

log = structlog.get_logger(__name__)

_ATTEMPTS: Final = 2


class ForeignDevice(Exception):
    """The homeserver knows our device with keys that are not ours: it cannot be used any more."""


class Keys:
    """The encryption of one device. `crypto` opens what comes in, `sharing` seals what goes out."""

    def __init__(self, user_id: str, device_id: str, folder: Folder, server: Homeserver, timings: Timings) -> None:
        """Raises `KeyStoreFailed`."""
        self.crypto = Crypto(user_id, device_id, folder)
        self._server = server
        self._timings = timings
        self._identity = Identity(user_id, folder)
        self._devices = Devices(self.crypto, server, timings)
        self.sharing = Sharing(self.crypto, self._devices, server, timings)
        self._published = False
        self._trusted = False
        self._next_look = 0.0
        self._backoff = Backoff(timings)
        self._tending: asyncio.Task[None] | None = None

    @property
    def trusted(self) -> bool:
        """Whether our device is signed by our identity, as far as was seen last."""
        return self._trusted

    async def close(self) -> None:
        """Stop tending and close the store."""
        if self._tending is not None:
            self._tending.cancel()
            await asyncio.gather(self._tending, return_exceptions=True)
        self.crypto.close()

    async def stand(self, login: Login) -> None:
        """See to it that the server has our device's keys, and that they are signed.

        Raises `Unreachable`, `LoggedOut`, and `ForeignDevice` when the server has other keys under our device's id.
        """
        try:
            standing = await self._devices.standing()
            if standing == "foreign":
                raise ForeignDevice
            await self._publish(device=standing == "missing")
        except Rejected as error:
            raise Unreachable(self._timings.most, f"the homeserver refuses our keys ({error.code})") from None
        self._published = True
        try:
            self._trusted = await establish(
                self.crypto.machine,
                self._identity,
                self._server,
                user=self.crypto.machine.user_id,
                password=login.password,
            )
        except Rejected as error:
            log.warning("the homeserver refuses to sign our device", code=error.code)
            self._trusted = False

    def take_over(self, folder: Folder) -> None:
        """Take the keys to messages that a backup brought, if it brought any. Raises `Unreachable` when they cannot be stored."""
        if (brought := folder.inbound()) is None:
            return
        try:
            count = inbound.take_over(self.crypto, inbound.read(brought))
        except ValueError:
            log.warning("the keys that a backup brought cannot be read")
        except KeyStoreFailed as error:
            raise Unreachable(self._timings.first, f"the key store cannot be written ({error})") from None
        else:
            log.info("the keys that a backup brought are here", count=count)
        folder.forget_inbound()

    async def _publish(self, *, device: bool) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                await self._devices.publish(device=device)
            except Rejected:
                # One-time keys that were refused are given up; the next ones are new.
                if attempt == _ATTEMPTS:
                    raise
            else:
                return

    def doubt(self) -> None:
        """The session was begun again: the server may have dropped our device's keys in between."""
        self._published = False

    def receive(self, response: Response) -> frozenset[str]:
        """The sessions whose keys came with `response`. Raises `Unreachable` when they cannot be stored."""
        try:
            return self.crypto.receive(response)
        except KeyStoreFailed as error:
            raise Unreachable(self._timings.first, f"the key store cannot be written ({error})") from None

    def tend(self, login: Login) -> None:
        """Start what keeps the channels open, beside the replies and never in their way."""
        now = asyncio.get_running_loop().time()
        if now >= self._next_look and (self._tending is None or self._tending.done()):
            self._tending = asyncio.create_task(self._tend(login))

    async def settle(self) -> None:
        """Wait until what `tend` started is done."""
        if self._tending is not None:
            await asyncio.wait([self._tending])

    async def _tend(self, login: Login) -> None:
        try:
            if not self._published or not self._trusted:
                await self.stand(login)
            await self._publish(device=False)
            await self._devices.refresh([person for person, stale in self.crypto.people.items() if stale])
            await self._devices.repair()
        except (Unreachable, Rejected, LoggedOut, KeyStoreFailed, ForeignDevice) as error:
            wait = self._backoff.wait(error.seconds if isinstance(error, Unreachable) else 0.0)
            self._next_look = asyncio.get_running_loop().time() + wait
            log.warning("keys could not be tended", kind=type(error).__name__, reason=str(error), wait=round(wait, 1))
        else:
            self._backoff.reset()
            if not self._trusted:
                self._next_look = asyncio.get_running_loop().time() + self._timings.unwedge

    def forget(self, before: datetime) -> int:
        """Delete the keys that came before `before` (aware). Returns how many."""
        try:
            sessions = self.crypto.store.forget_sessions(before)
        except KeyStoreFailed as error:
            log.warning("old keys could not be deleted yet", reason=str(error))
            return 0
        self.crypto.forget_sessions(sessions)
        return len(sessions)
