"""Says what the rules and commands mean: from a text's id and values to words in the reader's language.

The sentences are Fluent messages in Markdown (`bot/locale/*.<language>.ftl`). Values never pass through the syntax of
Fluent or Markdown: each is a slot (`bot.markup`) until the sentence around it is built. In a message:

- `{ $name }` shows a value. Numbers work as plural selectors, and print without thousands separators unless
  `NUMBER($n, useGrouping: 1)` asks for them. A typed word selects the variant of the same name. The variant `[empty]`
  is chosen for `None`, empty text, an empty tuple and empty `Lines`.
- `{ CMD("vote", $number, "yes") }` shows a command with the reader's prefix, as a code span (backticks around it are
  welcome but not needed).
- A line break is a backslash at the end of a line; an empty line begins a paragraph. Fluent lets no line below the id
  begin with `*` or `[`: there a strong word begins with `__`, and a list with `-`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import structlog
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentInt, FluentType

from bot import catalog, markup, spoken
from bot.catalog import FALLBACK
from bot.markup import Piece
from policies.model import Code, Lines, Mention, Passage, Person, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from babel import Locale
    from fluent.runtime.resolver import Pattern

LONGEST = 500
"""Characters of one typed value that are shown, unless `Texts.load` is told otherwise."""

LONGEST_NAME = 80
"""Characters of a person's name that are shown."""

_FAULT = "text-fault"
_LAST_WORDS = "I have an answer, but the words for it are damaged ({id}). Please tell whoever runs me."
_PREFIX = markup.slot(0)

_log = structlog.get_logger(__name__)


class MissingText(LookupError):
    """No language has this text."""


class TextFault(ValueError):
    """A text that cannot be said: a value is missing, or the message is damaged."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom words are made: `language` ("de", "pt-BR"), `zone` for times, `prefix` before commands ("" if none)."""

    language: str
    zone: ZoneInfo
    prefix: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """Both forms of a message, and the ids of the people whom it pings."""

    body: str
    html: str
    mentions: frozenset[str]


