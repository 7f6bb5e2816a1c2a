"""The bot of `tests.store.stage`, looked after: with an operator's room, and with facts about the machine that a test sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import App
from bot.matrix.events import Membership, RoomNews
from bot.store.chains import Chains
from bot.store.database import Database
from bot.store.numbers import Numbers
from bot.store.remembered import Remembered
from bot.texts import Reader
from bot.watch.facts import Facts, Measures
from bot.watch.pulse import Pulse
from bot.watch.watch import EVERY, Operator, Watch
from tests.our_texts import our_texts
from tests.store.stage import BOT, HOUSE, PACE, ROOM, Stage, seed

OPERATORS = "!operators:example.org"
OLA = "@ola:example.org"


class SetMeasures(Measures):
    """What is measured of the program itself is real; what a test sets of the machine stands in its place."""

    def __init__(self, numbers: Numbers, pulse: Pulse, machine: Mapping[str, Any]) -> None:
        super().__init__(numbers, pulse, Path(__file__).parent)
        self._machine = machine

    def take(self, now: datetime, broken: frozenset[int] = frozenset()) -> Facts:
        """The facts."""
        return replace(super().take(now, broken), **{"disk": None, **self._machine})


class Watched(Stage):
    """`machine` holds what a test sets of the facts."""

    def __init__(self, path: Path | None = None, *, room: str | None = OPERATORS, language: str = "en") -> None:
        self.machine: dict[str, Any] = {}
        self._room = room
        self._language = language
        super().__init__(path, (ROOM,))

    def start(self) -> None:
        """Start the program, looked after."""
        self.database = Database(self.path)
        self.pulse = Pulse()
        self.chains = Chains(self.database)
        operator = Operator(self._room, Reader(self._language, ZoneInfo("UTC"), "")) if self._room else None
        measures = SetMeasures(Numbers(self.database), self.pulse, self.machine)
        self.watch = Watch(self.pulse, measures, self.chains, Remembered(self.database), operator)
        self.app = App(
            self.database,
            BOT,
            texts=our_texts(),
            house=HOUSE,
            welcome=lambda sender: sender.endswith(":example.org"),
            clock=self.clock,
            pace=PACE,
            watch=self.watch,
        )

    def comes(self, room: str = OPERATORS) -> None:
        """The bot is in the operator's room."""
        joined = Membership(**self.outer(BOT, room), person=BOT, before="invite", after="join", name="Folkmoot")
        self.receive(RoomNews(room=room, events=(joined,), seed=seed((OLA,), name="Operators")))

    async def minutes(self, count: int = 1) -> None:
        """So many minutes go by, in each of which the homeserver answers."""
        for _ in range(count):
            await self.passes(EVERY)

    @property
    def told(self) -> list[str]:
        """What the operator's room was told, without the introduction."""
        return [body for body in self.server.bodies(OPERATORS) if "I am Folkmoot" not in body and "Ich bin Folkmoot" not in body]
