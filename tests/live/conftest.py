"""The stage of the live tests: one real homeserver for the session; people, rooms, proxies and bots for each test."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

import pytest

from bot.demo.homeserver import Account, Homeserver
from bot.matrix.member import Member
from tests.live.bot_process import BOT, BotProcess, write_config
from tests.live.nursery import Child, Nursery
from tests.live.proxy import Proxy
from tests.live.shared import folder_of_shared, quick_folder, share
from tests.live.wire import in_the_clear, readable_outside, said_twice

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Sequence

    from bot.matrix.heard import Heard

HERE = Path(__file__).parent
NAMES = ("Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gul", "Hana", "Ivo", "Jo", "Kai", "Lea")
PASSWORD = "only for this test"
COSTLY = {"strict_homeserver", "installed"}
"""Fixtures that are made once, by one process: a homeserver with its usual limits, and the wheel in an environment of its own."""
BREATH = 0.2
"""Seconds that people's devices take between two looks: to show an event to six at once costs as much as the event."""


def pytest_configure(config: pytest.Config) -> None:
    """However many processes run the tests, they use one homeserver."""
    share(config)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a real homeserver or takes its time; what shares something costly is run by one process."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.live)
            for group in COSTLY & set(getattr(item, "fixturenames", ())):
                item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(scope="session")
async def homeserver(pytestconfig: pytest.Config) -> AsyncIterator[Homeserver]:
    """One Synapse for the whole session, with generous limits."""
    if (folder := folder_of_shared(pytestconfig)) is not None:
        server = Homeserver.started_elsewhere(folder)
        yield server
        await server.stop()
        return
    with quick_folder() as place:
        async with Homeserver(place) as server:
            yield server


@pytest.fixture(scope="session")
async def strict_homeserver() -> AsyncIterator[Homeserver]:
    """Another one, with Synapse's default rate limits; starts only for the tests that ask for it."""
    with quick_folder() as place:
        async with Homeserver(place, limits="default") as server:
            yield server


class MakeMembers(Protocol):
    """`ana, ben = await members(2)`: people nobody else has met. `server` is the session's unless told otherwise."""

    async def __call__(self, count: int, *, server: Homeserver | None = None) -> list[Member]:
        """Make `count` people."""
        ...


@pytest.fixture
def people() -> list[Member]:
    """Everybody whom `members` made in this test."""
    return []


@pytest.fixture
async def members(homeserver: Homeserver, people: list[Member]) -> AsyncIterator[MakeMembers]:
    """Make people with fresh accounts, logged in and listening; named Ana, Ben, Cleo..."""
    async with AsyncExitStack() as stack:
        made = 0

        async def make(count: int, *, server: Homeserver | None = None) -> list[Member]:
            nonlocal made
            numbers = range(made, made + count)
            made += count
            async with asyncio.TaskGroup() as coming:
                entering = [coming.create_task(enter(stack, server or homeserver, number)) for number in numbers]
            entered = [person.result() for person in entering]
            people.extend(entered)
            return entered

        yield make


async def enter(stack: AsyncExitStack, server: Homeserver, number: int) -> Member:
    """Register the person with this number and begin to listen: the first at once, to whom the tests listen most."""
    name = NAMES[number % len(NAMES)]
    account = await server.register(f"{name.lower()}-{uuid4().hex[:8]}", PASSWORD, display=name)
    member = await stack.enter_async_context(Member(server.address, breath=BREATH if number else 0.0))
    await member.enter(account.user, account.device, account.token)
    return member


async def gather(people: Sequence[Member], *, encrypted: bool = True, **more: Any) -> str:
    """Make a room by the first of `people`, bring in the others, and return its id when all have heard all come in.

    `more` goes to `Member.create_room` (`name`, `room_version`...).
    """
    first, *others = people
    room = await first.create_room(encrypted=encrypted, invite=[member.user for member in others], **more)
    for member in others:
        await member.join(room)
    for listener in people:
        for member in others:
            await listener.hears(CameIn(member.user), room=room)
    return room


