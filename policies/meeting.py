"""Meetings: a series with its dates, and one meeting of it with who comes, its agenda and what was noted.

A series keeps its wall time, its zone and its rule; instants are counted from them when they are needed, so that a change
of the rules of a zone is honoured. A date is named by the local day on which the rule has it (`2026-03-31`): that name
stays when the date is moved. All times given to a step are aware UTC.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from policies.agenda import Item, following, opening
from policies.form import DAY, TIME, ZONE, blank_or, up_to
from policies.model import Refused
from policies.when import Every, Once
from policies.when.values import RULE

USUAL_MINUTES = 60
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 12 * 60
LONGEST_TITLE, LONGEST_PLACE, LONGEST_NOTE = 100, 300, 1000
MOST_NOTES = 300
MOST_SERIES = 20
LONGEST_NUMBER = 9
FAR = timedelta(days=366)
LOOKED_THROUGH = 400
"""Dates of a series that are looked through for one that somebody names: a year of daily ones."""
EARLY = timedelta(hours=2)
"""How long before its time a meeting can be begun."""
REVERSE_WITHIN = timedelta(hours=72)
REVERSE_NEEDS = 2
"""Members who take a change back (design.md, "Defaults": two members)."""

DAY_BEFORE, SOON = timedelta(days=1), timedelta(minutes=15)
LAST_PART = timedelta(minutes=10)
EMPTY_AFTER = timedelta(minutes=20)
ENDS_BY_ITSELF = timedelta(minutes=30)
APPROVE_WITHIN = timedelta(days=14)
"""After that time minutes that nobody approved stay as they are, and say so."""

YES, MAYBE, NO = "yes", "maybe", "no"
COMING = (YES, MAYBE, NO)
ROLES = ("facilitator", "timekeeper", "notes")

_LINK = re.compile(r"https?://[^\s/?#.]+(?:\.[^\s/?#.]+)*(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_LIKE_A_LINK = re.compile(r"(?:\S+://|www\.|https?:|javascript:|mailto:|data:)\S*", re.IGNORECASE)
_JOINED = re.compile(r"(?:^|[\s,;])(?:and|or|und|oder)?[\s,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a series meets: `first` is the first wall time with its offset (ISO 8601), in the IANA `zone`.

    `rule` is an RFC 5545 RRULE, empty for a single date; `without` are local days that it leaves out.
    """

    first: str
    zone: str
    rule: str = ""
    without: tuple[str, ...] = ()

    @classmethod
    def of(cls, said: Once | Every, zone: str) -> Rhythm:
        """What was read of a phrase, typed by somebody in `zone`. Raises `Refused` for what happens more than once a day."""
        if isinstance(said, Once):
            return cls(said.at.astimezone(ZoneInfo(zone)).isoformat(), zone)
        if said.parts["FREQ"] in {"HOURLY", "MINUTELY"}:
            raise Refused("meet-too-often")
        return cls(said.first.isoformat(), said.zone, said.rule, tuple(day.isoformat() for day in said.except_))

    @property
    def sound(self) -> bool:
        """Whether it is written as it is here: what was brought from elsewhere may be anything."""
        return TIME(self.first) and ZONE(self.zone) and blank_or(RULE)(self.rule) and all(map(DAY, self.without))

    @property
    def wall(self) -> datetime:
        """The first wall time, naive."""
        return datetime.fromisoformat(self.first).replace(tzinfo=None, fold=0)

    @property
    def every(self) -> Every:
        """The series that a rule counts."""
        zone = ZoneInfo(self.zone)
        return Every(self.rule, self.wall.replace(tzinfo=zone), self.zone, tuple(map(date.fromisoformat, self.without)))

    def dates(self, after: datetime, count: int) -> list[datetime]:
        """At most `count` dates of the rule strictly after `after`, as instants."""
        if self.rule:
            return self.every.occurrences(after, count)
        at = datetime.fromisoformat(self.first).astimezone(UTC)
        return [at] if at > after else []

    def day(self, at: datetime) -> str:
        """The name of a date of the rule."""
        return at.astimezone(ZoneInfo(self.zone)).date().isoformat()


