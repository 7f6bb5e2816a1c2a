"""A charter as keys and values: everything that a draft can hold comes back from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policies.charter import Charter, Draft, RoleText
from policies.charters import Faulty, holding, read, write
from policies.charters.phrases import TEXTS, placeholders, typed, with_known
from policies.charters.ruling import KEYS, MANY
from policies.model import Refused
from policies.rules import (
    CHOICES,
    EVERYBODY,
    IN_CONSENT,
    KINDS,
    MAJORITY,
    SUPERMAJORITY,
    UNANIMITY,
    Rule,
    check,
)

DAY = timedelta(days=1)
LINES = st.text("abc é„“,.?", min_size=1, max_size=40).map(lambda words: " ".join(words.split())).filter(bool)
SHARES = st.fractions(Fraction(51, 100), Fraction(99, 100), max_denominator=100).map(str)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    method = draw(st.sampled_from([MAJORITY, SUPERMAJORITY, IN_CONSENT, UNANIMITY]))
    return Rule(
        method=method,
        share=draw(SHARES) if method == SUPERMAJORITY else "",
        hours=draw(st.integers(1, 1440)),
        quorum=draw(st.fractions(0, 1, max_denominator=20).map(str)),
        least=draw(st.integers(0, 20)),
        settled=draw(st.integers(0, 366)),
        secret=draw(st.booleans()),
        effect=draw(st.integers(0, 1440)),
        brake=draw(st.fractions(Fraction(1, 20), 1, max_denominator=20).map(str)),
        brakes=draw(st.integers(0, 20)),
        fallback=draw(SHARES | st.just("")),
        again=draw(st.integers(0, 366)),
        voters=draw(st.sampled_from([EVERYBODY, "delegates"])),
        choice=draw(st.sampled_from(CHOICES)),
    )


@given(st.sampled_from(KINDS), rules())
def test_every_rule_that_can_be_comes_back(kind: str, rule: Rule) -> None:
    """Whatever rule a group can live with is written in words and read as the same rule."""
    try:
        check(kind, rule, members=MANY, delegates=2)
    except Refused:
        assume(condition=False)
    draft = Draft("A", "en", rules={kind: rule})
    assert read(write(draft)).draft == draft


@given(
    st.lists(LINES, max_size=5),
    st.lists(st.builds(RoleText, LINES, LINES, st.integers(1, 20), st.integers(1, 730)), max_size=3, unique_by=lambda role: role.name.casefold()),
    st.dictionaries(st.sampled_from(TEXTS), LINES, max_size=3),
    st.integers(1, 36),
)
def test_every_draft_comes_back(guidelines: list[str], roles: list[RoleText], texts: dict[str, str], months: int) -> None:
    """Guidelines, roles, texts and the time of the review are the same after writing and reading."""
    draft = Draft("A", "en", "Us", tuple(guidelines), {}, tuple(roles), texts, tuple(guidelines), months)
    assert read(write(draft)).draft == draft


def test_what_is_missing_in_a_rule_is_as_by_default() -> None:
    """A rule says only where it differs; each key has something to write for it."""
    draft = read({"name": "A", "language": "en", "rules": {"everyday": {"taking part": "all"}}}).draft
    assert draft.rules["everyday"] == Rule(quorum="1")
    assert all(expected for _, _, expected in KEYS.values())


@pytest.mark.parametrize("given_", [None, [], "x", {"name": 3, "language": "en"}, {"name": "A", "language": "en", "texts": []}])
def test_what_is_no_charter_is_refused(given_: object) -> None:
    """Anything else than keys and values is told, never guessed."""
    with pytest.raises(Faulty):
        read(given_)


def test_a_line_without_its_value_is_left_out() -> None:
    """A sentence that needs what is not known goes; the others stay, and no gap of empty lines remains."""
    words = "Hello.\nNext: {next_meeting}.\n\n- {on_duty}\n\nBye {name}.\n"
    assert with_known(words, []) == "Hello."
    assert with_known(words, ["name"]) == "Hello.\n\nBye {name}."
    assert with_known(words, ["name", "next_meeting", "on_duty"]) == words.strip()
    assert placeholders(words) == ["next_meeting", "on_duty", "name"]
    assert typed("Type `help` or `show record`.") == ["help", "show record"]


def test_what_holds_is_taken_away_as_it_is() -> None:
    """Of an adopted charter that was changed since, the words that hold at a time are written: no older, none that are to come."""
    at = datetime(2026, 3, 2, tzinfo=UTC)
    draft = Draft("Tea", "en", "Us", ("a", "b", "c"), {"everyday": Rule(hours=24)}, (RoleText("guest"),), {"welcome": "Hello"}, ("x",), 6)
    charter = replace(Charter(), draft=draft).adopting(draft, at, 2)
    assert holding(charter, at) == draft
    changed = charter.amended(2, "B", at + DAY, 3).amended(1, "", at + DAY, 4).ruled("everyday", Rule(), at + DAY, 5)
    assert holding(changed, at) == draft
    assert holding(changed, at + DAY) == replace(draft, guidelines=("B", "c"), rules={})
