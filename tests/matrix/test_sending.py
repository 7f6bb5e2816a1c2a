"""Every way a request can end has an outcome."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web

from bot.matrix.account import Backoff, Timings, Unreachable
from bot.matrix.parcels import (
    CreateDirect,
    Delivered,
    Join,
    Later,
    Leave,
    Parcel,
    Redact,
    SendEvent,
    SendFile,
    Undeliverable,
)
from tests.matrix.conftest import QUICK, Open
from tests.matrix.small_server import ROOM, Fault, SmallServer, cut, say


def words(transaction: str = "t1", **content: object) -> SendEvent:
    body = {"msgtype": "m.notice", "body": "hello", **content}
    return SendEvent(transaction=transaction, room=ROOM, type="m.room.message", content=body, recipients=None)


async def test_the_same_transaction_is_one_message(server: SmallServer, open_account: Open) -> None:
    """A parcel that is sent again is not a second message."""
    account = await open_account(encryption=False)
    server.room(account.user_id)
    first = await account.send(words())
    assert isinstance(first, Delivered)
    assert await account.send(words()) == first


async def test_nobody_is_mentioned_by_accident(server: SmallServer, open_account: Open) -> None:
    """A text without mentions says that it mentions nobody, in an edit's new text too; a meant one stays."""
    account = await open_account(encryption=False)
    room = server.rooms[server.room(account.user_id)]
    await account.send(words("t1", **{"m.new_content": {"msgtype": "m.notice", "body": "new"}}))
    await account.send(words("t2", **{"m.mentions": {"user_ids": ["@ana:test"]}}))
    first, second = (event["content"] for _, event in room.timeline[-2:])
    assert first["m.mentions"] == first["m.new_content"]["m.mentions"] == {}
    assert second["m.mentions"] == {"user_ids": ["@ana:test"]}


def file(transaction: str = "t1", recipients: tuple[str, ...] | None = None) -> SendFile:
    return SendFile(
        transaction=transaction, room=ROOM, name="tea.md", mime="text/markdown", data=b"# Tea", recipients=recipients
    )


async def test_a_file_is_stored_and_told(server: SmallServer, open_account: Open) -> None:
    """The bytes go into the server's store, and one event tells where they are; a repetition is no second event."""
    account = await open_account(encryption=False)
    room = server.rooms[server.room(account.user_id)]
    first = await account.send(file())
    assert isinstance(first, Delivered)
    assert await account.send(file()) == first
    assert server.files[0] == (b"# Tea", "text/markdown", "tea.md")
    (told,) = [event["content"] for _, event in room.timeline if event["content"].get("msgtype") == "m.file"]
    assert told == {
        "msgtype": "m.file",
        "body": "tea.md",
        "filename": "tea.md",
        "info": {"mimetype": "text/markdown", "size": 5},
        "url": "mxc://test/1",
        "m.mentions": {},
    }


async def test_a_file_in_an_encrypted_room_tells_the_server_nothing(server: SmallServer, open_account: Open) -> None:
    """What the server stores is encrypted and has no name or kind, and neither has the event."""
    account = await open_account()
    room = server.rooms[server.room(account.user_id, encrypted=True)]
    assert isinstance(await account.send(file(recipients=(account.user_id,))), Delivered)
    ((stored, kind, name),) = server.files
    assert (kind, name) == ("application/octet-stream", "")
    assert stored != b"# Tea"
    assert len(stored) == 5
    assert room.timeline[-1][1]["type"] == "m.room.encrypted"
    assert "tea" not in str(room.timeline[-1][1]["content"])


async def test_a_file_is_never_sent_in_the_clear(server: SmallServer, open_account: Open) -> None:
    """Without encryption nothing of a file for an encrypted room leaves the program."""
    account = await open_account(encryption=False)
    server.room(account.user_id, encrypted=True)
    assert await account.send(file(recipients=(account.user_id,))) == Undeliverable("FOLKMOOT_NO_ENCRYPTION")
    assert server.files == []


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (say(413, {"errcode": "M_TOO_LARGE"}), Undeliverable("M_TOO_LARGE")),
        (say(403, {"errcode": "M_FORBIDDEN"}), Undeliverable("M_FORBIDDEN")),
        (say(500, {"errcode": "M_UNKNOWN"}), Later),
        (say(200, {}), Later),
        (say(200, {"content_uri": 7}), Later),
        (cut, Later),
    ],
)
async def test_a_store_that_does_not_take_a_file(
    server: SmallServer, open_account: Open, fault: Fault, outcome: object
) -> None:
    """A refusal of the store is for good, a bad moment is waited out; in neither is the room told of a file that is not there."""
    account = await open_account(encryption=False)
    room = server.rooms[server.room(account.user_id)]
    before = len(room.timeline)
    server.fail("POST media/v3/upload", fault)
    sent = await account.send(file())
    assert sent == outcome if isinstance(outcome, Undeliverable) else isinstance(sent, Later)
    assert len(room.timeline) == before
    assert "# Tea" not in repr(file())


