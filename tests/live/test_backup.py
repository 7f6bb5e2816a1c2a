"""A backup under load, a crash, and a new machine: nothing is said twice, nothing that was sent in time is lost, and no shield."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.backup import parcel
from bot.backup.dated import latest
from bot.backup.nightly import Nightly
from bot.config import Backup
from tests.bot.test_backup import BOT as USER
from tests.bot.test_backup import NOW, lives, settings
from tests.live.bot_process import BOT, ROOT, write_config
from tests.live.circle import DAY, HELLO, HOUR, WITHIN, Circle, counts
from tests.live.conftest import PASSWORD, LiveBot, MakeBot, MakeMembers, gather
from tests.live.test_trust import look

PUT_BACK = "put back from a copy"
KETTLE, WATER = "the kettle is on", "drink water"


@dataclass(frozen=True)
class Done:
    """How a command of the host ended, and what it said."""

    code: int
    said: str


async def folkmoot(*words: str | Path) -> Done:
    """A command that a host types."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *map(str, words)),
        cwd=ROOT,
        env={**os.environ, "FOLKMOOT_PASSWORD": PASSWORD},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out, _ = await process.communicate()
    assert process.returncode is not None
    return Done(process.returncode, out.decode())


def only(folder: Path) -> Path:
    """The one file in a folder."""
    (path,) = folder.iterdir()
    return path


def moved(bot: LiveBot) -> LiveBot:
    """The same account on another machine, where nothing is yet."""
    other = LiveBot(bot.folder.with_name("second"), bot.account, bot.command, bot._nurseries)
    write_config(other.folder, yaml_homeserver(bot), bot.account.user, PASSWORD)
    return other


def yaml_homeserver(bot: LiveBot) -> str:
    """The homeserver's address in a bot's settings."""
    return next(line.split(" ", 1)[1] for line in bot.config.read_text().splitlines() if line.startswith("homeserver:"))


def heard_of(circle: Circle, since: int = 0) -> Counter[str]:
    """What the bot said in the room, as a member sees it: each text and mark, and how often it came."""
    return Counter(
        each.body or str(each.reaction or each.redacts or each.type) for each in circle.said(since=since) if "m.new_content" not in each.content
    )


async def begins(circle: Circle) -> None:
    """A vote is open, reminders are set."""
    ana, ben, cleo = circle.people
    await circle.proposes(ana, "Shall we have tea?", "until in 2 hours")
    await circle.asks(ana, f"!remind us in 3 hours that {KETTLE}")
    await circle.asks(ana, f"!remind us every day at 12:00 to {WATER}")
    await circle.marked(await ben.say(circle.room, "!vote 1 yes"))
    await circle.asks(cleo, "!now")
    circle.directs[ben.user] = await ben.open_direct(circle.bot.user)
    await circle.hears_alone(ben, HELLO, since=0)
    await circle.asks_alone(ben, "group Circle")


async def backed_up(circle: Circle) -> Path:
    """A backup that is made while commands come in, and holds nothing of the device."""
    cleo = circle.people[2]
    burst = asyncio.create_task(cleo.say_all(circle.room, [f"!show {number}" for number in range(1, 7)]))
    (circle.bot.folder / "copies").mkdir()
    made = await folkmoot("backup", circle.bot.folder / "copies", "--config", circle.bot.config)
    assert made.code == 0, made.said
    for event in await burst:
        await circle.answer(event)
    copy = only(circle.bot.folder / "copies")
    inside = parcel.opened(copy.read_bytes()).parts
    assert set(inside) == {"folkmoot.db", "identity.json", "inbound.json"}
    device = [(circle.bot.folder / "data" / name).read_text() for name in ("session.json", "secret.json")]
    kept = [value for words in device for key, value in json.loads(words).items() if key in {"token", "secret"}]
    assert len(kept) == 2
    assert [value for value in kept for part in inside.values() if value.encode() in part] == []
    # Keys to group rooms alone: ballots and receipts are written in direct chats.
    keys = json.loads(inside["inbound.json"])
    assert {each["room"] for each in keys} == {circle.room}
    assert {each["person"] for each in keys} == {person.user for person in circle.people}
    return copy


