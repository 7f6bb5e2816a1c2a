"""Members as the timeline has them, what people set for themselves, and which group a direct chat is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.matrix.events import Disclosed, Invite, Member, Membership, Power, RoomNews, Upgraded
from bot.matrix.parcels import CreateDirect, Delivered, Leave, Undeliverable
from bot.store.outbox import NOTICE, REPLY
from bot.store.people import People
from commands.ports import Group, Settings
from tests.store.stage import ANA, BEN, BOT, CLEO, DAN, OTHER, PEOPLE, ROOM, Stage, seed

EVE = "@eve:example.org"
DIRECT = "!direct:example.org"


def moves(stage: Stage, person: str, before: str, after: str, name: str | None = None) -> Membership:
    return Membership(**stage.outer(person), person=person, before=before, after=after, name=name)  # type: ignore[arg-type]


async def test_members_change_in_timeline_order() -> None:
    """Who is a member is decided by the order of the timeline, within one response too; the bot is never one."""
    stage = Stage()
    stage.hear(
        moves(stage, EVE, "invite", "join", "Eve"),
        moves(stage, BEN, "join", "leave"),
        moves(stage, CLEO, "join", "ban"),
        moves(stage, DAN, "join", "leave"),
        moves(stage, DAN, "leave", "join", "Dan"),
    )
    assert stage.store().members() == {ANA, DAN, EVE}


async def test_a_new_name_is_no_join() -> None:
    """Somebody who only changes a display name stays the member they were."""
    stage = Stage()
    stage.hear(moves(stage, BEN, "join", "join", "Benno"))
    assert stage.store().members() == frozenset(PEOPLE)
    assert stage.store().person(BEN).name == "Benno"


async def test_equal_names_are_shown_with_ids() -> None:
    """Two people of the same name are told apart by their ids; who has no name is shown by the id."""
    stage = Stage()
    stage.hear(moves(stage, BEN, "join", "join", "Ana"), moves(stage, CLEO, "join", "join"))
    names = [stage.store().person(person).name for person in (ANA, BEN, CLEO, DAN, EVE)]
    assert names == [f"Ana ({ANA})", f"Ana ({BEN})", CLEO, "Dan", EVE]


async def test_after_a_gap_the_servers_description_counts() -> None:
    """When pages were missing, members and power levels are taken anew from what the server says."""
    stage = Stage()
    fresh = seed(people=(ANA, EVE))
    stage.receive(RoomNews(room=ROOM, events=(), seed=replace(fresh, power={"users": {ANA: 100}})))
    assert stage.store().members() == {ANA, EVE}
    assert stage.rows("room")[0]["power"] == '{"users": {"@ana:example.org": 100}}'
    stage.hear(Power(**stage.outer(ANA), content={"users": {EVE: 50}}))
    assert stage.rows("room")[0]["power"] == '{"users": {"@eve:example.org": 50}}'


async def test_for_whom_it_is_encrypted() -> None:
    """Keys go to members, and to those asked in unless the room keeps its history from before their joining; as it is by now."""
    stage = Stage()
    invited = Member(person=EVE, membership="invite", name=None)
    base = seed(people=(ANA,))
    for history, expected in (("shared", {ANA, BOT, EVE}), ("invited", {ANA, BOT, EVE}), ("joined", {ANA, BOT})):
        described = replace(base, members=(*base.members, invited), history=history)
        stage.receive(RoomNews(room=ROOM, events=(), seed=described))
        assert set(stage.app.timeline.recipients(stage.number())) == expected
        stage.hear(Disclosed(**stage.outer(ANA), history="shared"))
        assert set(stage.app.timeline.recipients(stage.number())) == {ANA, BOT, EVE}
        stage.hear(Disclosed(**stage.outer(ANA), history="joined"))
        assert set(stage.app.timeline.recipients(stage.number())) == {ANA, BOT}


async def test_a_room_that_the_bot_left_is_kept_for_its_return() -> None:
    """Data stay when the bot is removed; when it is asked back it goes on, and does not introduce itself again."""
    stage = Stage()
    await stage.deliver()
    await stage.propose()
    stage.receive(left=(ROOM,))
    assert People(stage.database).groups(ANA) == []
    assert stage.app.next_due() is None
    joined = Membership(**stage.outer(BOT), person=BOT, before="invite", after="join", name="Folkmoot")
    said = len(stage.server.bodies())
    stage.receive(RoomNews(room=ROOM, events=(joined,), seed=seed()))
    await stage.deliver()
    assert len(stage.store().decisions.open()) == 1
    assert len(stage.server.bodies()) == said
    assert [row["room"] for row in stage.rows("room")] == [1]


async def test_an_upgraded_room_goes_on_under_its_number() -> None:
    """The successor of a room has its number, its decisions and its record, if the old room named it."""
    stage = Stage()
    await stage.propose()
    stage.hear(Upgraded(**stage.outer(ANA), successor="!new:example.org"))
    described = replace(seed(), predecessor=ROOM)
    joined = Membership(
        **stage.outer(BOT, "!new:example.org"), person=BOT, before="invite", after="join", name="Folkmoot"
    )
    stage.receive(RoomNews(room="!new:example.org", events=(joined,), seed=described))
    assert len(stage.store("!new:example.org").decisions.open()) == 1
    assert len(stage.rows("room")) == 1
    await stage.deliver()
    here = [parcel for parcel in stage.server.taken if parcel.room == "!new:example.org"]
    assert [parcel.type for parcel in here].count("org.matrix.msc3381.poll.start") == 1
    assert any("is open until" in body for body in stage.server.bodies("!new:example.org"))
    claimed = replace(seed(), predecessor="!new:example.org")
    stage.receive(RoomNews(room="!thief:example.org", events=(), seed=claimed))
    assert stage.store("!thief:example.org").decisions.open() == []


@pytest.mark.parametrize("version", ["11", "12"])
async def test_only_who_has_the_power_can_move_a_room(version: str) -> None:
    """A room goes on elsewhere only if its end and the other's beginning come from the same person, who had the power for it."""
    stage = Stage()
    modern = version == "12"
    levels = {"users": {} if modern else {ANA: 100}, "state_default": 50}
    stage.receive(RoomNews(room=ROOM, events=(), seed=replace(seed(), version=version, power=levels, creators=frozenset([ANA] if modern else []))))
    await stage.propose()
    for sender, successor, founder in ((BEN, "!bens:example.org", BEN), (ANA, "!stolen:example.org", BEN)):
        stage.hear(Upgraded(**stage.outer(sender), successor=successor))
        stage.receive(RoomNews(room=successor, events=(), seed=replace(seed(), predecessor=ROOM, founder=founder)))
        assert len(stage.store().decisions.open()) == 1
    assert stage.store("!bens:example.org").decisions.open() == []
    # An end that had the power brought us there, but nobody whom the host knows has asked us into that room.
    await stage.deliver()
    assert [parcel.room for parcel in stage.server.tries if isinstance(parcel, Leave)] == ["!stolen:example.org"]
    assert not any(row["matrix"] == "!stolen:example.org" for row in stage.rows("room"))
    stage.hear(Upgraded(**stage.outer(ANA), successor="!new:example.org"))
    stage.receive(RoomNews(room="!new:example.org", events=(), seed=replace(seed(), predecessor=ROOM, founder=ANA)))
    assert len(stage.store("!new:example.org").decisions.open()) == 1