ENCRYPTION = ("m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})


@pytest.mark.parametrize("parcel", [words(), file()])
async def test_nothing_is_sent_in_the_clear_where_encryption_is_news(
    server: SmallServer, open_account: Open, parcel: SendEvent | SendFile
) -> None:
    """A room that was encrypted a moment ago gets nothing in the clear, and its server no file, until we are told and seal it."""
    account = await open_account()
    room = server.rooms[server.room(account.user_id)]
    server.put(ROOM, account.user_id, *ENCRYPTION, state_key="")
    before = len(room.timeline)
    assert isinstance(await account.send(parcel), Later)
    assert (len(room.timeline), server.files) == (before, [])
    assert isinstance(await account.send(replace(parcel, recipients=(account.user_id,))), Delivered)
    assert room.timeline[-1][1]["type"] == "m.room.encrypted"


async def test_a_file_is_not_told_in_the_clear_when_its_way_was_long(server: SmallServer, open_account: Open) -> None:
    """A room that is encrypted while a file is on its way to the store is not told of it in the clear."""
    account = await open_account()
    room = server.rooms[server.room(account.user_id)]

    def meanwhile(_: web.Request) -> web.StreamResponse:
        server.put(ROOM, account.user_id, *ENCRYPTION, state_key="")
        return web.json_response({"content_uri": "mxc://test/1"})

    server.fail("POST media/v3/upload", meanwhile)
    assert isinstance(await account.send(file()), Later)
    assert room.timeline[-1][1]["type"] == "m.room.encryption"


def page(status: int) -> Fault:
    return lambda _: web.Response(status=status, text="<html>Bad day</html>", content_type="text/html")


LATER = [
    (say(500, {"errcode": "M_UNKNOWN"}), False),
    (say(500, {}), False),
    (page(500), False),
    (page(502), True),
    (page(503), True),
    (page(504), True),
    (page(404), True),
    (page(403), True),
    (page(200), True),
    (say(200, {}), False),
    (say(200, {"event_id": 7}), False),
    (say(302, {}, Location="http://127.0.0.1:1/"), True),
    (say(429, {"errcode": "M_LIMIT_EXCEEDED"}), True),
    (say(403, {"errcode": "M_RESOURCE_LIMIT_EXCEEDED"}), True),
    (cut, True),
]


@pytest.mark.parametrize(("fault", "account_wide"), LATER)
async def test_a_bad_moment_means_later(
    server: SmallServer, open_account: Open, fault: Fault, account_wide: bool
) -> None:
    """What may pass is tried again later; a server that is away holds back all, a room that fails only itself."""
    account = await open_account(encryption=False)
    server.room(account.user_id)
    server.fail("/send/", fault, fault)
    outcome = await account.send(words())
    assert isinstance(outcome, Later)
    assert outcome.account is account_wide
    assert outcome.seconds >= QUICK.first
    server.faults.clear()
    assert isinstance(await account.send(words()), Delivered)


async def test_no_answer_in_time_means_later(server: SmallServer, open_account: Open) -> None:
    """A server that keeps silent does not keep us."""
    account = await open_account(encryption=False, timings=replace(QUICK, request=0.05))
    server.room(account.user_id)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        account._server._address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert await account.send(words()) == Later(QUICK.first, account=False)


@pytest.mark.parametrize(
    ("body", "headers", "least"),
    [
        ({"retry_after_ms": 2500}, {}, 2.5),
        ({}, {"Retry-After": "7"}, 7),
        ({"retry_after_ms": 2500}, {"Retry-After": "7"}, 7),
        ({"retry_after_ms": 9500}, {"Retry-After": "7"}, 9.5),
        ({}, {"Retry-After": format_datetime(datetime.now(UTC) + timedelta(minutes=50), usegmt=True)}, 1200),
        ({"retry_after_ms": "soon"}, {"Retry-After": "soon"}, 0),
        ({"retry_after_ms": -5}, {"Retry-After": "-5"}, 0),
        ({"retry_after_ms": 10**15}, {}, 3600),
    ],
)
async def test_the_server_says_how_long_to_wait(
    server: SmallServer, open_account: Open, body: dict[str, object], headers: dict[str, str], least: float
) -> None:
    """The header's and the body's wish are honoured, the longer of the two, within reason."""
    account = await open_account(encryption=False)
    server.room(account.user_id)
    server.fail("/send/", say(429, {"errcode": "M_LIMIT_EXCEEDED", **body}, **headers))
    outcome = await account.send(words())
    assert isinstance(outcome, Later)
    assert least <= outcome.seconds <= 3600
    server.fail("GET sync", say(503, {"errcode": "M_UNKNOWN", **body}, **headers))
    with pytest.raises(Unreachable) as caught:
        await account.poll(None, 0)
    assert least <= caught.value.seconds <= 3600


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (say(403, {"errcode": "M_FORBIDDEN"}), "M_FORBIDDEN"),
        (say(404, {"errcode": "M_NOT_FOUND"}), "M_NOT_FOUND"),
        (say(413, {"errcode": "M_TOO_LARGE"}), "M_TOO_LARGE"),
        (page(413), "M_UNKNOWN"),
        (say(400, {"errcode": "M_BAD_JSON"}), "M_BAD_JSON"),
    ],
)
async def test_a_final_no_is_final(server: SmallServer, open_account: Open, fault: Fault, code: str) -> None:
    """What the server refuses for good is not tried again."""
    account = await open_account(encryption=False)
    server.room(account.user_id)
    server.fail("/send/", fault)
    assert await account.send(words()) == Undeliverable(code)


