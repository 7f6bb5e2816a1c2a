"""Mistakes that other programs make when they count, each with the rule that it breaks."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from policies import methods
from policies.ballots import BadBallotFile, load, write_result

YES_NO = ("yes", "no", "abstain")


def count(method: str, options: tuple[str, ...], ballots: list[tuple[int, Any]], **more: Any) -> dict[str, Any]:
    """The result of a small ballot file: `ballots` are (count, ballot), or (count, ballot, reason)."""
    kind = methods.method(method).takes
    listed = [
        {kind: said, "count": times, **({"reason": reason[0]} if reason else {})} for times, said, *reason in ballots
    ]
    file = {"method": method, "options": list(options), "ballots": listed, **more}
    return write_result(methods.count(*load(json.dumps(file))))


def letters(words: str) -> list[str | list[str]]:
    """A ranking written as "A B=C"."""
    return [place.split("=") if "=" in place else place for place in words.split()]


def ranked(method: str, options: str, ballots: list[tuple[int, str]], **more: Any) -> dict[str, Any]:
    """The result of rankings such as (3, "A B=C")."""
    return count(method, tuple(options.split()), [(times, letters(words)) for times, words in ballots], **more)


def votes(yes: int, no: int = 0, abstain: int = 0, method: str = "majority", **more: Any) -> dict[str, Any]:
    """The result of a vote with yes, no and abstain."""
    return count(method, YES_NO, [(yes, "yes"), (no, "no"), (abstain, "abstain")], **more)


# Shares, bases, quorum


def test_a_majority_is_more_than_half() -> None:
    """More than half is enough: neither 51 % nor one more than half of an odd number is asked for."""
    assert votes(501, 499)["result"] == "passed"
    assert votes(3, 2)["needed"] == 3


def test_a_tied_vote_fails() -> None:
    """As many yes as no is not a majority."""
    assert votes(6, 6)["result"] == "not_passed"


def test_no_votes_pass_nothing() -> None:
    """Zero votes never pass, whatever the share is of."""
    assert votes(0)["result"] == "not_passed"
    assert votes(0, 0, 5, method="unanimity")["result"] == "not_passed"
    assert (
        votes(0, method="supermajority", rules={"threshold": "0", "comparison": "at_least"})["result"] == "not_passed"
    )


def test_abstaining_is_not_a_no() -> None:
    """Who abstains takes part but does not count among yes and no."""
    result = votes(2, 1, 17, eligible=30, rules={"quorum": {"number": 20}})
    assert result == {"result": "passed", "needed": 2, "turnout": 20, "quorum_needed": 20}


def test_abstaining_works_like_a_no_where_all_are_the_base() -> None:
    """With the base `present` or `eligible` a majority is of all, also of those who abstain."""
    assert votes(5, 1, 6, present=12, rules={"base": "present"})["result"] == "not_passed"
    assert votes(5, 1, 6, eligible=12, rules={"base": "eligible"})["needed"] == 7


def test_the_base_does_not_shrink() -> None:
    """A majority of all members is of those on the roll, not of those who are left to vote."""
    assert votes(10, 0, eligible=20, rules={"base": "eligible"})["result"] == "not_passed"
    assert votes(11, 0, eligible=20, rules={"base": "eligible"})["result"] == "passed"


def test_shares_are_not_floats() -> None:
    """55 % of 20 is 11, which a float makes 11.000000000000002."""
    assert votes(11, 9, rules={"threshold": "11/20", "comparison": "at_least"})["result"] == "passed"


def test_two_of_three_are_two_thirds() -> None:
    """At least two thirds includes exactly two thirds, which 66.67 % and `more than` would refuse."""
    assert votes(2, 1, method="supermajority")["result"] == "passed"
    assert votes(2, 1, method="supermajority", rules={"comparison": "more_than"})["result"] == "not_passed"


@pytest.mark.parametrize(
    ("abstain", "base", "result"),
    [(1, "yes+no", "passed"), (1, "eligible", "not_passed"), (1, "voters", "not_passed"), (0, "eligible", "passed")],
)
def test_unanimity_has_two_readings(abstain: int, base: str, result: str) -> None:
    """Whether abstaining breaks unanimity is a rule that the group chooses, not a habit of the program."""
    counted = votes(6 - abstain, 0, abstain, method="unanimity", eligible=6, rules={"base": base})
    assert counted["result"] == result


def test_a_quorum_counts_ballots_not_members() -> None:
    """A quorum is reached by those who vote, not by how many could."""
    rules = {"quorum": {"share": "1/2", "of": "eligible"}}
    assert votes(2, 1, eligible=100, rules=rules)["result"] == "no_quorum"


def test_a_quorum_is_rounded_up_to_people() -> None:
    """Half of 9 is 5 people; more than half of 10 is 6."""
    assert votes(4, eligible=9, rules={"quorum": {"share": "1/2"}})["quorum_needed"] == 5
    assert votes(5, eligible=10, rules={"quorum": {"share": "1/2", "comparison": "more_than"}})["quorum_needed"] == 6


def test_a_missed_quorum_is_no_rejection() -> None:
    """Without a quorum nothing is decided, neither for nor against."""
    assert votes(1, 3, eligible=9, rules={"quorum": 5})["result"] == "no_quorum"


@pytest.mark.parametrize(
    ("counts", "result"), [("yes", "no_quorum"), ("yes+no", "no_quorum"), ("yes+no+abstain", "passed")]
)
def test_a_quorum_says_which_answers_count(counts: str, result: str) -> None:
    """Whether abstentions or only yes count towards a quorum is part of it."""
    assert votes(3, 1, 2, rules={"quorum": {"number": 5, "counts": counts}})["result"] == result


def test_a_quorum_holds_for_choices_too() -> None:
    """A choice among options without enough voters has no winner."""
    result = count("approval", ("A", "B"), [(2, ["A"])], eligible=9, rules={"quorum": {"share": "1/3"}})
    assert result == {"result": "no_quorum", "winners": [], "quorum_needed": 3, "turnout": 2}


# Apache, silence, consent, consensus


def test_apache_fractions_are_opinions() -> None:
    """Votes such as +0.9 are not added up."""
    options = ("+1", "+0.9", "0", "-1")
    assert count("apache_majority", options, [(2, "+1"), (5, "+0.9")])["result"] == "not_passed"


def test_apache_needs_three_yes_and_more_yes_than_no() -> None:
    """Majority approval takes three +1 and more +1 than -1."""
    assert votes(3, 2, method="apache_majority")["result"] == "passed"
    assert votes(3, 3, method="apache_majority")["result"] == "not_passed"
    assert votes(2, 0, method="apache_majority")["result"] == "not_passed"


def test_a_veto_needs_a_reason() -> None:
    """A veto without a reason does not count; one with a reason outweighs any number of yes."""
    bare = [(3, "yes"), (1, "no")]
    assert count("apache_consensus", YES_NO, bare)["result"] == "passed"
    assert count("apache_consensus", YES_NO, [(3, "yes"), (1, "no", "  ")])["result"] == "passed"
    assert count("apache_consensus", YES_NO, [(99, "yes"), (1, "no", "It leaks names.")])["result"] == "blocked"
    assert count("apache_consensus", YES_NO, bare, rules={"veto_needs_reason": False})["result"] == "blocked"


def test_silence_passes_lazy_consensus_only() -> None:
    """Silence is agreement in lazy consensus, and in nothing else."""
    assert count("lazy_consensus", ("object",), [], eligible=7)["result"] == "passed"
    assert count("lazy_consensus", ("object",), [(1, "object")], eligible=7)["result"] == "blocked"
    assert count("consent", ("consent", "object"), [], eligible=7) == {"result": "open", "missing": 7}
    assert count("consent", ("consent", "object"), [])["result"] == "not_passed"


def test_objections_are_not_outvoted() -> None:
    """One objection stops a proposal that any number of members consent to."""
    result = count("consent", ("consent", "object"), [(99, "consent"), (1, "object", "No ramp.")], eligible=100)
    assert (result["result"], result["reason"]) == ("blocked", "objection")


def test_an_objection_without_a_reason_is_asked_for_it() -> None:
    """An objection is never passed over; one without a reason is named as that."""
    result = count("consent", ("consent", "object"), [(3, "consent"), (1, "object")], eligible=4)
    assert (result["result"], result["next"]) == ("blocked", "ask for the reason")


def test_standing_aside_is_no_consent() -> None:
    """If everybody stands aside, nobody wanted it."""
    options = ("consent", "object", "stand_aside")
    assert count("consent", options, [(4, "stand_aside")], eligible=4)["result"] == "not_passed"
    assert count("consent", options, [(3, "stand_aside"), (1, "consent")], eligible=4)["result"] == "passed"


AGREE = ("agree", "reservations", "stand aside", "block")


def test_standing_aside_counts_among_those_who_answered() -> None:
    """Who stands aside is not an abstention: more than a third of the answers send the matter back."""
    assert count("consensus", AGREE, [(6, "agree"), (3, "stand aside")])["result"] == "passed"
    assert count("consensus", AGREE, [(5, "agree"), (3, "stand aside")])["result"] == "not_passed"


def test_a_block_without_a_reason_is_not_passed_over() -> None:
    """A block stops a decision, and if it has no reason the reason is asked for."""
    result = count("consensus", AGREE, [(9, "agree"), (1, "block")])
    assert (result["result"], result["next"]) == ("blocked", "ask for the reason")


def test_consensus_minus_one() -> None:
    """A group may let a decision pass with one block."""
    one = [(9, "agree"), (1, "block", "Too dear.")]
    assert count("consensus", AGREE, one, rules={"max_blocks": 1})["result"] == "passed"
    assert count("consensus", AGREE, [*one, *one], rules={"max_blocks": 1})["result"] == "blocked"


def test_consensus_has_a_quorum_too() -> None:
    """Seven of thirteen households must take part, however much those agree who came."""
    rules = {"quorum": {"share": "1/2", "comparison": "more_than"}}
    assert count("consensus", AGREE, [(6, "agree")], eligible=13, rules=rules)["result"] == "no_quorum"
    assert count("consensus", AGREE, [(7, "agree")], eligible=13, rules=rules)["result"] == "passed"


# Votes and points


def test_most_votes_are_not_a_majority() -> None:
    """A plurality of 30 % is said to be no majority."""
    assert (
        count("plurality", ("A", "B", "C", "D"), [(30, "A"), (25, "B"), (25, "C"), (20, "D")])["majority_reached"]
        is False
    )
    assert count("plurality", ("A", "B"), [(6, "A"), (5, "B")])["majority_reached"] is True


def test_approvals_are_shares_of_voters() -> None:
    """A blank approval ballot is a voter, and shares are of voters, not of approvals."""
    result = count("approval", ("A", "B"), [(3, ["A", "B"]), (2, ["A"]), (1, [])])
    assert (result["counts"], result["turnout"]) == ({"A": 5, "B": 3}, 6)


def test_a_tie_for_the_last_seat_is_reported() -> None:
    """Who is sure of a seat is elected, who is tied for the last is named, and no lot is drawn."""
    result = count("approval", ("A", "B", "C", "D"), [(3, ["A", "B"]), (1, ["A", "C"]), (2, ["C"])], seats=2)
    assert (result["winners"], result["sure"], result["tied"]) == (["A"], ["A"], ["B", "C"])


def test_a_tie_below_the_last_seat_is_none() -> None:
    """A tie is reported only if it can change the result."""
    result = count("approval", ("A", "B", "C"), [(3, ["A"]), (1, ["B", "C"])])
    assert result["winners"] == ["A"]
    assert "tie" not in result


def test_nobody_is_elected_without_a_vote() -> None:
    """An option that nobody named takes no seat that is left over."""
    assert count("approval", ("A", "B"), [(3, ["A"])], seats=2)["winners"] == ["A"]
    assert count("plurality", ("A", "B"), [(3, "A")], seats=2)["winners"] == ["A"]


def test_a_mean_of_few_scores_is_said_to_be_one() -> None:
    """Left-out scores are zero unless the rules skip them, and then a winner that few scored is called out."""
    ballots = [(9, {"A": 4}), (1, {"A": 4, "B": 5})]
    assert count("score", ("A", "B"), ballots, rules={"result": "mean"})["winners"] == ["A"]
    file = {
        "method": "score",
        "options": ["A", "B"],
        "rules": {"result": "mean", "missing": "skip"},
        "ballots": [{"scores": scores, "count": times} for times, scores in ballots],
    }
    result = methods.count(*load(json.dumps(file)))
    assert result.winners == ("B",)
    assert "count-few-scores" in [step.id for step in result.explain]


def test_scores_are_not_stretched() -> None:
    """A score counts as it was given, not as a share of the highest that the voter gave."""
    assert count("score", ("A", "B"), [(3, {"A": 1}), (1, {"B": 5})])["counts"] == {"A": 3, "B": 5}


def test_star_reports_a_tied_run_off() -> None:
    """Two finalists whom as many voters prefer are a tie, also if one has more points."""
    result = count("star", ("A", "B", "C"), [(1, {"A": 5, "B": 1}), (1, {"A": 1, "B": 2}), (1, {"C": 1})])
    assert result["counts"] == {"A": 6, "B": 3, "C": 1}
    assert (result["winners"], result["tie"]) == (["A", "B"], True)


def test_star_reports_a_tie_for_the_run_off() -> None:
    """If it decides who of several with equal points gets into the run-off, all who can win are named."""
    tied = [(2, {"A": 5}), (2, {"B": 4, "C": 1}), (1, {"C": 5, "B": 1}), (1, {"C": 2})]
    result = count("star", ("A", "B", "C"), tied)
    assert result["counts"] == {"A": 10, "B": 9, "C": 9}
    assert (result["tie"], result["winners"], result["possible_winners"]) == (True, [], ["B", "C"])


def test_star_is_silent_about_a_tie_that_changes_nothing() -> None:
    """If the same option wins every possible run-off there is no tie."""
    result = count("star", ("A", "B", "C"), [(5, {"A": 5}), (1, {"B": 4}), (1, {"C": 4})])
    assert result["winners"] == ["A"]
    assert "tie" not in result


@pytest.mark.parametrize("scores", [{"walk": 4, "tea": 2}, {"walk": -1}, {"walk": 1.5}, {"walk": 4}])
def test_invalid_dots_are_rejected(scores: dict[str, Any]) -> None:
    """A ballot with too many, negative or broken dots is rejected and not quietly counted."""
    rules = {"dots": 5, "max_per_option": 3}
    result = count("dots", ("walk", "tea"), [(1, scores), (9, {"tea": 1})], rules=rules)
    assert (result["result"], result["winners"]) == ("ballot_rejected", [])


def test_unused_dots_count_for_nothing() -> None:
    """Who places one of five dots has given one."""
    assert count("dots", ("walk", "tea"), [(1, {"walk": 1})], rules={"dots": 5})["counts"] == {"walk": 1, "tea": 0}


def test_short_borda_ballots_are_worth_as_much_as_long_ones() -> None:
    """Every Borda ballot hands out the same points; options left out share what is left."""
    result = ranked("borda", "A B C D", [(1, "A"), (1, "B=C"), (1, "D C B A")])
    assert result["counts"] == {"A": "7/2", "B": "9/2", "C": "11/2", "D": "9/2"}


def test_borda_is_not_an_instant_run_off() -> None:
    """Points and run-offs choose different winners from the same ballots."""
    ballots = [(42, "M N C K"), (26, "N C K M"), (15, "C K N M"), (17, "K C N M")]
    assert ranked("borda", "M N C K", ballots)["winners"] == ["N"]
    assert ranked("irv", "M N C K", ballots)["winners"] == ["K"]


# Instant run-off


def test_irv_majority_is_of_continuing_ballots() -> None:
    """A run-off stops at more than half of the ballots that still stand for somebody, and shows the others."""
    result = ranked("irv", "A B C", [(4, "A"), (3, "B"), (2, "C")])
    assert result == {
        "winners": ["A"],
        "eliminated": ["C"],
        "rounds": [{"A": 4, "B": 3, "C": 2}, {"A": 4, "B": 3}],
        "exhausted_final": 2,
    }


def test_irv_does_not_drop_tied_options_together() -> None:
    """Options tied last are dropped one at a time: together they may beat the first."""
    result = ranked("irv", "A B C", [(5, "A"), (3, "B C"), (3, "C B")])
    assert (result["tie"], result["possible_winners"], result["winners"]) == (True, ["B", "C"], [])


def test_irv_ties_go_by_the_last_unequal_round() -> None:
    """Of options tied last the one goes that was behind at the most recent round at which they were unequal."""
    result = ranked("irv", "A B C D", [(6, "A"), (4, "B"), (3, "C B"), (1, "D C B")])
    assert (result["eliminated"], result["winners"]) == (["D", "C"], ["B"])
    assert "tie" not in result


def test_irv_reports_no_tie_that_changes_nothing() -> None:
    """If the same option wins whoever is dropped there is no tie."""
    result = ranked("irv", "A B C D", [(5, "A"), (2, "B D"), (2, "C D"), (4, "D")])
    assert result["winners"] == ["D"]
    assert "tie" not in result


def test_irv_reports_a_last_tie() -> None:
    """Two left with as many votes are a tie between the two."""
    result = ranked("irv", "A B", [(5, "A"), (5, "B")])
    assert (result["winners"], result["tie"]) == (["A", "B"], True)


def test_irv_shares_equal_ranks() -> None:
    """A vote for two equal options is half a vote for each, and whole again when one is dropped."""
    result = ranked("irv", "A B C", [(3, "A=B"), (2, "C"), (1, "A")])
    assert result["rounds"] == [{"A": "5/2", "B": "3/2", "C": 2}, {"A": 4, "C": 2}]


def test_equal_last_is_as_good_as_left_out() -> None:
    """Options that are equal last say nothing, written down or not."""
    assert ranked("irv", "A B C", [(2, "A B=C"), (3, "B"), (3, "C")]) == ranked(
        "irv", "A B C", [(2, "A"), (3, "B"), (3, "C")]
    )


@pytest.mark.parametrize("method", ["irv", "schulze", "borda", "stv", "stv_meek"])
def test_blank_rankings_elect_nobody(method: str) -> None:
    """Nothing but blank ballots gives no result, and not some winner."""
    assert ranked(method, "A B", [(7, "")]) == {"winners": [], "no_result": True}


@pytest.mark.parametrize("method", ["irv", "schulze", "borda", "debian", "stv", "stv_meek"])
def test_a_ranking_names_an_option_once(method: str) -> None:
    """A ranking with an option twice is refused, and the place named."""
    rules = {"default": "B"} if method == "debian" else {}
    with pytest.raises(BadBallotFile, match=r'^ballots\[0\]\.ranking\[2\]: "A" stands twice$'):
        ranked(method, "A B", [(1, "A B A")], rules=rules)


# Pairs


def test_schulze_counts_winning_votes() -> None:
    """The strength of a win is how many are behind it; by margins C would win here."""
    # A beats D 6:3, D beats C 5:4, C beats A 4:2. Weakest by votes: C over A; by margin: D over C.
    assert ranked("schulze", "A B C D", [(2, "A D B C"), (3, "D B"), (4, "C A")])["winners"] == ["A"]


def test_schulze_does_not_call_a_beaten_option_a_winner() -> None:
    """Winners are those whom nobody beats; a beaten option stands later, tied ones in one place."""
    result = ranked("schulze", "A B C D", [(3, "A B D C"), (2, "C A D B"), (1, "D")])
    assert result["pairs"]["A>B"] > result["pairs"]["B>A"]
    assert result["winners"] == ["A"]
    assert all(
        result["strongest_paths"][f"{above}>{below}"] >= result["strongest_paths"][f"{below}>{above}"]
        for place, above_all in enumerate(result["order"])
        for above in above_all
        for below_all in result["order"][place + 1 :]
        for below in below_all
    )


def test_left_out_options_are_equal_last() -> None:
    """A ballot for A alone prefers A to all others, and none of these to another."""
    pairs = ranked("schulze", "A B C", [(1, "A")])["pairs"]
    assert pairs == {"A>B": 1, "A>C": 1, "B>A": 0, "B>C": 0, "C>A": 0, "C>B": 0}


@pytest.mark.parametrize(("supporters", "winner"), [(47, "none"), (48, "A")])
@pytest.mark.parametrize("written", [47.43, "47.43", "4743/100"])
def test_a_debian_quorum_is_not_rounded(supporters: int, winner: str, written: Any) -> None:
    """A quorum of 47.43 takes 48 voters, and 47 are too few."""
    rules = {"default": "none", "quorum_above_default": written}
    assert ranked("debian", "A none", [(supporters, "A")], rules=rules)["winners"] == [winner]


def test_nobody_defeats_a_debian_option_by_coming() -> None:
    """A quorum counts those who prefer the option, so that opponents who vote cannot help it over the line."""
    rules = {"default": "none", "quorum_above_default": 5}
    assert ranked("debian", "A none", [(4, "A"), (3, "none")], rules=rules)["winners"] == ["none"]


def test_debian_drops_what_is_not_preferred_to_the_default() -> None:
    """An option must beat "none of the above" itself, also if it beats all others."""
    result = ranked(
        "debian", "A B none", [(3, "A none B"), (4, "none A B"), (1, "B none A")], rules={"default": "none"}
    )
    assert (result["winners"], result["eliminated"]) == (["none"], ["A", "B"])


def test_debian_leaves_a_tie_to_a_casting_vote() -> None:
    """Equal winners are reported as tied."""
    result = ranked("debian", "A B none", [(2, "A B"), (2, "B A")], rules={"default": "none"})
    assert (result["winners"], result["tie"]) == (["A", "B"], True)


# Several seats


def test_stv_cuts_values_to_five_decimals() -> None:
    """A Scottish count by hand: quota 10, surplus 5 of 15, values of 0.33333 and not 0.33334 or a third."""
    result = ranked("stv", "A B C D", [(10, "A B"), (5, "A C"), (4, "B"), (6, "C"), (2, "D C")], seats=2)
    assert result["quota"] == 10
    assert result["stages"][1]["votes"] == {"A": "10.00000", "B": "7.33330", "C": "7.66665", "D": "2.00000"}
    assert result["stages"][1]["cut"] == "0.00005"
    assert result["stages"][2]["votes"]["C"] == "9.66665"
    assert (result["winners"], result["eliminated"]) == (["A", "C"], ["D", "B"])


def test_the_droop_quota_is_a_whole_number() -> None:
    """9 votes for 2 seats have a quota of 4: with an exact third C would be elected at once."""
    result = ranked("stv", "A B C", [(3, "C"), (4, "A"), (2, "B")], seats=2)
    assert result["quota"] == 4
    assert result["stages"][0]["elected"] == ["A"]


def test_stv_passes_on_all_papers() -> None:
    """A surplus goes on from all papers at a part of their value, not from the last parcel alone."""
    # B has 8 of its own and 5 from E. All 13 at 4/13: D 8.46152, C 7.53845. The last 5 alone would elect C.
    result = ranked("stv", "B C D E", [(8, "B D"), (6, "C"), (6, "D"), (5, "E B C")], seats=2)
    assert result["stages"][2]["votes"] == {"B": "9.00000", "C": "7.53845", "D": "8.46152", "E": "0.00000"}
    assert result["winners"] == ["B", "D"]


def test_stv_gives_nothing_to_the_elected() -> None:
    """A surplus skips whoever is elected already."""
    # A and B are elected at once. A's surplus is for C; if B got it, D would be elected.
    result = ranked("stv", "A B C D", [(10, "A B C"), (8, "B"), (3, "C"), (4, "D")], seats=3)
    assert result["stages"][1]["votes"] == {"A": "7.00000", "B": "8.00000", "C": "6.00000", "D": "4.00000"}
    assert result["winners"] == ["A", "B", "C"]


@pytest.mark.parametrize("method", ["stv", "stv_meek"])
def test_as_many_seats_as_candidates(method: str) -> None:
    """If there are as many seats as candidates, all are elected; more seats are refused."""
    assert set(ranked(method, "A B", [(3, "A")], seats=2)["winners"]) == {"A", "B"}
    with pytest.raises(BadBallotFile, match=r"^seats: "):
        ranked(method, "A B", [(3, "A")], seats=3)


@pytest.mark.parametrize("method", ["stv", "stv_meek"])
def test_stv_names_who_is_sure_and_who_is_tied(method: str) -> None:
    """A tie for the last seat names those who are elected anyway and those who are tied."""
    result = ranked(method, "A B C", [(6, "A"), (2, "B"), (2, "C")], seats=2)
    assert (result["tie"], result["sure"], result["tied"]) == (True, ["A"], ["B", "C"])
    assert result["winners"] == ["A"]


def test_stv_ties_go_by_the_last_unequal_stage() -> None:
    """As rule 51 says, of those tied last the one goes that was behind at the most recent unequal stage."""
    result = ranked("stv", "A B C D", [(6, "A"), (4, "B"), (3, "C B"), (1, "D C B")])
    assert (result["eliminated"], result["winners"]) == (["D", "C"], ["B"])


def test_stv_shares_equal_ranks() -> None:
    """A paper for two equal options counts for both with half its value."""
    result = ranked("stv", "A B C", [(3, "A=B"), (2, "C")], seats=1)
    assert result["stages"][0]["votes"] == {"A": "1.50000", "B": "1.50000", "C": "2.00000"}


def test_too_many_ties_are_owned_up_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the ways out of a tie are too many to follow, all who are still in are called tied, and that is said."""
    monkeypatch.setattr("policies.methods._ties.effort", lambda _: 1)
    file = {
        "method": "irv",
        "options": ["A", "B", "C", "D"],
        "ballots": [{"ranking": [name], "count": 1} for name in "ABCD"],
    }
    result = methods.count(*load(json.dumps(file)))
    assert result.possible_winners == ("A", "B", "C", "D")
    assert "count-tie-too-many" in [step.id for step in result.explain]


