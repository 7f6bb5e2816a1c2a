"""`folkmoot when`, and the words for all that is asked back."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

import policies.when
from bot.cli.when import command
from bot.texts import Reader
from policies.model import Text
from policies.when import Ask, read
from tests.our_texts import our_texts
from tests.policies import test_when_english, test_when_french, test_when_german, test_when_spanish
from tests.policies.when_phrases import BERLIN, NOW, rows

pytestmark = pytest.mark.usefixtures("texts_read_once")
OPTIONS = ["--zone", "Europe/Berlin", "--now", "2026-03-27T12:00+01:00"]
TABLES = {
    "en": test_when_english.TABLE,
    "de": test_when_german.TABLE,
    "fr": test_when_french.TABLE,
    "es": test_when_spanish.TABLE,
}


def shown(*words: str) -> dict[str, object]:
    result = CliRunner().invoke(command, [*OPTIONS, *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    answer: dict[str, object] = json.loads(result.stdout)
    return answer


def test_one_moment_is_shown_in_the_zone_of_the_writer() -> None:
    """A moment is an ISO time with the offset that is in force then."""
    assert shown("Dienstag", "19", "Uhr", "--lang", "de") == {"kind": "once", "at": "2026-03-31T19:00:00+02:00"}


def test_a_series_is_shown_with_three_times() -> None:
    """A series is its rule and the next three times."""
    answer = shown("every 2 weeks Tue 19:00")
    assert answer["kind"] == "recurring"
    assert answer["rrule"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    assert answer["first"] == ["2026-03-31T19:00:00+02:00", "2026-04-14T19:00:00+02:00", "2026-04-28T19:00:00+02:00"]


def test_a_day_is_shown_as_a_date() -> None:
    """A day without a time is an ISO date."""
    assert shown("Tuesday") == {"kind": "date_only", "date": "2026-03-31"}


def test_a_question_is_shown_as_a_sentence_with_choices() -> None:
    """What is asked back is plain English, whatever language the phrase is in, with things to type."""
    assert shown("--lang", "de", "--", "nächsten Freitag 20 Uhr") == {
        "kind": "ask",
        "why": "Some people mean the coming one, others the one after. Which day do you mean?",
        "choices": ["2026-04-03 20:00", "2026-04-10 20:00"],
    }


def test_a_phrase_may_begin_with_a_dash() -> None:
    """Behind -- all is phrase."""
    assert shown("--", "-5")["kind"] == "ask"


@pytest.mark.parametrize(
    "wrong", [["--zone", "Nowhere/Land"], ["--now", "soon"], ["--now", "2026-03-27T12:00"], ["--lang", "xx"]]
)
def test_a_wrong_option_is_refused(wrong: list[str]) -> None:
    """A zone, time or language that does not exist is named, and nothing is read."""
    result = CliRunner().invoke(command, [*wrong, "Tuesday"])
    assert result.exit_code == 2
    assert wrong[0] in result.stderr


def asked_ids() -> set[str]:
    """Every text id in the source of the rules."""
    sources = Path(policies.when.__file__).parent.rglob("*.py")
    nodes = (node for source in sources for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
    return {
        n.value
        for n in nodes
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and n.value.startswith("when-")
    }


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_question_has_its_words(language: str) -> None:
    """What the rules may ask is what the language can say, no more and no less."""
    said = {text for text in our_texts().ids(language) if text.startswith("when-")}
    assert said == asked_ids()


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_question_can_be_asked(language: str) -> None:
    """The words fit the values that come with a question, for every phrase of the tables."""
    texts = our_texts()
    for spoken, table in TABLES.items():
        for typed, _ in rows(table):
            value = read(typed, now=NOW, zone=BERLIN, languages=(spoken,))
            if isinstance(value, Ask):
                assert texts.render(Text(value.why, value.values), Reader(language, ZoneInfo(BERLIN), "!")).body
