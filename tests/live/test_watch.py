"""The program is looked after as it runs: systemd, a monitor and the operator's room know how it is, and no log or page who said what."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

from tests.live.bot_process import BOT
from tests.live.circle import HELLO, WITHIN, Circle
from tests.live.conftest import PASSWORD, MakeBot, MakeMembers, gather
from tests.watch.test_pages import free_port, read
from tests.watch.test_supervisor import listening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matrix.member import Member
    from tests.live.conftest import LiveBot

PLAIN = ("bot", "run")
NAMES = ("Quixotania", "Zarathustrine", "Wolpertingine")
ROOM_NAME = "Marmalade conspiracy"
ELSEWHERE = "Elsewhere entirely"
TELLING = 8
"""Words of so many letters or more, which nobody else would use, must not be found."""


async def asked(port: int, page: str) -> tuple[int, str]:
    """What a monitor gets."""
    async with aiohttp.ClientSession() as asking, asking.get(f"http://127.0.0.1:{port}{page}") as answer:
        return answer.status, await answer.text()


def secrets_of(folder: Path) -> set[str]:
    """Every word that the bot keeps in its folder as a secret, and the token of its session."""
    found = {PASSWORD}
    for name in ("session.json", "identity.json", "secret.json"):
        kept = json.loads((folder / name).read_text())
        found |= {value for key, value in kept.items() if isinstance(value, str) and key not in {"homeserver", "user_id", "device_id"}}
    return found


def said_by(people: Sequence[Member]) -> set[str]:
    """All that anybody wrote in any room, the bot too, line by line."""
    lines = set()
    for person in people:
        for heard in person.heard:
            texts = [heard.body, str(heard.content.get("formatted_body", ""))]
            lines |= {line.strip() for text in texts for line in text.splitlines()}
    return {line for line in lines if len(line) >= TELLING}


def entries(log: str) -> list[dict[str, Any]]:
    """What was logged; fails for a line that is no JSON object with a UTC time, a level and an event."""
    found = [json.loads(line) for line in log.splitlines()]
    for entry in found:
        assert datetime.fromisoformat(entry["timestamp"]).utcoffset() == timedelta()
        assert entry["level"] in {"debug", "info", "warning", "error", "critical"}
        assert entry["event"]
    return found


async def many_words(circle: Circle, other: Member) -> None:
    """A group does what groups do, and some of it goes wrong: so much of what can be logged is logged."""
    ana, ben, cleo = circle.people
    await circle.proposes(ana, "Shall we buy the peppermint locomotive?", "until in 3 days")
    votes = [
        await person.say(circle.room, f"!vote 1 {word}")
        for person, word in ((ana, "yes because trampolines are loud"), (ben, "no"), (cleo, "yes"))
    ]
    await asyncio.gather(*map(circle.marked, votes))
    await circle.asks(ben, "!vote 1 yesterday maybe")
    await circle.asks(ben, "!propoze hippopotamus")
    await circle.asks(cleo, "!remind us tomorrow 9:00 that the accordion is to be tuned")
    await ana.say(circle.room, "Nobody must ever read about the clandestine walrus")
    direct = await ben.open_direct(circle.bot.user)
    await ben.hears("without a sign in front", room=direct, timeout=WITHIN)
    await ben.say(direct, "I feel like an upholstered volcano")
    await ben.hears("local emergency number", room=direct, timeout=WITHIN)
    await ana.react(circle.room, votes[1], "🥨")
    await circle.asks(cleo, "!set language klingon")
    await other.invite(await other.create_room(name=ELSEWHERE), circle.bot.user)
    await circle.settled()


async def test_a_run_is_watched_and_tells_nobody_what_was_said(members: MakeMembers, bots: MakeBot, tmp_path: Path) -> None:
    """Whoever started it hears READY, signs of life and STOPPING; the pages count; no log line, page or status holds a word, a name or a secret."""
    port = free_port()
    *people, ola = await members(4)
    alias = f"ops-{port}"
    operators, place = await asyncio.gather(
        ola.create_room(room_alias_name=alias, name="Operators"), gather(people, name=ROOM_NAME)
    )
    await asyncio.gather(*(person.change_name(name) for person, name in zip(people, NAMES, strict=True)))
    watch = {"port": port, "room": f"#{alias}:{ola.user.partition(':')[2]}"}
    bot = await bots(command=PLAIN, watch=watch, logs={"format": "json", "level": "debug"})
    bot.env = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "600000"}
    circle = Circle(bot, place, people)

    with listening(bot.env["NOTIFY_SOCKET"]) as systemd, systemd.collected() as heard:
        await bot.start()
        assert await heard.begins("READY=1", WITHIN) == "READY=1\nSTATUS=Well: 0 rooms, 0 to be sent"
        await circle.invites()
        await ola.invite(operators, bot.user)
        await ola.hears(HELLO, room=operators, sender=bot.user, timeout=WITHIN)
        await many_words(circle, ola)
        health, page = await asked(port, "/healthz"), await asked(port, "/metrics")
        assert (await bot.terminate()).code == 0
        await heard.begins("WATCHDOG=1", WITHIN)
        assert heard.lines[-1].startswith("STOPPING=1")
    assert health == (200, "well\n")
    numbers = read(page[1])
    assert numbers["folkmoot_rooms"] >= 2
    assert numbers["folkmoot_members"] == len(people) + 2
    assert numbers["folkmoot_one_time_keys"] > 10
    assert numbers["folkmoot_answer_seconds_count"] >= 8
    assert 0 < numbers["folkmoot_disk_free_ratio"] < 1
    assert numbers["folkmoot_sync_age_seconds"] < WITHIN

    spoil_record(bot)
    since = ola.now
    bot.command = BOT
    await bot.start()
    warning = await ola.hears("does not hold", room=operators, sender=bot.user, since=since, timeout=WITHIN)
    # What is sent twice would come before the answer to what is asked afterwards.
    await circle.settled()
    assert "folkmoot_broken_records 1.0" in (await asked(port, "/metrics"))[1]
    assert (await bot.terminate()).code == 0
    assert [each.body for each in ola.heard[since:] if "does not hold" in each.body] == [warning.body]
    assert warning.content["m.mentions"] == {}

    outside = "\n".join((page[1], *heard.lines, warning.body))
    log = bot.said()
    assert [entry["event"] for entry in entries(log) if entry["event"] in {"running", "stopped"}] == ["running", "stopped"] * 2
    words = said_by(people) - said_by([ola])
    assert {"peppermint", "walrus", "volcano"} <= {word for line in words for word in line.replace("?", "").split()}
    kept = secrets_of(bot.folder / "data")
    assert len(kept) >= 6
    for secret in {*words, *kept, *NAMES, ROOM_NAME, ELSEWHERE}:
        assert secret not in log
        assert secret not in outside
    for person in (*people, ola, bot):
        assert person.user not in outside


def spoil_record(bot: LiveBot) -> None:
    """Change a record as only somebody with the disk can."""
    with closing(sqlite3.connect(bot.folder / "data" / "folkmoot.db")) as database, database:
        database.execute("DROP TRIGGER entry_stays")
        changed = database.execute("UPDATE entry SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE seq = 1")
        assert changed.rowcount == 1
