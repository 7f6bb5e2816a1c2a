"""Records of every released format, checked, counted and told again: what a group decided stays true for ever."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import commands
from bot.catalog import LOCALE
from bot.store.journal import FORMAT
from bot.texts import Reader
from bot.words import Vocabulary
from commands.entries import kinds, sense
from commands.kit import Book
from commands.ports import Entry
from commands.sentences import sentence
from commands.stories import reasons
from policies.chain import Checked, Link, agrees, check, counted_again, digest
from policies.mentioned import mentioned
from policies.model import Person
from tests.our_texts import our_texts
from tests.store.chain import false_texts, faults

Book.load(commands, Vocabulary(our_texts()))
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
        people = {int(number): Person(who["id"], who["name"] or who["id"]) for number, who in self.known["people"].items()}
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
    changed = [body.replace('"at":"2', '"at":"1', 1) for body in log.bodies[:-1]] + log.bodies[-1:]
    if len(changed) == 1:
        changed = [log.bodies[0].replace('"at":"2', '"at":"1', 1)]
    assert changed != log.bodies
    assert not checked(log, changed).sound
    assert faults(log.known["record"], changed, log.known["head"]) != []


def checked(log: Log, bodies: list[str]) -> Checked:
    """What the program's own check finds in a record."""
    links = [Link(body, digest(body), {name: (salt, text) for name, salt, text in log.texts(seq)}) for seq, body in enumerate(bodies, 1)]
    return check(log.known["record"], links, log.known["head"], sense=sense)


def test_every_result_comes_out_again(log: Log) -> None:
    """Counting an entry's ballots under its recorded rules gives its recorded result, turnout and counts; secret votes add up."""
    found = checked(log, log.bodies)
    assert found.sound, found.faults
    results = [body["data"] for body in log.entries if body["kind"] == "closed"]
    assert found.recounted == len([each for each in results if "seals" not in each])
    assert found.secret == len([each for each in results if "seals" in each])


def test_another_ballot_would_be_noticed(log: Log) -> None:
    """The recount is no formality: with all ballots turned to no, what had passed does not pass."""
    for body in log.entries:
        closed = body["data"]
        if body["kind"] == "closed" and closed["method"] == "majority" and closed["result"] == "passed" and closed["ballots"]:
            turned = closed | {"ballots": [ballot | {"choice": "no"} for ballot in closed["ballots"]]}
            assert not agrees(turned, *counted_again(turned))


def test_who_voted_was_counted_once(log: Log) -> None:
    """No voter has two ballots in a result, and there are never more than may vote."""
    for body in log.entries:
        if body["kind"] == "closed":
            voters = [ballot["voter"] for ballot in body["data"]["ballots"]]
            assert len(set(voters)) == len(voters) <= body["data"]["eligible"]


def test_there_is_an_entry_of_every_kind() -> None:
    """The records together hold every kind of entry that the program can write and tell."""
    written = {json.loads(line)["kind"] for path in LOGS for line in path.read_text(encoding="utf-8").splitlines()}
    assert kinds().keys() == written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("forgotten", [False, True])
def test_every_entry_can_be_told(log: Log, language: str, forgotten: bool) -> None:
    """Each entry is a sentence in every language, also when its texts and names were forgotten."""
    texts = our_texts()
    reader = Reader(language, ZoneInfo("Europe/Berlin"), "!")
    for body in log.entries:
        told = texts.render(sentence(log.entry(body, forgotten=forgotten)), reader).body
        assert told.startswith(f"{body['seq']}.")
        words = [text for _, _, text in log.texts(body["seq"]) if " " in text]
        names = [who["name"] for who in log.known["people"].values() if who["name"]]
        if forgotten:
            assert not [each for each in (*words, *names) if re.search(rf"\b{re.escape(each)}\b", told)]


class _Asked(dict[int, Person]):
    """Notes whom somebody asks for."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()

    def get(self, number: int, default: object = None) -> Person:  # type: ignore[override]
        """Anybody."""
        del default
        self.numbers.add(number)
        return Person(f"@p{number}:example.org", f"P{number}")


def test_whom_an_entry_tells_of_is_known_from_its_data(log: Log) -> None:
    """Everybody whom a sentence about an entry or a reason in it names is found in its data, so that no name is left out that is needed."""
    for body in log.entries:
        asked = _Asked()
        told = replace(log.entry(body), people=asked)
        sentence(told)
        if body["kind"] == "closed":
            reasons(told)
        assert asked.numbers <= {0, *mentioned(body["data"])}, body["kind"]


def motions(log: Log) -> list[dict[str, Any]]:
    """What the motions of a record were to change."""
    return [entry["data"]["motion"]["values"] for entry in log.entries if "motion" in entry["data"]]


def test_what_can_never_be_erased_names_nobody(log: Log) -> None:
    """The lines of the record hold no word that was typed, no name and no id."""
    lines = "\n".join(log.bodies)
    told = [each["text"] for each in log.known["texts"] if " " in each["text"]]
    told += [value for who in log.known["people"].values() for value in who.values() if value]
    # What the group calls its jobs is no person's word; a rule of the record names them.
    jobs = {entry["data"].get("role") for entry in log.entries} | {values.get("role") for values in motions(log)}
    told = [each for each in told if each not in jobs]
    assert [each for each in told if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", lines)] == []
