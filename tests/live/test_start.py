"""A new group on a real homeserver: from an empty encrypted room to a charter of its own."""

from __future__ import annotations

from tests.live.circle import HOUR, WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers

WEEK = 7 * 24 * HOUR


async def test_an_empty_encrypted_room_adopts_a_charter(members: MakeMembers, bots: MakeBot) -> None:
    """Members answer the bot's questions by replies, the draft is voted on, and once it is adopted the group has its own numbers."""
    circle = await Circle.gather(members, bots, 3)
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
    assert "1. What is said here stays here." in question.body
    assert "Guidelines (draft)" in question.body
    assert "<ol><li>What is said here stays here." in question.content["formatted_body"]
    since = ana.now
    await cleo.reply(circle.room, question.event, "vote")
    await circle.hears("#2 is open until", since=since)
    for person in circle.people:
        await circle.marked(await person.say(circle.room, "!vote 2 consent"))
    result = await circle.ends(WEEK, 2)
    assert "The charter “Peer support circle”, with 13 guidelines" in result.body
    assert "Passed." in result.body
    await circle.hears("You have a charter", since=since)
    assert "call 112" in (await circle.asks(ana, "!urgent")).body
    assert "(adopted in #2)" in (await circle.asks(ben, "!show charter")).body
