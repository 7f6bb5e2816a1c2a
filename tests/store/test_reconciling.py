"""After a backup was put back: nothing is sent twice, nothing is lost, and each room that has something to know is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.matrix.events import Echo, Event, Invite, Membership, RoomNews, Seed, Waiting
from bot.matrix.parcels import CreateDirect, Leave
from bot.store.copies import copied
from bot.store.database import Ended
from bot.store.marks import LETTERS
from bot.store.outbox import DEPART, MARK
from commands.answers import Answer, Direct
from commands.ports import Context
from policies.decision import Status
from policies.model import text
from tests.store.stage import ANA, BEN, BOT, CLEO, OTHER, ROOM, Stage, choices, seed

HOUR = timedelta(hours=1)
PUT_BACK = "put back from a copy"


class Lived:
    """What happened to a bot since its backup: the copy, and every room's timeline as another device sees it."""

    def __init__(self, stage: Stage, *, same_device: bool = False) -> None:
        """The backup is made now; `same_device`: it is put back beside the keys, as after an upgrade that is undone."""
        assert stage.path
        self.stage = stage
        self.same_device = same_device
        self.copy = copied(stage.path, stage.clock.at).data
        self.before = len(stage.server.taken)
        self.events: dict[str, list[Event]] = {}
        self.seeds: dict[str, Seed] = {}
        receive = stage.receive

        def listening(*rooms: RoomNews, **more: object) -> None:
            for room in rooms:
                self.events.setdefault(room.room, []).extend(room.events)
                if room.seed is not None:
                    self.seeds[room.room] = room.seed
            receive(*rooms, **more)

        stage.receive = listening  # type: ignore[method-assign]

    def put_back(self, path: Path) -> Stage:
        """A new life on the copy, which has read nothing yet."""
        path.mkdir()
        (path / "folkmoot.db").write_bytes(self.copy)
        again = Stage(path / "folkmoot.db", rooms=())
        again.clock.at = self.stage.clock.at
        again.events, again.tokens = 5000, 5000
        again.server._known = {f"other-{number}": "" for number in range(1000)}
        return again

    def news(self) -> list[RoomNews]:
        """All that happened, with our own events as another device of ours sees them."""
        return [
            RoomNews(room=room, events=tuple(self._seen(each) for each in events), seed=self.seeds.get(room))
            for room, events in reversed(self.events.items())
        ]

    def _seen(self, event: Event) -> Event:
        if not isinstance(event, Echo):
            return event
        parcel = next(each for each in self.stage.server.taken if each.transaction == event.transaction)
        seen = event.transaction if self.same_device else None
        return replace(event, transaction=seen, mark=parcel.mark[:LETTERS], tail=parcel.mark[LETTERS:])


async def catches_up(stage: Stage, lived: Lived) -> None:
    """The new life reads what happened, does what is due, and sends what is to be sent."""
    assert not await stage.app.flush(stage.server.send)
    stage.receive(*lived.news())
    assert not await stage.app.flush(stage.server.send)
    while stage.app.tick():
        pass
    stage.app.tick()
    await stage.deliver()


def said(stage: Stage, room: str = ROOM) -> list[str]:
    """What a bot said, without what a room hears because a backup was put back."""
    return [body for body in stage.server.bodies(room) if PUT_BACK not in body]


