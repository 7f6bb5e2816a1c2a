"""Taking turns: who is next for a job that several people share, so that nobody carries it alone.

Least recently served first; among equals the lot, SHA-256(seed, id), which everybody can redo. Whoever passes keeps their place,
and is asked for no reason. Times are aware UTC and given by the caller.
Sources: domain.md 1.6 (load counters of duties, at most two turns in a row) and 2.1, "Sortition / rotation".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from policies.lot import hashed
from policies.model import Refused

IN_A_ROW = 2
"""Turns that one person is given in a row; more they may take, and are never given."""
LOOKED_AT = timedelta(weeks=8)
FEWEST_TURNS = 4
"""In so few turns one person soon has more than half of them."""
PATIENCE = 2
"""Offers in a row that somebody may leave unanswered; then they are asked no more, until they do something about turns."""
KEPT = timedelta(days=370)
SHORT_REST = timedelta(days=1)
"""What is left of a turn is handed on as it is, unless it is less than this."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn: `ends` is empty where it lasts until the next meeting is over. Not `taken`: they were asked at `asked`."""

    person: str
    begins: datetime
    ends: datetime | None
    asked: datetime
    taken: bool = False
    reminded: bool = False


@dataclass(frozen=True, slots=True)
class Served:
    """A turn that is over, and whose it was."""

    person: str
    ended: datetime


@dataclass(frozen=True, slots=True)
class Swap:
    """Somebody asked another to change turns with them."""

    asker: str
    other: str


