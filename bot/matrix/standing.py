"""What stands in a room for all to see, and is shared with others who change it too: its pinned messages and its topic.

Matrix knows no "change it only if it is still so". So what we replaced is looked at afterwards, and where somebody was quicker their change
is taken up, and ours made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from bot.matrix import raw
from bot.matrix.homeserver import Homeserver, Rejected
from bot.matrix.parcels import Delivered, Outcome, SetPinned, SetTopic

PINNED: Final = "m.room.pinned_events"
TOPIC: Final = "m.room.topic"
_TRIES: Final = 3
_BREAKS: Final = {"text/html": "<br>"}


async def pin(server: Homeserver, parcel: SetPinned) -> Outcome:
    """Pin an event beside what is pinned, or take it down. What others pinned stays, in its order."""
    content = await content_of(server, parcel.room, PINNED)
    for _ in range(_TRIES):
        pinned = _events(content)
        if (parcel.event in pinned) is parcel.pinned:
            break
        others = [event for event in pinned if event != parcel.event]
        wanted = [*others, parcel.event] if parcel.pinned else others
        answer = await server.put("rooms", parcel.room, "state", PINNED, body={**content, "pinned": wanted})
        replaced = await replaced_by(server, parcel.room, answer.content.get("event_id"))
        if replaced is None or _events(replaced) == pinned:
            break
        content = replaced
    return Delivered(parcel.event)


async def head(server: Homeserver, parcel: SetTopic) -> Outcome:
    """Put our line at the end of the topic, or take it away. What else stands there stays."""
    content = await content_of(server, parcel.room, TOPIC)
    after = _lined(content, parcel.before, parcel.line)
    if after != content:
        await server.put("rooms", parcel.room, "state", TOPIC, body=after)
    return Delivered(parcel.room)


def with_line(topic: str, before: str, line: str, separator: str = "\n") -> str:
    """`topic` with `line` at its end, without the line `before` (and without `line`, wherever it stood)."""
    for old in filter(None, (before, line)):
        topic = topic.replace(separator + old, "")
        if topic == old or topic.startswith(old + separator):
            topic = topic[len(old + separator) :]
    return separator.join(filter(None, (topic, line)))


def _lined(content: Mapping[str, Any], before: str, line: str) -> dict[str, Any]:
    """The content of an `m.room.topic` with our line, in all the forms that the topic has (MSC3765)."""
    topic = raw.words(content.get("topic")) or ""
    after: dict[str, Any] = {**content, "topic": with_line(topic, before, line)}
    forms = raw.sequence(raw.within(content, "m.topic", "m.text"))
    if forms:
        after["m.topic"] = {**raw.mapping(content.get("m.topic")), "m.text": [_form(form, before, line) for form in forms]}
    if "topic" not in content and not after["topic"]:
        del after["topic"]
    return after


def _form(form: object, before: str, line: str) -> object:
    body = raw.words(raw.within(form, "body"))
    if body is None or not isinstance(form, dict):
        return form
    separator = _BREAKS.get(str(form.get("mimetype")), "\n")
    return {**form, "body": with_line(body, before, line, separator)}


async def content_of(server: Homeserver, room: str, kind: str) -> Mapping[str, Any]:
    """The state `kind` of a room; empty where it has none."""
    try:
        return (await server.get("rooms", room, "state", kind)).content
    except Rejected as error:
        if error.status == HTTPStatus.NOT_FOUND:
            return {}
        raise


async def replaced_by(server: Homeserver, room: str, event: object) -> Mapping[str, Any] | None:
    """The content that our own state event took the place of, or `None` where that cannot be known."""
    identifier = raw.identifier(event, "$")
    if identifier is None:
        return None
    try:
        answer = await server.get("rooms", room, "event", identifier)
    except Rejected:
        return None
    before = raw.within(answer.content, "unsigned", "prev_content")
    return before if isinstance(before, dict) else None


def _events(content: Mapping[str, Any]) -> list[Any]:
    """What is pinned, in its order, with whatever else somebody put there."""
    return list(raw.sequence(content.get("pinned")))
