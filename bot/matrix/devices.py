"""Devices: ours on the server, and other people's, with the channels that carry keys to them."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, Literal

import structlog
from nio.crypto import OlmDevice, Session
from nio.responses import KeysQueryResponse

from bot.matrix import guard, raw
from bot.matrix.crypto import Crypto
from bot.matrix.homeserver import Homeserver, Rejected, Timings

log = structlog.get_logger(__name__)

_ALGORITHMS: Final = ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"]
_PEOPLE_AT_ONCE: Final = 250
_KEYS_AT_ONCE: Final = 100
_REPAIRS_AT_ONCE: Final = 20
_REMOTE_PATIENCE: Final = 10_000
_MOST_REMEMBERED: Final = 10_000

Standing = Literal["ours", "missing", "foreign"]
Address = tuple[str, str]
"""A person and one of their devices."""


class Devices:
    """What there is to know about devices, kept up to date on both sides."""

    def __init__(self, crypto: Crypto, server: Homeserver, timings: Timings) -> None:
        self._crypto = crypto
        self._server = server
        self._timings = timings
        self._asking = asyncio.Lock()
        self._claiming = asyncio.Lock()
        self._resting: dict[object, float] = {}
        """Until when (in the loop's time) a person or a device that gave no keys is left alone."""

    async def standing(self) -> Standing:
        """Whether the server's keys for our device are the ones that we hold. Raises `Unreachable` and `Rejected`."""
        machine = self._crypto.machine
        answer = await self._server.post("keys", "query", body={"device_keys": {machine.user_id: []}})
        if not isinstance(raw.within(answer.content, "device_keys", machine.user_id), dict):
            return "missing"
        listed = raw.within(answer.content, "device_keys", machine.user_id, machine.device_id)
        if listed is None:
            return "missing"
        theirs = [raw.within(listed, "keys", f"{kind}:{machine.device_id}") for kind in ("curve25519", "ed25519")]
        return "ours" if theirs == [machine.curve25519, machine.ed25519] else "foreign"

    async def publish(self, *, device: bool = False) -> None:
        """Give the server one-time keys when it has too few, and our device's keys when `device`.

        Raises `Unreachable` and `Rejected`. May be killed at any instant: what was sent is on disk before it is sent,
        so that the same keys go out again under the same ids.
        """
        machine = self._crypto.machine
        account = machine.account
        body: dict[str, Any] = {}
        if device or not account.shared:
            body["device_keys"] = self._device_keys()
            self._crypto.one_time_keys = self._crypto.one_time_keys or 0
        if self._crypto.one_time_keys is not None and self._crypto.one_time_keys < account.max_one_time_keys // 2:
            unsent = len(account.one_time_keys["curve25519"])
            missing = account.max_one_time_keys - self._crypto.one_time_keys - unsent
            if missing > 0:
                account.generate_one_time_keys(missing)
        keys = self._one_time_keys()
        if keys:
            body["one_time_keys"] = keys
        if not body:
            return
        with self._crypto.store.atomic():
            machine.save_account()
        try:
            answer = await self._server.post("keys", "upload", body=body)
        except Rejected as error:
            if keys:
                # Such ids are taken on the server by other values, and would be refused for ever.
                log.warning("the server refuses our one-time keys, new ones will be made", code=error.code)
                self._published(shared=account.shared)
            raise
        self._published(shared=True)
        self._crypto.one_time_keys = raw.whole(raw.within(answer.content, "one_time_key_counts", "signed_curve25519"))

    def _published(self, *, shared: bool) -> None:
        machine = self._crypto.machine
        machine.account.shared = shared
        machine.mark_keys_as_published()
        with self._crypto.store.atomic():
            machine.save_account()

    def _device_keys(self) -> dict[str, Any]:
        machine = self._crypto.machine
        return self._signed(
            {
                "algorithms": _ALGORITHMS,
                "device_id": machine.device_id,
                "user_id": machine.user_id,
                "keys": {
                    f"curve25519:{machine.device_id}": machine.curve25519,
                    f"ed25519:{machine.device_id}": machine.ed25519,
                },
            }
        )

    def _one_time_keys(self) -> dict[str, Any]:
        unsent: Mapping[str, str] = self._crypto.machine.account.one_time_keys["curve25519"]
        return {f"signed_curve25519:{name}": self._signed({"key": key}) for name, key in unsent.items()}

    def _signed(self, value: dict[str, Any]) -> dict[str, Any]:
        machine = self._crypto.machine
        signature = machine.sign_json(value)
        return {**value, "signatures": {machine.user_id: {f"ed25519:{machine.device_id}": signature}}}

    def of(self, people: Iterable[str]) -> dict[Address, OlmDevice]:
        """The devices of `people` as far as known, without our own."""
        machine = self._crypto.machine
        return {
            (person, device.device_id): device
            for person in people
            for device in machine.device_store.active_user_devices(person)
            if (person, device.device_id) != (machine.user_id, machine.device_id)
        }

    def outdated(self, people: Iterable[str]) -> list[str]:
        """Who of `people` has to be asked about: never asked before, or changed since."""
        return [
            person
            for person in dict.fromkeys(people)
            if self._crypto.people.get(person, True) and not self._rests(person)
        ]

    async def refresh(self, people: Iterable[str]) -> None:
        """Ask for the devices of those `people` whose list is not up to date. Raises `Unreachable` and `Rejected`.

        People whose server cannot be reached keep the devices that we know, and are asked about again later.
        """
        if not self.outdated(people := list(people)):
            return
        async with self._asking:
            for batch in _batches(self.outdated(people), _PEOPLE_AT_ONCE):
                marks = {person: self._crypto.marks.get(person, 0) for person in batch}
                body = {"device_keys": {person: [] for person in batch}, "timeout": _REMOTE_PATIENCE}
                answer = await self._server.post("keys", "query", body=body)
                found = guard.devices(answer.content, batch)
                with self._crypto.store.atomic():
                    self._take_in(found)
                    for person in found:
                        # What changed while the server answered has to be asked again.
                        stale = self._crypto.marks.get(person, 0) != marks[person]
                        self._crypto.people[person] = stale
                        self._crypto.store.keep_person(person, stale=stale)
                for person in batch:
                    if person not in found:
                        self._rest(person)

    def _take_in(self, found: dict[str, dict[str, Any]]) -> None:
        """Let nio compare the devices with those it knows, but let a device that was away come back."""
        machine = self._crypto.machine
        returned: dict[str, dict[str, OlmDevice]] = {}
        for person, listed in found.items():
            known = machine.device_store[person]
            for device_id, keys in listed.items():
                device = known.get(device_id)
                if device is None or not device.deleted:
                    continue
                if device.ed25519 == keys["keys"][f"ed25519:{device_id}"]:
                    device.deleted = False
                    returned.setdefault(person, {})[device_id] = device
                else:
                    # The old device ended; this is another one of the same name.
                    del known[device_id]
        machine.store.save_device_keys(returned)
        machine.handle_response(KeysQueryResponse(found, {}))
        machine.users_for_key_query.clear()

    async def open_channels(self, devices: Mapping[Address, OlmDevice]) -> None:
        """Claim a one-time key of each device that we have no Olm session with. Raises `Unreachable` and `Rejected`.

        Devices that give none, or a bad one, are left alone for a while and block nobody.
        """
        if not self._unopened(devices):
            return
        async with self._claiming:
            for batch in _batches(self._unopened(devices), _KEYS_AT_ONCE):
                await self._claim({address: devices[address] for address in batch})

    def _unopened(self, devices: Mapping[Address, OlmDevice]) -> list[Address]:
        machine = self._crypto.machine
        return [
            address
            for address, device in devices.items()
            if machine.session_store.get(device.curve25519) is None and not self._rests(address)
        ]

    async def _claim(self, devices: Mapping[Address, OlmDevice]) -> dict[Address, Session]:
        wanted: dict[str, dict[str, str]] = {}
        for person, device_id in devices:
            wanted.setdefault(person, {})[device_id] = "signed_curve25519"
        body = {"one_time_keys": wanted, "timeout": _REMOTE_PATIENCE}
        answer = await self._server.post("keys", "claim", body=body)
        keys = guard.one_time_keys(answer.content)
        opened: dict[Address, Session] = {}
        machine = self._crypto.machine
        with self._crypto.store.atomic():
            for address, device in devices.items():
                key = keys.get(address)
                try:
                    if key is not None and machine.verify_json(key, device.ed25519, *address):
                        opened[address] = machine.create_session(key["key"], device.curve25519)
                        continue
                except ValueError as error:
                    log.warning("a one-time key is malformed", person=address[0], kind=type(error).__name__)
                self._rest(address)
        return opened

    async def repair(self) -> None:
        """Begin new Olm sessions with devices whose messages we could not open, and tell them so with an empty message.

        Raises `Unreachable` and `Rejected`. At most once in a while for each device: anybody can send us garbage.
        """
        machine = self._crypto.machine
        waiting = list(machine.broken)[:_REPAIRS_AT_ONCE]
        if not waiting:
            return
        unknown = {
            person for person, key in waiting if machine.device_store.device_from_sender_key(person, key) is None
        }
        for person in unknown:
            if not self._rests(("asked", person)):
                self._rest(("asked", person), self._timings.unwedge)
                self._crypto.people.pop(person, None)
        await self.refresh(unknown)
        wedged: dict[Address, OlmDevice] = {}
        for person, key in waiting:
            machine.broken.pop((person, key), None)
            device = machine.device_store.device_from_sender_key(person, key)
            if device is not None and not self._rests(("repaired", key)):
                self._rest(("repaired", key), self._timings.unwedge)
                wedged[person, device.device_id] = device
        if not wedged:
            return
        async with self._claiming:
            opened = await self._claim(wedged)
        if opened:
            with self._crypto.store.atomic():
                messages = self.sealed({address: wedged[address] for address in opened}, "m.dummy", {})
            await self.send(messages)
            log.info("channels were repaired", devices=len(opened))

    def sealed(
        self, devices: Mapping[Address, OlmDevice], kind: str, content: Mapping[str, Any]
    ) -> dict[Address, Mapping[str, Any]]:
        """A to-device message for each of the devices that we have a working channel to."""
        machine = self._crypto.machine
        messages: dict[Address, Mapping[str, Any]] = {}
        for address, device in devices.items():
            session = machine.session_store.get(device.curve25519)
            if session is None:
                continue
            try:
                messages[address] = machine._olm_encrypt(session, device, kind, content)  # noqa: SLF001 - nio has no other
            except ValueError as error:
                log.warning("a channel does not work", person=address[0], kind=type(error).__name__)
        return messages

    async def send(self, messages: Mapping[Address, Mapping[str, Any]]) -> None:
        """Send encrypted to-device messages. Raises `Unreachable` and `Rejected`."""
        by_person: dict[str, dict[str, Mapping[str, Any]]] = {}
        for (person, device_id), message in messages.items():
            by_person.setdefault(person, {})[device_id] = message
        transaction = secrets.token_hex(16)
        await self._server.put("sendToDevice", "m.room.encrypted", transaction, body={"messages": by_person})

    def _rest(self, who: object, seconds: float | None = None) -> None:
        now = asyncio.get_running_loop().time()
        if len(self._resting) >= _MOST_REMEMBERED:
            self._resting = {key: until for key, until in self._resting.items() if until > now}
        self._resting[who] = now + (self._timings.unreachable if seconds is None else seconds)

    def _rests(self, who: object) -> bool:
        return self._resting.get(who, 0.0) > asyncio.get_running_loop().time()


def _batches(items: Collection[Any], size: int) -> Iterable[list[Any]]:
    listed = list(items)
    return (listed[start : start + size] for start in range(0, len(listed), size))