@dataclass(frozen=True, slots=True)
class Date:
    """One date of a series: `day` names it, `at` is when it is, moved or not."""

    day: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All of a series that people can change: what, when, how long (minutes), where, and its exceptions by date."""

    title: str
    rhythm: Rhythm
    minutes: int = USUAL_MINUTES
    place: str = ""
    link: str = field(default="", repr=False)
    moved: Mapping[str, datetime] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()

    @property
    def sound(self) -> bool:
        """Whether it can be gone on with."""
        return self.rhythm.sound and up_to(LONGEST_MINUTES)(self.minutes) and all(map(DAY, (*self.moved, *self.skipped)))

    def dates(self, after: datetime, count: int) -> list[Date]:
        """At most `count` dates after `after`, in order, with those that were moved and without those left out."""
        ruled = self.rhythm.dates(after, count + len(self.moved) + len(self.skipped))
        found = {self.rhythm.day(at): at for at in ruled if self.rhythm.day(at) not in self.skipped}
        found |= {day: at for day, at in self.moved.items() if day not in self.skipped}
        coming = [Date(day, at) for day, at in found.items() if at > after]
        return sorted(coming, key=lambda each: (each.at, each.day))[:count]

    def moving(self, day: str, at: datetime) -> Arrangement:
        """The date `day` is at another time."""
        return replace(self, moved={**self.moved, day: at}, skipped=self.skipped - {day})

    def skipping(self, day: str) -> Arrangement:
        """The date `day` is left out."""
        return replace(self, moved={key: at for key, at in self.moved.items() if key != day}, skipped=self.skipped | {day})

    def following(self, rhythm: Rhythm) -> Arrangement:
        """All dates from now on are by another rhythm; what was said of single dates of the old one is over."""
        return replace(self, rhythm=rhythm, moved={}, skipped=frozenset())


@dataclass(frozen=True, slots=True)
class Series:
    """A series of meetings, or a single one. `current` is the number of the meeting that is next or under way.

    `before` is what it was until the last change, `against` who wants that back. `known`: who has been at one of its
    meetings. `carried` goes onto the agenda of the next meeting.
    """

    number: int
    plan: Arrangement
    proposer: str
    uid: str
    stamp: datetime
    sequence: int = 0
    current: int = 0
    before: Arrangement | None = None
    against: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    carried: tuple[Item, ...] = ()
    over: bool = False
    cancelled: bool = False

    @property
    def question(self) -> str:
        """What it is about."""
        return self.plan.title

    @property
    def under_way(self) -> bool:
        """Whether there are dates to come."""
        return not self.over

    def changing(self, plan: Arrangement, at: datetime) -> Series:
        """It is arranged otherwise. Raises `Refused` when it is over."""
        if self.over:
            raise Refused("meet-over", number=self.number)
        return replace(self, plan=plan, before=self.plan, against=frozenset(), stamp=at, sequence=self.sequence + 1)

    def reversing(self, by: str, at: datetime) -> Series:
        """A member wants the last change taken back; the second one takes it back. Raises `Refused` where nothing can be."""
        if self.over or self.before is None or at - self.stamp > REVERSE_WITHIN:
            raise Refused("meet-nothing-to-take-back", number=self.number)
        if by in self.against:
            raise Refused("meet-back-again", number=self.number)
        against = self.against | {by}
        if len(against) < REVERSE_NEEDS:
            return replace(self, against=against)
        return replace(
            self, plan=self.before, before=None, against=frozenset(), stamp=at, sequence=self.sequence + 1
        )

    def cancelling(self, at: datetime) -> Series:
        """There are no more meetings. Raises `Refused` when it is over already."""
        if self.over:
            raise Refused("meet-over", number=self.number)
        return replace(self, over=True, cancelled=True, stamp=at, sequence=self.sequence + 1)

    def ending(self) -> Series:
        """The last date is over."""
        return replace(self, over=True)


class Phase(StrEnum):
    """Where one meeting stands. `HELD`: its minutes can be corrected; `APPROVED` and `LEFT` (nobody approved): no more."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    APPROVED = "approved"
    LEFT = "left"
    EMPTY = "empty"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person said about coming, and the event it was said in. The latest by (server time, event id) counts."""

    choice: str
    sent: datetime
    event: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something for the minutes: `note`, `agreed`, `action` or `parked`. An action has a number of its own."""

    kind: str
    words: str
    by: str
    number: int = 0
    owner: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a series. `day` names its date in the series; `at` and `minutes` say when.

    `roles` are tonight's (`facilitator`, `timekeeper`, `notes`), `drawn` those that were drawn by lot, `declined` who
    declined one. `present`: who said that they are here, or did something in it; `named`: who agreed to be named in the
    minutes. `votes` are the proposals made in it.
    """

    number: int
    series: int
    title: str
    day: str
    at: datetime
    minutes: int
    proposer: str
    phase: Phase = Phase.PLANNED
    polled: bool = False
    coming: Mapping[str, Reply] = field(default_factory=dict)
    agenda: tuple[Item, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    drawn: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()
    votes: tuple[int, ...] = ()
    began: datetime | None = None
    ended: datetime | None = None
    approvals: frozenset[str] = frozenset()

    @property
    def question(self) -> str:
        """What it is about."""
        return self.title

    @property
    def under_way(self) -> bool:
        """Whether something is still to be done with it."""
        return self.phase in {Phase.PLANNED, Phase.RUNNING, Phase.HELD}

    @property
    def ends(self) -> datetime:
        """When it is to end. An hour is an hour, also where the clock changes in it."""
        return (self.began or self.at) + timedelta(minutes=self.minutes)

    def saying(self, choice: str) -> list[str]:
        """Who said so, by id."""
        return sorted(person for person, reply in self.coming.items() if reply.choice == choice)

    # Before it

    def replying(self, person: str, reply: Reply) -> Meeting:
        """A person says whether they come. Raises `Refused` when it is over."""
        if self.phase not in {Phase.PLANNED, Phase.RUNNING}:
            raise Refused("coming-over", number=self.number)
        before = self.coming.get(person)
        if before is not None and (before.sent, before.event) > (reply.sent, reply.event):
            return self
        return replace(self, coming={**self.coming, person: reply})

    def unsaying(self, person: str) -> Meeting:
        """A person takes back what they said about coming."""
        return replace(self, coming={key: reply for key, reply in self.coming.items() if key != person})

    def at_another_time(self, at: datetime) -> Meeting:
        """It is moved: who said that they come said it of the other time."""
        return replace(self, at=at, coming={}, polled=False)

    def retold(self, plan: Arrangement) -> Meeting:
        """What the series is called and how long it lasts."""
        return replace(self, title=plan.title, minutes=plan.minutes)

    # In it

    def beginning(self, at: datetime, roles: Mapping[str, str], drawn: Collection[str]) -> Meeting:
        """It begins. Raises `Refused` when it has begun or is over."""
        if self.phase is not Phase.PLANNED:
            raise Refused("meet-begun" if self.phase is Phase.RUNNING else "meet-over", number=self.number)
        return replace(
            self, phase=Phase.RUNNING, began=at, roles=roles, drawn=frozenset(drawn), agenda=opening(self.agenda)
        )

    def arriving(self, person: str, *, named: bool = False) -> Meeting:
        """A person is here, and is named in the minutes if they say so."""
        self._running()
        return replace(self, present=self.present | {person}, named=self.named | ({person} if named else set()))

    def leading(self, person: str) -> bool:
        """Whether a person has one of tonight's roles, or planned it."""
        return person in {*self.roles.values(), self.proposer}

    def taking_over(self, role: str, person: str) -> Meeting:
        """Somebody else has the role, drawn by lot."""
        return replace(self, roles={**self.roles, role: person}, drawn=self.drawn | {role})

    def declining(self, person: str) -> Meeting:
        """A person gives back tonight's roles. Raises `Refused` where they have none."""
        self._running()
        if person not in self.roles.values():
            raise Refused("pass-nothing", number=self.number)
        kept = {role: each for role, each in self.roles.items() if each != person}
        return replace(self, roles=kept, drawn=self.drawn & set(kept), declined=self.declined | {person})

    def next_item(self) -> Meeting:
        """The next item of the agenda. Raises `Refused` after the last one."""
        self._running()
        agenda = following(self.agenda)
        if agenda is None:
            raise Refused("meet-agenda-done", number=self.number)
        return replace(self, agenda=agenda)

    def noting(self, note: Note) -> Meeting:
        """Something goes into the minutes. Raises `Refused` for an empty or a very long note, and for too many."""
        self._running()
        if len(self.notes) >= MOST_NOTES:
            raise Refused("note-many", most=MOST_NOTES)
        return replace(self, notes=(*self.notes, note), present=self.present | {note.by})

    def undoing(self, person: str) -> tuple[Meeting, Note]:
        """The last note of a person is taken back. Raises `Refused` where there is none."""
        self._running()
        for place in reversed(range(len(self.notes))):
            if self.notes[place].by == person:
                return replace(self, notes=self.notes[:place] + self.notes[place + 1 :]), self.notes[place]
        raise Refused("note-nothing-to-undo", number=self.number)

    def asking(self, number: int) -> Meeting:
        """A proposal is made in it."""
        self._running()
        return replace(self, votes=(*self.votes, number))

    def ending(self, at: datetime) -> Meeting:
        """It is over. A meeting at which nobody said that they are there has no minutes."""
        self._running()
        return replace(self, phase=Phase.HELD if self.present else Phase.EMPTY, ended=at)

    def skipping(self) -> Meeting:
        """It does not take place. Raises `Refused` when it has begun."""
        if self.phase is not Phase.PLANNED:
            raise Refused("meet-begun" if self.phase is Phase.RUNNING else "meet-over", number=self.number)
        return replace(self, phase=Phase.SKIPPED)

    def _running(self) -> None:
        if self.phase is Phase.PLANNED:
            raise Refused("meet-not-begun", number=self.number)
        if self.phase is not Phase.RUNNING:
            raise Refused("meet-over", number=self.number)

    # After it

    def corrected(self) -> Meeting:
        """Its minutes were corrected: who approved them approved other words. Raises `Refused` when they stand."""
        self._correctable()
        return replace(self, approvals=frozenset())

    def approving(self, person: str) -> Meeting:
        """A person who was there, or any member where one alone was, approves the minutes; they stand with enough of them.

        Raises `Refused` where they stand already, and for who has approved them before.
        """
        self._correctable()
        if person in self.approvals:
            raise Refused("minutes-approved-by-you", number=self.number)
        approvals = self.approvals | {person}
        return replace(self, approvals=approvals, phase=Phase.APPROVED if len(approvals) >= self.approvals_needed else self.phase)

    @property
    def approvals_needed(self) -> int:
        """Members who must approve the minutes: two, or the only one who was there."""
        return min(REVERSE_NEEDS, max(1, len(self.present)))

    def left(self) -> Meeting:
        """Nobody approved its minutes in time."""
        return replace(self, phase=Phase.LEFT) if self.phase is Phase.HELD else self

    def _correctable(self) -> None:
        if self.phase is not Phase.HELD:
            raise Refused("minutes-stand" if self.phase in {Phase.APPROVED, Phase.LEFT} else "minutes-none", number=self.number)


