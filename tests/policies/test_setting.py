"""Changes of a room's settings: who can undo them, until when, and to what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.model import Refused
from policies.provisional import WINDOW
from policies.setting import SettingChange, made

BEGIN = datetime(2026, 3, 2, 18, tzinfo=UTC)
ANA, BO = "@ana:example.org", "@bo:example.org"


def change(after: str, before: str = "first", *, at: datetime = BEGIN, former: SettingChange | None = None) -> SettingChange:
    return made(1, "quiet-hours", after, ANA, before, after, at, former)


def test_one_objection_in_time_undoes_it() -> None:
    """Until its 72 hours are over one objection undoes a change, once."""
    undone = change("second").objected(BEGIN + WINDOW, 2)
    assert (undone.state, undone.second, undone.held) == ("undone", 2, "first")
    with pytest.raises(Refused):
        undone.objected(BEGIN, 3)


def test_after_that_it_stands() -> None:
    """A second after its 72 hours nobody can object, and nobody can take it back."""
    late = BEGIN + WINDOW + timedelta(seconds=1)
    with pytest.raises(Refused):
        change("second").objected(late, None)
    with pytest.raises(Refused):
        change("second").stopping(ANA, late)


def test_only_who_asked_takes_it_back() -> None:
    """Another member objects; taking back is for whoever asked."""
    assert change("second").stopping(ANA, BEGIN).state == "stopped"
    with pytest.raises(Refused):
        change("second").stopping(BO, BEGIN)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=8))
def test_nobody_keeps_a_value_by_changing_it_again(pauses: list[int]) -> None:
    """However often it is changed, an objection brings back the last value that stood unchallenged for 72 hours."""
    former, value, at = None, "0", BEGIN
    stood = value
    for place, hours in enumerate(pauses, 1):
        former = change(str(place), value, at=at, former=former)
        value = str(place)
        assert former.held == stood
        at += timedelta(hours=hours)
        if timedelta(hours=hours) > WINDOW:
            stood = value
