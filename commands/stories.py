"""What became of one number, read from the record alone: how it was decided, why, and what followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commands.entries import person_of
from commands.ports import Entry
from commands.rule_words import share
from commands.sentences import asked, option_of, sentence
from policies.decision import Secrecy
from policies.model import Lines, Person, Text, text

BEGINS = frozenset({"opened", "advice-opened", "lot-sealed", "elect-opened"})
"""Kinds of entries that tell who began a matter."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody voted as they did. `person` is `None` where the vote was secret."""

    person: Person | Text | None
    choice: tuple[Text | str, ...]
    words: str

    @property
    def told(self) -> Text:
        """As a line of a list."""
        return text("story-reason", person=self.person, choice=self.choice, words=self.words)


@dataclass(frozen=True, slots=True)
class Story:
    """The entries about one number, oldest first; there is at least one."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def question(self) -> Text | str:
        """What it is about, in its last version; empty where the words were removed or there never were any."""
        return next((words for each in reversed(self.entries) if (words := asked(each))), "")

    @property
    def begun(self) -> Entry | None:
        """The entry that began it."""
        return next((each for each in self.entries if each.kind in BEGINS), None)

    @property
    def result(self) -> Entry | None:
        """The entry with its last result."""
        return next((each for each in reversed(self.entries) if each.kind == "closed"), None)

    @property
    def proposer(self) -> Person | Text | None:
        """Who began it."""
        begun = self.begun
        number = begun.data.get("proposer", begun.data.get("by")) if begun else None
        return person_of(begun, number) if begun and isinstance(number, int) else None

    @property
    def secret(self) -> bool:
        """Whether its vote was secret."""
        return any(each.data.get("secrecy") == Secrecy.SECRET or "seals" in each.data for each in self.entries)

    @property
    def personal(self) -> bool:
        """Whether it was about a person."""
        return any(isinstance(motion := each.data.get("motion"), Mapping) and motion.get("kind") == "person" for each in self.entries)

    @property
    def how(self) -> Text | None:
        """By which method and what quorum it was decided."""
        entry = self.result or next((each for each in reversed(self.entries) if each.kind == "opened"), None)
        return None if entry is None else how(entry)

    @property
    def reasons(self) -> Sequence[Reason]:
        """The reasons that were given, and are still kept."""
        return reasons(self.result) if self.result else ()

    @property
    def history(self) -> Lines:
        """What happened to it, sentence by sentence."""
        return Lines(tuple(sentence(entry) for entry in self.entries))


def how(entry: Entry) -> Text:
    """How a vote was decided, from the entry that opened or closed it."""
    rules, quorum = entry.data["rules"], entry.data["rules"].get("quorum") or {}
    needed = share(str(quorum["share"])) if "share" in quorum else ""
    return text(
        "story-how",
        method=text(f"method-{entry.data['method']}", share=share(str(rules["threshold"])) if "threshold" in rules else ""),
        quorum=needed,
        people=quorum.get("number", 0),
        secret="yes" if entry.data.get("secrecy") == Secrecy.SECRET or "seals" in entry.data else "no",
    )


def reasons(entry: Entry) -> Sequence[Reason]:
    """The reasons that stand in the entry that closed a vote."""
    found = []
    for ballot in entry.data.get("ballots", ()):
        words = entry.texts.get(str(ballot.get("reason", "")), "")
        if words:
            found.append(Reason(person_of(entry, ballot["voter"]), chosen(entry, ballot), words))
    secret = (entry.texts.get(each["reason"], "") for each in entry.data.get("reasons", ()))
    return [*found, *(Reason(None, (), words) for words in secret if words)]


def chosen(entry: Entry, ballot: Mapping[str, Any]) -> tuple[Text | str, ...]:
    """What a ballot names, best first."""
    if "choice" in ballot:
        return (option_of(entry, ballot["choice"]),)
    if "choices" in ballot:
        return tuple(option_of(entry, each) for each in ballot["choices"])
    if "ranking" in ballot:
        flat = [each for place in ballot["ranking"] for each in ([place] if isinstance(place, str) else place)]
        return tuple(option_of(entry, each) for each in flat)
    scores = ballot.get("scores", {})
    return tuple(option_of(entry, each) for each in sorted(scores, key=lambda option: (-scores[option], option)))
