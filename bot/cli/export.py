"""`folkmoot export ROOM`: all that is a group's, for a move to another place. The room is told."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import click

from bot.archive.exports import Exports
from bot.archive.moving import which
from bot.archive.watched import watched
from bot.cli.verify import speaker
from bot.config import HERE, Config, load
from bot.files import named
from bot.notices import Notices
from bot.store.archive import Differs
from bot.store.database import Database
from bot.store.journal import RoomRecord
from policies.model import text

CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=HERE,
    show_default=True,
    help="The configuration of the bot.",
)


def stored(config: Config) -> Path:
    """The database of a bot that has run; ends with 2 where none has."""
    file = config.data / "folkmoot.db"
    if not file.exists():
        click.echo(f"There is no group yet: the bot has not run with {config.data}.", err=True)
        sys.exit(2)
    return file


@click.command("export", short_help="Write all that is a group's into one file.")
@click.argument("room", metavar="ROOM")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the file; by its group's name here by default.")
@CONFIG
def command(room: str, out: Path | None, config_path: Path) -> None:
    """Write all that belongs to the group in ROOM into one .zip, to move it to another host.

    ROOM is the number in `folkmoot rooms list`, the name of the room, or its Matrix id. Secret and personal matters are in the file too, so the room is told
    that it was made. Ends with 1 when nothing is recorded yet, with 2 when there is no such room or the file cannot be
    written.
    """
    say = speaker()
    config = load(config_path, os.environ)
    with closing(Database(stored(config))) as database:
        try:
            number = which(database, room)
        except Differs as differs:
            click.echo(say(text(f"differs-{differs.kind}")), err=True)
            sys.exit(2)
        length = RoomRecord(database, number).length()
        if not length:
            click.echo(say(text("record-empty")), err=True)
            sys.exit(1)
        notices = Notices(database, number, config, say.texts)
        path = out or Path(f"{named(notices.name)}-whole.zip")
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        except FileExistsError:
            click.echo(f"{path} is there already, and nothing is written over. To give another name: --out FILE", err=True)
            sys.exit(2)
        except OSError as error:
            click.echo(f"{path} cannot be written: {error.strerror}", err=True)
            sys.exit(2)
        try:
            with os.fdopen(descriptor, "w+b") as file, watched("export", length) as progress, database.snapshot() as moment:
                Exports(moment, say.texts).record(number, notices.reader, file, whole=True, progress=progress)
        except BaseException as error:
            # A part of a group is no export, and would stand in the way of the next one.
            path.unlink()
            if not isinstance(error, OSError):
                raise
            click.echo(f"{path} cannot be written: {error.strerror}", err=True)
            sys.exit(2)
        with database.transaction():
            notices.tell(text("record-exported"))
    click.echo(f"{path}: {length} entries")
