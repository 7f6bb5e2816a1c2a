"""Raw Matrix events become the frozen values of `bot.matrix.events`. Garbage becomes nothing, never an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal, cast

from bot.matrix import raw
from bot.matrix.events import (
    Disclosed,
    Echo,
    Encrypted,
    Event,
    Membership,
    Message,
    Named,
    PollAnswer,
    PollStarted,
    Power,
    Reaction,
    Upgraded,
    Waiting,
    Withdrawal,
)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = 253_402_300_799_000
_MOST_ANSWERS: Final = 20
_SHORT: Final = 255
_LONG: Final = 4096
_TYPED: Final = frozenset({"m.text", "m.emote"})
ENCRYPTION: Final = "m.room.encryption"
MEGOLM: Final = "m.megolm.v1.aes-sha2"
MARK: Final = "org.folkmoot.mark"
"""The key under which a mark stands in the content of our events, beside what is encrypted."""
_MARK: Final = re.compile(r"([0-9a-f]{20})([0-9a-f]{12})")
_FALLBACK: Final = re.compile(r"> (?:\* )?<@[^>\n]*>")
_RICH_FALLBACK: Final = re.compile(r"\s*<mx-reply>.*?</mx-reply>", re.DOTALL | re.IGNORECASE)
_QUOTED_HTML: Final = re.compile(r"\s*(?:<(?:p|div)>\s*)*<(?:blockquote|pre|code)\b", re.IGNORECASE)
_STATES: Final = frozenset({"join", "invite", "leave", "ban", "knock"})


class KeyMissing(Exception):
    """The key of this event has not come."""


State = Literal["join", "invite", "leave", "ban", "knock"]


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event whose outer fields are sound. `state_key` is set for state events only."""

    room: str
    event: str
    sender: str
    sent: datetime
    transaction: str | None
    type: str
    content: Mapping[str, Any]
    previous: object
    state_key: str | None
    redacts: object


@dataclass(frozen=True, slots=True)
class Ciphertext:
    """The parts of an encrypted room event that decryption needs."""

    session: str
    ciphertext: str


def envelope(event: object, room: str) -> Envelope | None:
    """The outer fields of a raw event in `room`, or `None` when one of them is unusable."""
    if not isinstance(event, dict):
        return None
    event_id = raw.identifier(event.get("event_id"), "$")
    sender = raw.identifier(event.get("sender"), "@")
    kind = raw.identifier(event.get("type"))
    milliseconds = raw.whole(event.get("origin_server_ts"))
    content = event.get("content")
    if event_id is None or sender is None or kind is None or not isinstance(content, dict):
        return None
    if milliseconds is None or not 0 <= milliseconds <= _LATEST:
        return None
    state_key = event.get("state_key")
    if state_key is not None and not isinstance(state_key, str):
        return None
    unsigned = raw.mapping(event.get("unsigned"))
    return Envelope(
        room=room,
        event=event_id,
        sender=sender,
        sent=_EPOCH + timedelta(milliseconds=milliseconds),
        transaction=raw.identifier(unsigned.get("transaction_id")),
        type=kind,
        content=content,
        # Older servers put the content before the change beside `unsigned`.
        previous=unsigned.get("prev_content", event.get("prev_content")),
        state_key=state_key,
        redacts=event.get("redacts"),
    )


def ciphertext(sealed: Envelope) -> Ciphertext | None:
    """What there is to decrypt in an `m.room.encrypted` event, or `None` when it is redacted or malformed."""
    content = sealed.content
    if sealed.type != "m.room.encrypted" or sealed.state_key is not None or content.get("algorithm") != MEGOLM:
        return None
    session = raw.identifier(content.get("session_id"))
    text = content.get("ciphertext")
    if session is None or not isinstance(text, str) or not text.isascii():
        return None
    return Ciphertext(session, text)


def opened(sealed: Envelope, payload: object) -> Envelope | None:
    """`sealed` with the decrypted `payload` in its place, or `None` when the payload belongs elsewhere or is garbage.

    A relation stands outside the encrypted part by protocol, and counts when the inside has none.
    """
    if not isinstance(payload, dict) or payload.get("room_id") != sealed.room:
        return None
    kind = raw.identifier(payload.get("type"))
    content = payload.get("content")
    # State and redactions are never encrypted: the server would not have applied them.
    if kind not in _SEALABLE or not isinstance(content, dict):
        return None
    relation = sealed.content.get("m.relates_to")
    if "m.relates_to" not in content and relation is not None:
        content = {**content, "m.relates_to": relation}
    return replace(sealed, type=kind, content=content)


def waiting(sealed: Envelope, session: str) -> Waiting:
    """`sealed` as an event whose key has not come yet."""
    return Waiting(room=sealed.room, event=sealed.event, sender=sealed.sender, sent=sealed.sent, session=session)


