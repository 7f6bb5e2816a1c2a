"""Raw events become values; garbage becomes nothing."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix import raw
from bot.matrix.events import (
    Disclosed,
    Echo,
    Encrypted,
    Membership,
    Message,
    Named,
    PollAnswer,
    PollStarted,
    Power,
    Reaction,
    Upgraded,
    Waiting,
    Withdrawal,
)
from bot.matrix.homeserver import Homeserver, Timings
from bot.matrix.reading import envelope as outer
from bot.matrix.reading import opened, without_fallback
from bot.matrix.sync import Reader

ROOM = "!room"
ME = "@bot:test"


def event(kind: str, content: object, **more: object) -> dict[str, Any]:
    return {
        "event_id": "$1",
        "sender": "@ana:test",
        "type": kind,
        "origin_server_ts": 1_700_000_000_123,
        "content": content,
        **more,
    }


def read(raw_event: object) -> Any:
    reader = Reader(ME, Homeserver("http://127.0.0.1:1", Timings()), None, Timings())
    return reader.event(raw_event, ROOM)


def message(body: object, **content: object) -> Any:
    return read(event("m.room.message", {"msgtype": "m.text", "body": body, **content}))


def test_a_message_says_where_who_and_when() -> None:
    """A text message keeps its room, its id, its sender and the server's time to the millisecond."""
    assert message("!help") == Message(
        room=ROOM,
        event="$1",
        sender="@ana:test",
        sent=datetime(2023, 11, 14, 22, 13, 20, 123_000, tzinfo=UTC),
        body="!help",
    )


@pytest.mark.parametrize("kind", ["m.notice", "m.image", "m.file", None, 7, ["m.text"], {}])
def test_only_typed_text_is_a_message(kind: object) -> None:
    """Notices are what bots say, and other kinds are not words: none of them is a message."""
    assert read(event("m.room.message", {"msgtype": kind, "body": "!help"})) is None


