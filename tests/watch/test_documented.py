"""docs/watch.md says what the code does: every number by its name, every limit, every reason."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bot import config
from bot.health import UNREADABLE
from bot.watch import findings, metrics
from bot.watch.pulse import OUTAGE, Trouble

DOCUMENTED = (Path(__file__).parents[2] / "docs" / "watch.md").read_text(encoding="utf-8")
SUFFIX = r"_(bucket|count|sum)$"
MINUTES = 60


def blocks() -> list[object]:
    """The YAML that is shown."""
    return [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", DOCUMENTED, re.DOTALL)]


def test_every_number_is_explained_and_no_other() -> None:
    """The table has a row with some words for each name on the page."""
    rows = dict(re.findall(r"^\| `(folkmoot_\w+)` \| (.+) \|$", DOCUMENTED, re.MULTILINE))
    assert sorted(rows) == sorted(metrics.names())
    assert all(kind in rows["folkmoot_errors_total"] for kind in (f"`{kind.value}`" for kind in Trouble))


def test_alerts_ask_for_numbers_that_there_are() -> None:
    """Each rule's expression uses a name that the page has."""
    (rules,) = [block["groups"][0]["rules"] for block in blocks() if isinstance(block, dict) and "groups" in block]
    used = {re.sub(SUFFIX, "", name) for rule in rules for name in re.findall(r"folkmoot_\w+", rule["expr"])}
    assert used
    assert used <= set(metrics.names())
    assert len({rule["alert"] for rule in rules}) == len(rules)


def test_settings_that_are_shown_exist() -> None:
    """Each key of bot.yaml in an example is one."""
    shown = {
        f"{section}.{key}"
        for block in blocks()
        if isinstance(block, dict)
        for section in {"watch", "logs"} & block.keys()
        for key in block[section]
    }
    assert shown == {"watch.port", "watch.room", "logs.format", "logs.level"}
    assert shown <= {key.name for key in config.KEYS}


def test_the_limits_are_those_of_the_code() -> None:
    """Where the words give a number, it is the one that holds."""
    assert OUTAGE.total_seconds() == findings.SETTLED.total_seconds() == findings.HANGING.total_seconds() == 10 * MINUTES
    assert (findings.FEW_KEYS, findings.MOST_AN_HOUR, findings.OLD_BACKUP.days) == (10, 3, 2)
    assert (int(findings.FULL * 100), int(findings.ROOM_AGAIN * 100)) == (95, 93)
    for words in ("fewer than 10, for ten minutes", "95 % or more; well again below 93 %", "three messages an\nhour", "two days"):
        assert words in DOCUMENTED


def test_reasons_are_explained() -> None:
    """Every line that /healthz can say stands in its table."""
    rows = re.findall(r"^\| `([^`]+)` \| [A-Z]", DOCUMENTED, re.MULTILINE)
    shapes = {re.sub(r"\d+", "N", row) for row in rows}
    said = {"no sync for N minutes", "the database cannot be written", "a message has been on its way for N minutes", UNREADABLE}
    assert said <= shapes
