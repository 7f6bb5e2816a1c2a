"""The ways of voting that people meet in a room, each on a real homeserver, in an encrypted room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.live.circle import HOUR, WITHIN, Circle
from tests.live.conftest import MakeBot, MakeMembers

if TYPE_CHECKING:
    from bot.matrix.heard import Heard


async def test_a_choice_is_tapped_typed_and_replied(members: MakeMembers, bots: MakeBot) -> None:
    """A choice takes several taps in one poll, letters in a reply and names in words, and the most approved option wins."""
    circle = await Circle.gather(members, bots, 3)
    ana, ben, cleo = circle.people
    poll = await circle.proposes(ana, "Which day?", "| Tuesday | Thursday | Saturday until in 2 hours")
    assert poll.poll is not None
    assert poll.poll["max_selections"] == 3
    await ben.answer_poll(circle.room, poll.event, ["a", "b"])
    await circle.marked(await cleo.reply(circle.room, poll.event, "b, c"))
    await circle.marked(await ana.say(circle.room, "!vote 1 thursday because I am free then"))
    await circle.turnout("3 of 3")
    result = await circle.ends(2 * HOUR)
    assert "Chosen: Thursday." in result.body
    assert "Thursday: 3" in result.body
    assert "Ana (Thursday): I am free then" in result.body


async def test_a_ranking_is_read_back_and_counted(members: MakeMembers, bots: MakeBot) -> None:
    """Rankings are typed, read back in words, and counted in rounds that the result tells."""
    circle = await Circle.gather(members, bots, 3)
    ana, ben, cleo = circle.people
    since = ana.now
    await ana.say(circle.room, "!propose Where do we walk? | Forest | Lake | Hills | ranked until in 2 hours")
    await circle.hears("is open until", since=since)
    assert "1. Lake and 2. Forest" in (await circle.asks(ben, "!vote 1 b > a")).body
    assert "1. Lake" in (await circle.asks(cleo, "!vote 1 lake, then hills and forest")).body
    assert "1. Forest" in (await circle.asks(ana, "!vote 1 a")).body
    result = await circle.ends(2 * HOUR)
    assert "Chosen: Lake." in result.body


async def test_a_poll_that_a_member_made_becomes_a_decision(members: MakeMembers, bots: MakeBot) -> None:
    """`count until ...` as a reply adopts a member's own poll: answers from before count, and so do those that follow."""
    circle = await Circle.gather(members, bots, 3)
    ana, ben, cleo = circle.people
    own = await cleo.start_poll(circle.room, "Tea or coffee?", {"x1": "Tea", "x2": "Coffee"})
    await ben.hears(lambda heard: heard.event == own, room=circle.room, timeout=WITHIN)
    await ben.answer_poll(circle.room, own, ["x2"])
    await ana.answer_poll(circle.room, own, ["x2"])
    asked = await ana.reply(circle.room, own, "!count until in 2 hours")
    assert "The 2 answers that were given count." in (await circle.answer(asked)).body
    await cleo.answer_poll(circle.room, own, ["x1"])
    await circle.turnout("3 of 3")
    result = await circle.ends(2 * HOUR)
    assert "Chosen: Coffee." in result.body
    assert not [heard for heard in circle.said() if heard.type.endswith("poll.end")]


async def test_a_hidden_vote_shows_nothing_before_its_end(members: MakeMembers, bots: MakeBot) -> None:
    """Votes of a hidden one come by direct chat, none is taken in the room, and only the turnout is told before the end."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    since = ana.now
    await ana.say(circle.room, "!propose Shall we end the break early? | hidden until in 2 hours")
    await circle.hears("is open until", since=since)
    assert "come to me in a direct chat" in (await circle.asks(ben, "!vote 1 yes")).body

    async def votes(number: int, word: str) -> Heard:
        person = circle.people[number]
        direct = await person.open_direct(circle.bot.user)
        await person.hears("without a sign in front", room=direct, timeout=WITHIN)
        said = await person.say(direct, f"vote 1 {word}")
        return await person.hears(
            lambda heard: heard.reply_to == said, room=direct, sender=circle.bot.user, timeout=WITHIN
        )

    assert "Counted for #1: yes" in (await votes(0, "yes")).body
    assert "Counted for #1: no" in (await votes(1, "no")).body
    await circle.turnout("2 of 2", since=since)
    assert not [heard for heard in circle.said(since=since) if heard.poll is not None or "yes: " in heard.body]
    result = await circle.ends(2 * HOUR)
    assert "Not passed." in result.body
