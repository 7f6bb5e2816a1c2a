"""Start: the talk in which a new group drafts its charter, question after question, until it votes on it.

Any member may answer, skip or go back; what is skipped stays unset. Nothing in it holds before the group has adopted it: it is
a draft. A talk that nobody goes on with is put aside, and can be taken up again where it stood.
Source: domain.md 1.2 (first start is a guided set-up whose last step is a vote).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from policies import form
from policies.charter import MOST_GUIDELINES, Draft, check_guideline
from policies.model import Refused

ABOUT, CHARTER, LANGUAGE, ZONE, EMERGENCY, HELPLINES, CHECKED, DRAFT = STEPS = (
    "about",
    "charter",
    "language",
    "zone",
    "emergency",
    "helplines",
    "checked",
    "draft",
)
TALKING, ASIDE, PUT = STATES = "talking", "aside", "put"

PATIENCE = timedelta(days=5)
"""After so long without an answer a talk is put aside."""
MEANWHILE = timedelta(minutes=10)
"""So long after an answer somebody may still be answering the question before."""

LONGEST_DRAFT = 12_000
"""Bytes of all guidelines of a draft. It is shown in one message, which holds each of them twice and is encrypted; 64 KiB is all it may have."""
LONGEST_ABOUT = 300
LONGEST_NUMBER = 40
LONGEST_HELPLINE = 200
MOST_HELPLINES = 6


@dataclass(frozen=True, slots=True)
class Start:
    """The talk. `step` is the question that is asked now; the answers are empty where nothing was said.

    `charter` is the key of a starter charter, `checked` an ISO date, `moved` the time of the last answer. `draft` is what would be
    voted on, `drafted` from which charter and language it was made. `former` is what adopting it replaced, to take that back.
    """

    number: int
    proposer: str
    step: str = ABOUT
    state: str = TALKING
    about: str = ""
    charter: str = ""
    language: str = ""
    zone: str = ""
    emergency: str = ""
    helplines: tuple[str, ...] = ()
    checked: str = ""
    moved: datetime | None = None
    draft: Draft | None = None
    drafted: tuple[str, ...] = ()
    former: str = ""

    @property
    def question(self) -> str:
        """What it is about, as far as somebody has said."""
        return self.about

    @property
    def under_way(self) -> bool:
        """Whether it waits for answers."""
        return self.state == TALKING

    @property
    def sound(self) -> bool:
        """Whether its answers are such as somebody can give: what was brought from elsewhere may be anything."""
        place = form.blank_or(form.LANGUAGE_CODE)(self.language) and form.blank_or(form.ZONE)(self.zone)
        known = self.step in self.steps and self.state in STATES and form.blank_or(form.DAY)(self.checked)
        return place and known and (self.draft is None or self.draft.sound)

    @property
    def steps(self) -> Sequence[str]:
        """The questions that it asks: nobody checked numbers that nobody named."""
        return [step for step in STEPS if step != CHECKED or self.emergency or self.helplines]

    def at(self, moment: datetime) -> Start:
        """Somebody did something at that time, so it goes on."""
        return replace(self, state=TALKING, moved=moment)

    def forward(self) -> Start:
        """On to the next question."""
        place = self.steps.index(self.step)
        return replace(self, step=self.steps[min(place + 1, len(self.steps) - 1)])

    def back(self) -> Start:
        """Back to the question before; from the first one there is none."""
        place = self.steps.index(self.step)
        return replace(self, step=self.steps[max(place - 1, 0)])

    def aside(self) -> Start:
        """Nobody went on with it, or somebody took it back: it rests, with its answers."""
        return replace(self, state=ASIDE)

    def put(self) -> Start:
        """The draft goes to the vote: from here on it stays as it is."""
        return replace(self, state=PUT)

    def again(self, number: int, proposer: str) -> Start:
        """A new talk after a vote that did not pass: at its draft, with all answers."""
        return replace(self, number=number, proposer=proposer, step=DRAFT, state=TALKING, former="")

    def describing(self, words: str) -> Start:
        """Who the group is for. Raises `Refused` for what is no single sentence."""
        words = " ".join(words.split())
        if len(words) > LONGEST_ABOUT:
            raise Refused("start-about-long", most=LONGEST_ABOUT, length=len(words))
        return replace(self, about=words, draft=replace(self.draft, about=words) if self.draft else None)

    def calling(self, number: str) -> Start:
        """The number to call in an emergency. Raises `Refused` for words without one."""
        number = " ".join(number.split())
        if not any(letter.isdigit() for letter in number) or len(number) > LONGEST_NUMBER:
            raise Refused("start-no-number", words=number)
        return replace(self, emergency=number)

    def helped_by(self, lines: Sequence[str]) -> Start:
        """The helplines, one a line. Raises `Refused` for too many or a very long one."""
        lines = [" ".join(line.split()).removeprefix("- ") for line in lines]
        kept = tuple(line for line in lines if line)
        if len(kept) > MOST_HELPLINES or any(len(line) > LONGEST_HELPLINE for line in kept):
            raise Refused("start-helplines-many", most=MOST_HELPLINES, longest=LONGEST_HELPLINE)
        return replace(self, helplines=kept)

    def checked_on(self, day: date, today: date) -> Start:
        """The day when somebody looked last whether the numbers are right. Raises `Refused` for a day to come."""
        if day > today:
            raise Refused("start-day-ahead", day=day)
        return replace(self, checked=day.isoformat())

    def drafting(self, draft: Draft, made_of: tuple[str, ...]) -> Start:
        """The draft, made of a charter and a language. One that was made of the same before keeps what was changed in it."""
        if self.draft is not None and self.drafted == made_of:
            return self
        return self.bringing(draft, made_of)

    def bringing(self, draft: Draft, made_of: tuple[str, ...]) -> Start:
        """The draft is this one. Raises `Refused` for one that no message can show."""
        length = sum(len(each.encode()) for each in draft.guidelines)
        if length > LONGEST_DRAFT:
            raise Refused("start-draft-long", most=LONGEST_DRAFT, length=length)
        return replace(self, draft=draft, drafted=made_of)

    @property
    def guidelines(self) -> tuple[str, ...]:
        """The guidelines of the draft."""
        return self.draft.guidelines if self.draft is not None else ()

    def adding(self, text: str) -> Start:
        """One more guideline in the draft. Raises `Refused`."""
        if len(self.guidelines) == MOST_GUIDELINES:
            raise Refused("start-guidelines-many", most=MOST_GUIDELINES)
        return self._holding([*self.guidelines, check_guideline(text)])

    def rewording(self, place: int, text: str) -> Start:
        """Guideline `place` of the draft reads `text`; without a text it goes. Raises `Refused`."""
        texts = list(self.guidelines)
        if not 1 <= place <= len(texts):
            raise Refused("start-guideline-unknown", number=place, count=len(texts))
        texts[place - 1 : place] = [check_guideline(text)] if text else []
        return self._holding(texts)

    def _holding(self, texts: Sequence[str]) -> Start:
        assert self.draft is not None
        return self.bringing(replace(self.draft, guidelines=tuple(texts)), self.drafted)
