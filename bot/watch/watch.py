"""Looks at the program once a minute, and has the operator's room told what whoever runs it should know."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from bot.delivery import Delivery
from bot.store.chains import Chains
from bot.store.remembered import Remembered
from bot.store.timeline import Timeline
from bot.texts import Reader
from bot.watch.facts import Facts, Measures
from bot.watch.findings import Said, news
from bot.watch.pulse import Pulse
from policies.model import Lines, text

EVERY = timedelta(minutes=1)

log = structlog.get_logger(__name__)


class Operator:
    """The room of whoever runs the program: its Matrix id, once that is known, and how it is spoken to."""

    def __init__(self, room: str | None, reader: Reader) -> None:
        self.room = room
        self.reader = reader
        self._missed = False

    def number(self, timeline: Timeline) -> int | None:
        """Our number of it, or `None` while we are not in it, which is logged once."""
        if self.room is None:
            return None
        row = timeline.room(self.room)
        number = row["room"] if row is not None and row["joined"] else None
        if number is None and not self._missed:
            log.warning("watch.room: I am not in the operator's room; invite me there")
        self._missed = number is None
        return number


class Watch:
    """`pulse` is where the program reports itself."""

    def __init__(
        self, pulse: Pulse, measures: Measures, chains: Chains, remembered: Remembered, operator: Operator | None = None
    ) -> None:
        self.pulse = pulse
        self.operator = operator
        self._measures = measures
        self._chains = chains
        self._remembered = remembered
        self._looked: datetime | None = None

    def wanted(self, room: str) -> bool:
        """Whether this is the operator's room, into which we come whoever asks us."""
        return self.operator is not None and self.operator.room == room

    def facts(self, now: datetime) -> Facts:
        """How the program is at `now`. Raises `Ended` when the database cannot be read."""
        return self._measures.take(now, self._chains.broken)

    def due(self, now: datetime) -> bool:
        """Whether it is time to look again. From then on it is not."""
        if self._looked is not None and timedelta() <= now - self._looked < EVERY:
            return False
        self._looked = now
        return True

    def look(self, now: datetime, timeline: Timeline, delivery: Delivery) -> Said | None:
        """Look, and put what is to be told into the outbox, inside the caller's transaction. Raises `Ended`.

        What was said counts as told when it is committed: see `told`.
        """
        self._chains.step(now)
        room = self.operator.number(timeline) if self.operator is not None else None
        if self.operator is None or room is None:
            return None
        before = self._remembered.get()
        said = news(before, self.facts(now))
        if said.memory != before:
            self._remembered.keep(said.memory)
        for texts, quiet in ((said.warnings, False), (said.well, True)):
            if texts:
                delivery.warn(room, texts[0] if len(texts) == 1 else text("watch", lines=Lines(texts)), self.operator.reader, quiet=quiet)
        return said

    def told(self, said: Said | None) -> None:
        """What `look` put there is committed."""
        if said is not None and said.outage:
            self.pulse.outage = None
