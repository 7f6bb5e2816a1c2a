"""Every method counts its worked examples, and its counts can be said in every language."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

import pytest

from bot.texts import Reader, Texts
from policies import methods
from policies.ballots import load, read, write, write_result
from policies.methods import Example
from policies.model import Text
from tests.our_texts import our_texts

EXAMPLES = [
    pytest.param(example, id=f"{name}-{number}")
    for name in methods.names()
    for number, example in enumerate(methods.method(name).examples, 1)
]
NAMES = {
    *("plurality", "majority", "supermajority", "unanimity", "apache_majority", "apache_consensus", "lazy_consensus"),
    *("consent", "consensus", "approval", "score", "star", "dots", "borda", "irv", "schulze", "debian", "stv"),
    *("stv_meek", "third_legacy"),
}


@pytest.fixture(scope="module")
def texts() -> Texts:
    """All languages, strictly: a missing text or value is an error."""
    return our_texts()


def test_all_methods_of_the_ballot_file_are_found() -> None:
    """Each method that the ballot file names is there under that name, and no other."""
    assert set(methods.names()) == NAMES
    assert all(methods.method(name).name == name for name in NAMES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_worked_examples_come_out(example: Example) -> None:
    """A method's own worked examples come out as they stand in its file."""
    result = write_result(methods.count(*read(example.given)))
    if not example.whole:
        result = {key: result[key] for key in example.expected}
    assert result == example.expected


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_count_can_be_said(example: Example, language: str, texts: Texts) -> None:
    """Each step of a count has a sentence in each language, made of nothing but its values."""
    result = methods.count(*read(example.given))
    reader = Reader(language, ZoneInfo("UTC"), "!")
    assert result.explain
    for step in result.explain:
        assert step.id in texts.ids(language)
        assert texts.render(step, reader).body.strip()


def test_a_tie_is_explained_in_words(texts: Texts) -> None:
    """The steps of an instant run-off name rounds, votes and the tie that decides."""
    example = methods.method("irv").examples[1]
    reader = Reader("en", ZoneInfo("UTC"), "!")
    said = " ".join(texts.render(step, reader).body for step in methods.count(*read(example.given)).explain)
    assert said == (
        "Round 1: A: 4, B: 3 and C: 3. A tie on the way decides here. "
        "Depending on who is dropped, one of these wins: A and B."
    )


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_ballot_file_survives_being_written(example: Example) -> None:
    """What is exported is read again as the same question and the same ballots."""
    question, ballots = read(example.given)
    assert read(write(question, ballots)) == (question, ballots)
    exact = {key: value for key, value in example.given.items() if key != "rules"}
    assert load(json.dumps(exact))[1] == ballots


def test_explanations_hold_no_sentences() -> None:
    """An explanation is made of text ids and values, so that it can be said in any language."""
    for name in methods.names():
        for example in methods.method(name).examples:
            for step in methods.count(*read(example.given)).explain:
                assert isinstance(step, Text)
                assert step.id.startswith("count-")
