"""Everyone counts, on the wire: who joins is greeted once, who knocks hears from us, who asks is followed."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.store import shapes
from policies.roles import Holder, Leadership
from tests.live.circle import HOUR, WITHIN, Circle

if TYPE_CHECKING:
    from bot.matrix.heard import Heard
    from bot.matrix.member import Member
    from tests.live.conftest import MakeBot, MakeMembers

DAY = 24 * HOUR
WELCOME = "welcome to"


async def serve(circle: Circle, **roles: list[Member]) -> None:
    """These people serve from now on; the bot is stopped while it is written down."""
    await circle.bot.kill()
    since = datetime(2026, 1, 1, tzinfo=UTC)
    holders = tuple(
        Holder(role, member.user, since + timedelta(seconds=place))
        for role, people in roles.items()
        for place, member in enumerate(people)
    )
    with sqlite3.connect(circle.bot.folder / "data" / "folkmoot.db") as database:
        (room,) = database.execute("SELECT room FROM room WHERE matrix = ?", (circle.room,)).fetchone()
        body = shapes.write(Leadership(holders=holders))
        database.execute("INSERT OR REPLACE INTO leadership (room, body) VALUES (?, ?)", (room, body))
    database.close()
    await circle.bot.start()


async def told(member: Member, circle: Circle, words: str, *, since: int = 0) -> Heard:
    """What the bot tells a member alone, in the chat that it opened or one that they have."""

    def alone(heard: Heard) -> bool:
        return heard.room != circle.room and heard.sender == circle.bot.user and words in heard.body

    return await member.hears(alone, since=since, timeout=WITHIN)


async def called(member: Member, circle: Circle, words: str) -> Heard:
    """The bot opens a direct chat with a member, who comes in and reads: from the first word on it is encrypted, and no group's."""
    since = member.now
    chat = await member.accept(sender=circle.bot.user, timeout=WITHIN)
    heard = await told(member, circle, words, since=since)
    said = [each for each in member.heard if each.room == chat and each.sender == circle.bot.user and each.state_key is None]
    assert all(each.encrypted for each in said)
    assert not any("I am Folkmoot" in each.body for each in said)
    return heard


async def moves(circle: Circle, seconds: float) -> None:
    """Let time pass on the bot's clock, and wake it."""
    circle.bot.ahead(seconds)
    await circle.ana.say(circle.room, "Let us look at the clock.")


async def test_who_joins_an_encrypted_room_is_welcomed_once(members: MakeMembers, bots: MakeBot) -> None:
    """A welcome that the newcomer can read comes within seconds, and never again: not by name changes, kills or a re-join."""
    circle = await Circle.gather(members, bots, 2)
    (dan,) = await members(1)
    await circle.ana.invite(circle.room, dan.user)
    since, began = dan.now, time.monotonic()
    await dan.join(circle.room)
    welcome = await dan.hears(WELCOME, room=circle.room, sender=circle.bot.user, since=since, timeout=WITHIN)
    assert time.monotonic() - began < 15
    assert welcome.content["m.mentions"] == {"user_ids": [dan.user]}
    assert welcome.body.index("in danger now") < welcome.body.index("Hello")
    await dan.change_name("Daniel")
    await circle.bot.kill()
    await dan.leave(circle.room)
    await circle.ana.invite(circle.room, dan.user)
    await dan.join(circle.room)
    await circle.bot.start()
    await circle.asks(dan, "!more")
    await moves(circle, 300)
    await circle.settled()
    assert len([heard for heard in circle.said() if WELCOME in heard.body]) == 1

    crowd = await members(4)
    for member in crowd:
        await circle.ana.invite(circle.room, member.user)
    since = circle.ana.now
    await asyncio.gather(*(member.join(circle.room) for member in crowd))
    await circle.settled()
    await moves(circle, 400)
    common = await circle.hears(WELCOME, since=since)
    assert set(common.content["m.mentions"]["user_ids"]) == {member.user for member in crowd}


async def test_who_knocks_hears_of_it(members: MakeMembers, bots: MakeBot) -> None:
    """The knocker and those who may let them in are told in direct chats, again in the promised time, and then they are welcomed."""
    rules = {"type": "m.room.join_rules", "state_key": "", "content": {"join_rule": "knock"}}
    levels = {"power_level_content_override": {"invite": 50}}
    circle = await Circle.gather(members, bots, 2, encrypted=False, room={"initial_state": [rules], **levels})
    (dan,) = await members(1)
    await dan.http("POST", f"/knock/{quote(circle.room)}", {})
    seen, asked = await asyncio.gather(called(dan, circle, "was seen"), called(circle.ana, circle, "asks to be let into"))
    assert dan.user in asked.body
    assert seen.room != asked.room
    await moves(circle, DAY + 60)
    await asyncio.gather(told(dan, circle, "still waiting"), told(circle.ana, circle, "Still waiting"))
    await circle.ana.invite(circle.room, dan.user)
    since = dan.now
    await dan.join(circle.room)
    await dan.hears(WELCOME, room=circle.room, since=since, timeout=WITHIN)
    await moves(circle, 3 * DAY)
    await circle.settled()
    assert len([heard for heard in dan.heard if "still waiting" in heard.body]) == 1


