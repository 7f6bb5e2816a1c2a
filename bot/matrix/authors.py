"""Looking who wrote a message. Nothing else of it is looked at."""

from __future__ import annotations

from bot.matrix import raw
from bot.matrix.homeserver import Homeserver
from bot.matrix.parcels import WhoWrote, Written


async def author(server: Homeserver, parcel: WhoWrote) -> Written:
    """Who sent the event. Raises what `Homeserver.get` raises."""
    answer = await server.get("rooms", parcel.room, "event", parcel.event)
    return Written(raw.identifier(answer.content.get("sender"), "@"))
