"""A kill at every single request that the bot makes on its way from the first login to the result of a vote."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from tests.live.circle import HELLO, HOUR, WITHIN, Circle, counts
from tests.live.conftest import MakeBot, MakeMembers, gather
from tests.live.proxy import Proxy

if TYPE_CHECKING:
    from bot.demo.homeserver import Homeserver
    from tests.live.conftest import LiveBot
    from tests.live.proxy import Seen

MOST = 60
"""More requests than the way needs; where it ends before, there is nothing left to kill."""


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
async def test_a_kill_at_every_request(
    homeserver: Homeserver, members: MakeMembers, bots: MakeBot, *, after: bool
) -> None:
    """Whichever request the bot was killed at, before or after the server acted, everything happens exactly once."""
    for number in range(1, MOST + 1):
        if not await decide(homeserver, members, bots, number, after=after):
            assert number > MOST // 3
            return


async def decide(homeserver: Homeserver, members: MakeMembers, bots: MakeBot, number: int, *, after: bool) -> bool:
    """Take a decision, with a kill at the bot's request `number`; says whether there was such a request."""
    async with Proxy(homeserver.address) as proxy:
        bot, people = await asyncio.gather(bots(address=proxy.address), members(2))
        ana, ben = people
        room = await gather(people)
        circle = Circle(bot, room, people)
        struck = asyncio.Event()
        made = 0

        async def strike(seen: Seen) -> None:
            nonlocal made
            made += 1
            if made == number:
                if not after:
                    proxy.cut(path=re.escape(seen.path), times=1)
                await bot.kill()
                struck.set()

        proxy.on_request(strike, path="", times=None, after=after)
        again = asyncio.create_task(_start_again(bot, struck))
        try:
            await bot.start()
            await circle.invites()
            await ana.say(room, "!propose Shall we dance? until in 2 hours")
            await circle.turnout("is open until")
            votes = [await ben.say(room, "!vote 1 yes"), await ana.say(room, "!vote 1 no")]
            asked = await ben.say(room, "!now")
            await asyncio.gather(*map(circle.marked, votes), circle.answer(asked))
            await circle.turnout("2 of 2")
            result = await circle.ends(2 * HOUR)
            await circle.settled()
        except Exception as error:
            error.add_note(f"Killed at request {number}: {proxy.seen[min(number, len(proxy.seen)) - 1]}")
            raise
        finally:
            again.cancel()
            await bot.kill()
        said = circle.said()
        what = f"killed at request {number}"
        assert counts(result) == {"yes": 1, "no": 1}, what
        assert len([heard for heard in said if HELLO in heard.body]) == 1, what
        assert len([heard for heard in said if heard.poll]) == 1, what
        assert len([heard for heard in said if heard.type.endswith("poll.end")]) == 1, what
        assert len([heard for heard in said if "In the record:" in heard.body]) == 1, what
        assert len([heard for heard in said if heard.body.startswith("#1 is open until") and not heard.replaces]) == 1, what
        assert [len(circle.marks(event)) for event in votes] == [1, 1], what
        assert len(circle.answers(asked)) == 1, what
        assert not [heard for heard in said if "could not read" in heard.body], what
        return struck.is_set()


async def _start_again(bot: LiveBot, struck: asyncio.Event) -> None:
    await struck.wait()
    async with asyncio.timeout(WITHIN):
        while bot.alive:  # noqa: ASYNC110  (a process that ends tells nobody)
            await asyncio.sleep(0.02)
    await bot.start()
