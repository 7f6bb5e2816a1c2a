"""The rules of reading times: nothing is guessed, clocks change, and what is offered can be typed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from policies.when import LANGUAGES, Ask, DateOnly, Every, Once, read
from policies.when.clock import held, instants
from tests.policies.when_phrases import BERLIN, NOW

NEW_YORK = "America/New_York"
LORD_HOWE = "Australia/Lord_Howe"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def once(phrase: str, now: str = "2026-03-27T12:00+01:00", zone: str = BERLIN) -> datetime:
    value = read(phrase, now=datetime.fromisoformat(now), zone=zone)
    assert isinstance(value, Once), value
    return value.at


def every(phrase: str, now: str = "2026-03-27T12:00+01:00", zone: str = BERLIN) -> Every:
    value = read(phrase, now=datetime.fromisoformat(now), zone=zone)
    assert isinstance(value, Every), value
    return value


def asked(phrase: str, now: str = "2026-03-27T12:00+01:00", zone: str = BERLIN) -> Ask:
    value = read(phrase, now=datetime.fromisoformat(now), zone=zone)
    assert isinstance(value, Ask), value
    return value


def walls(series: Every, after: datetime, count: int) -> list[str]:
    return [f"{o.astimezone(ZoneInfo(series.zone)):%Y-%m-%d %H:%M}" for o in series.occurrences(after, count)]


# Elapsed and calendar time


def test_hours_are_elapsed_time() -> None:
    """48 hours over a clock change are 48 real hours."""
    assert once("in 48 hours", "2026-03-28T12:00+01:00") == at("2026-03-30T13:00+02:00")


def test_days_keep_the_clock() -> None:
    """2 days over a clock change keep the time of day."""
    assert once("in 2 days", "2026-03-28T12:00+01:00") == at("2026-03-30T12:00+02:00")
    assert once("in 3 days at 19:00", "2026-03-28T12:00+01:00") == at("2026-03-31T19:00+02:00")


def test_days_and_hours_together_take_the_days_first() -> None:
    """A day and two hours are the same time tomorrow, and then two real hours."""
    assert once("in 1 day and 2 hours", "2026-03-28T01:30+01:00") == at("2026-03-29T04:30+02:00")


def test_a_month_that_is_too_short_is_asked() -> None:
    """A month after 31 January is no day, and no other day is taken for it."""
    assert asked("in a month", "2026-01-31T12:00+01:00").why == "when-no-such-date"


# The next such moment


def test_a_weekday_is_the_next_such_moment() -> None:
    """Friday 20:00 typed on Friday at 21:00 is next week's; typed at 19:00 it is today's."""
    assert once("Friday 20:00", "2026-03-27T21:00+01:00") == at("2026-04-03T20:00+02:00")
    assert once("Friday 20:00", "2026-03-27T19:00+01:00") == at("2026-03-27T20:00+01:00")


def test_the_moment_of_writing_is_over() -> None:
    """A weekday and time that is exactly now means next week."""
    assert once("Friday 12:00") == at("2026-04-03T12:00+02:00")


def test_a_time_alone_is_the_next_such_time() -> None:
    """A time without a day is today's, or tomorrow's when it is over."""
    assert once("19:00") == at("2026-03-27T19:00+01:00")
    assert once("11:00") == at("2026-03-28T11:00+01:00")


def test_a_date_without_a_year_is_the_next_one() -> None:
    """1 January typed in March is next year's, and 29 February the next leap year's."""
    assert once("1 January 9:00") == at("2027-01-01T09:00+01:00")
    assert once("29 February 9:00") == at("2028-02-29T09:00+01:00")


@pytest.mark.parametrize(
    "phrase", ["2025-03-31 19:00", "yesterday 19:00", "today 11:00", "1 March 19:00", "in 0 minutes"]
)
def test_a_past_time_is_asked(phrase: str) -> None:
    """What is over is never taken for what is to come."""
    assert asked(phrase).why == "when-past"


def test_year_end_is_crossed() -> None:
    """Tomorrow and in two days are in the new year when they are."""
    assert once("tomorrow 9:00", "2026-12-31T12:00+01:00") == at("2027-01-01T09:00+01:00")
    assert once("in 2 days", "2026-12-31T12:00+01:00") == at("2027-01-02T12:00+01:00")


def test_the_clock_of_midnight_is_the_next_day() -> None:
    """24:00 of a day is 00:00 of the next."""
    assert once("Saturday 24:00") == at("2026-03-29T00:00+01:00")


# Clock changes


@pytest.mark.parametrize(
    ("zone", "now", "phrase", "choices"),
    [
        (BERLIN, "2026-03-01T12:00Z", "2026-03-29 02:30", ("2026-03-29 01:30", "2026-03-29 03:30")),
        (NEW_YORK, "2026-03-01T12:00Z", "8 March 2026 at 2:30", ("2026-03-08 01:30", "2026-03-08 03:30")),
        (LORD_HOWE, "2026-09-01T12:00Z", "2026-10-04 02:15", ("2026-10-04 01:45", "2026-10-04 02:45")),
        ("Pacific/Apia", "2011-12-01T12:00Z", "2011-12-30 19:00", ("2011-12-29 19:00", "2011-12-31 19:00")),
    ],
)
def test_a_skipped_time_is_asked(zone: str, now: str, phrase: str, choices: tuple[str, ...]) -> None:
    """A time that the clocks jump over does not exist; the times as far before and after it are offered."""
    question = asked(phrase, now, zone)
    assert (question.why, question.choices) == ("when-skipped", choices)


@pytest.mark.parametrize(
    ("zone", "phrase", "first", "second"),
    [
        (BERLIN, "2026-10-25 02:30", "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"),
        (NEW_YORK, "2026-11-01 01:30", "2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00"),
        (LORD_HOWE, "2027-04-04 01:45", "2027-04-04T01:45+11:00", "2027-04-04T01:45+10:30"),
    ],
)
def test_a_time_that_comes_twice_is_asked(zone: str, phrase: str, first: str, second: str) -> None:
    """Both of two equal wall times are offered with their offset, and each answer is read as the one that it says."""
    question = asked(phrase, zone=zone)
    assert question.why == "when-twice"
    assert [once(choice, zone=zone) for choice in question.choices] == [at(first), at(second)]


def test_a_series_keeps_its_wall_time_through_both_clock_changes() -> None:
    """19:00 stays 19:00 for 25 months of a weekly rule."""
    series = every("every Tuesday 19:00")
    shown = walls(series, NOW, 109)
    assert shown[0] == "2026-03-31 19:00"
    assert shown[-1] == "2028-04-25 19:00"
    assert {wall[-5:] for wall in shown} == {"19:00"}
    assert {o.weekday() for o in series.occurrences(NOW, 109)} == {1}


def test_a_skipped_occurrence_is_held_to_the_end_of_the_gap() -> None:
    """02:30 every day is 03:00 on the day when the clocks jump from 02:00 to 03:00, and 02:30 on the next."""
    series = every("every day 02:30", "2026-03-28T00:00+01:00")
    assert walls(series, at("2026-03-28T00:00+01:00"), 3) == [
        "2026-03-28 02:30",
        "2026-03-29 03:00",
        "2026-03-30 02:30",
    ]


def test_a_series_that_begins_in_a_gap_keeps_its_wall_time() -> None:
    """A first occurrence that is held does not move the ones after it."""
    series = every("every day 02:30", "2026-03-28T12:00+01:00")
    assert walls(series, at("2026-03-28T12:00+01:00"), 2) == ["2026-03-29 03:00", "2026-03-30 02:30"]


def test_half_an_hour_can_be_skipped() -> None:
    """Lord Howe's clocks jump 30 minutes, and 02:15 is held to 02:30."""
    series = every("every day 02:15", "2026-10-03T12:00Z", LORD_HOWE)
    assert walls(series, at("2026-10-03T12:00Z"), 2) == ["2026-10-04 02:30", "2026-10-05 02:15"]


