"""One sync response is one commit: all of it, or nothing of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.events import News, RoomNews
from bot.store.database import Database, Ended
from bot.store.timeline import Timeline
from tests.store.stage import ANA, BEN, BOT, OTHER, ROOM, Stage


class Killed(BaseException):
    """Stands for the end of the process at this instant."""


@pytest.fixture(name="kept")
def _kept(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path / "folkmoot.db", rooms=(ROOM, OTHER))
    yield stage
    stage.database.close()


def response(stage: Stage) -> News:
    """Five things in two rooms, each with an effect."""
    here = [stage.typed(ANA, "!propose Tea?"), stage.typed(BEN, "!now"), stage.typed(BEN, "!me language de")]
    there = [stage.typed(ANA, "!propose Coffee?", OTHER), stage.typed(ANA, "!nwo", OTHER)]
    return stage.news(RoomNews(room=ROOM, events=tuple(here)), RoomNews(room=OTHER, events=tuple(there)))


async def test_a_response_leaves_all_its_effects_in_one_commit(kept: Stage) -> None:
    """Another connection sees nothing of a response before the commit and all of it after."""
    await kept.deliver()
    watcher = Database(kept.path)
    seen: list[tuple[int, int, str | None]] = []

    def look() -> None:
        decisions, rows = watcher.one("SELECT count(*) FROM decision"), watcher.one("SELECT count(*) FROM outbox")
        assert decisions is not None
        assert rows is not None
        seen.append((decisions[0], rows[0], Timeline(watcher, BOT).value("token")))

    token = kept.app.token
    kept.database.connection.set_trace_callback(lambda _: look())
    kept.app.receive(response(kept), kept.clock.at)
    kept.database.connection.set_trace_callback(None)
    look()
    watcher.close()
    assert set(seen) == {(0, 0, token), (2, 5, kept.app.token)}


@pytest.mark.parametrize("instant", range(5))
async def test_a_crash_at_any_event_leaves_nothing_of_the_response(kept: Stage, instant: int) -> None:
    """When the process ends between two events of a response, nothing of it is kept, and it can be read again."""
    await kept.deliver()
    before = kept.everything()
    news = response(kept)
    handle, count = kept.app._event, iter(range(100))

    def dies(*values: Any) -> None:
        handle(*values)
        if next(count) == instant:
            raise Killed

    kept.app._event = dies  # type: ignore[assignment, method-assign]
    with pytest.raises(Killed):
        kept.app.receive(news, kept.clock.at)
    assert kept.everything() == before
    kept.kill()
    assert kept.everything() == before
    kept.app.receive(news, kept.clock.at)
    assert len(kept.rows("decision")) == 2


async def test_an_uncommitted_response_dies_with_its_connection(kept: Stage) -> None:
    """When the connection is lost just before the commit, the file holds the state from before, sync token included."""
    await kept.deliver()
    before = kept.everything()
    news = response(kept)

    def dies(*_: str) -> None:
        assert len(kept.rows("decision")) == 2
        kept.database.connection.close()
        raise Killed

    kept.app.timeline.keep = dies  # type: ignore[assignment, method-assign]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        kept.app.receive(news, kept.clock.at)
    kept.start()
    assert kept.everything() == before
    assert kept.app.token != news.token


async def test_a_full_disk_ends_the_response(kept: Stage) -> None:
    """When SQLite has no room left the response ends with `Ended`, nothing of it is kept, and later it goes through."""
    await kept.deliver()
    before = kept.everything()
    news = response(kept)
    pages = kept.database.one("PRAGMA page_count")
    assert pages is not None
    kept.database.execute(f"PRAGMA max_page_count = {pages[0]}")
    long = [kept.typed(ANA, f"!propose {'Tea and cake and ' * 20}?") for _ in range(2)]
    many = [kept.typed(BEN, "!help") for _ in range(40)]
    with pytest.raises(Ended) as ended:
        kept.app.receive(kept.news(RoomNews(room=ROOM, events=(*long, *many)), *news.rooms), kept.clock.at)
    assert ended.value.reason == "SQLITE_FULL"
    assert kept.everything() == before
    kept.database.execute("PRAGMA max_page_count = 1000000")
    kept.app.receive(news, kept.clock.at)
    assert kept.app.token == news.token


async def test_a_locked_database_ends_the_response(kept: Stage) -> None:
    """When another process holds the lock the response ends with `Ended`, answers nothing, and later goes through."""
    await kept.deliver()
    news = response(kept)
    kept.database.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(kept.path or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Ended) as ended:
        kept.app.receive(news, kept.clock.at)
    other.execute("ROLLBACK")
    other.close()
    assert ended.value.reason == "SQLITE_BUSY"
    assert kept.rows("outbox") == []
    kept.app.receive(news, kept.clock.at)
    assert len(kept.rows("decision")) == 2


async def test_what_memory_holds_follows_the_commit(kept: Stage) -> None:
    """An echo whose response could not be kept leaves its row known as sent, so that it is not sent twice."""
    kept.say(ANA, "!now")
    await kept.app.flush(kept.server.send)
    sent = len(kept.server.tries)
    echoes = kept.server.echoes(kept.clock.at)
    news = kept.news(*(RoomNews(room=room, events=tuple(events)) for room, events in echoes.items()))

    def full(*_: str) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    keep = kept.app.timeline.keep
    kept.app.timeline.keep = full  # type: ignore[assignment, method-assign]
    with pytest.raises(Ended):
        kept.app.receive(news, kept.clock.at)
    kept.app.timeline.keep = keep  # type: ignore[method-assign]
    await kept.app.flush(kept.server.send)
    assert len(kept.server.tries) == sent
    kept.app.receive(news, kept.clock.at)
    assert kept.rows("outbox") == []


async def test_every_commit_is_on_the_disk(kept: Stage) -> None:
    """The journal is written ahead and synced at each commit, deleted words are overwritten, and keys must match."""
    found = {
        name: kept.database.one(f"PRAGMA {name}")[0]  # type: ignore[index]
        for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
    }
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    assert kept.path is not None
    assert kept.path.stat().st_mode & 0o777 == 0o600
