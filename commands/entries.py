"""The kinds of entries that the record has: what each of them holds, and how it is told.

A module that writes a kind of entry declares both in one place:

    @tells("lot-sealed", by=count, pool=count, seal=mark)
    def _sealed(entry: Entry) -> dict[str, Any]:
        '''The values of the text `record-lot-sealed`, besides those that all have.'''

Old entries are read for ever: what a kind once held is `maybe` from then on, and never goes away.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import commands
from commands.ports import Entry
from commands.titles import MOTION
from policies.form import COUNT, TIME, Form, Part, Strange, both, holds, maybe
from policies.model import Person, Text, text

Telling = Callable[[Entry], dict[str, Any]]

_OF_ALL = {"number": maybe(COUNT), "motion": maybe(MOTION)}
"""What any entry may hold: the number that it is about, and what the vote on that is to change."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry. `telling` gives the values of its sentence `record-KIND`, `data` is the form of what it holds."""

    telling: Telling
    data: Form


_KINDS: dict[str, Kind] = {}


def tells(kind: str, /, *more: Form, **data: Part) -> Callable[[Telling], Telling]:
    """Declare a kind of entry: the form of each key of its data, and what its sentence shows. `more`: what the data must be as a whole."""

    def declare(telling: Telling) -> Telling:
        _KINDS[kind] = Kind(telling, both(holds({**_OF_ALL, **data}), *more))
        return telling

    return declare


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds of entries, by name: each module of commands declares its own."""
    for module in pkgutil.iter_modules(commands.__path__):
        importlib.import_module(f"{commands.__name__}.{module.name}")
    return _KINDS


def sense(body: Mapping[str, Any]) -> str | None:
    """What is wrong with what an entry says (a kind of `policies.chain.Fault`), or `None`."""
    kind = kinds().get(body["kind"])
    try:
        sound = TIME(body["at"]) and (kind is None or kind.data(body["data"]))
    except Strange:
        return "version"
    if not sound:
        return "senseless"
    return "version" if kind is None else None


def nothing(entry: Entry) -> dict[str, Any]:
    """The sentence shows nothing but what all show."""
    del entry
    return {}


def person_of(entry: Entry, number: int) -> Person | Text:
    """A person of an entry, or their number in the record where they asked to be forgotten."""
    return entry.people.get(number) or text("record-forgotten-person", number=number)
