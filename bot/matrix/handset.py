"""The device that a person holds: it logs in, keeps all that it hears, encrypts, and can hold its room keys back.

For the demo and the live tests; the bot itself never uses it. nio does the cryptography, and the sync response is read
here as the server sent it, so that nothing that arrives can be lost on the way to `heard`.
"""

# A wait here says what it waited for in vain, which `asyncio.timeout` around it could not.
# ruff: noqa: ASYNC109

from __future__ import annotations

import asyncio
import json as json_text
from contextlib import asynccontextmanager, suppress
from copy import deepcopy
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote
from uuid import uuid4

import aiohttp
from nio import AsyncClient, AsyncClientConfig, Event, MegolmEvent, SyncResponse
from nio.exceptions import EncryptionError
from nio.responses import ShareGroupSessionResponse
from nio.store import SqliteMemoryStore, SqliteStore

from bot.matrix.heard import Ears, Heard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence
    from pathlib import Path

PATIENCE = 60.0
"""Seconds that a member waits for something to be heard, unless told otherwise."""

_LISTEN_MS = 30_000
_RETRY_AFTER = 0.2
_TRIES = 150
_CLIENT = "/_matrix/client/v3"
_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, AssertionError)
_FILTER = json_text.dumps(
    {"presence": {"types": []}, "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}}},
)


class RefusedByServerError(Exception):
    """The homeserver refused a request for good."""

    def __init__(self, request: tuple[str, str, str], status: int, told: Mapping[str, Any]) -> None:
        """Keep the HTTP `status` and Matrix's `code`; `request` is who, method and path."""
        self.status = status
        self.code = str(told.get("errcode", ""))
        super().__init__(f"{' '.join(request)}: {status} {self.code} {told.get('error', '')}")


class _Client(AsyncClient):  # type: ignore[misc]
    """nio's client, which can hold back the room keys that it should hand out."""

    def __init__(self, address: str, user: str, device: str, store_path: str, config: AsyncClientConfig) -> None:
        super().__init__(address, user, device, store_path=store_path, config=config)
        self.holding: frozenset[str] | None = None
        self.held: list[dict[str, Any]] = []

    async def _send(
        self,
        response_class: type,
        method: str,
        path: str,
        data: str | None = None,
        response_data: tuple[object, ...] | None = None,
        **more: object,
    ) -> object:
        if response_class is ShareGroupSessionResponse and self.holding is not None and data is not None:
            keys = json_text.loads(data)["messages"]
            held = {person: keys.pop(person) for person in list(keys) if not self.holding or person in self.holding}
            self.held.append({"messages": held})
            if not keys:
                response = ShareGroupSessionResponse(*(response_data or ()))
                await self.receive_response(response)
                return response
            data = json_text.dumps({"messages": keys})
        return await super()._send(response_class, method, path, data, response_data, **more)


class Handset:
    """One device of a person, from `login` (or `enter`, with a login made before) to `close`.

    `folder` keeps the keys of this device; without one they live in memory. Everything that arrives is in `heard`, own
    events included, in order of arrival. All sends to an encrypted room reach the devices that the server knows at
    that moment. Rate limits are waited out; a lost connection is tried again with the same transaction id.
    """

    def __init__(self, address: str, folder: Path | None = None, *, breath: float = 0.0) -> None:
        """`address` is the homeserver's (`http://127.0.0.1:PORT`).

        After each response the device takes `breath` seconds: what comes at short intervals then comes in one.
        """
        self.address = address
        self._breath = breath
        self.user = ""
        self.device = ""
        self.token = ""
        self._folder = folder
        self._ears = Ears()
        self._client: Any = None
        self._http: aiohttp.ClientSession | None = None
        self._listening: asyncio.Task[None] | None = None
        self._crypto = asyncio.Lock()
        self._since = ""
        self._joined: set[str] = set()
        self._ready: set[str] = set()
        self._waiting: dict[str, tuple[str, dict[str, Any]]] = {}

    async def __aenter__(self) -> Self:
        """Nothing to do: `login` or `enter` begins."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close."""
        await self.close()

    # Coming and going

    async def login(self, user: str, password: str, *, device: str | None = None) -> None:
        """Log in with a password, on `device` or a new one, and begin to listen."""
        asked: dict[str, Any] = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
        }
        asked |= {"device_id": device} if device else {}
        made = await self.http("POST", "/login", asked)
        await self.enter(made["user_id"], made["device_id"], made["access_token"])

    async def enter(self, user: str, device: str, token: str) -> None:
        """Begin to listen with a login that was made before. Returns when the first sync is done."""
        self.user, self.device, self.token = user, device, token
        if self._folder is not None:
            await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        config = AsyncClientConfig(
            store=SqliteStore if self._folder else SqliteMemoryStore,
            max_timeouts=_TRIES,
            max_timeout_retry_wait_time=1,
        )
        self._client = _Client(self.address, user, device, str(self._folder or ""), config)
        self._client.restore_login(user, device, token)
        self._listening = asyncio.create_task(self._listen(), name=f"listening of {user}")
        await self._ears.until(lambda: bool(self._since), "the first sync", PATIENCE)

    async def close(self) -> None:
        """Stop listening and let go of everything. The device stays logged in."""
        await self._hush()
        if self._client is not None:
            await self._client.close()
            self._client.store.database.close()
            self._client = None
        if self._http is not None:
            await self._http.close()
            self._http = None

    # Hearing

    @property
    def heard(self) -> list[Heard]:
        """Everything that arrived, in order of arrival."""
        return self._ears.heard

    @property
    def troubles(self) -> list[Exception]:
        """What could not be taken in (malformed keys and events); the rest of the same response was."""
        return self._ears.troubles

    @property
    def now(self) -> int:
        """The position after the last thing heard: pass it as `since` to wait for something new."""
        return len(self.heard)

    async def hears(
        self,
        wanted: str | Callable[[Heard], bool],
        *,
        room: str | None = None,
        sender: str | None = None,
        since: int = 0,
        timeout: float = PATIENCE,
    ) -> Heard:
        """Return the first event that is `wanted`: words that others' messages contain, or a predicate on any event.

        Looks at what was heard before, from position `since` on, then waits. Raises `NotHeardError` after `timeout`
        seconds.
        """

        def fits(heard: Heard) -> bool:
            if (room and heard.room != room) or (sender and heard.sender != sender):
                return False
            if isinstance(wanted, str):
                return heard.sender != self.user and wanted in heard.body
            return wanted(heard)

        what = f"{self.user} waits for {wanted!r} in {room or 'any room'} from {sender or 'anybody'}"
        return await self._ears.first(fits, what, since=since, timeout=timeout)

    @asynccontextmanager
    async def deaf(self) -> AsyncIterator[None]:
        """Hear nothing for a while, as a phone without a network; the device catches up afterwards."""
        await self._hush()
        yield
        self._listening = asyncio.create_task(self._listen(), name=f"listening of {self.user}")

    # Sending

    async def put(
        self,
        kind: str,
        room: str,
        content: Mapping[str, Any],
        *,
        encrypted: bool | None = None,
        transaction: str | None = None,
    ) -> str:
        """Send any event and return its id. `encrypted` is as the room is, unless told otherwise.

        In an encrypted room the server is asked for the people and their devices first, so that one who joined a
        moment ago can read it.
        """
        await self._know(room)
        if self._client.rooms[room].encrypted if encrypted is None else encrypted:
            kind, content = await self._encrypt(room, kind, content)
        return await self._post(room, kind, content, transaction)

    async def burst(self, room: str, contents: Sequence[Mapping[str, Any]]) -> list[str]:
        """Send many messages in order, as fast as the server takes them, and return their event ids."""
        events = []
        await self._know(room)
        for number, content in enumerate(contents):
            kind = "m.room.message"
            shown = content
            if self._client.rooms[room].encrypted:
                kind, shown = await self._encrypt(room, kind, content, careful=number == 0)
            events.append(await self._post(room, kind, shown, None))
        return events

    @property
    def keys(self) -> dict[str, int]:
        """The Megolm sessions that this device can open, each from which message of it on."""
        return {session.id: session.first_known_index for session in self._client.olm.inbound_group_store}

    async def hold_keys(self, room: str, *, people: Sequence[str] = ()) -> None:
        """From the next message on use a new room key, and do not hand it out to `people` (to anybody, if empty)."""
        async with self._crypto:
            self._client.holding = frozenset(people)
            self._client.olm.outbound_group_sessions.pop(room, None)

    async def release_keys(self) -> int:
        """Hand out the keys that were held back; returns how many devices get one."""
        async with self._crypto:
            self._client.holding = None
            held, self._client.held = self._client.held, []
        for keys in held:
            await self._insist("PUT", f"/sendToDevice/m.room.encrypted/{uuid4().hex}", keys)
        return sum(len(devices) for keys in held for devices in keys["messages"].values())

    # The wire

    async def http(self, method: str, path: str, json: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Ask the homeserver; `path` is under `/_matrix/client/v3` unless it begins with `/_`.

        A rate limit is waited out. Raises `RefusedByServerError`.
        """
        if self._http is None:
            self._http = aiohttp.ClientSession()
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        address = self.address + (path if path.startswith("/_") else _CLIENT + path)
        while True:
            async with self._http.request(method, address, json=json, headers=headers) as answer:
                try:
                    told: dict[str, Any] = await answer.json(content_type=None)
                except ValueError:
                    told = {"error": "the answer is not JSON"}
                if answer.ok:
                    return told
                if answer.status != HTTPStatus.TOO_MANY_REQUESTS:
                    raise RefusedByServerError((self.user, method, path), answer.status, told)
            await asyncio.sleep(told.get("retry_after_ms", 1000) / 1000)

    async def fetch(self, stored: str) -> bytes:
        """Fetch the bytes that lie at `stored` (`mxc://...`) as the server keeps them. Raises `RefusedByServerError`."""
        if self._http is None:
            self._http = aiohttp.ClientSession()
        path = f"/_matrix/client/v1/media/download/{stored.removeprefix('mxc://')}"
        async with self._http.get(self.address + path, headers={"Authorization": f"Bearer {self.token}"}) as answer:
            if not answer.ok:
                raise RefusedByServerError((self.user, "GET", path), answer.status, {})
            return await answer.read()

    async def state(self, room: str, kind: str, key: str = "") -> dict[str, Any] | None:
        """Return the content of a state event, or None when there is none."""
        try:
            return await self.http("GET", f"/rooms/{quote(room)}/state/{quote(kind)}/{quote(key)}")
        except RefusedByServerError as refused:
            if refused.code == "M_NOT_FOUND":
                return None
            raise

    async def _insist(self, method: str, path: str, json: Mapping[str, Any]) -> dict[str, Any]:
        """Ask again when the connection is lost; `path` ends with a transaction id, so nothing happens twice."""
        for _ in range(_TRIES):
            try:
                return await self.http(method, path, json)
            except (aiohttp.ClientError, TimeoutError):
                await asyncio.sleep(_RETRY_AFTER)
        return await self.http(method, path, json)

    async def _know(self, room: str) -> None:
        """Wait until our own sync has shown the room as the server knows it: nio must not take it for unencrypted."""
        if room in self._ready:
            return
        encrypted = await self.state(room, "m.room.encryption") is not None

        def shown() -> bool:
            known = self._client.rooms.get(room)
            return known is not None and (known.encrypted or not encrypted)

        await self._ears.until(shown, f"{room} in the sync of {self.user}", PATIENCE)
        self._ready.add(room)

    async def _encrypt(
        self, room: str, kind: str, content: Mapping[str, Any], *, careful: bool = True
    ) -> tuple[str, Mapping[str, Any]]:
        async with self._crypto:
            await self._hand_out_keys(room, careful=careful)
            encrypted: tuple[str, Mapping[str, Any]] = self._client.encrypt(room, kind, dict(content))
            return encrypted

    async def _post(self, room: str, kind: str, content: Mapping[str, Any], transaction: str | None) -> str:
        path = f"/rooms/{quote(room)}/send/{quote(kind)}/{transaction or uuid4().hex}"
        event: str = (await self._insist("PUT", path, content))["event_id"]
        return event

    async def _hand_out_keys(self, room: str, *, careful: bool) -> None:
        client = self._client
        if careful:
            await client.joined_members(room)
            client.olm.users_for_key_query.update(client.rooms[room].users)
            await client.keys_query()
        session = client.olm.outbound_group_sessions.get(room)
        if session is not None and session.shared:
            served = session.users_shared_with | session.users_ignored
            if any(
                (person, device.id) not in served
                for person in client.rooms[room].users
                for device in client.device_store.active_user_devices(person)
            ):
                client.invalidate_outbound_session(room)
        if client.olm.should_share_group_session(room):
            try:
                await client.share_group_session(room, ignore_unverified_devices=True)
            finally:
                # nio leaves this behind when a claimed key is malformed, and then waits for it for ever.
                client.sharing_session.pop(room, None)

    # Listening

    async def _listen(self) -> None:
        try:
            while True:
                wait = _LISTEN_MS if self._since else 0
                path = f"/sync?filter={quote(_FILTER)}&timeout={wait}" + (
                    f"&since={quote(self._since)}" if self._since else ""
                )
                try:
                    raw = await self.http("GET", path)
                    # A gap is filled before anything is kept, so that a lost connection loses nothing.
                    pages = await self._fill_gaps(raw)
                except (aiohttp.ClientError, TimeoutError):
                    await asyncio.sleep(_RETRY_AFTER)
                    continue
                except RefusedByServerError as refused:
                    if refused.status < HTTPStatus.INTERNAL_SERVER_ERROR:
                        raise
                    await asyncio.sleep(_RETRY_AFTER)
                    continue
                async with self._crypto:
                    heard = await self._take_in(raw, pages)
                    await self._tend_keys()
                self._since = raw["next_batch"]
                self._ears.add(*heard)
                await asyncio.sleep(self._breath)
        except Exception as trouble:  # noqa: BLE001  (whoever waits must learn why nothing comes any more)
            self._ears.fail(trouble)

    async def _hush(self) -> None:
        if self._listening is None:
            return
        # Not while a response is being taken in: it would be half known.
        async with self._crypto:
            self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening
        self._listening = None

    async def _fill_gaps(self, raw: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
        """Fetch what the server left out of the timelines of rooms that we were in already, oldest first."""
        pages: dict[str, list[dict[str, Any]]] = {}
        for room, news in raw.get("rooms", {}).get("join", {}).items():
            timeline = news.get("timeline", {})
            if room not in self._joined or not timeline.get("limited"):
                continue
            missed: list[dict[str, Any]] = []
            token = timeline.get("prev_batch")
            while token:
                path = f"/rooms/{quote(room)}/messages?dir=b&limit=100&from={quote(token)}&to={quote(self._since)}"
                page = await self.http("GET", path)
                missed.extend(page["chunk"])
                token = page.get("end") if page["chunk"] else None
            pages[room] = missed[::-1]
        return pages

    async def _take_in(self, raw: dict[str, Any], pages: Mapping[str, list[dict[str, Any]]]) -> list[Heard]:
        rooms = raw.get("rooms", {})
        new_keys = await self._let_nio_read(raw)
        heard = self._open_waiting() if new_keys else []
        for room, news in rooms.get("invite", {}).items():
            heard += [
                Heard.from_raw(room, {**event, "event_id": ""})
                for event in news.get("invite_state", {}).get("events", [])
                if event.get("type") == "m.room.member" and event.get("state_key") == self.user
            ]
        for room, news in rooms.get("join", {}).items():
            self._joined.add(room)
            heard += [self._open(room, event) for event in pages.get(room, [])]
            heard += [self._open(room, event) for event in news.get("timeline", {}).get("events", [])]
        for room, news in rooms.get("leave", {}).items():
            self._joined.discard(room)
            self._ready.discard(room)
            heard += [self._open(room, event) for event in news.get("timeline", {}).get("events", [])]
        return heard

    async def _let_nio_read(self, raw: dict[str, Any]) -> bool:
        """Give nio the response for its picture of rooms and keys; says whether room keys came."""
        client = self._client
        # nio takes pieces out of what it reads and puts defaults in.
        parsed = SyncResponse.from_dict(deepcopy(raw))
        new_keys = False
        for event in parsed.to_device_events:
            try:
                opened = client.olm.handle_to_device_event(event)
            except _MALFORMED as trouble:
                # A malformed one must not cost us the rest of the response.
                self.troubles.append(trouble)
            else:
                new_keys = new_keys or opened is not None
        parsed.to_device_events = []
        for info in parsed.rooms.join.values():
            info.timeline.events = [event for event in info.timeline.events if not isinstance(event, MegolmEvent)]
        try:
            await client.receive_response(parsed)
        except _MALFORMED as trouble:
            self.troubles.append(trouble)
        # nio takes a count of none for no count, and would never upload again.
        client.olm.uploaded_key_count = raw.get("device_one_time_keys_count", {}).get("signed_curve25519", 0)
        return new_keys

    def _open(self, room: str, raw: dict[str, Any]) -> Heard:
        if raw.get("type") != "m.room.encrypted" or "redacted_because" in raw.get("unsigned", {}):
            return Heard.from_raw(room, raw)
        opened = None
        with suppress(EncryptionError, *_MALFORMED):
            event = Event.parse_event(deepcopy(raw))
            if isinstance(event, MegolmEvent):
                event.room_id = room
                opened = self._client.olm.decrypt_megolm_event(event).source
        if opened is None:
            self._waiting[raw["event_id"]] = room, raw
        return Heard.from_raw(room, raw, opened)

    def _open_waiting(self) -> list[Heard]:
        waiting, self._waiting = self._waiting, {}
        return [heard for room, raw in waiting.values() if (heard := self._open(room, raw)).readable]

    async def _tend_keys(self) -> None:
        client = self._client
        await client.send_to_device_messages()
        if client.should_upload_keys:
            await client.keys_upload()
        if client.should_query_keys:
            await client.keys_query()
        if client.should_claim_keys:
            await client.keys_claim(client.get_users_for_key_claiming())
