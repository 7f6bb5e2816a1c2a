"""Reminders on a real database: each occurrence is sent once, in time, whatever is killed, blocked, suspended or changed."""

from __future__ import annotations

import shutil
import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import SLICE
from bot.matrix.events import Membership, RoomNews, Waiting
from bot.matrix.parcels import CreateDirect, Later, Outcome, Parcel, Undeliverable
from bot.store.database import millis
from bot.zones import digest
from policies.reminder import GROUP, Reminder, Timing
from policies.when import Once
from tests.store.stage import ANA, BEGIN, BEN, BOT, CLEO, OTHER, ROOM, Stage, seed

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ALONE = "!alone:example.org"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A bot with two rooms and its database in a file."""
    made = Stage(tmp_path / "bot.db", (ROOM, OTHER))
    yield made
    made.database.connection.close()


def reminders(stage: Stage, room: str = ROOM) -> list[str]:
    """What came of reminders in a room."""
    return [body for body in stage.server.bodies(room) if body.startswith("Reminder #")]


async def test_killed_at_every_step_it_comes_once(stage: Stage) -> None:
    """Killed before the send, after the server took it, and after the answer, a reminder is said once in the room."""
    stage.say(ANA, "!remind us in 2 hours to drink tea")
    await stage.deliver()
    stage.clock.at += 2 * HOUR
    stage.kill()
    stage.receive()
    stage.app.tick()
    stage.kill()
    stage.server.lost = lambda _: True
    stage.receive()
    await stage.app.flush(stage.server.send)
    assert len(reminders(stage)) == 1
    stage.kill()
    stage.server.lost = lambda _: False
    stage.sync()
    await stage.deliver()
    stage.kill()
    for _ in range(3):
        await stage.passes(HOUR)
    assert len(reminders(stage)) == 1
    assert stage.outbox.depth() == 0


async def test_the_transaction_id_protects_where_the_echo_is_late(stage: Stage) -> None:
    """Killed when the server has it but the timeline does not yet, the next life sends the same transaction and no second message."""
    stage.say(ANA, "!remind us in 2 hours to drink tea")
    await stage.deliver()
    stage.clock.at += 2 * HOUR
    stage.receive()
    stage.app.tick()
    stage.server.lost = lambda _: True
    await stage.app.flush(stage.server.send)
    stage.kill()
    stage.server.lost = lambda _: False
    stage.receive()
    await stage.app.flush(stage.server.send)
    await stage.deliver()
    assert len(reminders(stage)) == 1


async def test_a_crash_between_is_one_commit(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a reminder cannot be told its alarm stays; then it is told once and the next one is arranged."""
    stage.say(ANA, "!remind us every day at 9:00 to breathe")
    await stage.deliver()
    before = stage.rows("due")

    def stumbles(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("commands.remind.keep", stumbles)
        await stage.passes(timedelta(days=1))
    assert stage.rows("due") == before
    assert reminders(stage) == []
    await stage.passes(HOUR)
    assert len(reminders(stage)) == 1
    await stage.passes(HOUR)
    assert len(reminders(stage)) == 1


async def test_a_suspended_machine_and_a_clock_that_jumps(stage: Stage) -> None:
    """After ten days of sleep a daily reminder comes once and says how often it was due; turned back, nothing comes twice."""
    stage.say(ANA, "!remind us every day at 9:00 to breathe")
    await stage.deliver()
    await stage.passes(timedelta(days=10))
    assert len(reminders(stage)) == 1
    assert "came due 10 times" in reminders(stage)[0]
    await stage.passes(timedelta(days=-3))
    assert len(reminders(stage)) == 1
    for _ in range(4):
        await stage.passes(timedelta(days=1))
    assert len(reminders(stage)) == 2
    assert "came due" not in reminders(stage)[1]


async def test_what_could_not_be_said_is_not_said_many_times(stage: Stage) -> None:
    """In a room where the bot may not speak for days, one daily reminder waits and not one for each day."""
    stage.say(ANA, "!remind us every day at 9:00 to breathe")
    await stage.deliver()
    stage.server.answer = lambda _: Undeliverable("M_FORBIDDEN")
    for _ in range(5):
        await stage.passes(timedelta(days=1))
    assert stage.outbox.depth() == 1
    stage.server.answer = lambda _: None
    await stage.passes(2 * HOUR)
    assert len(reminders(stage)) == 1


async def test_a_message_without_its_key_holds_no_reminder_up(stage: Stage) -> None:
    """A reminder comes at its time although a message in the room cannot be read yet."""
    stage.say(ANA, "!remind us in 2 hours to drink tea")
    await stage.deliver()
    stage.clock.at += 2 * HOUR
    stage.hear(Waiting(**stage.outer(BEN, sent=stage.clock.at - MINUTE), session="secret"))
    stage.app.tick()
    await stage.deliver()
    assert len(reminders(stage)) == 1


async def opens_chat(stage: Stage) -> None:
    """Ana has a direct chat with the bot."""
    stage.app.timeline.invited(ALONE, ANA, direct=True)
    joined = Membership(**stage.outer(BOT, ALONE), person=BOT, before="invite", after="join", name="Folkmoot")
    stage.receive(RoomNews(room=ALONE, events=(joined,), seed=seed([ANA], "")))
    await stage.deliver()


async def test_whom_the_server_refuses_is_not_tried_for_ever(stage: Stage) -> None:
    """Where no direct chat can be opened, or nothing can be said in it, the reminder ends with the first refusal."""
    stage.say(ANA, "!remind me every day at 9:00 to breathe")
    stage.say(BEN, "!remind me every day at 9:00 to sing")
    await opens_chat(stage)
    refused: list[Parcel] = []

    def refuses(parcel: Parcel) -> Outcome | None:
        if isinstance(parcel, CreateDirect) or getattr(parcel, "room", "") == ALONE:
            refused.append(parcel)
            return Undeliverable("M_FORBIDDEN")
        return None

    stage.server.answer = refuses
    for _ in range(5):
        await stage.passes(timedelta(days=1))
    assert len(refused) == 2
    assert stage.outbox.depth() == 0
    assert [row["open"] for row in stage.rows("reminder")] == [0, 0]
    await stage.passes(timedelta(days=20))
    assert stage.rows("reminder") == []


async def test_rooms_and_chats_do_not_see_each_other(stage: Stage) -> None:
    """A reminder of one room is not found, listed or stopped from another one, nor one of a direct chat from its group."""
    stage.say(ANA, "!remind us tomorrow 9:00 to drink tea")
    await opens_chat(stage)
    stage.say(ANA, "remind me tomorrow 9:00 to call the clinic", ALONE)
    await stage.deliver()
    other, circle = stage.store(OTHER), stage.store(ROOM)
    assert other.reminders.of_group() == []
    assert [other.matters.get(1), other.reminders.get(1)] == [None, None]
    assert circle.reminders.of_person(ANA) == []
    assert [each.about for each in stage.store(ALONE).reminders.of_person(ANA)] == ["call the clinic"]
    assert stage.store(ALONE).reminders.of_person(BEN) == []
    other.reminders.forget(1)
    assert len(circle.reminders.of_group()) == 1


async def test_fifty_are_counted_over_all_rooms(stage: Stage) -> None:
    """The fifty open personal reminders of a person are counted over all rooms and chats; those for the group apart."""
    stage.say(ANA, "!remind us tomorrow 9:00 to drink tea")
    for place in range(50):
        stage.say(ANA, "!remind me tomorrow 9:00 to breathe", ROOM if place % 2 else OTHER)
    await stage.deliver()
    said = len(stage.server.bodies())
    stage.say(ANA, "!remind me tomorrow 9:00 to breathe")
    stage.say(BEN, "!remind me tomorrow 9:00 to breathe")
    await stage.deliver()
    assert [body[:30] for body in stage.server.bodies()[said:]] == ["You have 50 reminders already,", "#27 I will remind you in our d"]


async def test_many_due_at_once_are_done_in_slices(stage: Stage) -> None:
    """Where hundreds are due at once only a slice is done at a time, the rest follows, and none is lost or doubled."""
    await stage.deliver()
    store, many = stage.store(), 3 * SLICE + 5
    timing = Timing.of(Once(BEGIN + HOUR, "UTC"))
    with stage.database.transaction():
        for _ in range(many):
            number = store.next_number()
            store.reminders.save(Reminder(number, ANA, GROUP, f"tea {number}", timing, BEGIN))
            store.schedule("reminder", number, BEGIN + HOUR)
    stage.clock.at += HOUR
    stage.receive()
    slices = 1
    while stage.app.tick():
        slices += 1
        assert stage.outbox.depth() == SLICE * (slices - 1)
    assert slices == 4
    await stage.deliver()
    assert len(set(reminders(stage))) == len(reminders(stage)) == many


async def test_what_is_put_off_holds_nothing_back(stage: Stage) -> None:
    """What is due in a room with a gap waits, however much of it there is, and other rooms do not wait with it."""
    store = stage.store(OTHER)
    timing = Timing.of(Once(BEGIN + HOUR, "UTC"))
    with stage.database.transaction():
        for _ in range(3 * SLICE):
            number = store.next_number()
            store.reminders.save(Reminder(number, ANA, GROUP, "tea", timing, BEGIN))
            store.schedule("reminder", number, BEGIN + HOUR)
    stage.say(ANA, "!remind us in 2 hours to drink tea")
    await stage.deliver()
    stage.clock.at += 2 * HOUR
    stage.receive(RoomNews(room=OTHER, events=(), gap="before"))
    while stage.app.tick():
        pass
    await stage.deliver()
    assert len(reminders(stage)) == 1
    assert reminders(stage, OTHER) == []


@pytest.fixture
def zones(tmp_path: Path) -> Iterator[Path]:
    """A folder of zone files of our own, which may be changed as a newer tzdata changes them."""
    folder = tmp_path / "zones"
    for name in ("Europe/Berlin", "Europe/London", "Europe/Moscow", "UTC"):
        source = next(path for path in (Path(each, name) for each in zoneinfo.TZPATH) if path.is_file())
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, folder / name)
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([str(folder)])
    ZoneInfo.clear_cache()
    yield folder
    zoneinfo.reset_tzpath(before)
    ZoneInfo.clear_cache()


