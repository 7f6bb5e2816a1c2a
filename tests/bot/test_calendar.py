"""The calendar file says what the series says: read back by icalendar, its dates counted by dateutil."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rruleset, rrulestr
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import written
from commands.answers import Calendar
from policies.meeting import Arrangement, Rhythm

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
DAY = timedelta(days=1)
PLAN = Arrangement(
    "Tuesday; circle, \\n <b>tea</b>",
    Rhythm("2026-03-03T19:00:00+01:00", "Europe/Berlin", "FREQ=WEEKLY;BYDAY=TU"),
    minutes=90,
    place="Hall, 3",
    link="https://meet.example.org/x?y=1;z",
)


def read(calendar: Calendar) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(written(calendar))


def made(plan: Arrangement, **more: Any) -> Calendar:
    return Calendar("u1@folkmoot", 3, NOW, plan, **more)


def dates(file: icalendar.Calendar, count: int, after: datetime) -> list[datetime]:
    """The instants of a calendar file, counted in the wall time of its own zone by an independent library."""
    whole, *single = file.walk("VEVENT")
    zone = whole["dtstart"].dt.tzinfo
    found = rruleset()
    naive = whole["dtstart"].dt.replace(tzinfo=None)
    rule = whole["rrule"].to_ical().decode()
    parts = [part for part in rule.split(";") if not part.startswith("UNTIL")]
    found.rrule(rrulestr(";".join(parts), dtstart=naive))
    left_out = whole.get("exdate")
    for each in left_out.dts if left_out is not None else ():
        found.exdate(each.dt.replace(tzinfo=None))
    for each in single:
        found.exdate(each["recurrence-id"].dt.replace(tzinfo=None))
        found.rdate(each["dtstart"].dt.replace(tzinfo=None))
    until = datetime.max if "UNTIL" not in whole["rrule"] else whole["rrule"]["UNTIL"][0].astimezone(zone).replace(tzinfo=None)  # noqa: DTZ901 - a wall time
    walls = [wall for wall in found.xafter(after.astimezone(zone).replace(tzinfo=None), count=count) if wall <= until]
    return [wall.replace(tzinfo=zone).astimezone(UTC) for wall in walls]


def test_a_series_is_one_event_with_its_rule() -> None:
    """The event bears its UID, its sequence number, its wall time in its zone, its length, its words as typed and its place."""
    (event,) = read(made(PLAN)).walk("VEVENT")
    assert (event["uid"], event["sequence"], event["status"]) == ("u1@folkmoot", 3, "CONFIRMED")
    assert event["dtstart"].params["TZID"] == "Europe/Berlin"
    assert event["dtstart"].dt == datetime(2026, 3, 3, 19, tzinfo=ZoneInfo("Europe/Berlin"))
    assert event["duration"].dt == timedelta(minutes=90)
    assert event["dtstamp"].dt == NOW
    assert event["summary"] == PLAN.title
    assert event["location"] == "Hall, 3, https://meet.example.org/x?y=1;z"
    assert event["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=TU"


def test_the_zone_is_written_out() -> None:
    """The file holds the clock changes of its zone, so that no calendar must know them."""
    (zone,) = read(made(PLAN)).walk("VTIMEZONE")
    there = zone.to_tz()
    for wall in (datetime(2026, 3, 3, 19), datetime(2026, 3, 31, 19), datetime(2026, 11, 3, 19), datetime(2029, 7, 3, 19)):  # noqa: DTZ001
        assert wall.replace(tzinfo=there).utcoffset() == wall.replace(tzinfo=ZoneInfo("Europe/Berlin")).utcoffset()


def test_onsets_are_written_in_the_time_before_them() -> None:
    """The clock change of a zone is written in the local time that was valid before it, so summer time in Berlin begins at 02:00."""
    (zone,) = read(made(PLAN)).walk("VTIMEZONE")
    summer, winter = zone.walk("DAYLIGHT")[0], zone.walk("STANDARD")[-1]
    assert summer["dtstart"].dt == datetime(2025, 3, 30, 2)  # noqa: DTZ001 - a wall time
    assert winter["dtstart"].dt == datetime(2025, 10, 26, 3)  # noqa: DTZ001 - a wall time
    assert datetime(2026, 3, 29, 2) in [each.dt for each in summer["rdate"].dts]  # noqa: DTZ001 - a wall time


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"])
def test_another_reader_has_the_same_hours(name: str) -> None:
    """A reader that knows no zones but those of the file (dateutil's) has the same offset at every hour around the clock changes."""
    zone = ZoneInfo(name)
    plan = replace(PLAN, rhythm=Rhythm(datetime(2026, 3, 3, 19, tzinfo=zone).isoformat(), name, "FREQ=WEEKLY;BYDAY=TU"))
    there = tzical(StringIO(written(made(plan)))).get()
    hours = [NOW + timedelta(minutes=30 * place) for place in range(2 * 24 * 300)]
    near = [at for at in hours if (at - DAY).astimezone(zone).utcoffset() != (at + DAY).astimezone(zone).utcoffset()]
    for at in [*near, *hours[:: 2 * 24 * 7]]:
        wall = at.astimezone(zone)
        if wall.replace(fold=1 - wall.fold).utcoffset() == wall.utcoffset():
            # An hour that there is twice has two offsets; readers choose.
            assert wall.replace(tzinfo=there).utcoffset() == wall.utcoffset(), wall


def test_moved_and_skipped_dates() -> None:
    """A skipped date is an EXDATE, a moved one an event of its own for the date it stood for, with the same UID."""
    moved = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)
    file = read(made(PLAN.skipping("2026-03-17").moving("2026-03-10", moved)))
    whole, single = file.walk("VEVENT")
    assert [each.dt.date() for each in whole["exdate"].dts] == [date(2026, 3, 17)]
    assert single["uid"] == whole["uid"]
    assert single["recurrence-id"].dt == datetime(2026, 3, 10, 19, tzinfo=ZoneInfo("Europe/Berlin"))
    assert single["dtstart"].dt == moved


