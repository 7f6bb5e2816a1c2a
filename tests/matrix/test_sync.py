"""A sync response becomes news: complete, in order, and one room's trouble is its own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.matrix.account import Account, Unreachable
from bot.matrix.events import Event, Member, Membership, Message, Named, News
from tests.matrix.conftest import QUICK, Open
from tests.matrix.small_server import ROOM, SmallServer, cut, say

BOT = "@bot:test"


def bodies(events: Sequence[Event]) -> list[str]:
    return [event.body for event in events if isinstance(event, Message)]


async def news(
    account: Account, since: str | None, known: Sequence[str] = (ROOM,), gaps: dict[str, str] | None = None
) -> News:
    return await account.read(await account.poll(since, 0), known, gaps or {})


async def test_a_room_that_is_new_begins_with_our_join(server: SmallServer, open_account: Open) -> None:
    """What was said before we came is not ours; what was said after it is, and the room comes with its seed."""
    account = await open_account(encryption=False)
    start = (await news(account, None)).token
    server.room("@ana:test", encrypted=True)
    server.say("before")
    server.put(ROOM, "@ana:test", "m.room.member", {"membership": "invite"}, state_key=BOT)
    server.put(
        ROOM, "@ana:test", "m.room.member", {"membership": "invite", "displayname": "Ben"}, state_key="@ben:test"
    )
    server.put(ROOM, BOT, "m.room.member", {"membership": "join"}, state_key=BOT)
    for number in range(30):
        server.say(f"after {number}")
    (room,) = (await news(account, start, known=())).rooms
    first = room.events[0]
    assert isinstance(first, Membership)
    assert first.person == BOT
    assert bodies(room.events) == [f"after {number}" for number in range(30)]
    assert room.seed is not None
    assert room.seed.encrypted
    assert room.seed.version == "12"
    assert room.seed.creators == frozenset({"@ana:test"})
    assert Member(person="@ben:test", membership="invite", name="Ben") in room.seed.members
    assert Member(person=BOT, membership="join", name=None) in room.seed.members


async def test_the_first_sync_of_all_reads_no_old_messages(server: SmallServer, open_account: Open) -> None:
    """A room that we joined long before we kept a record begins now."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT, version="10")
    for number in range(30):
        server.say(f"old {number}")
    (room,) = (await news(account, None, known=())).rooms
    assert room.events == ()
    assert room.seed is not None
    assert room.seed.creators == frozenset()


async def test_a_gap_is_filled_in_order(server: SmallServer, open_account: Open) -> None:
    """What the server left out of a response is fetched, to the last event, in timeline order, with a fresh seed."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT)
    start = (await news(account, None)).token
    for number in range(350):
        server.say(str(number))
    server.put(ROOM, "@ana:test", "m.room.name", {"name": "New"}, state_key="")
    result = await news(account, start)
    (room,) = result.rooms
    assert bodies(room.events) == [str(number) for number in range(350)]
    assert isinstance(room.events[-1], Named)
    assert room.seed is not None
    assert room.seed.name == "New"
    assert room.gap is None
    assert (await news(account, result.token)).rooms == ()


async def test_a_gap_that_cannot_be_filled_holds_back_its_room_only(server: SmallServer, open_account: Open) -> None:
    """The room with the gap says from where to ask again and nothing else; the other room goes on; later all is there."""
    account = await open_account(encryption=False)
    other = server.room("@ana:test", BOT, room="!other:test")
    server.room("@ana:test", BOT)
    known = (ROOM, other)
    start = (await news(account, None, known)).token
    for number in range(150):
        server.say(str(number))
    server.say("elsewhere", room=other)
    server.fail("/messages", say(500, {}))
    first = await news(account, start, known)
    rooms = {room.room: room for room in first.rooms}
    assert (rooms[ROOM].events, rooms[ROOM].gap, rooms[ROOM].seed) == ((), start, None)
    assert bodies(rooms[other].events) == ["elsewhere"]
    server.say("150")
    server.fail("/messages", cut)
    second = first
    for _ in range(50):
        second = await news(account, second.token, known, {ROOM: start})
        (room,) = second.rooms
        if room.gap is None:
            break
        assert room.events == ()
        await asyncio.sleep(0.01)
    assert bodies(room.events) == [str(number) for number in range(151)]
    assert room.seed is not None


async def test_a_room_that_never_answers_is_not_asked_at_every_sync(server: SmallServer, open_account: Open) -> None:
    """Between two attempts at the same gap lies a wait, in which the others are not kept."""
    account = await open_account(encryption=False, timings=replace(QUICK, first=60.0, most=60.0))
    server.room("@ana:test", BOT)
    start = (await news(account, None)).token
    server.fail("/messages", *[say(500, {})] * 9)
    for _ in range(5):
        (room,) = (await news(account, start, gaps={ROOM: start})).rooms
        assert room.gap == start
    assert server.asked("/messages") == 1


async def test_a_gap_refused_for_good_is_given_up(server: SmallServer, open_account: Open) -> None:
    """Pages that the server will never give do not hold the room back for ever: what is there is told."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT)
    start = (await news(account, None)).token
    for number in range(30):
        server.say(str(number))
    server.fail("/messages", *[say(403, {"errcode": "M_FORBIDDEN"})] * 2)
    (room,) = (await news(account, start)).rooms
    assert bodies(room.events) == [str(number) for number in range(20, 30)]
    assert room.gap is None
    (room,) = (await news(account, start, gaps={ROOM: start})).rooms
    assert bodies(room.events) == [str(number) for number in range(20, 30)]
    assert room.gap is None
    # Who is there, and whether it is encrypted by now, stood in what is missing.
    assert room.seed is not None


