"""What can happen in a room, as frozen values: the only form in which Matrix reaches the rest of the program.

Every value says where (`room`), which event (`event`), who (`sender`) and when (`sent`, the server time of the sender's
homeserver as aware UTC). Nothing here knows nio, JSON or a socket.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """The part that all events share. `transaction` is set on our own events only (`unsigned.transaction_id`)."""

    room: str
    event: str
    sender: str
    sent: datetime
    transaction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Happened):
    """A text message that a person typed (`m.text`, `m.emote`); bots' `m.notice` never gets here.

    `body` is without the reply fallback; for an edit it is the new text. `quoted` is true when the text begins inside a
    quotation or a code block, so that a command in it is only talked about.
    """

    body: str
    reply_to: str | None = None
    thread: str | None = None
    replaces: str | None = None
    mentions: frozenset[str] = frozenset()
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction(Happened):
    """`key` put on the event `target` (never encrypted by Matrix)."""

    target: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PollStarted(Happened):
    """A poll that a person made in their client. `options` maps answer ids to texts, in the poll's order."""

    question: str
    options: Mapping[str, str]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollAnswer(Happened):
    """An answer to the poll `poll`: the ids chosen, in the order sent. Empty: the vote is taken back (MSC3381)."""

    poll: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Happened):
    """A redaction: `sender` removed the event `redacts`."""

    redacts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Happened):
    """`person` went from `before` to `after`; a changed display name alone has `before == after`.

    `direct`: they were asked into a direct chat.
    """

    person: str
    before: Literal["join", "invite", "leave", "ban", "knock"]
    after: Literal["join", "invite", "leave", "ban", "knock"]
    name: str | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(Happened):
    """The room's power levels changed. `content` is the raw `m.room.power_levels`."""

    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Happened):
    """The room's name changed (empty when it was removed)."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Encrypted(Happened):
    """The room is encrypted from here on. It never goes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed(Happened):
    """From here on what is said is shown to others: `history` is the value of `m.room.history_visibility`."""

    history: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgraded(Happened):
    """The room was replaced by the room `successor` (a tombstone)."""

    successor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Happened):
    """An encrypted event whose key has not come yet. `session` is the Megolm session that would open it."""

    session: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo(Happened):
    """One of our own events came back in the timeline: what the outbox row `transaction` sent now has an event id.

    `mark` and `tail` stand in the event itself (`bot.store.marks`); of what another device of ours sent, only they are known.
    """

    mark: str | None = None
    tail: str | None = None


Event = (
    Message
    | Reaction
    | PollStarted
    | PollAnswer
    | Withdrawal
    | Membership
    | Power
    | Named
    | Encrypted
    | Disclosed
    | Upgraded
    | Waiting
    | Echo
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a room: their membership (`join` or `invite`) and the display name they chose, if any."""

    person: str
    membership: Literal["join", "invite"]
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A room as the server described it when asked: read after a join and after a gap, never from nio's memory.

    `creators` rank above everybody in room version 12 and later, and are empty before it. `predecessor` is the room
    that this one replaced, as `founder`, who made this one, says.
    """

    members: tuple[Member, ...]
    power: Mapping[str, Any]
    creators: frozenset[str]
    version: str
    encrypted: bool
    name: str
    history: str
    predecessor: str | None
    founder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomNews:
    """What happened in one joined room, in timeline order, gap pages included.

    `seed` is set for a room that is new to us and after a gap. `gap` is the token up to which the timeline is complete,
    set when missing pages could not be fetched: then `events` is empty and the room must be asked for again from there.
    For a room that is new to us `events` begins with our own join: what was said before we came is not ours.
    """

    room: str
    events: tuple[Event, ...]
    seed: Seed | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """`sender` asks us into `room`. `direct` marks an invitation to a direct chat."""

    room: str
    sender: str
    direct: bool
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One sync response, complete: `token` is to be stored in the same transaction as what its events caused.

    `more` is true while the server still holds to-device messages for us, so that keys may be missing yet.
    `keys` are the Megolm sessions whose keys came with this response.
    """

    token: str
    rooms: tuple[RoomNews, ...] = ()
    invites: tuple[Invite, ...] = ()
    left: tuple[str, ...] = ()
    more: bool = False
    keys: frozenset[str] = field(default_factory=frozenset)
