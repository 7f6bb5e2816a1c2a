"""What a handler returns besides a plain `Text` (which answers the person where they typed): data, sent elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from policies.meeting import Arrangement
from policies.model import Text


@dataclass(frozen=True, slots=True)
class Poll:
    """Announce decision `number` in the group's room as the client's own poll. `options` are (answer id, label).

    `most`: how many answers a person may tap.
    """

    number: int
    question: Text
    options: tuple[tuple[str, Text], ...]
    fallback: Text
    most: int = 1


@dataclass(frozen=True, slots=True)
class Announce:
    """Announce decision `number` in the group's room as a message, where a client's poll cannot be its ballot.

    `language`: in another language than the room's; empty for that.
    """

    number: int
    text: Text
    language: str = ""


@dataclass(frozen=True, slots=True)
class EndPoll:
    """Close the client's poll of decision `number` as it stands; `text` is what clients without polls show."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Retire:
    """The announcement and the status of `number` are those of an old version: what is answered to them is not a vote."""

    number: int


@dataclass(frozen=True, slots=True)
class Status:
    """The one message that shows where `number` stands: sent the first time, edited afterwards.

    `last`: nothing more will come, so the edit does not wait for another one to go with it.
    """

    number: int
    text: Text
    last: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A message of its own in the group's room: a result or a change of state. A reply to it is about `number`.

    `waits`: during the room's quiet hours it waits for their end; if that is not before `useful` (aware UTC), it is not said at all.
    `reader`: it is for this person, so it is in the language and the time zone that they chose. `floor`: it belongs to a round, a queue,
    a timer or a pause; so it is said at once, and nothing of it stays behind here when it is sent.
    """

    text: Text
    number: int | None = None
    waits: bool = False
    useful: datetime | None = None
    reader: str | None = None
    floor: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """The noticeboard as it is now: a message in the group's room that is edited, seldom, and only when it says something else."""

    text: Text


@dataclass(frozen=True, slots=True)
class Pin:
    """Pin our message `event` in the group's room beside what is pinned there, or take it down."""

    event: str
    pinned: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """The line at the end of the topic of the group's room; `None` takes ours away. What else stands there stays."""

    line: Text | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """An answer where the person typed; a reply or a reaction to it is about `number` of the group, or of the chat typed in (`own`)."""

    text: Text
    number: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Remind:
    """A message in the group's room that comes at its time. One about the same number that could not be sent yet goes."""

    text: Text
    number: int


@dataclass(frozen=True, slots=True)
class Direct:
    """A message to one person alone, in their direct chat with the bot, which is opened where there is none.

    `number`: a reply to it is about that number of the group. `waits` and `useful`: as of a `Post`, for the quiet hours of
    this person, or the group's where they have set none. `fleeting`: when it is sent, nothing of it may stay
    behind here.
    """

    person: str
    text: Text
    number: int | None = None
    waits: bool = False
    useful: datetime | None = None
    fleeting: bool = False


@dataclass(frozen=True, slots=True)
class Concerning:
    """A member's message (`event`, in the group's room) is about `number`: so is a reply to it. Its words are not kept."""

    event: str
    number: int


@dataclass(frozen=True, slots=True)
class Erase:
    """Words were deleted for good: nothing of them may outlive this in the database's own log."""


@dataclass(frozen=True, slots=True)
class FindAuthor:
    """Look who wrote the message `event` of the group's room; nothing else of it is looked at.

    `why`: with `hand` it goes on with `hand is their own` where that is the sender; with anything else, with `author of WHY`.
    """

    event: str
    why: str = "hand"


@dataclass(frozen=True, slots=True)
class About:
    """An answer where it was asked, which shows guideline `guideline`: a reply to it is about that."""

    text: Text
    guideline: int


@dataclass(frozen=True, slots=True)
class Under:
    """A quiet note in the group's room, as a reply to a member's message (`event`)."""

    text: Text
    event: str


@dataclass(frozen=True, slots=True)
class Levels:
    """For a pause: nobody but moderators can write in the group's room (`raised`), or the room's levels are as they were before."""

    raised: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """The vote is counted: a small mark on the person's message, or `text` for those who chose words."""

    text: Text


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove what a person typed (`events`), once they were answered; `reason` stays in its place. Only where we may."""

    events: tuple[str, ...]
    reason: Text


@dataclass(frozen=True, slots=True)
class Adopt:
    """Look at the poll that a member made (event `poll`) and what was answered to it, and go on with `count adopted`."""

    poll: str
    until: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A series of meetings as a calendar file (RFC 5545). `uid` stays, `sequence` grows with each change since `stamp`."""

    uid: str
    sequence: int
    stamp: datetime
    plan: Arrangement
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document: `kind` is `title`, `heading`, `paragraph` or `item` (of a list)."""

    kind: str
    text: Text


@dataclass(frozen=True, slots=True)
class Document:
    """Written words, as a Markdown file: always in this language and zone, so that it can be made again byte for byte."""

    language: str
    zone: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file for the group's room. `name` is the part before the dot, as people see it. A reply to it is about `number`."""

    name: str
    content: Calendar | Document
    number: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Read again what was said in `event` of the group's room, and go on with `quoted words` about `number`.

    Only words of the sender's own are read: nobody gives to the bot what another person said.
    """

    event: str
    number: int


@dataclass(frozen=True, slots=True)
class Export:
    """A file for whoever asked, where they asked: made, when it is sent, from what is stored then.

    `of`: the `record` of the group, without secret and personal matters; or what is stored about the `person`.
    """

    of: str
    person: str = ""


Output = (
    Text
    | About
    | Numbered
    | Poll
    | Announce
    | EndPoll
    | Retire
    | Status
    | Post
    | Remind
    | Board
    | Pin
    | Topic
    | Direct
    | Counted
    | Remove
    | Adopt
    | File
    | Quote
    | Concerning
    | Erase
    | FindAuthor
    | Export
    | Under
    | Levels
)
Answer = Output | Sequence[Output] | None