def test_meek_goes_on_until_it_is_done() -> None:
    """The quota sinks to 25 in ever smaller steps: B with 26 is elected by it, and no step is left out."""
    # A keeps as much of 90 as the quota, the rest is for nobody: quota = (50 + quota) / 3.
    result = ranked("stv_meek", "A B C", [(90, "A"), (26, "B"), (24, "C")], seats=2)
    assert (result["elected_order"], result["eliminated"]) == (["A", "B"], [])


def test_meek_does_not_elect_on_a_rounding_error() -> None:
    """B and C with exactly the quota towards which it sinks are tied, not elected by the last digit of a float."""
    result = ranked("stv_meek", "A B C", [(90, "A"), (25, "B"), (25, "C")], seats=2)
    assert (result["sure"], result["tied"]) == (["A"], ["B", "C"])


def test_meek_passes_on_through_the_elected() -> None:
    """What an elected option does not keep goes on, also to one that is elected already."""
    ballots = [(10, "A B C"), (8, "B"), (3, "C"), (4, "D")]
    votes_of = ranked("stv_meek", "A B C D", ballots, seats=3)["stages"][0]["votes"]
    # A's surplus reaches B first, who keeps some of it: C gets less than the whole surplus.
    assert Fraction(3) < Fraction(votes_of["C"]) < Fraction(6)


