"""Minutes are made from the record alone: byte for byte the same at any time, and nothing in them that was not given.

`python -m tests.bot.test_minutes` writes the golden files anew.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.charters import RoomCharter
from bot.store.roles import RoomRoles
from policies.charter import Charter, Guideline, Wording
from tests.dialogs.script import lines, play
from tests.dialogs.stage import BEGIN, Notes, Stage

GOLDEN = Path(__file__).parent / "minutes"
SCRIPTS = {
    "tuesday-circle-2026-03-03": """
room "Tea circle": ana bo cem dora
ana> !meet "Tuesday circle" every Tuesday 19:00 for 90 minutes at https://meet.example.org/not-for-the-minutes
bo> !note agenda Who buys the tea? | # The door | [x](https://example.org)
ana> !coming yes
at 2026-03-03 18:00
ana (talk)> I would rather not have this anywhere, thank you
ana> !here by name
bo> !here
cem> !here
ana> !meet next
ana> !note * The hall is **free** in May
bo> !note agreed We meet outside, <b>always</b>
ana> !note action @bo call the hall by Friday
ana> !note action somebody paints the door
cem> !note park The_garden_door
ana> !propose here Shall we book the hall?
ana> !vote 5 yes
bo> !vote 5 yes
cem> !vote 5 yes
+11m
ana> !propose here Shall we sing?
bo> !propose here Shall we dance?
bo> !stop 7
ana> !meet next
ana> !meet end
""",
    "leer-2026-03-03": """
house language de
room "Teekreis": ana bo
ana> !treffen „Leer“ Dienstag 19 Uhr
at 2026-03-03 18:01
ana> !da
ana> !treffen beenden
""",
}


async def held(name: str) -> Stage:
    """A stage on which the script was played."""
    stage = Stage()
    for _, line in lines(SCRIPTS[name]):
        stage.said.clear()
        await play(stage, line)
    stage.said.clear()
    return stage


@pytest.mark.parametrize("name", SCRIPTS)
async def test_minutes_are_the_golden_file(name: str) -> None:
    """The file holds what was given, as it was given, and is the same after a restart and when people have new names."""
    stage = await held(name)
    golden = (GOLDEN / f"{name}.md").read_bytes()
    assert stage.files.pop(f"{name}.md") == golden
    await stage.restarts()
    await stage.named("bo", "Somebody else")
    await stage.types("ana", "!show minutes 2", Notes.read(""), direct=False)
    assert stage.files[f"{name}.md"] == golden
    stage.sound()
    stage.database.close()


async def test_a_link_is_in_no_record_and_no_minutes() -> None:
    """The link of a meeting stands neither in the record nor in the minutes."""
    stage = await held("tuesday-circle-2026-03-03")
    rows = [*stage.database.all("SELECT body FROM entry"), *stage.database.all("SELECT text FROM entry_text")]
    assert rows
    assert "not-for-the-minutes" not in "\n".join(str(tuple(row)) for row in rows)
    assert b"not-for-the-minutes" not in stage.files["tuesday-circle-2026-03-03.md"]
    stage.database.close()


async def test_a_link_for_those_who_agreed() -> None:
    """Where the group decided so, the link is in no message and no file of the room, and alone for who agreed."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    stage.database.execute("INSERT INTO setting (room, name, value) VALUES (1, 'links', '\"agreed\"')")
    stage.database.execute("INSERT INTO assent (room, person, edition, at) VALUES (1, ?, 1, 0)", (stage.person("bo"),))
    await stage.types("ana", '!meet "Circle" tomorrow 19:00 at Hall 3, https://meet.example.org/hidden', Notes.read(""), direct=False)
    await stage.types("bo", "!meet next", Notes.read(""), direct=False)
    room = stage.room().id
    assert stage.said[room]
    assert not [said for said in stage.said[room] if "example.org/hidden" in said.body]
    assert not [name for name, data in stage.files.items() if b"hidden" in data]
    for person, sees in (("ana", False), ("bo", True)):
        await stage.types(person, "meet next", Notes.read(""), direct=True)
        answer = stage.said[stage.rooms[f"direct {person}"].id][-1].body
        assert ("example.org/hidden" in answer) is sees
    stage.database.close()


