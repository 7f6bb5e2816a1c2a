"""The charter: versions of guidelines and rules, what takes effect when, and taking back exactly one decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.charter import (
    Charter,
    Draft,
    RoleText,
    amending_rule,
    check_guideline,
    difference,
    later,
)
from policies.model import Refused
from policies.motion import BLOCKED, FAILED, OPEN, PASSED, Motion, round_of
from policies.rules import DEFAULTS, EVERYDAY, GUIDELINES, IN_CONSENT, RULES

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
DAY = timedelta(days=1)
WORDS = st.lists(st.sampled_from(["we", "begin", "on", "time", "and", "end", "kindly"]), max_size=8).map(" ".join)


def adopted() -> Charter:
    """A charter with two guidelines, adopted by decision 1."""
    draft = Draft("tea", "en", "people who drink tea", ("Be kind", "Be brief"), {EVERYDAY: replace(DEFAULTS[EVERYDAY], hours=24)})
    return Charter().adopting(draft, AT, 1)


def test_a_guideline_keeps_its_number_for_ever() -> None:
    """A dropped guideline's number is not given to another one."""
    charter = adopted().amended(2, "", AT + DAY, 2).added("Be here", AT + DAY, 3)
    assert [each.number for each in charter.guidelines] == [1, 2, 3]
    with pytest.raises(Refused):
        charter.amended(2, "Be long", AT + 2 * DAY, 4)


def test_a_new_wording_holds_from_its_time_on() -> None:
    """Before it takes effect the former words hold; afterwards the new ones."""
    guideline = adopted().amended(1, "Be very kind", AT + 3 * DAY, 2).guideline(1)
    assert guideline is not None
    assert (guideline.version, guideline.latest.text) == (2, "Be very kind")
    before, after = guideline.at(AT + DAY), guideline.at(AT + 3 * DAY)
    assert before is not None
    assert after is not None
    assert (before.text, after.text) == ("Be kind", "Be very kind")


def test_undoing_a_decision_takes_back_what_it_brought_and_nothing_else() -> None:
    """Objections in time restore the state without that one decision, also when others came after it."""
    rule = replace(DEFAULTS[GUIDELINES], hours=24)
    base = adopted()
    changed = base.amended(1, "Be very kind", AT + DAY, 2).ruled(GUIDELINES, rule, AT + DAY, 3).added("Be here", AT + DAY, 4)
    undone = changed.undone(2)
    assert undone.guideline(1) == base.guideline(1)
    assert undone.rule(GUIDELINES, AT + 2 * DAY) == rule
    assert undone.guideline(3) is not None
    assert changed.undone(3).rule(GUIDELINES, AT + 2 * DAY) == DEFAULTS[GUIDELINES]
    assert changed.undone(4).guideline(3) is None


def test_an_adoption_that_is_undone_leaves_the_draft() -> None:
    """A charter that did not come into effect is a draft again, and the defaults hold."""
    undone = adopted().undone(1)
    assert (undone.adopted, undone.guidelines) == (None, ())
    assert undone.draft is not None
    assert undone.rule(EVERYDAY, AT + DAY) == DEFAULTS[EVERYDAY]


def test_the_edition_grows_with_each_change_of_the_guidelines() -> None:
    """What somebody agreed to is told apart from what came later, an undone change included."""
    charter = adopted()
    editions = [charter.edition]
    for change in (charter.amended(1, "x", AT, 2), charter.amended(1, "x", AT, 2).undone(2), charter.added("y", AT, 3)):
        assert change.edition > charter.edition
        editions.append(change.edition)
    assert charter.undone(99).edition == charter.edition


def test_a_rule_is_changed_by_the_strictest_of_the_rules() -> None:
    """Loosening a strict rule needs that strictness; tightening a loose one needs what it asks for; never less than the rule for rules."""
    charter = adopted()
    strict = replace(DEFAULTS[EVERYDAY], hours=400, quorum="3/4")
    tightening = amending_rule(charter, EVERYDAY, strict, AT)
    assert (tightening.method, tightening.hours, tightening.quorum) == (IN_CONSENT, 400, "3/4")
    loosening = amending_rule(charter.ruled(EVERYDAY, strict, AT, 2), EVERYDAY, DEFAULTS[EVERYDAY], AT)
    assert (loosening.method, loosening.hours, loosening.quorum) == (IN_CONSENT, 400, "3/4")
    least = DEFAULTS[RULES]
    assert (loosening.least, loosening.effect, loosening.settled) == (least.least, least.effect, least.settled)


def test_a_translation_knows_which_version_it_is_of() -> None:
    """When the binding words change, a translation is of an older version."""
    charter = adopted().translated(1, "de", "Seid freundlich")
    guideline = charter.amended(1, "Be very kind", AT, 2).guideline(1)
    assert guideline is not None
    assert guideline.translations["de"].version < guideline.version


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_a_guideline_has_words_and_not_too_many(words: str) -> None:
    """Empty and endless guidelines are refused."""
    with pytest.raises(Refused):
        check_guideline(words)


@pytest.mark.parametrize(
    ("start", "months", "wanted"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-02-28", 12, "2027-02-28"),
        ("2026-01-30", 25, "2028-02-29"),
        ("2026-11-15", 2, "2027-01-15"),
        ("2026-12-31", 12, "2027-12-31"),
    ],
)
def test_a_review_falls_on_the_same_day_or_the_last_of_the_month(start: str, months: int, wanted: str) -> None:
    """Months are counted on the calendar, leap years and year ends included."""
    assert later(datetime.fromisoformat(start).replace(tzinfo=UTC), months).date().isoformat() == wanted


@given(WORDS, WORDS)
def test_the_difference_of_two_texts_leads_from_one_to_the_other(before: str, after: str) -> None:
    """Nothing is told as changed between equal texts, and the words that are gone and new are those that differ."""
    runs = difference(before, after)
    assert (runs == ()) == (before.split() == after.split())
    gone = sum(len(old.split()) for old, _ in runs)
    come = sum(len(new.split()) for _, new in runs)
    assert len(before.split()) - gone == len(after.split()) - come


def test_a_motion_counts_its_rounds_since_the_last_one_that_was_not_blocked() -> None:
    """Two rounds with objections in a row lead to a third by the fallback; anything between begins anew."""

    def motion(state: str, subject: str = "guideline 4") -> Motion:
        return Motion(1, "x", "ana", GUIDELINES, "guideline-words", {}, subject, 1, state)

    assert round_of("guideline 4", []) == 1
    assert round_of("guideline 4", [motion(BLOCKED)]) == 2
    assert round_of("guideline 4", [motion(BLOCKED), motion(BLOCKED), motion(OPEN)]) == 3
    assert round_of("guideline 4", [motion(BLOCKED), motion(PASSED), motion(BLOCKED)]) == 2
    assert round_of("guideline 4", [motion(BLOCKED), motion(FAILED)]) == 1
    assert round_of("guideline 4", [motion(BLOCKED, "guideline 5")]) == 1


def test_roles_are_found_whatever_their_case() -> None:
    """A role is named as people type it."""
    charter = replace(adopted(), roles=(RoleText("Librarian"),))
    assert charter.role("librarian") == RoleText("Librarian")
    assert charter.role("cook") is None
