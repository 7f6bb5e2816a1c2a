"""One decision: who may vote, which act counts, when it is over, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import decision as rule
from policies.ballots import Ballot
from policies.decision import Act, Decision, Secrecy, Status, Verdict, Way
from policies.model import Refused

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ANA = "@ana:example.org"


def members(count: int) -> list[str]:
    """The first of them is Ana, who proposes."""
    return [ANA, *(f"@member{place:03}:example.org" for place in range(1, count))][:count]


def proposed(method: str = rule.MAJORITY, **more: Any) -> Decision:
    return rule.propose(number=1, question="Tea?", proposer=ANA, method=method, now=NOW, **more)


def opened(count: int, method: str = rule.MAJORITY, **more: Any) -> Decision:
    return proposed(method, **more).opening(NOW, members(count))


def act(voter: str, choice: str | None, after: timedelta = HOUR, *, way: Way = Way.WORDS, **more: Any) -> Act:
    event = more.pop("event", f"${voter}{after}")
    reason = more.pop("reason", "because" if choice == rule.OBJECT else None)
    ballot = None if choice is None else Ballot(choice=choice, reason=reason)
    return Act(voter, more.pop("root", event), event, NOW + after, way, ballot)


def voted(decision: Decision, answers: Sequence[str]) -> Decision:
    """One member after the other gives one of the answers."""
    for voter, answer in zip(sorted(decision.electorate), answers, strict=False):
        decision = decision.voting(act(voter, answer))
    return decision


def ballots(yes: int, no: int = 0, abstain: int = 0) -> list[str]:
    return ["yes"] * yes + ["no"] * no + ["abstain"] * abstain


def refusal(error: pytest.ExceptionInfo[Refused]) -> str:
    return error.value.text.id


def standing(decision: Decision) -> dict[str, str | None]:
    return {each.voter: each.ballot.choice if each.ballot else None for each in decision.standing()}


# What comes out


@pytest.mark.parametrize(
    ("eligible", "answers", "verdict"),
    [
        (10, ballots(3, 2), Verdict.PASSED),
        (10, ballots(5), Verdict.PASSED),
        (10, ballots(4), Verdict.NO_QUORUM),
        (11, ballots(5), Verdict.NO_QUORUM),  # half of eleven is five and a half
        (11, ballots(6), Verdict.PASSED),
        (10, ballots(1, 0, 4), Verdict.PASSED),  # who abstains takes part
        (10, ballots(0, 0, 10), Verdict.NOT_PASSED),  # and nobody said yes
        (10, ballots(5, 5), Verdict.NOT_PASSED),  # a tie is no
        (10, ballots(4, 5), Verdict.NOT_PASSED),
        (1, ballots(1), Verdict.PASSED),
        (2, ballots(1), Verdict.PASSED),
        (3, ballots(1), Verdict.NO_QUORUM),
        (10, [], Verdict.NO_QUORUM),
    ],
)
def test_an_everyday_question(eligible: int, answers: list[str], verdict: Verdict) -> None:
    """It passes when at least half of the members take part and more say yes than no; silence is never yes."""
    assert voted(opened(eligible), answers).count().verdict is verdict


@pytest.mark.parametrize(
    ("eligible", "answers", "verdict"),
    [
        (10, ballots(6), Verdict.PASSED),
        (10, ballots(5), Verdict.NOT_PASSED),
        (10, ballots(5, 0, 5), Verdict.NOT_PASSED),
        (10, ballots(6, 4), Verdict.PASSED),
        (11, ballots(6, 5), Verdict.PASSED),
        (11, ballots(5), Verdict.NO_QUORUM),
    ],
)
def test_a_short_question_needs_more_than_half_of_all(eligible: int, answers: list[str], verdict: Verdict) -> None:
    """A vote shorter than 72 hours passes only with more than half of all members."""
    short = opened(eligible, length=71 * HOUR)
    assert short.short
    assert voted(short, answers).count().verdict is verdict
    assert not opened(eligible, length=72 * HOUR).short
    assert not opened(eligible, until=NOW + 72 * HOUR).short
    assert opened(eligible, until=NOW + 72 * HOUR - timedelta(seconds=1)).short


CONSENT, ASIDE, OBJECT = rule.CONSENT, rule.STAND_ASIDE, rule.OBJECT


@pytest.mark.parametrize(
    ("eligible", "answers", "verdict"),
    [
        (12, [CONSENT] * 4, Verdict.PASSED),
        (12, [CONSENT] * 3, Verdict.NO_QUORUM),
        (13, [CONSENT] * 4, Verdict.NO_QUORUM),  # a third of thirteen is more than four
        (12, [CONSENT] * 11 + [OBJECT], Verdict.BLOCKED),
        (12, [CONSENT, CONSENT, ASIDE, ASIDE], Verdict.PASSED),
        (5, [CONSENT, CONSENT], Verdict.NO_QUORUM),  # a third, and three
        (5, [CONSENT] * 3, Verdict.PASSED),
        (2, [CONSENT] * 2, Verdict.PASSED),  # in a group of two, both
        (2, [CONSENT], Verdict.NO_QUORUM),
    ],
)
def test_a_question_in_consent(eligible: int, answers: list[str], verdict: Verdict) -> None:
    """It passes when a third of the members, and three, answer and nobody objects; one objection stops it."""
    assert voted(opened(eligible, rule.IN_CONSENT), answers).count().verdict is verdict


@pytest.mark.parametrize(
    ("share", "answers", "verdict"),
    [
        (Fraction(2, 3), ballots(17, 8, 3), Verdict.PASSED),  # ballot-file.md
        (Fraction(2, 3), ballots(16, 9), Verdict.NOT_PASSED),
        (Fraction(3, 4), ballots(18, 6), Verdict.PASSED),
        (Fraction(1), ballots(25, 0, 3), Verdict.PASSED),
        (Fraction(1), ballots(27, 1), Verdict.NOT_PASSED),
        (Fraction(2, 3), ballots(13), Verdict.NO_QUORUM),
    ],
)
def test_a_share_that_the_proposer_asks_for(share: Fraction, answers: list[str], verdict: Verdict) -> None:
    """A proposer may ask for a larger share of yes among yes and no; half of the members must take part all the same."""
    method, given_rules = rule.threshold(share)
    assert voted(opened(28, method, given=given_rules), answers).count().verdict is verdict


def test_a_looser_share_is_refused() -> None:
    """A proposer may make a vote stricter than the rules, never looser."""
    for share in (Fraction(1, 2), Fraction(1, 3), Fraction(0), Fraction(4, 3)):
        with pytest.raises(Refused) as error:
            rule.threshold(share)
        assert refusal(error) == "propose-needs-looser"


def chosen(decision: Decision, *choices: tuple[str, ...]) -> Decision:
    for voter, names in zip(sorted(decision.electorate), choices, strict=False):
        given_act = replace(act(voter, None), ballot=Ballot(choices=names))
        decision = decision.voting(given_act)
    return decision


def test_a_choice_is_never_decided_by_the_order_of_options() -> None:
    """The option with the most approvals is chosen; equal ones are a tie, whichever stands first."""
    cake = opened(4, rule.CHOOSE, options=("tea", "cake", "walk"))
    outcome = chosen(cake, ("cake",), ("tea", "cake"), ("walk",)).count()
    assert (outcome.verdict, outcome.winners) == (Verdict.CHOSEN, ("cake",))
    assert dict(outcome.counts) == {"tea": 1, "cake": 2, "walk": 1}
    for options in (("tea", "cake", "walk"), ("walk", "cake", "tea")):
        tied = chosen(opened(4, rule.CHOOSE, options=options), ("cake",), ("tea",), ("cake", "tea")).count()
        assert tied.verdict is Verdict.TIE
        assert set(tied.tied) == {"tea", "cake"}
    assert chosen(cake).count().verdict is Verdict.NO_QUORUM


def test_a_short_choice_needs_more_than_half_of_all_for_the_chosen() -> None:
    """In a choice shorter than 72 hours the first must be named by more than half of all members."""
    short = opened(4, rule.CHOOSE, options=("tea", "cake"), length=HOUR)
    assert chosen(short, ("tea",), ("tea",)).count().verdict is Verdict.TOO_FEW
    assert chosen(short, ("tea",), ("tea",), ("tea", "cake")).count().verdict is Verdict.CHOSEN


counted = st.integers(1, 40).flatmap(
    lambda eligible: st.tuples(
        st.just(eligible),
        st.lists(st.sampled_from(["yes", "no", "abstain"]), max_size=eligible),
        st.booleans(),
    )
)


@given(counted)
def test_the_everyday_rule_in_exact_numbers(case: tuple[int, list[str], bool]) -> None:
    """For every count the verdict is that of the rule in whole numbers, and every vote is counted once."""
    eligible, answers, short = case
    outcome = voted(opened(eligible, length=HOUR if short else 72 * HOUR), answers).count()
    yes, no, turnout = answers.count("yes"), answers.count("no"), len(answers)
    if 2 * turnout < eligible:
        expected = Verdict.NO_QUORUM
    else:
        expected = Verdict.PASSED if (2 * yes > eligible if short else yes > no) else Verdict.NOT_PASSED
    assert outcome.verdict is expected
    assert outcome.turnout == sum(outcome.counts.values()) == turnout
    assert dict(outcome.counts) == {each: answers.count(each) for each in ("yes", "no", "abstain")}


in_consent = st.integers(1, 40).flatmap(
    lambda eligible: st.tuples(
        st.just(eligible), st.lists(st.sampled_from([CONSENT, CONSENT, CONSENT, ASIDE, OBJECT]), max_size=eligible)
    )
)


@given(in_consent)
def test_the_rule_of_consent_in_exact_numbers(case: tuple[int, list[str]]) -> None:
    """For every count of a consent the verdict is that of the rule in whole numbers."""
    eligible, answers = case
    enough = 3 * len(answers) >= eligible and len(answers) >= min(3, eligible)
    verdict = voted(opened(eligible, rule.IN_CONSENT), answers).count().verdict
    if not enough:
        expected = Verdict.NO_QUORUM
    elif OBJECT in answers:
        expected = Verdict.BLOCKED
    else:
        expected = Verdict.PASSED if CONSENT in answers else Verdict.NOT_PASSED
    assert verdict is expected


# When it opens and closes


def test_it_opens_with_its_announcement() -> None:
    """Its length runs from the server time of the announcement, and who is a member then may vote."""
    decision = proposed()
    assert decision.status is Status.ANNOUNCED
    late = decision.opening(NOW + 2 * HOUR, members(3))
    assert (late.status, late.opened, late.closes) == (Status.OPEN, NOW + 2 * HOUR, NOW + 74 * HOUR)
    assert late.electorate == frozenset(members(3))
    assert proposed(rule.IN_CONSENT).opening(NOW, members(3)).closes == NOW + 7 * DAY


def test_an_end_by_the_clock_stays_unless_it_has_passed() -> None:
    """`until` is kept when the announcement is late; when it is later than the end the promised time runs from it."""
    decision = proposed(until=NOW + 4 * HOUR)
    assert decision.opening(NOW + HOUR, members(3)).closes == NOW + 4 * HOUR
    assert decision.opening(NOW + 5 * HOUR, members(3)).closes == NOW + 9 * HOUR


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"question": " \n "}, "propose-empty"),
        ({"question": "x" * 501}, "propose-too-long"),
        ({"open_by_proposer": 2}, "propose-two-open"),
        ({"length": timedelta(seconds=19)}, "propose-too-short"),
        ({"until": NOW - HOUR}, "propose-too-short"),
        ({"length": timedelta(days=367)}, "propose-too-far"),
        ({"until": NOW + timedelta(days=367)}, "propose-too-far"),
        ({"method": rule.CHOOSE, "options": ("a", "b"), "seats": 2}, "propose-seats"),
        ({"method": rule.CHOOSE, "options": ("a", "b"), "seats": 0}, "propose-seats"),
    ],
)
def test_what_cannot_be_proposed(more: dict[str, Any], refused: str) -> None:
    """An empty or endless question, a third one at once, and ends out of reach are refused with the reason."""
    arguments: dict[str, Any] = {"question": "Tea?", "proposer": ANA, "method": rule.MAJORITY, "now": NOW}
    with pytest.raises(Refused) as error:
        rule.propose(**arguments | more)
    assert refusal(error) == refused


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        (["tea"], "propose-one-option"),
        (["tea", "  "], "propose-one-option"),
        ([str(place) for place in range(21)], "propose-many-options"),
        (["tea", "x" * 101], "propose-long-option"),
        (["tea", "Tea"], "propose-twin-options"),
    ],
)
def test_options_that_cannot_be_told_apart_are_refused(options: list[str], refused: str) -> None:
    """A choice has at least two options that people can tell apart."""
    with pytest.raises(Refused) as error:
        rule.check_options(options)
    assert refusal(error) == refused
    assert rule.check_options([" tea ", "green  tea"]) == ("tea", "green tea")


@pytest.mark.parametrize(
    ("voter", "after", "refused"),
    [
        (ANA, timedelta(0), None),
        (ANA, 72 * HOUR, None),
        (ANA, -timedelta(milliseconds=1), "vote-not-open-yet"),
        (ANA, 72 * HOUR + timedelta(milliseconds=1), "vote-closed"),
        ("@new:example.org", HOUR, "vote-not-in-electorate"),
    ],
)
def test_who_may_vote_and_when(voter: str, after: timedelta, refused: str | None) -> None:
    """Votes count from the opening to the closing time, both included, and only of those who were members then."""
    decision = opened(3)
    if refused is None:
        assert decision.voting(act(voter, "yes", after)).voted == {voter}
        return
    with pytest.raises(Refused) as error:
        decision.voting(act(voter, "yes", after))
    assert refusal(error) == refused


def test_nothing_is_voted_on_before_it_opens_or_after_it_ended() -> None:
    """A decision that is announced, taken back or closed takes no vote, whenever it was sent."""
    decision = opened(3)
    for ended, refused in (
        (proposed(), "vote-not-open-yet"),
        (decision.stopping(ANA, NOW + HOUR), "vote-stopped"),
        (decision.closing(NOW + 73 * HOUR)[0], "vote-closed"),
    ):
        with pytest.raises(Refused) as error:
            ended.voting(act(ANA, "yes"))
        assert refusal(error) == refused


def test_only_an_answer_to_the_question_is_a_vote() -> None:
    """A ballot must fit the method, and an objection needs a reason, so that the group can mend the proposal."""
    for decision, wrong, refused in (
        (opened(3), act(ANA, "perhaps"), "vote-not-an-answer"),
        (opened(3), act(ANA, rule.CONSENT), "vote-not-an-answer"),
        (opened(3, rule.IN_CONSENT), act(ANA, "yes"), "vote-not-an-answer"),
        (opened(3, rule.IN_CONSENT), act(ANA, rule.OBJECT, reason=None), "objection-needs-reason"),
        (opened(3, rule.IN_CONSENT), act(ANA, rule.OBJECT, reason="  "), "objection-needs-reason"),
        (opened(3, rule.CHOOSE, options=("a", "b")), act(ANA, "a"), "vote-not-an-answer"),
    ):
        with pytest.raises(Refused) as error:
            decision.voting(wrong)
        assert refusal(error) == refused


# Which act counts


def test_the_latest_act_counts_whichever_way_it_came() -> None:
    """Server time decides, then the event id; the order in which acts reach us does not."""
    decision = opened(3)
    typed, tapped = act(ANA, "yes", 2 * HOUR), act(ANA, "no", 3 * HOUR, way=Way.POLL)
    assert standing(decision.voting(typed).voting(tapped)) == {ANA: "no"}
    assert standing(decision.voting(tapped).voting(typed)) == {ANA: "no"}
    one, two = act(ANA, "yes", event="$a"), act(ANA, "no", event="$b")
    assert standing(decision.voting(two).voting(one)) == {ANA: "no"}


def test_an_edit_counts_at_its_own_time() -> None:
    """One act per root event: an edit takes the place of what it edits, and a stale edit does not."""
    decision = opened(3).voting(act(ANA, "yes", HOUR, event="$root"))
    edited = decision.voting(act(ANA, "no", 3 * HOUR, event="$edit", root="$root"))
    assert standing(edited) == {ANA: "no"}
    assert len(edited.acts) == 1
    assert edited.voting(act(ANA, "abstain", 2 * HOUR, event="$old", root="$root")) == edited
    assert standing(edited.voting(act(ANA, "yes", 2 * HOUR))) == {ANA: "no"}


def test_a_vote_that_is_taken_back_leaves_none() -> None:
    """`nothing` is an act like another: it counts as no vote, also over earlier ones."""
    decision = opened(3).voting(act(ANA, "yes")).voting(act(ANA, None, 2 * HOUR))
    assert decision.voted == frozenset()
    assert decision.count().turnout == 0
    assert decision.voting(act(ANA, "no", 3 * HOUR)).voted == {ANA}


def test_removing_an_act_brings_back_the_one_before() -> None:
    """When the voter removes an act, by its root or by the edit that stands, an earlier one counts again."""
    decision = opened(3).voting(act(ANA, "yes", event="$one")).voting(act(ANA, "no", 2 * HOUR, event="$two"))
    assert standing(decision.withdrawing("$two")) == {ANA: "yes"}
    assert standing(decision.withdrawing("$one")) == {ANA: "no"}
    edited = decision.voting(act(ANA, "abstain", 3 * HOUR, event="$edit", root="$two"))
    assert standing(edited.withdrawing("$edit")) == standing(edited.withdrawing("$two")) == {ANA: "yes"}
    assert edited.withdrawing("$other") == edited


given_acts = st.lists(
    st.tuples(
        st.sampled_from(members(3)),
        st.integers(0, 4),
        st.sampled_from("abcdefgh"),
        st.sampled_from(["yes", "no", "abstain", None]),
    ),
    max_size=8,
    unique_by=lambda each: each[2],
)


@given(given_acts, st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(acts: list[tuple[str, int, str, str | None]], chance: Any) -> None:
    """The same acts in any order of arrival give the same standing votes: the latest of each by (server time, event id)."""
    made = [act(voter, choice, hours * HOUR, event=f"${event}") for voter, hours, event, choice in acts]
    mixed = list(made)
    chance.shuffle(mixed)
    one, other = opened(3), opened(3)
    for each in made:
        one = one.voting(each)
    for each in mixed:
        other = other.voting(each)
    assert one.standing() == other.standing()
    for voter in members(3):
        own = [each for each in made if each.voter == voter]
        latest = max(own, key=lambda each: (each.sent, each.event), default=None)
        assert standing(one).get(voter) == (latest.ballot.choice if latest and latest.ballot else None)


def test_what_a_clients_poll_shows_otherwise_is_counted() -> None:
    """The outcome says how many votes a client's poll does not show, and how many answers it shows that do not count."""
    one, two, three, four = members(4)
    decision = opened(4)
    decision = decision.voting(act(one, "yes", way=Way.POLL))
    decision = decision.voting(act(two, "yes"))
    decision = decision.voting(act(three, "yes", way=Way.POLL)).voting(act(three, "no", 2 * HOUR))
    decision = decision.voting(act(four, "no", way=Way.REACTION))
    decision = decision.straying("@late:example.org").straying("@late:example.org")
    outcome = decision.count()
    assert (outcome.turnout, outcome.in_words, outcome.poll_only) == (4, 3, 2)


