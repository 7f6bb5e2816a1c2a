"""What holds for all phrases, zones and times."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policies.when import LANGUAGES, Ask, DateOnly, Every, Once, echo, read
from policies.when.tables import TABLES
from policies.when.values import RULE
from policies.when.writing import canonical
from tests.policies.when_phrases import BERLIN, NOW

START = datetime(2025, 1, 1, tzinfo=UTC)
HOURS = 3 * 366 * 24
SAMPLE = (
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Gaza",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Havana",
    "Antarctica/Troll",
    "America/Nuuk",
)
NUMBERS = [
    "1",
    "7",
    "15",
    "31",
    "2026",
    "19:00",
    "7:30",
    "24:00",
    "3/4",
    "31.3.",
    "1.4.2026",
    "2026-03-29",
    "02:30",
    "19h",
    "99",
]
PLACES = ["Berlin", "New York", "CET", "Brazil", "UTC+2", "Europe/Lisbon"]
PHRASES = {
    language: st.lists(
        st.sampled_from([p for p, meant in TABLES[language].phrases.items() if meant] + NUMBERS * 20 + PLACES + [","]),
        min_size=1,
        max_size=7,
    ).map(" ".join)
    for language in LANGUAGES
}


def echoes(at: datetime, zone: str) -> None:
    for language in LANGUAGES:
        said = echo(at, zone, language)
        value = read(said, now=at - timedelta(hours=3), zone=zone, languages=(language,))
        assert value == Once(at), (said, zone, language, value)


def changes(zone: str) -> list[datetime]:
    """The half hours around every clock change in three years."""
    place = ZoneInfo(zone)
    days = [START + timedelta(days=day) for day in range(3 * 366)]
    found = [a for a, b in pairwise(days) if a.astimezone(place).utcoffset() != b.astimezone(place).utcoffset()]
    return [day + timedelta(minutes=30 * half) for day in found for half in range(-4, 54)]


@given(st.sampled_from(SAMPLE), st.integers(0, HOURS), st.sampled_from([0, 15, 30, 45]))
def test_what_is_echoed_is_read_as_the_same_instant(zone: str, hour: int, minute: int) -> None:
    """For every zone and time, the words that the bot says mean the instant that it means, in every language."""
    echoes(START + timedelta(hours=hour, minutes=minute), zone)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_echoes_hold_around_clock_changes(zone: str) -> None:
    """Where a wall time comes twice, the echo says which one."""
    for at in changes(zone):
        echoes(at, zone)


@pytest.mark.long
@pytest.mark.parametrize("zone", sorted(available_timezones()))
def test_echoes_hold_in_every_zone(zone: str) -> None:
    """In every zone, around each clock change and at every 29th hour of three years, echoes are read back."""
    for at in changes(zone):
        echoes(at, zone)
    for hour in range(0, HOURS, 29):
        at = START + timedelta(hours=hour)
        assert read(echo(at, zone), now=at - timedelta(hours=3), zone=zone) == Once(at)


@given(st.text(max_size=400), st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
@example("1/1/0000 0:00", ["en"])
@example("0.0. 19:00", ["de"])
@example("٣ أبريل 19:00", ["en"])
def test_no_text_is_a_fault(text: str, languages: list[str]) -> None:
    """Whatever is typed is read or asked about."""
    assert isinstance(read(text, now=NOW, zone=BERLIN, languages=languages), Once | Every | DateOnly | Ask)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_no_heap_of_known_words_is_a_fault(language: str, data: st.DataObject) -> None:
    """Known words in any order are read or asked about; what is read lies ahead, and what is offered can be typed."""
    phrase = data.draw(PHRASES[language])
    value = read(phrase, now=NOW, zone=BERLIN, languages=(language,))
    match value:
        case Once(at):
            assert at > NOW
            assert at.tzinfo is UTC
        case Every():
            assert value.occurrences(NOW, 1), phrase
            assert RULE(value.rule), (phrase, value.rule)
            assert value.first.tzinfo == ZoneInfo(value.zone)
            written = canonical(value, BERLIN, NOW)
            assert read(written, now=NOW, zone=BERLIN) == value, (phrase, written)
        case Ask():
            for choice in value.choices:
                assert not isinstance(read(choice, now=NOW, zone=BERLIN, languages=(language,)), Ask), (phrase, choice)


@given(
    st.sampled_from(SAMPLE), st.integers(0, HOURS), st.sampled_from(["in 90 minutes", "in 48 hours", "in 40 seconds"])
)
def test_elapsed_time_is_the_same_everywhere(zone: str, hour: int, phrase: str) -> None:
    """A number of hours, minutes or seconds is that many, in every zone and at every clock change."""
    now = START + timedelta(hours=hour)
    number, unit = re.findall(r"\d+|[a-z]+$", phrase)
    assert read(phrase, now=now, zone=zone) == Once(now + timedelta(**{unit: int(number)}))


@given(st.sampled_from(SAMPLE), st.integers(0, HOURS), st.integers(0, 23))
@example("America/Nuuk", 0, 23)
def test_a_daily_series_comes_once_a_day(zone: str, hour: int, clock: int) -> None:
    """Every day at a time comes once a day, at that time unless the clocks skip it: then up to an hour beside it."""
    now = START + timedelta(hours=hour)
    series = read(f"every day {clock:02}:30", now=now, zone=zone)
    assert isinstance(series, Every)
    local = [at.astimezone(ZoneInfo(zone)) for at in series.occurrences(now, 400)]
    apart = [b.astimezone(UTC) - a.astimezone(UTC) for a, b in pairwise(local)]
    assert all(timedelta(hours=22) <= each <= timedelta(hours=26) for each in apart)
    assert 398 <= (local[-1].date() - local[0].date()).days <= 400
    assert sum((at.hour, at.minute) != (clock, 30) for at in local) <= 2


@given(st.sampled_from(["every 3 days", "every 2 weeks Tue, Fri", "every day", "every Mon"]), st.integers(0, 800))
def test_a_series_is_the_same_from_wherever_it_is_looked_at(phrase: str, days: int) -> None:
    """What comes after a later moment is what came after an earlier one, without what is over."""
    series = read(f"{phrase} 19:00", now=NOW, zone=BERLIN)
    assert isinstance(series, Every)
    later = NOW + timedelta(days=days)
    assert series.occurrences(later, 3) == [at for at in series.occurrences(NOW, 810) if at > later][:3]
