"""What comes early, late or in between: words go where they belong, whatever order things happen in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.matrix.events import Encrypted, Invite, Membership, Message, Reaction, RoomNews, Upgraded, Waiting
from bot.matrix.parcels import (
    CreateDirect,
    Delivered,
    Join,
    Later,
    Leave,
    Outcome,
    Parcel,
    SendEvent,
    SendFile,
    Undeliverable,
)
from bot.store.outbox import REPLY
from bot.store.people import People
from commands.answers import Direct
from policies.decision import Decision
from policies.model import text
from tests.store.stage import ANA, BEN, BOT, CLEO, OTHER, ROOM, Stage, choices, seed

DIRECT, SECOND = "!direct:example.org", "!second:example.org"
EVE, FAR = "@eve:example.org", "@far:elsewhere.org"
WORD = "a private word"


async def begins(*rooms: str) -> Stage:
    """A bot in these groups, which has said who it is."""
    stage = Stage(rooms=rooms or (ROOM,))
    await stage.deliver()
    return stage


def moves(stage: Stage, person: str, before: str, after: str, room: str = ROOM) -> Membership:
    return Membership(**stage.outer(person, room), person=person, before=before, after=after)  # type: ignore[arg-type]


def chat(stage: Stage, person: str, room: str = DIRECT, *, encrypted: bool = False) -> None:
    """The bot comes into a direct chat that somebody made."""
    stage.receive(invites=(Invite(room=room, sender=person, direct=True, name=""),))
    stage.receive(RoomNews(room=room, events=(), seed=replace(seed(people=(person,), name=""), encrypted=encrypted)))


def whispers(stage: Stage, person: str, room: str = ROOM) -> None:
    """Ben lets the bot say something of his group to one person alone, about #1."""
    stage.handles("now", lambda _: Direct(person, text("pause-not-opened", group=WORD), 1))
    stage.say(BEN, "!now", room)


def put(stage: Stage, body: str, room: str = ROOM) -> None:
    """Something is to be said in a room."""
    with stage.database.transaction():
        stage.outbox.put(stage.number(room), "event", {"type": "m.room.message", "content": {"body": body}}, urgency=REPLY)


def heard(stage: Stage, body: str = WORD) -> list[str]:
    """In which rooms it was said."""
    return [each.room for each in stage.server.taken if body in str(each.content.get("body"))]


def decision(stage: Stage, room: str = ROOM) -> Decision:
    found = stage.store(room).decisions.get(1)
    assert found is not None
    return found


# While something is sent, other things happen


async def test_what_is_taken_back_while_the_bot_sends_is_not_said() -> None:
    """A row that goes while those before it are sent is not sent from memory."""
    stage = await begins()
    put(stage, "first")
    put(stage, "taken back")

    def meanwhile(_: Parcel) -> Outcome | None:
        with stage.database.transaction():
            for row in stage.rows("outbox"):
                if "taken back" in row["payload"]:
                    stage.outbox.drop(row["id"])
        return None

    stage.server.answer = meanwhile
    await stage.deliver()
    assert heard(stage, "first") == [ROOM]
    assert heard(stage, "taken back") == []


async def test_the_newest_state_is_said_also_when_it_changes_while_the_bot_sends() -> None:
    """A turnout that changes while other things are sent is said as it is then, and not lost."""
    stage = await begins()

    def turnout(body: str) -> None:
        with stage.database.transaction():
            row = {"type": "m.room.message", "content": {"body": body}}
            stage.outbox.put_latest(stage.number(), row, purpose="status 7", not_before=stage.clock.at)

    turnout("nobody")
    await stage.deliver()
    put(stage, "an answer")
    turnout("one vote")
    stage.server.answer = lambda parcel: turnout("two votes") if "an answer" in str(parcel) else None
    await stage.deliver()
    assert heard(stage, "two votes") == [ROOM]
    assert heard(stage, "one vote") == []


