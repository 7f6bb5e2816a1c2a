"""Reminders: wall time through every change of the clocks, each occurrence once, and who may do what with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, takewhile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import when
from policies.model import Refused
from policies.reminder import GROUP, OPEN_FOR_GROUP, OPEN_PERSONAL, Reminder, Timing, check_room_for_more
from policies.when import Every, Once

BERLIN = "Europe/Berlin"


def at(words: str, zone: str = "UTC") -> datetime:
    """An instant, from its wall time in a zone."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def reminder(phrase: str, now: datetime, zone: str, whom: str = "ana") -> Reminder:
    """What Ana means who types `phrase` at `now`."""
    said = when.read(phrase, now=now, zone=zone)
    assert isinstance(said, Once | Every), said
    return Reminder(1, "ana", whom, "tea", Timing.of(said), now, shared=True).checked()


def tells(one: Reminder, count: int) -> list[str]:
    """The next occurrences, each told when it came, as wall times in its zone."""
    walls = []
    for _ in range(count):
        coming = one.next()
        if not coming:
            break
        one, past = one.telling(coming[0])
        assert past == coming
        walls.append(coming[0].astimezone(ZoneInfo(one.timing.zone)).strftime("%Y-%m-%d %H:%M"))
    return walls


@pytest.mark.parametrize(
    ("phrase", "zone", "now", "walls"),
    [
        # Both changes of Berlin's clocks, the hour that is skipped and the one that comes twice.
        ("every day at 19:00", BERLIN, "2026-03-28 18:00", "2026-03-28 19:00, 2026-03-29 19:00, 2026-03-30 19:00"),
        ("every day at 19:00", BERLIN, "2026-10-24 18:00", "2026-10-24 19:00, 2026-10-25 19:00, 2026-10-26 19:00"),
        ("every day at 02:30", BERLIN, "2026-03-28 01:00", "2026-03-28 02:30, 2026-03-29 03:00, 2026-03-30 02:30"),
        ("every day at 02:30", BERLIN, "2026-10-24 01:00", "2026-10-24 02:30, 2026-10-25 02:30, 2026-10-26 02:30"),
        ("every Sunday 02:30", "America/New_York", "2026-03-02 12:00", "2026-03-08 03:00, 2026-03-15 02:30"),
        ("every Sunday 01:30", "America/New_York", "2026-10-26 12:00", "2026-11-01 01:30, 2026-11-08 01:30"),
        # Lord Howe moves by half an hour.
        ("every day at 02:15", "Australia/Lord_Howe", "2026-10-03 01:00", "2026-10-03 02:15, 2026-10-04 02:30, 2026-10-05 02:15"),
        ("every day at 01:45", "Australia/Lord_Howe", "2027-04-03 01:00", "2027-04-03 01:45, 2027-04-04 01:45, 2027-04-05 01:45"),
        # Apia had no 30 December 2011: what was meant for that day comes when the next one begins.
        ("every day at 19:00", "Pacific/Apia", "2011-12-28 20:00", "2011-12-29 19:00, 2011-12-31 00:00, 2011-12-31 19:00"),
        ("every day at 9:00", BERLIN, "2028-02-28 08:00", "2028-02-28 09:00, 2028-02-29 09:00, 2028-03-01 09:00"),
        ("29 February 2028 at 9:00", BERLIN, "2026-03-01 12:00", "2028-02-29 09:00"),
        ("every month on the last day at 9:00", BERLIN, "2028-01-30 12:00", "2028-01-31 09:00, 2028-02-29 09:00, 2028-03-31 09:00"),
        ("every day at 23:30", BERLIN, "2026-12-30 12:00", "2026-12-30 23:30, 2026-12-31 23:30, 2027-01-01 23:30"),
        ("every month on the 15th at 9:00 until March", BERLIN, "2026-12-30 12:00", "2027-01-15 09:00, 2027-02-15 09:00, 2027-03-15 09:00"),
        ("every Tuesday 19:00 3 times", BERLIN, "2026-03-02 12:00", "2026-03-03 19:00, 2026-03-10 19:00, 2026-03-17 19:00"),
        ("every Tuesday 19:00 except 10 March", BERLIN, "2026-03-02 12:00", "2026-03-03 19:00, 2026-03-17 19:00"),
        # Hours are real hours, also on a day that has 25 of them.
        ("every 12 hours", BERLIN, "2026-10-24 18:00", "2026-10-25 05:00, 2026-10-25 17:00"),
    ],
)
def test_the_clock_on_the_wall_decides(phrase: str, zone: str, now: str, walls: str) -> None:
    """A reminder comes at its wall time whatever the clocks do; a skipped time at the end of the gap, a doubled one first."""
    expected = walls.split(", ")
    assert tells(reminder(phrase, at(now, zone), zone), len(expected)) == expected


