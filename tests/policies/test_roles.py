"""Jobs and turns: who is next, and that nobody carries it alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from policies import roles
from policies.model import Refused
from policies.rights import Power, Right, may, may_use, undone
from policies.roles import (
    AHEAD,
    DUTY,
    FACILITATOR,
    GIVEN_UP,
    GUEST,
    REMINDED,
    WEEK,
    Happening,
    Holder,
    Leadership,
    What,
)
from policies.turns import NEVER, Rota, Served, Swap, Turn, loaded

BEGIN = datetime(2026, 3, 2, 18, tzinfo=UTC)
ANA, BO, CEM, DORA = PEOPLE = tuple(f"@{name}:example.org" for name in ("ana", "bo", "cem", "dora"))
SEED = "5eed"
PEOPLE_SETS = st.sets(st.sampled_from(PEOPLE), min_size=1)


def shared(*people: str, role: str = DUTY, at: datetime = BEGIN) -> Leadership:
    """These people share a duty."""
    found = Leadership().sharing(role, SEED)
    for person in people:
        found = found.appointing(Holder(role, person, at))
    return found


def later(before: Leadership, at: datetime, *, here: tuple[str, ...] = PEOPLE) -> tuple[Leadership, list[tuple[What, str]]]:
    """What happened until `at`, with a look at each time at which something was due."""
    said: list[Happening] = []
    after, moment = before, BEGIN
    while True:
        after, more = roles.due(after, moment, here, {})
        said += more
        if moment >= at:
            break
        moment = min(after.next_due(moment) or at, at)
    return after, [(each.what, each.person or each.role) for each in said]


def taken(before: Leadership, person: str, at: datetime = BEGIN) -> Leadership:
    """Somebody takes the turn."""
    rota, _ = before.rota(DUTY).taking(person, at, WEEK)
    return before.with_rota(rota)


# The order


def test_least_recently_served_is_first() -> None:
    """Who has not served for longest is next; who never served comes before all others."""
    rota = Rota(DUTY, SEED, last={ANA: BEGIN, BO: BEGIN - WEEK, CEM: BEGIN + WEEK})
    assert rota.order([ANA, BO, CEM, DORA]) == (DORA, BO, ANA, CEM)


@given(people=PEOPLE_SETS, seed=st.text("0123456789abcdef", min_size=1, max_size=8))
def test_the_same_seed_gives_the_same_order(people: set[str], seed: str) -> None:
    """The lot among equals rests on the seed and the people, not on the order in which they are listed."""
    rota = Rota(DUTY, seed)
    assert rota.order(sorted(people)) == rota.order(sorted(people, reverse=True))
    assert sorted(rota.order(people)) == sorted(people)


@given(people=PEOPLE_SETS, seed=st.text("0123456789abcdef", min_size=1, max_size=8), turns=st.integers(1, 9))
def test_nobody_serves_twice_before_everybody_has_served(people: set[str], seed: str, turns: int) -> None:
    """Among those who are willing and there, the numbers of turns never differ by more than one."""
    rota, at = Rota(DUTY, seed), BEGIN
    for _ in range(turns):
        person = rota.next_up(sorted(people))
        if person is None:
            assert len(people) == 1
            break
        rota, at = replace(rota, current=Turn(person, at, at + WEEK, at, taken=True)), at + WEEK
        rota = rota.ended(at)
    counts = [sum(each.person == person for each in rota.served) for person in people]
    assert max(counts) - min(counts) <= 1


@given(people=st.sets(st.sampled_from(PEOPLE), min_size=2), seed=st.text("0123456789abcdef", min_size=1, max_size=8))
def test_passing_never_punishes(people: set[str], seed: str) -> None:
    """Whoever passes has the same place in the order as before, and is first again for the next turn."""
    rota = Rota(DUTY, seed)
    order = rota.order(people)
    passed = replace(rota, current=Turn(order[0], BEGIN, BEGIN + WEEK, BEGIN)).passing(order[0])
    assert passed.order(people) == order
    assert passed.next_up(people) == order[1]
    after = replace(passed, current=Turn(order[1], BEGIN, BEGIN + WEEK, BEGIN, taken=True)).ended(BEGIN + WEEK)
    assert after.next_up(people) == order[0]


def test_two_turns_in_a_row_are_enough() -> None:
    """Nobody is given a third turn in a row; they may take it."""
    rota = Rota(DUTY, SEED, served=(Served(ANA, BEGIN - WEEK), Served(ANA, BEGIN)), last={ANA: BEGIN})
    assert rota.next_up([ANA]) is None
    after, turn = rota.taking(ANA, BEGIN, WEEK)
    assert (after.current, turn.person, turn.ends) == (turn, ANA, BEGIN + WEEK)


# Asking


def test_a_turn_is_offered_reminded_and_handed_on() -> None:
    """The next turn is offered two days before, reminded after a day, and after two days somebody else is asked."""
    before = taken(shared(ANA, BO), ANA)
    ends = BEGIN + WEEK
    after, said = later(before, ends - AHEAD)
    assert said == [(What.OFFERED, BO)]
    assert after.serving(DUTY, PEOPLE) == (ANA, BO)
    _, said = later(before, ends - AHEAD + REMINDED)
    assert said == [(What.OFFERED, BO), (What.REMINDED, BO)]
    after, said = later(before, ends - AHEAD + GIVEN_UP)
    assert said[2:] == [(What.OFFERED, ANA)]
    assert after.serving(DUTY, PEOPLE) == (ANA, BO)


def test_who_does_not_answer_is_asked_no_more() -> None:
    """After two offers without an answer somebody is asked no more, until they do something; the group is told once."""
    before = shared(ANA)
    _, said = later(before, BEGIN + 20 * WEEK)
    assert said.count((What.OFFERED, ANA)) == 2
    assert said.count((What.MISSING, DUTY)) == 1
    after, _ = later(before, BEGIN + 20 * WEEK)
    assert after.returned(ANA).rota(DUTY).next_up([ANA]) == ANA


def test_away_hands_over_at_once() -> None:
    """Who goes away has no turn from then on, the backup is asked for what is left of it, and it is theirs again to be asked later."""
    at = BEGIN + timedelta(days=2)
    after, mine = taken(shared(ANA, BO), ANA).going(ANA, at + WEEK)
    assert mine == (DUTY,)
    after, said = roles.due(after, at, PEOPLE, {})
    assert [(each.what, each.person, each.until) for each in said] == [(What.OFFERED, BO, BEGIN + WEEK)]
    assert after.serving(DUTY, PEOPLE) == (BO,)
    after, _ = roles.due(after, at + WEEK, PEOPLE, {})
    assert set(after.serving(DUTY, PEOPLE)) == {ANA, BO}


def test_nobody_there_is_said_once() -> None:
    """Where all who do a job are away, the group is told once, and again only after somebody was there."""
    after, _ = taken(shared(ANA), ANA).going(ANA, None)
    after, said = roles.due(after, BEGIN, PEOPLE, {})
    assert [each.what for each in said] == [What.UNMANNED]
    after, said = roles.due(after, BEGIN + WEEK, PEOPLE, {})
    assert said == ()
    with pytest.raises(Refused):
        after.back(BO)
    after, _ = roles.due(after.back(ANA), BEGIN + WEEK, PEOPLE, {})
    after, _ = after.going(ANA, None)
    _, said = roles.due(after, BEGIN + WEEK, PEOPLE, {})
    assert [each.what for each in said] == [What.UNMANNED]


def test_a_swap_needs_both() -> None:
    """A swap changes nothing until the other says yes; then both have each other's turn."""
    rota = Rota(
        DUTY,
        SEED,
        current=Turn(ANA, BEGIN, BEGIN + WEEK, BEGIN, taken=True),
        coming=Turn(BO, BEGIN + WEEK, BEGIN + 2 * WEEK, BEGIN),
    )
    asked = rota.swapping(ANA, BO)
    assert (asked.current, asked.coming, asked.swap) == (rota.current, rota.coming, Swap(ANA, BO))
    assert asked.passing(BO) == rota
    after = asked.swapped(BO)
    assert after.current is not None
    assert after.coming is not None
    assert (after.current.person, after.coming.person, after.coming.taken) == (BO, ANA, True)
    for wrong in (lambda: asked.swapped(CEM), lambda: rota.swapping(CEM, ANA), lambda: rota.swapping(ANA, ANA)):
        with pytest.raises(Refused):
            wrong()


