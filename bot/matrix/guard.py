"""Key answers of servers that nobody controls, checked device by device before the Olm machine sees them.

One malformed device must not keep the keys from all the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import vodozemac

from bot.matrix import raw

_DEEPEST: Final = 8
_LARGEST: Final = 1000


def devices(answer: Mapping[str, Any], people: Collection[str]) -> dict[str, dict[str, Any]]:
    """The sound devices in an answer to `/keys/query`, by person and device; only of the `people` asked for."""
    found: dict[str, dict[str, Any]] = {}
    for person, listed in raw.mapping(answer.get("device_keys")).items():
        if person in people and isinstance(listed, dict):
            found[person] = {device: keys for device, keys in listed.items() if _sound_device(person, device, keys)}
    return found


def one_time_keys(answer: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """The sound one-time keys in an answer to `/keys/claim`, by person and device."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for person, claimed in raw.mapping(answer.get("one_time_keys")).items():
        for device, keys in raw.mapping(claimed).items():
            for name, key in raw.mapping(keys).items():
                if name.startswith("signed_curve25519:") and _flat(key) and _is_key(raw.within(key, "key")):
                    if _signed(key, person, device):
                        found[person, device] = key
                    break
    return found


def _sound_device(person: str, device: str, keys: object) -> bool:
    return (
        raw.identifier(device) is not None
        and isinstance(keys, dict)
        and _flat(keys)
        and keys.get("user_id") == person
        and keys.get("device_id") == device
        and _is_key(raw.within(keys, "keys", f"curve25519:{device}"))
        and _is_fingerprint(raw.within(keys, "keys", f"ed25519:{device}"))
        and _signed(keys, person, device)
        and isinstance(keys.get("unsigned", {}), dict)
        and isinstance(raw.mapping(keys.get("unsigned")).get("device_display_name", ""), str)
    )


def _flat(value: object, depth: int = 0, left: list[int] | None = None) -> bool:
    """Whether `value` is of a size and depth that an honest client sends, with whole numbers only."""
    left = [_LARGEST] if left is None else left
    left[0] -= 1
    if depth > _DEEPEST or left[0] < 0 or isinstance(value, float):
        return False
    if isinstance(value, dict):
        return all(_sound_text(key) and _flat(one, depth + 1, left) for key, one in value.items())
    if isinstance(value, list):
        return all(_flat(one, depth + 1, left) for one in value)
    return not isinstance(value, str) or _sound_text(value)


def _sound_text(text: str) -> bool:
    # Half a surrogate pair can be parsed, but not be written again to check a signature over it.
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def _is_key(key: object) -> bool:
    try:
        return isinstance(key, str) and bool(vodozemac.Curve25519PublicKey.from_base64(key))
    except ValueError:
        return False


def _is_fingerprint(key: object) -> bool:
    try:
        return isinstance(key, str) and bool(vodozemac.Ed25519PublicKey.from_base64(key))
    except ValueError:
        return False


def _signed(value: Mapping[str, Any], person: str, device: str) -> bool:
    signature = raw.within(value, "signatures", person, f"ed25519:{device}")
    try:
        return isinstance(signature, str) and bool(vodozemac.Ed25519Signature.from_base64(signature))
    except ValueError:
        return False
