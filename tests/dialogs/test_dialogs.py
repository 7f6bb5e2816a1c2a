"""Every dialogue of this folder is a test."""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
import structlog

from tests.dialogs.stage import Wrong, perform, read

FOLDER = Path(__file__).parent
DIALOGS = sorted(FOLDER.glob("*.txt"))


class Log:
    """Keeps what is logged, and the exceptions with it."""

    def __init__(self) -> None:
        self.entries: list[MutableMapping[str, Any]] = []
        self.crashes: list[BaseException] = []

    def __call__(self, _: object, method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """Take one entry and let it go no further."""
        self.entries.append(entry)
        if method == "exception" and (error := sys.exc_info()[1]) is not None:
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
