"""Forms of JSON values: small checks, put together where something is declared, that say whether a value can be what it should.

A form takes any value, and says whether it fits. What a later version of the program may have brought (another word, another
key) is no mistake of the value: there a form raises `Strange`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

Form = Callable[[Any], bool]

LARGEST: Final = 2**53 - 1
"""The largest whole number that means the same in every program (RFC 8785, 3.2.2.3)."""
FIRST_YEAR, LAST_YEAR = 1970, 9000
"""A time outside of these cannot be told in every zone, or is none that a group lived to see."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)


class Strange(Exception):
    """A word or a key that this program does not know: another version's, or nobody's."""


class _Maybe(NamedTuple):
    """A key that may be missing."""

    form: Form


Part = Form | _Maybe


def fits(form: Form, value: Any) -> bool:
    """Whether a value has this form, as far as this program knows."""
    try:
        return form(value)
    except Strange:
        return False


def just(kind: type) -> Form:
    """A value of this type, and of no other."""
    return lambda value: type(value) is kind


def up_to(most: int) -> Form:
    """A whole number from 0 to `most`."""
    return lambda value: type(value) is int and 0 <= value <= most


def like(*patterns: str) -> Form:
    """A text of which all is like one of these regular expressions."""
    whole = re.compile("|".join(patterns), re.ASCII)
    return lambda value: type(value) is str and whole.fullmatch(value) is not None


def one_of(known: Container[str]) -> Form:
    """One of these words; they may be declared later than this."""

    def form(value: Any) -> bool:
        if type(value) is str and value not in known:
            raise Strange(value)
        return type(value) is str

    return form


def either(*forms: Form) -> Form:
    """What any of these says, asked in their order."""
    return lambda value: any(form(value) for form in forms)


def both(*forms: Form) -> Form:
    """What all of these say, asked in their order: a later one may rely on those before it."""

    def form(value: Any) -> bool:
        for each in forms:  # noqa: SIM110 - a generator takes twice as long, and there are very many entries
            if not each(value):
                return False
        return True

    return form


def blank_or(form: Form) -> Form:
    """An empty text, or what `form` says."""
    return lambda value: value == "" or form(value)


def listed(form: Form) -> Form:
    """A list of such values."""
    return lambda value: type(value) is list and all(map(form, value))


def mapped(form: Form) -> Form:
    """An object with such values, under any keys."""
    return lambda value: type(value) is dict and all(map(form, value.values()))


def maybe(form: Form) -> Part:
    """In `holds`: a key that may be missing."""
    return _Maybe(form)


def holds(parts: Mapping[str, Part]) -> Form:
    """An object with these keys, and such a value under each of them."""
    forms: dict[str, Form] = {name: part.form if isinstance(part, _Maybe) else part for name, part in parts.items()}
    needed = {name for name, part in parts.items() if not isinstance(part, _Maybe)}

    def form(value: Any) -> bool:
        if type(value) is not dict or not needed <= value.keys():
            return False
        for name, each in value.items():
            if name not in forms:
                raise Strange(name)
            if not forms[name](each):
                return False
        return True

    return form


@lru_cache(4096)
def _is_time(words: str) -> bool:
    try:
        return _TIME.fullmatch(words) is not None and FIRST_YEAR <= datetime.fromisoformat(words).year <= LAST_YEAR
    except ValueError:
        return False


def _is_day(words: str) -> bool:
    try:
        return len(words) == len("2026-01-31") and FIRST_YEAR <= date.fromisoformat(words).year <= LAST_YEAR
    except ValueError:
        return False


def _is_zone(words: str) -> bool:
    try:
        return bool(ZoneInfo(words).key)
    except (LookupError, OSError, ValueError):
        return False


FLAG = just(bool)
WORDS = just(str)
ANYTHING: Form = lambda value: True  # noqa: ARG005, E731 - the form of a `Form`
NOTHING = just(type(None))
COUNT = WHO = up_to(LARGEST)
"""How many, or which one. People are numbers in the record; 0 is nobody."""
LENGTH = up_to(100_000)
"""Hours, days or months: no more of them than anything lasts that a group decides on."""
TIME: Form = lambda value: type(value) is str and _is_time(value)  # noqa: E731
"""A time with its zone (RFC 3339)."""
WALL: Form = lambda value: type(value) is str and TIME(f"{value}Z")  # noqa: E731
"""A time on the clock of some zone, without one."""
DAY = both(WORDS, _is_day)
"""A day ("2026-01-31")."""
ZONE = both(WORDS, _is_zone)
"""The name of a time zone that this machine knows (IANA)."""
LANGUAGE_CODE = like("[a-z]{2,3}(-[A-Za-z]{2,4})?")
"""The code of a language ("de", "pt-BR")."""
MARK = like("[0-9a-f]{64}")
"""A SHA-256, hexadecimal."""
SHARE = like("[0-9]{1,6}(/[1-9][0-9]{0,5})?")
"""A fraction ("2/3")."""
