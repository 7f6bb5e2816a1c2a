"""What there is no room for stays outside with a kind word; what is inside loses nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.config import Limits
from bot.door import MEGABYTE, weight
from bot.matrix.events import Invite, Membership, RoomNews, Upgraded
from bot.matrix.parcels import Join, Leave
from tests.store.stage import ANA, BEN, BOT, CLEO, OTHER, PEOPLE, ROOM, Stage, choices, seed

FAY, GUS = "@fay:example.org", "@gus:example.org"


async def invited(stage: Stage, room: str, sender: str = ANA, *, direct: bool = False) -> Join | Leave:
    """What the bot does with an invitation."""
    stage.server.tries.clear()
    stage.receive(invites=(Invite(room=room, sender=sender, direct=direct, name=""),))
    await stage.app.flush(stage.server.send)
    (found,) = [each for each in stage.server.tries if isinstance(each, Join | Leave)]
    return found


def enters(stage: Stage, room: str, people: tuple[str, ...] = PEOPLE) -> None:
    """The bot is in a room now."""
    joined = Membership(**stage.outer(BOT, room), person=BOT, before="invite", after="join", name="Folkmoot")
    stage.receive(RoomNews(room=room, events=(joined,), seed=seed(people)))


def comes(stage: Stage, person: str, after: str = "join") -> None:
    """Somebody joins the group, or leaves it."""
    before = "leave" if after == "join" else "join"
    stage.hear(Membership(**stage.outer(person), person=person, before=before, after=after, name=person))  # type: ignore[arg-type]


async def test_a_full_house_declines_one_more_group() -> None:
    """Beyond `limits.rooms` an invitation is declined with the reason, and with what to do; a direct chat never is."""
    stage = Stage(limits=Limits(rooms=1))
    declined = await invited(stage, OTHER)
    assert isinstance(declined, Leave)
    assert "as many groups as there is room for" in declined.reason
    assert "ask whoever runs me" in declined.reason
    assert isinstance(await invited(stage, "!chat:example.org", direct=True), Join)


async def test_groups_that_are_on_their_way_are_counted() -> None:
    """Two invitations at once for one free place: the first is taken."""
    stage = Stage(limits=Limits(rooms=2))
    stage.receive(invites=tuple(Invite(room=f"!new{number}:example.org", sender=ANA, direct=False, name="") for number in range(2)))
    await stage.app.flush(stage.server.send)
    assert sum(isinstance(each, Join) for each in stage.server.tries) == 1
    assert sum(isinstance(each, Leave) for each in stage.server.tries) == 1


async def test_a_group_that_is_known_comes_back() -> None:
    """Whoever was here before, or was imported, finds the door open: only new groups are kept away."""
    stage = Stage(rooms=(ROOM, OTHER), limits=Limits(rooms=1, people=1, data=1))
    stage.held = 2 * MEGABYTE
    stage.receive(left=(ROOM,))
    assert isinstance(await invited(stage, ROOM), Join)
    enters(stage, ROOM)
    await stage.deliver()
    assert ROOM in stage.app.timeline.joined()
    assert not [each for each in stage.server.tries if isinstance(each, Leave)]


async def test_a_group_in_the_dress_of_a_direct_chat_is_a_group() -> None:
    """A limit is not got around by asking the bot into a group as into a direct chat."""
    stage = Stage(limits=Limits(rooms=1))
    assert isinstance(await invited(stage, OTHER, direct=True), Join)
    stage.server.tries.clear()
    enters(stage, OTHER)
    await stage.app.flush(stage.server.send)
    assert [type(each) for each in stage.server.tries if isinstance(each, Leave)] == [Leave]
    assert OTHER not in stage.app.timeline.joined()


async def test_a_crowd_is_not_joined() -> None:
    """A new room with more members than `limits.people` hears how many there is room for, and is left before anything begins."""
    stage = Stage(rooms=(), limits=Limits(people=3))
    assert isinstance(await invited(stage, ROOM), Join)
    enters(stage, ROOM)
    await stage.app.flush(stage.server.send)
    (gone,) = [each for each in stage.server.tries if isinstance(each, Leave)]
    assert gone.reason.startswith("This room has 4 members, and there is room here for groups of 3 at most.")
    assert stage.rows("room") == []


async def test_a_group_that_grows_is_told_once_and_everybody_counts(tmp_path: Path) -> None:
    """Who came beyond the limit has a vote like everybody; the group is told once, also after a start, comings and goings."""
    stage = Stage(tmp_path / "folkmoot.db", limits=Limits(people=4))
    await stage.deliver()
    comes(stage, FAY)
    await stage.deliver()
    told = [body for body in stage.server.bodies() if body.startswith("You are 5 now.")]
    assert len(told) == 1
    assert "everybody is counted" in told[0]
    decision = await stage.propose()
    assert FAY in decision.electorate
    stage.say(FAY, "!vote 1 yes")
    comes(stage, FAY, "leave")
    comes(stage, GUS)
    stage.kill()
    comes(stage, FAY)
    await stage.deliver()
    voted = stage.store().decisions.get(1)
    assert voted is not None
    assert choices(voted) == {FAY: "yes"}
    assert sum("Whoever runs me has room for groups of" in body for body in stage.server.bodies()) == 1


async def test_a_group_that_goes_on_in_another_room_is_not_new() -> None:
    """An upgraded room is followed, however full and however large the group is."""
    stage = Stage(limits=Limits(rooms=1, people=4))
    stage.hear(Upgraded(**stage.outer(ANA), successor=OTHER))
    joined = Membership(**stage.outer(BOT, OTHER), person=BOT, before="invite", after="join", name="Folkmoot")
    follows = replace(seed((*PEOPLE, FAY)), predecessor=ROOM)
    stage.receive(invites=(Invite(room=OTHER, sender=ANA, direct=False, name=""),))
    stage.receive(RoomNews(room=OTHER, events=(joined,), seed=follows))
    assert list(stage.app.timeline.joined()) == [OTHER]
    assert stage.number(OTHER) == 1
    await stage.deliver()
    assert [each.room for each in stage.server.tries if isinstance(each, Leave)] == [ROOM]


async def test_another_limit_is_told_anew(tmp_path: Path) -> None:
    """When the host sets another limit, a group that is beyond it hears of that one."""
    stage = Stage(tmp_path / "folkmoot.db", limits=Limits(people=3))
    await stage.deliver()
    stage.limits = replace(Limits(), people=2)
    stage.kill()
    stage.sync()
    stage.say(BEN, "!help")
    stage.say(CLEO, "!help")
    await stage.deliver()
    assert [body.splitlines()[0] for body in stage.server.bodies() if body.startswith("You are")] == [
        "You are 4 now. Whoever runs me has room for groups of 3.",
        "You are 4 now. Whoever runs me has room for groups of 2.",
    ]


async def test_a_full_folder_keeps_new_groups_away_and_no_vote() -> None:
    """Beyond `limits.data` no new group is joined, and a vote in a group that is here counts as ever."""
    stage = Stage(limits=Limits(data=5))
    await stage.deliver()
    stage.held = 5 * MEGABYTE
    assert isinstance(await invited(stage, OTHER), Join)
    stage.held += 1
    assert isinstance(await invited(stage, "!third:example.org"), Leave)
    await stage.propose()
    stage.say(BEN, "!vote 1 yes")
    voted = stage.store().decisions.get(1)
    assert voted is not None
    assert choices(voted) == {BEN: "yes"}


def test_a_folder_is_weighed_with_all_that_is_in_it(tmp_path: Path) -> None:
    """Files in folders of the folder count too."""
    (tmp_path / "inside").mkdir()
    (tmp_path / "one").write_bytes(b"12345")
    (tmp_path / "inside" / "two").write_bytes(b"678")
    assert weight(tmp_path) == len(b"12345678")
