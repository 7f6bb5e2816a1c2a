"""Minutes: made from the record alone, from what people gave to the bot, and so the same whenever they are made again.

The entry `meeting-held` holds all of a meeting's facts as numbers, places and texts that can be forgotten; people stand in it
by their numbers, and their names as they were then in texts of their own (`name-3`). Corrections and the approval are
entries after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from commands.answers import Answer, Block, Document, File, Output, Post
from commands.entries import person_of, tells
from commands.kit import OptionalRest, command, follow
from commands.matters import sound
from commands.meetings import MeetingOf, post, said
from commands.ports import Context, Entry
from commands.repeats import ending
from commands.results import stamp
from policies import agenda as items
from policies import meeting as rule
from policies.decision import FIXED, MOST_OPTIONS, Decision, Status, Verdict
from policies.form import (
    COUNT,
    DAY,
    FLAG,
    LANGUAGE_CODE,
    TIME,
    WHO,
    ZONE,
    blank_or,
    both,
    holds,
    listed,
    mapped,
    one_of,
    up_to,
)
from policies.meeting import Meeting, Phase
from policies.model import Lines, Person, Refused, Text, text

Held = Annotated[Meeting, MeetingOf(Phase.HELD, none="minutes-none-yet")]
HeldFree = Annotated[Meeting, MeetingOf(Phase.HELD, none="minutes-none-yet", free=True)]
KINDS = ("agreed", "note", "action", "parked")
"""The parts of the minutes that people give, in the order shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the minutes. `place` is what a correction names it by; `was` is true where its words were corrected."""

    place: int
    kind: str
    words: str
    by: str
    owner: str
    due: datetime | None
    number: int
    was: bool


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting as the record has them; names are as they were then, empty where they were forgotten."""

    number: int
    title: str
    language: str
    zone: str
    began: datetime
    ended: datetime
    count: int
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    decisions: tuple[Text, ...]
    agenda: tuple[Text, ...]
    approved: datetime | None
    approvers: int


# Into the record


def written(ctx: Context, meeting: Meeting) -> None:
    """Put the facts of a meeting into the record when it has ended."""
    record = ctx.room.record
    texts = {"title": meeting.title}
    named: dict[int, str] = {}

    def numbered(person: str) -> int:
        if not person:
            return 0
        number, shown = record.person(person), ctx.room.person(person)
        if not shown.former:
            named[number] = shown.name
        return number

    notes: list[dict[str, Any]] = []
    for place, note in enumerate(meeting.notes, 1):
        texts[f"note-{place}"] = note.words
        entry: dict[str, Any] = {"kind": note.kind, "number": note.number, "by": 0, "owner": numbered(note.owner)}
        if note.kind == "agreed":
            entry["by"] = numbered(note.by)
        entry["due"] = stamp(note.due) if note.due is not None else ""
        notes.append(entry)
    reached = [each for each in meeting.agenda if each.state is not items.State.AHEAD]
    for place, item in enumerate(reached, 1):
        if item.words:
            texts[f"item-{place}"] = item.words
    decisions = [decided(ctx, each, texts) for each in made_in(ctx, meeting)]
    data = {
        "number": meeting.number,
        "series": meeting.series,
        "language": ctx.room.language,
        "zone": ctx.room.zone,
        "planned": stamp(meeting.at),
        "began": stamp(meeting.began),
        "ended": stamp(meeting.ended),
        "count": len(meeting.present),
        "named": [numbered(each) for each in sorted(meeting.named & meeting.present)],
        "notes": notes,
        "agenda": [each.standing for each in reached],
        "decisions": decisions,
    }
    texts |= {f"name-{number}": name for number, name in named.items()}
    record.append("meeting-held", ctx.now, data, texts)


def made_in(ctx: Context, meeting: Meeting) -> list[Decision]:
    """The decisions that were asked in a meeting or ended during it, by number."""
    assert meeting.began is not None
    closed = {each.number: each for each in ctx.room.decisions.closed_since(meeting.began) if each.proposer}
    asked = {number: decision for number in meeting.votes if (decision := ctx.room.decisions.get(number)) is not None}
    found = closed | asked
    return [found[number] for number in sorted(found)]


