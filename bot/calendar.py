"""Calendar files (RFC 5545) of a series of meetings, for the calendars that people use anyway.

The whole series is one event with its rule; a date that is left out is an EXDATE, a moved one an event of its own with
the RECURRENCE-ID of the date that it stood for. The UID stays and SEQUENCE grows, so that a calendar replaces what it
had. Zones are written out (VTIMEZONE), because calendars know different rules by the same name.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from commands.answers import Calendar
from policies.meeting import Arrangement

MAKER = "-//Folkmoot//EN"
YEARS_AHEAD = 5
"""For how many years the rules of the zone are written out."""


def written(calendar: Calendar) -> str:
    """The calendar file."""
    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "CANCEL" if calendar.cancelled else "PUBLISH")
    plan, zone = calendar.plan, ZoneInfo(calendar.plan.rhythm.zone)
    if plan.rhythm.zone != "UTC":
        begin = plan.rhythm.wall.date() - timedelta(days=366)
        end = calendar.stamp.date().replace(day=1, month=1) + timedelta(days=366 * YEARS_AHEAD)
        made.add_component(icalendar.Timezone.from_tzid(plan.rhythm.zone, first_date=begin, last_date=max(begin, end)))
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
