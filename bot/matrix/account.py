"""The bot's account on a homeserver: all that the rest of the program needs of Matrix."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Self

import structlog

from bot.matrix.events import Event, News, Waiting
from bot.matrix.folder import Folder, InUse, Session
from bot.matrix.homeserver import Backoff, Homeserver, LoggedOut, Timings, Unreachable
from bot.matrix.login import Login, LoginFailed, again, begin
from bot.matrix.parcels import Outcome, Parcel
from bot.matrix.sending import Sending
from bot.matrix.sync import Reader, Response

__all__ = ["Account", "Backoff", "LoggedOut", "Login", "LoginFailed", "Response", "Timings", "Unreachable"]

log = structlog.get_logger(__name__)


class Account:
    """One account with one device. Made by `Account.open`; to be closed."""

    def __init__(self, login: Login, folder: Folder, server: Homeserver, session: Session, timings: Timings) -> None:
        self._login = login
        self._folder = folder
        self._server = server
        self._session = session
        self._timings = timings
        self._reader = Reader(session.user_id, server, None, timings)
        self._sending = Sending(session.user_id, server, None, timings)
        server.renew = self._renew

    @classmethod
    async def open(cls, login: Login, folder: Path, timings: Timings | None = None) -> Self:
        """Log in, or go on with the session that `folder` keeps.

        Raises `LoginFailed` (settings must change), `EncryptionMissing`, `LoggedOut`, or `Unreachable` (try again).
        """
        timings = timings or Timings()
        try:
            place = Folder(folder)
        except InUse:
            message = "another Folkmoot already runs with this folder"
            raise LoginFailed("in-use", message) from None
        server = Homeserver(login.homeserver, timings)
        try:
            return cls(login, place, server, await begin(login, place, server), timings)
        except BaseException:
            await server.close()
            place.close()
            raise

    @property
    def user_id(self) -> str:
        """Our full user id."""
        return self._session.user_id

    @property
    def device_id(self) -> str:
        """The id of our device."""
        return self._session.device_id

    async def close(self) -> None:
        """Stop, and let another process use the folder."""
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
        cannot be looked at: then the same response, or the same token, is to be tried again.
        """
        return await self._reader.read(response, known, gaps, frozenset())

    async def resolve(self, waiting: Waiting) -> Event | None:
        """What a waiting event says, if its key has come by now; else `None`."""
        return await self._reader.resolve(waiting)

    async def send(self, parcel: Parcel) -> Outcome:
        """Try once to deliver `parcel`. Never raises for what a network or a server can do."""
        return await self._sending.send(parcel)

    async def share(self, room: str, recipients: tuple[str, ...]) -> None:
        """Give the recipients' devices the key of the next message in `room` ahead of time."""

    async def forget_old_keys(self, before: datetime) -> int:
        """Delete the keys to other people's messages that came before `before` (aware). Returns how many."""
        return 0

    async def _renew(self) -> None:
        self._session = await again(self._login, self._folder, self._server, self._session)
