"""Looking at a poll that a member made before anybody asked us to count it: its question and all that was answered."""

from __future__ import annotations

from typing import Final

from bot.matrix.events import PollAnswer, PollStarted
from bot.matrix.homeserver import Homeserver
from bot.matrix.parcels import LookAt, Seen
from bot.matrix.sync import Reader

_PAGE: Final = 100
_MOST: Final = 50


async def look(server: Homeserver, reader: Reader, parcel: LookAt) -> Seen:
    """The poll and its answers, oldest first. Raises what `Homeserver.get` raises."""
    answer = await server.get("rooms", parcel.room, "event", parcel.event)
    poll = reader.event(answer.content, parcel.room)
    if not isinstance(poll, PollStarted):
        return Seen(None, ())
    answers: list[PollAnswer] = []
    query = [("dir", "f"), ("limit", str(_PAGE))]
    start: str | None = None
    for _ in range(_MOST):
        page = await server.get(
            "v1",
            "rooms",
            parcel.room,
            "relations",
            parcel.event,
            "m.reference",
            query=[*query, *([("from", start)] if start else [])],
        )
        chunk = page.content.get("chunk")
        for raw in chunk if isinstance(chunk, list) else []:
            found = reader.event(raw, parcel.room)
            if isinstance(found, PollAnswer) and found.poll == parcel.event:
                answers.append(found)
        following = page.content.get("next_batch")
        if not isinstance(following, str) or following == start:
            break
        start = following
    return Seen(poll, tuple(sorted(answers, key=lambda each: (each.sent, each.event))))
