"""Shares, bases and quorums in exact integers: how many are enough, of whom.

The comparison is always `yes * denominator >= numerator * base`; a rounded percentage never decides (with floats,
55 % of 20 people is more than 11). Sources: Robert's Rules of Order Newly Revised 44 (majority, two thirds) and 40
(quorum); the constitution of Node.js (base without those who abstain).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from policies.ballots import MOST, BadBallotFile

if TYPE_CHECKING:
    from policies.ballots import Question

Comparison = Literal["more_than", "at_least"]
Base = Literal["yes+no", "voters", "present", "eligible", "eligible-abstain"]
Takes = Literal["yes+no+abstain", "yes+no", "yes"]

BASES: tuple[Base, ...] = ("yes+no", "voters", "present", "eligible", "eligible-abstain")
_COMPARISONS: tuple[Comparison, ...] = ("more_than", "at_least")
_TAKES: tuple[Takes, ...] = ("yes+no+abstain", "yes+no", "yes")
_SHARE = re.compile(r"(\d{1,9})(?:/(\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Answers:
    """How many said yes, no, and neither. In a consent these are consent, objection and standing aside."""

    yes: int
    no: int
    abstain: int

    @property
    def turnout(self) -> int:
        """How many took part; those who abstain do."""
        return self.yes + self.no + self.abstain


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share (a fraction from 0 to 1) of a base that must say yes."""

    share: Fraction
    comparison: Comparison

    def needed(self, base: int) -> int:
        """The smallest number of yes that passes in a base of `base` people; never 0, for no votes never pass."""
        return max(1, people(self.share, base, self.comparison))

    def passes(self, yes: int, base: int) -> bool:
        """Whether `yes` of `base` people are enough."""
        return yes >= self.needed(base)


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must take part for a decision to count at all.

    A `number` of people, a `share` of those eligible or present, or both: then the larger counts. `counts` says which
    answers count as taking part.
    """

    number: int | None
    share: Fraction | None
    of: Literal["eligible", "present"]
    comparison: Comparison
    counts: Takes

    def needed(self, question: Question) -> int:
        """The smallest number of people that reaches it, rounded up to whole people.

        Raises `BadBallotFile` if the size that its share is of is not known.
        """
        sizes = []
        if self.number is not None:
            sizes.append(self.number + (1 if self.comparison == "more_than" else 0))
        if self.share is not None:
            sizes.append(people(self.share, size(question, self.of), self.comparison))
        return max(sizes)

    def reached(self, answers: Answers, question: Question) -> bool:
        """Whether enough people took part."""
        taking_part = {
            "yes+no+abstain": answers.turnout,
            "yes+no": answers.yes + answers.no,
            "yes": answers.yes,
        }[self.counts]
        return taking_part >= self.needed(question)


def people(share: Fraction, base: int, comparison: Comparison) -> int:
    """The smallest whole number that is `at_least` or `more_than` the `share` of `base`."""
    if comparison == "more_than":
        return share.numerator * base // share.denominator + 1
    return -(-share.numerator * base // share.denominator)


def base_of(base: Base, answers: Answers, question: Question) -> int:
    """How many people the threshold is a share of. Who left keeps counting: `eligible` is the roll at opening.

    Raises `BadBallotFile` if that size is not known.
    """
    match base:
        case "yes+no":
            return answers.yes + answers.no
        case "voters":
            return answers.turnout
        case "present":
            return size(question, "present")
        case "eligible":
            return size(question, "eligible")
        case "eligible-abstain":
            return size(question, "eligible") - answers.abstain


def size(question: Question, of: Literal["eligible", "present"]) -> int:
    """How many are eligible or present. Raises `BadBallotFile` if the question does not say."""
    known = question.eligible if of == "eligible" else question.present
    if known is None:
        raise BadBallotFile(of, "is missing, and these rules need it")
    return known


def read_share(where: str, value: object) -> Fraction:
    """The share that `value` (such as "2/3") writes. Raises `BadBallotFile`."""
    share = _share(value) if isinstance(value, str) else None
    if isinstance(value, int) and not isinstance(value, bool):
        share = Fraction(value)
    if share is None:
        raise BadBallotFile(where, 'must be a fraction in quotes, such as "2/3"')
    if not 0 <= share <= 1:
        raise BadBallotFile(where, "must be a share between 0 and 1")
    return share


@lru_cache(256)
def _share(words: str) -> Fraction | None:
    matched = _SHARE.fullmatch(words)
    if not matched or matched[2] == "0" * len(matched[2] or ""):
        return None
    return Fraction(int(matched[1]), int(matched[2] or 1))


def read_threshold(rules: Mapping[str, object]) -> Threshold:
    """The threshold in `rules`: `threshold` and `comparison`. Raises `BadBallotFile`."""
    share = read_share("rules.threshold", rules["threshold"])
    comparison = cast("Comparison", read_word("rules.comparison", rules["comparison"], _COMPARISONS))
    if share == 1 and comparison == "more_than":
        raise BadBallotFile("rules.threshold", "nobody can be more than all")
    return Threshold(share, comparison)


def read_quorum(value: object) -> Quorum | None:
    """The quorum that the rule `quorum` writes: a number, an object, or None where there is none.

    Raises `BadBallotFile`.
    """
    if value is None:
        return None
    if not isinstance(value, Mapping):
        return Quorum(read_number("rules.quorum", value), None, "eligible", "at_least", "yes+no+abstain")
    for key in value:
        if key not in {"number", "share", "of", "comparison", "counts"}:
            raise BadBallotFile(f"rules.quorum.{key}", "is not a part of a quorum")
    if "number" not in value and "share" not in value:
        raise BadBallotFile("rules.quorum", "needs a number or a share")
    return Quorum(
        read_number("rules.quorum.number", value["number"]) if "number" in value else None,
        read_share("rules.quorum.share", value["share"]) if "share" in value else None,
        cast(
            'Literal["eligible", "present"]',
            read_word("rules.quorum.of", value.get("of", "eligible"), ("eligible", "present")),
        ),
        cast("Comparison", read_word("rules.quorum.comparison", value.get("comparison", "at_least"), _COMPARISONS)),
        cast("Takes", read_word("rules.quorum.counts", value.get("counts", "yes+no+abstain"), _TAKES)),
    )


def read_base(rules: Mapping[str, object]) -> Base:
    """The base in `rules`. Raises `BadBallotFile`."""
    return cast("Base", read_word("rules.base", rules["base"], BASES))


def read_number(where: str, value: object, *, least: int = 0) -> int:
    """The whole number `value`, at least `least`. Raises `BadBallotFile`."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= MOST:
        raise BadBallotFile(where, f"must be a whole number, at least {least}")
    return value


def read_flag(where: str, value: object) -> bool:
    """The truth value `value`. Raises `BadBallotFile`."""
    if not isinstance(value, bool):
        raise BadBallotFile(where, "must be true or false")
    return value


def read_word(where: str, value: object, words: tuple[str, ...]) -> str:
    """The word `value`, one of `words`. Raises `BadBallotFile`."""
    if not isinstance(value, str) or value not in words:
        raise BadBallotFile(where, f"must be {' or '.join(words)}")
    return value
