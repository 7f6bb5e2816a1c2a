"""From a configuration to a running bot, and its end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import structlog

import commands
from bot import charters
from bot.app import App, Pace
from bot.backup.nightly import Nightly
from bot.clock import Clock
from bot.config import Config
from bot.conversation import House
from bot.loop import Loop
from bot.matrix.account import Account, Backoff, Login, Timings, Unreachable
from bot.store.database import Database, refuse_newer
from bot.store.retention import Retention
from bot.texts import Texts
from bot.words import Vocabulary
from commands.kit import Book
from commands.ports import About

LOCALE = Path(__file__).parent / "locale"
DEVICE_NAME = "Folkmoot"

log = structlog.get_logger(__name__)


async def run(
    config: Config,
    clock: Clock | None = None,
    pace: Pace | None = None,
    timings: Timings | None = None,
    *,
    ready: Callable[[Loop], None] | None = None,
    texts: Texts | None = None,
) -> None:
    """Run the bot until SIGTERM or SIGINT. `texts` are its own unless given.

    Raises `ConfigError`, `LoginFailed`, `LoggedOut`, `EncryptionMissing`, and `Newer` before it logs in.
    """
    texts = texts or Texts.load(LOCALE)
    words = Vocabulary(texts)
    library = charters.load(config.charters, charters.known_to(Book.load(commands, words), words))
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_newer(config.data / "folkmoot.db")
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    account = await _open(config, timings, stopping)
    if account is None:
        return
    try:
        database = Database(config.data / "folkmoot.db")
        try:
            app = _app(config, account, database, texts=texts, library=library, clock=clock, pace=pace)
            loop = Loop(app, account, Backoff(timings), timedelta(days=config.keep.message_keys))
            if ready is not None:
                ready(loop)
            log.info("running", user=account.user_id, device=account.device_id, encryption=config.encryption)
            stopper = asyncio.create_task(_stop(stopping, loop))
            nightly = Nightly(config.backup, config.data, account.user_id, config.zone, app.now)
            backups = asyncio.create_task(nightly.run(stopping)) if config.backup.nightly else None
            try:
                await loop.run()
            finally:
                stopper.cancel()
                stopping.set()
                if backups is not None:
                    await backups
            log.info("stopped")
        finally:
            database.close()
    finally:
        await account.close()


async def _stop(stopping: asyncio.Event, loop: Loop) -> None:
    await stopping.wait()
    loop.stop()


async def _open(config: Config, timings: Timings | None, stopping: asyncio.Event) -> Account | None:
    """Log in, trying again while the homeserver cannot be reached; `None` when told to stop meanwhile."""
    login = Login(
        homeserver=config.homeserver,
        user=config.login.user,
        password=config.login.password,
        token=config.login.token,
        device=config.login.device,
        device_name=DEVICE_NAME,
        encryption=config.encryption,
    )
    backoff = Backoff(timings)
    while not stopping.is_set():
        try:
            return await Account.open(login, config.data, timings)
        except Unreachable as error:
            wait = backoff.wait(error.seconds)
            log.warning("the homeserver cannot be reached", reason=error.reason, wait=round(wait, 1))
            try:
                await asyncio.wait_for(stopping.wait(), wait)
            except TimeoutError:
                continue
    return None


def _app(
    config: Config,
    account: Account,
    database: Database,
    *,
    texts: Texts,
    library: charters.Library,
    clock: Clock | None,
    pace: Pace | None,
) -> App:
    server = account.user_id.partition(":")[2]
    house = House(
        prefix=config.prefix,
        language=config.language,
        zone=str(config.zone),
        about=About(config.emergency.number, config.emergency.helplines, config.keep.message_keys),
        retention=Retention(timedelta(days=config.keep.after_leaving), config.keep.shortest, config.keep.longest),
    )
    return App(
        database,
        account.user_id,
        texts=texts,
        house=house,
        library=library,
        welcome=lambda sender: config.invites.allow(sender, server),
        clock=clock,
        pace=pace,
    )
