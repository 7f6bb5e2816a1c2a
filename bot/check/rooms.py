"""The rooms that the bot is in: whether it can do its work there, and who could read along."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from bot.check.model import Check, Finding, Need, listed, ok, problem, unknown, warning
from bot.check.scene import Scene
from bot.matrix.events import Seed
from bot.matrix.levels import POWER
from bot.matrix.standing import PINNED, TOPIC
from bot.store.timeline import level

_POLL: Final = "org.matrix.msc3381.poll.start"
_WANTED: Final = {"noticeboard": PINNED, "topic-line": TOPIC, "pause-raises-levels": POWER}
"""What a group's own settings ask of the bot, and the state that it sets for that."""


async def _powers(scene: Scene) -> Sequence[Finding]:
    rooms = await scene.rooms()
    mute: list[str] = []
    found: list[Finding] = []
    for room, seed in rooms.items():
        if seed is None or _direct(scene, room):
            continue
        lacks = list(_lacks(scene, room, seed))
        if "write" in lacks:
            mute.append(_named(room, seed))
        elif lacks:
            found.append(
                warning(f"in {_named(room, seed)} the bot may not {', '.join(lacks)}", "Ask the room's admins to give it that right in the room's settings.")
            )
    if mute:
        found.insert(0, problem(f"the bot may not write in {listed(mute)}", "Ask the rooms' admins for that right, or to take the bot out."))
    blind = sum(seed is None for seed in rooms.values())
    if blind:
        found.append(unknown(f"the homeserver does not describe {blind} of {len(rooms)} rooms"))
    return found or [ok(f"the bot may do its work everywhere; rooms: {len(rooms)}")]


def _lacks(scene: Scene, room: str, seed: Seed) -> Iterator[str]:
    """What the bot may not do in a room that it needs to do there."""
    assert scene.session is not None
    own = scene.session.user_id
    if own in seed.creators:
        return
    power = seed.power
    has = level(power.get("users", {}).get(own, power.get("users_default", 0)))
    if has < _needed(power, "m.room.encrypted" if seed.encrypted else "m.room.message", "events_default", 0):
        yield "write"
        return
    if not seed.encrypted and has < _needed(power, _POLL, "events_default", 0):
        yield "ask in polls"
    if has < _needed(power, "m.reaction", "events_default", 0):
        yield "react"
    for setting in _chosen(scene, room):
        if has < _needed(power, _WANTED[setting], "state_default", 50):
            yield f"do what the group has set ({setting})"


def _needed(power: Mapping[str, Any], kind: str, default: str, otherwise: int) -> int:
    return level(power.get("events", {}).get(kind, power.get(default, otherwise)))


def _chosen(scene: Scene, room: str) -> list[str]:
    """The settings that need more rights which the group has turned on."""
    if scene.database is None:
        return []
    with scene.database.reading():
        rows = scene.database.all("SELECT setting.name, value FROM setting JOIN room USING (room) WHERE matrix = ?", (room,))
    return sorted(row["name"] for row in rows if row["name"] in _WANTED and json.loads(row["value"]) is True)


def _direct(scene: Scene, room: str) -> bool:
    """Whether a room is somebody's direct chat, which is named nowhere."""
    if scene.database is None:
        return False
    with scene.database.reading():
        return scene.database.one("SELECT 1 FROM room WHERE matrix = ? AND direct IS NOT NULL", (room,)) is not None


def _named(room: str, seed: Seed) -> str:
    return f"“{seed.name}”" if seed.name else room


async def _history(scene: Scene) -> Sequence[Finding]:
    rooms = await scene.rooms()
    public = [_named(room, seed) for room, seed in rooms.items() if seed and seed.history == "world_readable" and not _direct(scene, room)]
    if public:
        return [
            warning(
                f"anybody on the internet can read along in {listed(public)}",
                "If the group does not want that: Element, room settings, security, who can read history.",
            )
        ]
    return [ok("no room can be read by people who are not in it")]


CHECKS = (
    Check("powers", "In every room the bot may write, ask in polls and react, and do what the group has set.", _powers, Need.SESSION),
    Check("history", "No room's messages can be read by everybody on the internet.", _history, Need.SESSION),
)
