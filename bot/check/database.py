"""The two databases: the groups' and the keys'; and what waits to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.check.model import Check, Finding, Need, listed, ok, problem, warning
from bot.check.scene import DATABASE, Scene
from bot.matrix.kept import KEYS
from bot.store.versions import Newer

_PUT_BACK: Final = "Stop the bot, keep the file for whoever can look at it, and put a backup back."
_LATE: Final = timedelta(minutes=5)
_DEEP: Final = 100


async def _database(scene: Scene) -> Sequence[Finding]:
    if scene.unsound:
        return [problem(f"{DATABASE} cannot be opened ({scene.unsound})", _PUT_BACK)]
    if scene.database is None:
        return [ok(f"{DATABASE} is not there yet; the bot makes it when it starts")]
    faults = scene.database.faults()
    if faults:
        return [problem(f"{DATABASE} is damaged: {listed(faults, 2)}", _PUT_BACK)]
    dangling = scene.database.dangling()
    if dangling:
        return [problem(f"{DATABASE} has rows that belong to nothing, in {listed(dangling)}", _PUT_BACK)]
    try:
        scene.database.refuse_newer()
    except Newer as newer:
        says, _, do = str(newer).partition(" Nothing was changed. ")
        return [problem(says, do)]
    return [ok(f"{DATABASE} is sound" + ("; it is from an older version and brought up to date at the next start" if scene.database.older() else ""))]


async def _key_store(scene: Scene) -> Sequence[Finding]:
    if not (scene.kept.path / KEYS).exists():
        return [ok(f"{KEYS} is not there yet; the bot makes it when it logs in")]
    faults = scene.kept.faults()
    if faults:
        return [problem(f"{KEYS} is damaged: {listed(faults, 2)}", "Stop the bot and start it again with its password: it makes a new device with the same identity.")]
    return [ok(f"{KEYS} is sound")]


async def _outbox(scene: Scene) -> Sequence[Finding]:
    assert scene.database is not None
    now = scene.clock.now()
    depth, since = scene.database.waiting(now)
    late = now - since if since is not None else timedelta()
    if not scene.running:
        waits = f"messages that wait: {depth}," if depth else "nothing waits"
        due = f", and what was due {_long(late)} ago" if late else ""
        return [ok(f"{waits} until the bot runs again{due}")]
    if late > _LATE:
        return [problem(f"something has been due for {_long(late)} and has not happened", "Look into the log: the homeserver may not answer, or the disk be full.")]
    if depth > _DEEP:
        return [warning(f"much waits to be sent; messages: {depth}", "The account's rate limit may be the reason; see rate limit below.")]
    return [ok(f"nothing is late; messages that wait to be sent: {depth}" if depth else "nothing waits to be sent")]


def _long(span: timedelta) -> str:
    for words, unit in (("days", timedelta(days=1)), ("hours", timedelta(hours=1))):
        if span >= 2 * unit:
            return f"{span // unit} {words}"
    return f"{span // timedelta(minutes=1)} minutes"


CHECKS = (
    Check("database", "SQLite finds nothing wrong in the groups' database, and this version can use it.", _database),
    Check("key store", "SQLite finds nothing wrong in the database of the keys.", _key_store),
    Check("outbox", "How much waits to be sent, and whether something that was due has not happened.", _outbox, Need.DATABASE),
)
