"""What all that is measured has in common on the wire, and the person who measures it."""

# A wait here says what it waited for in vain, which `asyncio.timeout` around it could not.
# ruff: noqa: ASYNC109

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote
from uuid import uuid4

import aiohttp

from bot.matrix.member import Member

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.demo.homeserver import Account

CLIENT = "/_matrix/client/v3"
COMMAND = "!now"
MARK = "app.folkmoot.bench.mark"
FILTER = json.dumps(
    {
        "presence": {"types": []},
        "account_data": {"types": []},
        "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}, "account_data": {"types": []}},
    },
)


def plain(body: str) -> dict[str, Any]:
    """The content of a plain message."""
    return {"msgtype": "m.text", "body": body, "m.mentions": {}}


class NoAnswerError(Exception):
    """What is measured did not answer in time."""


class Asker:
    """A person whose client does nothing but send and note when something came, so that it adds little of its own.

    It does not hear itself: its own events would make it ask again at the moment when the answer comes.
    """

    def __init__(self, address: str, account: Account) -> None:
        """Nothing starts yet."""
        self.address = address
        self.account = account
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {account.token}"})
        self._waits: dict[tuple[str, str], asyncio.Future[float]] = {}
        self._heard: dict[str, set[str]] = {}
        self._more = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._begun = asyncio.Event()

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        self._task = asyncio.create_task(self._listen())
        await self._begun.wait()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self._session.close()

    async def http(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Ask the homeserver; `path` is under `/_matrix/client/v3`."""
        async with self._session.request(method, self.address + CLIENT + path, json=body) as answer:
            answer.raise_for_status()
            told: dict[str, Any] = await answer.json()
            return told

    async def put(self, room: str, kind: str, content: Mapping[str, Any]) -> str:
        """Send an event as it is, and return its id."""
        event: str = (await self.http("PUT", f"/rooms/{quote(room)}/send/{kind}/{uuid4().hex}", content))["event_id"]
        return event

    async def ask(
        self, room: str, whom: str, kind: str, content: Mapping[str, Any], *, timeout: float = 30.0
    ) -> float:
        """Send an event; the seconds from before it was sent until `whom` said something in the room."""
        wait = self.expect(room, whom)
        begun = time.perf_counter()
        await self.put(room, kind, content)
        return await self.arrival(wait, timeout) - begun

    def expect(self, room: str, whom: str) -> asyncio.Future[float]:
        """The instant (of `time.perf_counter`) at which `whom` next says something in the room."""
        wait: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waits[room, whom] = wait
        return wait

    async def arrival(self, wait: asyncio.Future[float], timeout: float) -> float:
        """Wait for what is expected. Raises `NoAnswerError` after `timeout` seconds."""
        try:
            return await asyncio.wait_for(wait, timeout)
        except TimeoutError:
            message = f"No answer within {timeout:g} s."
            raise NoAnswerError(message) from None

    async def heard_in(self, rooms: Iterable[str], whom: str, timeout: float) -> None:
        """Wait until `whom` has said something in each of the rooms."""
        missing = set(rooms)
        try:
            async with asyncio.timeout(timeout):
                while missing := missing - self._heard.get(whom, set()):
                    self._more.clear()
                    await self._more.wait()
        except TimeoutError:
            message = f"Nothing heard in {len(missing)} rooms within {timeout:g} s."
            raise NoAnswerError(message) from None

    async def _listen(self) -> None:
        hearing = json.loads(FILTER)
        hearing["room"]["timeline"]["not_senders"] = [self.account.user]
        hearing["room"]["timeline"]["types"] = ["m.room.message", "m.room.encrypted"]
        hearing["room"]["state"] = {"types": []}
        since = ""
        while True:
            path = f"/sync?filter={quote(json.dumps(hearing))}&timeout={30_000 if since else 0}{since}"
            news = await self.http("GET", path)
            arrived = time.perf_counter()
            since = f"&since={quote(news['next_batch'])}"
            for room, told in news.get("rooms", {}).get("join", {}).items():
                for event in told["timeline"]["events"]:
                    self._heard.setdefault(event["sender"], set()).add(room)
                    wait = self._waits.pop((room, event["sender"]), None)
                    if wait is not None and not wait.done():
                        wait.set_result(arrived)
            self._more.set()
            self._begun.set()


class Sealer(Member):
    """A member who encrypts ahead of time, so that no encryption of ours is measured."""

    async def seal(self, room: str, contents: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """The contents of `m.room.encrypted`, with the keys handed out."""
        sealed = []
        await self._know(room)
        for number, content in enumerate(contents):
            sealed.append((await self._encrypt(room, "m.room.message", content, careful=number == 0))[1])
        return sealed
