"""Times of day: "7pm", "19 Uhr 30", "halb acht", "huit heures moins le quart"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policies.when.patterns.rules import Line, Rule, first, rule, values
from policies.when.slots import Clock, Day, Unclear

if TYPE_CHECKING:
    from policies.when.language import Token

RULES: list[Rule] = []
_NOON = 12
_DAY = 24
_TWO_DIGITS = 10
_HOUR = 60
_END = "(?:c[ha]?|n[ha]|n(?![mwuOthn&]))"
_QUARTERS = {"H": 30, "Q": 15, "R": 45}


def set_clock(line: Line, clock: Clock) -> Line:
    """Put the time where it belongs: with the thing itself, or with its end. Raises `Unclear` for "25:00"."""
    whole_day = clock.hour == _DAY and not clock.minute and not clock.second
    if not whole_day and (clock.hour >= _DAY or clock.minute >= _HOUR or clock.second >= _HOUR):
        raise Unclear("when-no-such-time", time=f"{clock.hour}:{clock.minute:02}")
    slots = line.slots
    ends = slots.until is not None or slots.until_weekday is not None
    if line.mode == "until" and not ends:
        return line.put(until=Day(), until_clock=clock).main()
    if slots.clock is not None and ends:
        return line.put(until_clock=clock)
    line = line.put(clock=clock)
    return line if line.mode == "except" else line.main()


def maybe_evening(hour: int, minute: int = 0) -> Clock:
    """An hour as it is said: up to 12 it may be meant for the morning or the evening."""
    return Clock(hour, minute, sure=hour > _NOON or hour == 0)


def on_the_dial(hour: int, minute: int) -> Clock:
    """A spoken time: minutes before the hour belong to the hour before, and before one comes twelve."""
    if minute < 0:
        hour, minute = hour - 1, minute + _HOUR
    if hour == 0:
        return Clock(_NOON, minute, sure=False)
    return maybe_evening(hour, minute)


@rule(RULES, rf"[SO]?@?(?:c[ha]?|n[ha])[-UB]@?{_END}|[SO]@?(?:c[ha]?|n[ha]?)[-UB@]@?{_END}|@?n[-U]@?n[ha]")
def from_clock_to_clock(line: Line, tokens: list[Token]) -> Line | None:
    """`18:00-20:00` is a length of time; only its beginning can be kept. "Every hour 9:00 until 18:00" is a series."""
    frequency = line.slots.frequency
    if frequency is not None and frequency[0] in {"hour", "minute"}:
        return None
    raise Unclear("when-from-to", time=next(t.raw for t in tokens if t.kind in "cn"))


@rule(RULES, "@?[cnb]h?a")
def twelve_hours(line: Line, tokens: list[Token]) -> Line:
    """`7pm`, "7:30 am"; 12 am is midnight and 12 pm is noon."""
    said = first(tokens, "cnb")
    hour, minute, second = (*said, 0)[:3] if isinstance(said, tuple) else (said, 0, 0)
    afternoon = first(tokens, "a") == "pm"
    if _NOON < hour < _DAY and afternoon:
        return set_clock(line, Clock(hour, minute, second))
    if not 1 <= hour <= _NOON:
        raise Unclear("when-no-such-time", time=" ".join(t.raw for t in tokens if t.kind != "@"))
    return set_clock(line, Clock(hour % _NOON + (_NOON if afternoon else 0), minute, second))


@rule(RULES, "@?ch?")
def digital(line: Line, tokens: list[Token]) -> Line:
    """`19:00`: a colon or "19h30" is the clock of 24 hours."""
    return set_clock(line, Clock(*first(tokens, "c")))


def in_half(clock: Clock, tokens: list[Token]) -> Clock:
    """A spoken time in the half of the day that is said behind it: "quarter to eight pm"."""
    half = first(tokens, "a") if any(t.kind == "a" for t in tokens) else None
    return clock if half is None else Clock(clock.hour % _NOON + (_NOON if half == "pm" else 0), clock.minute)


@rule(RULES, "@?[nQ][PB]H?nh?a?")
def around_an_hour(line: Line, tokens: list[Token]) -> Line | None:
    """`Quarter past seven`, "zehn vor acht", "fünf nach halb acht"."""
    shape = "".join(t.kind for t in tokens if t.kind != "@")
    numbers = values(tokens, "n")
    minutes = _QUARTERS[shape[0]] if shape[0] in _QUARTERS else numbers[0]
    minutes = minutes if shape[1] == "P" else -minutes
    if "H" not in shape:
        return set_clock(line, in_half(on_the_dial(numbers[-1], minutes), tokens))
    return set_clock(line, on_the_dial(numbers[-1] - 1, 30 + minutes)) if line.table.half_is_before else None


@rule(RULES, "@?HPnh?a?")
def half_past(line: Line, tokens: list[Token]) -> Line:
    """`Half past seven`."""
    return set_clock(line, in_half(on_the_dial(first(tokens, "n"), 30), tokens))


@rule(RULES, "@?[HQR]nh?(?!u)")
def part_of_an_hour(line: Line, tokens: list[Token]) -> Line | None:
    """`Halb acht` is half past seven in German; "half seven" is half past seven in Britain and unheard elsewhere."""
    kind, hour = next(t.kind for t in tokens if t.kind in "HQR"), first(tokens, "n")
    if line.table.half_is_before:
        if kind != "Q":
            return set_clock(line, on_the_dial(hour, _QUARTERS[kind] - _HOUR))
        # "Viertel acht" is a quarter past seven in the east and south; elsewhere it is taken for a quarter past eight.
        return line.fork(
            "when-regional-time",
            lambda s: s.put(clock=on_the_dial(hour, -45)),
            lambda s: s.put(clock=on_the_dial(hour, 15)),
        )
    if kind != "H":
        return None
    return line.fork(
        "when-regional-time",
        lambda s: s.put(clock=on_the_dial(hour, 30)),
        lambda s: s.put(clock=on_the_dial(hour, -30)),
    )


@rule(RULES, "@?nhI[nQ]|@?nh&?[HQ]|@?n&?[HQ]|@?nI[nQ]|@n&n(?![uthm])|@nn(?![uthmwWV])")
def after_the_hour(line: Line, tokens: list[Token]) -> Line | None:
    """`Sept heures et demie`, `las ocho menos cuarto`, `at seven thirty`."""
    shape = "".join(t.kind for t in tokens)
    numbers = values(tokens, "n")
    minutes = _QUARTERS[shape[-1]] if shape[-1] in _QUARTERS else numbers[1]
    if shape == "@nn" and minutes < _TWO_DIGITS:
        return None
    return set_clock(line, on_the_dial(numbers[0], -minutes if "I" in shape else minutes))


@rule(RULES, "@?nh(?:n(?![utmhPB]))?")
def full_hour(line: Line, tokens: list[Token]) -> Line:
    """`19 Uhr`, "19h", "dix-neuf heures trente"; "7 o'clock" may be either half of the day."""
    hour, minute = (*values(tokens, "n"), 0)[:2]
    clock = maybe_evening(hour, minute)
    return set_clock(line, clock if first(tokens, "h") == "spoken" else replace(clock, sure=True))


@rule(RULES, "@?bh|@b")
def dotted(line: Line, tokens: list[Token]) -> Line:
    """`Um 19.30`."""
    return set_clock(line, Clock(*first(tokens, "b")))


@rule(RULES, "@[no](?![mwWtu])|n(?=p)")
def bare_hour(line: Line, tokens: list[Token]) -> Line | None:
    """`At 7`, "7 in the evening"."""
    hour = tokens[-1]
    if hour.kind == "o" and not re.fullmatch(r"\d+\.", hour.raw):
        return None
    return set_clock(line, maybe_evening(hour.value))


@rule(RULES, "@?M&?[HQ]")
def after_noon_or_midnight(line: Line, tokens: list[Token]) -> Line:
    """`Midi et demi`."""
    return set_clock(line, Clock(first(tokens, "M"), _QUARTERS[tokens[-1].kind]))


@rule(RULES, "@?M")
def noon_or_midnight(line: Line, tokens: list[Token]) -> Line:
    """`Noon`, "um Mitternacht"."""
    hour = first(tokens, "M")
    line = set_clock(line, Clock(hour))
    return line if hour else line.put(midnight=True)


@rule(RULES, "[@i]?p")
def part_of_the_day(line: Line, tokens: list[Token]) -> Line:
    """`In the evening`."""
    return line.put(part=first(tokens, "p"))
