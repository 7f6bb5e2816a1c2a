"""What a command may use: the room it is about, the people directory and the moment. Nothing else reaches a handler.

The store behind `Room` is bound to one room: no method takes a room id, so no command can see another room's data.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Protocol, TypeVar

from policies.chain import Checked, Fault, Witness
from policies.charter import Charter
from policies.charters import Starter
from policies.decision import Decision
from policies.meeting import Meeting
from policies.model import Person
from policies.motion import Motion
from policies.newcomer import Knock, Newcomer
from policies.reminder import Reminder
from policies.roles import Leadership
from policies.rollcall import RollCall
from policies.secret import Sealed

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the record: its place, kind, server time, data, and the texts and people it names (where not forgotten)."""

    seq: int
    kind: str
    at: datetime
    data: Mapping[str, Any]
    texts: Mapping[str, str]
    people: Mapping[int, Person]
    hash: str


class Record(Protocol):
    """The room's append-only, hash-chained record."""

    def append(self, kind: str, at: datetime, data: Mapping[str, Any], texts: Mapping[str, str]) -> Entry:
        """Add an entry. `texts` go in as salted hashes; the texts themselves can be forgotten later."""

    def person(self, id: str) -> int:  # noqa: A002
        """The number under which the record knows this person in this room."""

    def latest(self, count: int) -> Sequence[Entry]:
        """The newest entries, oldest first."""

    def about(self, number: int) -> Sequence[Entry]:
        """The entries about one number of the room's series, oldest first."""

    def find(
        self,
        *,
        kinds: Collection[str] = (),
        about: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
        count: int,
        skip: int = 0,
    ) -> tuple[Sequence[Entry], int]:
        """The newest `count` of the entries that are wanted, oldest first, without the newest `skip`; and how many there are.

        `kinds`: of these kinds; `about`: with these words in a text that is kept; `since` (with it) and `until` (without it).
        """

    def check(self) -> Checked:
        """Whether the chain holds, the ballots come out again, and the heads are those that were posted."""

    def witnesses(self) -> Sequence[Witness]:
        """The heads that were posted in the room, oldest first."""

    def length(self) -> int:
        """How many entries there are."""

    def head(self) -> str:
        """The hash of the newest entry (hexadecimal), or of the beginning of the record."""

    def roll(self, people: Sequence[str]) -> str:
        """A salted hash of a list of people: it proves the list later and confirms nobody now."""


class Decisions(Protocol):
    """The room's decisions."""

    def get(self, number: int) -> Decision | None:
        """Decision `number`, whatever its status."""

    def save(self, decision: Decision) -> None:
        """Keep `decision` as it is now, with its acts."""

    def open(self) -> Sequence[Decision]:
        """Those announced or open, by number."""

    def closed_since(self, at: datetime) -> Sequence[Decision]:
        """Those that closed at `at` or later, by number."""

    def holding(self, event: str) -> Decision | None:
        """The decision that the event `event` (a ballot or its edit) is an act of."""


class Matter(Protocol):
    """What all things with a number have in common."""

    @property
    def number(self) -> int:
        """Its number in the room's series."""

    @property
    def question(self) -> str:
        """What it is about, as it was typed."""

    @property
    def proposer(self) -> str:
        """The id of who began it."""

    @property
    def under_way(self) -> bool:
        """Whether it is not over."""


class Matters(Protocol):
    """Everything of the room that has a number: votes, elections, lots. A vote inside an election has the election's number."""

    def get(self, number: int) -> Matter | None:
        """What has this number, as a whole."""

    def save(self, matter: Matter) -> None:
        """Keep it as it is now; votes are kept by `Decisions`."""

    def open(self) -> Sequence[Matter]:
        """What is under way, by number."""

    def held(self) -> Meeting | None:
        """The meeting that was held last."""

    def motions(self, subject: str) -> Sequence[Motion]:
        """All motions about `subject`, by number, ended ones too."""

    def all_of(self, kind: type[Kept]) -> Sequence[Kept]:
        """All of one kind, over or not, by number."""

    def drop(self, number: int) -> None:
        """Keep nothing of it but its number."""


class Charters(Protocol):
    """The charter of the room."""

    def get(self) -> Charter:
        """The charter as it is; an empty one where the group has none."""

    def save(self, charter: Charter) -> None:
        """Keep it as it is now."""

    def agreed(self, person: str) -> int | None:
        """The edition of the guidelines that a person agreed to last, or `None`."""

    def agree(self, person: str, edition: int, at: datetime) -> None:
        """A person agrees to an edition of the guidelines."""

    def assents(self) -> Mapping[str, int]:
        """Who agreed to which edition."""


