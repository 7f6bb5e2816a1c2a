"""The account: whose session it is, and how fast it may send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.check.model import Check, Finding, Need, ok, problem, unknown, warning
from bot.check.scene import Scene
from bot.matrix.homeserver import LoggedOut, Rejected
from bot.matrix.onlooker import admins_only

_LIFT: Final = (
    "If answers come late when many vote at once, an admin of a Synapse lifts the limit for this account alone: "
    'curl -X POST -H "Authorization: Bearer ADMIN_TOKEN" -d \'{{"messages_per_second": 0, "burst_count": 0}}\' '
    "{homeserver}/_synapse/admin/v1/users/{user}/override_ratelimit"
)


async def _login(scene: Scene) -> Sequence[Finding]:
    session, login = scene.session, scene.config.login
    again = "Start the bot: it logs in by itself." if login.password else "Give it a new token, or its password."
    if session is None:
        return [warning("the bot has not logged in yet", again)]
    local = session.user_id[1:].partition(":")[0]
    if login.user not in {session.user_id, local, f"@{local}"}:
        return [problem(f"{scene.config.data} belongs to another account than {login.user}", "Give each account a data folder of its own (data: in the settings).")]
    if session.homeserver != scene.config.homeserver:
        return [warning("the homeserver's address in the settings is another one than at the last login", again)]
    if scene.server.who is None:
        return [problem("the homeserver does not know the bot's session any more", again)]
    user, device = scene.server.who
    if user != session.user_id or device != session.device_id:
        return [problem(f"the session is that of {user} on device {device}, not of {session.user_id} on {session.device_id}", again)]
    return [ok(f"logged in as {user} on device {device}")]


async def _limit(scene: Scene) -> Sequence[Finding]:
    session = scene.session
    assert session is not None
    lift = _LIFT.format(homeserver=scene.config.homeserver, user=session.user_id)
    try:
        limit = await scene.server.line.limit(session.user_id, scene.admin_token or session.token)
    except LoggedOut:
        return [unknown("FOLKMOOT_ADMIN_TOKEN is no token that the homeserver knows", lift)]
    except Rejected as error:
        if not admins_only(error):
            raise
        return [unknown("only an admin can see the account's rate limit (set FOLKMOOT_ADMIN_TOKEN to an admin's token)", lift)]
    found: list[Finding] = []
    if scene.admin_token is None:
        found.append(warning("the bot's account is an admin of the homeserver, which it never needs to be", "Take its admin rights away."))
    if limit is None:
        return [*found, warning("the account has the homeserver's usual rate limit", lift)]
    if limit.per_second == 0:
        return [*found, ok("the account may send as fast as it needs")]
    return [*found, warning(f"the account may send {limit.per_second} messages a second, and {limit.burst} at once", lift)]


CHECKS = (
    Check("login", "The bot's session is known to the homeserver, and is that of the account in the settings.", _login, Need.SERVER),
    Check(
        "rate limit",
        "How fast the account may send. Only an admin can see that, so it is told only when the environment has an admin's token "
        "in FOLKMOOT_ADMIN_TOKEN; nothing is sent to find it out.",
        _limit,
        Need.SESSION,
    ),
)
