"""The ballot file: a question, its ballots and the result of counting them, as frozen values and as JSON.

What is read here is checked for its shape only: that a count is a whole number, that a ranking is a list. Whether the
ballots fit the method and the options is checked where they are counted (`policies.methods`). Everything that does not
fit is a `BadBallotFile`, which names the part.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from policies.model import Text

Kind = Literal["choice", "choices", "ranking", "scores"]
Outcome = Literal["passed", "not_passed", "no_quorum", "blocked", "open", "elected", "continue", "ballot_rejected"]
Amount = int | Fraction
"""A number of votes or points. Whole numbers are `int`; only shared and averaged ones are fractions. Never a float."""

KINDS: tuple[Kind, ...] = ("choice", "choices", "ranking", "scores")
MOST = 10**12
"""The largest number a file may hold: far above any electorate, and small enough to count with."""


class BadBallotFile(ValueError):
    """A part of a ballot file (`where`, such as `ballots[3].ranking[1]`) is not as it must be (`what`)."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one voter said, or `count` voters who said the same. One of the four kinds is set.

    `ranking` has the best first; each place holds the options that are equal there. Options that a ranking leaves out
    are equal last. An empty list or mapping is a blank ballot.
    """

    choice: str | None = None
    choices: tuple[str, ...] | None = None
    ranking: tuple[tuple[str, ...], ...] | None = None
    scores: Mapping[str, Amount] | None = None
    count: int = 1
    reason: str | None = None

    @property
    def blank(self) -> bool:
        """Whether the ballot names no option at all."""
        return not (self.choice or self.choices or self.ranking or self.scores)

    @property
    def reasoned(self) -> bool:
        """Whether a reason in words came with it."""
        return bool(self.reason and self.reason.strip())


@dataclass(frozen=True, slots=True)
class Question:
    """What is decided and how: `method` and its `rules`, the `options` in the order asked, `seats` to fill.

    `eligible` and `present` are sizes: how many may vote, how many are at the meeting. None where nobody counted them.
    `rules` holds what differs from the method's own rules, as it stands in the file.
    """

    method: str
    options: tuple[str, ...]
    seats: int = 1
    eligible: int | None = None
    present: int | None = None
    rules: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came out. Only what the method has is set; `explain` says in texts how it came about, step by step.

    `winners` are decided: with a tie that the count cannot resolve they are those tied first, or in an election of
    several those who are elected whichever way the tie falls (then `sure` and `tied` say so). With one seat and a tie
    inside the count `possible_winners` are all who can still win, and `winners` is empty.
    """

    result: Outcome | None = None
    winners: tuple[str, ...] | None = None
    tie: bool = False
    possible_winners: tuple[str, ...] | None = None
    sure: tuple[str, ...] | None = None
    tied: tuple[str, ...] | None = None
    no_result: bool = False
    majority_reached: bool | None = None
    order: tuple[tuple[str, ...], ...] | None = None
    counts: Mapping[str, Amount] | None = None
    rounds: tuple[Mapping[str, Amount], ...] | None = None
    eliminated: tuple[str, ...] | None = None
    elected_order: tuple[str, ...] | None = None
    quota: Amount | str | None = None
    stages: tuple[Mapping[str, Any], ...] | None = None
    pairs: Mapping[str, int] | None = None
    strongest_paths: Mapping[str, int] | None = None
    runoff: Mapping[str, int] | tuple[Mapping[str, int], ...] | None = None
    remaining: tuple[str, ...] | None = None
    needed: int | None = None
    quorum_needed: int | None = None
    turnout: int | None = None
    missing: int | None = None
    reason: str | None = None
    next: str | None = None
    exhausted_final: Amount | None = None
    explain: tuple[Text, ...] = ()


_LONGEST_NUMBER = 40
_FLAGS = {"tie", "no_result"}
_RESULT_KEYS = tuple(name for name in Result.__slots__ if name != "explain")
_FILE_KEYS = {"method", "options", "ballots", "seats", "eligible", "present", "rules"}
_BALLOT_KEYS = {*KINDS, "count", "reason"}


