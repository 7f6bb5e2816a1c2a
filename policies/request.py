"""Requests: somebody asks, and it is followed until a person has answered and the asker has said so.

The clock: who serves now is told at once, then the backup, then all facilitators, then the room; for somebody who asks for
a person it is faster. A step that finds nobody goes on to the next circle at once, so nobody's absence is a dead end. Only
the asker closes a request. Source: domain.md 1.1, F1 to F4, and the three kinds of support in F19.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from policies.model import Refused

ANSWER_HOURS = (24, 72, 168)
PERSON_HOURS = (1, 4, 24)
"""Hours after which the next circles are asked, until the group sets others."""
LONGEST_HOURS = 24 * 60
AGAIN = timedelta(days=7)
WEEKS = 4
"""How many times the room is reminded, a week apart, after the last circle."""
ASK_AGAIN = timedelta(days=3)
ASKED_MOST = 2
"""How often an asker is asked whether an answer was one."""
OPEN_A_PERSON = 3
IN_ONE_HAND = 3
"""Open requests that one person is given; more they may take, and are given only where nobody else is there."""
A_DAY = 6
LONGEST_WORDS = 2000
KEPT_DAYS = 30
"""Days after closing for which the words of a request are kept, until the group sets others."""
FEWEST_COUNTED = 5
"""Below this many requests a month is not told of: few people could be known by it."""


class Want(StrEnum):
    """What the asker would like: to be listened to, ideas, facts, a person who writes to them, or just an answer."""

    ANSWER = "answer"
    LISTEN = "listen"
    IDEAS = "ideas"
    INFO = "info"
    PERSON = "person"


class Circle(StrEnum):
    """Who is asked at a step. `ROSTER`: everyone who serves in any role; `ROOM`: everyone here, without content."""

    DUTY = "duty"
    BACKUP = "backup"
    FACILITATORS = "facilitators"
    ROSTER = "roster"
    ROOM = "room"
    HOLDER = "holder"


CIRCLES = (Circle.DUTY, Circle.BACKUP, Circle.FACILITATORS, Circle.ROOM)
PERSON_CIRCLES = (Circle.DUTY, Circle.BACKUP, Circle.ROSTER, Circle.ROOM)


class Ending(StrEnum):
    """How a request ended."""

    THANKS = "thanks"
    STOPPED = "stopped"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Roster:
    """Who serves now, without those who are away: on `duty` (whose turn it is first), and as `facilitators`."""

    duty: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()

    @property
    def everyone(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.duty, *self.facilitators)))


@dataclass(frozen=True, slots=True)
class Done:
    """Something that happened to a request: `what` (a circle, `taken`, `passed`, `answered`, `doubted`...), when, and whom it concerned."""

    what: str
    at: datetime
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A request. `waits` are seconds from `opened` to each circle after the first.

    `words` are kept for those who are asked, and for a while after closing; `event` is the message that it is about, without
    its text. `public`: it was asked in the room. `step`: how many circles have been asked. `told`: who knows of it.
    `answered`: when a person first answered, until the asker says that it was none.
    """

    number: int
    asker: str
    want: Want
    opened: datetime
    waits: tuple[int, ...]
    words: str = ""
    event: str = ""
    public: bool = False
    step: int = 0
    told: tuple[str, ...] = ()
    passed: frozenset[str] = frozenset()
    holder: str | None = None
    reminded: bool = False
    answered: datetime | None = None
    answerer: str | None = None
    asked: int = 0
    asked_at: datetime | None = None
    closed: datetime | None = None
    ending: Ending | None = None
    done: tuple[Done, ...] = ()
    noted: str = ""

    @property
    def question(self) -> str:
        """Nothing: what was asked is not for everybody who can name the number."""
        return ""

    @property
    def proposer(self) -> str:
        """The asker."""
        return self.asker

    @property
    def under_way(self) -> bool:
        """Whether it is open."""
        return self.closed is None

    @property
    def circles(self) -> tuple[Circle, ...]:
        """The circles that are asked one after the other."""
        return PERSON_CIRCLES if self.want is Want.PERSON else CIRCLES

    @property
    def awaits_asker(self) -> bool:
        """Whether a person has answered and the asker has not said yet whether it was an answer."""
        return self.under_way and self.answered is not None

    def at(self, step: int) -> datetime:
        """When step number `step` is due; after the circles, a week apart."""
        if step == 0:
            return self.opened
        last = len(self.waits)
        if step <= last:
            return self.opened + timedelta(seconds=self.waits[step - 1])
        return self.opened + timedelta(seconds=self.waits[-1] if self.waits else 0) + AGAIN * (step - last)

    def next_at(self) -> datetime | None:
        """When something is to happen; `None`: nothing more by itself."""
        if not self.under_way:
            return None
        if self.answered is not None:
            return self.asked_at + ASK_AGAIN if self.asked_at is not None and self.asked < ASKED_MOST else None
        return self.at(self.step) if self.step <= len(self.waits) + WEEKS else None

    def stepping(self, now: datetime, roster: Roster) -> tuple[Request, Circle, tuple[str, ...]]:
        """Ask the next circle. Returns who is asked: nobody by name for the room.

        Whoever has taken it is reminded once instead, and only then others are asked.
        """
        if self.holder is not None and not self.reminded and self.step:
            after, circle = replace(self, reminded=True), Circle.HOLDER
            people: tuple[str, ...] = (self.holder,)
        else:
            circle, people = self._audience(self.circles[min(self.step, len(self.circles) - 1)], roster)
            after = replace(self, holder=None, reminded=False)
        told = tuple(dict.fromkeys((*after.told, *people)))
        return replace(after, step=self.step + 1, told=told, done=(*self.done, Done(circle, now, people))), circle, people

    def handing_on(self, now: datetime, roster: Roster) -> tuple[Request, Circle, tuple[str, ...]]:
        """Somebody passed: the next one is asked at once, outside the clock."""
        circle, people = self._audience(Circle.BACKUP, roster)
        told = tuple(dict.fromkeys((*self.told, *people)))
        return replace(self, told=told, done=(*self.done, Done(circle, now, people))), circle, people

    def _audience(self, circle: Circle, roster: Roster) -> tuple[Circle, tuple[str, ...]]:
        """The first circle from `circle` on in which somebody can be asked; the room always can."""
        out = {self.asker, *self.passed}
        order = self.circles[self.circles.index(circle) :] if circle in self.circles else (circle, Circle.ROOM)
        for each in order:
            people: Sequence[str] = ()
            match each:
                case Circle.DUTY:
                    people = [one for one in roster.duty if one not in out][:1]
                case Circle.BACKUP:
                    people = [one for one in roster.duty if one not in out and one not in self.told][:1]
                case Circle.FACILITATORS:
                    people = [one for one in roster.facilitators if one not in out and one not in self.told]
                case Circle.ROSTER:
                    people = [one for one in roster.everyone if one not in out and one not in self.told]
                case _:
                    return Circle.ROOM, ()
            if people:
                return each, tuple(people)
        return Circle.ROOM, ()

    def taking(self, by: str, now: datetime) -> Request:
        """`by` will answer. Raises `Refused` for the asker, when it is over, and when somebody else has it."""
        self._open()
        if by == self.asker:
            raise Refused("request-own", number=self.number)
        if self.holder is not None and self.holder != by:
            raise Refused("request-held", number=self.number)
        if self.holder == by:
            raise Refused("request-yours-already", number=self.number)
        told = tuple(dict.fromkeys((*self.told, by)))
        taken = (*self.done, Done("taken", now, (by,)))
        return replace(self, holder=by, reminded=False, told=told, passed=self.passed - {by}, done=taken)

    def passing(self, by: str, now: datetime) -> Request:
        """`by` passes it on, without a reason. Raises `Refused` for those whom nobody asked, and when it is over."""
        self._open()
        if by not in self.told or by in self.passed:
            raise Refused("request-pass-nothing", number=self.number)
        holder = None if self.holder == by else self.holder
        return replace(
            self, holder=holder, reminded=False, passed=self.passed | {by}, done=(*self.done, Done("passed", now, (by,)))
        )

    def answering(self, by: str, now: datetime) -> Request | None:
        """A person has answered; `None`: that is known already, or it is the asker, or over."""
        if not self.under_way or by == self.asker or self.answered is not None:
            return None
        return replace(
            self, answered=now, answerer=by, asked=0, asked_at=None, done=(*self.done, Done("answered", now, (by,)))
        )

    def asking(self, now: datetime) -> Request:
        """The asker is asked whether it was an answer."""
        return replace(self, asked=self.asked + 1, asked_at=now)

    def doubting(self, by: str, now: datetime) -> Request:
        """The asker says that it was no answer: the clock goes on where it stood. Raises `Refused` for others."""
        self._open()
        if by != self.asker:
            raise Refused("request-not-yours", number=self.number)
        return replace(
            self, answered=None, answerer=None, asked=0, asked_at=None, holder=None, done=(*self.done, Done("doubted", now))
        )

    def closing(self, by: str, now: datetime, ending: Ending = Ending.THANKS) -> Request:
        """The asker closes it. Raises `Refused` for anybody else, and when it is over."""
        self._open()
        if by != self.asker:
            raise Refused("request-not-yours", number=self.number)
        return replace(self, closed=now, ending=ending)

    def forgetting(self) -> Request:
        """Its words are no longer kept, nor which message it was about."""
        return replace(self, words="", event="", noted="")

    def _open(self) -> None:
        if not self.under_way:
            raise Refused("request-over", number=self.number)


