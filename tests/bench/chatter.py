"""What it costs to hear people talk about other things: CPU seconds for 10,000 messages, beside the bare clients.

All three hear the same messages in the same room at the same time; an encrypted room is opened by the bot and by nio, the
bare HTTP client only receives it. As people talk, nearly every message is a sync response of its own. In bursts, all
three are stopped while a burst is said: then what one message costs shows, and not what one request costs.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from typing import TYPE_CHECKING, Any

from tests.bench.processes import Subject, cpu_seconds, memory
from tests.bench.wire import COMMAND, MARK, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.bench.stage import Stage
    from tests.bench.table import Rows
    from tests.bench.wire import Sealer

COLUMNS = ("chatter", "messages", "messages/s", "CPU s per 10,000", "ratio to nio", "memory MB")
BURST = 90
"""Messages at once: fewer than one sync response holds, so that nobody has a gap to fill."""

_AT_ONCE = 4
_SENDS_FOR = 60.0
_CATCHES_UP_WITHIN = 120.0
_TALK = "the kettle is on and there is cake for everybody who comes early enough to find a chair near the window"


async def measure(stage: Stage, messages: int, *, encrypted: bool, bursts: bool) -> Rows:
    """Send the messages, and read what each process has spent when it has heard the last one."""
    subjects: list[Subject] = [stage.http, stage.nio, stage.bot]
    async with stage.sealer() as person:
        room = await person.create_room(encrypted=encrypted, invite=[each.account.user for each in subjects])
        for bare in (stage.http, stage.nio):
            await stage.join(bare, room)
        await stage.start(*subjects)
        await person.hears("I am Folkmoot", room=room, timeout=60)
        await _all_have_heard(stage, room, "ready", await _content(person, room, COMMAND, encrypted=encrypted))
        kind = "m.room.encrypted" if encrypted else "m.room.message"
        said: list[Mapping[str, Any]] = [plain(words) for words in _talk(messages)]
        if encrypted:
            said = await person.seal(room, said)
        ends = [await _content(person, room, COMMAND, encrypted=encrypted) for _ in said[:: BURST if bursts else None]]
    before = {each.name: cpu_seconds(each.pid) for each in subjects}
    begun = time.perf_counter()
    if bursts:
        sent = await _burst(stage, subjects, room=room, kind=kind, contents=said, ends=ends)
    else:
        sent = await _say(stage, room, kind, said)
        await _all_have_heard(stage, room, "end", ends[0])
    taken = time.perf_counter() - begun
    spent = {each.name: (cpu_seconds(each.pid) - before[each.name]) * 10_000 / sent for each in subjects}
    where = ("encrypted" if encrypted else "plain") + " room, " + ("in bursts" if bursts else "one by one")
    return [
        (
            f"{each.name}, {where}",
            f"{sent}",
            f"{sent / taken:.0f}",
            f"{spent[each.name]:.1f}",
            f"{spent[each.name] / spent[stage.nio.name]:.2f}",
            f"{memory(each.pid):.0f}",
        )
        for each in subjects
    ]


async def _content(person: Sealer, room: str, body: str, *, encrypted: bool) -> tuple[str, Mapping[str, Any]]:
    if encrypted:
        return "m.room.encrypted", (await person.seal(room, [plain(body)]))[0]
    return "m.room.message", plain(body)


async def _all_have_heard(stage: Stage, room: str, tag: str, command: tuple[str, Mapping[str, Any]]) -> None:
    """A mark for the bare clients, a command for the bot: who has answered has heard all that was before."""
    answered = stage.asker.ask(room, stage.bot.account.user, *command, timeout=_CATCHES_UP_WITHIN)
    await asyncio.gather(
        answered,
        stage.asker.put(room, MARK, {"tag": tag}),
        stage.http.seen(tag, _CATCHES_UP_WITHIN),
        stage.nio.seen(tag, _CATCHES_UP_WITHIN),
    )


async def _say(stage: Stage, room: str, kind: str, contents: Sequence[Mapping[str, Any]]) -> int:
    """As fast as the homeserver takes them, a few at a time; no longer than `_SENDS_FOR`. Returns how many were sent."""
    left = iter(contents)
    until = time.perf_counter() + _SENDS_FOR
    sent = 0

    async def some() -> None:
        nonlocal sent
        for content in left:
            if time.perf_counter() > until:
                return
            await stage.asker.put(room, kind, content)
            sent += 1

    await asyncio.gather(*(some() for _ in range(_AT_ONCE)))
    return sent


async def _burst(
    stage: Stage,
    subjects: Sequence[Subject],
    *,
    room: str,
    kind: str,
    contents: Sequence[Mapping[str, Any]],
    ends: Sequence[tuple[str, Mapping[str, Any]]],
) -> int:
    """Say `BURST` at a time while everyone is stopped, let everyone catch up, and go on. Returns how many were sent."""
    until = time.perf_counter() + 2 * _SENDS_FOR
    sent = 0
    for number, end in enumerate(ends):
        burst = contents[number * BURST : (number + 1) * BURST]
        _signal(subjects, signal.SIGSTOP)
        try:
            sent += await _say(stage, room, kind, burst)
        finally:
            _signal(subjects, signal.SIGCONT)
        await _all_have_heard(stage, room, f"burst {number}", end)
        if time.perf_counter() > until:
            break
    return sent


def _signal(subjects: Sequence[Subject], number: signal.Signals) -> None:
    for each in subjects:
        if each.pid is not None:
            os.kill(each.pid, number)


def _talk(messages: int) -> Iterator[str]:
    words = _TALK.split()
    for number in range(messages):
        begin = number % len(words)
        yield " ".join((words[begin:] + words[:begin])[: 4 + number % 15])
