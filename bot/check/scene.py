"""What the checks look at: settings, files, the database and the homeserver, each opened so that it cannot be changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from bot.catalog import LOCALE
from bot.clock import Clock
from bot.config import Config
from bot.matrix.events import Seed
from bot.matrix.folder import Session
from bot.matrix.homeserver import LoggedOut, Rejected, Unreachable
from bot.matrix.kept import Kept
from bot.matrix.onlooker import Onlooker, Versions
from bot.matrix.shown import Shown
from bot.store.looking import Look, Unsound
from bot.texts import Texts

DATABASE = "folkmoot.db"


@dataclass(frozen=True, slots=True)
class Server:
    """The homeserver, as far as it answers.

    `versions` is None where it does not, for the reason `silent`. `asked` is the middle of the moment at which it was asked
    for its clock. `who` is whose session we have (user and device), `None` where it has ended or there is none.
    """

    line: Onlooker
    versions: Versions | None
    silent: str
    asked: datetime
    who: tuple[str | None, str | None] | None


@dataclass
class Scene:
    """`file` is the path of the settings. `database` is None where there is none, or none that can be read (`unsound`)."""

    file: Path
    config: Config
    clock: Clock
    kept: Kept
    session: Session | None
    running: bool
    database: Look | None
    unsound: str
    server: Server
    admin_token: str | None = field(repr=False)
    _rooms: dict[str, Seed | None] | None = None
    _shown: Shown | None = None

    @cached_property
    def texts(self) -> Texts:
        """The program's own texts."""
        return Texts.load(LOCALE)

    async def rooms(self) -> Mapping[str, Seed | None]:
        """The rooms, asked for once. Raises as `Onlooker` does."""
        if self._rooms is None:
            self._rooms = await self.server.line.rooms()
        return self._rooms

    async def shown(self) -> Shown:
        """The account as others see it, asked for once. Raises as `Onlooker` does."""
        if self._shown is None:
            assert self.session is not None
            self._shown = await self.server.line.shown(self.session.user_id)
        return self._shown


@asynccontextmanager
async def opened(file: Path, config: Config, clock: Clock, environ: Mapping[str, str]) -> AsyncIterator[Scene]:
    """The scene of the bot that `config`, read from `file`, describes."""
    kept = Kept(config.data)
    session = kept.session()
    running = kept.running
    database, unsound = _database(config.data / DATABASE, still=not running)
    line = Onlooker(config.homeserver, session if session and session.homeserver == config.homeserver else None)
    try:
        yield Scene(
            file=file,
            config=config,
            clock=clock,
            kept=kept,
            session=session,
            running=running,
            database=database,
            unsound=unsound,
            server=await _server(line, session, clock),
            admin_token=environ.get("FOLKMOOT_ADMIN_TOKEN") or None,
        )
    finally:
        await line.close()
        if database is not None:
            database.close()


def _database(path: Path, *, still: bool) -> tuple[Look | None, str]:
    if not path.exists():
        return None, ""
    try:
        return Look(path, still=still), ""
    except Unsound as error:
        return None, str(error)


async def _server(line: Onlooker, session: Session | None, clock: Clock) -> Server:
    before = clock.now()
    try:
        versions = await line.versions()
    except Unreachable as error:
        return Server(line, None, error.reason, before, None)
    asked = before + (clock.now() - before) / 2
    who = None
    if session is not None:
        try:
            who = await line.who()
        except (LoggedOut, Rejected):
            who = None
        except Unreachable as error:
            return Server(line, None, error.reason, asked, None)
    return Server(line, versions, "", asked, who)
