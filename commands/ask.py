"""Requests: somebody needs an answer or a person, and it is followed until they say that they have had one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

from commands import concern
from commands.answers import Answer, Concerning, Direct, Erase, FindAuthor, Numbered, Output, Post
from commands.care import answer_hours, late, person_hours, rests, roster, to_person, whole
from commands.charters import own_words
from commands.kit import Argument, Cursor, NumberOf, OptionalRest, Rest, command, follow, to_type
from commands.kit import Lines as TypedLines
from commands.matters import found, line, passed, replied_to, shown, stopped, taken
from commands.meetings import series_of, soonest, where
from commands.ports import Context
from commands.resources import few
from commands.welcome import told_how_it_went
from policies import request as rule
from policies.concern import Concern
from policies.meeting import Phase
from policies.model import Lines, Person, Refused, Text, text
from policies.request import Circle, Ending, Request, Want
from policies.rights import Right

YES_NO = ("yes", "no")


class _Mine(Argument):
    """A number, or the only open one of those that `meant` finds for the sender. `none` says that there is none."""

    def __init__(self, meant: Callable[[Context], Sequence[int]], none: str) -> None:
        self.meant = meant
        self.none = none

    def read(self, cursor: Cursor) -> int:
        """The number."""
        ctx = cursor.ctx
        return NumberOf(lambda room: [each for each in room.matters.open() if each.number in self.meant(ctx)], self.none).read(
            cursor
        )


def _open(ctx: Context) -> list[Request]:
    return [each for each in ctx.room.matters.all_of(Request) if each.under_way]


def _asked_by_me(ctx: Context) -> list[int]:
    concerns = [each for each in ctx.room.matters.all_of(Concern) if each.under_way and each.sender == ctx.sender.id]
    return [each.number for each in (*_open(ctx), *(concerns if ctx.direct else ())) if each.proposer == ctx.sender.id]


def _told_me(ctx: Context) -> list[int]:
    return [each.number for each in _open(ctx) if ctx.sender.id in each.told]


MyRequest = Annotated[int, _Mine(_asked_by_me, "thanks-none")]
MyTask = Annotated[int, _Mine(_told_me, "answered-none")]


@command("ask")
def ask(ctx: Context, words: Rest, lines: TypedLines) -> Answer:
    """I need an answer."""
    return _asks(ctx, Want.ANSWER, words, lines)


@command("ask listen")
def listen(ctx: Context, words: OptionalRest, lines: TypedLines) -> Answer:
    """I would like somebody to listen."""
    return _asks(ctx, Want.LISTEN, words, lines)


@command("ask ideas")
def ideas(ctx: Context, words: Rest, lines: TypedLines) -> Answer:
    """I would like ideas."""
    return _asks(ctx, Want.IDEAS, words, lines)


@command("ask info")
def info(ctx: Context, words: Rest, lines: TypedLines) -> Answer:
    """I need to know something."""
    return _asks(ctx, Want.INFO, words, lines)


@command("person")
def person(ctx: Context) -> Answer:
    """I would like a person to write to me: only my name is passed on."""
    return _asks(ctx, Want.PERSON, "", ())


def _asks(ctx: Context, want: Want, words: str, lines: tuple[str, ...]) -> Answer:
    return _begin(ctx, want, "\n".join((words, *lines)), "" if ctx.direct else ctx.event)


def _begin(ctx: Context, want: Want, words: str, event: str) -> list[Output]:
    sender = ctx.sender.id
    rule.admit([each for each in ctx.room.matters.all_of(Request) if each.asker == sender], ctx.now)
    hours = person_hours(ctx) if want is Want.PERSON else answer_hours(ctx)
    draft = rule.begin(number=0, asker=sender, want=want, now=ctx.now, hours=hours, words=words, event=event, public=bool(event))
    request = replace(draft, number=ctx.room.next_number())
    request, circle, people = request.stepping(ctx.now, roster(ctx))
    _keep(ctx, request)
    acknowledged = Numbered(_acknowledged(ctx, request, circle, people), request.number)
    outputs: list[Output] = [acknowledged, *_first_told(ctx, request, circle, people)]
    if event:
        outputs.append(Concerning(event, request.number))
    return outputs


def _keep(ctx: Context, request: Request) -> None:
    """Keep it, and when it goes on."""
    ctx.room.matters.save(request)
    at = request.next_at()
    if at is None:
        ctx.room.unschedule("request", request.number)
    else:
        ctx.room.schedule("request", request.number, at)


def _acknowledged(ctx: Context, request: Request, circle: Circle, people: Sequence[str]) -> Text:
    """What the bot itself knows, who will answer and by when; in the group's own words where it has some.

    Where nobody is there right now it says so, and shows where else to turn.
    """
    own = None
    resting = rests(ctx, people)
    alone = resting or circle is Circle.ROOM
    meeting = soonest(ctx) if request.want is not Want.PERSON else None
    join = where(ctx, series_of(ctx.room, meeting).plan, private=ctx.direct) if meeting else None
    if request.want is not Want.PERSON:
        own = own_words(
            ctx,
            "request_ack",
            name=ctx.sender,
            next_meeting=meeting.at if meeting else None,
            how_to_join=join,
            on_duty=_shown(ctx, people),
            answer_by=request.next_at() if people else None,
            ticket=request.number,
        )
    return text(
        "request-ack",
        number=request.number,
        person=ctx.sender,
        want=request.want,
        emergency=ctx.about.emergency,
        helplines=Lines(ctx.about.helplines if alone else ()),
        resources=few(ctx) if alone else Lines(()),
        own=own,
        meeting=meeting.at if meeting and not own else None,
        running="yes" if meeting and meeting.phase is Phase.RUNNING else "no",
        join=join,
        about=None if own or request.want is Want.PERSON else ctx.room.charter.get().about or None,
        people=_shown(ctx, people),
        rests="yes" if resting else "no",
        by=request.next_at(),
        group=ctx.room.name,
    )


def _shown(ctx: Context, people: Sequence[str]) -> tuple[Person, ...]:
    return tuple(ctx.room.person(each) for each in people)


def _first_told(ctx: Context, request: Request, circle: Circle, people: Sequence[str]) -> list[Output]:
    """Tell those who are asked first. Where nobody serves that is the room, which has seen what was asked in it."""
    if circle is not Circle.ROOM:
        return _telling(ctx, request, circle, people)
    if request.public:
        return []
    if request.want is Want.PERSON:
        return [Post(text("person-wanted", number=request.number, person=ctx.sender), request.number)]
    return [Post(text("request-room-new", number=request.number, want=request.want), request.number)]


def _telling(ctx: Context, request: Request, circle: Circle, people: Sequence[str]) -> list[Output]:
    """Tell those whom a step asks: people alone and in full, the room only that something waits."""
    if circle is Circle.ROOM:
        return [Post(text("request-room", number=request.number, span=ctx.now - request.opened), request.number)]
    if circle is Circle.HOLDER:
        said = text("request-reminder", number=request.number, person=ctx.room.person(request.asker), group=ctx.room.name)
        return [to_person(ctx, each, said, request.number) for each in people]
    return [to_person(ctx, each, told_of(ctx, request), request.number) for each in people]


def told_of(ctx: Context, request: Request) -> Text:
    """A request as the people see it who are asked to answer it."""
    return text(
        "request-told",
        number=request.number,
        person=ctx.room.person(request.asker),
        group=ctx.room.name,
        want=request.want,
        words=whole(request.words),
        link=ctx.room.link(request.event) if request.event and request.want is not Want.PERSON else None,
        asked=request.opened,
    )


@follow("due request")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Its time has come: the next circle is asked, and the asker is told; or the asker is asked once more."""
    request = ctx.room.matters.get(number)
    if not isinstance(request, Request) or not request.under_way:
        return None
    if request.awaits_asker:
        return _ask_asker(ctx, request)
    request, circle, people = request.stepping(ctx.now, roster(ctx))
    _keep(ctx, request)
    return [*_telling(ctx, request, circle, people), _progress(ctx, request, circle, people, late(ctx, at))]


