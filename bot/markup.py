"""Markdown that we wrote, woven with words that people typed, into both forms of a Matrix message.

A source text holds Markdown of our own and *slots*: single private-use characters, each standing for a value. Only the
source goes through the Markdown parser; what people typed is put in afterwards, as text. So nothing that a person types
can become markup, a link or a mention, whatever characters it holds, and there is nothing to escape.

HTML uses only the tags of the Matrix specification (client-server API, "m.room.message msgtypes").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

FIRST_SLOT = 0xF0000
"""The first of the characters that stand for values: a plane that Unicode leaves to private use."""

_SLOT = re.compile("([\U000f0000-\U000ffffd])")
_SPACE = re.compile(r"\s+")
# Controls, halves of surrogate pairs, and every mark that reorders or hides the text after it.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2066-\u2069\ufeff]")
_ROOM = re.compile("@(?=room)", re.IGNORECASE)
_WORD_JOINER = "\u2060"
_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_JOINED = frozenset("\u200d\ufe0e\ufe0f")
_LONGEST_CLUSTER = 16

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable(
    ["html_block", "html_inline", "image", "reference", "code", "lheading", "autolink", "entity"],
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a message in both forms: `body` is plain text, `html` is safe HTML; `mentions` are the ids it pings.

    `block` marks what stands on lines of its own, such as a list.
    """

    body: str
    html: str
    mentions: frozenset[str] = frozenset()
    block: bool = False


Fill = Callable[[str], Piece]
"""What a slot character stands for."""


def slot(number: int) -> str:
    """The character that stands for the value `number` (0 to 65,533)."""
    return chr(FIRST_SLOT + number)


def number_of(char: str) -> int:
    """The inverse of `slot`."""
    return ord(char) - FIRST_SLOT


def has_slots(words: str) -> bool:
    """Whether a source text already holds characters that we keep for slots."""
    return _SLOT.search(words) is not None


def clean(words: str, most: int) -> str:
    """Typed words as one safe line of at most `most` characters.

    White space becomes single spaces; control characters and marks that override the writing direction go; `@room` gets
    a word joiner, so that no client reads it as a call to the whole room; what is too long ends in an ellipsis.
    """
    line = " ".join(_UNSAFE.sub("", _SPACE.sub(" ", words)).split())
    if len(line) > most:
        line = line[: _whole(line, most - 1)].rstrip() + "…"
    return quiet(line)


def shown(words: str) -> str:
    """Typed words, line by line, without control characters and marks that override the writing direction: for a file."""
    if words.isprintable():
        return words
    return "\n".join(" ".join(_UNSAFE.sub("", _SPACE.sub(" ", line)).split()) for line in words.split("\n"))


def legible(words: str) -> str:
    """What somebody typed, line by line, without what apps put around names and what nobody can see.

    Marks that override the writing direction stay: where they turn letters round, a command is not what people read.
    """
    return "\n".join(_UNSEEN.sub("", line.replace("\t", " ")) for line in words.split("\n"))


def quiet(words: str) -> str:
    """`@room` so that it calls nobody: push rules look for it in the plain text (Matrix, `.m.rule.roomnotif`)."""
    return _ROOM.sub("@" + _WORD_JOINER, words)


def _whole(line: str, cut: int) -> int:
    """The nearest place at or before `cut` that is not inside an emoji sequence or an accented letter."""
    for place in range(cut, max(cut - _LONGEST_CLUSTER, 0), -1):
        after, before = line[place], line[place - 1]
        if not unicodedata.combining(after) and after not in _JOINED and before != "\u200d":
            return place
    return cut


def typed(words: str, most: int) -> Piece:
    """Words that a person typed, literally. Right-to-left words are isolated: they reorder nothing around them."""
    return literal(_isolated(clean(words, most)))


def _isolated(line: str) -> str:
    if not line.isascii() and any(unicodedata.bidirectional(char) in {"R", "AL", "AN"} for char in set(line)):
        return _ISOLATE + line + _POP_ISOLATE
    return line


def literal(words: str) -> Piece:
    """Plain words of our own."""
    return Piece(words, escape(words, quote=False))


