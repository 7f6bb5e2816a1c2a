"""Each event is a part of its own: what goes wrong in one is undone there, and the others stand."""

from __future__ import annotations

import re
import sqlite3
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.store.database import Ended
from commands.answers import Answer
from commands.ports import Context
from policies.model import Refused
from tests.store.stage import ANA, BEN, CLEO, PACE, PEOPLE, Stage


def spends_a_number(ctx: Context) -> None:
    """An effect that would be seen if it stayed."""
    ctx.room.next_number()
    ctx.room.schedule("close", 99, ctx.now)
    ctx.room.record.append("undone", ctx.now, {"number": 99}, {"question": "x"})


async def test_a_refusal_undoes_only_its_own_part() -> None:
    """What a handler did before it refused is undone; the refusal is told, and its neighbours stand."""
    stage = Stage()

    def refuses(ctx: Context) -> Answer:
        spends_a_number(ctx)
        raise Refused("number-unknown", number=99)

    stage.handles("now", refuses)
    stage.hear(stage.typed(ANA, "!propose Tea?"), stage.typed(BEN, "!now"), stage.typed(CLEO, "!propose Coffee?"))
    assert [row["number"] for row in stage.rows("decision")] == [1, 2]
    assert stage.rows("entry") == []
    assert stage.rows("due") == []
    await stage.deliver()
    assert any("There is no #99" in body for body in stage.server.bodies())


async def test_a_crash_undoes_its_part_and_is_answered_with_an_id_from_the_log() -> None:
    """What a crashed handler did is undone, its neighbours stand, and people get an id that the log has too."""
    stage = Stage()

    def crashes(ctx: Context) -> Answer:
        spends_a_number(ctx)
        raise ZeroDivisionError

    stage.handles("now", crashes)
    with capture_logs() as logs:
        stage.hear(stage.typed(ANA, "!propose Tea?"), stage.typed(BEN, "!now"), stage.typed(CLEO, "!propose Coffee?"))
    assert [row["number"] for row in stage.rows("decision")] == [1, 2]
    assert stage.rows("entry") == []
    assert stage.rows("due") == []
    await stage.deliver()
    said = next(body for body in stage.server.bodies() if "went wrong" in body)
    shown = re.search(r"\b[0-9a-f]{6}\b", said)
    assert shown is not None
    assert [log["crash"] for log in logs if log["log_level"] == "error"] == [shown[0]]


async def test_a_crashed_command_is_answered_once() -> None:
    """A command that crashed counts as seen: reading it again gives no second answer."""
    stage = Stage()

    def crashes(_: Context) -> Answer:
        raise ZeroDivisionError

    stage.handles("now", crashes)
    message = stage.typed(BEN, "!now")
    stage.hear(message)
    stage.hear(message)
    await stage.deliver()
    assert sum("went wrong" in body for body in stage.server.bodies()) == 1


async def test_a_constraint_is_a_crash_of_the_handler() -> None:
    """A handler that breaks a rule of the tables crashes alone; the response goes on."""
    stage = Stage()
    await stage.propose()

    def tampers(_: Context) -> Answer:
        stage.database.execute("UPDATE entry SET body = 'x'")
        return None

    stage.handles("now", tampers)
    stage.hear(stage.typed(BEN, "!now"), stage.typed(CLEO, "!propose Coffee?"))
    assert len(stage.rows("decision")) == 2
    await stage.deliver()
    assert any("went wrong" in body for body in stage.server.bodies())


async def test_an_error_of_sqlite_itself_ends_the_response() -> None:
    """When SQLite cannot go on inside a handler, that is no crash of the handler: nothing of the response is kept."""
    stage = Stage()
    before = stage.everything()

    def runs_out(_: Context) -> Answer:
        raise sqlite3.OperationalError("database or disk is full")

    stage.handles("now", runs_out)
    with pytest.raises(Ended):
        stage.hear(stage.typed(ANA, "!propose Tea?"), stage.typed(BEN, "!now"))
    assert stage.everything() == before


async def test_when_sqlite_rolls_everything_back_by_itself_nothing_is_kept() -> None:
    """A transaction that SQLite ended inside a savepoint is not gone on with, piece by piece, outside of any."""
    stage = Stage()
    before = stage.everything()

    def loses(_: Context) -> Answer:
        stage.database.execute("ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")

    stage.handles("now", loses)
    with pytest.raises(Ended):
        stage.hear(stage.typed(ANA, "!propose Tea?"), stage.typed(BEN, "!now"), stage.typed(CLEO, "!propose Coffee?"))
    assert stage.everything() == before


async def test_a_crash_of_what_was_due_keeps_it_due() -> None:
    """A deadline whose handling crashed is not forgotten: it is tried again a while later, and its effects come once."""
    stage = Stage()
    decision = await stage.propose()
    for person in PEOPLE:
        stage.say(person, "!vote 1 yes")
    closes = stage.app.book._follow["due close"]
    tried = 0

    def crashes(ctx: Context, **_: object) -> Answer:
        nonlocal tried
        tried += 1
        spends_a_number(ctx)
        raise ZeroDivisionError

    stage.app.book._follow["due close"] = [crashes]
    assert decision.closes is not None
    await stage.passes(decision.closes - stage.clock.at)
    await stage.passes(timedelta(seconds=20))
    assert tried == 1
    assert [entry.kind for entry in stage.store().record.latest(9)] == ["opened"]
    stage.app.book._follow["due close"] = closes
    await stage.passes(PACE.mend)
    assert stage.store().decisions.open() == []
    assert [entry.kind for entry in stage.store().record.latest(9)] == ["opened", "closed"]
    assert stage.rows("due") == []
