"""From a command to its reply, beside a bare HTTP client and a bare nio loop that answer at once and keep nothing.

One person asks one at a time, each in a room of their own on the same homeserver; who is asked first changes with each
round, so that neither warm-up nor a busy moment favours one. The bot commits before it answers; the bare clients do not.
No reply is encrypted by the bare HTTP client: the encrypted room is compared with its plain one, too.
"""

from __future__ import annotations

import asyncio
import statistics
from typing import TYPE_CHECKING, Any

from tests.bench.processes import Subject, memory
from tests.bench.wire import COMMAND, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bench.stage import Stage
    from tests.bench.table import Rows

WARM_UP = 15
_SETTLES = 0.03
"""Seconds after an answer, so that what one still does with its own reply does not slow the next."""

COLUMNS = ("command to reply", "median ms", "p95 ms", "ratio of medians", "ratio of p95", "memory MB")


async def measure(stage: Stage, commands: int) -> Rows:
    """Ask everyone `commands` times, after a warm-up; one row each."""
    kinds: dict[str, tuple[str, str]] = {}
    contents: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    count = WARM_UP + commands
    async with stage.sealer() as person:
        rooms: dict[str, tuple[Subject, bool]] = {
            "bare http, plain room": (stage.http, False),
            "bare nio, plain room": (stage.nio, False),
            "folkmoot, plain room": (stage.bot, False),
            "folkmoot, encrypted room": (stage.bot, True),
        }
        for name, (subject, encrypted) in rooms.items():
            room = await person.create_room(encrypted=encrypted, invite=[subject.account.user])
            kinds[name] = room, subject.account.user
            if subject is not stage.bot:
                await stage.join(subject, room)
        await stage.start(stage.http, stage.nio, stage.bot)
        for name, (subject, encrypted) in rooms.items():
            room, _ = kinds[name]
            if subject is stage.bot:
                await person.hears("I am Folkmoot", room=room, timeout=60)
            if encrypted:
                sealed = await person.seal(room, [plain(COMMAND)] * count)
                contents[name] = [("m.room.encrypted", content) for content in sealed]
            else:
                contents[name] = [("m.room.message", plain(COMMAND))] * count
    times: dict[str, list[float]] = {name: [] for name in rooms}
    names = list(rooms)
    for turn in range(count):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            taken = await stage.asker.ask(*kinds[name], *contents[name][turn])
            times[name].append(taken)
            await asyncio.sleep(_SETTLES)
    measured = {name: taken[WARM_UP:] for name, taken in times.items()}
    base = measured["bare http, plain room"]
    return [
        (
            name,
            f"{1000 * statistics.median(taken):.1f}",
            f"{1000 * p95(taken):.1f}",
            f"{statistics.median(taken) / statistics.median(base):.2f}",
            f"{p95(taken) / p95(base):.2f}",
            f"{memory(rooms[name][0].pid):.0f}",
        )
        for name, taken in measured.items()
    ]


def p95(taken: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]
