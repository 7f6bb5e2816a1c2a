"""Exports as `.zip` files. The same stored data give the same bytes."""

from __future__ import annotations

import asyncio
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import IO, BinaryIO, TextIO

import yaml

from bot import calendar
from bot.archive import book
from bot.archive.quick import Quick
from bot.archive.shelf import Shelf
from bot.archive.tables import Tables
from bot.archive.written import Written, plain
from bot.files import named
from bot.store import shapes
from bot.store.archive import Progress, RoomArchive, silent
from bot.store.belongings import RoomBelongings
from bot.store.database import Database
from bot.texts import Reader, Texts
from commands.answers import Calendar
from policies.charter import Charter, Draft
from policies.charters import write as charter_keys
from policies.meeting import Series
from policies.model import text

MIME = "application/zip"
RECORD, ROOM = "record.jsonl", "room.jsonl"
BEGIN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell: the time when an export is made is no part of what it holds."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file to send."""

    name: str
    mime: str
    data: bytes


class Exports:
    """Makes exports from what is stored now."""

    def __init__(self, database: Database, texts: Texts) -> None:
        self._db = database
        self._texts = texts

    async def sent(self, of: str, room: int, person: str, reader: Reader) -> Made:
        """The file that somebody asked for: the `record` of a room, or what is stored about the `person`.

        It is made in a thread, from what is stored now, while everything else goes on. Raises `Ended`.
        """
        if self._db.in_memory:
            return self._made(of, room, person, reader)
        opened: list[Database] = []

        def make() -> Made:
            with self._db.snapshot() as snapshot:
                opened.append(snapshot)
                return Exports(snapshot, self._texts)._made(of, room, person, reader)  # noqa: SLF001 - our own kind

        try:
            return await asyncio.to_thread(make)
        except asyncio.CancelledError:
            for each in opened:
                each.interrupt()
            raise

    def _made(self, of: str, room: int, person: str, reader: Reader) -> Made:
        out = io.BytesIO()
        name = self._db.one("SELECT name FROM room WHERE room = ?", (room,))
        group = name["name"] if name else ""
        if of == "person":
            self.person(room, person, reader, out)
            return Made(f"{named(group)}-my-data.zip", MIME, out.getvalue())
        self.record(room, reader, out, whole=False)
        return Made(f"{named(group)}-record.zip", MIME, out.getvalue())

    def person(self, room: int, person: str, reader: Reader, out: BinaryIO) -> None:
        """All that is stored about a person in a room."""
        belongings, quick = RoomBelongings(self._db, room), Quick(self._texts, reader)
        held = belongings.held(person)
        lines = [quick.say(text("data-title")), "", *(f"- {quick.say(text(f'data-{each.table}', count=each.count))}" for each in held)]
        rows = json.dumps(belongings.everything(person), ensure_ascii=False, indent=1, default=_plain)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
            _put(box, "README.md", "\n".join(lines) + "\n")
            _put(box, "my-data.json", rows + "\n")

    def record(self, room: int, reader: Reader, out: BinaryIO, *, whole: bool, progress: Progress = silent) -> None:
        """The record of a room with all that belongs to it. `whole`: with secret and personal matters, to move with."""
        archive = RoomArchive(self._db, room, whole=whole)
        shelf = Shelf(self._db, room, archive, Quick(self._texts, reader))
        with ExitStack() as stack, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
            pages: dict[str, IO[bytes]] = {}

            def page(name: str) -> TextIO:
                raw = pages[name] = stack.enter_context(tempfile.TemporaryFile())
                return stack.enter_context(io.TextIOWrapper(raw, encoding="utf-8", newline="", write_through=False))

            _put(box, "README.md", self._readme(shelf, whole=whole))
            _pour(box, RECORD, archive.record_lines(progress))
            _pour(box, ROOM, archive.room_lines())
            _put(box, "charter.yaml", charter_yaml(shelf.charter, shelf.facts.name, reader.language))
            _put(box, "meetings.ics", _calendars(shelf))
            texts = self._pages(shelf, page)
            for each in texts:
                each.flush()
            for name, raw in pages.items():
                raw.seek(0)
                _pour(box, name, iter(partial(raw.read, 1 << 20), b""))

    @staticmethod
    def _pages(shelf: Shelf, page: Callable[[str], TextIO]) -> list[TextIO]:
        """The pages to read, all in one go through the record."""
        opened: list[TextIO] = []

        def open_(name: str) -> TextIO:
            opened.append(page(name))
            return opened[-1]

        pages = book.Book(shelf, open_("book.html"))
        written = Written(shelf, open_("decisions.md"), open_("minutes.md"))
        tables = Tables(shelf, open_)
        for chapter in shelf.chapters():
            pages.add(chapter)
            written.add(chapter)
            tables.add(chapter)
        pages.end()
        return opened

    def _readme(self, shelf: Shelf, *, whole: bool) -> str:
        say = shelf.say
        facts = shelf.facts
        lines = [f"# {plain(say(text('book-title', group=facts.name)))}", "", say(text("book-whole", length=facts.length, head=facts.head, at=facts.last)), ""]
        files = ("book.html", "decisions.md", "minutes.md", "decisions.csv", "ballots.csv", "meetings.csv", "actions.csv")
        names = (*files, "meetings.ics", "charter.yaml", RECORD, ROOM)
        lines += [f"- {each}: {say(text('box-' + each.replace('.', '-')))}" for each in names]
        lines += ["", say(text("box-whole" if whole else "box-common")), "", say(text("box-check")), ""]
        return "\n".join(lines)


def charter_yaml(charter: Charter, name: str, language: str) -> str:
    """The charter as it stands, in the form of the starter charters."""
    draft = Draft(
        name=name[:80] or "charter",
        language=charter.language or language,
        about=charter.about,
        guidelines=tuple(each.latest.text for each in charter.guidelines if each.latest.text),
        rules={kind: held[-1].rule for kind, held in charter.rulings.items() if held},
        roles=charter.roles,
        texts=charter.texts,
        format=charter.format,
        review_months=charter.review_months,
    )
    return yaml.safe_dump(charter_keys(draft), allow_unicode=True, sort_keys=False, width=100)


def _calendars(shelf: Shelf) -> str:
    """All series of meetings that go on, one calendar after the other in one file; an empty calendar where there are none."""
    made = []
    for row in shelf.matters("series"):
        series = shapes.read(Series, row["body"])
        if not series.over:
            made.append(calendar.written(Calendar(series.uid, series.sequence, series.stamp, series.plan, series.cancelled)))
    return "".join(made) or f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{calendar.MAKER}\r\nEND:VCALENDAR\r\n"


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(type(value).__name__)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, BEGIN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.create_system = 3
    return info


def _put(box: zipfile.ZipFile, name: str, words: str) -> None:
    box.writestr(_info(name), words.encode())


def _pour(box: zipfile.ZipFile, name: str, parts: Iterable[bytes]) -> None:
    with box.open(_info(name), "w", force_zip64=True) as out:
        for part in parts:
            out.write(part)

