"""The jobs of a group: who does what, what each job is, which the group has; and what happens to them by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from commands import leading
from commands.answers import Answer, Output, Post
from commands.appoint import days_of
from commands.decide import count_of
from commands.kit import Rest, Seats, Until, command, follow
from commands.mandates import mandate
from commands.motions import put_motion
from commands.ports import Context
from commands.titles import titles
from policies import roles as rule
from policies.charter import RoleText
from policies.form import COUNT, LENGTH, WORDS
from policies.model import Lines, Refused, Text, text
from policies.motion import Motion
from policies.roles import Holder
from policies.rules import ROLES

LAST_PART = re.compile(r"^(?P<does>.*?)(?:,\s*(?P<term>[^,]*\d[^,]*))?$", re.DOTALL)
"""What a job is for, and after the last comma for how long: "keeps the books, 3 months"."""


@command("show roles")
def show_roles(ctx: Context) -> Answer:
    """Who does what, since when, until when, by which decision; and what nobody does."""
    names = all_roles(ctx)
    if not names:
        return text("roles-none")
    return text("roles", roles=Lines(tuple(role_line(ctx, role) for role in names)))


def all_roles(ctx: Context) -> list[str]:
    """The jobs of the group: those in its charter, and those that somebody does."""
    own = [ctx.words.role(each.name) or each.name for each in ctx.room.charter.get().roles]
    held = [role for role in ctx.room.roles.get().roles() if role not in own]
    return [role for role in dict.fromkeys([*own, *held]) if role not in (ctx.room.setting(leading.WITHOUT) or ())]


def role_line(ctx: Context, role: str) -> Text:
    """One job in one line."""
    leadership = ctx.room.roles.get()
    people = tuple(holder_text(ctx, each) for each in leadership.of(role) if each.person in ctx.room.members())
    if not people:
        kind = "yes" if role in rule.DUTIES else "no"
        return text("role-line-empty", role=leading.role_text(role), name=leading.label(ctx, role), duty=kind)
    rota = leadership.rotas.get(role)
    now = rota.current if rota is not None and role in rule.DUTIES else None
    turn = ctx.room.person(now.person) if now is not None and now.taken else None
    return text("role-line", role=leading.role_text(role), people=people, turn=turn, until=now.ends if now and turn else None)


def holder_text(ctx: Context, holder: Holder) -> Text:
    """Somebody with a job, since when, until when, by which decision."""
    away = "yes" if holder.person in ctx.room.roles.get().away else "no"
    return text(
        "role-holder",
        person=ctx.room.person(holder.person),
        since=holder.since.date(),
        until=holder.until.date() if holder.until is not None else None,
        decision=holder.decision,
        trial="yes" if holder.trial else "no",
        away=away,
    )


@command("show role")
def show_role(ctx: Context, words: Rest) -> Answer:
    """What a job is and is not, and who does it."""
    role = leading.role_named(ctx, words)
    own = leading.described(ctx, role)
    length = leading.length(own.days) if role not in rule.DUTIES else ""
    if role == rule.FACILITATOR and not own.does:
        does = text("role-facilitator-does", term=length)
    elif own.does or role not in rule.BUILT_IN:
        does = text("role-does", does=own.does, term=length)
    else:
        does = text("role-does-built-in", does=text(f"role-is-{role}"), term=length)
    return text("role-shown", does=does, line=role_line(ctx, role))


# Which jobs there are


@command("propose role")
def propose_role(ctx: Context, words: Rest, *, until: Until = None, seats: Seats = None) -> Answer:
    """A job of the group's own: `propose role Librarian: keeps the books, 3 months`."""
    name, _, rest = words.partition(":")
    name = rule.check_role(name)
    match = LAST_PART.match(rest.strip())
    does, days = rest.strip(), RoleText("").days
    if match and match["term"]:
        does, days = match["does"], days_of(ctx, match["term"])
    does = " ".join(does.split())
    if not does:
        raise Refused("roles-does-missing", name=f"{name}:")
    if len(does) > rule.LONGEST_DOES:
        raise Refused("roles-does-long", most=rule.LONGEST_DOES, length=len(does))
    places = count_of(seats) if seats else 1
    if not 1 <= places <= rule.MOST_SEATS:
        raise Refused("roles-seats-range", most=rule.MOST_SEATS)
    role = ctx.words.role(name) or name
    if role in {rule.GUEST, rule.DELEGATE}:
        raise Refused("roles-not-own", name=name)
    values = {"role": role, "days": days, "seats": places}
    return put_motion(ctx, ADD, kind=ROLES, question=does, values=values, subject=f"role {role.casefold()}", until=until)