async def test_a_pause_that_begins_while_the_bot_sends_is_kept() -> None:
    """What waits for the end of a silence does not go out with what was on its way before it."""
    stage = await begins()
    put(stage, "an answer")
    with stage.database.transaction():
        row = {"type": "m.room.message", "content": {"body": "a reminder"}}
        stage.outbox.put(stage.number(), "event", row, urgency=REPLY, waits=True)
    stage.server.answer = lambda _: stage.say(ANA, "!silence 2 minutes") and None
    await stage.app.flush(stage.server.send)
    assert heard(stage, "an answer") == [ROOM]
    assert heard(stage, "a reminder") == []


async def test_one_chat_is_opened_however_late_the_timeline_shows_it() -> None:
    """Between the server's answer and the sync that tells of the chat, no second one is made."""
    stage = await begins()
    whispers(stage, ANA)
    stage.server.answer = lambda parcel: Delivered(DIRECT) if isinstance(parcel, CreateDirect) else None
    await stage.deliver()
    whispers(stage, ANA)
    await stage.deliver()
    assert [type(each) for each in stage.server.tries].count(CreateDirect) == 1
    ours = replace(seed(people=(ANA,), name=""), founder=BOT)
    stage.receive(RoomNews(room=DIRECT, events=(moves(stage, BOT, "leave", "join", DIRECT),), seed=ours))
    await stage.deliver()
    assert heard(stage) == [DIRECT, DIRECT]
    assert stage.rows("outbox") == []


async def test_a_chat_that_was_declined_at_once_is_entered_and_not_waited_for() -> None:
    """Who says no before the bot reads on is not asked again, and what was to be said there makes no second chat at once."""
    stage = await begins()
    whispers(stage, ANA)
    stage.server.answer = lambda parcel: Delivered(DIRECT) if isinstance(parcel, CreateDirect) else None
    await stage.deliver()
    alone = replace(seed(people=(), name=""), founder=BOT)
    stage.receive(RoomNews(room=DIRECT, events=(moves(stage, BOT, "leave", "join", DIRECT),), seed=alone))
    await stage.deliver()
    assert heard(stage) == []
    assert [row["kind"] for row in stage.rows("outbox")] == ["direct"]
    assert People(stage.database).left_alone(ANA)


# What is not known must not be guessed


async def test_nothing_is_tried_where_the_bot_is_not() -> None:
    """After it was put out, the bot writes nothing: when it is asked back, the room may be encrypted before the bot is told."""
    stage = await begins()
    stage.receive(left=(ROOM,))
    put(stage, "a word")
    await stage.deliver()
    assert heard(stage, "a word") == []
    assert stage.rows("outbox") == []


# One person alone


async def test_private_words_prefer_the_encrypted_chat() -> None:
    """Of two direct chats with the same person the encrypted one is taken, whichever is newer."""
    stage = await begins()
    chat(stage, ANA, DIRECT, encrypted=True)
    chat(stage, ANA, SECOND)
    whispers(stage, ANA)
    await stage.deliver()
    assert heard(stage) == [DIRECT]


@pytest.mark.parametrize("encrypted", [True, False])
async def test_who_writes_in_a_chat_that_is_not_encrypted_is_told(*, encrypted: bool) -> None:
    """The greeting in a direct chat says that it is not encrypted, where it is not."""
    stage = await begins()
    chat(stage, ANA, encrypted=encrypted)
    await stage.deliver()
    assert heard(stage, "not encrypted") == ([] if encrypted else [DIRECT])


async def test_words_of_an_encrypted_group_are_said_in_encrypted_chats_alone() -> None:
    """Where a person's only chat is not encrypted, the bot opens one that is; also when the group is encrypted while they wait."""
    stage = await begins()
    chat(stage, ANA)
    await stage.deliver()
    whispers(stage, ANA)
    stage.hear(Encrypted(**stage.outer(BEN)))
    stage.server.answer = lambda parcel: Delivered(SECOND) if isinstance(parcel, CreateDirect) else None
    await stage.deliver()
    assert heard(stage) == []
    ours = replace(seed(people=(ANA,), name=""), founder=BOT, encrypted=True)
    stage.receive(RoomNews(room=SECOND, events=(moves(stage, BOT, "leave", "join", SECOND),), seed=ours))
    whispers(stage, ANA)
    await stage.deliver()
    assert heard(stage) == [SECOND, SECOND]
    assert [type(each) for each in stage.server.tries].count(CreateDirect) == 1


