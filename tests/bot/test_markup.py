"""One source, two forms, and nothing of what people type becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import markup

ALLOWED = frozenset(
    {"p", "br", "ul", "ol", "li", "strong", "em", "code", "pre", "a", "blockquote", "hr", "h1", "h2", "h3"}
)

# Everything that Markdown, HTML, Matrix clients or terminals give a meaning to, close together.
NASTY = st.text(
    alphabet=st.sampled_from("\\`*_{}[]()#+-.!|<>&\"'~^=:/@room1 \n\t\r\x00\x1b\u202e\u2066\u05d0\U000f0000\U000f0001a")
)
TYPED = st.one_of(
    st.text(),
    NASTY,
    st.lists(
        st.sampled_from(
            [
                "@room",
                "@ROOM",
                "<b>",
                "<script>alert(1)</script>",
                "[x](javascript:y)",
                "https://example.org",
                "<https://example.org>",
                "![i](x)",
                "\n\n- a",
                "1. ",
                "# ",
                "> ",
                "```\n",
                "    ",
                "&amp;",
                "&#64;room",
                '<a href="https://matrix.to/#/@a:b">A</a>',
                "@ana:example.org",
                "**",
                "'; DROP TABLE",
            ],
        ),
    ).map("".join),
)


class Seen(HTMLParser):
    """The tags and the text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the parser calls it so
        self.tags.append("comment")

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        self.tags.append("declaration")


def woven(source: str, *pieces: markup.Piece) -> markup.Piece:
    """Weaves a source whose slots are numbered from 0."""
    return markup.weave(source, lambda char: pieces[markup.number_of(char)])


SLOT = markup.slot(0)


