"""Rounds, queues and pauses: the rules by which a room is held."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import floor as rule
from policies.floor import Pause, Queue, Round, Timer, Wish, hushes
from policies.model import Refused

NOW = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
PEOPLE = ("ana", "bo", "cem", "dora", "eli", "fay")


def going(*people: str, **values: object) -> Round:
    """A round that has begun in this order."""
    return Round("ana", **values).beginning(people)  # type: ignore[arg-type]


@given(st.data())
def test_everybody_has_one_turn_and_never_two_at_once(data: st.DataObject) -> None:
    """Whatever people do, everybody who stays is heard or passes exactly once, and one at most has the floor at a time."""
    people = data.draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=6, unique=True), "people")
    current, ended, here, asked = going(*people), [], set(people), []
    for _ in range(60):
        if current.done:
            break
        speaker = current.speaking
        assert speaker is not None
        asked.append(speaker)
        act = data.draw(st.sampled_from(("heard", "later", "pass", "leave", "here", "want", "time")), "act")
        person = data.draw(st.sampled_from(PEOPLE), "person")
        before = current
        match act:
            case "heard":
                current, ended = current.heard_out(), [*ended, speaker]
            case "later":
                current = current.put_off()
                ended = [*ended, speaker] if before.again else ended
            case "pass" if person in {*current.waiting, *current.later}:
                current, ended = current.passing(person), [*ended, person]
            case "leave":
                current = current.leaving(person)
                ended = [*ended, person] if person in {*before.waiting, *before.later} else ended
            case "here":
                current, here = current.arriving(person), here | {person}
            case "want":
                current = current.wanting(person)
            case _:
                current = current.timed_out()
        assert len({*current.waiting, *current.later}) == len(current.waiting) + len(current.later)
        assert current.heard.isdisjoint({*current.waiting, *current.later})
        assert current.heard | {*current.waiting, *current.later} == here
    while not current.done:
        assert current.speaking is not None
        current, ended = current.heard_out(), [*ended, current.speaking]
    assert sorted(ended) == sorted(here)
    assert current.heard == here
    assert set(people) <= {*asked, *ended}


def test_who_was_not_there_is_asked_once_more() -> None:
    """Somebody who is away keeps a turn at the end; who is away then too passes, and nobody waits for ever."""
    first = going("ana", "bo", "cem").put_off()
    assert (first.speaking, first.following) == ("bo", "cem")
    second = first.heard_out().heard_out()
    assert (second.speaking, second.again, second.following) == ("ana", True, None)
    assert second.put_off().done
    back = first.arriving("ana")
    assert back.waiting == ("bo", "cem", "ana")
    assert going("ana", "bo").put_off().put_off().speaking == "ana"


def test_a_late_comer_is_heard_too() -> None:
    """Who says later that they are here has a turn after the others; who had one has no second one."""
    current = going("ana", "bo").heard_out()
    assert current.arriving("cem").waiting == ("bo", "cem")
    assert current.arriving("ana") == current
    assert Round("ana", waiting=("ana",)).arriving("bo").passing("bo").arriving("bo").waiting == ("ana", "bo")


def test_a_new_turn_begins_afresh() -> None:
    """Who wanted the last speaker to end does not cut off the next one, and each has the agreed time anew."""
    current = going("ana", "bo", "cem").wanting("cem").timed_out()
    assert current.heard_out().asking == frozenset()
    assert not current.heard_out().over
    assert current.passing("cem").asking == {"cem"}


@pytest.mark.parametrize(
    ("refusal", "act"),
    [
        ("round-few", lambda: going("ana")),
        ("round-has-begun", lambda: going("ana", "bo").beginning(PEOPLE)),
        ("round-not-begun", lambda: Round("ana").heard_out()),
        ("round-not-in", lambda: Round("ana").passing("bo")),
        ("round-no-turn", lambda: going("ana", "bo").heard_out().passing("ana")),
        ("round-long", lambda: rule.question("x" * 301)),
        ("round-each", lambda: rule.turn_seconds(timedelta(hours=1))),
        ("hand-none", lambda: Queue().lowering("ana")),
        ("queue-empty", lambda: Queue().next_up()),
        ("time-range", lambda: rule.timed(rule.SILENCE, timedelta(hours=1), NOW, "ana")),
        ("pause-range", lambda: rule.paused(11, NOW, frozenset(), None)),
        ("pause-range", lambda: rule.paused(0, NOW, frozenset(), None)),
        ("pause-again", lambda: rule.paused(5, NOW, frozenset(), NOW - timedelta(minutes=59))),
    ],
)
def test_what_is_refused(refusal: str, act: object) -> None:
    """Each "no" has words of its own."""
    with pytest.raises(Refused) as refused:
        act()  # type: ignore[operator]
    assert refused.value.text.id == refusal


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(("hand", "clarify", "down", "next", "leave"))), max_size=40))
def test_a_queue_is_fair(steps: list[tuple[str, str]]) -> None:
    """One speaks at a time, nobody stands in it twice, and nobody who spoke goes before somebody who has not, unless to clarify."""
    queue = Queue()
    for person, act in steps:
        match act:
            case "hand" | "clarify":
                before = queue.place(person)
                queue = queue.raising(person, clarify=act == "clarify")
                if act == "hand" and before is not None:
                    assert queue.place(person) == before
            case "down" if queue.place(person):
                queue = queue.lowering(person)
            case "next" if not queue.empty:
                first = queue.order[0] if queue.hands else None
                fresh = {hand.person for hand in queue.hands} - queue.spoken
                after = queue.next_up()
                assert after.speaking == (first.person if first else None)
                if first is not None and not first.clarify and fresh:
                    assert first.person in fresh
                queue = after
            case "leave":
                queue = queue.leaving(person)
        people = [hand.person for hand in queue.hands]
        assert len(people) == len(set(people))


def test_questions_go_first_but_not_without_end() -> None:
    """A question goes before all who wait; after three of them by one person, theirs wait like any other hand."""
    queue = Queue().raising("bo")
    for _ in range(rule.MOST_CLARIFYING):
        queue = queue.raising("ana", clarify=True)
        assert queue.place("ana") == 1
        queue = queue.next_up()
    assert queue.raising("ana", clarify=True).place("ana") == 2
    assert queue.raising("bo", clarify=True).place("bo") == 1


def test_a_pause_is_short_and_rare() -> None:
    """Ten minutes at most, and an hour from the beginning of one to the beginning of the next."""
    pause = rule.paused(10, NOW, frozenset({"ana"}), NOW - timedelta(hours=1))
    assert pause.ends - pause.began == timedelta(minutes=10)


def test_a_wish_is_forgotten() -> None:
    """What somebody asked for is counted together with what another asks within ten minutes, not later."""
    wish = Wish("pause", frozenset({"ana"}), NOW)
    assert wish.with_another("bo", NOW + timedelta(minutes=10)).people == {"ana", "bo"}
    assert wish.with_another("bo", NOW + timedelta(minutes=11)).people == {"bo"}


def test_what_makes_the_bot_silent() -> None:
    """A round that has begun, a silence and a pause do; a round to come, a queue, a timer and a break do not."""
    silent = (going("ana", "bo"), Timer(rule.SILENCE, NOW, NOW, "ana"), Pause(NOW, NOW, frozenset()))
    assert all(map(hushes, silent))
    assert not any(map(hushes, (Round("ana"), Queue(), Timer(rule.TIMER, NOW, NOW, "ana"), Timer(rule.BREAK, NOW, NOW, "ana"))))
