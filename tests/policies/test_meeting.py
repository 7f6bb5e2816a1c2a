"""Series, dates, one meeting from its planning to its minutes, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from policies import agenda as items
from policies.agenda import Item, State
from policies.meeting import (
    LONGEST_NOTE,
    LONGEST_PLACE,
    LONGEST_TITLE,
    MOST_NOTES,
    REVERSE_WITHIN,
    Arrangement,
    Meeting,
    Note,
    Phase,
    Reply,
    Rhythm,
    Series,
    check_minutes,
    check_title,
    check_words,
    place_and_link,
)
from policies.model import Refused
from policies.when import Every, Once, read

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def rhythm(phrase: str, zone: str = "Europe/Berlin", now: datetime = NOW) -> Rhythm:
    said = read(phrase, now=now, zone=zone)
    assert isinstance(said, Once | Every), said
    return Rhythm.of(said, zone)


def plan(phrase: str = "every Tuesday 19:00") -> Arrangement:
    return Arrangement("Circle", rhythm(phrase))


def series(phrase: str = "every Tuesday 19:00") -> Series:
    return Series(1, plan(phrase), "ana", "uid", NOW)


def meeting(**more: object) -> Meeting:
    made = Meeting(2, 1, "Circle", "2026-03-03", datetime(2026, 3, 3, 18, 0, tzinfo=UTC), 60, "ana")
    return replace(made, agenda=items.standing(items.FORMAT), **more)  # type: ignore[arg-type]


def running(**more: object) -> Meeting:
    return replace(meeting().beginning(NOW, {"facilitator": "bo"}, ["facilitator"]), **more)  # type: ignore[arg-type]


def refused(run: object, *given_: object) -> str:
    with pytest.raises(Refused) as caught:
        run(*given_)  # type: ignore[operator]
    return caught.value.text.id


# Dates


def test_the_wall_time_stays_through_clock_changes() -> None:
    """19:00 is 19:00 before and after the clock change, in the series' own zone."""
    found = plan().dates(datetime(2026, 3, 20, tzinfo=UTC), 3)
    assert [each.at.astimezone(BERLIN).hour for each in found] == [19, 19, 19]
    assert [each.at.hour for each in found] == [18, 17, 17]


def test_a_date_is_moved_skipped_and_keeps_its_name() -> None:
    """A moved date is at its new time under its old name; a skipped one is nowhere; moving it brings it back."""
    at = datetime(2026, 3, 11, 17, 0, tzinfo=UTC)
    moved = plan().moving("2026-03-10", at).skipping("2026-03-17")
    assert [(each.day, each.at) for each in moved.dates(NOW, 3)] == [
        ("2026-03-03", datetime(2026, 3, 3, 18, 0, tzinfo=UTC)),
        ("2026-03-10", at),
        ("2026-03-24", datetime(2026, 3, 24, 18, 0, tzinfo=UTC)),
    ]
    assert [each.day for each in moved.dates(at, 1)] == ["2026-03-24"]
    assert "2026-03-17" in {each.day for each in moved.moving("2026-03-17", at).dates(NOW, 5)}


def test_a_date_moved_across_another_comes_in_its_new_order() -> None:
    """Dates are told in the order in which they are, also where one was moved behind the next."""
    late = plan().moving("2026-03-03", datetime(2026, 3, 12, 18, 0, tzinfo=UTC))
    assert [each.day for each in late.dates(NOW, 2)] == ["2026-03-10", "2026-03-03"]


def test_a_single_meeting_has_one_date() -> None:
    """A meeting without a rule is over after its date; moved, it is at the new time only."""
    once = plan("2026-03-31 19:00")
    (only,) = once.dates(NOW, 5)
    assert only.day == "2026-03-31"
    moved = once.moving(only.day, only.at + timedelta(days=1))
    assert [each.at for each in moved.dates(NOW, 5)] == [only.at + timedelta(days=1)]
    assert moved.dates(only.at + timedelta(days=1), 5) == []


def test_a_rule_without_end_is_never_counted_through() -> None:
    """A series without an end gives what was asked for at once, and one with an end stops there."""
    assert len(plan("every day 19:00").dates(datetime(2199, 1, 1, tzinfo=UTC), 3)) == 3
    assert len(plan("every Tuesday 19:00 3 times").dates(NOW, 9)) == 3


