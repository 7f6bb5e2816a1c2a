"""Reminders: for me, for us, for somebody who allowed it; asked back where the time or the matter is not clear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from commands.answers import Answer, Counted, Direct, Numbered, Output, Post, Remind
from commands.decide import understood
from commands.kit import (
    NUMBER,
    Lines,
    NumberOf,
    NumberOfAny,
    OptionalRest,
    Rest,
    command,
    follow,
    to_type,
)
from commands.matters import changed, found, reacted_to, replied_to, shown, stopped
from commands.people import member
from commands.ports import Context, Room
from policies import reminder as rule
from policies import said as parted
from policies import when
from policies.model import Lines as Listed
from policies.model import Mention, Refused, Text, text
from policies.reminder import GROUP, Reminder, Timing
from policies.said import Said

MORNING = time(9)
LATER_TODAY = (time(12), time(15), time(18), time(20), time(22))
KEPT = timedelta(days=14)
"""How long a reminder that is over can still be snoozed; then nothing of it is kept."""
SHOWN = 3
LISTED = 20
EXAMPLES = {
    ("remind me", False): "me",
    ("remind us", False): "us",
    ("remind us", True): "number",
    ("remind", True): "person",
    ("change", True): "change",
    ("snooze", False): "snooze",
}
"""Which example fits a command, without and with something between its name and the time."""
LONGEST_NAME = 6
"""Words of a name that may stand behind `remind`."""

Replied = Annotated[int, NumberOf(lambda _: (), none="remind-which")]
Skipped = Annotated[int, NumberOfAny(lambda room: room.reminders.of_group(), none="remind-which")]


@command("remind me", group=False)
def remind_me(ctx: Context, words: Rest, lines: Lines) -> Answer:
    """Remind me, in our direct chat; as a reply it points to that message."""
    return for_one(ctx, "remind me", (), ctx.sender.id, "\n".join((words, *lines)))


@command("remind")
def remind(ctx: Context, words: Rest, lines: Lines) -> Answer:
    """Remind somebody who allowed it, in their direct chat."""
    typed = words.split()
    for count in range(min(len(typed), LONGEST_NAME), 0, -1):
        person = member(ctx, " ".join(typed[:count]))
        if person is not None:
            break
    else:
        raise Refused("remind-whom-direct" if ctx.direct else "remind-whom")
    if person != ctx.sender.id and not allowed(ctx.room, person, ctx.sender.id):
        raise Refused("remind-not-allowed", person=ctx.room.person(person), sender=ctx.sender)
    rest = "\n".join((" ".join(typed[count:]), *lines))
    return for_one(ctx, "remind", tuple(typed[:count]), person, rest)


def allowed(room: Room, person: str, sender: str) -> bool:
    """Whether `sender` may remind a person of the room."""
    return bool(room.reminders.allowed(person) & {sender, ""})


def for_one(ctx: Context, name: str, lead: tuple[str, ...], whom: str, typed: str) -> Answer:
    """A reminder that comes to one person alone."""
    timing, about = understood_in(ctx, name, lead, typed)
    event = (ctx.replied or "") if ctx.room is ctx.own else ""
    if not about and not event:
        raise Refused("remind-of-what", example=to_type(ctx, name, *lead, *typed.split(), "..."))
    if ctx.directory.left_alone(whom):
        raise Refused("remind-left-chat" if whom == ctx.sender.id else "remind-left-chat-other", person=ctx.room.person(whom))
    return made(ctx, whom=whom, about=about, event=event, subject=None, timing=timing)


@command("remind us")
def remind_us(ctx: Context, words: Rest, lines: Lines) -> Answer:
    """Remind the group, in its room: of what is said, of the message replied to, or of something that has a number."""
    typed, subject = numbered(ctx, "\n".join((words, *lines)))
    lead = () if subject is None else (str(subject),)
    timing, about = understood_in(ctx, "remind us", lead, typed)
    event = (ctx.replied or "") if ctx.room is ctx.own and subject is None else ""
    if not about and subject is None and ctx.number is not None:
        subject, event = ctx.number, ""
    if subject is not None:
        matter = found(ctx, subject)
        if isinstance(matter, Reminder):
            about, event, subject = about or seen(matter, ctx).about, matter.event, matter.subject
    if not about and not event and subject is None:
        raise Refused("remind-us-of-what", example=to_type(ctx, "remind us", *typed.split(), "..."))
    return made(ctx, whom=GROUP, about=about, event=event, subject=subject, timing=timing)


def numbered(ctx: Context, typed: str) -> tuple[str, int | None]:
    """`1 in 3 months`: what is typed about something that has a number, and the number; "1 April" is a date."""
    match = NUMBER.match(typed)
    if match is None or (not typed.startswith("#") and parted.is_time(understood(ctx, typed))):
        return typed, None
    rest = typed[match.end() :]
    if typed.startswith("#") or parted.is_time(understood(ctx, rest)):
        return rest, int(match[1])
    return typed, None


def understood_in(ctx: Context, name: str, lead: tuple[str, ...], typed: str) -> tuple[Timing, str]:
    """When, and what of. Raises `Refused` where no time is in it or it is not clear, with what to type instead."""
    words = ctx.words
    ways = parted.part(
        typed, lambda phrase: understood(ctx, phrase), words.option("remind-left-out"), words.option("remind-kept")
    )
    if not ways:
        raise Refused("remind-no-time-direct" if ctx.direct else "remind-no-time", example=example(name, lead))
    if len(ways) > 1:
        choices = tuple(to_type(ctx, name, *lead, f"{way.phrase}: {way.about}") for way in ways)
        raise Refused("remind-which-part", choices=Listed(choices))
    way = ways[0]
    return timing_of(ctx, name, lead, way), way.about


def example(name: str, lead: tuple[str, ...]) -> Text:
    """A command that would work."""
    return text(f"remind-example-{EXAMPLES[name, bool(lead)]}", lead=" ".join(lead))


def timing_of(ctx: Context, name: str, lead: tuple[str, ...], way: Said) -> Timing:
    """The timing that was read; a day alone means its morning. Raises `Refused` where it must be asked back."""
    value = way.when
    match value:
        case when.Once() | when.Every():
            return Timing.of(value)
        case when.DateOnly(day):
            zone = ZoneInfo(ctx.zone)
            at = datetime.combine(day, MORNING, zone)
            if at > ctx.sent:
                return Timing.of(when.Once(at.astimezone(UTC), ctx.zone))
            times = [each for each in LATER_TODAY if datetime.combine(day, each, zone) > ctx.sent]
            value = when.Ask("when-which-hour", {}, tuple(f"{day} {each:%H:%M}" for each in times))
    end = f": {way.about}" if way.about else ""
    choices = tuple(to_type(ctx, name, *lead, f"{choice}{end}") for choice in value.choices)
    raise Refused(
        "remind-unclear",
        phrase=way.phrase,
        why=Text(value.why, value.values),
        choices=Listed(choices),
        example=example(name, lead),
    )


def made(ctx: Context, *, whom: str, about: str, event: str, subject: int | None, timing: Timing) -> Answer:
    """Keep a new reminder, and say when it comes. Raises `Refused` where there are too many, or its time is out of range."""
    sender = ctx.sender.id
    rule.check_room_for_more(
        whom=whom,
        open_for_group=0 if whom else sum(each.owner == sender for each in ctx.room.reminders.of_group()),
        open_personal=ctx.directory.reminders(sender) if whom else 0,
    )
    checked = Reminder(
        number=0,
        owner=sender,
        whom=whom,
        about=about,
        timing=timing,
        made=ctx.sent,
        event=event,
        subject=subject,
        shared=not ctx.direct,
    ).checked()
    reminder = replace(checked, number=ctx.room.next_number())
    keep(ctx, reminder)
    answers: list[Output] = [Numbered(arranged(ctx, reminder, "set"), reminder.number, own=ctx.room is ctx.own)]
    if ctx.direct and not reminder.personal:
        answers.append(Post(text("remind-announced", person=ctx.sender, arranged=arranged(ctx, reminder, "set")), reminder.number))
    return answers


def keep(ctx: Context, reminder: Reminder) -> None:
    """Keep it, with the alarm for its next occurrence; one that is over is forgotten after a while."""
    coming = reminder.next()
    if not coming:
        reminder = replace(reminder, over=True)
        ctx.room.unschedule("reminder", reminder.number)
        ctx.room.schedule("reminder over", reminder.number, ctx.now + KEPT)
    else:
        ctx.room.schedule("reminder", reminder.number, coming[0])
    ctx.room.reminders.save(reminder)


def arranged(ctx: Context, reminder: Reminder, how: str) -> Text:
    """When it comes, as it is kept: the next occurrences with weekday, date, time and zone; and how to stop or change it."""
    coming = reminder.next(SHOWN)
    zone = reminder.timing.zone
    shown_in = ctx.zone if ctx.direct else ctx.room.zone
    return text(
        f"remind-{how}",
        number=reminder.number,
        whom=audience(ctx, reminder),
        person=ctx.room.person(reminder.whom) if reminder.personal else None,
        where="here" if ctx.direct else "direct",
        repeats="no" if reminder.timing.once else "yes",
        times=tuple(coming[:1]),
        list=Listed(() if reminder.timing.once else tuple(coming)),
        without=tuple(each for each in map(date.fromisoformat, reminder.timing.except_) if each >= ctx.sent.date()),
        last=last_of(reminder, coming),
        clock=when.echo(coming[0], zone, ctx.language) if zone not in {shown_in, "UTC"} else "",
        zone=zone,
        about=of_what(ctx, reminder),
    )


def last_of(reminder: Reminder, coming: Sequence[datetime]) -> datetime | None:
    """When a series comes the last time, where it has an end that is not shown already."""
    last = reminder.timing.last(coming[-1]) if len(coming) == SHOWN else None
    return last if last not in coming else None


def audience(ctx: Context, reminder: Reminder) -> str:
    """To whom it is said, and whether that is to look at something again."""
    if reminder.personal:
        return "me" if reminder.whom == ctx.sender.id else "person"
    return "us" if reminder.subject is None else "look"


def of_what(ctx: Context, reminder: Reminder) -> Text:
    """What it is about, for those who may see it."""
    if reminder.subject is not None:
        matter = ctx.room.matters.get(reminder.subject)
        return text("remind-about-number", number=reminder.subject, question=matter.question if matter else "")
    return text("remind-about", about=reminder.about, link=ctx.room.link(reminder.event) if reminder.event else "")


def seen(reminder: Reminder, ctx: Context) -> Reminder:
    """A reminder that the sender may see where they are. Raises `Refused` for somebody else's, and for a secret of a direct chat."""
    if not reminder.concerns(ctx.sender.id):
        raise Refused("remind-not-yours", number=reminder.number)
    if reminder.personal and not reminder.shared and not ctx.direct:
        raise Refused("remind-only-direct", number=reminder.number)
    return reminder