@pytest.mark.parametrize(
    ("source", "body", "html"),
    [
        ("Just words", "Just words", "Just words"),
        ("**Strong** and *soft*", "Strong and soft", "<strong>Strong</strong> and <em>soft</em>"),
        ("One\n\nTwo", "One\n\nTwo", "<p>One</p><p>Two</p>"),
        ("One\ntwo", "One two", "One two"),
        ("One\\\ntwo", "One\ntwo", "One<br>two"),
        ("- a\n- b", "- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("3. a\n4. b", "3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("- a\n  - b", "- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- a\n\n  more", "- a\n  more", "<ul><li>a<p>more</p></li></ul>"),
        ("Say `yes & no`", "Say yes & no", "Say <code>yes &amp; no</code>"),
        ("[rules](https://example.org/?a&b)", "rules (https://example.org/?a&b)",
         '<a href="https://example.org/?a&amp;b">rules</a>'),
        ("# Title\n\nWords", "Title\n\nWords", "<h1>Title</h1><p>Words</p>"),
        ("> wise\n> words", "> wise words", "<blockquote>wise words</blockquote>"),
        ("```\na\n  b\n```", "a\n  b", "<pre><code>a\n  b</code></pre>"),
        ("a\n\n---\n\nb", "a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_both_forms_say_the_same(source: str, body: str, html: str) -> None:
    """Markdown of ours becomes plain words that read well without marks, and HTML that means the same."""
    assert woven(source) == markup.Piece(
        body, html, block=html.startswith(("<p>", "<ul>", "<ol", "<h1>", "<bl", "<pre>"))
    )


def test_html_of_our_own_stays_text() -> None:
    """Raw HTML in a source is shown, never obeyed."""
    assert woven("a <b>b</b> &amp;").html == "a &lt;b&gt;b&lt;/b&gt; &amp;amp;"


@given(TYPED)
def test_typed_words_are_literal_wherever_they_stand(words: str) -> None:
    """What a person types comes out letter by letter, in every place that a text can put it."""
    piece = markup.typed(words, 500)
    line = markup.clean(words, 500)
    for source in (
        "{}",
        "{} a",
        "a\n{}",
        "**{}** a",
        "- {}\n- b",
        "1. {}",
        "> {}",
        "`a {}`",
        "# {}",
        "*a*{}_b_",
        "[{}](https://example.org)",
    ):
        result = woven(source.replace("{}", SLOT), piece)
        assert line in result.body
        assert line in Seen(result.html).text


@given(TYPED)
def test_typed_words_bring_no_tag_and_no_mention(words: str) -> None:
    """No tag, attribute or live mention of a message comes from what a person typed."""
    piece = markup.typed(words, 500)
    for source in ("{}", "**{}**\n\n- {}\n", "`{}` and [a](https://example.org) {}"):
        result = woven(source.replace("{}", SLOT), piece)
        without = woven(source.replace("{}", SLOT), markup.literal("x" if piece.body else ""))
        assert Seen(result.html).tags == Seen(without.html).tags
        assert Seen(result.html).attributes == Seen(without.html).attributes
        assert set(Seen(result.html).tags) <= ALLOWED
        assert result.mentions == frozenset()
        assert "@room" not in result.body.lower()
        assert "@room" not in Seen(result.html).text.lower()


@given(TYPED, st.integers(min_value=1, max_value=40))
def test_cleaning_leaves_one_safe_line(words: str, most: int) -> None:
    """Cleaned words are one short line that can be sent, without control characters and overrides, and stay so."""
    line = markup.clean(words, most)
    assert len(line.replace("\u2060", "")) <= most
    assert not any(char in line for char in "\n\r\t\x00\x1b\u202e\u2066\u2028")
    assert line.encode("utf-8").decode("utf-8") == line
    assert markup.clean(line, 1000) == line


def test_readable_words_are_kept_as_they_are() -> None:
    """Cleaning changes nothing in words that need no cleaning, in any script."""
    for words in ("plain", "a, b & c?", "العربية", "👩‍👩‍👧 family", "é e\u0301", "שבת"):
        assert markup.clean(words, 500) == words


def test_long_words_end_in_an_ellipsis_between_letters() -> None:
    """What is too long is cut before a whole letter or emoji, never inside one."""
    assert markup.clean("a" * 20, 5) == "aaaa…"
    assert markup.clean("abc👩\u200d👩\u200d👧 family", 6) == "abc…"
    assert markup.clean("abce\u0301def", 5) == "abc…"
    assert markup.clean("a" * 5, 5) == "aaaaa"


def test_cutting_never_hangs_on_stacked_accents() -> None:
    """A text that is nothing but accents is cut all the same."""
    assert len(markup.clean("\u0301" * 5000, 500)) == 500


def test_right_to_left_words_are_isolated() -> None:
    """Right-to-left words keep their own order and do not reorder the sentence around them."""
    assert markup.typed("שבת", 500).body == "\u2068שבת\u2069"
    assert markup.typed("hello", 500).body == "hello"


def test_a_mention_pings_one_person() -> None:
    """A mention links the person's id, however odd, and says whom it pings."""
    piece = markup.mention('@a"/b:example.org', markup.typed("<Ana>", 80))
    assert piece.body == "<Ana>"
    assert piece.html == '<a href="https://matrix.to/#/@a%22%2Fb:example.org">&lt;Ana&gt;</a>'
    assert piece.mentions == {'@a"/b:example.org'}


def test_a_list_for_a_value_stands_apart() -> None:
    """A list inside a paragraph is set on lines of its own, with the words before and after it."""
    items = markup.listing([markup.literal("a"), markup.literal("b")])
    result = woven(f"Before {SLOT} after", items)
    assert result.body == "Before\n\n- a\n- b\n\nafter"
    assert result.html == "<p>Before</p><ul><li>a</li><li>b</li></ul><p>after</p>"


def test_a_list_inside_a_point_is_indented() -> None:
    """A list inside a point of another list stays visibly inside it."""
    items = markup.listing([markup.literal("a"), markup.literal("b")])
    assert woven(f"- One: {SLOT}", items) == markup.Piece(
        "- One:\n  - a\n  - b",
        "<ul><li>One:<ul><li>a</li><li>b</li></ul></li></ul>",
        block=True,
    )


def test_an_empty_value_leaves_no_empty_paragraph() -> None:
    """A paragraph whose value is empty is not shown at all."""
    assert woven(f"a\n\n{SLOT}\n\nb", markup.listing([])).html == "<p>a</p><p>b</p>"


def test_a_list_where_only_words_fit_becomes_words() -> None:
    """Where only a line can stand, a list is told in one line, and still pings whom it named."""
    items = markup.listing([markup.mention("@a:b", markup.literal("Ana"))])
    assert woven(f"**{SLOT}**", items) == markup.Piece("- Ana", "<strong>- Ana</strong>", frozenset({"@a:b"}))


def test_an_address_is_fixed_text() -> None:
    """No value can decide where a link leads."""
    with pytest.raises(ValueError, match="address"):
        woven(f"[a](https://example.org/{SLOT})", markup.literal("x"))


def test_room_is_quiet_in_our_own_words_too() -> None:
    """Even a text of ours cannot ping the whole room."""
    assert "@room" not in woven("@room").body
    assert markup.quiet("a@Room") == "a@\u2060Room"
