"""Whom somebody means: by mention, by full id, or by a name that only one member has. Never guessed."""

from __future__ import annotations

from commands.ports import Context
from policies.model import Refused


def member(ctx: Context, typed: str) -> str | None:
    """The id of the member who is meant, or `None` where nobody has that name. Raises `Refused` where several have it."""
    wanted = " ".join(typed.split()).strip(" ,;:.").casefold()
    meant = []
    for person in sorted(ctx.room.members()):
        shown = ctx.room.person(person).name
        names = {person, shown, shown.removesuffix(f" ({person})")}
        if {wanted, f"@{wanted}", wanted.removeprefix("@")} & {name.casefold() for name in names}:
            meant.append(person)
    called = [person for person in meant if person in ctx.mentions]
    if len(meant) > 1 and len(called) != 1:
        raise Refused("person-which", name=typed.strip(" ,;:."), people=tuple(ctx.room.person(each) for each in meant))
    return called[0] if called else meant[0] if meant else None