async def test_newer_rules_of_a_zone_are_honoured(stage: Stage, zones: Path) -> None:
    """When a country changes its clocks 19:00 stays 19:00: at the next start the instants are computed by the new rules."""
    stage.say(ANA, "!me zone Berlin")
    stage.say(ANA, "!remind us every Tuesday 19:00 to drink tea")
    stage.say(ANA, "!remind us in 48 hours to breathe")
    await stage.deliver()
    at = {row["number"]: row["at"] for row in stage.rows("due")}
    assert at[1] == millis(datetime(2026, 3, 3, 18, 0, tzinfo=UTC))
    stage.kill()
    stage.app.tick()
    assert {row["number"]: row["at"] for row in stage.rows("due")} == at
    before = digest("Europe/Berlin")
    shutil.copy(zones / "Europe/London", zones / "Europe/Berlin")
    ZoneInfo.clear_cache()
    assert digest("Europe/Berlin") != before
    stage.kill()
    while stage.app.tick():
        pass
    after = {row["number"]: row["at"] for row in stage.rows("due")}
    assert after == {1: millis(datetime(2026, 3, 3, 19, 0, tzinfo=UTC)), 2: at[2]}
    assert {row["zone"]: row["digest"] for row in stage.rows("zone_rules")}["Europe/Berlin"] == digest("Europe/Berlin")


