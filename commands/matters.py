"""Everything that has a number of the room's one series: votes, elections, lots.

What people can do with any number (`now`, `show`, `stop`, `who`) is one function for each act here, and each kind says in
its own module what it means there: it registers itself by its type. So a new kind touches no other module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from commands.answers import Answer, Output
from commands.ports import Context, Matter
from policies.decision import Decision, Outcome
from policies.model import Refused, Text
from policies.reminder import Reminder


def found(ctx: Context, number: int) -> Matter:
    """What has the number `number` in this room. Raises `Refused` where nothing has that the sender may know of here."""
    matter = ctx.room.matters.get(number)
    if matter is None or not known(matter, ctx):
        raise Refused("number-unknown", number=number)
    return matter


@singledispatch
def known(matter: object, ctx: Context) -> bool:
    """Whether the sender may know, where they typed, that it is there. Most things are the whole group's."""
    del matter, ctx
    return True


@singledispatch
def sound(matter: object) -> bool:
    """Whether it says what such a thing can say, beyond the types of its values: what was brought from elsewhere may be anything."""
    del matter
    return True


@sound.register(Decision)
@sound.register(Reminder)
def itself_sound(matter: Decision | Reminder) -> bool:
    """A vote and a reminder know it themselves."""
    return matter.sound


@singledispatch
def line(matter: object, ctx: Context) -> Text | None:
    """What `now` says of something that is under way, for this reader, in one line; `None`: nothing yet."""
    raise TypeError(type(matter).__name__, ctx)


@singledispatch
def shown(matter: object, ctx: Context) -> Answer:
    """What `show` says of it."""
    raise TypeError(type(matter).__name__, ctx)


@singledispatch
def stopped(matter: object, ctx: Context) -> Answer:
    """Take it back: only whoever began it. Raises `Refused` for others, and when it is over."""
    raise TypeError(type(matter).__name__, ctx)


@singledispatch
def changed(matter: object, ctx: Context, words: str, until: str | None) -> Answer:
    """What `change` does to it: other words, or another time. Most things cannot be changed, only taken back."""
    del ctx, words, until
    raise Refused("change-nothing", number=getattr(matter, "number", 0))


@singledispatch
def objected(matter: object, ctx: Context, reason: str) -> Answer:
    """What an objection of the sender does to it. There is none to what decides nothing."""
    del ctx, reason
    raise Refused("object-no-decision", number=getattr(matter, "number", 0))


@singledispatch
def named(matter: object, ctx: Context, question: str) -> Text | str:
    """What a vote that is a part of `matter` is about, as people read it: by default its question as it was typed."""
    del matter, ctx
    return question


@singledispatch
def recorded(matter: object, ctx: Context) -> Mapping[str, Any]:
    """What the record keeps of it with each step of its vote, beside the vote."""
    del matter, ctx
    return {}


@singledispatch
def put_again(matter: object, ctx: Context, second: Decision) -> Decision:
    """`second` is a new vote on what the vote of `matter` was about: what else begins anew with it."""
    del matter, ctx
    return second


@singledispatch
def reacted_to(matter: object, ctx: Context, key: str) -> Answer:
    """A member reacted to what was said of it. Most reactions mean nothing to us."""
    del matter, ctx, key
    return None


@singledispatch
def taken_part(matter: object, ctx: Context) -> Answer:
    """What `who` says: who has taken part, and who is not heard from yet. There is none for what asks nobody."""
    del ctx
    raise Refused("who-nobody-asked", number=getattr(matter, "number", 0))


@singledispatch
def passed(matter: object, ctx: Context) -> Answer:
    """The sender passes: declines a lot, or says nothing where everybody is asked. Never with a reason."""
    del ctx
    raise Refused("pass-nothing", number=getattr(matter, "number", 0))


@singledispatch
def taken(matter: object, ctx: Context) -> Answer:
    """The sender takes it on: they will do what it asks for."""
    del ctx
    raise Refused("take-nothing", number=getattr(matter, "number", 0))


@singledispatch
def accepted(matter: object, ctx: Context) -> Answer:
    """The sender says yes to a job that the group asks them to do. Most things ask nobody."""
    del ctx
    raise Refused("accept-nothing", number=getattr(matter, "number", 0))


@singledispatch
def declined(matter: object, ctx: Context) -> Answer:
    """The sender says no to it; nobody asks why."""
    del ctx
    raise Refused("accept-nothing", number=getattr(matter, "number", 0))


@singledispatch
def replied_to(matter: object, ctx: Context, body: str) -> Answer:
    """A member replied in words to what was said of it. Most replies are talk, and mean nothing to us."""
    del matter, ctx, body
    return None


@singledispatch
def replied_late(matter: object, ctx: Context) -> Answer:
    """A member replied in words to something that was said of it and is out of date. It means nothing to us."""
    del matter, ctx
    return None


@singledispatch
def concluded(matter: object, ctx: Context, words: str) -> Answer:
    """What came of it, in the words of a member. Nothing comes of what decides nothing."""
    del ctx, words
    raise Refused("outcome-nothing", number=getattr(matter, "number", 0))


@singledispatch
def finished(matter: object, ctx: Context) -> Answer:
    """It is done. Most things are not there to be done by anybody."""
    del ctx
    raise Refused("done-nothing", number=getattr(matter, "number", 0))


@singledispatch
def put_up_again(matter: object, ctx: Context) -> Sequence[Output]:
    """The room was upgraded, and the poll about it stayed behind in the old one: what is put up in the new one."""
    del matter, ctx
    return ()


@singledispatch
def voted_on(matter: object, ctx: Context, answer: str) -> Answer:
    """A member typed `vote` and an answer where the question is no vote."""
    del ctx, answer
    raise Refused("number-no-vote", number=getattr(matter, "number", 0))


@singledispatch
def tapped_on(matter: object, ctx: Context, answers: tuple[str, ...]) -> Answer:
    """A member answered the client's own poll that was put up for it, where the poll is no vote."""
    del ctx, answers
    raise Refused("number-no-vote", number=getattr(matter, "number", 0))


@singledispatch
def admits(matter: object, ctx: Context) -> None:
    """Raises `Refused` where the sender may not vote in a vote that is a part of `matter`."""
    del matter, ctx


@singledispatch
def announced(matter: object, ctx: Context) -> Answer:
    """Its announcement is in the room: its time runs from here."""
    del matter, ctx
    return None


@singledispatch
def unannounced(matter: object, ctx: Context) -> Answer:
    """Its announcement was refused for good: it never began."""
    del matter, ctx
    return None


@dataclass(frozen=True, slots=True)
class Sequel:
    """What follows a vote that has ended: `notes` to the result, and what is to be said after it."""

    notes: tuple[Text, ...] = ()
    outputs: tuple[Output, ...] = ()


@singledispatch
def sequel(matter: object, ctx: Context, decision: Decision, outcome: Outcome) -> Sequel:
    """What follows the end of the vote that is a part of `matter`, or is all of it."""
    raise TypeError(type(matter).__name__, ctx, decision, outcome)