# When the time has come


@follow("due reminder")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Its time has come: say it once, however often it came due meanwhile, and arrange the next one."""
    del at
    reminder = ctx.room.reminders.get(number)
    if reminder is None or reminder.over:
        return None
    after, past = reminder.telling(ctx.now)
    recipients = reached(ctx, after) if past and after.personal else ()
    if past and after.personal and not recipients:
        after = replace(after, over=True)
    keep(ctx, after)
    if not past:
        return None
    if after.personal:
        return [Direct(person, personally(ctx, after, past, person), number) for person in recipients]
    if after.subject is not None:
        return again(ctx, after, past)
    return Remind(text("remind-now-us", **to_say(ctx, after, past), people=pinged(ctx, after)), number)


@follow("due reminder over")
def forgotten(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nobody has asked to be reminded again: nothing of it is kept."""
    del at
    reminder = ctx.room.reminders.get(number)
    if reminder is not None and reminder.over:
        ctx.room.reminders.forget(number)
    return None


def reached(ctx: Context, reminder: Reminder) -> Sequence[str]:
    """Who is reminded: members who are still here, have not left their direct chat with me, and still allow it."""
    members = ctx.room.members()
    people = sorted({reminder.whom, *reminder.joined} & members)
    if reminder.whom != reminder.owner and not (reminder.owner in members and allowed(ctx.room, reminder.whom, reminder.owner)):
        people = [each for each in people if each != reminder.whom]
    return [each for each in people if not ctx.directory.left_alone(each)]


