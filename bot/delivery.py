"""From answers to the outbox, and from the outbox to parcels.

An answer is rendered in its reader's language at once and its row is written in the commit of what caused it. What needs
an event id that is not known yet (an edit, the end of a poll) finds it when it is sent; until then its row waits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import singledispatchmethod
from typing import Any
from zoneinfo import ZoneInfo

from bot import files
from bot.archive.exports import Exports
from bot.matrix import content
from bot.matrix.parcels import (
    CreateDirect,
    Join,
    Leave,
    LookAt,
    Parcel,
    ReadAgain,
    Redact,
    SendEvent,
    SendFile,
    SetLevels,
    SetPinned,
    SetTopic,
    WhoWrote,
)
from bot.store.boards import PURPOSE as BOARD
from bot.store.boards import TOPIC as TOPIC_LINE
from bot.store.database import millis
from bot.store.outbox import (
    DEPART,
    EXPORT,
    FILE,
    FLOOR,
    LEVELS,
    MARK,
    NOTICE,
    PIN,
    PRIVATE,
    REDACT,
    REPLY,
    RESULT,
    TOPIC,
    WATCH,
    Outbox,
    Row,
)
from bot.store.people import People
from bot.store.timeline import Timeline
from bot.texts import Reader, Texts
from commands.answers import (
    About,
    Adopt,
    Announce,
    Answer,
    Board,
    Concerning,
    Counted,
    Direct,
    EndPoll,
    Erase,
    Export,
    File,
    FindAuthor,
    Levels,
    Numbered,
    Output,
    Pin,
    Poll,
    Post,
    Quote,
    Remind,
    Remove,
    Retire,
    Status,
    Topic,
    Under,
)
from policies import quiet
from policies.model import FORMER, Text

LARGE_ROOM = 50
"""Above this many members a counted vote gets no mark: the turnout says it."""
COUNTED = "\u2705"
UNHURRIED = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an answer belongs: `group` is the room that it is about, `room` the one typed in (a direct chat, or the group).

    `event` is what is answered, `None` for what nobody typed; `quiet` are the group's quiet hours (`policies.quiet`); `by` and `at` say who did it and when; `words`: the person wants words instead of marks.
    """

    group: int
    room: int
    event: str | None
    thread: str | None
    reader: Reader
    group_reader: Reader
    members: int
    by: str
    at: datetime
    quiet: str | None = None
    words: bool = False
    direct: bool = False


