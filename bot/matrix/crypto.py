"""The Olm machine as we use it: room keys come in, room events are opened, and nothing malformed gets further.

nio's machine does the cryptography and keeps its store; what it does with a message once it is open is decided here.
"""

from __future__ import annotations

import base64
import hashlib
import logging
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import structlog
import vodozemac
from nio.crypto import InboundGroupSession, Olm
from nio.exceptions import EncryptionError

from bot.matrix import raw
from bot.matrix.folder import Folder
from bot.matrix.keystore import KeyStore, KeyStoreFailed
from bot.matrix.reading import MEGOLM, Ciphertext, Envelope, KeyMissing
from bot.matrix.sync import Response

log = structlog.get_logger(__name__)

_OLM: Final = "m.olm.v1.curve25519-aes-sha2"
_MOST_BROKEN: Final = 1000
# All that hostile bytes can raise in nio and vodozemac; an error of the key store is not among them.
_MALFORMED: Final = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    EncryptionError,
)


class _Place(NamedTuple):
    """Where a message stood, in the words of nio's replay check."""

    sender_key: str
    session_id: str
    event_id: str
    server_timestamp: int


class Machine(Olm):  # type: ignore[misc]
    """nio's machine, with our own rules for what the opened to-device messages may do."""

    def __init__(self, store: KeyStore) -> None:
        self.kept = store
        self.broken: dict[tuple[str, str], None] = {}
        self.brought: str | None = None
        super().__init__(store.nio.user_id, store.nio.device_id, store.nio)
        self.index()

    def index(self) -> None:
        """Index the sessions by their id: newer clients no longer name the sender's key in their messages."""
        self.sessions: dict[str, InboundGroupSession] = {session.id: session for session in self.inbound_group_store}
        self.owners = self.kept.owners()

    @property
    def curve25519(self) -> str:
        """Our device's identity key."""
        return str(self.account.identity_keys["curve25519"])

    @property
    def ed25519(self) -> str:
        """Our device's fingerprint."""
        return str(self.account.identity_keys["ed25519"])

    def _mark_device_for_unwedging(self, sender: str, sender_key: str) -> None:
        if len(self.broken) < _MOST_BROKEN:
            self.broken[sender, sender_key] = None

    def _handle_room_key_event(self, sender: str, sender_key: str, payload: Mapping[str, Any]) -> None:
        content = raw.mapping(payload.get("content"))
        room = raw.identifier(content.get("room_id"), "!")
        session_id = raw.identifier(content.get("session_id"))
        key = content.get("session_key")
        fingerprint = raw.within(payload, "keys", "ed25519")
        if content.get("algorithm") != MEGOLM or room is None or session_id is None:
            return
        if not isinstance(key, str) or not isinstance(fingerprint, str):
            return
        session = InboundGroupSession(key, fingerprint, sender_key, room)
        if session.id != session_id:
            return
        self.brought = session_id
        known = self.sessions.get(session_id)
        if known is not None and (
            # A key that its receivers pass on, or that begins later, must not take the place of the first one.
            (known.sender_key, known.room_id) != (sender_key, room)
            or known.first_known_index <= session.first_known_index
        ):
            return
        self.store.save_inbound_group_session(session)
        self.kept.keep_owner(session_id, sender)
        self.sessions[session_id] = session
        self.owners.setdefault(session_id, sender)

    def _handle_forwarded_room_key_event(self, sender: str, sender_key: str, payload: Mapping[str, Any]) -> None:
        """We ask nobody for keys, so none that somebody passes on is wanted."""


