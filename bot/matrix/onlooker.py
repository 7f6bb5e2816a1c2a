"""Looks at our account on its homeserver and changes nothing: no sync, no login, no key is sent or used up."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

from bot.matrix import raw
from bot.matrix.events import Seed
from bot.matrix.folder import Session
from bot.matrix.homeserver import Answer, Homeserver, Rejected, Timings, Unreachable
from bot.matrix.rooms import seed
from bot.matrix.shown import Shown

_PATIENCE: Final = Timings(request=20.0)
_AT_ONCE: Final = 4


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of the protocol that the server speaks, and its clock (aware; `None`: it does not say)."""

    versions: tuple[str, ...]
    clock: datetime | None


@dataclass(frozen=True, slots=True)
class Limit:
    """An account's own rate limit: messages per second and at once. Zero of both: none at all."""

    per_second: int
    burst: int


class Onlooker:
    """One look at the server. `session` is the one that the bot keeps; without it only what everybody sees is seen.

    Every method raises `Unreachable` and, where it needs the session, `LoggedOut` and `Rejected`.
    """

    def __init__(self, homeserver: str, session: Session | None, timings: Timings = _PATIENCE) -> None:
        self._homeserver = homeserver
        self._timings = timings
        self._server = Homeserver(homeserver, timings)
        self._server.token = session.token if session else None

    async def close(self) -> None:
        """Close the connections."""
        await self._server.close()

    async def versions(self) -> Versions:
        """What the server speaks."""
        answer = await self._server.ask("GET", "versions", anonymous=True)
        found = tuple(each for each in map(raw.words, raw.sequence(answer.content.get("versions"))) if each)
        if not answer.accepted or not found:
            raise Unreachable(0.0, "what answers there is no Matrix homeserver")
        return Versions(found, _moment(answer))

    async def who(self) -> tuple[str | None, str | None]:
        """Whose session it is: the full user id and the device."""
        answer = await self._server.get("account", "whoami")
        return raw.identifier(answer.content.get("user_id"), "@"), raw.identifier(answer.content.get("device_id"))

    async def shown(self, person: str) -> Shown:
        """An account's identity and devices."""
        return Shown(person, (await self._server.post("keys", "query", body={"device_keys": {person: []}})).content)

    async def one_time_keys(self) -> int | None:
        """How many of our one-time keys the server has. An upload of nothing is answered with the count."""
        answer = await self._server.post("keys", "upload", body={})
        counts = raw.within(answer.content, "one_time_key_counts")
        return None if counts is None else raw.whole(raw.mapping(counts).get("signed_curve25519")) or 0

    async def limit(self, person: str, token: str) -> Limit | None:
        """The rate limit that a Synapse's admin set for an account; `None`: none was set. `token` is an admin's."""
        line = Homeserver(self._homeserver, self._timings)
        line.token = token
        try:
            answer = await line.get("_synapse", "admin", "v1", "users", person, "override_ratelimit")
        finally:
            await line.close()
        found = raw.whole(answer.content.get("messages_per_second")), raw.whole(answer.content.get("burst_count"))
        return None if found[0] is None or found[1] is None else Limit(found[0], found[1])

    async def rooms(self) -> dict[str, Seed | None]:
        """The rooms that the account is in, as the server describes them, without their members; `None` where it does not."""
        answer = await self._server.get("joined_rooms")
        rooms = [room for room in (raw.identifier(each, "!") for each in raw.sequence(answer.content.get("joined_rooms"))) if room]
        free = asyncio.Semaphore(_AT_ONCE)

        async def look(room: str) -> Seed | None:
            async with free:
                try:
                    # The members of many large rooms would fill the memory for nothing.
                    return replace(await seed(self._server, room), members=())
                except (Rejected, Unreachable):
                    return None

        return dict(zip(rooms, await asyncio.gather(*map(look, rooms)), strict=True))


def admins_only(error: Rejected) -> bool:
    """Whether something is refused because only admins may see it, or the server knows no such thing."""
    return error.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


def _moment(answer: Answer) -> datetime | None:
    try:
        found = parsedate_to_datetime(answer.date)
    except ValueError:
        return None
    return found if found.tzinfo else None
