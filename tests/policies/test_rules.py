"""Rules of decision: which of two is the stricter, what a group can live with, and the default values."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.model import Refused
from policies.rules import (
    DEFAULTS,
    DELEGATES,
    EVERYBODY,
    EVERYDAY,
    GUIDELINES,
    IN_CONSENT,
    KINDS,
    PERSON,
    ROLES,
    RULES,
    SPENDING,
    STRICTNESS,
    SUPERMAJORITY,
    UNANIMITY,
    Rule,
    check,
    stricter,
)

SHARES = ["1/2", "1/3", "2/3", "3/4", "3/5"]
RULE = st.builds(
    Rule,
    method=st.sampled_from(STRICTNESS),
    share=st.sampled_from(["2/3", "3/4"]),
    hours=st.integers(1, 1440),
    quorum=st.sampled_from(SHARES),
    least=st.integers(0, 5),
    settled=st.integers(0, 30),
    secret=st.booleans(),
    effect=st.integers(0, 200),
    brake=st.sampled_from(["1/5", "1/4"]),
    brakes=st.integers(1, 4),
    fallback=st.sampled_from(["", "2/3", "3/4"]),
    voters=st.sampled_from([EVERYBODY, DELEGATES]),
)


def refusal(kind: str, rule: Rule, members: int = 9, delegates: int = 0) -> str:
    """The id of the text with which the rule is refused."""
    with pytest.raises(Refused) as refused:
        check(kind, rule, members=members, delegates=delegates)
    return refused.value.text.id


@given(RULE, RULE, st.integers(1, 40))
def test_the_stricter_rule_asks_for_at_least_as_much_as_each(one: Rule, other: Rule, eligible: int) -> None:
    """What the stricter of two rules asks for is never less than what either asks for, in any part."""
    both = stricter(one, other)
    for rule in (one, other):
        assert STRICTNESS.index(both.method) >= STRICTNESS.index(rule.method)
        assert both.hours >= rule.hours
        assert both.effect >= rule.effect
        assert both.settled >= rule.settled
        assert Fraction(both.quorum) >= Fraction(rule.quorum)
        assert both.least >= rule.least
        assert both.brakes_of(eligible) <= rule.brakes_of(eligible)
        assert both.secret >= rule.secret
        assert not both.fallback or rule.fallback


@given(RULE, RULE)
def test_the_stricter_of_two_does_not_depend_on_their_order(one: Rule, other: Rule) -> None:
    """Strictness has no side."""
    assert stricter(one, other) == stricter(other, one)


@given(RULE, st.integers(1, 60))
def test_a_quorum_is_never_more_people_than_there_are(rule: Rule, eligible: int) -> None:
    """A number of people in a rule counts up to as many as may vote, so that no quorum is out of reach."""
    assert rule.quorum_of(eligible).get("number", 0) <= eligible
    assert Fraction(rule.quorum_of(eligible)["share"]) <= 1


def test_the_defaults_are_rules_that_every_group_can_live_with() -> None:
    """The defaults of every kind pass their own check in a group of three."""
    for kind in KINDS:
        assert check(kind, DEFAULTS[kind], members=3, delegates=0) == DEFAULTS[kind]


def test_the_defaults_are_those_of_the_design() -> None:
    """Everyday: more yes than no, 72 hours, half; guidelines: consent, 7 days, a third and 3, in effect after 72 hours; people: secret."""
    everyday, guidelines, person = DEFAULTS[EVERYDAY], DEFAULTS[GUIDELINES], DEFAULTS[PERSON]
    assert (everyday.method, everyday.hours, everyday.quorum, everyday.effect) == ("majority", 72, "1/2", 0)
    assert (guidelines.method, guidelines.hours, guidelines.quorum, guidelines.least) == (IN_CONSENT, 168, "1/3", 3)
    assert (guidelines.effect, guidelines.brake, guidelines.brakes, guidelines.fallback) == (72, "1/5", 2, "2/3")
    assert guidelines.settled == DEFAULTS[RULES].settled == DEFAULTS[ROLES].settled == person.settled == 7
    assert (person.secret, person.share, person.quorum, person.hours) == (True, "3/4", "2/3", 168)


def test_after_two_rounds_two_thirds_decide_with_half_taking_part() -> None:
    """The fallback is a large share of yes and no, with at least half taking part, and has no fallback of its own."""
    fallen = DEFAULTS[GUIDELINES].falling_back()
    assert (fallen.method, fallen.share, fallen.quorum, fallen.fallback) == (SUPERMAJORITY, "2/3", "1/2", "")
    assert fallen.falling_back() == fallen


@pytest.mark.parametrize(
    ("kind", "changes", "refused"),
    [
        (RULES, {"method": UNANIMITY}, "rule-lock-unanimity"),
        (RULES, {"quorum": "4/5"}, "rule-lock-quorum"),
        (GUIDELINES, {"least": 10}, "rule-quorum-many"),
        (GUIDELINES, {"quorum": "0", "least": 0}, "rule-quorum-range"),
        (GUIDELINES, {"quorum": "3/2"}, "rule-quorum-range"),
        (SPENDING, {"method": SUPERMAJORITY, "share": "1/3"}, "rule-share-range"),
        (SPENDING, {"fallback": "1/2"}, "rule-share-range"),
        (EVERYDAY, {"hours": 0}, "rule-length-range"),
        (EVERYDAY, {"hours": 24 * 61}, "rule-length-range"),
        (EVERYDAY, {"effect": 24 * 61}, "rule-effect-range"),
        (EVERYDAY, {"again": 400}, "rule-days-range"),
        (PERSON, {"secret": False}, "rule-person-secret"),
        (PERSON, {"method": IN_CONSENT}, "rule-person-consent"),
        (SPENDING, {"voters": DELEGATES}, "rule-delegates-few"),
    ],
)
def test_a_rule_that_could_not_be_met_is_refused_with_the_reason(kind: str, changes: dict[str, object], refused: str) -> None:
    """A rule under which nothing could be decided, or nothing changed again, never comes to a vote."""
    assert refusal(kind, replace(DEFAULTS[kind], **changes)) == refused


@pytest.mark.parametrize("kind", [RULES, GUIDELINES, PERSON])
def test_delegates_never_decide_on_what_belongs_to_all(kind: str) -> None:
    """Guidelines, rules and matters about a person are decided by all members, however many delegates there are."""
    assert refusal(kind, replace(DEFAULTS[kind], voters=DELEGATES), delegates=5) == "rule-delegates-not-here"
