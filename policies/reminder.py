"""Reminders: whom they are for, when they come, and who may stop them.

A wall time, its zone and its rule are kept, never instants: 19:00 stays 19:00 through both clock changes, and through a
change of the zone's own rules. The next occurrence is computed when the last one has been told. Source of the rules:
domain.md 5 (4, 5); of the limits: design.md, "Defaults".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

from policies.form import DAY, WALL, ZONE, blank_or
from policies.model import Refused
from policies.when import Every, Once
from policies.when.clock import held, instants, local
from policies.when.values import RULE

GROUP = ""
"""Whom a reminder is for that is said in the room."""
OPEN_FOR_GROUP = 3
OPEN_PERSONAL = 50
STOPPED_BY = 2
LONGEST = 500
LATE = timedelta(minutes=2)
"""What comes later than this is said to be late."""
FARTHEST = timedelta(days=3660)
_LOOKED_AT = 12
_DAILY = timedelta(hours=23)  # a day on which the clocks go forward
_CLOSEST = timedelta(minutes=1)
_COUNTED = 1000
"""Occurrences that are counted through to find the last one."""
_MOST_MOVED = timedelta(days=2)
"""A zone may move by a whole day (Apia, 2011), and an occurrence with it."""


@dataclass(frozen=True, slots=True)
class Timing:
    """When something comes: the wall time `wall` (ISO, without an offset) in the IANA zone `zone`, once or by a rule.

    `later`: where the clock shows that time twice, the second one is meant. `rule` is an RFC 5545 RRULE without UNTIL, empty
    for once; `until` is the last wall time that may be meant, and `except_` are dates (ISO) on which nothing comes.
    """

    wall: str
    zone: str
    later: bool = False
    rule: str = ""
    until: str = ""
    except_: tuple[str, ...] = ()

    @classmethod
    def of(cls, said: Once | Every) -> Timing:
        """What was read, in the form that is kept."""
        zone = ZoneInfo(said.zone)
        if isinstance(said, Once):
            wall = local(said.at, zone)
            return cls(wall.isoformat(), said.zone, later=said.at != _instant(wall, zone, later=False))
        parts = said.parts
        until = parts.pop("UNTIL", None)
        return cls(
            wall=said.first.replace(tzinfo=None, fold=0).isoformat(),
            zone=said.zone,
            later=bool(said.first.fold),
            rule=";".join(f"{name}={value}" for name, value in parts.items()),
            until=local(datetime.strptime(until, _UNTIL).replace(tzinfo=UTC), zone).isoformat() if until else "",
            except_=tuple(each.isoformat() for each in said.except_),
        )

    @property
    def sound(self) -> bool:
        """Whether it is written as it is here: what was brought from elsewhere may be anything."""
        forms = WALL(self.wall) and ZONE(self.zone) and blank_or(RULE)(self.rule) and blank_or(WALL)(self.until)
        return forms and all(map(DAY, self.except_))

    @property
    def once(self) -> bool:
        """Whether it comes a single time."""
        return not self.rule

    def following(self, after: datetime) -> Iterator[datetime]:
        """The instants (aware UTC) strictly later than `after`, in order, by the rules that its zone has now."""
        if self.once:
            at = _instant(datetime.fromisoformat(self.wall), ZoneInfo(self.zone), later=self.later)
            return iter((at,) if at > after else ())
        return self._every().following(after)

    def last(self, after: datetime) -> datetime | None:
        """The last instant (aware UTC) of a series that ends, as of those after `after`; `None` where it has no end, or a far one."""
        if self.once or not (self.until or "COUNT=" in self.rule):
            return None
        coming = list(islice(self.following(after), _COUNTED + 1))
        return coming[-1] if coming and len(coming) <= _COUNTED else None

    def place(self, at: datetime) -> str:
        """Which occurrence `at` is: its wall time, which a change of the zone's rules does not move; else its instant."""
        if self.once or self._every().elapsed:
            return at.astimezone(UTC).isoformat()
        return local(at, ZoneInfo(self.zone)).isoformat()

    @property
    def steady(self) -> bool:
        """Whether its places are instants, which no change of a zone's rules moves."""
        return not self.once and self._every().elapsed

    def _every(self) -> Every:
        zone = ZoneInfo(self.zone)
        until = f";UNTIL={held(datetime.fromisoformat(self.until), zone):{_UNTIL}}" if self.until else ""
        return Every(
            rule=self.rule + until,
            first=datetime.fromisoformat(self.wall).replace(tzinfo=zone, fold=int(self.later)),
            zone=self.zone,
            except_=tuple(date.fromisoformat(each) for each in self.except_),
        )


_UNTIL = "%Y%m%dT%H%M%SZ"