async def test_newer_rules_tell_nothing_twice(stage: Stage, zones: Path) -> None:
    """An occurrence that was told does not come again because its zone's clock was turned back, nor is one left out."""
    stage.say(ANA, "!me zone Berlin")
    stage.say(ANA, "!remind us every day at 19:00 to drink tea")
    await stage.deliver()
    stage.clock.at = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
    await stage.passes(MINUTE)
    assert len(reminders(stage)) == 1
    shutil.copy(zones / "Europe/London", zones / "Europe/Berlin")
    ZoneInfo.clear_cache()
    stage.kill()
    await stage.passes(2 * HOUR)
    assert len(reminders(stage)) == 1
    # Back again by three hours: 19:00 of this day has just gone by, and comes late.
    shutil.copy(zones / "Europe/Moscow", zones / "Europe/Berlin")
    ZoneInfo.clear_cache()
    stage.clock.at = datetime(2026, 3, 4, 16, 30, tzinfo=UTC)
    stage.kill()
    await stage.passes(MINUTE)
    assert len(reminders(stage)) == 2
    assert "meant for" in reminders(stage)[1]


def test_a_link_names_a_server(stage: Stage) -> None:
    """A link to a message can be followed also where the room's id names no server."""
    store = stage.store()
    assert store.link("$event") == "https://matrix.to/#/!circle:example.org/$event?via=example.org"
    with stage.database.transaction():
        stage.database.execute("UPDATE room SET matrix = '!31hneApxJ_1o-63DmFrpeqnk' WHERE matrix = ?", (ROOM,))
    row = stage.app.timeline.room("!31hneApxJ_1o-63DmFrpeqnk")
    assert row is not None
    moved = type(store)(stage.database, row["room"], BOT, "en", "UTC")
    assert moved.link("$a/b?c") == "https://matrix.to/#/!31hneApxJ_1o-63DmFrpeqnk/$a%2Fb%3Fc?via=example.org"


def test_a_reminder_is_kept_whole(stage: Stage) -> None:
    """What is kept of a reminder comes back as it was, with everything that people did with it."""
    timing = Timing("2026-03-03T19:00:00", "Europe/Berlin", later=True, rule="FREQ=DAILY", until="2026-06-30T23:59:59", except_=("2026-03-09",))
    full = Reminder(
        7, ANA, BEN, "tea", timing, BEGIN, "$event", 3, frozenset({CLEO}), frozenset({BEN}), frozenset({"2026-03-04T19:00:00"}), True, BEGIN, "x"
    )  # fmt: skip
    store = stage.store()
    with stage.database.transaction():
        for each in (full, replace(full, number=8, subject=None, told=None)):
            store.reminders.save(each)
            assert store.reminders.get(each.number) == each
    assert [each.number for each in store.reminders.of_person(CLEO)] == [7, 8]
    assert store.reminders.of_person(CLEO.replace("cleo", "cle")) == []


async def test_where_sending_is_slow_it_waits(stage: Stage) -> None:
    """A server that asks to wait gets a reminder later, once."""
    stage.say(ANA, "!remind us in 2 hours to drink tea")
    await stage.deliver()
    stage.server.answer = lambda _: Later(30, account=True)
    await stage.passes(2 * HOUR)
    stage.server.answer = lambda _: None
    await stage.passes(MINUTE)
    assert len(reminders(stage)) == 1
