"""The first login of an account, in steps that can be taken back: nothing is left on the server or on disk when it is given up."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.matrix.account import Account
from bot.matrix.folder import Folder, InUse
from bot.matrix.homeserver import Homeserver, LoggedOut, Timings, Unreachable
from bot.matrix.login import Login, LoginFailed, begin
from bot.matrix.trust import Identity, foreign

_SEEDS: Final = "identity.json"
_OURS: Final = frozenset({"lock", "session.json", "secret.json", "keys.db", "keys.db-wal", "keys.db-shm", _SEEDS})


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Who the account is now, and whether people's apps trust its device (`None`: there is no encryption)."""

    user_id: str
    device_id: str
    trusted: bool | None


class Enrolment:
    """The login of an account whose keys and session lie in `folder`: `enter`, then `stand`; or `undo`.

    Each step is a whole of its own, so that people can be asked in between. The session and the device are those with which
    the bot goes on.
    """

    def __init__(self, login: Login, folder: Path, timings: Timings | None = None) -> None:
        self._login = login
        self._path = folder
        self._timings = timings or Timings()
        self._missing = [each for each in (folder, *folder.parents) if not each.exists()]
        self._before = frozenset(each.name for each in folder.iterdir()) if folder.exists() else frozenset()
        self._entered = self._fresh = self._stood = False

    async def enter(self) -> bool:
        """Log in; whether the account has an identity (cross-signing) that is not the one in our folder.

        Raises `LoginFailed`, `Unreachable`, `LoggedOut`.
        """
        folder = self._folder()
        self._entered = True
        server = Homeserver(self._login.homeserver, self._timings)
        try:
            former = folder.session()
            session = await begin(self._login, folder, server)
            self._fresh = former is None or former.token != session.token
            return self._login.encryption and await foreign(server, session.user_id, folder.seeds())
        finally:
            await server.close()
            folder.close()

    async def stand(self) -> Enrolled:
        """Put the device's keys on the server and sign them; an identity that the folder does not hold is replaced. Raises as `Account.open`."""
        self._stood = True
        if self._login.encryption:
            # With an identity of its own in it, the folder is one that may sign.
            with closing(self._folder()) as folder:
                Identity(self._login.user, folder)
        account = await Account.open(self._login, self._path, self._timings)
        try:
            return Enrolled(account.user_id, account.device_id, account.trusted if self._login.encryption else None)
        finally:
            await account.close()

    async def undo(self) -> bool:
        """As if nothing had been: the new device is logged out, and what was not there before is deleted.

        Only seeds that the server may have heard of stay, so that the next attempt has the same identity; whether some do.
        """
        if self._entered:
            if self._fresh and self._login.token is None:
                # A token that somebody gave us is theirs, and so is its device.
                with suppress(LoginFailed, Unreachable, LoggedOut):
                    await self._log_out()
            with suppress(LoginFailed), closing(self._folder()):
                for name in _OURS - self._before - ({_SEEDS} if self._stood else set()):
                    (self._path / name).unlink(missing_ok=True)
        for made in self._missing:
            with suppress(OSError):
                made.rmdir()
        return _SEEDS not in self._before and (self._path / _SEEDS).exists()

    async def _log_out(self) -> None:
        folder = self._folder()
        session = folder.session()
        server = Homeserver(self._login.homeserver, self._timings)
        try:
            if session is not None:
                server.token = session.token
                await server.ask("POST", "logout", body={})
                folder.forget_session()
        finally:
            await server.close()
            folder.close()

    def _folder(self) -> Folder:
        try:
            return Folder(self._path)
        except InUse:
            raise LoginFailed("in-use", "a bot runs with this data folder; stop it first") from None
