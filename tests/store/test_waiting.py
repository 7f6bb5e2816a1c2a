"""Encrypted events whose key is late, pages that are missing, and what is due."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.matrix.events import RoomNews, Waiting
from policies.decision import Status
from tests.store.stage import ANA, BEN, CLEO, DAN, OTHER, PACE, ROOM, Stage, choices

SOON = timedelta(minutes=1)


def sealed(stage: Stage, sender: str, session: str = "s", room: str = ROOM) -> Waiting:
    """An encrypted event that cannot be read yet."""
    return Waiting(**stage.outer(sender, room), session=session)


def readable(stage: Stage, waiting: Waiting, body: str) -> None:
    """Its key came, and this is what it says."""
    message = stage.typed(waiting.sender, body, waiting.room)
    stage.app.resolved(waiting, replace(message, event=waiting.event, sent=waiting.sent))


async def test_waiting_events_survive_a_kill(tmp_path: Path) -> None:
    """An encrypted event whose key has not come is a row in the token's commit, without its ciphertext."""
    stage = Stage(tmp_path / "folkmoot.db")
    first, second = sealed(stage, ANA, "one"), sealed(stage, BEN, "two")
    stage.hear(first, second)
    stage.kill()
    assert stage.app.timeline.waiting() == [first, second]
    assert stage.app.timeline.waiting({"two"}) == [second]
    assert set(stage.rows("waiting")[0]) == {"room", "event", "sender", "sent", "session", "since", "told"}


async def test_a_late_key_makes_a_ballot_count_at_its_own_time() -> None:
    """A vote that could be read only later counts as if it had come in time, and once."""
    stage = Stage()
    await stage.propose()
    stage.clock.at += SOON
    late = sealed(stage, ANA)
    stage.hear(late)
    stage.clock.at += SOON
    stage.say(ANA, "!vote 1 no")
    readable(stage, late, "!vote 1 yes")
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert choices(decision) == {ANA: "no"}
    assert len(decision.acts) == 2
    assert stage.app.timeline.waiting() == []
    stage.hear(late)
    assert stage.app.timeline.waiting() == []


async def test_a_vote_closes_when_all_that_was_sent_in_time_is_read() -> None:
    """While a message from before the end waits for its key the vote waits too, but only for some minutes."""
    stage = Stage()
    decision = await stage.propose()
    for person in (ANA, BEN, CLEO):
        stage.say(person, "!vote 1 yes")
    assert decision.closes is not None
    stage.clock.at = decision.closes - timedelta(seconds=5)
    stage.hear(sealed(stage, DAN))
    await stage.passes(timedelta(seconds=10))
    assert [each.status for each in stage.store().decisions.open()] == [Status.OPEN]
    await stage.passes(PACE.key_wait)
    assert stage.store().decisions.open() == []
    closed = json.loads(stage.rows("entry")[-1]["body"])["data"]
    assert closed["unread"] == 1


async def test_a_message_from_after_the_end_delays_nothing() -> None:
    """What was sent after the closing time need not be read before the vote closes."""
    stage = Stage()
    decision = await stage.propose()
    for person in (ANA, BEN, CLEO):
        stage.say(person, "!vote 1 yes")
    assert decision.closes is not None
    stage.clock.at = decision.closes + timedelta(seconds=1)
    stage.hear(sealed(stage, DAN))
    await stage.passes(timedelta(0))
    assert stage.store().decisions.open() == []
    assert json.loads(stage.rows("entry")[-1]["body"])["data"]["unread"] == 0


async def test_a_gap_holds_back_its_own_room_only() -> None:
    """A room whose pages are missing closes no vote before they are there; other rooms do."""
    stage = Stage(rooms=(ROOM, OTHER))
    for room in (ROOM, OTHER):
        decision = await stage.propose(room=room)
        for person in (ANA, BEN, CLEO):
            stage.say(person, "!vote 1 yes", room)
    await stage.deliver()
    stage.receive(RoomNews(room=ROOM, events=(), gap="t7"))
    stage.receive(RoomNews(room=ROOM, events=(), gap="t9"))
    assert stage.app.timeline.gaps() == {ROOM: "t7"}
    assert decision.closes is not None
    await stage.passes(decision.closes - stage.clock.at)
    assert len(stage.store(ROOM).decisions.open()) == 1
    assert stage.store(OTHER).decisions.open() == []
    vote = stage.typed(DAN, "!vote 1 no", sent=decision.closes)
    stage.hear(vote)
    assert stage.app.timeline.gaps() == {}
    await stage.passes(timedelta(0))
    assert stage.store(ROOM).record.latest(1)[0].data["turnout"] == 4