def pinged(ctx: Context, reminder: Reminder) -> tuple[Mention, ...]:
    """Those who want to be reminded of the group's reminder as well."""
    return tuple(Mention(ctx.room.person(each)) for each in sorted(reminder.joined & ctx.room.members()))


def to_say(ctx: Context, reminder: Reminder, past: Sequence[datetime]) -> dict[str, object]:
    """What both kinds of reminders say: what of, when it was meant where it is late, and how often it came due."""
    late = len(past) > 1 or ctx.now - past[-1] > rule.LATE
    return {
        "number": reminder.number,
        "about": of_what(ctx, reminder),
        "meant": past[-1] if late else None,
        "count": len(past),
        "more": "no" if reminder.over else "yes",
    }


def personally(ctx: Context, reminder: Reminder, past: Sequence[datetime], person: str) -> Text:
    """What one person is told alone."""
    by = None if reminder.owner == person or person in reminder.joined else ctx.room.person(reminder.owner)
    return text("remind-now", **to_say(ctx, reminder, past), by=by)


def again(ctx: Context, reminder: Reminder, past: Sequence[datetime]) -> Answer:
    """The time has come to look at something again that has a number."""
    assert reminder.subject is not None
    matter = ctx.room.matters.get(reminder.subject)
    if matter is None:
        return None
    said = text(
        "look-again", **(to_say(ctx, reminder, past) | {"number": reminder.subject}), question=matter.question, people=pinged(ctx, reminder)
    )
    return Post(said, reminder.subject)


