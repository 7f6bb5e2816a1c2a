"""How long things are kept: by kind, as each group chose within its host's limits, and a room's data after we left it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.authorship import OF_A_PERSON
from bot.store.belongings import delete_room, rooms_left
from bot.store.database import Database, millis
from bot.store.holdings import PERSONAL

SETTING = "keep-"
"""What a group chose is the setting of this name and the kind: a number of days."""


def _reasons(database: Database, room: int, before: datetime) -> None:
    """Why people voted as they did: in the record and beside their votes, once the vote is over."""
    stamp = before.strftime("%Y-%m-%dT%H:%M:%SZ")
    names = " OR ".join(f"name LIKE '{kind}-%'" for kind in OF_A_PERSON)
    database.execute(
        f"""DELETE FROM entry_text WHERE room = ?1 AND (name = 'reason' OR {names})
            AND seq IN (SELECT seq FROM entry WHERE room = ?1 AND body ->> '$.at' < ?2)""",  # noqa: S608 - our own names
        (room, stamp),
    )
    database.execute(
        """UPDATE act SET ballot = json_remove(ballot, '$.reason') WHERE room = ?1 AND ballot ->> '$.reason' IS NOT NULL
           AND number IN (SELECT number FROM decision WHERE room = ?1 AND ended < ?2)""",
        (room, millis(before)),
    )


def _votes(database: Database, room: int, before: datetime) -> None:
    """The votes of people and who could vote, beside the record, which keeps the results."""
    for table in ("act", "elector"):
        database.execute(
            f"DELETE FROM {table} WHERE room = ?1 AND number IN (SELECT number FROM decision WHERE room = ?1 AND ended < ?2)",  # noqa: S608 - one of two names
            (room, millis(before)),
        )


def _requests(database: Database, room: int, before: datetime) -> None:
    """Requests and concerns that are closed."""
    marks = ", ".join("?" * len(PERSONAL))
    database.execute(
        f"DELETE FROM matter WHERE room = ? AND kind IN ({marks}) AND NOT open AND body ->> '$.closed' < ?",  # noqa: S608 - question marks only
        (room, *PERSONAL, millis(before)),
    )


def _reminders(database: Database, room: int, before: datetime) -> None:
    """Reminders that are over."""
    database.execute(
        "DELETE FROM reminder WHERE room = ? AND NOT open AND coalesce(body ->> '$.told', body ->> '$.made') < ?",
        (room, millis(before)),
    )


KINDS: Mapping[str, Callable[[Database, int, datetime], None]] = {
    "reasons": _reasons,
    "votes": _votes,
    "requests": _requests,
    "reminders": _reminders,
}
"""What a group can let go of by itself, by the kind's name."""


@dataclass(frozen=True, slots=True)
class Retention:
    """The host's part: how long a room's data stay after we left it, and the limits of what groups may choose, in days (0: none)."""

    after_leaving: timedelta = timedelta(days=30)
    shortest: int = 7
    longest: int = 0

    def days(self, chosen: int | None) -> int | None:
        """How many days something is kept: what the group chose, within the limits; `None`: for ever."""
        if chosen is None:
            return self.longest or None
        within = max(chosen, self.shortest)
        return min(within, self.longest) if self.longest else within

    def sweep(self, database: Database, now: datetime) -> Sequence[int]:
        """Delete what is kept no longer, inside the caller's transaction. Returns the rooms of which nothing is left."""
        gone = rooms_left(database, now, self.after_leaving)
        for room in gone:
            delete_room(database, room)
        names = [f"{SETTING}{kind}" for kind in KINDS]
        marks = ", ".join("?" * len(names))
        chosen = {
            (row["room"], row["name"]): _number(row["value"])
            for row in database.all(f"SELECT room, name, value FROM setting WHERE name IN ({marks})", tuple(names))  # noqa: S608 - question marks only
        }
        rooms = database.all("SELECT room FROM room WHERE direct IS NULL") if self.longest else []
        wanted = {*chosen, *((row["room"], name) for row in rooms for name in names)}
        for room, name in sorted(wanted):
            days = self.days(chosen.get((room, name)))
            if days is not None:
                KINDS[name.removeprefix(SETTING)](database, room, now - timedelta(days=days))
        return gone


def _number(value: str) -> int | None:
    found = json.loads(value)
    return found if type(found) is int and found > 0 else None
