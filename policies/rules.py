"""How a group decides: one rule for each kind of matter, the defaults, and which of two rules is the stricter.

A `Rule` is data that a charter holds and that a group changes by a decision of its own. It knows no chat and no store.
Sources: design.md "Defaults"; domain.md 2.0, rules 1, 8 and 13; Robert's Rules of Order Newly Revised 40 (quorum) and 57
(the rules are amended by the rules).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

from policies.form import COUNT, FLAG, LENGTH, SHARE, blank_or, holds, maybe, one_of
from policies.model import Refused

MAJORITY, SUPERMAJORITY, UNANIMITY, IN_CONSENT = "majority", "supermajority", "unanimity", "consent"
EVERYDAY, GUIDELINES, RULES, ROLES, PERSON, SPENDING, COMMITMENTS = KINDS = (
    "everyday",
    "guidelines",
    "rules",
    "roles",
    "person",
    "spending",
    "commitments",
)
"""The kinds of matter, as people read them in `show rules`."""

EVERYBODY, DELEGATES = "all", "delegates"
"""Who decides: all members, or those whom the sub-groups sent."""

STRICTNESS = (MAJORITY, SUPERMAJORITY, IN_CONSENT, UNANIMITY)
"""The methods by how little it takes to stop a proposal: more no than yes, a large minority, one reason, one no."""

FEWEST_DELEGATES = 2
"""One alone would rule."""
MOST_QUORUM = Fraction(3, 4)
"""Of the rule for rules."""
APPROVAL = "approval"
CHOICES = (APPROVAL, "plurality", "irv", "schulze", "borda", "score", "star", "dots")
"""By what a group can count a choice among options, where it decided so; the first is the default."""
SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=60)
LONGEST_WAIT = timedelta(days=60)
LONGEST_REST = 366
"""Days after which the same question can be put again, at the most."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of matter is decided.

    `method` is a method of `policies.methods`, `share` the fraction of yes and no that a supermajority needs ("2/3").
    `hours` is how long a vote is open. `quorum` is the share of those who may vote that must take part, and `least` the
    number of people, which counts up to as many as there are; one of them may be 0. `settled` is how many days before the opening somebody must have
    joined, to vote. `effect` is how many hours after its end a decision takes effect; until then a `brake` (a share, and at least
    `brakes` people) can stop it by objecting. `fallback` is the share of yes and no that decides after two rounds with
    objections, empty for none. `again` is after how many days everybody may put the same question again. `voters` says who decides. `choice` is the method for
    a choice among options.
    """

    method: str = MAJORITY
    share: str = ""
    hours: int = 72
    quorum: str = "1/2"
    least: int = 0
    settled: int = 0
    secret: bool = False
    effect: int = 0
    brake: str = "1/5"
    brakes: int = 2
    fallback: str = ""
    again: int = 30
    voters: str = EVERYBODY
    choice: str = APPROVAL

    @property
    def sound(self) -> bool:
        """Whether it can be decided by: what was brought from elsewhere may be anything."""
        return RULE(asdict(self))

    @property
    def length(self) -> timedelta:
        """How long a vote is open."""
        return timedelta(hours=self.hours)

    @property
    def wait(self) -> timedelta:
        """How long after its end a decision takes effect."""
        return timedelta(hours=self.effect)

    def quorum_of(self, eligible: int) -> dict[str, Any]:
        """The quorum in the terms of the ballot file: never more people than there are, so that it can be met."""
        number = {"number": min(self.least, eligible)} if self.least else {}
        share = {"share": self.quorum, "of": "eligible", "comparison": "at_least"} if Fraction(self.quorum) else {}
        return {**share, "counts": "yes+no+abstain", **number}

    def brakes_of(self, eligible: int) -> int:
        """How many objections stop a decision before it takes effect."""
        share = Fraction(self.brake)
        return max(self.brakes, -(-share.numerator * eligible // share.denominator))

    @property
    def given(self) -> dict[str, Any]:
        """What the rule says of the count beside the quorum, in the terms of the ballot file."""
        if self.method != SUPERMAJORITY:
            return {}
        return {"threshold": self.share, "comparison": "at_least", "base": "yes+no"}

    def falling_back(self) -> Rule:
        """The rule after two rounds with objections: a large share of yes and no, with half taking part."""
        if not self.fallback:
            return self
        quorum = max(self.quorum, "1/2", key=Fraction)
        return replace(self, method=SUPERMAJORITY, share=self.fallback, quorum=quorum, fallback="")


_CONSENT = Rule(method=IN_CONSENT, hours=168, quorum="1/3", least=3, settled=7, effect=72, fallback="2/3")

DEFAULTS: Mapping[str, Rule] = {
    EVERYDAY: Rule(),
    GUIDELINES: _CONSENT,
    RULES: _CONSENT,
    ROLES: _CONSENT,
    PERSON: Rule(SUPERMAJORITY, "3/4", hours=168, quorum="2/3", settled=7, secret=True, effect=168),
    SPENDING: replace(_CONSENT, settled=0),
    COMMITMENTS: replace(_CONSENT, settled=0),
}
"""What holds until a group decides otherwise (design.md, "Defaults")."""


RULE = holds(
    {
        "method": maybe(one_of(STRICTNESS)),
        "share": maybe(blank_or(SHARE)),
        "hours": maybe(LENGTH),
        "quorum": maybe(SHARE),
        "least": maybe(COUNT),
        "settled": maybe(LENGTH),
        "secret": maybe(FLAG),
        "effect": maybe(LENGTH),
        "brake": maybe(SHARE),
        "brakes": maybe(COUNT),
        "fallback": maybe(blank_or(SHARE)),
        "again": maybe(LENGTH),
        "voters": maybe(one_of((EVERYBODY, DELEGATES))),
        "choice": maybe(one_of(CHOICES)),
    }
)
"""A `Rule` as the record keeps it; what it does not say is as in `Rule`."""


def stricter(one: Rule, other: Rule) -> Rule:
    """The rule that is met only where both are: in each part the one that asks for more."""
    method = max(one.method, other.method, key=STRICTNESS.index)
    shares = [each.share for each in (one, other) if each.share]
    return Rule(
        method=method,
        share=max(shares, key=Fraction) if method == SUPERMAJORITY else "",
        hours=max(one.hours, other.hours),
        quorum=max(one.quorum, other.quorum, key=Fraction),
        least=max(one.least, other.least),
        settled=max(one.settled, other.settled),
        secret=one.secret or other.secret,
        effect=max(one.effect, other.effect),
        brake=min(one.brake, other.brake, key=Fraction),
        brakes=min(one.brakes, other.brakes),
        fallback="" if not (one.fallback and other.fallback) else max(one.fallback, other.fallback, key=Fraction),
        again=max(one.again, other.again),
        # A part of the group never decides alone on what all of it decides.
        voters=one.voters if one.voters == other.voters else EVERYBODY,
        choice=one.choice if one.choice == other.choice else APPROVAL,
    )


def check(kind: str, rule: Rule, *, members: int, delegates: int) -> Rule:
    """The rule, if a group of that size can live with it. Raises `Refused` for one that could not be met or changed again.

    `members` are those who could vote now, `delegates` those whom the sub-groups sent.
    """
    _check_voters(kind, rule, members, delegates)
    if any(share and not Fraction(1, 2) < Fraction(share) < 1 for share in (rule.share, rule.fallback)):
        raise Refused("rule-share-range")
    if not SHORTEST <= rule.length <= LONGEST:
        raise Refused("rule-length-range", least=SHORTEST, most=LONGEST)
    if not timedelta(0) <= rule.wait <= LONGEST_WAIT:
        raise Refused("rule-effect-range", most=LONGEST_WAIT)
    if not 0 <= rule.settled <= LONGEST_REST or not 0 <= rule.again <= LONGEST_REST:
        raise Refused("rule-days-range", most=LONGEST_REST)
    if kind == RULES:
        _check_lock(rule)
    if kind == PERSON and not rule.secret:
        raise Refused("rule-person-secret")
    if kind == PERSON and rule.method == IN_CONSENT:
        raise Refused("rule-person-consent")
    return rule


def _check_voters(kind: str, rule: Rule, members: int, delegates: int) -> None:
    """Those who decide must be able to take part in such numbers, and a part of the group decides only what it may."""
    if rule.voters == DELEGATES and delegates < FEWEST_DELEGATES:
        raise Refused("rule-delegates-few")
    if rule.voters == DELEGATES and kind in {RULES, GUIDELINES, PERSON}:
        raise Refused("rule-delegates-not-here")
    voters = delegates if rule.voters == DELEGATES else members
    if not 0 <= Fraction(rule.quorum) <= 1 or not (Fraction(rule.quorum) or rule.least):
        raise Refused("rule-quorum-range")
    if rule.least > voters:
        raise Refused("rule-quorum-many", least=rule.least, members=voters)


def _check_lock(rule: Rule) -> None:
    """The rule for rules must stay one that a group can meet when some of it are away: else nothing could ever be changed again."""
    if rule.method == UNANIMITY:
        raise Refused("rule-lock-unanimity")
    if Fraction(rule.quorum) > MOST_QUORUM:
        raise Refused("rule-lock-quorum", most=str(MOST_QUORUM))