async def test_a_request_runs_through_all_steps(members: MakeMembers, bots: MakeBot) -> None:
    """Duty, backup, facilitators, room: each is told once, with a kill between; the asker hears of each, and closes it."""
    circle = await Circle.gather(members, bots, 5)
    ana, ben, cleo, dan, eva = circle.people
    await serve(circle, duty=[ana, ben], facilitator=[cleo, dan])
    since = ana.now
    # In fewer hours than seven days: older message keys are thrown away.
    await ben.say(circle.room, "!set answer hours 24 48 72")
    await circle.hears("24, 48 and 72 hours", since=since)
    ack = await circle.asks(eva, "!ask Where do we meet?")
    assert "request #2" in ack.body
    first = await called(ana, circle, "Where do we meet?")
    assert "matrix.to" in first.body
    # A reaction is no answer.
    await ben.react(circle.room, ack.event, "👍")
    await moves(circle, 24 * HOUR + 60)
    await asyncio.gather(called(ben, circle, "Where do we meet?"), called(eva, circle, "I have now asked"))
    await circle.bot.kill()
    circle.bot.ahead(48 * HOUR + 60)
    await circle.bot.start()
    await asyncio.gather(*(called(each, circle, "Where do we meet?") for each in (cleo, dan)))
    since = ana.now
    await moves(circle, 72 * HOUR + 60)
    waited = await circle.hears("has waited 3 days", since=since)
    assert "Where do we meet?" not in waited.body
    taken = await circle.asks(ben, "!turn take 2")
    assert "is yours" in taken.body
    await told(eva, circle, "has taken your request #2")
    since = eva.now
    await circle.asks(ben, "!answered 2")
    question = await told(eva, circle, "Was that an answer for you?", since=since)
    await eva.say(question.room, "yes")
    await eva.hears("Request #2 is closed", room=question.room, since=since, timeout=WITHIN)
    assert "No request waits" in (await circle.asks(ana, "!show requests")).body
    for member, words in ((ana, "Request #2"), (ben, "Request #2"), (eva, "I have now asked")):
        chats = [heard for heard in member.heard if heard.room != circle.room and heard.sender == circle.bot.user]
        assert len([heard for heard in chats if words in heard.body and "closed" not in heard.body]) in {1, 2}


async def test_a_concern_reaches_those_whom_it_was_told_and_stays_nowhere(members: MakeMembers, bots: MakeBot) -> None:
    """Its words are in the readers' chats alone: not in the room, not with the one it is about, not on the bot's disk."""
    circle = await Circle.gather(members, bots, 4)
    ana, ben, cleo, dan = circle.people
    await serve(circle, facilitator=[ana, ben, cleo])
    chat = await dan.open_direct(circle.bot.user)
    await dan.hears("Here you can type commands", room=chat, timeout=WITHIN)
    since = dan.now
    await dan.say(chat, f"ask concern {ana.user} about {ben.user}\nHe is quarrelsome and vituperative.")
    read = await called(ana, circle, "quarrelsome")
    assert "told to you by Dan" in read.body
    await dan.hears("goes to Ana and to nobody else", room=chat, since=since, timeout=WITHIN)
    await ana.say(read.room, "turn take 1")
    await dan.hears("has read your concern #1", room=chat, since=since, timeout=WITHIN)
    await circle.settled()
    for member in (ben, cleo):
        assert not [heard for heard in member.heard if "quarrelsome" in heard.body or "oncern #1" in heard.body]
    data = circle.bot.folder / "data"
    files = [path for path in [*data.glob("folkmoot.db*"), circle.bot.log] if path.exists()]
    assert len(files) >= 2
    assert not [path.name for path in files if b"quarrelsome" in path.read_bytes()]


async def test_a_wish_for_a_person_at_three_in_the_morning(members: MakeMembers, bots: MakeBot) -> None:
    """Whoever allowed it is asked first and at once; for others it waits until their quiet hours are over; the clock runs on."""
    circle = await Circle.gather(members, bots, 3, encrypted=False)
    ana, ben, cleo = circle.people
    chats = {}
    for member in (ana, ben, cleo):
        chats[member.user] = await member.open_direct(circle.bot.user)
        await member.hears("Here you can type commands", room=chats[member.user], timeout=WITHIN)
    for member, words in ((ana, "me zone UTC"), (ana, "me quiet 22:00-7:00"), (ben, "me zone UTC"), (ben, "me quiet 22:00-7:00")):
        since = member.now
        await member.say(chats[member.user], words)
        await member.hears("Good.", room=chats[member.user], since=since, timeout=WITHIN)
    await ben.say(chats[ben.user], "me requests always")
    await ben.hears("quiet hours too", room=chats[ben.user], timeout=WITHIN)
    await serve(circle, duty=[ana, ben])
    now = datetime.now(UTC)
    three = now.replace(hour=3, minute=0, second=0)
    night = (three + timedelta(days=three < now) - now).total_seconds()
    circle.bot.ahead(night)
    await cleo.say(chats[cleo.user], "person")
    await cleo.hears("I have asked Ben to answer you", room=chats[cleo.user], timeout=WITHIN)
    await ben.hears("would like somebody to write to them", room=chats[ben.user], timeout=WITHIN)
    since = ana.now
    await moves(circle, night + HOUR + 60)
    asked = await cleo.hears("I have now asked Ana", room=chats[cleo.user], timeout=WITHIN)
    assert "They have quiet hours" in asked.body
    await circle.settled()
    assert not [heard for heard in ana.heard if "would like somebody to write" in heard.body]
    await moves(circle, night + 4 * HOUR + 120)
    await ana.hears("would like somebody to write to them", room=chats[ana.user], since=since, timeout=WITHIN)