def load(source: str) -> tuple[Question, tuple[Ballot, ...]]:
    """The question and the ballots in the JSON text `source`. Raises `BadBallotFile`."""
    try:
        data = json.loads(
            source, parse_int=_digits, parse_float=_decimal, parse_constant=_no_constant, object_pairs_hook=_unrepeated
        )
    except json.JSONDecodeError as error:
        raise BadBallotFile(f"line {error.lineno}, column {error.colno}", f"not JSON: {error.msg}") from error
    except RecursionError as error:
        raise BadBallotFile("file", "has lists inside lists too deep to read") from error
    return read(data)


def read(data: object) -> tuple[Question, tuple[Ballot, ...]]:
    """The question and the ballots in the JSON value `data`. Raises `BadBallotFile`."""
    if not isinstance(data, Mapping):
        raise BadBallotFile("file", f"must be one object, not {_name(data)}")
    for key in data:
        if key not in _FILE_KEYS:
            raise BadBallotFile(str(key), "is not a key of a ballot file")
    for key in ("method", "options", "ballots"):
        if key not in data:
            raise BadBallotFile(key, "is missing")
    method = _text("method", data["method"])
    options = _options(data["options"])
    seats = _whole("seats", data["seats"]) if "seats" in data else 1
    eligible = _whole("eligible", data["eligible"]) if data.get("eligible") is not None else None
    present = _whole("present", data["present"]) if data.get("present") is not None else None
    rules = data.get("rules", {})
    if not isinstance(rules, Mapping):
        raise BadBallotFile("rules", f"must be an object, not {_name(rules)}")
    listed = _list("ballots", data["ballots"])
    ballots = tuple(_ballot(f"ballots[{at}]", entry) for at, entry in enumerate(listed))
    return Question(method, options, seats, eligible, present, dict(rules)), ballots


def write(question: Question, ballots: Sequence[Ballot]) -> dict[str, Any]:
    """The ballot file of `question` and `ballots`, as a JSON object that `read` turns back into the same values."""
    data: dict[str, Any] = {"method": question.method, "options": list(question.options)}
    if question.seats != 1:
        data["seats"] = question.seats
    if question.eligible is not None:
        data["eligible"] = question.eligible
    if question.present is not None:
        data["present"] = question.present
    if question.rules:
        data["rules"] = _plain(question.rules)
    data["ballots"] = [_write_ballot(ballot) for ballot in ballots]
    return data


def write_result(result: Result) -> dict[str, Any]:
    """`result` as the JSON object that `folkmoot count` prints: the keys that the method has, without `explain`."""
    data: dict[str, Any] = {}
    for key in _RESULT_KEYS:
        value = getattr(result, key)
        if value is not None and (value or key not in _FLAGS):
            data[key] = _plain(value)
    return data


def amount(value: Amount) -> Amount:
    """`value` as a whole number where it is one."""
    return int(value) if value == int(value) else value


def exact(where: str, value: float) -> Fraction:
    """The decimal number that people wrote, not the nearest float to it. Raises `BadBallotFile` for none at all."""
    try:
        return Fraction(repr(value))
    except ValueError as error:
        raise BadBallotFile(where, f"must be a number, not {value}") from error


def _ballot(where: str, data: object) -> Ballot:
    if not isinstance(data, Mapping):
        raise BadBallotFile(where, f"must be an object, not {_name(data)}")
    if not data.keys() <= _BALLOT_KEYS:
        stranger = next(key for key in data if key not in _BALLOT_KEYS)
        raise BadBallotFile(f"{where}.{stranger}", "is not a key of a ballot")
    kinds = [kind for kind in KINDS if kind in data]
    if len(kinds) != 1:
        found = " and ".join(kinds) or "none"
        raise BadBallotFile(where, f"needs one of {', '.join(KINDS)}; it has {found}")
    if "count" not in data:
        raise BadBallotFile(f"{where}.count", "is missing")
    count = _whole(f"{where}.count", data["count"])
    reason = _text(f"{where}.reason", data["reason"], empty=True) if data.get("reason") is not None else None
    value = data[kinds[0]]
    match kinds[0]:
        case "choice":
            return Ballot(choice=_text(f"{where}.choice", value), count=count, reason=reason)
        case "choices":
            return Ballot(choices=_names(f"{where}.choices", value), count=count, reason=reason)
        case "ranking":
            return Ballot(ranking=_ranking(f"{where}.ranking", value), count=count, reason=reason)
        case _:
            return Ballot(scores=_scores(f"{where}.scores", value), count=count, reason=reason)


