"""The settings, and the texts and charters that they name."""

from __future__ import annotations

from collections.abc import Sequence

import commands
from bot import charters
from bot.check.model import Check, Finding, listed, ok, problem, warning
from bot.check.scene import Scene
from bot.checked_yaml import ConfigError
from bot.words import Vocabulary
from commands.kit import Book


async def _settings(scene: Scene) -> Sequence[Finding]:
    config = scene.config
    found = [ok(f"{scene.file} can be used: {config.login.user} on {config.homeserver}; the bot {_runs(scene)}")]
    if not config.encryption:
        found.append(warning("encryption is off, so the bot cannot read encrypted rooms", "Set encryption: on"))
    return found


def _runs(scene: Scene) -> str:
    return "is running" if scene.running else "is not running"


async def _texts(scene: Scene) -> Sequence[Finding]:
    faults = scene.texts.faults()
    if faults:
        return [warning(f"texts are missing or wrong: {listed(faults)}", "People read English there. Install Folkmoot anew, or tell its makers.")]
    return [ok(f"all texts are there in {', '.join(sorted(scene.texts.languages))}")]


async def _charters(scene: Scene) -> Sequence[Finding]:
    words = Vocabulary(scene.texts)
    try:
        library = charters.load(scene.config.charters, charters.known_to(Book.load(commands, words), words))
    except ConfigError as error:
        return [problem(f"charters cannot be used: {listed([str(each) for each in error.problems])}", "Mend these lines; the bot does not start without.")]
    own = f"; your own are read from {scene.config.charters}" if scene.config.charters else ""
    return [ok(f"charters to begin with: {len(library.keys)}{own}")]


CHECKS = (
    Check("settings", "`bot.yaml` is complete and can be used, and whether the bot runs now.", _settings),
    Check("texts", "Every text is there in every language.", _texts),
    Check("charters", "The charters that groups can begin with, and the folder with your own.", _charters),
)