def own(happened: Envelope) -> Echo | None:
    """An event of our own: an echo when it carries the transaction or the mark that it was sent with, else nothing."""
    written = happened.content.get(MARK)
    found = _MARK.fullmatch(written) if isinstance(written, str) else None
    if happened.transaction is None and found is None:
        return None
    return Echo(
        room=happened.room,
        event=happened.event,
        sender=happened.sender,
        sent=happened.sent,
        transaction=happened.transaction,
        mark=found[1] if found else None,
        tail=found[2] if found else None,
    )


def understand(happened: Envelope) -> Event | None:
    """The value that a clear event stands for, or `None` when it is nothing to us."""
    if happened.state_key is None:
        reader = _MESSAGES.get(happened.type)
    elif happened.state_key == "" or happened.type == "m.room.member":
        reader = _STATE.get(happened.type)
    else:
        reader = None
    return None if reader is None else reader(happened)


def _where(happened: Envelope) -> dict[str, Any]:
    return {"room": happened.room, "event": happened.event, "sender": happened.sender, "sent": happened.sent}


def _message(happened: Envelope) -> Message | None:
    content = happened.content
    relation = raw.mapping(content.get("m.relates_to"))
    replaces = None
    if relation.get("rel_type") == "m.replace":
        replaces = raw.identifier(relation.get("event_id"), "$")
        new = content.get("m.new_content")
        if replaces is None or not isinstance(new, dict):
            return None
        mentions = new.get("m.mentions", content.get("m.mentions"))
        content = new
    else:
        mentions = content.get("m.mentions")
    kind = content.get("msgtype")
    if not isinstance(kind, str) or kind not in _TYPED:
        return None
    body = raw.words(content.get("body"))
    if body is None:
        return None
    thread = reply_to = None
    if replaces is None:
        if relation.get("rel_type") == "m.thread":
            thread = raw.identifier(relation.get("event_id"), "$")
        # Inside a thread the reply may only be there for clients that know no threads.
        if thread is None or relation.get("is_falling_back") is not True:
            reply_to = raw.identifier(raw.within(relation, "m.in_reply_to", "event_id"), "$")
    if raw.within(relation, "m.in_reply_to") is not None or replaces is not None:
        body = without_fallback(body)
    return Message(
        **_where(happened),
        body=body,
        reply_to=reply_to,
        thread=thread,
        replaces=replaces,
        mentions=_people(mentions),
        quoted=_quoted(body, content.get("formatted_body")),
    )


def without_fallback(body: str) -> str:
    """`body` without the quotation that older clients put before a reply (Matrix before 1.13, "rich replies")."""
    if not _FALLBACK.match(body):
        return body
    lines = body.split("\n")
    first = next((number for number, line in enumerate(lines) if not line.startswith(">")), len(lines))
    if first < len(lines) and not lines[first].strip():
        first += 1
    return "\n".join(lines[first:])


def _quoted(body: str, formatted: object) -> bool:
    if body.lstrip().startswith((">", "`")):
        return True
    if not isinstance(formatted, str):
        return False
    return _QUOTED_HTML.match(_RICH_FALLBACK.sub("", formatted[:_LONG], count=1)) is not None


def _people(mentions: object) -> frozenset[str]:
    people = (raw.identifier(person, "@") for person in raw.sequence(raw.within(mentions, "user_ids")))
    return frozenset(person for person in people if person is not None)


def _reaction(happened: Envelope) -> Reaction | None:
    relation = raw.mapping(happened.content.get("m.relates_to"))
    target = raw.identifier(relation.get("event_id"), "$")
    key = raw.words(relation.get("key"), _SHORT)
    if relation.get("rel_type") != "m.annotation" or target is None or not key:
        return None
    return Reaction(**_where(happened), target=target, key=key)


def _withdrawal(happened: Envelope) -> Withdrawal | None:
    # Room version 11 moved the field into the content.
    target = raw.identifier(happened.content.get("redacts"), "$") or raw.identifier(happened.redacts, "$")
    return None if target is None else Withdrawal(**_where(happened), redacts=target)


def _extensible(block: object) -> str | None:
    """The plain text of an extensible event block, in any spelling that clients have used (MSC1767)."""
    for spelling in ("m.text", "org.matrix.msc1767.text", "body"):
        value = raw.within(block, spelling)
        if isinstance(value, dict):
            value = [value]
        for part in value if isinstance(value, list) else [value]:
            if raw.within(part, "mimetype") is not None and raw.within(part, "mimetype") != "text/plain":
                continue
            text = raw.words(part.get("body") if isinstance(part, dict) else part, _LONG)
            if text is not None:
                return text
    return None


