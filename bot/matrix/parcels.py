"""What we ask a homeserver to do, and how it answered: the two ends of the outbox, as frozen values.

A parcel carries the transaction id that makes a repetition harmless: the server keeps it for a day, and our own echo in
the timeline tells us for ever after. A `mark`, if there is one, stands in the event for all to see, and tells it to another device of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.matrix.events import Message, PollAnswer, PollStarted


@dataclass(frozen=True, slots=True, kw_only=True)
class SendEvent:
    """A message event. `recipients` are the people whose devices get the key; `None` sends it unencrypted."""

    transaction: str
    room: str
    type: str
    content: Mapping[str, Any]
    recipients: tuple[str, ...] | None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFile:
    """A file: its bytes are put into the server's store first, then told in the room as an `m.file`.

    A repetition may store the bytes once more; the event is sent once. `recipients` as in `SendEvent`: with them the
    bytes are encrypted too.
    """

    transaction: str
    room: str
    name: str
    mime: str
    data: bytes = field(repr=False)
    recipients: tuple[str, ...] | None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redact:
    """Remove the event `event`, with a reason that people can read."""

    transaction: str
    room: str
    event: str
    reason: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPinned:
    """Pin the event `event` beside what others have pinned, or take it down (`pinned` is false)."""

    room: str
    event: str
    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTopic:
    """Put `line` at the end of the room's topic, in the place of `before`, our line from before; empty: none. All else stays."""

    room: str
    before: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLevels:
    """Raise the levels that writing in the room needs (`raised`), or put them back.

    `change` are (where it stands, what was there before, what is there in between) for each level.
    """

    room: str
    change: tuple[tuple[tuple[str, ...], int | str | None, int], ...]
    raised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Go into a room. `via` are servers that know the way."""

    room: str
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Leave a room, or decline an invitation to it, with a reason that people can read."""

    room: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDirect:
    """Open a direct chat with `person`. The alias is made from `mark`, or `transaction` without one, so a repetition finds the same room."""

    transaction: str
    person: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAt:
    """Look at the poll `event` and at what was answered to it."""

    room: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain:
    """Read the message `event` once more, because whoever wrote it asks for that."""

    room: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoWrote:
    """Look who wrote the message `event`."""

    room: str
    event: str


Consignment = SendEvent | SendFile | Redact | SetPinned | SetTopic | SetLevels | Join | Leave | CreateDirect
Parcel = Consignment | LookAt | ReadAgain | WhoWrote


@dataclass(frozen=True, slots=True)
class Delivered:
    """Done. `id` is the event id, or the room id for `Join` and `CreateDirect`."""

    id: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: try the same parcel again after `seconds` (at least). `account` is true when the whole account must wait."""

    seconds: float
    account: bool


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """Never: the server refused for good, with its error code (`M_FORBIDDEN`, `M_TOO_LARGE`...)."""

    code: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at: the poll, or `None` where the event is none or cannot be read, and its answers by server time."""

    poll: PollStarted | None
    answers: tuple[PollAnswer, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was read again: the message, or `None` where it is none, is gone, or cannot be read."""

    message: Message | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote what was asked about; `None` where that cannot be told."""

    by: str | None


Outcome = Delivered | Later | Undeliverable | Seen | Found | Written
