"""What `pip install folkmoot` brings: a wheel with all that the program reads, and nothing that it does not."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4
from zipfile import ZipFile

import click
import pytest

from bot.__main__ import main
from bot.store.archive import RoomArchive
from tests.live.conftest import PASSWORD
from tests.store.stage import Stage
from tests.store.test_holdings import lived

if TYPE_CHECKING:
    from bot.demo.homeserver import Homeserver

ROOT = Path(__file__).parents[2]
FOLDERS = ("bot", "commands", "policies", "tests")
FILES = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "bot.example.yaml")
READ = (".ftl", ".yaml", ".typed")
"""Files of the program's folders that it reads and that are no modules."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A fresh environment with the wheel in it, and with the libraries of this one. `away` is a folder elsewhere."""

    python: Path
    away: Path
    wheel: Path
    source: Path

    def runs(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """What the command `folkmoot` does there."""
        return _run(self.python.with_name("folkmoot"), *words, away=self.away)

    def finds(self, expression: str) -> str:
        """What Python finds there."""
        found = _run(self.python, "-c", f"import bot.charters, bot.catalog, bot.texts; print({expression})", away=self.away)
        assert found.returncode == 0, found.stderr
        return found.stdout.strip()


def _run(program: Path, *words: str | Path, away: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - what we installed ourselves
        [program, *words], cwd=away, env={"PATH": "", "LANG": "C.UTF-8"}, capture_output=True, text=True, check=False
    )


def _must(program: str, *words: str | Path, away: Path) -> None:
    done = _run(Path(program), *words, away=away)
    assert done.returncode == 0, done.stderr


@pytest.fixture(name="installed", scope="module")
def _installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The source package is made of a copy, the wheel of the source package, and the wheel is installed; all without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    checkout, made, away = folder / "checkout", folder / "made", folder / "away"
    for place in (checkout, made, away):
        place.mkdir()
    for name in FOLDERS:
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, checkout / name)
    build = f"from setuptools import build_meta; build_meta.build_sdist({str(made)!r})"
    _must(sys.executable, "-c", build, away=checkout)
    (source,) = made.glob("*.tar.gz")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    _must(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", made, source, away=folder)
    (wheel,) = made.glob("*.whl")
    _must(sys.executable, "-m", "venv", "--without-pip", folder / "venv", away=folder)
    python = folder / "venv" / "bin" / "python"
    _must(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, away=folder)
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    # A path file adds the folder of the libraries alone: what is installed for development here is not looked for there.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(python, away, wheel, source)


def test_the_wheel_holds_what_the_program_reads(installed: Installed) -> None:
    """Every text, charter and module is in the wheel, and no test."""
    held = set(ZipFile(installed.wheel).namelist())
    ours = {
        path.relative_to(ROOT).as_posix()
        for folder in ("bot", "commands", "policies")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", *READ}
    }
    assert ours - held == set()
    tops = {name.split("/")[0] for name in held}
    assert {each for each in tops if not each.endswith(".dist-info")} == {"bot", "commands", "policies"}


def test_the_source_package_holds_what_a_wheel_is_made_of(installed: Installed) -> None:
    """The wheel was made of the source package alone, which has the licence and the readme."""
    with tarfile.open(installed.source) as held:
        names = {name.partition("/")[2] for name in held.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "bot/__main__.py", "bot/locale/en.ftl"} <= names


def test_it_runs_anywhere(installed: Installed) -> None:
    """In another folder the command tells its version and its verbs, each with its help."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version in installed.runs("--version").stdout
    listed = installed.runs("--help")
    assert listed.returncode == 0
    context = click.Context(main)
    for verb in main.list_commands(context):
        assert f"  {verb} " in listed.stdout
    assert installed.python.parents[1] in Path(installed.finds("bot.__file__")).parents


def test_it_speaks_every_language_and_knows_every_charter(installed: Installed) -> None:
    """The texts and the charters that are installed are all that there are."""
    languages = {path.name.split(".")[-2] for path in (ROOT / "bot" / "locale").glob("*.ftl")}
    assert installed.finds("sorted(bot.texts.Texts.load(bot.catalog.LOCALE, strict=True).languages)") == str(
        sorted({each for each in languages if len(each) == len("en")})
    )
    assert installed.finds("len(bot.charters.ours())") == str(len(list((ROOT / "policies" / "charters").glob("*.yaml"))))


async def test_its_verbs_work(installed: Installed) -> None:
    """Without any settings, a record is checked, ballots are counted, a time is read, and what is missing is named with code 2."""
    stage = Stage()
    await lived(stage)
    (installed.away / "record.jsonl").write_bytes(b"".join(RoomArchive(stage.database, 1, whole=False).record_lines()))
    record = installed.runs("verify", "record.jsonl")
    assert record.returncode == 0, record.stderr
    assert "The record is whole" in record.stdout
    ballots = installed.away / "ballots.json"
    ballots.write_text(json.dumps({"method": "plurality", "options": ["a", "b"], "ballots": [{"choice": "b", "count": 1}]}), encoding="utf-8")
    assert json.loads(installed.runs("count", ballots).stdout)["winners"] == ["b"]
    assert json.loads(installed.runs("when", "every", "Tuesday", "19:00").stdout)["kind"] == "recurring"
    missing = installed.runs("run")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "bot.yaml" in missing.stderr


async def test_a_host_begins_with_it(installed: Installed, homeserver: Homeserver) -> None:
    """`init` makes settings for an account on a real homeserver, and `check` finds nothing wrong with them."""
    made = await homeserver.register(f"folkmoot-{uuid4().hex[:8]}", PASSWORD)
    secret, folder = installed.away / "secret", installed.away / "bot"
    secret.write_text(f"{PASSWORD}\n", encoding="utf-8")
    folder.mkdir()
    flags = ("--homeserver", homeserver.address, "--user", made.user, "--password-file", secret, "--out", folder / "bot.yaml")
    begun = await asyncio.to_thread(installed.runs, "init", "--yes", *flags)
    assert begun.returncode == 0, begun.stderr
    looked = await asyncio.to_thread(installed.runs, "check", "--config", folder / "bot.yaml")
    assert looked.returncode == 0, looked.stdout + looked.stderr
    assert "Problems" not in looked.stdout or "Problems: 0" in looked.stdout