def code(words: str) -> Piece:
    """Something to type."""
    return Piece(words, f"<code>{escape(words, quote=False)}</code>")


def mention(person: str, name: Piece) -> Piece:
    """The person with the Matrix id `person`, who is meant and so is pinged."""
    address = "https://matrix.to/#/" + quote(person, safe="@:")
    return Piece(name.body, f'<a href="{escape(address)}">{name.html}</a>', frozenset({person}))


def listing(items: Iterable[Piece], first: int | None = None) -> Piece:
    """One item on each line: with dashes, or numbered from `first`."""
    lines, points, mentions = [], [], frozenset[str]()
    for place, item in enumerate(items):
        mark = "- " if first is None else f"{first + place}. "
        lines.append(mark + item.body.replace("\n", "\n" + " " * len(mark)))
        points.append(f"<li>{item.html}</li>")
        mentions |= item.mentions
    if not points:
        return Piece("", "")
    start = f' start="{first}"' if first not in {None, 1} else ""
    opening, closing = ("<ul>", "</ul>") if first is None else (f"<ol{start}>", "</ol>")
    return Piece("\n".join(lines), opening + "".join(points) + closing, mentions, block=True)


def words(content: str, fill: Fill) -> Piece:
    """A line of plain words with slots."""
    return _joined(_flat(piece) for piece in _split(content, fill))


def weave(source: str, fill: Fill) -> Piece:
    """Our Markdown `source` with its slots filled. One paragraph comes back as a line, anything more as a block.

    Raises `ValueError` for Markdown that Matrix clients cannot show, or for a slot where only fixed text may stand.
    """
    return _stacked(_blocks(_parsed(source), fill), "\n\n")


_POINT = re.compile(r"\s*(- |\d{1,3}[.)] )\s*(.*)")
_SPECIAL = re.compile(r"(\*\*[^*`]+\*\*|`[^`]+`|\{\w+\})")


def passage(words: str, most: int, show: Callable[[str], Piece | None]) -> Piece:
    """Typed words of several lines: paragraphs, lists, `**strong**`, and what `show` makes of `` `code` `` and `{name}`.

    Everything else becomes a slot before the parser sees it, so that no other markup can be in it. `most` characters of one
    stretch of words are kept.
    """
    pieces: list[Piece] = []

    def put(piece: Piece) -> str:
        pieces.append(piece)
        return slot(len(pieces))

    def inside(line: str) -> str:
        made = []
        for part in _SPECIAL.split(line):
            known = show(part) if part[:1] in {"`", "{"} and part[1:] else None
            if known is not None:
                made.append(put(known))
            elif part.startswith("**") and len(part) > len("****"):
                made.append(f"**{inside(part[2:-2])}**")
            elif part.strip():
                # The white space at its ends belongs to the line.
                spaces = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
                made.append(bool(spaces[0]) * " " + put(typed(part, most)) + bool(spaces[1]) * " ")
            else:
                made.append(part)
        return "".join(made)

    source = []
    for line in words.split("\n"):
        point = _POINT.fullmatch(line)
        source.append((point[1] + inside(point[2])) if point else inside(line.strip()))
    return weave("\n".join(source), lambda char: pieces[number_of(char) - 1])


@lru_cache(maxsize=2048)
def _parsed(source: str) -> tuple[SyntaxTreeNode, ...]:
    return tuple(SyntaxTreeNode(_MARKDOWN.parse(source)).children)


def _split(content: str, fill: Fill) -> Iterator[Piece]:
    for part in _SLOT.split(content):
        if _SLOT.match(part):
            yield fill(part)
        elif part:
            yield literal(quiet(part))


def _flat(piece: Piece) -> Piece:
    """A block where only a line may stand."""
    if not piece.block:
        return piece
    line = " ".join(piece.body.split())
    return Piece(line, escape(line, quote=False), piece.mentions)


def _joined(pieces: Iterable[Piece]) -> Piece:
    body, html, mentions = [], [], frozenset[str]()
    for piece in pieces:
        body.append(piece.body)
        html.append(piece.html)
        mentions |= piece.mentions
    return Piece("".join(body), "".join(html), mentions)


