"""What the pages of an export are made of: the stories of one room, one after the other, told in its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.archive.quick import Quick
from bot.markup import shown
from bot.store import shapes
from bot.store.archive import RoomArchive
from bot.store.database import Database
from commands.entries import person_of
from commands.ports import Entry
from commands.sentences import in_order, option_of, verdict
from commands.stories import Story
from policies.charter import Charter
from policies.model import Person, Text


@dataclass(frozen=True, slots=True)
class Facts:
    """What a book says of the record as a whole. `last` is when its newest entry was written: the book's own time."""

    name: str
    record: str
    head: str
    length: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story in words, told once for all pages. `counts` are those of its result, in the order of the question."""

    story: Story
    question: str
    proposer: str
    verdict: str
    how: str
    counts: tuple[tuple[str, int], ...]
    reasons: tuple[str, ...]
    history: tuple[str, ...]


class Shelf:
    """One room's stories and what else its pages show. `archive` says what is left out."""

    def __init__(self, database: Database, room: int, archive: RoomArchive, quick: Quick) -> None:
        self._db = database
        self._room = room
        self.archive = archive
        self._quick = quick
        self._answers: dict[str, str] = {}
        self._names: dict[int, str] = {}

    @cached_property
    def facts(self) -> Facts:
        """The record as a whole."""
        row = self._db.one("SELECT room.name, record.id FROM room JOIN record USING (room) WHERE room = ?", (self._room,))
        assert row is not None
        latest = self.archive.record.latest(1)[0]
        return Facts(row["name"], row["id"], latest.hash, latest.seq, latest.at)

    @cached_property
    def charter(self) -> Charter:
        """The group's charter."""
        row = self._db.one("SELECT body FROM charter WHERE room = ?", (self._room,))
        return shapes.read(Charter, row["body"]) if row else Charter()

    def chapters(self) -> Iterator[Chapter]:
        """Everything with a number that the record tells of, by number, without what is left out."""
        for number, entries in self.archive.record.by_number():
            if number not in self.archive.hidden:
                yield self._chapter(Story(number, tuple(entries)))

    def _chapter(self, story: Story) -> Chapter:
        say, result = self.say, story.result
        return Chapter(
            story,
            question=say(story.question),
            proposer=say(story.proposer),
            verdict=say(verdict(result)) if result else "",
            how=say(story.how),
            counts=self.counts(result) if result else (),
            reasons=tuple(say(each.told) for each in story.reasons),
            history=tuple(map(say, story.history.items)),
        )

    def counts(self, entry: Entry) -> tuple[tuple[str, int], ...]:
        """The numbers of a result, in the order of the question."""
        data = entry.data
        return tuple((self.option(entry, each), data["counts"][each]) for each in in_order(data["method"], data["counts"]))

    def option(self, entry: Entry, option: str) -> str:
        """An option of an entry in words. The fixed answers are the same in every entry."""
        if option.isdigit():
            return self.say(option_of(entry, option))
        words = self._answers.get(option)
        if words is None:
            words = self._answers[option] = self.say(option_of(entry, option))
        return words

    def person(self, entry: Entry, number: int) -> str:
        """A person of the record by their number, which means the same person in every entry."""
        name = self._names.get(number)
        if name is None:
            name = self._names[number] = self.say(person_of(entry, number))
        return name

    def left_out(self) -> int:
        """How many secret and personal matters are left out."""
        return len(self.archive.hidden)

    def matters(self, kind: str) -> Iterator[Mapping[str, Any]]:
        """The bodies of one kind of matter, by number."""
        rows = self._db.all("SELECT number, body FROM matter WHERE room = ? AND kind = ? ORDER BY number", (self._room, kind))
        for row in rows:
            if row["number"] not in self.archive.hidden:
                yield {**dict(row), "body": self.archive.shown(kind, row["body"])}

    def say(self, value: object) -> str:
        """A value in words."""
        if type(value) is Text:
            return self._quick.say(value)
        match value:
            case None:
                return ""
            case Person() if value.former:
                return self._quick.say(Text("former-member"))
            case Person(_, name):
                return shown(name)
            case _:
                return shown(str(value))

    def at(self, moment: datetime) -> str:
        """A time in words."""
        return self._quick.moment(moment)

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self._quick.reader.language