class Delivery:
    """Writes answers into the outbox and makes parcels of its rows. `seals`: whether the account can encrypt."""

    def __init__(
        self, outbox: Outbox, timeline: Timeline, people: People, texts: Texts, *, pace: timedelta, exports: Exports, seals: bool
    ) -> None:
        self._outbox = outbox
        self._people = people
        self._timeline = timeline
        self._texts = texts
        self._pace = pace
        self._exports = exports
        self._seals = seals

    def deliver(self, origin: Origin, answer: Answer, now: datetime) -> None:
        """Put every part of `answer` into the outbox, inside the caller's transaction."""
        outputs: Sequence[Output] = () if answer is None else answer if isinstance(answer, Sequence) else (answer,)
        for output in outputs:
            self._deliver(output, origin, now)

    @singledispatchmethod
    def _deliver(self, output: Output, origin: Origin, now: datetime) -> None:
        raise TypeError(type(output).__name__, origin, now)

    @_deliver.register
    def _(self, output: Text, origin: Origin, now: datetime) -> None:
        del now
        direct = origin.direct
        self.say(origin.room, output, origin.reader, event=origin.event, thread=origin.thread, direct=direct, private=direct)

    @_deliver.register
    def _(self, output: About, origin: Origin, now: datetime) -> None:
        del now
        direct, about = origin.direct, (origin.group, f"guideline {output.guideline}")
        self.say(
            origin.room, output.text, origin.reader, event=origin.event, thread=origin.thread, direct=direct, private=direct, about=about
        )

    @_deliver.register
    def _(self, output: Counted, origin: Origin, now: datetime) -> None:
        if origin.words or origin.direct or origin.event is None:
            self._deliver(output.text, origin, now)
        elif origin.members <= LARGE_ROOM:
            mark = {"type": "m.reaction", "content": content.reaction(origin.event, COUNTED)}
            self._outbox.put(origin.room, "event", mark, urgency=MARK)

    @_deliver.register
    def _(self, output: Poll, origin: Origin, now: datetime) -> None:
        del now
        reader = origin.group_reader
        body = content.poll(
            self._plain(output.question, reader),
            [(answer, self._plain(label, reader)) for answer, label in output.options],
            self._plain(output.fallback, reader),
            output.most,
        )
        row = {"type": f"{content.POLL}.start", "content": body}
        self._outbox.put(origin.group, "event", row, urgency=NOTICE, purpose=f"poll {output.number}")

    @_deliver.register
    def _(self, output: Announce, origin: Origin, now: datetime) -> None:
        del now
        reader = origin.group_reader
        row = self._message(output.text, replace(reader, language=output.language or reader.language))
        self._outbox.put(origin.group, "event", row, urgency=NOTICE, purpose=f"poll {output.number}")

    @_deliver.register
    def _(self, output: EndPoll, origin: Origin, now: datetime) -> None:
        del now
        if self._outbox.is_poll(origin.group, output.number):
            ended = {
                "text": self._plain(output.text, origin.group_reader),
                "poll": self._outbox.event_of(origin.group, f"poll {output.number}"),
            }
            self._outbox.put(origin.group, "end", ended, urgency=RESULT, purpose=f"poll {output.number}")

    @_deliver.register
    def _(self, output: Retire, origin: Origin, now: datetime) -> None:
        del now
        self._outbox.retire(origin.group, output.number)

    @_deliver.register
    def _(self, output: Status, origin: Origin, now: datetime) -> None:
        row = self._message(output.text, origin.group_reader, quiet=True)
        not_before = now if output.last else now + self._pace
        self._outbox.put_latest(origin.group, row, purpose=f"status {output.number}", not_before=not_before)

    @_deliver.register
    def _(self, output: Post, origin: Origin, now: datetime) -> None:
        later = held(origin.quiet, origin.group_reader.zone, now) if output.waits else None
        if pointless(output, later):
            return
        purpose = None if output.number is None else f"post {output.number}"
        reader = self._own(output.reader, origin, origin.group_reader.prefix) if output.reader else origin.group_reader
        row = self._message(output.text, reader)
        if isinstance(head := output.text.values.get("head"), str) and head:
            # The members' own timelines witness the record: what they saw is compared with it later.
            row["witness"] = self._outbox.witness(origin.group, head)
        self._outbox.put(
            origin.group,
            "event",
            row,
            urgency=FLOOR if output.floor else RESULT,
            purpose=purpose,
            not_before=later,
            # What nobody asked for at this moment can wait until the people in the room are done.
            waits=not output.floor and (output.waits or origin.event is None),
            useful=output.useful,
            fleeting=output.floor,
        )

    @_deliver.register
    def _(self, output: Board, origin: Origin, now: datetime) -> None:
        row = self._message(output.text, origin.group_reader, quiet=True)
        if self._outbox.board(origin.group).says(hashlib.sha256(json.dumps(row).encode()).hexdigest()):
            self._outbox.put_latest(origin.group, row, purpose=BOARD, not_before=unhurried(origin, now))

    @_deliver.register
    def _(self, output: Pin, origin: Origin, now: datetime) -> None:
        del now
        self._outbox.put(origin.group, PIN, {"event": output.event, "pinned": output.pinned}, urgency=MARK)

    @_deliver.register
    def _(self, output: Topic, origin: Origin, now: datetime) -> None:
        line = "" if output.line is None else self._plain(output.line, origin.group_reader)
        board = self._outbox.board(origin.group)
        if line != board.get().line or self._outbox.waits(origin.group, TOPIC_LINE):
            self._outbox.put_latest(
                origin.group, {"line": line}, purpose=TOPIC_LINE, not_before=unhurried(origin, now), kind=TOPIC
            )

    @_deliver.register
    def _(self, output: Numbered, origin: Origin, now: datetime) -> None:
        del now
        about = origin.room if output.own else origin.group
        self.say(
            origin.room,
            output.text,
            origin.reader,
            event=origin.event,
            thread=origin.thread,
            direct=origin.direct,
            private=origin.direct,
            about=(about, f"reminder {output.number}"),
        )

    @_deliver.register
    def _(self, output: Remind, origin: Origin, now: datetime) -> None:
        del now
        purpose = f"post {output.number}"
        self._outbox.supersede(origin.group, purpose)
        self._outbox.put(origin.group, "event", self._message(output.text, origin.group_reader), urgency=RESULT, purpose=purpose, waits=True)

    @_deliver.register
    def _(self, output: Direct, origin: Origin, now: datetime) -> None:
        if output.person.startswith(FORMER):
            # Whoever was forgotten is nobody whom a message could reach.
            return
        settings, own = self._people.settings(output.person), self._own(output.person, origin, "")
        later = held(settings.quiet or origin.quiet, own.zone, now) if output.waits else None
        if pointless(output, later):
            return
        member = self._timeline.numbered(origin.group)["direct"] is None and self._timeline.is_member(origin.group, output.person)
        row = {**self._message(output.text, own), "person": output.person, "about": origin.group, "member": member}
        if self._chat(row) is None:
            # To be asked into a chat at night would be no quieter than what is said there.
            self._outbox.create(output.person, later)
        purpose = None if output.number is None else f"direct {output.number}"
        self._outbox.put(
            None,
            "direct",
            row,
            urgency=REPLY,
            purpose=purpose,
            not_before=later,
            waits=output.waits,
            useful=output.useful,
            fleeting=output.fleeting,
        )

    @_deliver.register
    def _(self, output: Remove, origin: Origin, now: datetime) -> None:
        del now
        for event in output.events:
            gone = {"event": event, "reason": self._plain(output.reason, origin.reader)}
            self._outbox.put(origin.room, REDACT, gone, urgency=MARK)

    @_deliver.register
    def _(self, output: Adopt, origin: Origin, now: datetime) -> None:
        del now
        asked = {"poll": output.poll, "until": output.until, "by": origin.by, "event": origin.event, "at": millis(origin.at)}
        self._outbox.put(origin.group, "look", asked, urgency=NOTICE)

    @_deliver.register
    def _(self, output: Quote, origin: Origin, now: datetime) -> None:
        del now
        asked = {"quoted": output.event, "number": output.number, "by": origin.by, "event": origin.event, "at": millis(origin.at)}
        self._outbox.put(origin.group, "again", asked, urgency=REPLY)

    @_deliver.register
    def _(self, output: File, origin: Origin, now: datetime) -> None:
        del now
        made = files.made(output.name, output.content, self._texts)
        row = {"name": made.name, "mime": made.mime, "words": made.words}
        self._outbox.put(origin.group, FILE, row, urgency=REPLY, purpose=f"file {output.number}")

    @_deliver.register
    def _(self, output: Export, origin: Origin, now: datetime) -> None:
        del now
        # Only what it is to be of: its words are read when it is sent, and stand in no queue.
        asked = {"of": output.of, "person": output.person, "about": origin.group}
        where = {"language": origin.reader.language, "zone": str(origin.reader.zone), "prefix": origin.reader.prefix}
        self._outbox.put(origin.room, EXPORT, {**asked, **where}, urgency=REPLY)

    @_deliver.register
    def _(self, output: Concerning, origin: Origin, now: datetime) -> None:
        del now
        self._outbox.bind(origin.group, output.event, f"asked {output.number}")

    @_deliver.register
    def _(self, output: Erase, origin: Origin, now: datetime) -> None:
        del output, origin, now
        self._outbox.traces = True

    @_deliver.register
    def _(self, output: FindAuthor, origin: Origin, now: datetime) -> None:
        del now
        asked = {"event": output.event, "by": origin.by, "at": millis(origin.at), "why": output.why}
        self._outbox.put(origin.group, "author", asked, urgency=NOTICE)

    @_deliver.register
    def _(self, output: Levels, origin: Origin, now: datetime) -> None:
        del now
        kept = self._outbox.levels(origin.group)
        if output.raised:
            kept.keep(self._timeline.quieting(self._timeline.numbered(origin.group)))
        if kept.change():
            self._outbox.put_levels(origin.group, raised=output.raised)

    @_deliver.register
    def _(self, output: Under, origin: Origin, now: datetime) -> None:
        del now
        self.say(origin.group, output.text, origin.group_reader, event=output.event, thread=origin.thread)

    def _own(self, person: str, origin: Origin, prefix: str) -> Reader:
        """A person as a reader: in the language and zone that they chose, else in the group's."""
        settings, shared = self._people.settings(person), origin.group_reader
        return Reader(settings.language or shared.language, ZoneInfo(settings.zone) if settings.zone else shared.zone, prefix)

    def _message(self, text: Text, reader: Reader, *, quiet: bool = False) -> dict[str, Any]:
        """A row's payload for a message."""
        rendered = self._texts.render(text, reader)
        return {
            "type": "m.room.message",
            "content": content.message(rendered.body, rendered.html, rendered.mentions, quiet=quiet),
        }

    def say(
        self,
        room: int,
        text: Text,
        reader: Reader,
        *,
        event: str | None = None,
        thread: str | None = None,
        direct: bool = False,
        private: bool = False,
        about: tuple[int, str] | None = None,
    ) -> None:
        """A message in `room`, as an answer to `event` where there is one. A private one leaves nothing behind.

        `about`: the room and the purpose that a reply to it is about.
        """
        rendered = self._texts.render(text, reader)
        body = content.message(rendered.body, rendered.html, rendered.mentions, quiet=not (direct or rendered.mentions))
        if event is not None:
            body = content.answering(body, event, thread)
        row: dict[str, Any] = {"type": "m.room.message", "content": body}
        purpose = None
        if about is not None:
            row["about"], purpose = about
        if private:
            self._outbox.put_private(room, row, purpose)
        else:
            self._outbox.put(room, "event", row, urgency=REPLY, purpose=purpose)

    def warn(self, room: int, text: Text, reader: Reader, *, quiet: bool) -> None:
        """Something that whoever runs the program should know, in their room: after all that groups wait for."""
        self._outbox.put(room, "event", self._message(text, reader, quiet=quiet), urgency=WATCH)

    def join(self, matrix: str, via: Iterable[str] = ()) -> None:
        """Go into a room."""
        self._outbox.put(None, "join", {"room": matrix, "via": list(via)}, urgency=NOTICE)

    def decline(self, matrix: str, reason: Text, reader: Reader) -> None:
        """Do not come into a room, and say why."""
        self._outbox.put(None, "leave", {"room": matrix, "reason": self._plain(reason, reader)}, urgency=REPLY)

    def parcel(self, row: Row) -> Parcel | None:  # noqa: PLR0911 - one way for each kind of row
        """What to send for a row, or `None` while it needs an event id that is not known yet."""
        if row.room is None and row.kind != "direct":
            return self._errand(row)
        where = row.room if row.kind != "direct" else self._chat(row.payload)
        if where is None:
            return None
        room = self._timeline.numbered(where)
        if room["gap"] is not None:
            # Who is there, and whether it is encrypted by now, stands in what is missing.
            return None
        if row.kind in {"look", "author", "again"}:
            return _question(row, room["matrix"])
        if row.kind == PIN:
            return SetPinned(room=room["matrix"], event=row.payload["event"], pinned=row.payload["pinned"])
        if row.kind == TOPIC:
            return SetTopic(room=room["matrix"], before=self._outbox.board(where).get().line, line=row.payload["line"])
        if row.kind == LEVELS:
            change = tuple((each.path, each.before, each.after) for each in self._outbox.levels(where).change())
            return SetLevels(room=room["matrix"], change=change, raised=row.payload["raised"])
        if row.kind == DEPART:
            return Leave(room=room["matrix"], reason=row.payload["reason"])
        if row.kind == REDACT:
            return None if self._outbox.unanswered(where) else self._removal(row, room["matrix"])
        recipients = self._timeline.recipients(where) if room["encrypted"] else None
        return self._file(row, room["matrix"], recipients) if row.kind == FILE else self._said(row, room["matrix"], recipients)

    def _chat(self, payload: Mapping[str, Any]) -> int | None:
        """The direct chat for what is said to one person alone about a group: what belongs to an encrypted group stays encrypted."""
        sealed = self._seals and bool(self._timeline.numbered(payload["about"])["encrypted"])
        return self._timeline.direct(payload["person"], sealed=sealed)

    def sealed(self, group: int) -> None:
        """A group is encrypted from now on: for what still waits to be said about it to people alone, their chats must be so too."""
        for row in self._outbox.directs(group):
            if self._chat(row.payload) is None:
                self._outbox.create(row.payload["person"], None)

    def stranded(self, person: str) -> list[Row]:
        """What is to be said to a person alone, and no chat is there for it."""
        return [row for row in self._outbox.directs_to(person) if self._chat(row.payload) is None]

    def misplaced(self, row: Row) -> bool:
        """Whether what a row says is no longer for those to whom it would be said: others came into a private chat, or somebody left the group."""
        if row.room is not None and row.kind in {PRIVATE, EXPORT}:
            direct = self._timeline.numbered(row.room)["direct"]
            return direct == "" or (direct is None and row.kind == PRIVATE)
        if row.kind == "create":
            return all(self.misplaced(each) for each in self._outbox.directs_to(row.payload["person"]))
        if row.kind == "direct" and row.payload.get("member"):
            return not self._timeline.is_member(row.payload["about"], row.payload["person"])
        return False

    def _said(self, row: Row, matrix: str, recipients: tuple[str, ...] | None) -> SendEvent | None:
        """A message, a poll, an edit or a mark."""
        if (event := self._event(row)) is None:
            return None
        return SendEvent(
            transaction=self._outbox.transaction(row.id),
            room=matrix,
            type=event[0],
            content=event[1],
            recipients=recipients,
            mark=self._mark(row),
        )

    def _file(self, row: Row, matrix: str, recipients: tuple[str, ...] | None) -> SendFile:
        """A file, made when its row was written."""
        return SendFile(
            transaction=self._outbox.transaction(row.id),
            room=matrix,
            name=row.payload["name"],
            mime=row.payload["mime"],
            data=row.payload["words"].encode(),
            recipients=recipients,
            mark=self._mark(row),
        )

    async def export(self, row: Row) -> SendFile | None:
        """An export, made now; `None` where nobody waits for it any more when it is ready. Raises `Ended`."""
        asked = row.payload
        made = await self._exports.sent(
            asked["of"], asked["about"], asked["person"], reader(asked["language"], asked["zone"], asked["prefix"])
        )
        if row.room is None or not self._outbox.has(row.id) or self.misplaced(row):
            return None
        room = self._timeline.numbered(row.room)
        recipients = self._timeline.recipients(row.room) if room["encrypted"] else None
        return SendFile(
            transaction=self._outbox.transaction(row.id),
            room=room["matrix"],
            name=made.name,
            mime=made.mime,
            data=made.data,
            recipients=recipients,
            mark=self._mark(row),
        )

    def _removal(self, row: Row, matrix: str) -> Redact:
        """Remove what a person typed; it was answered."""
        transaction = self._outbox.transaction(row.id)
        return Redact(
            transaction=transaction, room=matrix, event=row.payload["event"], reason=row.payload["reason"], mark=self._mark(row)
        )

    def _mark(self, row: Row) -> str:
        """What stands in the event of a row: its mark, and in a form that nobody else can read the head that it says."""
        said = row.payload.get("witness")
        return row.mark and row.mark + self._outbox.marks.tail(row.mark, said[1] if said else None)

    def _errand(self, row: Row) -> Parcel:
        """What is done outside any room."""
        match row.kind:
            case "join":
                return Join(room=row.payload["room"], via=tuple(row.payload["via"]))
            case "create":
                return CreateDirect(transaction=self._outbox.transaction(row.id), person=row.payload["person"], mark=row.mark)
            case _:
                return Leave(room=row.payload["room"], reason=row.payload["reason"])

    def _event(self, row: Row) -> tuple[str, dict[str, Any]] | None:
        """Type and content of a row's event, or `None` while the event that it refers to has no id yet."""
        if row.kind == "end":
            poll = row.payload["poll"] or self._outbox.event_of(row.room or 0, row.purpose or "")
            return None if poll is None else (f"{content.POLL}.end", content.poll_end(poll, row.payload["text"]))
        body: dict[str, Any] = dict(row.payload["content"])
        if row.kind == "status":
            first = self._outbox.event_of(row.room or 0, row.purpose or "")
            if first is not None:
                return row.payload["type"], content.editing(body, first)
            if self._outbox.earlier(row):
                return None
        return row.payload["type"], body

    def _plain(self, text: Text, reader: Reader) -> str:
        return self._texts.render(text, reader).body


def unhurried(origin: Origin, now: datetime) -> datetime:
    """When something may change that nobody waits for: some minutes later, so that changes go together, and not at night."""
    later = now + UNHURRIED
    return held(origin.quiet, origin.group_reader.zone, later) or later


def held(kept: str | None, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Until when quiet hours hold back what waits, if they do now."""
    span = quiet.hours(kept, now, zone.key)
    return span[1] if span else None


def pointless(output: Post | Direct, later: datetime | None) -> bool:
    """Whether what waits so long is of no use any more."""
    return later is not None and output.useful is not None and later >= output.useful


def _question(row: Row, room: str) -> Parcel:
    """What is to be looked at before it goes on."""
    if row.kind == "look":
        return LookAt(room=room, event=row.payload["poll"])
    if row.kind == "again":
        return ReadAgain(room=room, event=row.payload["quoted"])
    return WhoWrote(room=room, event=row.payload["event"])


def reader(language: str, zone: str, prefix: str) -> Reader:
    """A reader by the names of their language and zone."""
    return Reader(language, ZoneInfo(zone), prefix)