# Terms


def test_a_term_ends_by_itself() -> None:
    """Two weeks before the end the group is asked who is next, once; at the end nobody has the job by it."""
    until = BEGIN + timedelta(days=90)
    before = Leadership().appointing(Holder(FACILITATOR, ANA, BEGIN, until, 7))
    _, said = later(before, until - timedelta(days=14))
    assert said == [(What.ENDING, ANA)]
    after, said = later(before, until)
    assert said == [(What.ENDING, ANA), (What.ENDED, ANA), (What.EMPTY, FACILITATOR)]
    assert after.serving(FACILITATOR, PEOPLE) == ()
    again, said = later(after, until + timedelta(days=90))
    assert (again, said) == (after, [])


def test_another_term_goes_on() -> None:
    """Who is chosen again keeps the job without a break, until the new end."""
    first = Leadership().appointing(Holder(FACILITATOR, ANA, BEGIN, BEGIN + WEEK, 7))
    second = first.appointing(Holder(FACILITATOR, ANA, BEGIN + timedelta(days=6), BEGIN + 9 * WEEK, 8))
    assert second.of(FACILITATOR) == (Holder(FACILITATOR, ANA, BEGIN, BEGIN + 9 * WEEK, 8),)


def test_who_left_holds_nothing() -> None:
    """Somebody who is not in the group serves in nothing, and has nothing when they come back."""
    before = taken(shared(ANA, BO), ANA)
    assert before.serving(DUTY, (BO,)) == (BO,)
    after = before.gone(ANA)
    assert after.serving(DUTY, PEOPLE) == (BO,)
    assert after.rota(DUTY).turn_of(ANA) is None


