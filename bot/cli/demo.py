"""`folkmoot demo`: see a group take a decision, with everything real and nothing left behind."""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

import click

from bot.cli import INTERRUPTED
from bot.demo.play import Demo, StepFailedError


@click.command(short_help="See a group of four take a decision.")
@click.option("--stay", is_flag=True, help="Leave it running at the end, and print how to join with Element.")
def command(*, stay: bool) -> None:
    """Play a vote of four members in an encrypted room, with a homeserver of its own on this machine.

    Ends with 1 when something did not hold or cannot be started, with 130 when it was interrupted.
    """
    if importlib.util.find_spec("synapse") is None:
        click.echo(
            "folkmoot: the demo needs a homeserver of its own, Synapse. Install it with the extra `demo`:\n"
            "  pip install 'folkmoot[demo]'     (in a checkout: make demo)",
            err=True,
        )
        sys.exit(1)
    # What the libraries of the members' clients have to say is not part of the play.
    logging.getLogger().addHandler(logging.NullHandler())
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="folkmoot-demo-", ignore_cleanup_errors=True) as folder:
        demo = Demo(Path(folder))
        try:
            holds = asyncio.run(_run(demo, stay=stay))
        except StepFailedError as failed:
            _fail(demo, failed.step, failed.reason)
        except (KeyboardInterrupt, asyncio.CancelledError):
            click.echo("\nEverything is stopped.")
            sys.exit(0 if demo.staying else INTERRUPTED)
        if not holds:
            _fail(demo, "what was promised is checked", "Not everything held; see above.")
    click.echo(f"\nAll of it held. Everything is stopped; it took {time.monotonic() - begun:.0f} s.")


def _fail(demo: Demo, step: str, reason: str) -> NoReturn:
    click.echo(
        f"\nThe demo failed at this step: {step}.\n{reason}\n\nThe end of the bot's log:\n{demo.bot_log or '(empty)'}",
        err=True,
    )
    sys.exit(1)


async def _run(demo: Demo, *, stay: bool) -> bool:
    task = asyncio.current_task()
    if task is not None:
        # As Ctrl-C: nothing that was started may outlive us.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await demo.run(stay=stay)
