"""Simple majority: more yes than no. A tie fails, and no votes at all fail too.

A majority is more than half of its base; the base is those who said yes or no unless the rules name another. Who
abstains takes part (quorum) and is neither yes nor no; with the base `present` or `eligible` it works like a no.
Sources: Robert's Rules of Order Newly Revised 44:1 (majority) and 40 (quorum); with the base `eligible-abstain` the
rule of the Node.js technical steering committee. A missed quorum is no decision, not a rejection.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.electorate import Answers, base_of, read_base, read_quorum, read_threshold, size
from policies.methods import Example, Method
from policies.model import Text, text

RULES: Mapping[str, Any] = {"threshold": "1/2", "comparison": "more_than", "base": "yes+no", "quorum": None}

_YES, _NO, _ABSTAIN = ("yes", "+1"), ("no", "-1"), ("abstain", "0", "+0", "-0")
_SAID = {
    "yes+no": "votes",
    "voters": "voters",
    "present": "present",
    "eligible": "eligible",
    "eligible-abstain": "eligible-less-abstentions",
}
_OPINION = re.compile(r"[+-]?0\.\d+")


def meaning(option: str) -> str | None:
    """What an answer means: "yes", "no" or "abstain"; None for any other word.

    Also read in Apache's spelling, +1, 0 and -1, where fractions (+0.5) are opinions and no votes.
    """
    if option in _YES:
        return "yes"
    if option in _NO:
        return "no"
    return "abstain" if option in _ABSTAIN or _OPINION.fullmatch(option) else None


def check_answers(question: Question) -> None:
    """Raises `BadBallotFile` if the options are not yes, no and perhaps abstain."""
    meanings = [meaning(option) for option in question.options]
    for at, option in enumerate(question.options):
        if meanings[at] is None:
            raise BadBallotFile(f"options[{at}]", f'"{option}" is neither yes, no nor abstain')
    for needed in ("yes", "no"):
        if needed not in meanings:
            raise BadBallotFile("options", f"{needed} is missing")


def check(question: Question) -> None:
    """Raises `BadBallotFile` if this is no question to be answered with yes or no by a share of a known base."""
    check_answers(question)
    read_threshold(question.rules)
    base = read_base(question.rules)
    if base in {"eligible", "eligible-abstain"}:
        size(question, "eligible")
    if base == "present":
        size(question, "present")


def answers(ballots: Sequence[Ballot]) -> Answers:
    """The yes, no and abstentions in `ballots`. A blank ballot abstains."""
    tally = {"yes": 0, "no": 0, "abstain": 0}
    for ballot in ballots:
        tally[meaning(ballot.choice or "abstain") or "abstain"] += ballot.count
    return Answers(tally["yes"], tally["no"], tally["abstain"])


def verdict(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Whether enough of the base said yes: the one rule behind majority, supermajority and unanimity."""
    given = answers(ballots)
    threshold = read_threshold(question.rules)
    base = read_base(question.rules)
    people = base_of(base, given, question)
    if base == "present" and given.turnout > people:
        raise BadBallotFile("present", f"{given.turnout} voted, but only {people} are present")
    needed = threshold.needed(people)
    said = (
        text("count-answers", yes=given.yes, no=given.no, abstain=given.abstain),
        text("count-base", base=_SAID[base], people=people),
        text("count-needed", needed=needed),
    )
    quorum_needed, attended, steps = attendance(question, given)
    if not attended:
        outcome, last = "no_quorum", text("count-no-quorum")
    elif threshold.passes(given.yes, people):
        outcome, last = "passed", text("count-passed")
    else:
        outcome, last = "not_passed", text("count-not-passed", short=needed - given.yes)
    return Result(
        result=outcome,  # type: ignore[arg-type] # one of the three words above
        needed=needed,
        turnout=given.turnout,
        quorum_needed=quorum_needed,
        explain=(*said, *steps, last),
    )


def attendance(question: Question, given: Answers) -> tuple[int | None, bool, tuple[Text, ...]]:
    """How many the quorum asks for (None without one), whether it was reached, and the step that says so."""
    quorum = read_quorum(question.rules["quorum"])
    if quorum is None:
        return None, True, ()
    needed = quorum.needed(question)
    reached = quorum.reached(given, question)
    words = "count-quorum-reached" if reached else "count-quorum-missed"
    counted = {"yes": given.yes, "yes+no": given.yes + given.no}.get(quorum.counts, given.turnout)
    return needed, reached, (text(words, turnout=counted, needed=needed),)


METHOD = Method(
    name="majority",
    takes="choice",
    count=verdict,
    check=check,
    rules=RULES,
    counts_turnout=False,
    examples=(
        Example(
            {
                "method": "majority",
                "options": ["yes", "no", "abstain"],
                "ballots": [
                    {"choice": "yes", "count": 5},
                    {"choice": "no", "count": 4},
                    {"choice": "abstain", "count": 9},
                ],
            },
            {"result": "passed", "needed": 5, "turnout": 18},
        ),
        Example(
            {
                "method": "majority",
                "options": ["yes", "no"],
                "ballots": [{"choice": "yes", "count": 6}, {"choice": "no", "count": 6}],
            },
            {"result": "not_passed", "needed": 7, "turnout": 12},
        ),
        Example(
            # Node.js: 20 members, 5 abstain, so more than half of 15.
            {
                "method": "majority",
                "options": ["yes", "no", "abstain"],
                "rules": {"base": "eligible-abstain"},
                "eligible": 20,
                "ballots": [{"choice": "yes", "count": 8}, {"choice": "abstain", "count": 5}],
            },
            {"result": "passed", "needed": 8, "turnout": 13},
        ),
        Example(
            {
                "method": "majority",
                "options": ["yes", "no", "abstain"],
                "rules": {"quorum": {"share": "1/2", "of": "eligible"}},
                "eligible": 9,
                "ballots": [{"choice": "yes", "count": 4}],
            },
            {"result": "no_quorum", "needed": 3, "turnout": 4, "quorum_needed": 5},
        ),
    ),
)
