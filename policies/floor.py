"""Holding the room: rounds and queues of speaking, time that is kept, and pauses.

A round gives everybody who is here one turn, in an order that the lot draws; a queue gives the floor to whoever raised a hand,
those first who have not spoken yet. One person has the floor at a time. Nothing here knows what is said. Times are aware UTC.
Sources: domain.md 1.1, F5 (pause), F11 (rounds, queue) and F20 (passing), and 1.2 (two members can do what a role may).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from policies.model import Refused

FEWEST = 2
"""People that a round needs."""
LONGEST_QUESTION = 300
SHORTEST_TURN, LONGEST_TURN = timedelta(seconds=10), timedelta(minutes=30)
FORGOTTEN = timedelta(hours=2)
"""After that time without a step a round, or a queue outside of a meeting, is over."""
MOST_CLARIFYING = 3
"""Questions by one person in one meeting that go before others; each further one waits like any raised hand."""

PAUSE_MINUTES = 5
LONGEST_PAUSE = timedelta(minutes=10)
BETWEEN_PAUSES = timedelta(hours=1)
TOGETHER = timedelta(minutes=10)
"""So long is it remembered that somebody asked for what needs two."""

TIMER, SILENCE, BREAK = "timer", "silence", "break"
LONGEST = {TIMER: timedelta(hours=3), SILENCE: timedelta(minutes=30), BREAK: timedelta(hours=2)}
SHORTEST = timedelta(seconds=10)

CARE_AGAIN = timedelta(minutes=10)
"""So soon nobody is shown the same steps again."""
CARE_AFTER = timedelta(hours=1)
"""When whoever helped is asked how they are."""


@dataclass(frozen=True, slots=True)
class Round:
    """One turn for everybody. Before it began `waiting` are those who said that they are here, as they came.

    After that the first of `waiting` has the floor. `later` were not there, and are asked once more at the end; `again`: that
    is now. `heard` are those who spoke, passed or left. `seconds` are agreed for each turn (0: none), `over`: they are over.
    `asking` want this turn to end who may not end it alone.
    """

    opener: str
    question: str = ""
    seconds: int = 0
    begun: bool = False
    waiting: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    heard: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    again: bool = False
    over: bool = False

    @property
    def speaking(self) -> str | None:
        """Whose turn it is."""
        return self.waiting[0] if self.begun and self.waiting else None

    @property
    def following(self) -> str | None:
        """Who is next."""
        ahead = (*self.waiting[1:], *(() if self.again else self.later))
        return ahead[0] if self.begun and ahead else None

    @property
    def done(self) -> bool:
        """Whether everybody had a turn."""
        return self.begun and not self.waiting and not self.later

    def arriving(self, person: str) -> Round:
        """Somebody says that they are here: they have a turn too, after those who wait. Nobody has two."""
        if person in {*self.waiting, *self.heard}:
            return self
        return replace(self, waiting=(*self.waiting, person), later=tuple(each for each in self.later if each != person))

    def beginning(self, order: Sequence[str]) -> Round:
        """The first has the floor. `order`: who is here, as it was drawn. Raises `Refused` for too few."""
        if self.begun:
            raise Refused("round-has-begun")
        if len(order) < FEWEST:
            raise Refused("round-few")
        return replace(self, begun=True, waiting=tuple(order))

    def heard_out(self) -> Round:
        """Whoever has the floor has spoken, or passes."""
        self._on()
        return self._without(self.waiting[0])

    def passing(self, person: str) -> Round:
        """Somebody passes: now, before their turn, or though they were not there. Raises `Refused` for who has no turn to come."""
        if person not in {*self.waiting, *self.later}:
            raise Refused("round-no-turn" if self.begun else "round-not-in")
        return self._without(person)

    def put_off(self) -> Round:
        """Whoever has the floor is not there now: they are asked again at the end; if they are not there then, they pass."""
        self._on()
        person = self.waiting[0]
        if self.again:
            return self._without(person)
        return self._next(self.waiting[1:], (*self.later, person))

    def leaving(self, person: str) -> Round:
        """Somebody has left the room: nobody waits for them."""
        return self._without(person) if person in {*self.waiting, *self.later} else self

    def wanting(self, person: str) -> Round:
        """Somebody who may not end this turn alone wants to go on."""
        return replace(self, asking=self.asking | {person})

    def timed_out(self) -> Round:
        """The agreed time of this turn is over; whoever speaks finishes in peace."""
        return replace(self, over=True)

    def _without(self, person: str) -> Round:
        waiting = tuple(each for each in self.waiting if each != person)
        later = tuple(each for each in self.later if each != person)
        heard = replace(self, heard=self.heard | {person} if self.begun else self.heard)
        if person != self.speaking:
            return replace(heard, waiting=waiting, later=later)
        return heard._next(waiting, later)  # noqa: SLF001 - it is the same round

    def _next(self, waiting: tuple[str, ...], later: tuple[str, ...]) -> Round:
        """A new turn begins; when all others were asked, those who were not there are."""
        turn = replace(self, asking=frozenset(), over=False)
        if waiting or not later:
            return replace(turn, waiting=waiting, later=later)
        return replace(turn, waiting=later, later=(), again=True)

    def _on(self) -> None:
        if self.speaking is None:
            raise Refused("round-not-begun")


def question(words: str) -> str:
    """The question of a round, with its white space in order. Raises `Refused` for a long one."""
    words = " ".join(words.split())
    if len(words) > LONGEST_QUESTION:
        raise Refused("round-long", most=LONGEST_QUESTION, length=len(words))
    return words


def turn_seconds(length: timedelta) -> int:
    """An agreed time for each turn in seconds. Raises `Refused` for too short and too long ones."""
    if not SHORTEST_TURN <= length <= LONGEST_TURN:
        raise Refused("round-each", least=SHORTEST_TURN, most=LONGEST_TURN)
    return int(length.total_seconds())


@dataclass(frozen=True, slots=True)
class Hand:
    """A raised hand; `clarify`: only a question about what was said."""

    person: str
    clarify: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """Who would like to speak. `hands` as they were raised; `spoken` had the floor in this meeting; `clarified`: each question of theirs."""

    hands: tuple[Hand, ...] = ()
    speaking: str | None = None
    spoken: frozenset[str] = frozenset()
    clarified: tuple[str, ...] = ()
    asking: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[Hand, ...]:
        """Questions first, then those who have not spoken in this meeting, then as the hands were raised."""
        return tuple(sorted(self.hands, key=lambda hand: (not hand.clarify, not hand.clarify and hand.person in self.spoken)))

    @property
    def empty(self) -> bool:
        """Whether nobody speaks and nobody waits."""
        return self.speaking is None and not self.hands

    def place(self, person: str) -> int | None:
        """The place of somebody in the order, from 1; `None` where they have no hand up."""
        people = [hand.person for hand in self.order]
        return people.index(person) + 1 if person in people else None

    def raising(self, person: str, *, clarify: bool = False) -> Queue:
        """A hand goes up. One that is up keeps its place, however often it is raised; it can become a question."""
        clarify = clarify and self.clarified.count(person) < MOST_CLARIFYING
        up = next((hand for hand in self.hands if hand.person == person), None)
        if up is None:
            return replace(self, hands=(*self.hands, Hand(person, clarify)))
        if clarify and not up.clarify:
            return replace(self, hands=tuple(Hand(person, clarify=True) if hand == up else hand for hand in self.hands))
        return self

    def lowering(self, person: str) -> Queue:
        """A hand goes down. Raises `Refused` where none is up."""
        if self.place(person) is None:
            raise Refused("hand-none")
        return replace(self, hands=tuple(hand for hand in self.hands if hand.person != person))

    def next_up(self) -> Queue:
        """The next has the floor, or nobody. Raises `Refused` where nobody speaks and nobody waits."""
        if self.empty:
            raise Refused("queue-empty")
        if not self.hands:
            return replace(self, speaking=None, asking=frozenset())
        first = self.order[0]
        return replace(
            self,
            hands=tuple(hand for hand in self.hands if hand != first),
            speaking=first.person,
            spoken=self.spoken if first.clarify else self.spoken | {first.person},
            clarified=(*self.clarified, first.person) if first.clarify else self.clarified,
            asking=frozenset(),
        )

    def leaving(self, person: str) -> Queue:
        """Somebody has left the room."""
        hands = tuple(hand for hand in self.hands if hand.person != person)
        return replace(self, hands=hands, speaking=None if self.speaking == person else self.speaking)

    def wanting(self, person: str) -> Queue:
        """Somebody who may not end this turn alone wants to go on."""
        return replace(self, asking=self.asking | {person})


@dataclass(frozen=True, slots=True)
class Timer:
    """Time that is kept: a `timer`, a `silence` or a `break`."""

    kind: str
    began: datetime
    ends: datetime
    by: str
    against: frozenset[str] = frozenset()


def timed(kind: str, length: timedelta, at: datetime, by: str) -> Timer:
    """Time is kept from `at` on. Raises `Refused` for too short and too long ones."""
    if not SHORTEST <= length <= LONGEST[kind]:
        raise Refused("time-range", least=SHORTEST, most=LONGEST[kind])
    return Timer(kind, at, at + length, by)


@dataclass(frozen=True, slots=True)
class Pause:
    """The room is quiet until `ends`. `by` asked for it; `against` want it to end. `raised`: the room's levels were raised for it."""

    began: datetime
    ends: datetime
    by: frozenset[str]
    against: frozenset[str] = frozenset()
    raised: bool = False


