"""Election without candidates: the group finds the person whom its reasons speak for; nominations are never counted.

The phases: nominations with reasons, sealed until all are opened together; changes, said openly after everybody has read
the reasons; the facilitator suggests one person; a consent round among all others; the person is asked last and may
decline without a reason. An objection, or a "no", leads back to another suggestion. An `Election` is a value: each step
returns a new one or raises `Refused`; times are aware UTC and given by the caller.
Sources: https://www.sociocracyforall.org/selection-process/ , https://www.sociocracy.info/the-sociocratic-election-process/ .
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from policies.decision import FIXED, LONGEST, SHORTEST, Decision, check_question
from policies.lot import draw
from policies.model import Refused
from policies.rules import EVERYDAY, IN_CONSENT, ROLES, Rule

NOMINATING_LENGTH = timedelta(hours=48)
CHANGING_LENGTH = timedelta(hours=24)
SUGGESTING_LENGTH = timedelta(hours=48)
CONSENT_LENGTH = timedelta(hours=72)
ANSWER_LENGTH = timedelta(hours=72)
MOST_TURNS = 3
"""How often somebody is drawn to suggest, when those before did not, until the election ends without a choice."""
LONGEST_REASON = 500


class Phase(StrEnum):
    """What is under way. `ANNOUNCED`: the announcement is on its way; `ELECTED` and `ENDED` are over."""

    ANNOUNCED = "announced"
    NOMINATING = "nominating"
    CHANGING = "changing"
    SUGGESTING = "suggesting"
    CONSENTING = "consenting"
    ASKING = "asking"
    ELECTED = "elected"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Nomination:
    """Whom somebody nominates, and why. `nominee` is empty where they nominate nobody. `event` is their message."""

    nominee: str
    reason: str
    event: str


@dataclass(frozen=True, slots=True)
class Election:
    """An election. `nominations` are by the person who made them; `declined` are those who will not take it on.

    `facilitator` is who suggests: the proposer, or somebody drawn by the lot of `seed` where the proposer is nominated.
    `due` is when this phase ends by itself. `turns` are those whose turn to suggest passed unused. `role` is the job of the group
    that it gives, for `days` days (0: without an end), empty where it gives none; `terms` is the group's rule for that.
    """

    number: int
    question: str
    proposer: str
    seed: str = field(repr=False)
    length: int
    """Seconds of the nominations."""
    until: datetime | None = None
    phase: Phase = Phase.ANNOUNCED
    due: datetime | None = None
    electorate: frozenset[str] = frozenset()
    nominations: Mapping[str, Nomination] = field(default_factory=dict)
    declined: frozenset[str] = frozenset()
    facilitator: str = ""
    turns: frozenset[str] = frozenset()
    nominee: str = ""
    reason: str = ""
    rounds: int = 0
    role: str = ""
    days: int = 0
    trial: bool = False
    terms: Rule | None = None

    @property
    def under_way(self) -> bool:
        """Whether it is not over."""
        return self.phase not in {Phase.ELECTED, Phase.ENDED}

    @property
    def nominees(self) -> frozenset[str]:
        """Who is nominated by anybody: a set, for how many nominate a person says nothing."""
        return frozenset(each.nominee for each in self.nominations.values() if each.nominee)

    @property
    def willing(self) -> frozenset[str]:
        """Who can be suggested: those nominated who have not declined."""
        return self.nominees - self.declined

    @property
    def missing(self) -> frozenset[str]:
        """Who has neither nominated anybody nor said that they nominate nobody."""
        return self.electorate - self.nominations.keys()

    def opening(self, at: datetime, members: Iterable[str]) -> Election:
        """The announcement is in the room since `at`: who takes part is fixed, and nominations are taken."""
        due = self.until if self.until is not None and self.until > at else at + timedelta(seconds=self.length)
        return replace(self, phase=Phase.NOMINATING, due=due, electorate=frozenset(members))

    def nominating(self, by: str, nominee: str, reason: str, event: str, *, privately: bool, sent: datetime) -> Election:
        """`by` nominates, nominates anew, or (with an empty `nominee`) nobody.

        Sealed while nominations are taken; said openly while changes are. Raises `Refused` where it is said in the wrong
        place, without a reason, by or of somebody who does not take part, or too early or late.
        """
        if self.phase is Phase.ANNOUNCED:
            raise Refused("elect-not-open-yet", number=self.number)
        if self.phase not in {Phase.NOMINATING, Phase.CHANGING} or (self.due is not None and sent > self.due):
            raise Refused("elect-nominations-over", number=self.number)
        if by not in self.electorate:
            raise Refused("elect-not-yours", number=self.number)
        if nominee:
            reason = self._nominable(nominee, reason)
        if self.phase is Phase.NOMINATING and not privately:
            raise Refused("elect-in-direct", number=self.number)
        if self.phase is Phase.CHANGING and privately:
            raise Refused("elect-in-room", number=self.number)
        nominations = {**self.nominations, by: Nomination(nominee, reason if nominee else "", event)}
        return replace(self, nominations=nominations)

    def _nominable(self, nominee: str, reason: str) -> str:
        """The reason with its white space in order. Raises `Refused` for who cannot be nominated, or without a reason."""
        reason = " ".join(reason.split())
        if nominee not in self.electorate:
            raise Refused("elect-not-a-member", number=self.number)
        if nominee in self.declined:
            raise Refused("elect-has-declined", number=self.number)
        if not reason:
            raise Refused("elect-needs-reason", number=self.number)
        if len(reason) > LONGEST_REASON:
            raise Refused("elect-long-reason", most=LONGEST_REASON, length=len(reason))
        return reason

    def going_on(self, by: str) -> None:
        """Whether `by` may end this phase before its time. Raises `Refused`.

        Nominations end early only when everybody has been heard, so that nobody is rushed while others sleep.
        """
        if by != (self.facilitator or self.proposer):
            raise Refused("elect-next-not-yours", number=self.number)
        if self.phase is Phase.NOMINATING and self.missing:
            raise Refused("elect-next-waits", number=self.number, missing=len(self.missing))
        if self.phase not in {Phase.NOMINATING, Phase.CHANGING}:
            raise Refused("elect-next-nothing", number=self.number)

    def unsealing(self, at: datetime, members: Iterable[str]) -> Election:
        """All nominations are opened together, and the time for changes begins; without any, it ends."""
        if not self.nominees:
            return self.ending()
        return replace(self._facilitated(members), phase=Phase.CHANGING, due=at + CHANGING_LENGTH)

    def calling(self, at: datetime, members: Iterable[str]) -> Election:
        """Somebody is to suggest one person; nobody left to suggest: it ends."""
        here = frozenset(members)
        if not self.willing & here:
            return self.ending()
        return replace(
            self._facilitated(here), phase=Phase.SUGGESTING, due=at + SUGGESTING_LENGTH, nominee="", reason=""
        )

    def overdue(self, at: datetime, members: Iterable[str]) -> Election:
        """The facilitator has suggested nobody in time: somebody else is drawn, and after some turns it ends."""
        turns = self.turns | {self.facilitator}
        if len(turns) >= MOST_TURNS:
            return self.ending()
        return replace(self, turns=turns, facilitator="").calling(at, members)

    def suggesting(self, by: str, nominee: str, reason: str) -> Election:
        """The facilitator suggests one person, with the reason. Raises `Refused` for others, and for who was not nominated."""
        if self.phase is not Phase.SUGGESTING:
            raise Refused("elect-suggest-not-now", number=self.number)
        if by != self.facilitator:
            raise Refused("elect-suggest-not-yours", number=self.number)
        if nominee not in self.nominees:
            raise Refused("elect-suggest-not-nominated", number=self.number)
        if nominee in self.declined:
            raise Refused("elect-has-declined", number=self.number)
        reason = " ".join(reason.split())
        if not reason:
            raise Refused("elect-suggest-needs-reason", number=self.number)
        if len(reason) > LONGEST_REASON:
            raise Refused("elect-long-reason", most=LONGEST_REASON, length=len(reason))
        return replace(self, phase=Phase.CONSENTING, due=None, nominee=nominee, reason=reason, rounds=self.rounds + 1)

    def round(self, question: str, at: datetime, seed: str) -> Decision:
        """The consent round about the person suggested. It belongs to the bot, so that nobody can change its question."""
        return Decision(
            number=self.number,
            question=question,
            proposer="",
            method=IN_CONSENT,
            proposed=at,
            length=CONSENT_LENGTH,
            until=None,
            options=FIXED[IN_CONSENT],
            seed=seed,
            kind=ROLES if self.role else EVERYDAY,
            terms=replace(self.terms, method=IN_CONSENT, share="", secret=False) if self.terms is not None else None,
            version=self.rounds,
        )

    def asking(self, at: datetime) -> Election:
        """Nobody objected: now the person is asked."""
        return replace(self, phase=Phase.ASKING, due=at + ANSWER_LENGTH)

    def accepting(self, by: str) -> Election:
        """The person takes it on. Raises `Refused` for anybody else, and before they are asked."""
        if self.phase is not Phase.ASKING or by != self.nominee:
            raise Refused("elect-not-asked", number=self.number)
        return replace(self, phase=Phase.ELECTED, due=None)

    def declining(self, by: str) -> Election:
        """A nominee will not take it on; no reason is asked. Raises `Refused` for who is not nominated, and out of time."""
        if self.phase in {Phase.ANNOUNCED, Phase.NOMINATING} or not self.under_way or by not in self.nominees:
            raise Refused("elect-not-asked", number=self.number)
        return replace(self, declined=self.declined | {by})

    def stopping(self, by: str) -> Election:
        """The proposer takes it back. Raises `Refused` for anybody else, and when it is over."""
        if not self.under_way:
            raise Refused("stop-over", number=self.number)
        if by != self.proposer:
            raise Refused("stop-not-yours", number=self.number)
        return self.ending()

    def ending(self) -> Election:
        """It is over, and nobody is chosen."""
        return replace(self, phase=Phase.ENDED, due=None)

    def _facilitated(self, members: Iterable[str]) -> Election:
        """Somebody who is not nominated facilitates: the one who did so before, the proposer, or one whom the lot draws."""
        here = self.electorate & frozenset(members)
        for person in (self.facilitator, self.proposer):
            if person in here - self.nominees - self.turns:
                return replace(self, facilitator=person)
        # Where everybody is nominated or has had a turn, a nominee must do it: the group still has to consent.
        pool = (here - self.nominees - self.turns) or (here - self.turns) or here
        order = draw(self.seed, [each.event for each in self.nominations.values()], sorted(pool))
        return replace(self, facilitator=order[0] if order else self.proposer)


def everyone_heard(consent_round: Decision) -> bool:
    """Whether all who may answer the consent round have done so: then it may end before its time."""
    return bool(consent_round.electorate) and consent_round.voted == consent_round.electorate


def begin(
    *, number: int, question: str, proposer: str, seed: str, now: datetime, until: datetime | None = None
) -> Election:
    """A new election, not yet announced. `until` ends the nominations. Raises `Refused` for times out of range."""
    span = NOMINATING_LENGTH if until is None else until - now
    if span < SHORTEST:
        raise Refused("propose-too-short")
    if span > LONGEST:
        raise Refused("propose-too-far")
    return Election(number, check_question(question), proposer, seed, int(span.total_seconds()), until)
