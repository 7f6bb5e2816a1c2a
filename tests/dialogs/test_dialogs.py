"""Every dialogue of this folder is a test."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, MutableMapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import settings

from bot.catalog import LOCALE
from bot.matrix.events import Reaction
from bot.words import Vocabulary
from tests.dialogs.script import perform, read
from tests.dialogs.stage import Notes, Stage, Wrong
from tests.our_texts import our_texts

FOLDER = Path(__file__).parent
DIALOGS = sorted(FOLDER.glob("*.txt"))


class Log:
    """Keeps what is logged, and the exceptions with it."""

    def __init__(self) -> None:
        self.entries: list[MutableMapping[str, Any]] = []
        self.crashes: list[BaseException] = []

    def __call__(self, _: object, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """Take one entry and let it go no further."""
        self.entries.append(entry)
        if entry.get("exc_info") and (error := sys.exc_info()[1]) is not None:
            self.crashes.append(error)
        raise structlog.DropEvent


@pytest.fixture
def log() -> Iterator[Log]:
    """The log of one dialogue."""
    before, kept = structlog.get_config()["processors"], Log()
    structlog.configure(processors=[kept])
    yield kept
    structlog.configure(processors=before)


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
async def test_dialog(path: Path, log: Log) -> None:
    """What is typed is answered as the dialogue says, with nothing besides; no handler crashes and no talk is logged."""
    try:
        stage = await perform(read(path), path.name)
    except Wrong as wrong:
        raise wrong from next(iter(log.crashes), None)
    assert not log.crashes
    assert not [talk for talk in stage.talk if talk in str(log.entries)]


async def test_a_missing_answer_is_noticed() -> None:
    """A dialogue that expects words which were not said fails."""
    with pytest.raises(Wrong, match="said nothing"):
        await perform('room "Tea": ana bo\nana> hello\nbot> hello', "missing")


async def test_a_superfluous_answer_is_noticed() -> None:
    """A dialogue that does not expect words which were said fails."""
    with pytest.raises(Wrong, match="also said"):
        await perform('room "Tea": ana bo\nana> !now\nana> thanks', "superfluous")


async def test_another_answer_is_noticed() -> None:
    """A dialogue that expects other words than were said fails."""
    with pytest.raises(Wrong, match="but said"):
        await perform('room "Tea": ana bo\nana> !now\nbot> Good morning', "another")


async def test_talk_in_the_database_is_noticed() -> None:
    """A dialogue fails when words marked as talk are found in the database."""
    with pytest.raises(Wrong, match="only said"):
        await perform('room "Tea": ana bo\nana (talk)> !propose Shall we hyperventilate?\nbot poll> ...\nbot> ...', "talk")


COMMANDS = (
    *("propose", "vote", "vote 1", "stop", "show", "change 1", "who", "me zone", "me language", "group", "help", "count", "now"),
    *("ask", "ask concern", "turn take", "thanks", "resource", "show resources", "bots add", "urgent numbers", "set answer hours"),
    *("remind me", "remind us", "remind", "remind me tomorrow 9:00", "skip", "snooze", "me too", "me reminders"),
)
SHARE = 2
"""Each command meets one in so many of these, another command the others; all of them in the thorough runs."""
NASTY = (
    "",
    "'; DROP TABLE room; --",
    "<img src=x onerror=alert(1)>",
    "@room @room",
    "\u202e\u2066evil\u2069",
    "\ufffd\U0010ffff\U000f0001",
    "{ $number } { CMD(1) }",
    "**[x](javascript:1)** `a` ~~~",
    "999999999",
    "-1",
    "#" * 600,
    "|||||",
    "a | a | a",
    "x | until | until until",
    "? until ?",
    "because because because",
    "--until --closes=",
    "1e9 yes",
    "٣ yes",
    "b > > a = = c",
    "\n\n\n\n",
    "until 99999-99-99 99:99",
    "needs 0/0",
    "needs 1/0",
    "a|b|elect 0",
    "a|b|elect 99999999999999999999",
)


def unhurt(stage: Stage, log: Log) -> None:
    """Nothing crashed, nobody was told that something went wrong, and the database is sound. The stage ends here."""
    assert not log.crashes
    assert not [said.body for room in stage.said.values() for said in room if "went wrong" in said.body]
    stage.sound()
    stage.database.close()


@pytest.mark.parametrize("command", COMMANDS)
async def test_nothing_that_is_typed_crashes(command: str, log: Log) -> None:
    """Whatever stands after a command is answered or left alone, in the room or in a direct chat; nothing crashes."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    await stage.types("ana", "!propose Shall we?", Notes.read(""), direct=False)
    first = COMMANDS.index(command)
    chosen = NASTY if settings.default.max_examples >= len(NASTY) else NASTY[first % SHARE :: SHARE]
    for place, words in enumerate(chosen, first):
        await stage.types("ana", f"!{command} {words}", Notes.read(""), direct=bool(place % 2))
    unhurt(stage, log)


async def test_hundreds_of_reactions_are_one_vote() -> None:
    """A person who reacts two hundred times has one vote, and hears nothing of it."""
    stage = Stage()
    await stage.enters("Tea", ["ana", "bo"])
    await stage.types("ana", "!propose Shall we?", Notes.read(""), direct=False)
    stage.said.clear()
    room, poll, bo = stage.room(), stage.target("poll 1") or "", stage.person("bo")
    room.pending = [Reaction(**stage.where(bo, room), target=poll, key=key) for _ in range(100) for key in "\N{THUMBS UP SIGN}\N{BALLOON}"]
    await stage.settle()
    await stage.passes(stage.clock.at + timedelta(minutes=1))
    stage.nothing_left()
    stage.sound()
    assert "1 of 2" in stage.shown[stage.target("status 1") or ""]
    stage.database.close()


@pytest.mark.parametrize("language", ["en", "de"])
async def test_the_examples_of_reminders_work(language: str, log: Log) -> None:
    """What the help and the refusals show to type for a reminder makes one, in the words of that language."""
    names = [name for each in ("remind me", "remind us") for name in Vocabulary(our_texts()).names(each, language)]
    words = (LOCALE / f"remind.{language}.ftl").read_text(encoding="utf-8")
    # Without a matter it is a reply, or about something that has a number.
    bare = re.compile(r".*(?:mich|me) \w+|.*(?:uns|us) (?:1 )?in 3 \w+")
    shown = {line for line in re.findall(r'CMD\("([^"]+)"\)', words) if any(line.startswith(f"{name} ") for name in names)}
    shown = {line for line in shown if not bare.fullmatch(line)}
    assert len(shown) >= 5
    for line in sorted(shown):
        await perform(f'house language {language}\nroom "Tea": ana bo\nana> !{line}\nbot (reply ana)> #1 ...', line)
    assert not log.crashes
