"""The homeserver itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.check.model import Check, Finding, Need, ok, problem, unknown, warning
from bot.check.scene import Scene

_OFF: Final = timedelta(seconds=30)
_FAR_OFF: Final = timedelta(minutes=5)


async def _homeserver(scene: Scene) -> Sequence[Finding]:
    address, found = scene.config.homeserver, scene.server.versions
    if found is None:
        return [problem(f"{address} does not answer ({scene.server.silent})", "Look whether the address is right and the server runs. Meanwhile nothing is lost.")]
    spoken = [each for each in found.versions if each.startswith("v1.")]
    if not spoken:
        return [warning(f"{address} answers, and speaks only old versions of Matrix", "Ask whoever runs it for an update.")]
    return [ok(f"{address} answers; it speaks {spoken[0]} to {spoken[-1]}")]


async def _clock(scene: Scene) -> Sequence[Finding]:
    assert scene.server.versions is not None
    theirs = scene.server.versions.clock
    if theirs is None:
        return [unknown("the homeserver does not say what time it is")]
    off = abs(theirs - scene.server.asked)
    # The header counts whole seconds, which is less than is told here.
    if off < _OFF:
        return [ok("this machine and the homeserver have the same time")]
    says = f"this machine and the homeserver are {int(off.total_seconds())} seconds apart"
    do = "Set the clock of this machine by network time (timedatectl set-ntp true), or tell whoever runs the homeserver."
    return [problem(says + ", so that votes may count as late", do) if off >= _FAR_OFF else warning(says, do)]


CHECKS = (
    Check("homeserver", "The homeserver answers, and speaks a version of Matrix that the bot knows.", _homeserver),
    Check("clock", "This machine's clock and the homeserver's are the same.", _clock, Need.SERVER),
)
