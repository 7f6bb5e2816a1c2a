"""`folkmoot rooms`: the groups of this host: see them, leave one, delete one that was left long ago. The room is told."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

import click

from bot.archive.moving import which
from bot.cli.export import CONFIG, stored
from bot.cli.verify import speaker
from bot.clock import Clock
from bot.config import Config, behind, load
from bot.matrix.kept import Kept
from bot.notices import Notices
from bot.store.archive import Differs
from bot.store.belongings import delete_room
from bot.store.database import Database, Ended
from bot.store.groups import Group, Groups
from bot.store.outbox import DEPART, MARK
from policies.model import text

NOTICE = 7
"""Days between telling a group and leaving it, unless the host says otherwise: enough to end a vote and to take the record."""
LONGEST_NOTICE = 365
REFUSED, UNUSABLE = 1, 2


@dataclass(frozen=True, slots=True)
class Desk:
    """What each of these commands works with. `file` is the path of the settings."""

    file: Path
    config: Config
    database: Database
    groups: Groups
    now: datetime

    def group(self, words: str) -> Group:
        """The group that is meant; ends with 2 where there is none, or more than one."""
        try:
            return self.groups.one(which(self.database, words), self.now)
        except Differs as differs:
            click.echo(speaker()(text(f"differs-{differs.kind}")), err=True)
            sys.exit(UNUSABLE)

    @property
    def when(self) -> str:
        """When the program does what is to be done."""
        if Kept(self.config.data).running:
            return "The bot is running: it happens within a minute."
        return "The bot is not running: it happens when it is started next."


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """The data that the settings name; ends with 2 where there are none, and with 1 where nothing could be kept. Raises `ConfigError`."""
    config = load(path, os.environ)
    database = Database(stored(config))
    try:
        yield Desk(path, config, database, Groups(database, timedelta(days=config.keep.after_leaving)), Clock().now())
    except Ended as ended:
        click.echo(f"The database could not keep it ({ended.reason}). Nothing was changed.", err=True)
        sys.exit(REFUSED)
    finally:
        database.close()


@click.group("rooms", short_help="See the groups, leave one, or delete old data.")
def command() -> None:
    """See the groups of this host, leave one, or delete the data of one that was left long ago.

    ROOM is the number in the list, the name of the room, or its Matrix id. Whatever is done to a room is told there, and
    nothing here changes what a group decided. Ends with 1 when it was refused, with 2 when the settings cannot be used or
    there is no such room.
    """


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON, times in UTC.")
@CONFIG
def list_(config_path: Path, *, as_json: bool) -> None:
    """List the groups: how large they are and how far their record goes. Nothing of what they said."""
    with opened(config_path) as desk:
        groups = desk.groups.all(desk.now)
        if as_json:
            click.echo(json.dumps([asdict(each) for each in groups], ensure_ascii=False, indent=2, default=datetime.isoformat))
            return
        for each in groups:
            click.echo(described(each))
        click.echo(f"{counted(len(groups), 'group')} and {counted(desk.groups.directs(), 'direct chat')}.")


@command.command("leave")
@click.argument("room", metavar="ROOM")
@click.option(
    "--days",
    type=click.IntRange(0, LONGEST_NOTICE),
    default=NOTICE,
    show_default=True,
    help="How many days after the room is told; 0: at once.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@CONFIG
def leave(room: str, days: int, config_path: Path, *, yes: bool) -> None:
    """Tell ROOM that the bot leaves, how to take the record along and how long all is kept; then leave.

    Until that day everything goes on there. What is open then can be counted only if the bot is invited again.
    """
    with opened(config_path) as desk:
        group = desk.group(room)
        if not group.joined:
            click.echo(f"The bot is not in it: {described(group)}", err=True)
            sys.exit(REFUSED)
        if desk.groups.leaves(group.room):
            click.echo(f"That is under way: {described(group)}", err=True)
            sys.exit(REFUSED)
        if not yes:
            wait = f"in {counted(days, 'day')}" if days else "now"
            agreed(f"{described(group)}\nLeave it {wait}?")
        at = desk.now + timedelta(days=days)
        until = at + timedelta(days=desk.config.keep.after_leaving)
        notices = Notices(desk.database, group.room, desk.config, speaker().texts)
        with desk.database.transaction():
            notices.tell(text("departure", at=at, until=until) if days else text("departure-now", until=until))
            reason = notices.words(text("departure-reason", days=desk.config.keep.after_leaving))
            notices.outbox.put(group.room, DEPART, {"reason": reason}, urgency=MARK, not_before=at)
        then = f", and the bot leaves on {at:%Y-%m-%d %H:%M} UTC. To take it back: folkmoot rooms stay {group.room}{behind(desk.file)}" if days else ", and the bot leaves."
        click.echo(f"The room is told{then}\n{desk.when}")


@command.command("stay")
@click.argument("room", metavar="ROOM")
@CONFIG
def stay(room: str, config_path: Path) -> None:
    """Do not leave ROOM after all. The room is told."""
    with opened(config_path) as desk:
        group = desk.group(room)
        with desk.database.transaction():
            stays = desk.groups.stays(group.room, desk.now)
            if stays:
                Notices(desk.database, group.room, desk.config, speaker().texts).tell(text("departure-withdrawn"))
        if not stays:
            click.echo(f"The bot was not about to leave it: {described(group)}", err=True)
            sys.exit(REFUSED)
        click.echo(f"The bot stays, and the room is told.\n{desk.when}")


@command.command("delete")
@click.argument("room", metavar="ROOM")
@click.option("--yes", is_flag=True, help="Do not ask.")
@CONFIG
def delete(room: str, config_path: Path, *, yes: bool) -> None:
    """Delete all that is kept of ROOM, after the time that its group was promised for taking it along.

    A running bot does this by itself. Before the day (`keep.after_leaving`, counted from when the bot left) it is refused. What
    came by `folkmoot import` into a room that the bot has not been in since goes at once.
    """
    with opened(config_path) as desk:
        group = desk.group(room)
        if group.joined:
            click.echo(f"The bot is in it. First: folkmoot rooms leave {group.room}{behind(desk.file)}", err=True)
            sys.exit(REFUSED)
        if not desk.groups.awaited(group.room) and not desk.groups.over(group.room, desk.now):
            click.echo(f"Not yet: {described(group)}. The group was promised that time to take its record along.", err=True)
            sys.exit(REFUSED)
        if not yes:
            agreed(f"{described(group)}\nDelete it for good, its record too?")
        with desk.database.transaction():
            delete_room(desk.database, group.room)
        desk.database.truncate_log()
        click.echo("It is deleted.")


def agreed(question: str) -> None:
    """Ask; ends with 1 after a no."""
    if not click.confirm(question):
        click.echo("Nothing was changed.")
        sys.exit(REFUSED)


def described(group: Group) -> str:
    """One group in a line."""
    parts = [
        *([counted(group.members, "member")] if group.joined else []),
        *(["encrypted" if group.encrypted else "not encrypted"] if group.joined else []),
        counted(group.entries, "entry", "entries") + (f" in the record, the last on {group.last:%Y-%m-%d}" if group.last else " in the record"),
        *([f"{counted(group.open, 'open decision')}"] if group.open else []),
        *([f"the bot leaves on {group.leaving:%Y-%m-%d %H:%M} UTC"] if group.leaving else []),
        *([f"the bot is not in it since {group.left:%Y-%m-%d}; deleted on {group.deleted:%Y-%m-%d}"] if group.left and group.deleted else []),
    ]
    # A room's name is typed by people: on a terminal it could say something else.
    name = "".join(each if each.isprintable() else " " for each in group.name)
    return f"#{group.room} {name or 'without a name'}: {', '.join(parts)}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its word."""
    return f"{number} {one if number == 1 else many or one + 's'}"
