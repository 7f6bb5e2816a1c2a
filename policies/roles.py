"""Roles are jobs with terms, never ranks: who does which, since when and until when, and who is next where people take turns.

A `Leadership` is all of it for one group: a value, of which each step returns a new one. `due` is what happens by itself, with
what people are to be told. Times are aware UTC and given by the caller; `here` are the members now, so whoever left holds
nothing. Nothing here asks for a reason, and nothing counts moods. Sources: domain.md 1.1 (F2, F3, F16), 1.2, 1.4 and 1.6.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from policies.model import Refused
from policies.turns import Rota, Turn, loaded

FACILITATOR, COFACILITATOR, WELCOMER, DUTY, TIMEKEEPER, NOTES, SCRUTINEER, GUEST, DELEGATE = BUILT_IN = (
    "facilitator",
    "cofacilitator",
    "welcomer",
    "duty",
    "timekeeper",
    "notes",
    "scrutineer",
    "guest",
    "delegate",
)
"""The jobs that every group can have; a group adds its own, or leaves these empty."""

DUTIES = frozenset({DUTY, WELCOMER, TIMEKEEPER, NOTES})
"""What anybody may volunteer for. All else is given by a decision of the group."""
WEEKLY = frozenset({DUTY, WELCOMER})
"""Turns by the calendar."""
BY_MEETING = frozenset({FACILITATOR, TIMEKEEPER, NOTES})
"""Turns that last until the next meeting is over."""
STAND_IN = {FACILITATOR: COFACILITATOR}
"""Who does a job when nobody of its own can: they take turns together."""

WEEK = timedelta(days=7)
LONGEST_TURN = timedelta(days=28)
AHEAD = timedelta(days=2)
"""How long before it begins a turn is offered."""
REMINDED = timedelta(hours=24)
GIVEN_UP = timedelta(hours=48)
"""After this time without an answer somebody else is asked."""
OFFERED_AHEAD = timedelta(days=14)
"""How long before a term ends the group is asked who is next."""
TRIAL_DAYS = 30
LONGEST_TERM_DAYS = 731
LONGEST_NAME = 60
LONGEST_DOES = 300
MOST_SEATS = 20


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody does a job since a time, until a time or until they stop. `decision` is the number of what gave it to them, 0 where they volunteered."""

    role: str
    person: str
    since: datetime
    until: datetime | None = None
    decision: int = 0
    trial: bool = False


