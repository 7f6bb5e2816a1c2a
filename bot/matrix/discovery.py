"""Where an account's homeserver is, found from a name as people know it (Matrix client-server API, "Server discovery").

A name such as `example.org` may say in `https://example.org/.well-known/matrix/client` that its homeserver is elsewhere. What
is found has answered as a homeserver does, with its versions and its ways to log in. Plain http is for this machine alone.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import aiohttp

from bot.matrix import raw

WELL_KNOWN: Final = "/.well-known/matrix/client"
_VERSIONS: Final = "/_matrix/client/versions"
_LOGIN: Final = "/_matrix/client/v3/login"
_MOST_REDIRECTS: Final = 5
_MOST_BYTES: Final = 262_144
_SECONDS: Final = 20.0
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class NotFound(Exception):
    """There is no homeserver to be found by these words. The message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a homeserver lets people log in (`/login`).

    `browser`: by single sign-on; `service`: its accounts are kept by an authentication service (MSC3861, MSC3824).
    """

    password: bool
    browser: bool
    service: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A homeserver at `address` (no `/` at its end). `notes` say in plain words how it was found."""

    address: str
    versions: tuple[str, ...]
    ways: Ways
    notes: tuple[str, ...]


async def find(words: str) -> Found:
    """The homeserver of a server name, a full user id or an address. Raises `NotFound`."""
    words = words.strip()
    if words.startswith("@"):
        words = words.partition(":")[2]
    if not words or any(each.isspace() for each in words):
        raise NotFound("that is no name of a server; expected one such as example.org, or https://matrix.example.org")
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(), timeout=aiohttp.ClientTimeout(total=_SECONDS), headers={"User-Agent": "Folkmoot"}
    ) as session:
        looking = _Looking(session)
        if "://" in words:
            return await looking.at(_sound(words.rstrip("/")))
        words = words.rstrip("/")
        scheme = "http" if _is_here(urlsplit(f"//{words}").hostname) else "https"
        return await looking.by_name(_sound(f"{scheme}://{words}"), words)


class _Looking:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._notes: list[str] = []

    async def by_name(self, site: str, name: str) -> Found:
        """By the name of a server: what its site says, or else the site itself."""
        try:
            status, _, body = await self._get(site + WELL_KNOWN)
        except NotFound as error:
            raise NotFound(
                f"{name} could not be asked where its homeserver is ({error}). Please check the name, or give the "
                "homeserver's own address, such as https://matrix.example.org"
            ) from None
        if status == HTTPStatus.NOT_FOUND:
            self._notes.append(f"{name} does not say where its homeserver is, so I asked {site} itself.")
            return await self.at(site)
        base = raw.words(raw.within(_parsed(body), "m.homeserver", "base_url"))
        if status != HTTPStatus.OK or base is None:
            raise NotFound(
                f"what {site}{WELL_KNOWN} says makes no sense (status {status}), so nobody can find the homeserver by its "
                "name. Whoever runs it can mend that; until then, give the homeserver's own address"
            )
        address = _sound(base.strip().rstrip("/"))
        self._notes.append(f"{name} says that its homeserver is at {address}.")
        return await self.at(address)

    async def at(self, address: str) -> Found:
        """At an address."""
        status, final, body = await self._get(address + _VERSIONS)
        versions = [raw.words(each, 100) for each in raw.sequence(raw.within(_parsed(body), "versions"))]
        if status != HTTPStatus.OK or not all(versions) or not versions:
            raise NotFound(f"{address} answers, but not as a Matrix homeserver does (status {status})")
        if final != address + _VERSIONS and final.endswith(_VERSIONS):
            address = final.removesuffix(_VERSIONS)
            self._notes.append(f"It sends on to {address}, so I use that.")
        status, _, body = await self._get(address + _LOGIN)
        flows = [flow for flow in raw.sequence(raw.within(_parsed(body), "flows")) if isinstance(flow, dict)]
        kinds = {flow.get("type") for flow in flows}
        service = any(flow.get(mark) is True for flow in flows for mark in _BY_SERVICE)
        ways = Ways("m.login.password" in kinds, "m.login.sso" in kinds, service)
        return Found(address, tuple(each for each in versions if each), ways, tuple(self._notes))

    async def _get(self, address: str) -> tuple[int, str, bytes]:
        """Status, last address and body, redirects followed. Raises `NotFound` when nothing answers."""
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                async with self._session.get(address, allow_redirects=False) as response:
                    to = response.headers.get("Location")
                    if response.status in _REDIRECTS and to:
                        address = _sound(urljoin(address, to))
                        continue
                    return response.status, address, await response.content.read(_MOST_BYTES)
            except TimeoutError:
                raise NotFound(f"{address} does not answer") from None
            except (aiohttp.ClientError, OSError, ValueError) as error:
                raise NotFound(f"no connection to {urlsplit(address).netloc}: {_kind(error)}") from None
        raise NotFound(f"{address} leads from one place to the next without end")


_BY_SERVICE: Final = ("org.matrix.msc3824.delegated_oidc_compatibility", "delegated_oidc_compatibility", "oauth_aware_preferred")


def _parsed(body: bytes) -> Any:
    try:
        return raw.parse(body)
    except raw.Malformed:
        return None


def _kind(error: Exception) -> str:
    match error:
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
            return "its certificate is not one that this machine trusts"
        case aiohttp.ClientConnectorDNSError():
            return "no such name is known"
        case aiohttp.ClientConnectorError():
            return "nothing answers there"
        case _:
            return type(error).__name__


def _sound(address: str) -> str:
    """An address that may be asked. Raises `NotFound`."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not address.isprintable() or not host or port == 0 or parts.scheme not in {"http", "https"} or parts.username is not None:
        raise NotFound("that is no address of a homeserver; expected one such as https://matrix.example.org")
    if parts.scheme == "http" and not _is_here(host):
        raise NotFound(f"{host} would be asked over plain http, so that anybody on the way could read the password; expected https")
    return address


def _is_here(host: str | None) -> bool:
    """Whether a host is this machine."""
    if host is None:
        return False
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