@follow("unreachable person")
def unreachable(ctx: Context, *, number: int, person: str) -> Answer:
    """The server will never bring it to this person: it is not tried again and again."""
    reminder = ctx.room.reminders.get(number)
    if reminder is not None and not reminder.over and reminder.personal:
        keep(ctx, reminder.without(person))
    return None


@follow("new zone rules")
def new_zone_rules(ctx: Context, *, zone: str) -> Answer:
    """A country changed its clocks: what keeps to that wall time comes at other instants."""
    for reminder in ctx.room.reminders.in_zone(zone):
        for at in reminder.next():
            ctx.room.schedule("reminder", reminder.number, at)
    return None


# What people do with one


@command("show reminders", alone=True)
def show_reminders(ctx: Context) -> Answer:
    """My reminders and the group's; never somebody else's own."""
    sender = ctx.sender.id
    mine = [(ctx.own, each) for each in ctx.own.reminders.of_person(sender)]
    ours: Sequence[Reminder] = ()
    if ctx.room is not ctx.own:
        mine += [(ctx.room, each) for each in ctx.room.reminders.of_person(sender)]
    if ctx.room is not ctx.own or not ctx.direct:
        ours = ctx.room.reminders.of_group()
    if not mine and not ours:
        return text("reminders-none")
    return text(
        "reminders",
        mine=Listed(tuple(listed(replace(ctx, room=room), each) for room, each in mine[:LISTED])),
        ours=Listed(tuple(listed(ctx, each) for each in ours[:LISTED])),
        group=ctx.room.name if ctx.direct and ctx.room is not ctx.own else "",
        more=max(len(mine) - LISTED, 0) + max(len(ours) - LISTED, 0),
    )


