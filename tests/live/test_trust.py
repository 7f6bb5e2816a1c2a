"""Trust: the bot's device is its own for everybody, and what it knows stays where it belongs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import vodozemac
from nio.api import Api

from tests.live.bot_process import BotProcess, write_config
from tests.live.circle import WITHIN, Circle
from tests.live.conftest import PASSWORD, MakeBot, MakeMembers

if TYPE_CHECKING:
    from pathlib import Path

    from bot.matrix.member import Member
    from tests.live.conftest import LiveBot


class Shown:
    """An account as others see it: its identity and its devices."""

    def __init__(self, person: str, answer: dict[str, Any]) -> None:
        """`answer` is that of `/keys/query`."""
        self.person = person
        self.master = answer["master_keys"][person]
        self.self_signing = answer["self_signing_keys"][person]
        self.devices: dict[str, dict[str, Any]] = answer["device_keys"][person]

    def signed(self, value: dict[str, Any], key_id: str, public: str) -> bool:
        """Whether this account signed `value` with the key: over the canonical JSON without what may change."""
        bare = {name: one for name, one in value.items() if name not in {"signatures", "unsigned"}}
        signature = value.get("signatures", {}).get(self.person, {}).get(f"ed25519:{key_id}")
        if signature is None:
            return False
        try:
            vodozemac.Ed25519PublicKey.from_base64(public).verify_signature(
                Api.to_canonical_json(bare).encode(), vodozemac.Ed25519Signature.from_base64(signature)
            )
        except (ValueError, vodozemac.SignatureException):
            return False
        return True

    def trusted(self) -> list[str]:
        """The devices to which a chain of signatures leads from the master key."""
        (master,) = self.master["keys"].values()
        (signing,) = self.self_signing["keys"].values()
        if not self.signed(self.self_signing, master, master):
            return []
        return [
            device
            for device, keys in self.devices.items()
            if self.signed(keys, signing, signing) and self.signed(keys, device, keys["keys"][f"ed25519:{device}"])
        ]


async def look(asker: Member, person: str) -> Shown:
    """See an account through somebody else's eyes."""
    return Shown(person, await asker.http("POST", "/keys/query", {"device_keys": {person: []}}))


async def test_its_device_is_signed_by_its_own_identity(members: MakeMembers, bots: MakeBot) -> None:
    """For others the bot's one device is signed by the bot's own identity, and the same one after kills and restarts."""
    circle = await Circle.gather(members, bots, 2)
    before = await look(circle.ana, circle.bot.user)
    assert before.trusted() == list(before.devices)
    assert len(before.devices) == 1
    # A changed device would show: the check can fail.
    (keys,) = before.devices.values()
    forged = Shown(before.person, {
        "master_keys": {before.person: before.master},
        "self_signing_keys": {before.person: before.self_signing},
        "device_keys": {before.person: {"OTHER": {**keys, "algorithms": []}}},
    })  # fmt: skip
    assert forged.trusted() == []
    await circle.bot.kill()
    await circle.bot.start()
    await circle.settled()
    assert (await circle.bot.terminate()).code == 0
    await circle.bot.start()
    answer = await circle.asks(circle.ana, "!now")
    after = await look(circle.ana, circle.bot.user)
    assert answer.encrypted
    assert after.trusted() == before.trusted()
    assert (after.master, after.self_signing) == (before.master, before.self_signing)
    assert after.devices == before.devices


async def test_secrets_are_for_their_owner_alone(members: MakeMembers, bots: MakeBot) -> None:
    """Every file of the data folder is readable by its owner alone, while it runs, after a kill and at the end."""
    circle = await Circle.gather(members, bots, 2)
    data = circle.bot.folder / "data"
    assert open_to_others(data) == []
    assert {"session.json", "identity.json", "secret.json", "keys.db", "folkmoot.db"} <= {
        file.name for file in data.iterdir()
    }
    await circle.bot.kill()
    await circle.bot.start()
    await circle.settled()
    assert open_to_others(data) == []
    await circle.bot.terminate()
    assert open_to_others(data) == []


def open_to_others(folder: Path) -> list[str]:
    """What in `folder`, itself included, somebody else may read or write."""
    return [
        f"{path.name} {path.stat().st_mode:o}" for path in (folder, *folder.rglob("*")) if path.stat().st_mode & 0o77
    ]


