"""Records are looked at a little at a time, and what does not hold is found within a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.store import chains
from bot.store.belongings import delete_room
from bot.store.chains import Chains
from bot.store.database import Ended
from tests.store.stage import BEGIN, OTHER, ROOM, Stage

DAY = timedelta(days=1)


def recorded(count: int = 5) -> Stage:
    """Two rooms with a record each."""
    stage = Stage(rooms=(ROOM, OTHER))
    for room in (ROOM, OTHER):
        for number in range(count):
            stage.store(room).record.append("undone", BEGIN, {"number": number}, {"words": f"words {number}"})
    return stage


def spoil(stage: Stage, room: str, seq: int, body: str = "{}") -> None:
    """Change an entry as only somebody with the disk can."""
    stage.database.execute("DROP TRIGGER IF EXISTS entry_stays")
    stage.database.execute("UPDATE entry SET body = ? WHERE room = ? AND seq = ?", (body, stage.number(room), seq))


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
@pytest.mark.parametrize("seq", [1, 3, 5])
def test_what_does_not_hold_is_found(monkeypatch: pytest.MonkeyPatch, at_once: int, seq: int) -> None:
    """However few entries are looked at in a step, the room whose record was changed is found, and no other."""
    monkeypatch.setattr(chains, "AT_ONCE", at_once)
    stage = recorded()
    spoil(stage, OTHER, seq)
    found = Chains(stage.database)
    for _ in range(13):
        found.step(BEGIN)
    assert found.broken == {stage.number(OTHER)}


def test_sound_records_are_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries that come while a record is being looked at, and texts that were let go of, are no fault."""
    monkeypatch.setattr(chains, "AT_ONCE", 2)
    stage = recorded()
    found = Chains(stage.database)
    for step in range(20):
        found.step(BEGIN)
        if step < 4:
            stage.store().record.append("undone", BEGIN, {"number": 9}, {"words": "more"})
        stage.database.execute("DELETE FROM entry_text WHERE seq = ?", (step,))
    assert found.broken == frozenset()


def test_once_a_day() -> None:
    """What is spoilt after it was looked at is found the next day, and what was mended is well again then."""
    stage = recorded()
    found = Chains(stage.database)
    found.step(BEGIN)
    (before,) = [row["body"] for row in stage.rows("entry") if (row["room"], row["seq"]) == (stage.number(), 2)]
    spoil(stage, ROOM, 2)
    found.step(BEGIN + DAY / 2)
    assert found.broken == frozenset()
    found.step(BEGIN + DAY)
    assert found.broken == {stage.number()}
    spoil(stage, ROOM, 2, before)
    found.step(BEGIN + 3 * DAY / 2)
    assert found.broken == {stage.number()}
    found.step(BEGIN + 2 * DAY)
    assert found.broken == frozenset()


def test_a_room_whose_data_are_deleted_meanwhile_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that ends because its room is gone is not broken, and no record begins by being looked at."""
    monkeypatch.setattr(chains, "AT_ONCE", 2)
    stage = recorded()
    stage.database.execute(
        "INSERT INTO witness (room, event, seq, head) VALUES (?, '$w', 5, ?)", (stage.number(), stage.store().record.head()[:8])
    )
    found = Chains(stage.database)
    found.step(BEGIN)
    with stage.database.transaction():
        delete_room(stage.database, stage.number())
    for _ in range(10):
        found.step(BEGIN)
    assert found.broken == frozenset()
    assert len(stage.rows("record")) == 1


def test_a_database_that_cannot_be_read_is_no_crash() -> None:
    """It is told as every error of SQLite is."""
    stage = recorded()
    stage.database.execute("ALTER TABLE witness RENAME TO gone")
    with pytest.raises(Ended):
        Chains(stage.database).step(BEGIN)