class What(StrEnum):
    """What people are told of."""

    OFFERED = "offered"
    REMINDED = "reminded"
    BEGAN = "began"
    MISSING = "missing"
    """Nobody took a turn."""
    EMPTY = "empty"
    """Nobody does a job any longer."""
    UNMANNED = "unmanned"
    """All who do a job are away."""
    ENDING = "ending"
    """A term ends soon."""
    ENDED = "ended"
    """A term is over."""
    LOAD = "load"
    """One person has done more than half."""
    BACK = "back"
    """Somebody was away until now."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to a job; `until` and `began` are its times where it has any."""

    what: What
    role: str = ""
    person: str = ""
    began: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who does what in one group.

    `away` are those who cannot now, until a time or (empty) until they say so. `told` is what the group has been told and must
    not hear again while it lasts.
    """

    holders: tuple[Holder, ...] = ()
    rotas: Mapping[str, Rota] = field(default_factory=dict)
    away: Mapping[str, datetime | None] = field(default_factory=dict)
    told: frozenset[str] = frozenset()

    # Who does what

    def of(self, role: str) -> tuple[Holder, ...]:
        """Those who do a job, the longest first."""
        return tuple(sorted((each for each in self.holders if each.role == role), key=lambda each: (each.since, each.person)))

    def holds(self, person: str, role: str) -> Holder | None:
        """Their part in a job, if they have one."""
        return next((each for each in self.holders if (each.person, each.role) == (person, role)), None)

    def roles_of(self, person: str) -> tuple[str, ...]:
        """What somebody does."""
        return tuple(sorted(each.role for each in self.holders if each.person == person))

    def willing(self, role: str, here: Collection[str]) -> tuple[str, ...]:
        """Those who share the turns of a job and are there."""
        stand_in = STAND_IN.get(role)
        found = [each.person for each in (*self.of(role), *(self.of(stand_in) if stand_in else ()))]
        return tuple(each for each in dict.fromkeys(found) if each in here and each not in self.away)

    def serving(self, role: str, here: Collection[str]) -> tuple[str, ...]:
        """Whose turn it is first, then the backup: the others in the order of their turns. Nobody who is away or has left."""
        people = self.willing(role, here)
        rota = self.rotas.get(role)
        if rota is None:
            return people
        turn = rota.current
        first = [turn.person] if turn is not None and turn.person in here and turn.person not in self.away else []
        order = [each for each in rota.order(people) if each not in rota.asked] + [each for each in people if each in rota.asked]
        return tuple(dict.fromkeys([*first, *order]))

    def roles(self) -> tuple[str, ...]:
        """All jobs that somebody does, or shares the turns of."""
        return tuple(sorted({each.role for each in self.holders} | set(self.rotas)))

    # Jobs are given and given back

    def appointing(self, holder: Holder, *, alone: bool = False) -> Leadership:
        """Somebody has a job from now on, or for another term. `alone`: instead of those who had it."""
        before = self.holds(holder.person, holder.role)
        kept = tuple(
            each
            for each in self.holders
            if each.role != holder.role or (each.person != holder.person and not alone)
        )
        since = before.since if before is not None else holder.since
        if holder.role == GUEST:
            kept = tuple(each for each in kept if each.person != holder.person)
        over = f"ending {holder.role} {holder.person} "
        told = frozenset(each for each in self.untold(holder.role) if not each.startswith(over))
        told -= {f"recalled {holder.role} {holder.person}"}
        return replace(self, holders=(*kept, replace(holder, since=since)), told=told)

    def leaving(self, person: str, role: str) -> Leadership:
        """Somebody no longer has a job: no turn of it is theirs either."""
        kept = tuple(each for each in self.holders if (each.person, each.role) != (person, role))
        after = replace(self, holders=kept)
        for name in (role, *(one for one, other in STAND_IN.items() if other == role)):
            if person not in {each.person for each in (*after.of(name), *after.of(STAND_IN.get(name, "")))}:
                after = after.freed(person, name)
        return after

    def recalling(self, person: str, role: str) -> Leadership:
        """The group ended somebody's part in a job: only the group can give it to them again."""
        after = self.leaving(person, role)
        return replace(after, told=after.told | {f"recalled {role} {person}"})

    def recalled(self, person: str, role: str) -> bool:
        """Whether the group ended their part in a job, and has not given it to them again."""
        return f"recalled {role} {person}" in self.told

    def gone(self, person: str) -> Leadership:
        """Somebody left the group: they hold nothing."""
        after = self
        for role in self.roles_of(person):
            after = after.leaving(person, role)
        for role in after.rotas:
            after = after.freed(person, role)
        return replace(after, away={each: until for each, until in after.away.items() if each != person})

    def dropping(self, role: str) -> Leadership:
        """The group has this job no longer."""
        rotas = {name: rota for name, rota in self.rotas.items() if name != role}
        told = self.told - {f"filled {role}", f"empty {role}", f"missing {role}", f"unmanned {role}"}
        return replace(self, holders=tuple(each for each in self.holders if each.role != role), rotas=rotas, told=told)

    def forgetting(self, person: str) -> Leadership:
        """Nothing tells that somebody ever did anything here."""
        after = self.gone(person)
        rotas = {role: rota.forgetting(person) for role, rota in after.rotas.items()}
        return replace(after, rotas=rotas, told=frozenset(each for each in after.told if person not in each.split(" ")))

    # Turns

    def rota(self, role: str) -> Rota:
        """The turns of a job. Raises `Refused` where nobody shares it."""
        found = self.rotas.get(role)
        if found is None:
            raise Refused("turn-none-asked")
        return found

    def with_rota(self, rota: Rota) -> Leadership:
        """With these turns of a job."""
        return replace(self, rotas={**self.rotas, rota.role: rota})

    def sharing(self, role: str, seed: str) -> Leadership:
        """A job whose turns people share from now on. `seed` (hexadecimal) is for the lot among equals."""
        return self if role in self.rotas else self.with_rota(Rota(role, seed))

    def going(self, person: str, until: datetime | None) -> tuple[Leadership, tuple[str, ...]]:
        """Somebody is away until a time, or rests until they say so. Returns also the jobs in which they had a turn."""
        mine = tuple(role for role, rota in sorted(self.rotas.items()) if rota.turn_of(person) is not None)
        after = replace(self, away={**self.away, person: until})
        for role in mine:
            after = after.freed(person, role)
        return after, mine

    def back(self, person: str) -> Leadership:
        """Somebody is there again. Raises `Refused` where they were not away."""
        if person not in self.away:
            raise Refused("turn-not-away")
        return self.returned(person)

    def returned(self, person: str) -> Leadership:
        """Somebody is there again, and can be asked for what they were not there for."""
        rotas = {
            role: replace(rota.heard(person), asked=rota.asked - {person}, retry=None) if person in rota.asked else rota.heard(person)
            for role, rota in self.rotas.items()
        }
        return replace(self, away={each: until for each, until in self.away.items() if each != person}, rotas=rotas)

    def met(self, role: str, at: datetime, person: str | None) -> Leadership:
        """A meeting is over, and `person` did this job in it: their turn is over too."""
        rota = self.rotas.get(role)
        return self if rota is None or role not in BY_MEETING else self.with_rota(rota.ended(at, person))

    def freed(self, person: str, role: str) -> Leadership:
        """A turn of theirs is free again."""
        return self.with_rota(self.rotas[role].freed(person)) if role in self.rotas else self

    def next_due(self, at: datetime) -> datetime | None:
        """When something is due next, after `at`."""
        times: list[datetime] = [each for each in self.away.values() if each is not None]
        for holder in self.holders:
            if holder.until is not None:
                times += [holder.until, holder.until - ahead(holder)]
        for rota in self.rotas.values():
            times += [rota.retry] if rota.retry is not None else []
            for turn in filter(None, (rota.current, rota.coming)):
                times += [turn.ends, turn.ends - AHEAD] if turn.ends is not None else []
                times += [] if turn.taken else [turn.asked + REMINDED, turn.asked + GIVEN_UP]
        return min((each for each in times if each > at), default=None)

    def untold(self, role: str) -> frozenset[str]:
        """Somebody does the job: should nobody do it later, the group is told again."""
        return self.told - {f"empty {role}"} | ({f"filled {role}"} if role != GUEST else frozenset())


