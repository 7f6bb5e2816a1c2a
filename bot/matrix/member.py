"""A person's Matrix client for the demo and the live tests: it speaks as Element does and keeps all that it hears.

The bot itself never uses it. nio does the cryptography; the sync response is read here as the server sent it, so that
nothing that arrives can be lost on the way to `heard`.
"""

from __future__ import annotations

import asyncio
import json as json_text
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote
from uuid import uuid4

import aiohttp
from nio import AsyncClient, AsyncClientConfig, Event, MegolmEvent, RoomKeyEvent, SyncResponse
from nio.exceptions import EncryptionError
from nio.responses import ShareGroupSessionResponse
from nio.store import SqliteMemoryStore, SqliteStore

from bot.matrix.heard import Ears, Heard

PATIENCE = 20.0
"""Seconds that a member waits for something to be heard, unless told otherwise."""

_LISTEN_MS = 30_000
_RETRY_AFTER = 0.2
_TRIES = 150
_CLIENT = "/_matrix/client/v3"
_MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
_FILTER = json_text.dumps(
    {"presence": {"types": []}, "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}}},
)


class RefusedByServerError(Exception):
    """The homeserver refused a request for good."""

    def __init__(self, request: str, status: int, told: Mapping[str, Any]) -> None:
        """Keep the HTTP `status` and Matrix's `code`."""
        self.status = status
        self.code = str(told.get("errcode", ""))
        super().__init__(f"{request}: {status} {self.code} {told.get('error', '')}")


class _Client(AsyncClient):  # type: ignore[misc]
    """nio's client, which can hold back the room keys that it should hand out."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.holding: frozenset[str] | None = None
        self.held: list[dict[str, Any]] = []

    async def _send(
        self,
        response_class: type,
        method: str,
        path: str,
        data: Any = None,
        response_data: tuple[Any, ...] | None = None,
        **more: Any,
    ) -> Any:
        if response_class is ShareGroupSessionResponse and self.holding is not None:
            keys = json_text.loads(data)["messages"]
            held = {person: keys.pop(person) for person in list(keys) if not self.holding or person in self.holding}
            self.held.append({"messages": held})
            if not keys:
                response = ShareGroupSessionResponse(*(response_data or ()))
                await self.receive_response(response)
                return response
            data = json_text.dumps({"messages": keys})
        return await super()._send(response_class, method, path, data, response_data, **more)


class Member:
    """One device of a person: `await member.login(...)` or `enter`, act, `await member.hears(...)`, `close`.

    `folder` keeps the keys of this device; without one they live in memory. Everything that arrives is in `heard`, own
    events included, in order of arrival. All sends to an encrypted room reach the devices that the server knows at
    that moment. Rate limits are waited out; a lost connection is tried again with the same transaction id.
    """

    def __init__(self, address: str, folder: Path | None = None) -> None:
        """`address` is the homeserver's (`http://127.0.0.1:PORT`)."""
        self.address = address
        self.user = ""
        self.device = ""
        self.token = ""
        self.troubles: list[Exception] = []
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
        self._client = _Client(self.address, user, device, store_path=str(self._folder or ""), config=config)
        self._client.restore_login(user, device, token)
        self._listening = asyncio.create_task(self._listen(), name=f"listening of {user}")
        await self._ears.until(lambda: bool(self._since), "the first sync", PATIENCE)

    async def close(self) -> None:
        """Stop listening and let go of everything. The device stays logged in."""
        if self._listening is not None:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
            self._listening = None
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

    # Rooms

    async def create_room(
        self,
        *,
        encrypted: bool = True,
        invite: Sequence[str] = (),
        name: str | None = None,
        room_version: str | None = None,
        **more: Any,
    ) -> str:
        """Make a private room and return its id. `more` goes into `/createRoom` as it is."""
        asked: dict[str, Any] = {"preset": "private_chat", "invite": list(invite), "initial_state": [], **more}
        asked |= {"name": name} if name else {}
        asked |= {"room_version": room_version} if room_version else {}
        if encrypted:
            asked["initial_state"] = [*asked["initial_state"], {"type": "m.room.encryption", "content": _MEGOLM}]
        room: str = (await self.http("POST", "/createRoom", asked))["room_id"]
        await self._know(room)
        return room

    async def open_direct(self, person: str, *, encrypted: bool = True) -> str:
        """Open a direct chat as Element does, marked in the account's `m.direct`, and return its id."""
        room = await self.create_room(
            encrypted=encrypted, invite=[person], is_direct=True, preset="trusted_private_chat"
        )
        path = f"/user/{quote(self.user)}/account_data/m.direct"
        try:
            direct = await self.http("GET", path)
        except RefusedByServerError:
            direct = {}
        await self.http("PUT", path, {**direct, person: [*direct.get(person, []), room]})
        return room

    async def join(self, room: str) -> str:
        """Go into a room, by id or alias, and return its id."""
        joined: str = (await self.http("POST", f"/join/{quote(room)}", {}))["room_id"]
        await self._know(joined)
        return joined

    async def accept(self, *, sender: str | None = None, since: int = 0, timeout: float = PATIENCE) -> str:
        """Wait for an invitation, join, and return the room id."""

        def invites(heard: Heard) -> bool:
            return heard.type == "m.room.member" and heard.state_key == self.user and not heard.event

        return await self.join((await self.hears(invites, sender=sender, since=since, timeout=timeout)).room)

    async def invite(self, room: str, person: str) -> None:
        """Ask `person` into the room."""
        await self.http("POST", f"/rooms/{quote(room)}/invite", {"user_id": person})

    async def leave(self, room: str) -> None:
        """Leave the room, or decline an invitation to it."""
        await self.http("POST", f"/rooms/{quote(room)}/leave", {})
        self._ready.discard(room)

    async def kick(self, room: str, person: str, *, reason: str = "") -> None:
        """Put `person` out of the room."""
        await self.http("POST", f"/rooms/{quote(room)}/kick", {"user_id": person, "reason": reason})

    async def people(self, room: str) -> set[str]:
        """Who is in the room now."""
        return set((await self.http("GET", f"/rooms/{quote(room)}/joined_members"))["joined"])

    async def state(self, room: str, kind: str, key: str = "") -> dict[str, Any] | None:
        """Return the content of a state event, or None when there is none."""
        try:
            return await self.http("GET", f"/rooms/{quote(room)}/state/{quote(kind)}/{quote(key)}")
        except RefusedByServerError as refused:
            if refused.code == "M_NOT_FOUND":
                return None
            raise

    async def put_state(self, room: str, kind: str, content: Mapping[str, Any], key: str = "") -> str:
        """Set a state event and return its event id."""
        path = f"/rooms/{quote(room)}/state/{quote(kind)}/{quote(key)}"
        event: str = (await self.http("PUT", path, content))["event_id"]
        return event

    async def encrypt_room(self, room: str) -> None:
        """Turn encryption on in a room that has none."""
        await self.put_state(room, "m.room.encryption", _MEGOLM)
        self._ready.discard(room)
        await self._know(room)

    async def set_power(self, room: str, person: str, level: int) -> None:
        """Give `person` a power level."""
        levels = await self.state(room, "m.room.power_levels") or {}
        levels["users"] = {**levels.get("users", {}), person: level}
        await self.put_state(room, "m.room.power_levels", levels)

    async def change_name(self, name: str) -> None:
        """Change the display name, in all rooms."""
        await self.http("PUT", f"/profile/{quote(self.user)}/displayname", {"displayname": name})

    # Speaking; every one returns the event id

    async def say(self, room: str, text: str, *, mentions: Sequence[str] = (), **more: Any) -> str:
        """Say `text`. `more` goes into the content as it is (`msgtype="m.emote"`, `formatted_body`...)."""
        return await self.put("m.room.message", room, {**_words(text, mentions), **more})

    async def burst(self, room: str, texts: Sequence[str]) -> list[str]:
        """Say many things as fast as the server takes them, in order."""
        events = []
        for number, text in enumerate(texts):
            content = _words(text, ())
            events.append(await self.put("m.room.message", room, content, careful=number == 0))
        return events

    async def reply(self, room: str, event: str, text: str, **more: Any) -> str:
        """Answer an event; its sender is mentioned, as Element does."""
        return await self.say(
            room,
            text,
            mentions=self._sender_of(event),
            **{"m.relates_to": {"m.in_reply_to": {"event_id": event}}, **more},
        )

    async def thread(self, room: str, root: str, text: str, **more: Any) -> str:
        """Say something in the thread under `root`."""
        relation = {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": root},
        }
        return await self.say(room, text, **{"m.relates_to": relation, **more})

    async def edit(self, room: str, event: str, text: str) -> str:
        """Replace what was said in `event`."""
        content = {
            **_words(f"* {text}", ()),
            "m.new_content": _words(text, ()),
            "m.relates_to": {"rel_type": "m.replace", "event_id": event},
        }
        return await self.put("m.room.message", room, content)

    async def react(self, room: str, event: str, key: str) -> str:
        """Put a reaction on an event (Matrix never encrypts it)."""
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self.put("m.reaction", room, {"m.relates_to": relation}, encrypted=False)

    async def redact(self, room: str, event: str, *, reason: str | None = None) -> str:
        """Remove an event."""
        path = f"/rooms/{quote(room)}/redact/{quote(event)}/{uuid4().hex}"
        redaction: str = (await self._insist("PUT", path, {"reason": reason} if reason else {}))["event_id"]
        return redaction

    async def start_poll(
        self, room: str, question: str, options: Mapping[str, str], *, most: int = 1, disclosed: bool = True
    ) -> str:
        """Start a poll as Element does. `options` maps answer ids to texts."""
        numbered = "\n".join(f"{number}. {text}" for number, text in enumerate(options.values(), 1))
        content = {
            "org.matrix.msc1767.text": f"{question}\n{numbered}",
            "org.matrix.msc3381.poll.start": {
                "kind": f"org.matrix.msc3381.poll.{'disclosed' if disclosed else 'undisclosed'}",
                "max_selections": most,
                "question": {"org.matrix.msc1767.text": question, "body": question, "msgtype": "m.text"},
                "answers": [{"id": id_, "org.matrix.msc1767.text": text} for id_, text in options.items()],
            },
        }
        return await self.put("org.matrix.msc3381.poll.start", room, content)

    async def answer_poll(self, room: str, poll: str, answers: Sequence[str]) -> str:
        """Answer a poll with answer ids; none takes the vote back."""
        content = {
            "m.relates_to": {"rel_type": "m.reference", "event_id": poll},
            "org.matrix.msc3381.poll.response": {"answers": list(answers)},
        }
        return await self.put("org.matrix.msc3381.poll.response", room, content)

    async def end_poll(self, room: str, poll: str) -> str:
        """End a poll."""
        content = {
            "m.relates_to": {"rel_type": "m.reference", "event_id": poll},
            "org.matrix.msc3381.poll.end": {},
            "org.matrix.msc1767.text": "The poll has ended.",
        }
        return await self.put("org.matrix.msc3381.poll.end", room, content)

    async def put(
        self,
        kind: str,
        room: str,
        content: Mapping[str, Any],
        *,
        encrypted: bool | None = None,
        careful: bool = True,
        transaction: str | None = None,
    ) -> str:
        """Send any event. `encrypted` is as the room is, unless told otherwise.

        `careful` asks the server for the room's people and their devices first, so that one who joined a moment ago
        can read it.
        """
        await self._know(room)
        if self._client.rooms[room].encrypted if encrypted is None else encrypted:
            async with self._crypto:
                await self._hand_out_keys(room, careful=careful)
                kind, content = self._client.encrypt(room, kind, dict(content))
        path = f"/rooms/{quote(room)}/send/{quote(kind)}/{transaction or uuid4().hex}"
        event: str = (await self._insist("PUT", path, content))["event_id"]
        return event

    # Room keys held back

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
                told: dict[str, Any] = await answer.json(content_type=None)
                if answer.ok:
                    return told
                if answer.status != HTTPStatus.TOO_MANY_REQUESTS:
                    raise RefusedByServerError(f"{self.user} {method} {path}", answer.status, told)
            await asyncio.sleep(told.get("retry_after_ms", 1000) / 1000)

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

    def _sender_of(self, event: str) -> list[str]:
        return [heard.sender for heard in self.heard if heard.event == event and heard.sender != self.user][:1]

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
        except Exception as trouble:  # noqa: BLE001  (whoever waits must learn why nothing comes any more)
            self._ears.fail(trouble)

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
        parsed = SyncResponse.from_dict(raw)
        new_keys = False
        for event in parsed.to_device_events:
            try:
                opened = client.olm.handle_to_device_event(event)
            except (ValueError, KeyError, TypeError) as trouble:
                # A malformed one must not cost us the rest of the response.
                self.troubles.append(trouble)
            else:
                new_keys = new_keys or isinstance(opened, RoomKeyEvent)
        parsed.to_device_events = []
        for info in parsed.rooms.join.values():
            info.timeline.events = [event for event in info.timeline.events if not isinstance(event, MegolmEvent)]
        await client.receive_response(parsed)
        # nio takes a count of none for no count, and would never upload again.
        client.olm.uploaded_key_count = raw.get("device_one_time_keys_count", {}).get("signed_curve25519", 0)
        return new_keys

    def _open(self, room: str, raw: dict[str, Any]) -> Heard:
        if raw.get("type") != "m.room.encrypted" or "redacted_because" in raw.get("unsigned", {}):
            return Heard.from_raw(room, raw)
        opened = None
        event = Event.parse_event(raw)
        if isinstance(event, MegolmEvent):
            with suppress(EncryptionError):
                opened = self._client.olm.decrypt_megolm_event(event, room).source
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


def _words(text: str, mentions: Sequence[str]) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": text, "m.mentions": {"user_ids": list(mentions)} if mentions else {}}
