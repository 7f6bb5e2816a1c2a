"""Parts of the day: which hours fit the words, and which hours are offered when none was said."""

from __future__ import annotations

HOURS: dict[str, tuple[int, ...]] = {
    "small hours": tuple(range(7)),
    "morning": tuple(range(12)),
    "noon": tuple(range(11, 15)),
    "afternoon": tuple(range(12, 19)),
    "afternoon or evening": tuple(range(12, 21)),  # Spanish "tarde"
    "evening": tuple(range(16, 24)),
    "night": (*range(19, 24), *range(6)),
    "tonight": (*range(17, 24), *range(5)),
}
USUAL: dict[str, tuple[int, ...]] = {
    "small hours": (4, 5, 6),
    "morning": (8, 9, 10),
    "noon": (12, 13),
    "afternoon": (14, 15, 16),
    "afternoon or evening": (16, 17, 18),
    "evening": (18, 19, 20),
    "night": (21, 22, 23),
    "tonight": (19, 20, 21),
}