def test_relations_are_read() -> None:
    """A reply, a thread and mentions reach the command that was typed in them."""
    reply = message("yes", **{"m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}})
    assert (reply.reply_to, reply.thread) == ("$0", None)
    relation = {"rel_type": "m.thread", "event_id": "$t", "is_falling_back": True, "m.in_reply_to": {"event_id": "$0"}}
    thread = message("yes", **{"m.relates_to": relation})
    assert (thread.reply_to, thread.thread) == (None, "$t")
    inside = message("yes", **{"m.relates_to": {**relation, "is_falling_back": False}})
    assert (inside.reply_to, inside.thread) == ("$0", "$t")
    mentions = message("hi", **{"m.mentions": {"user_ids": ["@ben:test", 7, None, "ben"], "room": True}})
    assert mentions.mentions == frozenset({"@ben:test"})


def test_an_edit_is_its_new_text() -> None:
    """An edit carries the new words and the event that they replace."""
    new = {"msgtype": "m.text", "body": "!vote 1", "m.mentions": {"user_ids": ["@ben:test"]}}
    edit = message("* !vote 1", **{"m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}})
    assert (edit.body, edit.replaces, edit.mentions) == ("!vote 1", "$0", frozenset({"@ben:test"}))
    assert message("* x", **{"m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}}) is None


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("> <@ben:test> !vote 1\n> more\n\n!vote 2", "!vote 2"),
        ("> * <@ben:test> waves\n\n!vote 2", "!vote 2"),
        ("> <@ben:test> all of it", ""),
        ("> a real quotation\n\n!vote 2", "> a real quotation\n\n!vote 2"),
        ("!vote 2", "!vote 2"),
    ],
)
def test_the_reply_fallback_is_not_what_was_typed(body: str, left: str) -> None:
    """What older clients quote before a reply is taken off; a quotation that a person typed stays."""
    assert without_fallback(body) == left
    assert message(body, **{"m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}}).body == left


@pytest.mark.parametrize(
    ("body", "html", "quoted"),
    [
        ("> !stop 12", None, True),
        ("```\n!stop 12\n```", None, True),
        ("`!stop 12`", None, True),
        ("!stop 12", "<blockquote><p>!stop 12</p></blockquote>", True),
        ("!stop 12", "<pre><code>!stop 12</code></pre>", True),
        ("!stop 12", "<p><code>!stop 12</code></p>", True),
        ("!stop 12", "<mx-reply><blockquote>before</blockquote></mx-reply>!stop 12", False),
        ("!stop 12", "<p>!stop 12</p>", False),
        ("!stop 12", None, False),
        ("!stop 12", 12, False),
    ],
)
def test_a_quoted_command_is_only_talked_about(body: str, html: object, quoted: bool) -> None:
    """A text that begins inside a quotation or a code block is marked as quoted."""
    assert message(body, formatted_body=html).quoted is quoted


@pytest.mark.parametrize(
    "content",
    [
        {"org.matrix.msc3381.poll.response": {"answers": ["a", "b"]}},
        {"m.poll.response": {"answers": ["a", "b"]}},
        {"m.selections": ["a", "b"]},
    ],
)
@pytest.mark.parametrize("kind", ["org.matrix.msc3381.poll.response", "m.poll.response"])
def test_poll_answers_are_read_in_every_spelling(kind: str, content: dict[str, Any]) -> None:
    """An answer to a poll counts, whichever of the names its client uses."""
    relation = {"rel_type": "m.reference", "event_id": "$p"}
    answer = read(event(kind, {**content, "m.relates_to": relation}))
    assert isinstance(answer, PollAnswer)
    assert (answer.poll, answer.answers) == ("$p", ("a", "b"))


def test_an_empty_poll_answer_takes_the_vote_back() -> None:
    """No answers at all is a withdrawal, but answers that are no answers are nothing."""
    kind = "org.matrix.msc3381.poll.response"
    relation = {"rel_type": "m.reference", "event_id": "$p"}
    assert read(event(kind, {kind: {"answers": []}, "m.relates_to": relation})).answers == ()
    for junk in (None, "a", {"a": 1}, [1], [["a"]], [""]):
        assert read(event(kind, {kind: {"answers": junk}, "m.relates_to": relation})) is None


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (
            "org.matrix.msc3381.poll.start",
            {
                "org.matrix.msc3381.poll.start": {
                    "question": {"org.matrix.msc1767.text": "Tea?", "body": "Tea?"},
                    "max_selections": 1,
                    "answers": [
                        {"id": "y", "org.matrix.msc1767.text": "Yes"},
                        {"id": "n", "org.matrix.msc1767.text": "No"},
                    ],
                }
            },
        ),
        (
            "m.poll.start",
            {
                "m.poll": {
                    "question": {"m.text": [{"mimetype": "text/html", "body": "<b>Tea?</b>"}, {"body": "Tea?"}]},
                    "answers": [
                        {"m.id": "y", "m.text": [{"body": "Yes"}]},
                        {"m.id": "n", "m.text": {"body": "No"}},
                    ],
                }
            },
        ),
    ],
)
def test_polls_are_read_in_both_spellings(kind: str, content: dict[str, Any]) -> None:
    """A poll of a person's client has its question and its options, in the unstable and in the stable form."""
    poll = read(event(kind, content))
    assert isinstance(poll, PollStarted)
    assert (poll.question, dict(poll.options), poll.most) == ("Tea?", {"y": "Yes", "n": "No"}, 1)


def test_reactions_redactions_and_state_are_read() -> None:
    """What else happens in a room has its value."""
    reaction = read(event("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$0", "key": "👍"}}))
    assert isinstance(reaction, Reaction)
    assert (reaction.target, reaction.key) == ("$0", "👍")
    for gone in (
        read(event("m.room.redaction", {}, redacts="$0")),
        read(event("m.room.redaction", {"redacts": "$0", "reason": "oops"})),
    ):
        assert isinstance(gone, Withdrawal)
        assert gone.redacts == "$0"
    member = read(
        event(
            "m.room.member",
            {"membership": "join", "displayname": "Ben"},
            state_key="@ben:test",
            unsigned={"prev_content": {"membership": "invite"}},
        )
    )
    assert isinstance(member, Membership)
    assert (member.person, member.before, member.after, member.name) == ("@ben:test", "invite", "join", "Ben")
    power = read(event("m.room.power_levels", {"users": {"@a:b": 50, "@c:d": None}, "ban": 1.5}, state_key=""))
    assert isinstance(power, Power)
    assert power.content == {"users": {"@a:b": 50}}
    assert isinstance(read(event("m.room.name", {"name": "Circle"}, state_key="")), Named)
    assert isinstance(read(event("m.room.encryption", {"algorithm": "x"}, state_key="")), Encrypted)
    shown = read(event("m.room.history_visibility", {"history_visibility": "joined"}, state_key=""))
    assert isinstance(shown, Disclosed)
    assert shown.history == "joined"
    tombstone = read(event("m.room.tombstone", {"replacement_room": "!new"}, state_key=""))
    assert isinstance(tombstone, Upgraded)
    assert tombstone.successor == "!new"


def test_a_changed_display_name_is_no_join() -> None:
    """Who was in the room before and is in it now did not come in."""
    renamed = read(
        event(
            "m.room.member",
            {"membership": "join", "displayname": "Benno"},
            state_key="@ben:test",
            unsigned={"prev_content": {"membership": "join", "displayname": "Ben"}},
        )
    )
    assert renamed.before == renamed.after == "join"


def test_we_never_read_ourselves() -> None:
    """Our own event is an echo when it names the transaction that sent it, and nothing otherwise."""
    ours = event("m.room.message", {"msgtype": "m.text", "body": "!help"}, sender=ME)
    assert read(ours) is None
    echo = read({**ours, "unsigned": {"transaction_id": "t1"}})
    assert isinstance(echo, Echo)
    assert echo.transaction == "t1"
    assert isinstance(read(event("m.room.member", {"membership": "join"}, sender=ME, state_key=ME)), Membership)


def test_state_and_messages_do_not_pass_for_each_other() -> None:
    """A state event that looks like a message, or a message that looks like state, is nothing."""
    assert read(event("m.room.message", {"msgtype": "m.text", "body": "x"}, state_key="")) is None
    assert read(event("m.room.name", {"name": "Circle"})) is None
    assert read(event("m.room.name", {"name": "Circle"}, state_key="other")) is None


def test_a_sealed_event_without_its_key_waits() -> None:
    """An encrypted event whose key is not here says which session would open it."""
    content = {"algorithm": "m.megolm.v1.aes-sha2", "session_id": "abc", "ciphertext": "AAAA"}
    waiting = read(event("m.room.encrypted", content))
    assert isinstance(waiting, Waiting)
    assert waiting.session == "abc"
    assert read(event("m.room.encrypted", {})) is None


@pytest.mark.parametrize(
    "payload",
    [
        None,
        {"type": "m.room.message", "content": {}},
        {"type": "m.room.message", "content": {}, "room_id": "!other"},
        {"type": "m.room.message", "content": "x", "room_id": ROOM},
        {"type": "m.room.power_levels", "content": {}, "room_id": ROOM},
        {"type": "m.room.redaction", "content": {"redacts": "$0"}, "room_id": ROOM},
    ],
)
def test_a_payload_for_elsewhere_is_dropped(payload: object) -> None:
    """What was encrypted for another room, or can never be encrypted, is not read."""
    sealed = outer(event("m.room.encrypted", {}), ROOM)
    assert sealed is not None
    assert opened(sealed, payload) is None


def test_texts_fit_every_store() -> None:
    """Half surrogate pairs and NUL never reach a database, and ids with them are refused."""
    assert message("a\ud800b\x00c").body == "a?bc"
    assert read({**event("m.room.message", {"msgtype": "m.text", "body": "x"}), "event_id": "$\ud800"}) is None
    assert read({**event("m.room.message", {"msgtype": "m.text", "body": "x"}), "sender": "@a b:test"}) is None


@pytest.mark.parametrize("stamp", [1.5, "1", None, True, -1, 10**30, [], {}])
def test_a_time_that_is_none_is_refused(stamp: object) -> None:
    """An event without a sound server time is nothing."""
    assert read({**event("m.room.message", {"msgtype": "m.text", "body": "x"}), "origin_server_ts": stamp}) is None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["m.text", "m.replace", "m.thread", "m.annotation", "m.reference", "join", "$1", "@a:b", "!r"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([
        "m.relates_to", "rel_type", "event_id", "m.in_reply_to", "m.new_content", "msgtype", "body", "formatted_body",
        "m.mentions", "user_ids", "key", "redacts", "answers", "org.matrix.msc3381.poll.start", "m.poll", "question",
        "org.matrix.msc3381.poll.response", "m.selections", "m.text", "id", "membership", "displayname", "users", "name",
        "algorithm", "session_id", "ciphertext", "replacement_room", "prev_content", "transaction_id", "max_selections",
    ]), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip
KINDS = st.sampled_from(
    [
        "m.room.message",
        "m.reaction",
        "m.room.redaction",
        "m.room.encrypted",
        "org.matrix.msc3381.poll.start",
        "m.poll.start",
        "org.matrix.msc3381.poll.response",
        "m.poll.response",
        "m.room.member",
        "m.room.power_levels",
        "m.room.name",
        "m.room.encryption",
        "m.room.tombstone",
    ]
)


def texts(value: object) -> Any:
    """Every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(key)
            yield from texts(one)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts(getattr(value, part.name))


@given(kind=KINDS | JSON, content=JSON, more=st.dictionaries(
    st.sampled_from(["state_key", "unsigned", "sender", "event_id", "origin_server_ts", "redacts", "content"]),
    JSON,
    max_size=2,
))  # fmt: skip
def test_malformed_events_are_survived(kind: Any, content: Any, more: dict[str, Any]) -> None:
    """Whatever stands in an event, reading it gives a value that a database takes, or nothing; never an error."""
    value = read({**event("m.room.message", content), "type": kind, **more})
    for text in texts(value):
        assert "\x00" not in text
        text.encode()


@given(JSON)
def test_anything_may_stand_where_an_event_should(junk: Any) -> None:
    """A timeline may hold anything."""
    assert read(junk) is None


def test_a_value_too_deep_does_not_take_the_rest_with_it() -> None:
    """One absurdly nested value or endless number costs itself, not the document around it."""
    deep = '{"a": 1, "deep": ' + '{"x":[' * 50_000 + '"]}"' + "]}" * 50_000 + ', "b": [2, "}{"]}'
    document = raw.parse(deep)
    assert (document["a"], document["b"]) == (1, [2, "}{"])
    assert raw.parse('{"n": ' + "9" * 10_000 + ', "b": 2}') == {"n": 0, "b": 2}
    assert raw.parse(json.dumps({"text": 'a "quoted" \\ {['})) == {"text": 'a "quoted" \\ {['}


@pytest.mark.parametrize("document", [b"", b"{", b"\xff", b'{"a":', b"[" * 100_000, b'"\\'])
def test_what_is_no_json_says_so(document: bytes) -> None:
    """Broken documents raise one exception of ours."""
    with pytest.raises(raw.Malformed):
        raw.parse(document)
