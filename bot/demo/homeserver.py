"""A throwaway Synapse on loopback: for the demo and the live tests, never for a group.

Everything lies in one folder that the caller throws away. The server speaks to nobody but 127.0.0.1, and ends with the
program that started it.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import os
import secrets
import socket
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Self
from urllib.parse import quote

import aiohttp
import yaml

if TYPE_CHECKING:
    from pathlib import Path

READY_WITHIN = 60.0
"""Seconds that Synapse may take to answer its first request; about 4 on an idle machine."""

STOP_WITHIN = 10.0
"""Seconds that Synapse may take to end by itself."""

_CONFIG = "homeserver.yaml"
_POLL = 0.05
_PORTS_TRIED = 3
_BOUNDLESS = {"per_second": 100_000, "burst_count": 100_000}

_GENEROUS: dict[str, Any] = {
    "rc_message": _BOUNDLESS,
    "rc_registration": _BOUNDLESS,
    "rc_login": {"address": _BOUNDLESS, "account": _BOUNDLESS, "failed_attempts": _BOUNDLESS},
    "rc_admin_redaction": _BOUNDLESS,
    "rc_joins": {"local": _BOUNDLESS, "remote": _BOUNDLESS},
    "rc_joins_per_room": _BOUNDLESS,
    "rc_invites": {"per_room": _BOUNDLESS, "per_user": _BOUNDLESS, "per_issuer": _BOUNDLESS},
    "rc_key_requests": _BOUNDLESS,
    "rc_room_creation": _BOUNDLESS,
    "rc_profile": _BOUNDLESS,
}

# All people of a test share one address, which real people do not: that one limit says nothing about the bot.
_DEFAULT: dict[str, Any] = {"rc_login": {"address": _BOUNDLESS}}


class HomeserverError(Exception):
    """The homeserver did not start, ended by itself, or refused what the stage asked of it."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person on the homeserver, logged in on one device."""

    user: str
    device: str
    password: str = field(repr=False)
    token: str = field(repr=False)


