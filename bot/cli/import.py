"""`folkmoot import FILE`: a group comes from another place, with all that is its own."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import click

from bot.archive.moving import Home, brought
from bot.archive.watched import watched
from bot.cli.export import CONFIG
from bot.cli.verify import BROKEN, MOST, UNREADABLE, speaker
from bot.clock import Clock
from bot.config import load
from bot.store.archive import Broken, Differs
from bot.store.database import Database, Ended
from bot.store.groups import Groups
from commands.record import fault
from policies.model import text
from policies.record_file import Unreadable


@click.command("import", short_help="Take in a group from another place.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--room", help="The room that it is for: its number or name in `folkmoot rooms list`, or its Matrix id; by default the one that it comes from.")
@CONFIG
def command(path: Path, room: str | None, config_path: Path) -> None:
    """Take in the group in FILE, an export (.zip): its record, charter, roles, meetings, reminders and open votes.

    All of it comes, or nothing. The record is checked first. The room must be one in which nothing has begun; the bot
    may already be in it or be invited afterwards, and then tells the room. Ends with 1 when it was refused, with 2 when
    the file cannot be read.
    """
    say = speaker()
    config = load(config_path, os.environ)
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    home = Home("", config.language, str(config.zone))
    with closing(Database(config.data / "folkmoot.db")) as database:
        try:
            with watched("import", None) as progress:
                arrived = brought(database, path, home, Clock().now(), room=room, progress=progress)
        except Unreadable as unreadable:
            click.echo(say(text(f"unreadable-{unreadable.kind}")), err=True)
            sys.exit(UNREADABLE)
        except Differs as differs:
            click.echo(say(text(f"differs-{differs.kind}")), err=True)
            sys.exit(BROKEN)
        except Broken as broken:
            for each in broken.checked.faults[:MOST]:
                click.echo(say(fault(each)), err=True)
            sys.exit(BROKEN)
        except Ended as ended:
            click.echo(f"The database could not keep it ({ended.reason}). Nothing was changed.", err=True)
            sys.exit(BROKEN)
        here = "The room has this record already; nothing was changed" if arrived.known else "The group is here"
        click.echo(f"{here}: {arrived.checked.length} entries; mark {arrived.checked.head}")
        group = Groups(database, timedelta(days=config.keep.after_leaving)).one(arrived.room, Clock().now())
        if group.joined:
            click.echo("The room is told when the bot runs.")
        elif group.deleted:
            click.echo(f"The bot is not in this room yet. Let it be invited by {group.deleted:%Y-%m-%d}, when what came is deleted; then it tells the room.")
