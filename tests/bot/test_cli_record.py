"""The command line of a record: checked without the bot, taken out and taken in by a host."""

from __future__ import annotations

import importlib
import json
from datetime import timedelta
from errno import ENOSPC
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.store.database import Database
from tests.store.stage import BOT, ROOM, Stage
from tests.store.test_holdings import lived

pytestmark = pytest.mark.usefixtures("texts_read_once")
CONFIG = 'homeserver: https://matrix.example.org\nuser: "@bot:example.org"\ndata: {data}\nlanguage: {language}\n'


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in words], env={"FOLKMOOT_PASSWORD": "hunter2"})


def config(folder: Path, data: str, language: str = "en") -> Path:
    path = folder / f"{data}.yaml"
    path.write_text(CONFIG.format(data=data, language=language), encoding="utf-8")
    (folder / data).mkdir(exist_ok=True)
    return path


@pytest.fixture(name="folder")
async def _folder(tmp_path: Path) -> Path:
    """A folder with the data of a bot in whose room something has happened."""
    (tmp_path / "old").mkdir()
    stage = Stage(tmp_path / "old" / "folkmoot.db")
    await lived(stage)
    stage.database.close()
    return tmp_path


def test_a_host_takes_a_group_out_and_another_takes_it_in(folder: Path) -> None:
    """Export, verify and import go through, each with its code and its words; the room is told of the export."""
    old, new, box = config(folder, "old"), config(folder, "new"), folder / "box.zip"
    out = run("export", "circle", "--config", old, "--out", box)
    assert (out.exit_code, out.stderr) == (0, "")
    assert box.stat().st_mode & 0o077 == 0
    verified = run("verify", box)
    assert verified.exit_code == 0
    assert "The record is whole: " in verified.output
    head = verified.output.split("mark ")[1].split()[0]
    came = run("import", box, "--room", "!new:example.org", "--config", new)
    assert came.exit_code == 0, came.output
    assert head in came.output
    again = run("import", box, "--room", "!new:example.org", "--config", new)
    assert again.exit_code == 0
    assert "already" in again.output
    database = Database(folder / "old" / "folkmoot.db")
    told = [json.loads(row["payload"])["content"]["body"] for row in database.all("SELECT payload FROM outbox WHERE kind = 'event'")]
    database.close()
    assert any("taken an export" in body for body in told)
    assert not any(row for row in told if BOT in row)
    taken = run("export", "Circle", "--config", old, "--out", box)
    assert (taken.exit_code, "nothing is written over" in taken.stderr) == (2, True)


def test_the_host_learns_what_an_import_waits_for(folder: Path) -> None:
    """Where the bot is not in the room yet, its host is told that it has to be invited, and until when; a room can be named as in the list."""
    old, new, box = config(folder, "old"), config(folder, "new"), folder / "box.zip"
    run("export", "1", "--config", old, "--out", box)
    first = run("import", box, "--config", new)
    assert "The bot is not in this room yet. Let it be invited by 20" in first.output
    assert "already" in run("import", box, "--room", "CIRCLE", "--config", new).output
    assert "already" in run("import", box, "--room", "1", "--config", new).output
    assert "folkmoot rooms list" in run("import", box, "--room", "nowhere", "--config", new).stderr


def test_an_import_into_the_wrong_room_can_be_taken_back(folder: Path) -> None:
    """What came into a room that the bot has not been in since is deleted at once, and then comes into the right one."""
    old, new, box = config(folder, "old"), config(folder, "new"), folder / "box.zip"
    run("export", "1", "--config", old, "--out", box)
    run("import", box, "--config", new)
    refused = run("import", box, "--room", "!new:example.org", "--config", new)
    assert (refused.exit_code, "folkmoot rooms delete" in refused.stderr) == (1, True)
    assert run("rooms", "delete", "1", "--yes", "--config", new).exit_code == 0
    assert run("import", box, "--room", "!new:example.org", "--config", new).exit_code == 0


def test_an_export_that_finds_no_room_on_the_disk_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told in words, the half file goes, and the group is not told of an export."""

    def full(*_: object, **__: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(importlib.import_module("bot.cli.export").Exports, "record", full)
    old, box = config(folder, "old"), folder / "box.zip"
    refused = run("export", "1", "--config", old, "--out", box)
    assert (refused.exit_code, refused.stderr) == (2, f"{box} cannot be written: No space left on device\n")
    assert not box.exists()
    database = Database(folder / "old" / "folkmoot.db")
    assert not [row for row in database.all("SELECT payload FROM outbox") if "taken an export" in row["payload"]]
    database.close()


def test_what_is_wrong_is_named(folder: Path) -> None:
    """A broken record ends with 1 and names the entry; what is no record ends with 2; nothing of either is taken in."""
    old, new, box = config(folder, "old"), config(folder, "new"), folder / "box.zip"
    run("export", ROOM, "--config", old, "--out", box)
    with ZipFile(box) as read:
        lines = read.read("record.jsonl").decode().splitlines(keepends=True)
    broken = folder / "record.jsonl"
    place = next(place for place, line in enumerate(lines) if '"kind":"closed"' in line)
    seq = json.loads(lines[place])["entry"]["seq"]
    lines[place] = lines[place].replace('"turnout":3', '"turnout":4')
    broken.write_text("".join(lines), encoding="utf-8")
    checked = run("verify", broken)
    assert checked.exit_code == 1
    assert f"Entry {seq} was changed" in checked.output
    nothing = folder / "nothing.txt"
    nothing.write_text("hello", encoding="utf-8")
    assert run("verify", nothing).exit_code == 2
    assert run("verify", folder / "missing").exit_code == 2
    assert run("import", nothing, "--config", new).exit_code == 2
    assert run("import", broken, "--config", new).exit_code == 2
    assert run("export", "no such room", "--config", old).exit_code == 2
    assert run("export", "circle", "--config", folder / "missing.yaml").exit_code == 2
    database = Database(folder / "new" / "folkmoot.db")
    assert database.all("SELECT 1 FROM record UNION SELECT 1 FROM room") == []
    database.close()


def test_every_verb_has_its_own_help() -> None:
    """Each verb of the record tells what it does and how it ends."""
    for verb in ("verify", "export", "import"):
        assert importlib.import_module(f"bot.cli.{verb}").command.help
        assert run(verb, "--help").exit_code == 0


async def test_an_empty_room_has_nothing_to_take(tmp_path: Path) -> None:
    """A room without a record is told so, and no file is made."""
    (tmp_path / "old").mkdir()
    stage = Stage(tmp_path / "old" / "folkmoot.db")
    await stage.passes(timedelta(minutes=1))
    stage.database.close()
    assert run("export", "circle", "--config", config(tmp_path, "old"), "--out", tmp_path / "box.zip").exit_code == 1
    assert not (tmp_path / "box.zip").exists()
