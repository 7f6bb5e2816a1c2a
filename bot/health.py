"""Two pages for whoever watches the program, on this machine alone: `/healthz` for a monitor, `/metrics` for Prometheus."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from http import HTTPStatus

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.store.database import Ended
from bot.watch.findings import unwell
from bot.watch.metrics import page
from bot.watch.watch import Watch

HERE = "127.0.0.1"
UNREADABLE = "the database cannot be read"

log = structlog.get_logger(__name__)


class Pages:
    """What the pages say. `now` asks the program's one clock."""

    def __init__(self, watch: Watch, now: Callable[[], datetime]) -> None:
        self._watch = watch
        self._now = now

    def application(self) -> web.Application:
        """Both pages; each can be asked for with GET and HEAD."""
        application = web.Application()
        application.router.add_get("/healthz", self.healthz)
        application.router.add_get("/metrics", self.metrics)
        return application

    async def healthz(self, _request: web.Request) -> web.Response:
        """200 and one line when all is well; 503 and a line for each reason why it is not."""
        try:
            reasons = unwell(self._watch.facts(self._now()))
        except Ended:
            reasons = [UNREADABLE]
        status = HTTPStatus.SERVICE_UNAVAILABLE if reasons else HTTPStatus.OK
        return web.Response(text="\n".join(reasons or ["well"]) + "\n", status=status)

    async def metrics(self, _request: web.Request) -> web.Response:
        """All numbers; 503 where the database cannot be read."""
        try:
            body = page(self._watch.facts(self._now()), self._watch.pulse)
        except Ended:
            return web.Response(text=f"{UNREADABLE}\n", status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})


@asynccontextmanager
async def serving(port: int, pages: Pages) -> AsyncIterator[int | None]:
    """Serve the pages on `port` of this machine (0: on none) meanwhile; which port it is, or `None`.

    A port that is taken is a warning: to be watched is not worth more than to run.
    """
    if not port:
        yield None
        return
    runner = web.AppRunner(pages.application(), access_log=None, handle_signals=False, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, HERE, port).start()
        except OSError as error:
            log.warning("watch.port: the port cannot be used, so nobody can watch; I run on", port=port, errno=error.errno)
            yield None
        else:
            yield port
    finally:
        await runner.cleanup()
