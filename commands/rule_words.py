"""A rule of decision in plain words, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from policies.decision import CONSENTING, SENSE, Decision
from policies.model import Text, text
from policies.rules import DEFAULTS, DELEGATES, EVERYDAY, Rule

PARTS = ("method", "quorum", "length", "fallback", "effect", "secret", "settled", "voters", "again", "choice")
"""The parts of a rule, in the order in which they are said; each is a sentence of its own."""


def facets(rule: Rule) -> dict[str, Text]:
    """All parts of a rule that say anything."""
    said = {
        "method": text(f"rule-method-{rule.method}", share=share(rule.share)),
        "quorum": taking_part(rule),
        "length": text("rule-length", length=rule.length),
    }
    if rule.fallback:
        said["fallback"] = text("rule-fallback", share=share(rule.fallback))
    if rule.effect:
        said["effect"] = text("rule-effect", wait=rule.wait, share=share(rule.brake), least=rule.brakes)
    if rule.secret:
        said["secret"] = text("rule-secret")
    if rule.settled:
        said["settled"] = text("rule-settled", days=rule.settled)
    if rule.voters == DELEGATES:
        said["voters"] = text("rule-voters")
    if rule.again != Rule().again:
        said["again"] = text("rule-again", days=rule.again)
    if rule.choice != Rule().choice:
        said["choice"] = text("rule-choice", method=text(f"choice-{rule.choice}"))
    return said


def sentences(parts: Mapping[str, Text]) -> Text:
    """Parts of a rule, one sentence after the other."""
    return text("rule-words", **{part: parts.get(part, "") for part in PARTS})


def difference(before: Rule, after: Rule) -> tuple[Text | str, Text | str]:
    """What one rule says and the other does not: gone, and new. Empty where there is nothing."""
    old, new = facets(before), facets(after)
    gone = {part: said for part, said in old.items() if new.get(part) != said}
    come = {part: said for part, said in new.items() if old.get(part) != said}
    return (sentences(gone) if gone else ""), (sentences(come) if come else "")


@lru_cache(256)
def share(fraction: str) -> Text | str:
    """A share as people say it: two thirds."""
    if not fraction:
        return ""
    exact = Fraction(fraction)
    return text("share", share=f"s{exact.numerator}-{exact.denominator}", plain=str(exact))


def taking_part(rule: Rule) -> Text:
    """How many must take part."""
    asked = Fraction(rule.quorum)
    return text("rule-quorum", everyone="yes" if asked == 1 else "no", share=share(rule.quorum) if asked else "", least=rule.least)


def needed(decision: Decision) -> Text:
    """What it takes to pass, in one sentence or two."""
    threshold = str(decision.given.get("threshold", ""))
    if usual(decision) or decision.short:
        short = "yes" if decision.short else "no"
        return text(f"needs-{'choice' if decision.choosing else decision.method}", short=short, share=threshold)
    method = text("rule-method-choice" if decision.choosing else f"rule-method-{decision.method}", share=share(threshold))
    return text("needs-rule", method=method, quorum=taking_part(decision.rule))


def usual(decision: Decision) -> bool:
    """Whether it is decided by the defaults for everyday questions, which have sentences of their own."""
    return decision.method == SENSE or (
        decision.kind == EVERYDAY and decision.terms in {None, DEFAULTS[EVERYDAY], CONSENTING}
    )
