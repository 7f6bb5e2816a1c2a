"""The least that nio can do: `sync_forever` with encryption, a plain reply to `!now`. No store of its own, no rules.

Run as `python -m tests.bench.bare_nio ADDRESS USER DEVICE TOKEN FROM`, as `bare_http`; its keys lie in a folder that is
thrown away.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import tempfile

from nio import AsyncClient, MatrixRoom, RoomMessageText, UnknownEvent

from tests.bench.wire import COMMAND, FILTER, MARK, plain


async def main() -> None:
    """Answer until ended."""
    address, user, device, token, begin = sys.argv[1:6]
    logging.getLogger().addHandler(logging.NullHandler())
    with tempfile.TemporaryDirectory() as folder:
        client = AsyncClient(address, user, device, store_path=folder)
        client.restore_login(user, device, token)

        async def said(room: MatrixRoom, event: RoomMessageText) -> None:
            if event.sender != user and event.body == COMMAND and event.server_timestamp >= int(begin):
                answer = plain("Nothing is open right now.")
                await client.room_send(room.room_id, "m.room.message", answer, ignore_unverified_devices=True)

        async def marked(_: MatrixRoom, event: UnknownEvent) -> None:
            if event.type == MARK and event.server_timestamp >= int(begin):
                sys.stdout.write(f"seen {event.source['content']['tag']}\n")
                sys.stdout.flush()

        client.add_event_callback(said, RoomMessageText)
        client.add_event_callback(marked, UnknownEvent)
        await client.sync_forever(timeout=30_000, full_state=True, sync_filter=json.loads(FILTER))


if __name__ == "__main__":
    asyncio.run(main())
