"""Starter charters from files: those of the program, and a host's own folder, checked as a whole before anything connects.

Each charter is a file `KEY.LANGUAGE.yaml`; the same key in two languages is the same charter. A host's own file takes the place
of the program's of that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

import policies
from bot import checked_yaml
from bot.catalog import FALLBACK
from bot.checked_yaml import ConfigError, Problem
from commands.kit import Book
from commands.ports import Words
from policies.charters import EMPTY, Faulty, Starter, read
from policies.charters.phrases import typed
from policies.model import Lines, Refused, text

OURS = Path(policies.__path__[0]) / "charters"
"""Where the program's own are."""

Known = Callable[[str, str], bool]
"""Whether words are a command in a language."""

_NOTHING = "tag:yaml.org,2002:null"
_PARTS = 3
_FENCE = re.compile(r"^```[\w-]*\s*\n|\n?\s*```$")
MOST_PROBLEMS = 10
"""Lines with problems in one answer."""


class Library:
    """Starter charters by key and language: `commands.ports.Starters`."""

    def __init__(self, starters: Iterable[Starter], known: Known) -> None:
        self._known = known
        self._starters: dict[str, dict[str, Starter]] = {}
        for each in starters:
            self._starters.setdefault(each.key, {})[each.draft.language] = each

    @property
    def keys(self) -> Sequence[str]:
        """All keys, the empty charter last."""
        return sorted(self._starters, key=lambda key: (key == EMPTY, _ORDER.get(key, len(_ORDER)), key))

    def offered(self, language: str) -> Sequence[Starter]:
        """All of them in a language, or in another where they have none in it."""
        return [self._nearest(self._starters[key], language) for key in self.keys]

    def get(self, key: str, language: str) -> Starter | None:
        """The one of that key."""
        found = self._starters.get(key)
        return self._nearest(found, language) if found else None

    def read(self, words: str) -> Starter:
        """A charter that somebody typed, between marks of code or without."""
        words = _FENCE.sub("", words.strip())
        try:
            return _checked(checked_yaml.tree(words, ""), "", "", self._known)
        except ConfigError as error:
            lines = tuple(
                text("charter-wrong-line", line=each.line, advice=f"{each.key}: {each.advice}" if each.key else each.advice)
                for each in error.problems[:MOST_PROBLEMS]
            )
            raise Refused("charter-wrong", problems=Lines(lines), more=max(0, len(error.problems) - MOST_PROBLEMS)) from None

    @staticmethod
    def _nearest(found: Mapping[str, Starter], language: str) -> Starter:
        for code in (language, language.partition("-")[0], FALLBACK):
            if code in found:
                return found[code]
        return found[min(found)]


_ORDER = {
    key: place
    for place, key in enumerate(
        ["peer-support", "twelve-step", "consent-circle", "cooperative", "grief", "caregivers", "informal"]
    )
}
"""The order in which people are offered ours; a host's own come after them."""


@lru_cache(maxsize=1)
def ours() -> tuple[Starter, ...]:
    """The program's own. A test has checked their commands."""
    return tuple(_folder(OURS, lambda _words, _language: True))


def known_to(book: Book, words: Words) -> Known:
    """What is a command by a book: a name of the language, or an English one, which works everywhere."""

    def known(line: str, language: str) -> bool:
        found = book.find(line, language)
        if found is None:
            return False
        names = (found.command.name, *words.names(found.command.name, language))
        return line.split(maxsplit=1)[0].casefold() in " ".join(names).casefold().split()

    return known


def load(own: Path | None, known: Known) -> Library:
    """The program's charters and those of a host's folder. Raises `ConfigError` with all problems at once."""
    return Library([*ours(), *(_folder(own, known) if own is not None else ())], known)


def _folder(folder: Path, known: Known) -> list[Starter]:
    if not folder.is_dir():
        raise ConfigError([Problem(str(folder), 0, "charters", "expected a folder with charters, each a file KEY.LANGUAGE.yaml")])
    starters: list[Starter] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            starters.append(from_file(path, known))
        except ConfigError as error:
            problems += error.problems
    if problems:
        raise ConfigError(problems)
    return starters


def from_file(path: Path, known: Known) -> Starter:
    """The charter in a file. Raises `ConfigError`."""
    parts = path.name.split(".")
    if len(parts) != _PARTS or not all(parts):
        raise ConfigError([Problem(str(path), 0, "", "expected a name of three parts, as our-circle.en.yaml")])
    starter = _checked(checked_yaml.root(path), str(path), parts[0], known)
    if starter.draft.language != parts[1]:
        advice = f"is {starter.draft.language}, but the file is named for {parts[1]}; make them the same"
        raise ConfigError([Problem(str(path), 0, "language", advice)])
    return starter


def _checked(root: yaml.Node | None, file: str, key: str, known: Known) -> Starter:
    """The charter in a tree. Raises `ConfigError` with everything that is wrong."""
    value, lines, twice = _plain(root)
    problems = [Problem(file, line, ".".join(where), "stands there twice; keep one of them") for where, line in twice]
    try:
        starter = read(value, key)
    except Faulty as faulty:
        problems += [Problem(file, _line(lines, each.path), ".".join(each.path), each.advice) for each in faulty.faults]
        raise ConfigError(problems) from None
    for name, words in starter.draft.texts.items():
        for each in typed(words):
            if not known(each, starter.draft.language):
                advice = f"`{each}` is no command; between backticks stands what can be typed, without a sign before it"
                problems.append(Problem(file, _line(lines, ("texts", name)), f"texts.{name}", advice))
    if problems:
        raise ConfigError(problems)
    return starter


Where = tuple[str, ...]


def _plain(root: yaml.Node | None) -> tuple[Any, Mapping[Where, int], Sequence[tuple[Where, int]]]:
    """What a tree holds, every scalar as its characters; the line of each key and item; keys that stand there twice."""
    lines: dict[Where, int] = {}
    twice: list[tuple[Where, int]] = []

    def made(node: yaml.Node, where: Where) -> Any:
        lines.setdefault(where, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            values: dict[str, Any] = {}
            for key, value in node.value:
                inner = (*where, str(key.value) if isinstance(key, yaml.ScalarNode) else "?")
                if inner[-1] in values:
                    twice.append((inner, key.start_mark.line + 1))
                lines.setdefault(inner, key.start_mark.line + 1)
                values[inner[-1]] = made(value, inner)
            return values
        if isinstance(node, yaml.SequenceNode):
            return [made(item, (*where, str(place))) for place, item in enumerate(node.value, 1)]
        return None if node.tag == _NOTHING else str(node.value)

    return (None if root is None else made(root, ())), lines, twice


def _line(lines: Mapping[Where, int], where: Where) -> int:
    """The line of a key, or of the nearest one above it that is there."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 0)
