"""Ties inside a count: who is dropped, whose surplus goes first.

First the earlier stages decide: of those tied, the one who was behind at the most recent stage at which they were
unequal (Scottish Local Government Elections Order 2011, schedule 1, rules 49 to 51). Where the Order would then cast
lots, nothing is drawn here: every way is followed to its end, and a tie is reported only if the ends differ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Protocol, Self, TypeVar

from policies.ballots import Amount, Question, Result
from policies.model import Text, text

_WORK = 400_000
_LEAST = 30


def effort(papers: int) -> int:
    """How many stages are looked at in following the ways out of a tie, before all that is still open is called tied.

    Each stage costs as much as there are different papers, and nobody waits for minutes.
    """
    return max(_LEAST, _WORK // max(papers, 1))


class Stage(Protocol):
    """A point in a count: who is elected so far, and who can be next."""

    @property
    def decided(self) -> tuple[str, ...]:
        """Who is elected so far."""

    @property
    def still_in(self) -> frozenset[str]:
        """Who is neither elected nor dropped."""

    @property
    def winners(self) -> frozenset[str] | None:
        """All who are elected, once the count is over."""

    @property
    def key(self) -> Hashable:
        """Two points with the same key go on in the same way."""

    @property
    def choices(self) -> Sequence[str]:
        """Whom the next step may concern: more than one if they are tied."""

    def after(self, choice: str) -> Self:
        """The point after the next step."""


S = TypeVar("S", bound=Stage)


def behind(
    tied: Sequence[str], history: Sequence[Mapping[str, Amount]], pick: Callable[..., Amount] = min, near: int = 0
) -> list[str]:
    """Those of `tied` who were lowest (or, with `max`, highest) at the most recent stages at which they were unequal.

    `history` has the first stage first. Votes that differ by no more than `near` are equal.
    """
    left = list(tied)
    for votes in reversed(history):
        if len(left) == 1:
            break
        extreme = pick(votes[name] for name in left)
        left = [name for name in left if -near <= votes[name] - extreme <= near]
    return left


def ends(start: S, most: int) -> set[frozenset[str]] | None:
    """All sets of winners that a count can end in from `start`; None if there are too many ways to follow."""
    found: set[frozenset[str]] = set()
    seen: set[Hashable] = set()
    waiting = [start]
    while waiting:
        stage = waiting.pop()
        if stage.winners is not None:
            found.add(stage.winners)
            continue
        if stage.key in seen:
            continue
        seen.add(stage.key)
        if len(seen) > most:
            return None
        waiting += [stage.after(choice) for choice in stage.choices]
    return found


def follow(question: Question, start: S, papers: int) -> tuple[S, Result, tuple[Text, ...]]:
    """The count from `start` to its end, or to a tie that can change who is elected.

    Returns where it ends, the result as far as winners and ties go, and what is said about a tie. `papers` is how many
    different ones there are.
    """
    now, harmless = start, False
    while (winners := now.winners) is None:
        choices = now.choices
        if len(choices) > 1 and not harmless:
            found = ends(now, effort(papers))
            if found is None or len(found) > 1:
                result, said = _tied(question, now, found, first=len(choices) == len(now.still_in))
                return now, result, said
            harmless = True
        # Where all ways end alike, one is shown: which one must not depend on the order of the options.
        now = now.after(min(choices))
    return now, Result(winners=tuple(option for option in question.options if option in winners)), ()


def _tied(
    question: Question, now: Stage, found: set[frozenset[str]] | None, *, first: bool
) -> tuple[Result, tuple[Text, ...]]:
    """The result of a count that ends in a tie, and what is said about it.

    `found` are the possible ends; if there were too many to follow, everybody who is still in is called tied. `first`:
    all who are in are tied, so that with one seat nobody is ahead of them, and they are the winners.
    """
    said: list[Text] = []
    if found is None:
        said.append(text("count-tie-too-many"))
        sure, possible = frozenset(now.decided), now.still_in.union(now.decided)
    else:
        sure, possible = frozenset.intersection(*found), frozenset.union(*found)
    tied = tuple(name for name in question.options if name in possible - sure)
    if question.seats == 1:
        said.append(text("count-tie-inside", options=tied))
        return Result(winners=tied if first else (), tie=True, possible_winners=tied), tuple(said)
    certain = (*now.decided, *(name for name in question.options if name in sure and name not in now.decided))
    said.append(text("count-sure", options=certain))
    said.append(text("count-tie-last-seat", options=tied, left=question.seats - len(certain)))
    return Result(winners=certain, tie=True, sure=certain, tied=tied), tuple(said)
