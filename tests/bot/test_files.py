"""Documents become Markdown in which what people typed is only words; the same data gives the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.files import made, named
from commands.answers import Block, Document
from policies.model import text
from tests.our_texts import our_texts

TEXTS = our_texts()
NASTY = (
    "# no heading",
    "- no list",
    "1. no list",
    "2) no list",
    "> no quotation",
    "---",
    "===",
    "***",
    "`code` and **bold** and _this_ and ~~that~~",
    "[a](https://example.org) ![b](c) <b>d</b> <https://e.org> &amp;",
    "\\* back\\slash",
    "a | b",
    "```",
    "+ plus",
    "@room",
    "two\nlines\n# heading",
)


def document(*words: str) -> Document:
    blocks = (Block("title", text("minutes-item", words="Title")), *(Block("item", text("minutes-item", words=each)) for each in words))
    return Document("en", "UTC", blocks)


def read(words: str) -> str:
    """What a reader of the Markdown sees, one line for each paragraph."""
    tokens = MarkdownIt("commonmark").parse(words)
    return "\n".join("".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline")


@pytest.mark.parametrize("words", NASTY)
def test_marks_that_people_type_stay_marks(words: str) -> None:
    """Whatever Markdown a note holds, it is read as it was typed, and makes no heading, list or link."""
    file = made("x", document(words), TEXTS).words
    assert read(file).replace("\u2060", "") == "Title\n" + " ".join(words.split())
    kinds = [token.type for token in MarkdownIt("commonmark").parse(file) if token.type.endswith("_open")]
    assert kinds == ["heading_open", "bullet_list_open", "list_item_open", "paragraph_open"]


@given(st.text(alphabet=st.sampled_from("#*_-+=>`~[]()<>&|\\!1.: ab\n"), min_size=1, max_size=30))
def test_nothing_typed_becomes_markup(words: str) -> None:
    """Any mixture of marks is read back as it was typed."""
    said = " ".join(words.split())
    if said:
        assert read(made("x", document(said, "end"), TEXTS).words) == f"Title\n{said}\nend"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tuesday circle", "tuesday-circle"),
        ("Frühstück & Tee", "fruhstuck-tee"),
        ("../../etc/passwd", "etc-passwd"),
        ("茶会", "file"),
        ("x" * 200, "x" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(title: str, name: str) -> None:
    """Names hold small letters, numbers and dashes, and are never empty or very long."""
    assert named(title) == name


def test_the_same_document_gives_the_same_bytes() -> None:
    """A document can be made again at any time."""
    assert made("x", document(*NASTY), TEXTS) == made("x", document(*NASTY), TEXTS)
