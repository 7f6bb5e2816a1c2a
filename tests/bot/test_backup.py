"""Backups as files: what is in one, how many are kept, and how one is put back: as a whole or not at all."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.backup import dated, parcel
from bot.backup.nightly import Nightly, last
from bot.backup.parcel import Contents, Damaged, Manifest
from bot.config import Backup
from bot.store.database import Database
from bot.store.outbox import Outbox

NOW = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)
BOT = "@bot:example.org"
CONFIG = 'homeserver: https://matrix.example.org\nuser: "@bot:example.org"\ndata: {data}\nbackup:\n  folder: copies\n'
SECRETS = ("syt_token", "pickle-secret")


def run(*words: str | Path, **environ: str) -> Result:
    return CliRunner().invoke(main, [str(each) for each in words], env={"FOLKMOOT_PASSWORD": "hunter2", **environ})


def settings(folder: Path, data: str, more: str = "") -> Path:
    path = folder / f"{data}.yaml"
    path.write_text(CONFIG.format(data=data) + more, encoding="utf-8")
    return path


def lives(data: Path) -> None:
    """A bot has run in this data folder."""
    data.mkdir()
    Database(data / "folkmoot.db").close()
    session = {"homeserver": "https://matrix.example.org", "user_id": BOT, "device_id": "FOLKMOOT", "token": SECRETS[0]}
    (data / "session.json").write_text(json.dumps(session))
    (data / "secret.json").write_text(json.dumps({"secret": SECRETS[1]}))
    (data / "identity.json").write_text('{"master": "seed"}')


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    lives(tmp_path / "old")
    settings(tmp_path, "old")
    settings(tmp_path, "new")
    return tmp_path


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_backup_is_made_and_put_back(folder: Path) -> None:
    """One dated file for its owner alone holds database and seeds and no part of the old device; an empty folder gets them."""
    made = run("backup", "--config", folder / "old.yaml")
    assert (made.exit_code, made.stderr) == (0, "")
    file = only(folder / "copies")
    assert str(file) in made.output
    assert file.stat().st_mode & 0o777 == 0o600
    found = parcel.opened(file.read_bytes())
    assert set(found.parts) == {"folkmoot.db", "identity.json", "inbound.json"}
    assert (found.manifest.user, found.manifest.homeserver) == (BOT, "https://matrix.example.org")
    assert [each for each in SECRETS for part in found.parts.values() if each.encode() in part] == []
    back = run("restore", file, "--config", folder / "new.yaml")
    assert (back.exit_code, back.stderr) == (0, "")
    assert f"Start the bot with: folkmoot run --config {folder / 'new.yaml'}\n" in back.output
    assert sorted(path.name for path in (folder / "new").iterdir()) == ["folkmoot.db", "identity.json", "inbound.json"]
    assert [path for path in (folder / "new").iterdir() if path.stat().st_mode & 0o077] == []
    assert (folder / "new" / "identity.json").read_bytes() == (folder / "old" / "identity.json").read_bytes()
    Database(folder / "new" / "folkmoot.db").close()


def test_a_disk_that_is_not_there_is_not_made_up_for(folder: Path) -> None:
    """A folder that somebody names must be there: a backup on the disk that it is to help against would help nobody."""
    refused = run("backup", folder / "stick", "--config", folder / "old.yaml")
    assert (refused.exit_code, "Is its disk there?" in refused.stderr) == (1, True)
    assert not (folder / "stick").exists()
    (folder / "stick").mkdir()
    assert run("backup", folder / "stick", "--config", folder / "old.yaml").exit_code == 0
    assert only(folder / "stick").stat().st_size


def test_a_token_belongs_to_the_old_device(folder: Path) -> None:
    """Whoever logs in by a token hears that the new device needs a new one."""
    run("backup", "--config", folder / "old.yaml")
    back = run("restore", only(folder / "copies"), "--config", folder / "new.yaml", FOLKMOOT_PASSWORD="", FOLKMOOT_TOKEN="syt_x")
    assert back.exit_code == 0
    assert "log in once more" in back.output
    assert "syt_x" not in back.output


def test_a_folder_that_is_not_empty_is_left_alone(folder: Path) -> None:
    """A backup is never laid over anything: the folder stays as it was, and the host hears what to do."""
    run("backup", "--config", folder / "old.yaml")
    before = {path: path.read_bytes() for path in (folder / "old").iterdir()}
    refused = run("restore", only(folder / "copies"), "--config", folder / "old.yaml")
    assert refused.exit_code == 1
    assert "is not empty" in refused.stderr
    assert {path: path.read_bytes() for path in (folder / "old").iterdir()} == before
    assert not list(folder.glob(".*"))


def test_a_restore_that_was_killed_is_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a restore ends by force or fails, there is no database yet, and the next one goes through."""
    run("backup", "--config", folder / "old.yaml")
    file = only(folder / "copies")
    rename = Path.rename
    for killed in ("folkmoot.db", "inbound.json"):

        def dies(path: Path, target: Path, killed: str = killed) -> Path:
            if target.name == killed and target.parent.name == "new":
                raise OSError(28, "No space left on device")
            return rename(path, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", dies)
            failed = run("restore", file, "--config", folder / "new.yaml")
            assert failed.exit_code == 1
            assert "No space left" in failed.stderr
            assert not (folder / "new").exists()
            # By force: nothing is cleared away.
            patch.setattr(Path, "unlink", lambda *_, **__: None)
            patch.setattr("shutil.rmtree", lambda *_, **__: None)
            assert run("restore", file, "--config", folder / "new.yaml").exit_code == 1
        assert not (folder / "new" / "folkmoot.db").exists()
        assert (folder / "new" / ".restoring").exists()
        again = run("restore", file, "--config", folder / "new.yaml")
        assert again.exit_code == 0, again.output
        assert sorted(path.name for path in (folder / "new").iterdir()) == ["folkmoot.db", "identity.json", "inbound.json"]
        shutil.rmtree(folder / "new")


def test_what_was_changed_or_cut_is_refused() -> None:
    """A backup of which one byte was changed, at any place, or of which a part is missing, is not opened."""
    manifest = Manifest(program="0.1.0", migrations=("one",), homeserver="https://x.org", user=BOT, made=NOW)
    contents = Contents(manifest, {"folkmoot.db": b"data" * 20, "identity.json": b"{}", "inbound.json": b"[]"})
    file = parcel.packed(contents)
    assert parcel.opened(file) == contents
    for place in range(len(file)):
        with pytest.raises(Damaged):
            parcel.opened(file[:place] + bytes([file[place] ^ 1]) + file[place + 1 :])
    for length in (0, 1, 10, len(file) // 2, len(file) - 1):
        with pytest.raises(Damaged):
            parcel.opened(file[:length])


def test_a_damaged_file_leaves_nothing(folder: Path) -> None:
    """A file that is cut off, or is something else, is refused with 2 and a sentence, and no folder is made."""
    run("backup", "--config", folder / "old.yaml")
    whole = only(folder / "copies").read_bytes()
    for words, sentence in ((whole[:-9], "is damaged"), (b"no backup", "is no backup")):
        (folder / "bad").write_bytes(words)
        refused = run("restore", folder / "bad", "--config", folder / "new.yaml")
        assert refused.exit_code == 2
        assert sentence in refused.stderr
        assert not (folder / "new").exists()
    assert run("restore", folder / "nowhere", "--config", folder / "new.yaml").exit_code == 2


def test_a_backup_of_a_newer_program_or_of_another_account_is_refused(folder: Path) -> None:
    """A database with tables that this program does not know, and the backup of another account, are not put back."""
    newer(folder / "old" / "folkmoot.db")
    run("backup", "--config", folder / "old.yaml")
    refused = run("restore", only(folder / "copies"), "--config", folder / "new.yaml")
    assert refused.exit_code == 2
    assert "does not know its tables (later)" in refused.stderr
    other = folder / "new.yaml"
    other.write_text(other.read_text().replace("@bot:", "@else:"))
    strange = run("restore", only(folder / "copies"), "--config", other)
    assert strange.exit_code == 1
    assert "is of @bot:example.org" in strange.stderr
    assert not (folder / "new").exists()


@pytest.mark.parametrize("verb", [("run",), ("export", "somewhere"), ("import", "nothing.zip")], ids=lambda verb: verb[0])
def test_no_verb_opens_the_database_of_a_newer_program(folder: Path, verb: tuple[str, ...]) -> None:
    """Whatever is typed, a database that a newer Folkmoot changed stays as it is: 2, and a sentence that says what to do."""
    newer(folder / "old" / "folkmoot.db")
    refused = run(*verb, "--config", folder / "old.yaml")
    assert refused.exit_code == 2
    assert "was last used by Folkmoot 9.1" in refused.stderr
    assert "Install Folkmoot 9.1 or a later one" in refused.stderr


def newer(path: Path) -> None:
    """A newer Folkmoot has used the database at `path`."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE program SET value = '9.1' WHERE name = 'version'")
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('folkmoot', 'later', '')")
        connection.commit()


def test_a_backup_waits_for_an_answer_to_one_person_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a receipt may be on its way no backup is made, by hand or at night, and no file is left."""
    monkeypatch.setattr("bot.cli.backup.PATIENCE", 1)
    with closing(Database(folder / "old" / "folkmoot.db")) as database:
        database.execute("INSERT INTO room (room, matrix) VALUES (1, '!direct:example.org')")
        Outbox(database, "test").put_private(1, {"words": "Counted for #1"})
    refused = run("backup", "--config", folder / "old.yaml")
    assert refused.exit_code == 1
    assert "one person alone" in refused.stderr
    assert not (folder / "copies").exists()
    assert asyncio.run(nightly(folder).make()) is None
    assert not (folder / "copies").exists()


def nightly(folder: Path, keep: int = 2, now: datetime = NOW) -> Nightly:
    kept = Backup(folder=folder / "copies", keep=keep, at=time(3, 30))
    return Nightly(kept, folder / "old", BOT, ZoneInfo("UTC"), lambda: now)


def test_the_newest_are_kept(folder: Path) -> None:
    """After a new backup the oldest of this account go; other files and those of other accounts stay."""
    (folder / "copies").mkdir()
    others = {"notes.txt", "backup-else-example-org-20200101T000000Z.zip", "backup-bot-example-org-2020.zip"}
    for name in others:
        (folder / "copies" / name).touch()
    for day in range(4):
        asyncio.run(nightly(folder, now=NOW + timedelta(days=day)).make())
    names = {path.name for path in (folder / "copies").iterdir()}
    assert names - others == {f"backup-bot-example-org-202611{day}T033000Z.zip" for day in (27, 28)}
    assert others <= names
    assert dated.latest(folder / "copies", BOT) == NOW + timedelta(days=3)
    assert dated.latest(folder / "nowhere") is None


def test_a_failed_backup_deletes_none_and_is_due_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk takes no new backup the old ones stay, nothing half-made is left, and it is tried again."""
    for day in range(2):
        asyncio.run(nightly(folder, now=NOW + timedelta(days=day)).make())
    before = sorted((folder / "copies").iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    later = nightly(folder, keep=1, now=NOW + timedelta(days=2))
    assert asyncio.run(later.make()) is None
    assert sorted((folder / "copies").iterdir()) == before
    assert later.due(NOW + timedelta(days=2))


@pytest.mark.parametrize(
    ("hours", "due"), [(0, True), (1, False), (23, False), (24, True), (72, True)], ids=str
)
def test_a_missed_night_is_made_up(folder: Path, hours: int, due: bool) -> None:
    """A backup is due when none was made since the last time that the clock showed the hour, or ever."""
    bot = nightly(folder)
    assert bot.due(NOW)
    if hours:
        dated.keep(folder / "copies", BOT, NOW, b"", locked=False)
    assert bot.due(NOW + timedelta(hours=hours)) is due


async def test_the_running_bot_makes_what_is_due(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Soon after the start a missed backup is made, once; and the bot that stops does not wait for the next one."""
    monkeypatch.setattr("bot.backup.nightly.AFTER_START", timedelta(0))
    stopping, made = asyncio.Event(), list[Path | None]()

    class Counted(Nightly):
        async def make(self) -> Path | None:
            made.append(await super().make())
            stopping.set()
            return made[-1]

    bot = Counted(Backup(folder=folder / "copies"), folder / "old", BOT, ZoneInfo("UTC"), lambda: NOW)
    await bot.run(stopping)
    assert made == [only(folder / "copies")]
    stopping.clear()
    running = asyncio.create_task(bot.run(stopping))
    await asyncio.sleep(0.01)
    stopping.set()
    await running
    assert len(made) == 1


def test_the_hour_is_that_of_the_zone() -> None:
    """The night begins at the local hour, also where a change of the clock skips it or has it twice."""
    berlin = ZoneInfo("Europe/Berlin")
    assert last(time(3, 30), berlin, datetime(2026, 7, 1, 1, 29, tzinfo=UTC)).day == 30
    assert last(time(3, 30), berlin, datetime(2026, 7, 1, 1, 30, tzinfo=UTC)) == datetime(2026, 7, 1, 1, 30, tzinfo=UTC)
    assert last(time(2, 30), berlin, datetime(2026, 3, 29, 12, 0, tzinfo=UTC)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert last(time(2, 30), berlin, datetime(2026, 10, 25, 12, 0, tzinfo=UTC)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