def _instant(wall: datetime, zone: ZoneInfo, *, later: bool) -> datetime:
    """The instant of a wall time; of one that the clock skips, the end of the gap."""
    found = instants(wall, zone)
    return found[-1 if later else 0] if found else held(wall, zone)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that `owner` made at `made`, for the group (`GROUP`) or for the person `whom`.

    `about` is what it says; `event` is the message that it points to, of which no word is kept, and `subject` the number of
    the group. `joined` said "me too", `stopping` asked to stop it. `told` is the last occurrence that was told, `place`
    which one that was. `shared`: it was made in the room, before all, and so is no secret of a direct chat.
    """

    number: int
    owner: str
    whom: str
    about: str
    timing: Timing
    made: datetime
    event: str = ""
    subject: int | None = None
    joined: frozenset[str] = frozenset()
    stopping: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    shared: bool = False
    told: datetime | None = None
    place: str = ""
    over: bool = False

    @property
    def question(self) -> str:
        """What it is about, as all that has a number is asked."""
        return self.about

    @property
    def proposer(self) -> str:
        """Who made it."""
        return self.owner

    @property
    def under_way(self) -> bool:
        """Whether it will come again."""
        return not self.over

    @property
    def personal(self) -> bool:
        """Whether it is for one person, and comes to them alone."""
        return self.whom != GROUP

    def concerns(self, person: str) -> bool:
        """Whether a person may see it: the group's is everybody's."""
        return not self.personal or person in {self.owner, self.whom, *self.joined}

    def coming(self) -> Iterator[datetime]:
        """The occurrences that are not told and not skipped (aware UTC), soonest first; it may never end."""
        after = self.told or self.made
        if self.told is not None and not self.timing.steady:
            after -= _MOST_MOVED
        for at in self.timing.following(after):
            place = self.timing.place(at)
            if place > self.place and place not in self.skipped:
                yield at

    def next(self, count: int = 1) -> list[datetime]:
        """The next `count` occurrences, or fewer where it ends before."""
        return [] if self.over else list(islice(self.coming(), count))

    def telling(self, now: datetime) -> tuple[Reminder, list[datetime]]:
        """The reminder when all that has come by `now` is told at once, and what that was; nothing where none has come."""
        past: list[datetime] = []
        for at in self.coming():
            if at > now:
                break
            past.append(at)
        else:
            return replace(self._told(past), over=True), past
        return self._told(past), past

    def _told(self, past: list[datetime]) -> Reminder:
        return replace(self, told=past[-1], place=self.timing.place(past[-1])) if past else self

    @property
    def sound(self) -> bool:
        """Whether it can be gone on with: what was brought from elsewhere may come at any time, and as often."""
        if not self.timing.sound:
            return False
        coming = list(islice(self.timing.following(self.made), _LOOKED_AT))
        return all(after - before >= _CLOSEST for before, after in pairwise(coming))

    def joining(self, person: str) -> Reminder:
        """A person wants to be reminded as well. Raises `Refused` when it is over, already theirs, or was not made before all."""
        self._still()
        if self.personal and not self.shared:
            raise Refused("remind-not-yours", number=self.number)
        if person == self.whom or person in self.joined:
            raise Refused("remind-joined-already", number=self.number)
        return replace(self, joined=self.joined | {person})

    def without(self, person: str) -> Reminder:
        """A person is no longer reminded; with nobody left it is over."""
        joined = self.joined - {person}
        return replace(self, joined=joined, over=self.over or (person == self.whom and not joined))

    def stopping_by(self, person: str) -> Reminder:
        """A person stops it: their own at once, the group's with a second member.

        Raises `Refused` for somebody else's and for one that is over.
        """
        self._still()
        if self.personal and person not in {self.owner, self.whom}:
            raise Refused("remind-not-yours", number=self.number)
        stopping = self.stopping | {person}
        alone = person in {self.owner, self.whom}
        return replace(self, stopping=stopping, over=alone or len(stopping) >= STOPPED_BY)

    def skipping(self, person: str) -> tuple[Reminder, datetime]:
        """The owner leaves the next occurrence out, which is returned too. Raises `Refused` where there is no other one."""
        self._owned(person)
        coming = self.next(2)
        if len(coming) < 2:  # noqa: PLR2004 - the one that is left out, and one that remains
            raise Refused("remind-skip-last", number=self.number)
        return replace(self, skipped=self.skipped | {self.timing.place(coming[0])}), coming[0]

    def changing(self, person: str, timing: Timing, at: datetime) -> Reminder:
        """The owner gives it another time, as if it was made at `at`. Raises `Refused` for others and for times out of range."""
        self._owned(person)
        return replace(self, timing=timing, made=at, told=None, place="", skipped=frozenset()).checked()

    def _owned(self, person: str) -> None:
        self._still()
        if person not in {self.owner, self.whom}:
            raise Refused("remind-not-yours" if self.personal else "remind-only-owner", number=self.number)

    def _still(self) -> None:
        if self.over:
            raise Refused("remind-over", number=self.number)

    def checked(self) -> Reminder:
        """This reminder. Raises `Refused` for words or times that are out of range."""
        if len(self.about) > LONGEST:
            raise Refused("remind-too-long", most=LONGEST, length=len(self.about))
        coming = self.next(_LOOKED_AT)
        if not coming:
            raise Refused("remind-past")
        if coming[0] - self.made > FARTHEST:
            raise Refused("remind-too-far")
        least = _CLOSEST if self.personal else _DAILY
        if any(after - before < least for before, after in pairwise(coming)):
            raise Refused("remind-too-often" if self.personal else "remind-too-often-for-group")
        return self


def check_room_for_more(*, whom: str, open_for_group: int, open_personal: int) -> None:
    """Whether a person who has so many open reminders may make one more. Raises `Refused` where not."""
    if whom == GROUP and open_for_group >= OPEN_FOR_GROUP:
        raise Refused("remind-three-open", most=OPEN_FOR_GROUP)
    if whom != GROUP and open_personal >= OPEN_PERSONAL:
        raise Refused("remind-fifty-open", most=OPEN_PERSONAL)
