"""Copies of the database: of one instant, without what was deleted, and without anything of a secret ballot."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.copies import BEFORE, COPIED, befores, copied
from bot.store.database import Database
from bot.store.outbox import REPLY, Outbox
from bot.store.schema import known
from bot.store.versions import Newer
from tests.store.stage import BEGIN
from tests.store.test_secret import VOTERS, SecretStage, traces


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[SecretStage]:
    """A bot whose database is a file."""
    made = SecretStage(tmp_path / "folkmoot.db")
    yield made
    made.database.close()


def laid(data: bytes, path: Path) -> Path:
    """A copy as a file."""
    path.write_bytes(data)
    return path


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What a copy answers."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


async def test_no_copies_tell_who_voted_how(stage: SecretStage, tmp_path: Path) -> None:
    """Copies made before and after a secret ballot hold neither who voted nor what was cast, in no row and in no byte."""
    assert stage.path
    await stage.opens()
    for place in range(3):
        stage.votes(place)
        await stage.deliver()
        copy = laid(copied(stage.path, BEGIN).data, tmp_path / f"copy{place}.db")
        assert rows(copy, "SELECT * FROM part UNION ALL SELECT room, number, key FROM sealed") == []
        kept = {row["key"] for row in stage.rows("sealed")}
        assert len(kept) == place + 1
        assert [key for key in kept if key.encode() in copy.read_bytes()] == []
        assert traces(stage, VOTERS[: place + 1], copy.read_bytes()) == []


async def test_a_receipt_on_its_way_is_in_no_copy(stage: SecretStage, tmp_path: Path) -> None:
    """While a receipt waits to be sent, a copy says that something was left out, and holds nothing of it."""
    assert stage.path
    await stage.opens()
    stage.votes(0)
    found = copied(stage.path, BEGIN)
    await stage.deliver()
    assert found.private == 1
    assert traces(stage, VOTERS[:1], found.data) == []
    again = copied(stage.path, BEGIN)
    assert again.private == 0
    laid(again.data, tmp_path / "copy.db")


def test_nothing_deleted_is_in_a_copy(tmp_path: Path) -> None:
    """What was deleted before is nowhere in the bytes of a copy, and what is there is."""
    path = tmp_path / "folkmoot.db"
    database = Database(path)
    database.execute("PRAGMA secure_delete = OFF").fetchall()
    outbox = Outbox(database, "test")
    with database.transaction():
        for number in range(200):
            outbox.put(None, "event", {"words": f"wombat{number}" * 20}, urgency=REPLY)
        database.execute("DELETE FROM outbox WHERE id % 2")
    data = copied(path, BEGIN).data
    assert b"wombat111" in data
    assert re.search(rb"wombat1\d[02468]", data) is None
    database.close()


def test_a_copy_is_a_whole_database_of_one_instant(tmp_path: Path) -> None:
    """A copy made while another connection writes holds what was committed, is sound, and says that it is a copy."""
    path = tmp_path / "folkmoot.db"
    database = Database(path)
    with database.transaction():
        database.execute("INSERT INTO program VALUES ('kept', 'yes')")
    database.connection.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO program VALUES ('kept not', 'yet')")
    found = copied(path, BEGIN)
    database.connection.execute("ROLLBACK")
    copy = laid(found.data, tmp_path / "copy.db")
    assert found.migrations == known()
    assert rows(copy, "PRAGMA integrity_check") == [("ok",)]
    names = {name for (name,) in rows(copy, "SELECT name FROM program")}
    assert names == {"kept", "version", COPIED}
    assert database.one("SELECT 1 FROM program WHERE name = ?", (COPIED,)) is None
    database.close()


UNDONE = {
    "parting": ("DROP TABLE parting",),
    "limits": ("ALTER TABLE room DROP COLUMN outgrown",),
    "marks": ("DROP TABLE lived", "ALTER TABLE outbox DROP COLUMN mark"),
}
"""How the newest migrations are taken back."""


def older(path: Path, names: int = 1) -> None:
    """The database at `path` as one that lacks the newest migrations."""
    with closing(sqlite3.connect(path)) as connection:
        for name in reversed(known()[-names:]):
            connection.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (name,))
            for statement in UNDONE[name]:
                connection.execute(statement)
        connection.commit()


def test_a_migration_keeps_a_copy_first(tmp_path: Path) -> None:
    """Before a migration touches what is there, a copy for its owner alone is kept, and the newest two of them stay."""
    path = tmp_path / "folkmoot.db"
    Database(path).close()
    assert befores(path) == []
    for day, name in enumerate(("one", "two")):
        (tmp_path / f"folkmoot.db{BEFORE}{name}").touch()
        os.utime(tmp_path / f"folkmoot.db{BEFORE}{name}", (day, day))
    older(path)
    Database(path).close()
    kept = path.with_name(f"folkmoot.db{BEFORE}{known()[-1]}")
    assert [each.name for each in befores(path)] == [kept.name, f"folkmoot.db{BEFORE}two"]
    assert kept.stat().st_mode & 0o777 == 0o600
    assert rows(kept, "SELECT count(*) FROM _sqlite_migrations") == [(len(known()) - 1,)]
    assert rows(path, "SELECT count(*) FROM _sqlite_migrations") == [(len(known()),)]
    Database(path).close()
    assert len(befores(path)) == 2


def test_a_newer_database_is_refused_and_untouched(tmp_path: Path) -> None:
    """A database with a migration that this program does not know is not opened; the message says what to install and how to go back."""
    path = tmp_path / "folkmoot.db"
    Database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE program SET value = '9.1' WHERE name = 'version'")
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('folkmoot', 'later', '')")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(Newer, match=r"Install Folkmoot 9\.1 or a later one; or, to go back, put a backup") as newer:
        Database(path)
    assert newer.value.unknown == ("later",)
    assert path.read_bytes() == before
    (tmp_path / f"folkmoot.db{BEFORE}later").touch()
    with pytest.raises(Newer, match=r"put folkmoot\.db\.before-later, which was made before the upgrade"):
        Database(path)
