"""The pages of an export in Markdown (CommonMark): decisions, and minutes of meetings. What people typed stands in them literally."""

from __future__ import annotations

import re
from typing import TextIO

from bot.archive.shelf import Chapter, Shelf
from bot.markup import shown
from commands.ports import Entry
from policies.model import text

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|#]")


def plain(words: str) -> str:
    """Words as one line without any markup."""
    return _MARKUP.sub(lambda mark: f"\\{mark[0]}", " ".join(shown(words).split()))


class Written:
    """Decisions and minutes, story by story."""

    def __init__(self, shelf: Shelf, decisions: TextIO, minutes: TextIO) -> None:
        self._shelf = shelf
        self._decisions, self._minutes = decisions, minutes
        facts = shelf.facts
        decisions.write(f"# {self._say('book-title', group=facts.name)}\n\n")
        decisions.write(f"{self._say('book-whole', length=facts.length, head=facts.head, at=facts.last)}\n")
        if left_out := shelf.left_out():
            decisions.write(f"\n{self._say('book-left-out', count=left_out)}\n")
        minutes.write(f"# {self._say('book-minutes', group=facts.name)}\n")

    def _say(self, id_: str, **values: object) -> str:
        return plain(self._shelf.say(text(id_, **values)))

    def add(self, chapter: Chapter) -> None:
        """A story's own part."""
        out, story = self._decisions, chapter.story
        held = next((each for each in story.entries if each.kind == "meeting-held"), None)
        if held is not None:
            self._held(chapter, held)
            return
        parts = [f"\n## {plain(f'#{story.number}')} {plain(chapter.question) or self._say('book-removed')}\n"]
        if chapter.proposer:
            parts.append(f"\n{self._say('book-proposer', person=story.proposer)}\n")
        parts += [f"\n{plain(words)}\n" for words in (chapter.verdict, chapter.how) if words]
        if chapter.reasons:
            parts.append(f"\n{self._say('book-reasons')}\n\n")
            parts += [f"- {plain(each)}\n" for each in chapter.reasons]
        parts.append(f"\n{self._say('book-history')}\n\n")
        parts += [f"- {plain(each)}\n" for each in chapter.history]
        out.write("".join(parts))

    def _held(self, chapter: Chapter, entry: Entry) -> None:
        story = chapter.story
        out, data, words = self._minutes, entry.data, entry.texts
        out.write(f"\n## {plain(words.get('title', '')) or self._say('book-removed')}, {plain(data['began'][:10])}\n\n")
        out.writelines(f"- {plain(each)}\n" for each in chapter.history)
        corrected = {each.data["place"]: each for each in story.entries if each.kind == "minutes-corrected"}
        lines = []
        for place, note in enumerate(data["notes"], 1):
            said = corrected[place].texts.get("words", "") if place in corrected else words.get(f"note-{place}", "")
            owner = self._shelf.person(entry, note["owner"]) if note["owner"] else ""
            lines.append(f"- {self._say('book-note', kind=note['kind'], words=said, owner=owner, due=note['due'][:10])}\n")
        if lines:
            out.write(f"\n{self._say('book-notes')}\n\n")
            out.writelines(lines)
