"""Promise 3, attacked: whatever fewer people do than the rules ask for, and whatever a host types, nothing of a group changes."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.__main__ import main
from bot.matrix.folder import Folder, Session
from bot.store.holdings import HOLDINGS
from bot.store.rooms import RoomStore
from policies.roles import DUTIES, GUEST
from tests.dialogs.script import _removes
from tests.dialogs.stage import BOT, Notes, Stage
from tests.store.stage import OTHER, ROOM
from tests.store.stage import Stage as ServerStage
from tests.store.test_holdings import lived

HONEST = ("dora", "eli", "fay", "gus", "hana", "ivo", "jo")
ATTACKERS = ("ana", "bo")
"""Two of nine: fewer than the three that any guideline, rule or role asks for, and fewer than half for everything else."""
PUPPETS = ("mal", "ned")
SETTLED = timedelta(days=7)

PROPOSALS = (
    "propose guideline Ana decides",
    "propose guideline 1 Ana decides",
    "propose without guideline 1",
    "propose rule guidelines: quorum 1 people",
    "propose rule guidelines: more yes than no",
    "propose rule rules: takes effect at once",
    "propose rule everyday: quorum 1/9",
    "propose rule everyday: open for 1 hour",
    "propose rule spending: at least 1",
    "propose Shall Ana decide? until in 1 hour",
    "propose facilitator Ana",
    "propose facilitator | Ana | Bo | ranked",
    "propose facilitator by lot",
    "propose role Ruler: decides, 3 months",
    "propose without role duty",
    "propose recall Dora facilitator",
    "propose guest Dora",
    "propose rule roll call every 1 months",
    "propose charter",
    "start",
)
TYPED = ("turn join facilitator", "turn join duty", "turn take", "start vote", "accept", "agree", "still here", "here", "meet start")
WORDS = ("yes", "consent", "stand aside", "object because so", "nothing", "keep")
NUMBERS = st.integers(1, 12)
WHO = st.sampled_from((*ATTACKERS, *PUPPETS))


class Attack(RuleBasedStateMachine):
    """Two members and the accounts that they bring in try everything that can be typed, tapped, edited and removed."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage()
        self.came: dict[str, Any] = {}
        self.before: Any = None

    def play(self, action: Coroutine[Any, Any, Any]) -> None:
        """Let something happen; what the bot says to it does not matter here."""
        self.stage.clock.at += timedelta(seconds=1)
        asyncio.run(action)
        self.stage.said.clear()

    def say(self, who: str, words: str, notes: str = "", *, direct: bool = False) -> None:
        """Somebody types a command."""
        self.play(self.stage.types(who, words if direct else f"!{words}", Notes.read(notes), direct=direct))

    def state(self) -> Any:
        """What only the group may change."""
        store = RoomStore(self.stage.database, 1, BOT, "en", "UTC")
        charter = store.charter.get()
        wordings = [(each.number, [(one.text, one.decision) for one in each.wordings]) for each in charter.guidelines]
        # Duties are for whoever volunteers; all else is given by a decision.
        holders = sorted((each.role, each.person) for each in store.roles.get().holders if each.role not in DUTIES | {GUEST})
        return wordings, dict(charter.rulings), charter.roles, charter.adopted, holders

    @initialize()
    def group(self) -> None:
        """A group of nine that gave itself a guideline and a rule, more than a week ago."""
        self.play(self.stage.enters("Circle", [*ATTACKERS, *HONEST]))
        self.say("dora", "propose guideline What is said here stays here")
        self.say("eli", "propose rule roles: quorum half")
        self.say("fay", "propose facilitator Dora")
        for who in HONEST:
            for number in (1, 2, 3):
                self.say(who, f"vote {number} consent")
        self.say("dora", "accept 3", direct=True)
        self.play(self.stage.passes(self.stage.clock.at + timedelta(days=11)))
        self.before = self.state()
        assert self.before[0]
        assert self.before[1]
        assert self.before[-1]

    @rule(who=WHO, proposal=st.sampled_from(PROPOSALS), direct=st.booleans())
    def proposes(self, who: str, proposal: str, direct: bool) -> None:
        """Somebody proposes what would be to their liking."""
        self.say(who, proposal, direct=direct)

    @rule(who=WHO, number=NUMBERS, words=st.sampled_from(WORDS))
    def votes(self, who: str, number: int, words: str) -> None:
        """A vote in words."""
        self.say(who, f"vote {number} {words}")

    @rule(who=WHO, number=NUMBERS, words=st.sampled_from(WORDS))
    def edits(self, who: str, number: int, words: str) -> None:
        """A ballot, edited into another one on another question."""
        self.say(who, f"vote {number} yes")
        self.say(who, f"vote {max(1, number - 1)} {words}", f"edit {who}")

    @rule(who=WHO, number=NUMBERS)
    def removes(self, who: str, number: int) -> None:
        """A ballot, removed by its sender; somebody else may try to remove it too."""
        self.say(who, f"vote {number} yes")
        self.play(_removes(self.stage, who=who, direct=None, label=who))

    @rule(who=WHO, number=NUMBERS, words=st.sampled_from(("We do what Ana says", "until in 20 days", "until in 1 minute")))
    def changes(self, who: str, number: int, words: str) -> None:
        """A proposal, changed on its way."""
        self.say(who, f"change {number} {words}")

    @rule(who=WHO, words=st.sampled_from(TYPED), direct=st.booleans())
    def types(self, who: str, words: str, direct: bool) -> None:
        """Anything else that does not need a number."""
        self.say(who, words, direct=direct)

    @rule(who=WHO, number=NUMBERS, words=st.sampled_from(("stop", "propose again", "not everyday", "object", "confirm", "accept", "why")))
    def meddles(self, who: str, number: int, words: str) -> None:
        """Any other command with a number."""
        self.say(who, f"{words} {number}")

    @precondition(lambda self: len(self.came) < len(PUPPETS))
    @rule(who=st.sampled_from(PUPPETS))
    def brings_in(self, who: str) -> None:
        """Another account of an attacker joins."""
        if who not in self.came:
            self.play(self.stage.moves(who, "join"))
            self.came[who] = self.stage.clock.at

    @rule(who=st.sampled_from(PUPPETS))
    def takes_out(self, who: str) -> None:
        """It leaves again."""
        if who in self.came:
            self.play(self.stage.moves(who, "leave"))
            del self.came[who]

    @rule(hours=st.sampled_from((1, 30, 80)))
    def passes(self, hours: int) -> None:
        """Time passes; accounts that would have become members of a week's standing by then leave before."""
        until = self.stage.clock.at + timedelta(hours=hours)
        for who, since in list(self.came.items()):
            if until - since >= SETTLED:
                self.takes_out(who)
        self.play(self.stage.passes(until))

    @rule()
    def restarts(self) -> None:
        """The bot is started again."""
        self.play(self.stage.restarts())

    @invariant()
    def stays(self) -> None:
        """Guidelines, rules and roles are what the group made them."""
        assert self.before is None or self.state() == self.before

    def teardown(self) -> None:
        """The record's chain is whole, and nothing was left unsent."""
        self.play(self.stage.passes(self.stage.clock.at + timedelta(days=20)))
        self.stays()
        self.stage.sound()
        self.stage.database.close()


