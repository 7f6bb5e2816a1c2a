"""Rounds as people live them: in whatever order the lot draws, with nothing left of who spoke."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.database import Database
from policies.floor import Round
from tests.dialogs.script import play
from tests.dialogs.stage import Notes, Said, Stage
from tests.dialogs.test_dialogs import NASTY, Log, log, unhurt

__all__ = ["log"]

PEOPLE = ("ana", "bo", "cem", "dora", "eli", "fay")


async def begun(stage: Stage, *, words: str = "How was your week?") -> str:
    """A round among all who are there; who has the floor."""
    for line in (f"ana> !round {words}", *(f"{person}> !here" for person in PEOPLE[1:])):
        stage.said.clear()
        await play(stage, line)
    stage.said.clear()
    await play(stage, "ana> !next")
    return speaker(stage)


def taken(stage: Stage) -> list[Said]:
    """What was said in the room since the last look."""
    said = stage.said[stage.room().id][:]
    stage.said.clear()
    return said


def speaker(stage: Stage) -> str:
    """Whose turn it is: the one person whom the last word pings."""
    (said,) = taken(stage)
    (person,) = said.pings
    return person.removeprefix("@").partition(":")[0]


async def test_a_round_with_six_of_whom_one_leaves_and_one_passes(tmp_path: Path) -> None:
    """Each has one turn, one passes, one leaves, who was away is asked at the end; all else waits, and nothing stays of it."""
    path = tmp_path / "folkmoot.db"
    stage = Stage(Database(path))
    await stage.enters("Tea", list(PEOPLE))
    await play(stage, "ana> !remind us tea in 2 minutes")
    first = await begun(stage, words="How was your week? 1 minute each")
    others = [each for each in PEOPLE if each != first]
    passing, leaving, away = others[:3]

    # Passing before one's turn is a mark and no more; nobody alone cuts off who speaks.
    await play(stage, f"{passing}> !pass")
    assert [said.kind for said in taken(stage)] == ["mark"]
    if first != "ana" and "ana" in others:
        other = next(each for each in others if each != "ana")
        await play(stage, f"{other}> !next")
        assert "One more person is needed" in taken(stage)[0].body
    await play(stage, f"{leaving} leaves")
    turns = [first]
    assert taken(stage) == []

    # The soft signal, once; the reminder that is due meanwhile waits.
    await play(stage, "+3m")
    (signal,) = taken(stage)
    assert "the time that we agreed on is over" in signal.body
    assert not signal.pings
    await play(stage, f"{first}> !done")
    now, put_off, heard = speaker(stage), False, [first]
    for _ in range(10):
        turns.append(now)
        if now == away and not put_off:
            put_off = True
            await play(stage, f"{away}> !later")
        else:
            heard.append(now)
            await play(stage, f"{now}> !done")
        if stage.store().floor.get(Round) is None:
            break
        now = speaker(stage)
    over, reminder = taken(stage)
    assert "Everybody who wanted to has had a turn" in over.body
    assert "tea" in reminder.body
    assert sorted(heard) == sorted(set(PEOPLE) - {passing, leaving})
    assert turns.count(away) == 2
    assert turns[-1] == away

    raw = path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()
    for trace in (b'"heard":', b'"waiting":', b"it is your turn", b"drawn by lot", b"After that", b"has the floor"):
        assert trace not in raw
    assert not stage.database.all("SELECT * FROM floor UNION ALL SELECT room, kind, number, at, '' FROM due WHERE kind LIKE 'floor-%'")
    stage.nothing_left()
    stage.sound()
    stage.database.close()


async def test_a_round_in_a_meeting_asks_those_who_are_there() -> None:
    """In a meeting nobody has to say again that they are there; who comes late has a turn too."""
    stage = Stage()
    await stage.enters("Tea", list(PEOPLE))
    for line in ('ana> !meet "Circle" every Tuesday 19:00', "bo> !coming yes", "at 2026-03-03 18:01", "cem> !here"):
        await play(stage, line)
        stage.said.clear()
    await play(stage, "ana> !round")
    people = {speaker(stage)}
    await play(stage, "dora> !here")
    assert [said.kind for said in taken(stage)] == ["mark"]
    while stage.store().floor.get(Round) is not None:
        current = stage.store().floor.get(Round)
        assert current is not None
        assert current.speaking is not None
        word = current.speaking.removeprefix("@").partition(":")[0]
        people.add(word)
        await play(stage, f"{word}> !done")
        stage.said.clear()
    assert people == {"ana", "bo", "cem", "dora"}
    stage.database.close()


async def test_the_speaker_who_leaves_is_followed_by_the_next() -> None:
    """Nobody waits for somebody who has left; and a round in which all have left or passed is over."""
    stage = Stage()
    await stage.enters("Tea", list(PEOPLE))
    first = await begun(stage)
    await play(stage, f"{first} leaves")
    second = speaker(stage)
    assert second != first
    for person in PEOPLE:
        if person not in {first, second}:
            await play(stage, f"{person}> !pass")
            stage.said.clear()
    await play(stage, f"{second} leaves")
    assert "has had a turn" in taken(stage)[0].body
    stage.database.close()


async def test_a_pause_stops_the_clock_of_a_turn() -> None:
    """Whoever has the floor when a pause begins has it afterwards, with all of their time."""
    stage = Stage()
    await stage.enters("Tea", list(PEOPLE))
    first = await begun(stage, words="2 minutes each")
    for line in ("bo> !pause 5", "cem> !pause 5"):
        stage.said.clear()
        await play(stage, line)
    stage.said.clear()
    await play(stage, "+5m")
    (said,) = taken(stage)
    assert f"it is the turn of {first.capitalize()}" in said.body
    await play(stage, "+1m")
    assert taken(stage) == []
    await play(stage, "+1m")
    assert "is over" in taken(stage)[0].body
    stage.database.close()


COMMANDS = ("round", "hand", "next", "pass", "later", "silence", "pause", "cw")


@pytest.mark.parametrize("command", COMMANDS)
async def test_nothing_that_is_typed_in_a_round_crashes(command: str, log: Log) -> None:
    """In a round, each command with each nasty word is answered in words, and the database stays sound."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    for line in ("ana> !round", "bo> !here", "ana> !next", "facilitator: ana"):
        stage.said.clear()
        await play(stage, line)
    for words in NASTY:
        await stage.types("ana", f"!{command} {words}", Notes.read(""), direct=False)
    unhurt(stage, log)