def decided(ctx: Context, decision: Decision, texts: dict[str, str]) -> dict[str, Any]:
    """How a decision stands at the end of the meeting, in numbers; its words go into `texts`."""
    number = decision.number
    texts[f"question-{number}"] = decision.question
    ended = ending(ctx, decision)
    winners = ended.winners if ended is not None else ()
    if decision.choosing:
        texts |= {f"winner-{number}-{place}": each for place, each in enumerate(winners, 1)}
    closed = next((each for each in reversed(ctx.room.record.about(number)) if each.kind == "closed"), None)
    counted = closed is not None and ended is not None
    counts = closed.data["counts"] if counted and closed is not None and not decision.choosing else {}
    return {
        "number": number,
        "status": decision.status,
        "result": ended.verdict if ended is not None else "",
        "winners": len(winners) if decision.choosing else 0,
        "several": decision.seats > 1,
        "options": [option for option in decision.options if option in counts],
        "counts": counts,
        "turnout": closed.data["turnout"] if counted and closed is not None else 0,
        "eligible": closed.data["eligible"] if counted and closed is not None else 0,
    }


# Out of the record


def read(entries: Sequence[Entry]) -> Minutes | None:
    """The minutes that the entries about a meeting make; `None` where it was not held."""
    held = next((each for each in entries if each.kind == "meeting-held"), None)
    if held is None:
        return None
    data, words = held.data, held.texts
    corrections = {each.data["place"]: each for each in entries if each.kind == "minutes-corrected"}
    approved = next((each for each in entries if each.kind == "minutes-approved"), None)

    def named(number: int) -> str:
        return words.get(f"name-{number}", "")

    lines: list[Line] = []
    for place, note in enumerate(data["notes"], 1):
        correction = corrections.get(place)
        said = correction.texts.get("words", "") if correction is not None else words.get(f"note-{place}", "")
        due = datetime.fromisoformat(note["due"]) if note["due"] else None
        by, owner = named(note["by"]), named(note["owner"])
        lines.append(Line(place, note["kind"], said, by, owner, due, note["number"], correction is not None))
    return Minutes(
        number=data["number"],
        title=words.get("title", ""),
        language=data["language"],
        zone=data["zone"],
        began=datetime.fromisoformat(data["began"]),
        ended=datetime.fromisoformat(data["ended"]),
        count=data["count"],
        names=tuple(filter(None, map(named, data["named"]))),
        lines=tuple(lines),
        decisions=tuple(decision_text(each, words) for each in data["decisions"]),
        agenda=tuple(
            text(f"agenda-{each}-done" if each in {items.DECISIONS, items.GUIDELINES} else f"agenda-{each}")
            if each and each != "own"
            else text("minutes-item", words=words.get(f"item-{place}", ""))
            for place, each in enumerate(data["agenda"], 1)
        ),
        approved=approved.at if approved is not None else None,
        approvers=approved.data["count"] if approved is not None else 0,
    )


def decision_text(data: Mapping[str, Any], words: Mapping[str, str]) -> Text:
    """A decision and its result in one line."""
    number = data["number"]
    question = words.get(f"question-{number}", "")
    if not data["result"]:
        return text("minutes-decision-open", number=number, question=question, status=data["status"])
    winners = tuple(words.get(f"winner-{number}-{place}", str(place)) for place in range(1, data["winners"] + 1))
    verdict = text(f"result-{data['result']}", winners=winners, tied=(), several="yes" if data["several"] else "no")
    counts = tuple(text("result-count", option=text(f"option-{each}"), count=data["counts"][each]) for each in data["options"])
    return text(
        "minutes-decision",
        number=number,
        question=question,
        verdict=verdict,
        counts=counts,
        turnout=data["turnout"],
        eligible=data["eligible"],
    )


# Shown


def line_text(line: Line) -> Text:
    """A line of the minutes."""
    return text(
        f"minutes-{line.kind}",
        place=line.place,
        words=line.words,
        by=line.by,
        owner=line.owner,
        due=line.due,
        number=line.number,
        corrected="yes" if line.was else "no",
    )


def of_kind(minutes: Minutes, kind: str) -> tuple[Text, ...]:
    """The lines of a kind."""
    return tuple(line_text(each) for each in minutes.lines if each.kind == kind)


