"""Quiet hours: wall time, over midnight and over clock changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policies.model import Refused
from policies.quiet import OFF, hours, read

BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("22:00-7:00", "22:00-07:00"),
        ("22-7", "22:00-07:00"),
        ("10pm to 7am", "22:00-07:00"),
        ("12am - 6:30 am", "00:00-06:30"),
        ("12 pm to 1 pm", "12:00-13:00"),
        ("von 22 Uhr bis 7 Uhr", "22:00-07:00"),
        ("22.30 \u2013 7.15 Uhr", "22:30-07:15"),
        ("22h until 6h30", "22:00-06:30"),
        ("20:00-24:00", "20:00-00:00"),
    ],
)
def test_what_people_type_is_read(typed: str, kept: str) -> None:
    """The usual ways to write two times of day mean the same quiet hours."""
    assert read(typed) == kept


@pytest.mark.parametrize("typed", ["", "at night", "22", "25-7", "22:60-7", "13pm to 2", "7-7", "22:00-7:00 please"])
def test_what_is_none_is_refused(typed: str) -> None:
    """Words that are no two times are refused, and so are hours without an end."""
    with pytest.raises(Refused):
        read(typed)


@pytest.mark.parametrize(
    ("at", "span"),
    [
        ("2026-03-02 21:59", None),
        ("2026-03-02 22:00", ("2026-03-02 22:00", "2026-03-03 07:00")),
        ("2026-03-03 06:59", ("2026-03-02 22:00", "2026-03-03 07:00")),
        ("2026-03-03 07:00", None),
        # The clock goes forward, and back: nine hours become eight, and ten.
        ("2026-03-29 01:00", ("2026-03-28 22:00", "2026-03-29 07:00")),
        ("2026-10-25 04:00", ("2026-10-24 22:00", "2026-10-25 07:00")),
    ],
)
def test_they_hold_from_wall_time_to_wall_time(at: str, span: tuple[str, str] | None) -> None:
    """They begin and end at the same local hour on both sides of midnight and of a clock change."""
    place = ZoneInfo(BERLIN)
    found = hours("22:00-07:00", datetime.fromisoformat(at).replace(tzinfo=place), BERLIN)
    expected = span and tuple(datetime.fromisoformat(each).replace(tzinfo=place).astimezone(UTC) for each in span)
    assert found == expected


def test_nothing_is_held_without_them() -> None:
    """Who has none, or wants none, is held back nothing."""
    at = datetime(2026, 3, 2, 3, tzinfo=UTC)
    assert hours(None, at, BERLIN) is None
    assert hours(OFF, at, BERLIN) is None


@given(
    st.integers(0, 1439),
    st.integers(0, 1439),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the zone is given beside it
    st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_what_waits_goes_within_a_day(start: int, end: int, at: datetime, zone: str) -> None:
    """What waits goes at an end that lies ahead, less than 25 hours away, when it is quiet no longer."""
    assume(start != end)
    kept = f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
    span = hours(kept, at, zone)
    if span is not None:
        begins, ends = span
        assert begins <= at < ends <= at + timedelta(hours=25)
        assert hours(kept, ends, zone) is None