def told(stage: Stage, room: str = ROOM) -> list[str]:
    """What a room heard because a backup was put back."""
    return [body for body in stage.server.bodies(room) if PUT_BACK in body]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A bot in two rooms, which has said hello."""
    made = Stage(tmp_path / "folkmoot.db", rooms=(ROOM, OTHER))
    yield made
    made.database.close()


@pytest.mark.parametrize("spoke", [True, False])
async def test_a_departure_is_not_put_back(stage: Stage, tmp_path: Path, *, spoke: bool) -> None:
    """Whether the room was active since the backup or not: the bot stays, says so once in the room and in the log, and leaves nothing."""
    await stage.deliver()
    with stage.database.transaction():
        stage.outbox.put(1, DEPART, {"reason": ""}, urgency=MARK, not_before=stage.clock.at + 24 * HOUR)
    lived = Lived(stage)
    if spoke:
        stage.say(ANA, "!now")
    await stage.deliver()
    new = lived.put_back(tmp_path / "again")
    with capture_logs() as logged:
        await catches_up(new, lived)
    await new.passes(48 * HOUR)
    assert not [each for each in new.server.tries if isinstance(each, Leave)]
    (heard,) = told(new)
    assert "I was to leave this group. Now I stay" in heard
    assert told(new, OTHER) == []
    assert [each["room"] for each in logged if "rooms leave" in each["event"]] == [1]


async def test_nothing_is_said_twice(stage: Stage, tmp_path: Path) -> None:
    """Answers, polls, votes, edits, results and reminders since the backup are known again: not one of them is sent anew."""
    await stage.deliver()
    open_vote = await stage.propose("Tea?")
    stage.say(BEN, f"!vote {open_vote.number} yes")
    stage.say(ANA, "!remind us in 2 hours that the kettle is on")
    await stage.deliver()
    lived = Lived(stage)
    stage.say(CLEO, f"!vote {open_vote.number} no")
    await stage.deliver()
    stage.say(ANA, "!now")
    stage.say(BEN, "!nonsense that nobody knows")
    await stage.deliver()
    second = await stage.propose("Cake?", BEN)
    for voter in (ANA, BEN):
        stage.say(voter, f"!vote {second.number} yes")
    stage.say(CLEO, "!remind us every day at 19:00 to drink water")
    await stage.deliver()
    eva = "@eva:example.org"
    stage.hear(Membership(**stage.outer(eva), person=eva, before="leave", after="join", name="Eva"))
    for _ in range(10):
        await stage.passes(8 * HOUR + timedelta(minutes=1))
    assert [body for body in said(stage) if "Eva" in body] != []
    assert [body for body in said(stage) if "In the record" in body] != []
    reminders = [body for body in said(stage) if "drink water" in body]
    assert len(reminders) > 3

    again = lived.put_back(tmp_path / "again")
    await catches_up(again, lived)
    sent = [parcel for parcel in again.server.taken if PUT_BACK not in str(parcel.content)]
    assert [str(parcel)[:300] for parcel in sent] == []
    assert len(told(again)) == 1
    assert told(again, OTHER) == []
    for number in (open_vote.number, second.number):
        old, new = (each.store().decisions.get(number) for each in (stage, again))
        assert old is not None
        assert new is not None
        assert (new.status, choices(new), new.opened, new.closes) == (old.status, choices(old), old.opened, old.closes)
        assert new.status is Status.CLOSED
    assert {(row["event"], row["purpose"]) for row in again.rows("posted")} >= {
        (row["event"], row["purpose"]) for row in stage.rows("posted")
    }
    assert again.rows("outbox") == []
    again.kill()
    await again.passes(timedelta(0))
    assert len(told(again)) == 1
    # The bot goes on: what is next comes, once.
    await again.passes(24 * HOUR)
    assert len([body for body in said(again) if "drink water" in body]) == 1
    again.database.close()


async def test_what_the_former_life_did_not_do_is_done(stage: Stage, tmp_path: Path) -> None:
    """A vote cast before the crash counts, and a vote and a reminder that came due after it end and come, once."""
    await stage.deliver()
    decision = await stage.propose("Tea?")
    stage.say(ANA, "!remind us in 2 hours that the kettle is on")
    await stage.deliver()
    lived = Lived(stage)
    for voter in (ANA, BEN):
        stage.say(voter, f"!vote {decision.number} yes")
    await stage.deliver()
    again = lived.put_back(tmp_path / "again")
    again.clock.at += 80 * HOUR
    await catches_up(again, lived)
    assert len([body for body in said(again) if "the kettle is on" in body]) == 1
    ended = again.store().decisions.get(decision.number)
    assert ended is not None
    assert ended.status is Status.CLOSED
    assert choices(ended) == {ANA: "yes", BEN: "yes"}
    assert len([body for body in said(again) if "In the record" in body]) == 1
    again.database.close()


async def test_marks_of_the_record_that_are_lost_are_told(stage: Stage, tmp_path: Path) -> None:
    """A room hears how many marks of its record are lost: those of results since the backup, not those before it."""
    await stage.deliver()
    await stage.propose("Tea?")
    await stage.passes(80 * HOUR)
    before = stage.store().record.head()
    lived = Lived(stage)
    stage.say(ANA, "!now")
    await stage.deliver()
    again = lived.put_back(tmp_path / "again")
    await catches_up(again, lived)
    assert again.store().record.head() == before
    (heard,) = told(again)
    assert "not in my record" not in heard
    again.database.close()

    await stage.propose("Cake?")
    await stage.passes(80 * HOUR)
    lived.same_device = True
    third = lived.put_back(tmp_path / "third")
    await catches_up(third, lived)
    assert said(third) == []
    (heard,) = told(third)
    assert "One mark of the record" in heard
    assert third.store().record.check().sound
    third.database.close()


async def test_a_direct_chat_is_opened_once(stage: Stage, tmp_path: Path) -> None:
    """A chat that was asked for again gets the name that it had, and no other person's chat has it."""
    await stage.deliver()
    lived = Lived(stage)
    stage.say(BEN, "!remind me in 2 hours to call the clinic")
    await stage.passes(2 * HOUR)
    stage.say(ANA, "!remind me in 2 hours to call the plumber")
    await stage.passes(2 * HOUR)
    names = {each.person: each.mark for each in stage.server.tries if isinstance(each, CreateDirect)}
    again = lived.put_back(tmp_path / "again")
    await catches_up(again, lived)
    anew = {each.person: each.mark for each in again.server.tries if isinstance(each, CreateDirect)}
    assert set(names) == {ANA, BEN}
    assert anew == names
    again.database.close()


