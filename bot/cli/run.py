"""`folkmoot run`: the bot itself."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import NoReturn

import click
import structlog

from bot import logs, program
from bot.checked_yaml import ConfigError
from bot.config import HERE, load
from bot.matrix.account import EncryptionMissing, LoggedOut, LoginFailed
from bot.store.versions import Newer

LOGIN, SETTINGS, CRASHED = 1, 2, 70
"""Exit codes. With the last one (EX_SOFTWARE of sysexits.h) alone it is worth while to start again."""

log = structlog.get_logger(__name__)


@click.command(short_help="Run the bot.")
@click.option(
    "--config",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=HERE,
    show_default=True,
    help="The configuration; bot.example.yaml explains it.",
)
def command(path: Path) -> None:
    """Run the bot until it is told to stop (Ctrl-C or SIGTERM).

    Ends with 0 when it was told to stop, with 1 when it could not log in or the homeserver ended its session, with 2
    when the settings or this installation cannot be used, and with 70 when it met a fault of its own: then, and only
    then, start it again. While the homeserver or the disk is away it waits and tries again by itself.
    """
    config = load(path, os.environ)
    logs.set_up(config.logs.format, config.logs.level)
    try:
        asyncio.run(program.run(config))
    except (ConfigError, Newer):
        # Told where it is for every verb.
        raise
    except EncryptionMissing as error:
        _end(SETTINGS, error)
    except (LoginFailed, LoggedOut) as error:
        _end(LOGIN, error)
    except Exception:
        log.critical("the program ends by an error that nobody caught", exc_info=True)
        sys.exit(CRASHED)


def _end(code: int, error: Exception) -> NoReturn:
    click.echo(f"folkmoot: {error}", err=True)
    sys.exit(code)
