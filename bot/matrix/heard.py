"""What a person's client heard, kept in order of arrival, and how to wait for something to be said.

This is the measuring instrument of the demo and the live tests: it keeps everything and interprets almost nothing.
"""

# A wait here says what it waited for in vain, which `asyncio.timeout` around it could not.
# ruff: noqa: ASYNC109

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable

_LISTED = 40


class NotHeardError(Exception):
    """What was waited for did not come in time. The message lists what came instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One event as a person's client sees it, decrypted where it could be.

    `type` and `content` are those inside the encryption; an event that could not be opened keeps the outer ones and has
    `readable` false (when its key comes later it is heard again, readable). `sent` is the server time, aware UTC.
    `redacts` is set on redactions, `state_key` on state events, `transaction` on this device's own events. An
    invitation is a `m.room.member` event without an event id.
    """

    room: str
    event: str
    sender: str
    type: str
    content: Mapping[str, Any]
    sent: datetime
    encrypted: bool
    readable: bool
    state_key: str | None = None
    redacts: str | None = None
    transaction: str | None = None

    @classmethod
    def from_raw(cls, room: str, raw: Mapping[str, Any], opened: Mapping[str, Any] | None = None) -> Self:
        """Read the event `raw` as the server sent it; `opened` is the same event decrypted, if it could be."""
        encrypted = raw.get("type") == "m.room.encrypted"
        shown = opened or raw
        content = shown.get("content") or {}
        unsigned = raw.get("unsigned") or {}
        return cls(
            room=room,
            event=raw.get("event_id", ""),
            sender=raw.get("sender", ""),
            type=shown.get("type", ""),
            content=content,
            sent=datetime.fromtimestamp(raw.get("origin_server_ts", 0) / 1000, UTC),
            encrypted=encrypted,
            readable=not encrypted or opened is not None,
            state_key=raw.get("state_key"),
            redacts=raw.get("redacts") or (content.get("redacts") if raw.get("type") == "m.room.redaction" else None),
            transaction=unsigned.get("transaction_id"),
        )

    @property
    def relation(self) -> Mapping[str, Any]:
        """`m.relates_to`, empty when the event stands alone."""
        relation = self.content.get("m.relates_to")
        return relation if isinstance(relation, Mapping) else {}

    @property
    def body(self) -> str:
        """The words of a message (the new ones of an edit) or of a poll; empty for everything else."""
        new = self.content.get("m.new_content")
        shown = new if isinstance(new, Mapping) else self.content
        words = shown.get("body", shown.get("org.matrix.msc1767.text", ""))
        return words if isinstance(words, str) else ""

    @property
    def notice(self) -> bool:
        """Whether a program said it (`m.notice`)."""
        return self.content.get("msgtype") == "m.notice"

    @property
    def replaces(self) -> str | None:
        """The event that this one edits."""
        return self._related("m.replace")

    @property
    def thread(self) -> str | None:
        """The root of the thread that this was said in."""
        return self._related("m.thread")

    @property
    def reply_to(self) -> str | None:
        """The event that this one answers; in a thread only when the answer is meant, not the fallback."""
        answered = self.relation.get("m.in_reply_to")
        if not isinstance(answered, Mapping) or self.relation.get("is_falling_back"):
            return None
        return answered.get("event_id")

    @property
    def reaction(self) -> tuple[str, str] | None:
        """The event reacted to, and the key."""
        target = self._related("m.annotation")
        return (target, self.relation.get("key", "")) if target else None

    @property
    def poll(self) -> Mapping[str, Any] | None:
        """The poll that this event starts, as it stands on the wire."""
        started = self.content.get("org.matrix.msc3381.poll.start", self.content.get("m.poll.start"))
        return started if isinstance(started, Mapping) else None

    @property
    def answers(self) -> tuple[str, ...] | None:
        """The answer ids of a poll response; `relation` says of which poll."""
        response = self.content.get("org.matrix.msc3381.poll.response", self.content.get("m.poll.response"))
        chosen = response.get("answers") if isinstance(response, Mapping) else None
        return tuple(chosen) if isinstance(chosen, list) else None

    def __str__(self) -> str:
        """One line for a list of what was heard."""
        what = self.body or ("cannot be read" if not self.readable else dict(self.content))
        return f"{self.sent:%H:%M:%S} {self.room} {self.sender} {self.type}: {what}"

    def _related(self, how: str) -> str | None:
        return self.relation.get("event_id") if self.relation.get("rel_type") == how else None


class Ears:
    """The list `heard`, and waiting for it to grow. One task adds; any number may wait."""

    def __init__(self) -> None:
        """Nothing was heard yet."""
        self.heard: list[Heard] = []
        self.troubles: list[Exception] = []
        self.broken: BaseException | None = None
        self._turn = asyncio.Event()

    def add(self, *heard: Heard) -> None:
        """Keep what arrived, and wake those who wait (also when it is nothing: something else may have changed)."""
        self.heard.extend(heard)
        self._wake()

    def fail(self, reason: BaseException) -> None:
        """Tell all who wait, now and later, that nothing will come any more."""
        self.broken = reason
        self._wake()

    async def until(self, met: Callable[[], bool], what: str, timeout: float) -> None:
        """Return when `met`. Raises `NotHeardError` after `timeout` seconds, naming `what`."""
        try:
            async with asyncio.timeout(timeout):
                while not met():
                    if self.broken is not None:
                        message = f"Nothing more can be heard while waiting for {what}."
                        raise NotHeardError(message) from self.broken
                    await self._turn.wait()
        except TimeoutError:
            raise NotHeardError(self._told(what, timeout)) from None

    async def first(self, wanted: Callable[[Heard], bool], what: str, *, since: int, timeout: float) -> Heard:
        """Return the first event from position `since` on that is `wanted`, waiting up to `timeout` seconds."""
        found: list[Heard] = []
        position = since

        def met() -> bool:
            nonlocal position
            for heard in self.heard[position:]:
                position += 1
                if wanted(heard):
                    found.append(heard)
                    return True
            return False

        await self.until(met, what, timeout)
        return found[0]

    def _wake(self) -> None:
        self._turn.set()
        self._turn = asyncio.Event()

    def _told(self, what: str, timeout: float) -> str:
        lines = [f"  {heard}" for heard in self.heard[-_LISTED:]]
        left_out = len(self.heard) - len(lines)
        if left_out:
            lines.insert(0, f"  ({left_out} earlier)")
        lines += [f"  could not be taken in: {trouble!r}" for trouble in self.troubles[-_LISTED:]]
        return "\n".join((f"Not heard within {timeout:g} s: {what}. Heard:", *(lines or ["  nothing"])))