def test_reasons_are_told_of_votes_that_stand() -> None:
    """A reason goes with its vote: when the vote is changed or taken back the reason is not told."""
    one, two, _ = members(3)
    decision = opened(3).voting(act(one, "yes", reason="near")).voting(act(two, "no", reason="far"))
    decision = decision.voting(act(two, "yes", 2 * HOUR))
    assert [each.voter for each in decision.count().reasons] == [one]


# Changes on the way


def test_only_the_proposer_changes_a_proposal() -> None:
    """Nobody else takes a proposal back, changes its words or its end, and nobody does after it is over."""
    decision = opened(3)
    other = members(3)[1]
    changes: list[Callable[[Decision, str], Decision]] = [
        lambda each, by: each.stopping(by, NOW + HOUR),
        lambda each, by: each.amending(by, "Coffee?"),
        lambda each, by: each.extending(by, NOW + 90 * HOUR),
    ]
    for change in changes:
        with pytest.raises(Refused, match="not-yours"):
            change(decision, other)
        for over in (decision.stopping(ANA, NOW + HOUR), decision.closing(NOW + 73 * HOUR)[0]):
            with pytest.raises(Refused, match="over"):
                change(over, ANA)
        assert change(decision, ANA) != decision


def test_new_words_are_a_new_vote() -> None:
    """When the question changes all ballots are void, it is announced anew, and its whole time runs again."""
    changed = voted(opened(3), ballots(2)).amending(ANA, "Coffee?")
    assert (changed.version, changed.status, changed.acts, changed.electorate) == (2, Status.ANNOUNCED, {}, frozenset())
    again = changed.opening(NOW + 10 * HOUR, members(4))
    assert again.closes == NOW + 82 * HOUR
    assert again.count().turnout == 0


