"""Keys come, keys go, and nothing malformed stops either. Real Olm machines over a small homeserver."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import peewee
import pytest
from nio import EncryptionError, MegolmEvent
from nio.crypto import OutboundSession

from bot.matrix.account import Account, Unreachable
from bot.matrix.events import Event, Message, News, PollAnswer, Reaction, Waiting
from bot.matrix.homeserver import Rejected
from bot.matrix.parcels import Delivered, Later, SendEvent
from tests.matrix.conftest import Open
from tests.matrix.small_server import ROOM, SmallServer, cut, say

BOT, ANA, BEN = "@bot:test", "@ana:test", "@ben:test"
EVERYBODY = (BOT, ANA, BEN)


class Person:
    """An account that keeps its place in the sync."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.token: str | None = None

    async def hear(self) -> News:
        news = await self.account.read(await self.account.poll(self.token, 0), (ROOM,), {})
        await self.account.settle()
        self.token = news.token
        return news

    async def events(self) -> list[Event]:
        return [event for room in (await self.hear()).rooms for event in room.events]

    async def words(self) -> list[str]:
        return [event.body for event in await self.events() if isinstance(event, Message)]

    async def say(self, words: str, to: tuple[str, ...] = EVERYBODY, kind: str = "m.room.message", **more: Any) -> str:
        content = more or {"msgtype": "m.text", "body": words}
        transaction = f"{self.account.device_id}-{words}"
        outcome = await self.account.send(
            SendEvent(transaction=transaction, room=ROOM, type=kind, content=content, recipients=to)
        )
        assert isinstance(outcome, Delivered), outcome
        return outcome.id


@pytest.fixture
async def bot(server: SmallServer, open_account: Open) -> Person:
    """The bot, in an encrypted room with Ana and Ben."""
    server.limit = 100
    account = await open_account("bot")
    server.room(ANA, BOT, BEN, encrypted=True)
    person = Person(account)
    await person.hear()
    return person


@pytest.fixture
async def ana(bot: Person, open_account: Open) -> Person:
    """Ana, on one device."""
    person = Person(await open_account("ana"))
    await person.hear()
    await bot.hear()
    return person


def sealed(server: SmallServer) -> list[dict[str, Any]]:
    return [event for _, event in server.rooms[ROOM].timeline if event["type"] == "m.room.encrypted"]


async def test_words_go_both_ways_and_nothing_goes_in_the_clear(server: SmallServer, bot: Person, ana: Person) -> None:
    """What either side says, the other reads; the server sees neither words nor kind."""
    await bot.say("hello Ana")
    assert await ana.words() == ["hello Ana"]
    await ana.say("hello bot")
    assert await bot.words() == ["hello bot"]
    assert not any("hello" in str(event["content"]) for event in sealed(server))
    assert len(sealed(server)) == 2


async def test_relations_stay_outside_and_reactions_are_never_sealed(
    server: SmallServer, bot: Person, ana: Person
) -> None:
    """The server can bind an answer to its poll, and a reaction goes as Matrix sends it."""
    relation = {"rel_type": "m.reference", "event_id": "$poll"}
    kind = "org.matrix.msc3381.poll.response"
    await ana.say("vote", kind=kind, **{kind: {"answers": ["y"]}, "m.relates_to": relation})
    assert sealed(server)[0]["content"]["m.relates_to"] == relation
    (answer,) = await bot.events()
    assert isinstance(answer, PollAnswer)
    assert answer.answers == ("y",)
    reaction = {"rel_type": "m.annotation", "event_id": "$1", "key": "✅"}
    await bot.say("ok", kind="m.reaction", **{"m.relates_to": reaction})
    assert any(isinstance(event, Reaction) for event in await ana.events())


async def test_one_key_serves_many_messages(server: SmallServer, bot: Person, ana: Person) -> None:
    """A key is handed out once, not with every message, and ahead of the first one if asked."""
    await bot.account.share(ROOM, EVERYBODY)
    handed_out, asked = server.to_device_sent, server.asked("keys/(query|claim)")
    assert handed_out == 1
    for number in range(5):
        await bot.say(str(number))
    assert (server.to_device_sent, server.asked("keys/(query|claim)")) == (handed_out, asked)
    assert await ana.words() == ["0", "1", "2", "3", "4"]


