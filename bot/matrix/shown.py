"""An account as everybody else sees it: its identity, its devices, and whether signatures lead from the one to the other.

A client trusts a device when the account's master key has signed the self-signing key, and that has signed the device
(Matrix client-server API, "Cross-signing").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.matrix import raw
from bot.matrix.trust import signed_by


@dataclass(frozen=True, slots=True)
class Shown:
    """What `/keys/query` answers about `person`."""

    person: str
    answer: Mapping[str, Any]

    def keys_of(self, device: str) -> tuple[str, str] | None:
        """The Curve25519 and Ed25519 keys that the server shows for a device, or `None`."""
        found = [raw.words(raw.within(self._device(device), "keys", f"{kind}:{device}")) for kind in ("curve25519", "ed25519")]
        return (found[0], found[1]) if found[0] and found[1] else None

    @property
    def devices(self) -> frozenset[str]:
        """The devices that have keys."""
        return frozenset(raw.mapping(raw.within(self.answer, "device_keys", self.person)))

    @property
    def master(self) -> str | None:
        """The public master key."""
        return self._key("master_keys")

    def broken(self, device: str) -> str | None:
        """Where the chain from the account's identity to a device is broken, in plain words; `None`: it holds."""
        master, signing = self._key("master_keys"), self._key("self_signing_keys")
        keys = self.keys_of(device)
        if master is None or signing is None:
            return "the account has no identity"
        if keys is None:
            return "the server shows no keys of the device"
        if not signed_by(raw.mapping(raw.within(self.answer, "self_signing_keys", self.person)), self.person, master, master):
            return "the key that signs devices is not signed by the identity"
        if not signed_by(self._device(device), self.person, device, keys[1]):
            return "the device has not signed its own keys"
        if not signed_by(self._device(device), self.person, signing, signing):
            return "the device is not signed by the account's identity"
        return None

    def _device(self, device: str) -> Mapping[str, Any]:
        return raw.mapping(raw.within(self.answer, "device_keys", self.person, device))

    def _key(self, kind: str) -> str | None:
        keys = raw.mapping(raw.within(self.answer, kind, self.person, "keys"))
        return raw.words(next(iter(keys.values()))) if len(keys) == 1 else None
