"""Finding a time for a meeting: a native poll, words or a reply; the best time becomes the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from commands import arranging, decide, meet
from commands.answers import Answer, Counted, Direct, EndPoll, Output, Poll, Retire, Status
from commands.ballots import letter
from commands.kit import Lines as TypedLines
from commands.kit import OptionalRest, Until, command, follow
from commands.matters import (
    announced,
    line,
    put_up_again,
    replied_to,
    shown,
    sound,
    stopped,
    taken_part,
    tapped_on,
    unannounced,
    voted_on,
)
from commands.meetings import own_time, post, said
from commands.ports import Context
from policies import meeting as rule
from policies import when
from policies.form import ZONE, up_to
from policies.meeting import Arrangement, Reply, Rhythm
from policies.meeting_time import TimeAnswer, TimeSearch, check_end, check_times
from policies.model import Lines, Refused, Text, text

ONE = re.compile(r"(?P<letter>[a-z])\)?(?:\s+(?P<word>.+))?", re.IGNORECASE)
AND = re.compile(r"\s*(?:,|;|\+|&|\band\b|\bund\b)\s*", re.IGNORECASE)


@command("propose meeting")
def propose_meeting(ctx: Context, words: OptionalRest, lines: TypedLines, *, until: Until = None) -> Answer:
    """Ask which time suits people: `propose meeting "Film evening" Tue 19:00 | Wed 20:00 until Friday`."""
    match = arranging.TITLE.match(words)
    if match is None:
        raise Refused("times-title")
    title = rule.check_title(match["title"])
    times: list[datetime] = []
    minutes, where = rule.USUAL_MINUTES, ("", "")
    for each in filter(None, (words[match.end() :].strip(), *lines)):
        details = arranging.details(ctx, each, None)
        if isinstance(details.time, when.Every):
            raise Refused("times-series", phrase=each)
        if details.time is not None:
            times.append(details.time.at)
        minutes = details.minutes if details.minutes is not None else minutes
        where = details.where or where
    checked = check_times(times)
    ends = check_end(decide.moment(ctx, until) if until else None, checked, ctx.sent)
    search = TimeSearch(
        ctx.room.next_number(), title, ctx.sender.id, checked, ends, ctx.zone, rule.check_minutes(minutes), *where, seed=ctx.chance
    )
    ctx.room.matters.save(search)
    return said(ctx, poll(ctx, search))


def poll(ctx: Context, search: TimeSearch) -> Poll:
    """The client's own poll with the times."""
    question = text("times-poll", number=search.number, title=search.question)
    options = tuple((letter(place), text("times-option", letter=letter(place), at=at)) for place, at in enumerate(search.times))
    fallback = text("times-poll-fallback", question=question, times=listed(ctx, search), number=search.number)
    return Poll(search.number, question, options, fallback, most=len(options))


@put_up_again.register
def in_the_new_room(search: TimeSearch, ctx: Context) -> Sequence[Output]:
    """The question is asked anew; what was answered stands."""
    return () if search.over else [Retire(search.number), poll(ctx, search), standing(ctx, search)]


@announced.register
def opened(search: TimeSearch, ctx: Context) -> Answer:
    """The question is in the room."""
    if search.over:
        return None
    ctx.room.schedule("meeting-time", search.number, search.until)
    return standing(ctx, search)


@unannounced.register
def never_opened(search: TimeSearch, ctx: Context) -> Answer:
    """The question never came into the room. Nothing can be said there, so whoever asked is told alone."""
    ctx.room.matters.save(search.ending())
    return Direct(search.proposer, text("announce-refused", question=search.question, group=ctx.room.name))


def standing(ctx: Context, search: TimeSearch) -> Status:
    """How many have answered, and how it goes in words."""
    return Status(
        search.number,
        text(
            "times-status",
            number=search.number,
            title=search.question,
            until=search.until,
            answered=len(search.answers),
            members=len(ctx.room.members()),
            times=listed(ctx, search),
        ),
    )


def listed(ctx: Context, search: TimeSearch) -> Lines:
    """The times with their letters, and in the reader's own time where that is another."""
    return Lines(
        tuple(
            text("times-line", letter=letter(place), at=at, own=own_time(ctx, at)) for place, at in enumerate(search.times)
        )
    )


# Answering


def answered(ctx: Context, search: TimeSearch, choices: tuple[str, ...]) -> list[Output]:
    """Keep what the sender said to each time."""
    after = search.answering(ctx.sender.id, TimeAnswer(choices, ctx.sent, ctx.event))
    ctx.room.matters.save(after)
    return [standing(ctx, after)] if len(after.answers) != len(search.answers) else []


@tapped_on.register
def tapped(search: TimeSearch, ctx: Context, answers: tuple[str, ...]) -> Answer:
    """What was tapped suits, and all else does not. After the end it changes nothing."""
    if search.over or ctx.sent > search.until:
        return None
    if not answers:
        after = search.unanswering(ctx.sender.id)
        ctx.room.matters.save(after)
        return standing(ctx, after)
    return answered(ctx, search, tuple(rule.YES if letter(place) in answers else rule.NO for place in range(len(search.times))))


