"""Which dates a day can mean: "24 December", "the 15th", "first Monday of next month"."""

from __future__ import annotations

from datetime import date, timedelta

from policies.when.slots import Day, Unclear

WEEK = 7
_JUST_PAST = 31  # days: "1 March" written on the 27th may well be a slip, so it is asked; "1 January" is next year's


def months_later(day: date, months: int) -> date:
    """The same day of the month, `months` later. Raises `Unclear` where that month is too short."""
    index = day.year * 12 + day.month - 1 + months
    if index // 12 > 9999:  # noqa: PLR2004
        raise Unclear("when-too-far")
    try:
        return day.replace(year=index // 12, month=index % 12 + 1)
    except ValueError:
        raise Unclear("when-no-such-date", date=f"{day.day}.{index % 12 + 1}.") from None


def days_of(day: Day, today: date) -> list[date]:
    """The dates that a day can mean, from `today` on unless a year or a distance was said. Raises `Unclear`."""
    if day.offset is not None:
        return [today + timedelta(days=day.offset)]
    if day.months_ahead is not None:
        index = today.year * 12 + today.month - 1 + day.months_ahead
        return [_in_month(day, index // 12, index % 12 + 1)]
    if day.month is not None:
        if day.year is not None:
            return [_in_month(day, day.year, day.month)]
        found = []
        for year in range(today.year, today.year + 9):
            try:
                each = _in_month(day, year, day.month)
            except Unclear:
                continue
            if each >= today:
                found.append(each)
            elif (today - each).days <= _JUST_PAST and not day.end:
                raise Unclear("when-past", choices=())
        return found[:1]
    found = []
    for ahead in range(26):
        index = today.year * 12 + today.month - 1 + ahead
        try:
            each = _in_month(day, index // 12, index % 12 + 1)
        except Unclear:
            continue
        if each >= today:
            found.append(each)
    if not found:
        raise Unclear("when-no-such-date", date=str(day.day))
    return found


def _in_month(day: Day, year: int, month: int) -> date:
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if day.nth is not None:
        ordinal, weekday = day.nth
        if ordinal == -1:
            return last - timedelta(days=(last.weekday() - weekday) % WEEK)
        each = first + timedelta(days=(weekday - first.weekday()) % WEEK + WEEK * (ordinal - 1))
        if each > last:
            raise Unclear("when-no-such-date", date=f"{ordinal}. {month}/{year}")
        return each
    if day.end or day.day == -1:
        return last
    if day.day is None or not 1 <= day.day <= last.day:
        raise Unclear("when-no-such-date", date=f"{day.day}.{month}.{year}")
    return first.replace(day=day.day)