def _progress(ctx: Context, request: Request, circle: Circle, people: Sequence[str], delay: timedelta | None) -> Direct:
    said = text(
        "request-step",
        number=request.number,
        circle=circle,
        people=_shown(ctx, people),
        rests="yes" if rests(ctx, people) else "no",
        next=request.next_at(),
        late=delay,
        emergency=ctx.about.emergency,
        last="no" if request.next_at() is not None else "yes",
    )
    return Direct(request.asker, said, request.number)


@replied_to.register
def answered_in_room(request: Request, ctx: Context, body: str) -> Answer:
    """A person replied to the asker's own message, or to what the bot answered to it: that is an answer, and the asker may say whether it was."""
    if ctx.sender.id == request.asker:
        word = ctx.words.ballot(body, YES_NO)
        return _said(ctx, request, well=word == "yes") if word and request.awaits_asker else None
    if not request.event or ctx.replied not in {None, request.event, request.noted}:
        return None
    return _has_answered(ctx, request)


@follow("posted reminder")
def acknowledgement_posted(ctx: Context, *, number: int) -> Answer:
    """The bot's answer to the asker is in the room: people reply to either."""
    _note(ctx, number)
    return None


@follow("posted post")
def acknowledgement_of_a_hand_posted(ctx: Context, *, number: int) -> Answer:
    """The same where a hand was raised: nothing was typed that could be answered."""
    _note(ctx, number)
    return None


