"""The record book: one HTML file that works offline, without scripts, prints well, and can be gone through by headings and landmarks.

It is well-formed as XML too. Each result is a picture (inline SVG) whose numbers stand beside it as text. The same record gives the
same bytes: the book's own time is that of the newest entry.
"""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TextIO

from bot.archive.shelf import Chapter, Shelf
from commands.ports import Entry
from commands.rule_words import facets, sentences
from commands.sentences import sentence
from policies.charter import Guideline
from policies.model import text
from policies.rules import DEFAULTS

INK, PAPER, QUIET, LINK, BAR, RAIL = "#1a1a1a", "#ffffff", "#4a4a4a", "#0b4f8a", "#2f5d8a", "#d9dee4"
"""The colours: each pair that is read has a contrast of 7 to 1 at least (WCAG 2.2, 1.4.6)."""
LINE, WIDE, LEFT, RIGHT = 30, 640, 200, 60
LONGEST_LABEL = 28

STYLE = f"""
:root {{ color-scheme: light; }}
body {{ color: {INK}; background: {PAPER}; font: 1.05rem/1.55 Georgia, "Times New Roman", serif; margin: 0 auto; max-width: 44rem; padding: 1rem; }}
h1, h2, h3, h4, nav {{ font-family: system-ui, sans-serif; line-height: 1.25; }}
h2 {{ border-bottom: 2px solid {INK}; margin-top: 2.5rem; }}
a {{ color: {LINK}; }}
.skip {{ position: absolute; left: -100rem; }}
.skip:focus {{ position: static; }}
.quiet, footer {{ color: {QUIET}; font-size: 0.95rem; }}
.verdict {{ font-weight: bold; }}
article {{ border-top: 1px solid {RAIL}; padding-top: 0.5rem; }}
figure {{ margin: 0.5rem 0; }}
svg {{ height: auto; max-width: 100%; }}
svg text {{ fill: {INK}; font: 15px system-ui, sans-serif; }}
code {{ overflow-wrap: anywhere; }}
@media print {{
  body {{ font-size: 10.5pt; max-width: none; padding: 0; }}
  nav, .skip {{ display: none; }}
  article, figure {{ break-inside: avoid; }}
  h2, h3, h4 {{ break-after: avoid; }}
  a {{ color: {INK}; text-decoration: none; }}
}}
"""


