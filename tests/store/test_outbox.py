"""The queue of what is to be sent: once, in the right order, and nobody waits for another."""

from __future__ import annotations

import asyncio
import io
import json
import re
import threading
import zipfile
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import Lane
from bot.archive import exports
from bot.matrix.content import POLL
from bot.matrix.events import Invite, Power, RoomNews
from bot.matrix.parcels import Join, Later, Outcome, Parcel, SendEvent, SendFile, Undeliverable
from bot.store.outbox import MARK, NOTICE, REPLY, RESULT, STATUS
from policies.decision import Status
from tests.store.stage import ANA, BEN, CLEO, DAN, OTHER, PACE, ROOM, Stage


def statuses(stage: Stage) -> list[str]:
    """The turnout in each status row that waits."""
    found = [re.search(r"(\d) of 4", row["payload"]) for row in stage.rows("outbox") if row["kind"] == "status"]
    return [match[1] for match in found if match]


def put(stage: Stage, words: str, urgency: int, room: str = ROOM) -> None:
    """A message of its own in the queue."""
    content = {"type": "m.room.message", "content": {"msgtype": "m.notice", "body": words}}
    with stage.database.transaction():
        stage.outbox.put(stage.number(room), "event", content, urgency=urgency)


async def test_turnout_edits_coalesce() -> None:
    """Votes that come soon one after the other become one edit, which shows the latest turnout."""
    stage = Stage()
    await stage.propose()
    for person in (ANA, BEN, CLEO):
        stage.say(person, "!vote 1 yes")
    assert statuses(stage) == ["3"]
    await stage.deliver()
    stage.clock.at += PACE.quiet
    before = len(stage.server.taken)
    await stage.deliver()
    edits = [parcel.content["m.new_content"]["body"] for parcel in stage.server.taken[before:]]
    assert len(edits) == 1
    assert "3 of 4" in edits[0]


async def test_what_was_tried_is_never_rewritten() -> None:
    """An edit that was on its way may have arrived: a newer turnout gets a row, and so a transaction, of its own."""
    stage = Stage()
    await stage.propose()
    stage.say(ANA, "!vote 1 yes")
    stage.clock.at += PACE.quiet
    stage.server.lost = lambda parcel: "m.new_content" in parcel.content if isinstance(parcel, SendEvent) else False
    await stage.app.flush(stage.server.send)
    stage.say(BEN, "!vote 1 no")
    assert statuses(stage) == ["1", "2"]
    stage.server.lost = lambda _: False
    stage.clock.at += PACE.quiet
    await stage.deliver()
    edits = [parcel for parcel in stage.server.taken if "m.new_content" in parcel.content]
    assert [re.search(r"\d of 4", edit.content["body"])[0] for edit in edits] == ["1 of 4", "2 of 4"]  # type: ignore[index]
    assert len({edit.transaction for edit in edits}) == 2


async def test_an_edit_that_outlived_a_kill_gives_way_to_a_newer_one(tmp_path: Path) -> None:
    """After a kill the room sees the latest turnout at once, and not first the one from before."""
    stage = Stage(tmp_path / "bot.db")
    await stage.propose()
    stage.say(ANA, "!vote 1 yes")
    stage.kill()
    stage.say(BEN, "!vote 1 no")
    assert statuses(stage) == ["2"]
    stage.clock.at += PACE.quiet
    await stage.deliver()
    edits = [parcel.content["body"] for parcel in stage.server.taken if "m.new_content" in parcel.content]
    assert [re.search(r"\d of 4", edit)[0] for edit in edits] == ["2 of 4"]  # type: ignore[index]
    stage.database.close()


async def test_the_urgent_goes_first() -> None:
    """Results go before announcements, those before answers, then the turnout, then marks; equals in their order."""
    stage = Stage()
    await stage.deliver()
    order = [MARK, STATUS, REPLY, NOTICE, RESULT, RESULT, REPLY]
    for place, urgency in enumerate(order):
        put(stage, f"{urgency} {place}", urgency)
    stage.server.taken.clear()
    await stage.app.flush(stage.server.send)
    assert stage.server.bodies() == [
        f"{urgency} {place}" for urgency, place in sorted(zip(order, range(7), strict=True))
    ]