async def test_an_answer_for_one_person_is_not_said_to_two() -> None:
    """When somebody is asked into a private chat while an answer waits there, it is not said."""
    stage = await begins()
    chat(stage, ANA)
    await stage.deliver()
    stage.say(ANA, "export", DIRECT)
    stage.say(ANA, "now", DIRECT)
    said = len(stage.server.tries)
    stage.hear(moves(stage, CLEO, "leave", "invite", DIRECT), room=DIRECT)
    await stage.deliver()
    assert [each for each in stage.server.tries[said:] if isinstance(each, SendEvent | SendFile)] == []
    assert stage.rows("outbox") == []


async def test_what_cannot_be_said_encrypted_takes_nothing_else_with_it() -> None:
    """Where no encrypted chat can be had, only what needs one is given up; the person still hears of a group that is not encrypted."""
    stage = await begins(ROOM, OTHER)
    chat(stage, ANA)
    stage.hear(Encrypted(**stage.outer(BEN)))
    whispers(stage, ANA)
    stage.server.answer = lambda parcel: Undeliverable("M_FORBIDDEN") if isinstance(parcel, CreateDirect) else Later(1, account=False)
    await stage.app.flush(stage.server.send)
    whispers(stage, ANA, OTHER)
    await stage.app.flush(stage.server.send)
    stage.server.answer = lambda _: None
    stage.clock.at += timedelta(minutes=1)
    await stage.deliver()
    assert heard(stage) == [DIRECT]
    assert stage.rows("outbox") == []


async def test_nobody_is_asked_into_a_chat_where_nothing_is_to_be_said() -> None:
    """Who left the group before the bot came to write to them gets no invitation either."""
    stage = await begins()
    whispers(stage, ANA)
    stage.hear(moves(stage, ANA, "join", "leave"))
    await stage.deliver()
    assert [each for each in stage.server.tries if isinstance(each, CreateDirect)] == []
    assert stage.rows("outbox") == []


@pytest.mark.parametrize("after", ["leave", "ban"])
async def test_who_left_hears_nothing_of_the_group_any_more(after: str) -> None:
    """What waits to be said about a group to a member is not said to somebody who is none by then; what is said at the door is."""
    stage = await begins()
    for person, room in ((ANA, DIRECT), (EVE, SECOND)):
        chat(stage, person, room)
    await stage.deliver()
    for person in (ANA, EVE):
        whispers(stage, person)
    stage.hear(moves(stage, ANA, "join", after))
    await stage.deliver()
    assert heard(stage) == [SECOND]
    assert stage.rows("outbox") == []


# Two groups, one person


async def shared() -> tuple[Stage, str]:
    """Ana is in two groups with the same numbers; her chat is about the first, and has a message about the second."""
    stage = await begins(ROOM, OTHER)
    chat(stage, ANA)
    await stage.propose("Tea?", sender=BEN, room=ROOM)
    await stage.propose("Coal?", sender=BEN, room=OTHER)
    with stage.database.transaction():
        People(stage.database).choose(ANA, stage.number(ROOM))
    whispers(stage, ANA, OTHER)
    await stage.deliver()
    (event,) = [row["event"] for row in stage.rows("posted") if row["purpose"] == "direct 1"]
    return stage, event


@pytest.mark.parametrize("stays", [True, False])
@pytest.mark.parametrize("way", ["reaction", "thread", "reply"])
async def test_what_answers_a_message_about_a_group_is_about_that_group(way: str, *, stays: bool) -> None:
    """A mark, a thread or a reply under a message about one group counts there and in no other, also when the person has left it."""
    stage, event = await shared()
    if not stays:
        stage.hear(moves(stage, ANA, "join", "leave", OTHER), room=OTHER)
    if way == "reaction":
        stage.hear(Reaction(**stage.outer(ANA, DIRECT), target=event, key="👍"), room=DIRECT)
    else:
        stage.say(ANA, "vote yes", DIRECT, **{"thread" if way == "thread" else "reply_to": event})
    await stage.deliver()
    assert choices(decision(stage)) == {}
    assert choices(decision(stage, OTHER)) == ({ANA: "yes"} if stays else {})


