"""Files that the bot sends: a calendar or a document, made from data alone, so that the same data gives the same bytes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot import calendar
from bot.texts import Reader, Texts
from commands.answers import Block, Calendar, Document
from policies.model import Text

LONGEST_NAME = 60
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|]")
_BEGINS_BLOCK = re.compile(r"^(?:[+\-]|#{1,6}(?=\s|$)|\d{1,9}(?=[.)]))")
_BEFORE = {"title": "# ", "heading": "## ", "paragraph": "", "item": "- "}


@dataclass(frozen=True, slots=True)
class Made:
    """A file: its whole name, its MIME type and what is in it (UTF-8)."""

    name: str
    mime: str
    words: str


def made(name: str, content: Calendar | Document, texts: Texts) -> Made:
    """The file that `content` describes. `name` is what people called it."""
    if isinstance(content, Calendar):
        return Made(f"{named(name)}.ics", "text/calendar", calendar.written(content))
    return Made(f"{named(name)}.md", "text/markdown", markdown(content, texts))


def named(name: str) -> str:
    """A file name that every system takes: small letters and numbers, and dashes between the words."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:LONGEST_NAME].strip("-") or "file"


def markdown(document: Document, texts: Texts) -> str:
    """A document as Markdown (CommonMark). What people typed stands in it literally, whatever marks it holds."""
    reader = Reader(document.language, ZoneInfo(document.zone), "")
    parts: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        together = before is not None and before.kind == block.kind == "item"
        parts.append(("" if before is None else "\n" if together else "\n\n") + _BEFORE[block.kind] + plain(block.text, texts, reader))
        before = block
    return "".join(parts) + "\n"


def plain(text: Text, texts: Texts, reader: Reader) -> str:
    """The words of a text as one line without any markup."""
    line = " ".join(texts.render(text, reader).body.split())
    return _BEGINS_BLOCK.sub(_escaped, _MARKUP.sub(lambda mark: f"\\{mark[0]}", line))


def _escaped(begin: re.Match[str]) -> str:
    """The beginning of a line that would make a heading, a list or a rule of it."""
    return f"{begin[0]}\\" if begin[0].isdigit() else f"\\{begin[0]}"
