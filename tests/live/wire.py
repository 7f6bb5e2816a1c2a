"""What the homeserver keeps of what a bot sent: in a room that is encrypted, nothing of it may be readable there, nor by anybody outside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import vodozemac

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

NO_WORDS = ("m.room.encrypted", "m.reaction", "m.room.redaction")
"""What may stand in an encrypted room as the server sees it: Matrix never encrypts the last two."""


_IN_THE_CLEAR = """SELECT said.room_id, said.type FROM events AS said
    WHERE said.sender = ? AND said.state_key IS NULL AND said.type NOT IN (?, ?, ?)
    AND EXISTS (SELECT 1 FROM events AS sealed WHERE sealed.room_id = said.room_id
      AND sealed.type = 'm.room.encryption' AND sealed.stream_ordering < said.stream_ordering)"""
_TWICE = """SELECT room_id, substr(json ->> '$.content."org.folkmoot.mark"', 1, 20) AS mark
    FROM events JOIN event_json USING (event_id, room_id)
    WHERE sender = ? AND mark IS NOT NULL GROUP BY room_id, mark HAVING count(*) > 1"""
_OUTSIDE = """SELECT events.event_id, json ->> '$.content.session_id', json ->> '$.content.ciphertext'
    FROM events JOIN event_json USING (event_id, room_id)
    WHERE sender = ?1 AND type = 'm.room.encrypted' AND coalesce(
      (SELECT membership FROM room_memberships AS moved WHERE moved.room_id = events.room_id AND user_id = ?2
       AND event_stream_ordering < stream_ordering ORDER BY event_stream_ordering DESC LIMIT 1), 'leave') NOT IN ('join', 'invite')"""


def in_the_clear(homeserver: Path, bot: str) -> list[tuple[str, str]]:
    """Room and type of each message that `bot` sent unencrypted into a room after it was encrypted; `homeserver` is Synapse's folder."""
    return _found(homeserver, _IN_THE_CLEAR, (bot, *NO_WORDS))


def said_twice(homeserver: Path, bot: str) -> list[tuple[str, str]]:
    """Room and mark of each thing that `bot` sent more than once."""
    return _found(homeserver, _TWICE, (bot,))


def readable_outside(homeserver: Path, bot: str, person: str, keys: Mapping[str, int]) -> list[str]:
    """What `bot` said in rooms where `person` was neither in nor asked in, and `keys` open: sessions, each from which message on."""
    return [
        event
        for event, session, text in _found(homeserver, _OUTSIDE, (bot, person))
        if session in keys and keys[session] <= vodozemac.MegolmMessage.from_base64(text).message_index()
    ]


def _found(homeserver: Path, query: str, values: Sequence[str]) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(f"file:{homeserver / 'homeserver.db'}?mode=ro", uri=True, timeout=30)) as database:
        return database.execute(query, values).fetchall()
