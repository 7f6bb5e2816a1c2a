"""Records of every released format, checked, counted and told again: what a group decided stays true for ever."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import LOCALE
from bot.store.journal import FORMAT
from bot.texts import Reader
from commands.ports import Entry
from commands.show import sentence
from policies import methods
from policies.ballots import Ballot, Question, Result, read_ballot
from policies.decision import Verdict, support
from policies.model import Person
from tests.our_texts import our_texts
from tests.store.chain import false_texts, faults

LOGS = sorted((Path(__file__).parent / "logs").glob("*.jsonl"))
LANGUAGES = sorted({path.name.split(".")[-2] for path in LOCALE.glob("*.ftl")})


@dataclass(frozen=True)
class Log:
    """A record as it stands in its two files."""

    bodies: list[str]
    known: dict[str, Any]

    @property
    def entries(self) -> list[dict[str, Any]]:
        return [json.loads(body) for body in self.bodies]

    def texts(self, seq: int) -> list[tuple[str, bytes, str]]:
        """The texts of an entry: name, salt, words."""
        return [
            (each["name"], bytes.fromhex(each["salt"]), each["text"])
            for each in self.known["texts"]
            if each["seq"] == seq
        ]

    def entry(self, body: dict[str, Any], *, forgotten: bool = False) -> Entry:
        """An entry as commands get it; `forgotten`: without any text or name."""
        people = {int(number): Person(who["id"], who["name"]) for number, who in self.known["people"].items()}
        return Entry(
            seq=body["seq"],
            kind=body["kind"],
            at=datetime.fromisoformat(body["at"]),
            data=body["data"],
            texts={} if forgotten else {name: words for name, _, words in self.texts(body["seq"])},
            people={} if forgotten else people,
            hash="",
        )


@pytest.fixture(name="log", params=LOGS, ids=lambda path: path.stem)
def _log(request: pytest.FixtureRequest) -> Log:
    path: Path = request.param
    known = json.loads(path.with_suffix(".known.json").read_text(encoding="utf-8"))
    return Log(path.read_text(encoding="utf-8").splitlines(), known)


def test_there_is_a_record_of_the_format_that_is_written_now() -> None:
    """Every format has a record here, the one that the program writes today among them."""
    formats = {json.loads(line)["format"] for path in LOGS for line in path.read_text(encoding="utf-8").splitlines()}
    assert FORMAT in formats
    assert formats == set(range(1, FORMAT + 1))


def test_it_verifies(log: Log) -> None:
    """The chain is whole from the record's random id to its head, and every text that is kept is the one that was hashed."""
    assert faults(log.known["record"], log.bodies, log.known["head"]) == []
    for body in log.entries:
        texts = log.texts(body["seq"])
        assert {name for name, _, _ in texts} == set(body["texts"])
        assert false_texts(body, texts) == []


def test_a_changed_record_does_not_verify(log: Log) -> None:
    """A result that was changed by one letter is found, also by who has nothing but the file and the head."""
    changed = [body.replace('"result":"passed"', '"result":"not_passed"', 1) for body in log.bodies]
    assert changed != log.bodies
    assert faults(log.known["record"], changed, log.known["head"]) != []


def counted_again(closed: dict[str, Any]) -> tuple[Result, list[Ballot]]:
    """The result of an entry's own ballots under its own rules."""
    ballots = [
        read_ballot({key: value for key, value in ballot.items() if key not in {"voter", "at"}} | {"count": 1})
        for ballot in closed["ballots"]
    ]
    question = Question(
        method=closed["method"],
        options=tuple(closed["counts"]),
        seats=closed["seats"],
        eligible=closed["eligible"],
        rules=closed["rules"],
    )
    return methods.count(question, ballots), ballots


def agrees(closed: dict[str, Any], result: Result, ballots: list[Ballot]) -> bool:
    """Whether a count says what the entry says."""
    winners = set(result.winners or ())
    tied = set(result.tied or result.possible_winners or winners)
    few = any(2 * support(winner, ballots) <= closed["eligible"] for winner in winners)
    by_lot = bool(closed["drawn"])
    return {
        Verdict.PASSED: result.result == "passed",
        Verdict.NOT_PASSED: result.result == "not_passed",
        Verdict.BLOCKED: result.result == "blocked",
        Verdict.NO_QUORUM: result.result in {"no_quorum", "open"},
        Verdict.NO_RESULT: result.no_result,
        Verdict.TIE: result.tie and tied == set(closed["tied"]),
        Verdict.TOO_FEW: few,
        Verdict.CHOSEN: set(closed["winners"]) <= winners | tied if by_lot else winners == set(closed["winners"]),
    }[Verdict(closed["result"])] and result.tie == (by_lot or closed["result"] == Verdict.TIE)


def test_every_result_comes_out_again(log: Log) -> None:
    """Counting an entry's ballots under its recorded rules gives its recorded result, turnout and counts."""
    results = [body for body in log.entries if body["kind"] == "closed"]
    assert results != []
    wrong = []
    for body in results:
        result, ballots = counted_again(body["data"])
        if not agrees(body["data"], result, ballots) or len(ballots) != body["data"]["turnout"]:
            wrong.append((body["seq"], body["data"]["result"], result))
    assert wrong == []


def test_another_ballot_would_be_noticed(log: Log) -> None:
    """The recount is no formality: with all ballots turned to no, what had passed does not pass."""
    for body in log.entries:
        closed = body["data"]
        if body["kind"] == "closed" and closed["method"] == "majority" and closed["result"] == "passed":
            turned = closed | {"ballots": [ballot | {"choice": "no"} for ballot in closed["ballots"]]}
            assert not agrees(turned, *counted_again(turned))


def test_who_voted_was_counted_once(log: Log) -> None:
    """No voter has two ballots in a result, and there are never more than may vote."""
    for body in log.entries:
        if body["kind"] == "closed":
            voters = [ballot["voter"] for ballot in body["data"]["ballots"]]
            assert len(set(voters)) == len(voters) <= body["data"]["eligible"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("forgotten", [False, True])
def test_every_entry_can_be_told(log: Log, language: str, forgotten: bool) -> None:
    """Each entry is a sentence in every language, also when its texts and names were forgotten."""
    texts = our_texts()
    reader = Reader(language, ZoneInfo("Europe/Berlin"), "!")
    for body in log.entries:
        told = texts.render(sentence(log.entry(body, forgotten=forgotten)), reader).body
        assert told.startswith(f"{body['seq']}.")
        assert f"#{body['data']['number']}" in told
        words = [text for _, _, text in log.texts(body["seq"])]
        names = [who["name"] for who in log.known["people"].values()]
        if forgotten:
            assert not [each for each in (*words, *names) if each in told]
        else:
            assert next(words for name, _, words in log.texts(body["seq"]) if name == "question") in told


def test_what_can_never_be_erased_names_nobody(log: Log) -> None:
    """The lines of the record hold no word that was typed, no name and no id."""
    lines = "\n".join(log.bodies)
    told = [each["text"] for each in log.known["texts"] if len(each["text"]) > 3]
    told += [value for who in log.known["people"].values() for value in who.values()]
    assert [each for each in told if each in lines] == []
