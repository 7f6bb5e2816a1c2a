"""Single transferable vote as counted in Scotland (weighted inclusive Gregory method).

The quota is the whole number above votes / (seats + 1). Whoever reaches it is elected. The largest surplus goes on
first: all papers of that option, not only the last ones it got, each at its value times surplus / votes, cut (not
rounded) to five decimals, to their next option that is neither elected nor dropped. With no surplus left the last is
dropped and its papers go on at the value they have. When as many are left as seats, they are elected.

Ties go by the most recent stage at which those tied were unequal; where the Order would cast lots, every way is
followed and a tie reported if it can change who is elected. The Order sets papers aside that rank several alike; here
such a paper is shared equally (and cut) among those still in, so that nobody's vote is lost.
Source: Scottish Local Government Elections Order 2011 (SSI 2011/399), schedule 1, rules 46 to 53.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.electorate import read_number, read_word
from policies.methods import Example, Method
from policies.methods._papers import Paper, next_place, papers
from policies.methods._standing import nothing, standing
from policies.methods._ties import behind, follow
from policies.model import Text, text

MOST_DECIMALS = 12

Pile = Mapping[tuple[Paper, int], int]
"""How many papers there are of each ranking and value. Values and votes are whole numbers of the smallest unit."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What stays the same all through a count: a vote in units, the quota in units, the seats, the decimals."""

    one: int
    quota: int
    seats: int
    decimals: int

    def shown(self, units: int) -> str:
        """`units` as a number of votes."""
        if not self.decimals:
            return str(units)
        return f"{units // self.one}.{units % self.one:0{self.decimals}}"

    def said(self, units: int) -> int | str:
        """`units` as people say it: without the zeros at the end."""
        return units // self.one if units % self.one == 0 else self.shown(units).rstrip("0")


