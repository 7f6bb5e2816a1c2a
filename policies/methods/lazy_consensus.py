"""Lazy consensus: what nobody objects to in time is agreed. The one method where silence passes.

`hours` is how long the notice must stand (72 unless the rules say otherwise). A count is made when that time is over;
whether everybody could see the notice, and that the clock stood still while the bot was away, is for whoever keeps the
time. One objection is enough to send it to discussion or a vote; it does not need a reason. Not for the rules of the
group or matters about a person. Source: Apache Software Foundation, https://www.apache.org/foundation/voting.html.
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.electorate import read_number
from policies.methods import Example, Method
from policies.methods.majority import meaning
from policies.model import text

_OBJECTS = {"object", "objection"}
_AGREES = {"no objection", "no_objection", "no-objection", "agree", "consent"}


def check(question: Question) -> None:
    """Raises `BadBallotFile` if there is no way to object, or the time is not a number of hours."""
    for at, option in enumerate(question.options):
        if option not in _OBJECTS | _AGREES and meaning(option) is None:
            raise BadBallotFile(f"options[{at}]", f'"{option}" is neither an objection nor an agreement')
    if not any(_objects(option) for option in question.options):
        raise BadBallotFile("options", "object is missing")
    read_number("rules.hours", question.rules["hours"], least=1)


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Whether anybody objected."""
    objections = sum(ballot.count for ballot in ballots if ballot.choice is not None and _objects(ballot.choice))
    notice = text("count-notice", hours=question.rules["hours"])
    if objections:
        return Result(
            result="blocked",
            reason="objection",
            next="discuss",
            explain=(notice, text("count-lazy-objections", objections=objections)),
        )
    return Result(result="passed", explain=(notice, text("count-nobody-objected")))


def _objects(option: str) -> bool:
    return option in _OBJECTS or meaning(option) == "no"


METHOD = Method(
    name="lazy_consensus",
    takes="choice",
    count=count,
    check=check,
    rules={"hours": 72},
    counts_turnout=False,
    examples=(
        Example(
            {"method": "lazy_consensus", "options": ["object"], "eligible": 9, "ballots": []}, {"result": "passed"}
        ),
        Example(
            {
                "method": "lazy_consensus",
                "options": ["no objection", "object"],
                "eligible": 9,
                "ballots": [{"choice": "no objection", "count": 8}, {"choice": "object", "count": 1}],
            },
            {"result": "blocked", "reason": "objection", "next": "discuss"},
        ),
    ),
)