def listed(ctx: Context, reminder: Reminder) -> Text:
    """A reminder in one line. In the room the words of a direct chat are not said."""
    hidden = reminder.personal and not reminder.shared and not ctx.direct
    return text(
        "reminder-line",
        number=reminder.number,
        next=reminder.next()[0] if reminder.next() else None,
        repeats="no" if reminder.timing.once else "yes",
        about=None if hidden else of_what(ctx, reminder),
        person=ctx.room.person(reminder.whom) if reminder.personal and reminder.whom != ctx.sender.id else None,
    )


@shown.register
def reminder_shown(reminder: Reminder, ctx: Context) -> Answer:
    """One reminder: what of, when next, and who is reminded as well."""
    seen(reminder, ctx)
    return text(
        "reminder-shown",
        number=reminder.number,
        about=of_what(ctx, reminder),
        times=Listed(tuple(reminder.next(SHOWN))),
        person=ctx.room.person(reminder.owner),
        joined=tuple(ctx.room.person(each) for each in sorted(reminder.joined)),
    )


@stopped.register
def reminder_stopped(reminder: Reminder, ctx: Context) -> Answer:
    """My own stops at once; one of the group's when a second member wants it too; whoever said "me too" only leaves it."""
    sender, number = ctx.sender.id, reminder.number
    if sender in reminder.joined and reminder.personal and sender not in {reminder.owner, reminder.whom}:
        keep(ctx, reminder.without(sender))
        return text("remind-left", number=number)
    after = reminder.stopping_by(sender)
    if not after.over:
        keep(ctx, after)
        said: Output = Post(text("remind-stop-one-more", number=number, about=of_what(ctx, reminder), person=ctx.sender), number)
        return [said, text("remind-stop-passed-on", number=number)] if ctx.direct else said
    ctx.room.unschedule("reminder", number)
    ctx.room.reminders.forget(number)
    if reminder.personal:
        return text("remind-stopped", number=number)
    people = tuple(ctx.room.person(each) for each in sorted(after.stopping))
    said = Post(text("remind-stopped-us", number=number, about=of_what(ctx, reminder), people=people))
    return [said, text("remind-stopped", number=number)] if ctx.direct else said


@changed.register
def reminder_changed(reminder: Reminder, ctx: Context, words: str, until: str | None) -> Answer:
    """Another time for the same reminder; the end of a series is a part of its time."""
    number = reminder.number
    value = understood(ctx, words)
    if until:
        ways = (f"{words} {word} {until}".strip() for word in ctx.words.option("until"))
        words, value = next(((way, found) for way in ways if parted.is_time(found := understood(ctx, way))), (words, when.Ask("when-nothing")))
    if not words.strip() or not parted.is_time(value):
        raise Refused("remind-change-when", number=number, example=example("change", (str(number),)))
    timing = timing_of(ctx, "change", (str(number),), Said(words.strip(), value, ""))
    after = reminder.changing(ctx.sender.id, timing, ctx.sent)
    keep(ctx, after)
    hidden = reminder.personal and not reminder.shared and not ctx.direct
    said = arranged(ctx, after, "changed-hidden" if hidden else "changed")
    answers: list[Output] = [Numbered(said, number, own=ctx.room is ctx.own)]
    if ctx.direct and not after.personal:
        answers.append(Post(text("remind-announced", person=ctx.sender, arranged=said), number))
    return answers


@command("skip", alone=True)
def skip(ctx: Context, number: Skipped) -> Answer:
    """Leave out the next occurrence of a reminder that repeats."""
    reminder = found(ctx, number)
    if not isinstance(reminder, Reminder):
        raise Refused("remind-none", number=number)
    after, left_out = reminder.skipping(ctx.sender.id)
    keep(ctx, after)
    said = text("remind-skipped", number=number, skipped=left_out, next=after.next()[0])
    return [Post(said, number), said] if ctx.direct and not after.personal else said


