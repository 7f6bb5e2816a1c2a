"""The bot's account on a homeserver: all that the rest of the program needs of Matrix."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bot.matrix import raw
from bot.matrix.again import read_again
from bot.matrix.authors import author
from bot.matrix.events import Event, News, Waiting
from bot.matrix.folder import Folder, InUse, Session
from bot.matrix.homeserver import Backoff, Homeserver, LoggedOut, Rejected, Timings, Unreachable
from bot.matrix.login import Login, LoginFailed, again, anew, begin
from bot.matrix.parcels import LookAt, Outcome, Parcel, ReadAgain, WhoWrote
from bot.matrix.polls import look
from bot.matrix.sending import Sending
from bot.matrix.sync import Reader, Response

if TYPE_CHECKING:
    from bot.matrix.keys import Keys

__all__ = [
    "Account",
    "Backoff",
    "EncryptionMissing",
    "LoggedOut",
    "Login",
    "LoginFailed",
    "Response",
    "Timings",
    "Unreachable",
]


class EncryptionMissing(Exception):
    """Encryption is wanted, but this installation cannot encrypt: the bot must not start and write in the clear."""


class Account:
    """One account with one device. Made by `Account.open`; to be closed."""

    def __init__(self, login: Login, folder: Folder, server: Homeserver, session: Session, timings: Timings) -> None:
        self._login = login
        self._folder = folder
        self._server = server
        self._session = session
        self._timings = timings
        self._keys: Keys | None = None
        self._reader = Reader(session.user_id, server, None, timings)
        self._sending = Sending(session.user_id, server, None, timings)
        server.renew = self._renew

    @classmethod
    async def open(cls, login: Login, folder: Path, timings: Timings | None = None) -> Self:
        """Log in, or go on with the session that `folder` keeps.

        Raises `LoginFailed` (the settings must change), `EncryptionMissing`, `LoggedOut`, or `Unreachable` (try again
        later).
        """
        timings = timings or Timings()
        try:
            place = Folder(folder)
        except InUse:
            raise LoginFailed("in-use", "another Folkmoot already runs with this folder") from None
        server = Homeserver(login.homeserver, timings)
        try:
            account = cls(login, place, server, await begin(login, place, server), timings)
        except BaseException:
            await server.close()
            place.close()
            raise
        try:
            if login.encryption:
                await account._begin_encryption()
        except BaseException:
            await account.close()
            raise
        return account

    @property
    def user_id(self) -> str:
        """Our full user id."""
        return self._session.user_id

    @property
    def trusted(self) -> bool:
        """Whether our device is signed by the account's own identity, so that people's apps trust it."""
        return self._keys is not None and self._keys.trusted

    @property
    def device_id(self) -> str:
        """The id of our device."""
        return self._session.device_id

    @property
    def one_time_keys(self) -> int | None:
        """How many of our one-time keys the homeserver still has; `None` when it has not said."""
        return None if self._keys is None else self._keys.crypto.one_time_keys

    async def named(self, alias: str) -> str | None:
        """The id of the room with this alias; `None` where the homeserver knows none. Raises `Unreachable` and `LoggedOut`."""
        try:
            answer = await self._server.get("directory", "room", alias)
        except Rejected:
            return None
        return raw.identifier(answer.content.get("room_id"), "!")

    async def close(self) -> None:
        """Stop, and let another process use the folder."""
        if self._keys is not None:
            await self._keys.close()
        await self._server.close()
        self._folder.close()

    async def poll(self, since: str | None, timeout: float) -> Response:  # noqa: ASYNC109 - the server waits, not we
        """Ask for what is new since the token `since`, waiting up to `timeout` seconds for it.

        Nothing is applied here: it may be cancelled at any instant without loss. Raises `Unreachable` with the seconds
        to wait at least, and `LoggedOut` when the session ended and could not be begun again with the same device.
        """
        return await self._reader.poll(since, timeout)

    async def read(self, response: Response, known: Collection[str], gaps: Mapping[str, str]) -> News:
        """Everything in `response`, decrypted, with missing pages fetched.

        `known` are the rooms that need no seed; `gaps` maps rooms to the token up to which they are complete: they are
        asked for again, whether or not the response speaks of them. Raises `Unreachable` when a room that is new to us
        cannot be looked at, or the keys cannot be stored: then the same token is to be asked for again. Raises
        `LoggedOut` as `poll` does.
        """
        keys: frozenset[str] = frozenset()
        if self._keys is not None:
            keys = self._keys.receive(response)
            self._keys.tend(self._login)
        return await self._reader.read(response, known, gaps, keys)

    async def resolve(self, waiting: Waiting) -> Event | None:
        """What a waiting event says, if its key has come by now (`None`: nothing for us); else the waiting event itself."""
        if self._keys is None or not self._keys.crypto.knows(waiting.session):
            return waiting
        return await self._reader.resolve(waiting)

    async def send(self, parcel: Parcel) -> Outcome:
        """Try once to deliver `parcel`. Never raises for what a network or a server can do."""
        if isinstance(parcel, ReadAgain):
            return await self._sending.trying(read_again(self._server, self._reader, parcel))
        if isinstance(parcel, LookAt):
            return await self._sending.trying(look(self._server, self._reader, parcel))
        if isinstance(parcel, WhoWrote):
            return await self._sending.trying(author(self._server, parcel))
        return await self._sending.send(parcel)

    async def share(self, room: str, recipients: tuple[str, ...]) -> None:
        """Give the recipients' devices the key of the next message in `room` ahead of time."""
        if self._keys is not None:
            await self._keys.sharing.share(room, recipients)

    async def forget_old_keys(self, before: datetime) -> int:
        """Delete the keys to other people's messages that came before `before` (aware). Returns how many."""
        return 0 if self._keys is None else self._keys.forget(before)

    async def settle(self) -> None:
        """Wait until the keys that the last `read` asked for are exchanged."""
        if self._keys is not None:
            await self._keys.settle()

    async def _begin_encryption(self) -> None:
        try:
            # Imported here, so that an installation without the cryptography gives this message and no traceback.
            from bot.matrix.keys import ForeignDevice, Keys
        except ImportError:
            raise EncryptionMissing("encryption is on, but matrix-nio is installed without its [e2e] extra") from None

        await self._may_sign()
        for _ in range(2):
            self._keys = Keys(self.user_id, self.device_id, self._folder, self._server, self._timings)
            try:
                await self._keys.stand(self._login)
            except ForeignDevice:
                await self._keys.close()
                self._keys = None
                self._session = await anew(self._login, self._folder, self._server)
            else:
                self._keys.take_over(self._folder)
                self._reader = Reader(self.user_id, self._server, self._keys.crypto, self._timings)
                self._sending = Sending(self.user_id, self._server, self._keys.sharing, self._timings)
                return
        raise LoginFailed("device", "the homeserver gives each new device keys that are not ours")

    async def _may_sign(self) -> None:
        """A folder without an identity never replaces the one that the account has: its data may only lie elsewhere. Raises `LoginFailed`."""
        from bot.matrix.trust import foreign, kept_master

        seeds = self._folder.seeds()
        if self._login.password is None or kept_master(seeds) is not None or not await foreign(self._server, self.user_id, seeds):
            return
        if not self._folder.store.exists():
            # Where nothing was, nothing is: a backup can be put there.
            self._folder.forget_session()
        raise LoginFailed(
            "identity",
            f"the account has an identity (cross-signing) already, and it is not in {self._folder.path}. Is `data` right in the "
            "settings, and is its disk there? Is there a backup (folkmoot restore)? Only where the identity is lost, or was "
            "another app's, make a new one: folkmoot init --replace-identity",
        )

    async def _renew(self) -> None:
        self._session = await again(self._login, self._folder, self._server, self._session)
        if self._keys is not None:
            self._keys.doubt()
