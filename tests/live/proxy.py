"""A reverse proxy on loopback that stands between the bot and the homeserver, and fails as networks and servers do.

Faults are rules: which requests (a regular expression found in the path, a method), what happens to them, and how often
(`times`, or until `off`). The newest rule that fits is applied. Every rule is also a context manager:

    with proxy.answer(502, path="/sync"):
        ...
"""

from __future__ import annotations

import asyncio
import inspect
import re
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Self

import aiohttp
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

PATIENCE = 60.0

_CONNECTION_ONLY = frozenset({"host", "connection", "transfer-encoding", "content-length", "keep-alive", "upgrade"})
_WITH_TRANSACTION = re.compile(r"/(?:send|redact|sendToDevice)/.*?([^/]+)$")
_TOO_MANY = 429


class NotSeenError(Exception):
    """A request that was waited for did not come. The message lists what came instead."""


class _Kind(Enum):
    ANSWER = auto()
    CUT_BEFORE = auto()
    CUT_AFTER = auto()
    HOLD_BEFORE = auto()
    HOLD_AFTER = auto()
    DELAY = auto()
    CALL_BEFORE = auto()
    CALL_AFTER = auto()


@dataclass(slots=True)
class Seen:
    """One request of the client.

    `status` is what the client got (None: nothing), `passed` is true once the server acted.
    """

    method: str
    path: str
    query: Mapping[str, str]
    passed: bool = False
    status: int | None = None

    @property
    def transaction(self) -> str | None:
        """The transaction id of a send, a redaction or a to-device message."""
        found = _WITH_TRANSACTION.search(self.path) if self.method == "PUT" else None
        return found[1] if found else None


