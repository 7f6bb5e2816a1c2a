"""What chance decides, or a secret vote: lots that give a job, and a term that the group ends."""

from __future__ import annotations

from datetime import timedelta

from policies.charter import Draft
from policies.drawing import Drawing
from policies.roles import DUTY
from policies.rollcall import RollCall
from tests.dialogs.stage import BOT, Notes, Stage


async def say(stage: Stage, *lines: str) -> None:
    """Members type in the room, as `ana: words`."""
    for line in lines:
        who, _, words = line.partition(": ")
        await stage.types(who, words, Notes({}), direct=False)


async def whisper(stage: Stage, who: str, *lines: str) -> list[str]:
    """Somebody types in their direct chat; what the bot answered there."""
    for line in lines:
        await stage.types(who, line, Notes({}), direct=True)
    return [each.body for each in stage.said[stage.rooms[f"direct {who}"].id]]


async def begun(*people: str) -> Stage:
    """A room with these people and the bot."""
    stage = Stage()
    await stage.enters("Circle", list(people))
    return stage


def heard(stage: Stage) -> str:
    """All that the bot said in the room."""
    return "\n".join(each.body for each in stage.said[stage.room().id])


async def test_the_lot_gives_a_job_to_who_accepts() -> None:
    """Whoever is drawn is asked; who passes is asked no more, who does not answer is passed over, and who accepts has the job."""
    stage = await begun("ana", "bo", "cem", "dora")
    await say(stage, "ana: !propose facilitator by lot", "ana: !vote 1 consent", "bo: !vote 1 consent", "cem: !vote 1 consent")
    await stage.passes(stage.clock.at + timedelta(days=10, minutes=6))
    words = {word: id_ for word, id_ in stage.ids.items() if id_ != BOT}
    store = stage.app._conversation._store(stage.app.timeline.numbered(1))
    drawing = store.matters.get(2)
    assert isinstance(drawing, Drawing)
    order = [next(word for word, id_ in words.items() if id_ == person) for person in drawing.order]
    await whisper(stage, order[0], "decline 2")
    await stage.passes(stage.clock.at + timedelta(hours=73))
    answers = await whisper(stage, order[2], "accept 2")
    assert "Thank you" in answers[-1]
    assert list(store.roles.serving("facilitator")) == [words[order[2]]]
    answers = await whisper(stage, order[3], "accept 2")
    assert "nobody is asking you" in answers[-1]
    assert f"{order[1].capitalize()} passes" in heard(stage)
    stage.database.close()


async def test_a_recall_takes_effect_and_lasts() -> None:
    """The group ends a term in secret after the person was heard; they cannot take the job back by themselves."""
    stage = await begun("ana", "bo", "cem", "dora", "emil")
    for who in ("ana", "bo", "cem", "dora"):
        await stage.direct(who, encrypted=True)
    await say(stage, "bo: !turn join duty")
    row = stage.app.timeline.numbered(1)
    store = stage.app._conversation._store(row)
    with stage.database.transaction():
        store.charter.save(store.charter.get().adopting(Draft("Circle", "en"), stage.clock.at, 99))
    await say(stage, "ana: !propose recall Bo duty")
    await whisper(stage, "bo", "say 1 I was ill")
    await stage.passes(stage.clock.at + timedelta(hours=49))
    assert "heard first and says: “I was ill”" in heard(stage)
    for who, vote in (("ana", "yes"), ("bo", "no"), ("cem", "yes"), ("dora", "yes")):
        await whisper(stage, who, "vote 1", f"vote 1 {vote}")
    assert list(store.roles.get().roles_of(stage.person("bo"))) == [DUTY]
    await stage.passes(stage.clock.at + timedelta(days=15))
    assert store.roles.get().roles_of(stage.person("bo")) == ()
    assert "Bo does this no longer: duty." in heard(stage)
    await say(stage, "bo: !turn join duty")
    assert "The group decided that somebody else does this" in heard(stage)
    stage.sound()
    stage.database.close()


async def test_what_a_meeting_needs_goes_round_by_meetings() -> None:
    """Who took the notes of a meeting has had their turn, and the next is asked in private; `here` answers a roll-call too."""
    stage = await begun("ana", "bo")
    await say(stage, "ana: !turn join notes", "bo: !turn join notes", "ana: !meet Tea on Tuesday 19:00")
    store = stage.app._conversation._store(stage.app.timeline.numbered(1))
    turn = store.roles.get().rota("notes").current
    assert turn is not None
    other = next(each for each in (stage.person("ana"), stage.person("bo")) if each != turn.person)
    with stage.database.transaction():
        store.roll_calls.save(RollCall(12, stage.clock.at, frozenset({other, turn.person})))
    await stage.passes(stage.clock.at + timedelta(hours=24, minutes=5))
    await say(stage, "ana: !here", "bo: !here")
    assert store.roll_calls.get().asked == frozenset()
    await stage.passes(stage.clock.at + timedelta(hours=3))
    rota = store.roles.get().rota("notes")
    assert [each.person for each in rota.served] == [turn.person]
    assert rota.current is not None
    assert (rota.current.person, rota.current.ends) == (other, None)
    assert store.roles.serving("notes") == (other, turn.person)
    await say(stage, "ana: !here")
    assert "You count in votes." in heard(stage)
    stage.database.close()