async def test_what_was_due_while_away_waits_for_the_timeline_and_is_labelled(tmp_path: Path) -> None:
    """After a long absence a vote closes only when the timeline is read to its end, counts what was in time, and says so."""
    stage = Stage(tmp_path / "folkmoot.db")
    decision = await stage.propose()
    for person in (ANA, BEN):
        stage.say(person, "!vote 1 yes")
    await stage.deliver()
    stage.kill()
    assert decision.closes is not None
    stage.clock.at = decision.closes + timedelta(hours=5)
    stage.app.tick()
    assert stage.app.overdue
    assert len(stage.store().decisions.open()) == 1
    stage.receive(more=True)
    stage.app.tick()
    assert len(stage.store().decisions.open()) == 1
    in_time = stage.typed(CLEO, "!vote 1 yes", sent=decision.closes)
    too_late = stage.typed(DAN, "!vote 1 no", sent=decision.closes + timedelta(hours=1))
    stage.hear(in_time, too_late)
    await stage.passes(timedelta(0))
    closed = json.loads(stage.rows("entry")[-1]["body"])["data"]
    assert (closed["result"], closed["turnout"], closed["late"]) == ("passed", 3, 5 * 3600)
    assert any("late" in body for body in stage.server.bodies())


async def test_a_deadline_is_done_once() -> None:
    """However often the program looks, a vote closes once and its result is told once."""
    stage = Stage()
    decision = await stage.propose()
    for person in (ANA, BEN, CLEO):
        stage.say(person, "!vote 1 yes")
    assert decision.closes is not None
    for _ in range(4):
        await stage.passes(max(decision.closes - stage.clock.at, timedelta(0)))
    assert [json.loads(row["body"])["kind"] for row in stage.rows("entry")] == ["opened", "closed"]
    assert sum("In the record" in body for body in stage.server.bodies()) == 1


async def test_the_next_alarm_is_the_next_deadline() -> None:
    """The alarm is set for the earliest thing that is still to come; what is taken back is no longer due."""
    stage = Stage()
    with stage.database.transaction():
        store = stage.store()
        store.schedule("close", 1, stage.clock.at + 2 * SOON)
        store.schedule("close", 2, stage.clock.at + SOON)
        store.schedule("close", 1, stage.clock.at + 3 * SOON)
    assert stage.app.next_due() == stage.clock.at + SOON
    with stage.database.transaction():
        store.unschedule("close", 2)
    assert stage.app.next_due() == stage.clock.at + 3 * SOON


async def test_unreadable_messages_are_told_once_a_room() -> None:
    """When keys stay away the room hears once whose message could not be read, not once for each message."""
    stage = Stage()
    await stage.deliver()
    stage.hear(sealed(stage, ANA), sealed(stage, ANA), sealed(stage, BEN))
    await stage.passes(PACE.key_wait)
    stage.hear(sealed(stage, CLEO))
    await stage.passes(PACE.key_wait)
    told = [body for body in stage.server.bodies() if "could not read" in body]
    assert len(told) == 1
    assert "Ana" in told[0]
    assert "Ben" in told[0]


async def test_after_a_day_a_waiting_event_is_given_up() -> None:
    """Rows of events that nobody will ever be able to read do not pile up."""
    stage = Stage()
    stage.hear(sealed(stage, ANA))
    stage.clock.at += timedelta(hours=23)
    stage.receive()
    assert len(stage.rows("waiting")) == 1
    stage.clock.at += timedelta(hours=2)
    stage.receive()
    assert stage.rows("waiting") == []