async def test_the_room_before_an_upgrade_is_left_and_is_no_second_group() -> None:
    """The bot leaves what is left of an upgraded room, and what still happens there is nothing to it."""
    stage = Stage()
    stage.hear(Upgraded(**stage.outer(ANA), successor="!new:example.org"))
    joined = Membership(
        **stage.outer(BOT, "!new:example.org"), person=BOT, before="invite", after="join", name="Folkmoot"
    )
    described = replace(seed(name="circle"), predecessor=ROOM)
    stage.receive(RoomNews(room="!new:example.org", events=(joined,), seed=described))
    await stage.deliver()
    assert [parcel.room for parcel in stage.server.tries if isinstance(parcel, Leave)] == [ROOM]
    said = len(stage.server.taken)
    stage.receive(RoomNews(room=ROOM, events=(moves(stage, BEN, "join", "leave"),), seed=seed()))
    await stage.deliver()
    assert len(stage.server.taken) == said
    assert People(stage.database).groups(ANA) == [Group(1, "circle")]


async def test_a_direct_chat_that_others_come_into_is_private_no_longer() -> None:
    """When a third person is asked in, the bot answers only commands there, and says nothing private."""
    stage = Stage()
    direct_chat(stage, ANA)
    stage.say(ANA, "now", DIRECT)
    await stage.deliver()
    assert stage.app.timeline.direct(ANA) == stage.number(DIRECT)
    asked = Membership(**stage.outer(ANA, DIRECT), person=EVE, before="leave", after="invite", name="Eve")
    stage.hear(asked, room=DIRECT)
    said = len(stage.server.taken)
    stage.say(ANA, "I feel terrible today", DIRECT)
    stage.say(ANA, "now", DIRECT)
    await stage.deliver()
    assert len(stage.server.taken) == said
    assert stage.app.timeline.direct(ANA) is None
    assert People(stage.database).groups(ANA) == [Group(1, "circle")]


