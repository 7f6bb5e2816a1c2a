"""The units for systemd are right by systemd's own judgement, and say what the program and the documentation say."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.run import CRASHED, LOGIN, SETTINGS
from bot.supervisor import Supervisor
from bot.watch.pulse import STUCK

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = ("folkmoot.service", "folkmoot@.service")
ANALYZE = shutil.which("systemd-analyze")
LOOSEST = 15
"""The exposure that systemd-analyze may find, in tenths, of 100: the network and what else a Matrix client needs."""

needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not on this machine")


def lines(name: str) -> list[str]:
    """What a unit says, without remarks."""
    return [line for line in (DEPLOY / name).read_text().splitlines() if line and not line.startswith("#")]


def value(name: str, key: str) -> str:
    """The value of a key that stands there once."""
    (found,) = [line.partition("=")[2] for line in lines(name) if line.startswith(f"{key}=")]
    return found


def judged(folder: Path, name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Ask systemd about a unit whose program is there."""
    unit = folder / name
    unit.write_text((DEPLOY / name).read_text().replace("/opt/folkmoot/bin/folkmoot", sys.executable))
    given = unit.with_name(name.replace("@", "@circle")) if words[0] == "verify" else unit
    return subprocess.run([ANALYZE or "", *words, str(given)], capture_output=True, text=True, check=False)  # noqa: S603 - our own words


@needs_systemd
@pytest.mark.parametrize("name", UNITS)
def test_systemd_finds_nothing_wrong(tmp_path: Path, name: str) -> None:
    """`systemd-analyze verify` has nothing to say."""
    found = judged(tmp_path, name, "verify")
    assert (found.returncode, found.stdout + found.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("name", UNITS)
def test_it_is_allowed_little(tmp_path: Path, name: str) -> None:
    """`systemd-analyze security` finds it hardened: not more exposed than a program that needs the network must be."""
    found = judged(tmp_path, name, "security", "--offline=true", "--no-pager", f"--threshold={LOOSEST}")
    if "offline" in found.stderr:
        pytest.skip("this systemd-analyze cannot judge a unit from its file (it can from version 250 on)")
    assert found.returncode == 0, found.stdout


def test_the_template_is_the_same_unit_for_each_name() -> None:
    """The two units differ in where the data lie and in the name alone."""
    one, several = map(lines, UNITS)
    assert [line.replace("-%i", "").replace("Folkmoot %i", "Folkmoot") for line in several] == one
    assert sum("%i" in line for line in several) == 4


@pytest.mark.parametrize("name", UNITS)
def test_it_is_started_again_where_that_helps(name: str) -> None:
    """After a fault, a kill and a hang; never where the login or the settings need a person."""
    assert value(name, "Restart") == "on-failure"
    assert {int(code) for code in value(name, "RestartPreventExitStatus").split()} == {LOGIN, SETTINGS}
    assert value(name, "Type") == "notify"
    assert value(name, "TimeoutStartSec") == "infinity"


def test_the_exit_codes_are_documented() -> None:
    """`docs/run.md` has a line for each exit code, and says which ones systemd starts again after."""
    rows = dict(re.findall(r"^\| (\d+) \|.*\| (\w+)[^|]*\|$", (ROOT / "docs" / "run.md").read_text(), re.MULTILINE))
    assert rows == {"0": "no", str(LOGIN): "no", str(SETTINGS): "no", str(CRASHED): "yes"}


def test_the_sign_of_life_is_as_documented() -> None:
    """Three minutes are allowed and a sign comes each minute; half an hour is a hang."""
    minutes = re.fullmatch(r"(\d+)min", value("folkmoot.service", "WatchdogSec"))
    assert minutes is not None
    told = Supervisor({"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": str(int(minutes[1]) * 60_000_000)})
    documented = (ROOT / "docs" / "run.md").read_text()
    assert (told.every, int(minutes[1]), STUCK.total_seconds()) == (60, 3, 1800)
    assert "a sign of life every minute" in documented
    assert "After three minutes without one" in documented
    assert "half an hour" in documented