def head(minutes: Minutes) -> Text:
    """When it was and how many were there."""
    return text(
        "minutes-head",
        began=minutes.began,
        length=timedelta(minutes=max(1, round((minutes.ended - minutes.began) / timedelta(minutes=1)))),
        count=minutes.count,
        names=minutes.names,
    )


def as_text(minutes: Minutes) -> Text:
    """The minutes as a message."""
    return text(
        "minutes",
        number=minutes.number,
        title=minutes.title,
        head=head(minutes),
        agenda=Lines(minutes.agenda),
        decisions=Lines(minutes.decisions),
        agreed=Lines(of_kind(minutes, "agreed")),
        notes=Lines(of_kind(minutes, "note")),
        actions=Lines(of_kind(minutes, "action")),
        parked=Lines(of_kind(minutes, "parked")),
        status=status(minutes),
    )


def status(minutes: Minutes) -> Text:
    """Whether they stand."""
    return text("minutes-status", number=minutes.number, approved=minutes.approved, count=minutes.approvers)


def document(minutes: Minutes) -> Document:
    """The minutes as a document, in the group's language and zone of that day."""
    blocks = [
        Block("title", text("minutes-title", title=minutes.title, day=minutes.began.astimezone(ZoneInfo(minutes.zone)).date())),
        Block("paragraph", head(minutes)),
    ]
    parts = {"agenda": minutes.agenda, "decisions": minutes.decisions, **{kind: of_kind(minutes, kind) for kind in KINDS}}
    for name, lines in parts.items():
        if lines:
            blocks.append(Block("heading", text(f"minutes-heading-{name}")))
            blocks += [Block("item", each) for each in lines]
    blocks.append(Block("paragraph", text("minutes-foot", approved=minutes.approved, count=minutes.approvers)))
    return Document(minutes.language, minutes.zone, tuple(blocks))


def found(ctx: Context, meeting: Meeting) -> Minutes:
    """The minutes of a meeting. Raises `Refused` where it has none."""
    minutes = read(ctx.room.record.about(meeting.number))
    if minutes is None:
        raise Refused("minutes-none", number=meeting.number)
    return minutes


def file(minutes: Minutes) -> File:
    """The minutes as a file."""
    day = minutes.began.astimezone(ZoneInfo(minutes.zone)).date().isoformat()
    return File(f"{minutes.title} {day}", document(minutes), minutes.number)


def told(ctx: Context, meeting: Meeting) -> list[Output]:
    """The minutes for the room: a message and a file."""
    minutes = found(ctx, meeting)
    return [Post(as_text(minutes), minutes.number), file(minutes)]


def held(ctx: Context, meeting: Meeting) -> Answer:
    """The minutes for somebody who looks them up: in the room the file too."""
    minutes = found(ctx, meeting)
    return as_text(minutes) if ctx.direct else [as_text(minutes), file(minutes)]


@command("show minutes")
def show_minutes(ctx: Context, number: OptionalRest) -> Answer:
    """The minutes of a meeting: of the last one, or of the one with this number."""
    typed = number.strip().lstrip("#").rstrip(":., ")
    chosen = int(typed) if typed.isdecimal() and len(typed) <= rule.LONGEST_NUMBER else ctx.number
    if typed and chosen is None:
        raise Refused("minutes-which")
    matter = ctx.room.matters.held() if chosen is None else ctx.room.matters.get(chosen)
    if matter is None and chosen is None:
        raise Refused("minutes-none-yet")
    if matter is None:
        raise Refused("number-unknown", number=chosen)
    if not isinstance(matter, Meeting):
        raise Refused("meet-is-none", number=chosen)
    return held(ctx, matter)


