"""Turns of speaking: a round in which everybody is heard, and raised hands. The bot keeps the order and hears nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from commands.answers import Answer, Counted, Erase, Output, Post
from commands.holding import ONLY, entrusted, granted, meeting_on, taking_each
from commands.kit import Argument, Cursor, Lines, NumberOf, OptionalRest, command, follow
from commands.meetings import said as told
from commands.meetings import still
from commands.ports import Context
from policies import floor as rule
from policies import meeting as meeting_rule
from policies.floor import Pause, Queue, Round
from policies.lot import draw
from policies.model import Lines as Listing
from policies.model import Mention, Refused, Text, text
from policies.rights import ENOUGH, Power


class UnlessFloor(Argument):
    """The number that `other` reads; `None` where none is meant and a round is on, or (for `queue`) the queue gives the floor."""

    def __init__(self, other: object, *, queue: bool = False) -> None:
        (self.other,) = (each for each in getattr(other, "__metadata__", ()) if isinstance(each, NumberOf))
        self.queue = queue

    def read(self, cursor: Cursor) -> int | None:
        """The number, or `None`. Raises `Refused` as `other`, and for `queue` where an agenda is what could go on."""
        ctx = cursor.ctx
        free = not cursor.text.strip() and ctx.number is None and not ctx.direct
        on = ctx.room.floor.get(Round) is not None or (self.queue and not queue(ctx).empty)
        if free and not on and self.queue and meeting_on(ctx) is not None and not self.other.meant(ctx.room):
            raise Refused("elect-next-in-meeting")
        return None if free and on else self.other.read(cursor)


# A round


@command("round")
def round_(ctx: Context, words: OptionalRest, lines: Lines) -> Answer:
    """One turn for everybody who is here, in an order drawn by lot."""
    if ctx.room.floor.get(Round) is not None:
        raise Refused("round-on")
    each: timedelta | None = None
    parts: list[str] = []
    for part in (words, *lines):
        rest, found = taking_each(ctx, part)
        each = found if found is not None else each
        parts += [rest] if rest else []
    new = Round(
        ctx.sender.id,
        rule.question(" ".join(parts)),
        rule.turn_seconds(each) if each is not None else 0,
        waiting=(ctx.sender.id,),
    )
    here = expected(ctx)
    if len(here) >= rule.FEWEST:
        return told(ctx, begun(ctx, new, here))
    keep(ctx, new)
    said = text("round-gathering", person=ctx.sender, question=new.question, each=turn(new))
    return told(ctx, Post(said, floor=True))


def expected(ctx: Context) -> frozenset[str]:
    """Who is here as far as is known: in a meeting those who said so, or that they come, and whoever begins the round."""
    meeting = meeting_on(ctx)
    if meeting is None:
        return frozenset({ctx.sender.id})
    return frozenset({*meeting.present, *still(ctx, meeting, meeting_rule.YES), ctx.sender.id}) & ctx.room.members()


def begun(ctx: Context, new: Round, here: frozenset[str]) -> Answer:
    """The order is drawn, and the first has the floor."""
    after = new.beginning(draw(ctx.chance, ("round",), sorted(here & ctx.room.members())))
    keep(ctx, after)
    clock(ctx, after)
    return Post(
        text(
            "round-begun",
            question=after.question,
            order=tuple(ctx.room.person(each) for each in after.waiting),
            first=Mention(ctx.room.person(after.waiting[0])),
            each=turn(after),
        ),
        floor=True,
    )


def turn(current: Round) -> timedelta | None:
    """The time that was agreed for each turn."""
    return timedelta(seconds=current.seconds) if current.seconds else None


def keep(ctx: Context, current: Round) -> None:
    """Keep the round, and the time after which it would be forgotten."""
    ctx.room.floor.keep(current)
    ctx.room.schedule("floor-round", ONLY, ctx.now + rule.FORGOTTEN)


def clock(ctx: Context, current: Round) -> None:
    """Let the agreed time of this turn run; not in a pause."""
    ctx.room.unschedule("floor-turn", ONLY)
    if current.seconds and ctx.room.floor.get(Pause) is None:
        ctx.room.schedule("floor-turn", ONLY, ctx.now + timedelta(seconds=current.seconds))


def stepped(ctx: Context, before: Round, after: Round) -> list[Output]:
    """Keep what became of the round; say whose turn it is now, where it is another's, or that all were heard."""
    if after.done:
        forget(ctx)
        return [Post(text("round-over", meeting="yes" if meeting_on(ctx) else "no"), floor=True), Erase()]
    keep(ctx, after)
    if not after.begun or (after.speaking, after.again) == (before.speaking, before.again):
        return []
    clock(ctx, after)
    return [Post(whose_turn(ctx, after), floor=True)]


