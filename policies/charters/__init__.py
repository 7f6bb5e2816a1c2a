"""Charters as files: from a mapping of keys and values to a `Draft`, and back.

The same keys serve the starter charters beside this module, a host's own ones and what a group takes away. Whatever is wrong is
told with the path of its key and with what to write instead; a key that is unknown is refused, never passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from policies.charter import LONGEST_GUIDELINE, LONGEST_TEXT, MOST_GUIDELINES, REVIEW_MONTHS, Charter, Draft, RoleText
from policies.charters.phrases import PLACEHOLDERS, TEXTS, placeholders
from policies.charters.ruling import read_rule, write_rule
from policies.rules import DEFAULTS, KINDS, Rule

EMPTY = "empty"
"""The key of the starter charter that holds nothing yet."""

LONGEST_LINE = 500
MOST_ROLES, MOST_ITEMS = 20, 20
MOST_SEATS = 20
LONGEST_TERM = 730
MOST_MONTHS = 36

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where (the keys that lead there, and places in lists from 1), and what to write instead."""

    path: Path
    advice: str

    def __str__(self) -> str:
        """As people read it: `roles.2.term: expected ...`."""
        return f"{'.'.join(self.path)}: {self.advice}" if self.path else self.advice


class Faulty(ValueError):
    """A charter that cannot be used, with everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Starter:
    """A charter to begin with: its key (the same in all languages), in a line whom it suits, and the draft itself."""

    key: str
    suits: str
    draft: Draft


class _Reading:
    """Reads one mapping and gathers what is wrong with it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def wrong(self, path: Path, advice: str) -> None:
        self.faults.append(Fault(path, advice))

    def mapping(self, value: object, path: Path, known: Sequence[str]) -> Mapping[str, Any]:
        """The keys and values at a place, without those that are not known."""
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.wrong(path, f"expected these keys, indented below it: {', '.join(known)}")
            return {}
        for key in value:
            if key not in known:
                near = get_close_matches(str(key), known, n=1)
                meant = f"did you mean {near[0]}?" if near else f"known here are {', '.join(known)}"
                self.wrong((*path, str(key)), f"is unknown; {meant}")
        return {key: each for key, each in value.items() if key in known and each is not None}

    def items(self, value: object, path: Path, most: int) -> Sequence[Any]:
        """A list of at most `most` items."""
        if value is None:
            return ()
        if isinstance(value, str) or not isinstance(value, Sequence):
            self.wrong(path, "expected a list, each item on a line of its own after a dash")
            return ()
        if len(value) > most:
            self.wrong(path, f"holds {len(value)} items; keep at most {most}")
        return value

    def line(self, value: object, path: Path, most: int = LONGEST_LINE) -> str:
        """One line of words."""
        words = " ".join(self.words(value, path, most).split())
        if not words and value is not None and not self.faults_at(path):
            self.wrong(path, "expected some words")
        return words

    def words(self, value: object, path: Path, most: int) -> str:
        """Words, over several lines if need be."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(path, "expected words")
            return ""
        if len(value) > most:
            self.wrong(path, f"has {len(value)} characters; keep it to {most}")
        return value.strip("\n")

    def count(self, value: object, path: Path, least: int, most: int, unit: str = "") -> int:
        """A whole number, written alone or with its unit (`90 days`)."""
        words = str(value).strip().removesuffix(f" {unit}").removesuffix(f" {unit.removesuffix('s')}")
        if words.isascii() and words.isdigit() and least <= int(words) <= most:
            return int(words)
        example = f"{least} {unit}".strip()
        self.wrong(path, f"expected a whole number from {least} to {most}, for example {example}")
        return least

    def faults_at(self, path: Path) -> bool:
        return any(each.path == path for each in self.faults)


def read(given: object, key: str = "") -> Starter:
    """The charter that keys and values mean. Numbers and truth values may stand there as words, as a YAML file has them.

    Raises `Faulty` with everything that is wrong.
    """
    reading = _Reading()
    if not isinstance(given, Mapping):
        raise Faulty([Fault((), "expected keys and values, for example name: Our circle")])
    known = reading.mapping(given, (), ("name", "language", "suits", "about", "review after", "guidelines", "rules", "roles", "texts", "meeting"))
    for name in ("name", "language"):
        if name not in known:
            reading.wrong((name,), "is missing: expected " + ("what to call the charter" if name == "name" else "a language code, for example en"))
    draft = Draft(
        name=reading.line(known.get("name"), ("name",), 80),
        language=reading.line(known.get("language"), ("language",), 20),
        about=reading.line(known.get("about"), ("about",)),
        guidelines=tuple(
            reading.line(each if each is not None else "", ("guidelines", str(place)), LONGEST_GUIDELINE)
            for place, each in enumerate(reading.items(known.get("guidelines"), ("guidelines",), MOST_GUIDELINES), 1)
        ),
        rules=_rules(reading, known.get("rules")),
        roles=_roles(reading, known.get("roles")),
        texts=_texts(reading, known.get("texts")),
        format=tuple(
            reading.line(each if each is not None else "", ("meeting", str(place)), 100)
            for place, each in enumerate(reading.items(known.get("meeting"), ("meeting",), MOST_ITEMS), 1)
        ),
        review_months=reading.count(known.get("review after", REVIEW_MONTHS), ("review after",), 1, MOST_MONTHS, "months"),
    )
    suits = reading.line(known.get("suits"), ("suits",))
    if reading.faults:
        raise Faulty(reading.faults)
    return Starter(key, suits, draft)


def _rules(reading: _Reading, given: object) -> Mapping[str, Rule]:
    rules = {}
    for kind, value in reading.mapping(given, ("rules",), KINDS).items():
        rule, faults = read_rule(kind, value)
        for path, advice in faults:
            reading.wrong(("rules", kind, *path), advice)
        rules[kind] = rule
    return rules


def _roles(reading: _Reading, given: object) -> tuple[RoleText, ...]:
    roles: list[RoleText] = []
    for place, value in enumerate(reading.items(given, ("roles",), MOST_ROLES), 1):
        path = ("roles", str(place))
        known = reading.mapping(value, path, ("name", "does", "people", "term"))
        if "name" not in known:
            reading.wrong((*path, "name"), "is missing: expected what to call the role")
        name = reading.line(known.get("name"), (*path, "name"), 60)
        if name.casefold() in {each.name.casefold() for each in roles}:
            reading.wrong((*path, "name"), f"{name} stands there twice; keep one of them")
        does = reading.line(known.get("does"), (*path, "does"), 1000)
        seats = reading.count(known.get("people", 1), (*path, "people"), 1, MOST_SEATS)
        days = reading.count(known.get("term", 90), (*path, "term"), 1, LONGEST_TERM, "days")
        roles.append(RoleText(name, does, seats, days))
    return tuple(roles)


def _texts(reading: _Reading, given: object) -> Mapping[str, str]:
    texts = {}
    for name, value in reading.mapping(given, ("texts",), TEXTS).items():
        path = ("texts", name)
        texts[name] = reading.words(value, path, LONGEST_TEXT)
        for each in placeholders(texts[name]):
            if each not in PLACEHOLDERS:
                near = get_close_matches(each, PLACEHOLDERS, n=1)
                meant = f"did you mean {{{near[0]}}}?" if near else f"known are {', '.join(sorted(PLACEHOLDERS))}"
                reading.wrong(path, f"{{{each}}} is unknown; {meant}")
    return texts


def write(draft: Draft) -> dict[str, Any]:
    """The draft as keys and values: `read` makes the same draft of them. What is as by default is left out."""
    parts: dict[str, tuple[object, Callable[[], object]]] = {
        "name": (True, lambda: draft.name),
        "language": (True, lambda: draft.language),
        "about": (draft.about, lambda: draft.about),
        "review after": (draft.review_months != REVIEW_MONTHS, lambda: f"{draft.review_months} months"),
        "guidelines": (draft.guidelines, lambda: list(draft.guidelines)),
        "rules": (draft.rules, lambda: {kind: write_rule(kind, draft.rules[kind]) for kind in KINDS if kind in draft.rules}),
        "roles": (draft.roles, lambda: [_role(each) for each in draft.roles]),
        "texts": (draft.texts, lambda: {name: draft.texts[name] for name in sorted(draft.texts, key=_place)}),
        "meeting": (draft.format, lambda: list(draft.format)),
    }
    return {key: made() for key, (there, made) in parts.items() if there}


def _place(name: str) -> tuple[int, str]:
    return (TEXTS.index(name) if name in TEXTS else len(TEXTS)), name


def holding(charter: Charter, at: datetime) -> Draft:
    """What holds of a charter at a time (aware UTC), as a draft of the same words: to take it away, or to begin another with it."""
    held = (each.at(at) for each in charter.guidelines)
    return Draft(
        name=charter.draft.name if charter.draft else "",
        language=charter.language,
        about=charter.about,
        guidelines=tuple(each.text for each in held if each is not None),
        rules={kind: charter.rule(kind, at) for kind in charter.rulings if charter.rule(kind, at) != DEFAULTS[kind]},
        roles=charter.roles,
        texts=dict(charter.texts),
        format=charter.format,
        review_months=charter.review_months,
    )


def _role(role: RoleText) -> dict[str, Any]:
    does = {"does": role.does} if role.does else {}
    return {"name": role.name, **does, "people": role.seats, "term": f"{role.days} days"}


__all__ = ["EMPTY", "Fault", "Faulty", "Starter", "holding", "read", "write"]
