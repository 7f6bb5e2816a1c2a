"""What a proposal is about, in words: from a motion under way, or from what the record keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from policies.model import Person, Text, text

Showing = Callable[[Any], Person | Text]
Title = Callable[[Mapping[str, Any]], Mapping[str, Any]]

TITLES: dict[str, Title] = {}
"""For changes whose values need words of their own: what the text `motion-NAME` is given."""


def titles(change: str) -> Callable[[Title], Title]:
    """Declare the values of the text `motion-NAME`, made from those of the motion."""

    def declare(title: Title) -> Title:
        TITLES[change] = title
        return title

    return declare


def title(change: str, words: str, values: Mapping[str, Any], person: Showing) -> Text:
    """The text `motion-NAME`. `words` is what was typed; the values `person` and `people` are shown by `person`."""
    shown = TITLES[change](values) if change in TITLES else values
    named = {key: person(value) if key == "person" else value for key, value in shown.items()}
    named |= {"people": tuple(person(each) for each in shown["people"])} if "people" in shown else {}
    return text(f"motion-{change}", words=words, **{key: each for key, each in named.items() if _sayable(each)})


def _sayable(value: object) -> bool:
    return isinstance(value, str | int | tuple | Text | Person)
