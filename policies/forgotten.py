"""What becomes of a thing when somebody who has a part in it is forgotten: what they gave it goes, and what the group did stays.

`released` is done at once, to whatever is under way: nobody waits for who is forgotten, and nobody who comes back counts
twice. The others are done when a thing is over, and only where the person wishes that their words go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import singledispatch
from typing import Any

from policies.advice import AdviceProcess
from policies.ballots import Ballot
from policies.decision import Decision
from policies.drawing import Drawing, Stage
from policies.election import Election
from policies.election import Phase as ElectionPhase
from policies.hearing import Hearing
from policies.meeting import Action, Meeting, MeetingVote, Phase, Series
from policies.meeting_time import TimeSearch
from policies.motion import UNNUMBERED, Motion
from policies.outside import OutsideAdvice
from policies.reminder import Reminder
from policies.sense import SenseCheck

BEGUN = (AdviceProcess, Drawing, Election, Hearing, MeetingVote, Motion, OutsideAdvice, SenseCheck)
"""What, beside a vote, is known by the words of whoever began it. All else that has words is the group's: its minutes, meetings, lists."""


def holds_words(thing: object, person: str) -> bool:
    """Whether a person began it with words of their own, or has written something in it."""
    return isinstance(thing, (Decision, *BEGUN)) and (thing.proposer == person or without_words(thing, person) != thing)


@singledispatch
def released(thing: Any, person: str) -> Any:
    """The thing without what a person may give it again. A ballot is not: the electorate of its vote is fixed, so it stays and counts once."""
    del person
    return thing


@released.register
def _(meeting: Meeting, person: str) -> Meeting:
    coming = {each: reply for each, reply in meeting.coming.items() if each != person or meeting.phase is not Phase.PLANNED}
    return replace(meeting, coming=coming, approvals=meeting.approvals - ({person} if meeting.phase is Phase.HELD else set()))


@released.register
def _(series: Series, person: str) -> Series:
    return replace(series, against=series.against - {person})


@released.register
def _(search: TimeSearch, person: str) -> TimeSearch:
    return search if search.over else search.unanswering(person)


@released.register
def _(reminder: Reminder, person: str) -> Reminder:
    return replace(reminder, joined=reminder.joined - {person}, stopping=reminder.stopping - {person})


@released.register
def _(drawing: Drawing, person: str) -> Drawing:
    return replace(drawing, pool=tuple(each for each in drawing.pool if each != person)) if drawing.stage is Stage.SEALED else drawing


@released.register
def _(action: Action, person: str) -> Action:
    return replace(action, owner="") if action.owner == person and not action.done else action


def unseen(thing: Any, person: str) -> Any:
    """The thing without the words of a person that nobody has seen yet: they need not wait for its end."""
    if isinstance(thing, Election) and thing.phase is ElectionPhase.NOMINATING:
        return replace(thing, nominations=_without(thing.nominations, person))
    if isinstance(thing, Hearing) and thing.person == person:
        return replace(thing, answer="")
    return thing


@singledispatch
def without_words(thing: Any, person: str) -> Any:
    """The thing without what a person wrote in it, beside its question."""
    del person
    return thing


@without_words.register
def _(process: AdviceProcess, person: str) -> AdviceProcess:
    return replace(process, advice=tuple(each for each in process.advice if each.by != person))


@without_words.register
def _(election: Election, person: str) -> Election:
    nominations = {each: replace(said, reason="") if each == person else said for each, said in election.nominations.items()}
    return replace(election, nominations=nominations, reason="" if election.facilitator == person else election.reason)


@without_words.register
def _(decision: Decision, person: str) -> Decision:
    acts = {
        root: replace(act, ballot=replace(act.ballot, reason=None)) if act.voter == person and act.ballot else act
        for root, act in decision.acts.items()
    }
    return replace(decision, acts=acts)


@singledispatch
def without_question(thing: Any) -> Any:
    """The thing without the question that began it, and what stood there to be chosen."""
    return thing


@without_question.register(AdviceProcess)
@without_question.register(Election)
@without_question.register(Hearing)
@without_question.register(MeetingVote)
@without_question.register(SenseCheck)
def _(thing: Any) -> Any:
    return replace(thing, question="")


@without_question.register
def _(motion: Motion) -> Motion:
    # That it is about guideline 3 is no words of theirs; what a new one would say is.
    return replace(motion, question="", subject="" if motion.subject.startswith(UNNUMBERED) else motion.subject)


@without_question.register
def _(advice: OutsideAdvice) -> OutsideAdvice:
    return replace(advice, question="", source="")


@without_question.register
def _(drawing: Drawing) -> Drawing:
    names = {name: str(place) for place, name in enumerate(drawing.order or drawing.pool, 1) if not name.startswith("@")}
    return replace(
        drawing,
        question="",
        pool=tuple(names.get(each, each) for each in drawing.pool),
        order=tuple(names.get(each, each) for each in drawing.order),
        passed=frozenset(names.get(each, each) for each in drawing.passed),
    )


@without_question.register
def _(decision: Decision) -> Decision:
    return replace(without_options(decision, range(len(decision.options))), question="")


def without_options(decision: Decision, places: range | tuple[int, ...]) -> Decision:
    """A choice whose options at these places (from 0) are called by their place (from 1) alone, in the ballots too."""
    if not decision.choosing:
        return decision
    names = {name: str(place + 1) if place in places else name for place, name in enumerate(decision.options)}
    acts = {root: replace(act, ballot=_called(act.ballot, names) if act.ballot else None) for root, act in decision.acts.items()}
    return replace(decision, options=tuple(names.values()), acts=acts)


def unlinked(decision: Decision, person: str) -> Decision:
    """A vote that is over, whose acts of a person name their messages no more: they are numbered in their order instead."""
    theirs = sorted((act for act in decision.acts.values() if act.voter == person), key=lambda act: act.order)
    names = {act.root: f"{person}/{place:03}" for place, act in enumerate(theirs, 1)}
    acts = {names.get(root, root): replace(act, root=names[root], event=names[root]) if root in names else act for root, act in decision.acts.items()}
    return replace(decision, acts=acts)


def _called(ballot: Ballot, names: Mapping[str, str]) -> Ballot:
    """A ballot with other names for the options."""
    return replace(
        ballot,
        choice=None if ballot.choice is None else names.get(ballot.choice, ballot.choice),
        choices=None if ballot.choices is None else tuple(names.get(each, each) for each in ballot.choices),
        ranking=None if ballot.ranking is None else tuple(tuple(names.get(each, each) for each in place) for place in ballot.ranking),
        scores=None if ballot.scores is None else {names.get(each, each): score for each, score in ballot.scores.items()},
    )


def _without(given: Mapping[str, Any], person: str) -> dict[str, Any]:
    return {each: value for each, value in given.items() if each != person}
