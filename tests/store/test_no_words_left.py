"""After a long conversation the database, its write-ahead log and the program's log hold nothing that was only said."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.store.database import Database
from tests.dialogs.script import lines, play
from tests.dialogs.stage import Stage

LONG = """
whoever joins is new
room "Tea circle": ana bo cem dora
duty: ana bo
facilitator: cem dora
welcomer: bo
the group says about: For people who like tea.
eli joins
+1m
eli (talk, as e1)> Hyacinthine thoughts tonight, nobody must keep them
cem (reply e1, talk)> Quixotically put, dear friend
ana (thread e1, talk)> Zephyrous words of mine
bo (talk, as b1)> Obstreperous boats and no sleep
bo reacts 🙋 to b1
dora (reply b1, talk)> Perspicacious answer in the room
bo direct> yes
dora (talk)> Somnambulant stories, page after page
eli direct (talk)> I feel ineffable and lugubrious
eli direct (talk)> help me please, calamitous night
eli direct (talk)> me and my labyrinthine thoughts
dora direct> ask Where do we keep the mellifluous kettle?
ana direct> turn take 2
ana direct> answered 2
dora direct> no
dora direct> thanks
cem direct (talk)> ask concern Dora about Bo | Bo was vituperative and pusillanimous in every round | I could not continue, it was excruciating
dora direct> turn take 3
eli direct> person
gus knocks
bot restarts
+1d
+3d
+4d
eli direct> no
eli direct (talk)> noooo, insufferable
cem direct> thanks
+32d
"""
KEPT = ("mellifluous",)
"""Given to the bot on purpose, and kept until a month after it was answered."""
SAID = (
    *("hyacinthine", "quixotically", "zephyrous", "obstreperous", "perspicacious", "somnambulant", "ineffable", "lugubrious"),
    *("calamitous", "labyrinthine", "vituperative", "pusillanimous", "excruciating", "insufferable"),
)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged, at every level."""
    before, kept = structlog.get_config(), io.StringIO()
    structlog.configure(
        processors=[structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)],
        wrapper_class=structlog.make_filtering_bound_logger(0),
        logger_factory=structlog.PrintLoggerFactory(kept),
    )
    yield kept
    structlog.configure(**before)


def found(words: tuple[str, ...], path: Path, stage: Stage, log: io.StringIO) -> dict[str, list[str]]:
    """Where each of these words stands: in a table, in the file, in the write-ahead log, in the log."""
    places = {
        "tables": "\n".join(stage.dump()).casefold(),
        "file": path.read_bytes().decode("utf-8", "replace").casefold(),
        "wal": path.with_name(path.name + "-wal").read_bytes().decode("utf-8", "replace").casefold(),
        "log": log.getvalue().casefold(),
    }
    return {word: where for word in words if (where := [name for name, held in places.items() if word in held])}


async def test_nothing_that_was_only_said_is_anywhere(tmp_path: Path, log: io.StringIO) -> None:
    """Talk, words in a direct chat that are no command, and a concern once it was delivered are in no table, file or log."""
    path = tmp_path / "folkmoot.db"
    stage = Stage(Database(path))
    met = False
    for _, line in lines(LONG):
        await play(stage, line)
        stage.said.clear()
        if "talk" in line or line.startswith("+"):
            assert found(SAID, path, stage, log) == {}, line
        met |= "tables" in found(KEPT, path, stage, log).get(KEPT[0], ())
    assert met
    assert found(KEPT, path, stage, log) == {}
    stage.sound()
    stage.database.close()


async def test_the_search_finds_what_is_there(tmp_path: Path, log: io.StringIO) -> None:
    """A word that is kept is found, in a table and in a file."""
    path = tmp_path / "folkmoot.db"
    stage = Stage(Database(path))
    for line in ('room "Tea": ana bo', "ana> !propose Shall we hyperventilate?"):
        await play(stage, line)
        stage.said.clear()
    assert {"tables"} < set(found(("hyperventilate",), path, stage, log)["hyperventilate"]) <= {"tables", "file", "wal"}
    stage.database.close()
