"""Drawing lots so that nobody can steer them, and everybody can draw again.

The seed is made when the vote opens and only its seal, SHA-256(seed), is published then; so the bot cannot choose it
after it knows the votes, and no voter knows it in time. The lot is SHA-256(seed, what was cast); the order sorts by
SHA-256(lot, name). Source: domain.md 4, step 9.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def seal(seed: str) -> str:
    """What is published of a seed when a vote opens (hexadecimal)."""
    return hashed(seed)


def draw(seed: str, cast: Iterable[str], names: Sequence[str]) -> tuple[str, ...]:
    """`names` in the order drawn. `cast` are what was cast (seals or event ids), in any order."""
    lot = hashed(seed, *sorted(cast))
    return tuple(sorted(names, key=lambda name: hashed(lot, name)))


def hashed(*parts: str) -> str:
    """SHA-256 (hexadecimal) over the parts, each with its length in front, so that no two lists of parts are the same bytes."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode()
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()
