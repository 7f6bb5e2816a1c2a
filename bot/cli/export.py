"""`folkmoot export ROOM`: all that is a group's, for a move to another place. The room is told."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.archive.exports import Exports
from bot.archive.moving import which
from bot.archive.watched import watched
from bot.checked_yaml import ConfigError
from bot.cli.verify import speaker
from bot.config import load
from bot.files import named
from bot.matrix import content
from bot.store.archive import Differs
from bot.store.database import Database
from bot.store.journal import RoomRecord
from bot.store.outbox import RESULT, Outbox
from bot.store.timeline import Timeline
from bot.texts import Reader
from policies.model import text

CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("bot.yaml"),
    show_default=True,
    help="The configuration of the bot.",
)


@click.command("export")
@click.argument("room", metavar="ROOM")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the file; by its group's name here by default.")
@CONFIG
def command(room: str, out: Path | None, config_path: Path) -> None:
    """Write all that belongs to the group in ROOM into one .zip, to move it to another host.

    ROOM is the Matrix id of the room or its name. Secret and personal matters are in the file too, so the room is told
    that it was made.
    """
    say = speaker()
    try:
        config = load(config_path, os.environ)
    except ConfigError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    with closing(Database(config.data / "folkmoot.db")) as database:
        try:
            number = which(database, room)
        except Differs as differs:
            click.echo(say(text(f"differs-{differs.kind}")), err=True)
            sys.exit(2)
        length = RoomRecord(database, number).length()
        if not length:
            click.echo(say(text("record-empty")), err=True)
            sys.exit(1)
        row = database.one("SELECT name, language, zone FROM room WHERE room = ?", (number,))
        assert row is not None
        reader = Reader(row["language"] or config.language, ZoneInfo(row["zone"] or str(config.zone)), config.prefix)
        path = out or Path(f"{named(row['name'])}-whole.zip")
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        except OSError as error:
            click.echo(f"{path}: {error.strerror}", err=True)
            sys.exit(2)
        with os.fdopen(descriptor, "w+b") as file, watched("export", length) as progress, database.one_moment():
            Exports(database, say.texts).record(number, reader, file, whole=True, progress=progress)
        rendered = say.texts.render(text("record-exported"), reader)
        told = {"type": "m.room.message", "content": content.message(rendered.body, rendered.html, rendered.mentions, quiet=True)}
        with database.transaction():
            instance = Timeline(database, "").value("instance") or ""
            Outbox(database, instance).put(number, "event", told, urgency=RESULT)
    click.echo(f"{path}: {length} entries")