def test_a_guest_does_no_job() -> None:
    """Who becomes a guest has no job besides."""
    after = taken(shared(ANA), ANA).appointing(Holder(GUEST, ANA, BEGIN))
    assert after.roles_of(ANA) == (GUEST,)


def test_a_recall_lasts() -> None:
    """Whose part the group ended is not back by their own wish; the group can give it to them again."""
    after = shared(ANA).recalling(ANA, DUTY)
    assert after.recalled(ANA, DUTY)
    assert not after.appointing(Holder(DUTY, ANA, BEGIN, None, 9)).recalled(ANA, DUTY)


def test_forgetting_leaves_nothing() -> None:
    """Of somebody who asked to be forgotten nothing is left, not even that they once served."""
    before = taken(shared(ANA, BO), ANA)
    before = before.with_rota(before.rota(DUTY).ended(BEGIN + WEEK))
    assert ANA not in repr(before.recalling(ANA, DUTY).forgetting(ANA))


# Load


def test_more_than_half_is_much() -> None:
    """Exactly half of the turns is not more than half; few turns and old ones say nothing."""
    half = Rota(DUTY, SEED, served=tuple(Served(who, BEGIN) for who in (ANA, BO, ANA, BO)))
    assert loaded([half], BEGIN) is None
    more = replace(half, served=(*half.served, Served(ANA, BEGIN)))
    assert loaded([more], BEGIN) == ANA
    assert loaded([more], BEGIN + timedelta(weeks=8)) is None
    assert loaded([replace(more, served=more.served[-1:])], BEGIN) is None


def test_load_is_said_once() -> None:
    """The group is asked for volunteers once, and again only after the load was shared."""
    before = shared(ANA, BO)
    heavy = before.with_rota(replace(before.rota(DUTY), served=tuple(Served(ANA, BEGIN) for _ in range(4))))
    after, said = roles.due(heavy, BEGIN, PEOPLE, {})
    assert (What.LOAD, ANA) in [(each.what, each.person) for each in said]
    _, said = roles.due(after, BEGIN + timedelta(minutes=1), PEOPLE, {})
    assert all(each.what is not What.LOAD for each in said)


# Rights


def test_two_members_can_do_what_a_role_can() -> None:
    """A power needs its role, or two members who ask for the same; and two members undo it."""
    assert may(Right.ANYONE, member=False)
    assert not may(Right.MEMBER, member=False)
    for power in Power:
        assert may_use(power, [FACILITATOR])
        assert not may_use(power, [GUEST])
        assert may_use(power, [], asking=2)
    assert not undone({ANA}, PEOPLE)
    assert undone({ANA, BO}, PEOPLE)
    assert not undone({ANA, "@gone:example.org"}, PEOPLE)
    assert undone({ANA}, {ANA, BO})


# Any sequence of acts