async def test_a_held_row_holds_back_nobody_else() -> None:
    """While one message must wait, those of other rooms and the next ones of its own room go."""
    stage = Stage(rooms=(ROOM, OTHER))
    await stage.deliver()
    put(stage, "held", REPLY)
    put(stage, "next", REPLY)
    put(stage, "elsewhere", REPLY, OTHER)
    stage.server.answer = lambda parcel: (
        Later(60, account=False) if isinstance(parcel, SendEvent) and parcel.content["body"] == "held" else None
    )
    stage.server.taken.clear()
    for _ in range(2):
        await stage.app.flush(stage.server.send)
    assert [parcel.content["body"] for parcel in stage.server.taken] == ["elsewhere", "next"]
    assert stage.app.next_send() == stage.clock.at + timedelta(seconds=60)
    stage.server.answer = lambda _: None
    stage.clock.at += timedelta(seconds=60)
    await stage.app.flush(stage.server.send)
    assert stage.server.bodies() == ["next", "held"]


async def test_a_limit_for_the_account_holds_back_everything() -> None:
    """When the server says that the account must wait, nothing is sent before that time, and then the urgent goes first."""
    stage = Stage(rooms=(ROOM, OTHER))
    await stage.deliver()
    put(stage, "one", REPLY)
    stage.server.answer = lambda _: Later(20, account=True)
    await stage.app.flush(stage.server.send)
    stage.server.answer = lambda _: None
    stage.server.taken.clear()
    stage.server.tries.clear()
    put(stage, "result", RESULT)
    await stage.app.flush(stage.server.send)
    assert stage.server.tries == []
    stage.clock.at += timedelta(seconds=20)
    await stage.app.flush(stage.server.send)
    assert stage.server.bodies() == ["result", "one"]


async def test_a_repetition_is_the_same_transaction_and_waits_longer_each_time() -> None:
    """A row keeps its transaction id however often it is tried; the waits double up to a minute."""
    stage = Stage()
    await stage.deliver()
    put(stage, "again", REPLY)
    stage.server.answer = lambda _: Later(0, account=False)
    stage.server.tries.clear()
    waits = []
    for _ in range(9):
        await stage.app.flush(stage.server.send)
        next_at = stage.app.next_send()
        assert next_at is not None
        waits.append((next_at - stage.clock.at).total_seconds())
        stage.clock.at = next_at
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert len({parcel.transaction for parcel in stage.server.tries if isinstance(parcel, SendEvent)}) == 1


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "folkmoot.db"


async def test_rows_from_before_a_restart_wait_for_catch_up(path: Path) -> None:
    """After a start nothing old is sent before the timeline is read to its end, for our own echo may be in it."""
    stage = Stage(path)
    await stage.deliver()
    stage.say(ANA, "!now")
    stage.say(BEN, "!now")
    await stage.app.flush(stage.server.send)
    stage.say(CLEO, "!now")
    stage.kill()
    stage.server.forgets()
    stage.server.tries.clear()
    await stage.app.flush(stage.server.send)
    assert stage.server.tries == []
    stage.receive(more=True)
    await stage.app.flush(stage.server.send)
    assert stage.server.tries == []
    await stage.deliver()
    stage.sync()
    await stage.deliver()
    assert len(stage.server.tries) == 1
    assert len(stage.server.bodies()) == 4
    assert stage.rows("outbox") == []


async def test_after_a_restart_a_room_with_a_gap_waits_alone(path: Path) -> None:
    """Nothing is said in a room whose pages are missing, for it may be encrypted by now, and others there; other rooms go on."""
    stage = Stage(path, rooms=(ROOM, OTHER))
    await stage.deliver()
    put(stage, "here", REPLY)
    put(stage, "there", REPLY, OTHER)
    stage.kill()
    stage.server.taken.clear()
    stage.receive(RoomNews(room=ROOM, events=(), gap="t1"))
    put(stage, "new", REPLY)
    await stage.app.flush(stage.server.send)
    assert [parcel.content["body"] for parcel in stage.server.taken] == ["there"]
    stage.hear()
    await stage.app.flush(stage.server.send)
    assert stage.server.bodies() == ["here", "new"]


async def test_an_answer_that_was_sent_is_not_sent_again_while_its_echo_is_away() -> None:
    """What the server has taken is not repeated, however long the timeline takes to show it."""
    stage = Stage()
    await stage.deliver()
    stage.say(ANA, "!now")
    for _ in range(3):
        await stage.app.flush(stage.server.send)
        stage.clock.at += timedelta(minutes=10)
    assert len(stage.server.bodies()) == 2
    assert len(stage.rows("outbox")) == 1
    stage.sync()
    assert stage.rows("outbox") == []


async def test_an_echo_binds_and_opens() -> None:
    """A vote opens at the server time of its announcement's echo, and a tap on that event is a vote on that number."""
    stage = Stage()
    await stage.deliver()
    stage.say(ANA, "!propose Tea?")
    await stage.app.flush(stage.server.send)
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert decision.status is Status.ANNOUNCED
    stage.clock.at += timedelta(minutes=3)
    opened = stage.clock.at
    stage.sync()
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert (decision.status, decision.opened) == (Status.OPEN, opened)
    poll = stage.outbox.event_of(stage.number(), "poll 1")
    assert poll == "$sent1"
    assert stage.outbox.purpose_of(stage.number(), poll) == "poll 1"


