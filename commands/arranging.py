"""What people type to arrange a meeting: a title, when, how long, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commands.kit import to_type
from commands.ports import Context
from policies import meeting as rule
from policies import when
from policies.meeting import Arrangement, Rhythm
from policies.model import Refused, Text

TITLE = re.compile(r"""\s*["“”„«»](?P<title>[^"“”„«»]*)["“”«»]\s*""")
CLOCKS = re.compile(
    r"(?<![\d.:/-])(\d{1,2})(?:[:.]([0-5]\d))?\s*(am|pm|uhr)?\s*(?:-|–|—|to|till|until|bis)\s*"  # noqa: RUF001 - the dashes that phones type
    r"(\d{1,2})(?:(?::([0-5]\d))|(?:[:.]([0-5]\d))?\s*(am|pm|uhr))(?:\s*uhr)?(?!\w)",
    re.IGNORECASE,
)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
LONGEST = 400
"""Letters of a title, a time and a place together."""
MOST_WORDS = 12
"""Words of a title that stands in no quotation marks."""
NOT_READ = {"when-unknown-word", "when-unclear", "when-two-readings", "when-nothing"}


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a meeting besides its title; what was not said is `None`."""

    time: when.Once | when.Every | None
    minutes: int | None
    where: tuple[str, str] | None


def plan(ctx: Context, typed: str) -> Arrangement:
    """The arrangement that `typed` means: `"Tuesday circle" every second Tuesday 19:00 for 90 minutes at Hall 3`.

    Raises `Refused` with what is missing or cannot be.
    """
    if len(typed) > LONGEST:
        raise Refused("meet-words-too-long", most=LONGEST)
    title, said = titled(ctx, typed)
    title = rule.check_title(title)
    if said.time is None:
        raise Refused("meet-no-time")
    place, link = said.where or ("", "")
    minutes = rule.check_minutes(said.minutes if said.minutes is not None else rule.USUAL_MINUTES)
    return Arrangement(title, Rhythm.of(said.time, ctx.zone), minutes, place, link)


def titled(ctx: Context, typed: str) -> tuple[str, Said]:
    """The title and the rest: in quotation marks, or the words before the first ones that are a time."""
    match = TITLE.match(typed)
    if match:
        title, rest = match["title"], typed[match.end() :]
        return title, details(ctx, rest, lambda choice: to_type(ctx, "meet", f'"{title}"', choice))
    words = typed.split()
    for place in range(1, min(len(words), MOST_WORDS + 1)):
        title, rest = " ".join(words[:place]), " ".join(words[place:])
        try:
            said = details(ctx, rest, None)
        except Refused:
            continue
        if said.time is not None:
            return title, said
    raise Refused("meet-title-unclear")


def details(ctx: Context, typed: str, again: object) -> Said:
    """When, how long and where. `again` makes of a time the command to type; without it what is unclear is only refused.

    Raises `Refused`.
    """
    rest, minutes = length(ctx, typed)
    words = rest.split()
    if not words:
        return Said(None, minutes, None)
    unclear: when.Ask | None = None
    only_a_day = False
    for place in _places(ctx, words):
        phrase = " ".join(words[:place])
        read = understood(ctx, phrase) if phrase else None
        if isinstance(read, when.Once | when.Every) or read is None:
            where = rule.place_and_link(_bare(ctx, words[place:])) if words[place:] else None
            return Said(read, minutes, where)
        if isinstance(read, when.DateOnly):
            only_a_day = True
        elif unclear is None or unclear.why in NOT_READ:
            unclear = read
    if only_a_day:
        raise Refused("meet-no-hour", phrase=rest)
    assert unclear is not None
    choices = tuple(again(choice) for choice in unclear.choices) if callable(again) else ()
    raise Refused("meet-unclear", phrase=rest, why=Text(unclear.why, unclear.values), choices=choices)


def _places(ctx: Context, words: list[str]) -> Iterator[int]:
    """Where a time may end and a place begin, the longest time first: at the end, before "at", or before a link."""
    yield len(words)
    begins = {word.casefold() for word in ctx.words.option("place")}
    for place in range(len(words) - 1, -1, -1):
        word = words[place].casefold().rstrip(":")
        if word in begins or "://" in word or word.startswith("www."):
            yield place


def _bare(ctx: Context, words: list[str]) -> str:
    """A place without the word that begins it."""
    begins = {word.casefold() for word in ctx.words.option("place")}
    return " ".join(words[1:] if words[0].casefold().rstrip(":") in begins else words)


def length(ctx: Context, typed: str) -> tuple[str, int | None]:
    """What was typed without its length, and the length in minutes. Raises `Refused` for an end before the beginning."""
    spoken = _length(ctx).search(typed)
    if spoken:
        rest = f"{typed[: spoken.start()].rstrip(' ,|')} {typed[spoken.end() :].lstrip(' ,|')}"
        return rest.strip(), _minutes(ctx, spoken.groupdict())
    clocks = CLOCKS.search(typed)
    if clocks:
        begin = _clock(clocks[1], clocks[2], clocks[3] or clocks[7])
        end = _clock(clocks[4], clocks[5] or clocks[6], clocks[7])
        minutes = (end - begin) % (24 * 60)
        if not 0 < minutes <= rule.LONGEST_MINUTES:
            raise Refused("meet-ends-before", words=clocks[0])
        return f"{typed[: clocks.start()]}{begin // 60:02}:{begin % 60:02}{typed[clocks.end() :]}", minutes
    return typed, None


def _clock(hours: str, minutes: str | None, half: str | None) -> int:
    """The minute of the day that a typed time of day is; `half` is am or pm, or nothing that matters."""
    hour = int(hours)
    if half and half.casefold() in {"am", "pm"} and hour <= 12:  # noqa: PLR2004 - hours of half a day
        hour = hour % 12 + (12 if half.casefold() == "pm" else 0)
    return hour * 60 + int(minutes or 0)


def _length(ctx: Context) -> re.Pattern[str]:
    """Lengths as people type them: "for 90 minutes", "for 1.5 hours", "for an hour", "90 Minuten lang"."""
    words = {name: _any(ctx, name) for name in ("for", "long", "hours", "minutes", "one", "half-hour")}
    amount = (
        rf"(?:(?P<half>{words['half-hour']})|(?P<count>\d{{1,6}}(?:[.,]\d)?|{words['one']})\s*-?"
        rf"(?:(?P<hours>{words['hours']})(?:\s+(?:and\s+|und\s+)?(?P<and>\d{{1,3}})\s*(?:{words['minutes']}))?|{words['minutes']}))"
    )
    before, after = rf"(?<!\w)(?:{words['for']})\s+{amount}(?!\w)", rf"(?<!\w){amount}\s+(?:{words['long']})(?!\w)"
    other = after.replace("(?P<", "(?P<after_")
    return re.compile(f"{before}|{other}", re.IGNORECASE)


def _any(ctx: Context, option: str) -> str:
    return "|".join(re.escape(word) for word in sorted(ctx.words.option(option), key=len, reverse=True))


def _minutes(ctx: Context, found: Mapping[str, str | None]) -> int:
    """A length that was read, in whole minutes."""
    part = {name.removeprefix("after_"): value for name, value in found.items() if value}
    if "half" in part:
        return 30
    count = part["count"].casefold()
    whole, _, tenth = ("1" if count in ctx.words.option("one") else count).replace(",", ".").partition(".")
    if "hours" not in part:
        return int(whole)
    return int(whole) * 60 + int(tenth or 0) * 6 + int(part.get("and", 0))


def understood(ctx: Context, phrase: str) -> when.When:
    """What a person means who types `phrase` now, in their zone and in any language that the program speaks."""
    return when.read(phrase, now=ctx.sent, zone=ctx.zone, languages=(ctx.language, *ctx.words.languages))


def on_day(ctx: Context, phrase: str, day: str, zone: str) -> datetime:
    """The moment that `phrase` means for a date that was on the local `day`: a time of day alone is on that day.

    Raises `Refused` for what is unclear, and for a series.
    """
    # A time of day alone would be today's or tomorrow's.
    read = when.read(f"{day} {phrase}", now=ctx.sent, zone=zone, languages=(ctx.language, *ctx.words.languages))
    if not isinstance(read, when.Once):
        read = near(ctx, phrase, day, zone)
    match read:
        case when.Once(at):
            return at
        case when.DateOnly():
            raise Refused("meet-no-hour", phrase=phrase)
        case when.Every():
            raise Refused("meet-one-date", phrase=phrase)
        case when.Ask():
            raise Refused("meet-unclear", phrase=phrase, why=Text(read.why, read.values), choices=())


def near(ctx: Context, phrase: str, day: str, zone: str) -> when.When:
    """What `phrase` means for a date on `day`: a weekday is one of that week. "Tomorrow" is tomorrow all the same."""
    read = understood(ctx, phrase)
    tomorrow = when.read(phrase, now=ctx.sent + DAY, zone=ctx.zone, languages=(ctx.language, *ctx.words.languages))
    if not isinstance(read, when.Once) or not isinstance(tomorrow, when.Once) or tomorrow.at - read.at not in {timedelta(), WEEK}:
        return read
    of_week = date.fromisoformat(day)
    monday = datetime.combine(of_week - timedelta(days=of_week.weekday()), time(), ZoneInfo(zone))
    now = max(ctx.sent, monday)
    return when.read(phrase, now=now, zone=ctx.zone, languages=(ctx.language, *ctx.words.languages))


def day_of(ctx: Context, phrase: str, zone: str) -> str | None:
    """The local day that `phrase` means, or `None` where it is none."""
    match understood(ctx, phrase):
        case when.DateOnly(date):
            return date.isoformat()
        case when.Once(at):
            return at.astimezone(ZoneInfo(zone)).date().isoformat()
        case _:
            return None
