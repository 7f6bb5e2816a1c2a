"""The files: who may read them, and whether there is room for more."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bot.check.model import Check, Finding, listed, ok, problem, unknown, warning
from bot.check.scene import Scene
from bot.watch.facts import disk
from bot.watch.findings import filled

_OTHERS: Final = 0o077
_MEGABYTE: Final = 2**20
_NOTHING: Final = 50 * _MEGABYTE


async def _permissions(scene: Scene) -> Sequence[Finding]:
    found: list[Finding] = []
    data = scene.config.data
    inside = {each: state for each in _inside(data) if (state := _stat(each)) is not None}
    secret = [each for each, state in inside.items() if state.st_mode & _OTHERS]
    if secret:
        found.append(
            problem(f"others on this machine could read {listed([each.name for each in secret])}", f"chmod -R go= {shlex.quote(str(data))}")
        )
    outside = {each: state for each in (scene.file, data) if (state := _stat(each)) is not None}
    for each, state in outside.items():
        if state.st_mode & _OTHERS:
            mode = "700" if each.is_dir() else "600"
            found.append(warning(f"others on this machine could look into {each}", f"chmod {mode} {shlex.quote(str(each))}"))
    foreign = [each for each, state in {**outside, **inside}.items() if state.st_uid != os.geteuid()]
    if foreign:
        found.append(
            warning(
                f"{listed([each.name for each in foreign])} belong to somebody else on this machine",
                "Run this check, and the bot, under the account to which the files belong.",
            )
        )
    return found or [ok("the settings, the keys and the data are yours alone")]


def _inside(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(each for each in folder.iterdir() if each.is_file())


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        # A running bot makes files for a moment.
        return None


async def _disk(scene: Scene) -> Sequence[Finding]:
    place = next(each for each in (scene.config.data, *scene.config.data.parents) if each.exists())
    found = disk(place)
    if found is None:
        return [unknown(f"the disk of {place} cannot be measured")]
    says = f"{found.free // _MEGABYTE} MB are free where the data are, of {found.size // _MEGABYTE} MB"
    if found.free < _NOTHING:
        return [problem(says, "Make room now. A bot that cannot write keeps what people typed waiting.")]
    if filled(found):
        return [warning(says, "Make room soon.")]
    return [ok(says)]


CHECKS = (
    Check("permissions", "The settings, the keys and the data can be read by their owner alone.", _permissions),
    Check("disk", "There is room on the disk where the data are.", _disk),
)
