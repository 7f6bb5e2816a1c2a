"""Parcels go to the homeserver; every way it can end becomes an outcome."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Mapping
from http import HTTPStatus
from typing import Any, Final, Protocol

from nio.crypto.attachments import encrypt_attachment

from bot.matrix import content, levels, raw, standing
from bot.matrix.homeserver import Answer, Homeserver, LoggedOut, Rejected, Timings, Unreachable
from bot.matrix.parcels import (
    Consignment,
    CreateDirect,
    Delivered,
    Join,
    Later,
    Leave,
    Outcome,
    Redact,
    SendEvent,
    SendFile,
    SetLevels,
    SetPinned,
    SetTopic,
    Undeliverable,
)
from bot.matrix.reading import ENCRYPTION, MARK, MEGOLM
from bot.matrix.rooms import seed

_NEVER_SEALED: Final = frozenset({"m.reaction"})
_GONE: Final = frozenset({"M_FORBIDDEN", "M_NOT_FOUND", "M_UNKNOWN", "M_BAD_STATE"})


class Seal(Protocol):
    """What encrypts an event for the devices of its recipients."""

    async def seal(
        self, room: str, recipients: tuple[str, ...], kind: str, content: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The content of an `m.room.encrypted` that only the recipients' devices can open."""


class Sending:
    """The way out, for one account. `seal` is `None` when the account has no encryption."""

    def __init__(self, user_id: str, server: Homeserver, seal: Seal | None, timings: Timings) -> None:
        self._user_id = user_id
        self._server = server
        self._seal = seal
        self._timings = timings

    async def send(self, parcel: Consignment) -> Outcome:
        """Try once. Never raises for what a network or a server can do."""
        # The server's allowance for joining and making rooms is its own: messages need not wait for it.
        return await self.trying(self._try(parcel), rare=isinstance(parcel, Join | Leave | CreateDirect))

    async def trying(self, attempt: Awaitable[Outcome], *, rare: bool = True) -> Outcome:
        """What became of an attempt. Of a rare one's limits nothing is to be learnt for messages."""
        try:
            return await attempt
        except Unreachable as error:
            return Later(max(error.seconds, self._timings.first), account=error.account and not rare)
        except LoggedOut:
            return Later(self._timings.most, account=True)
        except Rejected as error:
            return Undeliverable(error.code)

    async def _try(self, parcel: Consignment) -> Outcome:  # noqa: PLR0911 - one way for each kind of parcel
        match parcel:
            case SendEvent():
                return await self._event(parcel)
            case SendFile():
                return await self._file(parcel)
            case Redact():
                answer = await self._server.put(
                    "rooms", parcel.room, "redact", parcel.event, parcel.transaction, body=_marked({"reason": parcel.reason}, parcel.mark)
                )
                return self._delivered(answer, "event_id", "$")
            case SetPinned():
                return await standing.pin(self._server, parcel)
            case SetTopic():
                return await standing.head(self._server, parcel)
            case SetLevels():
                return await levels.level(self._server, parcel)
            case Join():
                query = [("server_name", server) for server in parcel.via] + [("via", server) for server in parcel.via]
                answer = await self._server.post("join", parcel.room, query=query, body={}, seconds=self._timings.join)
                return self._delivered(answer, "room_id", "!")
            case Leave():
                return await self._leave(parcel)
            case CreateDirect():
                return await self._create(parcel)

    def _delivered(self, answer: Answer, name: str, sigil: str) -> Outcome:
        identifier = raw.identifier(answer.content.get(name), sigil)
        return Later(self._timings.first, account=False) if identifier is None else Delivered(identifier)

    async def _event(self, parcel: SendEvent) -> Outcome:
        kind, body = parcel.type, _mentioning(parcel.type, parcel.content)
        if kind not in _NEVER_SEALED:
            if parcel.recipients is None:
                if await self._encrypted(parcel.room):
                    return Later(self._timings.first, account=False)
            elif self._seal is None:
                return Undeliverable("FOLKMOOT_NO_ENCRYPTION")
            else:
                body = await self._seal.seal(parcel.room, parcel.recipients, kind, body)
                kind = "m.room.encrypted"
        body = _marked(body, parcel.mark)
        answer = await self._server.put("rooms", parcel.room, "send", kind, parcel.transaction, body=body)
        return self._delivered(answer, "event_id", "$")

    async def _encrypted(self, room: str) -> bool:
        """Whether the room is encrypted by now, and the timeline did not tell us yet: what is not sealed is not for it."""
        return bool(await standing.content_of(self._server, room, ENCRYPTION))

    async def _file(self, parcel: SendFile) -> Outcome:
        """Store the bytes, then tell the room. The server of the store sees only what anybody could read anyway, or nothing."""
        data, keys, shown = parcel.data, None, (parcel.name, parcel.mime)
        if parcel.recipients is None:
            if await self._encrypted(parcel.room):
                return Later(self._timings.first, account=False)
        else:
            if self._seal is None:
                return Undeliverable("FOLKMOOT_NO_ENCRYPTION")
            data, keys = encrypt_attachment(parcel.data)
            shown = ("", "application/octet-stream")
        answer = await self._server.store(data, *shown)
        stored = answer.content.get("content_uri")
        if not isinstance(stored, str) or not stored.startswith("mxc://"):
            return Later(self._timings.first, account=False)
        told = content.file(parcel.name, parcel.mime, len(parcel.data), stored, keys)
        return await self._event(
            SendEvent(
                transaction=parcel.transaction,
                room=parcel.room,
                type="m.room.message",
                content=told,
                recipients=parcel.recipients,
                mark=parcel.mark,
            )
        )

    async def _leave(self, parcel: Leave) -> Outcome:
        try:
            await self._server.post("rooms", parcel.room, "leave", body={"reason": parcel.reason})
        except Rejected as error:
            # Not being in the room is what was wanted.
            if error.code not in _GONE:
                raise
        return Delivered(parcel.room)

    async def _create(self, parcel: CreateDirect) -> Outcome:
        local, _, domain = self._user_id[1:].partition(":")
        name = f"{local}-{hashlib.sha256((parcel.mark or parcel.transaction).encode()).hexdigest()[:24]}"
        body: dict[str, Any] = {
            "room_alias_name": name,
            "is_direct": True,
            "preset": "trusted_private_chat",
            "visibility": "private",
            "invite": [parcel.person],
        }
        if self._seal is not None:
            body["initial_state"] = [{"type": ENCRYPTION, "state_key": "", "content": {"algorithm": MEGOLM}}]
        answer = await self._server.ask("POST", "createRoom", body=body, seconds=self._timings.join)
        if answer.accepted:
            return self._delivered(answer, "room_id", "!")
        if answer.code != "M_ROOM_IN_USE":
            raise Rejected(answer.status, answer.code)
        found = await self._server.get("directory", "room", f"#{name}:{domain}")
        outcome = self._delivered(found, "room_id", "!")
        if not isinstance(outcome, Delivered):
            return outcome
        return await self._again(outcome.id, parcel.person, answer)

    async def _again(self, room: str, person: str, answer: Answer) -> Outcome:
        """Go on with a chat that an attempt before began to make, and the server may still be making: whole before anybody is asked in."""
        try:
            found = await seed(self._server, room)
        except Rejected:
            # Its name is there before the room is.
            return Later(self._timings.first, account=False)
        if found.founder != self._user_id:
            # The alias can be guessed: somebody else's room is not where a private word belongs.
            raise Rejected(answer.status, answer.code)
        if self._seal is not None and not found.encrypted:
            await self._server.put("rooms", room, "state", ENCRYPTION, body={"algorithm": MEGOLM})
        try:
            await self._server.post("rooms", room, "invite", body={"user_id": person})
        except Rejected as error:
            # Who is in the room already cannot be invited.
            if error.status != HTTPStatus.FORBIDDEN:
                raise
        return Delivered(room)


def _marked(content: Mapping[str, Any], mark: str) -> Mapping[str, Any]:
    """`content` with the mark in it, where servers and our other devices can see it."""
    return {**content, MARK: mark} if mark else content


def _mentioning(kind: str, content: Mapping[str, Any]) -> Mapping[str, Any]:
    """`content` with `m.mentions` in it, so that no text pings anybody by accident (MSC3952)."""
    if kind != "m.room.message":
        return content
    complete = {"m.mentions": {}, **content}
    new = complete.get("m.new_content")
    if isinstance(new, Mapping):
        complete["m.new_content"] = {"m.mentions": {}, **new}
    return complete