@command("minutes correct")
def correct(ctx: Context, meeting: HeldFree, words: OptionalRest) -> Answer:
    """`minutes correct 3 TEXT`: other words for line 3, until the minutes are approved."""
    place, _, rest = words.strip().partition(" ")
    place = place.rstrip(":.,")
    after = meeting.corrected()
    if not place.isdecimal() or not 1 <= int(place) <= len(meeting.notes):
        raise Refused("minutes-no-line", number=meeting.number, count=len(meeting.notes))
    words = rule.check_words(rest)
    before = found(ctx, meeting).lines[int(place) - 1].words
    ctx.room.matters.save(after)
    record = ctx.room.record
    data = {"number": meeting.number, "place": int(place), "by": record.person(ctx.sender.id)}
    record.append("minutes-corrected", ctx.sent, data, {"title": meeting.title, "before": before, "words": words})
    values = {"title": meeting.title, "place": int(place), "person": ctx.sender, "before": before, "words": words}
    return said(ctx, post(meeting.number, "minutes-corrected", **values))


@command("minutes approve")
def approve(ctx: Context, meeting: Held) -> Answer:
    """The minutes are right: when two members say so, they stand."""
    after = meeting.approving(ctx.sender.id)
    ctx.room.matters.save(after)
    if after.phase is not Phase.APPROVED:
        values = {"title": meeting.title, "person": ctx.sender, "needed": after.approvals_needed}
        return said(ctx, post(meeting.number, "minutes-approval", **values))
    ctx.room.unschedule("meeting-left", meeting.number)
    record = ctx.room.record
    data = {
        "number": meeting.number,
        "by": sorted(record.person(each) for each in after.approvals),
        "count": len(after.approvals),
    }
    record.append("minutes-approved", ctx.sent, data, {"title": meeting.title})
    approved = post(meeting.number, "minutes-approved", title=meeting.title, head=record.head()[:8])
    return said(ctx, approved, file(found(ctx, after)))


@follow("due meeting-left")
def left(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nobody approved the minutes in time: they stay as they are, and that is all."""
    del at
    meeting = ctx.room.matters.get(number)
    if isinstance(meeting, Meeting):
        ctx.room.matters.save(meeting.left())
    return None


NOTE = holds({"kind": one_of(KINDS), "number": COUNT, "by": WHO, "owner": WHO, "due": blank_or(TIME)})
STANDING = ("", "own", *items.STANDING)
DECIDED = both(
    holds(
        {
            "number": COUNT,
            "status": one_of({*Status}),
            "result": blank_or(one_of({*Verdict})),
            "winners": up_to(MOST_OPTIONS),
            "several": FLAG,
            "options": listed(one_of({*chain(*FIXED.values())})),
            "counts": mapped(COUNT),
            "turnout": COUNT,
            "eligible": COUNT,
        }
    ),
    lambda decided: decided["counts"].keys() >= set(decided["options"]),
)


@sound.register
def can_be_held(meeting: Meeting) -> bool:
    """Whether what was noted in it can be told, and it began and ended where it did."""
    noted = all(map(one_of(KINDS), (each.kind for each in meeting.notes)))
    reached = all(map(one_of(STANDING), (each.standing for each in meeting.agenda)))
    times = {Phase.RUNNING: 1, Phase.HELD: 2, Phase.APPROVED: 2, Phase.LEFT: 2}.get(meeting.phase, 0)
    return DAY(meeting.day) and up_to(rule.LONGEST_MINUTES)(meeting.minutes) and noted and reached and all((meeting.began, meeting.ended)[:times])


@tells(
    "meeting-held",
    series=COUNT,
    language=LANGUAGE_CODE,
    zone=ZONE,
    planned=TIME,
    began=TIME,
    ended=TIME,
    count=COUNT,
    named=listed(WHO),
    notes=listed(NOTE),
    agenda=listed(one_of(STANDING)),
    decisions=listed(DECIDED),
)
def _held(entry: Entry) -> dict[str, Any]:
    data = entry.data
    return {
        "title": entry.texts.get("title", ""),
        "count": data["count"],
        "notes": len(data["notes"]),
        "decisions": len(data["decisions"]),
    }


@tells("minutes-corrected", by=WHO, place=COUNT)
def _corrected(entry: Entry) -> dict[str, Any]:
    person: Person | Text = person_of(entry, entry.data["by"])
    return {"person": person, "place": entry.data["place"], "words": entry.texts.get("words", "")}


@tells("minutes-approved", by=listed(WHO), count=COUNT)
def _approved(entry: Entry) -> dict[str, Any]:
    return {"title": entry.texts.get("title", ""), "people": tuple(person_of(entry, each) for each in entry.data["by"])}
