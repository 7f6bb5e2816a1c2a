"""The running program: reads the timeline, keeps the alarm set, and sends what is to be sent, until it is told to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.app import App
from bot.matrix.account import Backoff, LoggedOut, Response, Unreachable
from bot.matrix.events import Event, News, Waiting
from bot.matrix.parcels import Outcome, Parcel
from bot.scheduler import Alarm
from bot.store.database import Ended
from bot.watch.pulse import Trouble

LONG_POLL = 30.0
GAP_POLL = 1.0
"""While a room has a gap: its missing pages are asked for after each poll, also where nobody says anything."""
BREATH = 0.03
"""Seconds between two slices of what is due, in which all else goes on."""
OLD_KEYS = timedelta(days=7)
CLEANING = timedelta(hours=6)

log = structlog.get_logger(__name__)


class Account(Protocol):
    """What the loop needs of Matrix."""

    async def poll(self, since: str | None, timeout: float) -> Response:  # noqa: ASYNC109
        """Ask for what is new."""

    async def read(self, response: Response, known: Collection[str], gaps: Mapping[str, str]) -> News:
        """Read it."""

    async def resolve(self, waiting: Waiting) -> Event | None:
        """Try a waiting event again."""

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one thing."""

    async def forget_old_keys(self, before: datetime) -> int:
        """Close last month's conversation."""


class Loop:
    """Feeds an `App` from an account. Message keys older than `old_keys` are thrown away."""

    def __init__(self, app: App, account: Account, backoff: Backoff | None = None, old_keys: timedelta = OLD_KEYS) -> None:
        self._app = app
        self._account = account
        self._backoff = backoff or Backoff()
        self._woken = asyncio.Event()
        self._to_send, self._to_go = asyncio.Event(), asyncio.Event()
        self._stopping = asyncio.Event()
        self.started = asyncio.Event()
        """Set when the timeline was read to its end for the first time: from then on everything is done."""
        self._alarm = Alarm(self._woken.set)
        self._old_keys = old_keys
        self._swept = self._pressing = False
        self._cleaned: datetime | None = None

    def stop(self) -> None:
        """End soon; everything committed stays committed."""
        self._stopping.set()
        self._woken.set()
        self._wake_senders()

    async def run(self) -> None:
        """Run until `stop`. Raises `LoggedOut` when the account is lost."""
        self._alarm.start()
        reading = asyncio.create_task(self._read())
        sending = asyncio.create_task(self._send(self._to_send, errands=False))
        going = asyncio.create_task(self._send(self._to_go, errands=True))
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            done, _ = await asyncio.wait({reading, sending, going, stopping}, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            self._alarm.stop()
            for task in (reading, sending, going, stopping):
                task.cancel()
            await asyncio.gather(reading, sending, going, stopping, return_exceptions=True)

    async def _read(self) -> None:
        while not self._stopping.is_set():
            try:
                self._app.pulse.round(self._app.now())
                if await self._round():
                    self._backoff.reset()
            except Unreachable as error:
                self._app.pulse.troubled(Trouble.HOMESERVER)
                wait = self._backoff.wait(error.seconds)
                log.warning("the homeserver cannot be reached", reason=error.reason, wait=round(wait, 1))
                await self._rest(wait)
            except Ended as error:
                self._app.pulse.not_kept()
                wait = self._backoff.wait(0)
                log.warning("the database could not keep a response; it will be asked for again", reason=error.reason)
                await self._rest(wait)

    async def _round(self) -> bool:
        """Ask once and handle the answer. False: something became due before there was one."""
        app = self._app
        if not self._pressing:
            self._woken.clear()
        urgent = app.more or app.overdue or not app.caught_up
        patience = GAP_POLL if app.timeline.gaps() else LONG_POLL
        began = app.now()
        response = await self._poll(0.0 if urgent else patience)
        if response is None:
            return False
        timeline = app.timeline
        news = await self._account.read(response, timeline.joined(), timeline.gaps())
        app.receive(news, began)
        if app.caught_up:
            self.started.set()
        self._wake_senders()
        await self._resolve(None if not self._swept else news.keys)
        self._swept = True
        self._tick()
        return True

    async def _poll(self, timeout: float) -> Response | None:  # noqa: ASYNC109
        """The next response, or `None` when something is due that needs a fresh look first.

        A poll that is given up has changed nothing.
        """
        polling = asyncio.create_task(self._account.poll(self._app.token, timeout))
        try:
            while not polling.done():
                woken = asyncio.create_task(self._woken.wait())
                await asyncio.wait({polling, woken}, return_when=asyncio.FIRST_COMPLETED)
                woken.cancel()
                if polling.done():
                    break
                self._woken.clear()
                self._tick()
                if self._stopping.is_set() or (timeout and self._app.overdue):
                    return None
            return polling.result()
        finally:
            if not polling.done():
                polling.cancel()
                with suppress(asyncio.CancelledError, Unreachable, LoggedOut):
                    await polling

    async def _resolve(self, sessions: frozenset[str] | None) -> None:
        """Try the events again that wait for these keys (all of them once, after a start)."""
        if sessions is not None and not sessions:
            return
        for waiting in self._app.timeline.waiting(sessions):
            event = await self._account.resolve(waiting)
            if not isinstance(event, Waiting):
                self._app.resolved(waiting, event)

    def _tick(self) -> None:
        self._pressing = self._app.tick()
        if self._pressing:
            # The rest follows when the answers to what people typed meanwhile had their turn.
            asyncio.get_running_loop().call_later(BREATH, self._woken.set)
        self._alarm.set(self._app.next_due())
        self._wake_senders()

    def _wake_senders(self) -> None:
        self._to_send.set()
        self._to_go.set()

    async def _send(self, woken: asyncio.Event, *, errands: bool) -> None:
        """Send whenever there is something. Going into a room may take minutes, which no result has to wait for."""
        while not self._stopping.is_set():
            woken.clear()
            try:
                if await self._app.flush(self._account.send, errands=errands):
                    continue
            except Ended as error:
                self._app.pulse.troubled(Trouble.DATABASE)
                log.warning("the database could not be read for sending", reason=error.reason)
            if not errands:
                await self._clean()
            later = self._app.next_send()
            wait = None if later is None else max(0.05, (later - self._app.now()).total_seconds())
            with suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), wait)

    async def _clean(self) -> None:
        """Throw old message keys away, a few times a day, when there is nothing to send."""
        now = self._app.now()
        if self._cleaned is None or now - self._cleaned > CLEANING:
            self._cleaned = now
            await self._account.forget_old_keys(now - self._old_keys)

    async def _rest(self, seconds: float) -> None:
        """Wait after a round that failed."""
        self._app.pulse.round(None)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