def chat(person: str) -> str:
    """The direct chat of a person."""
    return f"!direct-{person[1:].partition(':')[0]}:example.org"


async def comes_alone(stage: Stage, person: str) -> None:
    """A person asks the bot into a direct chat."""
    stage.receive(invites=(Invite(room=chat(person), sender=person, direct=True, name=""),))
    outer = stage.outer(BOT, chat(person))
    joined = Membership(**outer, person=BOT, before="invite", after="join", name="Folkmoot", direct=True)
    ours = replace(seed((person,)), encrypted=True, creators=frozenset({BOT}))
    stage.receive(RoomNews(room=chat(person), events=(joined,), seed=ours))
    await stage.deliver()


async def test_a_secret_vote_begins_anew(stage: Stage, tmp_path: Path) -> None:
    """A secret vote that was open is not counted as if nobody had voted: its room is told why, and it is asked again."""
    decision = await stage.propose("Tea? | secret anyway until in 2 hours")
    for voter in (BEN, CLEO):
        await comes_alone(stage, voter)
        stage.say(voter, "group circle", chat(voter))
        stage.say(voter, "vote 1", chat(voter))
    stage.say(BEN, "vote 1 yes", chat(BEN))
    await stage.deliver()
    lived = Lived(stage)
    stage.say(CLEO, "vote 1 no", chat(CLEO))
    await stage.deliver()
    assert len(stage.rows("part")) == 2
    await stage.passes(2 * HOUR)
    assert any("voted in secret" in body for body in said(stage))
    again = lived.put_back(tmp_path / "again")
    await catches_up(again, lived)
    anew = again.store().decisions.get(decision.number)
    assert anew is not None
    assert (anew.status, anew.version) == (Status.OPEN, decision.version + 1)
    assert any("begins anew" in body for body in again.server.bodies())
    assert not any("voted in secret" in body for body in said(again))
    assert again.rows("part") == again.rows("sealed") == []
    again.say(BEN, "vote 1 yes", chat(BEN))
    again.say(ANA, "!show record")
    await again.deliver()
    assert len(again.rows("part")) == 1
    assert "#1 “Tea?” was asked anew by " in again.server.bodies()[-1]
    again.database.close()


