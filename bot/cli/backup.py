"""`folkmoot backup [DIR]`: everything that a new machine needs, in one file, while the bot runs or not."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path

import click

from bot.backup.making import NotNow, backed_up
from bot.cli.export import CONFIG
from bot.cli.restore import PASSPHRASE_FILE, passphrase_in
from bot.clock import Clock
from bot.config import load

PATIENCE = 30
"""Seconds for which an answer to one person alone is waited for, until it is sent."""


@click.command("backup", short_help="Make a backup, while the bot runs or not.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path, file_okay=False))
@PASSPHRASE_FILE
@click.option("--passphrase", "ask", is_flag=True, help="Ask for a passphrase here.")
@CONFIG
def command(folder: Path | None, passphrase_file: Path | None, *, ask: bool, config_path: Path) -> None:
    """Make a backup into DIR, which must be there, or into the folder that the settings name.

    The bot may go on meanwhile. Keep the file where only you can read it: it holds all groups' records, and the keys by
    which people's apps know the bot. With a passphrase it is locked. Ends with 1 when no backup could be made.
    """
    config = load(config_path, os.environ)
    if folder is not None and not folder.is_dir():
        # A disk that is not there must not be made up for by a folder on the one that it is to help against.
        click.echo(f"folkmoot: there is no folder {folder}. Is its disk there? To make the folder: mkdir {shlex.quote(str(folder))}", err=True)
        sys.exit(1)
    passphrase = passphrase_in(passphrase_file) if passphrase_file else config.backup.passphrase
    if ask:
        passphrase = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    for left in reversed(range(PATIENCE)):
        try:
            path = backed_up(config.data, folder or config.backup.folder, Clock().now(), passphrase)
        except NotNow as reason:
            if not left or not reason.passing:
                click.echo(f"folkmoot: {reason}.", err=True)
                sys.exit(1)
            time.sleep(1)
        except OSError as error:
            click.echo(f"folkmoot: the backup could not be written: {error.strerror or error}", err=True)
            sys.exit(1)
        else:
            click.echo(f"{path}: {path.stat().st_size} bytes{', locked with a passphrase' if passphrase else ''}")
            return