@asynccontextmanager
async def resting(people: Iterable[Member]) -> AsyncIterator[None]:
    """Let people's devices hear nothing for a while: each event costs the homeserver as much again for each listener."""
    async with AsyncExitStack() as stack:
        for member in people:
            await stack.enter_async_context(member.deaf())
        yield


class CameIn:
    """A predicate for `Member.hears`: `person` is in the room now."""

    def __init__(self, person: str) -> None:
        """Of the person with this full id."""
        self.person = person

    def __call__(self, heard: Heard) -> bool:
        """Whether this event brought them in."""
        came = heard.type == "m.room.member" and heard.content.get("membership") == "join"
        return came and heard.state_key == self.person

    def __repr__(self) -> str:
        """For the message when it is not heard."""
        return f"{self.person} coming in"


@pytest.fixture
async def proxy(homeserver: Homeserver) -> AsyncIterator[Proxy]:
    """Put a network that can fail between a bot and the session's homeserver."""
    async with Proxy(homeserver.address) as between:
        yield between


class MakeBot(Protocol):
    """`bot = await bots()`: a bot with an account of its own, its `bot.yaml` written, not started yet."""

    async def __call__(
        self,
        *,
        server: Homeserver | None = None,
        address: str | None = None,
        command: Sequence[str] = BOT,
        **config: Any,
    ) -> LiveBot:
        """Make a bot."""
        ...


class LiveBot(BotProcess):
    """A bot process that knows its account; `user` is its full id. Its lives come from `nurseries`, in turn."""

    def __init__(self, folder: Path, account: Account, command: Sequence[str], nurseries: Iterator[Nursery]) -> None:
        """Take an account that is registered; the bot logs in itself."""
        super().__init__(folder, command=command)
        self.account = account
        self.user = account.user
        self._nurseries = nurseries

    async def _launch(self) -> asyncio.subprocess.Process | Child:
        module, *arguments = self.command
        if module != BOT[0]:
            return await super()._launch()
        return await next(self._nurseries).bear([*arguments, "--config", str(self.config)], self.log)


@pytest.fixture(scope="session")
async def nurseries() -> AsyncIterator[Iterator[Nursery]]:
    """Where bots come from. There are two: Python orders sets anew in each process, and so in the lives of a bot."""
    async with Nursery() as one, Nursery() as other:
        yield cycle((one, other))


@pytest.fixture
async def bots(
    homeserver: Homeserver, nurseries: Iterator[Nursery], people: list[Member], tmp_path: Path
) -> AsyncIterator[MakeBot]:
    """Make bots; all are killed when the test ends, and must have kept what they said to those who were there, and said it once.

    `address` is a proxy's, `config` goes to `write_config`.
    """
    made: list[LiveBot] = []
    homes: list[Homeserver] = []

    async def make(
        *,
        server: Homeserver | None = None,
        address: str | None = None,
        command: Sequence[str] = BOT,
        **config: Any,
    ) -> LiveBot:
        home = server or homeserver
        account = await home.register(f"folkmoot-{uuid4().hex[:8]}", PASSWORD)
        bot = LiveBot(tmp_path / f"bot-{len(made) + 1}", account, tuple(command), nurseries)
        write_config(bot.folder, address or home.address, account.user, PASSWORD, **config)
        made.append(bot)
        homes.append(home)
        return bot

    yield make
    await asyncio.gather(*(bot.kill() for bot in made))
    for bot, home in zip(made, homes, strict=True):
        assert await asyncio.to_thread(in_the_clear, home.folder, bot.user) == []
        assert await asyncio.to_thread(said_twice, home.folder, bot.user) == []
        for person in people:
            assert await asyncio.to_thread(readable_outside, home.folder, bot.user, person.user, person.keys) == []
