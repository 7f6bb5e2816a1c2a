"""Roll-calls: in a large group everybody is asked every so often whether they still take part. Off until the group wants it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from commands.answers import Answer, Direct, Output, Post
from commands.entries import tells
from commands.kit import OptionalRest, Until, command, follow
from commands.mandates import mandate
from commands.motions import put_motion
from commands.ports import Context, Entry
from commands.titles import as_it_is, titles
from commands.voters import guests
from policies import rollcall as rule
from policies.charter import later
from policies.form import COUNT, LENGTH
from policies.model import Refused, text
from policies.motion import Motion
from policies.rules import RULES

ALARM = 0
"""The number under which a room's roll-call is due."""


@command("propose rule roll call")
def propose_roll_call(ctx: Context, words: OptionalRest, *, until: Until = None) -> Answer:
    """Ask everybody every so many months: `propose rule roll call every 12 months`."""
    found = re.search(r"\d{1,3}", words)
    months = rule.check_months(int(found[0]) if found else rule.USUAL_MONTHS)
    return put_motion(
        ctx, ROLL_CALL, kind=RULES, question=words or str(months), values={"months": months}, subject="roll call", until=until
    )


@command("propose rule no roll call")
def propose_no_roll_call(ctx: Context, *, until: Until = None) -> Answer:
    """Ask nobody any longer; everybody counts again."""
    if not ctx.room.roll_calls.get().months:
        raise Refused("roll-call-none")
    return put_motion(ctx, ROLL_CALL, kind=RULES, question="0", values={"months": 0}, subject="roll call", until=until)


def decided(ctx: Context, motion: Motion) -> list[Output]:
    """From now on everybody is asked every so often, the first time at once; or nobody any longer."""
    months = motion.values["months"]
    ctx.room.roll_calls.save(ctx.room.roll_calls.get().every(months))
    for kind in ("roll call", "roll call alone", "roll call over"):
        ctx.room.unschedule(kind, ALARM)
    return begun(ctx) if months else []


def begun(ctx: Context) -> list[Output]:
    """Everybody but the guests is asked, in the room."""
    members = ctx.room.members() - guests(ctx)
    before = ctx.room.roll_calls.get()
    after = before.beginning(ctx.now, members)
    assert after.ends is not None
    ctx.room.roll_calls.save(after)
    ctx.room.schedule("roll call alone", ALARM, ctx.now + rule.ASKED_ALONE)
    ctx.room.schedule("roll call over", ALARM, after.ends)
    ctx.room.schedule("roll call", ALARM, later(ctx.now, after.months))
    ctx.room.record.append("roll-call", ctx.now, {"number": 0, "asked": len(members)}, {})
    return [Post(text("roll-call", due=after.ends))]


@follow("due roll call")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """It is time to ask again."""
    del number, at
    return begun(ctx) if ctx.room.roll_calls.get().months else None


@follow("due roll call alone")
def alone(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Those who have not answered in the room are asked in private, each once."""
    del number, at
    roll_call = ctx.room.roll_calls.get()
    asked = sorted(roll_call.asked & ctx.room.members())
    return [Direct(each, text("roll-call-alone", group=ctx.room.name, due=roll_call.ends), waits=True) for each in asked]


@follow("due roll call over")
def over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time to answer is over: who has not is a member as before, and is not counted in votes that open from now on."""
    del number, at
    before, members = ctx.room.roll_calls.get(), ctx.room.members()
    if before.began is None:
        return None
    after = before.ending(members)
    ctx.room.roll_calls.save(after)
    counted = len(members - after.silent)
    ctx.room.record.append("roll-call-over", ctx.now, {"number": 0, "counted": counted, "silent": len(after.silent)}, {})
    return Post(text("roll-call-over", counted=counted, silent=len(after.silent)), waits=True)


@command("still here")
def still_here(ctx: Context) -> Answer:
    """I still take part: I count in votes that open from now on."""
    return present(ctx)


def present(ctx: Context) -> Answer:
    """The sender takes part, whether they were asked or not."""
    roll_call = ctx.room.roll_calls.get()
    if not roll_call.months:
        raise Refused("roll-call-none")
    kind = "back" if ctx.sender.id in roll_call.silent else "noted"
    ctx.room.roll_calls.save(roll_call.answering({ctx.sender.id}))
    return text(f"roll-call-{kind}")


titles("roll-call", months=LENGTH)(as_it_is)


ROLL_CALL = mandate("roll-call", decided)


@tells("roll-call", asked=COUNT)
def _asked(entry: Entry) -> dict[str, Any]:
    return {"asked": entry.data["asked"]}


@tells("roll-call-over", counted=COUNT, silent=COUNT)
def _counted(entry: Entry) -> dict[str, Any]:
    return {"counted": entry.data["counted"], "silent": entry.data["silent"]}
