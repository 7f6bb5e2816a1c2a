"""Score: every voter gives each option a whole number of points, 0 to 5 unless the rules say otherwise.

`result` `sum` adds them up, `mean` divides by those who gave one; what is left out counts as `zero` or is skipped
(`missing`), and which of the two must be known before the vote. A mean of few scores can win when they are skipped: the
explanation says by how many an option was scored. Scores count as they were given; nobody's are stretched to the full
range. Source: https://electowiki.org/wiki/Score_voting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from policies.ballots import Amount, BadBallotFile, Ballot, Question, Result, amount
from policies.electorate import read_word
from policies.methods import Example, Method
from policies.methods._standing import elect, nothing, order, ranked, standing
from policies.model import text


def check(question: Question) -> None:
    """Raises `BadBallotFile` if the range or one of the words in the rules is not as it must be."""
    check_range(question)
    read_word("rules.missing", question.rules["missing"], ("zero", "skip"))
    read_word("rules.result", question.rules["result"], ("sum", "mean"))


def check_range(question: Question) -> None:
    """Raises `BadBallotFile` if `min` and `max` are not whole numbers in that order."""
    for rule in ("min", "max"):
        value = question.rules[rule]
        if isinstance(value, bool) or not isinstance(value, int):
            raise BadBallotFile(f"rules.{rule}", "must be a whole number")
    if question.rules["min"] >= question.rules["max"]:
        raise BadBallotFile("rules.max", "must be more than min")


def check_scores(question: Question, where: str, ballot: Ballot) -> None:
    """Raises `BadBallotFile` for a score that is no whole number or out of range."""
    least, most = question.rules["min"], question.rules["max"]
    for option, score in (ballot.scores or {}).items():
        if isinstance(score, bool) or not isinstance(score, int):
            raise BadBallotFile(f"{where}.{option}", "must be a whole number, not a fraction")
        if not least <= score <= most:
            raise BadBallotFile(f"{where}.{option}", f"{score} is not between {least} and {most}")


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who has most points, or the highest mean."""
    if (empty := nothing(ballots)) is not None:
        return empty
    sums: dict[str, Amount] = dict.fromkeys(question.options, 0)
    scored = dict.fromkeys(question.options, 0)
    voters = sum(ballot.count for ballot in ballots)
    for ballot in ballots:
        for option, score in (ballot.scores or {}).items():
            sums[option] += score * ballot.count
            scored[option] += ballot.count
    counts = sums
    places = order(counts)
    if question.rules["result"] == "mean":
        of = scored if question.rules["missing"] == "skip" else dict.fromkeys(question.options, voters)
        counts = {option: amount(Fraction(sums[option], of[option])) for option in sums if of[option]}
        places = order(counts)
        # What nobody scored has no mean: it stands last.
        if unscored := tuple(option for option in sums if not of[option]):
            places = (*places, unscored)
    result = elect([place for place in places if place[0] in counts], question.seats)
    said = "count-means" if question.rules["result"] == "mean" else "count-points"
    steps = [text(said, options=standing(ranked(counts)), voters=voters)]
    steps += [
        text("count-few-scores", option=option, scored=scored[option], voters=voters)
        for option in (result.winners or ())
        if question.rules["result"] == "mean" and scored[option] * 2 < voters
    ]
    return replace(result, order=places, counts=counts, explain=(*steps, *result.explain))


METHOD = Method(
    name="score",
    takes="scores",
    count=count,
    check=check,
    check_ballot=check_scores,
    rules={"min": 0, "max": 5, "missing": "zero", "result": "sum"},
    several_seats=True,
    examples=(
        Example(
            {
                "method": "score",
                "options": ["hall", "park", "online"],
                "ballots": [
                    {"scores": {"hall": 5, "park": 3}, "count": 2},
                    {"scores": {"park": 4, "online": 5}, "count": 3},
                ],
            },
            {
                "winners": ["park"],
                "order": [["park"], ["online"], ["hall"]],
                "counts": {"hall": 10, "park": 18, "online": 15},
            },
        ),
        Example(
            {
                "method": "score",
                "options": ["hall", "park"],
                "rules": {"missing": "skip", "result": "mean"},
                "ballots": [{"scores": {"hall": 4, "park": 3}, "count": 2}, {"scores": {"park": 4}, "count": 1}],
            },
            {"winners": ["hall"], "order": [["hall"], ["park"]], "counts": {"hall": 4, "park": "10/3"}},
        ),
    ),
)
