"""Of a round, and of what is said in it, nothing stays in the file when it is over: not even where SQLite has moved rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.database import Database
from bot.store.floor import RoomFloor
from bot.store.outbox import FLOOR, Outbox
from policies.floor import Queue, Round

ROOMS = 60
TRACE = b"quixotic"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database lies."""
    return tmp_path / "folkmoot.db"


@pytest.fixture
def database(path: Path) -> Database:
    """A database with many rooms."""
    made = Database(path)
    for room in range(1, ROOMS + 1):
        made.execute("INSERT INTO room (room, matrix) VALUES (?, ?)", (room, f"!{room}:example.org"))
    return made


def test_nothing_of_who_spoke_stays_in_the_file(database: Database, path: Path) -> None:
    """Rounds and queues grow, shrink and end while those of other rooms go on; no page and no log holds who was in them."""
    people = tuple(f"@quixotic-{number}:example.org" for number in range(12))
    others = tuple(f"@other-{number}:example.org" for number in range(12))
    order = sorted(range(1, ROOMS + 1), key=lambda room: room * 37 % 61)
    for step in range(len(people)):
        for room in order:
            here, floor = people if room % 2 else others, RoomFloor(database, room)
            floor.keep(Round(here[0], begun=True, waiting=here[step:], heard=frozenset(here[: step * 5 % 12])))
            floor.keep(Queue(speaking=here[step], spoken=frozenset(here[: step * 7 % 12])))
    assert TRACE in path.with_name(path.name + "-wal").read_bytes() + path.read_bytes()
    for room in order:
        if room % 2:
            RoomFloor(database, room).clear(Queue)
            RoomFloor(database, room).clear(Round)
    assert database.truncate_log()
    assert TRACE not in path.read_bytes()
    assert b"@other-1" in path.read_bytes()
    database.close()


def test_nothing_of_what_was_said_in_it_stays_in_the_file(database: Database, path: Path) -> None:
    """Words that name who speaks are gone when they are sent, also where many waited at once, and others still do."""
    outbox = Outbox(database, "test")
    for number in range(3 * ROOMS):
        outbox.put(number % ROOMS + 1, "event", {"body": f"quixotic {number} " * (number % 30 + 1)}, urgency=FLOOR, fleeting=True)
        outbox.put(number % ROOMS + 1, "event", {"body": "x" * (number * 7 % 300)}, urgency=FLOOR)
    ids = [row["id"] for row in database.all("SELECT id FROM outbox WHERE payload LIKE '%quixotic%' ORDER BY id % 7")]
    assert len(ids) == 3 * ROOMS
    for id_ in ids:
        outbox.drop(id_)
    assert database.truncate_log()
    assert TRACE not in path.read_bytes()
    database.close()