@voted_on.register
def in_words(search: TimeSearch, ctx: Context, answer: str) -> Answer:
    """`a yes, b maybe`, or only `a, b` for those that suit; what is left out does not."""
    choices = read(ctx, search, answer)
    if choices is None:
        raise Refused("times-unclear", number=search.number)
    kept = answered(ctx, search, choices)
    return [Counted(text("times-counted", title=search.question, said=said_back(search, choices))), *kept]


@replied_to.register
def in_reply(search: TimeSearch, ctx: Context, body: str) -> Answer:
    """A reply that says it in letters, and nothing else, is an answer; any other is talk."""
    choices = read(ctx, search, body)
    return None if choices is None or search.over else in_words(search, ctx, body)


def said_back(search: TimeSearch, choices: tuple[str, ...]) -> tuple[Text, ...]:
    """An answer in words."""
    return tuple(
        text("times-said", at=at, choice=text(f"coming-{choice}")) for at, choice in zip(search.times, choices, strict=True)
    )


def read(ctx: Context, search: TimeSearch, answer: str) -> tuple[str, ...] | None:
    """An answer in words, or `None` where it is none."""
    everything = ctx.words.ballot(answer, rule.COMING)
    if everything is not None:
        return (everything,) * len(search.times)
    choices = [rule.NO] * len(search.times)
    letters = [letter(place) for place in range(len(search.times))]
    for part in AND.split(answer.strip(" .")):
        match = ONE.fullmatch(part)
        choice = ctx.words.ballot(match["word"], rule.COMING) if match and match["word"] else rule.YES
        if match is None or match["letter"].casefold() not in letters or choice is None:
            return None
        choices[letters.index(match["letter"].casefold())] = choice
    return tuple(choices)


# The end


@follow("due meeting-time")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The best time becomes the meeting, and who said yes to it comes."""
    del at
    search = ctx.room.matters.get(number)
    if not isinstance(search, TimeSearch) or search.over:
        return None
    ctx.room.matters.save(search.ending())
    best, by_lot = search.best(ctx.now)
    result = post(
        number,
        "times-result",
        title=search.question,
        best=best,
        lot="yes" if by_lot else "no",
        counts=Lines(
            tuple(text("times-count", at=each.at, yes=each.yes, maybe=each.maybe, no=each.no) for each in search.counts())
        ),
        answered=len(search.answers),
        members=len(ctx.room.members()),
    )
    ended: list[Output] = [EndPoll(number, text("times-poll-over", number=number)), result]
    closed = Status(number, text("times-closed", number=number), last=True)
    if best is None:
        return [*ended, closed]
    local = best.astimezone(ZoneInfo(search.zone))
    plan = Arrangement(search.question, Rhythm(local.isoformat(), search.zone), search.minutes, search.place, search.link)
    replies = {
        person: Reply(choice, search.answers[person].sent, search.answers[person].event)
        for choice in (rule.YES, rule.MAYBE)
        for person in search.who(best, choice)
    }
    return [*ended, *meet.planned(ctx, plan, search.proposer, replies), closed]


@stopped.register
def taken_back(search: TimeSearch, ctx: Context) -> Answer:
    """Whoever asked takes the question back."""
    ctx.room.matters.save(search.stopping(ctx.sender.id))
    ctx.room.unschedule("meeting-time", search.number)
    back = post(search.number, "stopped", question=search.question, person=ctx.sender)
    over = text("times-poll-over", number=search.number)
    return said(ctx, EndPoll(search.number, over), back, Status(search.number, over, last=True))


@line.register
def search_line(search: TimeSearch, ctx: Context) -> Text | None:
    """A search for a time, for this reader."""
    mine = "yes" if ctx.sender.id in search.answers else "no"
    return text("times-now", number=search.number, title=search.question, until=search.until, mine=mine)


@sound.register
def can_be_found(search: TimeSearch) -> bool:
    """Whether there is something to choose from."""
    return bool(search.times) and ZONE(search.zone) and up_to(rule.LONGEST_MINUTES)(search.minutes)


@shown.register
def search_shown(search: TimeSearch, ctx: Context) -> Answer:
    """The times, in the reader's own time, and how to answer."""
    return text(
        "times-shown",
        number=search.number,
        title=search.question,
        person=ctx.room.person(search.proposer),
        times=listed(ctx, search),
        until=search.until,
        over="yes" if search.over else "no",
    )


@taken_part.register
def who(search: TimeSearch, ctx: Context) -> Answer:
    """Who has answered, and who has not."""
    missing = sorted(ctx.room.members() - set(search.answers))
    answered_ = tuple(ctx.room.person(each) for each in sorted(search.answers))
    return text("who", number=search.number, voted=answered_, missing=tuple(map(ctx.room.person, missing)))
