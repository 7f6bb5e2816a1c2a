"""Counting methods, each in a file of its own that bears its name, found by themselves.

A method is a value (`Method`): what kind of ballot it takes, its rules and their defaults, how it counts, and worked
examples. To add one, add a file with a `METHOD` in it. Files whose name begins with an underscore are shared parts.

`count` is the one way in: it checks the question and the ballots against the method and raises `BadBallotFile` where
they do not fit. Nothing is rounded, nothing is drawn by lot, and no order of options or ballots decides anything.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Any

from policies.ballots import BadBallotFile, Ballot, Kind, Question, Result
from policies.electorate import read_quorum
from policies.model import text

QUORUM = "quorum"


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a ballot file and, of its result, the keys that matter (all of them unless said otherwise)."""

    given: Mapping[str, Any]
    expected: Mapping[str, Any]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One counting method.

    `takes` is the kind of ballot. `rules` are all rules that it knows, with what stands where a question says nothing.
    `check` refuses options, rules and seats that the method cannot work with, before there is any ballot;
    `check_ballot` refuses one ballot (its second argument is where the ballot stands). `counts_turnout` says that a
    `quorum` is a matter of how many voted, and is looked at before counting.
    """

    name: str
    takes: Kind
    count: Callable[[Question, Sequence[Ballot]], Result]
    examples: tuple[Example, ...]
    rules: Mapping[str, Any]
    several_seats: bool = False
    counts_turnout: bool = True
    check: Callable[[Question], None] | None = None
    check_ballot: Callable[[Question, str, Ballot], None] | None = None


def names() -> tuple[str, ...]:
    """The names of all methods."""
    return tuple(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))


@cache
def method(name: str) -> Method:
    """The method called `name`. Raises `BadBallotFile` if there is none."""
    if name not in names():
        raise BadBallotFile("method", f'"{name}" is not one of {", ".join(names())}')
    found: Method = import_module(f"{__name__}.{name}").METHOD
    return found


def check(question: Question) -> Question:
    """`question` with the method's own rules where it said nothing. Raises `BadBallotFile` if it cannot be counted."""
    how = method(question.method)
    if len(set(question.options)) != len(question.options):
        twice = next(at for at, name in enumerate(question.options) if name in question.options[:at])
        raise BadBallotFile(f"options[{twice}]", f'"{question.options[twice]}" stands twice')
    if not question.options:
        raise BadBallotFile("options", "is empty")
    if not 1 <= question.seats <= len(question.options):
        raise BadBallotFile("seats", f"must be between 1 and the number of options, {len(question.options)}")
    if question.seats > 1 and not how.several_seats:
        raise BadBallotFile("seats", f"{how.name} fills one seat")
    if question.eligible is not None and question.present is not None and question.present > question.eligible:
        raise BadBallotFile("present", "is more than are eligible")
    known = {QUORUM: None, **how.rules} if how.counts_turnout else how.rules
    for rule in question.rules:
        if rule not in known:
            raise BadBallotFile(f"rules.{rule}", f"is not a rule of {how.name}")
    complete = replace(question, rules={**known, **question.rules})
    quorum = read_quorum(complete.rules.get(QUORUM))
    if quorum is not None:
        quorum.needed(complete)
    if how.check is not None:
        how.check(complete)
    return complete


def check_ballots(question: Question, ballots: Sequence[Ballot]) -> None:
    """Raises `BadBallotFile` for the first of `ballots` that is no answer to `question` (as `check` returned it)."""
    how = method(question.method)
    options = frozenset(question.options)
    for at, ballot in enumerate(ballots):
        if isinstance(ballot.count, bool) or not isinstance(ballot.count, int) or ballot.count < 0:
            raise BadBallotFile(f"ballots[{at}].count", "must be a whole number, not negative")
        if not ballot.blank:
            if getattr(ballot, how.takes) is None:
                raise BadBallotFile(f"ballots[{at}]", f"{how.name} takes ballots with {how.takes}")
            _check_names(f"ballots[{at}].{how.takes}", ballot, options)
            if how.check_ballot is not None:
                how.check_ballot(question, f"ballots[{at}].{how.takes}", ballot)
    total = sum(ballot.count for ballot in ballots)
    if question.eligible is not None and total > question.eligible:
        raise BadBallotFile("ballots", f"{total} ballots, but only {question.eligible} are eligible")


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """The result of `question`. Raises `BadBallotFile` if the question or a ballot does not fit the method."""
    how = method(question.method)
    complete = check(question)
    check_ballots(complete, ballots)
    cast = [ballot for ballot in ballots if ballot.count]
    if not how.counts_turnout:
        return how.count(complete, cast)
    quorum = read_quorum(complete.rules[QUORUM])
    if quorum is None:
        return how.count(complete, cast)
    turnout, needed = sum(ballot.count for ballot in cast), quorum.needed(complete)
    if turnout < needed:
        return Result(
            result="no_quorum",
            winners=(),
            turnout=turnout,
            quorum_needed=needed,
            explain=(text("count-quorum-missed", turnout=turnout, needed=needed),),
        )
    result = how.count(complete, cast)
    reached = text("count-quorum-reached", turnout=turnout, needed=needed)
    return replace(result, turnout=turnout, quorum_needed=needed, explain=(reached, *result.explain))


def _check_names(where: str, ballot: Ballot, options: frozenset[str]) -> None:
    if ballot.choice is not None:
        if ballot.choice not in options:
            raise BadBallotFile(where, _unknown(ballot.choice))
    elif ballot.choices is not None:
        _check_list(where, ballot.choices, options)
    elif ballot.scores is not None:
        for option in ballot.scores:
            if option not in options:
                raise BadBallotFile(where, _unknown(option))
    else:
        _check_ranking(where, ballot.ranking or (), options)


def _check_ranking(where: str, ranking: tuple[tuple[str, ...], ...], options: frozenset[str]) -> None:
    flat = [option for place in ranking for option in place]
    if options.issuperset(flat) and len(set(flat)) == len(flat) and all(ranking):
        return
    seen: set[str] = set()
    for at, place in enumerate(ranking):
        if not place:
            raise BadBallotFile(f"{where}[{at}]", "is empty")
        for option in place:
            if option not in options:
                raise BadBallotFile(f"{where}[{at}]", _unknown(option))
            if option in seen:
                raise BadBallotFile(f"{where}[{at}]", f'"{option}" stands twice')
            seen.add(option)


def _check_list(where: str, choices: tuple[str, ...], options: frozenset[str]) -> None:
    for at, option in enumerate(choices):
        if option not in options:
            raise BadBallotFile(f"{where}[{at}]", _unknown(option))
        if option in choices[:at]:
            raise BadBallotFile(f"{where}[{at}]", f'"{option}" stands twice')


def _unknown(option: str) -> str:
    return f'"{option}" is not one of the options'
