"""How a group welcomes and answers, and its numbers for emergencies: settings of the room."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from commands.answers import Answer, Post
from commands.care import ANSWER_HOURS, PERSON_HOURS
from commands.kit import Lines as TypedLines
from commands.kit import OptionalRest, command, follow
from commands.ports import Context
from commands.resources import NUMBERS, look_again
from commands.set import changing
from commands.settings import bare, means, said_switch, setting, switched
from policies import request as rule
from policies import resource
from policies.form import DAY, FLAG, NOTHING, WORDS, blank_or, both, either, holds, listed, one_of, up_to
from policies.model import Refused, Text, text
from policies.months import last_month, next_telling
from policies.newcomer import Where
from policies.request import Request

MOST_DAYS = 365


@setting("welcome-place", shown=lambda where: text(f"welcome-in-{where}"), form=one_of({*Where}), default=Where.ROOM.value)
def welcome_place(ctx: Context, typed: str) -> str:
    """Where newcomers are welcomed."""
    found = next((where.value for where in Where if means(ctx, typed, f"welcome-{where}")), None)
    if found is None:
        raise Refused("welcome-place-unclear")
    return found


THREE = both(listed(up_to(rule.LONGEST_HOURS)), lambda hours: len(hours) == 3)  # noqa: PLR2004 - as many as people are asked


def said_three(hours: Any) -> Text:
    """Three numbers of hours."""
    return text("hours-three", first=hours[0], second=hours[1], third=hours[2])


@setting(ANSWER_HOURS, shown=said_three, form=THREE, default=list(rule.ANSWER_HOURS))
def answer_hours(ctx: Context, typed: str) -> list[int]:
    """After how many hours a question goes on to others."""
    del ctx
    return _hours(typed, len(rule.ANSWER_HOURS))


@setting(PERSON_HOURS, shown=said_three, form=THREE, default=list(rule.PERSON_HOURS))
def person_hours(ctx: Context, typed: str) -> list[int]:
    """The same for somebody who asks for a person."""
    del ctx
    return _hours(typed, len(rule.PERSON_HOURS))


def _hours(typed: str, count: int) -> list[int]:
    """Hours as they are typed: each later than the one before. Raises `Refused`."""
    hours = [int(each) for each in re.findall(r"\d{1,4}", typed)]
    rising = all(before < after for before, after in pairwise(hours))
    if len(hours) != count or not rising or not hours[0] >= 1 or hours[-1] > rule.LONGEST_HOURS:
        raise Refused("hours-unclear", most=rule.LONGEST_HOURS)
    return hours


@setting("request-days", shown=lambda days: text("request-days", days=days), form=up_to(MOST_DAYS), default=rule.KEPT_DAYS)
def request_days(ctx: Context, typed: str) -> int:
    """For how many days the words of a request are kept after it is closed."""
    del ctx
    found = re.fullmatch(r"(\d{1,3})\D*", bare(typed))
    if found is None or int(found[1]) > MOST_DAYS:
        raise Refused("request-days-unclear", most=MOST_DAYS)
    return int(found[1])


def _put_monthly(ctx: Context, on: Any) -> None:
    ctx.room.keep_setting("monthly-line", on)
    if on:
        ctx.room.schedule("monthly", 0, next_telling(ctx.now, ZoneInfo(ctx.room.zone)))
    else:
        ctx.room.unschedule("monthly", 0)


@setting("monthly-line", shown=said_switch, form=FLAG, default=False, put=_put_monthly)
def monthly_line(ctx: Context, typed: str) -> bool:
    """Whether the room is told once a month how many asked, and how soon they had an answer."""
    return switched(ctx, typed)


@follow("due monthly")
def month_over(ctx: Context, *, number: int, at: datetime) -> Answer:
    """A month is over: how many asked, and how soon a person answered. Below five nothing is said: people could be known by it."""
    del number, at
    if not ctx.room.setting("monthly-line"):
        return None
    zone = ZoneInfo(ctx.room.zone)
    ctx.room.schedule("monthly", 0, next_telling(ctx.now, zone))
    counted = rule.month(ctx.room.matters.all_of(Request), *last_month(ctx.now, zone))
    return None if counted is None else Post(text("request-month", count=counted[0], median=counted[1]), waits=True)


NUMBERS_OWN = holds({"number": WORDS, "helplines": listed(WORDS), "checked": blank_or(DAY)})


def said_numbers(own: Any) -> Text:
    """The group's own numbers, or that it has none."""
    if not own:
        return text("numbers-of-host")
    return text("numbers-own", emergency=own["number"] or None, helplines=tuple(own["helplines"]))


def _put_numbers(ctx: Context, own: Any) -> None:
    ctx.room.keep_setting(NUMBERS, own)
    if own:
        look_again(ctx, ctx.now)


@setting(NUMBERS, shown=said_numbers, form=either(NOTHING, NUMBERS_OWN), put=_put_numbers)
def emergency(ctx: Context, typed: str) -> dict[str, Any] | None:
    """The group's own numbers, in the place of the host's: the emergency number first, then lines to talk to."""
    if means(ctx, typed, "off"):
        return None
    own = [" ".join(each.split()) for each in re.split(r"[\n|]", typed) if each.strip()]
    if not any(letter.isdigit() for letter in own[0]):
        raise Refused("numbers-no-number", words=own[0])
    if len(own) > resource.MOST_NUMBERS or any(len(each) > resource.LONGEST for each in own):
        raise Refused("numbers-too-many", most=resource.MOST_NUMBERS)
    return {"number": own[0], "helplines": own[1:], "checked": ctx.sent.date().isoformat()}


@command("urgent numbers")
def urgent_numbers(ctx: Context, typed: OptionalRest, lines: TypedLines) -> Answer:
    """The same in one command of its own: nobody should have to look for it."""
    return changing(ctx, emergency, "\n".join(filter(None, (typed, *lines))))