def _options(value: object) -> tuple[str, ...]:
    options = _names("options", value)
    if not options:
        raise BadBallotFile("options", "is empty")
    return options


def _names(where: str, value: object) -> tuple[str, ...]:
    return tuple(_text(f"{where}[{at}]", name) for at, name in enumerate(_list(where, value)))


def _ranking(where: str, value: object) -> tuple[tuple[str, ...], ...]:
    places: list[tuple[str, ...]] = []
    for at, place in enumerate(_list(where, value)):
        if isinstance(place, str) and place:
            places.append((place,))
        elif isinstance(place, list | tuple) and place:
            places.append(_names(f"{where}[{at}]", place))
        else:
            raise BadBallotFile(f"{where}[{at}]", "must be an option or a list of equal options")
    return tuple(places)


def _scores(where: str, value: object) -> dict[str, Amount]:
    if not isinstance(value, Mapping):
        raise BadBallotFile(where, f"must be an object of whole numbers, not {_name(value)}")
    scores: dict[str, Amount] = {}
    for option, score in value.items():
        name = _text(where, option)
        scores[name] = _score(f"{where}.{name}", score)
    return scores


def _score(where: str, value: object) -> Amount:
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
        raise BadBallotFile(where, f"must be a whole number, not {_name(value)}")
    score: Amount = exact(where, value) if isinstance(value, float) else value
    if not -MOST <= score <= MOST:
        raise BadBallotFile(where, "is too large")
    return amount(score)


def _whole(where: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadBallotFile(where, f"must be a whole number, not {_name(value)}")
    if value < 0:
        raise BadBallotFile(where, f"must not be negative, and is {value}")
    if value > MOST:
        raise BadBallotFile(where, "is too large")
    return value


def _text(where: str, value: object, *, empty: bool = False) -> str:
    if not isinstance(value, str):
        raise BadBallotFile(where, f"must be a text, not {_name(value)}")
    if not value and not empty:
        raise BadBallotFile(where, "is empty")
    return value


def _list(where: str, value: object) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return value
    raise BadBallotFile(where, f"must be a list, not {_name(value)}")


def _name(value: object) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (str, "a text"),
        (int, "a number"),
        ((float, Fraction), "a fraction"),
        (Mapping, "an object"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "a list")


def _digits(word: str) -> int:
    # Python refuses to read endless numbers; so do we, with a reason.
    if len(word) > _LONGEST_NUMBER:
        raise BadBallotFile("file", f"the number {word[:12]}... is too long")
    return int(word)


def _decimal(word: str) -> Fraction:
    # An exponent writes a number in a few characters that no memory holds.
    if len(word) > _LONGEST_NUMBER or "e" in word.lower():
        raise BadBallotFile("file", f"{word[:12]}: numbers are written out, without an exponent")
    return Fraction(word)


def _no_constant(word: str) -> object:
    raise BadBallotFile("file", f"{word} is not a number")


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadBallotFile(twice, "stands twice in one object")
    return found


def _write_ballot(ballot: Ballot) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for kind in KINDS:
        value = getattr(ballot, kind)
        if value is not None:
            data[kind] = _plain(value)
    if ballot.ranking is not None:
        data["ranking"] = [place[0] if len(place) == 1 else list(place) for place in ballot.ranking]
    data["count"] = ballot.count
    if ballot.reason is not None:
        data["reason"] = ballot.reason
    return data


def _plain(value: object) -> Any:
    match value:
        case Fraction():
            whole = amount(value)
            return whole if isinstance(whole, int) else str(whole)
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case _:
            return value


def write_ballot(ballot: Ballot) -> dict[str, Any]:
    """One ballot as it stands in a file; `read_ballot` turns it back into the same value."""
    return _write_ballot(ballot)


def read_ballot(data: object) -> Ballot:
    """The ballot that the JSON value `data` is. Raises `BadBallotFile`."""
    return _ballot("ballot", data)
