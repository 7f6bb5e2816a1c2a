"""A lot among members, with a seed that the test knows: who is drawn, who passes, and the draw done again by hand."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest

from policies.drawing import drawn
from policies.lot import seal
from tests.dialogs.script import perform

SEED = "5e" * 32
PEOPLE = [f"@{name}:example.org" for name in ("ana", "bo", "cem")]


@pytest.fixture(autouse=True)
def _seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.marks.Marks.chance", lambda _: SEED)


async def test_who_is_drawn_may_pass_and_all_can_redo_it() -> None:
    """The lot falls on the first in the order, who may pass; what is printed to redo it prints this seal and order."""
    order = drawn(SEED, PEOPLE)
    first, second, third = (each[1:].partition(":")[0] for each in order)
    stage = await perform(
        f"""
room "Tea circle": ana bo cem
ana> !lot Who takes notes? | Bo | @cem:example.org | Ana
bot> #1 By lot: Who takes notes? ... - Bo - Cem - Ana ... its seal: {seal(SEED)}
ana> !draw 1
bot (pings {first}, as drawn)> #1 Who takes notes? The lot fell on {first.title()}. ...
{third}> !pass 1
bot (reply {third})> The lot of #1 did not fall on you, so there is nothing to decline.
bot restarts
{first}> !pass 1
bot (pings {second})> #1 Who takes notes? {first.title()} passes. Next in the order is {second.title()}.
ana> !show 1
bot> ... It fell on {second.title()}. - 1. ... - 2. ... {first.title()}, {second.title()} and {third.title()}. - 3. ... {first.title()} passed on #1.
""",
        "lot",
    )
    said = stage.shown[stage.labels["drawn"]]
    line = re.search(r"python3 -c .*", said)
    assert line is not None
    words = [sys.executable, *shlex.split(line[0])[1:]]
    printed = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout  # noqa: ASYNC221, S603
    assert printed.splitlines() == [seal(SEED), ", ".join(order)]


async def test_a_large_pool_is_printed_whole() -> None:
    """However many names there are, the line to redo the draw holds all of them."""
    names = [f"Number {number} of a long list's end" for number in range(30)]
    stage = await perform(
        f'room "Tea circle": ana bo\nana> !lot Which? | {" | ".join(names)}\nbot> ...\nana> !draw\nbot (as drawn)> ...', "large"
    )
    line = re.search(r"python3 -c .*", stage.shown[stage.labels["drawn"]])
    assert line is not None
    assert shlex.split(line[0])[4:] == sorted(names)
