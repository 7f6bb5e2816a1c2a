"""Whose vote counts as what: the bot and its tables agree with the definition, whatever people do in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.events import Event, Membership, Message, PollAnswer, Withdrawal
from policies.decision import Status
from tests.store.stage import ANA, BEGIN, BEN, CLEO, PEOPLE, ROOM, Stage, choices

CHOICES = ("yes", "no", "abstain")
KINDS = ("typed", "reply", "tap", "back", "edit", "edit", "remove", "again")
SPAN = 5
"""Few different server times, so that some are equal and the event ids decide."""


@dataclass
class Definition:
    """The definition of `policies.decision`, in the plainest way: every act that began, and which one counts."""

    acts: dict[str, tuple[datetime, str, str, str | None]] = field(default_factory=dict)

    def act(self, root: str, event: str, voter: str, sent: datetime, choice: str | None) -> None:
        """One act per root event; a late edit counts at its own time."""
        if root not in self.acts or (sent, event) >= self.acts[root][:2]:
            self.acts[root] = (sent, event, voter, choice)

    def edit(self, root: str, event: str, voter: str, sent: datetime, choice: str | None) -> None:
        """Only one's own act can be edited, and only one that is there."""
        if root in self.acts and self.acts[root][2] == voter:
            self.act(root, event, voter, sent, choice)

    def remove(self, event: str, voter: str) -> None:
        """Only the voter's own removal takes an act away."""
        for root, (_, stands, owner, _) in list(self.acts.items()):
            if event in {root, stands} and owner == voter:
                del self.acts[root]

    def standing(self) -> dict[str, str]:
        """The latest standing act of each voter by (server time, event id); one that takes the vote back is no vote."""
        latest: dict[str, tuple[datetime, str, str, str | None]] = {}
        for act in sorted(self.acts.values(), key=lambda act: act[:2]):
            latest[act[2]] = act
        return {voter: choice for voter, (_, _, _, choice) in latest.items() if choice is not None}


class Crowd:
    """Several people who vote, change their minds, edit and remove, before the bot and before the definition."""

    def __init__(self, stage: Stage, poll: str, data: st.DataObject) -> None:
        self.stage = stage
        self.poll = poll
        self.data = data
        self.definition = Definition()
        self.roots: list[str] = []
        self.happened: list[Event] = []

    def does(self, kind: str) -> None:
        """Somebody does one thing."""
        choice = self.data.draw(st.sampled_from(CHOICES), "choice")
        match kind:
            case "typed":
                self.votes(lambda where: Message(**where, body=f"!vote 1 {choice}"), choice)
            case "reply":
                self.votes(lambda where: Message(**where, body=choice, reply_to=self.poll), choice)
            case "tap":
                self.votes(lambda where: PollAnswer(**where, poll=self.poll, answers=(choice,)), choice)
            case "back":
                self.votes(lambda where: Message(**where, body="!vote 1 nothing"), None)
            case "edit" if self.roots:
                self.edits(choice)
            case "remove" if self.happened:
                self.removes()
            case "again" if self.happened:
                self.is_read_again()

    def where(self) -> dict[str, Any]:
        """Who, when and under which id, all of them in any order."""
        sent = BEGIN + timedelta(minutes=self.data.draw(st.integers(1, SPAN), "minute"))
        found = self.stage.outer(self.data.draw(st.sampled_from(PEOPLE[:3]), "voter"), ROOM, sent)
        return found | {"event": f"${self.data.draw(st.sampled_from('az'), 'id')}{found['event'][1:]}"}

    def happens(self, event: Event) -> None:
        self.happened.append(event)
        self.stage.hear(event)

    def votes(self, act: Callable[[dict[str, Any]], Event], choice: str | None) -> None:
        event = act(self.where())
        self.definition.act(event.event, event.event, event.sender, event.sent, choice)
        self.roots.append(event.event)
        self.happens(event)

    def edits(self, choice: str) -> None:
        root = self.data.draw(st.sampled_from(self.roots), "root")
        meanings = {choice: choice, f"!vote 1 {choice}": choice, "so much rain today": None}
        body = self.data.draw(st.sampled_from(sorted(meanings)), "body")
        edit = Message(**self.where(), body=body, replaces=root)
        self.definition.edit(root, edit.event, edit.sender, edit.sent, meanings[body])
        self.happens(edit)

    def removes(self) -> None:
        target = self.data.draw(st.sampled_from(self.happened), "target").event
        removal = Withdrawal(**self.where(), redacts=target)
        self.definition.remove(target, removal.sender)
        self.happens(removal)

    def is_read_again(self) -> None:
        """A response is read twice: what stands, stands, and what was removed stays away."""
        event = self.data.draw(st.sampled_from(self.happened), "again")
        if not isinstance(event, Withdrawal):
            self.stage.hear(event)