@dataclass(slots=True)
class Rule:
    """What happens to the requests that fit. `hits` counts them; `times` None means until `off`."""

    kind: _Kind
    path: re.Pattern[str]
    method: str | None
    times: int | None
    status: int = 0
    seconds: float | None = None
    call: Callable[[Seen], Awaitable[None] | None] | None = None
    hits: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def off(self) -> None:
        """End the rule; what it holds goes on."""
        self.over.set()

    def __enter__(self) -> Self:
        """Nothing to do: it is in force already."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.off()

    def takes(self, seen: Seen) -> bool:
        """Whether the rule applies to this request; counts it if so."""
        spent = self.over.is_set() or (self.times is not None and self.hits >= self.times)
        if spent or (self.method and self.method != seen.method) or not self.path.search(seen.path):
            return False
        self.hits += 1
        return True


class Proxy:
    """Passes requests on to `target`: use `address` in its place. `seen` keeps every request, in order."""

    def __init__(self, target: str) -> None:
        """`target` is the homeserver's address, without a slash at the end."""
        self.target = target
        self.seen: list[Seen] = []
        self.address = ""
        self._rules: list[Rule] = []
        self._turn = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._upstream: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Start it."""
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop it."""
        await self.stop()

    async def start(self) -> None:
        """Listen on a free port."""
        self._upstream = aiohttp.ClientSession(auto_decompress=False)
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """End everything that is held, and close."""
        self.calm()
        if self._upstream is not None:
            await self._upstream.close()
            self._upstream = None
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    # Faults

    def answer(
        self,
        status: int,
        *,
        path: str = "",
        method: str | None = None,
        times: int | None = None,
        retry_after: float | None = None,
    ) -> Rule:
        """Answer in the server's place. A 429 says `retry_after` seconds in the header and in the body, if given."""
        return self._rule(_Kind.ANSWER, path, method, times, status=status, seconds=retry_after)

    def cut(self, *, path: str = "", method: str | None = None, times: int | None = None, after: bool = False) -> Rule:
        """Break the connection: before the server hears of the request, or `after` it acted, so its answer is lost."""
        return self._rule(_Kind.CUT_AFTER if after else _Kind.CUT_BEFORE, path, method, times)

    def hold(self, *, path: str = "", method: str | None = None, times: int | None = None, after: bool = False) -> Rule:
        """Let the client wait until the rule is off: before the request is passed on, or `after` the server acted."""
        return self._rule(_Kind.HOLD_AFTER if after else _Kind.HOLD_BEFORE, path, method, times)

    def delay(self, seconds: float, *, path: str = "", method: str | None = None, times: int | None = None) -> Rule:
        """Pass requests on late."""
        return self._rule(_Kind.DELAY, path, method, times, seconds=seconds)

    def on_request(
        self,
        call: Callable[[Seen], Awaitable[None] | None],
        *,
        path: str,
        method: str | None = None,
        times: int | None = 1,
        after: bool = True,
    ) -> Rule:
        """Do something at a precise point: before a request is passed on, or `after` the server acted on it.

        Nothing is answered until `call` is done (it may be a coroutine function).
        """
        rule = self._rule(_Kind.CALL_AFTER if after else _Kind.CALL_BEFORE, path, method, times)
        rule.call = call
        return rule

    def calm(self) -> None:
        """End all faults."""
        for rule in self._rules:
            rule.off()
        self._rules.clear()

    # What came by

    def requests(self, path: str, *, method: str | None = None) -> list[Seen]:
        """Return the requests so far whose path contains the regular expression."""
        wanted = re.compile(path)
        return [seen for seen in self.seen if wanted.search(seen.path) and method in {None, seen.method}]

    async def sees(
        self, path: str, *, method: str | None = None, count: int = 1, within: float = PATIENCE
    ) -> list[Seen]:
        """Wait until `count` such requests have come since the start (or since `seen` was cleared)."""
        try:
            async with asyncio.timeout(within):
                while len(found := self.requests(path, method=method)) < count:
                    await self._turn.wait()
        except TimeoutError:
            came = "\n".join(f"  {seen.method} {seen.path} {seen.status}" for seen in self.seen[-40:])
            message = f"Not seen within {within:g} s: {count} x {method or ''} {path}. Seen:\n{came}"
            raise NotSeenError(message) from None
        return found

    # Passing on

    def _rule(
        self,
        kind: _Kind,
        path: str,
        method: str | None,
        times: int | None,
        *,
        status: int = 0,
        seconds: float | None = None,
    ) -> Rule:
        rule = Rule(kind, re.compile(path), method, times, status=status, seconds=seconds)
        self._rules.insert(0, rule)
        return rule

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        seen = Seen(request.method, request.rel_url.raw_path, dict(request.query))
        body = await request.read()
        self.seen.append(seen)
        self._wake()
        calls = [rule for rule in self._rules if rule.call is not None and rule.takes(seen)]
        # What is called may make a fault for this very request.
        await _make(calls, _Kind.CALL_BEFORE, seen)
        fault = next((rule for rule in self._rules if rule.call is None and rule.takes(seen)), None)
        kind = fault.kind if fault else None
        if fault is not None:
            if kind is _Kind.ANSWER:
                seen.status = fault.status
                return _refusal(fault)
            if kind is _Kind.CUT_BEFORE:
                return _broken(request)
            if kind is _Kind.HOLD_BEFORE:
                await fault.over.wait()
            if kind is _Kind.DELAY:
                await asyncio.sleep(fault.seconds or 0)
        response = await self._pass_on(request, body, seen)
        await _make(calls, _Kind.CALL_AFTER, seen)
        if fault is not None and kind is _Kind.CUT_AFTER:
            return _broken(request)
        if fault is not None and kind is _Kind.HOLD_AFTER:
            await fault.over.wait()
        seen.status = response.status
        return response

    async def _pass_on(self, request: web.Request, body: bytes, seen: Seen) -> web.Response:
        headers = {name: value for name, value in request.headers.items() if name.lower() not in _CONNECTION_ONLY}
        if self._upstream is None:
            return web.Response(status=502, text="stopped")
        try:
            async with self._upstream.request(
                request.method,
                self.target + request.raw_path,
                data=body or None,
                headers=headers,
                allow_redirects=False,
            ) as answer:
                told = await answer.read()
                seen.passed = True
                kept = {name: value for name, value in answer.headers.items() if name.lower() not in _CONNECTION_ONLY}
                return web.Response(status=answer.status, body=told, headers=kept)
        except (aiohttp.ClientError, TimeoutError):
            return web.Response(
                status=502, text="<html>The homeserver cannot be reached.</html>", content_type="text/html"
            )

    def _wake(self) -> None:
        self._turn.set()
        self._turn = asyncio.Event()


async def _make(calls: list[Rule], kind: _Kind, seen: Seen) -> None:
    for rule in calls:
        if rule.kind is kind and rule.call is not None:
            made = rule.call(seen)
            if inspect.isawaitable(made):
                await made


def _refusal(fault: Rule) -> web.Response:
    if fault.status != _TOO_MANY:
        # What stands before a homeserver answers in HTML, not in Matrix's JSON.
        return web.Response(status=fault.status, text="<html>Sorry</html>", content_type="text/html")
    told: dict[str, Any] = {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests"}
    headers = {}
    if fault.seconds is not None:
        told["retry_after_ms"] = round(fault.seconds * 1000)
        headers["Retry-After"] = str(max(1, round(fault.seconds)))
    return web.json_response(told, status=fault.status, headers=headers)


def _broken(request: web.Request) -> web.Response:
    with suppress(AttributeError):
        request.transport.abort()  # type: ignore[union-attr]
    return web.Response(status=502)
