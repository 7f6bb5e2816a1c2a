"""One decision of a group, from its announcement to its result.

A `Decision` is a value: each step returns a new one, or raises `Refused`. It knows no store, no clock and no chat; times
are aware UTC and given by the caller. What was typed, tapped or reacted reaches it as an `Act`.

Which act counts (domain.md 2.0, rule 2): the voter's latest standing act by (server time, event id), whichever way it
came; one act per root event; only the voter's own withdrawal takes an act away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any

from policies import methods
from policies.ballots import BadBallotFile, Ballot, Question, Result
from policies.form import one_of
from policies.model import Refused
from policies.rules import DEFAULTS, EVERYDAY, IN_CONSENT, KINDS, MAJORITY, STRICTNESS, SUPERMAJORITY, UNANIMITY, Rule

EVERYDAY_LENGTH = timedelta(hours=72)
CONSENT_LENGTH = timedelta(days=7)
SHORTEST = timedelta(seconds=20)
LONGEST = timedelta(days=366)
OPEN_A_PERSON = 2
LONGEST_QUESTION = 500
LONGEST_OPTION = 100
MOST_OPTIONS = 20
FEW_FOR_SECRECY = 5

YES, NO, ABSTAIN = "yes", "no", "abstain"
CONSENT, STAND_ASIDE, OBJECT = "consent", "stand_aside", "object"
LOOKS_GOOD, NOT_SURE, CONCERNED = "looks_good", "not_sure", "concerned"
CHOOSE, ONE_OF, RANK, RANK_SEVERAL = "approval", "plurality", "irv", "stv"
SENSE = "sense"
"""A sense check: a picture of how people feel, and never a result."""
KEEP, CHANGE, DROP = "keep", "change", "drop"
REVIEW = "review"
"""The group looks at something that it decided: the answer with most votes says what is done about it."""
COUNTED = {SENSE: ONE_OF, REVIEW: ONE_OF}
"""By which method of `policies.methods` the ballots are added up, where it is not the method itself."""

FIXED: Mapping[str, tuple[str, ...]] = {
    MAJORITY: (YES, NO, ABSTAIN),
    SUPERMAJORITY: (YES, NO, ABSTAIN),
    UNANIMITY: (YES, NO, ABSTAIN),
    IN_CONSENT: (CONSENT, STAND_ASIDE, OBJECT),
    SENSE: (LOOKS_GOOD, NOT_SURE, CONCERNED),
    REVIEW: (KEEP, CHANGE, DROP),
}
"""The answers of the methods whose answers are not typed by the proposer, in the order shown."""
CONSENTING = Rule(method=IN_CONSENT, hours=168, quorum="1/3", least=3, effect=72)
"""An everyday question that its proposer puts in consent."""
NAMED = frozenset({IN_CONSENT, REVIEW, SENSE})
"""The methods that people are told by name, with the question."""


class Status(StrEnum):
    """Where a decision stands. `ANNOUNCED`: its announcement is on its way; it opens when the echo is seen."""

    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    STOPPED = "stopped"


class Secrecy(StrEnum):
    """Who may see what. `OPEN`: the poll; `HIDDEN`: votes by direct chat only, totals at the end; `SECRET`: no names ever."""

    OPEN = "open"
    HIDDEN = "hidden"
    SECRET = "secret"  # noqa: S105 - a kind of vote


class Way(StrEnum):
    """How an act came. Only `POLL` acts are known to the count that a client shows."""

    WORDS = "words"
    POLL = "poll"
    REACTION = "reaction"


@dataclass(frozen=True, slots=True)
class Act:
    """One voting act. `root` is the event that it began with, `event` the one that it stands in now (an edit's, or the root).

    `ballot` is one ballot, or `None` where the act takes the voter's vote back.
    """

    voter: str
    root: str
    event: str
    sent: datetime
    way: Way
    ballot: Ballot | None

    @property
    def order(self) -> tuple[datetime, str]:
        """The order in which acts count: server time, then event id."""
        return self.sent, self.event


class Verdict(StrEnum):
    """How a decision ended, in one word."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"
    NO_QUORUM = "no_quorum"
    BLOCKED = "blocked"
    CHOSEN = "chosen"
    TIE = "tie"
    TOO_FEW = "too_few"
    NO_RESULT = "no_result"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a decision ended: the exact count, and what people ask next."""

    result: Result
    verdict: Verdict
    winners: tuple[str, ...]
    tied: tuple[str, ...]
    eligible: int
    turnout: int
    counts: Mapping[str, int]
    """Ballots that name each option (first or at all), in the order of the options."""
    reasons: tuple[Act, ...]
    in_words: int
    """Votes that the poll in a client does not show, because they were typed or reacted."""
    poll_only: int
    """Poll answers that a client shows and that do not count (late, not a member at opening, replaced by words)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A question, the rules under which it is decided, who may vote, and what they did.

    `kind` is the kind of matter (`policies.rules.KINDS`), `terms` the rule of the group for it as it was when it was proposed;
    without one the defaults hold. `given` are the rules that its proposer made stricter, in the terms of the ballot file. `seed` is the secret that was
    sealed at opening and decides a tie by lot (hexadecimal). `runoff_of` is the number of the tied vote that this one
    decides. `keys` are the answer ids of a poll that a member made before it became a decision, and `counts_from` is its
    time: what was answered since then counts. `version` grows when the text changes; all ballots of the version before are void.
    """

    number: int
    question: str
    proposer: str
    method: str
    proposed: datetime
    length: timedelta | None
    until: datetime | None
    options: tuple[str, ...] = (YES, NO, ABSTAIN)
    seats: int = 1
    given: Mapping[str, Any] = field(default_factory=dict)
    secrecy: Secrecy = Secrecy.OPEN
    seed: str = ""
    kind: str = EVERYDAY
    terms: Rule | None = None
    runoff_of: int | None = None
    keys: tuple[str, ...] = ()
    counts_from: datetime | None = None
    version: int = 1
    extended: bool = False
    status: Status = Status.ANNOUNCED
    opened: datetime | None = None
    closes: datetime | None = None
    ended: datetime | None = None
    electorate: frozenset[str] = frozenset()
    acts: Mapping[str, Act] = field(default_factory=dict)
    stray: Mapping[str, int] = field(default_factory=dict)
    """Whose poll answer a client shows although it does not count: voter -> 1."""

    @property
    def under_way(self) -> bool:
        """Whether it is not over."""
        return self.status in {Status.ANNOUNCED, Status.OPEN}

    @property
    def sound(self) -> bool:
        """Whether it can be asked and counted: what was brought from elsewhere may be anything."""
        known = one_of({*FIXED, *methods.names()})(self.method) and one_of(KINDS)(self.kind)
        timed = self.status is not Status.OPEN or (self.opened is not None and self.closes is not None)
        if not (known and timed and self.options == FIXED.get(self.method, self.options) and (self.terms is None or self.terms.sound)):
            return False
        try:
            methods.check_ballots(methods.check(self._question()), [act.ballot for act in self.standing() if act.ballot is not None])
        except BadBallotFile:
            return False
        return True

    @property
    def choosing(self) -> bool:
        """Whether it is a choice among typed options, and not answered with yes, no or consent."""
        return self.method not in FIXED

    @property
    def takes(self) -> str:
        """The kind of ballot: `choice`, `choices`, `ranking` or `scores`."""
        return methods.method(self.counted_by).takes

    @property
    def counted_by(self) -> str:
        """The method of `policies.methods` that adds up its ballots. What a sense check adds up to is no result."""
        return COUNTED.get(self.method, self.method)

    @property
    def rule(self) -> Rule:
        """The rule that it is decided by."""
        return self.terms or (CONSENTING if self.method == IN_CONSENT else DEFAULTS[EVERYDAY])

    @property
    def short(self) -> bool:
        """Shorter than 72 hours, where the group has no shorter time of its own: it passes only with more than half of all members."""
        usual = min(EVERYDAY_LENGTH, self.rule.length)
        if self.until is not None:
            return self.until - (self.opened or self.proposed) < usual
        return self.length is not None and self.length < usual

    @property
    def rules(self) -> dict[str, Any]:
        """The rules of the count in the terms of the ballot file, for the electorate as it is."""
        return {**default_rules(self.method, len(self.electorate), short=self.short, rule=self.rule), **self.given}

    @property
    def polled(self) -> bool:
        """Whether the client's own poll is its ballot."""
        return self.secrecy is Secrecy.OPEN and self.takes in {"choice", "choices"}

    @property
    def voted(self) -> frozenset[str]:
        """Who has a vote standing."""
        return frozenset(act.voter for act in self.standing() if act.ballot is not None)

    def standing(self) -> list[Act]:
        """Each voter's act that counts, oldest first."""
        latest: dict[str, Act] = {}
        for act in sorted(self.acts.values(), key=lambda act: act.order):
            latest[act.voter] = act
        return sorted(latest.values(), key=lambda act: act.order)

    def opening(self, at: datetime, members: Iterable[str]) -> Decision:
        """The announcement is in the room: the electorate is fixed and the clock runs from `at`, its server time."""
        if self.until is not None:
            # An announcement that could only be sent late must not eat the time that people were promised.
            closes = self.until if at < self.until else at + (self.until - self.proposed)
        else:
            closes = at + (self.length or EVERYDAY_LENGTH)
        return replace(self, status=Status.OPEN, opened=at, closes=closes, electorate=frozenset(members))

    def voting(self, act: Act) -> Decision:
        """`act` is given, or given anew under the same root.

        Raises `Refused` where the voter may not vote, where it is not open, where an objection has no reason, or where
        the ballot does not fit the method.
        """
        self.admits(act.voter, act.sent)
        if act.ballot is not None:
            if act.ballot.choice == OBJECT and not act.ballot.reasoned:
                raise Refused("objection-needs-reason", number=self.number)
            try:
                methods.check_ballots(methods.check(self._question()), [act.ballot])
            except BadBallotFile:
                raise Refused("vote-not-an-answer", number=self.number, choices=()) from None
        before = self.acts.get(act.root)
        if before is not None and before.order > act.order:
            return self
        return replace(self, acts={**self.acts, act.root: act})

    def admits(self, voter: str, sent: datetime) -> None:
        """Raises `Refused` where a vote of `voter`, sent at that time, cannot count."""
        first = self.counts_from or self.opened
        if self.status is Status.ANNOUNCED or (first is not None and sent < first):
            raise Refused("vote-not-open-yet", number=self.number)
        if self.status is Status.STOPPED:
            raise Refused("vote-stopped", number=self.number, at=self.ended)
        if self.status is Status.CLOSED or (self.closes is not None and sent > self.closes):
            raise Refused("vote-closed", number=self.number, at=self.closes)
        if voter not in self.electorate:
            raise Refused("vote-not-in-electorate", number=self.number, opened=self.opened, settled=self.rule.settled)

    def withdrawing(self, root: str) -> Decision:
        """The voter removed the event `root` (or the edit of it that stands): the act is gone, an earlier one counts again."""
        return replace(self, acts={key: act for key, act in self.acts.items() if root not in {key, act.event}})

    def straying(self, voter: str) -> Decision:
        """A poll answer that does not count, but that the poll in a client may show."""
        return replace(self, stray={**self.stray, voter: 1})

    def stopping(self, by: str, at: datetime) -> Decision:
        """The proposer takes the question back. Raises `Refused` for anybody else, or when it is over."""
        self._changeable(by, "stop")
        return replace(self, status=Status.STOPPED, ended=at)

    def amending(self, by: str, question: str) -> Decision:
        """A new version: all ballots are void and the clock starts again with its announcement.

        Raises `Refused` for anybody but the proposer, before it opened and after it ended.
        """
        self._changeable(by, "change")
        if self.status is Status.ANNOUNCED:
            raise Refused("vote-not-open-yet", number=self.number)
        return self._anew(question=check_question(question))

    def extending(self, by: str, until: datetime) -> Decision:
        """A later end; ballots stand. Raises `Refused` for an earlier one: a vote is made longer, never shorter."""
        self._changeable(by, "change")
        if self.closes is None:
            raise Refused("vote-not-open-yet", number=self.number)
        if until <= self.closes:
            raise Refused("change-not-shorter", number=self.number, closes=self.closes)
        if until - self.closes > LONGEST:
            raise Refused("propose-too-far")
        return replace(self, closes=until, until=until, length=None)

    def waiting_longer(self) -> Decision:
        """Too few took part: once, the vote stays open as long again, and the ballots stand."""
        assert self.opened is not None
        assert self.closes is not None
        closes = self.closes + min(self.closes - self.opened, CONSENT_LENGTH)
        return replace(self, closes=closes, until=closes, length=None, extended=True)

    def stricter(self, by: str, at: datetime) -> Decision:
        """One member says that it is not an everyday question: it goes on in consent, from the beginning.

        Raises `Refused` for who may not vote on it, and where it is already decided by stricter rules.
        """
        self.admits(by, at)
        if self.method == SENSE:
            raise Refused("sense-no-decision", number=self.number)
        if self.method != MAJORITY or self.secrecy is not Secrecy.OPEN:
            raise Refused("not-everyday-already", number=self.number)
        return replace(
            self._anew(question=self.question),
            method=IN_CONSENT,
            options=FIXED[IN_CONSENT],
            length=CONSENT_LENGTH,
            until=None,
            terms=None,
        )

    def secretly(self) -> Decision:
        """Enough members ask that it be secret: it begins anew, and the votes that everybody could see are void.

        Raises `Refused` where it is secret already, decides nothing, or is not under way.
        """
        if self.secrecy is Secrecy.SECRET:
            raise Refused("ask-secret-is", number=self.number)
        if self.method in COUNTED or self.status is not Status.OPEN:
            raise Refused("ask-secret-not-here", number=self.number)
        return replace(self._anew(question=self.question), secrecy=Secrecy.SECRET)

    def again(self) -> Decision:
        """Its ballots are lost: the same question begins anew. Raises `Refused` where it is not under way."""
        if self.status is not Status.OPEN:
            raise Refused("change-over", number=self.number)
        return self._anew(question=self.question)

    def _changeable(self, by: str, what: str) -> None:
        if self.status in {Status.CLOSED, Status.STOPPED}:
            raise Refused(f"{what}-over", number=self.number)
        if self.method == SENSE and what == "change":
            raise Refused("sense-no-decision", number=self.number)
        if by != self.proposer:
            raise Refused(f"{what}-not-yours", number=self.number)

    def _anew(self, question: str) -> Decision:
        """From the beginning, with its whole length."""
        assert self.opened is not None
        assert self.closes is not None
        length = self.length or self.closes - self.opened
        return replace(
            self,
            question=question,
            version=self.version + 1,
            status=Status.ANNOUNCED,
            length=length,
            until=None,
            extended=False,
            keys=(),
            counts_from=None,
            opened=None,
            closes=None,
            electorate=frozenset(),
            acts={},
            stray={},
        )

    def closing(self, at: datetime, ballots: Iterable[Ballot] | None = None) -> tuple[Decision, Outcome]:
        """Count and close. `at` is when it was done; what counts was fixed by the closing time. `ballots` as in `count`."""
        return replace(self, status=Status.CLOSED, ended=at), self.count(ballots)

    def count(self, ballots: Iterable[Ballot] | None = None) -> Outcome:
        """The count as it stands; of `ballots`, where they are not kept with the names of the voters."""
        standing = [act for act in self.standing() if act.ballot is not None]
        cast = [act.ballot for act in standing if act.ballot is not None] if ballots is None else list(ballots)
        result = methods.count(self._question(), cast)
        verdict, winners, tied = self._verdict(result, cast)
        return Outcome(
            result=result,
            verdict=verdict,
            winners=winners,
            tied=tied,
            eligible=len(self.electorate),
            turnout=len(cast),
            counts=named(self.options, cast),
            reasons=tuple(act for act in standing if act.ballot is not None and act.ballot.reasoned),
            in_words=sum(act.way is not Way.POLL for act in standing) if self.polled else 0,
            poll_only=len(self._poll_answerers() - {act.voter for act in standing if act.way is Way.POLL}),
        )

    def _verdict(self, result: Result, cast: list[Ballot]) -> tuple[Verdict, tuple[str, ...], tuple[str, ...]]:
        if result.result is not None:
            # An open consent round that has reached its end was not answered by all: no objection, but too few heard.
            ended = "no_quorum" if result.result == "open" else result.result
            return Verdict(ended), (), ()
        winners = result.winners or ()
        if result.no_result:
            return Verdict.NO_RESULT, (), ()
        if result.tie:
            return Verdict.TIE, result.sure or (), result.tied or result.possible_winners or winners
        if self.short and any(2 * support(winner, cast) <= len(self.electorate) for winner in winners):
            return Verdict.TOO_FEW, (), ()
        return Verdict.CHOSEN, winners, ()

    def _question(self) -> Question:
        return Question(
            method=self.counted_by, options=self.options, seats=self.seats, eligible=len(self.electorate), rules=self.rules
        )

    def _poll_answerers(self) -> set[str]:
        """Whose answer a client's own poll shows: the latest poll act of each person, counted here or not."""
        latest: dict[str, Act] = {}
        for act in sorted(self.acts.values(), key=lambda act: act.order):
            if act.way is Way.POLL:
                latest[act.voter] = act
        return {voter for voter, act in latest.items() if act.ballot is not None} | set(self.stray)


def named(options: Iterable[str], ballots: Iterable[Ballot]) -> dict[str, int]:
    """How many ballots name each option: chosen, approved, scored above nothing, or ranked first (alone or equal)."""
    counts = dict.fromkeys(options, 0)
    for ballot in ballots:
        if ballot.ranking is not None:
            names: Iterable[str] = ballot.ranking[0] if ballot.ranking else ()
        elif ballot.scores is not None:
            names = [option for option, score in ballot.scores.items() if score]
        else:
            names = ballot.choices if ballot.choices is not None else [ballot.choice] if ballot.choice else ()
        for option in names:
            counts[option] += ballot.count
    return counts


def support(option: str, ballots: Iterable[Ballot]) -> int:
    """How many ballots name an option at all, wherever it stands in them."""
    return sum(
        ballot.count
        for ballot in ballots
        if option == ballot.choice
        or option in (ballot.choices or ())
        or any(option in place for place in ballot.ranking or ())
        or (ballot.scores or {}).get(option, 0)
    )


def default_rules(method: str, eligible: int, *, short: bool, rule: Rule) -> dict[str, Any]:
    """The rules of a count in the terms of the ballot file, from the group's rule for its kind of matter.

    `short`: a vote shorter than 72 hours passes only with more than half of all members.
    """
    enough = rule.quorum_of(eligible)
    more_than_half = {"number": eligible // 2 + 1, "counts": "yes"}
    if method == MAJORITY:
        return {
            "threshold": "1/2",
            "comparison": "more_than",
            "base": "eligible" if short else "yes+no",
            "quorum": enough,
        }
    if method in {SUPERMAJORITY, UNANIMITY}:
        return {"quorum": more_than_half if short else enough}
    if method == IN_CONSENT:
        return {"everyone_must_answer": False, "quorum": more_than_half if short else enough}
    return {"quorum": enough}


def everyday(rule: Rule, method: str) -> Rule:
    """The group's rule for everyday questions, for one that its proposer puts by `method`.

    Raises `Refused` for a method that is looser than the group's. A choice among options has a method of its own.
    """
    if method not in STRICTNESS:
        return rule
    if STRICTNESS.index(method) < STRICTNESS.index(rule.method):
        raise Refused("propose-looser-than-rule")
    if method == IN_CONSENT != rule.method:
        return replace(CONSENTING, settled=rule.settled, again=rule.again, voters=rule.voters)
    return rule


def check_question(question: str) -> str:
    """The question with its white space in order. Raises `Refused` for an empty or a very long one."""
    question = " ".join(question.split())
    if not question:
        raise Refused("propose-empty")
    if len(question) > LONGEST_QUESTION:
        raise Refused("propose-too-long", most=LONGEST_QUESTION, length=len(question))
    return question


def check_options(options: Iterable[str]) -> tuple[str, ...]:
    """The options of a choice in their order. Raises `Refused` for fewer than two, too many, long or equal ones."""
    named = tuple(filter(None, (" ".join(option.split()) for option in options)))
    if len(named) < 2:  # noqa: PLR2004 - a choice needs two
        raise Refused("propose-one-option")
    if len(named) > MOST_OPTIONS:
        raise Refused("propose-many-options", most=MOST_OPTIONS, count=len(named))
    for option in named:
        if len(option) > LONGEST_OPTION:
            raise Refused("propose-long-option", most=LONGEST_OPTION, option=option)
    if len({option.casefold() for option in named}) < len(named):
        raise Refused("propose-twin-options")
    return named


def threshold(share: Fraction) -> tuple[str, dict[str, Any]]:
    """The method and the rules for "needs SHARE": stricter than more than half. Raises `Refused` for a looser share."""
    if not Fraction(1, 2) < share <= 1:
        raise Refused("propose-needs-looser")
    if share == 1:
        return UNANIMITY, {}
    return SUPERMAJORITY, {
        "threshold": f"{share.numerator}/{share.denominator}",
        "comparison": "at_least",
        "base": "yes+no",
    }


def propose(
    *,
    question: str,
    proposer: str,
    method: str,
    now: datetime,
    number: int = 0,
    options: tuple[str, ...] = (),
    seats: int = 1,
    given: Mapping[str, Any] | None = None,
    secrecy: Secrecy = Secrecy.OPEN,
    seed: str = "",
    kind: str = EVERYDAY,
    terms: Rule | None = None,
    keys: tuple[str, ...] = (),
    counts_from: datetime | None = None,
    length: timedelta | None = None,
    until: datetime | None = None,
    open_by_proposer: int = 0,
) -> Decision:
    """A new decision, not yet announced. Without `length` and `until` it has the usual length of its method.

    Raises `Refused` for an empty or very long question, too many open proposals of one person, times out of range, and for a
    time that is shorter than the group's rule where it is no everyday question.
    """
    question = check_question(question)
    if open_by_proposer >= OPEN_A_PERSON:
        raise Refused("propose-two-open", most=OPEN_A_PERSON)
    if options and not 1 <= seats < len(options):
        raise Refused("propose-seats", seats=seats, options=len(options))
    if until is None and length is None:
        length = terms.length if terms else CONSENT_LENGTH if method == IN_CONSENT else EVERYDAY_LENGTH
    span = length if length is not None else (until or now) - now
    if span < SHORTEST:
        raise Refused("propose-too-short")
    if span > LONGEST:
        raise Refused("propose-too-far")
    if terms and kind != EVERYDAY and span < terms.length:
        raise Refused("propose-shorter-than-rule", least=terms.length)
    return Decision(
        number=number,
        question=question,
        proposer=proposer,
        method=method,
        proposed=now,
        length=length,
        until=until,
        options=options or FIXED[method],
        seats=seats,
        given=given or {},
        secrecy=secrecy,
        seed=seed,
        kind=kind,
        terms=terms,
        keys=keys,
        counts_from=counts_from,
    )
