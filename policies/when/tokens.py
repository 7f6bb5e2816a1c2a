"""From text to tokens: what a table says about each word, number and sign of a phrase."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from policies.when import zones
from policies.when.folding import fold
from policies.when.language import Language, Token
from policies.when.slots import Unclear

LONGEST = 300
_MOST_TOKENS = 60
_LONGEST_NUMBER = 9


_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc`"
_SIGNS = str.maketrans(dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'"))

_DOTTED_HALF = re.compile(r"\b([ap])\.\s?m\b\.?", re.IGNORECASE)


def clean(phrase: str) -> str:
    """The phrase with one kind of dash, apostrophe and space, and "p. m." as "pm"."""
    plain = unicodedata.normalize("NFKC", phrase).translate(_SIGNS)
    return _DOTTED_HALF.sub(r"\1m", plain)


def tokens(phrase: str, table: Language) -> list[Token]:
    """The tokens of a cleaned phrase. Words that the table does not know come back with the kind "?".

    Raises `Unclear` for more tokens than a time can need.
    """
    rough: list[Token] = []
    for match in table.lexer.finditer(phrase):
        kind = match.lastgroup or "odd"
        if kind in {"zulu", "offset"}:
            rough.append(_literal("clock", match["clock"]))
            rough += _east(match[kind], after_date=len(rough) > 1 and rough[-2].kind == "D")
        elif kind == "zone" and zones.iana(match[kind]) is None:
            rough += [Token("sign" if word == "/" else "word", word, word) for word in re.split("(/)", match[kind])]
        elif kind != "skip":
            rough.append(_literal(kind, match[kind]))
        if len(rough) > _MOST_TOKENS:
            raise Unclear("when-too-long")
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
    if token.kind == "sign":
        token = token._replace(kind={"-": "-", "@": "@"}.get(token.raw, "&"))
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


def _east(raw: str, *, after_date: bool) -> list[Token]:
    """An offset behind a time; without a date before it, "18:00-20:00" is from one time to another."""
    if raw[0] == "-" and not after_date:
        return [Token("sign", "-", "-"), _literal("clock", raw[1:])]
    return [Token("v", 0 if raw in "zZ" else _offset(raw), raw)]


def _offset(text: str) -> int | None:
    """Seconds east of UTC; None when no place on earth has that offset."""
    digits = "".join(re.findall(r"\d", text))
    hours, minutes = (int(digits), 0) if len(digits) <= _HOUR_DIGITS else (int(digits[:-2]), int(digits[-2:]))
    seconds = hours * 3600 + minutes * 60
    if hours > _FARTHEST_EAST or minutes >= _HOUR:
        return None
    return -seconds if "-" in text else seconds


_HOUR_DIGITS = 2
_HOUR = 60
_FARTHEST_EAST = 14


def _literal(kind: str, raw: str) -> Token:
    """A token whose value is in its digits."""
    numbers = [int(n[:_LONGEST_NUMBER]) for n in re.findall(r"\d+", raw)]
    if kind == "number":
        # A number too long for any calendar stays recognisably wrong instead of being cut.
        value = numbers[0] if len(raw) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
        return Token("y" if len(raw) == _YEAR_DIGITS and value in _YEARS else "n", value, raw)
    make = _LITERALS.get(kind)
    return Token(kind, raw, raw) if make is None else Token(make[0], make[1](numbers, raw), raw)


def _written_year(numbers: list[int], raw: str) -> int | None:
    if len(numbers) < _PARTS_OF_A_DATE:
        return None
    return numbers[2] if re.search(r"\d{4}$", raw) else numbers[2] + _CENTURY


_CENTURY = 2000
_PARTS_OF_A_DATE = 3
_YEAR_DIGITS = 4
_YEARS = range(1900, 2201)
_LITERALS: dict[str, tuple[str, Callable[[list[int], str], Any]]] = {
    "iso": ("D", lambda n, _: (n[2], n[1], n[0])),
    "clock": ("c", lambda n, _: (*n, 0)[:3]),
    "hclock": ("c", lambda n, _: (*n, 0)[:3]),
    "slash": ("s", lambda n, raw: (n[0], n[1], _written_year(n, raw))),
    "dmy": ("D", lambda n, raw: (n[0], n[1], _written_year(n, raw))),
    "dm": ("D", lambda n, raw: (n[0], n[1], _written_year(n, raw))),
    "dotted": ("b", lambda n, _: (n[0], n[1])),
    "utc": ("v", lambda _, raw: _offset(raw)),
    "plus": ("v", lambda _, raw: _offset(raw)),
    "ordinal": ("o", lambda n, _: n[0]),
    "zone": ("z", lambda _, raw: zones.iana(raw)),
}
