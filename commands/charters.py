"""The charter as a whole: what the group gave itself, in a few lines, and where to read more; and the group's own words."""

from __future__ import annotations

from typing import Any

from commands.answers import Answer
from commands.kit import command
from commands.ports import Context
from policies.charters.phrases import with_known
from policies.model import Lines, Passage, Text, text

ROLES = frozenset(
    ["auditor", "cofacilitator", "delegate", "duty", "facilitator", "guest", "notes", "scrutineer", "timekeeper", "treasurer", "welcomer"]
)
"""Roles that have a word in every language; any other is called as the group calls it."""

ITEMS = frozenset(["check-in", "check-out", "decisions", "guidelines"])
"""Standing items of a meeting that have a word in every language."""


@command("show charter")
def show_charter(ctx: Context) -> Answer:
    """What the group gave itself: for whom it is, how many guidelines, which roles, how a meeting goes."""
    charter = ctx.room.charter.get()
    if charter.adopted is None and charter.draft is None:
        return text("charter-none")
    draft = charter.draft
    adopted = charter.adopted is not None
    count = sum(each.shown(ctx.now) for each in charter.guidelines) if adopted else len(draft.guidelines) if draft else 0
    kinds = charter.rulings if adopted else draft.rules if draft else {}
    whole: Any = charter if adopted else draft
    return text(
        "charter",
        name=draft.name if draft else "",
        adopted=charter.adopted,
        about=whole.about,
        count=count,
        roles=Lines(tuple(role(each.name, each.does) for each in whole.roles)),
        rules=tuple(text(f"kind-{kind}") for kind in kinds),
        format=tuple(text(f"charter-item-{each}") if each in ITEMS else each for each in whole.format),
    )


def role(name: str, does: str) -> Text:
    """A role in a line."""
    return text("charter-role", name=role_name(name), does=does)


def role_name(name: str) -> Text | str:
    """What a role is called: a word of the reader's language for those that all groups know."""
    return text(f"charter-role-{name}") if name in ROLES else name


def own_words(ctx: Context, name: str, /, **values: object) -> Passage | None:
    """The group's own text of that name (`policies.charters.phrases.TEXTS`), or `None` where it has none.

    `values` are those of its placeholders that are known now, in any kind that a `Text` takes; those which hold for every text
    are added. A line that would need another value is left out; an emergency number that nobody set is said in words.
    """
    charter = ctx.room.charter.get()
    words = charter.texts.get(name, "")
    known = {
        "group": ctx.room.name,
        "about": charter.about,
        "key_days": ctx.about.key_days,
        "review_months": charter.review_months,
        "emergency_number": ctx.about.emergency or text("emergency-number-unset"),
        "helplines": Lines(ctx.about.helplines) if ctx.about.helplines else None,
        **values,
    }
    there = {each: value for each, value in known.items() if value not in (None, "", (), Lines(()))}
    said = with_known(words, there)
    return Passage(said, there) if said else None
