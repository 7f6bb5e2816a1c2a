"""The backups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.backup.dated import latest
from bot.check.model import Check, Finding, ok, problem, warning
from bot.check.scene import DATABASE, Scene
from bot.config import behind
from bot.watch.findings import OLD_BACKUP

_LONG: Final = timedelta(days=7)


async def _backup(scene: Scene) -> Sequence[Finding]:
    backup = scene.config.backup
    last = latest(backup.folder, scene.session.user_id if scene.session else None)
    by_hand = f"folkmoot backup{behind(scene.file)}"
    if last is None:
        if not (scene.config.data / DATABASE).exists():
            return [ok("there is nothing to back up yet")]
        if backup.nightly:
            return [warning(f"there is no backup yet in {backup.folder}", f"The first one is made a minute after the bot starts; or now: {by_hand}")]
        return [warning("no backup is made", f"Set backup: nightly: on, or from time to time: {by_hand}")]
    age = scene.clock.now() - last
    says = f"the last backup was made on {last:%Y-%m-%d at %H:%M} UTC, in {backup.folder}"
    if backup.nightly and age > _LONG:
        return [problem(says, f"Look into the log for the reason, and make one now: {by_hand}")]
    if age >= (OLD_BACKUP if backup.nightly else _LONG):
        return [warning(says, f"Make one now: {by_hand}")]
    return [ok(says)]


CHECKS = (Check("backup", "When the last backup was made.", _backup),)
