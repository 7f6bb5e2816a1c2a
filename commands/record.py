"""The record of the group: read, checked, tried out and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from commands import entries
from commands.answers import Answer, Export, Post
from commands.decide import moved
from commands.kit import Option, OptionalRest, Until, command, follow, to_type
from commands.ports import Context
from commands.sentences import sentence
from policies import chain, when
from policies.model import Lines, Refused, Text, text

ENTRIES = 10
MOST_FAULTS = 10
LONGEST_SEARCH = 200
DAYS_BACK = (0, 6, 7, 365, 366 * 30)

SHELVES: dict[str, tuple[str, ...]] = {
    "decisions": ("closed", "effective", "elected", "advice-answered", "lot-drawn", "undone", "final", "outcome"),
    "guidelines": ("guideline", "translated"),
    "rules": ("rule",),
    "roles": ("role", "elected", "lot-drawn"),
    "meetings": ("meeting", "minutes"),
    "votes": ("opened", "changed", "closed", "stopped", "objected", "put-again", "second-vote", "confirmed", "disputed"),
}
"""What people ask for by a word (the texts `word-record-NAME`): kinds of entries, or how they begin."""

AboutWords = Annotated[str | None, Option("record-about", lone=True)]
Since = Annotated[str | None, Option("record-since", lone=True)]
Page = Annotated[str | None, Option("record-page", lone=True)]


@command("show record")
def record(
    ctx: Context, words: OptionalRest, *, about: AboutWords = None, since: Since = None, until: Until = None, page: Page = None
) -> Answer:
    """The newest entries of the group's record, or those of a kind, of a time or with a word, oldest first."""
    if ctx.room.record.length() == 0:
        return text("record-empty")
    shelf, span = meant(ctx, words)
    begin, end = span or (None, None)
    if since:
        begin = day(ctx, since)[0]
    if until:
        end = day(ctx, until)[1]
    number = numbered(page)
    wanted = " ".join((about or "").split())[:LONGEST_SEARCH]
    entries, total = ctx.room.record.find(
        kinds=kinds(shelf), about=wanted, since=begin, until=end, count=ENTRIES, skip=(number - 1) * ENTRIES
    )
    if not entries:
        return text("record-none" if total == 0 else "record-page-none", words=asked_for(words, about, since, until))
    older = total > number * ENTRIES
    asked = " ".join(filter(None, (words, said(ctx, "record-about", about), said(ctx, "record-since", since), said(ctx, "until", until))))
    return text(
        "record",
        entries=Lines(tuple(sentence(entry) for entry in entries)),
        shown=len(entries),
        length=total,
        wanted=asked_for(words, about, since, until),
        head=ctx.room.record.head()[: chain.SHORT],
        older=to_type(ctx, "show record", *filter(None, (asked, ctx.words.option("record-page")[0], number + 1))) if older else "",
        page=number,
    )


def asked_for(*words: str | None) -> str:
    """What was asked for, as it was typed; empty: the newest of all."""
    return " ".join(filter(None, words))


def said(ctx: Context, option: str, value: str | None) -> str:
    """An option as it was typed, in its first word."""
    return f"{ctx.words.option(option)[0]} {value}" if value else ""


def numbered(page: str | None) -> int:
    """The number of a page. Raises `Refused`."""
    if page is None:
        return 1
    if not (page.isascii() and page.isdigit() and 1 <= int(page) <= 100_000):  # noqa: PLR2004 - more than any record has
        raise Refused("record-page-which", words=page)
    return int(page)


def kinds(shelf: str) -> frozenset[str]:
    """The kinds of entries on a shelf; empty: all."""
    begins = SHELVES.get(shelf, ())
    return frozenset(kind for kind in entries.kinds() if any(kind == each or kind.startswith(f"{each}-") for each in begins))


def meant(ctx: Context, words: str) -> tuple[str, tuple[datetime, datetime] | None]:
    """The shelf and the span of time that words name. Raises `Refused` for other words."""
    typed = " ".join(words.casefold().strip(" .").split())
    if not typed:
        return "", None
    for shelf in SHELVES:
        if typed in map(str.casefold, ctx.words.option(f"record-{shelf}")):
            return shelf, None
    return "", day(ctx, words)


def day(ctx: Context, phrase: str) -> tuple[datetime, datetime]:
    """The span that a phrase means: a day, a month or a year, from its beginning to its end. Raises `Refused`."""
    zone = ZoneInfo(ctx.zone)
    languages = (ctx.language, *ctx.words.languages)
    span = when.months(phrase, today=ctx.sent.astimezone(zone).date(), languages=languages)
    if span is None:
        at = past(ctx, phrase)
        span = at, at + timedelta(days=1)
    first, last = (datetime.combine(each, time(), zone) for each in span)
    return first, last


def past(ctx: Context, phrase: str) -> date:
    """The latest day, today or before, that a phrase names. Raises `Refused`."""
    zone = ZoneInfo(ctx.zone)
    today = ctx.sent.astimezone(zone).date()
    for back in DAYS_BACK:
        # What looks ahead finds a weekday of last week, or a day of last year, when it stands before them.
        now = ctx.sent if not back else datetime.combine(today - timedelta(days=back), time(), zone)
        read = when.read(phrase, now=now, zone=ctx.zone, languages=(ctx.language, *ctx.words.languages))
        match read:
            case when.DateOnly(date=found) if found <= today:
                return found
            case when.Once(at=at) if at.astimezone(zone).date() <= today:
                return at.astimezone(zone).date()
    raise Refused("record-what", words=phrase)


@command("show record verify")
def verify(ctx: Context) -> Answer:
    """Check the whole record: that nothing was changed, the results come out again, and the room saw the same."""
    if ctx.room.record.length() == 0:
        return text("record-empty")
    found = ctx.room.record.check()
    if not found.sound:
        return text("record-broken", faults=faults(found), count=len(found.faults))
    return text(
        "record-sound",
        length=found.length,
        recounted=found.recounted,
        secret=found.secret,
        witnessed=found.witnessed,
        removed=found.hashed - found.texts,
        head=found.head[: chain.SHORT],
    )


def faults(found: chain.Checked) -> Lines:
    """What is wrong, in words, the first of it."""
    return Lines(tuple(fault(each) for each in found.faults[:MOST_FAULTS]))


def fault(found: chain.Fault) -> Text:
    """One thing that is wrong."""
    return text(f"fault-{found.kind}", seq=found.seq)


@command("show record export")
def export(ctx: Context) -> Answer:
    """The whole record to take away, as one file, for any member."""
    if ctx.room.record.length() == 0:
        return text("record-empty")
    return [text("record-export", private="yes" if ctx.direct else "no"), Export("record")]


@command("show record drill")
def drill(ctx: Context) -> Answer:
    """Try out that the group could leave with all that is its own, and tell it."""
    if ctx.room.record.length() == 0:
        return text("record-empty")
    tried = ctx.room.belongings.drill()
    if tried.same:
        told = text("record-drill", length=tried.length, head=tried.head[: chain.SHORT])
    else:
        told = text("record-drill-failed", faults=Lines(tuple(fault(each) for each in tried.faults[:MOST_FAULTS])))
    return [Post(told), *([text("record-drill-told")] if ctx.direct else [])]


@follow("due arrived")
def arrived(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The group has come from another place: it is told, and what is open is put up where its members are."""
    del number, at
    kept = ctx.room.record
    told = Post(text("record-arrived", length=kept.length(), head=kept.head()[: chain.SHORT]))
    again = moved.handler(ctx)
    return [told, *(again if isinstance(again, Sequence) else ())]
