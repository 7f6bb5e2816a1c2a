"""Ties inside a count: who is dropped, whose surplus goes first.

First the earlier stages decide: of those tied, the one who was behind at the most recent stage at which they were
unequal (Scottish Local Government Elections Order 2011, schedule 1, rules 49 to 51). Where the Order would then cast
lots, nothing is drawn here: every way is followed to its end, and a tie is reported only if the ends differ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Protocol, TypeVar

from policies.ballots import Amount, Question, Result
from policies.model import Text, text

WAYS = 400
"""How many stages are looked at in following the ways out of a tie, before all that is still open is called tied."""


class Stage(Protocol):
    """A point in a count: who is elected so far, and who can be next."""

    @property
    def winners(self) -> frozenset[str] | None:
        """All who are elected, once the count is over."""

    @property
    def key(self) -> Hashable:
        """Two points with the same key go on in the same way."""

    @property
    def choices(self) -> Sequence[str]:
        """Whom the next step may concern: more than one if they are tied."""

    def after(self, choice: str) -> Stage:
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


def ends(start: Stage, most: int = WAYS) -> set[frozenset[str]] | None:
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


def tie_result(
    question: Question,
    found: set[frozenset[str]] | None,
    *,
    elected: Sequence[str],
    still_in: Sequence[str],
    tied_first: bool,
) -> tuple[Result, tuple[Text, ...]]:
    """The result of a count that ends in a tie, and what is said about it.

    `found` are the possible ends. If there were too many to follow, everybody of `still_in` is called tied. With one
    seat and `tied_first` (all who are in are tied, so that nobody is ahead of them) those tied are the winners.
    """
    said: list[Text] = []
    if found is None:
        said.append(text("count-tie-too-many"))
        sure, possible = frozenset(elected), frozenset((*elected, *still_in))
    else:
        sure, possible = frozenset.intersection(*found), frozenset.union(*found)
    tied = tuple(name for name in question.options if name in possible - sure)
    if question.seats == 1:
        said.append(text("count-tie-inside", options=tied))
        return Result(winners=tied if tied_first else (), tie=True, possible_winners=tied), tuple(said)
    certain = (*elected, *(name for name in question.options if name in sure and name not in elected))
    said.append(text("count-sure", options=certain))
    said.append(text("count-tie-last-seat", options=tied, left=question.seats - len(certain)))
    return Result(winners=certain, tie=True, sure=certain, tied=tied), tuple(said)
