"""Whose vote counts as what: the bot and its tables agree with the definition, whatever people do in whatever order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matrix.events import Event, Membership, Message, PollAnswer, Withdrawal
from policies.decision import Status
from tests.store.stage import ANA, BEGIN, BEN, CLEO, PEOPLE, ROOM, Stage, choices

CHOICES = ("yes", "no", "abstain")
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


@settings(max_examples=120, deadline=None)
@given(st.data())
async def test_the_standing_vote_is_the_latest_standing_act(data: st.DataObject) -> None:
    """Typed votes, replies, taps, edits and removals of several people, in any order of arrival, times and ids."""
    stage = Stage()
    await stage.propose()
    stage.clock.at += timedelta(hours=1)
    poll = stage.outbox.event_of(stage.number(), "poll 1")
    assert poll is not None
    definition = Definition()
    roots: list[str] = []
    events: list[str] = []

    def outer(sender: str) -> dict[str, object]:
        sent = BEGIN + timedelta(minutes=data.draw(st.integers(1, SPAN), "minute"))
        found = stage.outer(sender, ROOM, sent)
        return found | {"event": f"${data.draw(st.sampled_from('az'))}{found['event'][1:]}"}

    def happens(event: Event) -> None:
        events.append(event.event)
        stage.hear(event)

    kinds = st.sampled_from(["typed", "reply", "tap", "back", "edit", "edit", "remove", "again"])
    last: Event | None = None
    for kind in data.draw(st.lists(kinds, max_size=25), "kinds"):
        voter = data.draw(st.sampled_from(PEOPLE[:3]), "voter")
        choice = data.draw(st.sampled_from(CHOICES), "choice")
        where = outer(voter)
        event, sent = str(where["event"]), where["sent"]
        assert isinstance(sent, datetime)
        match kind:
            case "typed":
                last = Message(**where, body=f"!vote 1 {choice}")  # type: ignore[arg-type]
                definition.act(event, event, voter, sent, choice)
            case "reply":
                last = Message(**where, body=choice, reply_to=poll)  # type: ignore[arg-type]
                definition.act(event, event, voter, sent, choice)
            case "tap":
                last = PollAnswer(**where, poll=poll, answers=(choice,))  # type: ignore[arg-type]
                definition.act(event, event, voter, sent, choice)
            case "back":
                last = Message(**where, body="!vote 1 nothing")  # type: ignore[arg-type]
                definition.act(event, event, voter, sent, None)
            case "edit" if roots:
                root = data.draw(st.sampled_from(roots), "root")
                words, meant = data.draw(
                    st.sampled_from([(choice, choice), (f"!vote 1 {choice}", choice), ("so much rain today", None)]), "words"
                )
                last = Message(**where, body=words, replaces=root)  # type: ignore[arg-type]
                definition.edit(root, event, voter, sent, meant)
            case "remove" if events:
                target = data.draw(st.sampled_from(events), "target")
                last = Withdrawal(**where, redacts=target)  # type: ignore[arg-type]
                definition.remove(target, voter)
            case "again" if last is not None and not isinstance(last, Withdrawal):
                if last.event in definition.acts or any(act[1] == last.event for act in definition.acts.values()):
                    stage.hear(last)
                continue
            case _:
                continue
        if kind in {"typed", "reply", "tap", "back"}:
            roots.append(event)
        happens(last)
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert choices(decision) == definition.standing()
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