def whose_turn(ctx: Context, current: Round) -> Text:
    """Whose turn it is, and who is next. Only the first of them is meant by it."""
    assert current.speaking is not None
    return text(
        "round-turn",
        person=Mention(ctx.room.person(current.speaking)),
        next=ctx.room.person(current.following) if current.following is not None else None,
        again="yes" if current.again else "no",
    )


def forget(ctx: Context) -> None:
    """Nothing of the round stays."""
    ctx.room.floor.clear(Round)
    ctx.room.unschedule("floor-turn", ONLY)
    ctx.room.unschedule("floor-round", ONLY)


def current_round(ctx: Context) -> Round:
    """The round that is on. Raises `Refused` where none is."""
    found = ctx.room.floor.get(Round)
    if found is None:
        raise Refused("round-none")
    return found


def may_go_on(ctx: Context, current: Round) -> bool:
    """Whether the sender may end this turn: it is theirs, its time is over, they look after the round, or two want it."""
    own = ctx.sender.id in {current.speaking, current.opener}
    return own or current.over or ctx.sender.id in entrusted(ctx, Power.TIMER) or len(current.asking & ctx.room.members()) >= ENOUGH


def forward(ctx: Context) -> Answer:
    """`next`, where no number is meant: the round begins or goes on, or the queue does."""
    current = ctx.room.floor.get(Round)
    if current is None:
        return called(ctx)
    if not current.begun:
        return begun(ctx, current, frozenset(current.waiting))
    wanted = current.wanting(ctx.sender.id)
    if not may_go_on(ctx, wanted):
        ctx.room.floor.keep(wanted)
        return text("round-one-more")
    return stepped(ctx, current, current.heard_out())


def finished(ctx: Context) -> Answer:
    """`done`, where no number is meant: only whoever has the floor has done."""
    current = current_round(ctx)
    if current.speaking != ctx.sender.id:
        raise Refused("round-not-your-turn")
    return stepped(ctx, current, current.heard_out())


def passes(ctx: Context) -> Answer:
    """`pass`, where no number is meant: no turn for the sender, at any time, and nobody asks why."""
    current = current_round(ctx)
    after = current.passing(ctx.sender.id)
    return stepped(ctx, current, after) or Counted(text("round-passed"))


@command("later")
def later(ctx: Context) -> Answer:
    """Whoever has the floor is not there at this moment, or would like to come later: they are asked again at the end."""
    current = current_round(ctx)
    if not current.begun:
        raise Refused("round-not-begun")
    wanted = current.wanting(ctx.sender.id)
    if not may_go_on(ctx, wanted):
        ctx.room.floor.keep(wanted)
        return text("round-one-more")
    return told(ctx, stepped(ctx, current, current.put_off()))


def arrived(ctx: Context) -> Answer:
    """`here`, while a round is on: I have a turn in it too."""
    current = ctx.room.floor.get(Round)
    if current is None:
        return None
    after = current.arriving(ctx.sender.id)
    if after != current:
        keep(ctx, after)
    return Counted(text("round-in" if ctx.sender.id in after.waiting else "round-was-in"))


@command("round end")
def round_end(ctx: Context) -> Answer:
    """End the round before its time: whoever began it, who keeps the time, or two members."""
    current = current_round(ctx)
    if ctx.sender.id != current.opener and granted(ctx, "round end", Power.TIMER) is None:
        return text("round-end-one-more")
    forget(ctx)
    return told(ctx, [Post(text("round-ended"), floor=True), Erase()])


@follow("due floor-turn")
def time_over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The agreed time of a turn is over: a soft word, and nobody is cut off."""
    del number, at
    current = ctx.room.floor.get(Round)
    if current is None or current.speaking is None or current.over:
        return None
    ctx.room.floor.keep(current.timed_out())
    return Post(text("round-time", person=ctx.room.person(current.speaking)), floor=True)


@follow("due floor-round")
def forgotten(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nobody has gone on for a long time."""
    del number, at
    if ctx.room.floor.get(Round) is None:
        return None
    forget(ctx)
    return [Post(text("round-forgotten"), floor=True), Erase()]