async def test_a_new_chat_of_several_people_is_a_group() -> None:
    """Apps mark an invitation to a chat with several people as direct: still not all that is said there is said to the bot."""
    stage = Stage()
    stage.receive(invites=(Invite(room=DIRECT, sender=ANA, direct=True, name=""),))
    stage.receive(RoomNews(room=DIRECT, events=(), seed=seed(people=(ANA, EVE), name="")))
    await stage.deliver()
    said = len(stage.server.taken)
    stage.say(EVE, "Shall we have tea?", DIRECT)
    await stage.deliver()
    assert len(stage.server.taken) == said
    assert stage.store(DIRECT).members() == {ANA, EVE}


async def test_what_cannot_be_said_to_somebody_does_not_wait_for_ever() -> None:
    """When the server refuses a direct chat for good, what was to be said in it goes too."""
    stage = Stage()
    await stage.deliver()
    stage.server.answer = lambda parcel: Undeliverable("M_FORBIDDEN") if isinstance(parcel, CreateDirect) else None
    with stage.database.transaction():
        stage.outbox.put(None, "create", {"person": EVE}, urgency=NOTICE)
        for person in (EVE, ANA):
            word = {"person": person, "type": "m.room.message", "content": {}, "about": stage.number()}
            stage.outbox.put(None, "direct", word, urgency=REPLY)
    await stage.deliver()
    assert [row["payload"].count(ANA) for row in stage.rows("outbox")] == [1]


async def test_nothing_is_said_in_a_direct_chat_that_is_not_whole_yet() -> None:
    """A sync may show a chat that the server is still making: the bot waits until it knows who is in it and that it is encrypted."""
    stage = Stage()
    await stage.deliver()
    before = len(stage.server.taken)
    with stage.database.transaction():
        stage.outbox.put(None, "create", {"person": ANA}, urgency=NOTICE)
        word = {"person": ANA, "type": "m.room.message", "content": {"body": "a private word"}, "about": stage.number()}
        stage.outbox.put(None, "direct", word, urgency=REPLY)
    joined = Membership(**stage.outer(BOT, DIRECT), person=BOT, before="leave", after="join", name="Folkmoot")
    half = replace(seed(people=(), name=""), founder=BOT)
    stage.receive(RoomNews(room=DIRECT, events=(joined,), seed=half))
    stage.server.answer = lambda parcel: Delivered(DIRECT) if isinstance(parcel, CreateDirect) else None
    await stage.deliver()
    assert len(stage.server.taken) == before
    asked = Membership(**stage.outer(BOT, DIRECT), person=ANA, before="leave", after="invite", name="Ana")
    members = (Member(person=ANA, membership="invite", name="Ana"), *half.members)
    stage.receive(RoomNews(room=DIRECT, events=(asked,), seed=replace(half, members=members, encrypted=True)))
    await stage.deliver()
    (said,) = stage.server.taken[before:]
    assert (said.room, said.content["body"]) == (DIRECT, "a private word")
    assert set(said.recipients or ()) == {ANA, BOT}
    assert stage.app.timeline.direct(ANA) == stage.number(DIRECT)


