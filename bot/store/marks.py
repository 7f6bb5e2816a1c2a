"""Marks: what stands in a sent event so that it is known again on another device, after a backup was put back.

A mark is made from the cause of what is sent and from what it is for, so that whoever handles the same message or the same
deadline anew makes the same mark. It stands outside of what is encrypted, so it tells nothing: an HMAC (RFC 2104) with a
secret of this database. Its second part tells in the same way which head of the record was said, if any; to all others
it looks like chance.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.database import Database, millis, moment

LETTERS, TAIL_LETTERS = 20, 12
SECRET = "marks"  # noqa: S105 - the name of a place
KEPT = timedelta(days=7)
"""How long what a former life sent is remembered: what it did late is done by then."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a former life sent for a row: which event, where (our number of the room), and its server time."""

    mark: str
    room: int
    event: str
    sent: datetime


class Marks:
    """Makes marks, and remembers those of a former life. `because` says what is being handled."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._secret = b""
        self._causes: tuple[tuple[str, ...], ...] = ()
        self._counted: Counter[tuple[str, ...]] = Counter()
        self.ahead: frozenset[str] = frozenset()
        """Marks in what is just being read, whose turn has not come."""

    def begin(self) -> None:
        """Make the secret of this database, if it has none yet. Inside a transaction."""
        self._db.execute("INSERT OR IGNORE INTO program (name, value) VALUES (?, ?)", (SECRET, secrets.token_hex(32)))

    @contextmanager
    def because(self, *cause: str, at: datetime | None = None) -> Iterator[None]:
        """What is put inside is put because of this. A deadline that was set when another was done may be off by seconds: by its minute `at`."""
        causes: tuple[tuple[str, ...], ...] = (cause,)
        if at is not None:
            causes = tuple((*cause, f"{at + off * MINUTE:%Y%m%d%H%M}") for off in (0, -1, 1))
        before = self._causes, self._counted
        self._causes, self._counted = causes, Counter()
        try:
            yield
        finally:
            self._causes, self._counted = before

    def next(self, *what: str) -> str:
        """The mark of the next thing of this sort; one by chance where nothing is being handled."""
        if not self._causes:
            return secrets.token_hex(LETTERS // 2)
        ordinal = str(self._counted[what])
        self._counted[what] += 1
        possible = [self._made("put", *cause, *what, ordinal) for cause in self._causes]
        return next((mark for mark in possible[1:] if mark in self.ahead or self.knows(mark)), possible[0])

    def chance(self) -> str | None:
        """Random bytes (hexadecimal) that are the same when the same is handled anew; `None` where nothing is being handled."""
        return self._made("chance", *self._causes[0], letters=64) if self._causes else None

    def tail(self, mark: str, head: str | None) -> str:
        """The second part of a mark, for what says the head `head` of a record or none."""
        return self._made("none", mark, letters=TAIL_LETTERS) if head is None else self._made("head", head, letters=TAIL_LETTERS)

    def keep(self, sent: Sent, now: datetime) -> None:
        """Remember what a former life sent, until it is put here. Inside a transaction."""
        self._db.execute(
            "INSERT OR IGNORE INTO lived (mark, room, event, sent, since) VALUES (?, ?, ?, ?, ?)",
            (sent.mark, sent.room, sent.event, millis(sent.sent), millis(now)),
        )

    def take(self, mark: str) -> Sent | None:
        """What a former life sent with this mark, which is then forgotten. Inside a transaction."""
        row = self._db.one("DELETE FROM lived WHERE mark = ? RETURNING *", (mark,))
        return None if row is None else Sent(mark, row["room"], row["event"], moment(row["sent"]))

    def forget(self, now: datetime) -> None:
        """Forget what was remembered for long enough. Inside a transaction."""
        self._db.execute("DELETE FROM lived WHERE since < ?", (millis(now - KEPT),))

    def knows(self, mark: str) -> bool:
        """Whether a former life has sent what bears this mark."""
        return self._db.one("SELECT 1 FROM lived WHERE mark = ?", (mark,)) is not None

    def _made(self, *parts: str, letters: int = LETTERS) -> str:
        # The length in front of each part: two lists of parts never look the same.
        data = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
        return hmac.new(self._key(), data, hashlib.sha256).hexdigest()[:letters]

    def _key(self) -> bytes:
        if not self._secret:
            row = self._db.one("SELECT value FROM program WHERE name = ?", (SECRET,))
            assert row is not None
            self._secret = bytes.fromhex(row["value"])
        return self._secret
