"""Which people an entry of the record speaks of, by their numbers: read from the keys under which entries hold people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

PEOPLE = frozenset(
    {"by", "concerns", "drawn", "named", "nominee", "of", "order", "owner", "people", "person", "proposer", "scrutineers", "voter"}
)
"""Keys whose whole numbers, alone or in a list, are people. Where one of them is something else in another kind of entry, too
many people are found there, never too few."""


def mentioned(data: object, *, person: bool = False) -> Iterator[int]:
    """The numbers of the people in an entry's data. `person`: whether it stands under one of the keys."""
    if isinstance(data, dict):
        found: dict[str, Any] = data
        for key, value in found.items():
            yield from mentioned(value, person=key in PEOPLE)
    elif isinstance(data, list):
        for value in data:
            yield from mentioned(value, person=person)
    elif person and type(data) is int:
        yield data
