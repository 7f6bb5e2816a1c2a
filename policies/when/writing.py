"""Times written so that they are read again: canonical forms in every language, and an echo in a person's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from policies.when.clock import instants, local
from policies.when.tables import TABLES
from policies.when.values import DateOnly, Every, Once

if TYPE_CHECKING:
    from datetime import date, tzinfo

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_UNITS = {
    "MINUTELY": "minute",
    "HOURLY": "hour",
    "DAILY": "day",
    "WEEKLY": "week",
    "MONTHLY": "month",
    "YEARLY": "year",
}


def echo(at: datetime, zone: str, language: str = "en") -> str:
    """An aware instant as weekday, date and time in `zone`, such as "Friday 27 March 2026 19:00".

    `read` takes it back to the same instant (to the second); a time that comes twice carries its offset.
    """
    table = TABLES.get(language.split("-", maxsplit=1)[0], TABLES["en"])
    wall = local(at, ZoneInfo(zone)).replace(microsecond=0)
    said = table.moment.format(
        weekday=table.weekdays[wall.weekday()],
        day=wall.day,
        month=table.months[wall.month - 1],
        year=wall.year,
        time=_time(wall),
    )
    return said if len(instants(wall, ZoneInfo(zone))) == 1 else f"{said} UTC{_offset(at.astimezone(ZoneInfo(zone)))}"


def _time(wall: datetime) -> str:
    return f"{wall:%H:%M:%S}" if wall.second else f"{wall:%H:%M}"


def _offset(at: datetime) -> str:
    return at.isoformat()[-6:]


def moment(wall: datetime, at: datetime, zone: tzinfo, home: str) -> str:
    """The canonical form of a moment: `2026-03-31 19:00`, with an offset where the wall time comes twice."""
    named = str(zone)
    if isinstance(zone, ZoneInfo):
        twice = len(instants(wall, zone)) != 1
        place = "" if named == home else f" {named}"
        return f"{wall:%Y-%m-%d} {_time(wall)}" + (_offset(at.astimezone(zone)) if twice else place)
    return f"{wall:%Y-%m-%d} {_time(wall)}{_offset(at.astimezone(zone))}"


def series(every: Every, home: str, now: datetime) -> str:
    """The canonical form of a series, for somebody who reads it at `now`: `every 2 weeks Tue 19:00 from 2026-03-31`."""
    parts = every.parts
    unit, number = _UNITS[parts["FREQ"]], int(parts.get("INTERVAL", "1"))
    wall = every.first.replace(tzinfo=None)
    on = _days(parts, wall)
    if number == 1 and unit == "week":
        said = [f"every {on[0]}"]
    else:
        step = f"every {number} {unit}s" if number > 1 else f"every {unit}"
        said = ["monthly" if step == "every month" else step, *on]
    if unit in {"hour", "minute"}:
        said.append(f"from {wall:%Y-%m-%d} {_time(wall)}")
    else:
        said.append(_time(wall))
        if number > 1 or "COUNT" in parts or _earlier(every, now):
            said.append(f"from {wall:%Y-%m-%d}")
    said += _end(every)
    skipped = [f"{day}" for day in every.except_]
    if "BYMONTH" in parts and unit != "year":
        present = {int(m) for m in parts["BYMONTH"].split(",")}
        skipped += [_MONTHS[m] for m in range(1, 13) if m not in present]
    if skipped:
        said.append("except " + ", ".join(skipped))
    if every.zone != home:
        said.append(every.zone)
    return " ".join(said)


def _earlier(every: Every, now: datetime) -> bool:
    """Whether the rule alone would begin before the first occurrence."""
    endless = ";".join(f"{k}={v}" for k, v in every.parts.items() if k not in {"UNTIL", "COUNT"})
    yesterday = local(now, ZoneInfo(every.zone)).date() - timedelta(days=1)
    older = replace(every, rule=endless, first=datetime.combine(yesterday, every.first.time(), every.first.tzinfo))
    return older.occurrences(now, 1)[0] < every.occurrences(now, 1)[0]


def _end(every: Every) -> list[str]:
    parts = every.parts
    if "COUNT" in parts:
        return [f"{parts['COUNT']} times"]
    if "UNTIL" not in parts:
        return []
    until = local(datetime.strptime(parts["UNTIL"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC), ZoneInfo(every.zone))
    return [f"until {until:%Y-%m-%d}" + ("" if f"{until:%H:%M:%S}" == "23:59:59" else f" {_time(until)}")]


def _days(parts: dict[str, str], wall: datetime) -> list[str]:
    said: list[str] = []
    if "BYDAY" in parts:
        codes = parts["BYDAY"].split(",")
        names = dict.fromkeys(_DAYS[_CODES.index(code[-2:])] for code in codes)
        ordinals = [_nth(code[:-2]) for code in codes if code[:-2]]
        said.append(" ".join(filter(None, (" and ".join(ordinals), ", ".join(names)))))
    elif parts["FREQ"] == "MONTHLY":
        days = parts["BYMONTHDAY"].split(",")
        said.append("last day" if days == ["-1"] else " and ".join(map(_nth, days)))
    if parts["FREQ"] == "YEARLY":
        month = _MONTHS[wall.month]
        said = [f"{said[0]} of {month}"] if said else [f"{wall.day} {month}"]
    return said


def _nth(number: str) -> str:
    if number == "-1":
        return "last"
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th")
    return f"{number}{'th' if number in {'11', '12', '13'} else ending}"


def day(value: date) -> str:
    """The canonical form of a day."""
    return f"{value:%Y-%m-%d}"


def canonical(value: Once | Every | DateOnly, home: str, now: datetime) -> str:
    """The canonical form of what was read, for somebody in the zone `home` who reads it at `now` (aware)."""
    match value:
        case Once(at):
            zone = ZoneInfo(home)
            return moment(local(at, zone), at, zone, home)
        case Every():
            return series(value, home, now)
        case DateOnly(date):
            return day(date)
