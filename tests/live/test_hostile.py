"""Hostile input and a failing disk: whatever arrives, the bot goes on, pings nobody and stores nothing wrongly."""

from __future__ import annotations

import asyncio
import json
import resource
import sqlite3
from collections import Counter
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from bot.matrix.handset import RefusedByServerError
from tests.live.circle import HOUR, Circle, counts
from tests.live.conftest import MakeBot, MakeMembers, gather

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable, Iterator
    from pathlib import Path

    from bot.matrix.heard import Heard
    from bot.matrix.member import Member
    from tests.live.conftest import LiveBot

ROOMS = pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
POLL = "org.matrix.msc3381.poll"
MEGOLM = "m.megolm.v1.aes-sha2"
OLM = "m.olm.v1.curve25519-aes-sha2"

MALFORMED = 1000
LONG = 60_000
"""Letters that just fit into an event of 64 KB."""
LONG_SEALED = 40_000
"""The same for an encrypted one."""

ODD: tuple[Any, ...] = (
    *(None, True, 7, 2**53 - 1, -(2**53) + 1),
    *("", "\u0000", "$", "@ana", "m.poll", "\ufdd0\u202e", "x" * 3000),
    *([], [[]], [None, 7], ["$", "@ana:localhost"]),
    *({}, {"": {"": []}}, {"event_id": {"event_id": 7}}, {"body": ["m.text", {"body": 7}]}),
)
"""What nobody expects in the place of an identifier, a list or a mapping."""


# Malformed events


def messages(event: str) -> Iterator[dict[str, Any]]:
    """Messages with something odd in every place that a reader looks at; `event` exists."""
    talk = {"msgtype": "m.text", "body": "nothing to answer"}
    for odd in ODD:
        yield {"msgtype": odd, "body": "!now"}
        yield {"msgtype": "m.text", "body": odd}
        yield {**talk, "m.relates_to": odd}
        yield {**talk, "m.relates_to": {"rel_type": odd, "event_id": odd}}
        yield {**talk, "m.relates_to": {"m.in_reply_to": odd}}
        yield {**talk, "m.relates_to": {"m.in_reply_to": {"event_id": odd}}}
        yield {**talk, "m.relates_to": {"rel_type": "m.replace", "event_id": event}, "m.new_content": odd}
        yield {**talk, "m.relates_to": {"rel_type": "m.thread", "event_id": odd, "is_falling_back": odd}}
        yield {**talk, "m.mentions": odd}
        yield {**talk, "m.mentions": {"user_ids": odd, "room": odd}}
        yield {**talk, "format": odd, "formatted_body": odd}