def _poll_started(happened: Envelope) -> PollStarted | None:
    content = happened.content
    if raw.within(content, "m.relates_to", "rel_type") == "m.replace":
        return None
    poll = next(
        (content[name] for name in ("org.matrix.msc3381.poll.start", "m.poll", "m.poll.start") if name in content), None
    )
    question = _extensible(raw.within(poll, "question"))
    options: dict[str, str] = {}
    for answer in raw.sequence(raw.within(poll, "answers"))[:_MOST_ANSWERS]:
        option = raw.words(raw.within(answer, "id"), _SHORT) or raw.words(raw.within(answer, "m.id"), _SHORT)
        text = _extensible(answer)
        if option and text is not None:
            options.setdefault(option, text)
    if question is None or not options:
        return None
    most = raw.whole(raw.within(poll, "max_selections"))
    return PollStarted(
        **_where(happened),
        question=question,
        options=options,
        most=1 if most is None else min(max(most, 1), len(options)),
    )


def _poll_answer(happened: Envelope) -> PollAnswer | None:
    content = happened.content
    relation = raw.mapping(content.get("m.relates_to"))
    poll = raw.identifier(relation.get("event_id"), "$")
    if poll is None or relation.get("rel_type") != "m.reference":
        return None
    answers = raw.within(content, "org.matrix.msc3381.poll.response", "answers")
    if answers is None:
        answers = content.get("m.selections", raw.within(content, "m.poll.response", "answers"))
    if not isinstance(answers, list):
        return None
    chosen = [raw.words(answer, _SHORT) for answer in answers[:_MOST_ANSWERS]]
    if not all(chosen):
        return None
    return PollAnswer(**_where(happened), poll=poll, answers=tuple(answer for answer in chosen if answer))


def _state(value: object) -> State | None:
    return cast("State", value) if isinstance(value, str) and value in _STATES else None


def _membership(happened: Envelope) -> Membership | None:
    person = raw.identifier(happened.state_key, "@")
    after = _state(happened.content.get("membership"))
    if person is None or after is None:
        return None
    return Membership(
        **_where(happened),
        person=person,
        before=_state(raw.within(happened.previous, "membership")) or "leave",
        after=after,
        name=display_name(happened.content),
        direct=raw.within(happened.previous, "is_direct") is True,
    )


def display_name(content: Mapping[str, Any]) -> str | None:
    """The name a person chose, from an `m.room.member`; `None` when there is none to show."""
    name = raw.words(content.get("displayname"), _SHORT)
    return name if name and name.strip() else None


def power(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content of an `m.room.power_levels` without anything that cannot be a level."""

    def level(value: object) -> int | str | None:
        # Rooms before version 10 may hold levels as text.
        return raw.whole(value) if not isinstance(value, str) else raw.words(value, _SHORT)

    sound: dict[str, Any] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            sound[name] = {key: level(one) for key, one in value.items() if level(one) is not None}
        elif level(value) is not None:
            sound[name] = level(value)
    return sound


def room_name(content: Mapping[str, Any]) -> str:
    """The name in an `m.room.name`; empty when there is none."""
    return raw.words(content.get("name"), _SHORT) or ""


def _power(happened: Envelope) -> Power:
    return Power(**_where(happened), content=power(happened.content))


def _named(happened: Envelope) -> Named:
    return Named(**_where(happened), name=room_name(happened.content))


def _encrypted(happened: Envelope) -> Encrypted | None:
    return Encrypted(**_where(happened)) if isinstance(happened.content.get("algorithm"), str) else None


def _disclosed(happened: Envelope) -> Disclosed | None:
    history = raw.identifier(happened.content.get("history_visibility"))
    return None if history is None else Disclosed(**_where(happened), history=history)


def _upgraded(happened: Envelope) -> Upgraded | None:
    successor = raw.identifier(happened.content.get("replacement_room"), "!")
    return None if successor is None else Upgraded(**_where(happened), successor=successor)


_MESSAGES: Final[Mapping[str, Callable[[Envelope], Event | None]]] = {
    "m.room.message": _message,
    "m.reaction": _reaction,
    "m.room.redaction": _withdrawal,
    "org.matrix.msc3381.poll.start": _poll_started,
    "m.poll.start": _poll_started,
    "org.matrix.msc3381.poll.response": _poll_answer,
    "m.poll.response": _poll_answer,
}
_STATE: Final[Mapping[str, Callable[[Envelope], Event | None]]] = {
    "m.room.member": _membership,
    "m.room.power_levels": _power,
    "m.room.name": _named,
    ENCRYPTION: _encrypted,
    "m.room.history_visibility": _disclosed,
    "m.room.tombstone": _upgraded,
}
_SEALABLE: Final = frozenset(_MESSAGES) - {"m.room.redaction"}
