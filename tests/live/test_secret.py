"""A secret vote of real people in encrypted direct chats: the ballot, the kill, the seals, and the recount on a computer."""

from __future__ import annotations

import asyncio
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.live.circle import HELLO, HOUR, WITHIN, Circle, counts
from tests.live.conftest import NAMES, MakeBot, MakeMembers
from tests.live.test_once import until_killed

if TYPE_CHECKING:
    from bot.matrix.heard import Heard
    from bot.matrix.member import Member
    from tests.live.proxy import Proxy, Seen

CODE = re.compile(r"\b([a-z]+)-([0-9a-z]{4}(?:-[0-9a-z]{4}){3})\b")
SEAL = re.compile(r"\b[0-9a-f]{64}\b")
POLL = re.compile(r"\b[0-9a-f]{32}\b")
COMMAND = re.compile(r'python3 -c ".+"')
WORDS = ("kumquat", "papaya", "tamarind", "mangosteen", "rambutan", "persimmon")


def digest(*parts: str) -> str:
    """`H` of the protocol, from its description."""
    data = b"".join(len(part.encode()).to_bytes(8, "big") + part.encode() for part in parts)
    return hashlib.sha256(data).hexdigest()


class Voter:
    """A member with their direct chat and what they keep of their vote."""

    def __init__(self, circle: Circle, member: Member, word: str, choice: str) -> None:
        """They will vote so."""
        self.circle = circle
        self.member = member
        self.word = word
        self.choice = choice
        self.direct = ""
        self.rand = ""

    async def tells(self, words: str, answer: str) -> Heard:
        """Type in the direct chat and wait for the answer."""
        since = self.member.now
        await self.member.say(self.direct, words)
        return await self.hears(answer, since)

    async def hears(self, words: str, since: int = 0) -> Heard:
        """What the bot says in the direct chat."""
        return await self.member.hears(
            words, room=self.direct, sender=self.circle.bot.user, since=since, timeout=WITHIN
        )

    async def prepares(self) -> None:
        """Open the chat and read the promise."""
        self.direct = await self.member.open_direct(self.circle.bot.user)
        await self.hears(HELLO)
        await self.tells("vote 1", "Here is what that means")

    async def votes(self) -> str:
        """Send the ballot. Returns its event."""
        return await self.member.say(self.direct, f"vote 1 {self.choice} word {self.word}")

    async def receives(self) -> Heard:
        """The receipt, and the code on it."""
        receipt = await self.hears("Counted for #1")
        match = CODE.search(receipt.body)
        assert match
        assert match[1] == self.word
        self.rand = match[2].replace("-", "")
        assert self.choice in receipt.body
        return receipt

    async def sees_removed(self, event: str) -> None:
        """The ballot was removed by the bot."""
        await self.member.hears(_Removes(event), room=self.direct, sender=self.circle.bot.user, timeout=WITHIN)

    def seal(self, poll: str) -> str:
        """My seal, computed without the bot."""
        return digest(poll, self.choice, digest(poll, self.word, self.rand))

    def receipts(self) -> list[Heard]:
        """All receipts that came."""
        return [heard for heard in self.member.heard if heard.room == self.direct and "Counted for #1" in heard.body]


class _Removes:
    """A predicate that a failed wait can name."""

    def __init__(self, event: str) -> None:
        self.event = event

    def __call__(self, heard: Heard) -> bool:
        return heard.redacts == self.event

    def __repr__(self) -> str:
        return f"the removal of {self.event}"


async def opens(circle: Circle, choices: tuple[str, ...]) -> list[Voter]:
    """A secret vote that is open, and its voters, who have read the promise."""
    await circle.ana.say(circle.room, "!propose Shall Mia join us? | secret until in 2 hours")
    await circle.hears("is a secret vote, open until")
    voters = [
        Voter(circle, member, word, choice)
        for member, word, choice in zip(circle.people, WORDS, choices, strict=False)
    ]
    await asyncio.gather(*(voter.prepares() for voter in voters))
    return voters


