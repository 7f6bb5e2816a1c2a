"""Raw JSON from a network nobody controls: parsed without giving in, and read without trusting a type.

Every function here answers for any input whatever: what has the wrong type reads as absent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

_DEEPEST: Final = 100
_TOKENS: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)
_LONGEST_NUMBER: Final = 20
_NOTHING: Final[Mapping[str, Any]] = {}
_IDENTIFIER: Final = re.compile(r"[!-~\u00a0-\ud7ff\ue000-\U0010ffff]{1,255}")


class Malformed(Exception):
    """What came is not JSON."""


def parse(data: bytes | str) -> Any:
    """The JSON value in `data`. Raises `Malformed`.

    A member may send a value nested so deeply, or a number with so many digits, that a plain parser refuses all that
    came with it, other rooms included: such a value is cut out instead.
    """
    try:
        return json.loads(data)
    except RecursionError:
        pass
    except ValueError as error:
        # UnicodeDecodeError and JSONDecodeError are final; a bare ValueError is a number beyond Python's limit.
        if type(error) is not ValueError:
            raise Malformed from None
    try:
        document = data if isinstance(data, str) else data.decode()
        return json.loads(_shallow(document), parse_int=_number)
    except (ValueError, RecursionError):
        raise Malformed from None


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else 0


def _shallow(document: str) -> str:
    """`document` with everything nested deeper than `_DEEPEST` replaced by null."""
    kept: list[str] = []
    depth = 0
    start = 0
    for token in _TOKENS.finditer(document):
        mark = token.group()
        if mark in "[{":
            depth += 1
            if depth == _DEEPEST + 1:
                kept += (document[start : token.start()], "null")
        elif mark in "]}":
            if depth == _DEEPEST + 1:
                start = token.end()
            depth -= 1
    if depth <= _DEEPEST:
        kept.append(document[start:])
    return "".join(kept)


def mapping(value: object) -> Mapping[str, Any]:
    """`value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else _NOTHING


def sequence(value: object) -> Sequence[Any]:
    """`value` if it is an array, else an empty one."""
    return value if isinstance(value, list) else ()


def within(value: object, *keys: str) -> Any:
    """The value under `keys`, one inside the other, or `None`."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def whole(value: object) -> int | None:
    """`value` if it is a whole number (no float, no boolean)."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def words(value: object, most: int = 65_536) -> str | None:
    """`value` if it is text, made fit for every store: no NUL, no half of a surrogate pair, at most `most` long."""
    if not isinstance(value, str):
        return None
    text = value[:most]
    if "\x00" in text:
        text = text.replace("\x00", "")
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    return text


def identifier(value: object, sigil: str = "") -> str | None:
    """`value` if it can be an identifier that begins with `sigil`: at most 255 characters, none of them a blank."""
    if isinstance(value, str) and value.startswith(sigil) and _IDENTIFIER.fullmatch(value):
        return value
    return None
