"""A group takes a decision: what people see when they invite the bot, propose, vote and look at the record."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from bot.matrix.member import Member
from tests.live.circle import HELLO, HOUR, WITHIN, Circle, counts
from tests.live.conftest import PASSWORD, MakeBot, MakeMembers, gather

if TYPE_CHECKING:
    from bot.demo.homeserver import Homeserver
    from bot.matrix.heard import Heard

POLL = "org.matrix.msc3381.poll"
ROOMS = pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])


def membership(person: str, state: str) -> object:
    """A predicate: `person` is `state` (`join`, `leave`) in the room now."""

    def fits(heard: Heard) -> bool:
        return heard.state_key == person and heard.content.get("membership") == state

    return fits


async def wire(member: Member, room: str) -> list[dict[str, object]]:
    """The newest hundred events of the room as the server holds them."""
    page = await member.http("GET", f"/rooms/{quote(room)}/messages?dir=b&limit=100")
    events: list[dict[str, object]] = page["chunk"]
    return events


@ROOMS
async def test_a_group_decides(members: MakeMembers, bots: MakeBot, *, encrypted: bool) -> None:
    """A vote taken by word, reply, poll and (in the clear) reaction is counted once each, and its result told once."""
    circle = await Circle.gather(members, bots, 5, encrypted=encrypted)
    ana, ben, cleo, dan, eva = circle.people
    room = circle.room
    assert len([heard for heard in circle.said() if HELLO in heard.body]) == 1

    poll = await circle.proposes(ana, "Shall we meet on Tuesdays?", "until in 2 hours")
    assert poll.poll is not None
    assert poll.poll["kind"] == f"{POLL}.undisclosed"
    status = await circle.hears("0 of 5")
    typed = await ben.say(room, "!vote 1 yes because it suits my bus")
    replied = await cleo.reply(room, poll.event, "Yes")
    await dan.answer_poll(room, poll.event, ["no"])
    await ana.answer_poll(room, poll.event, ["yes"])
    await asyncio.gather(circle.marked(typed), circle.marked(replied), circle.turnout("4 of 5"))
    reacted = await eva.react(room, poll.event, "👍")
    if encrypted:
        # Reactions travel in the clear, so they are no votes where votes are meant to be encrypted.
        await circle.settled()
    else:
        await circle.turnout("5 of 5")
    assert not circle.answers(reacted)

    result = await circle.ends(2 * HOUR)
    await circle.turnout("is closed")
    await circle.settled()
    assert "Passed" in result.body
    assert counts(result) == {"yes": 3 if encrypted else 4, "no": 1}
    assert "it suits my bus" in result.body
    said = circle.said()
    assert [heard.relation["event_id"] for heard in said if heard.type == f"{POLL}.end"] == [poll.event]
    assert [heard.event for heard in said if "In the record:" in heard.body] == [result.event]
    about_turnout = [heard for heard in said if heard.body.startswith(("#1 is open until", "#1 is closed"))]
    assert [heard.replaces for heard in about_turnout] == [None, *[status.event] * (len(about_turnout) - 1)]

    record = await circle.asks(ben, "!show record")
    assert record.body.index("was put to the group by Ana") < record.body.index("Passed")
    assert (await circle.asks(cleo, "!show 1")).body.startswith("#1 Shall we meet on Tuesdays?")
    if encrypted:
        # Nothing that anybody said, the bot included, is readable for the server.
        kinds = {event["type"] for event in await wire(ana, room) if "state_key" not in event}
        assert kinds == {"m.room.encrypted", "m.reaction"}


@ROOMS
async def test_a_group_decides_in_consent(members: MakeMembers, bots: MakeBot, *, encrypted: bool) -> None:
    """An objection needs a reason in words, and blocks; one that is only tapped is asked for its reason."""
    circle = await Circle.gather(members, bots, 3, encrypted=encrypted)
    ana, ben, cleo = circle.people
    poll = await circle.proposes(ana, "We paint the room blue", "in consent until in 3 hours")
    await ben.answer_poll(circle.room, poll.event, ["consent"])
    since = ana.now
    await cleo.answer_poll(circle.room, poll.event, ["object"])
    asked = await circle.hears("please say why", since=since)
    assert asked.content["m.mentions"] == {"user_ids": [cleo.user]}
    assert "reason" in (await circle.asks(cleo, "!vote 1 object")).body
    await circle.marked(await cleo.say(circle.room, "!vote 1 object because paint makes me ill"))
    await circle.marked(await ana.reply(circle.room, poll.event, "consent"))
    await circle.turnout("3 of 3")
    result = await circle.ends(3 * HOUR)
    assert counts(result) == {"consent": 2, "object": 1}
    assert "Not passed" in result.body
    assert "paint makes me ill" in result.body


async def test_votes_change_as_their_voters_change_them(members: MakeMembers, bots: MakeBot) -> None:
    """The last act of a voter counts; an edit counts anew, their own removal withdraws, a moderator's does not."""
    circle = await Circle.gather(members, bots, 4)
    ana, ben, cleo, dan = circle.people
    room = circle.room
    poll = await circle.proposes(ana, "Shall we buy chairs?", "until in 2 hours")
    edited = await ben.say(room, "!vote 1 yes")
    removed = await cleo.say(room, "!vote 1 yes")
    kept = await dan.reply(room, poll.event, "no")
    await asyncio.gather(*map(circle.marked, (edited, removed, kept)))
    await circle.turnout("3 of 4")
    since = ana.now
    await ben.edit(room, edited, "!vote 1 no")
    await cleo.redact(room, removed)
    await circle.turnout("2 of 4", since=since)
    since = ana.now
    await ana.redact(room, kept, reason="moderated")
    await circle.settled()
    first = await ana.say(room, "!vote 1 yes")
    second = await ana.say(room, "!vote 1 abstain")
    await asyncio.gather(circle.marked(first), circle.marked(second))
    await circle.turnout("3 of 4", since=since)
    result = await circle.ends(2 * HOUR)
    assert counts(result) == {"no": 2, "abstain": 1}