class Homeserver:
    """Synapse in `folder`, answering at `address` (`http://127.0.0.1:PORT`) between `start` and `stop`.

    It can be stopped and started again: the port, the accounts and the rooms stay. `limits` is "generous" for tests
    that hurry, or "default" for Synapse's own rate limits (0.2 messages a second for each account, burst 10).
    """

    def __init__(
        self, folder: Path, *, limits: Literal["generous", "default"] = "generous", name: str = "localhost"
    ) -> None:
        """Nothing starts yet; `name` is the server part of all ids (`@ana:localhost`)."""
        self.folder = folder
        self.name = name
        self.port = 0
        self._limits = limits
        self._registration_secret = secrets.token_hex(16)
        self._process: asyncio.subprocess.Process | None = None
        self._http: aiohttp.ClientSession | None = None
        self._operator: Account | None = None

    @classmethod
    def started_elsewhere(cls, folder: Path) -> Self:
        """The one that another process started in `folder` and will stop: good for making people on it."""
        config = yaml.safe_load((folder / _CONFIG).read_text())
        server = cls(folder, name=config["server_name"])
        (listener,) = config["listeners"]
        server.port = listener["port"]
        server._registration_secret = config["registration_shared_secret"]
        return server

    async def __aenter__(self) -> Self:
        """Start it."""
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop it."""
        await self.stop()

    @property
    def address(self) -> str:
        """Where clients find it; known after the first start."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What Synapse had to say."""
        return self.folder / "homeserver.log"

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """The id of the process. Raises `HomeserverError` before the first start."""
        if self._process is None:
            message = "The homeserver was not started."
            raise HomeserverError(message)
        return self._process.pid

    def id_of(self, name: str) -> str:
        """`@name:server`."""
        return f"@{name}:{self.name}"

    async def start(self) -> None:
        """Start Synapse and return when it answers. Raises `HomeserverError` with the end of its log."""
        if self.running:
            return
        if self._process is not None:
            await self._launch()
            return
        for attempt in range(1, _PORTS_TRIED + 1):
            # Between choosing a free port and using it somebody else may take it.
            self.port = _free_port()
            await asyncio.to_thread(self._write_config)
            try:
                await self._launch()
            except HomeserverError:
                if attempt == _PORTS_TRIED or not self._port_was_taken():
                    raise
            else:
                return

    async def stop(self) -> None:
        """End Synapse, gently first. What it stored stays in the folder."""
        if self._http is not None:
            await self._http.close()
            self._http = None
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            async with asyncio.timeout(STOP_WITHIN):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    async def register(
        self, name: str, password: str, *, device: str | None = None, display: str | None = None, admin: bool = False
    ) -> Account:
        """Make a person and log them in on `device`, through Synapse's shared-secret registration."""
        path = "/_synapse/admin/v1/register"
        nonce = (await self._ask("GET", path))["nonce"]
        role = "admin" if admin else "notadmin"
        mac = hmac.new(
            self._registration_secret.encode(), f"{nonce}\0{name}\0{password}\0{role}".encode(), hashlib.sha1
        ).hexdigest()
        asked = {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
        asked |= {"displayname": display} if display else {}
        asked |= {"device_id": device} if device else {}
        made = await self._ask("POST", path, asked)
        return Account(made["user_id"], made["device_id"], password, made["access_token"])

    async def login(self, name: str, password: str, *, device: str | None = None) -> Account:
        """Log a person in, on another device or on the same one again."""
        asked: dict[str, Any] = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": name},
            "password": password,
        }
        asked |= {"device_id": device} if device else {}
        made = await self._ask("POST", "/_matrix/client/v3/login", asked)
        return Account(made["user_id"], made["device_id"], password, made["access_token"])

    async def lift_limits(self, user: str) -> None:
        """Free one account from rate limits, as the README advises for the bot's account."""
        if self._operator is None:
            self._operator = await self.register(f"operator-{secrets.token_hex(4)}", secrets.token_hex(16), admin=True)
        path = f"/_synapse/admin/v1/users/{quote(user)}/override_ratelimit"
        await self._ask("POST", path, {"messages_per_second": 0, "burst_count": 0}, token=self._operator.token)

    async def _ask(
        self, method: str, path: str, body: dict[str, Any] | None = None, *, token: str | None = None
    ) -> dict[str, Any]:
        if self._http is None:
            self._http = aiohttp.ClientSession()
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self._http.request(method, self.address + path, json=body, headers=headers) as answer:
            told: dict[str, Any] = await answer.json()
            if not answer.ok:
                message = f"{method} {path}: {answer.status} {told.get('errcode')} {told.get('error')}"
                raise HomeserverError(message)
            return told

    async def _launch(self) -> None:
        # Our end of the pipe is the tether: it closes when this process ends, however that happens.
        command = (sys.executable, "-m", "bot.demo.tether", "synapse.app.homeserver", "-c", str(self._config))
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=asyncio.subprocess.PIPE, stdout=log, stderr=log, env=_environment()
            )
        try:
            async with asyncio.timeout(READY_WITHIN):
                await self._answers(self._process)
        except TimeoutError:
            await self.stop()
            message = f"The homeserver did not answer within {READY_WITHIN:.0f} s.\n{self._last_words()}"
            raise HomeserverError(message) from None
        except BaseException:
            await self.stop()
            raise

    async def _answers(self, process: asyncio.subprocess.Process) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                if process.returncode is not None:
                    message = f"The homeserver ended with code {process.returncode}.\n{self._last_words()}"
                    raise HomeserverError(message)
                try:
                    async with session.get(self.address + "/_matrix/client/versions") as answer:
                        if answer.ok:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(_POLL)

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-20:])

    def _port_was_taken(self) -> bool:
        return "Address already in use" in self._last_words()

    @property
    def _config(self) -> Path:
        return self.folder / _CONFIG

    def _write_config(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        logging = self.folder / "logging.yaml"
        console = {"class": "logging.StreamHandler", "formatter": "plain"}
        plain = {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
        root = {"level": "WARNING", "handlers": ["console"]}
        logging.write_text(
            yaml.safe_dump(
                {
                    "version": 1,
                    "disable_existing_loggers": False,
                    "formatters": {"plain": plain},
                    "handlers": {"console": console},
                    "root": root,
                }
            )
        )
        config = {
            "server_name": self.name,
            "public_baseurl": self.address + "/",
            "log_config": str(logging),
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "listeners": [
                {
                    "port": self.port,
                    "type": "http",
                    "tls": False,
                    "bind_addresses": ["127.0.0.1"],
                    "resources": [{"names": ["client"]}],
                }
            ],
            "signing_key": f"ed25519 a_stage {seed}",
            "macaroon_secret_key": secrets.token_hex(16),
            "form_secret": secrets.token_hex(16),
            "registration_shared_secret": self._registration_secret,
            # The accounts live for minutes; a slow hash would only slow the stage.
            "bcrypt_rounds": 4,
            "report_stats": False,
            "trusted_key_servers": [],
            "federation_domain_whitelist": [],
            "ip_range_blocklist": ["0.0.0.0/0", "::/0"],
            "push": {"enabled": False},
            "presence": {"enabled": False},
            "url_preview_enabled": False,
            "media_store_path": str(self.folder / "media"),
            "enable_search": False,
            "user_directory": {"enabled": False},
            **(_GENEROUS if self._limits == "generous" else _DEFAULT),
        }
        self._config.touch(mode=0o600)
        self._config.write_text(yaml.safe_dump(config))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _environment() -> dict[str, str]:
    """Ours, without the proxies that would lead a request out of this machine."""
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
