"""All checks in the order in which people read them, and one look at each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.check import account, backup, database, files, keys, record, rooms, server, settings
from bot.check.model import Check, Finding, Need, State, problem, unknown
from bot.check.scene import Scene
from bot.matrix.homeserver import LoggedOut, Rejected, Unreachable
from bot.matrix.keystore import KeyStoreFailed
from bot.store.looking import Unsound

CHECKS: tuple[Check, ...] = (
    *settings.CHECKS,
    *files.CHECKS,
    *database.CHECKS,
    *record.CHECKS,
    *backup.CHECKS,
    *server.CHECKS,
    *account.CHECKS,
    *keys.CHECKS,
    *rooms.CHECKS,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page."""

    check: Check
    finding: Finding


async def page(scene: Scene, checks: Sequence[Check] = CHECKS) -> AsyncIterator[Line]:
    """What each check finds, one after the other. One that cannot look keeps no other from it."""
    for check in checks:
        for finding in await _look(check, scene):
            yield Line(check, finding)


async def _look(check: Check, scene: Scene) -> Sequence[Finding]:
    lacks = _lacks(check.need, scene)
    try:
        return [unknown(f"not looked at: {lacks}")] if lacks else await check.look(scene)
    except (Unreachable, Rejected, LoggedOut) as error:
        return [unknown(f"not looked at: {_trouble(error)}")]
    except KeyStoreFailed as error:
        return [problem(f"the key store cannot be read ({error})", "Put a backup back, or start the bot with its password: it makes new keys.")]
    except Unsound as error:
        return [problem(f"the database cannot be read ({error})", "Stop the bot and put a backup back.")]
    except OSError as error:
        return [unknown(f"not looked at: {error.strerror}")]


def _trouble(error: Unreachable | Rejected | LoggedOut) -> str:
    match error:
        case Unreachable(reason=reason):
            return f"the homeserver does not answer ({reason})"
        case Rejected(code=code):
            return f"the homeserver refuses to say ({code})"
        case _:
            return "the session has ended meanwhile"


def _lacks(need: Need, scene: Scene) -> str:
    """What is not there that a check needs; empty: nothing."""
    match need:
        case Need.DATABASE if scene.database is None:
            return "the database cannot be opened" if scene.unsound else "there is no database yet"
        case Need.SERVER if scene.server.versions is None:
            return "the homeserver does not answer"
        case Need.SESSION if scene.server.versions is None:
            return "the homeserver does not answer"
        case Need.SESSION if scene.session is None or scene.server.who is None:
            return "there is no session (see login)"
    return ""


def worst(found: Sequence[Finding], *, strict: bool) -> bool:
    """Whether somebody has to come and look: a problem, and where it is `strict` a warning."""
    bad = {State.PROBLEM, State.WARNING} if strict else {State.PROBLEM}
    return any(finding.state in bad for finding in found)
