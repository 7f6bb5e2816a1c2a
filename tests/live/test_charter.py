"""A group makes itself on a real homeserver: its charter, one amendment, a facilitator, a duty that goes round, a rule, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.live.circle import WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers

if TYPE_CHECKING:
    from bot.matrix.heard import Heard


async def starts(circle: Circle) -> Heard:
    """The talk of `start`, answered by all three in replies; the draft is the last question."""
    ana, ben, cleo = circle.people
    since = ana.now
    await ana.say(circle.room, "!start")
    question = await circle.hears("Question 1 of 7", since=since)
    answers = [
        (ben, "People who drink tea", "Question 2 of 7"),
        (cleo, "peer support", "Question 3 of 7"),
        (ana, "English", "Question 4 of 7"),
        (ben, "Berlin", "Question 5 of 7"),
        (cleo, "112", "Question 6 of 8"),
        (ana, "A helpline, 0800 1\nAnother, 0800 2", "Question 7 of 8"),
        (ben, "today", "Question 8 of 8"),
    ]
    for person, words, asked in answers:
        since = ana.now
        await person.hears(lambda heard, event=question.event: heard.event == event, room=circle.room, timeout=WITHIN)
        await person.reply(circle.room, question.event, words)
        question = await circle.hears(asked, since=since)
    return question


async def adopts(circle: Circle) -> None:
    """The talk ends in a vote, and the charter holds three days after it."""
    ana, ben, cleo = circle.people
    room = circle.room
    draft = await starts(circle)
    assert "1. What is said here stays here." in draft.body
    assert "Guidelines (draft)" in draft.body
    assert "<ol><li>What is said here stays here." in draft.content["formatted_body"]
    since = ana.now
    await cleo.hears(lambda heard: heard.event == draft.event, room=room, timeout=WITHIN)
    await cleo.reply(room, draft.event, "vote")
    await circle.hears("#2 is open until", since=since)
    await circle.consents(2)
    await circle.later(7.1, "You have a charter")
    result = await circle.result(2)
    assert "The charter “Peer support circle”, with 13 guidelines" in result.body
    assert "Passed." in result.body
    await circle.later(3.1, "#2 The charter")
    assert "call 112" in (await circle.asks(ana, "!urgent")).body
    assert "(adopted in #2)" in (await circle.asks(ben, "!show charter")).body


async def amends(circle: Circle) -> None:
    """Guideline 2 gets other words; an objection changes them on their way, and `why` tells so, typed and in a reply."""
    ana, ben, cleo = circle.people
    room = circle.room
    since = ana.now
    await ana.say(room, "!propose guideline 2 Talk about your own life")
    await circle.hears("#3 is open until", since=since)
    await circle.marked(await ben.say(room, "!vote 3 object because some of us care for others"))
    since = ana.now
    await ana.say(room, "!change 3 Talk about your own life, or ask")
    await circle.hears("#3 is open until", since=since)
    await circle.consents(3)
    await circle.later(7.1, "guideline 2 reads: Talk about your own life, or ask")
    result = await circle.result(3)
    assert "Guideline 2 becomes: Talk about your own life, or ask" in result.body
    story = await circle.asks(cleo, "!why 2")
    assert "A concern of Ben changed the words: “some of us care for others”." in story.body
    assert "Proposed by Ana, decided by #3: 3 consented." in story.body
    await ben.hears(lambda heard: heard.event == result.event, room=room, timeout=WITHIN)
    assert (await circle.answer(await ben.reply(room, result.event, "why"))).body == story.body


async def elects(circle: Circle) -> None:
    """An election without candidates: Cleo facilitates for two months."""
    ana, ben, cleo = circle.people
    room = circle.room
    since = ana.now
    await ana.say(room, "!propose facilitator for 2 months")
    await circle.hears("Election without candidates", since=since)
    for person in (ana, ben):
        await circle.asks_alone(person, "nominate 4 Cleo because she is calm")
    await circle.asks_alone(cleo, "pass 4")
    for step, words in (("next", "These are all nominations"), ("next", "please suggest one person"), ("suggest", "is open until")):
        since = ana.now
        await ana.say(room, f"!{step} 4" + (" Cleo because she is calm" if step == "suggest" else ""))
        await circle.hears(words, since=since)
    for person in (ana, ben):
        await circle.marked(await person.say(room, "!vote 4 consent"))
    asked = cleo.now
    await ana.say(room, "!next 4")
    await circle.hears_alone(cleo, "You need no reason to decline", since=asked)
    await circle.asks_alone(cleo, "accept 4")
    assert "Cleo" in (await circle.hears("takes this on: facilitator, until", since=since)).body


async def rotates(circle: Circle) -> None:
    """A duty goes round: Ben has it at once, Ana is asked in private and takes the next turn."""
    ana, ben, _ = circle.people
    room = circle.room
    since = ana.now
    await ben.say(room, "!turn join duty")
    await circle.hears("Ben has the turn: duty, until", since=since)
    since = ana.now
    await ana.say(room, "!turn join duty")
    await circle.hears("Ana takes this on: duty", since=since)
    offer = await circle.later(5.5, "asks for your turn: duty", alone=ana)
    assert "You need no reason to pass" in offer.body
    await circle.asks_alone(ana, "turn take")
    await circle.later(2, "your turn begins: duty", alone=ana)
    assert "duty: Ana" in (await circle.asks(ben, "!turn")).body


async def rules(circle: Circle) -> None:
    """The quorum of everyday questions is another one."""
    ana, _, cleo = circle.people
    room = circle.room
    since = ana.now
    await cleo.say(room, "!propose rule everyday: quorum two thirds")
    await circle.hears("#5 is open until", since=since)
    await circle.consents(5)
    await circle.later(7.1, "In the record:")
    assert "Passed." in (await circle.result(5)).body
    await circle.later(3.1, "#5 Rule for everyday questions")
    assert "At least two thirds of the members must take part. The vote is open" in (await circle.asks(ana, "!show rules")).body


async def tells(circle: Circle) -> None:
    """The term ends by itself, and the record tells the whole story."""
    ana, _, _ = circle.people
    assert "Nobody does it now" in (await circle.later(62, "The term of Cleo is over")).body
    told = {
        "decisions": "charter",
        "guidelines": "guideline 2, version 2",
        "roles": "Cleo took this on: facilitator",
        "rules": "a rule by #5",
        "": "Cleo does this no longer: facilitator (the term was over)",
    }
    for kind, words in told.items():
        assert words in (await circle.asks(ana, f"!show record {kind}".strip())).body


async def test_a_group_makes_itself(members: MakeMembers, bots: MakeBot) -> None:
    """An empty encrypted room adopts a charter, amends it, elects, shares a duty, changes its quorum, and its record tells that."""
    circle = await Circle.gather(members, bots, 3)
    await circle.opens_directs()
    await adopts(circle)
    await amends(circle)
    await elects(circle)
    await rotates(circle)
    await rules(circle)
    await tells(circle)
