"""The guidelines of a group: reading them, proposing them, agreeing to them, and translating them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from commands.answers import About, Answer, Output, Post, Under
from commands.entries import nothing, person_of, tells
from commands.kit import NUMBER, Argument, Cursor, Rest, Until, command
from commands.motions import Change, declare, put_motion
from commands.ports import Context, Entry
from commands.results import stamp
from commands.review_days import arrange
from commands.titles import as_it_is, titles
from policies import decision as rule
from policies.charter import Charter, Guideline, check_guideline, difference, existing, numbered
from policies.decision import Outcome
from policies.form import COUNT, FLAG, LANGUAGE_CODE, TIME, WHO
from policies.model import Lines, Refused, Text, text
from policies.motion import UNNUMBERED, Motion
from policies.rules import GUIDELINES

OF_LANGUAGE = re.compile(r"\s*[:\uff1a]\s*|\s+")


class _Place(Argument):
    """The number of a guideline: typed, or the one that is replied to."""

    def read(self, cursor: Cursor) -> int:
        """The number. Raises `Refused` where none is named."""
        place = _typed(cursor)
        if place is None:
            place = cursor.ctx.guideline
        if place is None:
            raise cursor.command.refused("guideline-which", cursor.ctx)
        return place


class _PlaceOrNone(Argument):
    """The number of a guideline, if one is typed."""

    def read(self, cursor: Cursor) -> int | None:
        """The number, or `None`."""
        return _typed(cursor)


def _typed(cursor: Cursor) -> int | None:
    match = NUMBER.match(cursor.text)
    if match is None:
        return None
    cursor.text = cursor.text[match.end() :]
    return int(match[1])


Place = Annotated[int, _Place()]
PlaceOrNone = Annotated[int | None, _PlaceOrNone()]


# Reading


@command("show guidelines")
def show_guidelines(ctx: Context) -> Answer:
    """All guidelines that hold or are about to: or the draft, marked as one."""
    charter = ctx.room.charter.get()
    if charter.adopted is None and not charter.guidelines:
        if charter.draft is None:
            return text("guidelines-none")
        lines = tuple(text("guideline-drafted", guideline=place, words=words) for place, words in numbered(charter.draft.guidelines))
        return text("guidelines-draft", guidelines=Lines(lines))
    kept = [each for each in charter.guidelines if each.shown(ctx.now)]
    if not kept:
        return text("guidelines-none")
    known: dict[int, Text] = {}
    return text(
        "guidelines",
        guidelines=Lines(tuple(told(ctx, charter, each, known) for each in kept)),
        agreed=assent(ctx, charter) if ctx.direct else "",
    )


@command("show guideline")
def show_guideline(ctx: Context, place: Place) -> Answer:
    """One guideline: its words, its version, since when, by which decision, and when the group looks at it again.

    As a reply to a member's message it is a kind reminder of its words, and nothing more.
    """
    charter = ctx.room.charter.get()
    guideline = charter.guideline(place)
    if guideline is None or not guideline.shown(ctx.now):
        raise Refused("guideline-unknown", number=place)
    held = guideline.at(ctx.now)
    talk = ctx.replied is not None and not ctx.direct and ctx.number is None and ctx.guideline is None
    if ctx.replied is not None and talk and held is not None and held.text:
        return Under(text("guideline-kindly", guideline=place, words=held.text), ctx.replied)
    return About(told(ctx, charter, guideline, {}), place)


def told(ctx: Context, charter: Charter, guideline: Guideline, known: dict[int, Text]) -> Text:
    """A guideline in the reader's language, with where it comes from. `known` keeps what was looked up for a decision."""
    held, latest = guideline.at(ctx.now), guideline.latest
    if latest.decision not in known:
        known[latest.decision] = numbers(ctx, latest.decision)
    translation = guideline.translations.get(ctx.language) if ctx.language != binding(ctx, charter) else None
    return text(
        "guideline",
        guideline=guideline.number,
        words=latest.text,
        version=guideline.version,
        since=latest.since if latest.since > ctx.now else day(ctx, latest.since),
        coming="yes" if latest.since > ctx.now else "no",
        before=held.text if held is not None and held is not latest else "",
        decision=latest.decision,
        numbers=known[latest.decision],
        review=day(ctx, guideline.review),
        translation=translation.text if translation else "",
        outdated="yes" if translation and translation.version != guideline.version else "no",
    )


