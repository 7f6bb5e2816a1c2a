"""Drawing lots among people or things: the pool and the seal of the seed are published first, then the order is drawn.

The order sorts by SHA-256(lot, name), where the lot is SHA-256(seed, pool): so the seal alone tells nothing of it, and
everybody can redo it when the seed is published. Who is drawn may decline without a reason; the next in the order takes
their place. Sources: domain.md 2.1, "Sortition"; sortitionfoundation.org (published pools, reproducible draws).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from policies.decision import check_question
from policies.lot import draw
from policies.model import Refused

WAIT = timedelta(minutes=5)
ANSWER_LENGTH = timedelta(hours=72)
"""How long whoever is drawn for a job has to answer."""
LARGEST_POOL = 500


class Stage(StrEnum):
    """`SEALED`: the pool and the seal are on their way or in the room. `DRAWN`, `STOPPED`: it is over."""

    SEALED = "sealed"
    DRAWN = "drawn"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A lot. `pool` are ids of members and other names, each once; `order` is the order drawn, `passed` who declined.

    `role` is the job that is given by it, for `days` days (0: without an end), empty where it gives none; `settled`: it is given.
    """

    number: int
    question: str
    proposer: str
    pool: tuple[str, ...]
    seed: str = field(repr=False)
    stage: Stage = Stage.SEALED
    draws: datetime | None = None
    order: tuple[str, ...] = ()
    passed: frozenset[str] = frozenset()
    role: str = ""
    days: int = 0
    settled: bool = False

    @property
    def under_way(self) -> bool:
        """Whether it is still to be drawn."""
        return self.stage is Stage.SEALED

    @property
    def chosen(self) -> str | None:
        """The first in the drawn order who has not declined, or `None`."""
        return next((each for each in self.order if each not in self.passed), None)

    def sealed(self, at: datetime) -> Drawing:
        """The pool and the seal are in the room since `at`: from then on it may be drawn."""
        return replace(self, draws=at + WAIT)

    def drawing(self) -> Drawing:
        """Draw. Raises `Refused` before the pool and the seal are in the room, and when it is over."""
        if self.stage is not Stage.SEALED:
            raise Refused("lot-over", number=self.number)
        if self.draws is None:
            raise Refused("lot-not-sealed", number=self.number)
        return replace(self, stage=Stage.DRAWN, order=drawn(self.seed, self.pool))

    def asked_by(self, person: str) -> Drawing:
        """Draw now, because `person` says so. Raises `Refused` for anybody but the proposer."""
        if person != self.proposer:
            raise Refused("lot-not-yours", number=self.number, draws=self.draws)
        return self.drawing()

    def passing(self, person: str) -> Drawing:
        """The person whose turn it is declines. Raises `Refused` for anybody else."""
        if self.stage is not Stage.DRAWN or person != self.chosen or self.settled:
            raise Refused("lot-not-drawn", number=self.number)
        return replace(self, passed=self.passed | {person})

    def settling(self) -> Drawing:
        """The person drawn has the job: nobody else is asked any more."""
        return replace(self, settled=True)

    def stopping(self, by: str) -> Drawing:
        """The proposer takes it back. Raises `Refused` for anybody else, and when it is over."""
        if self.stage is not Stage.SEALED:
            raise Refused("lot-over", number=self.number)
        if by != self.proposer:
            raise Refused("stop-not-yours", number=self.number)
        return replace(self, stage=Stage.STOPPED)


def drawn(seed: str, pool: Iterable[str]) -> tuple[str, ...]:
    """The pool in the order drawn: it rests on the seed and on who is in the pool, never on how the pool was listed."""
    names = sorted(pool)
    return draw(seed, names, names)


def begin(*, number: int, question: str, proposer: str, pool: Iterable[str], seed: str) -> Drawing:
    """A new lot. Raises `Refused` for an empty question, a pool of fewer than two, too large, or with a name twice."""
    names = tuple(pool)
    if len(names) < 2:  # noqa: PLR2004 - a lot needs two
        raise Refused("lot-too-few")
    if len(names) > LARGEST_POOL:
        raise Refused("lot-too-many", most=LARGEST_POOL, count=len(names))
    if len({name.casefold() for name in names}) < len(names):
        raise Refused("lot-twins")
    return Drawing(number, check_question(question), proposer, names, seed)