def _stacked(pieces: Sequence[Piece], gap: str) -> Piece:
    """Lines and blocks below each other. A single line stays a line."""
    if len(pieces) == 1:
        return pieces[0]
    html = "".join(piece.html if piece.block else f"<p>{piece.html}</p>" for piece in pieces)
    mentions = frozenset[str]().union(*(piece.mentions for piece in pieces))
    return Piece(gap.join(piece.body for piece in pieces), html, mentions, block=bool(pieces))


def _blocks(nodes: Sequence[SyntaxTreeNode], fill: Fill) -> list[Piece]:
    return [piece for node in nodes for piece in _block(node, fill)]


def _block(node: SyntaxTreeNode, fill: Fill) -> list[Piece]:  # noqa: PLR0911 - one kind of block each
    match node.type:
        case "paragraph":
            return _paragraph(node.children[0].children, fill)
        case "heading":
            inner = _line(node.children[0].children, fill)
            return [replace(inner, html=f"<{node.tag}>{inner.html}</{node.tag}>", block=True)]
        case "bullet_list":
            return [listing(_item(item, fill) for item in node.children)]
        case "ordered_list":
            return [listing((_item(item, fill) for item in node.children), int(node.attrs.get("start", 1)))]
        case "blockquote":
            inner = _stacked(_blocks(node.children, fill), "\n\n")
            body = "\n".join(f"> {line}".rstrip() for line in inner.body.split("\n"))
            return [Piece(body, f"<blockquote>{inner.html}</blockquote>", inner.mentions, block=True)]
        case "fence":
            inner = literal(words(node.content.rstrip("\n"), fill).body)
            return [Piece(inner.body, f"<pre><code>{inner.html}</code></pre>", block=True)]
        case "hr":
            return [Piece("---", "<hr>", block=True)]
        case other:
            raise ValueError(other)


def _item(item: SyntaxTreeNode, fill: Fill) -> Piece:
    """One point of a list. Its first line has no paragraph around it, so that the mark stays beside it."""
    first, *rest = _blocks(item.children, fill) or [Piece("", "")]
    below = [piece if piece.block else replace(piece, html=f"<p>{piece.html}</p>") for piece in rest]
    both = _joined([first, *below])
    return replace(both, body="\n".join(piece.body for piece in (first, *rest)), block=bool(rest) or first.block)


def _paragraph(nodes: Sequence[SyntaxTreeNode], fill: Fill) -> list[Piece]:
    """The lines of a paragraph. A list that stands for a value is set apart from the words around it."""
    parts: list[Piece] = []
    run: list[Piece] = []
    for node in nodes:
        for piece in _split(node.content, fill) if node.type == "text" else (_inline(node, fill),):
            if piece.block:
                parts += [_trimmed(run), piece]
                run = []
            else:
                run.append(piece)
    parts.append(_trimmed(run))
    return [part for part in parts if part.body]


def _trimmed(run: Sequence[Piece]) -> Piece:
    line = _joined(run)
    return replace(line, body=line.body.strip(), html=line.html.strip())


def _line(nodes: Sequence[SyntaxTreeNode], fill: Fill) -> Piece:
    return _joined(_inline(node, fill) for node in nodes)


def _inline(node: SyntaxTreeNode, fill: Fill) -> Piece:
    match node.type:
        case "text":
            return words(node.content, fill)
        case "softbreak":
            return Piece(" ", " ")
        case "hardbreak":
            return Piece("\n", "<br>")
        case "code_inline":
            return code(words(node.content, fill).body)
        case "strong" | "em":
            inner = _line(node.children, fill)
            return replace(inner, html=f"<{node.tag}>{inner.html}</{node.tag}>")
        case "link":
            return _link(str(node.attrs["href"]), _line(node.children, fill))
        case other:
            raise ValueError(other)


def _link(address: str, inner: Piece) -> Piece:
    # The parser writes a slot in an address as percent codes (UTF-8 of its plane).
    if "%F3%B" in address:
        msg = "a value in the address of a link"
        raise ValueError(msg)
    html = f'<a href="{escape(address)}">{inner.html}</a>'
    return Piece(inner.body if inner.body == address else f"{inner.body} ({address})", html, inner.mentions)
