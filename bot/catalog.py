"""The Fluent messages of each language, and what is wrong with them.

Every `*.ftl` file in the folder belongs to the language before its ending: `en.ftl`, `starter.en.ftl`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from babel import UnknownLocaleError
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot import markup, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FALLBACK = "en"
"""The language that has every text."""

LOCALE = Path(__file__).parent / "locale"
"""Where our own texts are."""

FUNCTIONS = frozenset({"NUMBER", "CMD"})
"""What a message may call."""

OWN = ".kept"
"""The end of an attribute that a language may have alone: it is about the order of its own words."""

_STRONG_START = re.compile(r"^ +\*\*", re.MULTILINE)

_Entry = TypeVar("_Entry", ast.Message, ast.Term)


@lru_cache(maxsize=256)
def _parsed(words: str) -> tuple[ast.EntryType, ...]:
    """The entries of a file. Parsing all of our own takes seconds, and nobody changes what came of it."""
    return tuple(FluentParser().parse(words).body)


@dataclass(slots=True)
class Catalog:
    """All messages and terms of one language; `faults` holds what could not be read or stands there twice."""

    language: str
    messages: dict[str, ast.Message] = field(default_factory=dict)
    terms: dict[str, ast.Term] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def read(self, path: Path) -> None:
        """Adds the messages of one file. The first of two messages with the same id counts."""
        words = path.read_text(encoding="utf-8")
        if markup.has_slots(words):
            self.faults.append(f"{path.name}: private-use characters that stand for values")
        for entry in _parsed(words):
            if isinstance(entry, ast.Junk):
                line = words.count("\n", 0, entry.span.start if entry.span else 0) + 1
                reason = "; ".join(str(note.message) for note in entry.annotations or ())
                if _STRONG_START.search(entry.content or ""):
                    reason += " (a line cannot begin with **; write __ there)"
                self.faults.append(f"{path.name}:{line}: not Fluent: {reason}")
            elif isinstance(entry, ast.Message):
                self._add(self.messages, entry, path)
            elif isinstance(entry, ast.Term):
                self._add(self.terms, entry, path)

    def _add(self, entries: dict[str, _Entry], entry: _Entry, path: Path) -> None:
        if entry.id.name in entries:
            self.faults.append(f"{path.name}: {entry.id.name} stands there twice")
        entries.setdefault(entry.id.name, entry)

    def resource(self) -> ast.Resource:
        """Everything in one, for a bundle."""
        return ast.Resource([*self.messages.values(), *self.terms.values()])

    def texts(self) -> Iterator[str]:
        """What can be said: the ids of messages, and of their attributes as `message.attribute`."""
        for name, message in self.messages.items():
            if message.value is not None:
                yield name
            yield from (f"{name}.{attribute.id.name}" for attribute in message.attributes)


def language_of(path: Path) -> str:
    """The language of a file: what stands before its ending."""
    return path.stem.rpartition(".")[2]


def read(folder: Path) -> dict[str, Catalog]:
    """The catalogs of all languages in a folder. Raises `FileNotFoundError` when the fallback language is not there."""
    catalogs: dict[str, Catalog] = {}
    for path in sorted(folder.glob("*.ftl")):
        language = language_of(path)
        catalogs.setdefault(language, Catalog(language)).read(path)
    if FALLBACK not in catalogs:
        raise FileNotFoundError(folder / f"{FALLBACK}.ftl")
    return catalogs


def faults(catalogs: Mapping[str, Catalog]) -> list[str]:
    """All that is wrong, one line each: what `folkmoot check` prints, and what must be empty before a release."""
    found: list[str] = []
    complete = catalogs[FALLBACK]
    for language, catalog in sorted(catalogs.items()):
        found += catalog.faults
        found += _strange_language(language)
        found += [f"{language}: {line}" for line in _dangling(catalog)]
        if catalog is not complete:
            found += _differences(catalog, complete)
    return found


def _strange_language(language: str) -> list[str]:
    try:
        spoken.locale(language)
    except (UnknownLocaleError, ValueError):
        return [f"{language}: is no language that dates and numbers are known for"]
    return []


def _differences(catalog: Catalog, complete: Catalog) -> Iterator[str]:
    here, there = set(catalog.texts()), set(complete.texts())
    yield from (f"{catalog.language}: {name} is missing" for name in sorted(there - here))
    own = (name for name in here - there if not name.endswith(OWN))
    yield from (f"{catalog.language}: {name} is not in {complete.language}" for name in sorted(own))
    for name in sorted(catalog.messages.keys() & complete.messages.keys()):
        known = _needs(complete, name)
        for variable in sorted(_needs(catalog, name) - known):
            yield f"{catalog.language}: {name} uses ${variable}, which {complete.language} does not"


def _dangling(catalog: Catalog) -> Iterator[str]:
    """References to what is not there."""
    there = set(catalog.texts())
    for name, entry in catalog.messages.items() | catalog.terms.items():
        uses = _Uses.of(entry)
        yield from (f"{name} calls {function}, which is unknown" for function in sorted(uses.functions - FUNCTIONS))
        lost = uses.messages - there | {f"-{term}" for term in uses.terms - catalog.terms.keys()}
        yield from (f"{name} refers to {other}, which is missing" for other in sorted(lost))


def _needs(catalog: Catalog, name: str) -> set[str]:
    """The variables of a message and of the messages that it refers to."""
    needed: set[str] = set()
    waiting, seen = [name], set[str]()
    while waiting:
        current = waiting.pop().partition(".")[0]
        if current in seen or current not in catalog.messages:
            continue
        seen.add(current)
        uses = _Uses.of(catalog.messages[current])
        needed |= uses.variables
        waiting += uses.messages
    return needed


class _Uses(Visitor):
    """What an entry refers to: variables, functions, messages and terms, each by name."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.functions: set[str] = set()
        self.messages: set[str] = set()
        self.terms: set[str] = set()

    @classmethod
    def of(cls, entry: ast.BaseNode) -> _Uses:
        uses = cls()
        uses.visit(entry)
        return uses

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor calls it so
        self.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name + (f".{node.attribute.name}" if node.attribute else ""))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.terms.add(node.id.name)
        self.generic_visit(node)