async def test_a_mark_stands_where_every_device_of_ours_sees_it(server: SmallServer, open_account: Open) -> None:
    """A mark goes out beside what is encrypted, and in removals and files too; nothing else of the content changes."""
    account = await open_account()
    room = server.rooms[server.room(account.user_id)]
    mark = "0123456789abcdef" * 2
    sealed = replace(words("t2"), recipients=(account.user_id,), mark=mark)
    gone = Redact(transaction="t3", room=ROOM, event="$event1", reason="asked to", mark=mark)
    for parcel in (replace(words("t1"), mark=mark), sealed, gone, replace(file("t4"), mark=mark), words("t5")):
        assert isinstance(await account.send(parcel), Delivered)
    clear, encrypted, removal, told, plain = (event["content"] for _, event in room.timeline[-5:])
    assert [each.get("org.folkmoot.mark") for each in (clear, encrypted, removal, told, plain)] == [mark] * 4 + [None]
    assert {**plain, "org.folkmoot.mark": mark} == clear
    assert set(encrypted) == {"algorithm", "sender_key", "ciphertext", "session_id", "device_id", "org.folkmoot.mark"}


async def test_redact_join_and_leave(server: SmallServer, open_account: Open) -> None:
    """The other parcels do what they say, and doing them twice does no harm."""
    account = await open_account(encryption=False)
    room = server.room("@ana:test")
    server.put(room, "@ana:test", "m.room.member", {"membership": "invite"}, state_key=account.user_id)
    for _ in range(2):
        assert await account.send(Join(room=room, via=("test", "other"))) == Delivered(room)
    gone = await account.send(Redact(transaction="r1", room=room, event="$event1", reason="asked to"))
    assert isinstance(gone, Delivered)
    assert server.rooms[room].timeline[-1][1]["redacts"] == "$event1"
    for _ in range(2):
        assert await account.send(Leave(room=room, reason="nobody is here")) == Delivered(room)
    assert await account.send(Join(room=room)) == Undeliverable("M_FORBIDDEN")