def begin(
    *,
    number: int,
    asker: str,
    want: Want,
    now: datetime,
    hours: Sequence[int],
    words: str = "",
    event: str = "",
    public: bool = False,
) -> Request:
    """A new request; `hours` from now to each circle after the first. Raises `Refused` for very long words."""
    words = words.strip()
    if len(words) > LONGEST_WORDS:
        raise Refused("request-too-long", most=LONGEST_WORDS, length=len(words))
    return Request(number, asker, want, now, tuple(each * 3600 for each in hours), words, event, public)


def admit(mine: Sequence[Request], now: datetime) -> None:
    """Raises `Refused` for who has many open requests, or has made many today. `mine`: all of theirs that are known."""
    waiting = [each for each in mine if each.under_way]
    if len(waiting) >= OPEN_A_PERSON:
        raise Refused("request-many-open", most=OPEN_A_PERSON, numbers=tuple(f"#{each.number}" for each in waiting))
    if sum(each.opened > now - timedelta(days=1) for each in mine) >= A_DAY:
        raise Refused("request-many-today", most=A_DAY)


def in_the_hands_of(person: str, requests: Sequence[Request]) -> int:
    """How many of these requests wait for this person: they have taken it, or were asked first and nobody has."""
    waiting = (each for each in requests if each.under_way and each.answered is None and person not in each.passed)
    return sum(each.holder == person or (each.holder is None and each.told[:1] == (person,)) for each in waiting)


def lightly(people: Sequence[str], requests: Sequence[Request]) -> tuple[str, ...]:
    """`people` in their order, those last who have enough in their hands. Duties are counted, never moods (domain.md 1.6)."""
    return tuple(sorted(people, key=lambda each: in_the_hands_of(each, requests) >= IN_ONE_HAND))


def median(spans: Sequence[timedelta]) -> timedelta:
    """The middle one of some lengths of time; of two in the middle the mean, in whole seconds. Raises `ValueError` for none."""
    if not spans:
        raise ValueError("nothing to find the middle of")
    ordered = sorted(int(each.total_seconds()) for each in spans)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2
    return timedelta(seconds=middle)


def month(requests: Sequence[Request], start: datetime, end: datetime) -> tuple[int, timedelta | None] | None:
    """How many were asked from `start` to before `end`, and the median time to the first answer by a person.

    `None` below five; the median is `None` when fewer than five were answered.
    """
    asked = [each for each in requests if start <= each.opened < end]
    if len(asked) < FEWEST_COUNTED:
        return None
    spans = [each.answered - each.opened for each in asked if each.answered is not None]
    return len(asked), median(spans) if len(spans) >= FEWEST_COUNTED else None
