"""`folkmoot count FILE`: counts a ballot file outside the bot, with the same code as in the room."""

from __future__ import annotations

import json
import sys
from typing import BinaryIO

import click

from policies import methods
from policies.ballots import BadBallotFile, load, write_result


@click.command("count", short_help="Count the ballots in a file.")
@click.argument("file", type=click.File("rb"))
def command(file: BinaryIO) -> None:
    """Count the ballots in FILE (- for standard input) and print the result as JSON.

    Anybody can recount a published result with it. A file that cannot be counted ends with status 2, and says which
    part of it is wrong.
    """
    try:
        result = methods.count(*load(_words(file)))
    except BadBallotFile as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    click.echo(json.dumps(write_result(result), ensure_ascii=False, indent=2))


def _words(file: BinaryIO) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadBallotFile(f"byte {error.start}", "not UTF-8") from error