def _note(ctx: Context, number: int) -> None:
    request = ctx.room.matters.get(number)
    if isinstance(request, Request) and request.public and request.under_way and not request.noted:
        ctx.room.matters.save(replace(request, noted=ctx.event))


def _has_answered(ctx: Context, request: Request) -> list[Output]:
    after = request.answering(ctx.sender.id, ctx.now)
    return [] if after is None else _ask_asker(ctx, after)


def _ask_asker(ctx: Context, request: Request) -> list[Output]:
    request = request.asking(ctx.now)
    _keep(ctx, request)
    by = ctx.room.person(request.answerer or "")
    return [Direct(request.asker, text("request-answered", number=request.number, person=by), request.number)]


@command("answered")
def answered(ctx: Context, number: MyTask) -> Answer:
    """I have answered. Whether it was an answer the asker says. Of a concern it says that I will see to it."""
    if isinstance(matter := found(ctx, number), Concern):
        return concern.takes(matter, ctx)
    request = _request(ctx, number)
    if ctx.sender.id == request.asker:
        raise Refused("request-answered-own", number=number)
    if ctx.sender.id not in request.told:
        raise Refused("request-take-first", number=number)
    outputs = _has_answered(ctx, request)
    return [*outputs, text("request-asker-asked" if outputs else "request-over", number=number)]


def _request(ctx: Context, number: int) -> Request:
    request = found(ctx, number)
    if not isinstance(request, Request):
        raise Refused("request-is-none", number=number)
    return request


@command("thanks")
def thanks(ctx: Context, number: MyRequest) -> Answer:
    """Only the asker closes a request."""
    matter = found(ctx, number)
    if isinstance(matter, Concern):
        return concern.settled(ctx, matter)
    return _close(ctx, _request(ctx, number), Ending.THANKS)


