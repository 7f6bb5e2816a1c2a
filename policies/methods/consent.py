"""Consent, as in sociocracy: nobody has an objection left after everybody was asked.

Objections are not counted against consents: one stops the proposal, so that it can be made better, and needs a reason.
Silence is not consent: a round is open until all who may answer have answered (where their number is known), unless
the rules say otherwise or have a quorum, which says how many answers are enough. Standing aside is an answer that neither consents nor objects; if nobody consents, nothing is
adopted. Source: Sociocracy For All, https://www.sociocracyforall.org/ (consent decision making).
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.electorate import Answers, read_flag, size
from policies.methods import Example, Method
from policies.methods.majority import attendance
from policies.model import text

_MEANINGS = {
    "consent": "consent",
    "object": "object",
    "stand aside": "aside",
    "stand_aside": "aside",
    "stand-aside": "aside",
}


def check(question: Question) -> None:
    """Raises `BadBallotFile` if the options are not consent, object and perhaps stand aside, or a rule is not known."""
    for at, option in enumerate(question.options):
        if option not in _MEANINGS:
            raise BadBallotFile(f"options[{at}]", f'"{option}" is neither consent, object nor stand aside')
    for needed in ("consent", "object"):
        if needed not in question.options:
            raise BadBallotFile("options", f"{needed} is missing")
    if question.rules["everyone_must_answer"] is not None:
        everyone = read_flag("rules.everyone_must_answer", question.rules["everyone_must_answer"])
        if everyone:
            size(question, "eligible")


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Whether there is consent. A blank ballot is no answer."""
    tally = {"consent": 0, "object": 0, "aside": 0}
    unexplained = False
    for ballot in ballots:
        if ballot.choice is not None:
            tally[_MEANINGS[ballot.choice]] += ballot.count
            unexplained |= _MEANINGS[ballot.choice] == "object" and not ballot.reasoned
    given = Answers(tally["consent"], tally["object"], tally["aside"])
    missing = None if question.eligible is None else question.eligible - given.turnout
    quorum_needed, attended, steps = attendance(question, given)
    everyone = question.rules["everyone_must_answer"]
    if everyone is None:
        everyone = question.rules["quorum"] is None
    reason = then = None
    if everyone and missing and not given.no:
        outcome, last = "open", text("count-waiting", missing=missing)
    elif not attended:
        outcome, last = "no_quorum", text("count-no-quorum")
    elif given.no:
        outcome, last = "blocked", text("count-objections", objections=given.no)
        if unexplained:
            steps = (*steps, text("count-reason-missing"))
        reason = "objection without a reason" if unexplained else "objection"
        then = "ask for the reason" if unexplained else "integrate the objection"
    elif not given.yes:
        outcome, last = "not_passed", text("count-nobody-consented")
        reason = "nobody consented"
    else:
        outcome, last = "passed", text("count-consent")
    return Result(
        result=outcome,  # type: ignore[arg-type] # one of the words above
        missing=missing or None,
        quorum_needed=quorum_needed,
        reason=reason,
        next=then,
        explain=(
            text("count-consents", consents=given.yes, asides=given.abstain, objections=given.no),
            *steps,
            last,
        ),
    )


METHOD = Method(
    name="consent",
    takes="choice",
    count=count,
    check=check,
    # None: everybody, unless a quorum says how many are enough.
    rules={"everyone_must_answer": None, "quorum": None},
    counts_turnout=False,
    examples=(
        Example(
            {
                "method": "consent",
                "options": ["consent", "object"],
                "rules": {"everyone_must_answer": True},
                "eligible": 7,
                "ballots": [{"choice": "consent", "count": 6}],
            },
            {"result": "open", "missing": 1},
        ),
        Example(
            {
                "method": "consent",
                "options": ["consent", "object", "stand aside"],
                "eligible": 7,
                "ballots": [{"choice": "consent", "count": 6}, {"choice": "stand aside", "count": 1}],
            },
            {"result": "passed"},
        ),
        Example(
            {
                "method": "consent",
                "options": ["consent", "object"],
                "eligible": 12,
                "ballots": [
                    {"choice": "consent", "count": 11},
                    {"choice": "object", "count": 1, "reason": "Nobody could get home after ten."},
                ],
            },
            {"result": "blocked", "reason": "objection", "next": "integrate the objection"},
        ),
        Example(
            {
                "method": "consent",
                "options": ["consent", "object"],
                "rules": {"everyone_must_answer": False, "quorum": {"share": "1/3", "number": 3}},
                "eligible": 12,
                "ballots": [{"choice": "consent", "count": 3}],
            },
            {"result": "no_quorum", "missing": 9, "quorum_needed": 4},
        ),
    ),
)
