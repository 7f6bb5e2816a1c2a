"""Many people at once: one welcome, no flood, and nobody is forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.matrix.events import Member, Membership, News, RoomNews
from tests.dialogs.stage import BOT, SERVER, Stage
from tests.dialogs.test_dialogs import Log, log


async def crowd(count: int, *, where: str | None = None) -> tuple[Stage, list[str]]:
    """A group into which `count` people come within a minute, in ten sync responses, and what was said in it then."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    stage.serve("welcomer", ["ana"])
    if where is not None:
        stage.store().keep_setting("welcome-place", where)
    room = stage.room()
    for place in range(count):
        person = stage.person(f"p{place:03}")
        room.people.append(person)
        came = Membership(**stage.where(person, room), person=person, before="leave", after="join", name=f"P{place:03}")
        room.pending.append(came)
        if place % (count // 10) == 0:
            stage.clock.at += timedelta(seconds=5)
            await stage.settle()
    await stage.passes(stage.clock.at + timedelta(minutes=2))
    return stage, [said.body for said in stage.said[room.id]]


@pytest.mark.parametrize(("count", "where"), [(500, "room"), (60, "direct")])
async def test_five_hundred_people_get_one_welcome(log: Log, count: int, where: str) -> None:
    """500 joins in a minute: one welcome that names thirty and counts the others, one word to the welcomer, no direct chats."""
    stage, said = await crowd(count, where=where)
    assert len(said) == 1
    assert "P000, P001," in said[0]
    assert f"and {count - 30} more" in said[0]
    assert [name for name in stage.rooms if name.startswith("direct")] == ["direct ana"]
    assert not stage.store().newcomers.waiting()
    stage.said.clear()
    await stage.passes(stage.clock.at + timedelta(minutes=10))
    stage.nothing_left()
    stage.database.close()
    assert not log.crashes


async def test_five_hundred_people_are_asked_after_a_week_a_few_at_a_time() -> None:
    """The question of the first week goes to every newcomer, and only once."""
    stage, _ = await crowd(50)
    stage.said.clear()
    await stage.passes(stage.clock.at + timedelta(days=8))
    asked = [said.body for name, room in stage.rooms.items() if name.startswith("direct p") for said in stage.said[room.id]]
    assert len(asked) == 50
    assert all("Has anyone written with you?" in each for each in asked)
    stage.database.close()


async def test_whoever_is_there_when_the_bot_comes_is_not_new() -> None:
    """The bot joins a room of 500: it introduces itself, and welcomes nobody but who comes after it."""
    stage = Stage()
    await stage.enters("Tea", [f"p{place:03}" for place in range(500)], quiet=False)
    assert [said.body[:24] for said in stage.said[stage.room().id]] == ["Hello, I am Folkmoot. I "]
    stage.said.clear()
    stage.greets = True
    await stage.moves("eli", "join")
    await stage.passes(stage.clock.at + timedelta(minutes=2))
    assert ["Hello Eli" in said.body for said in stage.said[stage.room().id]] == [True]
    stage.database.close()


async def test_who_comes_between_the_bot_and_the_first_look_at_the_room_is_new() -> None:
    """Somebody joins right after the bot, before the room was read: they are in the room's description and are welcomed."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    other = Stage()
    room_id, eli = f"!late:{SERVER}", f"@eli:{SERVER}"
    people = [Member(person=each, membership="join", name=each[1:4].title()) for each in (f"@ana:{SERVER}", eli, BOT)]
    seed = stage.seed(stage.room())
    seed = type(seed)(**{**{name: getattr(seed, name) for name in seed.__slots__}, "members": tuple(people)})
    outer = {"room": room_id, "sent": other.clock.at}
    events = (
        Membership(**outer, event="$a", sender=BOT, person=BOT, before="invite", after="join", name="Folkmoot"),
        Membership(**outer, event="$b", sender=eli, person=eli, before="leave", after="join", name="Eli"),
    )
    other.app.receive(News(token="s1", rooms=(RoomNews(room=room_id, events=events, seed=seed),)), other.clock.at)
    row = other.app.timeline.room(room_id)
    assert row is not None
    assert [each["person"] for each in other.database.all("SELECT person FROM newcomer")] == [eli]
    stage.database.close()
    other.database.close()

__all__ = ["log"]