def test_an_occurrence_that_comes_twice_happens_once() -> None:
    """Of two equal wall times a series takes the first."""
    series = every("every day 02:30", "2026-10-24T12:00+02:00")
    assert series.occurrences(at("2026-10-24T12:00+02:00"), 2) == [
        at("2026-10-25T02:30+02:00"),
        at("2026-10-26T02:30+01:00"),
    ]


def test_a_missing_day_is_not_doubled() -> None:
    """Apia had no 30 December 2011: what is held to the end of that day comes before the next one."""
    series = every("every day 19:00", "2011-12-28T12:00Z", "Pacific/Apia")
    shown = walls(series, at("2011-12-29T00:00Z"), 4)
    assert shown == ["2011-12-28 19:00", "2011-12-29 19:00", "2011-12-31 00:00", "2011-12-31 19:00"]


def test_hours_of_a_series_are_elapsed_time() -> None:
    """Every 2 hours goes on every 2 real hours when the clocks change."""
    series = every("every 2 hours", "2026-03-28T23:00+01:00")
    shown = series.occurrences(at("2026-03-28T23:00+01:00"), 4)
    assert {b - a for a, b in pairwise(shown)} == {timedelta(hours=2)}


# Series


def test_every_two_weeks_counts_from_the_first_occurrence() -> None:
    """The weeks of an interval are counted from the first occurrence, also when it is asked about later."""
    series = every("every 2 weeks Tue 19:00")
    assert walls(series, NOW, 3) == ["2026-03-31 19:00", "2026-04-14 19:00", "2026-04-28 19:00"]
    assert walls(series, at("2026-04-01T00:00Z"), 1) == ["2026-04-14 19:00"]