@dataclass(frozen=True, slots=True)
class Rota:
    """The turns of one job: `current` is whose turn it is, `coming` whose it will be.

    `asked` are those who passed, or did not answer, for the turn that is being filled, and `rest` is the end of what is left of
    it, where it had begun. `retry` is when all are asked anew after nobody took it. `last` is when each person served last, and
    `unanswered` how many offers in a row they left without an answer.
    """

    role: str
    seed: str = field(repr=False)
    current: Turn | None = None
    coming: Turn | None = None
    served: tuple[Served, ...] = ()
    last: Mapping[str, datetime] = field(default_factory=dict)
    unanswered: Mapping[str, int] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    rest: datetime | None = None
    retry: datetime | None = None
    swap: Swap | None = None

    def order(self, willing: Iterable[str]) -> tuple[str, ...]:
        """Who is next: least recently served first, by SHA-256(seed, id) among equals."""
        return tuple(sorted(willing, key=lambda each: (self.last.get(each, NEVER), hashed(self.seed, each))))

    def next_up(self, willing: Iterable[str]) -> str | None:
        """Who is to be asked for the turn that is being filled.

        Nobody who was asked for it before, whose turn it is, who has had two in a row, or who did not answer when asked before.
        """
        busy = {self.current.person} if self.current is not None and self.current.taken else set()
        row = [each.person for each in self.served[-IN_A_ROW:]]
        if self.current is not None and self.current.taken:
            row = [*row, self.current.person][-IN_A_ROW:]
        tired = set(row) if len(row) == IN_A_ROW and len(set(row)) == 1 else set()
        order = self.order(willing)
        alone = len(order) == 1
        quiet = {each for each, count in self.unanswered.items() if count >= PATIENCE}
        free = [each for each in order if each not in self.asked | tired | quiet and (alone or each not in busy)]
        return free[0] if free else None

    def turn_of(self, person: str) -> Turn | None:
        """The turn that a person has, or is asked to take: the one under way first."""
        return next((each for each in (self.current, self.coming) if each is not None and each.person == person), None)

    def with_turn(self, before: Turn, after: Turn | None) -> Rota:
        """The same turns with another in the place of one."""
        if self.current == before:
            return replace(self, current=after)
        return replace(self, coming=after)

    def freed(self, person: str) -> Rota:
        """Their turns are free again, and they are not asked for them once more; their place in the order stays."""
        after = self
        if after.swap is not None and person in {after.swap.asker, after.swap.other}:
            after = replace(after, swap=None)
        if after.current is not None and after.current.person == person:
            after = replace(after, rest=after.current.ends, current=None, asked=after.asked | {person})
        if after.coming is not None and after.coming.person == person:
            after = replace(after, coming=None, asked=after.asked | {person})
        return after

    def heard(self, person: str) -> Rota:
        """They did something about their turns, so they can be asked again."""
        return replace(self, unanswered={each: count for each, count in self.unanswered.items() if each != person})

    def silent(self, person: str) -> Rota:
        """They did not answer: somebody else is asked."""
        return replace(self.freed(person), unanswered={**self.unanswered, person: self.unanswered.get(person, 0) + 1})

    def filled(self, begins: datetime, span: timedelta | None) -> tuple[datetime, datetime | None]:
        """From when until when a turn lasts that begins now: what is left of the one before, or a whole one."""
        if span is None:
            return begins, None
        if self.rest is not None and self.rest - begins >= SHORT_REST:
            return begins, self.rest
        return begins, begins + span

    def taking(self, person: str, at: datetime, span: timedelta | None) -> tuple[Rota, Turn]:
        """Somebody takes the turn that they are asked for, else one that nobody has taken. Raises `Refused` where all are."""
        free = [each for each in (self.current, self.coming) if each is not None and not each.taken]
        offered = next((each for each in free if each.person == person), free[0] if free else None)
        if offered is not None:
            turn = replace(offered, person=person, taken=True)
            after = self.with_turn(offered, turn)
        elif self.current is None:
            begins, ends = self.filled(at, span)
            turn = Turn(person, begins, ends, at, taken=True)
            after = replace(self, current=turn)
        else:
            mine = self.turn_of(person)
            raise Refused("turn-taken" if mine is None else "turn-yours-already", until=self.current.ends)
        return replace(after.heard(person), asked=frozenset(), retry=None, rest=None), turn

    def passing(self, person: str) -> Rota:
        """Somebody passes a turn, or says no to a swap: without a reason. Raises `Refused` where they have none."""
        if self.swap is not None and self.swap.other == person:
            return replace(self.heard(person), swap=None)
        if self.turn_of(person) is None:
            raise Refused("turn-not-yours")
        return self.heard(person).freed(person)

    def swapping(self, asker: str, other: str) -> Rota:
        """Somebody asks another to change turns with them. Raises `Refused` where they have none."""
        if self.turn_of(asker) is None:
            raise Refused("turn-not-yours")
        if other == asker:
            raise Refused("turn-swap-self")
        return replace(self, swap=Swap(asker, other))

    def swapped(self, other: str) -> Rota:
        """Whoever was asked for a swap says yes: both change turns. Raises `Refused` where nobody asked, or the turn is gone."""
        if self.swap is None or self.swap.other != other:
            raise Refused("turn-no-swap")
        theirs = self.turn_of(self.swap.asker)
        if theirs is None:
            raise Refused("turn-no-swap")
        after = replace(self, swap=None)
        if self.turn_of(other) is None:
            return after.with_turn(theirs, replace(theirs, person=other, taken=True))
        names = {self.swap.asker: other, other: self.swap.asker}
        for turn in filter(None, (self.current, self.coming)):
            if turn.person in names:
                after = after.with_turn(turn, replace(turn, person=names[turn.person], taken=True))
        return after

    def ended(self, at: datetime, person: str | None = None) -> Rota:
        """The turn under way is over, and whoever took it has served (`person`: it was somebody else's in the end)."""
        turn = self.current
        who = person or (turn.person if turn is not None and turn.taken else None)
        after = replace(self, current=None, asked=frozenset(), rest=None, retry=None, swap=None)
        if who is None:
            return after
        served = tuple(each for each in self.served if each.ended > at - KEPT)
        return replace(after, served=(*served, Served(who, at)), last={**self.last, who: at})

    def forgetting(self, person: str) -> Rota:
        """Nothing tells that somebody ever served."""
        served = tuple(each for each in self.served if each.person != person)
        return replace(self.freed(person).heard(person), served=served, last={each: at for each, at in self.last.items() if each != person})


def loaded(rotas: Iterable[Rota], at: datetime) -> str | None:
    """Who has done more than half of all turns in the last 8 weeks, where there were at least four; counted exactly."""
    turns = [each.person for rota in rotas for each in rota.served if at - LOOKED_AT < each.ended <= at]
    if len(turns) < FEWEST_TURNS:
        return None
    return next((each for each in sorted(set(turns)) if 2 * turns.count(each) > len(turns)), None)
