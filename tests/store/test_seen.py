"""An event that had an effect has no second one; one that had none may still have its first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.matrix.events import Event, Message, PollAnswer, Reaction, Withdrawal
from tests.store.stage import ANA, BEN, CLEO, ROOM, Stage, choices


async def test_a_replayed_response_changes_nothing() -> None:
    """Reading the same response again, as after a lost commit of the key store, leaves the database as it was."""
    stage = Stage()
    await stage.propose()
    stage.clock.at += timedelta(minutes=1)
    poll = stage.outbox.event_of(stage.number(), "poll 1")
    assert poll is not None
    happened: list[Event] = [
        stage.typed(ANA, "!propose Coffee?"),
        stage.typed(ANA, "!vote 1 yes because it is warm"),
        stage.typed(BEN, "no", reply_to=poll),
        PollAnswer(**stage.outer(CLEO), poll=poll, answers=("abstain",)),
        Reaction(**stage.outer(CLEO), target=poll, key="👍"),
        stage.typed(BEN, "!me language de"),
        stage.typed(BEN, "!nwo"),
        stage.typed(BEN, "!vote 7 yes"),
    ]
    happened.append(Withdrawal(**stage.outer(BEN), redacts=happened[2].event))
    stage.hear(*happened)
    before = stage.everything()
    stage.hear(*happened)
    after = stage.everything()
    assert [row for row in after["program"] if row["name"] != "token"] == [
        row for row in before["program"] if row["name"] != "token"
    ]
    assert {name: rows for name, rows in after.items() if name != "program"} == {
        name: rows for name, rows in before.items() if name != "program"
    }


async def test_talk_is_not_even_marked() -> None:
    """Words that are not for the bot leave no row anywhere, so that a busy room costs nothing and tells nothing."""
    stage = Stage()
    decision = await stage.propose()
    poll = stage.outbox.event_of(stage.number(), "poll 1")
    before = stage.everything()
    stage.hear(
        stage.typed(ANA, "How was your week?"),
        stage.typed(BEN, "I think we should wait", reply_to=poll),
        stage.typed(CLEO, "> !propose Cake?", quoted=True),
        stage.typed(CLEO, "!!! so good !!!"),
        Reaction(**stage.outer(CLEO), target="$another", key="👍"),
        Withdrawal(**stage.outer(CLEO), redacts="$another"),
        PollAnswer(**stage.outer(CLEO), poll="$another", answers=("yes",)),
    )
    after = stage.everything()
    assert {name: rows for name, rows in after.items() if name != "program"} == {
        name: rows for name, rows in before.items() if name != "program"
    }
    assert stage.store().decisions.get(1) == decision


@pytest.mark.parametrize(
    ("first", "then", "answers"),
    [
        ("!nwo", "!now", 2),  # a command that was not understood runs when it is mended
        ("!nwo", "!nwo please", 2),  # and is answered again when it is not
        ("!now", "!now", 1),  # one that ran does not run again
        ("!now", "!help", 1),
        ("so much rain", "!now", 0),  # talk stays talk
    ],
)
async def test_an_edit_runs_what_was_not_understood(first: str, then: str, answers: int) -> None:
    """An edit that mends a command runs it; an edit of one that ran, or of talk, does nothing."""
    stage = Stage()
    await stage.deliver()
    said = len(stage.server.bodies())
    root = stage.say(ANA, first)
    stage.say(ANA, then, replaces=root)
    await stage.deliver()
    assert len(stage.server.bodies()) - said == answers


async def test_the_same_event_id_in_another_room_is_another_event() -> None:
    """Seen events are marked per room: a foreign homeserver cannot silence a room by reusing its event ids."""
    other = "!other:example.org"
    stage = Stage(rooms=(ROOM, other))
    await stage.deliver()
    for room in (ROOM, other):
        stage.hear(Message(room=room, event="$same", sender=ANA, sent=stage.clock.at, body="!propose Tea?"), room=room)
    await stage.deliver()
    assert [stage.store(room).decisions.open()[0].question for room in (ROOM, other)] == ["Tea?", "Tea?"]


async def test_a_vote_after_a_second_reading_still_counts_once() -> None:
    """A tap that is read twice with another vote between the two does not come back."""
    stage = Stage()
    await stage.propose()
    poll = stage.outbox.event_of(stage.number(), "poll 1")
    assert poll is not None
    tap = PollAnswer(**stage.outer(ANA), poll=poll, answers=("yes",))
    stage.hear(tap)
    stage.clock.at += timedelta(seconds=1)
    stage.say(ANA, "!vote 1 no")
    stage.hear(tap)
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert choices(decision) == {ANA: "no"}
