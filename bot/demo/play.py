"""The demo: a group of four takes a decision in an encrypted room, and the bot is killed in the middle of the vote.

While the vote is open they ask for a reminder, and one asks for help; at the end one of them takes the record away.

Everything is real: a homeserver on loopback, four people with encrypting clients, the bot in a process of its own. All
lies in one folder that the caller throws away.
"""

from __future__ import annotations

import asyncio
import secrets
import signal
from collections.abc import Callable
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.demo import proof
from bot.demo.homeserver import Account, Homeserver
from bot.demo.program import Place, Program
from bot.demo.proof import Check, Play
from bot.demo.transcript import Transcript
from bot.matrix.member import Member

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.matrix.heard import Heard

NAMES = ("Ana", "Ben", "Cleo", "Dan")
ROOM = "Tuesday circle"
QUESTION = "Shall we meet on Tuesdays?"
CLOSES = "in 45 seconds"
REASON = "because it is near my home"
TEA, IN_SECONDS = "bring tea", 12
REQUEST = "Who has the key to the hall?"
HELP = "I have it, and I am there early"

STARTS_WITHIN = 60.0
"""Seconds that the bot may take to come into the room, on a slow machine."""

ANSWERS_WITHIN = 30.0
CLOSES_WITHIN = 120.0

_READS_FOR = 1.5
"""Seconds between two things that people do, so that one can follow."""


class StepFailedError(Exception):
    """A step of the demo did not work. `step` says which, `reason` why."""

    def __init__(self, step: str, reason: str) -> None:
        """Keep both."""
        self.step, self.reason = step, reason
        super().__init__(f"{step}: {reason}")


