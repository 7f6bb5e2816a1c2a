"""Looking at guidelines again: on its day the group is asked whether it keeps one, changes it or drops it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from commands.answers import Answer, Output, Post
from commands.guidelines import DROPPED, day, subject
from commands.kit import follow
from commands.motions import Change, declare, put_motion
from commands.ports import Context
from commands.review_days import AGAIN, arrange
from commands.titles import titles
from policies import decision as rule
from policies.charter import Guideline
from policies.decision import Outcome
from policies.form import COUNT, both, listed
from policies.model import text
from policies.motion import Motion
from policies.rules import EVERYDAY, GUIDELINES

TOGETHER = timedelta(days=1)
"""Guidelines whose days are so close are looked at in one question: those of a charter all have the same."""


@follow("due review")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The day has come: the group is asked once about all guidelines whose day it is."""
    del number, at
    charter = ctx.room.charter.get()
    ready = [each for each in charter.guidelines if _ready(ctx, each)]
    if not ready or not ctx.room.members():
        return None
    for each in ready:
        ctx.room.schedule("review", each.number, ctx.now + AGAIN)
    places = [each.number for each in ready]
    words = ready[0].latest.text if len(ready) == 1 else ", ".join(map(str, places))
    return put_motion(
        ctx,
        LOOKED if len(ready) == 1 else LOOKED_SEVERAL,
        kind=EVERYDAY,
        question=words,
        values={"places": places},
        subject=f"review {places[0]}",
        proposer="",
        method=rule.REVIEW,
    )


def _ready(ctx: Context, guideline: Guideline) -> bool:
    """Whether it is to be looked at now, and nobody has proposed something about it."""
    if guideline.review is None or not guideline.latest.text or guideline.review > ctx.now + TOGETHER:
        return False
    return not any(each.under_way for each in ctx.room.matters.motions(subject(guideline.number)))


def looked(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> None:
    """Kept: the next look is set. Anything else is proposed in its own way."""
    if outcome.winners != (rule.KEEP,):
        return
    after = ctx.room.charter.get()
    for place in motion.values["places"]:
        guideline = after.guideline(place)
        if guideline is not None and guideline.latest.text:
            after = after.kept(place, at)
    ctx.room.charter.save(after)
    arrange(ctx, after)


def unlooked(ctx: Context, motion: Motion) -> None:
    """Nothing to take back: a look alone changes no words."""
    del ctx, motion


def after_one(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> tuple[Output, ...]:
    """What follows a look at one guideline: nothing, words to be proposed, or a vote on dropping it."""
    del at
    (place,) = motion.values["places"]
    guideline = ctx.room.charter.get().guideline(place)
    if guideline is None or not guideline.latest.text:
        return ()
    if outcome.winners == (rule.KEEP,):
        return (Post(text("review-kept", guideline=place, review=day(ctx, guideline.review)), motion.number),)
    if outcome.winners == (rule.CHANGE,):
        return (Post(text("review-change", guideline=place), motion.number),)
    motions = put_motion(
        ctx,
        DROPPED,
        kind=GUIDELINES,
        question=guideline.latest.text,
        values={"guideline": place},
        subject=subject(place),
        proposer="",
    )
    return (Post(text("review-drop", guideline=place), motion.number), *motions)


def after_several(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> tuple[Output, ...]:
    """What follows a look at several: nothing, or the question which of them is meant."""
    charter = ctx.room.charter.get()
    kept = [each for each in charter.guidelines if each.number in motion.values["places"] and each.review is not None]
    if outcome.winners == (rule.KEEP,):
        review = day(ctx, kept[0].review) if kept else day(ctx, at)
        return (Post(text("review-all-kept", review=review), motion.number),)
    return (Post(text("review-some", drop="yes" if outcome.winners == (rule.DROP,) else "no"), motion.number),)


LOOKED = declare(Change("review", looked, unlooked, None, after_one))
LOOKED_SEVERAL = declare(Change("review-several", looked, unlooked, None, after_several))


@titles("review", places=both(listed(COUNT), bool))
def _title(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"guideline": values["places"][0]}


@titles("review-several", places=listed(COUNT))
def _titles(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"places": tuple(map(str, values["places"]))}