async def test_what_was_said_to_one_person_alone_comes_once(stage: Stage, tmp_path: Path) -> None:
    """A deadline of a quiet room that spoke to a person in their direct chat is known again by what stands in that chat."""
    await stage.deliver()
    await comes_alone(stage, BEN)
    stage.handles("wait", later)
    stage.say(ANA, "!wait")
    await stage.deliver()
    lived = Lived(stage)
    stage.app.book._follow["due told-alone"] = [alone]
    await stage.passes(2 * HOUR)
    assert [body for body in said(stage, chat(BEN)) if "told the group" in body]
    again = lived.put_back(tmp_path / "again")
    again.app.book._follow["due told-alone"] = [alone]
    await catches_up(again, lived)
    assert [body for body in said(again, chat(BEN)) if "told the group" in body] == []
    assert again.rows("outbox") == []
    again.database.close()


def later(ctx: Context) -> Answer:
    """Something is due in an hour."""
    ctx.room.schedule("told-alone", 1, ctx.now + HOUR)
    return None


def alone(ctx: Context, *, number: int, at: datetime) -> Answer:
    """It speaks to Ben alone."""
    del ctx, at
    return Direct(BEN, text("secret-thanks"), number)


async def test_a_direct_chat_that_was_opened_meanwhile_is_one(stage: Stage, tmp_path: Path) -> None:
    """Whoever asked the bot into a direct chat after the backup still has one with it, and is told nothing needless."""
    await stage.deliver()
    lived = Lived(stage)
    await comes_alone(stage, BEN)
    stage.say(BEN, "now", chat(BEN))
    await stage.deliver()
    again = lived.put_back(tmp_path / "again")
    await catches_up(again, lived)
    row = again.app.timeline.room(chat(BEN))
    assert row is not None
    assert row["direct"] == BEN
    assert said(again, chat(BEN)) == []
    again.database.close()


async def test_a_room_with_messages_that_cannot_be_read_is_told_how_many(stage: Stage, tmp_path: Path) -> None:
    """Messages whose keys are lost are counted, and told once; not once more when their time to wait is over."""
    await stage.deliver()
    lived = Lived(stage)
    again = lived.put_back(tmp_path / "again")
    sent = again.clock.at + timedelta(minutes=1)
    again.clock.at += 48 * HOUR
    waiting = [Waiting(**again.outer(BEN, sent=sent), session=f"session{number}") for number in range(2)]
    ours = Echo(**again.outer(BOT, sent=again.clock.at - HOUR), mark="0" * LETTERS, tail="0" * 12)
    news = again.news(RoomNews(room=ROOM, events=(*waiting, ours)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(again.app.timeline, "keep", fails)
        with pytest.raises(Ended):
            again.app.receive(news, again.clock.at)
    again.receive(RoomNews(room=ROOM, events=(*waiting, ours)))
    # What was found out outlives a kill before the room was told.
    again.kill()
    again.receive()
    again.app.tick()
    await again.deliver()
    (heard,) = told(again)
    assert "2 messages since then I cannot read" in heard
    assert "One mark of the record" in heard
    await again.passes(HOUR)
    assert len(again.server.bodies()) == 1
    again.database.close()


def fails(_name: str, _value: str) -> None:
    """The disk is full for a moment."""
    raise sqlite3.OperationalError("database or disk is full")


def test_the_time_is_that_of_the_backup(stage: Stage, tmp_path: Path) -> None:
    """A copy that is opened is no copy any more: it has transaction ids of its own, and knows when it was made."""
    made: datetime = stage.clock.at
    lived = Lived(stage)
    again = lived.put_back(tmp_path / "again")
    assert again.outbox.transaction(1) != stage.outbox.transaction(1)
    assert again.app._former.since == made
    assert again.app.timeline.value("copied") is None
    again.database.close()