def test_a_cancelled_series_is_cancelled() -> None:
    """Every event of a cancelled series says so, and the file is a cancellation."""
    file = read(made(PLAN.moving("2026-03-10", NOW), cancelled=True))
    assert file["method"] == "CANCEL"
    assert {str(event["status"]) for event in file.walk("VEVENT")} == {"CANCELLED"}


def test_a_single_meeting_has_no_rule() -> None:
    """A meeting with one date is one event without a rule, also when it was moved."""
    once = replace(PLAN, rhythm=Rhythm("2026-03-31T19:00:00+02:00", "Europe/Berlin"))
    (event,) = read(made(once)).walk("VEVENT")
    assert "rrule" not in event
    (moved,) = read(made(once.moving("2026-03-31", NOW))).walk("VEVENT")
    assert moved["dtstart"].dt == NOW


@given(
    hour=st.integers(4, 23),
    interval=st.integers(1, 4),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "UTC", "Asia/Kolkata", "Australia/Lord_Howe"]),
    skipped=st.sets(st.integers(0, 8), max_size=3),
    moved=st.sets(st.integers(0, 8), max_size=3),
    ends=st.booleans(),
)
def test_the_file_has_the_dates_of_the_series(  # noqa: PLR0917 - hypothesis names them
    hour: int, interval: int, zone: str, skipped: set[int], moved: set[int], ends: bool
) -> None:
    """Whatever was moved or skipped, the file's dates are the series' dates, through clock changes too."""
    there = ZoneInfo(zone)
    first = datetime(2026, 3, 3, hour, 30, tzinfo=there)
    rule = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY=TU" + (";UNTIL=20261231T235959Z" if ends else "")
    plan = Arrangement("Circle", Rhythm(first.isoformat(), zone, rule))
    for place, each in enumerate(plan.dates(NOW, 9)):
        if place in skipped:
            plan = plan.skipping(each.day)
        elif place in moved:
            plan = plan.moving(each.day, each.at + timedelta(days=1))
    expected = [each.at for each in plan.dates(NOW, 9)]
    assert dates(read(made(plan)), 9, NOW) == expected
