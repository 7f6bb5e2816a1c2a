"""`folkmoot restore FILE`: a backup is put into an empty data folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from bot.backup import restoring
from bot.checked_yaml import ConfigError, Problem
from bot.cli.export import CONFIG
from bot.config import Config, behind, load

PASSPHRASE_FILE = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A file that holds the passphrase; by default the one that the settings name.",
)


def passphrase_in(file: Path) -> str:
    """The passphrase in a file. Raises `ConfigError` when there is not one line in it."""
    try:
        words = file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        words = ""
    if not words or "\n" in words:
        raise ConfigError([Problem(str(file), 0, "", "expected one line of text, and nothing else")])
    return words


@click.command("restore", short_help="Put a backup into an empty folder.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@PASSPHRASE_FILE
@CONFIG
def command(file: Path, passphrase_file: Path | None, config_path: Path) -> None:
    """Put the backup in FILE into the data folder that the settings name, which must be empty.

    Stop the old bot first, wherever it runs: two with one account disturb each other. At the next start the bot logs in as
    a new device with its old identity, reads what happened since the backup, and sends nothing that was sent before. Ends
    with 1 when it was refused, with 2 when the file cannot be used.
    """
    config = load(config_path, os.environ)
    passphrase = passphrase_in(passphrase_file) if passphrase_file else config.backup.passphrase
    try:
        if passphrase is None and restoring.locked(file):
            passphrase = click.prompt("Passphrase", hide_input=True, err=True)
        about = restoring.put_back(restoring.contents(file, passphrase), config.data, config.login.user)
    except restoring.NotRestored as reason:
        click.echo(f"folkmoot: {reason}", err=True)
        sys.exit(reason.code)
    except OSError as error:
        click.echo(f"folkmoot: the backup could not be put back: {error.strerror or error}", err=True)
        sys.exit(1)
    click.echo(f"The backup of {about.user}, made at {about.made:%Y-%m-%d %H:%M} UTC by Folkmoot {about.program}, is in {config.data}.")
    click.echo(advice(config, config_path))


def advice(config: Config, path: Path) -> str:
    """What to do next."""
    start = f"folkmoot run{behind(path)}"
    if config.login.password is None:
        return (
            "Your settings hold an access token. One belongs to one device, and this must be a new one: log in once more, put "
            f"the new token in its place, and start the bot with: {start}"
        )
    return f"Start the bot with: {start}"