async def test_a_key_is_used_a_hundred_times_at_most(server: SmallServer, bot: Person, ana: Person) -> None:
    """After a hundred messages a new key begins, which everybody gets."""
    for number in range(101):
        await bot.say(str(number))
    assert len({event["content"]["session_id"] for event in sealed(server)}) == 2
    assert len(await ana.words()) == 101


async def test_who_left_reads_no_more(server: SmallServer, bot: Person, ana: Person, open_account: Open) -> None:
    """When a recipient is gone, the next message has a new key, which only those who stay get."""
    ben = Person(await open_account("ben"))
    await ben.hear()
    await bot.hear()
    await bot.say("to all")
    assert await ben.words() == ["to all"]
    await bot.say("without Ben", to=(BOT, ANA))
    (waiting,) = await ben.events()
    assert isinstance(waiting, Waiting)
    assert await ana.words() == ["to all", "without Ben"]
    first, second = sealed(server)
    assert first["content"]["session_id"] != second["content"]["session_id"]


async def test_a_new_device_gets_the_key_from_here_on(
    server: SmallServer, bot: Person, ana: Person, open_account: Open
) -> None:
    """A device that comes later reads what is said from then on, with the same key, and nothing from before."""
    await bot.say("before")
    phone = Person(await open_account("ana", device="PHONE"))
    await phone.hear()
    await bot.hear()
    await bot.say("after")
    assert await phone.words() == ["after"]
    assert await ana.words() == ["before", "after"]
    assert len({event["content"]["session_id"] for event in sealed(server)}) == 1


@pytest.mark.usefixtures("ana")
async def test_a_device_that_is_gone_ends_the_key(server: SmallServer, bot: Person) -> None:
    """When a device is logged out, the next message has a new key."""
    await bot.say("before")
    server.end(ANA, "HOME")
    await bot.hear()
    await bot.say("after")
    first, second = sealed(server)
    assert first["content"]["session_id"] != second["content"]["session_id"]


async def test_a_device_that_comes_back_is_trusted_with_keys_again(
    server: SmallServer, bot: Person, ana: Person
) -> None:
    """A device that vanished from the server's list for a while gets keys when it is there again."""
    await bot.say("before")
    keys = server.devices[ANA].pop("HOME")
    server.change(ANA)
    await bot.hear()
    await bot.say("away")
    server.devices[ANA]["HOME"] = keys
    server.change(ANA)
    await bot.hear()
    await bot.say("back")
    assert await ana.words() == ["before", "back"]


@pytest.mark.usefixtures("ana")
async def test_a_device_of_the_same_name_is_another_one(server: SmallServer, bot: Person, open_account: Open) -> None:
    """Who logs out, and in again under the same device id with new keys, reads what is said from then on."""
    await bot.say("before")
    server.end(ANA, "HOME")
    await bot.hear()
    again = Person(await open_account("ana", folder="ana-elsewhere"))
    await again.hear()
    await bot.hear()
    await bot.say("after")
    assert await again.words() == ["after"]


async def test_a_restart_begins_a_new_key_and_keeps_the_old_ones(bot: Person, ana: Person, open_account: Open) -> None:
    """After a restart the bot reads with the keys it had, and writes with a new one."""
    await ana.say("one")
    assert await bot.words() == ["one"]
    await bot.account.close()
    bot.account = await open_account("bot")
    await ana.say("two")
    assert await bot.words() == ["two"]
    await bot.say("three")
    assert await ana.words() == ["three"]


async def test_a_late_key_opens_what_waits(server: SmallServer, bot: Person, ana: Person) -> None:
    """An event whose key is late waits; when the key comes the news says so, and the event can be read."""
    await ana.say("late")
    inbox = server.inbox[BOT, "HOME"]
    held = list(inbox)
    inbox.clear()
    (waiting,) = await bot.events()
    assert isinstance(waiting, Waiting)
    asked = server.asked("/event/")
    assert await bot.account.resolve(waiting) is waiting
    assert server.asked("/event/") == asked
    for event in held:
        server.deliver(BOT, "HOME", event)
    assert (await bot.hear()).keys == {waiting.session}
    server.fail("/event/", say(500, {}))
    assert await bot.account.resolve(waiting) is waiting
    found = await bot.account.resolve(waiting)
    assert isinstance(found, Message)
    assert (found.body, found.event, found.sent) == ("late", waiting.event, waiting.sent)