async def test_one_direct_chat_for_one_transaction(server: SmallServer, open_account: Open) -> None:
    """A direct chat that was made before the crash is found again, and the person is asked in again."""
    account = await open_account()
    parcel = CreateDirect(transaction="d1", person="@ana:test", mark="m1")
    first = await account.send(parcel)
    assert isinstance(first, Delivered)
    # A row of the same number in another life is another chat's.
    assert await account.send(replace(parcel, person="@ben:test", mark="m2")) != first
    server.put(first.id, "@ana:test", "m.room.member", {"membership": "leave"}, state_key="@ana:test")
    assert await account.send(parcel) == first
    assert server.rooms[first.id].members["@ana:test"] == "invite"
    server.put(first.id, "@ana:test", "m.room.member", {"membership": "join"}, state_key="@ana:test")
    assert await account.send(parcel) == first
    assert any(event["type"] == "m.room.encryption" for event in server.rooms[first.id].state())
    assert await account.send(CreateDirect(transaction="d2", person="@ana:test")) != first


async def test_a_chat_that_the_server_is_still_making_is_made_whole(server: SmallServer, open_account: Open) -> None:
    """Its name may be there before the room is, and the room before it is encrypted: nobody is asked in before both are."""
    account = await open_account()
    parcel = CreateDirect(transaction="d1", person="@ana:test")
    taken, named = say(400, {"errcode": "M_ROOM_IN_USE"}), say(200, {"room_id": "!half:test"})
    server.fail("createRoom", taken, taken)
    server.fail("directory/room", named, named)
    assert isinstance(await account.send(parcel), Later)
    room = server.rooms[server.room(account.user_id, room="!half:test")]
    assert await account.send(parcel) == Delivered("!half:test")
    sealed, asked = (event for _, event in room.timeline[-2:])
    assert (sealed["type"], sealed["content"]) == ENCRYPTION
    assert (asked["state_key"], asked["content"]["membership"]) == ("@ana:test", "invite")


async def test_a_room_of_somebody_else_is_no_direct_chat(server: SmallServer, open_account: Open) -> None:
    """Whoever guesses the alias of a direct chat and takes it first gets no private word."""
    account = await open_account()
    first = await account.send(CreateDirect(transaction="d1", person="@ana:test"))
    assert isinstance(first, Delivered)
    trap = server.room("@eve:test", account.user_id, room="!trap:test")
    server.aliases = dict.fromkeys(server.aliases, trap)
    assert await account.send(CreateDirect(transaction="d1", person="@ana:test")) == Undeliverable("M_ROOM_IN_USE")


@pytest.mark.parametrize("parcel", [CreateDirect(transaction="d", person="@ana:test"), Join(room=ROOM)])
async def test_a_rare_limit_holds_back_no_message(server: SmallServer, open_account: Open, parcel: Parcel) -> None:
    """The allowance for making and joining rooms is its own: messages go on."""
    account = await open_account(encryption=False)
    server.fail("createRoom|join", say(429, {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 60_000}))
    assert await account.send(parcel) == Later(60.0, account=False)


async def test_without_encryption_nothing_sealed_goes_out_in_the_clear(server: SmallServer, open_account: Open) -> None:
    """A message for an encrypted room is never sent unencrypted."""
    account = await open_account(encryption=False)
    server.room(account.user_id)
    parcel = replace(words(), recipients=("@ana:test",))
    assert isinstance(await account.send(parcel), Undeliverable)
    assert server.asked("PUT") == 0


def test_back_off_doubles_to_its_most_with_jitter() -> None:
    """Failures in a row are answered by longer waits up to a minute, never by none, and success begins anew."""
    backoff = Backoff(Timings(), chance=lambda: 1.0)
    assert [backoff.wait() for _ in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert backoff.wait(90) == 90
    backoff.reset()
    assert backoff.wait() == 1
    lowest = Backoff(Timings(), chance=lambda: 0.0)
    assert [lowest.wait() for _ in range(3)] == [0.5, 1, 2]
    for _ in range(5000):
        assert backoff.wait() <= 60


async def test_no_error_tells_a_secret(server: SmallServer, open_account: Open) -> None:
    """Neither a token nor what the server wrote stands in an exception or a value's repr."""
    account = await open_account(encryption=False)
    server.fail("GET sync", say(500, {"errcode": "M_UNKNOWN", "error": "private words"}), cut, cut)
    for _ in range(2):
        with pytest.raises(Unreachable) as caught:
            await account.poll(None, 0)
        told = repr(caught.value) + str(caught.value)
        assert "private" not in told
        assert "token" not in told
    server.room(account.user_id)
    server.say("private words")
    assert "private" not in repr(await account.poll(None, 0))
    assert "secret" not in repr(account._login)
    assert "token0" not in repr(account._session)
