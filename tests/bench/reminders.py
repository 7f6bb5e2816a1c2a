"""A database with very many open reminders: the start, the memory, and how punctual they are while commands are answered."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.store import shapes
from bot.store.database import Database, millis
from bot.store.reminders import Zones
from bot.zones import digest
from policies.reminder import GROUP, Reminder, Timing
from policies.when import Once
from tests.bench.processes import cpu_seconds, memory
from tests.bench.wire import COMMAND, plain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.stage import Stage
    from tests.bench.table import Rows

COLUMNS = ("reminders", "how many", "times", "median s", "slowest s", "CPU s", "memory MB")
STARTS = 3
GROUPS = 20
"""Rooms that are really joined, in each of which one reminder is due at the same second; the others are rows."""
ROOMS = 1000
_LEAD = timedelta(seconds=20)
_WITHIN = 120.0
_BETWEEN = 0.2
WEEKLY = Timing(wall="2026-01-06T19:00:00", zone="Europe/Berlin", rule="FREQ=WEEKLY;BYDAY=TU")
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


async def measure(stage: Stage, count: int) -> Rows:
    """Bring the bot into some rooms, give it `count` reminders in a thousand, and measure."""
    person, bot = stage.person, stage.bot
    rooms = []
    for number in range(GROUPS):
        made = await stage.asker.http("POST", "/createRoom", {"name": f"Circle {number}", "invite": [bot.account.user]})
        rooms.append(made["room_id"])
    await stage.start(bot)
    await stage.asker.heard_in(rooms, bot.account.user, _WITHIN)
    await bot.stop()
    filled = Filled(bot.folder / "data" / "folkmoot.db", person.user)
    rows: Rows = [("start to first reply, without any", "0", *await starts(stage, rooms, STARTS))]
    filled.fill(count)
    rows.append(("start to first reply", f"{count}", *await starts(stage, rooms, STARTS)))
    filled.forget_rules()
    rows.append(("first start with newer rules of all zones", f"{count}", *await starts(stage, rooms, 1)))
    filled.keep_rules()
    due = datetime.now(UTC) + _LEAD
    filled.due(due, rooms[1:])
    waits = [stage.asker.expect(room, bot.account.user) for room in rooms[1:]]
    await stage.start(bot)
    replies = await asyncio.gather(punctual(stage, waits, due), ask(stage, rooms[0], due + timedelta(seconds=4)))
    late, answered = replies
    rows.append((f"due at once in {len(waits)} rooms: late by", f"{count}", f"{len(late)}", *spread(late), "", f"{memory(bot.pid):.0f}"))
    rows.append(("!now meanwhile", f"{count}", f"{len(answered)}", *spread(answered), "", ""))
    return rows


async def starts(stage: Stage, rooms: list[str], times: int) -> tuple[str, ...]:
    """Start the bot `times` times with a command waiting for it: until the reply, CPU time and memory at that moment."""
    taken, used, held = [], [], []
    for start in range(times):
        wait = stage.asker.expect(rooms[start], stage.bot.account.user)
        await stage.asker.put(rooms[start], "m.room.message", plain(COMMAND))
        begun = time.perf_counter()
        await stage.start(stage.bot)
        taken.append(await stage.asker.arrival(wait, _WITHIN) - begun)
        used.append(cpu_seconds(stage.bot.pid))
        held.append(memory(stage.bot.pid))
        await stage.bot.stop()
    return f"{times}", *spread(taken), f"{statistics.median(used):.1f}", f"{max(held):.0f}"


def spread(taken: list[float]) -> tuple[str, str]:
    """The median and the slowest."""
    return f"{statistics.median(taken):.2f}", f"{max(taken):.2f}"


async def punctual(stage: Stage, waits: list[asyncio.Future[float]], due: datetime) -> list[float]:
    """How late each reminder is in the timeline, in seconds."""
    ahead = (due - datetime.now(UTC)).total_seconds()
    at = time.perf_counter() + ahead
    return [await stage.asker.arrival(wait, _WITHIN) - at for wait in waits]


async def ask(stage: Stage, room: str, until: datetime) -> list[float]:
    """How long `!now` takes, asked again and again until then."""
    taken = []
    while datetime.now(UTC) < until:
        taken.append(await stage.asker.ask(room, stage.bot.account.user, "m.room.message", plain(COMMAND), timeout=_WITHIN))
        await asyncio.sleep(_BETWEEN)
    return taken


@dataclass(frozen=True, slots=True)
class Filled:
    """The database of a bot that does not run."""

    path: Path
    person: str

    def fill(self, count: int) -> None:
        """Add rooms up to a thousand, and reminders in them: weekly ones, in four zones, of many people."""
        database = Database(self.path)
        with database.transaction():
            there = [row["room"] for row in database.all("SELECT room FROM room WHERE direct IS NULL")]
            for number in range(ROOMS - len(there)):
                matrix = f"!bench{number}:nowhere.example"
                row = database.one("INSERT INTO room (matrix, introduced) VALUES (?, 1) RETURNING room", (matrix,))
                assert row is not None
                there.append(row["room"])
            soon = datetime.now(UTC) + timedelta(days=1)
            for number in range(count):
                owner = f"@person{number % 5000}:nowhere.example"
                whom = owner if number % 4 else GROUP
                timing = replace(WEEKLY, zone=ZONES[number % len(ZONES)])
                one = Reminder(number // len(there) + 1000, owner, whom, f"a walk along the river {number}", timing, soon)
                self._add(database, there[number % len(there)], one, soon + timedelta(seconds=number % 600_000))
        database.truncate_log()
        database.close()
        self.keep_rules()

    def keep_rules(self) -> None:
        """All dates are computed by the rules that this machine has."""
        database = Database(self.path)
        for zone in Zones(database).used():
            Zones(database).keep(zone, digest(zone))
        database.close()

    def forget_rules(self) -> None:
        """As after a newer tzdata: the dates of all reminders must be computed anew."""
        database = Database(self.path)
        database.execute("DELETE FROM zone_rules")
        database.close()

    def due(self, at: datetime, rooms: list[str]) -> None:
        """Add one reminder for each of these rooms that is due then."""
        database = Database(self.path)
        with database.transaction():
            for number, matrix in enumerate(rooms):
                row = database.one("SELECT room FROM room WHERE matrix = ?", (matrix,))
                assert row is not None
                timing = Timing.of(Once(at, "UTC"))
                one = Reminder(900_000 + number, self.person, GROUP, "tea", timing, at - timedelta(hours=1))
                self._add(database, row["room"], one, at)
        database.close()

    @staticmethod
    def _add(database: Database, room: int, one: Reminder, at: datetime) -> None:
        database.execute(
            "INSERT INTO reminder (room, number, owner, whom, zone, open, body) VALUES (?, ?, ?, ?, ?, 1, ?)",
            (room, one.number, one.owner, one.whom, one.timing.zone, shapes.write(one)),
        )
        database.execute("INSERT INTO due (room, kind, number, at) VALUES (?, 'reminder', ?, ?)", (room, one.number, millis(at)))
