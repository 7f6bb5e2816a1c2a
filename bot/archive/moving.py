"""A group moves: what the host does with an export, on the command line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import IntegrityError, ProgrammingError

from bot.archive.opened import opened
from bot.archive.usable import usable
from bot.store.archive import Arrived, Differs, Progress, arrive, silent
from bot.store.belongings import new_room
from bot.store.database import Database, millis
from bot.store.rooms import RoomStore
from commands.entries import sense
from policies import record_file
from policies.chain import Checked
from policies.form import Strange
from policies.record_file import Unreadable

_ROOM_ID = re.compile(r"![\x21-\x7e]{1,254}")


@dataclass(frozen=True, slots=True)
class Home:
    """Where a group can live: the bot's own id, and the defaults of its host."""

    bot: str
    language: str
    zone: str


def verified(path: Path) -> Checked:
    """The check of a file that somebody has. Raises `Unreadable`."""
    with opened(path) as found:
        return record_file.read(found.record, sense)


def which(database: Database, words: str) -> int:
    """Our number of the room with this Matrix id, this number or this name. Raises `Differs` where there is none, or more than one."""
    rooms = database.all("SELECT room, matrix, name FROM room WHERE direct IS NULL")
    exact = [each["room"] for each in rooms if words in {each["matrix"], each["name"]} or words.removeprefix("#") == str(each["room"])]
    found: list[int] = exact or [each["room"] for each in rooms if each["name"].casefold() == words.casefold()]
    if not found:
        raise Differs("no-room")
    if len(found) > 1:
        raise Differs("several")
    return found[0]


def brought(
    database: Database, path: Path, home: Home, now: datetime, *, room: str | None = None, progress: Progress = silent
) -> Arrived:
    """Take a file in, all of it or nothing. `room`: the room that it is for, one that we know or a Matrix id; by default the one that it comes from.

    Raises `Unreadable`, `Differs`, `Broken`, and `Ended` where the database could not keep it.
    """
    with opened(path) as found:
        if found.room is None:
            # Another kind of file altogether is told first.
            record_file.Reading(next(found.record, b""))
            raise Unreadable("no-room")
        state = list(found.room)
        matrix = _place(database, room) if room else record_room(state)
        if not _ROOM_ID.fullmatch(matrix):
            raise Differs("no-id")
        if database.one("SELECT 1 FROM room WHERE matrix = ? AND direct IS NOT NULL", (matrix,)):
            raise Differs("direct")
        with database.transaction():
            row = database.one("SELECT room FROM room WHERE matrix = ? AND direct IS NULL", (matrix,))
            number = int(row["room"]) if row else new_room(database, matrix)
            try:
                arrived = arrive(database, number, found.record, state, progress)
                if not arrived.known:
                    if not usable(database, number, RoomStore(database, number, home.bot, home.language, home.zone)):
                        raise Unreadable("damaged")
                    # A group that is past its beginning needs no introduction.
                    database.execute("UPDATE room SET introduced = 1 WHERE room = ?", (number,))
                    database.execute("DELETE FROM due WHERE room = ? AND kind = 'arrived'", (number,))
                    # The room is told, and what is open is put up again, when the bot is there and running.
                    database.execute(
                        "INSERT OR REPLACE INTO due (room, kind, number, at) VALUES (?, 'arrived', 0, ?)", (number, millis(now))
                    )
            except Strange as strange:
                raise Unreadable("version") from strange
            except (IntegrityError, ProgrammingError, ArithmeticError, LookupError, OSError, TypeError, ValueError, AttributeError) as error:
                raise Unreadable("damaged") from error
    return arrived


def _place(database: Database, words: str) -> str:
    """The Matrix id of the room that is meant; a room that we do not know yet can be named by nothing else."""
    if words.startswith("!"):
        return words
    row = database.one("SELECT matrix FROM room WHERE room = ?", (which(database, words),))
    assert row is not None
    return str(row["matrix"])


def record_room(state: list[bytes]) -> str:
    """The Matrix id of the room that a file comes from. Raises `Unreadable`."""
    try:
        found = json.loads(state[1].decode())["room"]["matrix"]
    except (IndexError, KeyError, TypeError, ValueError):
        raise Unreadable("no-room") from None
    if not isinstance(found, str) or not found.startswith("!"):
        raise Unreadable("no-room")
    return found