async def test_more_keys_may_be_on_their_way(server: SmallServer, bot: Person) -> None:
    """A response as full of to-device messages as a server makes it says that more may wait."""
    for _ in range(130):
        server.deliver(BOT, "HOME", olm(bot))
    assert [(await bot.hear()).more for _ in range(2)] == [True, False]


async def test_a_sync_that_comes_again_does_no_harm(bot: Person, ana: Person, open_account: Open) -> None:
    """The same response, read again after a crash between the two stores, gives the same news and the same keys."""
    await ana.say("once")
    before = bot.token
    first = await bot.hear()
    assert len(first.keys) == 1
    await bot.account.close()
    bot.account = await open_account("bot")
    bot.token = before
    second = await bot.hear()
    assert (second.keys, second.rooms) == (first.keys, first.rooms)
    assert not bot.account._keys.crypto.machine.broken  # type: ignore[union-attr]


def crypto(person: Person) -> Any:
    assert person.account._keys is not None
    return person.account._keys.crypto


async def test_the_keys_of_a_sync_are_stored_all_or_none(
    bot: Person, ana: Person, open_account: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the store fails in the middle of a sync's keys, nothing of it is kept, and the same sync works later."""
    phone = Person(await open_account("ana", device="PHONE"))
    await phone.hear()
    await bot.hear()
    await ana.say("from home")
    await phone.hear()
    await phone.say("from the phone")
    response = await bot.account.poll(bot.token, 0)
    kept = crypto(bot).store
    real, calls = kept.keep_owner, []

    def full(session: str, person: str) -> None:
        calls.append(session)
        if len(calls) == 2:
            raise peewee.OperationalError("database or disk is full")
        real(session, person)

    monkeypatch.setattr(kept, "keep_owner", full)
    with pytest.raises(Unreachable):
        await bot.account.read(response, (ROOM,), {})
    assert len(calls) == 2
    assert kept.owners() == {}
    monkeypatch.undo()
    assert await bot.words() == ["from home", "from the phone"]
    assert len(kept.owners()) == 2


def olm(bot: Person, **more: object) -> dict[str, Any]:
    ours = crypto(bot).machine.curve25519
    content = {"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": "A" * 43, **more}
    content.setdefault("ciphertext", {ours: {"type": 0, "body": "AAAA"}})
    return {"type": "m.room.encrypted", "sender": ANA, "content": content}


async def test_malformed_to_device_messages_cost_only_themselves(server: SmallServer, bot: Person, ana: Person) -> None:
    """Garbage before and after a key does not keep the key from us."""
    ours = crypto(bot).machine.curve25519
    junk: list[dict[str, Any]] = [
        olm(bot),
        olm(bot, sender_key="no key"),
        olm(bot, sender_key=7),
        olm(bot, ciphertext=None),
        olm(bot, ciphertext={ours: None}),
        olm(bot, ciphertext={ours: {"type": 1, "body": "AAAA"}}),
        olm(bot, ciphertext={ours: {"type": 1, "body": "*"}}),
        olm(bot, ciphertext={ours: {"type": 0, "body": "\ud83d"}}),
        olm(bot, ciphertext={ours: {"type": 9, "body": "AAAA"}}),
        olm(bot, ciphertext={ours: {"type": "0", "body": ["AAAA"]}}),
        {"type": "m.room.encrypted", "sender": ANA, "content": None},
        {"type": "m.room_key", "sender": ANA, "content": {"algorithm": "m.megolm.v1.aes-sha2"}},
        {"type": 7, "sender": 7},
        {},
    ]
    for event in junk:
        server.deliver(BOT, "HOME", event)
    await ana.say("between")
    for event in junk:
        server.deliver(BOT, "HOME", event)
    assert await bot.words() == ["between"]


async def seal_for_bot(ana: Person, payload_type: str, content: object, **more: object) -> dict[str, Any]:
    """A well-encrypted to-device message of Ana's with any content."""
    machine = crypto(ana).machine
    device = machine.device_store[BOT]["HOME"]
    session = machine.session_store.get(device.curve25519)
    sealed_content = machine._olm_encrypt(session, device, payload_type, content)
    return {"type": "m.room.encrypted", "sender": ANA, "content": sealed_content, **more}


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"algorithm": "m.megolm.v1.aes-sha2", "room_id": ROOM, "session_id": "x", "session_key": "y"},
        {"algorithm": "m.megolm.v1.aes-sha2", "room_id": None, "session_id": [], "session_key": {}},
        {"algorithm": ["deep"]},
    ],
)
async def test_a_bad_room_key_costs_only_itself(
    server: SmallServer, bot: Person, ana: Person, content: dict[str, Any]
) -> None:
    """A room key that is none, well encrypted, is passed over, and so is one that nobody asked for."""
    await ana.say("first")
    await bot.hear()
    server.deliver(BOT, "HOME", await seal_for_bot(ana, "m.room_key", content))
    server.deliver(BOT, "HOME", await seal_for_bot(ana, "m.forwarded_room_key", content))
    server.deliver(BOT, "HOME", await seal_for_bot(ana, "m.unknown", content))
    await ana.say("second")
    assert await bot.words() == ["second"]


