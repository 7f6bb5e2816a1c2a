"""The keys of the device, and whether people's apps trust it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.check.model import Check, Finding, Need, ok, problem, unknown, warning
from bot.check.scene import Scene
from bot.matrix.kept import KeysLost
from bot.watch.findings import FEW_KEYS

_NEW_DEVICE: Final = "Stop the bot and start it with its password: it makes a new device with the same identity. Old messages stay unread."
_OFF: Final = "encryption is off in the settings"


async def _device(scene: Scene) -> Sequence[Finding]:
    session = scene.session
    assert session is not None
    if not scene.config.encryption:
        return [unknown(_OFF)]
    try:
        ours = scene.kept.keys(session)
    except KeysLost as lost:
        return [problem(f"the keys of the bot's device are lost: {lost}", _NEW_DEVICE)]
    shown = await scene.shown()
    theirs = shown.keys_of(session.device_id)
    if theirs is None:
        return [warning("the homeserver has no keys of the bot's device", "Start the bot, or restart it: it puts them there.")]
    if theirs != (ours.curve25519, ours.ed25519):
        return [problem("the homeserver shows other keys for the bot's device than its own", _NEW_DEVICE)]
    others = len(shown.devices - {session.device_id})
    found = [ok("the homeserver shows the keys that the bot has")]
    if others:
        found.append(
            warning(f"other devices of the account have keys too, and could read along; how many: {others}", "If you know them: sign them out in Element, under Sessions, as the bot's account.")
        )
    return found


async def _identity(scene: Scene) -> Sequence[Finding]:
    session = scene.session
    assert session is not None
    if not scene.config.encryption:
        return [unknown(_OFF)]
    shown = await scene.shown()
    restart = "Restart the bot with its password in the settings: it signs its device anew."
    if shown.master is not None and scene.kept.master() not in {None, shown.master}:
        return [
            problem(
                "the account has another identity than the one in the data folder, so apps warn about the bot's messages",
                restart + " If somebody logged in to the account elsewhere and reset its identity, do not do that again.",
            )
        ]
    broken = shown.broken(session.device_id)
    if broken is not None:
        return [problem(f"people's apps do not trust the bot's device: {broken}", restart)]
    if scene.kept.master() is None:
        return [
            warning(
                "the seeds of the identity (identity.json) are not in the data folder: the next device would not be trusted",
                "Put identity.json back from a backup.",
            )
        ]
    return [ok("people's apps trust the bot's device: its identity has signed it")]


async def _one_time(scene: Scene) -> Sequence[Finding]:
    if not scene.config.encryption:
        return [unknown(_OFF)]
    count = await scene.server.line.one_time_keys()
    if count is None:
        return [unknown("the homeserver does not say how many one-time keys it has")]
    says = f"the homeserver has {count} one-time keys of the bot"
    if count < FEW_KEYS:
        do = "The bot adds more by itself while it runs; if the number stays low, look into its log."
        return [warning(f"{says}; without any, nobody can begin to send it keys", do)]
    return [ok(says)]


CHECKS = (
    Check("device keys", "The homeserver shows the same keys for the bot's device as the bot has.", _device, Need.SESSION),
    Check("identity", "The account's identity has signed the device (cross-signing), as other people's apps check it.", _identity, Need.SESSION),
    Check("one-time keys", "Enough one-time keys are on the homeserver, so that people's apps can send the bot keys.", _one_time, Need.SESSION),
)
