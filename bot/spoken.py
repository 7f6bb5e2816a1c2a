"""Dates, lengths of time and lists as people say them, in their language and zone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.units import format_unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, timedelta
    from zoneinfo import ZoneInfo

# Babel's plain "en" writes American dates; these are read without doubt everywhere.
_REGIONS = {"en": "en_GB"}
_DAYS = {"en": "EEE d MMM y"}
_DAY_SKELETON = "yMMMEd"
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
_UNITS_SHOWN = 2


@lru_cache(maxsize=64)
def locale(language: str) -> Locale:
    """Babel's data for a language. Raises `UnknownLocaleError` or `ValueError` for what is none."""
    return Locale.parse(_REGIONS.get(language, language).replace("-", "_"))


@lru_cache(maxsize=512)
def day(when: date, language: str) -> str:
    """A date with its weekday: "Fri 27 Nov 2026"."""
    region = locale(language)
    pattern = _DAYS.get(language) or region.datetime_skeletons[_DAY_SKELETON]
    return format_date(when, format=str(pattern), locale=region)


def moment(when: datetime, zone: ZoneInfo, language: str) -> str:
    """A moment in a zone: "Fri 27 Nov 2026, 20:00 (Europe/Berlin)".

    In the hour that a clock change repeats the distance to UTC is shown too. Raises `TypeError` for a naive datetime.
    """
    if when.tzinfo is None:
        msg = "a naive datetime cannot be shown: nobody knows when it is"
        raise TypeError(msg)
    local = when.astimezone(zone)
    place = str(zone)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        offset = f"{local:%z}"
        place = f"{place}, UTC{offset[:3]}:{offset[3:5]}"
    return f"{day(local.date(), language)}, {local.hour:02}:{local.minute:02} ({place})"


def length(span: timedelta, language: str) -> str:
    """A length of time in its largest unit and the one below it, rounded down: "3 days", "1 hour, 30 minutes". The sign is left out."""
    left = int(abs(span).total_seconds())
    parts = []
    for unit, seconds in _UNITS:
        count, left = divmod(left, seconds)
        if count:
            parts.append(format_unit(count, f"duration-{unit}", length="long", locale=locale(language)))
        elif parts:
            break
        if len(parts) == _UNITS_SHOWN:
            break
    if not parts:
        return format_unit(0, "duration-minute", length="long", locale=locale(language))
    return format_list(parts, style="unit", locale=locale(language))


def several(items: Sequence[str], language: str) -> str:
    """A list in words: "a, b and c"."""
    return format_list(items, locale=locale(language))
