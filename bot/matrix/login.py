"""Beginning a session: by password once and with the same device for ever after, or with a given access token."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.matrix import raw
from bot.matrix.folder import Folder, Session
from bot.matrix.homeserver import Answer, Homeserver, LoggedOut, Unreachable

log = structlog.get_logger(__name__)

_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SUFFIX: Final = 8


class LoginFailed(Exception):
    """We cannot be who the settings say.

    `reason` is one of `password`, `token`, `device`, `identity`, `server`, `folder` or `in-use`.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Login:
    """Which account to be. `user` is a full user id or its local part; `device` is the id of our device.

    Either `password` or `token` is needed. With a token the device is the token's own.
    """

    homeserver: str
    user: str
    password: str | None = field(repr=False)
    token: str | None = field(repr=False)
    device: str
    device_name: str
    encryption: bool


async def begin(login: Login, folder: Folder, server: Homeserver) -> Session:
    """The session that was kept, or a new one, kept. Raises `LoginFailed` and `Unreachable`."""
    former = folder.session()
    kept = former if former is not None and _fits(former, login) else None
    if login.token is not None:
        if kept is None or kept.token != login.token:
            kept = _same(former, await _own_token(login, server))
            folder.keep_session(kept)
    elif kept is None:
        kept = _same(former, await with_password(login, server, login.device))
        folder.keep_session(kept)
    server.token = kept.token
    return kept


async def again(login: Login, folder: Folder, server: Homeserver, session: Session) -> Session:
    """A new token for the device of `session`, after the server ended it. Raises `LoggedOut` when there is no way."""
    if login.password is None:
        message = "the homeserver ended the session, and there is no password to log in with again"
        raise LoggedOut(message)
    try:
        renewed = await with_password(login, server, session.device_id)
    except LoginFailed as error:
        raise LoggedOut(str(error)) from None
    folder.keep_session(renewed)
    server.token = renewed.token
    return renewed


async def anew(login: Login, folder: Folder, server: Homeserver) -> Session:
    """A session with a device of a new id, in place of one whose keys are lost. Raises `LoginFailed`, `Unreachable`.

    Other clients never take new keys from a device they know, so its id is not used again.
    """
    if login.password is None:
        message = (
            "the keys of this device are lost or belong to another installation, and a new device needs the password: "
            "set a password, or log in elsewhere and give that session's access token"
        )
        raise LoginFailed("device", message)
    suffix = "".join(secrets.choice(_ALPHABET) for _ in range(_SUFFIX))
    session = await with_password(login, server, f"{login.device}-{suffix}")
    # The old device ends only after the new one is kept: a crash in between must not lead back to the old id.
    folder.keep_session(session)
    try:
        await server.ask("POST", "logout", body={})
    except (Unreachable, LoggedOut):
        log.warning("the device that is no longer used could not be logged out")
    server.token = session.token
    return session


async def with_password(login: Login, server: Homeserver, device: str) -> Session:
    """Log in by password. Raises `LoginFailed` and `Unreachable`."""
    if login.password is None:
        message = "neither a password nor an access token is set"
        raise LoginFailed("password", message)
    answer = await server.ask(
        "POST",
        "login",
        body={
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": login.user},
            "password": login.password,
            "device_id": device,
            "initial_device_display_name": login.device_name,
        },
        anonymous=True,
    )
    if not answer.accepted:
        if answer.code in {"M_FORBIDDEN", "M_USER_DEACTIVATED", "M_INVALID_USERNAME"}:
            message = f"the homeserver does not accept the name and password ({answer.code})"
            raise LoginFailed("password", message)
        message = f"the homeserver does not log in by password ({answer.code})"
        raise LoginFailed("server", message)
    return _session(login, answer, answer.content.get("access_token"))


async def _own_token(login: Login, server: Homeserver) -> Session:
    server.token = login.token
    try:
        answer = await server.ask("GET", "account", "whoami")
    except LoggedOut:
        message = "the homeserver does not know the access token"
        raise LoginFailed("token", message) from None
    if not answer.accepted:
        message = f"the homeserver does not accept the access token ({answer.code})"
        raise LoginFailed("token", message)
    return _session(login, answer, login.token)


def _session(login: Login, answer: Answer, token: object) -> Session:
    user_id = raw.identifier(answer.content.get("user_id"), "@")
    device_id = raw.identifier(answer.content.get("device_id"))
    token = raw.words(token)
    if user_id is None or not token:
        message = "the homeserver's answer to the login makes no sense"
        raise LoginFailed("server", message)
    if device_id is None:
        message = "the access token belongs to no device, so that it can neither send nor read encrypted messages"
        raise LoginFailed("device", message)
    session = Session(login.homeserver, user_id, device_id, token)
    if not _fits(session, login):
        message = f"the access token belongs to {user_id}, not to {login.user}"
        raise LoginFailed("token", message)
    return session


def _same(former: Session | None, session: Session) -> Session:
    """`session`, unless the folder is another account's: its groups and keys must never be mixed with those of this one."""
    if former is not None and former.user_id != session.user_id:
        message = f"the data folder belongs to {former.user_id}, not to {session.user_id}; give each account its own under data:"
        raise LoginFailed("folder", message)
    return session


def _fits(session: Session, login: Login) -> bool:
    local = session.user_id[1:].partition(":")[0]
    return session.homeserver == login.homeserver and login.user in {session.user_id, local, f"@{local}"}