@command("propose without role")
def propose_without_role(ctx: Context, words: Rest, *, until: Until = None) -> Answer:
    """A job that the group does without."""
    role = leading.role_named(ctx, words)
    if role == rule.GUEST or rule.delegate_for(role):
        raise Refused("roles-not-own", name=leading.label(ctx, role))
    question = leading.label(ctx, role)
    return put_motion(
        ctx, DROP, kind=ROLES, question=question, values={"role": role}, subject=f"role {role.casefold()}", until=until
    )


def added(ctx: Context, motion: Motion) -> list[Output]:
    """The group has this job from now on, or describes it in other words."""
    charter, values = ctx.room.charter.get(), motion.values
    role = values["role"]
    name = leading.label(ctx, role)
    new = RoleText(name, motion.question, values["seats"], values["days"])
    kept = tuple(each for each in charter.roles if (ctx.words.role(each.name) or each.name.casefold()) not in {role, role.casefold()})
    ctx.room.charter.save(replace(charter, roles=(*kept, new)))
    ctx.room.keep_setting(leading.WITHOUT, [each for each in ctx.room.setting(leading.WITHOUT) or () if each != role] or None)
    if ctx.room.roles.get().of(role):
        return []
    kind = "yes" if role in rule.DUTIES else "no"
    return [Post(text("role-added", role=leading.role_text(role), name=name, duty=kind), motion.number)]


def dropped(ctx: Context, motion: Motion) -> list[Output]:
    """The group does without this job from now on; whoever had it has not failed."""
    charter, role = ctx.room.charter.get(), motion.values["role"]
    kept = tuple(each for each in charter.roles if (ctx.words.role(each.name) or each.name.casefold()) not in {role, role.casefold()})
    ctx.room.charter.save(replace(charter, roles=kept))
    if role in rule.BUILT_IN:
        ctx.room.keep_setting(leading.WITHOUT, sorted({*(ctx.room.setting(leading.WITHOUT) or ()), role}))
    leadership = ctx.room.roles.get()
    for holder in leadership.of(role):
        leading.write_end(ctx, role, holder.person, "dropped", motion.number)
    return leading.kept(ctx, leadership.dropping(role))


@titles("add-role", role=WORDS, days=LENGTH, seats=COUNT)
def _added(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"role": leading.role_text(values["role"]), "term": leading.length(values["days"]), "seats": values["seats"]}


@titles("drop-role", role=WORDS)
def _dropped(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"role": leading.role_text(values["role"])}


ADD = mandate("add-role", added, reword=lambda ctx, motion, words: replace(motion, question=words))  # noqa: ARG005 - the form of a `Reword`
DROP = mandate("drop-role", dropped)


# What happens by itself


@follow("due turns")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """A term or a turn ends, somebody is to be asked or reminded, or is back."""
    del number, at
    return leading.kept(ctx, ctx.room.roles.get())


@follow("left")
def left(ctx: Context, *, person: str, by: str, before: str) -> Answer:
    """Who left holds nothing here any more. Nothing is said of their leaving; whoever is needed is asked."""
    del by
    return ended(ctx, person, "left") if before == "join" else None


def ended(ctx: Context, person: str, how: str) -> list[Output]:
    """Somebody holds nothing here any more, and `how` that came about."""
    leadership = ctx.room.roles.get()
    if person not in {each.person for each in leadership.holders} | leadership.away.keys():
        return []
    for role in leadership.roles_of(person):
        leading.write_end(ctx, role, person, how, 0)
    return leading.kept(ctx, leadership.gone(person))


