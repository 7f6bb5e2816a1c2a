"""What people type about time: "every second Tuesday 19:00" -> `Once`, `Every`, `DateOnly` or `Ask`.

A small grammar over one table of words per language. It never guesses: an unknown word, a time that is over, a day and
month that could be read both ways, a time that the clock change skips or repeats, and words that people read
differently are asked back. No library reads chat safely, so this is ours; `rrule` of dateutil counts the series, in
naive local time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from policies.when.folding import fold
from policies.when.grammar import parse
from policies.when.here import Here
from policies.when.language import Language
from policies.when.months import months
from policies.when.reading import resolve
from policies.when.slots import Unclear
from policies.when.tables import TABLES
from policies.when.tokens import LONGEST, clean, tokens
from policies.when.values import Ask, DateOnly, Every, Once, When
from policies.when.writing import canonical, echo

__all__ = ["LANGUAGES", "Ask", "DateOnly", "Every", "Once", "When", "echo", "is_filler", "is_known", "months", "read"]

LANGUAGES = tuple(sorted(TABLES))
_NOT_UNDERSTOOD = {"when-unknown-word", "when-unclear"}


def read(phrase: str, *, now: datetime, zone: str, languages: Sequence[str] = ("en",)) -> When:
    """What `phrase` says about time to somebody in `zone` (an IANA name) who writes it at `now` (aware).

    The languages are tried in order; a phrase that two of them read as different times is asked back. Canonical forms
    (`2026-03-31 19:00`, `every 2 weeks Tue 19:00`, `monthly 1st Mon 18:00`) are always understood, and so is English
    where nothing else is; a language without a table is passed over. It never raises on a phrase; it raises
    `ValueError` for a naive `now`, and `KeyError` for a zone that does not exist.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    ZoneInfo(zone)
    here = Here(now, zone)
    if len(phrase) > LONGEST:
        return Ask("when-too-long")
    text = clean(phrase)
    tables = dict.fromkeys(code for code in (known.split("-")[0] for known in languages) if code in TABLES)
    readings = [_read(text, here, TABLES[code]) for code in tables or ("en",)]
    known = [r for r in readings if not _not_understood(r)]
    if not known and "en" not in tables:
        english = _read(text, here, TABLES["en"])
        if not _not_understood(english):
            return english
    if not known:
        return readings[0]
    if all(r == known[0] for r in known):
        return known[0]
    if any(isinstance(r, Ask) for r in known):
        return next(r for r in known if isinstance(r, Ask))
    choices = [canonical(r, zone, now) for r in known if not isinstance(r, Ask)]
    return Ask("when-languages-differ", {}, tuple(dict.fromkeys(choices)))


def is_filler(word: str) -> bool:
    """Whether a word may stand in a time of some language and say nothing about it ("the", "am")."""
    name = fold(clean(word))
    return any(token.kind == "_" for table in TABLES.values() for token in table.phrases.get(name, ()))


def is_known(word: str) -> bool:
    """Whether a word or number can be a part of a time in some language."""
    if len(word) > LONGEST:
        return False
    try:
        found = [tokens(clean(word), table) for table in TABLES.values()]
    except Unclear:
        return False
    return any(each and all(token.kind != "?" for token in each) for each in found)


def _not_understood(value: When) -> bool:
    return isinstance(value, Ask) and value.why in _NOT_UNDERSTOOD


def _read(text: str, here: Here, table: Language) -> When:
    try:
        said = tokens(text, table)
        unknown = next((token for token in said if token.kind == "?"), None)
        if unknown is not None:
            return Ask("when-unknown-word", {"word": unknown.raw})
        return resolve(parse(said, table), here) if said else Ask("when-nothing")
    except Unclear as unclear:
        return Ask(unclear.why, unclear.values, unclear.choices)
