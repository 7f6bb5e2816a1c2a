"""Single transferable vote, Meek's method.

Everybody who is elected keeps just the share of each vote that holds them at the quota (their keep value); the rest of
every vote goes on to its next option, also to one that is elected already. The quota is of the votes that still stand
for somebody: when votes run out, it sinks. Keep values and quota are worked out anew until all surpluses together are
smaller than a millionth of a millionth of a vote; then, if nobody new has reached the quota, the last is dropped.

All numbers are whole numbers of 10^-18 votes. The quota is the exact share, in billionths, and one billionth more, so
that never more than the seats can reach it; votes that differ by no more than a billionth are equal. A vote for several
equal options is shared as if every order of them had been given by as many voters.
Source: Hill, Wichmann and Woodall, Algorithm 123: single transferable vote by Meek's method, The Computer Journal 30
(1987).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.methods import Example, Method
from policies.methods._papers import Paper, papers
from policies.methods._standing import nothing, standing
from policies.methods._ties import behind, follow
from policies.model import Text, text

ONE = 10**18
STEP = 10**9
"""A billionth of a vote: the grain of the quota, of what is shown, and of what counts as equal."""
ENOUGH = 10**6
"""The surpluses that may be left when keep values are done, in units."""
MOST_TURNS = 100_000

Way = tuple[frozenset[str], ...]
"""The part of a paper that matters: places of elected options, then the first place with one still hoping."""


@dataclass(frozen=True)
class Stage:
    """The count between two decisions: who hopes, who is elected, and what each elected option keeps of a vote.

    `votes`, `quota` and `keep` are in units, worked out until nobody new can be elected without dropping somebody.
    """

    cast: Mapping[Paper, int]
    seats: int
    hopeful: frozenset[str]
    elected: tuple[str, ...] = ()
    keep: Mapping[str, int] = field(default_factory=dict)
    dropped: str | None = None
    before: tuple[Stage, ...] = ()

    @cached_property
    def settled(self) -> Settled:
        """The votes and the quota at which this stage comes to rest, and who reached the quota on the way."""
        return _settle(self)

    @property
    def decided(self) -> tuple[str, ...]:
        """Who is elected so far."""
        return self.settled.elected

    @property
    def still_in(self) -> frozenset[str]:
        """Who is neither elected nor dropped."""
        return self.settled.hopeful

    @property
    def winners(self) -> frozenset[str] | None:
        """All who are elected, once every seat is taken or as many are left as seats."""
        return frozenset(self.filled) if self._over else None

    @property
    def filled(self) -> tuple[str, ...]:
        """Who is elected, in order; at the end with those who take the seats that are left."""
        elected, hopeful = self.settled.elected, self.settled.hopeful
        if len(elected) >= self.seats or not self._over:
            return elected
        return (*elected, *sorted(hopeful, key=lambda name: (-self.settled.votes[name], name)))

    @property
    def _over(self) -> bool:
        elected = len(self.settled.elected)
        return elected == self.seats or elected + len(self.settled.hopeful) <= self.seats

    @property
    def choices(self) -> Sequence[str]:
        """Whom to drop."""
        votes, hopeful = self.settled.votes, self.settled.hopeful
        fewest = min(votes[name] for name in hopeful)
        last = [name for name in hopeful if votes[name] - fewest <= STEP]
        # Options without any vote change nothing for the others, as long as none of them can be needed.
        if not fewest and len(self.settled.elected) + len(hopeful) - len(last) >= self.seats:
            return [min(last)]
        return behind(last, [stage.settled.votes for stage in self.before], near=STEP)

    @property
    def key(self) -> Hashable:
        """Who is in: the keep values follow from it. And what can still break a tie."""
        hopeful = self.settled.hopeful
        past = tuple(frozenset((name, stage.settled.votes[name] // STEP) for name in hopeful) for stage in self.before)
        return hopeful, frozenset(self.settled.elected), past

    def after(self, choice: str) -> Stage:
        """The stage after `choice` was dropped."""
        return replace(
            self,
            hopeful=self.settled.hopeful - {choice},
            elected=self.settled.elected,
            keep=self.settled.keep,
            dropped=choice,
            before=(*self.before, self),
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a stage comes to rest."""

    votes: Mapping[str, int]
    quota: int
    keep: Mapping[str, int]
    hopeful: frozenset[str]
    elected: tuple[str, ...]
    reached: tuple[str, ...]