def room_key(person: Person, room: str = ROOM) -> dict[str, Any]:
    """The key that a person's next message is encrypted with, as its receivers could send it on."""
    session = person.account._keys.sharing._outbound[ROOM].session  # type: ignore[union-attr]
    key = session.session_key.to_base64()
    return {"algorithm": "m.megolm.v1.aes-sha2", "room_id": room, "session_id": session.session_id, "session_key": key}


@pytest.fixture
async def ben(bot: Person, ana: Person, open_account: Open) -> Person:
    """Ben, on one device, with a channel to the bot."""
    person = Person(await open_account("ben"))
    await person.hear()
    await bot.hear()
    await ana.hear()
    await person.account.share(ROOM, EVERYBODY)
    await bot.hear()
    return person


@pytest.mark.parametrize("room", [ROOM, "!elsewhere:test"])
async def test_a_key_that_is_passed_on_takes_nobodys_place(
    server: SmallServer, bot: Person, ana: Person, ben: Person, room: str
) -> None:
    """Who received a key and sends it on as their own neither owns its messages nor spoils them."""
    await ana.account.share(ROOM, (ANA, BEN))
    stolen = await seal_for_bot(ben, "m.room_key", room_key(ana, room))
    await ana.say("before we came", to=(ANA, BEN))
    await bot.hear()
    start = bot.token
    await ana.say("one")
    await bot.hear()
    server.deliver(BOT, "HOME", {**stolen, "sender": BEN})
    await ana.say("two")
    assert await bot.words() == ["two"]
    bot.token = start
    assert await bot.words() == ["one", "two"]


async def test_a_key_that_comes_again_later_takes_nothing_away(server: SmallServer, bot: Person, ana: Person) -> None:
    """The same key from a later point on does not close what the first one opened."""
    start = bot.token
    await ana.say("one")
    await bot.hear()
    server.deliver(BOT, "HOME", await seal_for_bot(ana, "m.room_key", room_key(ana)))
    await bot.hear()
    bot.token = start
    assert await bot.words() == ["one"]


async def test_nobody_speaks_with_somebody_elses_key(
    server: SmallServer, bot: Person, ana: Person, ben: Person
) -> None:
    """A message is only read when the person who sent it is the person who sent its key."""
    await ana.account.share(ROOM, EVERYBODY)
    await ben.hear()
    content = {"msgtype": "m.text", "body": "I am Ben"}
    hers = await ana.account._keys.sharing.seal(ROOM, EVERYBODY, "m.room.message", content)  # type: ignore[union-attr]
    server.put(ROOM, BEN, "m.room.encrypted", dict(hers))
    assert await bot.words() == []


async def test_a_repeated_ciphertext_is_not_a_second_message(server: SmallServer, bot: Person, ana: Person) -> None:
    """The same ciphertext under another event id is a replay, and the same event read again is not."""
    await ana.say("once")
    before = bot.token
    assert await bot.words() == ["once"]
    server.put(ROOM, ANA, "m.room.encrypted", sealed(server)[-1]["content"])
    assert await bot.events() == []
    bot.token = before
    assert await bot.words() == ["once"]