class Turns(RuleBasedStateMachine):
    """People join, take, pass, swap, go, come back, stop and leave in any order, while time goes by."""

    def __init__(self) -> None:
        super().__init__()
        self.at = BEGIN
        self.here = set(PEOPLE)
        self.state = Leadership()
        self.said: list[Happening] = []

    @initialize(people=PEOPLE_SETS)
    def begin(self, people: set[str]) -> None:
        self.state = shared(*sorted(people))
        self.tick(0)

    def settle(self) -> None:
        self.state, said = roles.due(self.state, self.at, frozenset(self.here), {})
        again, more = roles.due(self.state, self.at, frozenset(self.here), {})
        assert (again, more) == (self.state, ())
        self.said += said

    @rule(hours=st.integers(0, 200))
    def tick(self, hours: int) -> None:
        until = self.at + timedelta(hours=hours)
        while True:
            self.at = min(self.state.next_due(self.at) or until, until)
            self.settle()
            if self.at >= until:
                return

    @rule(person=st.sampled_from(PEOPLE))
    def joins(self, person: str) -> None:
        if person in self.here:
            self.state = self.state.appointing(Holder(DUTY, person, self.at))
            self.settle()

    @rule(person=st.sampled_from(PEOPLE), act=st.sampled_from(["take", "pass", "swapped"]), other=st.sampled_from(PEOPLE))
    def acts(self, person: str, act: str, other: str) -> None:
        if person not in self.state.willing(DUTY, self.here):
            return
        rota = self.state.rota(DUTY)
        try:
            match act:
                case "take":
                    rota, _ = rota.taking(person, self.at, WEEK)
                case "pass":
                    before = rota.order(PEOPLE)
                    rota = rota.passing(person)
                    assert rota.order(PEOPLE) == before
                case _ if other in self.state.willing(DUTY, self.here):
                    rota = rota.swapping(person, other).swapped(other)
        except Refused:
            return
        self.state = self.state.with_rota(rota)
        self.settle()

    @rule(person=st.sampled_from(PEOPLE), hours=st.integers(1, 300))
    def goes(self, person: str, hours: int) -> None:
        if person in self.here:
            self.state, _ = self.state.going(person, self.at + timedelta(hours=hours))
            self.settle()

    @rule(person=st.sampled_from(PEOPLE))
    def stops(self, person: str) -> None:
        self.state = self.state.leaving(person, DUTY)
        self.settle()

    @precondition(lambda self: len(self.here) > 1)
    @rule(person=st.sampled_from(PEOPLE))
    def leaves(self, person: str) -> None:
        self.here.discard(person)
        self.state = self.state.gone(person)
        self.settle()

    @rule(person=st.sampled_from(PEOPLE))
    def comes_back(self, person: str) -> None:
        self.here.add(person)

    @invariant()
    def only_who_is_there_has_a_turn(self) -> None:
        """A turn is never with somebody who left or is away, and nobody has two."""
        rota = self.state.rotas.get(DUTY)
        if rota is None:
            return
        people = [turn.person for turn in (rota.current, rota.coming) if turn is not None]
        assert all(person in self.here and person not in self.state.away for person in people)
        assert rota.current is None or rota.current.ends is None or rota.current.ends > self.at
        for person in self.state.serving(DUTY, self.here):
            assert person in self.here
            assert person not in self.state.away
        if rota.current is not None:
            assert self.state.serving(DUTY, self.here)[0] == rota.current.person

    @invariant()
    def nobody_is_given_three_in_a_row(self) -> None:
        """An offer never goes to somebody who has had the last two turns."""
        rota = self.state.rotas.get(DUTY)
        if rota is None or rota.current is None or rota.current.taken or len(rota.served) < 2:
            return
        assert {each.person for each in rota.served[-2:]} != {rota.current.person}

    @invariant()
    def all_that_is_due_has_a_time(self) -> None:
        """While somebody is asked, there is a time at which they are reminded or somebody else is asked."""
        rota = self.state.rotas.get(DUTY)
        if rota is not None and any(turn is not None and not turn.taken for turn in (rota.current, rota.coming)):
            assert self.state.next_due(self.at) is not None


TestTurns = Turns.TestCase
TestTurns.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_never_is_before_everything() -> None:
    """Who never served comes before whoever served at any time."""
    assert NEVER < BEGIN