async def goes_on(circle: Circle) -> None:
    """A vote is cast, another one begins and gets an answer, the first one ends, and reminders come."""
    ana, ben, cleo = circle.people
    await circle.marked(await cleo.say(circle.room, "!vote 1 no"))
    await circle.marked(await ana.say(circle.room, "!vote 1 yes"))
    cake = await circle.proposes(ben, "Shall we have cake?", "until in 4 days")
    assert cake.poll is not None
    await ana.answer_poll(circle.room, cake.event, [cake.poll["answers"][0]["id"]])
    for hours, words in ((4, KETTLE), (28, WATER)):
        since = ana.now
        circle.bot.ahead(hours * HOUR, servers=True)
        await ana.say(circle.room, "What time is it?")
        await circle.hears(words, since=since)
    assert counts(await circle.result(1)) == {"yes": 2, "no": 1}
    await circle.asks_alone(ben, "now")
    await circle.settled()


async def test_a_new_machine_goes_on_where_the_old_one_ended(members: MakeMembers, bots: MakeBot) -> None:
    """Put back on a second machine after a crash, the bot says nothing twice, counts what was cast, tells the room, and is trusted."""
    circle = await Circle.gather(members, bots, 3, room={"name": "Circle"}, command=(*BOT, "--nightly"))
    ana, ben, cleo = circle.people
    old = circle.bot
    quiet = await gather([ana, ben])
    await ana.invite(quiet, old.user)
    await ana.hears(HELLO, room=quiet, sender=old.user, timeout=WITHIN)
    await begins(circle)
    # Nobody asked for this one: the bot made up for the night before.
    await old.says("a backup is made")
    assert latest(old.folder / "backups", old.user) is not None
    copy = await backed_up(circle)
    await goes_on(circle)
    shown = await look(ana, old.user)
    await old.kill()
    # Somebody votes while there is no bot.
    await cleo.say(circle.room, "!vote 4 no")
    before, since = heard_of(circle), ana.now

    new = circle.bot = moved(old)
    restored = await folkmoot("restore", copy, "--config", new.config)
    assert restored.code == 0, restored.said
    new.ahead(28 * HOUR, servers=True)
    try:
        await new.start()
        told = await circle.hears(PUT_BACK, since=since)
        assert "One mark of the record" in told.body
        await circle.settled()
        after = heard_of(circle, since=since)
        assert [words for words in after if words in before and "emergency" not in words] == []
        alone = await ben.hears(PUT_BACK, room=circle.directs[ben.user], timeout=WITHIN)
        assert "One message since then I cannot read" in alone.body
        assert "#4" in (await circle.asks_alone(ben, "now")).body
        assert [each for each in ana.heard[since:] if each.room == quiet and each.sender == new.user] == []

        # It counts what was cast since the copy: by a tap while the old bot lived, and by a word when there was none.
        new.ahead(6 * DAY, servers=True)
        await ana.say(circle.room, "What time is it now?")
        assert counts(await circle.result(4)) == {"yes": 1, "no": 1}
        device = await look(ana, new.user)
        assert (device.master, device.self_signing) == (shown.master, shown.self_signing)
        assert set(device.trusted()) == set(device.devices)
        assert set(device.devices) & set(shown.devices) == set()
        assert [each for each in circle.said(since=since) if not each.encrypted and not each.reaction] == []
        assert "stumbled" not in new.said()
    finally:
        await new.kill()


async def test_a_passphrase_locks_a_backup(tmp_path: Path) -> None:
    """A locked backup of the night opens with its passphrase alone, which is in no output; another one leaves nothing behind."""
    lives(tmp_path / "old")
    for name, words in (("word", "eight wet geese"), ("other", "nine wet geese")):
        (tmp_path / name).touch(mode=0o600)
        (tmp_path / name).write_text(words + "\n")
    kept = Backup(folder=tmp_path / "copies", passphrase="eight wet geese")
    path = await Nightly(kept, tmp_path / "old", USER, ZoneInfo("UTC"), lambda: NOW).make()
    assert path is not None
    assert path.name.endswith(".zip.age")
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n")
    config = settings(tmp_path, "new", "  passphrase_file: word\n")
    wrong = await folkmoot("restore", path, "--passphrase-file", tmp_path / "other", "--config", config)
    assert wrong.code == 2
    assert "passphrase does not open" in wrong.said
    assert not (tmp_path / "new").exists()
    right = await folkmoot("restore", path, "--config", config)
    assert right.code == 0, right.said
    assert "geese" not in wrong.said + right.said
    assert (tmp_path / "new" / "identity.json").read_bytes() == (tmp_path / "old" / "identity.json").read_bytes()
