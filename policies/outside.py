"""What somebody outside the group says: advice, never a vote. Source: domain.md 2.0 (only members decide)."""

from __future__ import annotations

from dataclasses import dataclass

from policies.model import Refused

LONGEST_SOURCE = 100
LONGEST_WORDS = 1000


@dataclass(frozen=True, slots=True)
class OutsideAdvice:
    """Advice to the whole group: `source` says from whom, `question` what; `proposer` noted it."""

    number: int
    question: str
    proposer: str
    source: str

    @property
    def under_way(self) -> bool:
        """Nothing comes of it by itself."""
        return False


def check(source: str, words: str) -> tuple[str, str]:
    """From whom, and what, with their white space in order. Raises `Refused` for what is empty or very long."""
    source, words = " ".join(source.split()), " ".join(words.split())
    if not source or not words:
        raise Refused("outside-unclear")
    if len(source) > LONGEST_SOURCE or len(words) > LONGEST_WORDS:
        raise Refused("outside-too-long", most=LONGEST_WORDS, length=len(words))
    return source, words
