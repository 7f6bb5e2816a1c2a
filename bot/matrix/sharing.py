"""Encrypting for a room: whose devices hold the key, and when a new key begins."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import structlog
import vodozemac
from nio.crypto import OlmDevice

from bot.matrix.crypto import Crypto
from bot.matrix.devices import Address, Devices
from bot.matrix.homeserver import Homeserver, LoggedOut, Rejected, Timings, Unreachable
from bot.matrix.keystore import KeyStoreFailed
from bot.matrix.reading import MEGOLM

log = structlog.get_logger(__name__)

_DEVICES_AT_ONCE: Final = 50
# The protocol's own defaults for `m.room.encryption`.
_MOST_MESSAGES: Final = 100
_LONGEST_USE: Final = 7 * 86_400.0


@dataclass(slots=True)
class _Outbound:
    """The key that our messages in one room are encrypted with, and the devices that have it (by identity key)."""

    began: float
    session: vodozemac.GroupSession = field(default_factory=vodozemac.GroupSession)
    holders: dict[Address, str] = field(default_factory=dict)


class Sharing:
    """Outbound encryption of one account. Keys live in memory: a restart begins new ones."""

    def __init__(self, crypto: Crypto, devices: Devices, server: Homeserver, timings: Timings) -> None:
        self._crypto = crypto
        self._devices = devices
        self._server = server
        self._timings = timings
        self._outbound: dict[str, _Outbound] = {}
        self._turns: dict[str, asyncio.Lock] = {}

    async def seal(
        self, room: str, recipients: tuple[str, ...], kind: str, content: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The content of an `m.room.encrypted` for the recipients' devices. Raises `Unreachable` and `LoggedOut`."""
        async with self._turn(room):
            session = (await self._prepared(room, recipients)).session
            payload = json.dumps(
                {"type": kind, "content": content, "room_id": room}, ensure_ascii=False, separators=(",", ":")
            )
            sealed: dict[str, Any] = {
                "algorithm": MEGOLM,
                "sender_key": self._crypto.machine.curve25519,
                "ciphertext": session.encrypt(payload.encode("utf-8", "replace")).to_base64(),
                "session_id": session.session_id,
                "device_id": self._crypto.machine.device_id,
            }
        # Servers bind threads, replies, edits and votes together, so relations stay readable by protocol.
        if "m.relates_to" in content:
            sealed["m.relates_to"] = content["m.relates_to"]
        return sealed

    async def share(self, room: str, recipients: tuple[str, ...]) -> None:
        """Hand the key of the next message out ahead of it. Never raises for what a network or a server can do."""
        try:
            async with self._turn(room):
                await self._prepared(room, recipients)
        except (Unreachable, LoggedOut):
            log.info("a key could not be shared ahead", room=room)

    def _turn(self, room: str) -> asyncio.Lock:
        return self._turns.setdefault(room, asyncio.Lock())

    async def _prepared(self, room: str, recipients: tuple[str, ...]) -> _Outbound:
        """The room's key, in the hands of every device of the recipients that can be reached, and of no other."""
        try:
            await self._devices.refresh(recipients)
            devices = self._devices.of(recipients)
            outbound = self._current(room, devices)
            missing = {address: device for address, device in devices.items() if address not in outbound.holders}
            if missing:
                await self._devices.open_channels(missing)
                for batch in _batches(missing.items()):
                    await self._hand_out(room, outbound, dict(batch))
        except Rejected as error:
            raise Unreachable(self._timings.most, f"keys were refused ({error.code})", account=False) from None
        except KeyStoreFailed:
            raise Unreachable(self._timings.most, "the key store cannot be written") from None
        return outbound

    def _current(self, room: str, devices: Mapping[Address, OlmDevice]) -> _Outbound:
        """The room's key, a new one when the old one is used up or somebody who holds it is no longer there."""
        now = asyncio.get_running_loop().time()
        outbound = self._outbound.get(room)
        if (
            outbound is None
            or outbound.session.message_index >= _MOST_MESSAGES
            or now - outbound.began >= _LONGEST_USE
            or any(
                address not in devices or devices[address].curve25519 != key
                for address, key in outbound.holders.items()
            )
        ):
            outbound = self._outbound[room] = _Outbound(began=now)
        return outbound

    async def _hand_out(self, room: str, outbound: _Outbound, devices: Mapping[Address, OlmDevice]) -> None:
        content = {
            "algorithm": MEGOLM,
            "room_id": room,
            "session_id": outbound.session.session_id,
            "session_key": outbound.session.session_key.to_base64(),
        }
        with self._crypto.store.atomic():
            messages = self._devices.sealed(devices, "m.room_key", content)
        if messages:
            await self._devices.send(messages)
            outbound.holders |= {address: devices[address].curve25519 for address in messages}


def _batches(items: Iterable[tuple[Address, OlmDevice]]) -> Iterable[list[tuple[Address, OlmDevice]]]:
    listed = list(items)
    return (listed[start : start + _DEVICES_AT_ONCE] for start in range(0, len(listed), _DEVICES_AT_ONCE))