async def run(command: str, given: str = "") -> str:
    """What a command that the bot prints says on a computer of one's own."""
    process = await asyncio.create_subprocess_shell(
        command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, problem = await process.communicate(given.encode())
    assert not problem, problem
    return out.decode()


def disk(folder: Path) -> bytes:
    """Everything that the bot has on its disk: databases, logs, keys."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def traces(circle: Circle, voters: list[Voter]) -> list[str]:
    """What the bot's disk still knows of their receipts."""
    held = disk(circle.bot.folder).lower()
    pieces = [piece for voter in voters for piece in (voter.word, voter.rand, voter.rand[:4] + "-" + voter.rand[4:8])]
    return [piece for piece in pieces if piece.encode() in held]


async def test_a_group_votes_in_secret(members: MakeMembers, bots: MakeBot) -> None:
    """Ballots vanish, receipts hold, every seal is in the list, the recount agrees, and no file links voter and choice."""
    circle = await Circle.gather(members, bots, 6)
    ana, ben = circle.people[:2]
    voters = await opens(circle, ("yes", "no", "yes", "yes", "abstain"))
    loud = await ben.say(circle.room, "!vote 1 no")
    assert "not counted" in (await circle.answer(loud)).body

    ballots = await asyncio.gather(*(voter.votes() for voter in voters))
    await asyncio.gather(*(voter.receives() for voter in voters))
    await asyncio.gather(*(voter.sees_removed(ballot) for voter, ballot in zip(voters, ballots, strict=True)))
    changed = voters[2]
    await changed.tells(f"vote 1 no {changed.word}-{changed.rand}", "is changed: no")
    changed.choice = "no"
    await circle.settled()
    assert not traces(circle, voters)

    circle.bot.ahead(2 * HOUR)
    since = ana.now
    await ana.say(circle.room, "What time is it?")
    result = await circle.hears("voted in secret", since=since)
    assert counts(result) == {"yes": 2, "no": 2, "abstain": 1}
    published = await circle.hears("The seals of #1", since=since)
    (poll,) = POLL.findall(published.body)
    seals = SEAL.findall(published.body)[:5]
    assert seals == sorted(voter.seal(poll) for voter in voters)
    assert not [person for person in circle.people if person.user in published.body]

    checked = await voters[1].tells(f"check 1 {voters[1].word}-{voters[1].rand}", "Your vote was counted: no")
    command = COMMAND.search(checked.body)
    assert command
    assert (await run(command[0])).strip() == voters[1].seal(poll)

    told = result.body.split("becomes final when ")[1].split(" have counted")[0]
    names = re.split(r", | and ", told)
    counting = [person for person, name in zip(circle.people, NAMES, strict=False) if name in names]
    assert len(counting) == 3
    assert ana not in counting
    scrutineer = next(person for person in counting if person in [voter.member for voter in voters])
    asked = await scrutineer.hears("You were drawn by lot", sender=circle.bot.user, since=0, timeout=WITHIN)
    pairs = await scrutineer.hears("Votes on #1", sender=circle.bot.user, since=0, timeout=WITHIN)
    command = COMMAND.search(asked.body)
    assert command
    recounted = (await run(command[0], pairs.body)).split()
    assert recounted == [*seals, "abstain", "1", "no", "2", "yes", "2"]
    await scrutineer.say(asked.room, "confirm 1")
    await circle.hears("#1 is final", since=since)
    assert "#1 is final already" in (await circle.asks(scrutineer, "!confirm 1")).body
    assert "5 seals" in (await circle.asks(ben, "!show record")).body
    await circle.settled()
    assert not traces(circle, voters)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
async def test_a_kill_between_ballot_and_receipt(
    members: MakeMembers, bots: MakeBot, proxy: Proxy, *, after: bool
) -> None:
    """Killed just before or just after the server takes the receipt, the bot sends it once and forgets it."""
    circle = await Circle.gather(members, bots, 5, address=proxy.address)
    voters = await opens(circle, ("yes",))
    (voter,) = voters

    async def kill(_: Seen) -> None:
        await circle.bot.kill()

    path = rf"/rooms/{re.escape(quote(voter.direct))}/send/m.room.encrypted/"
    proxy.on_request(kill, path=path, method="PUT", after=after)
    if not after:
        proxy.cut(path=path, method="PUT", times=1)
    ballot = await voter.votes()
    await until_killed(circle)
    assert [seen.passed for seen in proxy.requests(path, method="PUT")][-1] is after
    await circle.bot.start()
    await voter.receives()
    await voter.sees_removed(ballot)
    await voter.tells(f"vote 1 {voter.choice}", "You have voted on #1 already")
    await circle.settled()
    assert len(voter.receipts()) == 1
    assert not traces(circle, voters)
