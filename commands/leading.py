"""What all commands about roles share: what roles are called, keeping who does what, and telling people what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from commands.answers import Direct, Output, Post
from commands.entries import person_of, tells
from commands.ports import Context, Entry
from commands.results import stamp
from commands.settings import KEPT
from policies import roles as rule
from policies.charter import RoleText
from policies.form import TIME, WHO, WORDS, blank_or, listed, one_of
from policies.model import Refused, Text, text
from policies.roles import Happening, Holder, Leadership, What

ALARM = 0
"""The number under which a room's one alarm for terms and turns stands."""
WITHOUT = "roles without"
"""The setting with the built-in roles that the group decided not to have."""
KEPT[WITHOUT] = listed(WORDS)
TERM_DAYS = {rule.DELEGATE: 180, rule.GUEST: 0, **dict.fromkeys(rule.DUTIES, 0)}
"""How long a term is where the group says nothing else: 90 days, and 0 for one that does not end by itself."""
USUAL_DAYS = RoleText("").days
DAYS_A_MONTH = Fraction(365, 12)
NEARLY = 3
"""Days by which a term may differ from some months and still be called so."""
MOMENT = timedelta(minutes=1)
FEWEST_FOR_ADMINS = 3
"""In a smaller group nobody needs to be told that one person administers the room."""


def role_named(ctx: Context, words: str) -> str:
    """The role that is meant: a built-in one by its name in any language, else one of the group's own. Raises `Refused`."""
    typed = " ".join(words.split()).strip(" .:,;?")
    if not typed:
        raise Refused("roles-which")
    first, _, group = typed.partition(" ")
    if group and ctx.words.role(first) == rule.DELEGATE:
        return delegate_of(ctx, group)
    known = {each.casefold(): each for each in (*ctx.room.roles.get().roles(), *(own.name for own in ctx.room.charter.get().roles))}
    found = ctx.words.role(typed) or known.get(typed.casefold())
    if found is None:
        raise Refused("roles-unknown", name=typed)
    return ctx.words.role(found) or found


def delegate_of(ctx: Context, group: str) -> str:
    """The role of the delegate whom a sub-group sends: always the same, however the sub-group is typed."""
    group = rule.check_role(group)
    for word in ctx.words.option("for-term"):
        group = group.removeprefix(f"{word} ")
    wanted = f"{rule.DELEGATE} {group}"
    known = {each.casefold(): each for each in ctx.room.roles.get().roles()}
    return known.get(wanted.casefold(), wanted)


def role_text(role: str) -> Text | str:
    """What a role is called, in the reader's language where it is a built-in one."""
    if role in rule.BUILT_IN:
        return text(f"job-{role}")
    if rule.delegate_for(role):
        return text("delegate-for", group=role.removeprefix(f"{rule.DELEGATE} "))
    return role


def label(ctx: Context, role: str) -> str:
    """A role in the words of the group's language, as it can be typed."""
    if role in rule.BUILT_IN:
        return ctx.words.called(role, ctx.room.language)
    if rule.delegate_for(role):
        return f"{ctx.words.called(rule.DELEGATE, ctx.room.language)} {role.removeprefix(f'{rule.DELEGATE} ')}"
    return role


def described(ctx: Context, role: str) -> RoleText:
    """A role as the group describes it, or as it usually is."""
    for own in ctx.room.charter.get().roles:
        if (ctx.words.role(own.name) or own.name.casefold()) in {role, role.casefold()}:
            return own
    return RoleText(role, days=TERM_DAYS.get(rule.DELEGATE if rule.delegate_for(role) else role, USUAL_DAYS))


def spans(ctx: Context) -> Mapping[str, timedelta]:
    """How long a turn is, for what is done by the week: a week, or what the group says; never so long that it wears out."""
    said = {role: timedelta(days=described(ctx, role).days) for role in rule.WEEKLY}
    return {role: min(span, rule.LONGEST_TURN) if span else rule.WEEK for role, span in said.items()}


def length(days: int) -> Text | str:
    """How long a term is, in months where it is about so many; nothing for one without an end."""
    if not days:
        return ""
    months = round(days / DAYS_A_MONTH)
    if months and abs(days - months * DAYS_A_MONTH) <= NEARLY:
        return text("role-months", months=months)
    return text("role-days", days=days)


def term(at: datetime, days: int) -> datetime | None:
    """When a term that begins now ends; 0 days: it does not end by itself."""
    return at + timedelta(days=days) if days else None


def kept(ctx: Context, leadership: Leadership) -> list[Output]:
    """Keep who does what, do what is due by now, set the alarm, and tell those whom it concerns."""
    members = ctx.room.members()
    after, said = rule.due(leadership, ctx.now, members, spans(ctx))
    admins, only = ctx.room.admins(), []
    if len(admins) == 1 and len(members) >= FEWEST_FOR_ADMINS and "admin" not in after.told:
        after = replace(after, told=after.told | {"admin"})
        only = [Post(text("roles-one-admin", person=ctx.room.person(next(iter(admins)))), waits=True)]
    elif len(admins) > 1:
        after = replace(after, told=after.told - {"admin"})
    ctx.room.roles.save(after)
    at = after.next_due(ctx.now)
    if at is None:
        ctx.room.unschedule("turns", ALARM)
    else:
        ctx.room.schedule("turns", ALARM, at)
    ended = {each.role for each in said if each.what is What.ENDED}
    told = [output for each in said if (output := telling(ctx, after, each, ended)) is not None]
    return [*told, *only]


