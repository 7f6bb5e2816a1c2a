"""From the start of the process to the first reply, with many joined rooms, every second one encrypted."""

from __future__ import annotations

import asyncio
import statistics
import time
from typing import TYPE_CHECKING

from tests.bench.processes import Subject, memory
from tests.bench.wire import COMMAND, plain

if TYPE_CHECKING:
    from tests.bench.stage import Stage
    from tests.bench.table import Rows

COLUMNS = ("start to first reply", "rooms", "starts", "median s", "slowest s", "memory MB")
STARTS = 3
_AT_ONCE = 4
_JOINS_WITHIN = 600.0


async def measure(stage: Stage, count: int) -> Rows:
    """Let all join `count` rooms, then start each some times with a command waiting for it."""
    subjects: list[Subject] = [stage.http, stage.nio, stage.bot]
    people = [each.account.user for each in subjects]
    plain_rooms: list[str] = []
    sealed_rooms: list[str] = []
    async with stage.sealer() as person:
        turn = asyncio.Semaphore(_AT_ONCE)

        async def make(number: int) -> None:
            async with turn:
                encrypted = number % 2 == 1
                room = await person.create_room(encrypted=encrypted, invite=people, name=f"Circle {number}")
                (sealed_rooms if encrypted else plain_rooms).append(room)
                for bare in (stage.http, stage.nio):
                    await stage.join(bare, room)

        await asyncio.gather(*(make(number) for number in range(count)))
        begun = time.perf_counter()
        await stage.start(stage.bot)
        await stage.asker.heard_in([*plain_rooms, *sealed_rooms], stage.bot.account.user, _JOINS_WITHIN)
        invited = time.perf_counter() - begun
        after_joining = memory(stage.bot.pid)
        await stage.bot.stop()
        sealed = [(room, (await person.seal(room, [plain(COMMAND)]))[0]) for room in sealed_rooms[:STARTS]]
    rows: Rows = []
    cases = [(each, f"{each.name}, plain room") for each in subjects] + [(stage.bot, "folkmoot, encrypted room")]
    for subject, name in cases:
        taken, held = [], []
        for start in range(STARTS):
            if name.endswith("encrypted room"):
                room, kind, content = sealed[start][0], "m.room.encrypted", sealed[start][1]
            else:
                room, kind, content = plain_rooms[start], "m.room.message", plain(COMMAND)
            wait = stage.asker.expect(room, subject.account.user)
            await stage.asker.put(room, kind, content)
            begun = time.perf_counter()
            await stage.start(subject)
            taken.append(await stage.asker.arrival(wait, _JOINS_WITHIN) - begun)
            held.append(memory(subject.pid))
            await subject.stop()
        row = (name, f"{count}", f"{STARTS}", f"{statistics.median(taken):.1f}", f"{max(taken):.1f}", f"{max(held):.0f}")
        rows.append(row)
    rows.append(("folkmoot: first start, all invitations", f"{count}", "1", f"{invited:.1f}", "", f"{after_joining:.0f}"))
    return rows
