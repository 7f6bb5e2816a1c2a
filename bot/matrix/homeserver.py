"""The line to the homeserver: one HTTP session, every failure as one of three values, no secret in any of them."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urlencode

import aiohttp
from yarl import URL

from bot.clock import Clock
from bot.matrix import raw

_CLIENT: Final = "/_matrix/client"
_VERSION: Final = "v3"
_MATRIX: Final = "/_matrix"
_MEDIA: Final = "media"
_OTHERWISE: Final = ("v1", "versions")
_ADMIN: Final = "_synapse"
_GATEWAY: Final = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT})
_PATIENCE: Final = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY})
_TOKEN_REFUSED: Final = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})
_BLOCKED: Final = frozenset({"M_RESOURCE_LIMIT_EXCEEDED", "M_USER_LOCKED", "M_USER_SUSPENDED", "M_CONSENT_NOT_GIVEN"})
_LONGEST_WAIT: Final = 3600.0

Query = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Timings:
    """How long things may take, in seconds. Injected in tests; no setting of a group or a host reaches it."""

    request: float = 60.0
    """An ordinary request, answer included."""
    join: float = 180.0
    """Going into a room or making one, which waits for other servers."""
    poll: float = 30.0
    """What a long poll may take beyond the time it was asked to wait."""
    page: float = 20.0
    """One page of a room's missing messages: everybody else waits that long for a room that does not answer."""
    first: float = 1.0
    """The shortest wait after a failure."""
    most: float = 60.0
    """The longest wait after failures in a row, unless the server asks for more."""
    unreachable: float = 300.0
    """How long a device or a server that gave no keys is left alone."""
    unwedge: float = 3600.0
    """The shortest time between two repairs of the same broken channel to a device."""


class Unreachable(Exception):
    """The homeserver cannot be reached or cannot answer now; try again after `seconds` at least.

    `account` is true when everything has to wait, not only what was asked for.
    """

    def __init__(self, seconds: float, reason: str, *, account: bool = True) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason
        self.account = account


class LoggedOut(Exception):
    """The homeserver ended our session and we could not begin it again with the same device."""


class Rejected(Exception):
    """The homeserver understood and refused, with its error code."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


class Backoff:
    """How long to wait after failures in a row: doubling from `first` to `most` seconds, with jitter."""

    def __init__(self, timings: Timings | None = None, chance: Callable[[], float] = random.random) -> None:
        self._timings = timings or Timings()
        self._chance = chance
        self._failures = 0

    def wait(self, least: float = 0.0) -> float:
        """Seconds to wait after one more failure; never under `least`, which the server may have asked for."""
        ceiling = min(self._timings.most, self._timings.first * 2.0 ** min(self._failures, 30))
        self._failures += 1
        # Half fixed, half chance: never a hot loop, and instances that failed together do not come back together.
        return max(least, ceiling / 2 + ceiling / 2 * self._chance())

    def reset(self) -> None:
        """It worked."""
        self._failures = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said. Kept out of every `repr`, because it may hold what people wrote."""

    status: int
    content: Mapping[str, Any] = field(repr=False)
    items: Sequence[Any] = field(repr=False, default=())
    """The answer of the few requests that are answered with a list."""
    date: str = ""
    """The server's clock, as it stands in the header (RFC 9110, 6.6.1)."""

    @property
    def accepted(self) -> bool:
        """Whether the server did it."""
        return self.status < HTTPStatus.MULTIPLE_CHOICES

    @property
    def code(self) -> str:
        """The Matrix error code; empty when whoever answered was no homeserver."""
        return raw.identifier(self.content.get("errcode")) or ""


@dataclass(frozen=True, slots=True)
class Bytes:
    """A request's body that is no JSON, and what it is (a MIME type)."""

    data: bytes = field(repr=False)
    mime: str


