"""`folkmoot run`: the bot itself."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import click

from bot import logs, program
from bot.checked_yaml import ConfigError
from bot.config import load
from bot.matrix.account import LoggedOut, LoginFailed


@click.command()
@click.option(
    "--config",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("bot.yaml"),
    show_default=True,
    help="The configuration; bot.example.yaml explains it.",
)
def command(path: Path) -> None:
    """Run the bot until it is told to stop (Ctrl-C or SIGTERM)."""
    try:
        config = load(path, os.environ)
    except ConfigError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    logs.set_up(config.logs.format, config.logs.level)
    try:
        asyncio.run(program.run(config))
    except ConfigError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except (LoginFailed, LoggedOut) as error:
        click.echo(f"folkmoot: {error}", err=True)
        sys.exit(1)