def day(ctx: Context, at: datetime | None) -> date | None:
    """The day of a time, where the reader is."""
    return None if at is None else at.astimezone(ZoneInfo(ctx.zone)).date()


def binding(ctx: Context, charter: Charter) -> str:
    """The one language in which the guidelines are binding."""
    return charter.language or ctx.room.language


def numbers(ctx: Context, decision: int) -> Text:
    """How a decision was decided, in numbers: 7 consented, 1 stood aside."""
    closed = next((each for each in reversed(ctx.room.record.about(decision)) if each.kind == "closed"), None)
    return text("guideline-numbers", counts=() if closed is None else tally(closed))


def tally(closed: Entry) -> tuple[Text, ...]:
    """Who said what, in numbers, without what nobody said: 7 consented, 1 stood aside."""
    said = {option: count for option, count in closed.data["counts"].items() if count}
    fixed = [option for options in rule.FIXED.values() for option in options]
    return tuple(text(f"tally-{each}", count=said[each]) for each in sorted(said.keys() & set(fixed), key=fixed.index))


def assent(ctx: Context, charter: Charter) -> Text:
    """Whether the reader has agreed to the guidelines as they are."""
    edition = ctx.room.charter.agreed(ctx.sender.id)
    state = "no" if edition is None else "yes" if edition == charter.edition else "before"
    return text("assent", state=state)


# Agreeing


@command("agree")
def agree(ctx: Context) -> Answer:
    """The sender agrees to the guidelines as they stand now."""
    charter = ctx.room.charter.get()
    if not charter.guidelines:
        raise Refused("agree-nothing")
    before = ctx.room.charter.agreed(ctx.sender.id)
    ctx.room.charter.agree(ctx.sender.id, charter.edition, ctx.sent)
    return text("agree-already" if before == charter.edition else "agreed")


# Proposing


@command("propose guideline")
def propose_guideline(ctx: Context, place: PlaceOrNone, words: Rest, *, until: Until = None) -> Answer:
    """A new guideline, or other words for one."""
    words, charter = check_guideline(words), ctx.room.charter.get()
    if place is None:
        values: Mapping[str, Any] = {}
        return put_motion(ctx, NEW, kind=GUIDELINES, question=words, values=values, subject=f"{UNNUMBERED}{words.casefold()}", until=until)
    if existing(charter, place).latest.text == words:
        raise Refused("guideline-same", number=place)
    return put_motion(
        ctx, WORDS, kind=GUIDELINES, question=words, values={"guideline": place}, subject=subject(place), until=until
    )


@command("propose without guideline")
def propose_without(ctx: Context, place: Place, *, until: Until = None) -> Answer:
    """To drop a guideline."""
    words = existing(ctx.room.charter.get(), place).latest.text
    return put_motion(
        ctx, DROPPED, kind=GUIDELINES, question=words, values={"guideline": place}, subject=subject(place), until=until
    )


def subject(place: int) -> str:
    """What all motions about one guideline have in common."""
    return f"guideline {place}"


def reworded(ctx: Context, motion: Motion, words: str) -> Motion:
    """`change 3 TEXT`: the words that are proposed now."""
    del ctx
    return Motion(
        motion.number,
        check_guideline(words),
        motion.proposer,
        motion.kind,
        motion.change,
        motion.values,
        motion.subject,
        motion.round,
    )


