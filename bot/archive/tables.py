"""The tables of an export (CSV, RFC 4180): decisions, ballots of open votes, meetings, actions.

What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): at the beginning of a
cell, and behind a semicolon, where spreadsheets in many countries begin a new one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, TextIO

from bot.archive.shelf import Chapter, Shelf
from bot.markup import shown
from commands.ports import Entry
from commands.stories import chosen
from policies.chain import canonical

_FORMULA = re.compile(r"(^|;\s*)(?=[=+\-@＝＋－＠])", re.MULTILINE)  # noqa: RUF001 - wide signs begin a formula too

DECISIONS = (
    "number", "question", "proposed_by", "opened", "closes", "method", "result", "winners", "counts", "turnout", "eligible", "secret", "entry",
)
BALLOTS = ("number", "voter", "at", "choice", "ballot", "reason")
MEETINGS = ("number", "title", "planned", "began", "ended", "present", "decisions", "entry")
FIXED = {"choice", "voter", "at", "reason"}
"""Keys of a ballot that says nothing but one answer."""
ACTIONS = ("meeting", "number", "action", "owner", "due", "entry")


class Table:
    """One table that is being written."""

    def __init__(self, out: TextIO, columns: Iterable[str]) -> None:
        self._writer = csv.writer(out, lineterminator="\r\n")
        self._writer.writerow(columns)

    def add(self, *cells: object) -> None:
        """A row."""
        self._writer.writerow([_cell(each) if type(each) is str else each for each in cells])


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=16_384)
def _cell(words: str) -> str:
    """Typed words as a cell holds them. The same few stand in very many cells."""
    seen = shown(words)
    return _FORMULA.sub(r"\1'", seen) if _FORMULA.search(seen) else seen


class Tables:
    """All tables of an export; `open_` gives the file of a name."""

    def __init__(self, shelf: Shelf, open_: Callable[[str], TextIO]) -> None:
        self._shelf = shelf
        self._fixed: dict[str | None, tuple[str, str]] = {}
        self._decisions = Table(open_("decisions.csv"), DECISIONS)
        self._ballots = Table(open_("ballots.csv"), BALLOTS)
        self._meetings = Table(open_("meetings.csv"), MEETINGS)
        self._actions = Table(open_("actions.csv"), ACTIONS)

    def add(self, chapter: Chapter) -> None:
        """What a story adds to the tables."""
        for entry in chapter.story.entries:
            if entry.kind == "closed":
                self._closed(chapter, entry)
            elif entry.kind == "meeting-held":
                self._held(entry)

    def _closed(self, chapter: Chapter, entry: Entry) -> None:
        data, number = entry.data, chapter.story.number
        counts = "; ".join(f"{option}: {count}" for option, count in self._shelf.counts(entry))
        begun = chapter.story.begun
        self._decisions.add(
            number,
            chapter.question,
            chapter.proposer,
            _stamp(begun.at) if begun else "",
            data["closes"],
            data["method"],
            data["result"],
            "; ".join(self._shelf.option(entry, each) for each in data["winners"]),
            counts,
            data["turnout"],
            data["eligible"],
            "yes" if "seals" in data else "no",
            entry.seq,
        )
        for ballot in data.get("ballots", ()):
            choice, kept = self._cast(entry, ballot)
            reason = entry.texts.get(str(ballot.get("reason", "")), "")
            self._ballots.add(number, self._shelf.person(entry, ballot["voter"]), ballot["at"], choice, kept, reason)

    def _cast(self, entry: Entry, ballot: Mapping[str, Any]) -> tuple[str, str]:
        """What somebody chose: in words, and as it was counted. Most answers are one of the few fixed ones."""
        fixed = ballot["choice"] if ballot.keys() <= FIXED and not ballot["choice"].isdigit() else None
        cast = self._fixed.get(fixed)
        if cast is None:
            kept = {key: value for key, value in ballot.items() if key not in {"voter", "at", "reason"}}
            cast = "; ".join(map(self._shelf.say, chosen(entry, ballot))), canonical(kept)
            if fixed is not None:
                self._fixed[fixed] = cast
        return cast

    def _held(self, entry: Entry) -> None:
        data, words = entry.data, entry.texts
        self._meetings.add(
            data["number"], words.get("title", ""), data["planned"], data["began"], data["ended"], data["count"], len(data["decisions"]), entry.seq
        )
        for place, note in enumerate(data["notes"], 1):
            if note["kind"] == "action":
                owner = self._shelf.person(entry, note["owner"]) if note["owner"] else ""
                self._actions.add(data["number"], note["number"], words.get(f"note-{place}", ""), owner, note["due"], entry.seq)



