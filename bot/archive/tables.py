"""The tables of an export (CSV, RFC 4180): decisions, ballots of open votes, meetings, actions.

What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): at the beginning of a
cell, and behind a semicolon, where spreadsheets in many countries begin a new one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TextIO

from bot.archive.shelf import Chapter, Shelf
from bot.markup import shown
from commands.matters import person_of
from commands.ports import Entry
from commands.sentences import option_of
from commands.stories import chosen
from policies.chain import canonical

_FORMULA = re.compile(r"(^|;\s*)(?=[=+\-@＝＋－＠])", re.MULTILINE)  # noqa: RUF001 - wide signs begin a formula too

DECISIONS = (
    "number", "question", "proposed_by", "opened", "closes", "method", "result", "winners", "counts", "turnout", "eligible", "secret", "entry",
)
BALLOTS = ("number", "voter", "at", "choice", "ballot", "reason")
MEETINGS = ("number", "title", "planned", "began", "ended", "present", "decisions", "entry")
ACTIONS = ("meeting", "number", "action", "owner", "due", "entry")


class Table:
    """One table that is being written."""

    def __init__(self, out: TextIO, columns: Iterable[str]) -> None:
        self._writer = csv.writer(out, lineterminator="\r\n")
        self._writer.writerow(columns)

    def add(self, *cells: object) -> None:
        """A row."""
        self._writer.writerow([_cell(each) for each in cells])


def _cell(value: object) -> object:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if not isinstance(value, str):
        return value
    words = shown(value)
    return _FORMULA.sub(r"\1'", words) if _FORMULA.search(words) else words


class Tables:
    """All tables of an export; `open_` gives the file of a name."""

    def __init__(self, shelf: Shelf, open_: Callable[[str], TextIO]) -> None:
        self._shelf = shelf
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
        say, data, number = self._shelf.say, entry.data, chapter.story.number
        counts = "; ".join(f"{option}: {count}" for option, count in self._shelf.counts(entry))
        begun = chapter.story.begun
        self._decisions.add(
            number,
            chapter.question,
            chapter.proposer,
            begun.at if begun else "",
            data["closes"],
            data["method"],
            data["result"],
            "; ".join(say(option_of(entry, each)) for each in data["winners"]),
            counts,
            data["turnout"],
            data["eligible"],
            "yes" if "seals" in data else "no",
            entry.seq,
        )
        for ballot in data.get("ballots", ()):
            kept = {key: value for key, value in ballot.items() if key not in {"voter", "at", "reason"}}
            self._ballots.add(
                number,
                say(person_of(entry, ballot["voter"])),
                ballot["at"],
                "; ".join(map(say, chosen(entry, ballot))),
                canonical(kept),
                entry.texts.get(str(ballot.get("reason", "")), ""),
            )

    def _held(self, entry: Entry) -> None:
        data, words = entry.data, entry.texts
        self._meetings.add(
            data["number"], words.get("title", ""), data["planned"], data["began"], data["ended"], data["count"], len(data["decisions"]), entry.seq
        )
        for place, note in enumerate(data["notes"], 1):
            if note["kind"] == "action":
                owner = self._shelf.say(person_of(entry, note["owner"])) if note["owner"] else ""
                self._actions.add(data["number"], note["number"], words.get(f"note-{place}", ""), owner, note["due"], entry.seq)



