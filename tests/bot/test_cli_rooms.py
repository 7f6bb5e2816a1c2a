"""`folkmoot rooms`: the host sees the groups, and leaves one only with a word to it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.cli import rooms
from bot.matrix.folder import Folder
from bot.matrix.parcels import Leave, SendEvent
from tests.store.stage import ANA, BEGIN, BEN, OTHER, ROOM, Stage
from tests.store.test_holdings import lived

pytestmark = pytest.mark.usefixtures("texts_read_once")
CONFIG = 'homeserver: https://matrix.example.org\nuser: "@folkmoot:example.org"\n'


class Host:
    """A host in front of the command line: `stage` is the bot whose data they are."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "data").mkdir()
        (folder / "bot.yaml").write_text(CONFIG, encoding="utf-8")
        self.folder = folder
        self.stage = Stage(folder / "data" / "folkmoot.db", rooms=(ROOM, OTHER))
        self.clock = self.stage.clock
        monkeypatch.setattr(rooms, "Clock", lambda: self.clock)

    def types(self, *words: str) -> Result:
        """What a verb of `rooms` answers."""
        config = ("--config", str(self.folder / "bot.yaml"))
        return CliRunner().invoke(main, ["rooms", *words, *config], env={"FOLKMOOT_PASSWORD": "hunter2"})

    async def passes(self, days: float) -> None:
        """Time goes by for the bot and its host."""
        await self.stage.passes(timedelta(days=days))


@pytest.fixture(name="host")
def _host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    return Host(tmp_path, monkeypatch)


async def test_the_list_says_how_large_and_nothing_of_what_was_said(host: Host) -> None:
    """Each group has its number, name, members and the length of its record; no question, reason or person is in it."""
    await lived(host.stage)
    listed = host.types("list")
    assert (listed.exit_code, listed.stderr) == (0, "")
    first, second, last = listed.output.splitlines()
    assert first.startswith("#1 circle: 4 members, not encrypted, ")
    assert first.endswith(" entries in the record, the last on 2026-03-05, 1 open decision")
    assert second == "#2 other: 4 members, not encrypted, 0 entries in the record"
    assert last == "2 groups and 0 direct chats."
    as_json = host.types("list", "--json")
    found = json.loads(as_json.output)
    assert [each["room"] for each in found] == [1, 2]
    assert datetime.fromisoformat(found[0]["last"]).tzinfo is not None
    for said in ("mulberries", "silkworms", ANA, BEN):
        assert said not in listed.output + as_json.output


async def test_a_group_is_told_before_the_bot_leaves_and_goes_on_until_then(host: Host) -> None:
    """The room hears the day, how to take its record and how long all is kept; until that day everything works, then the bot goes."""
    await host.stage.deliver()
    typed = host.types("leave", "1", "--yes")
    assert typed.exit_code == 0, typed.output
    assert "leaves on 2026-03-09 18:00 UTC" in typed.output
    assert f"folkmoot rooms stay 1 --config {host.folder / 'bot.yaml'}" in typed.output
    assert "not running" in typed.output
    await host.stage.deliver()
    (told,) = [body for body in host.stage.server.bodies() if "wants me to leave" in body]
    assert "Mon 9 Mar 2026" in told
    assert "Wed 8 Apr 2026" in told
    assert "!show record export" in told
    assert host.types("leave", "1", "--yes").exit_code == 1
    assert "the bot leaves on 2026-03-09" in host.types("list").output
    decision = await host.stage.propose("Shall we stay together?")
    for person in (ANA, BEN):
        host.stage.say(person, f"!vote {decision.number} yes")
    await host.passes(3)
    assert any("Shall we stay together?" in body and "Passed" in body for body in host.stage.server.bodies())
    assert not [each for each in host.stage.server.tries if isinstance(each, Leave)]
    await host.passes(4)
    (gone,) = [each for each in host.stage.server.tries if isinstance(each, Leave)]
    assert (gone.room, gone.reason) == (ROOM, "Whoever runs me wanted me to leave, as I told you. What is yours is kept for 30 days from now.")
    assert host.stage.rows("outbox") == []


