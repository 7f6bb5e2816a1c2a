"""A group with its bot: what one says in it, and what one waits for."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, Self

from tests.live.conftest import MakeBot, MakeMembers, gather
from tests.live.run_bot import PACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matrix.heard import Heard
    from bot.matrix.member import Member
    from tests.live.conftest import LiveBot

HELLO = "I am Folkmoot"
MARK = "\u2705"
WITHIN = 60.0
"""Seconds that an answer may take on a busy machine with two cores."""

HOUR = 3600.0
DAY = 24 * HOUR

KEY_WAIT = PACE.key_wait.total_seconds()
"""Seconds that the bot waits for a key before it says so, and before it ends a vote without it."""

_COUNT = re.compile(r"\b(yes|no|abstain|consent|stand aside|object): (\d+)")


class Circle:
    """People and a bot in one room. `ana` made the room and sees everything; the bot has introduced itself."""

    def __init__(self, bot: LiveBot, room: str, people: Sequence[Member]) -> None:
        """The bot is in the room already."""
        self.bot = bot
        self.room = room
        self.people = list(people)
        self.ana = self.people[0]
        self.days = 0.0
        self.directs: dict[str, str] = {}

    @classmethod
    async def gather(
        cls,
        members: MakeMembers,
        bots: MakeBot,
        count: int = 3,
        *,
        encrypted: bool = True,
        room: dict[str, Any] | None = None,
        **bot: Any,
    ) -> Self:
        """Make `count` people, their room (`room` goes to `create_room`) and a bot (`bot` goes to `MakeBot`)."""
        made, people = await asyncio.gather(bots(**bot), members(count, server=bot.get("server")))
        await made.start()
        place = await gather(people, encrypted=encrypted, **(room or {}))
        circle = cls(made, place, people)
        await circle.invites()
        return circle

    async def invites(self) -> None:
        """Ana brings the bot in, and it says who it is."""
        since = self.ana.now
        await self.ana.invite(self.room, self.bot.user)
        await self.ana.hears(HELLO, room=self.room, sender=self.bot.user, since=since, timeout=WITHIN)

    def said(self, *, since: int = 0) -> list[Heard]:
        """Everything that the bot did in the room, as Ana heard it."""
        return [heard for heard in self.ana.heard[since:] if heard.room == self.room and heard.sender == self.bot.user]

    def answers(self, event: str) -> list[Heard]:
        """The bot's messages that answer `event`."""
        return [heard for heard in self.said() if heard.reply_to == event]

    def marks(self, event: str) -> list[Heard]:
        """The bot's marks on `event`."""
        return [heard for heard in self.said() if heard.reaction == (event, MARK)]

    async def answer(self, event: str, *, within: float = WITHIN) -> Heard:
        """Wait for the bot's answer to `event`."""
        return await self.ana.hears(_Answers(event), room=self.room, sender=self.bot.user, timeout=within)

    async def marked(self, event: str, *, within: float = WITHIN) -> Heard:
        """Wait for the mark that a vote is counted."""
        return await self.ana.hears(_Marks(event), room=self.room, sender=self.bot.user, timeout=within)

    async def hears(self, words: str, *, since: int = 0, within: float = WITHIN) -> Heard:
        """Wait until the bot says `words` in the room."""
        return await self.ana.hears(words, room=self.room, sender=self.bot.user, since=since, timeout=within)

    async def asks(self, person: Member, words: str) -> Heard:
        """Say `words` and wait for the bot's answer to them."""
        return await self.answer(await person.say(self.room, words))

    async def settled(self) -> None:
        """Wait until everything that was said before has been answered, if it was to be: answers come in order."""
        await self.asks(self.ana, "!urgent")

    async def proposes(self, person: Member, question: str, until: str = "") -> Heard:
        """Put a question and wait for its poll and for the turnout: then the vote is open."""
        since = self.ana.now
        await person.say(self.room, f"!propose {question} {until}".strip())
        poll = await self.ana.hears(_Asks(question), room=self.room, sender=self.bot.user, since=since, timeout=WITHIN)
        await self.hears("is open until", since=since)
        return poll

    async def turnout(self, words: str, *, since: int = 0) -> Heard:
        """Wait until the status message says `words`, in its first form or in an edit."""
        return await self.hears(words, since=since)

    async def result(self, number: int = 1, *, within: float = WITHIN) -> Heard:
        """Wait for the result of `number`."""
        return await self.ana.hears(_Result(number), room=self.room, sender=self.bot.user, timeout=within)

    async def opens_directs(self) -> None:
        """Everybody has a direct chat with the bot: `directs` by person."""
        for person in self.people:
            self.directs[person.user] = await person.open_direct(self.bot.user)
        for person in self.people:
            await person.hears("without a sign in front", room=self.directs[person.user], timeout=WITHIN)

    async def asks_alone(self, person: Member, words: str) -> Heard:
        """Say `words` in the direct chat of a person and wait for the bot's answer to them."""
        direct = self.directs[person.user]
        said = await person.say(direct, words)
        return await person.hears(_Answers(said), room=direct, sender=self.bot.user, timeout=WITHIN)

    async def hears_alone(self, person: Member, words: str, *, since: int) -> Heard:
        """Wait until the bot says `words` to a person in their direct chat."""
        return await person.hears(words, room=self.directs[person.user], sender=self.bot.user, since=since, timeout=WITHIN)

    async def consents(self, number: int) -> None:
        """Everybody consents to `number`, and each vote is counted."""
        for event in [await person.say(self.room, f"!vote {number} consent") for person in self.people]:
            await self.marked(event)

    async def later(self, days: float, words: str, *, alone: Member | None = None) -> Heard:
        """Let so many days pass on the bot's clock, wake it, and wait for what it says: in the room, or to one person `alone`."""
        hearer = alone or self.ana
        since = hearer.now
        self.days += days
        self.bot.ahead(self.days * DAY, servers=True)
        await self.ana.say(self.room, "Let us look at the calendar.")
        return await (self.hears_alone(hearer, words, since=since) if alone else self.hears(words, since=since))

    async def ends(self, seconds: float, number: int = 1) -> Heard:
        """Let `seconds` pass on the bot's clock, wake it, and wait for the result of `number`."""
        self.bot.ahead(seconds)
        await self.ana.say(self.room, "Let us look at the clock.")
        return await self.result(number)


def counts(result: Heard) -> dict[str, int]:
    """The numbers that a result tells, without the answers that nobody gave."""
    return {option: int(count) for option, count in _COUNT.findall(result.body) if int(count)}


class _Wanted:
    """A predicate that a failed wait can name."""

    def __init__(self, what: object) -> None:
        self.what = what

    def __repr__(self) -> str:
        return f"{type(self).__name__.strip('_').lower()} {self.what!r}"


class _Answers(_Wanted):
    def __call__(self, heard: Heard) -> bool:
        return heard.reply_to == self.what


class _Marks(_Wanted):
    def __call__(self, heard: Heard) -> bool:
        return heard.reaction == (self.what, MARK)


class _Asks(_Wanted):
    def __call__(self, heard: Heard) -> bool:
        return heard.poll is not None and str(self.what) in str(heard.poll.get("question"))


class _Result(_Wanted):
    def __call__(self, heard: Heard) -> bool:
        return heard.body.startswith(f"#{self.what} ") and "In the record:" in heard.body