async def test_who_is_reminded_is_the_groups_choice() -> None:
    """A quarter of an hour before, the room is reminded, or only those who come, or nobody."""
    for choice, room_hears, person_hears in ((None, 1, 0), ("coming", 0, 1), ("off", 0, 0)):
        stage = Stage()
        await stage.enters("Tea", ["ana", "bo"])
        if choice is not None:
            stage.database.execute(
                "INSERT INTO setting (room, name, value) VALUES (1, 'meeting-reminders', ?)", (f'"{choice}"',)
            )
        for line in ('ana> !meet "Circle" tomorrow 19:00', "bo> !coming yes", "at 2026-03-03 17:50"):
            stage.said.clear()
            await play(stage, line)
        soon = {room: [said for said in said_ if "begins soon" in said.body] for room, said_ in stage.said.items()}
        assert len(soon.get(stage.room().id, [])) == room_hears
        assert sum(map(len, soon.values())) == room_hears + person_hears
        stage.database.close()


async def test_names_in_the_announcement_are_the_groups_choice() -> None:
    """The announcement counts who comes, and names them only where the group wants it."""
    for named in (False, True):
        stage = Stage()
        await stage.enters("Tea", ["ana", "bo"])
        if named:
            stage.database.execute("INSERT INTO setting (room, name, value) VALUES (1, 'meeting-names', 'true')")
        for line in ('ana> !meet "Circle" tomorrow 19:00', "bo> !coming yes", "+1m"):
            stage.said.clear()
            await play(stage, line)
        shown = stage.shown[stage.target("status 2") or ""]
        assert ("Bo comes" in shown, "One person comes" in shown) == (named, not named)
        stage.database.close()


async def test_guidelines_to_look_at_again_are_on_the_agenda(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the group wanted to look at a guideline again by then, it stands on the agenda with its number."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    held = Guideline(7, (Wording("Be kind.", BEGIN, 1),), BEGIN)
    later = Guideline(8, (Wording("Be early.", BEGIN, 1),), BEGIN + timedelta(days=90))
    monkeypatch.setattr(RoomCharter, "get", lambda _: Charter(guidelines=(held, later)))
    await play(stage, 'ana> !meet "Circle" tomorrow 19:00')
    assert "3: Guidelines that we look at again: 7" in stage.said[stage.room().id][-1].body
    stage.database.close()


async def test_who_has_the_turn_looks_after_the_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tonight's tasks go to those whose turn it is; the lot is only for tasks that nobody has."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo", "cem"])
    turns = {"facilitator": [stage.person("cem"), stage.person("bo")]}
    monkeypatch.setattr(RoomRoles, "serving", lambda _, role: turns.get(role, []))
    for line in ('ana> !meet "Circle" tomorrow 19:00', "ana> !coming yes", "at 2026-03-03 18:01"):
        stage.said.clear()
        await play(stage, line)
    (opening,) = [said for said in stage.said[stage.room().id] if said.body.startswith("Welcome")]
    assert "Cem looks after the meeting. If you would rather not" in opening.body
    assert "Ana watches the time, drawn by lot" in opening.body
    assert opening.pings == {stage.person("ana"), stage.person("cem")}
    stage.database.close()


async def test_who_does_not_come_is_given_no_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has the turn and said that they do not come is passed over for the next in the turns."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo", "cem"])
    turns = {"facilitator": [stage.person("cem"), stage.person("bo")]}
    monkeypatch.setattr(RoomRoles, "serving", lambda _, role: turns.get(role, []))
    for line in ('ana> !meet "Circle" tomorrow 19:00', "cem> !coming no", "at 2026-03-03 18:01"):
        stage.said.clear()
        await play(stage, line)
    (opening,) = [said for said in stage.said[stage.room().id] if said.body.startswith("Welcome")]
    assert "Bo looks after the meeting. If you would rather not" in opening.body
    stage.database.close()


async def write() -> None:
    """Write the golden files anew."""
    GOLDEN.mkdir(exist_ok=True)
    for name in SCRIPTS:
        stage = await held(name)
        (GOLDEN / f"{name}.md").write_bytes(stage.files[f"{name}.md"])


if __name__ == "__main__":
    asyncio.run(write())
