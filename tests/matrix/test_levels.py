"""Levels that are raised for a pause are put back exactly, and what others change meanwhile stays theirs."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.levels import CHANGED, FREE, POWER, QUIET, WRITTEN, Step, is_raised, raised, restored, steps
from bot.matrix.parcels import Delivered, SetLevels, Undeliverable
from tests.matrix.conftest import Open
from tests.matrix.small_server import ROOM, SmallServer
from tests.matrix.test_standing import state

LEVEL = st.one_of(st.integers(-5, 120), st.sampled_from(["0", "10", "50", "100"]))
KINDS = st.sampled_from([*WRITTEN, *FREE, "m.room.name", POWER, "org.example.more"])
LEVELS = st.fixed_dictionaries(
    {},
    optional={
        "events_default": LEVEL,
        "users_default": st.integers(-5, 60),
        "state_default": LEVEL,
        "users": st.dictionaries(st.sampled_from(["@a:x", "@b:x"]), LEVEL),
        "events": st.dictionaries(KINDS, LEVEL, max_size=6),
        "org.example.more": st.booleans(),
    },
)


def parcel(change: tuple[Step, ...], *, up: bool) -> SetLevels:
    """What is sent for a change."""
    return SetLevels(room=ROOM, change=tuple((each.path, each.before, each.after) for each in change), raised=up)


def number(value: Any) -> int:
    """A level as a number."""
    return int(value or 0)


@given(LEVELS, st.sampled_from([None, 49, 50, 100]))
def test_raised_and_put_back_is_as_before(before: dict[str, Any], own: int | None) -> None:
    """Whatever stands in a room, what is raised keeps plain members from writing and nothing else, and comes back to the letter."""
    change = steps(before, own)
    if own == QUIET - 1:
        assert change == ()
    if not change:
        return
    during = raised(before, change)
    assert during is not None
    assert is_raised(during, change)
    for kind in (*WRITTEN, "anything"):
        was = number(before.get("events", {}).get(kind, before.get("events_default")))
        assert number(during["events"].get(kind, during["events_default"])) == max(was, QUIET)
    for kind in (*FREE, "m.room.name"):
        if kind in FREE or kind in before.get("events", {}):
            was = number(before.get("events", {}).get(kind, before.get("events_default")))
            assert number(during["events"][kind]) == was
    assert {key: value for key, value in during.items() if key not in {"events", "events_default"}} == {
        key: value for key, value in before.items() if key not in {"events", "events_default"}
    }
    if "events" not in before:
        assert "events" not in restored(during, change)
    assert restored(during, change) == before
    assert restored(before, change) == before


@given(LEVELS, LEVELS)
def test_only_our_own_change_is_taken_out(before: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Levels that somebody else set while the room was closed stay, in every place."""
    change = steps(before, None)
    during = raised(before, change)
    if not change or during is None:
        return
    meanwhile = {**during, **theirs, "events": {**during["events"], **theirs.get("events", {})}}
    after = restored(meanwhile, change)
    ours = {each.path[-1]: each.after for each in change}
    for kind, value in theirs.get("events", {}).items():
        if value != ours.get(kind):
            assert after["events"][kind] == value
    for key in theirs.keys() - {"events"}:
        if theirs[key] != ours.get(key):
            assert after[key] == theirs[key]


def test_where_nobody_would_be_quieted_nothing_is_changed() -> None:
    """In a room in which plain members have that level, or cannot write anyway, there is nothing to raise."""
    assert steps({"users_default": 50}, None) == ()
    assert steps({"events_default": 50}, None) == ()


BEFORE = {"users": {"@ana:test": 100}, "events": {"m.reaction": 0}, "org.example.more": 1}


async def test_raised_once_and_put_back_once(server: SmallServer, open_account: Open) -> None:
    """The same parcel again, as after a crash, changes nothing more; put back is what was there, to the letter."""
    account = await open_account(encryption=False)
    server.room(account.user_id, "@ana:test")
    server.put(ROOM, "@ana:test", POWER, BEFORE, state_key="")
    change = steps(BEFORE, None)
    for _ in range(2):
        assert await account.send(parcel(change, up=True)) == Delivered(ROOM)
    assert state(server, POWER) == raised(BEFORE, change)
    for _ in range(2):
        assert await account.send(parcel(change, up=False)) == Delivered(ROOM)
    assert state(server, POWER) == BEFORE
    assert server.asked("PUT .*power_levels") == 2


async def test_who_changed_levels_before_is_not_overruled(server: SmallServer, open_account: Open) -> None:
    """Where a level is not as it was when the pause began, nothing is raised."""
    account = await open_account(encryption=False)
    server.room(account.user_id, "@ana:test")
    server.put(ROOM, "@ana:test", POWER, {**BEFORE, "events_default": 10}, state_key="")
    assert await account.send(parcel(steps(BEFORE, None), up=True)) == Undeliverable(CHANGED)
    assert state(server, POWER) == {**BEFORE, "events_default": 10}


@pytest.mark.parametrize("up", [True, False])
async def test_who_changes_levels_at_the_same_time_loses_nothing(server: SmallServer, open_account: Open, up: bool) -> None:
    """A change that comes between our look and ours is kept, and ours made again."""
    account = await open_account(encryption=False)
    server.room(account.user_id, "@ana:test")
    change = steps(BEFORE, None)
    during = raised(BEFORE, change)
    assert during is not None
    looked = BEFORE if up else during
    server.put(ROOM, "@ana:test", POWER, looked, state_key="")
    theirs = {**looked, "ban": 70, "events": {**looked["events"], "m.reaction": 30}}  # type: ignore[dict-item]

    def meanwhile(_: web.Request) -> web.StreamResponse:
        server.put(ROOM, "@ana:test", POWER, theirs, state_key="")
        return web.json_response(looked)

    server.fail("GET .*power_levels", meanwhile)
    assert await account.send(parcel(change, up=up)) == Delivered(ROOM)
    wanted = raised(BEFORE, change) if up else BEFORE
    assert wanted is not None
    assert state(server, POWER) == {**wanted, "ban": 70, "events": {**wanted["events"], "m.reaction": 30}}