# Third Legacy


def legacy(ballot: int, **given: int) -> dict[str, Any]:
    """One ballot of a Third Legacy election."""
    listed = [(times, name) for name, times in given.items()]
    return count("third_legacy", tuple(given), listed, rules={"ballot": ballot})


def test_two_thirds_elect_on_any_ballot() -> None:
    """Exactly two thirds of the votes are enough."""
    assert legacy(1, Ana=20, Ben=10)["winners"] == ["Ana"]
    assert legacy(5, Ana=19, Ben=11)["result"] == "continue"


def test_nobody_is_withdrawn_after_the_first_ballot() -> None:
    """All go on to the second ballot."""
    assert legacy(1, Ana=15, Ben=14, Cleo=1)["remaining"] == ["Ana", "Ben", "Cleo"]


def test_less_than_a_fifth_is_withdrawn_after_the_second() -> None:
    """A fifth stays, less goes."""
    assert legacy(2, Ana=12, Ben=7, Cleo=6, Dov=5)["remaining"] == ["Ana", "Ben", "Cleo"]


def test_those_tied_for_second_stay() -> None:
    """The two with most stay whatever they have, and all who are tied for second with them."""
    assert legacy(3, Ana=17, Ben=5, Cleo=5, Dov=3)["remaining"] == ["Ana", "Ben", "Cleo"]


def test_those_tied_first_are_the_two_with_most() -> None:
    """If two are tied first, the third is not second."""
    assert legacy(3, Ana=12, Ben=12, Cleo=6)["remaining"] == ["Ana", "Ben"]


def test_the_last_ballot_leads_to_the_lot() -> None:
    """After the fourth ballot the meeting decides how to go on, after the fifth it is the lot."""
    assert legacy(4, Ana=14, Ben=12, Cleo=4)["next"] == "motion: fifth ballot or lot"
    last = legacy(5, Ana=14, Ben=12, Cleo=4)
    assert (last["next"], last["remaining"]) == ("lot", ["Ana", "Ben"])
