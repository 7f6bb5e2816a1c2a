"""What the homeserver keeps of what a bot sent: in a room that is encrypted, nothing of it may be readable there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NO_WORDS = ("m.room.encrypted", "m.reaction", "m.room.redaction")
"""What may stand in an encrypted room as the server sees it: Matrix never encrypts the last two."""


def in_the_clear(homeserver: Path, bot: str) -> list[tuple[str, str]]:
    """Room and type of each message that `bot` sent unencrypted into a room after it was encrypted; `homeserver` is Synapse's folder."""
    with closing(sqlite3.connect(f"file:{homeserver / 'homeserver.db'}?mode=ro", uri=True, timeout=30)) as database:
        return database.execute(
            """SELECT said.room_id, said.type FROM events AS said
                WHERE said.sender = ? AND said.state_key IS NULL AND said.type NOT IN (?, ?, ?)
                AND EXISTS (SELECT 1 FROM events AS sealed WHERE sealed.room_id = said.room_id
                  AND sealed.type = 'm.room.encryption' AND sealed.stream_ordering < said.stream_ordering)""",
            (bot, *NO_WORDS),
        ).fetchall()