@given(st.data())
async def test_the_standing_vote_is_the_latest_standing_act(data: st.DataObject) -> None:
    """Typed votes, replies, taps, edits and removals of several people, in any order of arrival, times and ids."""
    stage = Stage()
    await stage.propose()
    stage.clock.at += timedelta(hours=1)
    poll = stage.outbox.event_of(stage.number(), "poll 1")
    assert poll is not None
    crowd = Crowd(stage, poll, data)
    for kind in data.draw(st.lists(st.sampled_from(KINDS), max_size=25), "kinds"):
        crowd.does(kind)
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert choices(decision) == crowd.definition.standing()
    stage.database.close()


async def test_a_vote_in_time_counts_and_one_too_late_does_not() -> None:
    """What counts is the server time of the ballot, however late it reaches us while the vote is open."""
    stage = Stage()
    decision = await stage.propose()
    assert decision.closes is not None
    stage.clock.at = decision.closes + timedelta(minutes=1)
    stage.say(ANA, "!vote 1 yes", sent=decision.closes)
    stage.say(BEN, "!vote 1 yes", sent=decision.closes + timedelta(milliseconds=1))
    decision_now = stage.store().decisions.get(1)
    assert decision_now is not None
    assert choices(decision_now) == {ANA: "yes"}
    await stage.deliver()
    assert any("closed on" in body for body in stage.server.bodies())


async def test_a_vote_that_was_refused_can_be_put_right_by_an_edit() -> None:
    """A ballot that was not understood counts from the edit that mends it, at the edit's own time."""
    stage = Stage()
    await stage.propose()
    stage.clock.at += timedelta(minutes=5)
    root = stage.say(ANA, "!vote 1 yess please")
    stage.clock.at += timedelta(minutes=5)
    edit = stage.say(ANA, "!vote 1 yes", replaces=root)
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert choices(decision) == {ANA: "yes"}
    assert [(act.root, act.event, act.sent) for act in decision.standing()] == [(root, edit, stage.clock.at)]


async def test_who_came_later_or_left_before_has_no_vote_here() -> None:
    """The electorate is who was a member when the announcement appeared; others are told, and change nothing."""
    stage = Stage()
    await stage.propose()
    new = "@eve:example.org"
    stage.clock.at += timedelta(minutes=1)
    stage.hear(Membership(**stage.outer(new), person=new, before="leave", after="join", name="Eve"))
    stage.say(new, "!vote 1 yes")
    stage.hear(Membership(**stage.outer(CLEO), person=CLEO, before="join", after="leave", name=None))
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert choices(decision) == {}
    assert decision.electorate == frozenset(PEOPLE)
    await stage.deliver()
    assert any("came later" in body for body in stage.server.bodies())


async def test_what_is_saved_is_what_is_loaded() -> None:
    """A decision with all that can happen to it comes back from the tables as it was."""
    stage = Stage()
    await stage.propose("Shall we sing? until in 2 days", ANA)
    stage.say(BEN, "!vote 1 no because of the neighbours")
    stage.say(CLEO, "!vote 1 yes")
    decision = stage.store().decisions.get(1)
    assert decision is not None
    changed = replace(decision.straying("@eve:example.org"), status=Status.CLOSED, ended=decision.closes)
    with stage.database.transaction():
        stage.store().decisions.save(changed)
    assert stage.store().decisions.get(1) == changed
