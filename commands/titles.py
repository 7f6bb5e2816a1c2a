"""What a proposal is about, in words: from a motion under way, or from what the record keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from policies import rules
from policies.form import ANYTHING, FLAG, WORDS, Form, Part, both, holds, listed, maybe, one_of
from policies.model import Person, Text, text

Showing = Callable[[Any], Person | Text]
Title = Callable[[Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Titled:
    """`title` makes what the text `motion-NAME` is given from the values of a motion.

    `recorded` is the form of these in the record, and `kept` that while the motion is under way: there people stand with their ids.
    """

    title: Title
    recorded: Form
    kept: Form


TITLES: dict[str, Titled] = {}
"""By the name of a change."""


def titles(change: str, /, **values: Part) -> Callable[[Title], Title]:
    """Declare the form of each value of a change, and the values of its text."""
    # What takes effect later keeps that it did.
    recorded = {"in_effect": maybe(FLAG), **values}
    ids = {key: form for key, form in (("person", WORDS), ("people", listed(WORDS))) if key in values}

    def declare(title: Title) -> Title:
        TITLES[change] = Titled(title, holds(recorded), holds(recorded | ids))
        return title

    return declare


def as_it_is(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The text shows the values as they are."""
    return values


MOTION = both(
    holds({"change": one_of(TITLES), "kind": one_of(rules.KINDS), "values": ANYTHING}),
    lambda motion: TITLES[motion["change"]].recorded(motion["values"]),
)
"""A motion as the record keeps it."""


def title(change: str, words: str, values: Mapping[str, Any], person: Showing) -> Text:
    """The text `motion-NAME`. `words` is what was typed; the values `person` and `people` are shown by `person`."""
    shown = TITLES[change].title(values)
    named = {key: person(value) if key == "person" else value for key, value in shown.items()}
    named |= {"people": tuple(person(each) for each in shown["people"])} if "people" in shown else {}
    return text(f"motion-{change}", words=words, **{key: each for key, each in named.items() if _sayable(each)})


def _sayable(value: object) -> bool:
    return isinstance(value, str | int | tuple | Text | Person)
