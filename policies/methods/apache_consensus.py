"""Consensus approval, as at Apache: at least three +1 and no valid veto.

A -1 is a veto, and a veto is valid only with a reason (unless `veto_needs_reason` is false). It lasts until the one who
gave it withdraws it: then it is no longer in the ballots. Source: Apache Software Foundation,
https://www.apache.org/foundation/voting.html ("vetoes") and glossary ("consensus approval").
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.ballots import Ballot, Question, Result
from policies.methods import Example, Method
from policies.methods.apache_majority import RULES, check
from policies.methods.majority import answers, attendance, meaning
from policies.model import text


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Whether there are enough yes and no veto that counts."""
    given = answers(ballots)
    without_reason = sum(
        ballot.count for ballot in ballots if meaning(ballot.choice or "") == "no" and not ballot.reasoned
    )
    vetoes = given.no - (without_reason if question.rules["veto_needs_reason"] else 0)
    needed = question.rules["min_yes"]
    quorum_needed, attended, steps = attendance(question, given)
    reason = then = None
    if not attended:
        outcome, last = "no_quorum", text("count-no-quorum")
    elif vetoes:
        outcome, last = "blocked", text("count-vetoes", vetoes=vetoes)
        reason = "veto"
        then = "resolve the veto"
    elif given.yes >= needed:
        outcome, last = "passed", text("count-passed")
    else:
        outcome, last = "not_passed", text("count-not-passed", short=needed - given.yes)
        reason = "too few yes"
    if given.no > vetoes:
        steps = (*steps, text("count-vetoes-without-reason", vetoes=given.no - vetoes))
    return Result(
        result=outcome,  # type: ignore[arg-type] # one of the words above
        needed=needed,
        turnout=given.turnout,
        quorum_needed=quorum_needed,
        reason=reason,
        next=then,
        explain=(
            text("count-answers", yes=given.yes, no=given.no, abstain=given.abstain),
            text("count-needed", needed=needed),
            *steps,
            last,
        ),
    )


METHOD = Method(
    name="apache_consensus",
    takes="choice",
    count=count,
    check=check,
    rules=RULES,
    counts_turnout=False,
    examples=(
        Example(
            {
                "method": "apache_consensus",
                "options": ["+1", "0", "-1"],
                "ballots": [
                    {"choice": "+1", "count": 9},
                    {"choice": "-1", "count": 1, "reason": "It would delete the archive."},
                ],
            },
            {"result": "blocked", "needed": 3, "turnout": 10, "reason": "veto", "next": "resolve the veto"},
        ),
        Example(
            {
                "method": "apache_consensus",
                "options": ["+1", "0", "-1"],
                "ballots": [{"choice": "+1", "count": 3}, {"choice": "-1", "count": 1}],
            },
            {"result": "passed", "needed": 3, "turnout": 4},
        ),
    ),
)
