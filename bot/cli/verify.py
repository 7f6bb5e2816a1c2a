"""`folkmoot verify FILE`: checks a record that somebody has, without the bot."""

from __future__ import annotations

import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.archive.moving import verified
from bot.catalog import FALLBACK, LOCALE
from bot.texts import Reader, Texts
from commands.record import fault
from policies.model import Text, text
from policies.record_file import Unreadable

BROKEN, UNREADABLE = 1, 2
MOST = 100


@click.command("verify", short_help="Check a record that somebody has.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def command(path: Path) -> None:
    """Check the record in FILE: an export (.zip), or the record.jsonl in it.

    Every link of the chain is checked, each entry must make sense, open votes are counted again, and the marks that were
    said in the room are compared. Ends with 0 when the record is whole, with 1 when something is wrong (and names the entry), with 2 when
    this is no record that can be read.
    """
    if not path.exists():
        click.echo(f"{path} is not there.", err=True)
        sys.exit(UNREADABLE)
    say = speaker()
    try:
        found = verified(path)
    except Unreadable as unreadable:
        click.echo(say(text(f"unreadable-{unreadable.kind}")), err=True)
        sys.exit(UNREADABLE)
    if not found.sound:
        for each in found.faults[:MOST]:
            click.echo(say(fault(each)))
        sys.exit(BROKEN)
    click.echo(
        f"The record is whole: {found.length} entries; mark {found.head}\n"
        f"open votes counted again: {found.recounted}; secret votes checked by their seals: {found.secret}\n"
        f"texts that are kept: {found.texts} of {found.hashed}; marks from the room: {found.witnessed}"
    )


def speaker() -> Speaker:
    """Says texts in English, for the command line."""
    return Speaker(Texts.load(LOCALE))


class Speaker:
    """Texts for the command line."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._reader = Reader(FALLBACK, ZoneInfo("UTC"), "")

    def __call__(self, said: Text) -> str:
        """The words."""
        return self.texts.render(said, self._reader).body
