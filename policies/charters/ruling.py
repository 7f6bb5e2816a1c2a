"""A rule of decision as keys and values that people can read, and back. A key that is missing is as by default."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from policies.model import Refused
from policies.rules import (
    CHOICES,
    DEFAULTS,
    DELEGATES,
    EVERYBODY,
    FEWEST_DELEGATES,
    IN_CONSENT,
    MAJORITY,
    MOST_QUORUM,
    SUPERMAJORITY,
    UNANIMITY,
    Rule,
    check,
)

DECIDED_BY = {"more yes than no": MAJORITY, "consent": IN_CONSENT, "everyone": UNANIMITY}
WHO = {"all": EVERYBODY, "delegates": DELEGATES}
SWITCH = {"yes": True, "no": False, "true": True, "false": False}
NOTHING = "nothing"
HOURS_A_DAY = 24
MANY = 1000
"""Members of a group that is not there yet: no number of people is too large to be checked against them."""

ADVICE: Mapping[str, str] = {
    "rule-share-range": "expected a share that is more than half and less than all, for example 2/3",
    "rule-length-range": "expected a time from 1 hour to 60 days, for example 7 days",
    "rule-effect-range": "expected a time of at most 60 days, for example 3 days",
    "rule-days-range": "expected at most 366 days",
    "rule-lock-unanimity": "could lock the rules for ever; write consent, or a share as 2/3",
    "rule-lock-quorum": f"could lock the rules for ever; write at most {MOST_QUORUM}",
    "rule-person-secret": "must be yes: what concerns a person is voted on in secret",
    "rule-person-consent": "cannot be consent, which would name who objects; write a share, for example 3/4",
    "rule-delegates-not-here": "must be all: this is decided by all members",
    "rule-quorum-range": "expected a share up to all, for example 1/2, or a number of people at least",
    "rule-quorum-many": f"expected at most {MANY} people",
}
PLACES: Mapping[str, str] = {
    "rule-share-range": "decided by",
    "rule-length-range": "open for",
    "rule-effect-range": "takes effect after",
    "rule-days-range": "again after",
    "rule-lock-unanimity": "decided by",
    "rule-lock-quorum": "taking part",
    "rule-person-secret": "secret",
    "rule-person-consent": "decided by",
    "rule-delegates-not-here": "who decides",
    "rule-quorum-range": "taking part",
    "rule-quorum-many": "at least",
}
"""The key at which a refusal of `policies.rules.check` is told."""

_LENGTH = re.compile(r"(\d{1,4}) ?(hours?|days?)")
_SHARE = re.compile(r"(\d{1,3})/(\d{1,3})|1|all")


def _decided(words: str) -> dict[str, Any]:
    if words in DECIDED_BY:
        return {"method": DECIDED_BY[words], "share": ""}
    return {"method": SUPERMAJORITY, "share": _share(words)}


def _share(words: str) -> str:
    match = _SHARE.fullmatch(words)
    if match is None or match[2] == "0":
        raise ValueError(words)
    return str(Fraction(1) if words == "all" else Fraction(words))


def _hours(words: str) -> int:
    match = _LENGTH.fullmatch(words)
    if match is None:
        raise ValueError(words)
    return int(match[1]) * (HOURS_A_DAY if match[2].startswith("day") else 1)


def _days(words: str) -> int:
    hours = _hours(words)
    if hours % HOURS_A_DAY:
        raise ValueError(words)
    return hours // HOURS_A_DAY


def _whole(words: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", words):
        raise ValueError(words)
    return int(words)


def _fallback(words: str) -> str:
    return "" if words == NOTHING else _share(words)


def _quorum(words: str) -> str:
    return "0" if words == NOTHING else _share(words)


def _choice(words: str) -> str:
    if words not in CHOICES:
        raise ValueError(words)
    return words


KEYS: Mapping[str, tuple[Callable[[str], Any], str, str]] = {
    "decided by": (_decided, "", f"{', '.join(DECIDED_BY)}, or a share as 2/3"),
    "open for": (_hours, "hours", "a time, for example 72 hours or 7 days"),
    "taking part": (_quorum, "quorum", f"a share of the members, for example 1/2, or {NOTHING}"),
    "at least": (_whole, "least", "a number of people, for example 3"),
    "member for": (_days, "settled", "a number of days, for example 7 days"),
    "secret": (lambda words: SWITCH[words], "secret", "yes or no"),
    "takes effect after": (_hours, "effect", "a time, for example 3 days"),
    "stopped by": (_share, "brake", "a share of the members, for example 1/5"),
    "stopped by people": (_whole, "brakes", "a number of people, for example 2"),
    "after two rounds": (_fallback, "fallback", f"a share as 2/3, or {NOTHING}"),
    "again after": (_days, "again", "a number of days, for example 30 days"),
    "choices by": (_choice, "choice", f"one of {', '.join(CHOICES)}"),
    "who decides": (lambda words: WHO[words], "voters", " or ".join(WHO)),
}
"""For each key: how it is read, the field of `Rule` that it sets, and what to write."""


def read_rule(kind: str, given: object) -> tuple[Rule, Sequence[tuple[tuple[str, ...], str]]]:
    """The rule for matters of `kind`, and what is wrong: (the path below the rule, what to write instead)."""
    faults: list[tuple[tuple[str, ...], str]] = []
    default = DEFAULTS[kind]
    if not isinstance(given, Mapping):
        return default, [((), f"expected these keys, indented below it: {', '.join(KEYS)}")]
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in KEYS:
            near = get_close_matches(str(key), KEYS, n=1)
            faults.append(((str(key),), "is unknown; " + (f"did you mean {near[0]}?" if near else f"known here are {', '.join(KEYS)}")))
            continue
        reads, name, expected = KEYS[key]
        try:
            made = reads(" ".join(str(value).casefold().split()))
        except (ValueError, KeyError):
            faults.append(((key,), f"expected {expected}"))
            continue
        values |= {name: made} if name else made
    rule = replace(default, **values)
    if not faults:
        try:
            check(kind, rule, members=MANY, delegates=FEWEST_DELEGATES)
        except Refused as refused:
            faults.append((((PLACES[refused.text.id],)), ADVICE[refused.text.id]))
    return rule, faults


def write_rule(kind: str, rule: Rule) -> dict[str, Any]:
    """A rule as `read_rule` reads it: only what is other than by default."""
    default, written = DEFAULTS[kind], dict[str, Any]()
    if (rule.method, rule.share) != (default.method, default.share):
        names = {method: words for words, method in DECIDED_BY.items()}
        written["decided by"] = names.get(rule.method, rule.share)
    for key, (_, name, _) in KEYS.items():
        if name and getattr(rule, name) != getattr(default, name):
            written[key] = _written(key, getattr(rule, name))
    return written


def _written(key: str, value: Any) -> Any:
    if key in {"open for", "takes effect after"} and value % HOURS_A_DAY:
        return f"{value} hours"
    if key in {"open for", "takes effect after", "member for", "again after"}:
        return f"{value if key in {'member for', 'again after'} else value // HOURS_A_DAY} days"
    named: Mapping[str, Mapping[Any, str]] = {
        "secret": {True: "yes", False: "no"},
        "after two rounds": {"": NOTHING},
        "taking part": {"0": NOTHING, "1": "all"},
        "stopped by": {"1": "all"},
        "who decides": {voters: words for words, voters in WHO.items()},
    }
    return named.get(key, {}).get(value, value)
