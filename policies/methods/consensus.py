"""Consensus with reservations, standing aside and blocks.

Nobody blocks (or not more than `max_blocks`: "consensus minus one"), and not too many stand aside: more than
`max_stand_aside_share` of those who answered means that the group is lukewarm, and the matter goes back to discussion.
Who stands aside has answered, is recorded by name elsewhere, and need not carry the decision out. A block needs a
reason; one without is never passed over, its reason is asked for.
Sources: Seeds for Change, https://www.seedsforchange.org.uk/consensus; Ashland Cohousing, https://ashlandcoho.com.
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.electorate import Answers, Threshold, people, read_number, read_share
from policies.methods import Example, Method
from policies.methods.majority import attendance
from policies.model import text

_MEANINGS = {
    "agree": "agree",
    "reservations": "reservations",
    "agree with reservations": "reservations",
    "stand aside": "aside",
    "stand_aside": "aside",
    "stand-aside": "aside",
    "block": "block",
}


def check(question: Question) -> None:
    """Raises `BadBallotFile` if the options are not those of a consensus, or a rule is not as it must be."""
    for at, option in enumerate(question.options):
        if option not in _MEANINGS:
            raise BadBallotFile(f"options[{at}]", f'"{option}" is neither agree, reservations, stand aside nor block')
    for needed in ("agree", "block"):
        if needed not in question.options:
            raise BadBallotFile("options", f"{needed} is missing")
    read_number("rules.max_blocks", question.rules["max_blocks"])
    read_share("rules.max_stand_aside_share", question.rules["max_stand_aside_share"])


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Whether there is consensus. A blank ballot is no answer."""
    tally = dict.fromkeys(_MEANINGS.values(), 0)
    unexplained = False
    for ballot in ballots:
        if ballot.choice is not None:
            tally[_MEANINGS[ballot.choice]] += ballot.count
            unexplained |= _MEANINGS[ballot.choice] == "block" and not ballot.reasoned
    agreed = tally["agree"] + tally["reservations"]
    given = Answers(agreed, tally["block"], tally["aside"])
    share = read_share("rules.max_stand_aside_share", question.rules["max_stand_aside_share"])
    most_aside = people(share, given.turnout, "more_than") - 1
    quorum_needed, attended, steps = attendance(question, given)
    reason = then = None
    if not attended:
        outcome, last = "no_quorum", text("count-no-quorum")
    elif given.no > question.rules["max_blocks"]:
        outcome, last = "blocked", text("count-blocks", blocks=given.no, most=question.rules["max_blocks"])
        if unexplained:
            steps = (*steps, text("count-reason-missing"))
        reason = "block without a reason" if unexplained else "block"
        then = "ask for the reason" if unexplained else "discuss"
    elif Threshold(share, "more_than").passes(given.abstain, given.turnout):
        outcome, last = "not_passed", text("count-too-many-aside", asides=given.abstain, most=most_aside)
        reason, then = "too many stand aside", "discuss"
    elif not agreed:
        outcome, last = "not_passed", text("count-nobody-agreed")
        reason = "nobody agreed"
    else:
        outcome, last = "passed", text("count-consensus")
    return Result(
        result=outcome,  # type: ignore[arg-type] # one of the words above
        turnout=given.turnout,
        quorum_needed=quorum_needed,
        reason=reason,
        next=then,
        explain=(
            text(
                "count-consensus-answers",
                agreed=tally["agree"],
                reservations=tally["reservations"],
                asides=tally["aside"],
                blocks=tally["block"],
            ),
            *steps,
            last,
        ),
    )


_OPTIONS = ["agree", "reservations", "stand aside", "block"]

METHOD = Method(
    name="consensus",
    takes="choice",
    count=count,
    check=check,
    rules={"max_blocks": 0, "max_stand_aside_share": "1/3", "quorum": None},
    counts_turnout=False,
    examples=(
        Example(
            {
                "method": "consensus",
                "options": _OPTIONS,
                "ballots": [
                    {"choice": "agree", "count": 5},
                    {"choice": "reservations", "count": 1},
                    {"choice": "stand aside", "count": 3},
                ],
            },
            {"result": "passed", "turnout": 9},
        ),
        Example(
            {
                "method": "consensus",
                "options": _OPTIONS,
                "ballots": [{"choice": "agree", "count": 5}, {"choice": "stand aside", "count": 3}],
            },
            {"result": "not_passed", "turnout": 8, "reason": "too many stand aside", "next": "discuss"},
        ),
        Example(
            {
                "method": "consensus",
                "options": _OPTIONS,
                "ballots": [
                    {"choice": "agree", "count": 11},
                    {"choice": "block", "count": 1, "reason": "It breaks what we promised newcomers."},
                ],
            },
            {"result": "blocked", "turnout": 12, "reason": "block", "next": "discuss"},
        ),
        Example(
            # Ashland: 7 of 13 households make a quorum.
            {
                "method": "consensus",
                "options": _OPTIONS,
                "eligible": 13,
                "rules": {"quorum": {"share": "1/2", "comparison": "more_than"}},
                "ballots": [{"choice": "agree", "count": 6}],
            },
            {"result": "no_quorum", "turnout": 6, "quorum_needed": 7},
        ),
    ),
)
