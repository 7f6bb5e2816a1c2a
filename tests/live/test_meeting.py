"""A meeting from its planning to its minutes among real people: two zones, a clock change, and a bot that is killed."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import icalendar

from tests.live.circle import WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers
from tests.live.proxy import Proxy, Seen
from tests.live.test_elect import asks
from tests.live.test_once import until_killed

if TYPE_CHECKING:
    from bot.matrix.heard import Heard

BERLIN = ZoneInfo("Europe/Berlin")


def clock_change(now: datetime) -> datetime:
    """The next day on which clocks change in Berlin, as its local midnight."""
    day = now.astimezone(BERLIN).replace(hour=0, minute=0, second=0, microsecond=0)
    while (day + timedelta(days=1)).utcoffset() == day.utcoffset():
        day += timedelta(days=1)
    return day


def spoken(moment: datetime) -> str:
    """A moment as the room reads it."""
    return f"{moment:%a} {moment.day} {moment:%b %Y, %H:%M} ({moment.tzinfo})"


async def file(circle: Circle, ending: str, *, since: int) -> Heard:
    """Wait for a file of the bot."""
    return await circle.ana.hears(
        lambda heard: heard.content.get("msgtype") == "m.file" and heard.body.endswith(ending),
        room=circle.room,
        sender=circle.bot.user,
        since=since,
        timeout=WITHIN,
    )


async def test_a_meeting_is_planned_held_and_minuted(  # noqa: PLR0915 - it is one evening
    members: MakeMembers, bots: MakeBot
) -> None:
    """A series goes across a clock change in two zones, one date is moved, and what was given before a kill is in the minutes once."""
    circle = await Circle.gather(members, bots, 3, zone="Europe/Berlin")
    ana, ben, cleo = circle.people
    room, bot = circle.room, circle.bot
    for person, zone in ((ana, "Berlin"), (ben, "New York")):
        direct = await person.open_direct(bot.user)
        await person.hears("without a sign in front", room=direct, timeout=WITHIN)
        await asks(circle, person, direct, f"me zone {zone}")
        if person is ben:
            ben_direct = direct

    # Soon, and then again when the clocks have changed: the local hour stays.
    first = (datetime.now(BERLIN) + timedelta(hours=1)).replace(second=0, microsecond=0)
    weeks = (clock_change(first) - first).days // 7 + 1
    since = ana.now
    rule = f"every {max(weeks, 2)} weeks {first:%A %H:%M} from {first:%Y-%m-%d}"
    await ana.say(room, f'!meet "Night circle" {rule} for 90 minutes at https://meet.example.org/night')
    planned = await circle.hears("The next dates are", since=since)
    second, third = (first + timedelta(weeks=max(weeks, 2) * ahead) for ahead in (1, 2))
    assert len({date.utcoffset() for date in (first, second, third)}) > 1
    for date in (first, second, third):
        assert spoken(date) in planned.body
    calendar = icalendar.Calendar.from_ical(await ben.read_file(await file(circle, ".ics", since=since)))
    assert (await file(circle, ".ics", since=since)).content["file"]["v"] == "v2"
    event = calendar.walk("VEVENT")[0]
    assert event["dtstart"].dt == first
    assert calendar.walk("VTIMEZONE")

    # Each sees the time in their own zone.
    own = await asks(circle, ben, ben_direct, "meet next")
    assert spoken(first.astimezone(ZoneInfo("America/New_York"))) in own.body
    assert spoken(first) in (await circle.asks(ana, "!meet next")).body

    # One date is moved; the calendar says so, with the same UID.
    since = ana.now
    moved = (second + timedelta(days=1)).replace(hour=20, minute=0)
    await ana.say(room, f"!change 1 {second:%Y-%m-%d} to {moved:%Y-%m-%d} 20:00")
    await circle.hears("is moved to", since=since)
    renewed = icalendar.Calendar.from_ical(await cleo.read_file(await file(circle, ".ics", since=since)))
    whole, single = renewed.walk("VEVENT")
    assert whole["uid"] == single["uid"] == event["uid"]
    assert (whole["sequence"], single["sequence"]) == (1, 1)
    assert (single["recurrence-id"].dt, single["dtstart"].dt) == (second, moved)

    # It begins by itself, and the bot is killed in the middle of it.
    await circle.marked(await ana.say(room, "!note agenda The garden") and await ben.say(room, "!coming yes"))
    bot.ahead((first - datetime.now(UTC)).total_seconds() + 1)
    since = ana.now
    await ana.say(room, "Shall we?")
    await circle.hears("Welcome to Night circle", since=since, within=WITHIN)
    bot.ahead(0)
    for person in (ana, ben):
        await circle.marked(await person.say(room, "!here"))
    await circle.marked(await ben.say(room, "!note The key is under the mat"))
    await ana.say(room, "!note action @Ben paint the door by tomorrow")
    await bot.kill()
    await ana.say(room, "!note agreed We bring tea")
    await ben.say(room, "!note park The roof")
    await bot.start()
    await circle.hears("as wording by Ana", since=since)
    since = ana.now
    await ana.say(room, "!propose here Shall we paint it green?")
    await circle.hears("is open until", since=since)
    poll = next(heard for heard in circle.said(since=since) if heard.poll is not None)
    await ben.answer_poll(room, poll.event, ["yes"])
    await circle.turnout("1 of 2", since=since)
    number = str(poll.poll["question"]).split("#", 1)[1].split()[0] if poll.poll else ""
    await circle.marked(await ana.say(room, f"!vote {number} yes"))
    bot.ahead(660)
    await ana.say(room, "And?")
    await circle.hears("This was asked in Night circle", since=since)
    since = ana.now
    await ana.say(room, "!meet end")
    began = asyncio.get_running_loop().time()
    minutes = await circle.hears("Minutes of #2 Night circle", since=since)
    written = (await cleo.read_file(await file(circle, ".md", since=since))).decode()
    assert asyncio.get_running_loop().time() - began < 10
    for words in ("2 people were there", "The key is under the mat", "Ben: paint the door", "We bring tea", "The roof", "Passed"):
        assert minutes.body.count(words) == 1
        assert written.count(words) == 1
    assert "Shall we?" not in written
    closed = await circle.hears("What was said here stays here", since=since)
    assert spoken(moved) in closed.body
    assert len([heard for heard in circle.said() if heard.body.startswith("Welcome to")]) == 1
    assert len([heard for heard in circle.said() if heard.body.endswith(".md")]) == 1


async def test_a_kill_around_a_file(members: MakeMembers, bots: MakeBot, proxy: Proxy) -> None:
    """Killed when the bytes are stored, and again when the file is told, the bot tells the room of one file that can be read."""
    circle = await Circle.gather(members, bots, 1, address=proxy.address)
    (ana,) = circle.people

    async def kill(_: Seen) -> None:
        await circle.bot.kill()

    proxy.on_request(kill, path="/upload", method="POST", after=True, times=1)
    await ana.say(circle.room, '!meet "Tea" every Friday 19:00 for 60 minutes')
    await until_killed(circle)
    await circle.bot.start()
    await file(circle, ".ics", since=0)
    await circle.settled()

    def arm(_: Seen) -> None:
        proxy.on_request(kill, path="/send/m.room.encrypted", method="PUT", after=True, times=1)

    since = ana.now
    proxy.on_request(arm, path="/upload", method="POST", after=True, times=1)
    await ana.say(circle.room, "!meet skip")
    await until_killed(circle)
    await circle.bot.start()
    renewed = await file(circle, ".ics", since=since)
    await circle.settled()
    files = [heard for heard in circle.said() if heard.content.get("msgtype") == "m.file"]
    assert len(files) == 2
    (event,) = icalendar.Calendar.from_ical(await ana.read_file(renewed)).walk("VEVENT")
    assert (event["sequence"], "exdate" in event) == (1, True)