def _close(ctx: Context, request: Request, ending: Ending) -> list[Output]:
    closed = _closed(ctx, request.closing(ctx.sender.id, ctx.now, ending))
    here = ctx.room.members()
    helper = next((each for each in (closed.answerer, closed.holder) if each in here), None)
    outputs: list[Output] = [text("request-closed", number=closed.number)]
    if helper is not None:
        outputs.append(Direct(helper, text("request-closed-thanks", number=closed.number, group=ctx.room.name), waits=True))
    return outputs


def _closed(ctx: Context, request: Request) -> Request:
    ctx.room.matters.save(request)
    ctx.room.unschedule("request", request.number)
    if request.words or request.event:
        days = ctx.room.setting("request-days")
        kept = timedelta(days=days if isinstance(days, int) else rule.KEPT_DAYS)
        ctx.room.schedule("request words", request.number, ctx.now + kept)
    return request


@follow("due request words")
def words_over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The words of a closed request are no longer kept."""
    del at
    request = ctx.room.matters.get(number)
    if not isinstance(request, Request):
        return None
    ctx.room.matters.save(request.forgetting())
    return Erase()


@stopped.register
def taken_back(request: Request, ctx: Context) -> Answer:
    """The asker needs it no longer."""
    return _close(ctx, request, Ending.STOPPED)


def _said(ctx: Context, request: Request, *, well: bool) -> list[Output]:
    """The asker says whether they have had an answer."""
    if well:
        return _close(ctx, request, Ending.THANKS)
    after = request.doubting(ctx.sender.id, ctx.now)
    _keep(ctx, after)
    at = after.next_at()
    return [text("request-goes-on", number=after.number, next=at if at is not None and at > ctx.now else None)]


@follow("direct words")
def direct_words(ctx: Context, *, words: str) -> Answer:
    """Yes or no in a direct chat: the answer to what we asked last, where something was asked.

    Who was asked to answer somebody and replies to us instead must know that it goes nowhere.
    """
    word = ctx.words.ballot(words, YES_NO)
    if word is None:
        return _goes_nowhere(ctx)
    waiting = [each for each in _open(ctx) if each.asker == ctx.sender.id and each.awaits_asker]
    meant = [each for each in waiting if each.number == ctx.number] or sorted(waiting, key=lambda each: str(each.asked_at))
    if meant:
        return _said(ctx, meant[-1], well=word == "yes")
    return told_how_it_went(ctx, well=word == "yes")


def _goes_nowhere(ctx: Context) -> Answer:
    matter = ctx.room.matters.get(ctx.number) if ctx.number is not None else None
    if not isinstance(matter, Request | Concern) or not matter.under_way or matter.proposer == ctx.sender.id:
        return None
    if isinstance(matter, Request):
        known, done = ctx.sender.id in matter.told, "answered"
    else:
        known, done = matter.knows(ctx.sender.id), "turn take"
    person = ctx.room.person(matter.proposer)
    return text("request-reply-stays", person=person, done=to_type(ctx, done, matter.number)) if known else None


@taken.register
def takes(request: Request, ctx: Context) -> Answer:
    """The sender will answer: they see what was asked, and the asker hears who it is."""
    after = request.taking(ctx.sender.id, ctx.now)
    _keep(ctx, after)
    outputs: list[Output] = [
        Direct(ctx.sender.id, told_of(ctx, after), after.number, fleeting=True),
        Direct(after.asker, text("request-taken", number=after.number, person=ctx.sender), after.number),
    ]
    if not ctx.direct:
        outputs.insert(0, text("request-yours", number=after.number))
    return outputs


@passed.register
def passes(request: Request, ctx: Context) -> Answer:
    """The sender passes it on, without a reason: the next one is asked at once."""
    after = request.passing(ctx.sender.id, ctx.now)
    return [text("request-passed", number=after.number), *_hand_on(ctx, after)]


def _hand_on(ctx: Context, request: Request) -> list[Output]:
    after, circle, people = request.handing_on(ctx.now, roster(ctx))
    _keep(ctx, after)
    return [*_telling(ctx, after, circle, people), _progress(ctx, after, circle, people, None)]


@follow("left")
def left(ctx: Context, *, person: str, by: str, before: str) -> Answer:
    """Who left needs no answer here any more."""
    del by, before
    outputs: list[Output] = []
    for request in _open(ctx):
        if request.asker == person:
            _closed(ctx, request.closing(person, ctx.now, Ending.LEFT))
            here = ctx.room.members()
            helper = next((each for each in (request.holder, *reversed(request.told)) if each in here), None)
            if helper is not None:
                outputs.append(Direct(helper, text("request-left", number=request.number, group=ctx.room.name), waits=True))
    return [*outputs, *let_go(ctx, person)]


def let_go(ctx: Context, person: str) -> list[Output]:
    """What somebody had taken on goes to others."""
    outputs: list[Output] = []
    for request in _open(ctx):
        if request.holder == person and request.asker != person:
            outputs += _hand_on(ctx, request.passing(person, ctx.now))
    return outputs


@follow("hand raised")
def hand(ctx: Context, *, target: str) -> Answer:
    """Somebody put a raised hand on a message: if it is their own, it is a request."""
    if any(each.event == target for each in _open(ctx)):
        return None
    return FindAuthor(target)


@follow("hand is their own")
def hand_is_own(ctx: Context, *, person: str, message: str) -> Answer:
    """It is their own message: which one it is, is kept, and not what it says."""
    if person not in ctx.room.members() or any(each.event == message for each in _open(ctx)):
        return None
    try:
        outputs = _begin(ctx, Want.ANSWER, "", message)
    except Refused as refused:
        return Direct(person, refused.text)
    return [Post(each.text, each.number) if isinstance(each, Numbered) else each for each in outputs]


@command("show requests")
def show_requests(ctx: Context) -> Answer:
    """What waits for an answer, oldest first, without content."""
    waiting = sorted(_open(ctx), key=lambda each: (each.opened, each.number))
    if not waiting:
        return text("requests-none")
    return text("requests", requests=Lines(tuple(_line(ctx, each) for each in waiting)), number=waiting[0].number)


def _line(ctx: Context, request: Request) -> Text:
    return text(
        "request-line",
        number=request.number,
        want=request.want,
        asked=request.opened,
        holder=ctx.room.person(request.holder) if request.holder else None,
        answered="yes" if request.awaits_asker else "no",
    )


@line.register
def request_line(request: Request, ctx: Context) -> Text | None:
    """For the asker and those who were asked; in the room only what was asked there."""
    concerned = ctx.sender.id == request.asker or ctx.sender.id in request.told
    return _line(ctx, request) if concerned and (ctx.direct or request.public) else None


@shown.register
def request_shown(request: Request, ctx: Context) -> Answer:
    """Where it stands. What was asked is shown to the asker and to those who were asked, in a direct chat."""
    concerned = ctx.direct and (ctx.sender.id == request.asker or ctx.sender.id in request.told)
    return text(
        "request-shown",
        number=request.number,
        want=request.want,
        asked=request.opened,
        words=whole(request.words) if concerned else None,
        steps=Lines(
            tuple(
                text("request-done", what=each.what, at=each.at, people=_shown(ctx, each.people) if concerned else ())
                for each in request.done
            )
        ),
        closed=request.closed,
        ending=request.ending,
        mine="yes" if request.under_way and request.asker == ctx.sender.id else "no",
    )


@command("me requests", group=False, right=Right.ANYONE)
def me_requests(ctx: Context, wanted: Rest) -> Answer:
    """Whether requests may reach me in my quiet hours."""
    typed = wanted.casefold().strip(" .")
    always = typed in ctx.words.option("requests-always")
    if not always and typed not in ctx.words.option("requests-daytime"):
        raise Refused("me-requests-unknown")
    ctx.directory.reach(ctx.sender.id, always=always)
    return text("me-requests-saved", always="yes" if always else "no")