@dataclass(frozen=True, slots=True)
class BoardState:
    """Where the noticeboard stands.

    `event` is its message, `pinned` whether that is pinned or about to be. `told`: what we said that we may not do, or were
    refused. `line` is ours at the end of the room's topic.
    """

    event: str | None = None
    pinned: bool = False
    told: tuple[str, ...] = ()
    line: str = ""


class Boards(Protocol):
    """The room's noticeboard."""

    def get(self) -> BoardState:
        """Where it stands."""

    def save(self, state: BoardState) -> None:
        """Keep whether it is pinned, and what was told."""


class Starters(Protocol):
    """The charters to begin with: those of the program, and its host's own."""

    def offered(self, language: str) -> Sequence[Starter]:
        """All of them in a language, or in another where they have none in it; the empty one last."""

    def get(self, key: str, language: str) -> Starter | None:
        """The one of that key, in a language or the nearest; `None` where there is none."""

    def read(self, words: str) -> Starter:
        """A charter that somebody typed, as a file has it. Raises `Refused` with what is wrong in each line."""


class Roles(Protocol):
    """Who does which job of the group."""

    def serving(self, role: str) -> Sequence[str]:
        """The ids of those who serve in a role now: whose turn it is first, then the backup.

        Without those who are away or have left. Empty: nobody does.
        """

    def get(self) -> Leadership:
        """All of it: who does what, the turns, and who is away."""

    def save(self, leadership: Leadership) -> None:
        """Keep it as it is now."""


class RollCalls(Protocol):
    """Who takes part in the votes of a large group."""

    def get(self) -> RollCall:
        """As it stands; an empty one where nobody was ever asked."""

    def save(self, roll_call: RollCall) -> None:
        """Keep it as it is now."""


class Reminders(Protocol):
    """The room's reminders: those of the group, and those that somebody made here for one person alone."""

    def get(self, number: int) -> Reminder | None:
        """Reminder `number`, also when it is over."""

    def save(self, reminder: Reminder) -> None:
        """Keep it as it is now."""

    def forget(self, number: int) -> None:
        """Keep nothing of it."""

    def of_group(self) -> Sequence[Reminder]:
        """The open ones that are said in the room, by number."""

    def of_person(self, person: str) -> Sequence[Reminder]:
        """The open ones that this person made, or that come to them alone, by number."""

    def in_zone(self, zone: str) -> Sequence[Reminder]:
        """The open ones whose clock is that of an IANA zone."""

    def allowed(self, person: str) -> frozenset[str]:
        """Who may remind this person here, by id; an empty id is everybody in the group."""

    def allow(self, person: str, sender: str) -> None:
        """From now on `sender` may remind this person; an empty id is everybody in the group."""

    def allow_nobody(self, person: str) -> None:
        """From now on nobody may."""


class Floor(Protocol):
    """What holds the room now: a round, a queue, a timer, a pause (`policies.floor`). What is over is gone."""

    def get(self, kind: type[Kept], key: str = "") -> Kept | None:
        """The one of this kind that there is now, or of this kind and key."""

    def all_of(self, kind: type[Kept]) -> Sequence[Kept]:
        """All of a kind, by key."""

    def keep(self, value: object, key: str = "") -> None:
        """Keep it as it is now."""

    def clear(self, kind: type[Any], key: str = "") -> None:
        """Keep nothing of it."""


class Newcomers(Protocol):
    """Who is new in the room, and who knocks at its door."""

    def known(self, person: str) -> bool:
        """Whether somebody was here when the bot came, or was greeted before."""

    def knows(self, people: Collection[str]) -> None:
        """These people are no newcomers from now on."""

    def unknown(self, person: str) -> None:
        """They went before they were welcomed: when they come back they are new."""

    def save(self, newcomer: Newcomer) -> None:
        """Keep a newcomer as they are now."""

    def get(self, person: str) -> Newcomer | None:
        """A newcomer of the last two weeks."""

    def all(self) -> Sequence[Newcomer]:
        """The newcomers of the last two weeks, in the order in which they came."""

    def waiting(self, most: int = -1) -> Sequence[Newcomer]:
        """Those who wait for their welcome, in the order in which they came: all, or the first `most`."""

    def last_welcomed(self) -> datetime | None:
        """When the last of those came who were welcomed, in the last two weeks; `None`: nobody was."""

    def drop(self, person: str) -> None:
        """Keep nothing of them but that they were greeted."""

    def unheard(self, person: str) -> None:
        """Their first week is over: which messages were theirs is forgotten."""

    def knock(self, person: str) -> Knock | None:
        """Somebody who knocks, or did lately."""

    def knocking(self) -> Sequence[Knock]:
        """Those who wait at the door, longest first."""

    def keep_knock(self, knock: Knock) -> None:
        """Keep it as it is now."""

    def forget_knocks(self, before: datetime) -> None:
        """Keep nothing of those who stopped waiting, and knocked before then."""


