"""The chain of a record, and how anybody can check it: no store, no bot, only SHA-256 and JSON.

Each entry's body is canonical JSON (RFC 8785; only strings, whole numbers, truth values, lists and objects with ASCII keys
occur, for which sorted keys and the shortest separators are that form). It holds the hash of the entry before it; the first
holds the record's random id. Texts are in it as SHA-256(salt || text), people as numbers. So texts and names can be left out
or erased, and every hash stays.

`Check` reads a record entry by entry and names each one in which something is wrong: whoever made a file could compute all hashes
anew, so it also asks whether an entry makes sense (`Sense`). It counts the ballots of open votes
again (`policies.methods`). Of a secret vote it checks what can be known without the ballots (domain.md part 4): that there are
as many seals as voters and no more than may vote, that none stands there twice, that the numbers add up, and that the seed
is the one that was sealed at the opening.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from policies import methods
from policies.ballots import BadBallotFile, Ballot, Question, Result, read_ballot
from policies.decision import COUNTED, Verdict, named, support
from policies.lot import seal

FORMAT = 1
"""The format of entries that is written now."""
SHORT = 8
"""How many letters of a hash are shown to people, and posted with each result."""
MOST_COUNTED = 40
"""Twice as many options as a question can have. More are not counted again: some methods would take hours for them."""
BODY = frozenset({"at", "before", "data", "format", "kind", "seq", "texts"})
CHOICE = frozenset({"at", "choice", "reason", "voter"})
"""Keys of a ballot that gives one answer."""
SHORT_COUNT = 4000
"""Letters of a question with its ballots that may be remembered."""
GIVEN = "given"
"""Stands for every reason where only that there is one counts."""
ONE_EACH = frozenset({"choice"})
"""Kinds of ballots of which each person gives one answer, so that the counts add up to the turnout."""

Sense = Callable[[Mapping[str, Any]], str | None]
"""Says what is wrong with what the body of an entry says: a kind of `Fault`, or `None`."""

_WRITER = json.JSONEncoder(check_circular=False, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_HASH = re.compile(r"[0-9a-f]{64}")


def canonical(value: Any) -> str:
    """Canonical JSON (RFC 8785) of the values that the record uses."""
    return _WRITER.encode(value)


def digest(text: str, salt: bytes = b"") -> str:
    """SHA-256(salt || text) in hexadecimal."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it is kept: its body, the hash beside it, and those of its texts that are still there (name -> salt, text)."""

    body: str
    hash: str
    texts: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Witness:
    """A short head that the bot posted in the room: that of entry `seq`, in the event `event`."""

    seq: int
    head: str
    event: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which entry; `seq` 0 is the record as a whole. `kind` names the text `fault-KIND`."""

    seq: int
    kind: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    `recounted` are open votes that were counted again, `secret` those checked by their seals, `texts` how many texts are
    kept, of `hashed` in all; `witnessed` are posted heads that were compared.
    """

    record: str
    length: int
    head: str
    faults: tuple[Fault, ...]
    recounted: int
    secret: int
    texts: int
    hashed: int
    witnessed: int

    def with_faults(self, faults: Sequence[Fault]) -> Checked:
        """The same, with these faults."""
        return replace(self, faults=tuple(faults))

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def any_sense(body: Mapping[str, Any]) -> str | None:
    """Whatever it says."""
    del body
    return None


