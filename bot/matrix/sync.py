"""One sync response becomes `News`: complete, in timeline order, with what the server left out fetched."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import structlog

from bot.matrix import raw
from bot.matrix.events import Event, Invite, Membership, News, RoomNews, Seed, Waiting
from bot.matrix.homeserver import Backoff, Homeserver, LoggedOut, Rejected, Timings, Unreachable
from bot.matrix.reading import (
    Ciphertext,
    Envelope,
    KeyMissing,
    ciphertext,
    envelope,
    opened,
    own,
    room_name,
    understand,
    waiting,
)
from bot.matrix.rooms import pages_back, seed

log = structlog.get_logger(__name__)

_TIMELINE: Final = 100
_BREATH: Final = 50
_AT_ONCE: Final = 5
# The most to-device messages that Synapse puts in one response: as many as that means that more may wait.
_TO_DEVICE_MOST: Final = 100
_NONE: Final = {"not_types": ["*"]}
# Members are not lazily loaded: the state block would repeat old joins, which nobody could tell from new ones.
_FILTER: Final = json.dumps(
    {
        "presence": _NONE,
        "account_data": _NONE,
        "room": {"ephemeral": _NONE, "account_data": _NONE, "timeline": {"limit": _TIMELINE}},
    },
    separators=(",", ":"),
)


class Opener(Protocol):
    """What decrypts room events."""

    def open(self, sealed: Envelope, text: Ciphertext) -> object:
        """The decrypted payload, or `None` when it cannot be trusted or read. Raises `KeyMissing`."""


@dataclass(frozen=True, slots=True)
class Response:
    """A sync response, not applied to anything. `since` is the token it was asked with."""

    since: str | None
    token: str
    content: Mapping[str, Any] = field(repr=False)

    @property
    def to_device(self) -> Sequence[Any]:
        """The raw to-device messages."""
        return raw.sequence(raw.within(self.content, "to_device", "events"))

    def rooms(self, kind: str) -> Mapping[str, Any]:
        """The raw blocks of the rooms that are `kind` (`join`, `invite`, `leave`), by room id."""
        blocks = raw.mapping(raw.within(self.content, "rooms", kind))
        return {room: block for room, block in blocks.items() if raw.identifier(room, "!")}


class Reader:
    """Reads for one account. `opener` is `None` when the account has no encryption."""

    def __init__(self, user_id: str, server: Homeserver, opener: Opener | None, timings: Timings) -> None:
        self._me = user_id
        self._server = server
        self._opener = opener
        self._timings = timings
        self._patience: dict[str, tuple[float, Backoff]] = {}

    async def poll(self, since: str | None, timeout: float) -> Response:  # noqa: ASYNC109 - the server waits, not we
        """Ask for what is new since the token `since`, waiting up to `timeout` seconds for it.

        Changes nothing here, so it may be cancelled at any instant. Raises `Unreachable` and `LoggedOut`.
        """
        query = [("filter", _FILTER), ("set_presence", "offline"), ("timeout", str(round(timeout * 1000)))]
        if since is not None:
            query.append(("since", since))
        answer = await self._server.ask("GET", "sync", query=query, seconds=timeout + self._timings.poll)
        token = raw.words(answer.content.get("next_batch"))
        if not answer.accepted:
            raise Unreachable(self._timings.most, f"the server refuses to sync ({answer.code})")
        if not token:
            raise Unreachable(self._timings.first, "the sync answer has no token")
        return Response(since, token, answer.content)

    async def read(
        self, response: Response, known: Collection[str], gaps: Mapping[str, str], keys: frozenset[str]
    ) -> News:
        """Everything in `response`, and in the rooms of `gaps`, as values. Raises `Unreachable` for a new room."""
        joined = response.rooms("join")
        left = tuple(response.rooms("leave"))
        rooms = [*joined, *(room for room in gaps if room not in joined and room not in left)]
        turn = asyncio.Semaphore(_AT_ONCE)

        async def read_room(room: str) -> RoomNews | None:
            async with turn:
                return await self._room(room, raw.mapping(joined.get(room)), response, known, gaps.get(room))

        results = await asyncio.gather(*(read_room(room) for room in rooms), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result
        return News(
            token=response.token,
            rooms=tuple(result for result in results if isinstance(result, RoomNews)),
            invites=tuple(self._invites(response.rooms("invite"))),
            left=left,
            more=len(response.to_device) >= _TO_DEVICE_MOST,
            keys=keys,
        )

    async def resolve(self, event: Waiting) -> Event | None:
        """What waited, if its key has come (`None`: nothing for us), else `event` itself. Never raises for a server's fault."""
        try:
            answer = await self._server.get("rooms", event.room, "event", event.event)
        except (Unreachable, Rejected, LoggedOut):
            return event
        return self.event(answer.content, event.room)

    def event(self, event: object, room: str) -> Event | None:
        """One raw event as a value, decrypted when it must be."""
        happened = envelope(event, room)
        if happened is None:
            return None
        if happened.sender == self._me and happened.type != "m.room.member":
            return own(happened)
        return self._open(happened) if happened.type == "m.room.encrypted" else understand(happened)

    def _open(self, happened: Envelope) -> Event | None:
        text = ciphertext(happened)
        if text is None:
            return None
        if self._opener is None:
            return waiting(happened, text.session)
        try:
            payload = self._opener.open(happened, text)
        except KeyMissing:
            return waiting(happened, text.session)
        inside = opened(happened, payload)
        return None if inside is None else understand(inside)

    async def _events(self, events: Iterable[object], room: str) -> list[Event]:
        values: list[Event] = []
        for number, event in enumerate(events, 1):
            value = self.event(event, room)
            if value is not None:
                values.append(value)
            if number % _BREATH == 0:
                await asyncio.sleep(0)
        return values

    async def _room(
        self, room: str, block: Mapping[str, Any], response: Response, known: Collection[str], gap: str | None
    ) -> RoomNews | None:
        if gap is not None:
            return await self._after_gap(room, block, response, gap)
        timeline = raw.mapping(block.get("timeline"))
        events = await self._events(raw.sequence(timeline.get("events")), room)
        limited = timeline.get("limited") is True and response.since is not None
        if room not in known:
            return await self._new(room, events, timeline, response, limited=limited)
        if limited and response.since is not None and self._own_join(events) is None:
            return await self._filled(room, block, response, response.since, events)
        return await self._known(room, block, events, reseed=False)

    async def _known(
        self, room: str, block: Mapping[str, Any], events: list[Event], *, reseed: bool
    ) -> RoomNews | None:
        """A room we know, with its complete events. A state block holds what changed outside the timeline."""
        join = self._own_join(events)
        if join is not None:
            # We were away and came back: what was said without us is not ours, and all else is in the seed.
            return await self._seeded(room, events[join:])
        there = {event.event for event in events}
        state = await self._events(raw.sequence(raw.within(block, "state", "events")), room)
        events = [event for event in state if event.event not in there] + events
        if reseed:
            return RoomNews(room=room, events=tuple(events), seed=await self._seed(room))
        return RoomNews(room=room, events=tuple(events)) if events else None

    async def _new(
        self, room: str, events: list[Event], timeline: Mapping[str, Any], response: Response, *, limited: bool
    ) -> RoomNews | None:
        """A room that is new to us. Raises `Unreachable`: without a seed there is nothing to stand on."""
        join = self._own_join(events)
        newest = raw.words(timeline.get("prev_batch"))
        if join is None and limited and newest and response.since is not None:
            try:
                events = await self._pages(room, newest, response.since) + events
            except Rejected as error:
                log.warning("messages may be missing", room=room, code=error.code)
            join = self._own_join(events)
        if join is not None:
            events = events[join:]
        elif response.since is None:
            # The first sync of all: what is in the timeline may be years old.
            events = []
        return await self._seeded(room, events)

    async def _filled(
        self, room: str, block: Mapping[str, Any], response: Response, since: str, events: list[Event]
    ) -> RoomNews | None:
        """A known room whose timeline was cut: fetch what is missing, or hold the room back."""
        newest = raw.words(raw.within(block, "timeline", "prev_batch"))
        try:
            if newest:
                events = await self._pages(room, newest, since) + events
            else:
                events = await self._pages(room, response.token, since)
            return await self._known(room, block, events, reseed=True)
        except Rejected as error:
            log.warning("messages may be missing", room=room, code=error.code)
            return await self._known(room, block, events, reseed=False)
        except Unreachable as error:
            return self._held(room, since, error)

    async def _after_gap(self, room: str, block: Mapping[str, Any], response: Response, gap: str) -> RoomNews | None:
        """A room with a gap from earlier: everything from there to now, this response's part included."""
        until, _ = self._patience.get(room, (0.0, None))
        if asyncio.get_running_loop().time() < until:
            return RoomNews(room=room, events=(), gap=gap)
        try:
            news = await self._known(room, {}, await self._since(room, block, response, gap), reseed=True)
        except Unreachable as error:
            return self._held(room, gap, error)
        self._patience.pop(room, None)
        # Also without any event: it tells that the gap is closed.
        return news or RoomNews(room=room, events=())

    async def _since(self, room: str, block: Mapping[str, Any], response: Response, gap: str) -> list[Event]:
        """What happened since the gap began; where its pages are refused for good, what came with this response."""
        try:
            return await self._pages(room, response.token, gap)
        except Rejected as error:
            log.warning("messages may be missing", room=room, code=error.code)
            return await self._events(raw.sequence(raw.within(block, "timeline", "events")), room)

    def _held(self, room: str, gap: str, error: Unreachable) -> RoomNews:
        """The room waits, and only it: one that never answers must not take every sync's time."""
        _, backoff = self._patience.get(room, (0.0, None))
        backoff = backoff or Backoff(self._timings)
        wait = backoff.wait(error.seconds)
        self._patience[room] = (asyncio.get_running_loop().time() + wait, backoff)
        log.warning("a gap could not be filled yet", room=room, reason=error.reason, wait=round(wait, 1))
        return RoomNews(room=room, events=(), gap=gap)

    async def _pages(self, room: str, newest: str, oldest: str) -> list[Event]:
        """The events between two tokens, oldest first; no further back than our own join."""
        backwards: list[Event] = []
        async for page in pages_back(self._server, room, newest, oldest, self._timings.page):
            events = await self._events(page, room)
            backwards += events
            if self._own_join(events) is not None:
                break
        return backwards[::-1]

    async def _seeded(self, room: str, events: list[Event]) -> RoomNews | None:
        found = await self._seed(room)
        return None if found is None else RoomNews(room=room, events=tuple(events), seed=found)

    async def _seed(self, room: str) -> Seed | None:
        try:
            return await seed(self._server, room)
        except Rejected as error:
            # We are not in the room any more; the next response says so.
            log.info("a room could not be looked at", room=room, code=error.code)
            return None

    def _own_join(self, events: Sequence[Event]) -> int | None:
        """Where in `events` we came into the room, the last time."""
        for place in range(len(events) - 1, -1, -1):
            event = events[place]
            if (
                isinstance(event, Membership)
                and event.person == self._me
                and event.after == "join"
                and event.before != "join"
            ):
                return place
        return None

    def _invites(self, blocks: Mapping[str, Any]) -> Iterable[Invite]:
        for room, block in blocks.items():
            sender = name = None
            direct = False
            for event in raw.sequence(raw.within(block, "invite_state", "events")):
                content = raw.mapping(raw.within(event, "content"))
                kind = raw.within(event, "type")
                if kind == "m.room.name":
                    name = room_name(content)
                # Other people's invitations may be in the same block.
                elif (
                    kind == "m.room.member"
                    and event.get("state_key") == self._me
                    and content.get("membership") == "invite"
                ):
                    sender = raw.identifier(event.get("sender"), "@")
                    direct = content.get("is_direct") is True
            if sender is not None:
                yield Invite(room=room, sender=sender, direct=direct, name=name or "")