@pytest.mark.parametrize("phrase", ["every 3 hours", "every 20 minutes"])
def test_more_than_one_a_day_is_refused(phrase: str) -> None:
    """A meeting is once a day at most: its dates are named by their day."""
    assert refused(rhythm, phrase) == "meet-too-often"


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31)),  # noqa: DTZ001 - wall times
    interval=st.integers(1, 5),
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kolkata"]),
)
def test_dates_are_those_of_an_independent_library(start: datetime, interval: int, frequency: str, zone: str) -> None:
    """The dates of a series are those that dateutil counts in wall time, at the same hour in its zone unless the clock skips it."""
    wall = start.replace(second=0, microsecond=0, day=min(start.day, 28))
    rule = f"FREQ={frequency};INTERVAL={interval}"
    made = Arrangement("x", Rhythm(wall.replace(tzinfo=ZoneInfo(zone)).isoformat(), zone, rule))
    expected = list(rrulestr(rule, dtstart=wall).xafter(wall, count=9, inc=True))
    found = made.dates(wall.replace(tzinfo=UTC) - timedelta(days=3), 9)
    assert [each.day for each in found] == [each.date().isoformat() for each in expected]
    for mine, theirs in zip(found, expected, strict=True):
        there = mine.at.astimezone(ZoneInfo(zone))
        real = theirs.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
        assert there.replace(tzinfo=None) == theirs or real.replace(tzinfo=None) != theirs


# A series


def test_two_members_take_a_change_back_in_time() -> None:
    """The second member who asks within 72 hours restores what was, under a higher sequence number; one alone does not."""
    before = series()
    changed = before.changing(before.plan.skipping("2026-03-03"), NOW)
    one = changed.reversing("bo", NOW)
    assert one.plan == changed.plan
    assert refused(one.reversing, "bo", NOW) == "meet-back-again"
    two = one.reversing("cem", NOW)
    assert (two.plan, two.sequence) == (before.plan, 2)
    assert refused(two.reversing, "bo", NOW) == "meet-nothing-to-take-back"
    assert refused(one.reversing, "cem", NOW + REVERSE_WITHIN + timedelta(seconds=1)) == "meet-nothing-to-take-back"


def test_a_cancelled_series_stays_cancelled() -> None:
    """What is over cannot be changed, cancelled again or taken back."""
    over = series().cancelling(NOW)
    assert not over.under_way
    assert refused(over.changing, over.plan, NOW) == refused(over.cancelling, NOW) == "meet-over"
    assert refused(over.reversing, "bo", NOW) == "meet-nothing-to-take-back"


# Who comes


def test_the_latest_reply_counts() -> None:
    """What a person said last by server time counts, whatever comes in later."""
    later, earlier = Reply("no", NOW + timedelta(minutes=1), "$2"), Reply("yes", NOW, "$1")
    made = meeting().replying("bo", later).replying("bo", earlier)
    assert made.saying("no") == ["bo"]
    assert made.unsaying("bo").coming == {}
    assert made.at_another_time(NOW).coming == {}


# Holding it


def test_a_meeting_begins_once_and_ends_once() -> None:
    """It cannot begin twice, end before it began, or take a note when it is over."""
    held = running(present=frozenset({"bo"})).ending(NOW)
    note = Note("note", "x", "bo")
    assert refused(running().beginning, NOW, {}, []) == "meet-begun"
    assert refused(held.beginning, NOW, {}, []) == "meet-over"
    assert refused(meeting().noting, note) == refused(meeting().ending, NOW) == "meet-not-begun"
    assert refused(held.noting, note) == refused(held.next_item) == refused(held.ending, NOW) == "meet-over"


