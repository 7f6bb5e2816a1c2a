"""A room's levels for writing, raised for a pause and put back exactly.

Only a few levels are touched. What stood there before is kept (`Step`) before anything is sent, so that it can be put back after
a crash too. Where somebody has changed one of them meanwhile, theirs stays: only our own change is taken out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.matrix.homeserver import Homeserver
from bot.matrix.parcels import Delivered, Outcome, SetLevels, Undeliverable
from bot.matrix.standing import content_of, replaced_by

POWER: Final = "m.room.power_levels"
CHANGED: Final = "FOLKMOOT_CHANGED"
"""Somebody was quicker: nothing was raised."""
QUIET: Final = 50
"""The level that is needed to write in a pause: that of moderators, so that somebody always can."""
WRITTEN: Final = (
    "m.room.message",
    "m.room.encrypted",
    "m.reaction",
    "m.sticker",
    "m.poll.start",
    "org.matrix.msc3381.poll.start",
)
"""What is raised where it has a level of its own; anything else that is written follows `events_default`."""
FREE: Final = ("m.room.redaction", "m.poll.response", "org.matrix.msc3381.poll.response")
"""What stays as free as it was: taking one's own words back, and running votes."""
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One level: where it stands, what it was (`None`: nothing stood there), and what it is while the pause lasts."""

    path: tuple[str, ...]
    before: int | str | None
    after: int


_TABLE: Final = Step(("events",), None, 0)
"""The room had no table of levels for single events: when ours are taken out of it, it goes too."""


def steps(power: Mapping[str, Any], own: int | None) -> tuple[Step, ...]:
    """What is to be raised in a room with these levels, by somebody of level `own` (`None`: above all). Empty: it cannot be, or need not."""
    usual, default = _number(power.get("users_default")), power.get("events_default")
    events = power.get("events")
    listed: Mapping[str, Any] = events if isinstance(events, Mapping) else {}
    if (own is not None and own < QUIET) or usual >= QUIET or _number(default) >= QUIET:
        return ()
    raised = [Step(("events_default",), default, QUIET)]
    raised += [Step(("events", kind), listed[kind], QUIET) for kind in WRITTEN if kind in listed and _number(listed[kind]) < QUIET]
    raised += [Step(("events", kind), None, _number(default)) for kind in FREE if kind not in listed]
    return (*raised, *(() if "events" in power else (_TABLE,)))


def raised(content: Mapping[str, Any], change: Sequence[Step]) -> dict[str, Any] | None:
    """`content` with the change in it; `None` where a level is not as it was when the change was thought out."""
    if any(_at(content, step.path) != step.before for step in change):
        return None
    return _amended(content, change)


def _amended(content: Mapping[str, Any], change: Sequence[Step]) -> dict[str, Any]:
    """`content` with as much of the change as nobody else has touched."""
    return _with(content, {step.path: step.after for step in change if step != _TABLE and _at(content, step.path) == step.before})


def restored(content: Mapping[str, Any], change: Sequence[Step]) -> dict[str, Any]:
    """`content` without our change: each level that still is as we set it is as it was before."""
    after = _with(content, {step.path: step.before for step in change if _at(content, step.path) == step.after})
    if _TABLE in change and after.get("events") == {}:
        del after["events"]
    return after


def is_raised(content: Mapping[str, Any], change: Sequence[Step]) -> bool:
    """Whether our change is in it already."""
    return bool(change) and _at(content, change[0].path) == change[0].after


async def level(server: Homeserver, parcel: SetLevels) -> Outcome:
    """Raise the levels of a room, or put them back."""
    change = tuple(Step(tuple(path), before, after) for path, before, after in parcel.change)
    content = await content_of(server, parcel.room, POWER)
    if parcel.raised and is_raised(content, change):
        return Delivered(parcel.room)
    wanted = raised(content, change) if parcel.raised else restored(content, change)
    if wanted is None:
        return Undeliverable(CHANGED)
    for _ in range(_TRIES):
        if wanted == content:
            break
        answer = await server.put("rooms", parcel.room, "state", POWER, body=wanted)
        replaced = await replaced_by(server, parcel.room, answer.content.get("event_id"))
        if replaced is None or replaced == content:
            break
        # Somebody was quicker: theirs is taken up, and ours made again.
        content, theirs = wanted, dict(replaced)
        wanted = _amended(theirs, change) if parcel.raised else restored(theirs, change)
    return Delivered(parcel.room)


def _number(value: object) -> int:
    """A level as a number; rooms before version 10 may hold it as text."""
    return int(value) if isinstance(value, int) or (isinstance(value, str) and value.strip().lstrip("-").isdigit()) else 0


def _at(content: Mapping[str, Any], path: Sequence[str]) -> Any:
    value: Any = content
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _with(content: Mapping[str, Any], values: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    """`content` with these values; `None` takes one out."""
    made: dict[str, Any] = dict(content)
    events = made.get("events")
    table: dict[str, Any] = dict(events) if isinstance(events, Mapping) else {}
    for path, value in values.items():
        where = made if len(path) == 1 else table
        if value is None:
            where.pop(path[-1], None)
        else:
            where[path[-1]] = value
    if table or "events" in content:
        made["events"] = table
    return made