@dataclass(frozen=True, slots=True)
class MeetingVote:
    """A proposal that was made in a meeting: those present vote on it. The vote itself has the same number."""

    number: int
    question: str
    proposer: str
    meeting: int
    over: bool = False

    @property
    def under_way(self) -> bool:
        """Whether it is not over."""
        return not self.over


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody does after a meeting. `owner` is empty while nobody has taken it on."""

    number: int
    words: str
    proposer: str
    meeting: int
    owner: str = ""
    due: datetime | None = None
    done: bool = False

    @property
    def question(self) -> str:
        """What is to be done."""
        return self.words

    @property
    def under_way(self) -> bool:
        """Whether it is still to be done."""
        return not self.done

    def finishing(self) -> Action:
        """It is done, or taken back. Raises `Refused` when it was before."""
        if self.done:
            raise Refused("action-done-already", number=self.number)
        return replace(self, done=True)


def check_title(title: str) -> str:
    """A title with its white space in order. Raises `Refused` for an empty or a long one."""
    title = " ".join(title.split())
    if not title:
        raise Refused("meet-no-title")
    if len(title) > LONGEST_TITLE:
        raise Refused("meet-long-title", most=LONGEST_TITLE, length=len(title))
    return title


def check_minutes(minutes: int) -> int:
    """A length in minutes. Raises `Refused` for less than 5 minutes and more than 12 hours."""
    if minutes < SHORTEST_MINUTES:
        raise Refused("meet-too-short", least=timedelta(minutes=SHORTEST_MINUTES))
    if minutes > LONGEST_MINUTES:
        raise Refused("meet-too-long", most=timedelta(minutes=LONGEST_MINUTES))
    return minutes


def check_words(words: str, most: int = LONGEST_NOTE) -> str:
    """Words for the minutes or the agenda. Raises `Refused` for none or too many."""
    words = " ".join(words.split())
    if not words:
        raise Refused("note-empty")
    if len(words) > most:
        raise Refused("note-too-long", most=most, length=len(words))
    return words


def place_and_link(words: str) -> tuple[str, str]:
    """Where a meeting is: a place, a link, or both. Raises `Refused` for two links, a long place, and for what only looks like a link."""
    places: list[str] = []
    links: list[str] = []
    for word in words.split():
        bare = word.rstrip(",;.)").lstrip("(<").rstrip(">")
        if _LINK.fullmatch(bare):
            links.append(bare)
        elif _LIKE_A_LINK.match(bare):
            raise Refused("meet-link-bad", link=bare)
        else:
            places.append(word)
    place = _JOINED.sub("", " ".join(places)).strip(" ,;")
    if len(links) > 1:
        raise Refused("meet-two-links")
    if max(len(place), *(len(link) for link in links), 0) > LONGEST_PLACE:
        raise Refused("meet-long-place", most=LONGEST_PLACE)
    return place, next(iter(links), "")
