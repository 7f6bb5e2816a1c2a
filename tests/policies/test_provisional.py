"""What counts at once: the list of resources, turned back and taken back as `tests.policies.test_setting` shows it for settings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from policies import resource
from policies.decision import LONGEST_QUESTION
from policies.model import Refused
from policies.provisional import WINDOW
from policies.resource import ADDED, LONG_AGO, REMOVED, Resource

BEGIN = datetime(2026, 3, 2, 18, tzinfo=UTC)
LATE = BEGIN + WINDOW + timedelta(seconds=1)
ANA, BO = "@ana:example.org", "@bo:example.org"


def entry(topic: str = "Sleep", *parts: str) -> Resource:
    return resource.new(number=1, topic=topic, parts=parts or ("Clinic",), language="", by=ANA, now=BEGIN)


@pytest.mark.parametrize(("done", "what"), [(entry(), ADDED), (entry().removing(ANA, BEGIN), REMOVED)])
def test_it_is_turned_back_in_time_or_stands(done: Resource, what: str) -> None:
    """For 72 hours one objection, or whoever did it, turns it back, once; nobody else takes it back, and afterwards nobody does."""
    assert done.what == what
    for undone in (done.objected(BEGIN + WINDOW, 2), done.stopping(ANA, BEGIN + WINDOW)):
        assert undone.listed is not done.listed
        with pytest.raises(Refused, match="already"):
            undone.objected(BEGIN, 3)
    with pytest.raises(Refused, match="provisional-not-yours"):
        done.stopping(BO, BEGIN)
    for act in (lambda: done.objected(LATE, None), lambda: done.stopping(ANA, LATE)):
        with pytest.raises(Refused, match="provisional-stands"):
            act()


def test_taking_off_is_of_whoever_does_it() -> None:
    """Who takes an entry off can take that back, and not who had added it; who looked at it last stays with it."""
    off = entry().removing(BO, LATE)
    assert (off.proposer, off.by, off.second, off.open_at(LATE)) == (BO, ANA, None, True)
    with pytest.raises(Refused, match="provisional-not-yours"):
        off.stopping(ANA, LATE)


@pytest.mark.parametrize("listed", [True, False])
def test_what_the_group_decided_is_no_single_members(listed: bool) -> None:
    """Nobody turns back by one objection what the group has decided."""
    decided = entry().objected(BEGIN, 2).decided(listed=listed)
    assert decided.listed is listed
    with pytest.raises(Refused, match="provisional-undone-already"):
        decided.objected(BEGIN, None)


def test_what_is_the_same_thing() -> None:
    """An entry with the same topic and link is the same thing, whatever else is said of it; without a link its words count."""
    link = "https://example.org/a"
    assert entry("Sleep", "Clinic", link).same == entry("sleep", "The clinic", link, "Germany").same
    assert entry("Sleep", "Clinic").same == entry("sleep", "clinic", "Germany").same
    assert len({entry(*each).same for each in (("Sleep", "Clinic"), ("Sleep", "Tea"), ("Grief", "Clinic"), ("Sleep", "Clinic", link))}) == 4


def test_a_vote_can_ask_about_the_longest_entry() -> None:
    """However much an entry holds, what a vote on it is called is not too long for a question."""
    longest = entry("x" * 60, "y" * 400, "z" * 400, f"https://{'a' * 290}")
    assert len(longest.question) <= LONGEST_QUESTION
    assert entry("Sleep", "Clinic", "https://example.org", "Germany").question == "Sleep: Clinic, https://example.org, Germany"


def test_it_is_needed_for_a_year() -> None:
    """An entry is looked at a year after somebody looked last, and one that is off the list can go a year after that."""
    assert entry().due == BEGIN + resource.LOOK_AGAIN
    assert entry().removing(BO, LATE).due == LATE + resource.LOOK_AGAIN


def test_what_was_listed_at_no_known_time_stands() -> None:
    """An entry of which nobody knows who listed it when is not turned back by one objection."""
    old = Resource(number=1, topic="Sleep", words="Clinic", by=ANA, checked=BEGIN)
    assert (old.listed, old.at, old.proposer) == (True, LONG_AGO, "")
    with pytest.raises(Refused, match="provisional-stands"):
        old.objected(BEGIN, None)