@follow("left")
def gone(ctx: Context, *, person: str, by: str, before: str) -> Answer:
    """Who leaves the room is waited for no longer."""
    del by, before
    hands = ctx.room.floor.get(Queue)
    if hands is not None:
        keep_queue(ctx, hands.leaving(person))
    current = ctx.room.floor.get(Round)
    return stepped(ctx, current, current.leaving(person)) if current is not None else None


def meeting_over(ctx: Context) -> list[Output]:
    """A meeting ends: nothing of who spoke in it stays."""
    if ctx.room.floor.get(Round) is None and ctx.room.floor.get(Queue) is None:
        return []
    forget(ctx)
    forget_queue(ctx)
    return [Erase()]


# Raised hands


def queue(ctx: Context) -> Queue:
    """Who would like to speak."""
    return ctx.room.floor.get(Queue) or Queue()


def keep_queue(ctx: Context, hands: Queue) -> None:
    """Keep who waits. Outside of a meeting it is forgotten when nobody does anything with it for a long time."""
    ctx.room.floor.keep(hands)
    ctx.room.schedule("floor-queue", ONLY, ctx.now + rule.FORGOTTEN)


def forget_queue(ctx: Context) -> None:
    """Nothing of the queue stays."""
    ctx.room.floor.clear(Queue)
    ctx.room.unschedule("floor-queue", ONLY)


@command("hand")
def hand(ctx: Context) -> Answer:
    """I would like to speak: those go first who have not spoken in this meeting."""
    return raised(ctx, clarify=False)


@command("hand clarify")
def hand_clarify(ctx: Context) -> Answer:
    """I have a question about what was said: it goes first."""
    return raised(ctx, clarify=True)


def raised(ctx: Context, *, clarify: bool) -> Answer:
    """A hand is up. The same one again changes nothing."""
    after = queue(ctx).raising(ctx.sender.id, clarify=clarify)
    keep_queue(ctx, after)
    return Counted(text("hand-up", place=after.place(ctx.sender.id) or 1))


@command("hand down")
def hand_down(ctx: Context) -> Answer:
    """I do not want to speak after all."""
    keep_queue(ctx, queue(ctx).lowering(ctx.sender.id))
    return Counted(text("hand-down"))


@command("show queue")
def show_queue(ctx: Context) -> Answer:
    """Who has the floor, and who waits for it."""
    hands = queue(ctx)
    if hands.empty:
        return text("queue-none")
    said = text(
        "queue",
        speaking=ctx.room.person(hands.speaking) if hands.speaking is not None else None,
        people=Listing(tuple(hand_line(ctx, each) for each in hands.order), 1),
    )
    return said if ctx.direct else Post(said, floor=True)


def hand_line(ctx: Context, up: rule.Hand) -> Text:
    """One raised hand."""
    return text("queue-hand", person=ctx.room.person(up.person), clarify="yes" if up.clarify else "no")


def called(ctx: Context) -> Answer:
    """The next of those who raised a hand has the floor. Nobody's turn is ended by one other person alone."""
    hands = queue(ctx)
    wanted = hands.wanting(ctx.sender.id)
    speaker_done = hands.speaking in {None, ctx.sender.id}
    enough = len(wanted.asking & ctx.room.members()) >= ENOUGH
    if not hands.empty and not (speaker_done or enough or ctx.sender.id in entrusted(ctx, Power.TIMER)):
        keep_queue(ctx, wanted)
        return text("round-one-more")
    after = hands.next_up()
    keep_queue(ctx, after)
    if after.speaking is None:
        return Post(text("queue-done"), floor=True)
    following = ctx.room.person(after.order[0].person) if after.hands else None
    return Post(text("queue-turn", person=Mention(ctx.room.person(after.speaking)), next=following), floor=True)


@follow("due floor-queue")
def queue_forgotten(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nobody has used the queue for a long time. In a meeting it lasts until that ends."""
    del number, at
    if meeting_on(ctx) is not None:
        ctx.room.schedule("floor-queue", ONLY, ctx.now + rule.FORGOTTEN)
        return None
    forget_queue(ctx)
    return Erase()