async def test_a_config_that_others_may_read_is_refused(bots: MakeBot) -> None:
    """A bot whose password stands in a file that others may read does not start, and says what to do."""
    bot = await bots(command=("bot", "run"))
    bot.config.chmod(0o644)
    await bot.start()
    assert (await bot.ended()).code == 2
    assert "chmod 600" in bot.said()
    assert PASSWORD not in bot.said()
    assert not (bot.folder / "data").exists()


async def test_what_people_say_is_kept_nowhere(members: MakeMembers, bots: MakeBot) -> None:
    """No talk is in the log or in the bytes of any file, in whatever form it was said; no password or token in the log."""
    circle = await Circle.gather(members, bots, 2, logs={"level": "debug"})
    ana, ben = circle.people
    room = circle.room
    talk = Talk()
    poll = await circle.proposes(ana, f"Shall we {talk.kept}?", "until in 2 hours")
    first = await ana.say(room, talk("a word"))
    await ben.reply(room, first, talk("a reply"))
    await ben.reply(room, poll.event, talk("a reply to the poll"))
    await ben.thread(room, first, talk("in a thread"))
    await ana.edit(room, first, talk("an edit"))
    await ana.say(room, talk("an emote"), more={"msgtype": "m.emote"})
    await ana.put("m.room.message", room, {"msgtype": "m.text", "body": talk("odd"), "m.relates_to": [talk("inside")]})
    await ana.put("m.room.message", room, {"msgtype": "m.text", "body": talk("in the clear")}, encrypted=False)
    await ana.redact(room, first, reason=talk("a removal"))
    # A message whose key comes late waits as a row.
    await ben.hold_keys(room)
    await ben.say(room, talk("without a key"))
    await circle.settled()
    await ben.release_keys()
    direct = await ben.open_direct(circle.bot.user)
    await ben.hears(
        lambda heard: heard.state_key == circle.bot.user and heard.content.get("membership") == "join", room=direct
    )
    await ben.say(direct, talk("alone with it"))
    await ben.hears("I am a program", room=direct, sender=circle.bot.user, timeout=WITHIN)
    await circle.settled()
    found = traces(circle.bot, talk.words)
    await circle.bot.kill()
    await circle.bot.start()
    await circle.settled()
    await circle.bot.terminate()
    assert found == traces(circle.bot, talk.words) == []
    # What is proposed is kept: the search finds what is there.
    assert [name for name in traces(circle.bot, [talk.kept]) if "folkmoot.db" in name]
    log = circle.bot.said()
    assert [secret for secret in secrets(circle.bot) if secret in log] == []
    assert talk.kept not in log


class Talk:
    """Gives words that occur nowhere else, and remembers them."""

    def __init__(self) -> None:
        """`kept` is a word for what the bot is to keep."""
        self.kept = "quokkaful"
        self.words: list[str] = []

    def __call__(self, how: str) -> str:
        """Something to say."""
        word = f"wombat{len(self.words)}ish"
        self.words.append(word)
        return f"{word} {how}"


def traces(bot: LiveBot, words: list[str]) -> list[str]:
    """Which files of the bot hold which of the words."""
    files = [bot.log, *(path for path in (bot.folder / "data").rglob("*") if path.is_file())]
    return [f"{file.name}: {word}" for file in files for word in words if word.encode() in file.read_bytes()]


def secrets(bot: LiveBot) -> list[str]:
    """The password, the token, the seeds and what the keys are sealed with."""
    data = bot.folder / "data"
    kept = [json.loads((data / name).read_text()) for name in ("identity.json", "secret.json")]
    token = json.loads((data / "session.json").read_text())["token"]
    return [PASSWORD, token, *(value for values in kept for value in values.values())]


async def test_a_second_process_is_refused_in_one_line(members: MakeMembers, bots: MakeBot) -> None:
    """A second process on the same data folder ends with one line that says why, and the first one goes on."""
    circle = await Circle.gather(members, bots, 2)
    second = BotProcess(circle.bot.folder / "second", command=("bot", "run"))
    data = str(circle.bot.folder / "data")
    write_config(second.folder, circle.ana.address, circle.bot.user, PASSWORD, data=data)
    pid = circle.bot.pid
    await second.start()
    assert (await second.ended()).code == 1
    assert second.said() == "folkmoot: another Folkmoot already runs with this folder\n"
    await circle.settled()
    assert circle.bot.pid == pid
