"""From a configuration to a running bot, and its end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import structlog

import commands
from bot import charters
from bot.app import App, Pace
from bot.backup.dated import latest
from bot.backup.nightly import Nightly
from bot.clock import Clock
from bot.config import Config
from bot.conversation import House
from bot.delivery import reader
from bot.door import weight
from bot.health import UNREADABLE, Pages, serving
from bot.loop import Loop
from bot.matrix.account import Account, Backoff, LoggedOut, Login, Timings, Unreachable
from bot.store.chains import Chains
from bot.store.database import Database, Ended, refuse_newer
from bot.store.numbers import Numbers
from bot.store.remembered import Remembered
from bot.store.retention import Retention
from bot.supervisor import Supervisor
from bot.texts import Texts
from bot.watch.facts import Backups, Measures
from bot.watch.findings import unwell
from bot.watch.pulse import Pulse
from bot.watch.watch import Operator, Watch
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
    supervisor = Supervisor(os.environ)
    texts = texts or Texts.load(LOCALE)
    words = Vocabulary(texts)
    library = charters.load(config.charters, charters.known_to(Book.load(commands, words), words))
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_newer(config.data / "folkmoot.db")
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    account = await _open(config, timings, stopping, supervisor)
    if account is None:
        supervisor.stopping()
        return
    try:
        database = Database(config.data / "folkmoot.db")
        try:
            watch = _watch(config, account, database)
            app = _app(config, account, database, texts=texts, library=library, clock=clock, pace=pace, watch=watch)
            loop = Loop(app, account, Backoff(timings), timedelta(days=config.keep.message_keys))
            if ready is not None:
                ready(loop)
            log.info("running", user=account.user_id, device=account.device_id, encryption=config.encryption)
            nightly = Nightly(config.backup, config.data, account.user_id, config.zone, app.now)
            backups = asyncio.create_task(nightly.run(stopping)) if config.backup.nightly else None
            beside = [
                asyncio.create_task(_stop(stopping, loop)),
                asyncio.create_task(_find(config.watch.room, account, watch, Backoff(timings))),
                asyncio.create_task(supervisor.watch(loop.started, lambda: _line(app, watch))),
            ]
            try:
                async with serving(config.watch.port, Pages(watch, app.now)):
                    await loop.run()
            finally:
                supervisor.stopping()
                stopping.set()
                for task in beside:
                    task.cancel()
                await asyncio.gather(*beside, return_exceptions=True)
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


def _line(app: App, watch: Watch) -> str | None:
    """How we are, in one line without any name; `None` when we hang."""
    now = app.now()
    if watch.pulse.stuck(now):
        return None
    try:
        facts = watch.facts(now)
    except Ended:
        return UNREADABLE
    reasons = unwell(facts)
    return "; ".join(reasons) if reasons else f"Well: {facts.rooms} rooms, {facts.queued} to be sent"


async def _find(room: str | None, account: Account, watch: Watch, backoff: Backoff) -> None:
    """Find out which room is meant by the address of the operator's room."""
    if room is None or watch.operator is None or watch.operator.room is not None:
        return
    while True:
        try:
            watch.operator.room = await account.named(room)
        except (Unreachable, LoggedOut) as error:
            await asyncio.sleep(backoff.wait(error.seconds if isinstance(error, Unreachable) else 0))
        else:
            if watch.operator.room is None:
                log.warning("watch.room: the homeserver knows no room with this address")
            return


def _watch(config: Config, account: Account, database: Database) -> Watch:
    """What looks after the program itself."""
    pulse, room = Pulse(), config.watch.room
    measures = Measures(
        Numbers(database),
        pulse,
        config.data,
        one_time_keys=lambda: account.one_time_keys,
        backups=lambda: Backups(wanted=config.backup.nightly, last=latest(config.backup.folder, account.user_id)),
    )
    operator = None
    if room is not None:
        host = reader(config.language, str(config.zone), "")
        operator = Operator(None if room.startswith("#") else room, host)
    return Watch(pulse, measures, Chains(database), Remembered(database), operator)


async def _open(
    config: Config, timings: Timings | None, stopping: asyncio.Event, supervisor: Supervisor
) -> Account | None:
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
            supervisor.status("The homeserver cannot be reached")
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
    watch: Watch,
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
        seals=config.encryption,
        limits=config.limits,
        held=lambda: weight(config.data),
        clock=clock,
        pace=pace,
        watch=watch,
    )
