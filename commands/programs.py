"""The group's list of programs and of bridges' puppets: they get no welcome, do not count and do not vote.

Matrix has no mark for them, so people keep the list, and whoever is on it by mistake takes themselves off.
"""

from __future__ import annotations

from commands.answers import Answer, Direct, Post
from commands.kit import Rest, command
from commands.people import member
from commands.ports import Context
from commands.settings import KEPT
from policies.form import WORDS, listed
from policies.model import Lines, Refused, text
from policies.newcomer import Newcomer, suspected
from policies.rights import Right

MOST = 1000
KEPT["bots"] = KEPT["people"] = listed(WORDS)
"""Who is on the list, and who was taken off it though their id looks like that of a program."""


def named(ctx: Context, typed: str) -> str:
    """The account that is meant: by full id, whoever it is, or as people are named. Raises `Refused` where nobody is."""
    wanted = typed.strip(" ,;.")
    if wanted in ctx.room.present() | ctx.room.programs():
        return wanted
    found = member(ctx, typed)
    if found is None:
        raise Refused("program-unknown", name=wanted)
    return found


@command("bots")
def bots(ctx: Context) -> Answer:
    """The list."""
    found = sorted(ctx.room.programs())
    if not found:
        return text("programs-none")
    return text("programs", people=Lines(tuple(ctx.room.person(each) for each in found)))


@command("bots add")
def add(ctx: Context, typed: Rest) -> Answer:
    """An account is a program, or a bridge's puppet."""
    account = named(ctx, typed)
    listed = ctx.room.programs()
    if account == ctx.sender.id:
        raise Refused("program-yourself")
    if account in listed:
        raise Refused("program-already", person=ctx.room.person(account))
    if len(listed) >= MOST:
        raise Refused("programs-many", most=MOST)
    ctx.room.keep_setting("bots", sorted(listed | {account}))
    ctx.room.newcomers.drop(account)
    person = ctx.room.person(account)
    said = text("program-added", person=person, by=ctx.sender, account=account)
    # Somebody who is no program must hear of it where they can answer.
    return [Post(said), Direct(account, text("program-told", group=ctx.room.name))]


@command("bots remove")
def remove(ctx: Context, typed: Rest) -> Answer:
    """An account is a person after all."""
    account = named(ctx, typed)
    if account not in ctx.room.programs() and not unclear(ctx, account):
        raise Refused("program-not-listed", person=ctx.room.person(account))
    return _off(ctx, account)


def unclear(ctx: Context, account: str) -> bool:
    """Whether an account looks like a program, and the group has not said that it is a person."""
    return suspected(account) and account not in (ctx.room.setting("people") or [])


@command("i am a person", right=Right.ANYONE)
def no_program(ctx: Context) -> Answer:
    """Whoever is on the list by mistake takes themselves off."""
    if ctx.sender.id not in ctx.room.programs():
        raise Refused("program-not-you")
    return [*_off(ctx, ctx.sender.id), text("program-sorry")]


def _off(ctx: Context, account: str) -> list[Post]:
    ctx.room.keep_setting("bots", sorted(ctx.room.programs() - {account}))
    if unclear(ctx, account):
        # Because of how their id looks they were not welcomed when they came.
        ctx.room.keep_setting("people", sorted({*(ctx.room.setting("people") or []), account}))
        if account in ctx.room.present():
            ctx.room.newcomers.save(Newcomer(account, ctx.now))
            ctx.room.schedule("welcome", 0, ctx.now)
    return [Post(text("program-removed", person=ctx.room.person(account)))]
