"""Rendering very many texts: each form of a sentence is made once, and its values are put into it.

A record of a hundred thousand entries is a few dozen sentences, said again and again with other names, numbers and times. A
sentence's form follows from which of its values are empty, which numbers are none or one, and which words choose between
variants; all else stands in it as it is.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from bot import markup, spoken
from bot.texts import LONGEST, LONGEST_NAME, Reader, Texts
from policies.model import Code, Lines, Mention, Person, Text

MOST_FORMS = 20_000
_CHOICE = re.compile(r"[a-z0-9_-]{1,20}")
"""Words that may choose a variant of a sentence."""
_MARK = re.compile(r"9(\d{5})9")
_FIRST = 2
"""From this number on all numbers are the same form: "other" in every language that the program speaks."""


class Quick:
    """`Texts.render(text, reader).body`, for very many texts that are alike."""

    def __init__(self, texts: Texts, reader: Reader) -> None:
        self._texts = texts
        self.reader = reader
        self._forms: dict[object, str] = {}
        self._moment = lru_cache(4096)(lambda at: spoken.moment(at, reader.zone, reader.language))
        self._typed = lru_cache(4096)(_typed)
        self._day = lru_cache(4096)(lambda at: spoken.day(at, reader.language))

    def moment(self, at: datetime) -> str:
        """A time in words."""
        return self._moment(at)

    def say(self, text: Text) -> str:
        """The words of a text."""
        if not text.values:
            form = self._forms.get(text.id)
            if form is None:
                form = self._forms[text.id] = self._texts.render(text, self.reader).body
            return form
        values: list[str] = []
        probe, key = self._form(text, values)
        if key is None or len(values) > 90_000:  # noqa: PLR2004 - what a mark can count
            return self._texts.render(text, self.reader).body
        form = self._forms.get(key)
        if form is None:
            form = self._texts.render(probe, self.reader).body
            if len(self._forms) < MOST_FORMS:
                self._forms[key] = form
        return _MARK.sub(lambda mark: values[int(mark[1])], form)

    def _form(self, value: Any, values: list[str]) -> tuple[Any, Any]:
        """What to render once, and what makes it different from other forms; the values that stand in it are added.

        The second is `None` where a value can only be rendered as it is.
        """
        kind = type(value)
        if kind is Text:
            made = [self._form(each, values) for each in value.values.values()]
            key = (value.id, *value.values, *(each[1] for each in made))
            if None in key:
                return value, None
            return Text(value.id, dict(zip(value.values, (each[0] for each in made), strict=True))), key
        if kind is Lines or kind is tuple:
            made = [self._form(each, values) for each in (value.items if kind is Lines else value)]
            key = (kind, *(each[1] for each in made))
            if None in key:
                return value, None
            whole = tuple(each[0] for each in made)
            return (Lines(whole) if kind is Lines else whole), key
        if kind is Code or kind is Mention:
            return value, None
        return self._leaf(value, values)

    def _leaf(self, value: Any, values: list[str]) -> tuple[Any, Any]:
        """The same for what holds nothing else."""
        words = self._words(value)
        if words is None:
            return value, (type(value), value)
        values.append(words)
        mark = f"9{len(values) - 1:05}9"
        return (int(mark) if isinstance(value, int) else mark), type(value)

    def _words(self, value: Any) -> str | None:
        """A value in words where any other of its kind makes the same form; `None` where the sentence may turn on it."""
        match value:
            case str():
                return self._typed(value)
            case int():
                return str(value) if value >= _FIRST else None
            case datetime():
                return self._moment(value)
            case date():
                return self._day(value)
            case Person():
                return None if value.former else markup.typed(value.name, LONGEST_NAME).body
            case _:
                return None


def _typed(words: str) -> str | None:
    """Typed words as they stand in a sentence; `None` where it may turn on them."""
    chooses = _CHOICE.fullmatch(words) or not markup.clean(words, LONGEST)
    return None if chooses else markup.typed(words, LONGEST).body
