"""What is under way comes back from the database as it was."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.store import shapes
from policies.drawing import begin as begin_lot
from policies.election import begin

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def test_an_election_comes_back_as_it_was() -> None:
    """Phases, times, people and nominations are the same after writing and reading, before and after they have values."""
    election = begin(number=1, question="Who?", proposer="ana", seed="5e", now=AT)
    later = election.opening(AT, ["ana", "bo"]).nominating("ana", "bo", "so", "$1", privately=True, sent=AT)
    for each in (election, later):
        assert shapes.read(type(each), shapes.write(each)) == each


def test_a_lot_comes_back_as_it_was() -> None:
    """The pool, the order and who passed keep their order and their kind."""
    lot = begin_lot(number=1, question="Who?", proposer="ana", pool=("bo", "ana"), seed="5e").sealed(AT).drawing()
    passed = lot.passing(lot.order[0])
    assert shapes.read(type(passed), shapes.write(passed)) == passed


def test_what_has_no_form_is_refused() -> None:
    """A value of a kind that cannot come back is never written."""
    with pytest.raises(TypeError, match="has no form"):
        shapes.write(0.5)