async def test_commands_are_understood_as_people_type_them(members: MakeMembers, bots: MakeBot) -> None:
    """Prefix and mention, a thread, a slip and its mending edit are answered; talk, quotations and code are not."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    room = circle.room
    mention = f"{circle.bot.user}: help"
    assert "help this group" in (await circle.answer(await ben.say(room, mention, mentions=[circle.bot.user]))).body

    root = await ana.say(room, "About chairs")
    threaded = await circle.answer(await ben.thread(room, root, "!now"))
    assert threaded.thread == root

    silent = [
        await ben.say(room, "We should vote on chairs, and !propose is how"),
        await ben.say(room, "> !propose Shall we?"),
        await ben.say(room, "`!propose Shall we?`"),
        await ben.say(
            room, "!propose Shall we?", more={"formatted_body": "<pre><code>!propose Shall we?</code></pre>"}
        ),
        await ben.say(room, "!propose Shall we?", more={"msgtype": "m.notice"}),
        await ben.say(room, "!!!"),
    ]
    slip = await ben.say(room, "!abuot")
    assert "Did you mean" in (await circle.answer(slip)).body
    since = ana.now
    await ben.edit(room, slip, "!about")
    await circle.hears("What I store", since=since)
    talk = await ben.say(room, "Hello all")
    silent.append(await ben.edit(room, talk, "!propose Shall we?"))
    done = await ben.say(room, "!now")
    await circle.answer(done)
    await ben.edit(room, done, "!help")
    await circle.settled()
    assert not any(circle.answers(event) for event in [*silent, talk])
    assert len(circle.answers(slip)) == 2
    assert len(circle.answers(done)) == 1
    assert not [heard for heard in circle.said() if heard.poll]


async def test_programs_are_never_answered(homeserver: Homeserver, members: MakeMembers, bots: MakeBot) -> None:
    """What another bot says as a notice, and what the bot's own account says on any device, gets no answer."""
    circle = await Circle.gather(members, bots, 2)
    ana, other = circle.people
    async with Member(homeserver.address) as itself:
        await itself.login(circle.bot.user, PASSWORD, device="PHONE")
        unanswered = [
            await other.say(circle.room, "!help", more={"msgtype": "m.notice"}),
            await itself.say(circle.room, "!help"),
            await itself.say(circle.room, "!propose Shall I rule?"),
        ]
    await circle.settled()
    assert not any(circle.answers(event) for event in unanswered)
    assert not [heard for heard in ana.heard if heard.poll]