async def test_what_is_said_comes_before_the_bot_is_gone(host: Host) -> None:
    """Left at once, a room is still told first, and how to get all that is its own."""
    await host.stage.deliver()
    host.stage.server.tries.clear()
    assert "and the bot leaves.\n" in host.types("leave", "1", "--days", "0", "--yes").output
    await host.stage.app.flush(host.stage.server.send)
    told, gone = host.stage.server.tries
    assert isinstance(told, SendEvent)
    assert "one file" in told.content["body"]
    assert isinstance(gone, Leave)


async def test_a_host_may_think_again(host: Host) -> None:
    """`stay` takes the departure back and tells the room; without one there is nothing to take back."""
    await host.stage.deliver()
    assert host.types("stay", "1").exit_code == 1
    host.types("leave", "1", "--yes")
    assert host.types("stay", "1").exit_code == 0
    await host.passes(8)
    assert "I stay." in host.stage.server.bodies()[-1]
    assert not [each for each in host.stage.server.tries if isinstance(each, Leave)]


async def test_a_room_is_told_in_its_own_language(host: Host) -> None:
    """What a host does is said in the language and the zone that the group chose."""
    with host.stage.database.transaction():
        host.stage.store().keep_setting("language", "de")
    host.types("leave", "1", "--yes")
    await host.stage.deliver()
    assert any("!zeig aufzeichnung mitnehmen" in body for body in host.stage.server.bodies())


async def test_nothing_happens_without_a_yes(host: Host) -> None:
    """Whoever answers the question with anything but yes, or stops there, has changed nothing, and is told so calmly."""
    await host.stage.deliver()
    for answer, code in (("no\n", 1), ("", 130)):
        asked = CliRunner().invoke(
            main, ["rooms", "leave", "1", "--config", str(host.folder / "bot.yaml")], env={"FOLKMOOT_PASSWORD": "hunter2"}, input=answer
        )
        assert asked.exit_code == code
        assert "Leave it in 7 days?" in asked.output
        assert "Nothing was changed." in asked.output
        assert "Aborted" not in asked.output
        assert host.stage.rows("outbox") == []


async def test_data_are_kept_for_the_time_that_was_promised(host: Host) -> None:
    """`delete` is refused while the bot is in the room and until the promised day, which it names; then nothing is left."""
    await lived(host.stage)
    assert host.types("delete", "1", "--yes").exit_code == 1
    host.stage.receive(left=(ROOM,))
    refused = host.types("delete", "1", "--yes")
    assert refused.exit_code == 1
    assert "deleted on 2026-04-04" in refused.stderr
    host.clock.at += timedelta(days=30, seconds=-1)
    assert host.types("delete", "1", "--yes").exit_code == 1
    assert host.stage.rows("record") != []
    host.clock.at += timedelta(seconds=1)
    assert host.types("delete", "1", "--yes").exit_code == 0
    assert [row["matrix"] for row in host.stage.rows("room")] == [OTHER]
    assert host.stage.rows("entry") == []
    assert host.types("leave", "1", "--yes").exit_code == 2


async def test_a_name_does_nothing_to_a_terminal(host: Host) -> None:
    """What people call a room is shown as letters, whatever signs are in it."""
    with host.stage.database.transaction():
        host.stage.database.execute("UPDATE room SET name = ?", ("Tea\x1b[2J\ncircle",))
    assert host.types("list").output.splitlines()[0].startswith("#1 Tea [2J circle: 4 members")


def test_the_host_learns_when_it_happens(host: Host) -> None:
    """While the bot runs, the host is told that it does what is asked within a minute."""
    held = Folder(host.folder / "data")
    assert "is running" in host.types("leave", "1", "--yes").output
    held.close()


def test_what_cannot_be_used_ends_with_2(host: Host, tmp_path: Path) -> None:
    """An unknown room, a name that two rooms have, broken settings and a folder without data end with 2; nothing is made."""
    with host.stage.database.transaction():
        host.stage.database.execute("UPDATE room SET name = 'Same'")
    assert host.types("leave", "Nowhere", "--yes").exit_code == 2
    assert host.types("leave", "Same", "--yes").exit_code == 2
    (tmp_path / "bot.yaml").write_text(f"{CONFIG}data: ./elsewhere\n", encoding="utf-8")
    assert host.types("list").exit_code == 2
    assert not (tmp_path / "elsewhere").exists()
    (tmp_path / "bot.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    assert host.types("list").exit_code == 2
    assert host.clock.at == BEGIN