class Secrets(Protocol):
    """The ballots of the room's secret votes, kept apart from who cast them."""

    def voted(self, number: int) -> frozenset[str]:
        """Who has cast a ballot in vote `number`, whatever became of it."""

    def ballots(self, number: int) -> Sequence[Sealed]:
        """What was cast in vote `number`, by key: those taken back too."""

    def cast(self, number: int, person: str, ballot: Sealed) -> None:
        """Keep a first ballot, and apart from it that this person voted."""

    def replace(self, number: int, ballot: Sealed) -> None:
        """Keep a ballot in the place of the one that has its key."""

    def forget(self, number: int) -> None:
        """Nobody voted, and nothing was cast."""

    def promise(self, person: str) -> bool:
        """Whether this person has not been told yet what a secret vote can promise; from now on they have."""


@dataclass(frozen=True, slots=True)
class Held:
    """How many rows of a table are about a person. `table` names the text `data-TABLE`."""

    table: str
    count: int


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the bot that is still known: `kind` is `question` or `result`, `link` leads to it."""

    kind: str
    link: str


@dataclass(frozen=True, slots=True)
class Drill:
    """What a move would have brought: the record's length and head, and whether all came out the same."""

    same: bool
    length: int
    head: str
    faults: Sequence[Fault]


class Belongings(Protocol):
    """What is a person's, and what is the group's."""

    def held(self, person: str) -> Sequence[Held]:
        """What is stored about a person here."""

    def forget(self, person: str, *, words: bool) -> None:
        """Make them a former member, here and in their direct chats. `words`: what they wrote in proposals and reasons goes too."""

    def said(self, number: int) -> Sequence[Said]:
        """The messages about a number: its question first, then what was said of its results."""

    def drill(self) -> Drill:
        """Move out, into an empty store, and compare."""


class Room(Protocol):
    """The group's room, and only this one."""

    @property
    def name(self) -> str:
        """What to call the group; empty where it has no name."""

    @property
    def language(self) -> str:
        """The room's language (`en`, `de`)."""

    @property
    def zone(self) -> str:
        """The room's IANA time zone."""

    @property
    def encrypted(self) -> bool:
        """Whether what is written here is encrypted."""

    @property
    def begun(self) -> datetime | None:
        """When the bot came (aware UTC), where that is known."""

    @property
    def belongings(self) -> Belongings:
        """What is stored of people, and what the group can take away."""

    @property
    def board(self) -> Boards:
        """The noticeboard."""

    @property
    def charter(self) -> Charters:
        """The group's charter."""

    @property
    def decisions(self) -> Decisions:
        """The room's decisions."""

    @property
    def floor(self) -> Floor:
        """What holds the room now."""

    @property
    def matters(self) -> Matters:
        """Everything that has a number."""

    @property
    def roles(self) -> Roles:
        """Who does which job."""

    @property
    def roll_calls(self) -> RollCalls:
        """Who still takes part in votes."""

    @property
    def secrets(self) -> Secrets:
        """The room's secret ballots."""

    @property
    def reminders(self) -> Reminders:
        """The room's reminders."""

    @property
    def record(self) -> Record:
        """The room's record."""

    @property
    def newcomers(self) -> Newcomers:
        """Who is new here, and who knocks."""

    def members(self) -> frozenset[str]:
        """The ids of the people who are joined now: without the bot, and without the programs and puppets on the group's list."""

    def present(self) -> frozenset[str]:
        """The ids of all accounts that are joined now, without the bot."""

    def programs(self) -> frozenset[str]:
        """The accounts that the group has listed as programs or as bridges' puppets."""

    def may_invite(self) -> frozenset[str]:
        """The members who may let somebody in."""

    def admins(self) -> frozenset[str]:
        """The ids of those members who can change the powers of the Matrix room."""

    def settled(self, before: datetime) -> frozenset[str]:
        """The ids of those members who joined at `before` (aware UTC) or earlier."""

    def setting(self, name: str) -> Any | None:
        """What the group set under this name, in JSON values; `None`: nothing."""

    def keep_setting(self, name: str, value: Any | None) -> None:
        """Keep what the group set; `None` forgets it."""

    def person(self, id: str) -> Person:  # noqa: A002
        """How to show a person here; equal names are shown with their ids."""

    def link(self, event: str) -> str:
        """A link to a message of this room, for people who are in it."""

    def next_number(self) -> int:
        """The next number of the room's one running series."""

    def schedule(self, kind: str, number: int, at: datetime) -> None:
        """Do `kind` for `number` when `at` has come (instead of an earlier arrangement of that kind)."""

    def unschedule(self, kind: str, number: int) -> None:
        """Never mind."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose for themselves. `None` means: as the room has it.

    `quiet` are their quiet hours (`policies.quiet`). `nudges`: they want to be reminded of what waits for them.
    """

    language: str | None = None
    zone: str | None = None
    receipts: str | None = None
    quiet: str | None = None
    nudges: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A group that the person and the bot are both in. `number` is only for choosing it in a direct chat; `name` may be empty."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class FoundPoll:
    """A poll that a member made: `options` are answer id -> text; `answers` are (voter, event, server time, answer ids)."""

    question: str
    options: Mapping[str, str]
    most: int
    by: str
    sent: datetime
    answers: Sequence[tuple[str, str, datetime, tuple[str, ...]]]


