"""Whatever is typed after a command about meetings is answered or left alone; nothing crashes, and nothing is lost."""

from __future__ import annotations

import pytest

from tests.dialogs.script import play
from tests.dialogs.stage import Notes, Stage
from tests.dialogs.test_dialogs import NASTY, Log, log, unhurt

__all__ = ["log"]

COMMANDS = (
    "meet",
    'meet "x" every Tuesday 19:00',
    "meet skip",
    "change 1",
    "change 2",
    "coming",
    'propose meeting "x" Tue 19:00 |',
    "note",
    "note action",
    "note agenda",
    "agenda move",
    "propose here",
    "minutes correct",
    "show minutes",
    "done",
)


@pytest.mark.parametrize("command", COMMANDS)
async def test_nothing_that_is_typed_about_meetings_crashes(command: str, log: Log) -> None:
    """During a meeting, each command with each nasty word is answered in words, and the database stays sound."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    for line in ('ana> !meet "Circle" every Tuesday 19:00', "at 2026-03-03 18:01"):
        stage.said.clear()
        await play(stage, line)
    for words in NASTY:
        await stage.types("ana", f"!{command} {words}", Notes.read(""), direct=False)
    unhurt(stage, log)
