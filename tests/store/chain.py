"""Checking a record without the bot: only SHA-256 and JSON, as anybody could do it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def sha256(*parts: bytes) -> str:
    """SHA-256 of the parts one after the other, hexadecimal."""
    return hashlib.sha256(b"".join(parts)).hexdigest()


def faults(record: str, bodies: Sequence[str], head: str) -> list[str]:
    """What is wrong with a record: its random id, its entries' bodies as written, and the head that people know."""
    found = []
    before = record
    for seq, words in enumerate(bodies, 1):
        try:
            body = json.loads(words)
        except ValueError:
            found.append(f"{seq} is no JSON")
        else:
            if not isinstance(body, dict) or body.get("seq") != seq or body.get("before") != before:
                found.append(f"{seq} does not follow on what stands before it")
        before = sha256(words.encode())
    if before != head:
        found.append("the head is another")
    return found


def false_texts(body: Mapping[str, Any], texts: Iterable[tuple[str, bytes, str]]) -> list[str]:
    """The names of those texts (name, salt, text) that an entry does not hold the hash of."""
    return [name for name, salt, words in texts if body["texts"].get(name) != sha256(salt, words.encode())]
