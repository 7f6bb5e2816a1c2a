"""The keys that open what others said in rooms, taken out of one device's store and put into another's.

They only ever open: unlike a device's own ratchets they may be used again after a backup was put back. A key opens from
where it was first known, as Matrix's own export of room keys does (`m.megolm_backup.v1`, "session_key").
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

import peewee
import structlog
import vodozemac
from nio.crypto import InboundGroupSession

from bot.matrix import raw
from bot.matrix.crypto import Crypto
from bot.matrix.folder import Session, kept_secret
from bot.matrix.kept import KEYS

log = structlog.get_logger(__name__)

_TAKEN = """SELECT room_id, sender_key, fp_key, person, received, megolminboundsessions.session FROM megolminboundsessions
    JOIN folkmoot_session ON folkmoot_session.session = megolminboundsessions.session_id AND device = ?
    ORDER BY received, session_id"""


@dataclass(frozen=True, slots=True)
class Inbound:
    """The key of one Megolm session: whose messages it opens in which room, and when it came (seconds since the epoch)."""

    room: str
    sender_key: str
    ed25519: str
    person: str
    received: int
    key: str = field(repr=False)


def taken(data: Path, session: Session, rooms: Collection[str]) -> list[Inbound]:
    """The keys in a data folder that open what was said in `rooms`. Empty where there is no key store to be read."""
    secret, store = kept_secret(data), data / KEYS
    if secret is None or not store.exists():
        return []
    database = peewee.SqliteDatabase(str(store), pragmas={"query_only": 1})
    try:
        with closing(database):
            rows = database.execute_sql(_TAKEN, (session.device_id,)).fetchall()
    except peewee.PeeweeException as error:
        log.warning("the keys of messages could not be read for a backup", kind=type(error).__name__)
        return []
    found = (_read(row, secret) for row in rows if row[0] in rooms)
    return [each for each in found if each is not None]


def _read(row: Sequence[object], secret: str) -> Inbound | None:
    room, sender_key, fingerprint, person, received, pickle = row
    pickled = pickle if isinstance(pickle, bytes) else str(pickle).encode()
    try:
        session = InboundGroupSession.from_pickle(pickled, str(fingerprint), str(sender_key), str(room), secret)
        key = session.export_session(session.first_known_index)
    except (ValueError, vodozemac.PickleException):
        log.warning("a key cannot be read, and is not in the backup", room=room)
        return None
    return Inbound(str(room), str(sender_key), str(fingerprint), str(person), int(str(received)), key)


def written(keys: Iterable[Inbound]) -> bytes:
    """Keys as JSON."""
    return json.dumps([asdict(each) for each in keys]).encode()


def read(data: bytes) -> list[Inbound]:
    """Keys from JSON. Raises `ValueError`."""
    try:
        return [Inbound(**each) for each in raw.sequence(raw.parse(data))]
    except (TypeError, raw.Malformed):
        raise ValueError("these are no keys") from None


def take_over(crypto: Crypto, keys: Iterable[Inbound]) -> int:
    """Put keys into the store of a new device; those that it knows already stay as they are. Returns how many came.

    Raises `KeyStoreFailed`: then none came.
    """
    came: dict[str, tuple[InboundGroupSession, Inbound]] = {}
    with crypto.store.atomic():
        for each in keys:
            try:
                session = InboundGroupSession.import_session(each.key, each.ed25519, each.sender_key, each.room)
            except ValueError:
                log.warning("a key from a backup cannot be used", room=each.room)
                continue
            if not crypto.knows(session.id):
                crypto.store.nio.save_inbound_group_session(session)
                crypto.store.keep_owner(session.id, each.person, each.received)
                came[session.id] = (session, each)
    for id_, (session, each) in came.items():
        crypto.machine.inbound_group_store.add(session)
        crypto.machine.sessions[id_] = session
        crypto.machine.owners[id_] = each.person
    return len(came)

