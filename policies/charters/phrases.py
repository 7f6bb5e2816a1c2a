"""The words of a group's own texts: which texts there are, what stands in braces, and what stands between backticks.

In a text, `{next_meeting}` stands for what is known when it is said, and a command to type stands between backticks, without a
sign before it. Each sentence with a value has a line of its own: where the value is not known, that line is left out. So nobody
ever reads an empty place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

TEXTS = (
    "welcome",
    "welcome_more",
    "disclaimer",
    "confidentiality",
    "content_warning",
    "meeting_open",
    "meeting_topic",
    "meeting_close",
    "request_ack",
    "dominance",
    "hard_moment",
)
"""The texts that a charter can hold."""

PLACEHOLDERS = frozenset(
    [
        "about",
        "answer_by",
        "answer_hours",
        "backup",
        "emergency_number",
        "end_time",
        "facilitator",
        "first",
        "group",
        "helplines",
        "how_to_join",
        "key_days",
        "meeting",
        "minutes",
        "name",
        "next_meeting",
        "on_duty",
        "order",
        "parked",
        "review_months",
        "ticket",
        "timekeeper",
        "topic",
    ]
)
"""What may stand in braces."""

_BRACES = re.compile(r"\{([^{}\n]*)\}")
_TYPED = re.compile(r"`([^`\n]+)`")


def placeholders(words: str) -> Sequence[str]:
    """What stands in braces, in its order."""
    return _BRACES.findall(words)


def typed(words: str) -> Sequence[str]:
    """What stands between backticks, in its order: commands, without a sign before them."""
    return _TYPED.findall(words)


def with_known(words: str, known: Collection[str]) -> str:
    """The text without the lines that would need a value that is not among those `known`."""
    lines = [line for line in words.split("\n") if set(placeholders(line)) <= set(known)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