class Directory(Protocol):
    """What belongs to a person and not to a room."""

    def settings(self, person: str) -> Settings:
        """Their own settings."""

    def save(self, person: str, settings: Settings) -> None:
        """Keep their settings."""

    def groups(self, person: str) -> Sequence[Group]:
        """The groups that a command of theirs can be about."""

    def reminders(self, person: str) -> int:
        """How many open reminders to one person alone this person has made, in all rooms and chats."""

    def left_alone(self, person: str) -> bool:
        """Whether the person left the direct chat with the bot, or did not want it, and there is no other."""

    def choose(self, person: str, group: int) -> None:
        """From now on their direct chat is about this group."""

    def reachable(self, person: str) -> bool:
        """Whether a request may reach this person in their quiet hours."""

    def reach(self, person: str, *, always: bool) -> None:
        """Keep whether it may."""


class Words(Protocol):
    """What people type, in every language that the program speaks."""

    def ballot(self, word: str, options: Sequence[str]) -> str | None:
        """The option that a ballot word means, or `None`."""

    def option(self, id: str) -> Sequence[str]:  # noqa: A002
        """The words that begin an option (`until`, `bis`)."""

    def kept(self, id: str) -> Sequence[str]:  # noqa: A002
        """Those of them that stay with what follows: after `weil` a German sentence has another order."""

    def option_in(self, id: str, language: str) -> str:  # noqa: A002
        """The main one of these words in a language."""

    @property
    def commands(self) -> Sequence[str]:
        """The English names of all commands."""

    def names(self, command: str, language: str) -> Sequence[str]:
        """The names of a command in a language, the main one first."""

    def role(self, word: str) -> str | None:
        """The built-in role that a word means (`facilitator`, `Moderation`), or `None`."""

    def called(self, role: str, language: str) -> str:
        """What a built-in role is called in a language."""

    def share(self, phrase: str) -> Fraction | None:
        """The share of votes that words mean (`two thirds`, `all`)."""

    def language(self, word: str) -> str | None:
        """The language code that a word means (`German`, `deutsch`, `de`)."""

    @property
    def languages(self) -> Sequence[str]:
        """The language codes that the program speaks."""


@dataclass(frozen=True, slots=True)
class About:
    """What the bot says of itself and of help outside: set by its host, and the numbers by the group where it has its own.

    `checked`: when the group last looked whether its numbers are right.
    """

    emergency: str = ""
    helplines: tuple[str, ...] = ()
    key_days: int = 7
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The moment in which a command runs.

    `sent` is the server time of the message (`now` where that lies in the future), `now` the clock. `event` is the message,
    `root` the message that it edits, or itself. `room` is the group that it is about; `own` is the room typed in: the same one (the same object), or a
    direct chat with its own series of numbers. `number` is what a reply refers to, `guideline` the guideline that it refers to, `replied` the event that it replies to. `direct`: typed in a direct chat.
    `mentions`: whom the message mentions. `encrypted`: typed in an encrypted room; `removes`: the bot may remove messages there.
    `pins`, `topics`, `quiets`: the bot may pin messages in the group's room, change its topic, and raise the level that writing needs.
    `prefix`: what the host has put before commands. `chance`: 32 fresh random bytes, hexadecimal. `unread`: messages that could not be read in time.
    """

    now: datetime
    sent: datetime
    sender: Person
    event: str
    root: str
    room: Room
    own: Room
    directory: Directory
    words: Words
    charters: Starters
    about: About
    language: str
    zone: str
    prefix: str = "!"
    direct: bool = False
    encrypted: bool = False
    removes: bool = False
    pins: bool = False
    topics: bool = False
    quiets: bool = False
    number: int | None = None
    guideline: int | None = None
    replied: str | None = None
    mentions: frozenset[str] = frozenset()
    way: str = "words"
    chance: str = ""
    unread: int = 0