def test_twenty_five_months_of_a_weekly_rule() -> None:
    """Over 25 months every Tuesday has its 19:00, once, for people in Berlin, New York and Kathmandu alike."""
    for zone in (BERLIN, "America/New_York", "Asia/Kathmandu"):
        begun = at("2026-03-02 12:00", zone)
        walls = tells(reminder("every Tuesday 19:00", begun, zone), 109)
        days = [datetime.strptime(each, "%Y-%m-%d %H:%M") for each in walls]  # noqa: DTZ007 - wall times
        assert {each.strftime("%a %H:%M") for each in days} == {"Tue 19:00"}
        assert {after - before for before, after in pairwise(days)} == {timedelta(days=7)}
        assert days[-1] > datetime(2028, 3, 27)  # noqa: DTZ001 - a wall time


@given(
    phrase=st.sampled_from(
        ["every Tuesday 19:00", "every day at 02:30", "monthly 1st Mon 18:00", "every 90 minutes", "every weekday at 8:00 20 times"]
    ),
    zone=st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"]),
    hours=st.lists(st.integers(0, 24 * 40), min_size=1, max_size=20),
)
def test_each_occurrence_is_told_once(phrase: str, zone: str, hours: list[int]) -> None:
    """However often and late we look, and were the clock turned back between: each occurrence is told once, in order."""
    begun = at("2026-01-10 12:00")
    one = reminder(phrase, begun, zone)
    told: list[datetime] = []
    for hour in hours:
        one, past = one.telling(begun + timedelta(hours=hour))
        told += past
    last = begun + timedelta(hours=max(hours))
    assert told == list(takewhile(lambda each: each <= last, one.timing.following(begun)))


@given(
    phrase=st.sampled_from(["every Tuesday 19:00 until June", "in 3 days", "in 2 hours", "every 2 weeks Tue 19:00", "tomorrow 9:00"]),
    zone=st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe"]),
    day=st.integers(0, 700),
)
def test_what_is_kept_means_what_was_read(phrase: str, zone: str, day: int) -> None:
    """The wall time and the rule that are kept give the instants that the grammar read."""
    now = at("2026-01-01 10:00") + timedelta(days=day)
    said = when.read(phrase, now=now, zone=zone)
    if isinstance(said, Once):
        assert list(Timing.of(said).following(now)) == [said.at]
    elif isinstance(said, Every):
        kept = Timing.of(said)
        assert [each for each, _ in zip(kept.following(now), range(8), strict=False)] == said.occurrences(now, 8)


def test_the_second_of_two_equal_times_is_kept() -> None:
    """Where the clocks go back and somebody chose the second 02:30, it is the second one that comes."""
    for offset in ("+02:00", "+01:00"):
        said = when.read(f"2026-10-25 02:30{offset}", now=at("2026-10-20 12:00"), zone=BERLIN)
        assert isinstance(said, Once)
        assert list(Timing.of(said).following(at("2026-10-20 12:00"))) == [said.at]
        zoned = Once(said.at, BERLIN)
        assert list(Timing.of(zoned).following(at("2026-10-20 12:00"))) == [said.at]


def test_what_was_missed_comes_at_once() -> None:
    """Five occurrences that were missed are told together, and the next one is the sixth."""
    one = reminder("every day at 9:00", at("2026-03-02 12:00"), BERLIN)
    one, past = one.telling(at("2026-03-07 12:00"))
    assert len(past) == 5
    assert one.next() == [at("2026-03-08 09:00", BERLIN)]
    assert one.telling(at("2026-03-07 13:00")) == (one, [])


