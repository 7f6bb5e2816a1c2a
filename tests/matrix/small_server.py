"""A homeserver of one file, on loopback: as much of the protocol as the account needs, and faults on demand."""

# It speaks raw JSON, and each request is one long list of what may be asked.
# ruff: noqa: C901, PLR0911, PLR0912

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import unquote

from aiohttp import web

ROOM = "!circle:test"
Fault = Callable[[web.Request], web.StreamResponse]


@dataclass
class Room:
    """A room's events, its state, and who is in it."""

    timeline: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    members: dict[str, str] = field(default_factory=dict)

    def state(self) -> list[dict[str, Any]]:
        """The latest event of each state key."""
        latest = {(event["type"], event["state_key"]): event for _, event in self.timeline if "state_key" in event}
        return list(latest.values())


def say(status: int, body: object, **headers: str) -> Fault:
    """A fault that answers with JSON."""
    return lambda _: web.Response(status=status, text=json.dumps(body), headers=headers)


def cut(request: web.Request) -> web.StreamResponse:
    """A fault that hangs up without an answer."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


class SmallServer:
    """`async with SmallServer() as server`: the address is `server.address`; `server.requests` is what was asked."""

    def __init__(self) -> None:
        self.passwords = {"@bot:test": "secret", "@ana:test": "secret", "@ben:test": "secret"}
        self.tokens: dict[str, tuple[str, str]] = {}
        self.devices: dict[str, dict[str, Any]] = {person: {} for person in self.passwords}
        self.one_time_keys: dict[tuple[str, str], dict[str, Any]] = {}
        self.cross: dict[str, dict[str, Any]] = {}
        self.inbox: dict[tuple[str, str], deque[dict[str, Any]]] = {}
        self.changed: list[tuple[int, str]] = []
        self.rooms: dict[str, Room] = {}
        self.aliases: dict[str, str] = {}
        self.sent: dict[tuple[str, str, str], str] = {}
        self.files: list[tuple[bytes, str, str]] = []
        self.requests: list[tuple[str, str]] = []
        self.faults: list[tuple[str, Fault]] = []
        self.uploads: list[dict[str, Any]] = []
        self.to_device_sent = 0
        self.position = 0
        self.limit = 10
        self.flows: list[dict[str, Any]] = [{"type": "m.login.password"}]
        self.well_known: Fault = say(404, {})

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=16 * 2**20)
        application.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.address = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    # What tests do to it

    def fail(self, path: str, *faults: Fault) -> None:
        """Answer the next requests whose "METHOD path" the pattern `path` finds with these faults, one each."""
        self.faults += [(path, fault) for fault in faults]

    def asked(self, path: str) -> int:
        """How many requests the pattern finds."""
        return sum(1 for method, asked in self.requests if re.search(path, f"{method} {asked}"))

    def room(self, *people: str, encrypted: bool = False, room: str = ROOM, version: str = "12") -> str:
        """Make a room with `people` in it; the first made it."""
        self.rooms[room] = Room()
        self.put(room, people[0], "m.room.create", {"room_version": version}, state_key="")
        for person in people:
            self.put(room, person, "m.room.member", {"membership": "join"}, state_key=person)
        if encrypted:
            self.put(room, people[0], "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"}, state_key="")
        return room

    def put(self, room: str, sender: str, kind: str, content: dict[str, Any], **more: Any) -> str:
        """Put any event into a room's timeline; its id."""
        self.position += 1
        event = {
            "event_id": f"$event{self.position}",
            "sender": sender,
            "type": kind,
            "origin_server_ts": 1_700_000_000_000 + self.position,
            "content": content,
            **more,
        }
        place = self.rooms[room]
        if kind == "m.room.member":
            person = more["state_key"]
            event.setdefault("unsigned", {})["prev_content"] = {"membership": place.members.get(person, "leave")}
            place.members[person] = content["membership"]
        place.timeline.append((self.position, event))
        return str(event["event_id"])

    def say(self, text: str, sender: str = "@ana:test", room: str = ROOM, **more: Any) -> str:
        """A text message in the clear; its id."""
        return self.put(room, sender, "m.room.message", {"msgtype": "m.text", "body": text}, **more)

    def timeline(self, room: str = ROOM) -> list[tuple[int, dict[str, Any]]]:
        """All events of a room with their places."""
        return list(self.rooms[room].timeline)

    def deliver(self, person: str, device: str, event: dict[str, Any]) -> None:
        """Put a to-device message into an inbox."""
        self.position += 1
        self.inbox.setdefault((person, device), deque()).append({**event, "position": self.position})

    def change(self, person: str) -> None:
        """Tell everybody that this person's devices changed."""
        self.position += 1
        self.changed.append((self.position, person))

    def public(self) -> str:
        """All keys that it holds, to compare."""
        return json.dumps([self.devices, self.cross, [[*who, *keys] for who, keys in self.one_time_keys.items()]])

    # The protocol

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = request.raw_path.partition("?")[0].removeprefix("/_matrix/client/v3/").removeprefix("/_matrix/")
        self.requests.append((request.method, path))
        for index, (pattern, fault) in enumerate(self.faults):
            if re.search(pattern, f"{request.method} {path}"):
                del self.faults[index]
                return fault(request)
        parts = [unquote(part) for part in path.split("/")]
        data = await request.read()
        body = {} if parts[0] == "media" else json.loads(data or b"{}")
        if path == "/.well-known/matrix/client":
            return self.well_known(request)
        if parts == ["client", "versions"]:
            return web.json_response({"versions": ["r0.6.1", "v1.1", "v1.12"]})
        if parts == ["login"] and request.method == "GET":
            return web.json_response({"flows": self.flows})
        if parts == ["login"]:
            return self._login(body)
        who = self.tokens.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if who is None:
            return _refuse(401, "M_UNKNOWN_TOKEN")
        if parts[0] == "media":
            return self._stored(data, request)
        name = {"account": "whoami"}.get(parts[0], parts[0])
        handler = getattr(self, f"_on_{name}", None)
        if handler is None:
            return _refuse(404, "M_UNRECOGNIZED")
        answer = handler(*who, parts[1:], body, request)
        return answer if isinstance(answer, web.Response) else web.json_response(answer)

    def _login(self, body: dict[str, Any]) -> web.Response:
        user = body["identifier"]["user"]
        user = user if user.startswith("@") else f"@{user}:test"
        if self.passwords.get(user) != body["password"]:
            return _refuse(403, "M_FORBIDDEN")
        token = f"token{len(self.tokens)}"
        self.tokens[token] = (user, body["device_id"])
        self.devices.setdefault(user, {})
        return web.json_response({"user_id": user, "device_id": body["device_id"], "access_token": token})

    def _stored(self, data: bytes, request: web.Request) -> web.Response:
        self.files.append((data, request.content_type, request.query.get("filename", "")))
        return web.json_response({"content_uri": f"mxc://test/{len(self.files)}"})

    def _on_whoami(self, user: str, device: str, *_: Any) -> Any:
        return {"user_id": user, "device_id": device}

    def _on_joined_rooms(self, user: str, *_: Any) -> Any:
        return {"joined_rooms": [room for room, place in self.rooms.items() if place.members.get(user) == "join"]}

    def _on_logout(self, user: str, device: str, *_: Any) -> Any:
        self.end(user, device)
        return {}

    def end(self, user: str, device: str) -> None:
        """End a session: its device and keys go with it."""
        self.tokens = {token: who for token, who in self.tokens.items() if who != (user, device)}
        self.devices[user].pop(device, None)
        self.one_time_keys.pop((user, device), None)
        self.change(user)

    def _on_keys(self, user: str, device: str, parts: list[str], body: dict[str, Any], request: web.Request) -> Any:
        match parts:
            case ["upload"]:
                if "device_keys" in body:
                    self.devices[user][device] = body["device_keys"]
                    self.change(user)
                held = self.one_time_keys.setdefault((user, device), {})
                self.uploads.append(body.get("one_time_keys", {}))
                for name, key in body.get("one_time_keys", {}).items():
                    if held.get(name, key) != key:
                        return _refuse(400, "M_UNKNOWN")
                    held[name] = key
                return {"one_time_key_counts": {"signed_curve25519": len(held)}}
            case ["query"]:
                people = body["device_keys"]
                answer: dict[str, Any] = {"device_keys": {p: self.devices[p] for p in people if p in self.devices}}
                for usage in ("master", "self_signing"):
                    found = {p: self.cross[p][f"{usage}_key"] for p in people if p in self.cross}
                    answer[f"{usage}_keys"] = found
                return json.loads(json.dumps(answer))
            case ["claim"]:
                given: dict[str, Any] = {}
                for person, devices in body["one_time_keys"].items():
                    for claimed in devices:
                        held = self.one_time_keys.get((person, claimed), {})
                        if held:
                            key_id = next(iter(held))
                            given.setdefault(person, {})[claimed] = {key_id: held.pop(key_id)}
                return {"one_time_keys": given, "failures": {}}
            case ["device_signing", "upload"]:
                if user in self.cross and body.get("auth", {}).get("password") != self.passwords[user]:
                    flows = {"flows": [{"stages": ["m.login.password"]}], "session": "s", "params": {}}
                    return web.json_response(flows, status=401)
                self.cross[user] = {name: body[name] for name in ("master_key", "self_signing_key", "user_signing_key")}
                return {}
            case ["signatures", "upload"]:
                for target, signed in body[user].items():
                    kept = self.devices[user].get(target) or self.cross[user]["master_key"]
                    kept.setdefault("signatures", {}).setdefault(user, {}).update(signed["signatures"][user])
                return {"failures": {}}
        raise AssertionError(parts, request.method)

    def _on_sendToDevice(self, user: str, _: str, parts: list[str], body: dict[str, Any], __: Any) -> Any:  # noqa: N802
        for person, devices in body["messages"].items():
            for device, content in devices.items():
                self.to_device_sent += 1
                self.deliver(person, device, {"type": parts[0], "sender": user, "content": content})
        return {}

    def _on_sync(self, user: str, device: str, _: Any, __: Any, request: web.Request) -> Any:
        since = request.query.get("since")
        start = int(since[1:]) if since else 0
        box = self.inbox.setdefault((user, device), deque())
        while box and box[0]["position"] <= start:
            box.popleft()
        rooms: dict[str, Any] = {"join": {}, "invite": {}, "leave": {}}
        for room_id, room in self.rooms.items():
            new = [(position, event) for position, event in room.timeline if position > start]
            if not new:
                continue
            membership = room.members.get(user, "leave")
            if membership == "join":
                shown = new[-self.limit :]
                timeline = {
                    "events": [self._shown(event, user) for _, event in shown],
                    "limited": len(new) > len(shown) or since is None,
                    "prev_batch": f"s{shown[0][0] - 1}",
                }
                rooms["join"][room_id] = {"timeline": timeline, "state": {"events": []}}
            elif membership == "invite":
                rooms["invite"][room_id] = {"invite_state": {"events": room.state()}}
            elif since is not None:
                rooms["leave"][room_id] = {}
        return {
            "next_batch": f"s{self.position}",
            "rooms": rooms,
            "to_device": {"events": [{k: v for k, v in event.items() if k != "position"} for event in list(box)[:100]]},
            "device_lists": {"changed": sorted({person for position, person in self.changed if position > start})},
            "device_one_time_keys_count": {"signed_curve25519": len(self.one_time_keys.get((user, device), {}))},
        }

    def _shown(self, event: dict[str, Any], user: str) -> dict[str, Any]:
        if event["sender"] == user:
            return event
        unsigned = {name: value for name, value in event.get("unsigned", {}).items() if name != "transaction_id"}
        return {**event, "unsigned": unsigned}

    def _on_rooms(self, user: str, _: str, parts: list[str], body: dict[str, Any], request: web.Request) -> Any:
        room_id, action, *rest = parts
        room = self.rooms.get(room_id)
        if room is None or (room.members.get(user) != "join" and action != "leave"):
            return _refuse(403, "M_FORBIDDEN")
        if action == "state" and rest:
            before = next((each["content"] for each in room.state() if (each["type"], each["state_key"]) == (rest[0], "")), None)
            if request.method == "GET":
                return _refuse(404, "M_NOT_FOUND") if before is None else before
            unsigned = {} if before is None else {"prev_content": before}
            return {"event_id": self.put(room_id, user, rest[0], body, state_key="", unsigned=unsigned)}
        if action == "state":
            return web.json_response(room.state())
        if action == "messages":
            newest, oldest = int(request.query["from"][1:]), int(request.query["to"][1:])
            there = [(place, event) for place, event in room.timeline if oldest < place <= newest][::-1]
            page = there[: int(request.query["limit"])]
            answer: dict[str, Any] = {"chunk": [self._shown(event, user) for _, event in page], "start": "s"}
            if page:
                answer["end"] = f"s{page[-1][0] - 1}"
            return answer
        if action == "event":
            return next(self._shown(event, user) for _, event in room.timeline if event["event_id"] == rest[0])
        if action in {"send", "redact"}:
            transaction = (user, room_id, rest[1])
            if transaction not in self.sent:
                kind, more = (rest[0], {}) if action == "send" else ("m.room.redaction", {"redacts": rest[0]})
                unsigned = {"transaction_id": rest[1]}
                self.sent[transaction] = self.put(room_id, user, kind, body, unsigned=unsigned, **more)
            return {"event_id": self.sent[transaction]}
        if action == "invite" and room.members.get(body["user_id"]) == "join":
            return _refuse(403, "M_FORBIDDEN")
        if action in {"invite", "leave"}:
            person, after = (body["user_id"], "invite") if action == "invite" else (user, "leave")
            self.put(room_id, user, "m.room.member", {"membership": after}, state_key=person)
            return {}
        raise AssertionError(parts)

    def _on_join(self, user: str, _: str, parts: list[str], *__: Any) -> Any:
        room = self.rooms[parts[0]]
        if room.members.get(user) not in {"invite", "join"}:
            return _refuse(403, "M_FORBIDDEN")
        if room.members[user] != "join":
            self.put(parts[0], user, "m.room.member", {"membership": "join"}, state_key=user)
        return {"room_id": parts[0]}

    def _on_createRoom(self, user: str, _: str, __: Any, body: dict[str, Any], ___: Any) -> Any:  # noqa: N802
        alias = f"#{body['room_alias_name']}:test"
        if alias in self.aliases:
            return _refuse(400, "M_ROOM_IN_USE")
        room = self.room(user, encrypted="initial_state" in body, room=f"!direct{len(self.rooms)}:test")
        self.aliases[alias] = room
        for person in body["invite"]:
            self.put(room, user, "m.room.member", {"membership": "invite", "is_direct": True}, state_key=person)
        return {"room_id": room}

    def _on_directory(self, _: str, __: str, parts: list[str], *___: Any) -> Any:
        return {"room_id": self.aliases[parts[1]]}


def _refuse(status: int, code: str) -> web.Response:
    return web.json_response({"errcode": code, "error": "no"}, status=status)
