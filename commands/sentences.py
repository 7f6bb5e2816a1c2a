"""Entries of the record as sentences, made from their data alone."""

from __future__ import annotations

from collections.abc import Iterable

from commands.entries import kinds, person_of
from commands.ports import Context, Entry
from commands.titles import title
from policies.decision import FIXED
from policies.model import Lines, Text, text


def history(ctx: Context, number: int) -> Lines:
    """What the record says of one number, oldest first."""
    return Lines(tuple(sentence(entry) for entry in ctx.room.record.about(number)))


def sentence(entry: Entry) -> Text:
    """An entry of the record as a sentence, made from its data alone."""
    values: dict[str, object] = {"seq": entry.seq, "at": entry.at, "number": entry.data.get("number", 0)}
    values["question"] = asked(entry)
    values["known"] = "yes" if "question" in entry.texts else "no"
    # A secret vote is told in other words.
    name = "closed-secret" if "seals" in entry.data else entry.kind
    return text(f"record-{name}", **(values | kinds()[entry.kind].telling(entry)))


def verdict(entry: Entry) -> Text:
    """What was decided, from the entry that closed a vote."""
    data = entry.data
    return text(
        f"result-{data['result']}",
        winners=tuple(option_of(entry, each) for each in data["winners"]),
        tied=tuple(option_of(entry, each) for each in data["tied"]),
        several="yes" if data["seats"] > 1 else "no",
    )


def counts_of(entry: Entry) -> tuple[Text, ...]:
    """How many voted for each option, from the entry that closed a vote."""
    data = entry.data
    return tuple(
        text("result-count", option=option_of(entry, option), count=data["counts"][option])
        for option in in_order(data["method"], data["counts"])
    )


def asked(entry: Entry, name: str = "question") -> Text | str:
    """What an entry is about: the words that were typed, and what they were to change. `name` "before": in the version before."""
    words = entry.texts.get(name, "")
    motion = entry.data.get("motion")
    if motion is None or name not in entry.texts:
        return words
    return title(motion["change"], words, motion["values"], lambda number: person_of(entry, number))


def in_order(method: str, options: Iterable[str]) -> list[str]:
    """The options of an entry as the question had them: canonical JSON has put them in the order of their letters."""
    fixed = FIXED.get(method, ())
    return sorted(options, key=lambda option: int(option) if option.isdigit() else fixed.index(option))


def option_of(entry: Entry, option: str) -> Text | str:
    """An option of an entry: a fixed answer's text, or the words that were typed for its place, if they are still known."""
    if option.isdigit():
        return entry.texts.get(f"option-{option}", f"{int(option) + 1}")
    return text(f"option-{option}")
