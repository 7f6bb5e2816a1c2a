"""What is asked about one room: how it is now (`Seed`), and the pages of its timeline that a sync left out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, Final

from bot.matrix import raw
from bot.matrix.events import Member, Seed
from bot.matrix.homeserver import Homeserver, Unreachable
from bot.matrix.reading import ENCRYPTION, display_name, power, room_name

_PAGE: Final = 100
_CREATORS_RANK_SINCE: Final = 12
_DRAFTS_OF_12: Final = frozenset({"org.matrix.hydra.11"})


async def seed(server: Homeserver, room: str) -> Seed:
    """How `room` is now, as the server tells it. Raises `Unreachable` and `Rejected`.

    One request for the whole state: members, invitations, levels and name belong to the same instant.
    """
    state: dict[str, Mapping[str, Any]] = {}
    senders: dict[str, str | None] = {}
    members: list[Member] = []
    for kind, key, sender, content in await _state(server, room):
        if kind == "m.room.member":
            member = _member(key, content)
            if member is not None:
                members.append(member)
        elif key == "":
            state[kind] = content
            senders[kind] = sender
    create = state.get("m.room.create", {})
    version = raw.identifier(create.get("room_version")) or "1"
    return Seed(
        members=tuple(members),
        power=power(state.get("m.room.power_levels", {})),
        creators=_creators(version, senders.get("m.room.create"), create),
        version=version,
        encrypted=ENCRYPTION in state,
        name=room_name(state.get("m.room.name", {})),
        history=raw.identifier(state.get("m.room.history_visibility", {}).get("history_visibility")) or "shared",
        predecessor=raw.identifier(raw.within(create, "predecessor", "room_id"), "!"),
        founder=senders.get("m.room.create"),
    )


async def _state(server: Homeserver, room: str) -> Iterator[tuple[str, str, str | None, Mapping[str, Any]]]:
    answer = await server.get("rooms", room, "state")
    return (
        (event["type"], event["state_key"], raw.identifier(event.get("sender"), "@"), raw.mapping(event.get("content")))
        for event in answer.items
        if isinstance(event, dict) and isinstance(event.get("type"), str) and isinstance(event.get("state_key"), str)
    )


def _member(person: str, content: Mapping[str, Any]) -> Member | None:
    identifier = raw.identifier(person, "@")
    membership = content.get("membership")
    if identifier is None:
        return None
    if membership == "join":
        return Member(person=identifier, membership="join", name=display_name(content))
    if membership == "invite":
        return Member(person=identifier, membership="invite", name=display_name(content))
    return None


def _creators(version: str, sender: str | None, create: Mapping[str, Any]) -> frozenset[str]:
    """Who ranks above every power level: nobody before room version 12 (MSC4289)."""
    modern = int(version) >= _CREATORS_RANK_SINCE if version.isdecimal() else version in _DRAFTS_OF_12
    if not modern:
        return frozenset()
    people = [sender, *(raw.identifier(person, "@") for person in raw.sequence(create.get("additional_creators")))]
    return frozenset(person for person in people if person is not None)


async def pages_back(
    server: Homeserver, room: str, newest: str, oldest: str, seconds: float
) -> AsyncIterator[list[Any]]:
    """The raw events of `room` between two tokens, newest first, a page at a time.

    `seconds` is what one page may take. Raises `Unreachable` and `Rejected`.
    """
    token = newest
    seen = {newest}
    while True:
        answer = await server.get(
            "rooms",
            room,
            "messages",
            query=[("dir", "b"), ("from", token), ("to", oldest), ("limit", str(_PAGE))],
            seconds=seconds,
        )
        chunk = answer.content.get("chunk")
        if not isinstance(chunk, list):
            raise Unreachable(1.0, "a page of messages makes no sense", account=False)
        if chunk:
            yield chunk
        end = raw.words(answer.content.get("end"))
        # An empty page with a new token is a page of events we may not see, not the end.
        if end is None or end == oldest or end in seen:
            return
        seen.add(end)
        token = end
