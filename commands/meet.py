"""Meetings: planning a series, the next date, and changing, skipping and cancelling dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from commands import arranging, hold, minutes
from commands.answers import Answer, Output, Post
from commands.board import on_board
from commands.kit import Lines as TypedLines
from commands.kit import OptionalRest, command, follow, to_type
from commands.matters import changed, line, shown, sound, stopped
from commands.meetings import (
    RunningIfAny,
    SeriesOf,
    advancing,
    all_series,
    calendar,
    coming,
    dates,
    disarrange,
    listed,
    meetings,
    own_time,
    post,
    realigned,
    said,
    series_of,
    soonest,
    told,
    where,
    withdrawn,
)
from commands.ports import Context
from policies import meeting as rule
from policies import when
from policies.meeting import Arrangement, Meeting, Phase, Reply, Rhythm, Series
from policies.model import Lines, Refused, Text, text

AnySeries = Annotated[Series, SeriesOf()]
RunningIf = Annotated[Meeting | None, RunningIfAny()]
CALLED = re.compile(r"^\s*[\"“”„«»](?P<title>[^\"“”„«»]+)[\"“”«»]\s*$")


@command("meet")
def meet(ctx: Context, words: OptionalRest, lines: TypedLines) -> Answer:
    """Plan a meeting or a series of them; without words: the next one."""
    typed = " ".join((words, *lines)).strip()
    if not typed:
        return next_meeting(ctx)
    plan = arranging.plan(ctx, typed)
    if len(all_series(ctx.room)) >= rule.MOST_SERIES:
        raise Refused("meet-many", most=rule.MOST_SERIES)
    if not plan.dates(ctx.sent, 1):
        raise Refused("meet-no-date")
    return planned(ctx, plan, ctx.sender.id, {})


def planned(ctx: Context, plan: Arrangement, by: str, replies: Mapping[str, Reply]) -> list[Output]:
    """Begin a series that `by` planned, tell the group, and send its calendar file. `replies`: who has said that they come."""
    series = Series(ctx.room.next_number(), plan, by, f"{ctx.chance[:32]}@folkmoot", ctx.sent)
    series, outputs = advancing(ctx, series, ctx.sent, replies)
    announcement = post(
        series.number,
        "meet-planned",
        title=plan.title,
        person=ctx.room.person(by),
        repeats="yes" if plan.rhythm.rule else "no",
        dates=dates(plan, ctx.sent),
        length=plan_length(plan),
        where=where(ctx, plan, private=False),
        own=own_time(ctx, plan.dates(ctx.sent, 1)[0].at),
    )
    return said(ctx, announcement, calendar(ctx, series), outputs)


def plan_length(plan: Arrangement) -> timedelta:
    """How long it lasts."""
    return timedelta(minutes=plan.minutes)


@command("show meetings")
def show_meetings(ctx: Context) -> Answer:
    """All meetings that are planned, by series."""
    found = all_series(ctx.room)
    if not found:
        return text("meet-none")
    return text(
        "meetings",
        series=Lines(
            tuple(
                text(
                    "meetings-line",
                    number=each.number,
                    title=each.plan.title,
                    next=next((date.at for date in each.plan.dates(ctx.sent, 1)), None),
                    repeats="yes" if each.plan.rhythm.rule else "no",
                )
                for each in found
            )
        ),
    )


@command("meet next")
def meet_next(ctx: Context, running: RunningIf) -> Answer:
    """During a meeting: the next item of its agenda. Else, and in a direct chat: what, when and how to join."""
    return next_meeting(ctx) if running is None else hold.next_item(ctx, running)


def next_meeting(ctx: Context) -> Answer:
    """What is next: for everybody, newcomers first of all."""
    meeting = soonest(ctx)
    if meeting is None:
        return text("meet-none")
    others = [each for each in meetings(ctx.room) if each.phase is Phase.PLANNED and each.number != meeting.number]
    return text(
        "meet-next",
        number=meeting.number,
        title=meeting.title,
        at=meeting.at,
        own=own_time(ctx, meeting.at),
        length=timedelta(minutes=meeting.minutes),
        running="yes" if meeting.phase is Phase.RUNNING else "no",
        where=where(ctx, series_of(ctx.room, meeting).plan, private=ctx.direct),
        coming=coming(ctx, meeting),
        others=Lines(tuple(text("meet-next-other", number=each.number, title=each.title, at=each.at) for each in others)),
    )


@on_board(20)
def next_on_board(ctx: Context) -> Text | None:
    """The next meeting, for the noticeboard."""
    meeting = soonest(ctx)
    if meeting is None:
        return None
    plan = series_of(ctx.room, meeting).plan
    return text("board-meeting", number=meeting.number, title=meeting.title, at=meeting.at, where=where(ctx, plan, private=False))


# Changing it


def may_change(ctx: Context, series: Series) -> None:
    """Raises `Refused` for who neither planned it nor looks after its meeting tonight, unless the planner has left; and when it is over."""
    if series.over:
        raise Refused("meet-over", number=series.number)
    meeting = ctx.room.matters.get(series.current)
    tonight = meeting.roles.get("facilitator") if isinstance(meeting, Meeting) else None
    if ctx.sender.id in {series.proposer, tonight} or series.proposer not in ctx.room.members():
        return
    raise Refused("meet-not-yours", number=series.number, person=ctx.room.person(series.proposer))


@changed.register
def series_changed(series: Series, ctx: Context, words: str, until: str | None) -> Answer:
    """Change all following dates, or one that is named: `change 5 31 March to Wed 20:00`."""
    may_change(ctx, series)
    words = f"{words} until {until}".strip() if until else words
    if not words:
        raise Refused("meet-change-what", number=series.number)
    match = CALLED.match(words)
    if match:
        return put(ctx, series, replace(series.plan, title=rule.check_title(match["title"])), text("meet-change-title"))
    moved = one_date(ctx, series, words)
    if moved is not None:
        day, at = moved
        return one_moved(ctx, series, day, at)
    typed = arranging.details(ctx, words, lambda choice: to_type(ctx, "change", series.number, choice))
    plan = series.plan
    if isinstance(typed.time, when.Once) and plan.rhythm.rule:
        raise Refused("meet-one-or-all", number=series.current, series=series.number, phrase=words)
    what = text("meet-change-details")
    if typed.time is not None:
        rhythm = Rhythm.of(typed.time, ctx.zone)
        plan, what = plan.following(rhythm), text("meet-change-following")
    if typed.minutes is not None:
        plan = replace(plan, minutes=rule.check_minutes(typed.minutes))
    if typed.where is not None:
        plan = replace(plan, place=typed.where[0], link=typed.where[1])
    if not plan.dates(ctx.sent, 1):
        raise Refused("meet-no-date")
    return put(ctx, series, plan, what)


def one_date(ctx: Context, series: Series, words: str) -> tuple[str, datetime] | None:
    """The date and its new time where one is named ("31 March to Wed 20:00"), or `None`. Raises `Refused` for a strange date."""
    zone = series.plan.rhythm.zone
    pattern = "|".join(re.escape(each) for each in sorted(ctx.words.option("to"), key=len, reverse=True))
    for match in re.finditer(rf"\s+(?:{pattern})\s+", words, re.IGNORECASE):
        day = arranging.day_of(ctx, words[: match.start()], zone)
        if day is None:
            continue
        day = existing_day(ctx, series, day)
        return day, arranging.on_day(ctx, words[match.end() :], day, zone)
    return None


def existing_day(ctx: Context, series: Series, day: str) -> str:
    """The name of the date that is on `day`, by its rule or since it was moved there. Raises `Refused` where there is none."""
    zone = ZoneInfo(series.plan.rhythm.zone)
    for each in series.plan.dates(ctx.sent, rule.LOOKED_THROUGH):
        if day in {each.day, each.at.astimezone(zone).date().isoformat()}:
            return each.day
    raise Refused("meet-no-such-date", number=series.number, day=date.fromisoformat(day), dates=dates(series.plan, ctx.sent))


@changed.register
def meeting_changed(meeting: Meeting, ctx: Context, words: str, until: str | None) -> Answer:
    """Move this one date."""
    series = series_of(ctx.room, meeting)
    may_change(ctx, series)
    if meeting.phase is not Phase.PLANNED:
        raise Refused("meet-begun" if meeting.phase is Phase.RUNNING else "meet-over", number=meeting.number)
    if until or not words:
        raise Refused("meet-change-what", number=meeting.number)
    return one_moved(ctx, series, meeting.day, arranging.on_day(ctx, words, meeting.day, series.plan.rhythm.zone))


def one_moved(ctx: Context, series: Series, day: str, at: datetime) -> Answer:
    """One date is at another time."""
    if at - ctx.sent > rule.FAR:
        raise Refused("meet-too-far")
    before = next((each.at for each in series.plan.dates(ctx.sent, rule.LOOKED_THROUGH) if each.day == day), None)
    what = text("meet-change-moved", before=before, at=at)
    return put(ctx, series, series.plan.moving(day, at), what)


def put(ctx: Context, series: Series, plan: Arrangement, what: Text) -> Answer:
    """Change a series: the group is told, the calendar file renewed, and who said that they come is told alone."""
    return settled(ctx, series, series.changing(plan, ctx.sent), what)


def settled(ctx: Context, before: Series, after: Series, what: Text) -> Answer:
    """A series has become another one: everything that follows from it."""
    meeting = ctx.room.matters.get(before.current)
    outputs = realigned(ctx, after)
    now = ctx.room.matters.get(before.current)
    changed_to = text(
        "meet-changed",
        number=after.number,
        title=after.plan.title,
        person=ctx.sender if after.before is not None else None,
        what=what,
        length=plan_length(after.plan),
        where=where(ctx, after.plan, private=False),
        dates=dates(after.plan, ctx.sent),
        reversible="yes" if after.before is not None else "no",
    )
    people: list[Output] = []
    if isinstance(meeting, Meeting) and isinstance(now, Meeting) and (meeting.at, meeting.phase) != (now.at, now.phase):
        note = text("meet-changed-alone", number=now.number, title=meeting.title, before=meeting.at, at=next_at(now), group=ctx.room.name)
        people = told(ctx, meeting.saying(rule.YES), note, now.number)
    return said(ctx, Post(changed_to, after.number), calendar(ctx, after), people, outputs)


@follow("undeliverable file")
def file_refused(ctx: Context, *, number: int) -> Answer:
    """The server takes no such file: the group is told, and where the same can be read."""
    return post(number, "meet-file-refused") if isinstance(ctx.room.matters.get(number), Series | Meeting) else None


def next_at(meeting: Meeting) -> datetime | None:
    """When it is now, if it is."""
    return meeting.at if meeting.phase is Phase.PLANNED else None


@command("meet skip")
def meet_skip(ctx: Context, series: AnySeries, day: OptionalRest) -> Answer:
    """Leave one date out: the next one, or the one that is named."""
    may_change(ctx, series)
    if not series.plan.rhythm.rule:
        raise Refused("meet-skip-single", number=series.number)
    coming_dates = series.plan.dates(ctx.sent, 1)
    named = arranging.day_of(ctx, day, series.plan.rhythm.zone) if day else None
    if day and named is None:
        raise Refused("meet-unclear-day", phrase=day, number=series.number)
    key = existing_day(ctx, series, named) if named else coming_dates[0].day if coming_dates else ""
    skipped = next((each for each in series.plan.dates(ctx.sent, rule.LOOKED_THROUGH) if each.day == key), None)
    if skipped is None:
        raise Refused("meet-over", number=series.number)
    return put(ctx, series, series.plan.skipping(key), text("meet-change-skipped", at=skipped.at))


@command("meet back")
def meet_back(ctx: Context, series: AnySeries) -> Answer:
    """Two members take the last change of a series back."""
    after = series.reversing(ctx.sender.id, ctx.sent)
    if after.before is not None:
        ctx.room.matters.save(after)
        return text("meet-back-heard", number=series.number, needed=rule.REVERSE_NEEDS)
    return settled(ctx, series, after, text("meet-change-back"))


@command("meet cancel")
def meet_cancel(ctx: Context, series: AnySeries) -> Answer:
    """There are no more meetings of a series."""
    return cancelled(series, ctx)


@stopped.register
def cancelled(series: Series, ctx: Context) -> Answer:
    """All meetings of a series are cancelled; who said that they come is told alone."""
    may_change(ctx, series)
    meeting = ctx.room.matters.get(series.current)
    over = series.cancelling(ctx.sent)
    ctx.room.matters.save(over)
    outputs: list[Output] = []
    if isinstance(meeting, Meeting) and meeting.phase is Phase.PLANNED:
        disarrange(ctx, meeting)
        ctx.room.matters.save(meeting.skipping())
        alone = text("meet-changed-alone", number=meeting.number, title=meeting.title, before=meeting.at, at=None, group=ctx.room.name)
        outputs = [*withdrawn(meeting), *told(ctx, meeting.saying(rule.YES), alone, meeting.number)]
    goodbye = post(series.number, "meet-cancelled", title=series.plan.title, person=ctx.sender)
    return said(ctx, goodbye, calendar(ctx, over), outputs)


@stopped.register
def meeting_stopped(meeting: Meeting, ctx: Context) -> Answer:
    """One date is left out; a single meeting is cancelled."""
    series = series_of(ctx.room, meeting)
    if meeting.phase is not Phase.PLANNED:
        raise Refused("meet-begun" if meeting.phase is Phase.RUNNING else "meet-over", number=meeting.number)
    if not series.plan.rhythm.rule:
        return cancelled(series, ctx)
    may_change(ctx, series)
    return put(ctx, series, series.plan.skipping(meeting.day), text("meet-change-skipped", at=meeting.at))


# Looking it up


@line.register
def series_line(series: Series, ctx: Context) -> Text | None:
    """A series is shown by its next meeting."""
    del series, ctx
    return None


@line.register
def meeting_line(meeting: Meeting, ctx: Context) -> Text | None:
    """A meeting, for this reader: whether they come, that it is on, or that its minutes wait."""
    reply = meeting.coming.get(ctx.sender.id)
    return text(
        "meeting-line",
        number=meeting.number,
        title=meeting.title,
        at=meeting.at,
        phase=meeting.phase,
        mine=reply.choice if reply is not None else "none",
    )


@sound.register
def can_go_on(series: Series) -> bool:
    """Whether its dates can be told."""
    return all(each.sound for each in (series.plan, series.before) if each is not None)


@shown.register
def series_shown(series: Series, ctx: Context) -> Answer:
    """A series: what, when, where, by whom."""
    return text(
        "series-shown",
        number=series.number,
        title=series.plan.title,
        person=ctx.room.person(series.proposer),
        over="cancelled" if series.cancelled else "over" if series.over else "no",
        dates=dates(series.plan, ctx.sent) if not series.over else Lines(()),
        own=own_time(ctx, series.plan.dates(ctx.sent, 1)[0].at) if series.plan.dates(ctx.sent, 1) else None,
        length=plan_length(series.plan),
        where=where(ctx, series.plan, private=ctx.direct),
    )


@shown.register
def meeting_shown(meeting: Meeting, ctx: Context) -> Answer:
    """A meeting: how to join and its agenda before it, its minutes afterwards."""
    if meeting.phase in {Phase.HELD, Phase.APPROVED, Phase.LEFT}:
        return minutes.held(ctx, meeting)
    return text(
        "meeting-shown",
        number=meeting.number,
        title=meeting.title,
        at=meeting.at,
        own=own_time(ctx, meeting.at),
        phase=meeting.phase,
        where=where(ctx, series_of(ctx.room, meeting).plan, private=ctx.direct),
        coming=coming(ctx, meeting),
        agenda=listed(ctx, meeting),
    )

