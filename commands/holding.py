"""What all that holds a room shares: who may do it, alone or two together, and lengths of time as people type them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from commands.answers import Answer
from commands.kit import follow, to_type
from commands.meetings import item_text, meetings
from commands.ports import Context
from policies import agenda as items
from policies.floor import TOGETHER, Wish
from policies.meeting import Meeting, Phase
from policies.model import Refused, Text
from policies.rights import POWERS, Power, may_use

ONLY = 0
"""The number under which a room has one alarm of a kind."""


def meeting_on(ctx: Context) -> Meeting | None:
    """The meeting that is under way."""
    return next((each for each in meetings(ctx.room) if each.phase is Phase.RUNNING), None)


def topic(ctx: Context) -> Text | str | None:
    """What the talk is about now: the item of the agenda, the meeting, or what the group is for."""
    meeting = meeting_on(ctx)
    if meeting is None:
        return ctx.room.charter.get().about or None
    now = items.current(meeting.agenda)
    own = now is not None and now.standing not in {items.CHECK_IN, items.CHECK_OUT}
    return item_text(ctx, now) if now is not None and own else meeting.title


# Who may


def entrusted(ctx: Context, power: Power) -> frozenset[str]:
    """The members of whom one is enough: those who serve in a role now, or have it tonight."""
    meeting, members = meeting_on(ctx), ctx.room.members()
    tonight = () if meeting is None else tuple(each for role, each in meeting.roles.items() if may_use(power, (role,)))
    serving = (each for role in POWERS[power] for each in ctx.room.roles.serving(role))
    return frozenset({*tonight, *serving}) & members


def granted(ctx: Context, what: str, power: Power, *, lone: bool = False) -> frozenset[str] | None:
    """Who asks for `what`, where they are enough; `None`: one more is needed, and that somebody asked is remembered for a while.

    `lone`: where nobody has a role for it, one member is enough; for what takes nothing from anybody.
    """
    able, sender = entrusted(ctx, power), ctx.sender.id
    if sender in able or (lone and not able):
        ctx.room.floor.clear(Wish, what)
        return frozenset({sender})
    before = ctx.room.floor.get(Wish, what) or Wish(what, frozenset(), ctx.sent)
    wish = before.with_another(sender, ctx.sent)
    asking = wish.people & ctx.room.members()
    if may_use(power, (), asking=len(asking)):
        ctx.room.floor.clear(Wish, what)
        return asking
    remember(ctx, wish)
    return None


def remember(ctx: Context, wish: Wish) -> None:
    """Keep for a while who asked for something."""
    ctx.room.floor.keep(wish, wish.what)
    ctx.room.schedule("floor-wish", ONLY, ctx.now + TOGETHER)


@follow("due floor-wish")
def forgets(ctx: Context, *, number: int, at: datetime) -> Answer:
    """What somebody asked for a while ago is forgotten."""
    del number, at
    for wish in ctx.room.floor.all_of(Wish):
        if ctx.now - wish.at >= TOGETHER:
            ctx.room.floor.clear(Wish, wish.what)
        else:
            ctx.room.schedule("floor-wish", ONLY, wish.at + TOGETHER)
    return None


# Lengths

USUAL = 5
"""Minutes that an example has."""


def amount(ctx: Context) -> str:
    """The pattern of a length: "5 minutes", "90 s", "half an hour", or a bare number of minutes."""
    words = {each: _any(ctx, each) for each in ("hours", "minutes", "seconds", "one", "half-hour")}
    count = rf"(?P<count>\d{{1,4}}|{words['one']})"
    unit = rf"(?:(?P<hours>{words['hours']})|(?P<minutes>{words['minutes']})|(?P<seconds>{words['seconds']}))"
    return rf"(?:(?P<half>{words['half-hour']})|{count}(?:\s*{unit})?)\.?"


def span(ctx: Context, words: str) -> timedelta | None:
    """The length that words mean, and nothing else; `None` where they mean none."""
    match = re.fullmatch(amount(ctx), words.strip(), re.IGNORECASE)
    return None if match is None else length(ctx, match)


def length(ctx: Context, match: re.Match[str]) -> timedelta:
    """The length that was found by the pattern."""
    if match["half"]:
        return timedelta(minutes=30)
    count = 1 if match["count"].casefold() in ctx.words.option("one") else int(match["count"])
    if match["hours"]:
        return timedelta(hours=count)
    return timedelta(seconds=count) if match["seconds"] else timedelta(minutes=count)


def needed(ctx: Context, words: str, example: str) -> timedelta:
    """As `span`. Raises `Refused` where no length was typed; `example` is the command to type."""
    found = span(ctx, words)
    if found is None:
        raise Refused("time-unclear", words=words.strip(), command=to_type(ctx, example, USUAL))
    return found


def _any(ctx: Context, option: str) -> str:
    return "|".join(re.escape(word) for word in sorted(ctx.words.option(option), key=len, reverse=True))


EACH = "each"


def taking_each(ctx: Context, words: str) -> tuple[str, timedelta | None]:
    """Words without the time for each turn at their end ("2 minutes each", "each 2 minutes", or that alone), and that time."""
    each, found = _any(ctx, EACH), amount(ctx)
    for pattern in (rf"{found}\s+(?:{each})", rf"(?:{each}):?\s+{found}"):
        match = re.search(rf"(?:^|[\s,;]+){pattern}\s*$", words, re.IGNORECASE)
        if match is not None:
            return words[: match.start()].strip(), length(ctx, match)
    alone = span(ctx, words)
    return ("", alone) if alone is not None else (words, None)
