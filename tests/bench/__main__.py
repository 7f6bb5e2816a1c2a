"""`python -m tests.bench [reply] [chatter] [rooms] [reminders] [record]`: all parts, or those that are named."""

from __future__ import annotations

import asyncio
import itertools
import logging
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from bot.demo.homeserver import Homeserver, HomeserverError
from tests.bench import chatter, record, reminders, reply, rooms
from tests.bench.stage import stage
from tests.bench.table import Report
from tests.bench.wire import NoAnswerError

PARTS = ("reply", "chatter", "rooms", "reminders", "record")


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(PARTS))
@click.option("--commands", default=120, show_default=True, help="How often each is asked (reply).")
@click.option("--messages", default=1800, show_default=True, help="How many messages are heard in each room (chatter).")
@click.option("--rooms", default=200, show_default=True, help="How many rooms are joined (rooms).")
@click.option("--open", "reminders", default=100_000, show_default=True, help="How many reminders are open (reminders).")
@click.option("--entries", default=100_000, show_default=True, help="How many entries a record has (record).")
def main(parts: tuple[str, ...], **sizes: int) -> None:
    """Measure, and print tables. Ends with 1 when something could not be measured."""
    logging.getLogger().addHandler(logging.NullHandler())
    with tempfile.TemporaryDirectory(prefix="folkmoot-bench-", ignore_cleanup_errors=True) as folder:
        measured = asyncio.run(_measure(Path(folder), parts or PARTS, Sizes(**sizes)))
    sys.exit(0 if measured else 1)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything."""

    commands: int
    messages: int
    rooms: int
    reminders: int
    entries: int


async def _measure(folder: Path, parts: tuple[str, ...], sizes: Sizes) -> bool:
    report = Report()
    report.machine()
    measured = True
    for part in PARTS:
        if part not in parts:
            continue
        if part == "record":
            (folder / part).mkdir()
            report.table(record.COLUMNS, record.measure(folder / part, sizes.entries))
            continue
        try:
            # A homeserver for each part: the rooms of one would slow the next.
            async with Homeserver(folder / part) as server:
                await _part(part, server, folder, report, sizes)
        except (HomeserverError, NoAnswerError) as trouble:
            measured = False
            report.say(f"{part}: could not be measured: {trouble}")
    return measured


async def _part(part: str, server: Homeserver, folder: Path, report: Report, sizes: Sizes) -> None:
    if part == "reply":
        async with stage(server, folder) as made:
            report.table(reply.COLUMNS, await reply.measure(made, sizes.commands))
        report.say("Ratios are to the bare HTTP client in its plain room, for the encrypted room too.")
    elif part == "chatter":
        rows = []
        for bursts, encrypted in itertools.product((False, True), repeat=2):
            async with stage(server, folder) as made:
                rows += await chatter.measure(made, sizes.messages, encrypted=encrypted, bursts=bursts)
        report.table(chatter.COLUMNS, rows)
        report.say("The bare HTTP client does not decrypt.")
    elif part == "rooms":
        async with stage(server, folder) as made:
            report.table(rooms.COLUMNS, await rooms.measure(made, sizes.rooms))
    else:
        async with stage(server, folder) as made:
            report.table(reminders.COLUMNS, await reminders.measure(made, sizes.reminders))
        report.say(f"{reminders.GROUPS} of the {reminders.ROOMS} rooms are on the homeserver; the others are in the database alone.")


if __name__ == "__main__":
    main()
