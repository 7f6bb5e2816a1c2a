"""The write-ahead log while somebody reads one state of the database for long."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from bot.store import database as module
from bot.store.database import Database

FOR_EVER, SOON = 60.0, 20.0


def test_nobody_waits_for_a_log_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While an export reads one state, emptying the log is put off at once: the program must not stand still for it."""
    monkeypatch.setattr(module, "BUSY_SECONDS", FOR_EVER)
    path, found = tmp_path / "folkmoot.db", list[object]()

    def tries() -> None:
        database = Database(path)
        found.append(database.truncate_log())
        found.append(database.one("PRAGMA busy_timeout")[0])  # type: ignore[index]
        database.close()

    writer, other = Database(path), Thread(target=tries)
    with writer.snapshot():
        with writer.transaction():
            writer.execute("INSERT INTO program (name, value) VALUES ('a', 'b')")
        other.start()
        other.join(SOON)
        stood_still = other.is_alive()
    other.join()
    assert not stood_still
    assert found == [False, FOR_EVER * 1000]
    assert writer.truncate_log()
    writer.close()