async def test_a_broken_channel_is_repaired(server: SmallServer, bot: Person, ana: Person) -> None:
    """A message that we cannot open makes us open a new channel, so that the next key arrives."""
    await ana.say("one")
    assert await bot.words() == ["one"]
    for sender_key in (crypto(ana).machine.curve25519, "B" * 43):
        server.deliver(BOT, "HOME", olm(bot, sender_key=sender_key))
    sent = server.to_device_sent
    await bot.hear()
    assert server.to_device_sent == sent + 1
    assert not crypto(bot).machine.broken
    await ana.hear()
    await ana.say("two", to=(ANA, BOT))
    assert await bot.words() == ["two"]


GOOD_KEYS = {"curve25519:BAD": "A" * 43, "ed25519:BAD": "A" * 43}


@pytest.mark.parametrize(
    "device",
    [
        None,
        7,
        {},
        {"user_id": BEN, "device_id": "BAD", "keys": None},
        {"user_id": BEN, "device_id": "BAD", "keys": {"curve25519:BAD": "!", "ed25519:BAD": "!"}},
        {"user_id": BEN, "device_id": "BAD", "keys": GOOD_KEYS, "signatures": {BEN: {"ed25519:BAD": "!"}}},
        {"user_id": BEN, "device_id": "BAD", "keys": GOOD_KEYS, "signatures": {BEN: {"ed25519:BAD": "A" * 86}}},
        {"user_id": BEN, "device_id": "BAD", "keys": GOOD_KEYS, "signatures": {BEN: 7}, "unsigned": 7},
        {"user_id": BEN, "device_id": "BAD", "keys": GOOD_KEYS, "unsigned": {"device_display_name": {"x": 1}}},
        {"user_id": "@eve:test", "device_id": "BAD", "keys": GOOD_KEYS},
    ],
)
async def test_a_malformed_device_blocks_nobody(server: SmallServer, bot: Person, ana: Person, device: object) -> None:
    """One bad device among the recipients' does not keep the message from the others."""
    server.devices[BEN] = {"BAD": device}
    await bot.say("hello")
    assert await ana.words() == ["hello"]


async def test_a_deep_device_blocks_nobody(server: SmallServer, bot: Person, ana: Person) -> None:
    """A device entry that is nested without end is passed over."""
    deep: Any = "A" * 43
    for _ in range(300):
        deep = {"x": [deep]}
    server.devices[BEN] = {"BAD": {"user_id": BEN, "device_id": "BAD", "keys": GOOD_KEYS, "more": deep}}
    await bot.say("hello")
    assert await ana.words() == ["hello"]


@pytest.mark.parametrize(
    "key",
    [
        None,
        {},
        {"key": "A" * 43},
        {"key": "!", "signatures": {BEN: {"ed25519:HOME": "A" * 86}}},
        {"key": "A" * 43, "signatures": {BEN: {"ed25519:HOME": "A" * 86}}},
        {"key": 7, "signatures": 7},
    ],
)
async def test_a_malformed_one_time_key_blocks_nobody(
    server: SmallServer, bot: Person, ana: Person, open_account: Open, key: object
) -> None:
    """A device whose one-time key is bad or missing is left out, and gets the key when it has a good one."""
    ben = Person(await open_account("ben"))
    await ben.hear()
    await bot.hear()
    good = server.one_time_keys[BEN, "HOME"]
    server.one_time_keys[BEN, "HOME"] = {"signed_curve25519:x": key}
    await bot.say("hello")
    assert await ana.words() == ["hello"]
    server.one_time_keys[BEN, "HOME"] = good
    await bot.say("again")
    assert await ben.words() == ["again"]


@pytest.mark.parametrize("key", ["A" * 43, "!", "", 7, None, ["A" * 43]])
async def test_a_signed_key_that_is_no_point_blocks_nobody(
    server: SmallServer, bot: Person, ana: Person, open_account: Open, key: object
) -> None:
    """A one-time key that is well signed but worthless costs its own device only."""
    ben = Person(await open_account("ben"))
    await ben.hear()
    await bot.hear()
    signed = ben.account._keys._devices._signed({"key": key})  # type: ignore[union-attr]
    server.one_time_keys[BEN, "HOME"] = {"signed_curve25519:x": signed}
    await bot.say("hello")
    assert await ana.words() == ["hello"]


