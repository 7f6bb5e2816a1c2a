"""The small values that all rules share: what is said (`Text`), what is refused (`Refused`), who and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """Something to say: the id of a text and its values. The sentence itself is made elsewhere, in the reader's language.

    Values may be `str` (typed by a person, never trusted as markup), `int`, aware `datetime`, `date`, `timedelta`,
    `Person`, `Mention`, `Code`, `Passage`, another `Text`, a tuple of these (a list in the reader's language), `Lines` of these,
    or `None` (nothing: a message can choose other words for it).
    """

    id: str
    values: Mapping[str, Any] = field(default_factory=dict)


def text(id: str, /, **values: Any) -> Text:  # noqa: A002 - "id" is the field's own word for it
    """`Text` without the braces."""
    return Text(id, values)


def shortened(words: str, most: int) -> str:
    """Words of which no more than `most` letters are shown: where there are more, an ellipsis is the last."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}\u2026"


class Refused(Exception):
    """The only "no" that rules and commands know: the text that says why and what to type instead."""

    def __init__(self, id: str, /, **values: Any) -> None:  # noqa: A002
        super().__init__(id)
        self.text = Text(id, values)


FORMER = "former-"
"""Begins what stands for the id of a person who asked to be forgotten."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member as shown to people: `id` is the Matrix user id, `name` what to call them. Shown without a ping."""

    id: str
    name: str

    @property
    def former(self) -> bool:
        """Whether this was somebody who asked to be forgotten: they have no name any more."""
        return self.id.startswith(FORMER)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person who is meant, and so is pinged."""

    person: Person


@dataclass(frozen=True, slots=True)
class Code:
    """Something to type, shown as it must be typed. Commands in it carry no prefix; it is added where they are shown."""

    words: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A list with one item on each line, with dashes, or numbered from `first`."""

    items: tuple[Any, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the group's own over several lines, as a charter holds them: paragraphs, lists, `**strong**` words.

    What stands between backticks is something to type, and gets the reader's prefix; `{name}` shows the value of that name, of
    any kind that a `Text` takes. All else is shown as it was typed: no links, no mentions, no other markup.
    """

    words: str
    values: Mapping[str, Any] = field(default_factory=dict)