class Check:
    """Checks a record entry by entry: `add` each one in its order, then `end`."""

    def __init__(self, record: str, witnesses: Iterable[Witness] = (), sense: Sense = any_sense) -> None:
        self._sense = sense
        self._record = self._head = record
        self._before: frozenset[str] | None = frozenset({record})
        self._witnesses: dict[int, list[Witness]] = {}
        for each in witnesses:
            self._witnesses.setdefault(each.seq, []).append(each)
        self._faults: list[Fault] = []
        self._seq = self._recounted = self._secret = self._texts = self._hashed = self._witnessed = 0
        self._openings: dict[tuple[int, int], Mapping[str, Any]] = {}

    def missing(self) -> None:
        """The next entry cannot be read at all."""
        self._seq += 1
        self._faults.append(Fault(self._seq, "form"))
        self._before = None

    def add(self, link: Link, read: object = None) -> Mapping[str, Any] | None:
        """The next entry; its body, where that can be read. `read` is what its canonical body says, where that is known."""
        self._seq += 1
        seq = self._seq
        found = digest(link.body)
        body = _read(link.body) if read is None else _entry(read)
        if found != link.hash:
            self._faults.append(Fault(seq, "changed"))
        elif body is None:
            self._faults.append(Fault(seq, "form"))
        elif body["seq"] != seq:
            self._faults.append(Fault(seq, "order"))
        elif self._before is not None and body["before"] not in self._before:
            self._faults.append(Fault(seq, "link"))
        # Where the body or the hash beside it was changed, the other one is what the next entry holds: only this one is named.
        self._before, self._head = frozenset({link.hash, found}), link.hash
        for witness in self._witnesses.get(seq, ()):
            self._witnessed += 1
            if not link.hash.startswith(witness.head) or len(witness.head) < SHORT:
                self._faults.append(Fault(seq, "witness"))
        if body is None:
            return None
        self._compare(seq, body["texts"], link.texts)
        if found == link.hash:
            # What a changed opening says must not put the blame on the result that was counted by the true one.
            if (odd := self._sense(body)) is None:
                self._count(seq, body)
            else:
                self._faults.append(Fault(seq, odd))
        return body

    def end(self, head: str | None = None, length: int | None = None) -> Checked:
        """What was found. `head` and `length` are what is said of the whole elsewhere."""
        if length is not None and length != self._seq:
            self._faults.append(Fault(0, "length"))
        if head is not None and head != self._head:
            self._faults.append(Fault(0, "head"))
        if any(seq > self._seq for seq in self._witnesses):
            self._faults.append(Fault(0, "witness-beyond"))
        return Checked(
            record=self._record,
            length=self._seq,
            head=self._head,
            faults=tuple(self._faults),
            recounted=self._recounted,
            secret=self._secret,
            texts=self._texts,
            hashed=self._hashed,
            witnessed=self._witnessed,
        )

    def _compare(self, seq: int, hashes: Mapping[str, str], texts: Mapping[str, tuple[bytes, str]]) -> None:
        """The texts that are kept are those that were hashed."""
        self._hashed += len(hashes)
        self._texts += len(texts)
        if any(hashes.get(name) != digest(text, salt) for name, (salt, text) in texts.items()):
            self._faults.append(Fault(seq, "text"))

    def _count(self, seq: int, body: Mapping[str, Any]) -> None:
        """Count again what an entry says was counted."""
        data = body["data"]
        try:
            match body["kind"]:
                case "opened":
                    self._openings[data["number"], data["version"]] = {"eligible": data["eligible"], "seal": data["seal"]}
                case "closed" if "seals" in data:
                    self._secret += 1
                    if not _seals_hold(data):
                        self._faults.append(Fault(seq, "seals"))
                    self._opened(seq, data)
                case "closed":
                    self._recounted += 1
                    result, ballots = counted_again(data)
                    if not agrees(data, result, ballots):
                        self._faults.append(Fault(seq, "count"))
                    self._opened(seq, data)
                case "lot-drawn":
                    if seal(data["seed"]) != data["seal"]:
                        self._faults.append(Fault(seq, "seed"))
        except (KeyError, TypeError, ValueError, AttributeError, BadBallotFile):
            self._faults.append(Fault(seq, "count"))

    def _opened(self, seq: int, data: Mapping[str, Any]) -> None:
        """A result has the electorate of its opening, and its seed is the one that was sealed then."""
        opening = self._openings.pop((data["number"], data["version"]), None)
        if opening is None:
            return
        if opening["eligible"] != data["eligible"]:
            self._faults.append(Fault(seq, "electorate"))
        if data.get("seed") and seal(data["seed"]) != opening["seal"]:
            self._faults.append(Fault(seq, "seed"))


def check(
    record: str, links: Iterable[Link], head: str | None = None, witnesses: Iterable[Witness] = (), sense: Sense = any_sense
) -> Checked:
    """All of a record at once."""
    checking = Check(record, witnesses, sense)
    for link in links:
        checking.add(link)
    return checking.end(head)