def test_an_hour_is_an_hour_where_the_clock_changes() -> None:
    """A meeting in the night of the clock change ends as many minutes after its beginning as it lasts."""
    made = replace(meeting(), at=datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    assert made.ends.astimezone(BERLIN).hour == 3
    assert made.ends - made.at == timedelta(minutes=60)


def test_nobody_there_means_no_minutes() -> None:
    """A meeting at which nobody said that they are there ends without minutes."""
    assert running().ending(NOW).phase is Phase.EMPTY
    assert refused(running().ending(NOW).corrected) == "minutes-none"


def test_undo_takes_back_the_last_note_of_the_same_person() -> None:
    """Undoing takes one's own last note, never somebody else's."""
    made = running().noting(Note("note", "one", "bo")).noting(Note("note", "two", "ana")).noting(Note("note", "three", "bo"))
    after, undone = made.undoing("bo")
    assert (undone.words, [each.words for each in after.notes]) == ("three", ["one", "two"])
    assert refused(after.undoing, "cem") == "note-nothing-to-undo"


def test_minutes_hold_so_many_notes() -> None:
    """There is a last note, so that nobody can fill the disk."""
    full = running(notes=(Note("note", "x", "bo"),) * MOST_NOTES)
    assert refused(full.noting, Note("note", "x", "bo")) == "note-many"


def test_who_has_a_role_can_give_it_back() -> None:
    """A role is given back without a reason, and does not come to the same person again; others have nothing to give back."""
    after = running().declining("bo")
    assert after.roles == {}
    assert after.declined == {"bo"}
    assert refused(after.declining, "bo") == "pass-nothing"


def test_two_members_approve_the_minutes() -> None:
    """Minutes stand when two members approve; a correction begins it anew; then nothing changes any more."""
    held = running(present=frozenset({"ana", "bo"})).ending(NOW)
    one = held.approving("ana")
    assert (one.phase, one.corrected().approvals) == (Phase.HELD, frozenset())
    assert refused(one.approving, "ana") == "minutes-approved-by-you"
    stand = one.approving("cem")
    assert stand.phase is Phase.APPROVED
    assert refused(stand.corrected) == refused(stand.approving, "eli") == "minutes-stand"
    alone = running(present=frozenset({"ana"})).ending(NOW).approving("ana")
    assert alone.phase is Phase.APPROVED
    assert held.left().phase is Phase.LEFT
    assert stand.left() == stand


# The agenda


def test_new_items_come_before_the_check_out() -> None:
    """Whatever is added, the meeting ends as the group wants it to end."""
    made = items.adding(items.standing(items.FORMAT), [Item("Tea"), Item("Door")])
    assert [each.words or each.standing for each in made] == ["check-in", "decisions", "Tea", "Door", "check-out"]


def test_what_was_not_reached_is_carried_over() -> None:
    """An item that was under way or dealt with is done; the ones ahead come again, standing ones by themselves."""
    made = items.opening(items.adding(items.standing(items.FORMAT), [Item("Tea"), Item("Door")]))
    for _ in range(2):
        made = items.following(made) or made
    assert [each.state for each in made] == [State.DONE, State.DONE, State.NOW, State.AHEAD, State.AHEAD]
    assert items.left(made) == (Item("Door", from_before="carried"),)


def test_the_agenda_ends() -> None:
    """After the last item there is none, and nothing is lost on the way."""
    made = items.standing(items.FORMAT)
    for _ in range(3):
        made = items.following(made) or ()
    assert items.following(made) is None
    assert items.current(made) == made[-1]


def test_strange_places_are_refused() -> None:
    """There is no item 0, and none after the last; and an agenda has an end."""
    made = items.standing(items.FORMAT)
    for place in (0, 4, 10_000):
        assert refused(items.dropping, made, place) == refused(items.moving, made, place, 1) == "agenda-no-item"
    assert refused(items.adding, made, [Item("x")] * 10_000) == "agenda-full"


@given(st.integers(1, 5), st.integers(1, 5))
def test_moving_an_item_loses_none(place: int, to: int) -> None:
    """After a move the same items are there, and the one that was meant stands where it should."""
    made = tuple(Item(word) for word in "abcde")
    moved = items.moving(made, place, to)
    assert sorted(each.words for each in moved) == list("abcde")
    assert moved[to - 1] == made[place - 1]


# What is typed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hall 3", ("Hall 3", "")),
        ("https://meet.example.org/a?b=c#d", ("", "https://meet.example.org/a?b=c#d")),
        ("Hall 3 and https://meet.example.org/a", ("Hall 3", "https://meet.example.org/a")),
        ("https://meet.example.org/a, Saal 3", ("Saal 3", "https://meet.example.org/a")),
        ("Anderland and more", ("Anderland and more", "")),
        ("http://localhost:8080", ("", "http://localhost:8080")),
    ],
)
def test_places_and_links_are_told_apart(words: str, expected: tuple[str, str]) -> None:
    """A link is taken as such, and what stands beside it is the place."""
    assert place_and_link(words) == expected


@pytest.mark.parametrize("words", ["https://", "htps://x.org", "javascript:alert(1)", "www.example.org", "mailto:a@b.c", "https:///x"])
def test_what_only_looks_like_a_link_is_refused(words: str) -> None:
    """A broken or another kind of link is not taken for a place."""
    assert refused(place_and_link, words) == "meet-link-bad"


def test_lengths_have_bounds() -> None:
    """Titles, places, notes and meetings are neither empty nor endless."""
    assert check_title("  Tea   circle ") == "Tea circle"
    assert [check_minutes(each) for each in (5, 720)] == [5, 720]
    assert refused(check_minutes, 4) == "meet-too-short"
    assert refused(check_minutes, 721) == refused(check_minutes, 40 * 60) == "meet-too-long"
    assert refused(check_title, " ") == "meet-no-title"
    assert refused(check_title, "x" * (LONGEST_TITLE + 1)) == "meet-long-title"
    assert refused(check_words, "\n") == "note-empty"
    assert refused(check_words, "x" * (LONGEST_NOTE + 1)) == "note-too-long"
    assert refused(place_and_link, "x" * (LONGEST_PLACE + 1)) == "meet-long-place"
    assert refused(place_and_link, "https://a.b https://c.d") == "meet-two-links"


def test_the_link_is_in_no_repr() -> None:
    """A link cannot come into a log by way of an arrangement that is shown there."""
    assert "secret-room" not in repr(Arrangement("x", rhythm("every Tuesday 19:00"), link="https://meet.example.org/secret-room"))


def test_a_day_is_a_local_day() -> None:
    """The name of a date is its day in the series' zone, not in UTC."""
    assert plan("every Tuesday 00:30").dates(NOW, 1)[0].day == date(2026, 3, 3).isoformat()
