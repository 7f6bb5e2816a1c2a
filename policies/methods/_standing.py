"""What methods share that add up votes or points: who stands first, who takes the last seat, what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policies.ballots import Amount, Ballot, Result, amount
from policies.model import Text, text


def order(counts: Mapping[str, Amount]) -> tuple[tuple[str, ...], ...]:
    """The options from the highest to the lowest, equal ones together (in the order of the question)."""
    levels = sorted(set(counts.values()), reverse=True)
    return tuple(tuple(option for option in counts if counts[option] == level) for level in levels)


def seated(places: Iterable[tuple[str, ...]], seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is sure of one of `seats` and who is tied for what is left, when `places` come in turn, best first."""
    sure: tuple[str, ...] = ()
    for place in places:
        if len(sure) == seats:
            break
        if len(sure) + len(place) > seats:
            return sure, place
        sure += place
    return sure, ()


def elect(places: Sequence[tuple[str, ...]], seats: int) -> Result:
    """The result when the best `seats` of `places` win; a tie for the last of them is reported as it is."""
    sure, tied = seated(places, seats)
    if seats == 1 and tied:
        return Result(winners=tied, tie=True, explain=(text("count-tie", options=tied),))
    if tied:
        said = (text("count-winners", options=sure), text("count-tie-last-seat", options=tied, left=seats - len(sure)))
        return Result(winners=sure, tie=True, sure=sure, tied=tied, explain=said)
    return Result(winners=sure, explain=(text("count-winners", options=sure),))


def nothing(ballots: Sequence[Ballot]) -> Result | None:
    """The result when there is nothing but blank ballots, or no ballot at all; None otherwise."""
    if all(ballot.blank for ballot in ballots):
        return Result(winners=(), no_result=True, explain=(text("count-nothing"),))
    return None


def standing(counts: Mapping[str, Amount | str]) -> tuple[Text, ...]:
    """The options with their votes, as a list to be said."""
    return tuple(text("count-one", option=option, votes=shown(votes)) for option, votes in counts.items())


def shown(votes: Amount | str) -> int | str:
    """A number of votes as it is said: whole, or written out as a fraction or decimal number."""
    if isinstance(votes, str):
        return votes
    whole = amount(votes)
    return whole if isinstance(whole, int) else str(whole)


def ranked(counts: Mapping[str, Amount]) -> dict[str, Amount]:
    """`counts` from the highest to the lowest."""
    return {option: counts[option] for place in order(counts) for option in place}
