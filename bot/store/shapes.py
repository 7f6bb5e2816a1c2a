"""Frozen values as JSON and back, by the types of their fields: for what is under way and needs no columns of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from bot.store.database import millis, moment

Value = TypeVar("Value")


def write(value: object) -> str:
    """A value as JSON. Raises `TypeError` for what has no form here."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(kind: type[Value], written: str) -> Value:
    """The value of type `kind` that was written."""
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
    if get_origin(kind) in {Union, UnionType}:
        if plain is None:
            return None
        kind = next(each for each in get_args(kind) if each is not NoneType)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple(_made(inner[0], each) for each in plain)
    if origin is frozenset:
        return frozenset(plain)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _made(inner[1], each) for key, each in plain.items()}
    if kind is datetime:
        return moment(plain)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(plain)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _made(hints[name], each) for name, each in plain.items()})
    return plain
