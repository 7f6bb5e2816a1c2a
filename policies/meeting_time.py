"""Finding a time: several times are put to the group, everyone says yes, maybe or no to each, and the best one is taken.

Best is the time with the most yes, then with the fewest no; a lot decides among equals, never the order in which they were
typed. Source: domain.md 2.1, "Meeting poll".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from policies.lot import draw
from policies.meeting import MAYBE, NO, YES
from policies.model import Refused

MOST_TIMES = 12
LENGTH = timedelta(hours=72)
SHORTEST = timedelta(minutes=1)
BEFORE = timedelta(hours=1)
"""How long before the first of the times it must end at the latest."""


@dataclass(frozen=True, slots=True)
class TimeAnswer:
    """What a person said to each time, in their order (`yes`, `maybe`, `no`), and the event it was said in."""

    choices: tuple[str, ...]
    sent: datetime
    event: str


@dataclass(frozen=True, slots=True)
class Suits:
    """How many said yes, maybe and no to a time."""

    at: datetime
    yes: int
    maybe: int
    no: int


@dataclass(frozen=True, slots=True)
class TimeSearch:
    """The question which of several times suits people. `zone` is the IANA zone that its meeting will keep."""

    number: int
    question: str
    proposer: str
    times: tuple[datetime, ...]
    until: datetime
    zone: str
    minutes: int
    place: str = ""
    link: str = field(default="", repr=False)
    seed: str = field(default="", repr=False)
    answers: Mapping[str, TimeAnswer] = field(default_factory=dict)
    over: bool = False

    @property
    def under_way(self) -> bool:
        """Whether it is not over."""
        return not self.over

    def answering(self, person: str, answer: TimeAnswer) -> TimeSearch:
        """A person says which times suit them; the latest by (server time, event id) counts. Raises `Refused` when it is over."""
        if self.over or answer.sent > self.until:
            raise Refused("times-over", number=self.number)
        before = self.answers.get(person)
        if before is not None and (before.sent, before.event) > (answer.sent, answer.event):
            return self
        return replace(self, answers={**self.answers, person: answer})

    def unanswering(self, person: str) -> TimeSearch:
        """A person takes their answer back."""
        return replace(self, answers={key: each for key, each in self.answers.items() if key != person})

    def ending(self) -> TimeSearch:
        """It is over."""
        return replace(self, over=True)

    def stopping(self, by: str) -> TimeSearch:
        """Whoever asked takes it back. Raises `Refused` for anybody else, and when it is over."""
        if self.over:
            raise Refused("stop-over", number=self.number)
        if by != self.proposer:
            raise Refused("stop-not-yours", number=self.number)
        return self.ending()

    def counts(self) -> list[Suits]:
        """How many said what to each time, in their order."""
        said = [[answer.choices[place] for answer in self.answers.values()] for place in range(len(self.times))]
        return [
            Suits(at, each.count(YES), each.count(MAYBE), each.count(NO)) for at, each in zip(self.times, said, strict=True)
        ]

    def best(self, now: datetime) -> tuple[datetime | None, bool]:
        """The best time that is still to come, and whether a lot decided among equals; `None` where nobody said yes to one."""
        found = [each for each in self.counts() if each.at > now and each.yes]
        if not found:
            return None, False
        top = max((each.yes, -each.no) for each in found)
        equals = {each.at.isoformat(): each.at for each in found if (each.yes, -each.no) == top}
        first = draw(self.seed, (answer.event for answer in self.answers.values()), sorted(equals))[0]
        return equals[first], len(equals) > 1

    def who(self, at: datetime, choice: str) -> list[str]:
        """Who said so to a time."""
        place = self.times.index(at)
        return sorted(person for person, answer in self.answers.items() if answer.choices[place] == choice)


def check_times(times: Sequence[datetime]) -> tuple[datetime, ...]:
    """The times, soonest first. Raises `Refused` for fewer than two, too many, or one that stands there twice."""
    if len(times) < 2:  # noqa: PLR2004 - a choice needs two
        raise Refused("times-few")
    if len(times) > MOST_TIMES:
        raise Refused("times-many", most=MOST_TIMES, count=len(times))
    if len(set(times)) < len(times):
        raise Refused("times-twice")
    return tuple(sorted(times))


def check_end(until: datetime | None, times: Sequence[datetime], now: datetime) -> datetime:
    """When it ends: as was said, or after 72 hours, but an hour before the first time. Raises `Refused` where that cannot be."""
    latest = min(times) - BEFORE
    end = min(now + LENGTH, latest) if until is None else until
    if end > latest:
        raise Refused("times-late", latest=latest)
    if end < now + SHORTEST:
        raise Refused("times-soon")
    return end