def paused(minutes: int, at: datetime, by: frozenset[str], last: datetime | None) -> Pause:
    """A pause from `at` on; `last` is when the one before it began. Raises `Refused` for long ones, and for a second one in an hour."""
    length = timedelta(minutes=minutes)
    if not timedelta() < length <= LONGEST_PAUSE:
        raise Refused("pause-range", most=LONGEST_PAUSE)
    if last is not None and at - last < BETWEEN_PAUSES:
        raise Refused("pause-again", at=last + BETWEEN_PAUSES)
    return Pause(at, at + length, by)


@dataclass(frozen=True, slots=True)
class LastPause:
    """When the last pause began."""

    began: datetime


@dataclass(frozen=True, slots=True)
class Wish:
    """`people` asked for `what`, which needs two; the last of them at `at`."""

    what: str
    people: frozenset[str]
    at: datetime

    def with_another(self, person: str, at: datetime) -> Wish:
        """One more asks. What was asked long ago is not counted."""
        before = self.people if at - self.at <= TOGETHER else frozenset()
        return Wish(self.what, before | {person}, at)


@dataclass(frozen=True, slots=True)
class Care:
    """Somebody was shown the steps for a hard moment, at `at`, and is asked later how they are."""

    helper: str
    at: datetime


def hushes(value: object) -> bool:
    """Whether everything that can wait waits while this lasts: a round, a silence, a pause (domain.md 1.2, "bot silence")."""
    match value:
        case Round():
            return value.begun
        case Timer():
            return value.kind == SILENCE
        case _:
            return isinstance(value, Pause)
