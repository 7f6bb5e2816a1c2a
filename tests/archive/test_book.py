"""The record book and the other pages of an export: well-formed, for everybody to read, and always the same."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import icalendar
import pytest
import yaml

from bot.archive import book
from bot.archive.exports import RECORD, Exports
from bot.archive.exports import ROOM as STATE
from bot.archive.quick import Quick
from bot.store.archive import RoomArchive
from bot.store.database import Database
from bot.texts import Reader
from commands.ports import Entry
from commands.sentences import sentence
from policies.chain import digest
from policies.charters import read
from policies.model import Code, Lines, Mention, Person, Text, text
from tests.our_texts import our_texts
from tests.store.stage import ANA, BEN, CLEO, DAN, ROOM, Stage

GOLDEN = Path(__file__).parent / "golden"
LOG = Path(__file__).parents[1] / "logs" / "first_decisions.jsonl"
LANGUAGES = sorted(our_texts().languages)


def restored(path: Path) -> tuple[Database, int]:
    """A store with a record from `tests/logs`, whose random parts are always the same."""
    known = json.loads(path.with_suffix(".known.json").read_text(encoding="utf-8"))
    database = Database(None)
    with database.transaction():
        database.execute("INSERT INTO room (matrix, name, joined) VALUES (?, 'Tea & <Biscuits>', 1)", (ROOM,))
        database.execute("INSERT INTO record (room, id) VALUES (1, ?)", (known["record"],))
        for body in path.read_text(encoding="utf-8").splitlines():
            found = json.loads(body)
            values = (found["seq"], found["data"].get("number"), body, digest(body))
            database.execute("INSERT INTO entry (room, seq, number, body, hash) VALUES (1, ?, ?, ?, ?)", values)
        for number, who in known["people"].items():
            database.execute("INSERT INTO entry_person (room, number, person, name) VALUES (1, ?, ?, ?)", (number, who["id"], who["name"]))
        for each in known["texts"]:
            values = (each["seq"], each["name"], bytes.fromhex(each["salt"]), each["text"])
            database.execute("INSERT INTO entry_text (room, seq, name, salt, text) VALUES (1, ?, ?, ?, ?)", values)
    return database, 1


def pages(database: Database, room: int, language: str, *, whole: bool = True) -> dict[str, str]:
    out = io.BytesIO()
    Exports(database, our_texts()).record(room, Reader(language, ZoneInfo("Europe/Berlin"), "!"), out, whole=whole)
    with zipfile.ZipFile(out) as box:
        assert box.testzip() is None
        return {name: box.read(name).decode() for name in box.namelist()}


class Outline(HTMLParser):
    """What a screen reader and a keyboard find in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.labels: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.unnamed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes.append((tag, found))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found.get("href")))
        if "aria-labelledby" in found:
            self.labels.append(str(found["aria-labelledby"]))
        if tag in {"svg", "nav", "section", "article"} and not (found.get("aria-label") or found.get("aria-labelledby")):
            self.unnamed.append(tag)


def outline(page: str) -> Outline:
    found = Outline()
    found.feed(page)
    found.close()
    return found


def light(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_book_is_well_formed_and_can_be_gone_through(language: str) -> None:
    """The book is well-formed, with one first heading and no level left out, landmarks, a way past the navigation, and a name for each part."""
    database, room = restored(LOG)
    page = pages(database, room, language)["book.html"]
    assert page.startswith("<!DOCTYPE html>\n")
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page
    assert root.attrib["lang"] == language
    found = outline(page)
    assert found.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(found.headings, found.headings[1:], strict=False))
    for landmark in ("header", "nav", "main", "footer", "title"):
        assert found.tags.count(landmark) == (1 if landmark != "title" else 1 + found.tags.count("svg"))
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert {label for label in found.labels if not label.startswith("{")} <= set(found.ids)
    assert found.unnamed == []
    assert found.links[0] == "#main"


def test_the_book_works_without_a_network_and_without_scripts() -> None:
    """Nothing in the book runs, and nothing is fetched."""
    database, room = restored(LOG)
    page = pages(database, room, "en")["book.html"]
    found = outline(page)
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "input", "base"} & set(found.tags)
    for tag, attributes in found.attributes:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert not [value for name, value in attributes.items() if name in {"src", "href", "style"} and not str(value).startswith("#")], tag
    assert "url(" not in page
    assert "@import" not in page
    assert "http" not in page


def test_everything_can_be_read() -> None:
    """What is read has a contrast of seven to one, no text is smaller than the reader's own by much, and a printer gets its own rules."""
    for colour in (book.INK, book.QUIET, book.LINK):
        assert contrast(colour, book.PAPER) >= 7
    assert contrast(book.BAR, book.RAIL) >= 3
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert "@media print" in book.STYLE
    assert "break-inside: avoid" in book.STYLE


def test_each_picture_says_in_words_what_it_shows() -> None:
    """Every result is a picture with a title that holds all its numbers, and the numbers stand beside the bars."""
    database, room = restored(LOG)
    page = pages(database, room, "en")["book.html"]
    pictures = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    closed = sum('"kind":"closed"' in row["body"] for row in database.all("SELECT body FROM entry"))
    assert 0 < len(pictures) <= closed
    for picture in pictures:
        title = re.search("<title[^>]*>(.*?)</title>", picture)
        assert title is not None
        counts = [part.rpartition(": ")[2] for part in title[1].split("; ")]
        shown = re.findall(r"<text[^>]*>(\d+)</text>", picture)
        assert counts == shown
        assert picture.count("<rect") == 2 * len(counts)


