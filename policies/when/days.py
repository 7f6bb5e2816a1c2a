"""Which dates a day can mean: "24 December", "the 15th", "first Monday of next month"."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from policies.when.slots import Day, Unclear

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEK = 7
_MONTHS = 12
_LAST = -1
_LEAP_CYCLE = 9  # years: from 1896 to 1904 and from 2096 to 2104 there is no 29 February
_LAST_YEAR = 9999


def months_later(day: date, months: int) -> date:
    """The same day of the month, `months` later. Raises `Unclear` where that month is too short."""
    year, month = _month(day, months)
    try:
        return day.replace(year=year, month=month)
    except ValueError:
        raise Unclear("when-no-such-date", date=f"{day.day}.{month}.{year}") from None


def _month(day: date, ahead: int) -> tuple[int, int]:
    index = day.year * _MONTHS + day.month - 1 + ahead
    if index // _MONTHS > _LAST_YEAR:
        raise Unclear("when-too-far")
    return index // _MONTHS, index % _MONTHS + 1


def days_of(day: Day, today: date) -> list[date]:
    """The next one or two dates that a day can mean, soonest first.

    They are not before `today`, unless a year or a distance was said. Raises `Unclear` when there is none.
    """
    if day.offset is not None:
        return [today + timedelta(days=day.offset)]
    if day.months_ahead is not None:
        return [in_month(day, *_month(today, day.months_ahead))]
    if day.month is not None and day.year is not None:
        return [in_month(day, day.year, day.month)]
    found = list(islice((each for each in _candidates(day, today) if each >= today), 2))
    if not found:
        raise Unclear("when-no-such-date", date=str(day.day))
    return found


def _candidates(day: Day, today: date) -> Iterator[date]:
    if day.month is not None:
        months = [(year, day.month) for year in range(today.year, min(today.year + _LEAP_CYCLE, _LAST_YEAR))]
    else:
        months = [_month(today, ahead) for ahead in range(_MONTHS)]
    for year, month in months:
        try:
            yield in_month(day, year, month)
        except Unclear:
            continue


def in_month(day: Day, year: int, month: int) -> date:
    """The date in this month. Raises `Unclear` when it has none, such as a fifth Friday."""
    start = date(year, month, 1)
    last = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if day.also:
        raise Unclear("when-several-days")
    if day.nth is not None:
        (ordinal, *more), weekday = day.nth
        if more:
            raise Unclear("when-several-days")
        each = start + timedelta(days=(weekday - start.weekday()) % WEEK + WEEK * (ordinal - 1))
        if ordinal == _LAST:
            return last - timedelta(days=(last.weekday() - weekday) % WEEK)
        if each > last:
            raise Unclear("when-no-such-date", date=f"{month}/{year}")
        return each
    if day.end or day.day == _LAST:
        return last
    if day.day is None or not 1 <= day.day <= last.day:
        raise Unclear("when-no-such-date", date=f"{day.day}.{month}.{year}")
    return start.replace(day=day.day)