def test_a_start_in_the_past_still_sets_the_weeks() -> None:
    """The written form of a series means the same weeks when it is read a month later."""
    later = every("every 2 weeks Tue 19:00 from 2026-03-31", "2026-04-15T12:00+02:00")
    assert walls(later, at("2026-04-15T12:00+02:00"), 2) == ["2026-04-28 19:00", "2026-05-12 19:00"]


def test_occurrences_come_strictly_after() -> None:
    """An occurrence at the very moment that is asked about is over."""
    series = every("every Tuesday 19:00")
    assert series.occurrences(at("2026-03-31T19:00+02:00"), 1) == [at("2026-04-07T19:00+02:00")]


def test_a_series_ends_with_its_last_day() -> None:
    """Until 28 April includes 28 April."""
    series = every("every Tuesday 19:00 until 28 April")
    assert walls(series, NOW, 10)[-1] == "2026-04-28 19:00"


def test_a_series_ends_after_so_many_times() -> None:
    """3 times are three occurrences."""
    assert len(every("every Tuesday 19:00 3 times").occurrences(NOW, 10)) == 3


def test_exceptions_are_left_out() -> None:
    """A day that is excepted has no occurrence, and cannot be the first."""
    series = every("every Tuesday 19:00 except 31 March and 14 April")
    assert series.except_ == (date(2026, 3, 31), date(2026, 4, 14))
    assert walls(series, NOW, 2) == ["2026-04-07 19:00", "2026-04-21 19:00"]
    assert series.first == datetime(2026, 4, 7, 19, tzinfo=ZoneInfo(BERLIN))


def test_months_can_be_left_out() -> None:
    """Except August has no occurrence in August."""
    months = {o.month for o in every("every Tuesday 19:00 except August").occurrences(NOW, 60)}
    assert months == set(range(1, 13)) - {8}


def test_every_month_has_a_last_day() -> None:
    """The last day of the month is the 28th in February and the 31st in March."""
    series = every("monthly last day 18:00", "2027-01-31T19:00+01:00")
    assert walls(series, at("2027-01-31T19:00+01:00"), 3) == [
        "2027-02-28 18:00",
        "2027-03-31 18:00",
        "2027-04-30 18:00",
    ]


def test_a_series_stays_in_its_own_zone() -> None:
    """19:00 in New York is 00:00 in Berlin, except in the weeks when only one of them has changed its clocks."""
    series = every("every Wednesday 19:00 New York", "2026-03-01T12:00Z")
    assert series.zone == NEW_YORK
    shown = [f"{o.astimezone(ZoneInfo(BERLIN)):%m-%d %H:%M}" for o in series.occurrences(at("2026-03-01T12:00Z"), 5)]
    assert shown == ["03-05 01:00", "03-12 00:00", "03-19 00:00", "03-26 00:00", "04-02 01:00"]


def test_a_series_that_is_over_before_it_begins_is_asked() -> None:
    """An end before the first occurrence is no series."""
    assert asked("every Tuesday 19:00 until 2026-03-30").why == "when-ends-before"


# Zones


@pytest.mark.parametrize(
    "place",
    ["Berlin time", "Europe/Berlin", "europe/berlin", "(Europe/Berlin)", "Berlin", "Munich", "in Germany", "Germany"],
)
def test_places_name_their_zone(place: str) -> None:
    """A zone may be said by IANA name, city or country."""
    assert once(f"2026-07-01 19:00 {place}", zone="Asia/Tokyo") == at("2026-07-01T19:00+02:00")


@pytest.mark.parametrize("name", ["CET", "CEST", "EST", "IST", "GMT", "PST", "BST", "MEZ"])
def test_abbreviations_are_asked(name: str) -> None:
    """A zone abbreviation is never taken for a place, even where only one is likely."""
    question = asked(f"tomorrow 19:00 {name}")
    assert question.why == "when-which-zone"
    assert question.choices


def test_a_country_with_several_clocks_is_asked() -> None:
    """19:00 in Brazil is several moments."""
    assert len(asked("tomorrow 19:00 Brazil").choices) > 2


def test_words_that_are_also_islands_are_no_zones() -> None:
    """Easter and Christmas are days that this grammar does not know, not the clocks of two islands."""
    assert asked("every Tuesday 19:00 until Easter").why == "when-unknown-word"
    assert asked("every Tuesday 19:00 except Christmas").why == "when-unknown-word"


