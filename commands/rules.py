"""How the group decides: reading its rules of decision, and proposing others, which is a decision of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from commands.answers import Answer
from commands.decide import share_of
from commands.entries import tells
from commands.kit import Rest, Until, command
from commands.motions import Change, declare, put_motion
from commands.ports import Context, Entry
from commands.results import stamp
from commands.rule_words import difference, facets, sentences
from commands.titles import titles
from commands.voters import delegates, roll
from policies import rules
from policies.charter import Ruling, amending_rule
from policies.decision import Outcome
from policies.form import TIME, one_of
from policies.model import Lines, Refused, text
from policies.motion import Motion
from policies.rules import KINDS, RULES, Rule

SPACE = r"[\s:,=\uff1a]+"
COUNT = re.compile(r"(\d{1,4})")
UNITS = {"hours": 1, "days": 24, "weeks": 168}

Part = Callable[[Context, Rule, str], Rule]


@command("show rules")
def show_rules(ctx: Context) -> Answer:
    """In plain words: which matters are decided how, who may propose, and when something can be put again."""
    charter = ctx.room.charter.get()
    together: dict[tuple[Rule, Ruling | None], list[str]] = {}
    for kind in KINDS:
        newest = (charter.rulings.get(kind) or (None,))[-1]
        together.setdefault((charter.rule(kind, ctx.now), newest), []).append(kind)
    lines = tuple(
        text(
            "rule-line",
            kinds=tuple(text(f"kind-{kind}") for kind in kinds),
            rule=sentences(facets(rule)),
            decision=newest.decision if newest else 0,
            coming=newest.since if newest and newest.since > ctx.now else None,
            next=difference(rule, newest.rule)[1] if newest and newest.since > ctx.now else "",
        )
        for (rule, newest), kinds in together.items()
    )
    return text("rules", rules=Lines(lines), adopted="no" if charter.adopted is None else "yes")


@command("propose rule")
def propose_rule(ctx: Context, typed: Rest, *, until: Until = None) -> Answer:
    """Another rule for one kind of matter. It is decided by the strictest of the rule for rules, the old and the new one."""
    kind, rest = kind_of(ctx, typed)
    charter = ctx.room.charter.get()
    before = charter.rule(kind, ctx.sent)
    after = changed(ctx, before, rest)
    if after == before:
        raise Refused("rule-same", kind=text(f"kind-{kind}"))
    members = len(roll(ctx, replace(after, voters=rules.EVERYBODY), ctx.sent))
    rules.check(kind, after, members=members, delegates=len(delegates(ctx)))
    return put_motion(
        ctx,
        RULE,
        kind=RULES,
        question=" ".join(typed.split()),
        values={"of": kind, "before": asdict(before), "after": asdict(after)},
        subject=f"rule {kind}",
        by=amending_rule(charter, kind, after, ctx.sent),
        until=until,
    )


def kind_of(ctx: Context, typed: str) -> tuple[str, str]:
    """The kind of matter that the words begin with, and the rest. Raises `Refused` where they name none."""
    found = _begin(ctx, typed, {kind: f"kind-{kind}" for kind in KINDS})
    if found is None:
        raise Refused("rule-which-kind", kinds=Lines(tuple(text("rule-kind-choice", kind=text(f"kind-{each}")) for each in KINDS)))
    return found


def changed(ctx: Context, rule: Rule, typed: str) -> Rule:
    """The rule with the part that the words name. Raises `Refused` for what is not understood."""
    found = _begin(ctx, typed, {part: f"rule-{part}" for part in PARTS})
    part, value = found or ("method", typed)
    if not value.strip() or (found is None and not typed.strip()):
        raise Refused("rule-how")
    _only_one(ctx, value)
    return PARTS[part](ctx, rule, value.strip(" .!"))


def _only_one(ctx: Context, value: str) -> None:
    """Raises `Refused` where another part of the rule is named further on: it would be left out without a word."""
    for word in list(re.finditer(r"\S+", value))[1:]:
        found = _begin(ctx, value[word.start() :], {part: f"rule-{part}" for part in PARTS})
        if found is not None and found[1].strip():
            raise Refused("rule-one-part")


def _begin(ctx: Context, typed: str, names: Mapping[str, str]) -> tuple[str, str] | None:
    """Which of the names the words begin with (the longest), and what follows."""
    best: tuple[int, str, str] | None = None
    for name, option in names.items():
        for word in ctx.words.option(option):
            match = re.match(rf"{re.escape(word)}(?:{SPACE}|$)", typed, re.IGNORECASE)
            if match and (best is None or len(word) > best[0]):
                best = len(word), name, typed[match.end() :]
    return best[1:] if best else None


def _means(ctx: Context, option: str, value: str) -> bool:
    return value.casefold() in (word.casefold() for word in ctx.words.option(option))


def _method(ctx: Context, rule: Rule, value: str) -> Rule:
    """In consent, by more yes than no, or by a share."""
    if _means(ctx, "in-consent", value) or _means(ctx, "rule-consent", value):
        return replace(rule, method=rules.IN_CONSENT, share="")
    if _means(ctx, "rule-majority", value):
        return replace(rule, method=rules.MAJORITY, share="")
    for word in sorted(ctx.words.option("needs"), key=len, reverse=True):
        value = re.sub(rf"^{re.escape(word)}\s+", "", value, flags=re.IGNORECASE)
    try:
        share = share_of(ctx, value)
    except Refused:
        raise Refused("rule-how") from None
    if share == 1:
        return replace(rule, method=rules.UNANIMITY, share="")
    return replace(rule, method=rules.SUPERMAJORITY, share=str(share))


def _quorum(ctx: Context, rule: Rule, value: str) -> Rule:
    """A share of those who may vote, or a number of people."""
    count = COUNT.match(value)
    if count and "/" not in value and "%" not in value:
        return replace(rule, quorum="0", least=int(count[1]))
    return replace(rule, quorum=str(share_of(ctx, value)), least=0)


def _hours(ctx: Context, value: str) -> int:
    """A length of time in whole hours. Raises `Refused` for what is none."""
    if _means(ctx, "rule-at-once", value):
        return 0
    count = COUNT.search(value)
    words = re.findall(r"[^\W\d_]+", value.casefold())
    unit = next((each for each in UNITS if any(word in words for word in ctx.words.option(f"unit-{each}"))), None)
    if count is None or unit is None:
        raise Refused("rule-length-unclear", words=value)
    return int(count[1]) * UNITS[unit]


def _length(ctx: Context, rule: Rule, value: str) -> Rule:
    """How long a vote is open."""
    return replace(rule, hours=_hours(ctx, value))


def _effect(ctx: Context, rule: Rule, value: str) -> Rule:
    """How long after its end a decision takes effect."""
    return replace(rule, effect=_hours(ctx, value))


def _days(ctx: Context, value: str) -> int:
    return -(-_hours(ctx, value) // 24)


def _again(ctx: Context, rule: Rule, value: str) -> Rule:
    """When the same question can be put again."""
    return replace(rule, again=_days(ctx, value))


def _voters(ctx: Context, rule: Rule, value: str) -> Rule:
    """Who decides: everybody, the delegates, or those who joined some days ago."""
    if _means(ctx, "rule-delegates", value):
        return replace(rule, voters=rules.DELEGATES)
    if _means(ctx, "rule-everybody", value):
        return replace(rule, voters=rules.EVERYBODY, settled=0)
    return replace(rule, voters=rules.EVERYBODY, settled=_days(ctx, value))


def _fallback(ctx: Context, rule: Rule, value: str) -> Rule:
    """The share that decides after two rounds with objections, or none."""
    return replace(rule, fallback="" if _means(ctx, "rule-none", value) else str(share_of(ctx, value)))


def _choice(ctx: Context, rule: Rule, value: str) -> Rule:
    """By what a choice among options is counted."""
    found = next((each for each in rules.CHOICES if _means(ctx, f"choice-{each}", value)), None)
    if found is None:
        raise Refused("rule-choice-unknown", known=Lines(tuple(text(f"choice-{each}") for each in rules.CHOICES)))
    return replace(rule, choice=found)


PARTS: Mapping[str, Part] = {
    "method": _method,
    "length": _length,
    "quorum": _quorum,
    "effect": _effect,
    "voters": _voters,
    "again": _again,
    "fallback": _fallback,
    "choice": _choice,
}
"""What a rule is made of, as people name it: the words that begin each part are the texts `word-rule-PART`."""


def carry(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> None:
    """Matters of that kind are decided by the new rule, from `at` on. Votes that are open keep the one they began with."""
    del outcome
    kind, rule = motion.values["of"], Rule(**motion.values["after"])
    ctx.room.charter.save(ctx.room.charter.get().ruled(kind, rule, at, motion.number))
    data = {"number": motion.number, "of": kind, "rule": asdict(rule), "from": stamp(at)}
    ctx.room.record.append("rule", ctx.now, data, {})


def undo(ctx: Context, motion: Motion) -> None:
    """Enough objected in time: the former rule holds."""
    ctx.room.charter.save(ctx.room.charter.get().undone(motion.number))
    ctx.room.record.append("undone", ctx.now, {"number": motion.number}, {})


RULE = declare(Change("rule", carry, undo))


@titles("rule", of=one_of(rules.KINDS), before=rules.RULE, after=rules.RULE)
def _title(values: Mapping[str, Any]) -> Mapping[str, Any]:
    gone, come = difference(Rule(**values["before"]), Rule(**values["after"]))
    return {"kind": text(f"kind-{values['of']}"), "before": gone, "after": come}


@tells("rule", of=one_of(rules.KINDS), rule=rules.RULE, **{"from": TIME})
def _rule(entry: Entry) -> dict[str, Any]:
    data = entry.data
    return {
        "kind": text(f"kind-{data['of']}"),
        "rule": sentences(facets(Rule(**data["rule"]))),
        "since": datetime.fromisoformat(data["from"]),
    }



