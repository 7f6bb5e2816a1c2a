"""Reading a message once more, because whoever wrote it gives it to us on purpose, later."""

from __future__ import annotations

from bot.matrix.events import Message
from bot.matrix.homeserver import Homeserver, Rejected
from bot.matrix.parcels import Found, ReadAgain
from bot.matrix.sync import Reader


async def read_again(server: Homeserver, reader: Reader, parcel: ReadAgain) -> Found:
    """The message, or nothing where the server does not give it or its key is gone. Raises what `Homeserver.get` raises else."""
    try:
        answer = await server.get("rooms", parcel.room, "event", parcel.event)
    except Rejected:
        return Found(None)
    read = reader.event(answer.content, parcel.room)
    return Found(read if isinstance(read, Message) else None)
