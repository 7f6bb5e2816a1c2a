"""Election without candidates: reasons speak, numbers never do; everybody is heard, and the person is asked last."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.decision import Decision
from policies.election import CHANGING_LENGTH, Election, Phase, begin
from policies.model import Refused

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
PEOPLE = ("ana", "bo", "cem", "dora", "eli")
SEED = "5e" * 32
NOMINATIONS = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from((*PEOPLE, "")), min_size=1)


def opened(people: tuple[str, ...] = PEOPLE) -> Election:
    """An election that takes nominations."""
    return begin(number=1, question="Who?", proposer="ana", seed=SEED, now=AT).opening(AT, people)


def nominated(**nominations: str) -> Election:
    """With these nominations."""
    election = opened()
    for by, nominee in nominations.items():
        election = election.nominating(by, nominee, "so", f"${by}", privately=True, sent=AT)
    return election


def suggesting(**nominations: str) -> Election:
    """In the phase where somebody suggests."""
    return nominated(**nominations).unsealing(AT, PEOPLE).calling(AT, PEOPLE)


@given(nominations=NOMINATIONS)
def test_nominations_never_decide(nominations: dict[str, str]) -> None:
    """Whoever is nominated by anybody can be suggested, and whoever is not cannot, however many nominate them."""
    election = suggesting(**nominations)
    if not election.under_way:
        assert set(nominations.values()) == {""}
        return
    assert not election.nominee
    for person in PEOPLE:
        if person in nominations.values():
            assert election.suggesting(election.facilitator, person, "so").nominee == person
        else:
            with pytest.raises(Refused, match="elect-suggest-not-nominated"):
                election.suggesting(election.facilitator, person, "so")


@given(nominations=NOMINATIONS, more=st.permutations(PEOPLE))
def test_the_order_of_nominations_never_matters(nominations: dict[str, str], more: list[str]) -> None:
    """Whoever nominates first or last, the election goes on in the same way."""
    mixed = {by: nominations[by] for by in more if by in nominations}
    assert suggesting(**nominations) == suggesting(**mixed)


@given(nominations=NOMINATIONS)
def test_a_nominee_facilitates_only_where_nobody_else_can(nominations: dict[str, str]) -> None:
    """The proposer facilitates, unless nominated: then somebody who is not, drawn by lot."""
    election = suggesting(**nominations)
    if election.under_way:
        free = set(PEOPLE) - election.nominees
        assert election.facilitator == "ana" if "ana" in free else election.facilitator in (free or set(PEOPLE))


def test_nominations_are_private_first_and_open_afterwards() -> None:
    """While they are sealed they come in private; a change is said where all hear it."""
    election = opened()
    with pytest.raises(Refused, match="elect-in-direct"):
        election.nominating("bo", "cem", "so", "$1", privately=False, sent=AT)
    changing = nominated(bo="cem").unsealing(AT, PEOPLE)
    with pytest.raises(Refused, match="elect-in-room"):
        changing.nominating("bo", "dora", "so", "$2", privately=True, sent=AT)
    changed = changing.nominating("bo", "dora", "so", "$2", privately=False, sent=AT)
    assert changed.nominees == {"dora"}


@pytest.mark.parametrize(
    ("by", "nominee", "reason", "refused"),
    [
        ("zoe", "bo", "so", "elect-not-yours"),
        ("bo", "zoe", "so", "elect-not-a-member"),
        ("bo", "cem", " ", "elect-needs-reason"),
        ("bo", "cem", "x" * 501, "elect-long-reason"),
    ],
)
def test_a_nomination_is_by_a_member_of_a_member_with_a_reason(by: str, nominee: str, reason: str, refused: str) -> None:
    """Who takes part was fixed at the beginning, and each nomination says why."""
    with pytest.raises(Refused, match=refused):
        opened().nominating(by, nominee, reason, "$1", privately=True, sent=AT)


def test_a_late_nomination_is_not_taken() -> None:
    """What is sent after the time is over does not count."""
    election = opened()
    assert election.due is not None
    with pytest.raises(Refused, match="elect-nominations-over"):
        election.nominating("bo", "cem", "so", "$1", privately=True, sent=election.due + timedelta(seconds=1))


def test_nobody_is_rushed() -> None:
    """Nominations end early only when everybody has been heard; passing is being heard."""
    election = nominated(ana="bo", bo="cem", cem="bo", dora="bo")
    with pytest.raises(Refused, match="elect-next-waits"):
        election.going_on("ana")
    with pytest.raises(Refused, match="elect-next-not-yours"):
        election.going_on("bo")
    election.nominating("eli", "", "", "$e", privately=True, sent=AT).going_on("ana")


def test_only_the_facilitator_suggests_and_says_why() -> None:
    """One person suggests, and gives the reasons that speak for it."""
    election = suggesting(bo="cem")
    with pytest.raises(Refused, match="elect-suggest-not-yours"):
        election.suggesting("bo", "cem", "so")
    with pytest.raises(Refused, match="elect-suggest-needs-reason"):
        election.suggesting("ana", "cem", "")
    with pytest.raises(Refused, match="elect-suggest-not-now"):
        nominated(bo="cem").suggesting("ana", "cem", "so")


def test_who_declined_is_never_suggested_again() -> None:
    """Declining needs no reason, and is kept; without anybody left the election ends."""
    election = suggesting(bo="cem", cem="dora").declining("cem")
    with pytest.raises(Refused, match="elect-has-declined"):
        election.suggesting("ana", "cem", "so")
    assert election.declining("dora").calling(AT, PEOPLE).phase is Phase.ENDED


def test_only_the_person_asked_accepts() -> None:
    """The person is asked last, and nobody is elected before they accept."""
    election = suggesting(bo="cem").suggesting("ana", "cem", "so")
    with pytest.raises(Refused, match="elect-not-asked"):
        election.accepting("cem")
    asked = election.asking(AT)
    with pytest.raises(Refused, match="elect-not-asked"):
        asked.accepting("ana")
    assert asked.accepting("cem").phase is Phase.ELECTED


def test_a_facilitator_who_is_silent_is_replaced() -> None:
    """Somebody else is drawn each time, and after three turns the election ends."""
    election = suggesting(bo="cem")
    turns = [election.facilitator]
    for _ in range(2):
        election = election.overdue(AT, PEOPLE)
        turns.append(election.facilitator)
    assert len(set(turns)) == 3
    assert "cem" not in turns
    assert election.overdue(AT, PEOPLE).phase is Phase.ENDED


def test_the_consent_round_belongs_to_nobody() -> None:
    """Nobody can change or stop the question of the consent round, and silence in it is no consent."""
    consent_round = suggesting(bo="cem").suggesting("ana", "cem", "so").round("Who? Cem", AT, SEED)
    opened_round = consent_round.opening(AT, {"ana", "bo", "dora", "eli"})
    for person in PEOPLE:
        with pytest.raises(Refused):
            opened_round.amending(person, "Who? Bo")
    _, outcome = opened_round.closing(AT)
    assert isinstance(consent_round, Decision)
    assert outcome.verdict == "no_quorum"


def test_time_for_changes_follows_the_opening() -> None:
    """After the nominations are opened there is a day to change one's mind."""
    assert nominated(bo="cem").unsealing(AT, PEOPLE).due == AT + CHANGING_LENGTH
    assert replace(opened(), nominations={}).unsealing(AT, PEOPLE).phase is Phase.ENDED
