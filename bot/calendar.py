"""Calendar files (RFC 5545) of a series of meetings, for the calendars that people use anyway.

The whole series is one event with its rule; a date that is left out is an EXDATE, a moved one an event of its own with
the RECURRENCE-ID of the date that it stood for. The UID stays and SEQUENCE grows, so that a calendar replaces what it
had. Zones are written out (VTIMEZONE), because calendars know different rules by the same name: an onset is written in
the local time that was valid before it (RFC 5545, 3.6.5), so summer time in Berlin begins at 02:00.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import icalendar

from commands.answers import Calendar
from policies.meeting import Arrangement

MAKER = "-//Folkmoot//EN"
YEARS_AHEAD = 5
"""For how many years the rules of the zone are written out."""
YEAR = timedelta(days=366)


def written(calendar: Calendar) -> str:
    """The calendar file."""
    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "CANCEL" if calendar.cancelled else "PUBLISH")
    plan, zone = calendar.plan, ZoneInfo(calendar.plan.rhythm.zone)
    if plan.rhythm.zone != "UTC":
        begin = plan.rhythm.wall.date() - YEAR
        made.add_component(_zone(zone, begin, max(begin, calendar.stamp.date()) + YEAR * YEARS_AHEAD))
    whole = _event(calendar, plan.rhythm.wall.replace(tzinfo=zone))
    if plan.rhythm.rule:
        whole.add("rrule", icalendar.vRecur.from_ical(plan.rhythm.rule))
        left_out = sorted({*plan.rhythm.without, *plan.skipped})
        if left_out:
            whole.add("exdate", [_wall(plan, day) for day in left_out])
    elif plan.moved:
        (at,) = plan.moved.values()
        whole = _event(calendar, at.astimezone(zone))
    made.add_component(whole)
    if plan.rhythm.rule:
        for day, at in sorted(plan.moved.items()):
            moved = _event(calendar, at.astimezone(zone))
            moved.add("recurrence-id", _wall(plan, day))
            made.add_component(moved)
    file: bytes = made.to_ical()
    return file.decode()


def _zone(zone: ZoneInfo, begin: date, end: date) -> icalendar.Timezone:
    """The zone between two days: what holds at first, and every change, with all changes of one kind together."""
    made = icalendar.Timezone()
    made.add("tzid", zone.key)
    start = datetime.combine(begin, time(), UTC)
    onsets: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = {}
    for at in (start, *_changes(zone, start, datetime.combine(end, time(), UTC))):
        now = at.astimezone(zone)
        before = now.utcoffset() if at == start else (at - timedelta(seconds=1)).astimezone(zone).utcoffset()
        kind = (before or timedelta(), now.utcoffset() or timedelta(), now.tzname() or zone.key, bool(now.dst()))
        onsets.setdefault(kind, []).append((at + kind[0]).replace(tzinfo=None))
    for (before, after, name, summer), walls in onsets.items():
        part = icalendar.TimezoneDaylight() if summer else icalendar.TimezoneStandard()
        part.add("dtstart", walls[0])
        if walls[1:]:
            part.add("rdate", walls[1:])
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        made.add_component(part)
    return made


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The instants between two others at which the zone's clocks change, to the second."""
    days = [begin + timedelta(days=day) for day in range((end - begin).days + 1)]
    for before, after in pairwise(days):
        low, high = before, after
        if _state(zone, low) == _state(zone, high):
            continue
        while high - low > timedelta(seconds=1):
            middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
            low, high = (middle, high) if _state(zone, middle) == _state(zone, low) else (low, middle)
        yield high


def _state(zone: ZoneInfo, at: datetime) -> tuple[timedelta | None, str | None, timedelta | None]:
    there = at.astimezone(zone)
    return there.utcoffset(), there.tzname(), there.dst()


def _event(calendar: Calendar, start: datetime) -> icalendar.Event:
    plan = calendar.plan
    event = icalendar.Event()
    event.add("uid", calendar.uid)
    event.add("dtstamp", calendar.stamp.astimezone(UTC))
    event.add("sequence", calendar.sequence)
    event.add("dtstart", start)
    event.add("duration", timedelta(minutes=plan.minutes))
    event.add("summary", plan.title)
    event.add("status", "CANCELLED" if calendar.cancelled else "CONFIRMED")
    where = ", ".join(filter(None, (plan.place, plan.link)))
    if where:
        event.add("location", where)
    return event


def _wall(plan: Arrangement, day: str) -> datetime:
    """The date of the rule that stands on a local day."""
    return datetime.combine(date.fromisoformat(day), plan.rhythm.wall.time(), ZoneInfo(plan.rhythm.zone))