def _settle(stage: Stage) -> Settled:
    """Keep values and quota, worked out in turns; whoever reaches the quota on the way is elected at once."""
    hopeful, elected, keep = set(stage.hopeful), list(stage.elected), dict(stage.keep)
    names = sorted(stage.hopeful | set(stage.elected))
    ways = _ways(stage.cast, hopeful, elected)
    for _ in range(MOST_TURNS):
        votes = dict.fromkeys(names, 0)
        for way, times in ways.items():
            _share(way, times * ONE, hopeful, keep, votes)
        quota = (sum(votes.values()) // (stage.seats + 1) // STEP + 1) * STEP
        reached = [name for name in hopeful if votes[name] >= quota]
        if reached:
            reached.sort(key=lambda name: (-votes[name], name))
            elected += reached
            hopeful.difference_update(reached)
            keep.update(dict.fromkeys(reached, ONE))
            if len(elected) >= stage.seats:
                break
            ways = _ways(stage.cast, hopeful, elected)
        elif sum(votes[name] - quota for name in elected if votes[name] > quota) <= ENOUGH:
            break
        changed = False
        for name in elected:
            # Rounded up: what is kept must not sink below the quota.
            kept = min(ONE, -(-keep[name] * quota // votes[name])) if votes[name] else keep[name]
            changed = changed or kept != keep[name]
            keep[name] = kept
        if not changed and not reached:
            break
    return Settled(votes, quota, keep, frozenset(hopeful), tuple(elected), tuple(elected[len(stage.elected) :]))


def _ways(cast: Mapping[Paper, int], hopeful: set[str], elected: Sequence[str]) -> Mapping[Way, int]:
    """What is left of the papers: many of them go the same way."""
    still_in = hopeful | set(elected)
    ways: Counter[Way] = Counter()
    for paper, times in cast.items():
        way: list[frozenset[str]] = []
        for place in paper:
            left = frozenset(name for name in place if name in still_in)
            if left:
                way.append(left)
                if not left.isdisjoint(hopeful):
                    break
        if way:
            ways[tuple(way)] += times
    return ways


def _share(way: Way, weight: int, hopeful: set[str], keep: Mapping[str, int], votes: dict[str, int]) -> None:
    """Adds to `votes` what each option on `way` gets of `weight`."""
    for place in way:
        if len(place) == 1:
            (name,) = place
            kept = weight if name in hopeful else weight * keep[name] // ONE
            votes[name] += kept
            weight -= kept
        else:
            weight = _share_equally(place, weight, hopeful, keep, votes)


def _share_equally(
    place: frozenset[str], weight: int, hopeful: set[str], keep: Mapping[str, int], votes: dict[str, int]
) -> int:
    """The same for several equal options; returns what goes on to the next place.

    Among those not yet asked the next is each with the same weight, and hands on what it does not keep to the others.
    """
    waiting = {place: weight}
    passed_on = 0
    for _ in range(len(place)):
        following: dict[frozenset[str], int] = {}
        for left, amount in waiting.items():
            share = amount // len(left)
            for name in left:
                kept = share if name in hopeful else share * keep[name] // ONE
                votes[name] += kept
                if kept < share:
                    rest = left - {name}
                    following[rest] = following.get(rest, 0) + share - kept
        passed_on += following.pop(frozenset(), 0)
        waiting = following
    return passed_on


def check(question: Question) -> None:
    """Raises `BadBallotFile` if another quota is asked for than the one that sinks with the votes."""
    if question.rules["quota"] != "droop":
        raise BadBallotFile("rules.quota", "must be droop")


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who is elected, in order, and every stage."""
    cast = papers(question.options, ballots)
    if not cast:
        return nothing(()) or Result()
    now, result, said = follow(question, Stage(cast, question.seats, frozenset(question.options)), len(cast))
    stages = (*now.before, now)
    votes = sum(cast.values())
    first = votes * ONE // (question.seats + 1) + STEP
    steps = [text("count-quota-meek", votes=votes, seats=question.seats, first=_in_words(first))]
    for number, stage in enumerate(stages, 1):
        steps += _said(number, stage)
    if not result.tie:
        result = replace(result, winners=now.filled)
        if late := now.filled[len(now.settled.elected) :]:
            steps.append(text("count-last-seats", options=late))
        said = (text("count-winners", options=now.filled),)
    return replace(
        result,
        quota=_shown(now.settled.quota),
        elected_order=now.filled,
        eliminated=tuple(stage.dropped for stage in stages if stage.dropped is not None),
        stages=tuple(_written(stage, votes) for stage in stages),
        explain=(*steps, *said),
    )


def _shown(units: int) -> str:
    """`units` as a number of votes with nine decimals, cut."""
    return f"{units // ONE}.{units % ONE // STEP:09}"


def _in_words(units: int) -> int | str:
    """`units` as people say it: cut to five decimals, without the zeros at the end."""
    whole, rest = divmod(units // (ONE // 10**5), 10**5)
    return f"{whole}.{rest:05}".rstrip("0") if rest else whole


def _said(number: int, stage: Stage) -> list[Text]:
    """A stage in words: what happened, and how it stands."""
    votes = stage.settled.votes
    steps = [] if stage.dropped is None else [text("count-dropped", option=stage.dropped)]
    in_play = sorted(votes, key=lambda name: (-votes[name], name))
    steps.append(
        text("count-round", number=number, options=standing({name: _in_words(votes[name]) for name in in_play}))
    )
    if stage.settled.reached:
        steps.append(text("count-reached-quota", options=stage.settled.reached))
    return steps


def _written(stage: Stage, total: int) -> dict[str, Any]:
    """A stage as the ballot file writes it: decimal numbers in quotes, so that none is rounded."""
    settled = stage.settled
    data: dict[str, Any] = {
        "votes": {name: _shown(votes) for name, votes in settled.votes.items()},
        "exhausted": _shown(total * ONE - sum(settled.votes.values())),
        "quota": _shown(settled.quota),
        "keep": {name: _shown(kept) for name, kept in settled.keep.items()},
    }
    if stage.dropped is not None:
        data["dropped"] = stage.dropped
    if settled.reached:
        data["elected"] = list(settled.reached)
    return data


METHOD = Method(
    name="stv_meek",
    takes="ranking",
    count=count,
    check=check,
    rules={"quota": "droop"},
    several_seats=True,
    examples=(
        Example(
            # 4 A, 4 AB, 1 C, 1 BC for two seats: quota 10/3, and A's surplus is half with B, half with nobody.
            {
                "method": "stv_meek",
                "seats": 2,
                "options": ["A", "B", "C"],
                "ballots": [
                    {"ranking": ["A"], "count": 4},
                    {"ranking": ["A", "B"], "count": 4},
                    {"ranking": ["C"], "count": 1},
                    {"ranking": ["B", "C"], "count": 1},
                ],
            },
            {"winners": ["A", "B"], "elected_order": ["A", "B"], "eliminated": []},
            whole=False,
        ),
    ),
)