def _read(body: str) -> Mapping[str, Any] | None:
    """A body, or `None` where it is no canonical entry."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return _entry(found) if canonical(found) == body else None


def _entry(found: object) -> Mapping[str, Any] | None:
    """What a canonical body says, or `None` where that is no entry."""
    if not isinstance(found, dict) or found.keys() != BODY:
        return None
    whole = isinstance(found["data"], dict) and isinstance(found["texts"], dict) and isinstance(found["kind"], str)
    hashes = whole and all(isinstance(each, str) for each in (found["before"], *found["texts"].values()))
    number = found["data"].get("number", 0) if whole else None
    if not hashes or type(found["seq"]) is not int or type(number) is not int or found["format"] not in range(1, FORMAT + 1):
        return None
    try:
        at = datetime.fromisoformat(found["at"])
    except (TypeError, ValueError):
        return None
    return found if at.tzinfo is not None else None


def counted_again(closed: Mapping[str, Any]) -> tuple[Result, Sequence[Ballot]]:
    """The result of an entry's own ballots under its own rules. Raises `BadBallotFile` or `ValueError` for what cannot be counted."""
    if len(closed["counts"]) > MOST_COUNTED:
        raise ValueError("too many options")
    asked = {"method": closed["method"], "options": list(closed["counts"]), "seats": closed["seats"], "eligible": closed["eligible"]}
    whole = canonical({**asked, "rules": closed["rules"], "ballots": _cast(closed["ballots"])})
    return _known(whole) if len(whole) <= SHORT_COUNT else _counted(whole)


def _counted(whole: str) -> tuple[Result, Sequence[Ballot]]:
    """The count of a question and its ballots, which stand in JSON."""
    asked = json.loads(whole)
    ballots = tuple(map(read_ballot, asked["ballots"]))
    question = Question(
        method=COUNTED.get(asked["method"], asked["method"]),
        options=tuple(asked["options"]),
        seats=asked["seats"],
        eligible=asked["eligible"],
        rules=asked["rules"],
    )
    return methods.count(question, ballots), ballots


_known = lru_cache(maxsize=1024)(_counted)
"""In a long record the same few people give the same few answers: what was counted a moment ago is not counted anew."""


def _cast(ballots: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What was cast, whoever did it and when; answers that say one thing and the same are one ballot that counts so often.

    Of a reason nothing counts but that there is one.
    """
    same: Counter[tuple[str, str]] = Counter()
    other = []
    for ballot in ballots:
        if ballot.keys() <= CHOICE and type(ballot["choice"]) is str and type(reason := ballot.get("reason", "")) is str:
            same[ballot["choice"], GIVEN if reason.strip() else ""] += 1
        else:
            other.append({key: value for key, value in ballot.items() if key not in {"voter", "at"}} | {"count": 1})
    alike = ({"choice": choice, "count": count, "reason": reason or None} for (choice, reason), count in sorted(same.items()))
    return [*alike, *other]


def agrees(closed: Mapping[str, Any], result: Result, ballots: Sequence[Ballot]) -> bool:
    """Whether a count says what the entry says, and nobody was counted twice."""
    voters = [ballot["voter"] for ballot in closed["ballots"]]
    if len(set(voters)) != len(voters) or not len(voters) == closed["turnout"] <= closed["eligible"]:
        return False
    if named(closed["counts"], ballots) != dict(closed["counts"]):
        return False
    winners = set(result.winners or ())
    tied = set(result.tied or result.possible_winners or winners)
    by_lot = bool(closed["drawn"])
    match Verdict(closed["result"]):
        case Verdict.NO_QUORUM:
            same = result.result in {"no_quorum", "open"}
        case Verdict.NO_RESULT:
            same = bool(result.no_result)
        case Verdict.TIE:
            same = result.tie and tied == set(closed["tied"])
        case Verdict.TOO_FEW:
            same = any(2 * support(winner, ballots) <= closed["eligible"] for winner in winners)
        case Verdict.CHOSEN:
            said = set(closed["winners"])
            same = said <= winners | tied if by_lot else winners == said
        case verdict:
            same = result.result == verdict.value
    return same and bool(result.tie) == (by_lot or closed["result"] == Verdict.TIE)


def _seals_hold(closed: Mapping[str, Any]) -> bool:
    """What everybody can know of a secret vote: seals, turnout and numbers are consistent."""
    seals = closed["seals"]
    if sorted(set(seals)) != list(seals) or not all(_HASH.fullmatch(each) for each in seals):
        return False
    if not len(seals) == closed["turnout"] <= closed["eligible"] or any(each < 0 for each in closed["counts"].values()):
        return False
    takes = methods.method(COUNTED.get(closed["method"], closed["method"])).takes
    return takes not in ONE_EACH or sum(closed["counts"].values()) == len(seals) or not closed["counts"]
