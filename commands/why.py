"""How a guideline or a result came about: when, how it was decided, and which concern changed its words."""

from __future__ import annotations

from collections.abc import Sequence

from commands.answers import About, Answer
from commands.entries import person_of
from commands.guidelines import Place, day, numbers
from commands.kit import NUMBER, OptionalRest, command, follow
from commands.matters import found, replied_to, shown
from commands.ports import Context, Entry
from policies.charter import Wording
from policies.decision import Decision
from policies.model import Lines, Refused, Text, text
from policies.motion import Motion


@command("why guideline")
def why_guideline(ctx: Context, place: Place) -> Answer:
    """How a guideline came about."""
    return About(came_about(ctx, place), place)


@command("why")
def why(ctx: Context, words: OptionalRest) -> Answer:
    """How a guideline or a result came about: `why 4`, `why #12`, or as a reply to it."""
    match = NUMBER.match(words)
    if match is None or words[match.end() :].strip():
        if words.strip():
            raise Refused("why-which")
        return why_replied(ctx)
    number, place = int(match[1]), ctx.room.charter.get().guideline(int(match[1]))
    if place is None or words.startswith("#"):
        return why_number(ctx, number)
    told_of = number in {each.decision for each in place.wordings} or brought(ctx, number) == number
    other = None if told_of else ctx.room.matters.get(number)
    return [About(came_about(ctx, number), number), *([] if other is None else [text("why-other", number=number)])]


def why_replied(ctx: Context) -> Answer:
    """`why` as a reply to a guideline or to a result."""
    if ctx.guideline is not None:
        return About(came_about(ctx, ctx.guideline), ctx.guideline)
    if ctx.number is not None:
        return why_number(ctx, ctx.number)
    raise Refused("why-which")


def why_number(ctx: Context, number: int) -> Answer:
    """How a result came about; where it changed a guideline, the whole story of that."""
    matter = found(ctx, number)
    place = brought(ctx, matter.number) if isinstance(matter, Motion) else None
    return shown(matter, ctx) if place is None else About(came_about(ctx, place), place)


def brought(ctx: Context, decision: int) -> int | None:
    """The guideline that a decision changed."""
    entries = [each for each in ctx.room.record.about(decision) if each.kind == "guideline"]
    return entries[-1].data["guideline"] if entries else None


@follow("guideline reply")
def replied(ctx: Context, *, guideline: int, body: str) -> Answer:
    """A plain reply to a guideline: only the word that asks why is meant for us."""
    asked = body.casefold().strip(" ?.!")
    return About(came_about(ctx, guideline), guideline) if asked in ctx.words.option("why") else None


@replied_to.register
def vote_replied(decision: Decision, ctx: Context, body: str) -> Answer:
    """A plain reply to a result: only the word that asks why is meant for us."""
    if decision.under_way or body.casefold().strip(" ?.!") not in ctx.words.option("why"):
        return None
    return why_number(ctx, decision.number)


def came_about(ctx: Context, place: int) -> Text:
    """The story of a guideline: each version, since when, how decided, and which concern changed its words."""
    guideline = ctx.room.charter.get().guideline(place)
    if guideline is None:
        raise Refused("guideline-unknown", number=place)
    versions = [version(ctx, number, wording) for number, wording in enumerate(guideline.wordings, 1)]
    return text("why-guideline", guideline=place, words=guideline.latest.text, versions=Lines(tuple(versions)))


def version(ctx: Context, number: int, wording: Wording) -> Text:
    """One version: who proposed it, when it was decided, the numbers, and the concerns that changed it on its way."""
    entries = ctx.room.record.about(wording.decision)
    opened = next((each for each in entries if each.kind == "opened"), None)
    proposer = opened.data["proposer"] if opened is not None else 0
    return text(
        "why-version",
        version=number,
        words=wording.text,
        since=wording.since if wording.since > ctx.now else day(ctx, wording.since),
        coming="yes" if wording.since > ctx.now else "no",
        decision=wording.decision,
        proposer=person_of(opened, proposer) if opened is not None and proposer else "",
        numbers=numbers(ctx, wording.decision),
        concerns=Lines(tuple(concerns(entries))),
    )


def concerns(entries: Sequence[Entry]) -> list[Text]:
    """The concerns that led to other words while the group was deciding."""
    return [
        text("why-concern", person=person_of(each, who), reason=each.texts.get(f"concern-{who}", ""), words=each.texts.get("before", ""))
        for each in entries
        if each.kind == "changed"
        for who in each.data.get("concerns", ())
    ]
