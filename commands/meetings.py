"""What all commands about meetings share: which one is meant, its next dates, what is arranged for it, and how it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from commands.answers import Answer, Calendar, Direct, EndPoll, File, Output, Poll, Post, Retire, Status
from commands.kit import NUMBER, Argument, Cursor
from commands.meeting_settings import AGREED, NAMES, links
from commands.ports import Context, Room
from policies import agenda as items
from policies import meeting as rule
from policies.agenda import Item
from policies.meeting import Arrangement, Meeting, Phase, Reply, Series
from policies.model import Lines, Refused, Text, text
from policies.when import echo

SHOWN_DATES = 3


class MeetingOf(Argument):
    """A meeting: typed as its number or its series', what the reply refers to, or the only one of `phases` that there is.

    `free`: words of any kind follow, so a number is only meant as one with its sign (`#7`). `none` says that there is none.
    """

    def __init__(self, *phases: Phase, none: str, free: bool = False) -> None:
        self.phases = phases
        self.none = none
        self.free = free

    def read(self, cursor: Cursor) -> Meeting | None:
        """The meeting. Raises `Refused` where none can be meant, or more than one."""
        match = NUMBER.match(cursor.text)
        if match and (not self.free or self._meant(cursor, int(match[1]))):
            cursor.text = cursor.text[match.end() :]
            return numbered(cursor.ctx.room, int(match[1]), self.phases)
        replied = meeting_of(cursor.ctx.room, cursor.ctx.number, self.phases) if cursor.ctx.number is not None else None
        if replied is not None:
            return replied
        found = [each for each in meetings(cursor.ctx.room) if each.phase in self.phases]
        running = [each for each in found if each.phase is Phase.RUNNING]
        if len(running or found) == 1:
            return (running or found)[0]
        if not found:
            raise Refused(self.none)
        raise Refused("meet-which", choices=Lines(tuple(self._choice(cursor, each) for each in running or found)))

    @staticmethod
    def _meant(cursor: Cursor, number: int) -> bool:
        """Whether a number before other words is meant as the number of a meeting."""
        return cursor.text.startswith("#") and isinstance(cursor.ctx.room.matters.get(number), Series | Meeting)

    def _choice(self, cursor: Cursor, meeting: Meeting) -> Text:
        sign = f"#{meeting.number}" if self.free else meeting.number
        return text("meet-choice", command=cursor.command.typed(cursor.ctx, sign), title=meeting.title, at=meeting.at)


class RunningIfAny(MeetingOf):
    """The meeting that is under way, as `MeetingOf`; `None` where none is, and in a direct chat."""

    def __init__(self) -> None:
        super().__init__(Phase.RUNNING, none="meet-none-running")

    def read(self, cursor: Cursor) -> Meeting | None:
        """The meeting, or none."""
        running = any(each.phase is Phase.RUNNING for each in meetings(cursor.ctx.room))
        return super().read(cursor) if running and not cursor.ctx.direct else None


class SeriesOf(Argument):
    """A series: typed as its number or the number of one of its meetings, what the reply refers to, or the only one."""

    def read(self, cursor: Cursor) -> Series:
        """The series. Raises `Refused` where none can be meant, or more than one."""
        room = cursor.ctx.room
        match = NUMBER.match(cursor.text)
        alone = len(cursor.command.arguments) == 1
        if match and (alone or cursor.text.startswith("#") or isinstance(room.matters.get(int(match[1])), Series | Meeting)):
            cursor.text = cursor.text[match.end() :]
            return meant(room, int(match[1]))
        number = cursor.ctx.number
        if number is not None and isinstance(room.matters.get(number), Series | Meeting):
            return meant(room, number)
        found = all_series(room)
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refused("meet-none")
        choices = (
            text("meet-choice", command=cursor.command.typed(cursor.ctx, each.number), title=each.plan.title, at=None)
            for each in found
        )
        raise Refused("meet-which", choices=Lines(tuple(choices)))


def meetings(room: Room) -> list[Meeting]:
    """The meetings that something is still to be done with, soonest first."""
    found = [each for each in room.matters.open() if isinstance(each, Meeting)]
    return sorted(found, key=lambda each: (each.at, each.number))


def all_series(room: Room) -> list[Series]:
    """The series that have dates to come, by number."""
    return [each for each in room.matters.open() if isinstance(each, Series)]


def meeting_of(room: Room, number: int, phases: Collection[Phase] = ()) -> Meeting | None:
    """The meeting with this number; of a series, the one in one of the `phases`, else the current one."""
    matter = room.matters.get(number)
    if isinstance(matter, Series):
        fitting = [each for each in meetings(room) if each.series == number and each.phase in phases]
        matter = fitting[-1] if fitting else room.matters.get(matter.current)
    return matter if isinstance(matter, Meeting) else None


def numbered(room: Room, number: int, phases: Collection[Phase] = ()) -> Meeting:
    """As `meeting_of`. Raises `Refused` where there is none."""
    meeting = meeting_of(room, number, phases)
    if meeting is None:
        raise Refused("number-unknown" if room.matters.get(number) is None else "meet-is-none", number=number)
    return meeting


def series_of(room: Room, meeting: Meeting) -> Series:
    """The series that a meeting is one date of."""
    series = room.matters.get(meeting.series)
    assert isinstance(series, Series)
    return series


def meant(room: Room, number: int) -> Series:
    """The series with this number, or of the meeting with this number. Raises `Refused` where there is none."""
    matter = room.matters.get(number)
    return matter if isinstance(matter, Series) else series_of(room, numbered(room, number))


# Its dates


def advancing(
    ctx: Context, series: Series, after: datetime, replies: Mapping[str, Reply] | None = None
) -> tuple[Series, list[Output]]:
    """Arrange the next meeting of a series, with what is carried over; a series without one is over."""
    coming = series.plan.dates(after, 1)
    if not coming:
        over = series.ending()
        ctx.room.matters.save(over)
        return over, []
    meeting = Meeting(
        number=ctx.room.next_number(),
        series=series.number,
        title=series.plan.title,
        day=coming[0].day,
        at=coming[0].at,
        minutes=series.plan.minutes,
        proposer=series.proposer,
        agenda=items.adding(items.standing(format_of(ctx, coming[0].at))[: items.MOST_ITEMS // 2], series.carried),
        coming=replies or {},
    )
    series = replace(series, current=meeting.number, carried=())
    ctx.room.matters.save(series)
    return series, arranged(ctx, meeting, series)


def realigned(ctx: Context, series: Series) -> list[Output]:
    """The series was changed: its next meeting is on the date that is next now. What was said of another date is void."""
    meeting = ctx.room.matters.get(series.current)
    if not isinstance(meeting, Meeting) or meeting.phase is not Phase.PLANNED:
        ctx.room.matters.save(series)
        return []
    coming = series.plan.dates(ctx.sent, 1)
    if not coming:
        series = series.ending()
        ctx.room.matters.save(series)
        ctx.room.matters.save(meeting.skipping())
        disarrange(ctx, meeting)
        return withdrawn(meeting)
    ctx.room.matters.save(series)
    after = meeting.retold(series.plan)
    if (meeting.day, meeting.at) == (coming[0].day, coming[0].at):
        ctx.room.matters.save(after)
        return announced(ctx, after, series) if after.polled else []
    disarrange(ctx, meeting)
    after = replace(after.at_another_time(coming[0].at), day=coming[0].day)
    return [*withdrawn(meeting), *arranged(ctx, after, series)]


def withdrawn(meeting: Meeting) -> list[Output]:
    """The poll about a meeting is over, and what is still answered to it means nothing."""
    if not meeting.polled:
        return []
    number = meeting.number
    return [EndPoll(number, text("meeting-poll-over", number=number)), Retire(number)]


def arranged(ctx: Context, meeting: Meeting, series: Series) -> list[Output]:
    """Set all that is due for a meeting. Less than a day before it, its poll is put up at once."""
    schedule, number, at = ctx.room.schedule, meeting.number, meeting.at
    schedule("meeting-begin", number, at)
    if at - rule.SOON > ctx.now:
        schedule("meeting-soon", number, at - rule.SOON)
    if at - rule.DAY_BEFORE > ctx.now:
        schedule("meeting-day", number, at - rule.DAY_BEFORE)
        ctx.room.matters.save(meeting)
        return []
    return asked(ctx, meeting, series)


def asked(ctx: Context, meeting: Meeting, series: Series) -> list[Output]:
    """Put up the poll about who comes, and the announcement."""
    meeting = replace(meeting, polled=True)
    ctx.room.matters.save(meeting)
    question = text("meeting-poll", number=meeting.number, title=meeting.title, at=meeting.at)
    options = tuple((each, text(f"coming-{each}")) for each in rule.COMING)
    fallback = text("meeting-poll-fallback", question=question, number=meeting.number)
    return [Poll(meeting.number, question, options, fallback), *announced(ctx, meeting, series)]


DUES = ("meeting-day", "meeting-soon", "meeting-begin", "meeting-empty", "meeting-last", "meeting-over", "meeting-left")


def disarrange(ctx: Context, meeting: Meeting) -> None:
    """Nothing is due for it any more."""
    for kind in DUES:
        ctx.room.unschedule(kind, meeting.number)


# How it is shown


def announced(ctx: Context, meeting: Meeting, series: Series) -> list[Output]:
    """The announcement with the agenda and how many come: one message, edited as people answer."""
    said = text(
        "meeting-announced",
        number=meeting.number,
        title=meeting.title,
        at=meeting.at,
        where=where(ctx, series.plan, private=False),
        coming=coming(ctx, meeting),
        agenda=listed(ctx, meeting),
    )
    return [Status(meeting.number, said)]


def where(ctx: Context, plan: Arrangement, *, private: bool) -> Text:
    """Where to go. `private`: only the sender reads it, so their own agreement to the guidelines decides about the link."""
    hidden = bool(plan.link) and links.value(ctx) == AGREED and not (private and agreed(ctx))
    kind = "hidden" if hidden else "link" if plan.link else "place" if plan.place else "nowhere"
    if kind == "nowhere" and private:
        return text("meeting-where-in-the-room", group=ctx.room.name)
    return text(f"meeting-where-{kind}", place=plan.place, link="" if hidden else plan.link)


def agreed(ctx: Context) -> bool:
    """Whether the sender agreed to the guidelines as they are."""
    edition = ctx.room.charter.agreed(ctx.sender.id)
    return edition is not None and edition >= ctx.room.charter.get().edition


def coming(ctx: Context, meeting: Meeting) -> Text:
    """How many come; their names only where the group wants it."""
    yes, maybe = still(ctx, meeting, rule.YES), still(ctx, meeting, rule.MAYBE)
    people = tuple(ctx.room.person(each) for each in yes) if NAMES.value(ctx) else ()
    return text("coming-count", number=meeting.number, yes=len(yes), maybe=len(maybe), people=people)


def still(ctx: Context, meeting: Meeting, choice: str) -> list[str]:
    """Who said so about coming, and is still in the group."""
    return [each for each in meeting.saying(choice) if each in ctx.room.members()]


def own_time(ctx: Context, at: datetime) -> Text | None:
    """A time in the reader's own zone, where that is not the room's. In a direct chat all times are theirs anyway."""
    if ctx.direct or ctx.zone == ctx.room.zone:
        return None
    return text("meeting-own-time", when=echo(at, ctx.zone, ctx.language), zone=ctx.zone)


def dates(plan: Arrangement, after: datetime) -> Lines:
    """The next dates, moved ones marked as such."""
    return Lines(
        tuple(
            text("meeting-date-moved" if each.day in plan.moved else "meeting-date", at=each.at)
            for each in plan.dates(after, SHOWN_DATES)
        )
    )


def listed(ctx: Context, meeting: Meeting) -> Lines:
    """The agenda, one item a line, with its place and where it stands."""
    return Lines(
        tuple(
            text("agenda-line", place=place, item=item_text(ctx, item), state=item.state, before=item.from_before or "no")
            for place, item in enumerate(meeting.agenda, 1)
        )
    )


def item_text(ctx: Context, item: Item) -> Text:
    """An item in words; open decisions are those that are open when it is said."""
    if item.standing == items.DECISIONS:
        undecided = tuple(text("agenda-number", number=each.number) for each in ctx.room.decisions.open())
        return text("agenda-decisions", numbers=undecided)
    if item.standing == items.GUIDELINES:
        return text("agenda-guidelines", numbers=tuple(text("agenda-guideline", number=each) for each in in_review(ctx, ctx.now)))
    if item.standing and item.standing != "own":
        return text(f"agenda-{item.standing}")
    return text("agenda-item", words=item.words, about=item.about)


def calendar(ctx: Context, series: Series) -> File:
    """The calendar file of a series as it stands, without a link that is not for everybody."""
    plan = replace(series.plan, link="") if links.value(ctx) == AGREED else series.plan
    made = Calendar(series.uid, series.sequence, series.stamp, plan, series.cancelled)
    return File(series.plan.title, made, series.number)


def told(ctx: Context, people: Iterable[str], said: Text, number: int) -> list[Output]:
    """Tell people alone what they have to know; who has left the group is not told."""
    return [Direct(person, said, number) for person in sorted({*people} & ctx.room.members() - {ctx.sender.id})]


def format_of(ctx: Context, at: datetime) -> Sequence[str]:
    """The group's standing items; without any, the usual ones, with guidelines when some are to be looked at by `at`."""
    usual = (*items.FORMAT[:-1], items.GUIDELINES, items.FORMAT[-1]) if in_review(ctx, at) else items.FORMAT
    return ctx.room.charter.get().format or usual


def in_review(ctx: Context, at: datetime) -> list[int]:
    """The guidelines that the group wanted to look at again by `at`, by number."""
    held = [each for each in ctx.room.charter.get().guidelines if each.at(at) is not None]
    return [each.number for each in held if each.review is not None and each.review <= at]


def soonest(ctx: Context) -> Meeting | None:
    """The meeting that is under way, or the next one."""
    found = [each for each in meetings(ctx.room) if each.phase in {Phase.RUNNING, Phase.PLANNED}]
    return next(iter(sorted(found, key=lambda each: (each.phase is not Phase.RUNNING, each.at))), None)


def said(ctx: Context, *parts: Answer) -> list[Output]:
    """What is told to the group; who typed it in a direct chat is told that it was."""
    told_there = [text("meeting-told", group=ctx.room.name)] if ctx.direct else []
    return answers(*parts, told_there)


def answers(*parts: Answer) -> list[Output]:
    """Several answers as one."""
    said: list[Output] = []
    for part in parts:
        said += [] if part is None else list(part) if isinstance(part, Sequence) else [part]
    return said


def post(number: int, kind: str, /, **values: object) -> Post:
    """A message in the room about `number`."""
    return Post(text(kind, number=number, **values), number)