def test_a_skipped_occurrence_does_not_come() -> None:
    """The owner leaves out the next occurrence; the last one cannot be left out, that would be stopping."""
    one = reminder("every day at 9:00 3 times", at("2026-03-02 12:00"), BERLIN)
    one, left_out = one.skipping("ana")
    assert left_out == at("2026-03-03 09:00", BERLIN)
    assert one.next(5) == [at("2026-03-04 09:00", BERLIN), at("2026-03-05 09:00", BERLIN)]
    one, _ = one.skipping("ana")
    with pytest.raises(Refused, match="remind-skip-last"):
        one.skipping("ana")
    hourly, left_out = reminder("every 2 hours", at("2026-03-02 12:00"), BERLIN).skipping("ana")
    assert hourly.next()[0] - left_out == timedelta(hours=2)


def test_only_the_owner_stops_a_personal_one() -> None:
    """A personal reminder is stopped by its owner or whom it is for; the group's by its owner or by any two members."""
    one = reminder("every day at 9:00", at("2026-03-02 12:00"), BERLIN)
    with pytest.raises(Refused, match="remind-not-yours"):
        one.stopping_by("bo")
    assert one.stopping_by("ana").over
    assert replace(one, whom="bo").stopping_by("bo").over
    ours = replace(one, whom=GROUP)
    assert ours.stopping_by("ana").over
    first = ours.stopping_by("bo")
    assert not first.over
    assert not first.stopping_by("bo").over
    assert first.stopping_by("cem").over


def test_whoever_leaves_is_not_reminded() -> None:
    """One who joined leaves it to the others; without the person that it is for, and nobody else, it is over."""
    one = reminder("every day at 9:00", at("2026-03-02 12:00"), BERLIN).joining("bo")
    assert not one.without("bo").over
    assert not one.without("ana").over
    assert one.without("bo").without("ana").over
    with pytest.raises(Refused, match="remind-joined-already"):
        one.joining("bo")
    with pytest.raises(Refused, match="remind-not-yours"):
        replace(one, shared=False).joining("cem")


def test_limits() -> None:
    """Three for the group and fifty for people alone are open at most; the group's come once a day at the closest."""
    check_room_for_more(whom=GROUP, open_for_group=OPEN_FOR_GROUP - 1, open_personal=OPEN_PERSONAL)
    check_room_for_more(whom="ana", open_for_group=OPEN_FOR_GROUP, open_personal=OPEN_PERSONAL - 1)
    with pytest.raises(Refused, match="remind-three-open"):
        check_room_for_more(whom=GROUP, open_for_group=OPEN_FOR_GROUP, open_personal=0)
    with pytest.raises(Refused, match="remind-fifty-open"):
        check_room_for_more(whom="ana", open_for_group=0, open_personal=OPEN_PERSONAL)
    now = at("2026-03-27 12:00")
    for phrase in ("every hour", "every 20 hours", "every 30 minutes"):
        reminder(phrase, now, BERLIN)
        with pytest.raises(Refused, match="remind-too-often-for-group"):
            reminder(phrase, now, BERLIN, GROUP)
    for phrase in ("every day at 9:00", "every day at 02:30", "every 24 hours", "every Monday and Tuesday 9:00"):
        reminder(phrase, now, BERLIN, GROUP)
    reminder("every minute", now, BERLIN)
    with pytest.raises(Refused, match="remind-too-far"):
        reminder("in 15 years", now, BERLIN)


def test_a_change_begins_anew() -> None:
    """After a change the new time counts from there; only the owner may change it, and not when it is over."""
    one = reminder("tomorrow 9:00", at("2026-03-02 12:00"), BERLIN)
    later = Timing.of(Once(at("2026-03-05 08:00"), BERLIN))
    assert one.changing("ana", later, at("2026-03-02 13:00")).next() == [at("2026-03-05 08:00")]
    with pytest.raises(Refused, match="remind-not-yours"):
        one.changing("bo", later, at("2026-03-02 13:00"))
    over, _ = one.telling(at("2026-03-04 12:00"))
    with pytest.raises(Refused, match="remind-over"):
        over.changing("ana", later, at("2026-03-02 13:00"))
