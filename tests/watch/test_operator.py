"""The operator's room: told what concerns the program, in plain words, once, after all that groups wait for."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.matrix.events import Invite
from bot.matrix.parcels import Later, SendEvent
from bot.store.outbox import WATCH
from bot.watch.facts import Disk
from bot.watch.findings import SETTLED
from tests.store.stage import ANA, PEOPLE, ROOM
from tests.watch.stage import OPERATORS, Watched

FULL = Disk(free=1, size=100)


async def test_the_operator_is_told_once_and_again_when_it_is_well() -> None:
    """One message when the disk fills up, one when there is room again; the first one may be heard, the second is quiet."""
    stage = Watched()
    stage.comes()
    stage.machine["disk"] = FULL
    await stage.minutes(5)
    assert stage.told == ["The disk with my data is 99 % full. When it is full I can keep nothing any more. Please make room."]
    del stage.machine["disk"]
    await stage.minutes(2 + SETTLED // timedelta(minutes=1))
    assert stage.told[1:] == ["There is room on the disk again."]
    kinds = [parcel.content["msgtype"] for parcel in stage.server.taken if parcel.room == OPERATORS][-2:]
    assert kinds == ["m.text", "m.notice"]
    assert not any(parcel.content["m.mentions"] for parcel in stage.server.taken if parcel.room == OPERATORS)


async def test_once_across_restarts(tmp_path: Path) -> None:
    """What was put into the outbox is not put there again by the next life of the program, whether it was sent or not."""
    stage = Watched(tmp_path / "folkmoot.db")
    stage.comes()
    await stage.deliver()
    stage.machine["disk"] = FULL
    stage.clock.at += timedelta(minutes=1)
    stage.app.tick()
    assert stage.told == []
    stage.kill()
    await stage.minutes(3)
    stage.kill()
    await stage.minutes(3)
    assert len(stage.told) == 1


async def test_nothing_is_told_where_nobody_listens(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """While the bot is not in the operator's room there is one line in the log; once it is there, what still holds is told."""
    stage = Watched()
    stage.machine["disk"] = FULL
    await stage.minutes(3)
    assert (capsys.readouterr().out + caplog.text).count("I am not in the operator's room") == 1
    assert stage.rows("outbox") == []
    stage.comes()
    await stage.minutes(1)
    assert len(stage.told) == 1


async def test_the_operator_sees_that_it_works() -> None:
    """In the operator's room the bot says once what it says there, and nothing of votes and charters."""
    stage = Watched()
    stage.comes()
    await stage.minutes(1)
    (said,) = stage.server.bodies(OPERATORS)
    assert "Here I tell you when something is wrong with me" in said
    assert "!" not in said


def test_the_bot_comes_whoever_asks_it_into_this_room() -> None:
    """The host may live on a server from which nobody else may invite the bot."""
    stage = Watched()
    for room in (OPERATORS, "!elsewhere:example.org"):
        stage.receive(invites=(Invite(room=room, sender="@ola:elsewhere.org", direct=False, name=""),))
    kinds = {row["kind"]: row["payload"] for row in stage.rows("outbox")}
    assert OPERATORS in kinds["join"]
    assert "!elsewhere:example.org" in kinds["leave"]


async def test_groups_go_first() -> None:
    """A warning is the last of all that waits, and a room that refuses it holds back nobody."""
    stage = Watched()
    stage.comes()
    await stage.deliver()
    stage.machine["disk"] = FULL
    stage.clock.at += timedelta(minutes=1)
    stage.app.tick()
    stage.say(ANA, "!help")
    assert stage.rows("outbox")[0]["urgency"] == WATCH
    stage.server.answer = lambda parcel: Later(60, account=False) if isinstance(parcel, SendEvent) and parcel.room == OPERATORS else None
    before = len(stage.server.tries)
    await stage.deliver()
    rooms = [parcel.room for parcel in stage.server.tries[before:] if isinstance(parcel, SendEvent)]
    assert rooms == [ROOM, OPERATORS]


async def test_an_outage_is_told_when_it_is_over() -> None:
    """Ten minutes without an answer are told afterwards, once, with their times."""
    stage = Watched()
    stage.comes()
    await stage.minutes(1)
    await stage.passes(timedelta(minutes=42))
    await stage.minutes(3)
    (told,) = stage.told
    assert "Mon 2 Mar 2026, 18:01 (UTC) to Mon 2 Mar 2026, 18:43 (UTC)" in told


async def test_in_the_language_of_the_host() -> None:
    """The room is spoken to in the language of the settings, several things in one message."""
    stage = Watched(language="de")
    stage.comes()
    stage.machine |= {"disk": FULL, "broken": frozenset({1})}
    await stage.minutes(1)
    (told,) = stage.told
    assert "Die Platte mit meinen Daten ist zu 99 % voll." in told
    assert "Die Aufzeichnung des Raums Nummer 1 stimmt nicht" in told


async def test_a_broken_record_is_told_by_its_number() -> None:
    """A record that somebody changed is found within a day and told without the name of its room; mended, it is told again."""
    stage = Watched()
    stage.comes()
    await stage.propose("Tea?")
    for person in PEOPLE:
        stage.say(person, "!vote 1 yes")
    await stage.passes(timedelta(days=4))
    assert len(stage.rows("entry")) > 1
    stage.pulse.outage = None
    (before,) = [row["body"] for row in stage.rows("entry") if row["seq"] == 1]
    change = "UPDATE entry SET body = ? WHERE seq = 1"
    stage.database.execute("DROP TRIGGER entry_stays")
    stage.database.execute(change, (before.replace("Z", "Y", 1),))
    await stage.passes(timedelta(days=1))
    await stage.minutes(2)
    told = [each for each in stage.told if "record" in each]
    assert len(told) == 1
    assert f"room number {stage.number()} does not hold" in told[0]
    assert "circle" not in told[0].casefold()
    stage.database.execute(change, (before,))
    await stage.passes(timedelta(days=1))
    await stage.minutes(15)
    assert any("holds again" in each for each in stage.told)


async def test_nothing_about_people_or_rooms() -> None:
    """Whatever is wrong, the words hold no id and no name of a room or a person."""
    stage = Watched()
    stage.comes()
    stage.machine |= {"disk": FULL, "broken": frozenset({1, 2}), "one_time_keys": 0}
    await stage.minutes(1)
    await stage.passes(timedelta(minutes=42))
    await stage.minutes(30)
    said = " ".join(stage.told)
    assert said.count("record") >= 2
    assert not re.search(r"[@!$#]\S+:|Circle|Ana|Ben", said)
