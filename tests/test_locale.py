"""What is true of every text in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

import commands
from bot import catalog
from bot.catalog import LOCALE
from bot.words import Vocabulary
from commands.help import named
from commands.kit import Book, Found
from policies.decision import FIXED
from tests.our_texts import our_texts

ROOT = Path(__file__).parent.parent
TEXTS = our_texts()
CATALOGS = catalog.read(LOCALE)
WORDS = Vocabulary(TEXTS)
BOOK = Book.load(commands, WORDS)
LANGUAGES = sorted(TEXTS.languages)
EXAMPLE = "1"
"""What stands for a value in a command that a text shows."""

FORBIDDEN = {
    "en": r"\b(?:patients?|clients?|users?|(?<!in )cases?)\b",
    "de": r"\b(?:Patient\w*|Klient\w*|Nutzer\w*|Benutzer\w*|User\w*|Fälle[ns]?|Fall(?:es)?)\b",
}
"""Words that make a thing of a person: people are members, newcomers, facilitators."""

FORMAL = re.compile(r"(?<=[a-zäöüß,] )(?:Sie|Ihnen|Ihre?[mnrs]?)\b")


class _Reader(Visitor):
    """The words of a message, and the commands and the typed words that it shows."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.commands: list[str] = []

    @classmethod
    def of(cls, entry: fluent.BaseNode) -> _Reader:
        reader = cls()
        reader.visit(entry)
        return reader

    def visit_TextElement(self, node: fluent.TextElement) -> None:  # noqa: N802 - the visitor calls it so
        self.words.append(node.value)

    def visit_StringLiteral(self, node: fluent.StringLiteral) -> None:  # noqa: N802
        self.words.append(node.parse()["value"])

    def visit_FunctionReference(self, node: fluent.FunctionReference) -> None:  # noqa: N802
        if node.id.name == "CMD":
            self.commands.append(" ".join(_shown(part) for part in node.arguments.positional))

    def visit_Attribute(self, node: fluent.Attribute) -> None:  # noqa: N802
        """What people type, not what is said."""


def _shown(part: object) -> str:
    return str(part.parse()["value"]) if isinstance(part, fluent.StringLiteral) else EXAMPLE


@cache
def _read(language: str) -> list[tuple[str, _Reader]]:
    return [
        (name, _Reader.of(entry))
        for entries in (CATALOGS[language].messages, CATALOGS[language].terms)
        for name, entry in entries.items()
    ]


def _found(line: str, language: str) -> Found | None:
    found = BOOK.find(line, language)
    return found if found and line.split(maxsplit=1)[0].casefold() in " ".join(_names(found, language)).casefold() else None


def _names(found: Found, language: str) -> list[str]:
    return [*WORDS.names(found.command.name, language), found.command.name]


