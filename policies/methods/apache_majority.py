"""Majority approval, as at Apache: at least three +1, and more +1 than -1.

Only votes that somebody gave count, also the proposer's own. Fractions such as +0.5 are opinions, not votes. A -1 is no
veto here, so `veto_needs_reason` (which the two Apache rules share) changes nothing.
Source: Apache Software Foundation, https://www.apache.org/foundation/voting.html and glossary ("majority approval").
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.ballots import Ballot, Question, Result
from policies.electorate import read_flag, read_number
from policies.methods import Example, Method
from policies.methods.majority import answers, attendance, check_answers
from policies.model import text

RULES = {"min_yes": 3, "veto_needs_reason": True, "quorum": None}


def check(question: Question) -> None:
    """Raises `BadBallotFile` if the options are not +1, -1 and what abstains, or a rule is not as it must be."""
    check_answers(question)
    read_number("rules.min_yes", question.rules["min_yes"], least=1)
    read_flag("rules.veto_needs_reason", question.rules["veto_needs_reason"])


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Whether there are enough yes, and more of them than no."""
    given = answers(ballots)
    needed = max(question.rules["min_yes"], given.no + 1)
    quorum_needed, attended, steps = attendance(question, given)
    reason = None
    if not attended:
        outcome, last = "no_quorum", text("count-no-quorum")
    elif given.yes >= needed:
        outcome, last = "passed", text("count-passed")
    else:
        outcome, last = "not_passed", text("count-not-passed", short=needed - given.yes)
        reason = "too few yes" if given.yes > given.no else "not more yes than no"
    return Result(
        result=outcome,  # type: ignore[arg-type] # one of the words above
        needed=needed,
        turnout=given.turnout,
        quorum_needed=quorum_needed,
        reason=reason,
        explain=(
            text("count-answers", yes=given.yes, no=given.no, abstain=given.abstain),
            text("count-least-yes", least=question.rules["min_yes"]),
            text("count-needed", needed=needed),
            *steps,
            last,
        ),
    )


METHOD = Method(
    name="apache_majority",
    takes="choice",
    count=count,
    check=check,
    rules=RULES,
    counts_turnout=False,
    examples=(
        Example(
            {
                "method": "apache_majority",
                "options": ["+1", "0", "-1"],
                "ballots": [{"choice": "+1", "count": 4}, {"choice": "-1", "count": 3}, {"choice": "0", "count": 2}],
            },
            {"result": "passed", "needed": 4, "turnout": 9},
        ),
        Example(
            {"method": "apache_majority", "options": ["+1", "0", "-1"], "ballots": [{"choice": "+1", "count": 2}]},
            {"result": "not_passed", "needed": 3, "turnout": 2, "reason": "too few yes"},
        ),
    ),
)
