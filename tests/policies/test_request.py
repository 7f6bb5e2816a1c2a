"""Requests: no step of the clock is lost or doubled, somebody is always asked, and only the asker closes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.model import Refused
from policies.request import (
    A_DAY,
    ANSWER_HOURS,
    ASK_AGAIN,
    ASKED_MOST,
    LONGEST_WORDS,
    OPEN_A_PERSON,
    PERSON_HOURS,
    WEEKS,
    Circle,
    Ending,
    Request,
    Roster,
    Want,
    admit,
    begin,
    lightly,
    median,
    month,
)

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FULL = Roster(("ana", "bo"), ("cem", "dora"))
PEOPLE = ("ana", "bo", "cem", "dora", "eli")


def asked(want: Want = Want.ANSWER, *, number: int = 1, asker: str = "eli", at: datetime = AT) -> Request:
    """A request that was just made."""
    hours = PERSON_HOURS if want is Want.PERSON else ANSWER_HOURS
    return begin(number=number, asker=asker, want=want, now=at, hours=hours, words="How?")


def run(request: Request, until: list[datetime], roster: Roster = FULL) -> Request:
    """Wake at these times and do all that is due then, as the program does."""
    for now in until:
        while (at := request.next_at()) is not None and at <= now and not request.awaits_asker:
            request, _, _ = request.stepping(now, roster)
    return request


def test_who_is_asked_when() -> None:
    """Duty at once, the backup after 24 hours, the facilitators after 72, the room after 7 days and each week for four weeks."""
    request, seen = asked(), []
    while (at := request.next_at()) is not None:
        request, circle, people = request.stepping(at, FULL)
        seen.append((at - AT, circle, people))
    assert seen[:4] == [
        (timedelta(0), Circle.DUTY, ("ana",)),
        (24 * HOUR, Circle.BACKUP, ("bo",)),
        (72 * HOUR, Circle.FACILITATORS, ("cem", "dora")),
        (168 * HOUR, Circle.ROOM, ()),
    ]
    assert [(at, circle) for at, circle, _ in seen[4:]] == [
        (168 * HOUR + timedelta(days=7) * week, Circle.ROOM) for week in range(1, WEEKS + 1)
    ]


def test_a_wish_for_a_person_is_faster() -> None:
    """1 hour to the backup, 4 hours to everyone on the roster who does not know yet."""
    request = run(asked(Want.PERSON), [AT])
    assert request.told == ("ana",)
    request, circle, people = request.stepping(AT + HOUR, FULL)
    assert (circle, people, request.next_at()) == (Circle.BACKUP, ("bo",), AT + 4 * HOUR)
    request, circle, people = request.stepping(AT + 4 * HOUR, FULL)
    assert (circle, people) == (Circle.ROSTER, ("cem", "dora"))


@given(
    wakes=st.lists(st.integers(0, 60 * 24 * 60), max_size=12),
    want=st.sampled_from(Want),
    duty=st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3),
    facilitators=st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3),
)
def test_no_step_is_lost_or_doubled(wakes: list[int], want: Want, duty: list[str], facilitators: list[str]) -> None:
    """However often the program wakes, and however long it was away, the same steps have happened in the same order."""
    roster = Roster(tuple(duty), tuple(facilitators))
    moments = [AT + timedelta(minutes=each) for each in sorted({0, *wakes})]
    often = run(asked(want), moments, roster)
    once = run(asked(want), moments[-1:], roster)
    assert [(each.what, each.people) for each in often.done] == [(each.what, each.people) for each in once.done]
    assert often.step == len(often.done)
    assert all(step.at >= often.at(place) for place, step in enumerate(often.done))
    due = [place for place in range(len(often.waits) + WEEKS + 1) if often.at(place) <= moments[-1]]
    assert often.step == len(due)
    named = [person for step in often.done for person in step.people]
    assert len(named) == len(set(named))
    assert "eli" not in named


@given(duty=st.lists(st.sampled_from(PEOPLE), unique=True), facilitators=st.lists(st.sampled_from(PEOPLE), unique=True))
def test_somebody_is_asked_at_every_step(duty: list[str], facilitators: list[str]) -> None:
    """A step that finds nobody goes on to the next circle at once: it asks people, or the room."""
    request = asked()
    for _ in range(4):
        request, circle, people = request.stepping(AT, Roster(tuple(duty), tuple(facilitators)))
        assert people or circle is Circle.ROOM


def test_whoever_took_it_is_reminded_before_others_are_asked() -> None:
    """Taking it holds one step back for a reminder; the step after asks others."""
    request = run(asked(), [AT]).taking("ana", AT)
    request, circle, people = request.stepping(AT + 24 * HOUR, FULL)
    assert (circle, people) == (Circle.HOLDER, ("ana",))
    request, circle, people = request.stepping(AT + 72 * HOUR, FULL)
    assert (circle, people, request.holder) == (Circle.FACILITATORS, ("cem", "dora"), None)


def test_who_may_take_it() -> None:
    """Not the asker, not a second person, not twice, and not when it is closed."""
    request = run(asked(), [AT])
    for who, why in (("eli", "request-own"), ("ana", "request-yours-already"), ("bo", "request-held")):
        with pytest.raises(Refused, match=why):
            request.taking("ana", AT).taking(who, AT)
    with pytest.raises(Refused, match="request-over"):
        request.closing("eli", AT).taking("bo", AT)


def test_passing_asks_the_next_and_never_the_same_again() -> None:
    """Who passes is out; when all have passed the room is asked."""
    request = run(asked(), [AT]).passing("ana", AT)
    request, _, people = request.handing_on(AT, FULL)
    assert people == ("bo",)
    with pytest.raises(Refused, match="request-pass-nothing"):
        request.passing("ana", AT)
    with pytest.raises(Refused, match="request-pass-nothing"):
        request.passing("cem", AT)
    request, circle, people = request.passing("bo", AT).handing_on(AT, FULL)
    assert (circle, people) == (Circle.FACILITATORS, ("cem", "dora"))
    request, circle, people = request.passing("cem", AT).passing("dora", AT).handing_on(AT, FULL)
    assert (circle, people) == (Circle.ROOM, ())


@pytest.mark.parametrize("who", ["ana", "bo", "cem"])
def test_only_the_asker_closes(who: str) -> None:
    """Nobody else closes a request, in whatever state it is, nor says that an answer was none."""
    request = run(asked(), [AT]).taking("ana", AT)
    answered = request.answering("ana", AT)
    assert answered is not None
    for each in (request, answered):
        with pytest.raises(Refused, match="request-not-yours"):
            each.closing(who, AT)
        with pytest.raises(Refused, match="request-not-yours"):
            each.doubting(who, AT)
    closed = answered.closing("eli", AT)
    assert (closed.under_way, closed.ending, closed.next_at()) == (False, Ending.THANKS, None)
    with pytest.raises(Refused, match="request-over"):
        closed.closing("eli", AT)


def test_an_answer_holds_the_clock_and_a_no_sets_it_going() -> None:
    """After an answer the asker is asked, at most twice; a no takes the clock up where it stood, and nothing of it is lost."""
    answered = run(asked(), [AT]).answering("ana", AT + HOUR)
    assert answered is not None
    assert answered.answering("bo", AT) is None
    assert run(asked(), [AT]).answering("eli", AT) is None
    request = answered.asking(AT + HOUR)
    assert request.next_at() == AT + HOUR + ASK_AGAIN
    for _ in range(ASKED_MOST - 1):
        request = request.asking(AT + 4 * 24 * HOUR)
    assert request.next_at() is None
    doubted = request.doubting("eli", AT + 100 * HOUR)
    assert doubted.next_at() == AT + 24 * HOUR
    late = run(doubted, [AT + 100 * HOUR])
    assert [each.what for each in late.done] == ["duty", "answered", "doubted", "backup", "facilitators"]


def test_forgetting_leaves_no_words() -> None:
    """When the time for its words is over, neither they nor the message that it was about are kept."""
    request = begin(number=1, asker="eli", want=Want.INFO, now=AT, hours=ANSWER_HOURS, words="How?", event="$1").forgetting()
    assert (request.words, request.event) == ("", "")


def test_how_much_one_person_can_ask() -> None:
    """Three open ones at once, and a few in a day; long words are refused."""
    open_ones = [asked(number=number) for number in range(OPEN_A_PERSON)]
    with pytest.raises(Refused, match="request-many-open"):
        admit(open_ones, AT)
    over = [asked(number=number).closing("eli", AT) for number in range(A_DAY)]
    with pytest.raises(Refused, match="request-many-today"):
        admit(over, AT + 23 * HOUR)
    admit(over, AT + 24 * HOUR)
    with pytest.raises(Refused, match="request-too-long"):
        begin(number=1, asker="eli", want=Want.INFO, now=AT, hours=ANSWER_HOURS, words="x" * (LONGEST_WORDS + 1))


def test_a_month_is_told_from_five_on() -> None:
    """Below five requests nothing is told, below five answers no time; the median is exact."""
    asked_ones = [asked(number=number, at=AT + number * HOUR) for number in range(6)]
    start, end = AT, AT + 6 * HOUR
    assert month(asked_ones[:4], start, end) is None
    assert month(asked_ones, start, end - HOUR) == (5, None)
    answered = [each.answering("ana", each.opened + (each.number + 1) * HOUR) or each for each in asked_ones]
    assert month(answered, start, end) == (6, 3 * HOUR + HOUR / 2)
    assert month(answered[:5], start, end) == (5, 3 * HOUR)
    with pytest.raises(ValueError, match="nothing"):
        median([])


def test_whoever_has_enough_in_their_hands_comes_last() -> None:
    """Three open requests that somebody took, or was asked first for, are enough; answered, passed and closed ones do not count."""
    given = [replace(asked(number=number), told=("ana",)) for number in (1, 2)]
    taken = replace(asked(number=3), told=("bo", "ana"), holder="ana")
    assert lightly(("ana", "bo"), [*given, taken]) == ("bo", "ana")
    for lighter in (replace(taken, answered=AT), replace(taken, closed=AT), replace(taken, holder="bo")):
        assert lightly(("ana", "bo"), [*given, lighter]) == ("ana", "bo")
    passed = [replace(each, passed=frozenset({"ana"})) for each in given]
    assert lightly(("ana", "bo"), [*passed, taken]) == ("ana", "bo")
    assert lightly(("ana",), [*given, taken]) == ("ana",)