class Book:
    """The book that is being written: the beginning, then story by story, then the end."""

    def __init__(self, shelf: Shelf, out: TextIO) -> None:
        self._shelf = shelf
        self._out = out
        self._rules: list[Entry] = []
        self._begin()

    def _say(self, id_: str, **values: object) -> str:
        return escape(self._shelf.say(text(id_, **values)))

    def _write(self, *lines: str) -> None:
        self._out.write("\n".join((*lines, "")))

    def _begin(self) -> None:
        facts, say = self._shelf.facts, self._say
        title = say("book-title", group=facts.name)
        self._write(
            "<!DOCTYPE html>",
            f'<html lang="{escape(self._shelf.language)}">',
            "<head>",
            '<meta charset="utf-8"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            f"<title>{title}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            f'<a class="skip" href="#main">{say("book-skip")}</a>',
            "<header>",
            f"<h1>{title}</h1>",
            f"<p>{say('book-whole', length=facts.length, head=facts.head[:8], at=facts.last)}</p>",
        )
        if left_out := self._shelf.left_out():
            self._write(f'<p class="quiet">{say("book-left-out", count=left_out)}</p>')
        self._write("</header>", f'<nav aria-label="{say("book-contents")}">', "<ul>")
        for part in ("guidelines", "rules", "decisions", "check"):
            self._write(f'<li><a href="#{part}">{say(f"book-{part}")}</a></li>')
        self._write("</ul>", "</nav>", '<main id="main">')
        self._guidelines()
        self._standing()
        self._section("decisions")

    def _section(self, name: str) -> None:
        self._write(f'<section aria-labelledby="{name}">', f'<h2 id="{name}">{self._say(f"book-{name}")}</h2>')

    def _guidelines(self) -> None:
        charter, now = self._shelf.charter, self._shelf.facts.last
        self._section("guidelines")
        if charter.about:
            self._write(f"<p>{escape(self._shelf.say(charter.about))}</p>")
        shown = [each for each in charter.guidelines if each.shown(now)]
        if not shown:
            self._write(f"<p>{self._say('book-no-guidelines')}</p>")
        for each in shown:
            self._guideline(each, now)
        self._write("</section>")

    def _guideline(self, guideline: Guideline, now: datetime) -> None:
        words = guideline.at(now) or guideline.latest
        coming = "yes" if words.since > now else "no"
        self._write(
            f"<h3>{guideline.number}. {escape(self._shelf.say(words.text))}</h3>",
            f'<p class="quiet">{self._say("book-guideline", version=guideline.wordings.index(words) + 1, since=words.since, number=words.decision, coming=coming)}</p>',
        )
        before = [each for each in guideline.wordings if each is not words and each.text]
        if before:
            self._write(f"<h4>{self._say('book-versions')}</h4>", "<ul>")
            for each in before:
                self._write(f"<li>{self._say('book-version', since=each.since, words=each.text, number=each.decision)}</li>")
            self._write("</ul>")

    def _standing(self) -> None:
        charter, now = self._shelf.charter, self._shelf.facts.last
        self._section("rules")
        self._write("<dl>")
        for kind in DEFAULTS:
            rule = charter.rule(kind, now)
            self._write(
                f"<dt><strong>{self._say(f'kind-{kind}')}</strong></dt>", f"<dd>{escape(self._shelf.say(sentences(facets(rule))))}</dd>"
            )
        self._write("</dl>", f"<h3>{self._say('book-rules-changed')}</h3>")
        changes = self._shelf.archive.record.of_kinds({"rule", "undone"})
        if not changes:
            self._write(f"<p>{self._say('book-rules-never')}</p>")
        else:
            self._write("<ul>", *(f"<li>{escape(self._shelf.say(sentence(each)))}</li>" for each in changes), "</ul>")
        self._write("</section>")

    def add(self, chapter: Chapter) -> None:
        """One article."""
        story, number = chapter.story, chapter.story.number
        question = escape(chapter.question) or self._say("book-removed")
        lines = [f'<article aria-labelledby="n{number}">', f'<h3 id="n{number}">#{number} {question}</h3>']
        if chapter.proposer:
            lines.append(f"<p>{self._say('book-proposer', person=story.proposer)}</p>")
        if story.result is not None:
            lines.append(f'<p class="verdict">{escape(chapter.verdict)}</p>')
            lines += self._picture(story.result, chapter.counts)
        if chapter.how:
            lines.append(f"<p>{escape(chapter.how)}</p>")
        if chapter.reasons:
            lines += [f"<h4>{self._say('book-reasons')}</h4>", "<ul>", *(f"<li>{escape(each)}</li>" for each in chapter.reasons), "</ul>"]
        lines += [f"<h4>{self._say('book-history')}</h4>", "<ul>", *(f"<li>{escape(each)}</li>" for each in chapter.history), "</ul>"]
        self._write(*lines, "</article>")

    def _picture(self, entry: Entry, counts: tuple[tuple[str, int], ...]) -> list[str]:
        """The numbers of a result as bars, with their text."""
        most = max((count for _, count in counts), default=0)
        if not counts:
            return []
        told = "; ".join(f"{label}: {count}" for label, count in counts)
        room, name = WIDE - LEFT - RIGHT, f"p{entry.seq}"
        high = LINE * len(counts)
        lines = [
            "<figure>",
            f'<svg viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}" role="img" aria-labelledby="{name}">',
            f'<title id="{name}">{escape(told)}</title>',
        ]
        for place, (label, count) in enumerate(counts):
            top = place * LINE
            length = room * count // most if most else 0
            short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
            lines += [
                f'<text x="{LEFT - 10}" y="{top + 20}" text-anchor="end">{escape(short)}</text>',
                f'<rect x="{LEFT}" y="{top + 5}" width="{room}" height="{LINE - 10}" fill="{RAIL}"/>',
                f'<rect x="{LEFT}" y="{top + 5}" width="{length}" height="{LINE - 10}" fill="{BAR}"/>',
                f'<text x="{LEFT + room + 10}" y="{top + 20}">{count}</text>',
            ]
        data = entry.data
        caption = self._say("book-turnout", turnout=data["turnout"], eligible=data["eligible"])
        return [*lines, "</svg>", f"<figcaption>{caption}</figcaption>", "</figure>"]

    def end(self) -> None:
        """The rest."""
        facts = self._shelf.facts
        self._write("</section>")
        self._section("check")
        self._write(
            f"<p>{self._say('book-check-how')}</p>",
            f"<p>{self._say('book-check-mark')} <code>{facts.head}</code></p>",
            f"<p>{self._say('book-check-begin')} <code>{facts.record}</code></p>",
            "</section>",
            "</main>",
            "<footer>",
            f"<p>{self._say('book-footer')}</p>",
            "</footer>",
            "</body>",
            "</html>",
        )
