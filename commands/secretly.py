"""Asking that an open vote be secret: when a fifth of those who may vote ask for it, it begins anew, in secret."""

from __future__ import annotations

from typing import Any

from commands.after import note
from commands.answers import Answer
from commands.decide import renewed
from commands.entries import person_of, tells
from commands.kit import Number, command
from commands.ports import Context, Entry
from commands.vote import existing
from policies import aftermath
from policies.decision import FEW_FOR_SECRECY, Decision
from policies.form import WHO
from policies.model import Refused, text


@command("secret")
def secret(ctx: Context, number: Number) -> Answer:
    """One member asks that a vote be secret. Who asks is told, how they would vote is not."""
    decision = existing(ctx, number)
    decision.admits(ctx.sender.id, ctx.sent)
    after = decision.secretly()
    if len(decision.electorate) < FEW_FOR_SECRECY:
        raise Refused("ask-secret-few", number=number, count=len(decision.electorate), enough=FEW_FOR_SECRECY)
    asked, needed = askers(ctx, decision), aftermath.secrecy_needed(len(decision.electorate))
    if ctx.sender.id in asked:
        raise Refused("ask-secret-already", number=number, count=len(asked), needed=needed)
    note(ctx, "asked-secret", decision, {})
    if len(asked) + 1 < needed:
        return text("ask-secret-heard", number=number, count=len(asked) + 1, needed=needed)
    return renewed(ctx, decision, after, text("ask-secret-done", number=number, count=len(asked) + 1, void=len(decision.voted)))


def askers(ctx: Context, decision: Decision) -> set[str]:
    """Who has asked for it since this version opened."""
    people: set[str] = set()
    for entry in ctx.room.record.about(decision.number):
        if entry.kind == "opened":
            people = set()
        elif entry.kind == "asked-secret" and (person := entry.people.get(entry.data["by"])) is not None:
            people.add(person.id)
    return people


@tells("asked-secret", by=WHO)
def _asked_secret(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"])}