Said = list[Happening]


def due(
    before: Leadership, at: datetime, here: Collection[str], spans: Mapping[str, timedelta]
) -> tuple[Leadership, tuple[Happening, ...]]:
    """What has become due at `at`: terms and turns that end, turns to offer, people to remind. Twice does no more than once.

    `spans` are the lengths of turns by the calendar.
    """
    after, said = _returning(before, at)
    after, ended = _terms(after, at)
    said += ended
    for role in sorted(after.rotas):
        after, turned = _turned(after, role, at, here, spans.get(role, WEEK))
        said += turned
    after, empty = _standing_empty(after, here)
    after, away = _unmanned(after, here)
    after, heavy = _load(after, at, here)
    return after, (*said, *empty, *away, *heavy)


def _returning(before: Leadership, at: datetime) -> tuple[Leadership, Said]:
    back = [each for each, until in sorted(before.away.items()) if until is not None and until <= at]
    after = before
    for person in back:
        after = after.returned(person)
    return after, [Happening(What.BACK, person=each) for each in back]


def _terms(before: Leadership, at: datetime) -> tuple[Leadership, Said]:
    after, said = before, []
    for holder in before.holders:
        if holder.until is None:
            continue
        mark = f"ending {holder.role} {holder.person} {holder.until.isoformat()}"
        if holder.until <= at:
            after = after.leaving(holder.person, holder.role)
            after = replace(after, told=after.told - {mark})
            said.append(Happening(What.ENDED, holder.role, holder.person, holder.since, holder.until))
        elif holder.until - ahead(holder) <= at and mark not in after.told:
            after = replace(after, told=after.told | {mark})
            said.append(Happening(What.ENDING, holder.role, holder.person, holder.since, holder.until))
    return after, said


def _turned(
    before: Leadership, role: str, at: datetime, here: Collection[str], span: timedelta
) -> tuple[Leadership, Said]:
    rota, said = before.rotas[role], Said()
    for turn in filter(None, (rota.current, rota.coming)):
        if turn.person not in here or turn.person in before.away:
            rota = rota.freed(turn.person)
    if rota.current is not None and rota.current.ends is not None and rota.current.ends <= at:
        rota = _next_turn(rota, rota.current.ends)
        if rota.current is not None and rota.current.taken:
            said.append(_told(What.BEGAN, role, rota.current))
    if rota.retry is not None and rota.retry <= at:
        rota = replace(rota, retry=None, asked=frozenset())
    for turn in filter(None, (rota.current, rota.coming)):
        if turn.taken:
            continue
        if turn.asked + GIVEN_UP <= at:
            rota = rota.silent(turn.person)
        elif turn.asked + REMINDED <= at and not turn.reminded:
            rota = rota.with_turn(turn, replace(turn, reminded=True))
            said.append(_told(What.REMINDED, role, turn))
    rota, offered = _offering(rota, before.willing(role, here), at, span)
    return _missing(before.with_rota(rota), role, [*said, *offered])


