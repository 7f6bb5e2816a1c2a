"""Advice from outside the group: kept as what it is, and never counted."""

from __future__ import annotations

import re
from typing import Any

from commands.answers import Answer, Output, Post
from commands.entries import person_of, tells
from commands.kit import NUMBER, Rest, command
from commands.matters import found, line, shown, stopped
from commands.ports import Context, Entry
from commands.show import history
from policies.form import WHO
from policies.model import Refused, Text, text
from policies.outside import OutsideAdvice, check

KIND = "outside-advice"


@command("note advice")
def note_advice(ctx: Context, words: Rest) -> Answer:
    """`note advice 12 Tea house: We liked it`, or as a reply; without a number it is advice to the group."""
    number = ctx.number
    if match := NUMBER.match(words):
        number, words = int(match[1]), words[match.end() :]
    # A full Matrix id has a colon too, but no blank after it.
    source, _, said = next(
        (parts for mark in (r":\s+", ":") if (parts := _split(mark, words))[1]), ("", "", "")
    )
    source, said = check(source, said)
    if number is None:
        advice = OutsideAdvice(ctx.room.next_number(), said, ctx.sender.id, source)
        ctx.room.matters.save(advice)
        number = advice.number
        noted = text("outside-noted-group", number=number, source=source)
    else:
        noted = text("outside-noted", number=found(ctx, number).number, source=source)
    record = ctx.room.record
    data = {"number": number, "by": record.person(ctx.sender.id)}
    record.append(KIND, ctx.sent, data, {"source": source, "words": said})
    answers: list[Output] = [Post(text("outside-told", number=number, source=source, words=said, person=ctx.sender), number)]
    return [*answers, noted] if ctx.direct else answers


def _split(mark: str, words: str) -> tuple[str, str, str]:
    match = re.search(mark, words)
    return (words[: match.start()], ":", words[match.end() :]) if match else (words, "", "")


@line.register
def no_line(advice: OutsideAdvice, ctx: Context) -> Text | None:
    """It waits for nobody."""
    del advice, ctx
    return None


@shown.register
def advice_shown(advice: OutsideAdvice, ctx: Context) -> Answer:
    """From whom it came, and who noted it."""
    return text(
        "outside-shown",
        number=advice.number,
        source=advice.source,
        words=advice.question,
        person=ctx.room.person(advice.proposer),
        history=history(ctx, advice.number),
    )


@stopped.register
def never_taken_back(advice: OutsideAdvice, ctx: Context) -> Answer:
    """What was said outside was said."""
    del ctx
    raise Refused("outside-stays", number=advice.number)


@tells(KIND, by=WHO)
def _told(entry: Entry) -> dict[str, Any]:
    return {
        "person": person_of(entry, entry.data["by"]),
        "source": entry.texts.get("source", ""),
        "words": entry.texts.get("words", ""),
    }