@command("me too")
def me_too(ctx: Context, number: Replied) -> Answer:
    """I want to be reminded as well."""
    reminder = found(ctx, number)
    if not isinstance(reminder, Reminder):
        raise Refused("remind-none", number=number)
    keep(ctx, reminder.joining(ctx.sender.id))
    return Counted(text("remind-joined", number=number))


@reacted_to.register
def approved(reminder: Reminder, ctx: Context, key: str) -> Answer:
    """A thumb up says "me too"; it needs no answer."""
    if reminder.personal and not reminder.shared:
        return None
    if ctx.words.ballot(key, ("yes",)) and ctx.sender.id not in {reminder.whom, *reminder.joined} and not reminder.over:
        keep(ctx, reminder.joining(ctx.sender.id))
    return None


@replied_to.register
def in_reply(reminder: Reminder, ctx: Context, body: str) -> Answer:
    """A reply in the room may say "me too" or "snooze 1 day" without a sign in front; all else is talk."""
    said = " ".join(body.casefold().split()).rstrip(".!")
    if said in {name.casefold() for code in ctx.words.languages for name in ctx.words.names("me too", code)}:
        return me_too.handler(ctx, reminder.number)
    for name in (name.casefold() for code in ctx.words.languages for name in ctx.words.names("snooze", code)):
        if said.startswith(f"{name} ") and parted.is_time(after_now(ctx, said.removeprefix(name).strip())):
            return snooze.handler(ctx, said.removeprefix(name).strip())
    return None


@command("snooze", alone=True)
def snooze(ctx: Context, phrase: OptionalRest) -> Answer:
    """As a reply to a reminder that came: say it once more, later."""
    matter = ctx.room.matters.get(ctx.number) if ctx.number is not None else None
    if not isinstance(matter, Reminder):
        raise Refused("snooze-reply")
    seen(matter, ctx)
    value = after_now(ctx, phrase)
    if not parted.is_time(value):
        raise Refused("snooze-when")
    timing = timing_of(ctx, "snooze", (), Said(phrase, value, ""))
    if not timing.once:
        raise Refused("snooze-once")
    whom = ctx.sender.id if matter.personal else GROUP
    return made(ctx, whom=whom, about=matter.about, event=matter.event, subject=matter.subject, timing=timing)


def after_now(ctx: Context, phrase: str) -> when.When:
    """What a phrase means when "1 day" means in one day."""
    span = understood(ctx, f"in {phrase}")
    return span if isinstance(span, when.Once) else understood(ctx, phrase)


@command("me reminders")
def me_reminders(ctx: Context, words: OptionalRest) -> Answer:
    """Who may remind me in this group: nobody until I say so."""
    sender, reminders = ctx.sender.id, ctx.room.reminders
    typed = words.split()
    if typed and typed[0].casefold() in ctx.words.option("from"):
        typed = typed[1:]
    name = " ".join(typed).strip(" .")
    if not name:
        return text("me-reminders", **from_whom(ctx))
    if name.casefold() in ctx.words.option("nobody"):
        reminders.allow_nobody(sender)
    elif name.casefold() in ctx.words.option("everyone"):
        reminders.allow(sender, "")
    else:
        person = member(ctx, name)
        if person is None:
            raise Refused("me-reminders-who", name=name)
        reminders.allow(sender, person)
    return text("me-reminders-saved", **from_whom(ctx))


def from_whom(ctx: Context) -> dict[str, object]:
    """Who may remind the sender."""
    people = ctx.room.reminders.allowed(ctx.sender.id)
    return {
        "everyone": "yes" if "" in people else "no",
        "people": tuple(ctx.room.person(each) for each in sorted(people) if each),
    }
