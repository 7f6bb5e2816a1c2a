"""From answers to the outbox, and from the outbox to parcels.

An answer is rendered in its reader's language at once and its row is written in the commit of what caused it. What needs
an event id that is not known yet (an edit, the end of a poll) finds it when it is sent; until then its row waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.matrix import content
from bot.matrix.parcels import Join, Leave, Parcel, SendEvent
from bot.store.outbox import MARK, NOTICE, REPLY, RESULT, Outbox, Row
from bot.store.timeline import Timeline
from bot.texts import Reader, Texts
from commands.answers import Announce, Answer, Counted, EndPoll, Output, Poll, Post, Retire, Status
from policies.model import Text

LARGE_ROOM = 50
"""Above this many members a counted vote gets no mark: the turnout says it."""
COUNTED = "\u2705"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an answer belongs: `group` is the room that it is about, `room` the one typed in (a direct chat, or the group).

    `event` is what is answered, `None` for what nobody typed; `words`: the person wants words instead of marks.
    """

    group: int
    room: int
    event: str | None
    thread: str | None
    reader: Reader
    group_reader: Reader
    members: int
    words: bool = False
    direct: bool = False


class Delivery:
    """Writes answers into the outbox and makes parcels of its rows."""

    def __init__(self, outbox: Outbox, timeline: Timeline, texts: Texts, pace: timedelta) -> None:
        self._outbox = outbox
        self._timeline = timeline
        self._texts = texts
        self._pace = pace

    def deliver(self, origin: Origin, answer: Answer, now: datetime) -> int:
        """Put every part of `answer` into the outbox, inside the caller's transaction. Returns how many parts there were."""
        outputs: Sequence[Output] = [] if answer is None else answer if isinstance(answer, list | tuple) else [answer]  # type: ignore[list-item]
        for output in outputs:
            self._deliver(origin, output, now)
        return len(outputs)

    def _deliver(self, origin: Origin, output: Output, now: datetime) -> None:
        match output:
            case Text():
                self.say(origin.room, output, origin.reader, event=origin.event, thread=origin.thread, direct=origin.direct)
            case Counted(text):
                if origin.words or origin.direct or origin.event is None:
                    self.say(origin.room, text, origin.reader, event=origin.event, thread=origin.thread, direct=origin.direct)
                elif origin.members <= LARGE_ROOM:
                    mark = {"type": "m.reaction", "content": content.reaction(origin.event, COUNTED)}
                    self._outbox.put(origin.room, "event", mark, urgency=MARK)
            case Poll(number, question, options, fallback, most):
                body = content.poll(
                    self._plain(question, origin.group_reader),
                    [(answer, self._plain(label, origin.group_reader)) for answer, label in options],
                    self._plain(fallback, origin.group_reader),
                    most,
                )
                row = {"type": f"{content.POLL}.start", "content": body}
                self._outbox.put(origin.group, "event", row, urgency=NOTICE, purpose=f"poll {number}")
            case EndPoll(number, text):
                ended = {
                    "text": self._plain(text, origin.group_reader),
                    "poll": self._outbox.event_of(origin.group, f"poll {number}"),
                }
                if self._outbox.is_poll(origin.group, number):
                    self._outbox.put(origin.group, "end", ended, urgency=RESULT, purpose=f"poll {number}")
            case Retire(number):
                self._outbox.retire(origin.group, number)
            case Announce(number, text):
                rendered = self._texts.render(text, origin.group_reader)
                row = {"type": "m.room.message", "content": content.message(rendered.body, rendered.html, rendered.mentions)}
                self._outbox.put(origin.group, "event", row, urgency=NOTICE, purpose=f"poll {number}")
            case Status(number, text):
                rendered = self._texts.render(text, origin.group_reader)
                row = {"type": "m.room.message", "content": content.message(rendered.body, rendered.html, quiet=True)}
                self._outbox.put_latest(origin.group, row, purpose=f"status {number}", not_before=now + self._pace)
            case Post(text, number):
                rendered = self._texts.render(text, origin.group_reader)
                row = {"type": "m.room.message", "content": content.message(rendered.body, rendered.html, rendered.mentions)}
                self._outbox.put(
                    origin.group, "event", row, urgency=RESULT, purpose=None if number is None else f"post {number}"
                )

    def say(
        self, room: int, text: Text, reader: Reader, *, event: str | None = None, thread: str | None = None, direct: bool = False
    ) -> None:
        """A message in `room`, as an answer to `event` where there is one."""
        rendered = self._texts.render(text, reader)
        body = content.message(rendered.body, rendered.html, rendered.mentions, quiet=not (direct or rendered.mentions))
        if event is not None:
            body = content.answering(body, event, thread)
        self._outbox.put(room, "event", {"type": "m.room.message", "content": body}, urgency=REPLY)

    def join(self, matrix: str, via: Iterable[str] = ()) -> None:
        """Go into a room."""
        self._outbox.put(None, "join", {"room": matrix, "via": list(via)}, urgency=NOTICE)

    def decline(self, matrix: str, reason: Text, reader: Reader) -> None:
        """Do not come into a room, and say why."""
        self._outbox.put(None, "leave", {"room": matrix, "reason": self._plain(reason, reader)}, urgency=REPLY)

    def parcel(self, row: Row) -> Parcel | None:
        """What to send for a row, or `None` while it needs an event id that is not known yet."""
        if row.kind == "join":
            return Join(room=row.payload["room"], via=tuple(row.payload["via"]))
        if row.kind == "leave":
            return Leave(room=row.payload["room"], reason=row.payload["reason"])
        assert row.room is not None
        body: dict[str, Any] = dict(row.payload.get("content", {}))
        type_ = row.payload.get("type", "")
        if row.kind == "end":
            poll = row.payload["poll"] or self._outbox.event_of(row.room, row.purpose or "")
            if poll is None:
                return None
            type_, body = f"{content.POLL}.end", content.poll_end(poll, row.payload["text"])
        elif row.kind == "status":
            first = self._outbox.event_of(row.room, row.purpose or "")
            if first is not None:
                body = content.editing(body, first)
            elif self._outbox.earlier(row):
                return None
        room = self._timeline.numbered(row.room)
        return SendEvent(
            transaction=self._outbox.transaction(row.id),
            room=room["matrix"],
            type=type_,
            content=body,
            recipients=self._timeline.recipients(row.room) if room["encrypted"] else None,
        )

    def _plain(self, text: Text, reader: Reader) -> str:
        return self._texts.render(text, reader).body


def reader(language: str, zone: str, prefix: str) -> Reader:
    """A reader by the names of their language and zone."""
    return Reader(language, ZoneInfo(zone), prefix)