def test_typed_words_stay_words() -> None:
    """What people typed is shown as it is in the book, in Markdown and in tables; it is never markup and never a formula."""
    stage = Stage()
    nasty = ["<img src=x onerror=alert(1)>", "**[x](javascript:1)** `a` ~~~", "=HYPERLINK(1)", "@room & &amp;", "]]> --> </article>"]

    async def play() -> None:
        await stage.deliver()
        for place, words in enumerate(nasty):
            await stage.propose(f"{words} is it?", (ANA, BEN, CLEO, DAN)[place % 4])
            stage.say(ANA, f"!vote {place + 1} yes because {words}")
            await stage.passes(timedelta(days=3))
        await stage.passes(timedelta(days=8))

    import asyncio

    asyncio.run(play())
    found = pages(stage.database, stage.number(), "en")
    ET.fromstring(found["book.html"].removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page
    assert "img" not in outline(found["book.html"]).tags
    assert not re.search(r"(?<!\\)(?:<img|\]\(javascript)", found["decisions.md"])
    rows = list(csv.DictReader(io.StringIO(found["decisions.csv"], newline="")))
    assert {row["number"] for row in rows} == {"1", "2", "3", "4", "5"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


async def test_nothing_in_the_pages_misleads() -> None:
    """Marks that turn letters round and what is no character stand in no page; behind a semicolon no cell begins that is a formula."""
    stage = Stage()
    await stage.deliver()
    with stage.database.transaction():
        stage.database.execute("UPDATE room SET name = '[x](http://example.org) <b>'")
    await stage.propose("Is it \u202egnitnalp\u202c \ufffe tea;=HYPERLINK(1); @SUM(1)?", ANA)
    stage.say(ANA, "!vote 1 yes because ＝1+1")  # noqa: RUF001 - a wide sign
    stage.say(BEN, "!vote 1 yes")
    await stage.deliver()
    await stage.passes(timedelta(days=3))
    found = pages(stage.database, stage.number(), "en")
    ET.fromstring(found["book.html"].removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page
    assert {name for name, page in found.items() if "\u202e" in page or "\ufffe" in page} <= {RECORD, STATE}
    assert "tea;'=HYPERLINK(1); '@SUM(1)?" in found["decisions.csv"]
    assert "'＝1+1" in found["ballots.csv"]  # noqa: RUF001 - a wide sign
    assert found["README.md"].startswith("# The record of \\[x\\](http://example.org) \\<b\\>")


@pytest.mark.parametrize("name", ["book.html", "decisions.md", "decisions.csv", "ballots.csv", "README.md"])
def test_the_same_record_gives_the_same_pages(name: str) -> None:
    """The pages of a record of the current format are those that stand in `golden`, byte for byte."""
    database, room = restored(LOG)
    made = pages(database, room, "en")
    assert made == pages(database, room, "en")
    # Where a change is meant, they are written anew by: python -m tests.archive.test_book
    assert made[name] == (GOLDEN / name).read_bytes().decode()


async def test_the_charter_is_one_that_can_be_read_again() -> None:
    """The charter of an export is a file that the program reads as a charter, with the group's own guidelines and rules."""
    stage = Stage()
    await stage.deliver()
    await stage.propose("guideline We greet each other")
    for person in (ANA, BEN, CLEO):
        stage.say(person, "!vote 1 consent")
    await stage.passes(timedelta(days=11))
    found = pages(stage.database, stage.number(), "en")
    draft = read(yaml.safe_load(found["charter.yaml"])).draft
    assert draft.guidelines == ("We greet each other",)
    assert icalendar.Calendar.from_ical(found["meetings.ics"]) is not None
    assert "We greet each other" in found["book.html"]


SAMPLES: list[Text] = [
    text("former-member"),
    text("result-passed", winners=(), tied=(), several="no"),
    text("result-chosen", winners=("Tea", "yes"), tied=(), several="yes"),
    text("story-reason", person=Person(ANA, "Ana"), choice=("a", "The 9000009 lake"), words="9000019 90000 times"),
    text("story-reason", person=Person("former-1", ""), choice=(), words="@room \u202e <b>"),
    text("story-reason", person=None, choice=(), words=" "),
    text("unknown-command", words="x", nearest=Code("vote")),
    text("group-chosen", group=""),
    text("book-left-out", count=1),
    text("book-left-out", count=0),
    text("book-left-out", count=12345),
    text("record-broken", faults=Lines((text("fault-head"), text("fault-link", seq=2))), count=1),
    text("book-note", kind="action", words="yes", owner="", due=""),
    text("stopped", number=2, question="no", person=Mention(Person(BEN, "Ben"))),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_made_quickly_is_the_same(language: str) -> None:
    """Texts that are rendered by their form are letter for letter those that are rendered one by one."""
    reader = Reader(language, ZoneInfo("Europe/Berlin"), "!")
    quick = Quick(our_texts(), reader)
    database, room = restored(LOG)
    entries: list[Entry] = [each for _, found in RoomArchive(database, room, whole=True).record.by_number() for each in found]
    for said in [*SAMPLES, *map(sentence, entries), *SAMPLES[::-1], *map(sentence, reversed(entries))]:
        assert quick.say(said) == our_texts().render(said, reader).body
    assert quick.moment(datetime.fromisoformat("2026-03-29T00:30:00Z")).endswith("(Europe/Berlin)")


def main() -> None:
    """Write the golden pages anew."""
    database, room = restored(LOG)
    GOLDEN.mkdir(exist_ok=True)
    made: dict[str, Any] = pages(database, room, "en")
    for name in ("book.html", "decisions.md", "decisions.csv", "ballots.csv", "README.md"):
        (GOLDEN / name).write_text(made[name], encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