@dataclass(frozen=True, slots=True)
class Event:
    """What led to a stage: whose surplus went on or who was dropped, and who reached the quota then."""

    surplus_of: str | None = None
    dropped: str | None = None
    elected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """The count after one step. `piles` are the papers of all who still hold any, `votes` what each option has.

    `exhausted` are votes without a next option, `cut` what the cutting to five decimals lost, in units.
    """

    terms: Terms
    piles: Mapping[str, Pile]
    votes: Mapping[str, int]
    hopeful: frozenset[str]
    elected: tuple[str, ...] = ()
    surpluses: frozenset[str] = frozenset()
    exhausted: int = 0
    cut: int = 0
    event: Event = Event()
    before: tuple[Stage, ...] = ()

    @classmethod
    def first(cls, terms: Terms, cast: Mapping[Paper, int], options: Sequence[str]) -> Stage:
        """The first stage: every paper with its first choice."""
        start = cls(terms, {}, dict.fromkeys(options, 0), frozenset(options))
        return start.moved({(paper, terms.one): times for paper, times in cast.items()}, {}).settled()

    @property
    def decided(self) -> tuple[str, ...]:
        """Who is elected so far."""
        return self.elected

    @property
    def still_in(self) -> frozenset[str]:
        """Who is neither elected nor dropped."""
        return self.hopeful

    @property
    def winners(self) -> frozenset[str] | None:
        """All who are elected, once every seat is taken or as many are left as seats."""
        return frozenset(self.filled) if self._over else None

    @property
    def filled(self) -> tuple[str, ...]:
        """Who is elected, in order; at the end with those who take the seats that are left."""
        if len(self.elected) == self.terms.seats or not self._over:
            return self.elected
        left = sorted(self.hopeful, key=lambda name: (-self.votes[name], name))
        return (*self.elected, *left)

    @property
    def _over(self) -> bool:
        return len(self.elected) == self.terms.seats or len(self.elected) + len(self.hopeful) <= self.terms.seats

    @property
    def choices(self) -> Sequence[str]:
        """Whose surplus goes on next, or who is dropped."""
        history = [stage.votes for stage in self.before]
        if self.surpluses:
            most = max(self.votes[name] for name in self.surpluses)
            return behind([name for name in self.surpluses if self.votes[name] == most], history, max)
        fewest = min(self.votes[name] for name in self.hopeful)
        last = [name for name in self.hopeful if self.votes[name] == fewest]
        # Options without any vote change nothing for the others, as long as none of them can be needed.
        if not fewest and len(self.elected) + len(self.hopeful) - len(last) >= self.terms.seats:
            return [min(last)]
        return behind(last, history)

    @property
    def key(self) -> Hashable:
        """The papers of all who are in, and what can still break a tie between them."""
        return (
            frozenset(self.elected),
            frozenset((name, frozenset(self.piles.get(name, {}).items())) for name in self.hopeful | self.surpluses),
            tuple(
                frozenset((name, stage.votes[name]) for name in self.hopeful | self.surpluses) for stage in self.before
            ),
        )

    def after(self, choice: str) -> Stage:
        """The stage after the surplus of `choice` went on, or after `choice` was dropped."""
        pile = self.piles.get(choice, {})
        piles = {name: papers for name, papers in self.piles.items() if name != choice}
        if choice in self.surpluses:
            return self._pass_surplus(choice, pile, piles).settled()
        left = replace(
            self,
            votes={**self.votes, choice: 0},
            hopeful=self.hopeful - {choice},
            event=Event(dropped=choice),
            before=(*self.before, self),
        )
        return left.moved(pile, piles).settled()

    def _pass_surplus(self, choice: str, pile: Pile, piles: Mapping[str, Pile]) -> Stage:
        total = self.votes[choice]
        surplus = total - self.terms.quota
        going: Counter[tuple[Paper, int]] = Counter()
        for (paper, value), times in pile.items():
            going[paper, value * surplus // total] += times
        lost = surplus - sum(value * times for (_, value), times in going.items())
        left = replace(
            self,
            votes={**self.votes, choice: self.terms.quota},
            surpluses=self.surpluses - {choice},
            cut=self.cut + lost,
            event=Event(surplus_of=choice),
            before=(*self.before, self),
        )
        return left.moved(going, piles)

    def moved(self, pile: Pile, piles: Mapping[str, Pile]) -> Stage:
        """Every paper of `pile` goes to its next option that is neither elected nor dropped, on top of `piles`."""
        received: dict[str, Counter[tuple[Paper, int]]] = {}
        votes = dict(self.votes)
        exhausted, cut = self.exhausted, self.cut
        for (paper, value), times in pile.items():
            place = next_place(paper, self.hopeful)
            if not place:
                exhausted += value * times
                continue
            share = value // len(place)
            cut += (value - share * len(place)) * times
            for name in place:
                received.setdefault(name, Counter())[paper, share] += times
                votes[name] += share * times
        merged = {
            **piles,
            **{name: Counter(piles.get(name, {})) + papers for name, papers in received.items()},
        }
        return replace(self, piles=merged, votes=votes, exhausted=exhausted, cut=cut)

    def settled(self) -> Stage:
        """This stage with everybody elected who reached the quota at it, those with most votes first."""
        reached = [name for name in self.hopeful if self.votes[name] >= self.terms.quota]
        past = tuple(stage.votes for stage in reversed(self.before))
        reached.sort(key=lambda name: (-self.votes[name], *(-votes[name] for votes in past), name))
        return replace(
            self,
            hopeful=self.hopeful - set(reached),
            elected=(*self.elected, *reached),
            surpluses=self.surpluses | {name for name in reached if self.votes[name] > self.terms.quota},
            event=replace(self.event, elected=tuple(reached)),
        )


def check(question: Question) -> None:
    """Raises `BadBallotFile` if another quota, transfer or number of decimals is asked for than this method knows."""
    read_word("rules.quota", question.rules["quota"], ("droop",))
    read_word("rules.transfer", question.rules["transfer"], ("gregory", "wigm"))
    if read_number("rules.decimals", question.rules["decimals"]) > MOST_DECIMALS:
        raise BadBallotFile("rules.decimals", f"must not be more than {MOST_DECIMALS}")


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who is elected, in order, and every stage."""
    cast = papers(question.options, ballots)
    if not cast:
        return nothing(()) or Result()
    votes = sum(cast.values())
    quota = votes // (question.seats + 1) + 1
    decimals: int = question.rules["decimals"]
    terms = Terms(10**decimals, quota * 10**decimals, question.seats, decimals)
    now, result, said = follow(question, Stage.first(terms, cast, question.options), len(cast))
    stages = (*now.before, now)
    steps = [text("count-quota", votes=votes, seats=question.seats, quota=quota)]
    for number, stage in enumerate(stages, 1):
        steps += _said(number, stage)
    if not result.tie:
        result = replace(result, winners=now.filled)
        if late := now.filled[len(now.elected) :]:
            steps.append(text("count-last-seats", options=late))
        said = (text("count-winners", options=now.filled),)
    return replace(
        result,
        quota=quota,
        elected_order=now.filled,
        eliminated=tuple(stage.event.dropped for stage in stages if stage.event.dropped is not None),
        stages=tuple(_written(stage) for stage in stages),
        explain=(*steps, *said),
    )


def _said(number: int, stage: Stage) -> list[Text]:
    """A stage in words: what happened, and how it stands."""
    said = stage.terms.said
    steps = []
    if stage.event.surplus_of is not None:
        before = stage.before[-1].votes[stage.event.surplus_of]
        steps.append(text("count-surplus", option=stage.event.surplus_of, surplus=said(before - stage.terms.quota)))
    if stage.event.dropped is not None:
        steps.append(text("count-dropped", option=stage.event.dropped))
    in_play = sorted(stage.hopeful | set(stage.elected), key=lambda name: (-stage.votes[name], name))
    steps.append(
        text("count-round", number=number, options=standing({name: said(stage.votes[name]) for name in in_play}))
    )
    if stage.event.elected:
        steps.append(text("count-reached-quota", options=stage.event.elected))
    return steps


def _written(stage: Stage) -> dict[str, Any]:
    """A stage as the ballot file writes it: numbers of votes as decimal numbers in quotes, so that none is rounded."""
    shown = stage.terms.shown
    data: dict[str, Any] = {"votes": {name: shown(votes) for name, votes in stage.votes.items()}}
    data["exhausted"], data["cut"] = shown(stage.exhausted), shown(stage.cut)
    if stage.event.surplus_of is not None:
        data["surplus_of"] = stage.event.surplus_of
    if stage.event.dropped is not None:
        data["dropped"] = stage.event.dropped
    if stage.event.elected:
        data["elected"] = list(stage.event.elected)
    return data


METHOD = Method(
    name="stv",
    takes="ranking",
    count=count,
    check=check,
    rules={"quota": "droop", "transfer": "gregory", "decimals": 5},
    several_seats=True,
    examples=(
        Example(
            {
                "method": "stv",
                "seats": 3,
                "options": ["Orange", "Pear", "Chocolate", "Strawberry", "Sweets"],
                "rules": {"quota": "droop", "transfer": "gregory"},
                "ballots": [
                    {"ranking": ["Orange"], "count": 4},
                    {"ranking": ["Pear", "Orange"], "count": 2},
                    {"ranking": ["Chocolate", "Strawberry"], "count": 8},
                    {"ranking": ["Chocolate", "Sweets"], "count": 4},
                    {"ranking": ["Strawberry"], "count": 1},
                    {"ranking": ["Sweets"], "count": 1},
                ],
            },
            {
                "winners": ["Chocolate", "Orange", "Strawberry"],
                "quota": 6,
                "elected_order": ["Chocolate", "Orange", "Strawberry"],
                "eliminated": ["Pear", "Sweets"],
            },
            whole=False,
        ),
    ),
)
