"""Cross-signing: the bot's device is signed by its owner's identity, so that clients trust it and send it keys.

Clients show a warning beside the messages of a device that its owner did not sign, and some give it no keys (MSC4153).
The identity is three ed25519 keys made from seeds that are kept with the account: a new device that is signed with the
same seeds is trusted without anybody being asked.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from typing import Any, Final

import structlog
import vodozemac
from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa
from nio.api import Api

from bot.matrix import raw
from bot.matrix.crypto import Machine
from bot.matrix.folder import Folder
from bot.matrix.homeserver import Homeserver, Rejected

log = structlog.get_logger(__name__)

_USAGES: Final = ("master", "self_signing", "user_signing")
_SEED: Final = 32


class SigningKey:
    """One of the three keys of an identity."""

    def __init__(self, seed: bytes) -> None:
        self._signer = eddsa.new(ECC.construct(curve="Ed25519", seed=seed), "rfc8032")
        public = ECC.construct(curve="Ed25519", seed=seed).public_key().export_key(format="raw")
        self.public = _base64(public)

    def sign(self, value: Mapping[str, Any]) -> str:
        """The signature over the canonical JSON of `value`, which must hold no signatures."""
        return _base64(self._signer.sign(_canonical(value)))


def kept_master(kept: Mapping[str, Any]) -> str | None:
    """The public master key of the seeds that were kept, or `None` when there are none. Makes nothing."""
    seeds = _seeds(kept)
    return None if seeds is None else SigningKey(seeds["master"]).public


async def foreign(server: Homeserver, me: str, kept: Mapping[str, Any]) -> bool:
    """Whether the account has an identity that is not that of the seeds which were kept. Makes nothing. Raises `Unreachable`."""
    try:
        there = raw.within(await _ask(server, me), "master_keys", me, "keys")
    except Rejected:
        # What the server says to keys is looked at when they are put there.
        return False
    return bool(there) and f"ed25519:{kept_master(kept)}" not in raw.mapping(there)


class Identity:
    """The identity of `user_id`, kept in the account's folder and made there when it is missing."""

    def __init__(self, user_id: str, folder: Folder) -> None:
        seeds = _seeds(folder.seeds())
        if seeds is None:
            seeds = {usage: secrets.token_bytes(_SEED) for usage in _USAGES}
            # Kept before any server hears of it: an identity whose seeds are lost can only be replaced, by hand.
            folder.keep_seeds({usage: _base64(seed) for usage, seed in seeds.items()})
        self._user_id = user_id
        self._keys = {usage: SigningKey(seed) for usage, seed in seeds.items()}

    @property
    def master(self) -> str:
        """The public master key, which stands for the whole identity."""
        return self._keys["master"].public

    @property
    def self_signing(self) -> SigningKey:
        """The key that signs devices."""
        return self._keys["self_signing"]

    def published(self) -> dict[str, Any]:
        """The body of `/keys/device_signing/upload`."""
        body: dict[str, Any] = {}
        for usage, key in self._keys.items():
            value: dict[str, Any] = {
                "user_id": self._user_id,
                "usage": [usage],
                "keys": {f"ed25519:{key.public}": key.public},
            }
            if usage != "master":
                signature = self._keys["master"].sign(value)
                value["signatures"] = {self._user_id: {f"ed25519:{self.master}": signature}}
            body[f"{usage}_key"] = value
        return body


