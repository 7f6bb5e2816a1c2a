"""Taking turns: who is next, volunteering, swapping, passing, being away, resting, stepping down. No reason is ever asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from commands import leading
from commands.answers import Answer, Direct, Output, Post
from commands.decide import understood
from commands.kit import NUMBER, OptionalRest, Rest, command, to_type
from commands.matters import found, passed, taken
from commands.people import member
from commands.ports import Context
from commands.voters import base
from policies import roles as rule
from policies import when
from policies.model import Lines, Refused, Text, text
from policies.roles import Leadership
from policies.turns import Rota, Turn

MORNING = time(9)


@command("turn")
def turn(ctx: Context, words: OptionalRest) -> Answer:
    """Whose turn it is, who is next, and who after."""
    leadership = ctx.room.roles.get()
    names = [leading.role_named(ctx, words)] if words else sorted(leadership.rotas)
    if not names:
        return text("turn-none")
    if words and names[0] not in leadership.rotas:
        raise Refused("turn-no-rota", role=leading.role_text(names[0]), name=leading.label(ctx, names[0]))
    return text("turns", turns=Lines(tuple(rota_line(ctx, leadership, leadership.rotas[role]) for role in names)))


def rota_line(ctx: Context, leadership: Leadership, rota: Rota) -> Text:
    """The turns of one job in one line."""
    people, now, coming = leadership.willing(rota.role, ctx.room.members()), rota.current, rota.coming
    busy = {each.person for each in (now, coming) if each is not None}
    after = [each for each in rota.order(people) if each not in busy]
    following = ([coming.person] if coming is not None else []) + after
    return text(
        "turn-line",
        role=leading.role_text(rota.role),
        name=leading.label(ctx, rota.role),
        person=ctx.room.person(now.person) if now is not None else None,
        taken="yes" if now is not None and now.taken else "no",
        until=now.ends if now is not None else None,
        next=ctx.room.person(following[0]) if following else None,
        after=tuple(ctx.room.person(each) for each in following[1:3]),
        duty="yes" if rota.role in rule.DUTIES else "no",
        meeting="yes" if rota.role in rule.BY_MEETING else "no",
    )


@command("turn join")
def join(ctx: Context, words: Rest) -> Answer:
    """Volunteer for a duty; who wants no vote for a while can be a guest."""
    role = leading.role_named(ctx, words)
    if role in (ctx.room.setting(leading.WITHOUT) or ()):
        raise Refused("roles-without", role=leading.role_text(role), name=f"{leading.label(ctx, role)}:")
    if role not in {*rule.DUTIES, rule.GUEST}:
        raise Refused("turn-by-decision", role=leading.role_text(role), name=leading.label(ctx, role))
    before = ctx.room.roles.get()
    if before.holds(ctx.sender.id, role):
        raise Refused("turn-joined-already", role=leading.role_text(role))
    refuse_recalled(ctx, before, role)
    if role != rule.GUEST and before.holds(ctx.sender.id, rule.GUEST):
        raise Refused("roles-guest", person=ctx.sender)
    ctx.room.roles.save(before.returned(ctx.sender.id))
    outputs = volunteered(ctx, role)
    rota = ctx.room.roles.get().rotas.get(role)
    # Somebody may have handed a turn back while nobody else was there: whoever volunteers then has it.
    left = rota is not None and role not in rule.BY_MEETING and rota.current is None and rota.coming is None
    offered = rota is not None and asked_of(rota, ctx.sender.id) is not None
    return noted(ctx, [*outputs, *(take_turn(ctx, role) if offered or left else ())])


def noted(ctx: Context, outputs: Sequence[Output]) -> list[Output]:
    """What the group is told; where it was typed in a direct chat, the person is told that too."""
    return [*outputs, *([text("turn-noted", group=ctx.room.name)] if ctx.direct else ())]


def refuse_recalled(ctx: Context, leadership: Leadership, role: str) -> None:
    """Raises `Refused` where the group decided that somebody else does this."""
    if leadership.recalled(ctx.sender.id, role):
        raise Refused("turn-recalled", role=leading.role_text(role), name=leading.label(ctx, role))


def volunteered(ctx: Context, role: str) -> list[Output]:
    """The sender shares a duty from now on. They have said yes already, so they are not asked once more."""
    outputs = leading.appointed(ctx, role, ctx.sender.id)
    return [each for each in outputs if not (isinstance(each, Direct) and each.person == ctx.sender.id)]


@command("turn take")
def take(ctx: Context, words: OptionalRest) -> Answer:
    """Take a turn: the one that I am asked for, or one that nobody has; or say yes to a swap."""
    if (number := numbered(ctx, words)) is not None:
        return taken(found(ctx, number), ctx)
    role = meant(ctx, words, lambda rota: may_take(ctx, rota), "turn take")
    rota = ctx.room.roles.get().rota(role)
    if swap_asked(rota, ctx.sender.id):
        return noted(ctx, swap_agreed(ctx, role))
    return noted(ctx, [*share(ctx, role), *take_turn(ctx, role)])


def may_take(ctx: Context, rota: Rota) -> bool:
    """Whether the sender is asked for a turn or a swap, or shares a turn that nobody has."""
    if asked_of(rota, ctx.sender.id) is not None or swap_asked(rota, ctx.sender.id):
        return True
    shares = ctx.sender.id in {each.person for each in ctx.room.roles.get().of(rota.role)}
    return rota.current is None and shares


def take_turn(ctx: Context, role: str) -> list[Output]:
    """The sender has the turn from now on, or from when it begins."""
    leadership = ctx.room.roles.get()
    span = None if role in rule.BY_MEETING else leading.spans(ctx).get(role, rule.WEEK)
    rota, turn = leadership.rota(role).taking(ctx.sender.id, ctx.now, span)
    return [Post(turn_taken(ctx, role, turn)), *leading.kept(ctx, leadership.with_rota(rota))]


def turn_taken(ctx: Context, role: str, turn: Turn) -> Text:
    """Who takes a turn, and for how long."""
    person = ctx.room.person(turn.person)
    begins = leading.coming(ctx, turn.begins)
    return text("turn-taken-on", person=person, role=leading.role_text(role), begins=begins, until=turn.ends)


@command("turn pass")
def pass_turn(ctx: Context, words: OptionalRest) -> Answer:
    """Pass a turn on to the next, without a reason."""
    if (number := numbered(ctx, words)) is not None:
        return passed(found(ctx, number), ctx)
    mine = lambda rota: rota.turn_of(ctx.sender.id) is not None or swap_asked(rota, ctx.sender.id)  # noqa: E731 - one condition
    role = meant(ctx, words, mine, "turn pass")
    leadership = ctx.room.roles.get()
    rota = leadership.rota(role)
    swap = rota.swap if swap_asked(rota, ctx.sender.id) else None
    outputs = leading.kept(ctx, leadership.with_rota(rota.passing(ctx.sender.id)))
    if swap is not None:
        no = text("turn-swap-no", person=ctx.sender, role=leading.role_text(role), name=leading.label(ctx, role))
        return [text("turn-passed-swap"), Direct(swap.asker, no)]
    return [handed_on(ctx, "turn-passed", (role,)), *outputs]


def handed_on(ctx: Context, id: str, roles: Sequence[str], **values: object) -> Text:  # noqa: A002 - as in `policies.model.text`
    """What becomes of the turns that somebody does not do: who is asked now, or that nobody is there."""
    leadership, lines = ctx.room.roles.get(), []
    for role in roles:
        rota = leadership.rotas[role]
        asked = next((each for each in (rota.current, rota.coming) if each is not None and not each.taken), None)
        person = ctx.room.person(asked.person) if asked is not None else None
        lines.append(text("turn-handed", role=leading.role_text(role), person=person))
    return text(id, roles=Lines(tuple(lines)), **values)


@command("turn swap")
def swap(ctx: Context, words: Rest) -> Answer:
    """Ask somebody to change turns with me; they must say yes."""
    other, rest = somebody(ctx, words)
    role = meant(ctx, rest, lambda rota: rota.turn_of(ctx.sender.id) is not None, "turn swap")
    leadership = ctx.room.roles.get()
    if role not in rule.DUTIES and other not in leadership.willing(role, ctx.room.members()):
        raise Refused("turn-by-decision", role=leading.role_text(role), name=leading.label(ctx, role))
    if leadership.recalled(other, role):
        raise Refused("turn-recalled", role=leading.role_text(role), name=leading.label(ctx, role))
    if other not in base(ctx):
        raise Refused("roles-guest", person=ctx.room.person(other))
    rota = leadership.rota(role).swapping(ctx.sender.id, other)
    ctx.room.roles.save(leadership.with_rota(rota))
    mine, theirs = rota.turn_of(ctx.sender.id), rota.turn_of(other)
    assert mine is not None
    ask = text(
        "turn-swap-ask",
        person=ctx.sender,
        role=leading.role_text(role),
        name=leading.label(ctx, role),
        group=ctx.room.name,
        begins=leading.coming(ctx, mine.begins),
        until=mine.ends,
        yours="yes" if theirs is not None else "no",
    )
    return [text("turn-swap-asked", person=ctx.room.person(other)), Direct(other, ask, waits=True)]


def somebody(ctx: Context, words: str) -> tuple[str, str]:
    """The member who is named at the beginning, and what follows. Raises `Refused`."""
    parts = words.split()
    for count in range(len(parts), 0, -1):
        person = member(ctx, " ".join(parts[:count]))
        if person is not None:
            return person, " ".join(parts[count:])
    raise Refused("roles-who", name=words.strip(" ,;:."))


def swap_agreed(ctx: Context, role: str) -> list[Output]:
    """The sender says yes to a swap."""
    leadership = ctx.room.roles.get()
    before = leadership.rota(role)
    assert before.swap is not None
    asker = before.swap.asker
    outputs = leading.kept(ctx, leadership.with_rota(before.swapped(ctx.sender.id)))
    said = text("turn-swapped", person=ctx.room.person(asker), other=ctx.sender, role=leading.role_text(role))
    return [Post(said), *outputs]


@command("turn away")
def away(ctx: Context, words: OptionalRest) -> Answer:
    """Be away until a time: what is mine goes to the backup at once."""
    return gone(ctx, back_on(ctx, words) if words else None)


@command("turn rest")
def rest(ctx: Context) -> Answer:
    """Hand over everything at once, until I say that I am back."""
    return gone(ctx, None)


def gone(ctx: Context, until: datetime | None) -> Answer:
    """Hand over all turns; the group is told where nobody is there to take them."""
    leadership, mine = ctx.room.roles.get().going(ctx.sender.id, until)
    outputs = leading.kept(ctx, leadership)
    return [handed_on(ctx, "turn-away", mine, until=until), *outputs]


def back_on(ctx: Context, phrase: str) -> datetime:
    """When somebody is back: a day alone means its morning. Raises `Refused`."""
    for word in ctx.words.option("until"):
        if phrase.casefold().startswith(f"{word} "):
            phrase = phrase[len(word) :].strip()
    read = understood(ctx, phrase)
    match read:
        case when.Once():
            at = read.at
        case when.DateOnly():
            at = datetime.combine(read.date, MORNING, ZoneInfo(ctx.zone))
        case when.Every():
            raise Refused("turn-away-unclear", phrase=phrase, why="", choices=Lines(()))
        case when.Ask():
            choices = tuple(to_type(ctx, "turn away", each) for each in read.choices if ahead(ctx, each))
            # With one of them left there is nothing to choose from, so its question would only be odd.
            why = Text(read.why, read.values) if len(choices) > 1 or not read.choices else ""
            raise Refused("turn-away-unclear", phrase=phrase, why=why, choices=Lines(choices))
    if at <= ctx.sent:
        raise Refused("turn-away-past", phrase=phrase)
    return at


def ahead(ctx: Context, phrase: str) -> bool:
    """Whether somebody can be away until then: one time, and not over yet."""
    read = understood(ctx, phrase)
    if isinstance(read, when.DateOnly):
        return datetime.combine(read.date, MORNING, ZoneInfo(ctx.zone)) > ctx.sent
    return isinstance(read, when.Once)


@command("turn back")
def back(ctx: Context) -> Answer:
    """I am there again."""
    outputs = leading.kept(ctx, ctx.room.roles.get().back(ctx.sender.id))
    return [text("turn-back"), *outputs]


@command("turn stop")
def stop(ctx: Context, words: OptionalRest) -> Answer:
    """Step down from a job; nobody asks why."""
    leadership = ctx.room.roles.get()
    mine = leadership.roles_of(ctx.sender.id)
    if words:
        role = leading.role_named(ctx, words)
    elif len(mine) == 1:
        role = mine[0]
    else:
        raise which(ctx, "turn stop", mine, "turn-nothing-mine")
    holder = leadership.holds(ctx.sender.id, role)
    if holder is None:
        raise Refused("turn-not-mine", role=leading.role_text(role))
    if role == rule.GUEST and holder.decision:
        raise Refused("roles-guest-decided", number=holder.decision)
    leading.write_end(ctx, role, ctx.sender.id, "stopped", 0)
    outputs = leading.kept(ctx, leadership.leaving(ctx.sender.id, role))
    said = text("role-guest-over" if role == rule.GUEST else "role-stopped", person=ctx.sender, role=leading.role_text(role))
    return noted(ctx, [Post(said), *outputs])


# Which job is meant


def numbered(ctx: Context, words: str) -> int | None:
    """The number that is typed, or replied to: something else than a turn is meant."""
    match = NUMBER.fullmatch(words.strip())
    return int(match[1]) if match else ctx.number if not words.strip() else None


def asked_of(rota: Rota, person: str) -> Turn | None:
    """The turn that somebody is asked for."""
    return next((each for each in (rota.current, rota.coming) if each and each.person == person and not each.taken), None)


def swap_asked(rota: Rota, person: str) -> bool:
    """Whether somebody is asked to change turns."""
    return rota.swap is not None and rota.swap.other == person


def meant(ctx: Context, words: str, fits: Callable[[Rota], bool], name: str) -> str:
    """The job that is named, or the only one that fits the command `name`. Raises `Refused`."""
    leadership = ctx.room.roles.get()
    if words:
        role = leading.role_named(ctx, words)
        if role not in leadership.rotas:
            raise Refused("turn-no-rota", role=leading.role_text(role), name=leading.label(ctx, role))
        return role
    fitting = [role for role, rota in sorted(leadership.rotas.items()) if fits(rota)]
    if len(fitting) == 1:
        return fitting[0]
    raise which(ctx, name, fitting, "turn-none-asked" if name == "turn take" else "turn-none-mine")


def which(ctx: Context, name: str, roles: Sequence[str], none: str) -> Refused:
    """Several jobs may be meant, or none."""
    if not roles:
        return Refused(none)
    return Refused("turn-which", choices=tuple(to_type(ctx, name, leading.label(ctx, each)) for each in roles))


def share(ctx: Context, role: str) -> list[Output]:
    """Whoever takes a turn of a duty shares it from now on; other jobs are given by the group. Raises `Refused`."""
    leadership = ctx.room.roles.get().returned(ctx.sender.id)
    ctx.room.roles.save(leadership)
    if ctx.sender.id in leadership.willing(role, ctx.room.members()) or leadership.rota(role).turn_of(ctx.sender.id):
        return []
    if role not in rule.DUTIES:
        raise Refused("turn-by-decision", role=leading.role_text(role), name=leading.label(ctx, role))
    refuse_recalled(ctx, leadership, role)
    if leadership.holds(ctx.sender.id, rule.GUEST):
        raise Refused("roles-guest", person=ctx.sender)
    return volunteered(ctx, role)