Attack.TestCase.settings = settings(
    max_examples=max(4, settings.default.max_examples // 10), stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck)
)


class TestOnlyTheGroup(Attack.TestCase):  # type: ignore[misc]
    """No sequence of commands, polls, removals, edits, joins and leaves by fewer people than the rules ask for changes anything."""


def test_accounts_that_were_brought_in_this_week_do_not_make_a_majority() -> None:
    """Two members and two accounts that joined days ago cannot pass what needs three members who have been there for a week."""
    attack = Attack()
    attack.group()
    for who in PUPPETS:
        attack.brings_in(who)
    attack.say("ana", "propose guideline Ana decides")
    for who in (*ATTACKERS, *PUPPETS):
        attack.say(who, "vote 4 consent")
    for who in PUPPETS:
        attack.takes_out(who)
    attack.teardown()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a verb of the command line reaches into the data of its host, tried with `words` (`{room}` and so on put in).

    `ends`: with which code. `tells`: what it does touches the room, which is told; nothing else may change. `opens` is false for verbs that work without a group's data.
    """

    words: tuple[str, ...] = ()
    tells: bool = False
    ends: int = 0
    opens: bool = True


VERBS = {
    "backup": Reach(("{folder}",)),
    # No server answers here, which is a problem that it tells.
    "check": Reach(ends=1),
    "count": Reach(opens=False),
    "demo": Reach(opens=False),
    "export": Reach(("{room}", "--out", "{folder}/whole.zip"), tells=True),
    "import": Reach(("{whole}",)),
    # It makes settings and a session for an account that has no data yet.
    "init": Reach(opens=False),
    # It fills an empty folder, and leaves one that holds something as it is.
    "restore": Reach(("{whole}",), ends=2),
    # To delete what a group may still take along is refused.
    "rooms delete": Reach(("{room}", "--yes"), ends=1),
    "rooms leave": Reach(("{room}", "--yes"), tells=True),
    "rooms list": Reach(),
    "rooms stay": Reach(("{leaving}",), tells=True),
    # The program itself: what it writes is what members do, which all other tests are about.
    "run": Reach(opens=False),
    "verify": Reach(opens=False),
    "when": Reach(opens=False),
}
"""Every verb that a host can type, and how far it reaches. A new one is thought about here before it is there."""

OF_THE_GROUP = frozenset(HOLDINGS) - {"program", "outbox"}
"""Tables in which a host's verb has no business while a group is here."""


def verbs(group: click.Group = main, before: str = "") -> Iterator[str]:
    """The names of all verbs, those of groups of verbs too."""
    for name in group.list_commands(click.Context(group)):
        found = group.get_command(click.Context(group), name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from verbs(found, f"{before}{name} ")
        else:
            yield before + name


def test_every_verb_of_a_host_is_thought_about() -> None:
    """No verb can be added to the command line without saying here how far it reaches."""
    assert sorted(verbs()) == sorted(VERBS)


@pytest.fixture(name="host")
async def _host(tmp_path: Path) -> ServerStage:
    """The data of a bot in two groups in which something has happened; the bot is about to leave the second one."""
    (tmp_path / "bot.yaml").write_text(
        'homeserver: http://127.0.0.1:9\nuser: "@bot:example.org"\ndata: .\n', encoding="utf-8"
    )
    stage = ServerStage(tmp_path / "folkmoot.db", rooms=(ROOM, OTHER))
    await lived(stage)
    account = Folder(tmp_path)
    account.keep_session(Session("http://127.0.0.1:9", "@bot:example.org", "FOLKMOOT", "a token"))
    account.close()
    for verb in (["export", "1", "--out", f"{tmp_path}/before.zip"], ["rooms", "leave", "2", "--yes"]):
        assert typed(tmp_path, *verb).exit_code == 0
    await stage.deliver()
    return stage


def typed(folder: Path, *words: str) -> Result:
    config = ("--config", str(folder / "bot.yaml"))
    return CliRunner().invoke(main, [*words, *config], env={"FOLKMOOT_PASSWORD": "hunter2"})


@pytest.mark.usefixtures("texts_read_once")
@pytest.mark.parametrize("verb", [verb for verb, reach in VERBS.items() if reach.opens])
async def test_no_verb_of_a_host_reaches_into_a_group(host: ServerStage, verb: str) -> None:
    """After any verb each table of a group is as before, but for what is to be said to the room; and what touches a room is told there."""
    assert host.path is not None
    folder, reach = host.path.parent, VERBS[verb]
    names = {"room": "1", "leaving": "2", "whole": str(folder / "before.zip"), "folder": str(folder)}
    before = host.everything()
    done = await asyncio.to_thread(typed, folder, *verb.split(), *(word.format(**names) for word in reach.words))
    assert done.exit_code == reach.ends, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    after = host.everything()
    changed = {table for table in before if before[table] != after[table]}
    assert not changed & OF_THE_GROUP
    said = [row for row in after["outbox"] if row not in before["outbox"] and row["kind"] == "event"]
    assert bool(said) is reach.tells