def test_a_vote_is_made_longer_never_shorter() -> None:
    """A later end keeps the ballots; an earlier or equal one is refused."""
    decision = voted(opened(3), ballots(2))
    longer = decision.extending(ANA, NOW + 80 * HOUR)
    assert (longer.closes, longer.voted) == (NOW + 80 * HOUR, decision.voted)
    for until in (NOW + 72 * HOUR, NOW + HOUR):
        with pytest.raises(Refused, match="change-not-shorter"):
            decision.extending(ANA, until)


def test_when_too_few_took_part_it_stays_open_as_long_again_once() -> None:
    """The second time is as long as the first, at most a week, the ballots stand, and it is marked as done."""
    decision = voted(opened(9), ballots(2))
    longer = decision.waiting_longer()
    assert (longer.closes, longer.extended, longer.voted) == (NOW + 144 * HOUR, True, decision.voted)
    assert not longer.short
    assert opened(9, length=30 * DAY).waiting_longer().closes == NOW + 37 * DAY


def test_one_member_moves_a_question_to_the_stricter_rules() -> None:
    """A member who says that it is not an everyday question makes it one in consent, announced anew for seven days."""
    decision = voted(opened(3), ballots(2))
    strict = decision.stricter(members(3)[2], NOW + HOUR)
    assert (strict.method, strict.options, strict.acts) == (rule.IN_CONSENT, rule.FIXED[rule.IN_CONSENT], {})
    assert strict.opening(NOW + HOUR, members(3)).closes == NOW + HOUR + 7 * DAY
    with pytest.raises(Refused, match="vote-not-in-electorate"):
        decision.stricter("@new:example.org", NOW + HOUR)
    with pytest.raises(Refused, match="not-everyday-already"):
        opened(3, rule.IN_CONSENT).stricter(ANA, NOW + HOUR)
    with pytest.raises(Refused, match="not-everyday-already"):
        opened(3, secrecy=Secrecy.SECRET).stricter(ANA, NOW + HOUR)


def test_a_decision_is_a_value() -> None:
    """Steps return new decisions and leave the old one as it was."""
    decision = opened(3)
    before = replace(decision)
    decision.voting(act(ANA, "yes"))
    decision.straying(ANA)
    decision.closing(NOW + 80 * HOUR)
    assert decision == before
