"""The least that can answer: one `/sync` loop over HTTP, a plain reply to `!now`. No encryption, no store, no rules.

Run as `python -m tests.bench.bare_http ADDRESS USER DEVICE TOKEN FROM`; what was sent before `FROM` (milliseconds since
1970) is not answered. A line `seen TAG` on standard output tells of each mark.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from urllib.parse import quote

import aiohttp

from tests.bench.wire import CLIENT, COMMAND, FILTER, MARK, plain


async def main() -> None:
    """Answer until ended."""
    address, user, _, token, begin = sys.argv[1:6]
    since = ""
    numbers = itertools.count()
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as session:
        while True:
            path = f"{address}{CLIENT}/sync?filter={quote(FILTER)}&timeout={30_000 if since else 0}{since}"
            async with session.get(path) as answer:
                news = await answer.json()
            since = f"&since={quote(news['next_batch'])}"
            for room, told in news.get("rooms", {}).get("join", {}).items():
                for event in told["timeline"]["events"]:
                    if event["sender"] == user or event["origin_server_ts"] < int(begin):
                        continue
                    if event["type"] == MARK:
                        sys.stdout.write(f"seen {event['content']['tag']}\n")
                        sys.stdout.flush()
                    elif event["type"] == "m.room.message" and event["content"].get("body") == COMMAND:
                        path = f"{address}{CLIENT}/rooms/{quote(room)}/send/m.room.message/{begin}-{next(numbers)}"
                        async with session.put(path, json=plain("Nothing is open right now.")) as sent:
                            await sent.read()


if __name__ == "__main__":
    asyncio.run(main())