async def test_a_foreign_transaction_is_no_echo_of_ours() -> None:
    """A transaction id of another program, or of another database, takes no row out."""
    stage = Stage()
    await stage.deliver()
    stage.say(ANA, "!now")
    row = stage.rows("outbox")[0]["id"]
    instance = stage.app.timeline.value("instance")
    for transaction in ("", "m12", f"folkmoot-other-{row}", f"folkmoot-{instance}-x", f"folkmoot-{instance}-"):
        assert stage.outbox.row_of(transaction) is None
    assert stage.outbox.row_of(stage.outbox.transaction(row)) == row


async def test_a_result_waits_until_the_bot_may_speak_again() -> None:
    """A room that forbids the bot to speak for a while hears the result when it may again, once; other answers are let go."""
    stage = Stage()
    await stage.propose("Tea? until in 2 hours")
    stage.server.answer = lambda parcel: Undeliverable("M_FORBIDDEN") if isinstance(parcel, SendEvent) else None
    await stage.passes(timedelta(hours=2))
    stage.say(ANA, "!now")
    await stage.deliver()
    said = len(stage.server.bodies())
    assert [row["purpose"] for row in stage.rows("outbox")] == ["post 1"]
    stage.server.answer = lambda _: None
    await stage.deliver()
    assert len(stage.server.bodies()) == said
    stage.hear(Power(**stage.outer(ANA), content={}))
    await stage.deliver()
    assert [body.partition("\n")[0] for body in stage.server.bodies()[said:]] == ["#1 Tea?"]
    await stage.passes(PACE.forbidden)
    assert len(stage.server.bodies()) == said + 1


async def test_a_room_that_is_slow_to_let_us_in_holds_nobody_up() -> None:
    """While one server takes its time over a join, answers are sent and other rooms are entered."""
    stage = Stage()
    await stage.deliver()
    entered, opens = [], asyncio.Event()

    async def send(parcel: Parcel) -> Outcome:
        if isinstance(parcel, Join) and parcel.room == "!slow:example.org":
            await opens.wait()
        elif isinstance(parcel, Join):
            entered.append(parcel.room)
        return await stage.server.send(parcel)

    rooms = ("!slow:example.org", "!quick:example.org")
    stage.receive(invites=tuple(Invite(room=room, sender=ANA, direct=False, name="") for room in rooms))
    going = asyncio.create_task(stage.app.flush(send, lane=Lane.ERRANDS))
    asked = stage.say(ANA, "!now")
    assert await stage.app.flush(send, lane=Lane.TALK)
    assert stage.server.taken[-1].content["m.relates_to"]["m.in_reply_to"]["event_id"] == asked
    await asyncio.sleep(0)
    assert entered == ["!quick:example.org"]
    assert not going.done()
    opens.set()
    assert await going
    assert [row["kind"] for row in stage.rows("outbox")] == ["event"]


async def test_a_proposal_that_cannot_be_announced_ends() -> None:
    """When the server refuses an announcement for good the proposal is over, its proposer is told, and it hinders no other."""
    stage = Stage()
    await stage.deliver()
    stage.server.answer = lambda parcel: (
        Undeliverable("M_FORBIDDEN") if isinstance(parcel, SendEvent) and parcel.type == f"{POLL}.start" else None
    )
    stage.say(ANA, "!propose Tea?")
    await stage.deliver()
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert decision.status is Status.STOPPED
    assert [(row["kind"], ANA in row["payload"]) for row in stage.rows("outbox")] == [("create", True), ("direct", True)]
    assert stage.store().record.length() == 0
    stage.server.answer = lambda _: None
    for words in ("!propose Coffee?", "!propose Cake?"):
        stage.say(ANA, words)
    await stage.deliver()
    assert len(stage.store().decisions.open()) == 2