async def establish(
    machine: Machine, identity: Identity, server: Homeserver, *, user: str, password: str | None
) -> bool:
    """See to it that the server holds our identity and that our device is signed with it; whether it is so now.

    Safe to repeat: what stands already is left alone. Raises `Unreachable` and `Rejected`.
    """
    me, device_id = machine.user_id, machine.device_id
    answer = await _ask(server, me)
    if raw.within(answer, "master_keys", me, "keys", f"ed25519:{identity.master}") is None or not _holds_self_signing(
        answer, me, identity
    ):
        replaced = bool(raw.within(answer, "master_keys", me))
        if not await _upload(server, identity, user=user, password=password):
            log.error(
                "the account's identity on the homeserver is not the one in our folder, and replacing it needs the "
                "password: clients will warn about our messages"
            )
            return False
        if replaced:
            log.warning("the account had another identity, it was replaced: clients will ask people to accept it")
        answer = await _ask(server, me)
    device = raw.within(answer, "device_keys", me, device_id)
    master = raw.within(answer, "master_keys", me)
    if not isinstance(device, dict) or not isinstance(master, dict):
        log.error("the homeserver does not show our device or our identity")
        return False
    theirs = [raw.within(device, "keys", f"{kind}:{device_id}") for kind in ("curve25519", "ed25519")]
    if theirs != [machine.curve25519, machine.ed25519]:
        log.error("the homeserver shows other keys for our device than our own, they will not be signed")
        return False
    signatures: dict[str, Any] = {}
    if not signed_by(device, me, identity.self_signing.public, identity.self_signing.public):
        signatures[device_id] = _with(
            device, me, identity.self_signing.public, identity.self_signing.sign(_bare(device))
        )
    if not signed_by(master, me, device_id, machine.ed25519):
        signatures[identity.master] = _with(master, me, device_id, machine.sign_json(_bare(master)))
    if not signatures:
        return True
    result = await server.post("keys", "signatures", "upload", body={me: signatures})
    if raw.mapping(raw.within(result.content, "failures", me)):
        log.error("the homeserver did not take the signature of our device")
        return False
    log.info("our device is signed", signed=len(signatures))
    return True


async def _ask(server: Homeserver, me: str) -> Mapping[str, Any]:
    return (await server.post("keys", "query", body={"device_keys": {me: []}})).content


def _holds_self_signing(answer: Mapping[str, Any], me: str, identity: Identity) -> bool:
    public = identity.self_signing.public
    return raw.within(answer, "self_signing_keys", me, "keys", f"ed25519:{public}") is not None


async def _upload(server: Homeserver, identity: Identity, *, user: str, password: str | None) -> bool:
    """Put the identity on the server; false when it wants the password and there is none. Raises `Rejected`."""
    body = identity.published()
    answer = await server.ask("POST", "keys", "device_signing", "upload", body=body)
    session = answer.content.get("session")
    if not answer.accepted and "flows" in answer.content and isinstance(session, str):
        # Only the first identity of an account comes in without a second look at who asks.
        if password is None:
            return False
        proof = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
            "session": session,
        }
        answer = await server.ask("POST", "keys", "device_signing", "upload", body={**body, "auth": proof})
        if "flows" in answer.content:
            return False
    if not answer.accepted:
        raise Rejected(answer.status, answer.code or "M_UNKNOWN")
    return True


def _seeds(kept: Mapping[str, Any]) -> dict[str, bytes] | None:
    seeds: dict[str, bytes] = {}
    for usage in _USAGES:
        try:
            seed = base64.b64decode(str(kept.get(usage)) + "==")
        except ValueError:
            return None
        if len(seed) != _SEED:
            return None
        seeds[usage] = seed
    return seeds


def signed_by(value: Mapping[str, Any], person: str, key_id: str, public: str) -> bool:
    """Whether `person` signed `value` with the ed25519 key `public`, which is named `key_id`."""
    signature = raw.within(value, "signatures", person, f"ed25519:{key_id}")
    if not isinstance(signature, str):
        return False
    try:
        vodozemac.Ed25519PublicKey.from_base64(public).verify_signature(
            _canonical(_bare(value)), vodozemac.Ed25519Signature.from_base64(signature)
        )
    except ValueError:
        return False
    return True


def _bare(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in value.items() if name not in {"signatures", "unsigned"}}


def _with(value: Mapping[str, Any], person: str, key_id: str, signature: str) -> dict[str, Any]:
    return {**_bare(value), "signatures": {person: {f"ed25519:{key_id}": signature}}}


def _canonical(value: Mapping[str, Any]) -> bytes:
    text: str = Api.to_canonical_json(dict(value))
    return text.encode()


def _base64(data: bytes) -> str:
    # Unpadded: clients drop keys and signatures that end in "=" without a word.
    return base64.b64encode(data).decode().rstrip("=")
