"""Keys to messages go from one device to another, those of group rooms alone, and open there what they opened before."""

from __future__ import annotations

from pathlib import Path

import pytest
import vodozemac

from bot.matrix import inbound
from bot.matrix.crypto import Crypto
from bot.matrix.folder import Folder, Session, kept_session
from bot.matrix.inbound import Inbound
from bot.matrix.reading import Ciphertext, KeyMissing, envelope
from tests.matrix.small_server import ROOM

BOT, ANA = "@bot:test", "@ana:test"
DIRECT = "!direct:test"
SESSION = Session("https://test", BOT, "OLD", "token")


def held(path: Path, *rooms: str) -> tuple[dict[str, vodozemac.GroupSession], str]:
    """A device whose store opens what Ana says in these rooms from the second message on; her sessions, and a first message."""
    folder = Folder(path)
    folder.keep_session(SESSION)
    crypto = Crypto(BOT, "OLD", folder)
    sessions = {room: vodozemac.GroupSession() for room in rooms}
    first = {room: session.encrypt(b"before").to_base64() for room, session in sessions.items()}
    keys = [Inbound(room, "curve", "ed", ANA, 1000, exported(session)) for room, session in sessions.items()]
    assert inbound.take_over(crypto, keys) == len(rooms)
    crypto.close()
    folder.close()
    return sessions, first[ROOM]


def exported(session: vodozemac.GroupSession) -> str:
    """The key of a session as it is now."""
    receiver = vodozemac.InboundGroupSession(session.session_key)
    key = receiver.export_at(receiver.first_known_index)
    assert key is not None
    return str(key.to_base64())


def test_a_new_device_opens_what_the_old_one_could(tmp_path: Path) -> None:
    """What was sent after the backup is read on a new device, with whose it is and when the key came; earlier messages are not."""
    sessions, first = held(tmp_path / "old", ROOM, DIRECT)
    kept = kept_session(tmp_path / "old")
    assert kept == SESSION
    keys = inbound.taken(tmp_path / "old", SESSION, {ROOM})
    assert [(each.room, each.person, each.received) for each in keys] == [(ROOM, ANA, 1000)]
    said = {room: session.encrypt(b'{"type": "m.room.message"}').to_base64() for room, session in sessions.items()}

    folder = Folder(tmp_path / "new")
    crypto = Crypto(BOT, "NEW", folder)
    brought = inbound.read(inbound.written(keys))
    assert inbound.take_over(crypto, brought) == 1
    assert inbound.take_over(crypto, brought) == 0
    crypto.close()
    again = Crypto(BOT, "NEW", folder)
    event = {"event_id": "$1", "sender": ANA, "type": "m.room.encrypted", "origin_server_ts": 1, "content": {}}
    sealed = envelope(event, ROOM)
    assert sealed is not None
    assert again.open(sealed, Ciphertext(sessions[ROOM].session_id, said[ROOM])) == {"type": "m.room.message"}
    with pytest.raises(KeyMissing):
        again.open(sealed, Ciphertext(sessions[ROOM].session_id, first))
    with pytest.raises(KeyMissing):
        again.open(sealed, Ciphertext(sessions[DIRECT].session_id, said[DIRECT]))
    again.close()
    folder.close()


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    """A list that is none is refused, and a key that is garbage is left out beside those that are good."""
    for words in (b"no", b"[1]", b'[{"room": 1}]'):
        with pytest.raises(ValueError, match="no keys"):
            inbound.read(words)
    folder = Folder(tmp_path / "new")
    crypto = Crypto(BOT, "NEW", folder)
    good = Inbound(ROOM, "curve", "ed", ANA, 1000, exported(vodozemac.GroupSession()))
    assert inbound.take_over(crypto, [Inbound(ROOM, "curve", "ed", ANA, 1000, "garbage"), good]) == 1
    crypto.close()
    folder.close()
    assert inbound.taken(tmp_path / "nowhere", SESSION, {ROOM}) == []