async def test_without_a_seed_a_new_room_stops_the_response(server: SmallServer, open_account: Open) -> None:
    """A room that is new to us and cannot be looked at makes us ask again, from the same token."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT)
    server.fail("/state", say(502, {}))
    response = await account.poll(None, 0)
    with pytest.raises(Unreachable):
        await account.read(response, (), {})
    (room,) = (await account.read(response, (), {})).rooms
    assert room.seed is not None


async def test_a_room_we_left_meanwhile_is_passed_over(server: SmallServer, open_account: Open) -> None:
    """A new room that nobody lets us look at any more is no news."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT)
    server.fail("/state", say(403, {"errcode": "M_FORBIDDEN"}))
    assert (await news(account, None, known=())).rooms == ()


async def test_coming_back_begins_anew(server: SmallServer, open_account: Open) -> None:
    """In a room that we left and joined again, what was said without us is not ours."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT)
    start = (await news(account, None)).token
    server.put(ROOM, "@ana:test", "m.room.member", {"membership": "leave"}, state_key=BOT)
    server.say("without us")
    server.put(ROOM, BOT, "m.room.member", {"membership": "join"}, state_key=BOT)
    server.say("with us")
    (room,) = (await news(account, start)).rooms
    assert bodies(room.events) == ["with us"]
    assert room.seed is not None


async def test_state_outside_the_timeline_counts_and_comes_first(server: SmallServer, open_account: Open) -> None:
    """A change that the server puts into the state block is not lost, and is not told twice."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT)
    start = (await news(account, None)).token
    server.say("hello")
    response = await account.poll(start, 0)
    block = response.rooms("join")[ROOM]
    member = {
        "event_id": "$left",
        "type": "m.room.member",
        "state_key": "@ben:test",
        "sender": "@ben:test",
        "origin_server_ts": 1,
        "content": {"membership": "leave"},
        "unsigned": {"prev_content": {"membership": "join"}},
    }
    block["state"]["events"] = [member, *block["timeline"]["events"]]
    (room,) = (await account.read(response, (ROOM,), {})).rooms
    first, second = room.events
    assert isinstance(first, Membership)
    assert (first.before, first.after) == ("join", "leave")
    assert isinstance(second, Message)


async def test_invitations_and_departures(server: SmallServer, open_account: Open) -> None:
    """We hear who invites us, into what, and which rooms we are out of; others' invitations are theirs."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT, room="!left:test")
    start = (await news(account, None, ("!left:test",))).token
    server.room("@ana:test")
    server.put(ROOM, "@ana:test", "m.room.name", {"name": "Circle"}, state_key="")
    server.put(ROOM, "@ana:test", "m.room.member", {"membership": "invite"}, state_key="@ben:test")
    invitation = {"membership": "invite", "is_direct": True}
    server.put(ROOM, "@cleo:test", "m.room.member", invitation, state_key=BOT)
    server.put("!left:test", "@ana:test", "m.room.member", {"membership": "ban"}, state_key=BOT)
    result = await news(account, start, ("!left:test",), {"!left:test": start})
    (invite,) = result.invites
    assert (invite.room, invite.sender, invite.direct, invite.name) == (ROOM, "@cleo:test", True, "Circle")
    assert result.left == ("!left:test",)
    assert result.rooms == ()


@pytest.mark.parametrize(
    "junk",
    [
        {"rooms": None},
        {"rooms": []},
        {"rooms": {"join": {ROOM: None, "nonsense": {}, "": 1}, "invite": {ROOM: {"invite_state": 7}}, "leave": 3}},
        {"rooms": {"join": {ROOM: {"timeline": {"events": [None, 1, [], {}], "limited": "yes", "prev_batch": 7}}}}},
        {"rooms": {"join": {ROOM: {"timeline": {"events": {}}, "state": {"events": [[]]}}}}},
        {"to_device": {"events": [None, {}, 3]}, "device_lists": {"changed": 7}, "device_one_time_keys_count": []},
    ],
)
async def test_a_malformed_response_is_survived(
    server: SmallServer, open_account: Open, junk: dict[str, object]
) -> None:
    """Whatever stands in a response, the token comes through."""
    account = await open_account()
    server.fail("GET sync", say(200, {"next_batch": "s9", **junk}))
    assert (await news(account, "s0")).token == "s9"


async def test_a_response_without_a_token_is_no_response(server: SmallServer, open_account: Open) -> None:
    """Where no token came, nothing did."""
    account = await open_account(encryption=False)
    for answer in ({}, {"next_batch": 7}, {"next_batch": ""}, []):
        server.fail("GET sync", say(200, answer))
        with pytest.raises(Unreachable):
            await account.poll("s0", 0)


async def test_polling_may_be_cancelled(server: SmallServer, open_account: Open) -> None:
    """A poll that is cut off has changed nothing: the same token brings the same news."""
    account = await open_account(encryption=False)
    server.room("@ana:test", BOT)
    start = (await news(account, None)).token
    server.say("hello")
    task = asyncio.create_task(account.poll(start, 30))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    (room,) = (await news(account, start)).rooms
    assert bodies(room.events) == ["hello"]