def carry(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> None:
    """The guideline is new, has other words, or is gone, from `at` on."""
    del outcome
    before, place = ctx.room.charter.get(), motion.values.get("guideline")
    words = "" if motion.change == DROPPED.name else motion.question
    after = before.added(words, at, motion.number) if place is None else before.amended(place, words, at, motion.number)
    place = after.guidelines[-1].number if place is None else place
    ctx.room.charter.save(after)
    arrange(ctx, after)
    guideline = existing(after, place) if words else after.guideline(place)
    version = guideline.version if guideline else 0
    data = {"number": motion.number, "guideline": place, "version": version, "from": stamp(at), "gone": not words}
    ctx.room.record.append("guideline", ctx.now, data, {"words": words} if words else {})


def undo(ctx: Context, motion: Motion) -> None:
    """Enough objected in time: the version that the motion brought is gone."""
    after = ctx.room.charter.get().undone(motion.number)
    ctx.room.charter.save(after)
    arrange(ctx, after)
    ctx.room.record.append("undone", ctx.now, {"number": motion.number}, {})


def told_all(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> tuple[Output, ...]:
    """When the text changes everyone is told once, with the difference."""
    del outcome
    charter = ctx.room.charter.get()
    place = motion.values.get("guideline") or charter.guidelines[-1].number
    guideline = charter.guideline(place)
    assert guideline is not None
    before = guideline.wordings[-2].text if guideline.version > 1 else ""
    runs = difference(before, guideline.latest.text) if before and guideline.latest.text else ()
    said = text(
        "guideline-changed",
        guideline=place,
        gone="yes" if not guideline.latest.text else "no",
        new="yes" if not before else "no",
        words=guideline.latest.text,
        changes=Lines(tuple(text("guideline-difference", gone=gone, come=come) for gone, come in runs)),
        at=at,
        agreed=sum(each < charter.edition for each in ctx.room.charter.assents().values()),
    )
    return (Post(said, motion.number),)


NEW = declare(Change("guideline-new", carry, undo, reworded, told_all))
WORDS = declare(Change("guideline-words", carry, undo, reworded, told_all))
DROPPED = declare(Change("guideline-dropped", carry, undo, None, told_all))


# Translations


@command("translate guideline")
def translate(ctx: Context, place: Place, words: Rest) -> Answer:
    """The words of a guideline in another language, as a help to read it. The binding words stay those that were decided."""
    charter = ctx.room.charter.get()
    existing(charter, place)
    name, _, translated = _split(words)
    language = ctx.words.language(name)
    if language is None:
        known = tuple(text(f"language-{each}") for each in ctx.words.languages)
        raise Refused("translate-language", words=name, known=known)
    if language == binding(ctx, charter):
        raise Refused("translate-binding", language=text(f"language-{language}"))
    translated = check_guideline(translated)
    ctx.room.charter.save(charter.translated(place, language, translated))
    record = ctx.room.record
    data = {"guideline": place, "language": language, "by": record.person(ctx.sender.id)}
    record.append("translated", ctx.sent, data, {"words": translated})
    said = text("translated", guideline=place, language=text(f"language-{language}"), person=ctx.sender, words=translated)
    return Post(said) if not ctx.direct else [Post(said), text("translated-thanks")]


def _split(words: str) -> tuple[str, str, str]:
    match = OF_LANGUAGE.search(words)
    return (words, "", "") if match is None else (words[: match.start()], match[0], words[match.end() :])


titles("guideline-new")(as_it_is)
titles("guideline-words", guideline=COUNT)(as_it_is)
titles("guideline-dropped", guideline=COUNT)(as_it_is)


@tells("guideline", guideline=COUNT, version=COUNT, gone=FLAG, **{"from": TIME})
def _guideline(entry: Entry) -> dict[str, Any]:
    data = entry.data
    return {
        "guideline": data["guideline"],
        "version": data["version"],
        "since": datetime.fromisoformat(data["from"]),
        "gone": "yes" if data["gone"] else "no",
        "words": entry.texts.get("words", ""),
    }


tells("undone")(nothing)


@tells("translated", guideline=COUNT, language=LANGUAGE_CODE, by=WHO)
def _translated(entry: Entry) -> dict[str, Any]:
    data = entry.data
    return {
        "guideline": data["guideline"],
        "language": text(f"language-{data['language']}"),
        "person": person_of(entry, data["by"]),
        "words": entry.texts.get("words", ""),
    }
