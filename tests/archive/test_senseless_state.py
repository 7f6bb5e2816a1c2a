"""What a group has under way, brought with a seal that holds and with values that make no sense: it is refused, or can be worked with."""

from __future__ import annotations

import asyncio
import io
import json
import sys
import zipfile
from collections.abc import Iterator, MutableMapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import structlog
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.archive.exports import RECORD, Exports
from bot.archive.exports import ROOM as STATE
from bot.archive.moving import Home, brought
from bot.matrix.events import Membership, RoomNews
from bot.store.archive import RoomArchive
from bot.texts import MissingText, Reader
from policies.chain import canonical
from policies.record_file import Unreadable, sealed
from tests.archive.test_senseless import ABSURD, places, put
from tests.dialogs import script, stage
from tests.our_texts import our_texts
from tests.store.stage import BOT, Stage, seed

DIALOGS = Path(__file__).parents[1] / "dialogs"
SCRIPTS = (
    "100_meeting",
    "104_find_time",
    "110_settings",
    "121_jobs",
    "123_persons",
    "124_delegates_rollcall",
    "127_resources",
    "131_de_alle_zaehlen",
    "63_lot",
    "64_elect",
    "69_de_rat_stimmung",
    "70_secret",
    "80_guidelines",
    "90_start",
    "92_remind_us",
)
"""Dialogues that together have something of every kind under way, or over."""
PEOPLE = [f"@{each}:{stage.SERVER}" for each in ("ana", "bo", "cem", "dee")]
NEW = "!new:example.org"
COMMANDS = ("now", "show record", "show rules", "show guidelines", "show jobs", "show settings", "reminders", "show meetings", "show record drill")
EVERY = 60
"""After so many lines of a dialogue what the group has then is taken along, and at its end."""
EXAMPLES = max(1, settings.default.max_examples // 4)
"""For each dialogue: the bot goes on with each one for days."""


class State:
    """What a group takes along: its record, and the rows of all else."""

    def __init__(self, archive: RoomArchive, at: datetime) -> None:
        self.record = b"".join(archive.record_lines())
        self.rows: list[Any] = [json.loads(line) for line in archive.room_lines()][:-1]
        self.at = at

    def boxed(self, rows: list[Any], path: Path) -> Path:
        """An export with these rows, whose seal holds."""
        with zipfile.ZipFile(path, "w") as box:
            box.writestr(RECORD, self.record)
            box.writestr(STATE, b"".join(sealed(map(canonical, rows))))
        return path


@cache
def states(name: str) -> list[State]:
    """What the group of a dialogue has after every few lines."""

    async def play() -> list[State]:
        found, on = list[State](), stage.Stage()
        lines = [line for _, line in script.lines((DIALOGS / f"{name}.txt").read_text(encoding="utf-8"))]
        for count, line in enumerate(lines, 1):
            await script.play(on, line)
            for row in on.database.all("SELECT room FROM room WHERE direct IS NULL") if count % EVERY == 0 or count == len(lines) else ():
                archive = RoomArchive(on.database, row["room"], whole=True)
                if count == len(lines) and not archive.record.length():
                    archive.record.append("undone", on.clock.at, {"number": 0}, {})
                if archive.record.length():
                    found.append(State(archive, on.clock.at))
        return found

    return asyncio.run(play())


class Crashes:
    """The exceptions that were logged."""

    def __init__(self) -> None:
        self.met: list[BaseException] = []

    def __call__(self, _: object, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """Take one entry and let it go no further."""
        # A language that nobody translated is told in English, or said to be damaged: only tests are strict there.
        if entry.get("exc_info") and (error := sys.exc_info()[1]) is not None and not isinstance(error, MissingText):
            self.met.append(error)
        raise structlog.DropEvent


@pytest.fixture(name="crashes", scope="module")
def _crashes() -> Iterator[Crashes]:
    before, kept = structlog.get_config()["processors"], Crashes()
    structlog.configure(processors=[kept])
    yield kept
    structlog.configure(processors=before)


async def lived(on: Stage) -> None:
    """The bot comes into the room, everything is looked at, and some days go by."""
    joined = Membership(**on.outer(BOT, NEW), person=BOT, before="invite", after="join", name="Folkmoot")
    on.receive(RoomNews(room=NEW, events=(joined,), seed=seed(PEOPLE)))
    await on.deliver()
    numbers = [row["number"] for table in ("matter", "decision", "reminder") for row in on.database.all(f"SELECT number FROM {table}")]  # noqa: S608
    for words in (*COMMANDS, *(f"show {number}" for number in numbers)):
        on.say(PEOPLE[0], f"!{words}", NEW)
    for days in (0.1, 1, 7):
        await on.passes(timedelta(days=days))
    Exports(on.database, our_texts()).record(on.number(NEW), Reader("en", ZoneInfo("Pacific/Kiritimati"), "!"), io.BytesIO(), whole=True)


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_the_program_keeps_is_taken_in(name: str, tmp_path: Path, crashes: Crashes) -> None:
    """Whatever a group has under way, it can be taken elsewhere and goes on there."""
    for state in states(name):
        on = Stage(rooms=())
        on.clock.at = state.at
        brought(on.database, state.boxed(state.rows, tmp_path / "box.zip"), Home(BOT, "en", "UTC"), on.clock.at, room=NEW)
        asyncio.run(lived(on))
        on.database.close()
        assert crashes.met == []


@pytest.mark.parametrize("name", SCRIPTS)
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_makes_no_sense_is_refused(name: str, tmp_path: Path, crashes: Crashes, data: st.DataObject) -> None:
    """Whatever stands in the place of any value of any row: nothing is taken in, or nothing crashes afterwards."""
    state = data.draw(st.sampled_from(states(name)))
    rows = json.loads(json.dumps(state.rows))
    row = data.draw(st.sampled_from(rows[1:]))
    inner = row.get("row", row.get("room"))
    column = data.draw(st.sampled_from(sorted(inner)))
    written = isinstance(inner[column], str) and inner[column][:1] in {"{", "[", '"'}
    value = json.loads(inner[column]) if written else None
    within = list(places({"": value}))[1:] if written else []
    if within and data.draw(st.integers(0, 5)):
        place = data.draw(st.sampled_from(within))
        whole = {"": value}
        put(whole, place, data.draw(ABSURD))
        inner[column] = json.dumps(whole[""])
    else:
        put(inner, (column,), data.draw(ABSURD))
    on = Stage(rooms=())
    on.clock.at = state.at
    crashes.met.clear()
    try:
        brought(on.database, state.boxed(rows, tmp_path / "box.zip"), Home(BOT, "en", "UTC"), on.clock.at, room=NEW)
    except Unreadable:
        assert on.database.one("SELECT 1 FROM room") is None
    else:
        asyncio.run(lived(on))
        assert crashes.met == []
    finally:
        on.database.close()
