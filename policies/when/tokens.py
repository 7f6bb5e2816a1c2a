"""From text to tokens: what a table says about each word, number and sign of a phrase."""

from __future__ import annotations

import re
import unicodedata

from policies.when import zones
from policies.when.folding import fold
from policies.when.language import Language, Token

LONGEST = 300
MOST_TOKENS = 60
_LONGEST_NUMBER = 9


_SIGNS = str.maketrans({c: "-" for c in "‐‑‒–—―−"} | {c: "'" for c in "‘’‚‛′`´ʼ"})

_DOTTED_HALF = re.compile(r"\b([ap])\.\s?m\b\.?", re.IGNORECASE)


def clean(phrase: str) -> str:
    """The phrase with one kind of dash, apostrophe and space, and "p. m." as "pm"."""
    plain = unicodedata.normalize("NFKC", phrase).translate(_SIGNS)
    return _DOTTED_HALF.sub(r"\1m", plain)


def tokens(phrase: str, table: Language) -> list[Token]:
    """The tokens of a cleaned phrase. Words that the table does not know come back with the kind "?"."""
    rough: list[Token] = []
    for match in table.lexer.finditer(phrase):
        kind = match.lastgroup or "odd"
        if kind in {"zulu", "offset"}:
            rough.append(_literal("clock", match["clock"]))
            rough += _east(match[kind], after_date=len(rough) > 1 and rough[-2].kind == "D")
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


def _east(raw: str, *, after_date: bool) -> list[Token]:
    """An offset behind a time; without a date before it, "18:00-20:00" is from one time to another."""
    if raw[0] == "-" and not after_date:
        return [Token("sign", "-", "-"), _literal("clock", raw[1:])]
    return [Token("v", 0 if raw in "zZ" else _offset(raw), raw)]


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
