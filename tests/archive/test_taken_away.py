"""What one member takes away tells nothing that is sealed, and nothing that others gave to the bot alone."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from bot.archive.exports import Exports
from bot.store.database import Database
from bot.texts import Reader
from tests.dialogs.script import lines, play
from tests.dialogs.stage import Stage
from tests.our_texts import our_texts

READER = Reader("en", ZoneInfo("UTC"), "!")
UNDER_WAY = """
room "Tea circle": ana bo cem dora
ana> !propose Shall we meet on Tuesdays?
bo> !vote 1 no because of choir
ana> !propose Shall we paint it red? | hidden
cem direct> vote 2 no because of hayfever
cem> !lot Which tea? | Green | Black | Mint
dora> !elect Who keeps the keys?
bo direct> nominate 4 Cem because he is punctilious
"""


async def played(script: str, database: Database | None = None) -> Stage:
    """A room in which this was said."""
    stage = Stage(database)
    await goes_on(stage, script)
    return stage


async def goes_on(stage: Stage, *scripts: str) -> None:
    """More is said in it, and whatever the bot answers is well."""
    for _, line in lines("\n".join(map(dedent, scripts))):
        await play(stage, line)
        stage.said.clear()


def taken(stage: Stage, *, whole: bool = False) -> dict[str, str]:
    """The parts of an export of the room."""
    out = io.BytesIO()
    Exports(stage.database, our_texts()).record(1, READER, out, whole=whole)
    return read(out.getvalue())


async def own(stage: Stage, word: str) -> dict[str, str]:
    """The parts of what is stored about a person."""
    made = await Exports(stage.database, our_texts()).sent("person", 1, stage.person(word), READER)
    return read(made.data)


def read(box: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(box)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def seeds(stage: Stage) -> set[str]:
    """What decides the lots that are not drawn yet."""
    rows = stage.database.all("SELECT seed FROM decision UNION SELECT body ->> '$.seed' FROM matter")
    return {row["seed"] for row in rows if row["seed"]}


async def test_nothing_that_is_open_can_be_taken_away() -> None:
    """Nobody sees votes, sealed nominations or the seed of a lot before its time in a file that any member can take away."""
    stage = await played(UNDER_WAY)
    secret = {"choir", "hayfever", "punctilious", *seeds(stage)}
    assert len(secret) == 7
    files = "\n".join(taken(stage).values())
    assert [word for word in secret if word in files] == []
    assert "Shall we paint it red?" in files
    whole = "\n".join(taken(stage, whole=True).values())
    assert [word for word in secret if word not in whole] == []
    for person in ("ana", "dora"):
        mine = "\n".join((await own(stage, person)).values())
        assert [word for word in secret if word in mine] == []
    assert "punctilious" in (await own(stage, "bo"))["my-data.json"]


async def test_links_and_names_go_to_those_who_may_see_them() -> None:
    """Where a group shows a meeting's link only to those who agreed, and not who comes, an export shows no more."""
    stage = await played(
        """
        room "Tea circle": ana bo
        ana> !propose Tea?
        ana> !meet "Tea" every Tuesday 19:00 at https://meet.example.org/marzipan
        bo direct> coming yes
        """
    )
    assert "marzipan" in taken(stage)["meetings.ics"]
    meeting = next(row["body"] for row in stage.database.all("SELECT body FROM matter WHERE kind = 'meeting'"))
    assert list(json.loads(meeting)["coming"]) == [stage.person("bo")]
    assert '\\"coming\\":{}' in taken(stage)["room.jsonl"]
    stage.database.execute("INSERT INTO setting (room, name, value) VALUES (1, 'links', '\"agreed\"'), (1, 'meeting-names', 'true')")
    files = taken(stage)
    assert [name for name, held in files.items() if "marzipan" in held] == []
    assert stage.person("bo") in next(line for line in files["room.jsonl"].splitlines() if "coming" in line)


async def test_what_the_direct_chat_keeps_is_shown_too() -> None:
    """All that is stored about a person is shown to them, their own reminders in the direct chat too."""
    stage = await played(
        """
        room "Tea circle": ana bo
        ana direct> remind me tomorrow 10:00 to buy quinces
        """
    )
    assert "quinces" in (await own(stage, "ana"))["my-data.json"]
    assert "quinces" not in (await own(stage, "bo"))["my-data.json"]


@pytest.mark.parametrize("words", ["yes", "words"])
async def test_what_is_forgotten_is_in_no_file(tmp_path: Path, words: str) -> None:
    """As soon as a person was told that they are forgotten, no byte of the database or its log has what goes with them."""
    path = tmp_path / "folkmoot.db"
    stage = await played(
        f"""
        whoever joins is new
        room "Tea circle": ana bo cem dora
        ana direct> remind me tomorrow 10:00 to buy quinces
        ana direct> ask Where is the mellifluous kettle?
        bo> !elect Who keeps the keys?
        ana direct> nominate 2 Bo because he is punctilious
        ana> !propose Shall we plant mulberries?
        ana> !vote 3 yes because of silkworms
        bo> !vote 3 yes
        cem> !vote 3 yes
        +7d
        bo> !elect Who keeps the time?
        ana direct> nominate 4 Bo because he is scrupulous
        ana direct> me forget {words}
        """,
        Database(path),
    )
    held = (path.read_bytes() + path.with_name("folkmoot.db-wal").read_bytes()).decode("utf-8", "replace").casefold()
    gone = ["quinces", "mellifluous"] + (["silkworms", "scrupulous", "mulberries"] if words == "words" else [])
    assert [word for word in gone if word in held] == []
    assert words == "words" or "silkworms" in held
    assert stage.database.one("SELECT 1 FROM entry_person WHERE person = ? OR name = 'Ana'", (stage.person("ana"),)) is None
    stage.database.close()


async def test_who_is_forgotten_holds_up_nobody() -> None:
    """What somebody does for the group goes to others when they are forgotten, and nothing is sent to a former member."""
    stage = await played(
        """
        whoever joins is new
        room "Tea circle": ana bo cem dora
        duty: ana bo
        dora direct> ask Where is the kettle?
        ana direct> turn take 1
        ana direct> me forget yes
        """
    )
    body = json.loads(next(row["body"] for row in stage.database.all("SELECT body FROM matter WHERE kind = 'request'")))
    assert body["holder"] is None
    assert body["told"][-1] == stage.person("bo")
    leadership = json.loads(next(row["body"] for row in stage.database.all("SELECT body FROM leadership")))
    assert [each["person"] for each in leadership["holders"]] == [stage.person("bo")]
    await play(stage, "+10d")
    assert stage.database.one("SELECT 1 FROM outbox WHERE payload ->> '$.person' LIKE 'former%'") is None
