"""The homeserver, the accounts and the rooms of one run."""

from __future__ import annotations

import secrets
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

import aiohttp

from bot.demo.homeserver import Account, Homeserver
from tests.bench.processes import Bare, Bot
from tests.bench.wire import CLIENT, Asker, Sealer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.bench.processes import Subject


@dataclass(slots=True)
class Stage:
    """One part's stage: fresh accounts on the homeserver that all parts share."""

    server: Homeserver
    folder: Path
    person: Account
    bot: Bot
    http: Bare
    nio: Bare
    asker: Asker
    _started: list[Subject] = field(default_factory=list)

    async def start(self, *subjects: Subject) -> None:
        """Start what is to be measured; it is ended with the stage."""
        for subject in subjects:
            self._started.append(subject)
            await subject.start()

    async def stop(self) -> None:
        """End all that was started."""
        for subject in self._started:
            await subject.stop()

    async def join(self, subject: Subject, room: str) -> None:
        """Bring a bare client into a room, as it cannot do that itself."""
        headers = {"Authorization": f"Bearer {subject.account.token}"}
        path = f"{self.server.address}{CLIENT}/join/{quote(room)}"
        async with aiohttp.ClientSession(headers=headers) as session, session.post(path, json={}) as answer:
            answer.raise_for_status()

    @asynccontextmanager
    async def sealer(self) -> AsyncIterator[Sealer]:
        """Our person with an encrypting client, for the time before the measuring."""
        async with Sealer(self.server.address, self.folder / "person") as member:
            await member.enter(self.person.user, self.person.device, self.person.token)
            yield member


@asynccontextmanager
async def stage(server: Homeserver, folder: Path) -> AsyncIterator[Stage]:
    """Make the accounts; end all that was started."""
    tag = secrets.token_hex(3)

    async def register(name: str) -> Account:
        return await server.register(f"{name}-{tag}", secrets.token_urlsafe(9), display=name.capitalize())

    person = await register("person")
    async with Asker(server.address, person) as asker:
        made = Stage(
            server=server,
            folder=folder / tag,
            person=person,
            bot=Bot(await register("folkmoot"), folder / tag / "bot", server.address),
            http=Bare("bare_http", await register("http"), server.address),
            nio=Bare("bare_nio", await register("nio"), server.address),
            asker=asker,
        )
        try:
            yield made
        finally:
            await made.stop()