def _missing(before: Leadership, role: str, said: Said) -> tuple[Leadership, Said]:
    """That nobody takes a turn is said once, until somebody has taken one."""
    mark, current = f"missing {role}", before.rotas[role].current
    if current is not None and current.taken:
        return replace(before, told=before.told - {mark}), said
    if all(each.what is not What.MISSING for each in said):
        return before, said
    return replace(before, told=before.told | {mark}), [
        each for each in said if each.what is not What.MISSING or mark not in before.told
    ]


def _next_turn(rota: Rota, at: datetime) -> Rota:
    """The turn under way is over; the coming one begins, taken or still being asked for."""
    coming = rota.coming
    after = replace(rota.ended(at), current=coming, coming=None)
    return after if coming is not None and coming.taken else replace(after, asked=rota.asked)


def _offering(rota: Rota, people: tuple[str, ...], at: datetime, span: timedelta) -> tuple[Rota, Said]:
    """Ask somebody for the turn under way, or for the coming one where its time is near."""
    by_meeting = rota.role in BY_MEETING
    if rota.retry is not None or (by_meeting and len(people) < 2):  # noqa: PLR2004 - alone, nobody takes turns
        return rota, []
    current = rota.current
    if current is not None and (
        by_meeting or not current.taken or rota.coming is not None or current.ends is None or current.ends - AHEAD > at
    ):
        return rota, []
    person = rota.next_up(people)
    if person is None:
        if current is not None:
            return rota, []
        return replace(rota, retry=at + span), [Happening(What.MISSING, rota.role)] if people else []
    if current is not None and current.ends is not None:
        turn = Turn(person, current.ends, current.ends + span, at)
        return replace(rota, coming=turn), [_told(What.OFFERED, rota.role, turn)]
    begins, ends = rota.filled(at, None if by_meeting else span)
    turn = Turn(person, begins, ends, at)
    return replace(rota, current=turn), [_told(What.OFFERED, rota.role, turn)]


def _told(what: What, role: str, turn: Turn) -> Happening:
    return Happening(what, role, turn.person, turn.begins, turn.ends)


def _standing_empty(before: Leadership, here: Collection[str]) -> tuple[Leadership, Said]:
    """Jobs that somebody had and nobody has now. Those who are away for a while still have theirs."""
    after, said = before, Said()
    filled = {each.role for each in before.holders if each.person in here} - {GUEST}
    for role in sorted(filled):
        after = replace(after, told=after.untold(role))
    for mark in sorted(after.told):
        kind, _, role = mark.partition(" ")
        if kind == "filled" and role not in filled:
            after = replace(after, told=after.told - {mark} | {f"empty {role}"})
            said.append(Happening(What.EMPTY, role))
    return after, said


def _unmanned(before: Leadership, here: Collection[str]) -> tuple[Leadership, Said]:
    """Jobs of which all who do them are away, or rest: there is no backup."""
    after, said = before, Said()
    for role in sorted({each.role for each in before.holders if each.person in here} - {GUEST}):
        mark = f"unmanned {role}"
        if after.serving(role, here):
            after = replace(after, told=after.told - {mark})
        elif mark not in after.told:
            after = replace(after, told=after.told | {mark})
            said.append(Happening(What.UNMANNED, role))
    return after, said


def _load(before: Leadership, at: datetime, here: Collection[str]) -> tuple[Leadership, Said]:
    heavy = loaded(before.rotas.values(), at)
    mark = f"load {heavy}"
    others = frozenset(each for each in before.told if each.startswith("load ") and each != mark)
    after = replace(before, told=before.told - others)
    if heavy is None or heavy not in here or mark in before.told:
        return after, []
    return replace(after, told=after.told | {mark}), [Happening(What.LOAD, person=heavy)]


def ahead(holder: Holder) -> timedelta:
    """How long before its end the group is asked who is next: two weeks, in a short term a quarter of it."""
    assert holder.until is not None
    return min(OFFERED_AHEAD, (holder.until - holder.since) / 4)


def check_role(name: str) -> str:
    """The name of a job, its white space in order. Raises `Refused` for none, a very long one, and one with marks in it."""
    name = " ".join(name.split()).strip(" .:,;")
    if not name:
        raise Refused("roles-name-missing")
    if len(name) > LONGEST_NAME or "|" in name:
        raise Refused("roles-name-long", most=LONGEST_NAME)
    return name


def delegate_for(role: str) -> bool:
    """Whether a job is that of somebody whom a sub-group sends."""
    return role == DELEGATE or role.startswith(f"{DELEGATE} ")