@given(st.data())
async def test_every_answer_arrives_exactly_once(data: st.DataObject) -> None:
    """Whatever the server refuses, loses or forgets, and however often the bot is killed: one answer to each command."""
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder) / "folkmoot.db", rooms=(ROOM, OTHER))
        await stage.deliver()
        introduced = len(stage.server.taken)
        asked = []

        def answer(_: Parcel) -> Outcome | None:
            return data.draw(st.sampled_from([None, None, Later(0, account=False), Later(2, account=True)]), "answer")

        stage.server.answer = answer
        stage.server.lost = lambda _: data.draw(st.booleans(), "lost")
        for step in data.draw(
            st.lists(st.sampled_from(["ask", "flush", "sync", "kill", "wait"]), max_size=25), "steps"
        ):
            match step:
                case "ask":
                    room = data.draw(st.sampled_from([ROOM, OTHER]), "room")
                    command = stage.typed(DAN, "!now", room)
                    asked.append(command.event)
                    # A response holds all that happened before: what came back is there with what is new.
                    found = stage.server.echoes(stage.clock.at)
                    found.setdefault(room, []).append(command)
                    stage.receive(*(RoomNews(room=where, events=tuple(events)) for where, events in found.items()))
                case "flush":
                    await stage.app.flush(stage.server.send)
                case "sync":
                    stage.sync()
                case "kill":
                    stage.kill()
                    stage.server.forgets()
                case "wait":
                    stage.clock.at += timedelta(seconds=5)
        stage.server.answer = lambda _: None
        stage.server.lost = lambda _: False
        stage.clock.at += timedelta(minutes=5)
        stage.sync()
        await stage.deliver()
        answered = [
            parcel.content["m.relates_to"]["m.in_reply_to"]["event_id"] for parcel in stage.server.taken[introduced:]
        ]
        assert sorted(answered) == sorted(asked)
        assert stage.rows("outbox") == []
        stage.database.close()


def slowed(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """Exports are large from now on: one waits, when it has begun, until the second event."""
    begun, goes_on = threading.Event(), threading.Event()
    pour = exports._pour

    def slow(*parts: Any) -> None:
        begun.set()
        assert goes_on.wait(60)
        pour(*parts)

    monkeypatch.setattr(exports, "_pour", slow)
    return begun, goes_on


async def asked_for_export(stage: Stage) -> None:
    """Somebody asked for the record, and the sentence that comes before it is in the room."""
    stage.say(ANA, "!show record export")
    await stage.app.flush(stage.server.send, lane=Lane.TALK)
    stage.sync()


async def test_an_export_comes_after_the_sentence_before_it() -> None:
    """However fast a file is made beside all that is said, it does not come before the sentence that tells of it is in the room."""
    stage = Stage()
    await stage.propose("Tea?")
    stage.say(ANA, "!show record export")
    assert not await stage.app.flush(stage.server.send, lane=Lane.EXPORTS)
    await stage.app.flush(stage.server.send, lane=Lane.TALK)
    assert not await stage.app.flush(stage.server.send, lane=Lane.EXPORTS)
    stage.sync()
    assert await stage.app.flush(stage.server.send, lane=Lane.EXPORTS)
    assert [type(each) for each in stage.server.tries[-2:]] == [SendEvent, SendFile]


async def test_a_large_export_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a large export is made, votes are counted and answered; it holds what was there when it began, and is sent once."""
    stage = Stage(tmp_path / "folkmoot.db")
    await stage.propose("Tea?")
    begun, goes_on = slowed(monkeypatch)
    await asked_for_export(stage)
    exporting = asyncio.create_task(stage.app.flush(stage.server.send, lane=Lane.EXPORTS))
    await asyncio.to_thread(begun.wait, 60)
    length = stage.store().record.length()
    voted = stage.say(BEN, "!vote 1 yes because of the biscuits")
    stage.say(CLEO, "!propose Cake?")
    await stage.app.flush(stage.server.send, lane=Lane.TALK)
    stage.sync()
    assert voted in json.dumps([each.content for each in stage.server.taken])
    assert len(stage.store().decisions.get(1).standing()) == 1  # type: ignore[union-attr]
    assert stage.store().record.length() > length
    assert not exporting.done()
    goes_on.set()
    assert await exporting
    await stage.deliver()
    (sent,) = [each for each in stage.server.tries if isinstance(each, SendFile)]
    with zipfile.ZipFile(io.BytesIO(sent.data)) as box:
        assert b"Tea?" in box.read(exports.RECORD)
        assert b"Cake?" not in box.read(exports.RECORD)


async def test_an_export_that_is_given_up_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that was being made when the program stopped is made and sent when it runs again, once."""
    stage = Stage(tmp_path / "folkmoot.db")
    await stage.propose("Tea?")
    begun, goes_on = slowed(monkeypatch)
    await asked_for_export(stage)
    exporting = asyncio.create_task(stage.app.flush(stage.server.send, lane=Lane.EXPORTS))
    await asyncio.to_thread(begun.wait, 60)
    exporting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await exporting
    goes_on.set()
    assert not [each for each in stage.server.tries if isinstance(each, SendFile)]
    stage.kill()
    stage.sync()
    await stage.deliver()
    assert len([each for each in stage.server.tries if isinstance(each, SendFile)]) == 1