async def test_who_is_a_member_when_it_opens_decides(members: MakeMembers, bots: MakeBot) -> None:
    """A changed name is no join and costs no vote; who comes later, or has left, is refused with the reason."""
    circle = await Circle.gather(members, bots, 3, encrypted=False)
    ana, ben, cleo = circle.people
    room = circle.room
    (dan,) = await members(1)
    await circle.proposes(ana, "Shall we sing?", "until in 2 hours")
    await circle.hears("0 of 3")
    hellos = len([heard for heard in circle.said() if HELLO in heard.body])
    await ben.change_name("Benno")
    await ana.hears(lambda heard: heard.content.get("displayname") == "Benno")
    await circle.marked(await ben.say(room, "!vote 1 yes"))
    assert len([heard for heard in circle.said() if HELLO in heard.body]) == hellos

    await ana.invite(room, dan.user)
    await dan.join(room)
    assert "came later" in (await circle.asks(dan, "!vote 1 yes")).body
    direct = await cleo.open_direct(circle.bot.user)
    await cleo.hears(HELLO, room=direct, timeout=WITHIN)
    await cleo.leave(room)
    await cleo.say(direct, "vote 1 yes")
    await cleo.hears("not in a group together", room=direct, timeout=WITHIN)
    result = await circle.ends(2 * HOUR)
    assert "1 of 3 took part" in result.body


async def test_what_cannot_be_is_refused_with_the_reason(members: MakeMembers, bots: MakeBot) -> None:
    """A missing number, an empty question, a vote after closing and another's proposal are refused, and say why."""
    circle = await Circle.gather(members, bots, 2, encrypted=False)
    ana, ben = circle.people
    for words, reason in (
        ("!vote 7 yes", "There is no #7"),
        ("!vote yes", "Nothing is open"),
        ("!propose", "What is the question?"),
        ("!propose Shall we? until every Monday 20:00", "again and again"),
        ("!frobnicate", "Type !help"),
    ):
        assert reason in (await circle.asks(ben, words)).body
    poll = await circle.proposes(ana, "Shall we go?", "until in 2 hours")
    assert "Only" in (await circle.asks(ben, "!stop 1")).body
    assert "no answer" in (await circle.asks(ben, "!vote 1 perhaps")).body
    await circle.ends(2 * HOUR)
    assert "closed on" in (await circle.asks(ben, "!vote 1 yes")).body
    since = ana.now
    await ben.answer_poll(circle.room, poll.event, ["yes"])
    late = await circle.hears("closed on", since=since)
    assert late.content["m.mentions"] == {"user_ids": [ben.user]}

    await circle.proposes(ben, "Shall we stay?", "until in 5 hours")
    since = ana.now
    await ben.say(circle.room, "!stop 2")
    assert "taken it back" in (await circle.hears("taken it back", since=since)).body
    await ana.hears(lambda heard: heard.type == f"{POLL}.end" and heard.room == circle.room, since=since)
    assert "taken back" in (await circle.asks(ana, "!vote 2 yes")).body


async def test_a_direct_chat_needs_no_prefix(members: MakeMembers, bots: MakeBot) -> None:
    """In a direct chat commands need no sign, concern the shared group, and other words get the one fixed reply."""
    circle = await Circle.gather(members, bots, 2, room={"name": "Garden"})
    ana, ben = circle.people
    direct = await ben.open_direct(circle.bot.user)
    await ben.hears("without a sign in front", room=direct, timeout=WITHIN)

    async def told(words: str, answer: str) -> Heard:
        said = await ben.say(direct, words)
        return await ben.hears(
            lambda heard: heard.reply_to == said and answer in heard.body, room=direct, timeout=WITHIN
        )

    await told("propose Shall we plant beans? until in 2 hours", "put it to Garden as #1")
    await circle.hears("is open until")
    await told("vote 1 yes", "Counted for #1: yes")
    await circle.turnout("1 of 2")
    for words in ("I feel so alone tonight", "yesterday was hard", "nobody votes with me"):
        fixed = await told(words, "I am a program")
        assert "your local emergency number" in fixed.body
        assert "somebody of Garden will write to you" in fixed.body
    assert circle.bot.said().count("alone tonight") == 0
    await told("me zone Berlin", "Europe/Berlin")
    await told("hepl", "Did you mean")
    since = ana.now
    await told("person", "This is request #2")
    await circle.hears("would like somebody of this group to write", since=since)

    other = await gather([ben, ana], name="Choir")
    await ben.invite(other, circle.bot.user)
    await ben.hears(HELLO, room=other, timeout=WITHIN)
    await told("now", "Which one is it about?")
    await told("group Garden", "about Garden")
    await told("now", "Shall we plant beans?")
    await told("group Choir", "about Choir")
    await told("now", "Nothing is open")