class Demo:
    """One run of the demo in `folder`."""

    def __init__(self, folder: Path) -> None:
        """Nothing starts yet."""
        self.checks: list[Check] = []
        self.staying = False
        self._server = Homeserver(folder / "homeserver")
        self._accounts: dict[str, Account] = {}
        self._folder = folder
        self._step = ""
        self._place = Place(folder / "bot", "", self._server.id_of("folkmoot"), _password())
        self._bot = Program(self._place)
        self._room = ""
        self._typed: dict[str, str] = {}
        self._said: list[str] = []
        self._reminder = ""
        self._taken = folder / "record.zip"
        names = {self._server.id_of(name.lower()): name for name in NAMES}
        self._transcript = Transcript({**names, self._place.user: "Folkmoot"})

    @property
    def bot_log(self) -> str:
        """The end of the bot's log; it holds nothing that people said."""
        return self._place.last_words()

    async def run(self, *, stay: bool = False) -> bool:
        """Play, say what was proved, and stop everything; with `stay`, if all holds, not before Ctrl-C.

        Returns whether all holds. Raises `StepFailedError`; all is stopped then, too.
        """
        async with AsyncExitStack() as stack:
            try:
                people = await self._set_the_stage(stack)
                watching = asyncio.create_task(self._watch(people["Ana"]))
                stack.push_async_callback(_end, watching)
                await self._gather(people)
                await self._decide(people)
                await self._take_away(people)
                await self._prove(people)
            except Exception as trouble:
                raise StepFailedError(self._step, _told(trouble)) from trouble
            holds = all(check.holds for check in self.checks)
            if stay and holds:
                self._invite_along()
                self.staying = True
                await asyncio.Event().wait()
        return holds

    # The acts

    async def _set_the_stage(self, stack: AsyncExitStack) -> dict[str, Member]:
        with self._stepping("a homeserver starts on this machine"):
            await stack.enter_async_context(self._server)
        with self._stepping("four members log in, each with an encrypting client"):
            await self._server.register("folkmoot", self._place.password, display="Folkmoot")
            people = {}
            for name in NAMES:
                account = await self._server.register(name.lower(), _password(), display=name)
                self._accounts[name] = account
                people[name] = await stack.enter_async_context(Member(self._server.address))
                await people[name].enter(account.user, account.device, account.token)
        with self._stepping("the bot starts"):
            self._place = Place(self._place.folder, self._server.address, self._place.user, self._place.password)
            self._place.write()
            self._bot = Program(self._place)
            await self._bot.start()
            stack.push_async_callback(self._bot.stop)
        return people

    async def _gather(self, people: dict[str, Member]) -> None:
        ana, *others = (people[name] for name in NAMES)
        with self._stepping(f"Ana opens the encrypted room “{ROOM}”, and everybody comes in"):
            self._room = room = await ana.create_room(name=ROOM, invite=[member.user for member in others])
            for member in others:
                await member.join(room)
        with self._stepping("the bot is invited, comes in and introduces itself"):
            await ana.invite(room, self._place.user)
            await self._hears(ana, "I am Folkmoot", STARTS_WITHIN)
            await asyncio.sleep(_READS_FOR)

    async def _decide(self, people: dict[str, Member]) -> None:
        ana, ben, cleo, dan = (people[name] for name in NAMES)
        room = self._room
        with self._stepping("Ana puts a question to the group"):
            await self._say(ana, f"!propose {QUESTION} until {CLOSES}", answered=False)
            poll = await self._hears(ana, _PUT)
            await asyncio.sleep(_READS_FOR)
        with self._stepping("Ben votes with typed words"):
            vote = await self._say(ben, f"!vote 1 yes {REASON}")
            await self._hears(ana, _answer_to(vote))
        await cleo.hears(_the(poll.event))
        with self._stepping("Cleo votes with a reply, and at that instant the bot is killed with kill -9"):
            vote = await cleo.reply(room, poll.event, "yes")
            code = await self._bot.kill()
            self._typed[vote] = "yes (a reply)"
            killed = code == -signal.SIGKILL
            self.checks.append(Check("The bot was killed in the middle of the vote", killed, f"by signal {-code}"))
            await ana.hears(_the(vote))
        with self._stepping("Dan taps an answer in the poll, and Ben asks what is open, while the bot is dead"):
            await dan.hears(_the(poll.event))
            await dan.answer_poll(room, poll.event, ["yes"])
            asked = await self._say(ben, "!now")
            await asyncio.sleep(_READS_FOR)
        with self._stepping("the bot is started again, and does what it missed"):
            await self._bot.start()
            for event in (vote, asked):
                await self._hears(ana, _answer_to(event), STARTS_WITHIN)
        with self._stepping("Ana taps “abstain” in the poll"):
            await ana.answer_poll(room, poll.event, ["abstain"])
        await self._meanwhile(people)
        with self._stepping("the time is up: the vote closes and the result comes", quietly=True):
            await self._hears(ana, "In the record:", CLOSES_WITHIN)
            await asyncio.sleep(_READS_FOR)

    async def _meanwhile(self, people: dict[str, Member]) -> None:
        ana, _, cleo, dan = (people[name] for name in NAMES)
        with self._stepping("Cleo asks for a reminder for the group"):
            self._reminder = await self._say(cleo, f"!remind us in {IN_SECONDS} seconds to {TEA}", answered=False)
            await self._hears(ana, TEA)
            await asyncio.sleep(_READS_FOR)
        with self._stepping("Dan asks for help, and Ana answers"):
            asked = await self._say(dan, f"!ask {REQUEST}")
            await self._hears(ana, _answer_to(asked))
            await asyncio.sleep(_READS_FOR)
            await ana.reply(self._room, asked, HELP)
            self._said.append(HELP)
            await self._hears(ana, "Reminder #2")
        with self._stepping("Dan was helped, so his request is closed"):
            thanks = await self._say(dan, "!thanks 3")
            await self._hears(ana, _answer_to(thanks))

    async def _take_away(self, people: dict[str, Member]) -> None:
        ana, _, _, dan = (people[name] for name in NAMES)
        with self._stepping("Dan looks at the group's record"):
            asked = await self._say(dan, "!show record")
            await self._hears(ana, _answer_to(asked))
            # The last change of the turnout waits a little, so that it comes once and not for each vote.
            await self._hears(ana, _CLOSED)
        with self._stepping("Dan takes the record away, and checks it at home without the bot"):
            asked = await self._say(dan, "!show record export")
            await self._hears(ana, _answer_to(asked))
            self._taken.write_bytes(await dan.read_file(await self._hears(dan, _FILE)))

    async def _prove(self, people: dict[str, Member]) -> None:
        with self._stepping("what was promised is checked"):
            ana = people["Ana"]
            play = Play(
                room=self._room,
                bot=self._place.user,
                typed=self._typed,
                said=(*self._said, QUESTION, REASON, TEA, REQUEST),
                counts={"yes": 3, "no": 0, "abstain": 1},
                members=len(NAMES),
            )
            self.checks += proof.once(play, ana.heard)
            self.checks.append(proof.record(play, ana.heard))
            self.checks.append(proof.punctual(play, ana.heard, self._reminder, timedelta(seconds=IN_SECONDS)))
            self.checks.append(await proof.taken(play, ana.heard, self._taken))
            self.checks.append(await proof.readable(play, people.values()))
            self.checks += await proof.sealed(play, ana, self._server.folder / "homeserver.db", ROOM)
            self.checks.append(await proof.quiet(play, self._place.log))
            self.checks.append(await proof.trusted(play, ana))
        self._transcript.plain()
        for check in self.checks:
            mark, style = ("proved", "green") if check.holds else ("FAILED", "bold red")
            self._transcript.plain(f"  {mark}  {check.claim} ({check.found})", style)

    def _invite_along(self) -> None:
        logins = "\n".join(f"  {account.user}   password: {account.password}" for account in self._accounts.values())
        self._transcript.plain(
            f"\nAll is left running. To join in with Element: choose “Sign in”, edit the homeserver to\n"
            f"  {self._server.address}\nand log in as one of the members:\n{logins}\n"
            f"The bot is {self._place.user}, the room “{ROOM}”. A new login can read what is said from then on.\n"
            f"The bot's log: {self._place.log}\nCtrl-C ends everything.\n"
        )

    # On the stage

    @contextmanager
    def _stepping(self, step: str, *, quietly: bool = False) -> Iterator[None]:
        self._step = step
        if not quietly:
            self._transcript.stage(Clock().now(), step[0].upper() + step[1:] + ".")
        yield

    async def _say(self, member: Member, words: str, *, answered: bool = True) -> str:
        """Type something; `answered` when it must get one answer of its own (a proposal is announced instead)."""
        event = await member.say(self._room, words)
        self._said.append(words)
        if answered:
            self._typed[event] = words
        return event

    async def _hears(
        self, member: Member, wanted: str | Callable[[Heard], bool], within: float = ANSWERS_WITHIN
    ) -> Heard:
        """What the bot says, unless it ends before."""
        return await self._bot.outlives(
            member.hears(wanted, sender=self._place.user, room=self._room, timeout=within)
        )

    async def _watch(self, member: Member) -> None:
        """Write what one member hears, as it comes."""
        written = 0
        while True:
            with suppress(TimeoutError):
                await member.hears(_ANYTHING, since=written, timeout=float("inf"))
            news = member.heard[written:]
            written += len(news)
            for heard in news:
                if heard.room == self._room or not self._room:
                    self._transcript.heard(heard)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is waited for, and its name for the message when it does not come."""

    name: str
    is_it: Callable[[Heard], bool]

    def __call__(self, heard: Heard) -> bool:
        """Whether this is it."""
        return self.is_it(heard)

    def __repr__(self) -> str:
        """Its name."""
        return self.name


_ANYTHING = Wanted("anything", lambda _: True)
_PUT = Wanted("the poll", lambda heard: heard.poll is not None)
_FILE = Wanted("a file", lambda heard: heard.content.get("msgtype") == "m.file")
_CLOSED = Wanted("the turnout that says closed", lambda heard: heard.replaces is not None and "closed" in heard.body)


def _the(event: str) -> Wanted:
    return Wanted("what was said", lambda heard: heard.event == event)


def _answer_to(event: str) -> Wanted:
    """An answer in words or by a mark."""
    return Wanted(
        "an answer", lambda heard: event in {heard.reply_to, heard.reaction[0] if heard.reaction is not None else None}
    )


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def _password() -> str:
    return secrets.token_urlsafe(9)


def _told(trouble: Exception) -> str:
    """The trouble in short: what was heard instead stands in the transcript above."""
    return (str(trouble).splitlines() or [type(trouble).__name__])[0]