class Crypto:
    """Opens what is encrypted for us."""

    def __init__(self, user_id: str, device_id: str, folder: Folder) -> None:
        """Raises `KeyStoreFailed` when the store cannot be opened even afresh."""
        _silence_nio()
        self._make = (user_id, device_id, folder)
        try:
            self.store = KeyStore(user_id, device_id, folder)
            self.machine = Machine(self.store)
        except (KeyStoreFailed, ValueError) as error:
            # Its secret is lost, or it is no database any more: the server's side decides what to do about the device.
            log.warning("the key store cannot be opened and is put aside", kind=type(error).__name__)
            folder.set_store_aside()
            self.store = KeyStore(user_id, device_id, folder)
            self.machine = Machine(self.store)
        self.one_time_keys: int | None = None
        """How many of our one-time keys the server still has; `None` when it has not said."""
        self.marks: dict[str, int] = {}
        """How often each person's device list was reported as changed."""
        self.people = self.store.people()
        self._ahead = False

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def _reload(self) -> None:
        """Take everything from the disk again, after a write that failed left memory ahead of it."""
        with self.store.atomic():
            self.machine = Machine(self.store)
            self.people = self.store.people()
        self._ahead = False

    def receive(self, response: Response) -> frozenset[str]:
        """Take in what a sync brings for us alone: keys, changed device lists, and the count of our one-time keys.

        All in one transaction of the key store, with no await in it. Returns the Megolm sessions whose keys came,
        also when the same response comes again. Raises `KeyStoreFailed`: then nothing was taken in.
        """
        if self._ahead:
            self._reload()
        keys: set[str] = set()
        try:
            with self.store.atomic():
                for event in response.to_device:
                    session = self._to_device(event)
                    if session is not None:
                        keys.add(session)
                if response.to_device:
                    # nio saves the account before it takes the one-time key out of it.
                    self.machine.save_account()
                    self.store.forget_handled()
                self._device_lists(response)
        except KeyStoreFailed:
            self._ahead = True
            raise
        counts = response.content.get("device_one_time_keys_count")
        if isinstance(counts, dict):
            # An algorithm that is not listed counts as zero; zero is what needs an answer most.
            self.one_time_keys = raw.whole(counts.get("signed_curve25519")) or 0
        return frozenset(keys)

    def open(self, sealed: Envelope, text: Ciphertext) -> object:
        """The decrypted payload of a room event, or `None` when it cannot be trusted or read. Raises `KeyMissing`."""
        session = self.machine.sessions.get(text.session)
        if session is None:
            raise KeyMissing
        if session.room_id != sealed.room or self.machine.owners.get(text.session) != sealed.sender:
            log.warning("an event uses somebody else's key", room=sealed.room, event_id=sealed.event)
            return None
        try:
            message = vodozemac.MegolmMessage.from_base64(text.ciphertext)
            if message.message_index() < session.first_known_index:
                raise KeyMissing
            decrypted = session._session.decrypt(message)  # noqa: SLF001 - nio's own wrapper parses the message again
        except ValueError:
            log.warning("an event cannot be decrypted", room=sealed.room, event_id=sealed.event)
            return None
        place = _Place(session.sender_key, text.session, sealed.event, int(sealed.sent.timestamp() * 1000))
        if not self.machine.message_index_ok(decrypted.message_index, place):
            log.warning("an event repeats the ciphertext of another one", room=sealed.room, event_id=sealed.event)
            return None
        try:
            return raw.parse(decrypted.plaintext)
        except raw.Malformed:
            return None

    def knows(self, session: str) -> bool:
        """Whether the key of `session` is here."""
        return session in self.machine.sessions

    def forget_sessions(self, sessions: list[str]) -> None:
        """Take deleted sessions out of memory."""
        for session in sessions:
            self.machine.owners.pop(session, None)
            gone = self.machine.sessions.pop(session, None)
            if gone is not None:
                self.machine.inbound_group_store[gone.room_id][gone.sender_key].pop(session, None)

    def _to_device(self, event: object) -> str | None:
        """Handle one to-device message; the session whose key it brought."""
        sender = raw.identifier(raw.within(event, "sender"), "@")
        content = raw.mapping(raw.within(event, "content"))
        # Only what comes encrypted counts: nothing else is from the device that it says it is from.
        if raw.within(event, "type") != "m.room.encrypted" or content.get("algorithm") != _OLM or sender is None:
            return None
        sender_key = raw.identifier(content.get("sender_key"))
        ours = raw.within(content, "ciphertext", self.machine.curve25519)
        body = raw.within(ours, "body")
        if sender_key is None or not isinstance(body, str) or not body.isascii():
            return None
        digest = hashlib.sha256(f"{sender} {sender_key} {body}".encode()).digest()
        before = self.store.handled(digest)
        if before is not None:
            return before[0]
        self.machine.brought = None
        try:
            message = _olm_message(raw.within(ours, "type"), body)
            self.machine.decrypt(sender, sender_key, message)
        except _MALFORMED as error:
            log.warning("a to-device message is malformed", sender=sender, kind=type(error).__name__)
            self.machine._mark_device_for_unwedging(sender, sender_key)  # noqa: SLF001 - our own override
        self.store.keep_handled(digest, self.machine.brought)
        return self.machine.brought

    def _device_lists(self, response: Response) -> None:
        lists = raw.mapping(response.content.get("device_lists"))
        changed = {raw.identifier(person, "@") for person in raw.sequence(lists.get("changed"))}
        if response.since is None:
            # Nobody has told us what changed before.
            changed |= set(self.people)
        for person in changed:
            if person is not None and person in self.people:
                self.mark_stale(person)
        for person in {raw.identifier(person, "@") for person in raw.sequence(lists.get("left"))}:
            if person is not None and self.people.pop(person, None) is not None:
                self.store.forget_person(person)

    def mark_stale(self, person: str) -> None:
        """This person's devices must be asked for before the next key goes to them."""
        self.marks[person] = self.marks.get(person, 0) + 1
        self.people[person] = True
        self.store.keep_person(person, stale=True)


def _olm_message(kind: object, body: str) -> vodozemac.PreKeyMessage | vodozemac.AnyOlmMessage:
    if kind == 0:
        return vodozemac.PreKeyMessage.from_base64(body)
    if kind == 1:
        return vodozemac.AnyOlmMessage.normal(base64.b64decode(body + "=" * (-len(body) % 4), validate=True))
    message = "no Olm message is of this type"
    raise ValueError(message)


def _silence_nio() -> None:
    # nio logs what it fails to read, and that is what people wrote: none of it may reach a log of ours.
    logger = logging.getLogger("nio")
    logger.setLevel(logging.ERROR)
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
