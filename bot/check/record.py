"""The records of the groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.check.model import Check, Finding, Need, ok, problem
from bot.check.scene import Scene
from bot.config import behind
from bot.store.journal import RoomRecord

_MOST: Final = 3


async def _chains(scene: Scene) -> Sequence[Finding]:
    assert scene.database is not None
    entries = 0
    found: list[Finding] = []
    rooms = scene.database.recorded()
    for room in rooms:
        with scene.database.reading():
            checked = RoomRecord(scene.database, room).check()
        entries += checked.length
        if not checked.sound:
            where = ", ".join(f"entry {fault.seq} ({fault.kind})" for fault in checked.faults[:_MOST])
            found.append(
                problem(
                    f"the record of room {room} does not hold: {where}",
                    f"Keep the file as it is, and compare with a backup: folkmoot export {room}{behind(scene.file)}, then folkmoot verify. "
                    "The group sees it with !show record verify.",
                )
            )
    return found or [ok(f"every chain holds; records: {len(rooms)}, entries: {entries}")]


CHECKS = (
    Check("records", "The chain of every group's record holds, and open votes counted again give the same.", _chains, Need.DATABASE),
)
