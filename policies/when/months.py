"""Months and years that are over or under way: "May 2026", "2026-05", "May", "2026"; for looking back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from policies.when.tables import TABLES

_YEAR = re.compile(r"(?:19|20)\d\d")
_ISO = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")


def months(phrase: str, *, today: date, languages: Sequence[str]) -> tuple[date, date] | None:
    """The first day of the month or year that `phrase` names, and the first day after it; `None` where it names neither.

    A month without a year is the latest one that has begun by `today`.
    """
    words = phrase.casefold().replace(".", " ").split()
    if match := _ISO.fullmatch("".join(words)):
        return _month(int(match[1]), int(match[2]))
    if len(words) == 1 and _YEAR.fullmatch(words[0]):
        return date(int(words[0]), 1, 1), date(int(words[0]) + 1, 1, 1)
    for code in dict.fromkeys((*languages, "en")):
        table = TABLES.get(code.split("-")[0])
        names = [name.casefold() for name in table.months] if table else []
        if words and words[0] in names:
            month = names.index(words[0]) + 1
            if len(words) == 1:
                return _month(today.year - (month > today.month), month)
            if len(words) == 2 and _YEAR.fullmatch(words[1]):  # noqa: PLR2004 - the month and its year
                return _month(int(words[1]), month)
    return None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
