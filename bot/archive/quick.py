"""Rendering very many texts: each form of a sentence is made once, and its values are put into it.

A record of a hundred thousand entries is a few dozen sentences, said again and again with other names, numbers and times. A
sentence's form follows from which of its values are empty, which numbers are none or one, and which words choose between
variants; all else stands in it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from bot import markup, spoken
from bot.texts import LONGEST, LONGEST_NAME, Reader, Texts
from policies.model import FORMER, Lines, Person, Text

MOST_FORMS = 20_000
MOST_VALUES = 90_000
"""More values in one sentence than a mark can count are rendered one by one."""
_CHOICE = re.compile(r"[a-z0-9_-]{1,20}")
"""Words that may choose a variant of a sentence."""
_MARK = re.compile(r"9(\d{5})9")
_FIRST = 2
"""From this number on all numbers are the same form: "other" in every language that the program speaks."""
_AS_IT_IS = (type(None), bool, int, str, timedelta)


@dataclass(frozen=True, slots=True)
class _Form:
    """A sentence as a `%` pattern, and which values stand in it in which order (`None`: all of them, each once, as they come)."""

    pattern: str
    order: tuple[int, ...] | None

    @classmethod
    def of(cls, rendered: str, count: int) -> _Form:
        """The form of a sentence that was rendered with marks."""
        parts = _MARK.split(rendered)
        order = tuple(int(each) for each in parts[1::2])
        pattern = "%s".join(each.replace("%", "%%") for each in parts[::2])
        return cls(pattern, None if order == tuple(range(count)) else order)

    def filled(self, values: list[str]) -> str:
        """The sentence."""
        return self.pattern % (tuple(values) if self.order is None else tuple([values[place] for place in self.order]))


class Quick:
    """`Texts.render(text, reader).body`, for very many texts that are alike."""

    def __init__(self, texts: Texts, reader: Reader) -> None:
        self._texts = texts
        self.reader = reader
        self._fixed: dict[str, str] = {}
        self._forms: dict[tuple[object, ...], _Form] = {}
        self._moment = lru_cache(4096)(lambda at: spoken.moment(at, reader.zone, reader.language))
        self._typed = lru_cache(16_384)(_typed)
        self._name = lru_cache(4096)(lambda name: markup.typed(name, LONGEST_NAME).body)

    def moment(self, at: datetime) -> str:
        """A time in words."""
        return self._moment(at)

    def say(self, text: Text) -> str:
        """The words of a text."""
        if not text.values:
            words = self._fixed.get(text.id)
            if words is None:
                words = self._fixed[text.id] = self._texts.render(text, self.reader).body
            return words
        values: list[str] = []
        key: list[object] = []
        if not self._all((text,), key, values) or len(values) > MOST_VALUES:
            return self._texts.render(text, self.reader).body
        whole = tuple(key)
        form = self._forms.get(whole)
        if form is None:
            form = _Form.of(self._texts.render(self._marked(text, []), self.reader).body, len(values))
            if len(self._forms) < MOST_FORMS:
                self._forms[whole] = form
        return form.filled(values)

    def _all(self, many: Iterable[Any], key: list[object], values: list[str]) -> bool:
        """Add what makes these values different from those of other forms, and those that stand in a sentence, in words.

        False where one of them can only be rendered as it is.
        """
        for value in many:
            kind = type(value)
            if kind is Text:
                key += (Text, value.id, tuple(value.values))
                if value.values and not self._all(value.values.values(), key, values):
                    return False
                continue
            words = self._typed(value) if kind is str else self._words(kind, value)
            if words is not None:
                values.append(words)
                key.append(kind)
            elif kind is tuple or (kind is Lines and value.first is None):
                items = value if kind is tuple else value.items
                key += (kind, len(items))
                if not self._all(items, key, values):
                    return False
            elif kind is Person:
                key.append(FORMER)
            elif kind in _AS_IT_IS and not _MARK.search(str(value)):
                key += (None, kind, value)
            else:
                return False
        return True

    def _words(self, kind: type, value: Any) -> str | None:
        """A value in words where any other of its kind makes the same form; `None` where the sentence may turn on it."""
        if kind is str:
            return self._typed(value)
        if kind is int:
            return str(value) if value >= _FIRST else None
        if kind is datetime:
            return self._moment(value)
        if kind is Person:
            return None if value.former else self._name(value.name)
        return spoken.day(value, self.reader.language) if kind is date else None

    def _marked(self, value: Any, marks: list[str]) -> Any:
        """A value as it is rendered once: with marks in the place of what `_all` took for a value in words."""
        kind = type(value)
        if self._words(kind, value) is not None:
            marks.append(f"9{len(marks):05}9")
            return int(marks[-1]) if kind is int else marks[-1]
        if kind is Text:
            return Text(value.id, {name: self._marked(each, marks) for name, each in value.values.items()})
        if kind is tuple:
            return tuple(self._marked(each, marks) for each in value)
        if kind is Lines:
            return Lines(tuple(self._marked(each, marks) for each in value.items))
        return value


def _typed(words: str) -> str | None:
    """Typed words as they stand in a sentence; `None` where it may turn on them."""
    return None if _CHOICE.fullmatch(words) else markup.typed(words, LONGEST).body or None
