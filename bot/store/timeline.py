"""What the timeline says about rooms and people, in tables of ours, in timeline order.

Rooms, members, powers, events seen, encrypted events that wait for their keys, and what is due. Matrix room ids become
our own room numbers here.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta

from bot.matrix.events import Membership, Power, Seed, Waiting
from bot.matrix.levels import POWER, Step, steps
from bot.store.database import Database, millis, moment

TOKEN = "token"  # noqa: S105 - the sync token's place, not a secret
KEPT_WAITING = timedelta(days=1)
PAGE = 100
_SECRETLY_ENDING = """(kind IN ('close', 'nudge') AND EXISTS (SELECT 1 FROM decision WHERE decision.room = due.room
    AND decision.number = due.number AND secrecy = 'secret'))"""


class Timeline:
    """Rooms and their members as the timeline has them. `bot` is our own user id."""

    def __init__(self, database: Database, bot: str) -> None:
        self._db = database
        self.bot = bot

    def value(self, name: str) -> str | None:
        """A value that belongs to the whole program."""
        row = self._db.one("SELECT value FROM program WHERE name = ?", (name,))
        return str(row["value"]) if row else None

    def keep(self, name: str, value: str) -> None:
        """Keep such a value."""
        self._db.execute("INSERT OR REPLACE INTO program (name, value) VALUES (?, ?)", (name, value))

    def drop(self, name: str) -> None:
        """Keep it no longer."""
        self._db.execute("DELETE FROM program WHERE name = ?", (name,))

    def room(self, matrix: str) -> sqlite3.Row | None:
        """The room with this Matrix id."""
        return self._db.one("SELECT * FROM room WHERE matrix = ?", (matrix,))

    def numbered(self, room: int) -> sqlite3.Row:
        """The room with our number."""
        row = self._db.one("SELECT * FROM room WHERE room = ?", (room,))
        if row is None:
            raise LookupError(room)
        return row

    def joined(self) -> Collection[str]:
        """The Matrix ids of the rooms that we are in and know."""
        return [row["matrix"] for row in self._db.all("SELECT matrix FROM room WHERE joined")]

    def groups(self) -> list[int]:
        """Our numbers of the groups that we are in."""
        return [row["room"] for row in self._db.all("SELECT room FROM room WHERE joined AND direct IS NULL")]

    def gaps(self) -> Mapping[str, str]:
        """Rooms with missing pages: Matrix id -> the token up to which we have everything."""
        return {row["matrix"]: row["gap"] for row in self._db.all("SELECT matrix, gap FROM room WHERE gap IS NOT NULL")}

    def gap_rooms(self) -> frozenset[int]:
        """The same rooms by our numbers."""
        return frozenset(row["room"] for row in self._db.all("SELECT room FROM room WHERE gap IS NOT NULL"))

    def set_gap(self, room: int, token: str | None) -> None:
        """Pages are missing since `token`, or no longer."""
        if token is None:
            self._db.execute("UPDATE room SET gap = NULL WHERE room = ? AND gap IS NOT NULL", (room,))
        else:
            self._db.execute("UPDATE room SET gap = coalesce(gap, ?) WHERE room = ?", (token, room))

    def invited(self, matrix: str, sender: str, *, direct: bool) -> None:
        """Remember who asked us in, until we are in."""
        self._db.execute("INSERT OR REPLACE INTO invited (matrix, sender, direct) VALUES (?, ?, ?)", (matrix, sender, direct))

    def asked_by(self, matrix: str, *, direct: bool) -> str | None:
        """Who asked us into a room, as into a direct chat or into a group."""
        sql = "SELECT sender FROM invited WHERE matrix = ? AND direct = ?"
        row = self._db.one(sql, (matrix, int(direct)))
        return str(row["sender"]) if row else None

    def uninvited(self, matrix: str) -> None:
        """The invitation is gone, or we left again."""
        self._db.execute("DELETE FROM invited WHERE matrix = ?", (matrix,))

    def entered(self, matrix: str, seed: Seed, now: datetime) -> int:
        """We are in a room: a new one, one that we come back to, or the successor of one that we know."""
        row = self.room(matrix)
        if row is None and (old := self.continued(matrix, seed)) is not None:
            self._db.execute(
                "UPDATE room SET matrix = ?, successor = NULL, upgrader = NULL WHERE room = ?", (matrix, old["room"])
            )
            self._db.execute("INSERT OR REPLACE INTO former (matrix, room) VALUES (?, ?)", (old["matrix"], old["room"]))
            row = self.room(matrix)
        if row is None:
            invite = self._db.one("SELECT sender, direct FROM invited WHERE matrix = ?", (matrix,))
            # Apps mark a new chat with several people as direct too: it is a group, where not everything is said to us.
            alone = invite is not None and {each.person for each in seed.members} <= {self.bot, invite["sender"]}
            person = invite["sender"] if invite and invite["direct"] and alone else None
            opened = self._opened(seed) if invite is None else None
            self._db.execute(
                "INSERT INTO room (matrix, direct, introduced, since) VALUES (?, ?, ?, ?)",
                (matrix, person or opened, int(opened is not None), millis(now)),
            )
            row = self.room(matrix)
        assert row is not None
        self._db.execute("DELETE FROM invited WHERE matrix = ?", (matrix,))
        self._db.execute("UPDATE room SET joined = 1 WHERE room = ?", (row["room"],))
        self.seed(row["room"], seed, now)
        return int(row["room"])

    def continued(self, matrix: str, seed: Seed) -> sqlite3.Row | None:
        """The room of ours that goes on in this one, if one does."""
        old = self.room(seed.predecessor) if seed.predecessor else None
        # Two events must agree, and come from the same person: the old room's end, and the new one's beginning.
        agreed = old is not None and old["successor"] == matrix and old["upgrader"] == seed.founder
        return old if agreed else None

    def expected(self, matrix: str) -> bool:
        """Whether a room of ours is to go on in this one."""
        return self._db.one("SELECT 1 FROM room WHERE successor = ?", (matrix,)) is not None

    def on_the_way(self) -> int:
        """How many groups we were asked into and are about to join."""
        row = self._db.one(
            """SELECT count(*) AS n FROM invited WHERE NOT direct AND EXISTS (
                 SELECT 1 FROM outbox WHERE kind = 'join' AND payload ->> '$.room' = invited.matrix)"""
        )
        return int(row["n"]) if row else 0

    def outgrown(self, room: int, limit: int) -> int | None:
        """How many members a group has that is larger than `limit` and was not told so yet; from now on it was."""
        row = self._db.one(
            """UPDATE room SET outgrown = ?2 WHERE room = ?1 AND direct IS NULL AND outgrown IS NOT ?2 AND ?2 <
                 (SELECT count(*) FROM member WHERE member.room = ?1 AND membership = 'join' AND person != ?3)
               RETURNING (SELECT count(*) FROM member WHERE member.room = ?1 AND membership = 'join' AND person != ?3) AS n""",
            (room, limit, self.bot),
        )
        return int(row["n"]) if row else None

    def former(self, matrix: str) -> int | None:
        """Our number of the room that this one became by an upgrade, if it did."""
        row = self._db.one("SELECT room FROM former WHERE matrix = ?", (matrix,))
        return int(row["room"]) if row else None

    def _company(self, room: int) -> None:
        """A direct chat into which somebody else was asked is private no longer."""
        self._db.execute(
            """UPDATE room SET direct = '' WHERE room = ?1 AND direct != ''
               AND EXISTS (SELECT 1 FROM member WHERE member.room = ?1 AND person NOT IN (?2, direct))""",
            (room, self.bot),
        )

    def used(self, room: int) -> bool:
        """Whether anything was said in a direct chat but our greeting."""
        sql = "SELECT 1 WHERE ?1 IN (SELECT room FROM seen) OR ?1 IN (SELECT room FROM posted) OR ?1 IN (SELECT room FROM waiting)"
        return self._db.one(sql, (room,)) is not None

    def becomes_group(self, room: int) -> None:
        """What was taken for a direct chat is a group, to which we have not introduced ourselves yet."""
        self._db.execute("UPDATE room SET direct = NULL, introduced = 0 WHERE room = ?", (room,))

    def half_made(self, seed: Seed) -> bool:
        """Whether this is a direct chat that we open and the server is still making: whoever is asked in comes last.

        Until then it is not told either whether it is encrypted (Matrix client-server API, `createRoom`).
        """
        return seed.founder == self.bot and {member.person for member in seed.members} <= {self.bot}

    def _opened(self, seed: Seed) -> str | None:
        """With whom we opened a direct chat, if this room is one: we make no other rooms."""
        people = [member.person for member in seed.members if member.person != self.bot]
        return people[0] if len(people) == 1 and seed.founder == self.bot else None

    def opened(self, matrix: str, person: str) -> None:
        """The room is a direct chat with `person` that we opened ourselves."""
        row = self.room(matrix)
        if row is None:
            self._db.execute("INSERT INTO room (matrix, direct, joined, introduced) VALUES (?, ?, 0, 1)", (matrix, person))
        else:
            self._db.execute("UPDATE room SET direct = ?, introduced = 1 WHERE room = ?", (person, row["room"]))

    def direct(self, person: str, *, sealed: bool = False) -> int | None:
        """The direct chat that a person and we are in, or to which they are asked: an encrypted one before others, and alone where `sealed`."""
        row = self._db.one(
            """SELECT room.room FROM room JOIN member USING (room)
               WHERE direct = ?1 AND joined AND member.person = ?1 AND (encrypted OR NOT ?2)
               ORDER BY membership = 'join' DESC, encrypted DESC, room.room DESC""",
            (person, sealed),
        )
        return int(row["room"]) if row else None

    def seed(self, room: int, seed: Seed, now: datetime) -> None:
        """The room as the server described it at `now`. Whoever appeared while we did not look joined now, as far as we know."""
        self._db.execute(
            """UPDATE room SET name = ?, power = ?, creators = ?, version = ?, history = ?, encrypted = encrypted OR ?
               WHERE room = ?""",
            (seed.name, json.dumps(seed.power), json.dumps(sorted(seed.creators)), seed.version, seed.history, seed.encrypted, room),
        )
        known = {
            row["person"]: row["since"]
            for row in self._db.all("SELECT person, since FROM member WHERE room = ? AND membership = 'join'", (room,))
        }
        came = millis(now) if known else None
        self._db.execute("DELETE FROM member WHERE room = ?", (room,))
        self._db.connection.executemany(
            "INSERT INTO member (room, person, membership, name, since) VALUES (?, ?, ?, ?, ?)",
            [(room, each.person, each.membership, each.name, known.get(each.person, came)) for each in seed.members],
        )
        self._company(room)

    def moved(self, room: int, event: Membership) -> None:
        """Somebody came, went, was asked in, or changed their name."""
        if event.after in {"join", "invite"}:
            self._db.execute(
                """INSERT INTO member (room, person, membership, name, since) VALUES (?, ?, ?, ?, ?)
                   ON CONFLICT DO UPDATE SET membership = excluded.membership, name = excluded.name,
                   since = CASE WHEN member.membership = 'join' THEN member.since ELSE excluded.since END""",
                (room, event.person, event.after, event.name, millis(event.sent)),
            )
            self._company(room)
        else:
            self._db.execute("DELETE FROM member WHERE room = ? AND person = ?", (room, event.person))
        if event.person == self.bot and event.after in {"leave", "ban"}:
            self.gone(room)

    def gone(self, room: int) -> None:
        """We are out of a room; its data stays for when we come back."""
        self._db.execute("UPDATE room SET joined = 0, gap = NULL WHERE room = ?", (room,))

    def power(self, room: int, event: Power) -> None:
        """The room's power levels are these."""
        self._db.execute("UPDATE room SET power = ? WHERE room = ?", (json.dumps(event.content), room))

    def may_set(self, room: sqlite3.Row, kind: str) -> bool:
        """Whether we may set the state `kind` (`m.room.topic`...) of a room. Creators rank above everybody in room version 12."""
        if self.bot in json.loads(room["creators"]):
            return True
        power = json.loads(room["power"])
        own = power.get("users", {}).get(self.bot, power.get("users_default", 0))
        return level(own) >= level(power.get("events", {}).get(kind, power.get("state_default", 50)))

    def quieting(self, room: sqlite3.Row) -> tuple[Step, ...]:
        """What we would change of a room's levels for a pause; empty where we may not, or it would quiet nobody."""
        if not self.may_set(room, POWER):
            return ()
        power = json.loads(room["power"])
        own = power.get("users", {}).get(self.bot, power.get("users_default", 0))
        return steps(power, None if self.bot in json.loads(room["creators"]) else level(own))

    def may_remove(self, room: sqlite3.Row) -> bool:
        """Whether we may remove what others wrote in a room. Creators rank above everybody in room version 12."""
        if self.bot in json.loads(room["creators"]):
            return True
        power = json.loads(room["power"])
        own = power.get("users", {}).get(self.bot, power.get("users_default", 0))
        sending = power.get("events", {}).get("m.room.redaction", power.get("events_default", 0))
        return level(own) >= max(level(power.get("redact", 50)), level(sending))

    def renamed(self, room: int, name: str) -> None:
        """The room's name is this."""
        self._db.execute("UPDATE room SET name = ? WHERE room = ?", (name, room))

    def encrypted(self, room: int) -> None:
        """The room is encrypted, for good."""
        self._db.execute("UPDATE room SET encrypted = 1 WHERE room = ?", (room,))

    def disclosed(self, room: int, history: str) -> None:
        """What is said in the room is shown to these others from now on."""
        self._db.execute("UPDATE room SET history = ? WHERE room = ?", (history, room))

    def upgraded(self, room: int, successor: str, person: str) -> bool:
        """The room goes on elsewhere, if `person` has the power to say so."""
        if not _may_upgrade(self.numbered(room), person):
            return False
        self._db.execute("UPDATE room SET successor = ?, upgrader = ? WHERE room = ?", (successor, person, room))
        return True

    def introduced(self, room: int) -> bool:
        """Whether we introduced ourselves before; from now on we have."""
        row = self._db.one("UPDATE room SET introduced = 1 WHERE room = ? AND NOT introduced RETURNING room", (room,))
        return row is None

    def recipients(self, room: int) -> tuple[str, ...]:
        """For whom a message in the room is encrypted: its members, and those asked in where they may read history."""
        row = self.numbered(room)
        kinds = ("join",) if row["history"] == "joined" else ("join", "invite")
        marks = ",".join("?" * len(kinds))
        rows = self._db.all(f"SELECT person FROM member WHERE room = ? AND membership IN ({marks})", (room, *kinds))  # noqa: S608 - question marks only
        return tuple(each["person"] for each in rows)

    def is_member(self, room: int, person: str) -> bool:
        """Whether a person is in the room."""
        sql = "SELECT 1 FROM member WHERE room = ? AND person = ? AND membership = 'join'"
        return self._db.one(sql, (room, person)) is not None

    def inside(self, room: int) -> bool:
        """Whether we are in the room."""
        return bool(self.numbered(room)["joined"])

    def outcome(self, room: int, event: str) -> str | None:
        """What an event led to before: `done`, `unclear` (a command that was not understood), `told` (it was edited in vain), or nothing."""
        row = self._db.one("SELECT outcome FROM seen WHERE room = ? AND event = ?", (room, event))
        return str(row["outcome"]) if row else None

    def saw(self, room: int, event: str, outcome: str = "done") -> None:
        """An event had an effect."""
        self._db.execute("INSERT OR REPLACE INTO seen (room, event, outcome) VALUES (?, ?, ?)", (room, event, outcome))

    def waits(self, room: int, event: Waiting, since: datetime) -> bool:
        """An encrypted event waits for its key. False: it did already."""
        added = self._db.execute(
            "INSERT OR IGNORE INTO waiting (room, event, sender, sent, session, since) VALUES (?, ?, ?, ?, ?, ?)",
            (room, event.event, event.sender, millis(event.sent), event.session, millis(since)),
        )
        return added.rowcount > 0

    def waiting(self, sessions: Collection[str] | None = None) -> list[Waiting]:
        """Events that wait: all, or those whose session's key has come."""
        rows = self._db.all("SELECT waiting.*, matrix FROM waiting JOIN room USING (room) WHERE joined ORDER BY sent, event")
        return [
            Waiting(room=row["matrix"], event=row["event"], sender=row["sender"], sent=moment(row["sent"]), session=row["session"])
            for row in rows
            if sessions is None or row["session"] in sessions
        ]

    def session(self, room: int, event: str) -> str | None:
        """The session whose key an event waits for, if it does."""
        row = self._db.one("SELECT session FROM waiting WHERE room = ? AND event = ?", (room, event))
        return str(row["session"]) if row else None

    def waited(self, room: int, event: str) -> None:
        """It waits no longer."""
        self._db.execute("DELETE FROM waiting WHERE room = ? AND event = ?", (room, event))

    def unread(self, room: int, since: datetime | None, until: datetime) -> list[datetime]:
        """When we first met each unread event of the room that was sent in a span of time."""
        rows = self._db.all(
            "SELECT since FROM waiting WHERE room = ? AND sent BETWEEN ? AND ?",
            (room, millis(since) if since else 0, millis(until)),
        )
        return [moment(row["since"]) for row in rows]

    def to_tell(self, before: datetime) -> Mapping[int, frozenset[str]]:
        """Rooms where a message has stayed unread since `before`, with its senders, where nothing was said of it yet."""
        rows = self._db.all(
            """SELECT room, sender FROM waiting WHERE since <= ? AND NOT told
               AND NOT EXISTS (SELECT 1 FROM waiting AS other WHERE other.room = waiting.room AND other.told)""",
            (millis(before),),
        )
        rooms: dict[int, frozenset[str]] = {}
        for row in rows:
            rooms[row["room"]] = rooms.get(row["room"], frozenset()) | {row["sender"]}
        return rooms

    def told(self, room: int) -> None:
        """The room knows that we cannot read something."""
        self._db.execute("UPDATE waiting SET told = 1 WHERE room = ?", (room,))

    def drop_old_waiting(self, now: datetime) -> None:
        """Give up on what has waited for a day."""
        self._db.execute("DELETE FROM waiting WHERE since < ?", (millis(now - KEPT_WAITING),))

    def due(self, until: datetime) -> Iterator[sqlite3.Row]:
        """What is due at `until`, oldest first: room, kind, number, at. It may be done while this goes on."""
        last: tuple[object, ...] = (-1, 0, "", 0)
        while page := self._db.all(
            """SELECT due.* FROM due JOIN room USING (room)
               WHERE (due.at, due.room, due.kind, due.number) > (?, ?, ?, ?) AND due.at <= ? AND joined
               ORDER BY due.at, due.room, due.kind, due.number LIMIT ?""",
            (*last, millis(until), PAGE),
        ):
            yield from page
            last = tuple(page[-1][name] for name in ("at", "room", "kind", "number"))

    def due_in(self, room: int, until: datetime) -> sqlite3.Row | None:
        """The oldest due thing of a room at `until`, that is no end of a secret vote."""
        sql = f"SELECT * FROM due WHERE room = ? AND at <= ? AND NOT {_SECRETLY_ENDING} ORDER BY at, kind, number LIMIT 1"  # noqa: S608 - our own words
        return self._db.one(sql, (room, millis(until)))

    def ends_secret(self, due: sqlite3.Row) -> bool:
        """Whether a due thing is the end of a secret vote, or the reminder before it."""
        sql = f"SELECT 1 FROM due WHERE room = ? AND kind = ? AND number = ? AND {_SECRETLY_ENDING}"  # noqa: S608 - our own words
        return self._db.one(sql, (due["room"], due["kind"], due["number"])) is not None

    def is_due(self, now: datetime, read_to: datetime | None) -> bool:
        """Whether something is due that waits until the timeline is read further than to `read_to`."""
        row = self._db.one(
            "SELECT 1 FROM due JOIN room USING (room) WHERE at > ? AND at <= ? AND joined LIMIT 1",
            (-1 if read_to is None else millis(read_to), millis(now)),
        )
        return row is not None

    def next_due(self, now: datetime) -> datetime | None:
        """When the next thing is due."""
        row = self._db.one("SELECT min(at) AS at FROM due JOIN room USING (room) WHERE at > ? AND joined", (millis(now),))
        return moment(row["at"]) if row and row["at"] is not None else None

    def happened(self, due: sqlite3.Row) -> None:
        """A due thing is being done."""
        self._db.execute("DELETE FROM due WHERE room = ? AND kind = ? AND number = ?", (due["room"], due["kind"], due["number"]))

    def remains(self, due: sqlite3.Row) -> None:
        """A due thing could not be done after all."""
        self._db.execute(
            "INSERT OR REPLACE INTO due (room, kind, number, at) VALUES (?, ?, ?, ?)",
            (due["room"], due["kind"], due["number"], due["at"]),
        )


def level(value: int | str) -> int:
    """A power level as a number: rooms before version 10 may hold it as text. What is none is out of reach."""
    try:
        return int(value)
    except ValueError:
        return 101


def _may_upgrade(room: sqlite3.Row, person: str) -> bool:
    """Whether a person may end a room with a tombstone. Creators rank above everybody in room version 12."""
    power = json.loads(room["power"])
    if person in json.loads(room["creators"]) or not power:
        return True
    own = level(power.get("users", {}).get(person, power.get("users_default", 0)))
    return own >= level(power.get("events", {}).get("m.room.tombstone", power.get("state_default", 50)))