@pytest.mark.parametrize("path", ["keys/query", "keys/claim", "sendToDevice"])
@pytest.mark.parametrize(
    "fault", [say(500, {}), say(429, {"errcode": "M_LIMIT_EXCEEDED"}), say(400, {"errcode": "M_UNKNOWN"})]
)
async def test_keys_that_cannot_be_exchanged_now_mean_later(
    server: SmallServer, bot: Person, ana: Person, path: str, fault: Any
) -> None:
    """When the keys cannot be handed out, the message waits, nothing hangs, and the next attempt works."""
    server.fail(path, fault)
    parcel = SendEvent(
        transaction="t",
        room=ROOM,
        type="m.room.message",
        content={"msgtype": "m.text", "body": "x"},
        recipients=EVERYBODY,
    )
    assert isinstance(await bot.account.send(parcel), Later)
    assert sealed(server) == []
    server.fail(path, fault)
    await bot.account.share(ROOM, EVERYBODY)
    assert isinstance(await bot.account.send(parcel), Delivered)
    assert await ana.words() == ["x"]


async def test_the_same_one_time_keys_go_out_again_after_a_kill(
    server: SmallServer, open_account: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between making one-time keys and the server's answer, the same ids carry the same keys afterwards."""
    account = await open_account("bot")
    person = Person(account)
    await person.hear()
    server.one_time_keys[BOT, "HOME"].clear()
    real_post = account._server.post

    async def lost(*path: str, **more: Any) -> Any:
        answer = await real_post(*path, **more)
        if path == ("keys", "upload"):
            raise Unreachable(0.0, "the answer was lost")
        return answer

    monkeypatch.setattr(account._server, "post", lost)
    await person.hear()
    await account.close()
    await open_account("bot")
    before, after = server.uploads[-2:]
    assert len(before) == 50
    assert {name: key["key"] for name, key in after.items()} == {name: key["key"] for name, key in before.items()}


async def test_no_one_time_keys_left_are_the_most_urgent(server: SmallServer, bot: Person) -> None:
    """When the server has none of our one-time keys left, new ones go out; when it has enough, none do."""
    server.one_time_keys[BOT, "HOME"].clear()
    await bot.hear()
    assert len(server.one_time_keys[BOT, "HOME"]) == 50
    asked = server.asked("keys/upload")
    await bot.hear()
    assert server.asked("keys/upload") == asked


async def test_refused_one_time_keys_are_not_tried_for_ever(server: SmallServer, bot: Person) -> None:
    """Key ids that the server holds with other values are given up, and new ones are made."""
    server.one_time_keys[BOT, "HOME"].clear()
    server.fail("keys/upload", say(400, {"errcode": "M_UNKNOWN"}))
    await bot.hear()
    assert len(server.one_time_keys[BOT, "HOME"]) == 50


@pytest.mark.usefixtures("ana")
async def test_what_changed_while_we_were_asking_is_asked_again(bot: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device list that changes while the server answers about it does not count as known."""
    keys = bot.account._keys
    assert keys is not None
    keys.crypto.mark_stale(ANA)
    real = bot.account._server.post

    async def slow(*path: str, **more: Any) -> Any:
        answer = await real(*path, **more)
        keys.crypto.mark_stale(ANA)
        return answer

    monkeypatch.setattr(bot.account._server, "post", slow)
    await keys._devices.refresh([ANA])
    monkeypatch.undo()
    assert keys.crypto.people[ANA] is True
    await keys._devices.refresh([ANA])
    assert keys.crypto.people[ANA] is False


@pytest.mark.usefixtures("ana")
async def test_a_change_survives_a_restart(server: SmallServer, bot: Person, open_account: Open) -> None:
    """A changed device list that was not asked about before a crash is asked about after it."""
    await bot.say("before")
    phone = Person(await open_account("ana", device="PHONE"))
    await phone.hear()
    response = await bot.account.poll(bot.token, 0)
    server.fail("keys/query", *[cut] * 4)
    bot.token = (await bot.account.read(response, (ROOM,), {})).token
    await bot.account.close()
    server.faults.clear()
    bot.account = await open_account("bot")
    await bot.say("after")
    assert await phone.words() == ["after"]


async def test_old_keys_are_forgotten(bot: Person, ana: Person, open_account: Open) -> None:
    """Keys that came before the given time are deleted from memory and from the disk; later ones stay."""
    await ana.say("old")
    await bot.hear()
    now = datetime.now(UTC)
    assert await bot.account.forget_old_keys(now - timedelta(days=7)) == 0
    assert await bot.account.forget_old_keys(now + timedelta(minutes=1)) == 1
    for _ in range(2):
        await ana.say(f"with a key we no longer have {bot.account}")
        (event,) = await bot.events()
        assert isinstance(event, Waiting)
        await bot.account.close()
        bot.account = await open_account("bot")
        assert crypto(bot).machine.sessions == {}


async def test_an_old_event_cannot_be_opened_with_what_is_on_the_disk(
    server: SmallServer, bot: Person, ana: Person, open_account: Open
) -> None:
    """Once its key is deleted, nobody can read an old event with the event and all that the disk holds; before, they can."""
    event = await ana.say("long ago")
    (said,) = await bot.events()
    assert isinstance(said, Message)
    sealed = next(each for _, each in server.timeline() if each["event_id"] == event)
    session = sealed["content"]["session_id"]
    waiting = Waiting(room=ROOM, event=event, sender=ANA, sent=said.sent, session=session)
    opened = await bot.account.resolve(waiting)
    assert isinstance(opened, Message)
    assert opened.body == "long ago"
    (kept,) = crypto(bot).store._run("SELECT session FROM megolminboundsessions WHERE session_id = ?", [session]).fetchone()
    key = kept if isinstance(kept, bytes) else str(kept).encode()
    assert any(key[-100:] in path.read_bytes() for path in bot_files(bot))
    await bot.account.forget_old_keys(datetime.now(UTC) + timedelta(minutes=1))
    assert not any(key[at : at + 50] in path.read_bytes() for path in bot_files(bot) for at in range(0, len(key) - 50, 50))
    await bot.account.close()
    bot.account = await open_account("bot")
    assert await bot.account.resolve(waiting) is waiting
    olm = crypto(bot).machine
    with pytest.raises(EncryptionError):
        olm.decrypt_megolm_event(MegolmEvent.from_dict({**sealed, "room_id": ROOM}))


def bot_files(bot: Person) -> list[Path]:
    """All files of the bot's keys."""
    folder = Path(crypto(bot).store.nio.database.database).parent
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_device_we_cannot_write_to_blocks_nobody(
    bot: Person, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An Olm session that fails to encrypt costs its device the key, and the message still goes out."""

    def broken(*_: object) -> object:
        raise ValueError("unusable")

    await bot.account.share(ROOM, (BOT,))
    monkeypatch.setattr(OutboundSession, "encrypt", broken)
    await bot.say("hello")
    assert isinstance((await ana.events())[0], Waiting)
    monkeypatch.undo()
    await bot.say("again")
    assert await ana.words() == ["again"]


async def test_no_log_tells_what_people_wrote(
    server: SmallServer, bot: Person, ana: Person, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Neither nio's log nor ours repeats a message, a key or a payload, however malformed they are."""
    caplog.set_level(0)
    content = {"room_id": ROOM, "session_key": "private words", "algorithm": {"private words": 1}}
    await ana.say("private words")
    await bot.hear()
    for kind in ("m.room_key", "m.dummy", "private words"):
        server.deliver(BOT, "HOME", await seal_for_bot(ana, kind, content))
    server.deliver(BOT, "HOME", olm(bot, ciphertext={crypto(bot).machine.curve25519: {"type": 0, "body": "private"}}))
    stolen = {**sealed(server)[-1]["content"], "ciphertext": "private"}
    server.put(ROOM, ANA, "m.room.encrypted", stolen)
    assert await bot.events() == []
    told = caplog.text + "".join(capfd.readouterr())
    assert "malformed" in told
    assert "private" not in told


def test_a_refusal_carries_its_code_only() -> None:
    """What the server wrote beside its error code goes nowhere."""
    assert str(Rejected(403, "M_FORBIDDEN")) == "M_FORBIDDEN"