def test_the_texts_have_no_faults() -> None:
    """Every language says everything that English says, with the same values, and nothing is damaged or stands there twice."""
    assert TEXTS.faults() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_shown_is_a_command(language: str) -> None:
    """A command that a text shows is one that can be typed, in the words of the text's own language."""
    unknown = [
        (name, line) for name, reader in _read(language) for line in reader.commands if _found(line, language) is None
    ]
    assert unknown == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_shown_for_real_commands(language: str) -> None:
    """Where a text says "help X", X is a command."""
    helps = [
        found.rest
        for _, reader in _read(language)
        for line in reader.commands
        if (found := BOOK.find(line, language)) and found.command.name == "help" and found.rest
    ]
    assert helps
    assert [topic for topic in helps if BOOK.find(topic, language) is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_help_and_a_name(language: str) -> None:
    """Each command of the book has a help text and names in every language, and each such text belongs to a command."""
    texts = {id_ for id_ in TEXTS.ids(language) if id_.startswith("command-") and "." not in id_}
    assert texts == {f"command-{name.replace(' ', '-')}" for name in BOOK.commands}
    assert [id_ for id_ in texts if f"{id_}.names" not in TEXTS.ids(language)] == []


def test_no_name_belongs_to_two_commands() -> None:
    """What people type means one command, whatever language it comes from."""
    owners: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for command in BOOK.commands:
            for name in WORDS.names(command, language):
                owners.setdefault(name.casefold(), set()).add(command)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("method", sorted(FIXED))
def test_no_ballot_word_means_two_answers(method: str) -> None:
    """A ballot word has one meaning in a vote, whatever language it comes from."""
    owners: dict[str, set[str]] = {}
    for option in (*FIXED[method], "nothing"):
        for language in LANGUAGES:
            words = TEXTS.attribute(f"ballot-{option}", "words", language)
            assert words, (option, language)
            for word in words.split(","):
                owners.setdefault(word.strip().casefold(), set()).add(option)
    assert {word: found for word, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", sorted(FIXED))
def test_what_an_answer_is_called_can_be_typed(language: str, method: str) -> None:
    """The label of an answer in a poll, and the way shown to type it, are understood as this answer."""
    options = FIXED[method]
    messages = dict(_read(language))
    for option in options:
        assert WORDS.ballot("".join(messages[f"option-{option}"].words), options) == option
        found = BOOK.find(messages[f"way-{option}"].commands[0], language)
        assert found is not None
        assert found.command.name == "vote"
        typed = found.rest.removeprefix(EXAMPLE).strip()
        because = min((typed.find(word) for word in WORDS.option("because") if word in typed), default=len(typed))
        assert WORDS.ballot(typed[:because], options) == option


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_shown_to_type_is_understood(language: str) -> None:
    """Words between backticks are a ballot word, an option or a command of the program."""
    ids = {each.removeprefix("word-").partition(".")[0] for each in TEXTS.ids("en") if each.startswith("word-")}
    options = [word.casefold() for id_ in ids for word in WORDS.option(id_)]
    for name, reader in _read(language):
        # A span that holds values alone is none to be typed.
        for shown in re.findall(r"`([^`]+)`", re.sub(r"`\s*`", "", "".join(reader.words))):
            word = shown.strip("| ").casefold()
            if word.startswith("python3 -c"):
                continue  # to be typed into a computer, not to the bot
            known = (
                any(WORDS.ballot(word, FIXED[method]) for method in FIXED)
                or any(word == option or word.startswith(f"{option} ") for option in options)
                or BOOK.find(word, language) is not None
            )
            assert known, (name, shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shouted(language: str) -> None:
    """No text holds an exclamation mark: the sign before commands is added for each reader."""
    shouting = [
        name
        for name, reader in _read(language)
        if "!" in "".join([*reader.words, *reader.commands])
    ]
    assert shouting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_are_called_people(language: str) -> None:
    """No text calls people patients, clients, users or cases."""
    pattern = re.compile(FORBIDDEN[language], re.IGNORECASE)
    assert [name for name, reader in _read(language) if pattern.search("".join(reader.words))] == []


def test_forbidden_words_are_found() -> None:
    """The search for words that make a thing of a person finds them."""
    assert re.search(FORBIDDEN["en"], "every user of it")
    assert re.search(FORBIDDEN["de"], "für den Nutzer")
    assert not re.search(FORBIDDEN["en"], "in case of a tie")


def test_german_says_du() -> None:
    """German texts speak to people with "du"."""
    assert FORMAL.search("Bitte schreiben Sie")
    assert [name for name, reader in _read("de") if FORMAL.search("".join(reader.words))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_finds_every_name(language: str) -> None:
    """Help finds a command by each of its names."""

    class Reading:
        words = WORDS

    Reading.language = language  # type: ignore[attr-defined]
    for command in BOOK.commands:
        for name in WORDS.names(command, language):
            assert named(Reading, name.casefold()) == command  # type: ignore[arg-type]


def _said() -> Iterator[tuple[str, str, bool]]:
    """(file, id, whole) of every text that the program says: whole ids, and beginnings that a value completes."""
    for folder in ("bot", "commands", "policies"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called not in {"text", "Text", "Refused", "refused", "Unclear", "Ask"}:
                    continue
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield path.name, first.value, True
                elif isinstance(first, ast.JoinedStr) and isinstance(first.values[0], ast.Constant):
                    yield path.name, str(first.values[0].value), False


def test_everything_said_has_words() -> None:
    """Each text that the program names is there; a name made of parts begins like one that is there."""
    said = list(_said())
    assert len(said) > 50
    ids = TEXTS.ids("en")
    missing = [
        (file, id_)
        for file, id_, whole in said
        if (id_ not in ids if whole else not any(each.startswith(id_) for each in ids))
    ]
    assert missing == []
