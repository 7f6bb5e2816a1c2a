"""One room as commands see it: `commands.ports.Room` on SQLite, bound to that room and to no other."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from urllib.parse import quote

from bot.store.belongings import RoomBelongings
from bot.store.boards import RoomBoard
from bot.store.charters import RoomCharter
from bot.store.database import Database, millis, moment
from bot.store.decisions import RoomDecisions
from bot.store.floor import RoomFloor
from bot.store.journal import RoomRecord
from bot.store.matters import RoomMatters
from bot.store.newcomers import RoomNewcomers
from bot.store.reminders import RoomReminders
from bot.store.roles import RoomRoles, RoomRollCalls
from bot.store.secrets import RoomSecrets
from policies.model import Person


def _level(value: object) -> int:
    """A power level; rooms before version 10 may hold one as text."""
    return int(value) if isinstance(value, int) or (isinstance(value, str) and value.lstrip("-").isdigit()) else 0



class RoomStore:
    """The data of the room with our number `room`. `bot` is never among its members."""

    def __init__(self, database: Database, room: int, bot: str, language: str, zone: str) -> None:
        self._db = database
        self._room = room
        self._bot = bot
        row = database.one("SELECT matrix, name, encrypted, language, zone, since FROM room WHERE room = ?", (room,))
        assert row is not None
        self._matrix: str = row["matrix"]
        self.name: str = row["name"]
        self.encrypted = bool(row["encrypted"])
        self.language: str = row["language"] or language
        self.zone: str = row["zone"] or zone
        self.begun = moment(row["since"]) if row["since"] is not None else None
        self.belongings = RoomBelongings(database, room)
        self.board = RoomBoard(database, room)
        self.charter = RoomCharter(database, room)
        self.decisions = RoomDecisions(database, room)
        self.floor = RoomFloor(database, room)
        self.reminders = RoomReminders(database, room)
        self.matters = RoomMatters(database, room, self.decisions, self.reminders)
        self.record = RoomRecord(database, room)
        self.roles = RoomRoles(database, room, self.members)
        self.roll_calls = RoomRollCalls(database, room)
        self.secrets = RoomSecrets(database, room)
        self.newcomers = RoomNewcomers(database, room)

    def members(self) -> frozenset[str]:
        """The ids of the people who are joined now: without the bot, and without the programs and puppets on the group's list."""
        return self.present() - self.programs()

    def present(self) -> frozenset[str]:
        """The ids of all accounts that are joined now, without the bot."""
        rows = self._db.all(
            "SELECT person FROM member WHERE room = ? AND membership = 'join' AND person != ?", (self._room, self._bot)
        )
        return frozenset(row["person"] for row in rows)

    def admins(self) -> frozenset[str]:
        """Those members who can change the powers of the Matrix room. Creators rank above everybody in room version 12."""
        row = self._db.one("SELECT power, creators FROM room WHERE room = ?", (self._room,))
        assert row is not None
        power = json.loads(row["power"])
        needed = power.get("events", {}).get("m.room.power_levels", power.get("state_default", 50))
        able = {person for person, level in power.get("users", {}).items() if level >= needed}
        everybody = power.get("users_default", 0) >= needed
        return self.members() & (self.members() if everybody else able | set(json.loads(row["creators"])))

    def settled(self, before: datetime) -> frozenset[str]:
        """The ids of those members who joined at `before` or earlier."""
        rows = self._db.all(
            """SELECT person FROM member WHERE room = ? AND membership = 'join' AND person != ?
               AND coalesce(since, 0) <= ?""",
            (self._room, self._bot, millis(before)),
        )
        return frozenset(row["person"] for row in rows) - self.programs()

    def setting(self, name: str) -> Any | None:
        """What the group set under this name, in JSON values; `None`: nothing."""
        row = self._db.one("SELECT value FROM setting WHERE room = ? AND name = ?", (self._room, name))
        return json.loads(row["value"]) if row else None

    def keep_setting(self, name: str, value: Any | None) -> None:
        """Keep what the group set; `None` forgets it. Language and zone are where the program looks for them."""
        if name in {"language", "zone"}:
            self._db.execute(f"UPDATE room SET {name} = ? WHERE room = ?", (value, self._room))  # noqa: S608 - one of two names
        if value is None:
            self._db.execute("DELETE FROM setting WHERE room = ? AND name = ?", (self._room, name))
        else:
            self._db.execute(
                "INSERT OR REPLACE INTO setting (room, name, value) VALUES (?, ?, ?)",
                (self._room, name, json.dumps(value, ensure_ascii=False)),
            )

    def programs(self) -> frozenset[str]:
        """The accounts that the group has listed as programs or as bridges' puppets."""
        listed = self.setting("bots")
        return frozenset(listed) if isinstance(listed, list) else frozenset()

    def may_invite(self) -> frozenset[str]:
        """The members who may let somebody in. Creators rank above everybody in room version 12."""
        row = self._db.one("SELECT power, creators FROM room WHERE room = ?", (self._room,))
        assert row is not None
        power, creators = json.loads(row["power"]), json.loads(row["creators"])
        usual, levels = _level(power.get("users_default")), power.get("users", {})
        needed = _level(power.get("invite"))
        return frozenset(each for each in self.members() if each in creators or _level(levels.get(each, usual)) >= needed)

    def person(self, id: str) -> Person:  # noqa: A002
        """How to show a person here: their display name, with the id where another member has the same, else the id."""
        row = self._db.one("SELECT name FROM member WHERE room = ? AND person = ?", (self._room, id))
        name = row["name"] if row else None
        if not name:
            return Person(id, id)
        twins = self._db.one(
            "SELECT count(*) AS n FROM member WHERE room = ? AND name = ? AND person != ?", (self._room, name, id)
        )
        return Person(id, f"{name} ({id})" if twins and twins["n"] else name)

    def link(self, event: str) -> str:
        """A link to an event of this room. The ids of newer rooms name no server, so it says through which one to come."""
        servers = dict.fromkeys(each.partition(":")[2] for each in (self._matrix, self._bot) if ":" in each)
        via = "&".join(f"via={quote(server, safe=':[]')}" for server in servers)
        return f"https://matrix.to/#/{quote(self._matrix, safe='!:')}/{quote(event, safe='$:')}?{via}"

    def next_number(self) -> int:
        """The next number of the room's one running series."""
        row = self._db.one("UPDATE room SET numbers = numbers + 1 WHERE room = ? RETURNING numbers", (self._room,))
        assert row is not None
        return int(row["numbers"])

    def schedule(self, kind: str, number: int, at: datetime) -> None:
        """Do `kind` for `number` when `at` has come."""
        self._db.execute(
            "INSERT OR REPLACE INTO due (room, kind, number, at) VALUES (?, ?, ?, ?)",
            (self._room, kind, number, millis(at)),
        )

    def unschedule(self, kind: str, number: int) -> None:
        """Never mind."""
        self._db.execute("DELETE FROM due WHERE room = ? AND kind = ? AND number = ?", (self._room, kind, number))
