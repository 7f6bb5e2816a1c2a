"""What belongs to a person and not to a room: `commands.ports.Directory` on SQLite."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.database import Database
from commands.ports import Group, Settings


class People:
    """Settings, and the groups that a person and the bot are both in."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def settings(self, person: str) -> Settings:
        """Their own settings."""
        row = self._db.one("SELECT language, zone, receipts, quiet, nudges FROM person WHERE person = ?", (person,))
        if row is None:
            return Settings()
        return Settings(row["language"], row["zone"], row["receipts"], row["quiet"], bool(row["nudges"]))

    def save(self, person: str, settings: Settings) -> None:
        """Keep their settings."""
        self._db.execute(
            "INSERT OR REPLACE INTO person (person, language, zone, receipts, quiet, nudges) VALUES (?, ?, ?, ?, ?, ?)",
            (person, settings.language, settings.zone, settings.receipts, settings.quiet, int(settings.nudges)),
        )

    def groups(self, person: str) -> Sequence[Group]:
        """The groups (no direct chats) that the person is a joined member of, and the bot too; numbered by room."""
        rows = self._db.all(
            """SELECT room.room, room.name FROM room JOIN member USING (room)
               WHERE member.person = ? AND membership = 'join' AND joined AND direct IS NULL ORDER BY room.room""",
            (person,),
        )
        return [Group(row["room"], row["name"]) for row in rows]

    def reminders(self, person: str) -> int:
        """How many open reminders to one person alone this person has made, in all rooms and chats."""
        row = self._db.one("SELECT count(*) AS n FROM reminder WHERE owner = ? AND open AND whom != ''", (person,))
        return int(row["n"]) if row else 0

    def left_alone(self, person: str) -> bool:
        """Whether the person left the direct chat with the bot, or did not want it, and there is no other."""
        row = self._db.one(
            """SELECT count(*) AS chats, count(member.person) AS kept FROM room
               LEFT JOIN member ON member.room = room.room AND member.person = ?1 WHERE direct = ?1 AND joined""",
            (person,),
        )
        return bool(row and row["chats"] and not row["kept"])

    def reachable(self, person: str) -> bool:
        """Whether a request may reach this person in their quiet hours."""
        return self._db.one("SELECT 1 FROM reachable WHERE person = ?", (person,)) is not None

    def reach(self, person: str, *, always: bool) -> None:
        """Keep whether it may."""
        if always:
            self._db.execute("INSERT OR IGNORE INTO reachable (person) VALUES (?)", (person,))
        else:
            self._db.execute("DELETE FROM reachable WHERE person = ?", (person,))

    def choose(self, person: str, group: int) -> None:
        """From now on their direct chats are about this group."""
        self._db.execute("UPDATE room SET chosen = ? WHERE direct = ?", (group, person))

    def chosen(self, person: str) -> int | None:
        """The group that the person's direct chat is about: the chosen one, or the only one that they share with the bot."""
        groups = [group.number for group in self.groups(person)]
        if len(groups) == 1:
            return groups[0]
        row = self._db.one("SELECT chosen FROM room WHERE direct = ? AND chosen IS NOT NULL", (person,))
        return row["chosen"] if row and row["chosen"] in groups else None
