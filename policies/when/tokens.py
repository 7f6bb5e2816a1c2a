"""From text to tokens: what a language's table says about each word, number and sign, with one letter for its kind.

The letters are the alphabet of the grammar's patterns:

    n number   y year     o ordinal  w weekday   W weekdays, each  m month    u unit     h hour word ("Uhr", "heures")
    d day word p part     c clock    a am or pm  M noon, midnight  @ at       i in       g from now
    H half     Q quarter  R three quarters       P past            B to       I minus    e every    x other
    f daily... k workdays E weekend  N next      T this            O of       & and      - through  A end of   C coming
    U until    X except   S starting F for       t times           D date     s day/month           b day.month or clock
    z zone     Z zone abbreviation   v offset    l "time"          q said differently                ? unknown
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from policies.when import zones
from policies.when.folding import fold

LONGEST = 300
MOST_TOKENS = 60
_LONGEST_NUMBER = 9


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


_SIGNS = str.maketrans({c: "-" for c in "‐‑‒–—―−"} | {c: "'" for c in "‘’‚‛′`´ʼ"})

_LEXER = r"""
  (?P<zone>[a-z]+(?:_[a-z]+)*(?:/[a-z][a-z_+\-]*\d*)+)
| (?P<iso>(?<!\d)\d{{4}}-\d\d?-\d\d?)(?!\d)(?:t(?=\d))?
| (?P<clock>\d{{1,2}}:\d\d(?::\d\d(?:\.\d+)?)?)(?!\d)(?:(?P<zulu>z)(?![^\W_])|(?P<offset>[+-]\d\d:?\d\d)(?!\d))?
| (?P<hclock>(?<!\d)\d{{1,2}}\s?h\s?[0-5]\d)(?!\d)
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


def _spellings(phrase: str) -> Iterable[str]:
    """A table's phrase as it may be typed: with or without a hyphen, umlauts also as two letters."""
    lowered = phrase.casefold()
    two_letters = lowered.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    for form in {lowered, two_letters}:
        yield from {" ".join(fold(w) for w in re.findall(r"[^\W\d_]+|\d+|-", f)) for f in (form, form.replace("-", " "), form.replace("-", ""))}


def language(
    code: str,
    *,
    weekdays: tuple[str, ...],
    weekdays_each: tuple[str, ...] = (),
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
    phrases: dict[str, tuple[Token, ...]] = {}

    def add(names: str, tokens: Iterable[tuple[str, Any]]) -> None:
        meaning = tuple(Token(kind, value) for kind, value in tokens)
        for name in names.split("|"):
            for spelling in _spellings(name):
                phrases[spelling] = meaning

    for kind, rows in (("w", weekdays), ("W", weekdays_each), ("m", months)):
        for index, names in enumerate(rows, start=1 if kind == "m" else 0):
            if names:
                add(names, [(kind, index)])
    for names, value in numbers.items():
        add(names, [("n", value)])
    for names, value in ordinals.items():
        add(names, [("o", value)])
    for names, unit in units.items():
        add(names, [("u", unit)])
    for names, meaning in words.items():
        add(names, [(meaning, meaning)] if isinstance(meaning, str) else meaning)
    lands: dict[str, str] = {}
    for row in countries.split(";"):
        iso, _, name = row.strip().partition(" ")
        for one in name.split("|"):
            lands[" ".join(fold(w) for w in re.findall(r"[^\W\d_]+", one))] = iso
    lands.pop("", None)
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
        countries=lands,
        city_endings=city_endings,
        moment=moment,
    )


def clean(phrase: str) -> str:
    """The phrase with one kind of dash, apostrophe, digit and space."""
    return unicodedata.normalize("NFKC", phrase).translate(_SIGNS)


def tokens(phrase: str, table: Language) -> list[Token]:
    """The tokens of a cleaned phrase. Words that the table does not know come back with the kind "?"."""
    rough: list[Token] = []
    for match in table.lexer.finditer(phrase):
        kind = match.lastgroup or "odd"
        if kind in {"zulu", "offset"}:
            rough.append(_literal("clock", match["clock"]))
            rough.append(Token("v", 0 if kind == "zulu" else _offset(match["offset"]), match[kind]))
        elif kind != "skip":
            rough.append(_literal(kind, match[kind]))
        if len(rough) > MOST_TOKENS:
            break
    found: list[Token] = []
    here = 0
    while here < len(rough):
        here += _phrase(rough, here, table, found)
    return found


