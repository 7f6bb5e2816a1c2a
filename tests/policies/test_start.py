"""The talk about a charter: its questions in their order, what it takes for an answer, and its draft."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.charter import MOST_GUIDELINES, Draft
from policies.model import Refused
from policies.start import CHECKED, DRAFT, STEPS, Start

DAY = date(2026, 3, 2)
TALK = Start(1, "@ana:example.org")
DRAFTED = TALK.drafting(Draft("Tea", "en", guidelines=("a", "b", "c")), ("informal", "en"))


def refusal(call: object, *values: object) -> str:
    with pytest.raises(Refused) as caught:
        call(*values)  # type: ignore[operator]
    return caught.value.text.id


@given(st.lists(st.sampled_from(["forward", "back"]), max_size=30), st.booleans())
def test_there_is_always_a_question(moves: list[str], numbers: bool) -> None:
    """However people go on and back, the talk asks one of its questions, and the day of a check only of numbers that somebody named."""
    talk = TALK.calling("112") if numbers else TALK
    for move in moves:
        talk = getattr(talk, move)()
        assert talk.step in STEPS
        assert numbers or talk.step != CHECKED


def test_going_on_asks_everything_once() -> None:
    """Skipping all questions leads past each of them to the draft, and stays there."""
    talk, asked = TALK, [TALK.step]
    for _ in range(20):
        talk = talk.forward()
        asked.append(talk.step)
    assert asked[:7] == [step for step in STEPS if step != CHECKED]
    assert set(asked[6:]) == {DRAFT}


def test_answers_in_order_and_out_of_order() -> None:
    """White space is put in order; what is too long, too much or still to come is refused."""
    assert TALK.describing("  We \n drink  tea ").about == "We drink tea"
    assert refusal(TALK.describing, "x" * 301) == "start-about-long"
    assert TALK.calling(" 1 1 2 ").emergency == "1 1 2"
    assert refusal(TALK.calling, "nobody") == "start-no-number"
    assert refusal(TALK.calling, "1" * 41) == "start-no-number"
    assert TALK.helped_by(["- one", "", " two "]).helplines == ("one", "two")
    assert refusal(TALK.helped_by, ["x"] * 7) == "start-helplines-many"
    assert refusal(TALK.helped_by, ["x" * 201]) == "start-helplines-many"
    assert TALK.checked_on(DAY, DAY).checked == "2026-03-02"
    assert refusal(TALK.checked_on, date(2026, 3, 3), DAY) == "start-day-ahead"


def test_the_draft_changes_guideline_by_guideline() -> None:
    """A guideline of the draft is reworded, left out or added, and the others keep their order."""
    assert DRAFTED.rewording(2, " B  b").guidelines == ("a", "B b", "c")
    assert DRAFTED.rewording(1, "").guidelines == ("b", "c")
    assert DRAFTED.adding("d").guidelines == ("a", "b", "c", "d")
    assert refusal(DRAFTED.rewording, 4, "x") == "start-guideline-unknown"
    assert refusal(DRAFTED.rewording, 0, "x") == "start-guideline-unknown"
    assert refusal(TALK.bringing, Draft("Tea", "en", guidelines=("é" * 500,) * 13), ()) == "start-draft-long"
    full = TALK.drafting(Draft("Tea", "en", guidelines=("x",) * MOST_GUIDELINES), ("informal", "en"))
    assert refusal(full.adding, "d") == "start-guidelines-many"


def test_a_draft_is_made_anew_only_of_something_else() -> None:
    """Going back and on keeps what was changed in the draft; another charter or language makes a new one."""
    changed = DRAFTED.rewording(1, "A")
    assert changed.drafting(Draft("Tea", "en"), ("informal", "en")) == changed
    assert changed.drafting(Draft("Grief", "en"), ("grief", "en")).guidelines == ()
    assert changed.describing("Others").guidelines == ("A", "b", "c")


def test_a_second_talk_keeps_everything() -> None:
    """After a vote that did not pass a new talk begins at the draft, with all answers."""
    again = DRAFTED.describing("We").put().again(3, "@bo:example.org")
    assert (again.number, again.proposer, again.step, again.about, again.guidelines) == (3, "@bo:example.org", DRAFT, "We", ("a", "b", "c"))
    assert again.under_way
    assert not again.aside().under_way
    assert again.aside().at(datetime(2026, 3, 2, tzinfo=UTC)).under_way