def test_tomorrow_elsewhere_is_asked_where_it_is_another_day() -> None:
    """Late in Berlin it is tomorrow in Tokyo already, so "tomorrow" there may be either of two days."""
    assert once("tomorrow 9:00 Tokyo", "2026-03-27T12:00+01:00") == at("2026-03-28T09:00+09:00")
    question = asked("tomorrow 9:00 Tokyo", "2026-03-27T20:00+01:00")
    assert question.choices == ("2026-03-28 09:00 Asia/Tokyo", "2026-03-29 09:00 Asia/Tokyo")


# Languages


def test_several_languages_are_understood_at_once() -> None:
    """In a room of two languages both are read."""
    for phrase in ("Tuesday 19:00", "Dienstag 19 Uhr"):
        assert read(phrase, now=NOW, zone=BERLIN, languages=("de", "en")) == Once(at("2026-03-31T19:00+02:00"))


def test_languages_that_differ_are_asked() -> None:
    """What two languages read as different days is asked, with both."""
    question = read("mar 3 19:00", now=NOW, zone=BERLIN, languages=("en", "es"))
    assert isinstance(question, Ask)


def test_a_date_that_one_language_finds_unclear_is_asked() -> None:
    """3/4 is clear in German; where English is allowed too, it is not."""
    assert isinstance(read("3/4 19:00", now=NOW, zone=BERLIN, languages=("de",)), Once)
    assert isinstance(read("3/4 19:00", now=NOW, zone=BERLIN, languages=("de", "en")), Ask)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "phrase", ["2026-03-31 19:00", "2026-03-31T19:00+02:00", "every 2 weeks Tue 19:00", "monthly 1st Mon 18:00"]
)
def test_canonical_forms_are_read_in_every_language(language: str, phrase: str) -> None:
    """The forms that the bot offers can be typed whatever language is spoken."""
    assert isinstance(read(phrase, now=NOW, zone=BERLIN, languages=(language,)), Once | Every)


# What is not read


@pytest.mark.parametrize("phrase", ["", "   ", "?!", "…", "\u200b", "\x00", "'"])
def test_nothing_is_asked(phrase: str) -> None:
    """An empty phrase is a question, not a fault."""
    assert isinstance(read(phrase, now=NOW, zone=BERLIN), Ask)


@pytest.mark.parametrize(
    "phrase", ["a" * 65536, "every " * 11000, "1." * 32768, "1" * 65536, "\ufdfa" * 22000, "a/" * 32768]
)
def test_a_flood_is_asked_at_once(phrase: str) -> None:
    """Text that is too long for a time is not looked at."""
    assert asked(phrase).why == "when-too-long"


def test_the_end_of_a_long_phrase_is_not_dropped() -> None:
    """What has more words than a time can need is asked, not read in part."""
    assert asked("1, " * 31 + "and never").why == "when-too-long"


@pytest.mark.parametrize("word", ["maybe", "not", "or", "roughly"])
def test_an_unknown_word_is_never_ignored(word: str) -> None:
    """One word that is not known makes the phrase a question, and the question names it."""
    question = asked(f"Tuesday {word} 19:00")
    assert question.why == "when-unknown-word"
    assert question.values["word"] == word


def test_a_naive_time_of_writing_is_refused() -> None:
    """Without an offset nobody knows when something was written."""
    with pytest.raises(ValueError, match="aware"):
        read("Tuesday", now=datetime(2026, 3, 27), zone=BERLIN)  # noqa: DTZ001 - what is refused


def test_an_unknown_zone_is_refused() -> None:
    """A zone that does not exist is the caller's mistake, not the writer's."""
    with pytest.raises(KeyError):
        read("Tuesday", now=NOW, zone="Nowhere/Land")


def test_a_day_alone_is_a_day() -> None:
    """Without a time only the day is told, and what follows from it is the caller's."""
    assert read("Tuesday", now=NOW, zone=BERLIN) == DateOnly(date(2026, 3, 31))


# Clocks


def test_a_wall_time_names_no_one_or_two_instants() -> None:
    """The round trip through UTC tells how many moments a wall time is."""
    zone = ZoneInfo(BERLIN)
    assert instants(datetime(2026, 3, 29, 2, 30), zone) == []  # noqa: DTZ001 - a wall time
    assert len(instants(datetime(2026, 3, 29, 3, 30), zone)) == 1  # noqa: DTZ001
    assert len(instants(datetime(2026, 10, 25, 2, 30), zone)) == 2  # noqa: DTZ001


def test_a_gap_ends_when_the_clocks_have_jumped() -> None:
    """Every time inside a gap is held to the same instant."""
    zone = ZoneInfo(BERLIN)
    ends = {held(datetime(2026, 3, 29, 2, minute), zone) for minute in range(60)}  # noqa: DTZ001 - a wall time
    assert ends == {at("2026-03-29T01:00Z")}
