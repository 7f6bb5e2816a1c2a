"""Our own texts, read once for all tests of a process: reading them takes a second, and nobody changes them."""

from __future__ import annotations

from functools import lru_cache

from bot.catalog import LOCALE
from bot.texts import Texts


@lru_cache(maxsize=1)
def our_texts() -> Texts:
    """All texts in all languages, strictly: a missing text or value is an error."""
    return Texts.load(LOCALE, strict=True)
