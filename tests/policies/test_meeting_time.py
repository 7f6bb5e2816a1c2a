"""Finding a time: what was said counts once, the best time is found by the rule, and a lot decides among equals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.meeting_time import MOST_TIMES, TimeAnswer, TimeSearch, check_end, check_times
from policies.model import Refused

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
TIMES = tuple(NOW + timedelta(days=days) for days in (3, 4, 5))


def search(*answers: str, seed: str = "5e") -> TimeSearch:
    """A search with answers such as `yn m`: one letter for each time."""
    words = {"y": "yes", "m": "maybe", "n": "no"}
    made = TimeSearch(1, "Film", "ana", TIMES, NOW + timedelta(days=2), "UTC", 60, seed=seed)
    for place, letters in enumerate(answers):
        answer = TimeAnswer(tuple(words[letter] for letter in letters), NOW, f"${place}")
        made = made.answering(f"person {place}", answer)
    return made


def refused(run: object, *given_: object) -> str:
    with pytest.raises(Refused) as caught:
        run(*given_)  # type: ignore[operator]
    return caught.value.text.id


@pytest.mark.parametrize(
    ("answers", "best", "by_lot"),
    [
        (("ynn", "yyn", "nyn"), None, True),
        (("yny", "yny", "nnm"), 2, False),
        (("nyn", "nyn", "ynn"), 1, False),
        (("mmm", "mmm"), "none", False),
        ((), "none", False),
    ],
)
def test_the_most_yes_then_the_fewest_no(answers: tuple[str, ...], best: int | str | None, by_lot: bool) -> None:
    """Most yes wins, then fewest no; equals are drawn; where nobody says yes there is no time."""
    found, drawn = search(*answers).best(NOW)
    assert drawn is by_lot
    if best == "none":
        assert found is None
    elif best is not None:
        assert found == TIMES[int(best)]
    else:
        assert found in TIMES[:2]


@given(st.lists(st.text("ymn", min_size=3, max_size=3), max_size=6), st.text("0123456789abcdef", min_size=1, max_size=8))
def test_nothing_beats_the_best(answers: list[str], seed: str) -> None:
    """No other time has more yes, or as many and fewer no, than the one that is taken."""
    made = search(*answers, seed=seed)
    best, _ = made.best(NOW)
    counts = {each.at: (each.yes, -each.no) for each in made.counts()}
    if best is None:
        assert all(yes == 0 for yes, _ in counts.values())
    else:
        assert counts[best] == max(counts.values())
        assert search(*answers, seed=seed).best(NOW)[0] == best


def test_a_time_that_is_over_is_not_taken() -> None:
    """Whatever people said, a meeting is never planned for a time that is over."""
    made = search("ynn", "ynn", "nny")
    assert made.best(TIMES[0])[0] == TIMES[2]
    assert made.best(TIMES[2])[0] is None


def test_the_latest_answer_counts() -> None:
    """A later answer takes the place of an earlier one, by server time and not by arrival; after the end none counts."""
    late = TimeAnswer(("no", "no", "no"), NOW + timedelta(minutes=1), "$9")
    early = TimeAnswer(("yes", "yes", "yes"), NOW, "$1")
    made = search().answering("bo", late).answering("bo", early)
    assert made.answers["bo"] == late
    assert made.unanswering("bo").answers == {}
    after = TimeAnswer(("yes",) * 3, made.until + timedelta(seconds=1), "$10")
    assert refused(made.answering, "bo", after) == refused(made.ending().answering, "bo", early) == "times-over"


def test_only_whoever_asked_takes_it_back() -> None:
    """Somebody else cannot stop it, and nobody can when it is over."""
    assert refused(search().stopping, "bo") == "stop-not-yours"
    assert search().stopping("ana").over
    assert refused(search().ending().stopping, "ana") == "stop-over"


def test_times_have_bounds() -> None:
    """Two times at least, not too many, none twice; and an end that leaves time to come."""
    assert check_times(TIMES[::-1]) == TIMES
    assert refused(check_times, TIMES[:1]) == "times-few"
    assert refused(check_times, (TIMES[0], TIMES[0])) == "times-twice"
    assert refused(check_times, tuple(NOW + timedelta(hours=each) for each in range(MOST_TIMES + 1))) == "times-many"
    assert check_end(None, TIMES, NOW) == TIMES[0] - timedelta(hours=1)
    assert check_end(None, TIMES[1:], NOW) == NOW + timedelta(hours=72)
    assert refused(check_end, TIMES[0], TIMES, NOW) == "times-late"
    assert refused(check_end, None, (NOW + timedelta(minutes=30), TIMES[0]), NOW) == "times-soon"