@pytest.mark.parametrize("how", ["edited", "removed"])
async def test_a_vote_is_changed_where_it_was_given(how: str) -> None:
    """A ballot that is edited or removed in a direct chat is that of the group which it was for, though the chat is about another one by now."""
    stage, event = await shared()
    ballot = stage.say(ANA, "vote yes", DIRECT, reply_to=event)
    assert choices(decision(stage, OTHER)) == {ANA: "yes"}
    stage.clock.at += timedelta(minutes=1)
    if how == "edited":
        stage.say(ANA, "vote 1 no", DIRECT, replaces=ballot)
    else:
        stage.hear(stage.removal(ANA, ballot, DIRECT), room=DIRECT)
    assert choices(decision(stage)) == {}
    assert choices(decision(stage, OTHER)) == ({ANA: "no"} if how == "edited" else {})


# Coming in


async def test_who_came_into_a_group_and_writes_at_once_is_known() -> None:
    """An invitation is answered by what came with it: who joined, and where a group goes on."""
    stage = await begins()
    stage.receive(
        RoomNews(room=ROOM, events=(moves(stage, FAR, "invite", "join"),)),
        invites=(Invite(room=DIRECT, sender=FAR, direct=True, name=""),),
    )
    stage.receive(
        RoomNews(room=ROOM, events=(Upgraded(**stage.outer(ANA), successor=SECOND),)),
        invites=(Invite(room=SECOND, sender=FAR, direct=False, name=""),),
    )
    await stage.deliver()
    assert {each.room for each in stage.server.tries if isinstance(each, Join)} >= {DIRECT}
    assert [each for each in stage.server.tries if isinstance(each, Leave)] == []


async def test_an_invitation_that_is_taken_back_brings_the_bot_nowhere() -> None:
    """What waits to go into a room, open to everybody or not, does not go there uninvited."""
    stage = await begins()
    stage.receive(invites=(Invite(room=OTHER, sender=ANA, direct=False, name=""),))
    stage.receive(left=(OTHER,))
    await stage.deliver()
    assert [each for each in stage.server.tries if isinstance(each, Join)] == []


async def test_a_group_that_asks_the_bot_in_first_is_a_group() -> None:
    """Apps mark a new chat of several people as direct, and a server asks one after another: the others may come after the bot."""
    stage = await begins()
    chat(stage, ANA)
    await stage.deliver()
    stage.hear(moves(stage, BEN, "leave", "invite", DIRECT), moves(stage, BEN, "invite", "join", DIRECT), room=DIRECT)
    await stage.deliver()
    assert [group.number for group in People(stage.database).groups(BEN)] == [stage.number(), stage.number(DIRECT)]
    assert len(heard(stage, "I am Folkmoot")) == 3
    said = len(stage.server.taken)
    stage.say(ANA, "Shall we have tea?", DIRECT)
    await stage.deliver()
    assert len(stage.server.taken) == said


async def test_nobody_brings_the_bot_into_a_group_by_way_of_a_chat() -> None:
    """Whoever may not ask the bot into a group may not make a chat one either: it is private no longer, and no group."""
    stage = await begins()
    stage.hear(moves(stage, FAR, "invite", "join"))
    chat(stage, FAR)
    stage.hear(moves(stage, BEN, "leave", "invite", DIRECT), moves(stage, BEN, "invite", "join", DIRECT), room=DIRECT)
    assert [group.number for group in People(stage.database).groups(BEN)] == [stage.number()]


# Keys that come late


async def test_an_edit_waits_for_what_it_changes() -> None:
    """Where the key of a vote comes after that of its edit, the edit counts."""
    stage = await begins()
    await stage.propose(sender=BEN)
    vote = Waiting(**stage.outer(ANA), session="one")
    stage.hear(vote)
    stage.clock.at += timedelta(seconds=1)
    edit = stage.typed(ANA, "!vote 1 no", replaces=vote.event)
    stage.hear(edit)
    assert choices(decision(stage)) == {}
    read = {
        vote.event: Message(room=ROOM, event=vote.event, sender=ANA, sent=vote.sent, body="!vote 1 yes"),
        edit.event: edit,
    }
    for waiting in stage.app.timeline.waiting({"one"}):
        stage.app.resolved(waiting, read[waiting.event])
    assert choices(decision(stage)) == {ANA: "no"}
