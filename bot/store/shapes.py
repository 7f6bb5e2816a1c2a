"""Frozen values as JSON and back, by the types of their fields: for what is under way and needs no columns of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from bot.store.database import millis, moment
from policies.form import FIRST_YEAR, LARGEST, LAST_YEAR

Value = TypeVar("Value")


def write(value: object) -> str:
    """A value as JSON. Raises `TypeError` for what has no form here."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(kind: type[Value], written: str) -> Value:
    """The value of type `kind` that was written. Raises `TypeError`, `ValueError` and `KeyError` for anything else."""
    found: Value = _made(kind, json.loads(written))
    return found


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, datetime):
        return millis(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no form here")


@lru_cache(maxsize=256)
def _hints(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields; finding them takes longer than all else here."""
    return get_type_hints(kind)


def _made(kind: Any, plain: Any) -> Any:  # noqa: PLR0911 - one form after the other
    if kind is Any:
        return plain
    if get_origin(kind) in {Union, UnionType}:
        if plain is None:
            return None
        kind = next(each for each in get_args(kind) if each is not NoneType)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple(_made(inner[0], each) for each in _a(list, plain))
    if origin is frozenset:
        return frozenset(_made(inner[0], each) for each in _a(list, plain))
    if origin is not None and issubclass(origin, Mapping):
        return {key: _made(inner[1], each) for key, each in _a(dict, plain).items()}
    if kind is datetime:
        return _moment(_a(int, plain))
    if issubclass(kind, StrEnum):
        return kind(plain)
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        return cast("Any", kind)(**{name: _made(hints[name], each) for name, each in _a(dict, plain).items()})
    return _a(kind, plain)


def _moment(plain: int) -> datetime:
    """A time that can be told in every zone."""
    at = moment(plain)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(plain)
    return at


def _a(kind: type[Value], plain: Any) -> Value:
    """The value, which must be of this type: what somebody brought may be anything. Raises `TypeError`."""
    if type(plain) is not kind:
        raise TypeError(f"a {type(plain).__name__} is no {kind.__name__}")
    if isinstance(plain, int) and abs(plain) > LARGEST:
        raise ValueError(plain)
    return plain