def others(poll: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Polls, reactions, redactions and encrypted events that are none, with their types; `poll` is a real one."""
    of_poll = {"rel_type": "m.reference", "event_id": poll}
    for odd in ODD:
        for kind in ("m.reaction", f"{POLL}.response", f"{POLL}.start", f"{POLL}.end", "m.room.encrypted", "x" * 200):
            yield kind, {"m.relates_to": odd, "answers": odd}
        yield "m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": poll, "key": odd}}
        yield f"{POLL}.response", {"m.relates_to": of_poll, f"{POLL}.response": odd}
        yield f"{POLL}.response", {"m.relates_to": of_poll, f"{POLL}.response": {"answers": odd}}
        yield f"{POLL}.response", {"m.relates_to": of_poll, "m.selections": odd}
        yield f"{POLL}.start", {f"{POLL}.start": odd}
        yield f"{POLL}.start", {f"{POLL}.start": {"question": odd, "answers": odd, "max_selections": odd}}
        yield f"{POLL}.start", {f"{POLL}.start": {"question": {"body": "Tea"}, "answers": [odd, {"id": odd}]}}
        yield f"{POLL}.end", {"m.relates_to": of_poll, f"{POLL}.end": odd}
        yield from (("m.room.encrypted", content) for content in sealed(odd))


def sealed(odd: Any) -> Iterator[dict[str, Any]]:
    """Encrypted contents that nobody can open."""
    whole = {
        "algorithm": MEGOLM,
        "session_id": "s" * 43,
        "sender_key": "k" * 43,
        "device_id": "D",
        "ciphertext": "AwgA",
    }
    yield {"algorithm": odd}
    for name in ("algorithm", "session_id", "ciphertext", "sender_key"):
        yield {**whole, name: odd}


def to_device(room: str, device: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """To-device messages that are no keys, and requests that ask for them, with their types."""
    for odd in ODD:
        for kind in ("m.room.encrypted", "m.room_key", "m.forwarded_room_key", "m.room_key_request", "m.dummy", "m.x"):
            yield kind, {"algorithm": odd, "content": odd}
        yield "m.room.encrypted", {"algorithm": OLM, "sender_key": odd, "ciphertext": odd}
        yield "m.room.encrypted", {"algorithm": OLM, "sender_key": "k" * 43, "ciphertext": {"k" * 43: odd}}
        yield "m.room.encrypted", {"algorithm": MEGOLM, "session_id": odd, "ciphertext": odd, "sender_key": odd}
        yield "m.room_key", {"algorithm": MEGOLM, "room_id": room, "session_id": odd, "session_key": odd}
        yield "m.forwarded_room_key", {"algorithm": MEGOLM, "room_id": room, "session_id": "s", "session_key": odd}
        asked = {"algorithm": MEGOLM, "room_id": room, "sender_key": odd, "session_id": odd}
        yield (
            "m.room_key_request",
            {"action": "request", "body": asked, "request_id": uuid4().hex, "requesting_device_id": device},
        )
        yield "m.room_key_request", {"action": odd, "body": odd, "request_id": odd, "requesting_device_id": odd}
        yield "m.key.verification.request", {"from_device": odd, "methods": odd, "transaction_id": odd, "timestamp": 1}
        yield "m.secret.request", {"action": "request", "name": odd, "request_id": odd, "requesting_device_id": odd}


STATE_ODD: tuple[Any, ...] = (7, [], {}, "\u0000", [None])
STATE: tuple[tuple[str, dict[str, Any]], ...] = tuple(
    (kind, {name: odd})
    for odd in STATE_ODD
    for kind, name in (
        ("m.room.name", "name"),
        ("m.room.tombstone", "replacement_room"),
        ("m.room.encryption", "algorithm"),
        ("m.room.history_visibility", "history_visibility"),
        ("m.room.power_levels", "users"),
        ("m.room.member", "membership"),
        ("org.example.odd", "odd"),
    )
)


async def accepted(sends: Iterable[Awaitable[Any]]) -> list[int]:
    """The places of those that the homeserver passes on; what it refuses itself cannot reach anybody."""
    places = []
    for place, send in enumerate(sends):
        with suppress(RefusedByServerError):
            await send
            places.append(place)
    return places


async def test_malformed_events_do_not_stop_it(members: MakeMembers, bots: MakeBot) -> None:
    """After 1,000 malformed events and to-device messages the same process answers each command and counts each vote."""
    circle = await Circle.gather(members, bots, 3)
    ana, ben, cleo = circle.people
    room, bot = circle.room, circle.bot
    poll = await circle.proposes(ana, "Shall we go on?", "until in 2 hours")
    pid, (device,) = bot.pid, await devices(ana, bot.user)
    since = ana.now
    path = "/sendToDevice/{}/{}"
    # People's own devices need not see all this as it comes.
    async with ana.deaf(), ben.deaf(), cleo.deaf():
        inside = list(messages(poll.event))
        clear, *more = await asyncio.gather(
            accepted(ben.put("m.room.message", room, content, encrypted=False) for content in inside),
            accepted(ana.put(kind, room, content, encrypted=False) for kind, content in others(poll.event)),
            accepted(
                cleo.http(
                    "PUT",
                    path.format(quote(kind), uuid4().hex),
                    {"messages": {bot.user: {device: content, "*": content}}},
                )
                for kind, content in to_device(room, cleo.device)
            ),
            accepted(ana.put_state(room, kind, content) for kind, content in STATE),
        )
        # The same once more where the homeserver cannot look into them.
        sealed_too = await ben.burst(
            room, [content for place, content in enumerate(inside) if place in clear or "m.relates_to" not in content]
        )
    # A person who means it is still understood, in the same breath.
    asked = await cleo.say(room, "!urgent")
    voted = await cleo.say(room, "!vote 1 yes")
    assert len(clear) + len(sealed_too) + sum(map(len, more)) >= MALFORMED
    await asyncio.gather(circle.answer(asked), circle.marked(voted))
    await circle.turnout("1 of 3", since=since)
    assert bot.alive
    assert bot.pid == pid
    assert_unshaken(bot)
    assert [heard.reply_to for heard in circle.said(since=since) if heard.reply_to] == [asked]
    assert len(circle.marks(voted)) == 1
    assert counts(await circle.ends(2 * HOUR)) == {"yes": 1}


def assert_unshaken(bot: LiveBot) -> None:
    """Nothing was met that nobody thought of: the log tells such a thing with its cause."""
    assert "stumbled" not in bot.said()
    assert "caused_by" not in bot.said()


async def devices(asker: Member, person: str) -> list[str]:
    """The ids of a person's devices."""
    answer = await asker.http("POST", "/keys/query", {"device_keys": {person: []}})
    return list(answer["device_keys"][person])


# Hostile words

QUESTIONS = {
    "<b>Shall</b> we <script>alert(1)</script> <img src=x onerror=alert(1)>?": "<b>Shall</b> we <script>alert(1)"
    "</script> <img src=x onerror=alert(1)>?",
    "'; DROP TABLE decision; -- ?": "'; DROP TABLE decision; -- ?",
    "@room shall we [meet](https://matrix.to/#/@room:localhost)?": "shall we [meet]",
    "\u202eShall\u202c\u0007 we\u0000 meet\u200f again\u2066?": "Shall we meet\u200f again?",
}
"""What is proposed, and what the words in the poll hold."""


@ROOMS
async def test_hostile_questions_and_votes_are_only_words(
    members: MakeMembers, bots: MakeBot, *, encrypted: bool
) -> None:
    """HTML, SQL, `@room`, marks of direction, 64 KB and hundreds of reactions: answered or not, nobody pinged, nothing lost."""
    circle = await Circle.gather(members, bots, 4, encrypted=encrypted)
    ana, ben, cleo, dan = circle.people
    room = circle.room
    since = ana.now
    polls = [
        await hostile_poll(circle, person, question, shown)
        for person, (question, shown) in zip((ana, ana, ben, ben), QUESTIONS.items(), strict=True)
    ]
    first = polls[0].event
    reason = "<img src=x onerror=alert(1)> @room '; DROP TABLE act; -- \u202e"
    voted = await ben.say(room, f"!vote 1 yes because {reason}")
    refused = [
        await dan.say(room, words)
        for words in (
            "!vote 1 '; DROP TABLE act; --",
            "!vote 1 <b>yes</b>",
            "!vote 99999999999999999999999 yes",
            "!vote 0 yes",
            "!vote -1 yes",
            "!vote " + "1" * 5000 + " yes",
        )
    ]
    many = LONG_SEALED if encrypted else LONG
    silent = [
        await dan.say(room, "!propose " + "x" * many),
        await dan.say(room, "!" * many),
        await dan.reply(room, first, "yes " * (many // 4)),
        await dan.answer_poll(room, first, ["x" * 1000]),
        await dan.answer_poll(room, first, ["'; DROP TABLE act; --"]),
    ]
    await circle.marked(voted)
    if not encrypted:
        async with ana.deaf(), ben.deaf(), cleo.deaf(), dan.deaf():
            await asyncio.gather(*(react(person, room, first, name) for name, person in enumerate((ana, dan))))
    silent.append(await cleo.say(room, "@room \u202e<h1>hello</h1>\u0000"))
    await circle.marked(await cleo.reply(room, first, "\u200eno\u200f"))
    await asyncio.gather(*map(circle.answer, refused))
    await circle.turnout("2 of 4", since=since)
    await circle.asks(ana, "!show 1")
    await circle.asks(ana, "!now")
    result = await circle.ends(2 * HOUR)
    await circle.settled()
    assert counts(result) == {"yes": 1, "no": 1}
    assert not [event for event in silent if circle.marks(event)]
    assert [len(circle.answers(event)) for event in refused] == [1] * len(refused)
    for heard in circle.said():
        assert_harmless(heard)
    with closing(read(circle.bot)) as database:
        questions = [row[0] for row in database.execute("SELECT question FROM decision ORDER BY number")]
        for shown, kept in zip(QUESTIONS.values(), questions, strict=True):
            # The direction of letters is what somebody typed; it is mended where it is shown.
            plain = kept.translate(dict.fromkeys(map(ord, "\u202e\u202c\u2066")))
            assert shown in plain
        # An answer that is none of the poll's is kept as a spoiled one, which counts for nothing.
        votes = database.execute("SELECT voter FROM act WHERE ballot IS NOT NULL ORDER BY sent").fetchall()
        assert [voter for (voter,) in votes] == [ben.user, cleo.user]
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert_unshaken(circle.bot)


async def hostile_poll(circle: Circle, person: Member, question: str, shown: str) -> Heard:
    """Propose `question` and wait for the poll whose words hold `shown`."""
    since = circle.ana.now
    await person.say(circle.room, f"!propose {question} until in 2 hours")

    def asks(heard: Heard) -> bool:
        return heard.poll is not None and heard.sender == circle.bot.user

    poll = await circle.ana.hears(asks, room=circle.room, since=since)
    assert poll.poll is not None
    assert shown in poll.poll["question"]["body"]
    await circle.hears("is open until", since=since)
    return poll


async def react(person: Member, room: str, event: str, name: int) -> None:
    """A hundred reactions, none of them an answer."""
    for number in range(100):
        await person.react(room, event, f"<b>{name}-{number}</b>")


def assert_harmless(heard: Heard) -> None:
    """Nobody is pinged by this message of the bot, and no HTML of others is in it."""
    if heard.type == "m.reaction" or heard.state_key is not None:
        return
    for content in (heard.content, heard.content.get("m.new_content", {"m.mentions": {}})):
        assert content["m.mentions"] == {}, heard
        html = content.get("formatted_body", "")
        assert not [tag for tag in ("<script", "<img", "<b>", "<h1", "matrix.to/#/@room") if tag in html], heard
    # Old clients and servers look for these words themselves.
    assert "@room" not in json.dumps(heard.content, ensure_ascii=False), heard


async def test_what_is_quoted_is_no_command(members: MakeMembers, bots: MakeBot) -> None:
    """Commands and votes inside quotations and code blocks are ignored; the same words after a quotation are not."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    room = circle.room
    poll = await circle.proposes(ana, "Shall we sing?", "until in 2 hours")
    since = ana.now
    rich = {"format": "org.matrix.custom.html"}
    for words in ("> !now", "`!now`", "```\n!now\n```", "> !vote 1 yes\n> !now", "`!vote 1 yes`", ">!stop 1"):
        await ben.say(room, words)
    for html in ("<blockquote>!now</blockquote>", "<pre><code>!now</code></pre>", "<code>!now</code>"):
        await ben.say(room, "!now", more={**rich, "formatted_body": html})
    for words in ("> yes", "`yes`", "```\nyes\n```", f"> <{ana.user}> !vote 1 yes\n\nI read that, too"):
        await ben.reply(room, poll.event, words)
    answered = await ben.reply(room, poll.event, f"> <{ana.user}> something\n\n!now")
    await circle.answer(answered)
    await circle.settled()
    said = [heard for heard in circle.said(since=since) if heard.type != "m.room.member"]
    assert [heard.reply_to for heard in said][:1] == [answered]
    assert len(said) == 2, said
    assert "0 of 2" in circle.answers(answered)[0].body


@pytest.mark.parametrize("version", ["12", "11"])
async def test_powers_and_creators_are_stored_rightly(members: MakeMembers, bots: MakeBot, version: str) -> None:
    """In a version-12 room all creators rank above the levels, in an older one nobody; changed levels are stored at once."""
    bot, people = await asyncio.gather(bots(), members(3))
    ana, ben, cleo = people
    await bot.start()
    twelve = version == "12"
    room = await gather(
        people,
        encrypted=False,
        room_version=version,
        creation_content={"additional_creators": [ben.user]} if twelve else {},
        power_level_content_override={"users": {cleo.user: 50} if twelve else {ana.user: 100, cleo.user: 50}},
    )
    circle = Circle(bot, room, people)
    await circle.invites()
    levels = {cleo.user: 50} if twelve else {ana.user: 100, cleo.user: 50}
    creators = sorted([ana.user, ben.user]) if twelve else []
    assert powers(bot, room) == (version, creators, levels)
    await ana.set_power(room, cleo.user, 75)
    await ana.set_power(room, bot.user, 1)
    await circle.settled()
    assert powers(bot, room) == (version, creators, {**levels, cleo.user: 75, bot.user: 1})
    await bot.kill()
    await ana.set_power(room, cleo.user, 60)
    await bot.start()
    await circle.settled()
    assert powers(bot, room) == (version, creators, {**levels, cleo.user: 60, bot.user: 1})


def read(bot: LiveBot) -> sqlite3.Connection:
    """The bot's database, to look into."""
    return sqlite3.connect(f"file:{quote(str(database_of(bot)))}?mode=ro", uri=True)


def database_of(bot: LiveBot) -> Path:
    """Where the bot keeps everything but keys."""
    return bot.folder / "data" / "folkmoot.db"


def powers(bot: LiveBot, room: str) -> tuple[str, list[str], dict[str, int]]:
    """Version, creators and people's levels of a room, as the bot keeps them."""
    with closing(read(bot)) as database:
        row = database.execute("SELECT version, creators, power FROM room WHERE matrix = ?", [room]).fetchone()
    return row[0], json.loads(row[1]), json.loads(row[2])["users"]


# A disk that fails


async def test_a_locked_database_delays_and_loses_nothing(members: MakeMembers, bots: MakeBot) -> None:
    """While somebody else holds the database nothing is answered, and afterwards everything is, once."""
    circle = await Circle.gather(members, bots, 3)
    await circle.proposes(circle.ana, "Shall we wait?", "until in 2 hours")
    with locked(database_of(circle.bot)):
        events = await ask_in_vain(circle)
    await everything_once(circle, events)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the write lock of a database."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize("killed", [False, True], ids=["goes-on", "killed"])
async def test_a_full_disk_delays_and_loses_nothing(members: MakeMembers, bots: MakeBot, *, killed: bool) -> None:
    """While nothing can be written nothing is answered, and when there is room again everything is, once, kill or not."""
    circle = await Circle.gather(members, bots, 3)
    await circle.proposes(circle.ana, "Shall we wait?", "until in 2 hours")
    with no_room_left(circle.bot):
        events = await ask_in_vain(circle)
        if killed:
            await circle.bot.kill()
    if killed:
        await circle.bot.start()
    await everything_once(circle, events)


@contextmanager
def no_room_left(bot: LiveBot) -> Iterator[None]:
    """No file of the bot may become larger than its write-ahead log is now: the next page does not fit."""
    before = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
    size = database_of(bot).with_name("folkmoot.db-wal").stat().st_size
    # The log must have its room: it is what tells.
    assert size > bot.log.stat().st_size + 8192
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    with suppress(ProcessLookupError):
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, before)


async def ask_in_vain(circle: Circle) -> list[str]:
    """Ask, vote, and wait until the bot's log says that it cannot keep that; nothing must have been said meanwhile."""
    since = circle.ana.now
    events = [
        await person.say(circle.room, words) for words in ("!now", "!vote 1 yes", "!urgent") for person in circle.people
    ]
    await circle.bot.says("could not keep a response")
    assert not circle.said(since=since)
    return events


async def everything_once(circle: Circle, events: list[str]) -> None:
    """Every event is answered or marked once, and the votes are counted once."""
    answered = [circle.answer(event) if place // 3 != 1 else circle.marked(event) for place, event in enumerate(events)]
    await asyncio.gather(*answered)
    await circle.turnout("3 of 3")
    await circle.settled()
    told = Counter(heard.reaction[0] if heard.reaction else heard.reply_to for heard in circle.said())
    assert {event: told[event] for event in events} == dict.fromkeys(events, 1)
    assert counts(await circle.ends(2 * HOUR)) == {"yes": 3}
    assert circle.bot.alive
    assert_unshaken(circle.bot)