class Texts:
    """All that can be said, in every language."""

    def __init__(self, catalogs: Mapping[str, catalog.Catalog], *, strict: bool, longest: int) -> None:
        self._catalogs = catalogs
        self._strict = strict
        self._longest = longest
        self._bundles = {language: _bundle(one) for language, one in catalogs.items()}
        self._ids = {language: frozenset(one.texts()) for language, one in catalogs.items()}
        self._attributes: dict[tuple[str, str], str] = {}
        self._reported: set[str] = set()

    @classmethod
    def load(cls, folder: Path, *, strict: bool = False, longest: int = LONGEST) -> Texts:
        """Reads every `*.ftl` in `folder`. `strict` raises what is otherwise logged once and said in plain words.

        Raises `FileNotFoundError` when there is no English.
        """
        return cls(catalog.read(folder), strict=strict, longest=longest)

    @property
    def languages(self) -> frozenset[str]:
        """The languages that have a file."""
        return frozenset(self._bundles)

    def ids(self, language: str) -> frozenset[str]:
        """What can be said in a language: message ids, and attributes as `message.attribute`."""
        return self._ids.get(language, frozenset())

    def faults(self) -> list[str]:
        """All that is wrong with the texts, one line each."""
        return catalog.faults(self._catalogs)

    def attribute(self, id: str, name: str, language: str) -> str | None:  # noqa: A002 - as in `policies.model.text`
        """An attribute as it stands in the file, commands without prefix; None when this language does not have it."""
        full = f"{id}.{name}"
        if (full, language) in self._attributes:
            return self._attributes[full, language]
        if full not in self.ids(language):
            return None
        try:
            words = self._source(full, language, {}).replace(_PREFIX, "")
        except TextFault as fault:
            self._report(full, fault)
            return None
        return self._attributes.setdefault((full, language), words)

    def render(self, text: Text, reader: Reader) -> Rendered:
        """The words for a text. A language that lacks it, or has it damaged, is helped out by English.

        Raises `TypeError` for a value of a kind that cannot be shown (a naive datetime among them), and when strict
        `MissingText` and `TextFault`.
        """
        piece = self._said(text, reader)
        return Rendered(markup.quiet(piece.body), piece.html, piece.mentions)

    def _said(self, text: Text, reader: Reader) -> Piece:
        choice = dict.fromkeys((self._language(reader.language), FALLBACK))
        languages = [language for language in choice if text.id in self._ids[language]]
        if not languages:
            self._report(text.id, MissingText(text.id))
        for language in languages:
            try:
                return self._woven(text, language, reader)
            except TextFault as fault:
                self._report(text.id, fault)
        if text.id != _FAULT and _FAULT in self._ids[FALLBACK]:
            return self._said(Text(_FAULT, {"id": text.id}), reader)
        return markup.literal(_LAST_WORDS.format(id=text.id))

    def _woven(self, text: Text, language: str, reader: Reader) -> Piece:
        values = list(text.values.values())
        named = {name: _argument(value, place) for place, (name, value) in enumerate(text.values.items(), 1)}

        def fill(char: str) -> Piece:
            place = markup.number_of(char)
            return markup.literal(reader.prefix) if place == 0 else self._piece(values[place - 1], reader)

        try:
            return markup.weave(self._source(text.id, language, named), fill)
        except TextFault:
            raise
        except ValueError as fault:
            msg = f"{text.id} ({language}): {fault}"
            raise TextFault(msg) from fault

    def _source(self, id: str, language: str, values: Mapping[str, Any]) -> str:  # noqa: A002
        """The message in Markdown, its values still slots."""
        name, _, attribute = id.partition(".")
        message = self._bundles[language].get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        source, errors = self._bundles[language].format_pattern(cast("Pattern", pattern), dict(values))
        if errors or not isinstance(source, str):
            msg = f"{id} ({language}): {'; '.join(map(str, errors))}"
            raise TextFault(msg)
        # A part that is left out leaves the spaces on both of its sides.
        return re.sub(r"(?<=\S) {2,}(?=\S)", " ", source)

    def _piece(self, value: object, reader: Reader) -> Piece:  # noqa: C901, PLR0911, PLR0912 - one kind of value each
        language = self._language(reader.language)
        match value:
            case None:
                return Piece("", "")
            case str():
                return markup.typed(value, self._longest)
            case int():
                return markup.literal(str(value))
            case datetime():
                return markup.literal(spoken.moment(value, reader.zone, language))
            case date():
                return markup.literal(spoken.day(value, language))
            case timedelta():
                return markup.literal(spoken.length(value, language))
            case Person() | Mention(Person()) if (value.person if isinstance(value, Mention) else value).former:
                return self._said(Text("former-member"), reader)
            case Person():
                return markup.typed(value.name, LONGEST_NAME)
            case Mention():
                return markup.mention(value.person.id, markup.typed(value.person.name, LONGEST_NAME))
            case Code():
                return markup.code(reader.prefix + markup.clean(value.words, self._longest))
            case Text():
                return self._said(value, reader)
            case Passage():
                return self._passage(value, reader)
            case Lines():
                return markup.listing((self._piece(item, reader) for item in value.items), value.first)
            case tuple():
                line = spoken.several([markup.slot(place) for place in range(len(value))], language)
                return markup.words(line, lambda char: self._piece(value[markup.number_of(char)], reader))
            case _:
                msg = f"a {type(value).__name__} cannot be shown"
                raise TypeError(msg)

    def _passage(self, value: Passage, reader: Reader) -> Piece:
        def show(part: str) -> Piece | None:
            if part.startswith("`"):
                return markup.code(reader.prefix + markup.clean(part.strip("`"), self._longest))
            name = part.strip("{}")
            return self._piece(value.values[name], reader) if name in value.values else None

        return markup.passage(value.words, self._longest, show)

    def _language(self, wanted: str) -> str:
        """The language that comes closest: "de-AT" is read in German, what nobody wrote in English."""
        for language in (wanted, wanted.partition("-")[0].partition("_")[0]):
            if language in self._bundles:
                return language
        return FALLBACK

    def _report(self, id: str, fault: MissingText | TextFault) -> None:  # noqa: A002
        if self._strict:
            raise fault
        if id not in self._reported:
            self._reported.add(id)
            _log.error("text cannot be said", id=id, fault=type(fault).__name__)


class _Slot(FluentType):
    """A value inside Fluent: it prints as its slot, and selects the variant that bears its name."""

    def __init__(self, number: int, name: str | None) -> None:
        self.char = markup.slot(number)
        self._name = name

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - Fluent's signature
        return self.char

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and other == self._name

    __hash__ = None  # type: ignore[assignment]


def _argument(value: object, place: int) -> FluentType:
    if isinstance(value, int):
        return FluentInt(value, useGrouping=False)
    if _is_empty(value):
        return _Slot(place, "empty")
    # Typed words must not pass for nothing.
    return _Slot(place, value if isinstance(value, str) and value != "empty" else None)


def _is_empty(value: object) -> bool:
    match value:
        case str():
            return not markup.clean(value, LONGEST)
        case Lines(items) | tuple(items):
            return not items
        case Passage(words):
            return not words.strip()
        case _:
            return value is None


def _bundle(one: catalog.Catalog) -> FluentBundle:
    # Fluent's own isolation marks would stand around numbers and commands too; typed words get theirs from the markup.
    bundle = FluentBundle([one.language], functions={"CMD": _command}, use_isolating=False)
    bundle.add_resource(one.resource())
    return bundle


def _command(*parts: object) -> Any:
    """`CMD(...)`: words, numbers and values that make a command."""
    line = " ".join(_bare(part) for part in parts)
    if "`" in line:
        msg = "a command cannot hold a backtick"
        raise ValueError(msg)
    return f"`{_PREFIX}{line}`"


def _bare(part: object) -> str:
    if isinstance(part, int):
        return str(int(part))
    if isinstance(part, _Slot):
        return part.char
    return str(part)


__all__ = ["FALLBACK", "MissingText", "Reader", "Rendered", "TextFault", "Texts"]