async def test_settings_are_a_persons_own() -> None:
    """What somebody sets for themselves is kept under their id alone, and nothing is set until they do."""
    stage = Stage()
    people = People(stage.database)
    assert people.settings(ANA) == Settings()
    with stage.database.transaction():
        people.save(ANA, Settings(language="de", zone="Europe/Berlin"))
        people.save(ANA, Settings(language="de", receipts="words"))
    assert people.settings(ANA) == Settings(language="de", zone=None, receipts="words")
    assert people.settings(BEN) == Settings()


def direct_chat(stage: Stage, person: str) -> None:
    """The bot is in a direct chat with somebody."""
    stage.receive(invites=(Invite(room=DIRECT, sender=person, direct=True, name=""),))
    stage.receive(RoomNews(room=DIRECT, events=(), seed=seed(people=(person,), name="")))


async def test_a_direct_chat_is_about_the_one_group() -> None:
    """With one group in common a direct chat is about it; with several it is about the one that was chosen."""
    stage = Stage()
    people = People(stage.database)
    direct_chat(stage, ANA)
    assert people.groups(ANA) == [Group(1, "circle")]
    assert people.chosen(ANA) == 1
    joined = Membership(**stage.outer(BOT, OTHER), person=BOT, before="invite", after="join", name=None)
    stage.receive(RoomNews(room=OTHER, events=(joined,), seed=seed(name="other")))
    other = stage.number(OTHER)
    assert people.chosen(ANA) is None
    with stage.database.transaction():
        people.choose(ANA, other)
    assert people.chosen(ANA) == other
    assert people.chosen(BEN) is None


async def test_a_chosen_group_that_somebody_left_is_not_theirs_any_more() -> None:
    """Who leaves a group cannot read or act in it by way of a direct chat that was about it."""
    stage = Stage(rooms=(ROOM, OTHER))
    people = People(stage.database)
    direct_chat(stage, ANA)
    with stage.database.transaction():
        people.choose(ANA, stage.number(OTHER))
    left = Membership(**stage.outer(ANA, OTHER), person=ANA, before="join", after="leave")
    stage.hear(left, room=OTHER)
    assert people.chosen(ANA) == stage.number(ROOM)
    stage.hear(moves(stage, ANA, "join", "ban"))
    assert people.chosen(ANA) is None


@pytest.mark.parametrize(
    ("sender", "direct", "kind"),
    [
        (ANA, False, "join"),
        (ANA, True, "join"),
        ("@eve:elsewhere.org", False, "leave"),
        (EVE, True, "join"),
        ("@eve:elsewhere.org", True, "leave"),
    ],
)
async def test_whose_invitations_are_taken(sender: str, direct: bool, kind: str) -> None:
    """Rooms: as the host allows; direct chats: from who shares a group too; everybody else gets a reason."""
    stage = Stage()
    await stage.deliver()
    stage.receive(invites=(Invite(room="!asked:example.org", sender=sender, direct=direct, name=""),))
    rows = stage.rows("outbox")
    assert [row["kind"] for row in rows] == [kind]
    assert (kind == "join") == ("reason" not in rows[0]["payload"])


async def test_a_group_is_not_entered_as_if_it_were_a_direct_chat() -> None:
    """Whoever may not bring the bot into a group cannot do it by marking the invitation as a direct chat."""
    far = "@far:elsewhere.org"
    group = "!far:elsewhere.org"
    stage = Stage()
    stage.hear(moves(stage, far, "invite", "join", "Far"))
    stage.receive(invites=(Invite(room=group, sender=far, direct=True, name=""),))
    await stage.deliver()
    people = (BOT, far, "@third:elsewhere.org")
    described = replace(seed(), members=tuple(Member(person=each, membership="join", name=None) for each in people))
    joined = Membership(**stage.outer(BOT, group), person=BOT, before="invite", after="join", name="Folkmoot")
    stage.receive(RoomNews(room=group, events=(joined,), seed=described))
    await stage.deliver()
    assert [parcel.room for parcel in stage.server.tries if isinstance(parcel, Leave)] == [group]
    assert stage.server.bodies(group) == []
    assert all(row["matrix"] != group for row in stage.rows("room"))
