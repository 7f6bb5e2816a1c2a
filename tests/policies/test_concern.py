"""Concerns and resources: who may read one, who may close one; what an entry of the list is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import concern, resource
from policies.concern import LONGEST_WORDS, OPEN_A_PERSON, PATIENCE, Concern
from policies.model import Refused
from policies.months import begins, last_month, next_telling

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
PEOPLE = st.lists(st.sampled_from(("ana", "bo", "cem", "dora")), max_size=4)


def raised(number: int = 1) -> Concern:
    """A concern of Dora's, told to Ana."""
    return concern.begin(number=number, sender="dora", now=AT, readers=["ana"], about=["bo"], words="It is loud")


@given(readers=PEOPLE, about=PEOPLE)
def test_it_never_reaches_whom_it_is_about(readers: list[str], about: list[str]) -> None:
    """A concern is refused, or no reader of it is one whom it is about, nor its sender."""
    try:
        made = concern.begin(number=1, sender="dora", now=AT, readers=readers, about=about, words="x")
    except Refused:
        assert set(readers) & {*about, "dora"} or not readers
    else:
        assert not set(made.readers) & {*about, "dora"}
        assert sorted(made.readers) == sorted(set(readers))


def test_no_words_are_in_it() -> None:
    """What was said is checked and not kept."""
    assert "loud" not in repr(raised())
    for words, why in (("  ", "concern-no-words"), ("x" * (LONGEST_WORDS + 1), "concern-too-long")):
        with pytest.raises(Refused, match=why):
            concern.begin(number=1, sender="dora", now=AT, readers=["ana"], about=[], words=words)


def test_two_weeks_without_an_answer_are_told_once() -> None:
    """The sender hears of it once, and not when somebody has taken it, or it is closed."""
    waited = raised().waiting_long(AT + PATIENCE)
    assert waited is not None
    assert waited.waiting_long(AT + 2 * PATIENCE) is None
    assert raised().taking("ana", AT).waiting_long(AT + PATIENCE) is None
    assert raised().closing("dora", AT).waiting_long(AT + PATIENCE) is None


@pytest.mark.parametrize("who", ["bo", "cem"])
def test_for_others_it_is_not_there(who: str) -> None:
    """Who has no part in it is told that there is no such number, by whatever way they try."""
    assert not raised().knows(who)
    with pytest.raises(Refused, match="number-unknown"):
        raised().taking(who, AT)
    with pytest.raises(Refused, match="number-unknown"):
        raised().closing(who, AT)


def test_its_end() -> None:
    """Only its sender closes it, once; three open ones are enough."""
    closed = raised().closing("dora", AT)
    for act in (lambda: closed.closing("dora", AT), lambda: closed.taking("ana", AT)):
        with pytest.raises(Refused, match="concern-over"):
            act()
    with pytest.raises(Refused, match="concern-many-open"):
        concern.admit([raised(number) for number in range(OPEN_A_PERSON)])
    concern.admit([closed] * 9)


def test_an_entry_from_what_was_typed() -> None:
    """The link is known by its form, wherever it stands; then come words and country."""
    made = resource.new(
        number=1, topic=" Sleep ", parts=["Clinic", "https://example.org/a", "Germany"], language="de", by="ana", now=AT
    )
    assert (made.topic, made.words, made.link, made.country, made.language) == ("Sleep", "Clinic", "https://example.org/a", "Germany", "de")
    assert resource.new(number=1, topic="Sleep", parts=["https://example.org"], language="", by="ana", now=AT).words == ""
    assert made.checking("bo", AT + PATIENCE).by == "bo"
    for topic, parts, why in (
        ("", ["x"], "resource-incomplete"),
        ("x", [], "resource-incomplete"),
        ("x", ["a", "b", "c"], "resource-too-much"),
        ("x", ["x" * 401], "resource-too-much"),
        ("x", ["https://" + "x" * 300], "resource-too-much"),
        ("x", ["https://a.example", "https://b.example"], "resource-too-much"),
    ):
        with pytest.raises(Refused, match=why):
            resource.new(number=1, topic=topic, parts=parts, language="", by="ana", now=AT)


@given(minutes=st.integers(0, 3 * 366 * 24 * 60), zone=st.sampled_from(("UTC", "Europe/Berlin", "Pacific/Auckland", "America/St_Johns")))
def test_months_follow_one_another(minutes: int, zone: str) -> None:
    """A month is told of on the first morning after it, once; the month before ends where this one begins."""
    now, place = AT + timedelta(minutes=minutes), ZoneInfo(zone)
    at = next_telling(now, place)
    local = at.astimezone(place)
    assert now < at <= now + timedelta(days=32)
    assert (local.day, local.hour) == (1, 9)
    start, end = last_month(at, place)
    assert start.astimezone(place).day == end.astimezone(place).day == 1
    assert start < end <= at
    assert end == begins(local.year, local.month, place)
    assert next_telling(at, place) > at
