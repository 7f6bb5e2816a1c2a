"""The examples of docs/ are real: the command, the method, the language and the charter that a page adds work as it says."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import commands
from bot import catalog, charters
from bot.checked_yaml import ConfigError
from bot.texts import Reader, Texts
from bot.words import Vocabulary
from commands.kit import Book
from policies import methods
from policies.ballots import read, write_result
from policies.model import text
from tests.dialogs import script, stage
from tests.our_texts import our_texts
from tests.test_docs import DOCS, blocks


def page(name: str) -> str:
    """The words of a page."""
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose modules belong to `commands` and to `policies.methods` too."""
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    monkeypatch.setattr(methods, "__path__", [*methods.__path__, str(tmp_path)])
    before = set(sys.modules)
    importlib.invalidate_caches()
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]
    methods.method.cache_clear()


async def test_the_command_that_is_added_works(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the module and the texts of the page, the dialogue of the page goes as it is written, in both languages."""
    (module,) = blocks(page("add-a-command.md"), "python")
    english, german = blocks(page("add-a-command.md"), "ftl")
    (folder / "how_many.py").write_text(module, encoding="utf-8")
    locale = folder / "locale"
    shutil.copytree(catalog.LOCALE, locale)
    (locale / "how_many.en.ftl").write_text(english, encoding="utf-8")
    (locale / "how_many.de.ftl").write_text(german, encoding="utf-8")
    texts = Texts.load(locale, strict=True)
    monkeypatch.setattr(stage, "our_texts", lambda: texts)
    (dialogue,) = blocks(page("add-a-command.md"), "text")
    await script.perform(dialogue, "add-a-command.md")


def test_the_method_that_is_added_counts(folder: Path) -> None:
    """With the file of the page the method is there under its name, and its worked examples come out."""
    (module,) = blocks(page("add-a-method.md"), "python")
    (folder / "clear_lead.py").write_text(module, encoding="utf-8")
    assert "clear_lead" in methods.names()
    found = methods.method("clear_lead")
    assert found.examples
    for example in found.examples:
        result = write_result(methods.count(*read(example.given)))
        assert {key: result[key] for key in example.expected} == example.expected


def test_the_language_that_is_added_speaks(tmp_path: Path) -> None:
    """With the one file of the page the program speaks the language, understands its words, and says in English what is not there yet."""
    shutil.copytree(catalog.LOCALE, tmp_path / "locale", ignore=shutil.ignore_patterns("*.de.ftl", "de.ftl"))
    (words,) = blocks(page("add-a-language.md"), "ftl")
    (tmp_path / "locale" / "nl.ftl").write_text(words, encoding="utf-8")
    texts = Texts.load(tmp_path / "locale", strict=False)
    reader = Reader("nl", ZoneInfo("UTC"), "!")
    assert "antwoord" in texts.render(text("command-vote"), reader).body
    assert texts.render(text("command-stop"), reader) == texts.render(text("command-stop"), replace(reader, language="en"))
    book = Book.load(commands, Vocabulary(texts))
    found = book.find("stem 1 ja", "nl")
    assert found is not None
    assert found.command.name == "vote"


def test_the_charter_that_is_added_is_offered(tmp_path: Path) -> None:
    """The charter of the page is read from a host's folder as it stands, and a word that is none is told with its line."""
    (charter,) = blocks(page("add-a-charter.md"), "yaml")
    (tmp_path / "garden.en.yaml").write_text(charter, encoding="utf-8")
    words = Vocabulary(our_texts())
    known = charters.known_to(Book.load(commands, words), words)
    found = charters.load(tmp_path, known).get("garden", "en")
    assert found is not None
    assert found.key == "garden"
    (tmp_path / "garden.en.yaml").write_text(charter.replace("decided by", "decided buy"), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"garden\.en\.yaml:\d+"):
        charters.load(tmp_path, known)
