"""Time that is kept for all: timers, silences and breaks; and a pause, when the room needs some minutes to breathe."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from commands import floor
from commands.answers import Answer, Direct, Levels, Output, Post
from commands.holding import ONLY, entrusted, granted, needed, topic
from commands.kit import OptionalRest, command, follow
from commands.meetings import said as told
from commands.ports import Context
from commands.settings import switch
from policies import floor as rule
from policies.floor import LastPause, Pause, Round, Timer
from policies.model import Refused, text
from policies.rights import Power, undone

MINUTE = timedelta(minutes=1)
PAUSE_RAISES = switch("pause-raises-levels", default=False)


# Time


@command("timer")
def timer(ctx: Context, words: OptionalRest) -> Answer:
    """A soft word when some minutes are over."""
    return timed(ctx, rule.TIMER, words)


@command("silence")
def silence(ctx: Context, words: OptionalRest) -> Answer:
    """Some minutes in which nobody needs to write."""
    return timed(ctx, rule.SILENCE, words)


@command("break")
def break_(ctx: Context, words: OptionalRest) -> Answer:
    """A break, and a word when it is over."""
    return timed(ctx, rule.BREAK, words)


def timed(ctx: Context, kind: str, words: str) -> Answer:
    """Keep time for all. Whoever keeps the time does it, two members, or anybody where nobody has that job."""
    on = ctx.room.floor.get(Timer)
    if on is not None:
        raise Refused("time-on", kind=on.kind, ends=on.ends)
    new = rule.timed(kind, needed(ctx, words, kind), ctx.sent, ctx.sender.id)
    if granted(ctx, kind, Power.TIMER, lone=True) is None:
        return text("time-one-more")
    ctx.room.floor.keep(new)
    ctx.room.schedule("floor-timer", ONLY, new.ends)
    said = Post(text(f"time-{kind}", length=new.ends - new.began, ends=new.ends), floor=True)
    return told(ctx, said)


@command("timer stop")
def timer_stop(ctx: Context) -> Answer:
    """End a timer, a silence or a break: whoever began it, whoever keeps the time, or two members."""
    on = ctx.room.floor.get(Timer)
    if on is None:
        raise Refused("time-none")
    against = on.against | {ctx.sender.id}
    able = ctx.sender.id == on.by or ctx.sender.id in entrusted(ctx, Power.TIMER)
    if not able and not undone(against, ctx.room.members()):
        ctx.room.floor.keep(replace(on, against=against))
        return text("time-stop-one-more")
    no_timer(ctx)
    said = Post(text("time-stopped", kind=on.kind), floor=True)
    return told(ctx, said)


def no_timer(ctx: Context) -> None:
    """No time is kept any more."""
    ctx.room.floor.clear(Timer)
    ctx.room.unschedule("floor-timer", ONLY)


@follow("due floor-timer")
def time_over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time is over: one soft word."""
    del number, at
    on = ctx.room.floor.get(Timer)
    if on is None:
        return None
    no_timer(ctx)
    return Post(text(f"time-over-{on.kind}", length=on.ends - on.began), floor=True)


# A pause


@command("pause")
def pause(ctx: Context, words: OptionalRest) -> Answer:
    """Ask everybody for some quiet minutes: the facilitator, or two members; ten minutes at most, once an hour."""
    on, last = ctx.room.floor.get(Pause), ctx.room.floor.get(LastPause)
    if on is not None:
        raise Refused("pause-on", ends=on.ends)
    minutes = -(-needed(ctx, words, "pause") // MINUTE) if words.strip() else rule.PAUSE_MINUTES
    new = rule.paused(minutes, ctx.sent, frozenset({ctx.sender.id}), last.began if last is not None else None)
    if new.ends <= ctx.now:
        raise Refused("pause-late")
    people = granted(ctx, "pause", Power.PAUSE)
    if people is None:
        return text("pause-one-more")
    return begun(ctx, replace(new, by=people))


def begun(ctx: Context, new: Pause) -> Answer:
    """The room is quiet now. The turn of somebody who speaks in a round waits for them."""
    raised = PAUSE_RAISES.value(ctx) and ctx.quiets
    ctx.room.floor.keep(replace(new, raised=raised))
    ctx.room.floor.keep(LastPause(new.began))
    ctx.room.schedule("floor-pause", ONLY, new.ends)
    ctx.room.unschedule("floor-turn", ONLY)
    closed = "yes" if raised else "no-power" if PAUSE_RAISES.value(ctx) else "no"
    said: list[Output] = [Post(text("pause-begun", length=new.ends - new.began, ends=new.ends, closed=closed), floor=True)]
    said += [Levels(raised=True)] if raised else []
    return told(ctx, said)


@command("pause end")
def pause_end(ctx: Context) -> Answer:
    """End the pause at once: who asked for it, the facilitator, or two members, so that nobody is silenced by it."""
    on = ctx.room.floor.get(Pause)
    if on is None:
        raise Refused("pause-none")
    against = on.against | {ctx.sender.id}
    able = ctx.sender.id in on.by | entrusted(ctx, Power.PAUSE)
    if not able and not undone(against, ctx.room.members()):
        ctx.room.floor.keep(replace(on, against=against))
        return text("pause-end-one-more")
    return told(ctx, over(ctx))


@follow("due floor-pause")
def pause_over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The minutes are over, also when they were over while the bot was away."""
    del number, at
    return over(ctx) if ctx.room.floor.get(Pause) is not None else None


def over(ctx: Context) -> list[Output]:
    """Everybody can write again, and whoever had the floor has it. What was changed for the pause is put back before all else."""
    on = ctx.room.floor.get(Pause)
    opened = [Levels(raised=False)] if on is not None and on.raised else []
    ctx.room.floor.clear(Pause)
    ctx.room.unschedule("floor-pause", ONLY)
    current = ctx.room.floor.get(Round)
    speaking = current.speaking if current is not None else None
    if current is not None and not current.over:
        floor.clock(ctx, current)
    said = text("pause-over", topic=topic(ctx), person=ctx.room.person(speaking) if speaking is not None else None)
    return [*opened, Post(said, floor=True)]


@follow("levels refused")
def refused(ctx: Context, *, raised: bool) -> Answer:
    """The server does not let us close the room for writing after all, or open it again."""
    if raised:
        return Post(text("pause-not-closed"), floor=True)
    # In the room we may not even speak any more.
    told = ctx.room.admins() | entrusted(ctx, Power.PAUSE)
    return [Direct(each, text("pause-not-opened", group=ctx.room.name)) for each in sorted(told)]
