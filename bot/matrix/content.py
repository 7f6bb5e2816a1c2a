"""The wire forms of what we write: Matrix event contents as plain data.

`m.mentions` is always there, empty when nobody is meant, so that no text pings anyone by accident. Polls use the unstable
names of MSC3381, which is what clients read today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

HTML = "org.matrix.custom.html"
TEXT = "org.matrix.msc1767.text"
POLL = "org.matrix.msc3381.poll"


def message(body: str, html: str, mentions: Iterable[str] = (), *, quiet: bool = False) -> dict[str, Any]:
    """`m.room.message`. `quiet` messages (`m.notice`) notify nobody."""
    content: dict[str, Any] = {
        "msgtype": "m.notice" if quiet else "m.text",
        "body": body,
        "m.mentions": {"user_ids": people} if (people := sorted(mentions)) else {},
    }
    if html:
        content |= {"format": HTML, "formatted_body": html}
    return content


def answering(content: dict[str, Any], event: str, thread: str | None) -> dict[str, Any]:
    """`content` as a reply to `event`, in the thread it was written in."""
    relation: dict[str, Any] = {"m.in_reply_to": {"event_id": event}}
    if thread:
        relation |= {"rel_type": "m.thread", "event_id": thread, "is_falling_back": False}
    return content | {"m.relates_to": relation}


def editing(content: dict[str, Any], event: str) -> dict[str, Any]:
    """`content` as the new text of our own message `event`."""
    fallback = {**content, "body": f"* {content['body']}"}
    if "formatted_body" in content:
        fallback["formatted_body"] = f"* {content['formatted_body']}"
    return fallback | {"m.new_content": content, "m.relates_to": {"rel_type": "m.replace", "event_id": event}}


def reaction(event: str, key: str) -> dict[str, Any]:
    """`m.reaction` on `event`."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": event, "key": key}}


def file(name: str, mime: str, size: int, stored: str, keys: Mapping[str, Any] | None) -> dict[str, Any]:
    """`m.file` of what lies at `stored` (`mxc://...`). With `keys` it is an `EncryptedFile` (AES-CTR, "v2")."""
    content: dict[str, Any] = {
        "msgtype": "m.file",
        "body": name,
        "filename": name,
        "info": {"mimetype": mime, "size": size},
        "m.mentions": {},
    }
    return content | ({"url": stored} if keys is None else {"file": {**keys, "url": stored}})


def poll(question: str, answers: Iterable[tuple[str, str]], fallback: str, most: int = 1) -> dict[str, Any]:
    """A poll with up to `most` choices whose answers stay hidden until it ends (undisclosed)."""
    return {
        f"{POLL}.start": {
            "question": {TEXT: question, "body": question, "msgtype": "m.text"},
            "kind": f"{POLL}.undisclosed",
            "max_selections": most,
            "answers": [{"id": answer, TEXT: label} for answer, label in answers],
        },
        TEXT: fallback,
        "body": fallback,
        "m.mentions": {},
    }


def poll_end(event: str, text: str) -> dict[str, Any]:
    """The end of our poll `event`."""
    return {
        f"{POLL}.end": {},
        "m.relates_to": {"rel_type": "m.reference", "event_id": event},
        TEXT: text,
        "body": text,
        "m.mentions": {},
    }