def met(ctx: Context, roles: Mapping[str, str]) -> list[Output]:
    """A meeting is over, in which these people (by job) did what is done by the meeting: their turns are over, and others are asked."""
    before = ctx.room.roles.get()
    after = before
    for role in sorted(rule.BY_MEETING):
        after = after.met(role, ctx.now, roles.get(role))
    return kept(ctx, after) if after != before else []


def telling(ctx: Context, leadership: Leadership, happening: Happening, ended: set[str]) -> Output | None:
    """What is said of something that happened, and to whom: turns in private, what concerns the group in the room."""
    role = happening.role
    if happening.what in {What.OFFERED, What.REMINDED, What.BEGAN}:
        return turn(ctx, happening)
    match happening.what:
        case What.ENDED | What.ENDING:
            said = term_told(ctx, leadership, happening)
        case What.EMPTY if role not in ended:
            duty = "yes" if role in rule.DUTIES else "no"
            said = text("role-empty", role=role_text(role), name=label(ctx, role), duty=duty)
        case What.UNMANNED:
            said = text("turn-no-backup", role=role_text(role), name=label(ctx, role))
        case What.MISSING:
            said = text("turn-missing", role=role_text(role), name=label(ctx, role))
        case What.LOAD:
            said = text("turn-load", person=ctx.room.person(happening.person))
        case _:
            return None
    return Post(said, waits=True)


def coming(ctx: Context, begins: datetime | None) -> datetime | None:
    """When a turn begins, where it has not begun by now; a moment more or less is now."""
    return begins if begins is not None and begins - ctx.now > MOMENT else None


def turn(ctx: Context, happening: Happening) -> Direct:
    """Somebody is asked for a turn, reminded of it, or told that it has begun: alone."""
    begins = coming(ctx, happening.began)
    name, role = label(ctx, happening.role), role_text(happening.role)
    said = text(f"turn-{happening.what}", group=ctx.room.name, role=role, name=name, begins=begins, until=happening.until)
    return Direct(happening.person, said, waits=True)


def term_told(ctx: Context, leadership: Leadership, happening: Happening) -> Text:
    """A term ends soon, or is over: then it is recorded too."""
    role, person = happening.role, ctx.room.person(happening.person)
    if happening.what is What.ENDED:
        write_end(ctx, role, happening.person, "term", 0)
        empty = "yes" if not leadership.of(role) else "no"
        return text("role-term-over", person=person, role=role_text(role), name=label(ctx, role), empty=empty)
    holder = leadership.holds(happening.person, role)
    trial = "yes" if holder is not None and holder.trial else "no"
    return text("role-term-ends", person=person, role=role_text(role), name=label(ctx, role), until=_day(happening.until), trial=trial)


def _day(at: datetime | None) -> date | None:
    return at.date() if at is not None else None


def appointed(
    ctx: Context, role: str, person: str, *, decision: int = 0, days: int | None = None, trial: bool = False
) -> list[Output]:
    """Somebody has a job from now on: by decision number `decision`, or because they volunteered."""
    span = days if days is not None else 0 if role in rule.DUTIES else described(ctx, role).days
    until = term(ctx.now, span)
    before = ctx.room.roles.get()
    for other in before.roles_of(person) if role == rule.GUEST else ():
        write_end(ctx, other, person, "guest", decision)
        before = before.leaving(person, other)
    replaced = [each for each in before.of(role) if each.person != person] if rule.delegate_for(role) else []
    for holder in replaced:
        write_end(ctx, role, holder.person, "replaced", decision)
        before = before.leaving(holder.person, role)
    after = before.appointing(Holder(role, person, ctx.now, until, decision, trial))
    shared = next((one for one, other in rule.STAND_IN.items() if other == role), role)
    if shared in rule.DUTIES or shared in rule.STAND_IN:
        after = after.sharing(shared, ctx.chance)
    write(
        ctx,
        "role-taken",
        {
            "number": decision,
            "person": ctx.room.record.person(person),
            "until": stamp(until) if until is not None else "",
            "how": "decision" if decision else "own-wish",
        },
        role,
    )
    kind = "role-guest" if role == rule.GUEST else "role-taken"
    said = text(kind, person=ctx.room.person(person), role=role_text(role), until=_day(until), trial="yes" if trial else "no")
    return [Post(said, decision or None), *kept(ctx, after)]


def write_end(ctx: Context, role: str, person: str, how: str, decision: int) -> None:
    """The end of somebody's part in a job as an entry of the record."""
    write(ctx, "role-ended", {"number": decision, "person": ctx.room.record.person(person), "how": how}, role)


def write(ctx: Context, kind: str, data: Mapping[str, Any], role: str) -> None:
    """An entry about a role. The name of one that members made up stands apart, where it can be erased."""
    own = role not in rule.BUILT_IN
    ctx.room.record.append(kind, ctx.now, {**data, "role": "" if own else role}, {"role": role} if own else {})


def role_of(entry: Entry) -> Text | str:
    """The role that an entry is about."""
    return role_text(entry.data["role"] or entry.texts.get("role", ""))


@tells("role-taken", person=WHO, role=WORDS, until=blank_or(TIME), how=one_of(("decision", "own-wish")))
def _taken(entry: Entry) -> dict[str, Any]:
    until = entry.data["until"]
    return {
        "person": person_of(entry, entry.data["person"]),
        "role": role_of(entry),
        "until": _day(datetime.fromisoformat(until)) if until else None,
        "how": entry.data["how"],
    }


@tells("role-ended", person=WHO, role=WORDS, how=WORDS)
def _ended(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["person"]), "role": role_of(entry), "how": entry.data["how"]}
