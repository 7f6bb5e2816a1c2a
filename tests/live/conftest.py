"""The stage of the live tests: one real homeserver for the session; people, rooms, proxies and bots for each test."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

import pytest

from bot.demo.homeserver import Account, Homeserver
from bot.matrix.member import Member
from tests.live.bot_process import BOT, BotProcess, write_config
from tests.live.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from bot.matrix.heard import Heard

HERE = Path(__file__).parent
NAMES = ("Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gul", "Hana", "Ivo", "Jo", "Kai", "Lea")
PASSWORD = "only for this test"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a real homeserver."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.live)


@pytest.fixture(scope="session")
async def homeserver(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    """One Synapse for the whole session, with generous limits."""
    async with Homeserver(tmp_path_factory.mktemp("homeserver")) as server:
        yield server


@pytest.fixture(scope="session")
async def strict_homeserver(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    """Another one, with Synapse's default rate limits; starts only for the tests that ask for it."""
    async with Homeserver(tmp_path_factory.mktemp("strict"), limits="default") as server:
        yield server


class MakeMembers(Protocol):
    """`ana, ben = await members(2)`: people nobody else has met. `server` is the session's unless told otherwise."""

    async def __call__(self, count: int, *, server: Homeserver | None = None) -> list[Member]:
        """Make `count` people."""
        ...


@pytest.fixture
async def members(homeserver: Homeserver) -> AsyncIterator[MakeMembers]:
    """Make people with fresh accounts, logged in and listening; named Ana, Ben, Cleo..."""
    async with AsyncExitStack() as stack:
        made = 0

        async def make(count: int, *, server: Homeserver | None = None) -> list[Member]:
            nonlocal made
            people = []
            for _ in range(count):
                name = NAMES[made % len(NAMES)]
                made += 1
                people.append(await enter(stack, server or homeserver, name))
            return people

        yield make


async def enter(stack: AsyncExitStack, server: Homeserver, name: str) -> Member:
    """Register somebody with the display name `name` and begin to listen."""
    account = await server.register(f"{name.lower()}-{uuid4().hex[:8]}", PASSWORD, display=name)
    member = await stack.enter_async_context(Member(server.address))
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
    """A bot process that knows its account; `user` is its full id."""

    def __init__(self, folder: Path, account: Account, command: Sequence[str]) -> None:
        """Take an account that is registered; the bot logs in itself."""
        super().__init__(folder, command=command)
        self.account = account
        self.user = account.user


@pytest.fixture
async def bots(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MakeBot]:
    """Make bots; all are killed when the test ends. `address` is a proxy's, `config` goes to `write_config`."""
    made: list[LiveBot] = []

    async def make(
        *,
        server: Homeserver | None = None,
        address: str | None = None,
        command: Sequence[str] = BOT,
        **config: Any,
    ) -> LiveBot:
        home = server or homeserver
        account = await home.register(f"folkmoot-{uuid4().hex[:8]}", PASSWORD)
        bot = LiveBot(tmp_path / f"bot-{len(made) + 1}", account, command)
        write_config(bot.folder, address or home.address, account.user, PASSWORD, **config)
        made.append(bot)
        return bot

    yield make
    for bot in made:
        await bot.kill()
