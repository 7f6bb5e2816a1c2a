"""The reminders of one room or direct chat: `commands.ports.Reminders` on SQLite."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store import shapes
from bot.store.database import Database
from bot.zones import digest
from policies.reminder import Reminder


class RoomReminders:
    """Bound to one room."""

    def __init__(self, database: Database, room: int) -> None:
        self._db = database
        self._room = room

    def get(self, number: int) -> Reminder | None:
        """Reminder `number`, also when it is over."""
        row = self._db.one("SELECT body FROM reminder WHERE room = ? AND number = ?", (self._room, number))
        return shapes.read(Reminder, row["body"]) if row else None

    def save(self, reminder: Reminder) -> None:
        """Keep it as it is now. The first one in a zone keeps by which rules its dates are computed."""
        zone = reminder.timing.zone
        if self._db.one("SELECT 1 FROM zone_rules WHERE zone = ?", (zone,)) is None:
            Zones(self._db).keep(zone, digest(zone))
        self._db.execute(
            """INSERT INTO reminder (room, number, owner, whom, zone, open, body) VALUES (?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET zone = excluded.zone, open = excluded.open, body = excluded.body""",
            (
                self._room,
                reminder.number,
                reminder.owner,
                reminder.whom,
                zone,
                int(reminder.under_way),
                shapes.write(reminder),
            ),
        )

    def forget(self, number: int) -> None:
        """Keep nothing of it."""
        self._db.execute("DELETE FROM reminder WHERE room = ? AND number = ?", (self._room, number))

    def of_group(self) -> Sequence[Reminder]:
        """The open ones that are said in the room, by number."""
        sql = "SELECT body FROM reminder WHERE room = ? AND open AND whom = '' ORDER BY number"
        return [shapes.read(Reminder, row["body"]) for row in self._db.all(sql, (self._room,))]

    def of_person(self, person: str) -> Sequence[Reminder]:
        """The open ones that this person made, or that come to them alone, by number."""
        sql = """SELECT body FROM reminder WHERE room = ?1 AND open AND whom != ''
                 AND (owner = ?2 OR whom = ?2 OR instr(body, ?3)) ORDER BY number"""
        found = [shapes.read(Reminder, row["body"]) for row in self._db.all(sql, (self._room, person, f'"{person}"'))]
        return [each for each in found if each.concerns(person)]

    def in_zone(self, zone: str) -> Sequence[Reminder]:
        """The open ones whose clock is that of an IANA zone."""
        sql = "SELECT body FROM reminder WHERE room = ? AND open AND zone = ? ORDER BY number"
        return [shapes.read(Reminder, row["body"]) for row in self._db.all(sql, (self._room, zone))]

    def allowed(self, person: str) -> frozenset[str]:
        """Who may remind this person here, by id; an empty id is everybody in the group."""
        rows = self._db.all("SELECT sender FROM reminded_by WHERE room = ? AND person = ?", (self._room, person))
        return frozenset(row["sender"] for row in rows)

    def allow(self, person: str, sender: str) -> None:
        """From now on `sender` may remind this person; an empty id is everybody in the group."""
        self._db.execute("INSERT OR IGNORE INTO reminded_by (room, person, sender) VALUES (?, ?, ?)", (self._room, person, sender))

    def allow_nobody(self, person: str) -> None:
        """From now on nobody may."""
        self._db.execute("DELETE FROM reminded_by WHERE room = ? AND person = ?", (self._room, person))


class Zones:
    """By which rules the dates of open reminders were computed, for the whole program."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def used(self) -> Sequence[str]:
        """The zones of all open reminders, each found by one look into the index."""
        rows = self._db.all(
            """WITH RECURSIVE used (zone) AS (
                 SELECT min(zone) FROM reminder WHERE open
                 UNION ALL
                 SELECT (SELECT min(zone) FROM reminder WHERE open AND zone > used.zone) FROM used WHERE used.zone IS NOT NULL
               ) SELECT zone FROM used WHERE zone IS NOT NULL"""
        )
        return [row["zone"] for row in rows]

    def digest(self, zone: str) -> str | None:
        """The rules by which the dates in this zone were last computed."""
        row = self._db.one("SELECT digest FROM zone_rules WHERE zone = ?", (zone,))
        return str(row["digest"]) if row else None

    def keep(self, zone: str, digest: str) -> None:
        """All dates in this zone are computed by these rules."""
        self._db.execute("INSERT OR REPLACE INTO zone_rules (zone, digest) VALUES (?, ?)", (zone, digest))

    def rooms(self, zone: str) -> Sequence[int]:
        """The rooms with open reminders in this zone."""
        rows = self._db.all("SELECT DISTINCT room FROM reminder WHERE open AND zone = ?", (zone,))
        return [row["room"] for row in rows]


