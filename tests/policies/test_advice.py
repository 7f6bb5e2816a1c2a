"""Advice processes: the person who asks decides, advice is kept and never added up, and an answer to it is owed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.advice import ADVICE_A_PERSON, LENGTH, LONGEST_ADVICE, AdviceProcess, Phase, begin
from policies.model import Refused

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
SAID = st.lists(st.tuples(st.sampled_from(("bo", "cem")), st.text("abc ", min_size=1).filter(str.strip)), max_size=ADVICE_A_PERSON)


def opened() -> AdviceProcess:
    """An advice process of Ana's that takes advice."""
    return begin(number=1, question="Chairs?", proposer="ana", now=AT).opening(AT)


@given(said=SAID)
def test_advice_changes_nothing_but_the_advice(said: list[tuple[str, str]]) -> None:
    """However much is advised, the process is the same: it neither passes nor fails, and its end does not move."""
    process = opened()
    for place, (by, words) in enumerate(said):
        process = process.advising(by, words, f"${place}", AT + timedelta(seconds=place))
    assert (process.phase, process.ends, process.under_way) == (Phase.OPEN, AT + LENGTH, True)
    assert [(each.by, each.words) for each in process.advice] == [(by, " ".join(words.split())) for by, words in said]


def test_advice_stands_in_the_order_it_was_said() -> None:
    """What reaches us late stands where it was said."""
    late = opened().advising("bo", "second", "$2", AT + timedelta(minutes=2)).advising("cem", "first", "$1", AT)
    assert [each.words for each in late.advice] == ["first", "second"]


def test_advice_is_taken_between_its_announcement_and_its_end() -> None:
    """Advice sent at the last moment is kept; before and after it is refused."""
    announced = begin(number=1, question="Chairs?", proposer="ana", now=AT)
    with pytest.raises(Refused, match="advise-not-open-yet"):
        announced.advising("bo", "no", "$1", AT)
    assert opened().advising("bo", "no", "$1", AT + LENGTH).advisers == {"bo"}
    with pytest.raises(Refused, match="advise-over"):
        opened().advising("bo", "no", "$1", AT + LENGTH + timedelta(seconds=1))
    with pytest.raises(Refused, match="advise-over"):
        opened().asking().advising("bo", "no", "$1", AT)


@pytest.mark.parametrize(
    ("by", "words", "why"),
    [
        ("ana", "I like blue", "advise-own"),
        ("bo", " \n ", "advise-empty"),
        ("bo", "x" * (LONGEST_ADVICE + 1), "advise-too-long"),
    ],
)
def test_what_is_no_advice(by: str, words: str, why: str) -> None:
    """Whoever decides does not advise; advice is something, and no longer than can be shown whole."""
    with pytest.raises(Refused, match=why):
        opened().advising(by, words, "$1", AT)


def test_nobody_fills_the_list() -> None:
    """One person's pieces of advice are limited, and do not keep others from advising."""
    process = opened()
    for place in range(ADVICE_A_PERSON):
        process = process.advising("bo", "more", f"${place}", AT)
    with pytest.raises(Refused, match="advise-many"):
        process.advising("bo", "more", "$x", AT)
    assert process.advising("cem", "less", "$y", AT).advisers == {"bo", "cem"}


def test_taking_advice_back_takes_all_of_one_person() -> None:
    """A person takes back what is theirs, all of it, and nothing of others."""
    process = opened().advising("bo", "one", "$1", AT).advising("bo", "two", "$2", AT).advising("cem", "three", "$3", AT)
    assert [each.words for each in process.withdrawing("bo", AT).advice] == ["three"]
    with pytest.raises(Refused, match="advise-none-yours"):
        process.withdrawing("dora", AT)


def test_only_whoever_asked_decides() -> None:
    """The answer comes from the person who asked, after the time for advice; from others only when that person is gone."""
    with pytest.raises(Refused, match="outcome-still-open"):
        opened().deciding("ana", here=True)
    owed = opened().asking()
    assert owed.under_way
    with pytest.raises(Refused, match="advice-not-yours"):
        owed.deciding("bo", here=True)
    assert not owed.deciding("ana", here=True).under_way
    assert owed.deciding("bo", here=False).phase is Phase.DECIDED


def test_only_whoever_asked_takes_it_back() -> None:
    """It is taken back by the person who asked, until it is over."""
    with pytest.raises(Refused, match="advice-stop-not-yours"):
        opened().stopping("bo")
    stopped = opened().stopping("ana")
    with pytest.raises(Refused, match="stop-over"):
        stopped.stopping("ana")


def test_a_late_announcement_leaves_time() -> None:
    """An end that passed before the announcement was in the room gives way to the length that was meant."""
    until = AT + timedelta(hours=2)
    process = begin(number=1, question="Chairs?", proposer="ana", now=AT, until=until)
    assert process.opening(AT).ends == until
    assert process.opening(AT + timedelta(hours=5)).ends == AT + timedelta(hours=7)


@pytest.mark.parametrize(("until", "why"), [(timedelta(0), "propose-too-short"), (timedelta(days=999), "propose-too-far")])
def test_the_time_is_in_range(until: timedelta, why: str) -> None:
    """An end is neither past nor years away."""
    with pytest.raises(Refused, match=why):
        begin(number=1, question="Chairs?", proposer="ana", now=AT, until=AT + until)
