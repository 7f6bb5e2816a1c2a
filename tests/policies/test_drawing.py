"""Lots: the order of the pool never matters, the seal tells nothing, and everybody can redo a draw."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.drawing import Drawing, begin, drawn
from policies.lot import hashed, seal
from policies.model import Refused

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
POOLS = st.lists(st.text(min_size=1, max_size=8).map(str.casefold), min_size=2, max_size=9, unique=True)


def ready(*pool: str, seed: str = "ab" * 32) -> Drawing:
    """A lot whose seal is in the room."""
    return begin(number=1, question="Who?", proposer="ana", pool=pool, seed=seed).sealed(AT)


@given(pool=POOLS, seed=st.text(), order=st.randoms())
def test_the_order_of_the_pool_never_matters(pool: list[str], seed: str, order: random.Random) -> None:
    """However the pool is listed, the same seed draws the same order, with each name once."""
    mixed = pool[:]
    order.shuffle(mixed)
    assert drawn(seed, mixed) == drawn(seed, pool)
    assert sorted(drawn(seed, pool)) == sorted(pool)


@given(pool=POOLS, seed=st.text())
def test_the_seal_tells_nothing_of_the_order(pool: list[str], seed: str) -> None:
    """The lot that sorts the pool is not the seal that is published before."""
    assert hashed(seed, *sorted(pool)) != seal(seed)


def test_each_name_is_drawn_as_often_as_the_others() -> None:
    """Over many seeds nobody is favoured."""
    first = [drawn(f"seed {number}", ["ana", "bo", "cem"])[0] for number in range(3000)]
    assert all(900 < first.count(name) < 1100 for name in ("ana", "bo", "cem"))


def test_nothing_is_drawn_before_the_seal_is_in_the_room() -> None:
    """A lot is drawn after its pool and its seal were published, and once."""
    begun = begin(number=1, question="Who?", proposer="ana", pool=("ana", "bo"), seed="ab")
    with pytest.raises(Refused, match="lot-not-sealed"):
        begun.asked_by("ana")
    done = begun.sealed(AT).asked_by("ana")
    with pytest.raises(Refused, match="lot-over"):
        done.asked_by("ana")


def test_only_the_proposer_draws_sooner() -> None:
    """Others wait for the time that was said."""
    with pytest.raises(Refused, match="lot-not-yours"):
        ready("ana", "bo").asked_by("bo")


def test_who_is_drawn_may_pass_and_the_next_is_asked() -> None:
    """Passing needs no reason, is for whoever is drawn alone, and goes down the drawn order to its end."""
    lot = ready("ana", "bo", "cem").drawing()
    with pytest.raises(Refused, match="lot-not-drawn"):
        lot.passing(lot.order[1])
    for person in lot.order:
        assert lot.chosen == person
        lot = lot.passing(person)
    assert lot.chosen is None


@pytest.mark.parametrize("pool", [(), ("ana",), ("ana", "Ana"), tuple(map(str, range(501)))])
def test_a_pool_is_two_names_or_more_each_once(pool: tuple[str, ...]) -> None:
    """A lot among nobody, among one, with a name twice or among too many is refused."""
    with pytest.raises(Refused):
        begin(number=1, question="Who?", proposer="ana", pool=pool, seed="ab")
