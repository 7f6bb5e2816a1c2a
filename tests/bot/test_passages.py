"""A group's own words over several lines: what is markup in them, and what never is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Reader, Rendered
from policies.model import Lines, Mention, Passage, Person, text
from tests.our_texts import our_texts

TEXTS = our_texts()
READER = Reader("en", ZoneInfo("UTC"), "!")


def said(words: str, **values: object) -> Rendered:
    return TEXTS.render(text("own-words", words=Passage(words, values)), READER)


def test_paragraphs_lists_and_strong_words_are_shown() -> None:
    """An empty line begins a paragraph, dashes and numbers make lists, two stars make strong."""
    rendered = said("**Be here.**\nAnd now.\n\n- one\n- two\n\nLast\n1. a\n2. b")
    assert rendered.body == "Be here. And now.\n\n- one\n- two\n\nLast\n\n1. a\n2. b"
    assert "<strong>Be here.</strong> And now." in rendered.html
    assert "<ul><li>one</li><li>two</li></ul>" in rendered.html
    assert "<ol><li>a</li><li>b</li></ol>" in rendered.html


def test_what_is_to_be_typed_gets_the_prefix() -> None:
    """A command between backticks is shown as the reader types it."""
    rendered = said("Type `show guidelines`.")
    assert (rendered.body, rendered.html) == ("Type !show guidelines.", "Type <code>!show guidelines</code>.")


def test_values_stand_in_their_places() -> None:
    """A name in braces shows its value, of any kind; a mention pings, and a name without a value stays as it was typed."""
    ana = Person("@ana:example.org", "Ana")
    rendered = said("Next: {when}, {who} and {other}\n{lines}", when="Friday", who=Mention(ana), lines=Lines(("a", "b")))
    assert rendered.body.startswith("Next: Friday, Ana and {other}")
    assert "- a\n- b" in rendered.body
    assert rendered.mentions == {"@ana:example.org"}


@pytest.mark.parametrize(
    "words",
    ["[x](https://evil.example)", "<b>x</b>", "# x", "> x", "![x](y)", "~~x~~", "_x_", "@room", "a * b * c", "****", "`", "x\\", "&lt;"],
)
def test_nothing_else_is_markup(words: str) -> None:
    """Links, headings, quotes, HTML and calls to the whole room are shown as they were typed."""
    rendered = said(words)
    assert rendered.body.replace("\u2060", "") == words
    assert "<" not in rendered.html.replace("<p>", "").replace("</p>", "")
    assert "@room" not in rendered.body


@given(st.text(max_size=80))
def test_no_words_break_it(words: str) -> None:
    """Whatever a group writes, it is shown, pings nobody and makes no link."""
    rendered = said(words)
    assert not rendered.mentions
    assert "<a " not in rendered.html