def _phrase(rough: list[Token], here: int, table: Language, found: list[Token]) -> int:
    """Append the meaning of the longest known phrase that starts here; how many rough tokens it took."""
    if rough[here].kind in {"word", "sign", "n"}:
        names = [fold(t.raw) for t in rough[here : here + table.longest] if t.kind in {"word", "sign", "n", "o"}]
        for length in range(min(len(names), table.longest), 0, -1):
            if any(t.kind not in {"word", "sign", "n", "o"} for t in rough[here : here + length]):
                continue
            meaning = table.phrases.get(" ".join(names[:length]))
            if meaning is not None:
                raw = " ".join(t.raw for t in rough[here : here + length])
                found.extend(t._replace(raw=raw) for t in meaning if t.kind != "_")
                return length
    token = rough[here]
    if token.kind == "word" and (taken := _place(rough, here, table, found)):
        return taken
    if token.kind == "z" and (key := zones.iana(token.raw)) is not None:
        found.append(token._replace(value=key))
        return 1
    if token.kind == "z":
        token = token._replace(kind="?")
    if token.kind == "sign":
        token = token._replace(kind={"-": "-", "/": "?", "@": "@"}.get(token.raw, "&"))
    found.append(token._replace(kind="?") if token.kind in {"word", "odd"} else token)
    return 1


def _place(rough: list[Token], here: int, table: Language, found: list[Token]) -> int:
    """Append the zone of the longest place name that starts here; how many rough tokens it took, 0 for none."""
    for length in range(zones.LONGEST, 0, -1):
        words = rough[here : here + length]
        if len(words) == length and all(t.kind == "word" or t.raw == "-" for t in words):
            name = " ".join(fold(t.raw) for t in words if t.raw != "-")
            meant = zones.place(name, table) or (zones.abbreviation(name) if length == 1 else ())
            if meant:
                kind = "Z" if zones.abbreviation(name) or len(meant) > 1 else "z"
                found.append(Token(kind, meant if kind == "Z" else meant[0], " ".join(t.raw for t in words)))
                return length
    return 0


def _offset(text: str) -> int | None:
    """Seconds east of UTC; None when no place on earth has that offset."""
    digits = re.findall(r"\d+", text.replace(":", ""))[0]
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))  # noqa: PLR2004
    seconds = hours * 3600 + minutes * 60
    return None if hours > 14 or minutes > 59 else (-seconds if "-" in text else seconds)  # noqa: PLR2004


def _literal(kind: str, raw: str) -> Token:
    numbers = [int(n[:_LONGEST_NUMBER]) for n in re.findall(r"\d+", raw)]
    match kind:
        case "iso":
            return Token("D", (numbers[2], numbers[1], numbers[0]), raw)
        case "clock" | "hclock":
            return Token("c", (numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0), raw)  # noqa: PLR2004
        case "slash":
            return Token("s", (numbers[0], numbers[1], _year(numbers, raw)), raw)
        case "dmy" | "dm":
            return Token("D", (numbers[0], numbers[1], _year(numbers, raw)), raw)
        case "dotted":
            return Token("b", (numbers[0], numbers[1]), raw)
        case "utc" | "plus":
            return Token("v", _offset(raw), raw)
        case "ordinal":
            return Token("o", numbers[0], raw)
        case "number":
            # A number too long for any calendar stays recognisably wrong instead of being cut.
            value = numbers[0] if len(raw) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
            return Token("y" if len(raw) == 4 and 1900 <= value <= 2200 else "n", value, raw)  # noqa: PLR2004
        case "zone":
            return Token("z", raw, raw)
        case _:
            return Token(kind, raw, raw)


def _year(numbers: list[int], raw: str) -> int | None:
    if len(numbers) < 3:  # noqa: PLR2004
        return None
    return numbers[2] + 2000 if len(raw) - len(raw.rstrip("0123456789")) == 2 else numbers[2]  # noqa: PLR2004