async def test_only_the_invited_guest_comes_in(members: MakeMembers, bots: MakeBot) -> None:
    """Strangers' invitations are declined with a reason and a line in the log; members' direct chats are accepted."""
    (ana, ben), (stranger,) = await members(2), await members(1)
    bot = await bots(invites={"servers": ["elsewhere.example"], "people": [ana.user]})
    await bot.start()
    room, strange = await asyncio.gather(gather([ana, ben]), stranger.create_room())
    early = await ben.open_direct(bot.user)
    declined = await ben.hears(membership(bot.user, "leave"), room=early, timeout=WITHIN)
    assert "members of a group" in declined.content["reason"]
    await stranger.invite(strange, bot.user)
    declined = await stranger.hears(membership(bot.user, "leave"), room=strange, timeout=WITHIN)
    assert "ask whoever runs me" in declined.content["reason"]
    await bot.says("invitation declined", count=2)

    await ana.invite(room, bot.user)
    await ana.hears(HELLO, room=room, timeout=WITHIN)
    direct = await ben.open_direct(bot.user)
    await ben.hears(HELLO, room=direct, timeout=WITHIN)
    assert await ben.people(direct) == {ben.user, bot.user}
    assert await stranger.people(strange) == {stranger.user}


async def test_coming_back_is_no_new_beginning(members: MakeMembers, bots: MakeBot) -> None:
    """After it was put out and invited again the bot goes on: no second introduction, and the record continues."""
    circle = await Circle.gather(members, bots, 2)
    ana, ben = circle.people
    await circle.proposes(ana, "Shall we begin?", "until in 2 hours")
    await circle.ends(2 * HOUR)
    await ana.kick(circle.room, circle.bot.user)
    unheard = await ben.say(circle.room, "!help")
    since = ana.now
    await ana.invite(circle.room, circle.bot.user)
    await ana.hears(membership(circle.bot.user, "join"), room=circle.room, since=since, timeout=WITHIN)
    await ben.hears(lambda heard: heard.state_key == circle.bot.user, room=circle.room)
    record = await circle.asks(ben, "!show record")
    assert "Shall we begin?" in record.body
    assert not circle.answers(unheard)
    assert len([heard for heard in circle.said() if HELLO in heard.body]) == 1
    assert "#2" in (await circle.proposes(ben, "Shall we go on?", "until in 9 hours")).body


async def test_a_room_that_is_encrypted_later(members: MakeMembers, bots: MakeBot) -> None:
    """From the moment that a room is encrypted the bot writes and reads encrypted, and reactions are no votes."""
    circle = await Circle.gather(members, bots, 3, encrypted=False)
    ana, ben, cleo = circle.people
    poll = await circle.proposes(ana, "Shall we knit?", "until in 2 hours")
    await ben.react(circle.room, poll.event, "👍")
    await circle.turnout("1 of 3")
    await ana.encrypt_room(circle.room)
    answer = await circle.asks(cleo, "!now")
    assert answer.encrypted
    assert "1 of 3" in answer.body
    since = ana.now
    await cleo.react(circle.room, poll.event, "👍")
    await circle.settled()
    voted = await ana.reply(circle.room, poll.event, "no")
    assert (await circle.turnout("2 of 3", since=since)).encrypted
    await circle.marked(voted)
    result = await circle.ends(2 * HOUR)
    assert result.encrypted
    assert counts(result) == {"yes": 1, "no": 1}


async def test_a_room_that_moves_keeps_its_record(members: MakeMembers, bots: MakeBot) -> None:
    """After a room upgrade the record, the open vote and the numbers go on in the new room, and the old one is quiet."""
    circle = await Circle.gather(members, bots, 2, encrypted=False, room={"room_version": "10", "name": "Circle"})
    ana, ben = circle.people
    old = circle.room
    await circle.proposes(ana, "Shall we move?", "until in 2 hours")
    await circle.marked(await ben.say(old, "!vote 1 yes"))
    moved = await ana.http("POST", f"/rooms/{quote(old)}/upgrade", {"new_version": "11"})
    circle.room = moved["replacement_room"]
    await ana.hears(lambda heard: heard.type == "m.room.create", room=circle.room)
    for person in (circle.bot.user, ben.user):
        await ana.invite(circle.room, person)
    await ben.join(circle.room)
    await ana.hears(membership(circle.bot.user, "join"), room=circle.room, timeout=WITHIN)
    assert "1 of 2" in (await circle.asks(ben, "!now")).body
    await circle.marked(await ana.say(circle.room, "!vote 1 yes"))
    since = ana.now
    await ana.say(old, "Nobody is here any more")
    result = await circle.ends(2 * HOUR)
    assert counts(result) == {"yes": 2}
    assert "Shall we move?" in (await circle.asks(ben, "!show record")).body
    assert not [heard for heard in circle.said() if HELLO in heard.body]
    assert not [heard for heard in ana.heard[since:] if heard.room == old and heard.sender == circle.bot.user]
