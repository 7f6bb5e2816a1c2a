"""`folkmoot check`: one page about how the bot stands, and what to do."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from bot import logs
from bot.check.model import Finding, State
from bot.check.page import Line, page, worst
from bot.check.scene import opened
from bot.checked_yaml import ConfigError
from bot.cli.export import CONFIG
from bot.clock import Clock
from bot.config import Config, load

_COLOURS = {State.OK: "green", State.WARNING: "yellow", State.PROBLEM: "red", State.UNKNOWN: "cyan"}
_LOOKS = 2
_WIDTH = max(len(state) for state in State)


@click.command("check", short_help="Look at everything, and say what to do.")
@CONFIG
@click.option("--strict", is_flag=True, help="Warnings count as well: end with 1 where there is one.")
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON, for programs.")
def command(config_path: Path, *, strict: bool, as_json: bool) -> None:
    """Look at everything that the bot needs, and say what to do where something is wrong.

    Changes nothing, and works whether the bot runs or not. Ends with 0 when all is well, with 1 when there is a problem, with 2
    when the settings or files cannot be read. What an admin of the homeserver alone can see is told when the environment holds an
    admin's token as FOLKMOOT_ADMIN_TOKEN.
    """
    logs.set_up("lines", "error")
    try:
        config = load(config_path, os.environ)
    except ConfigError as error:
        _refuse(error, as_json=as_json)
        sys.exit(2)
    try:
        lines, running = asyncio.run(_look(config_path, config))
    except OSError as error:
        click.echo(f"{error.filename}: {error.strerror}. Run this check under the account to which the bot's files belong.", err=True)
        sys.exit(2)
    found = [line.finding for line in lines]
    if as_json:
        findings = [_plain(line.check.name, line.finding) for line in lines]
        click.echo(json.dumps({"running": running, "findings": findings}, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join([*map(_told, lines), _summary(found)]))
    sys.exit(1 if worst(found, strict=strict) else 0)


async def _look(path: Path, config: Config) -> tuple[list[Line], bool]:
    """All lines, and whether the bot runs. A bot that is started or stopped meanwhile is looked at once more."""
    for _ in range(_LOOKS):
        async with opened(path, config, Clock(), os.environ) as scene:
            lines = [line async for line in page(scene)]
            if scene.running == scene.kept.running:
                break
    return lines, scene.running


def _told(line: Line) -> str:
    finding = line.finding
    word = click.style(f"{finding.state:<{_WIDTH}}", fg=_COLOURS[finding.state])
    told = f"{word}  {line.check.name}: {finding.says}"
    return told + (f"\n{' ' * _WIDTH}  What to do: {finding.do}" if finding.do else "")


def _summary(found: list[Finding]) -> str:
    problems, warnings = (sum(each.state is state for each in found) for state in (State.PROBLEM, State.WARNING))
    return f"\nProblems: {problems}, warnings: {warnings}." if problems or warnings else "\nAll is well."


def _plain(name: str, finding: Finding) -> dict[str, Any]:
    return {"check": name, "state": str(finding.state), "says": finding.says, "do": finding.do}


def _refuse(error: ConfigError, *, as_json: bool) -> None:
    if as_json:
        found = [Finding(State.PROBLEM, str(each), "Mend the settings.") for each in error.problems]
        click.echo(json.dumps({"running": None, "findings": [_plain("settings", each) for each in found]}, ensure_ascii=False, indent=1))
    else:
        click.echo(f"The settings cannot be used:\n{error}", err=True)
