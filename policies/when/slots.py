"""What a phrase said, part by part, before it is put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

_MOST_FORKS = 3


class Unclear(Exception):
    """The words are known but cannot be read as one time: `why` is a text id, `values` its values."""

    def __init__(self, why: str, /, *, choices: tuple[str, ...] = (), **values: Any) -> None:
        """`choices` are things to type instead."""
        super().__init__(why)
        self.why = why
        self.choices = choices
        self.values: Mapping[str, Any] = values


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `sure` is False for "at 7", which may be meant for the morning or the evening.

    `taken` is True where such an hour was taken for the morning.
    """

    hour: int
    minute: int = 0
    second: int = 0
    sure: bool = True
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day as far as it was said; what is None follows from the time of writing.

    `also` are further days of the month, for a series on "the 1st and 15th". `nth` are ordinals (-1 is the last) and a weekday: ((1, 3), 1) for the first and third Tuesday of the month.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    offset: int | None = None
    nth: tuple[tuple[int, ...], int] | None = None
    months_ahead: int | None = None
    end: bool = False
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """How far from now: calendar months and days keep the clock, elapsed time does not."""

    elapsed: timedelta = timedelta()
    days: int = 0
    months: int = 0


@dataclass(frozen=True)
class Slots:
    """The parts of one phrase. `forks` are questions: a text id and the ways in which the parts could be meant."""

    clock: Clock | None = None
    part: str | None = None
    midnight: bool = False
    day: Day | None = None
    span: Span | None = None
    weekdays: tuple[int, ...] = ()
    which: str | None = None
    weeks_ahead: int | None = None
    every: bool = False
    frequency: tuple[str, int] | None = None
    until: Day | None = None
    until_weekday: int | None = None
    until_clock: Clock | None = None
    lasting: tuple[str, int] | None = None
    count: int | None = None
    start: Day | None = None
    start_weekday: int | None = None
    except_days: tuple[Day, ...] = ()
    except_weekdays: tuple[int, ...] = ()
    except_months: tuple[int, ...] = ()
    zone: str | None = None
    offset: int | None = None
    forks: tuple[tuple[str, tuple[Way, ...]], ...] = ()

    def put(self, **parts: Any) -> Slots:
        """The slots with these parts set. Raises `Unclear` where another value was said before."""
        for name, value in parts.items():
            old = getattr(self, name)
            if old not in (None, (), False) and old != value:
                raise Unclear("when-two-readings")
        return replace(self, **parts)

    def add(self, **parts: tuple[Any, ...]) -> Slots:
        """The slots with more values in these parts."""
        longer: dict[str, Any] = {name: (*getattr(self, name), *values) for name, values in parts.items()}
        return replace(self, **longer)

    def fork(self, why: str, *ways: Way) -> Slots:
        """The slots with one more question. Raises `Unclear` when there are more than anybody could answer."""
        if len(self.forks) == _MOST_FORKS:
            raise Unclear("when-two-readings")
        return replace(self, forks=(*self.forks, (why, ways)))


Way = Callable[[Slots], Slots]