class Homeserver:
    """One homeserver over one kept-alive HTTP session."""

    def __init__(self, address: str, timings: Timings) -> None:
        self._address = address.rstrip("/")
        self._timings = timings
        self._session: aiohttp.ClientSession | None = None
        self._renewing = asyncio.Lock()
        self.token: str | None = None
        self.renew: Callable[[], Awaitable[None]] | None = None
        """Begins the session again after the server ended it; raises `LoggedOut` when it cannot."""

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(self, *path: str, query: Query | None = None, seconds: float | None = None) -> Answer:
        """`ask` with GET, raising `Rejected` for a refusal."""
        return _accepted(await self.ask("GET", *path, query=query, seconds=seconds))

    async def post(
        self, *path: str, query: Query | None = None, body: Mapping[str, Any], seconds: float | None = None
    ) -> Answer:
        """`ask` with POST, raising `Rejected` for a refusal."""
        return _accepted(await self.ask("POST", *path, query=query, body=body, seconds=seconds))

    async def put(self, *path: str, body: Mapping[str, Any], seconds: float | None = None) -> Answer:
        """`ask` with PUT, raising `Rejected` for a refusal."""
        return _accepted(await self.ask("PUT", *path, body=body, seconds=seconds))

    async def store(self, data: bytes, name: str, mime: str) -> Answer:
        """Put bytes into the server's store of files (`content_uri` in the answer), raising as `post` does.

        `name` may be empty.
        """
        query = [("filename", name)] if name else None
        return _accepted(await self.ask("POST", "media", "v3", "upload", query=query, body=Bytes(data, mime)))

    async def ask(
        self,
        method: str,
        *path: str,
        query: Query | None = None,
        body: Mapping[str, Any] | Bytes | None = None,
        seconds: float | None = None,
        anonymous: bool = False,
    ) -> Answer:
        """One request and the server's answer, also when it is a refusal (4xx).

        Raises `Unreachable` for a network error, a timeout, 5xx, 429 or an answer that no homeserver gives, and
        `LoggedOut` when the session ended and could not be begun again.
        """
        used = self.token
        answer = await self._once(method, path, query, body, seconds, anonymous=anonymous)
        if anonymous or not _ended(answer):
            return answer
        async with self._renewing:
            if self.token == used:
                if self.renew is None:
                    raise LoggedOut(answer.code)
                await self.renew()
        answer = await self._once(method, path, query, body, seconds, anonymous=False)
        if _ended(answer):
            # A server that refuses the token it has just given would otherwise be asked for tokens without end.
            raise Unreachable(self._timings.most, "the server refuses its own new token")
        return answer

    async def _once(
        self,
        method: str,
        path: tuple[str, ...],
        query: Query | None,
        body: Mapping[str, Any] | Bytes | None,
        seconds: float | None,
        *,
        anonymous: bool,
    ) -> Answer:
        versioned = path if path[0] in {*_OTHERWISE, _MEDIA, _ADMIN} else (_VERSION, *path)
        root = {_MEDIA: _MATRIX, _ADMIN: ""}.get(path[0], _CLIENT)
        address = self._address + root + "".join("/" + quote(part, safe="") for part in versioned)
        if query:
            address += "?" + urlencode(query)
        headers = {"User-Agent": "Folkmoot"}
        if self.token is not None and not anonymous:
            headers["Authorization"] = f"Bearer {self.token}"
        data = None
        if isinstance(body, Bytes):
            headers["Content-Type"] = body.mime
            data = body.data
        elif body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        if self._session is None:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        try:
            async with self._session.request(
                method,
                URL(address, encoded=True),
                data=data,
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=seconds or self._timings.request),
            ) as response:
                # Parsed whatever the declared type: proxies and old servers mislabel.
                return self._judge(response.status, response.headers, await response.read())
        except TimeoutError:
            raise Unreachable(self._timings.first, "no answer in time", account=False) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            # The error's own text may hold the address with its query: only its kind is said.
            raise Unreachable(self._timings.first, f"no connection ({type(error).__name__})") from None

    def _judge(self, status: int, headers: Mapping[str, str], data: bytes) -> Answer:
        try:
            content = raw.parse(data)
        except raw.Malformed:
            content = None
        answer = Answer(status, raw.mapping(content), raw.sequence(content), headers.get("Date", ""))
        wait = self._timings.first
        if status == HTTPStatus.TOO_MANY_REQUESTS or answer.code == "M_LIMIT_EXCEEDED":
            raise Unreachable(_asked(headers, answer.content, wait), "too many requests")
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _PATIENCE:
            raise Unreachable(
                _asked(headers, answer.content, wait), f"the server answered {status}", account=status in _GATEWAY
            )
        if answer.code in _BLOCKED:
            raise Unreachable(self._timings.most, f"the server refuses the account ({answer.code})")
        if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.REQUEST_ENTITY_TOO_LARGE}:
            return answer
        if not isinstance(content, dict | list) or (status >= HTTPStatus.MULTIPLE_CHOICES and not answer.code):
            # A proxy's page, a captive portal, a redirect: nothing that a homeserver meant for us.
            raise Unreachable(wait, f"no homeserver answered ({status})")
        return answer


def _accepted(answer: Answer) -> Answer:
    if not answer.accepted:
        raise Rejected(answer.status, answer.code or "M_UNKNOWN")
    return answer


def _ended(answer: Answer) -> bool:
    return answer.status == HTTPStatus.UNAUTHORIZED and answer.code in _TOKEN_REFUSED


def _asked(headers: Mapping[str, str], content: Mapping[str, Any], least: float) -> float:
    """Seconds that the server asks us to wait: the longer of the header's and the body's wish."""
    seconds = [least]
    milliseconds = raw.whole(content.get("retry_after_ms"))
    if milliseconds is not None:
        seconds.append(milliseconds / 1000)
    header = headers.get("Retry-After", "")
    if header.isdecimal() and header.isascii():
        seconds.append(float(header[:9]))
    elif header:
        try:
            moment = parsedate_to_datetime(header)
        except ValueError:
            pass
        else:
            seconds.append((moment.astimezone(UTC) - Clock().now()).total_seconds())
    return min(max(seconds), _LONGEST_WAIT)
