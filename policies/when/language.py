"""A language's table: which word stands for what, with one letter for its kind.

The letters are the alphabet of the grammar's patterns:

    n number   y year     o ordinal  w weekday   W weekdays, each  m month    u unit     h hour word ("Uhr", "heures")
    d day word p part     c clock    a am or pm  M noon, midnight  @ at       i in       g from now
    H half     Q quarter  R three quarters       P past            B to       I minus    e every    x other
    f daily... k workdays E weekend  N next      T this            O of       & and      - through  A end of   C coming
    V weekday, maybe each             G a week later
    U until    X except   S starting F for       t times           D date     s day/month           b day.month or clock
    z zone     Z zone abbreviation   v offset    l "time"          q said differently                ? unknown
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from policies.when.folding import fold

_LEXER = r"""
  (?P<zone>[a-z]+(?:_[a-z]+)*(?:/[a-z][a-z_+\-]*\d*)+)
| (?P<iso>(?<!\d)\d{{4}}(?:-\d\d?-|/\d\d?/)\d\d?)(?!\d)(?:t(?=\d))?
| (?P<clock>\d{{1,2}}:\d\d(?::\d\d(?:\.\d+)?)?)(?!\d)(?:(?P<zulu>z)(?![^\W_])|(?P<offset>[+-]\d\d:?\d\d)(?!\d))?
| (?P<hclock>(?<!\d)\d{{1,2}}\s?h[0-5]\d)(?!\d)
| (?P<slash>(?<!\d)\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}}|/\d\d)?|-\d{{1,2}}-\d{{4}}))(?![\d/])
| (?P<dmy>(?<!\d)\d{{1,2}}\.(?:\s?\d{{1,2}}\.\s?\d{{4}}(?![\d:h.])|\d{{1,2}}\.\d\d(?![\d:h.])))
| (?P<dm>(?<!\d)\d{{1,2}}\.\s?\d{{1,2}}\.)(?!\d)
| (?P<dotted>(?<!\d)\d{{1,2}}\.\d{{1,2}})(?!\d)
| (?P<utc>(?:utc|gmt)\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)(?!\d)
| (?P<plus>\+\d\d:?\d\d)(?!\d)
| (?P<ordinal>(?<!\d)\d{{1,2}}(?:{suffixes}))(?![^\W_])
| (?P<number>\d+)
| (?P<word>[^\W\d_]+\.?)
| (?P<sign>[,;&/@\-])
| (?P<skip>[\s'"()\[\].!?«»„“”]+)
| (?P<odd>.)
"""


class Token(NamedTuple):
    """One word or sign: the letter of its kind, what it stands for, and how it was written."""

    kind: str
    value: Any
    raw: str = ""


@dataclass(frozen=True)
class Language:
    """The words of one language. `phrases` maps folded words (joined by spaces) to what they stand for."""

    code: str
    phrases: Mapping[str, tuple[Token, ...]]
    longest: int
    lexer: re.Pattern[str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day_first: bool
    half_is_before: bool
    dotted_ordinals: bool
    idioms: Mapping[int, int]
    countries: Mapping[str, str]
    city_endings: tuple[str, ...]
    moment: str


def _spellings(phrase: str) -> Iterable[str]:
    """A table's phrase as it may be typed: with or without a hyphen, umlauts also as two letters."""
    lowered = phrase.casefold()
    two_letters = lowered.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    for form in {lowered, two_letters}:
        for hyphen in ("-", " ", ""):
            yield " ".join(fold(word) for word in re.findall(r"[^\W\d_]+|\d+|-", form.replace("-", hyphen)))


def language(
    code: str,
    *,
    weekdays: tuple[str, ...],
    weekdays_each: tuple[str, ...] = (),
    weekdays_maybe_each: tuple[str, ...] = (),
    months: tuple[str, ...],
    numbers: Mapping[str, int],
    ordinals: Mapping[str, int],
    units: Mapping[str, str],
    words: Mapping[str, Iterable[tuple[str, Any]] | str],
    suffixes: str,
    day_first: bool,
    half_is_before: bool = False,
    idioms: Mapping[int, int] | None = None,
    countries: str = "",
    city_endings: tuple[str, ...] = ("",),
    moment: str,
) -> Language:
    """Build a table. Names in one string are parted by "|"; the first weekday and month names are the ones written out.

    `words` maps names to what they stand for: a kind letter (its value is the kind), or pairs of kind and value.
    """
    rows: list[tuple[str, Iterable[tuple[str, Any]]]] = [
        *_numbered("w", weekdays),
        *_numbered("W", weekdays_each),
        *_numbered("V", weekdays_maybe_each),
        *_numbered("m", ("", *months)),
        *((names, [("n", value)]) for names, value in numbers.items()),
        *((names, [("o", value)]) for names, value in ordinals.items()),
        *((names, [("u", unit)]) for names, unit in units.items()),
        *((names, [(meaning, meaning)] if isinstance(meaning, str) else meaning) for names, meaning in words.items()),
    ]
    phrases = _phrases(rows)
    return Language(
        code=code,
        phrases=phrases,
        longest=max(len(p.split()) for p in phrases),
        lexer=re.compile(_LEXER.format(suffixes=suffixes), re.IGNORECASE | re.VERBOSE | re.DOTALL),
        weekdays=tuple(names.split("|")[0] for names in weekdays),
        months=tuple(names.split("|")[0] for names in months),
        day_first=day_first,
        half_is_before=half_is_before,
        dotted_ordinals="\\." in suffixes,
        idioms=idioms or {},
        countries=_countries(countries),
        city_endings=city_endings,
        moment=moment,
    )


def _numbered(kind: str, rows: tuple[str, ...]) -> list[tuple[str, Iterable[tuple[str, Any]]]]:
    return [(names, [(kind, index)]) for index, names in enumerate(rows) if names]


def _phrases(rows: Iterable[tuple[str, Iterable[tuple[str, Any]]]]) -> dict[str, tuple[Token, ...]]:
    """Every spelling of every phrase; where two rows have the same spelling, the later one stands."""
    phrases: dict[str, tuple[Token, ...]] = {}
    for names, meaning in rows:
        said = tuple(Token(kind, value) for kind, value in meaning)
        phrases |= {spelling: said for name in names.split("|") for spelling in _spellings(name)}
    return phrases


def _countries(rows: str) -> dict[str, str]:
    """ISO 3166 codes by folded name, from "DE Germany; GB United Kingdom|Britain"."""
    codes: dict[str, str] = {}
    for row in filter(None, map(str.strip, rows.split(";"))):
        code, _, names = row.partition(" ")
        codes |= {" ".join(map(fold, re.findall(r"[^\W\d_]+", name))): code for name in names.split("|")}
    return codes
