"""The end of a decision in words and as an entry of the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from commands.ballots import label
from commands.matters import recorded
from commands.ports import Context
from commands.rule_words import taking_part, usual
from policies import decision as rule
from policies import rules
from policies.ballots import write_ballot
from policies.decision import Act, Decision, Outcome, Secrecy, Verdict
from policies.model import Lines, Text, text

LATE = timedelta(minutes=2)
COUNTED_IN_STEPS = frozenset({"ranking", "scores"})


def stamp(at: datetime | None) -> str:
    """A time as the record writes it: RFC 3339, UTC, seconds."""
    assert at is not None
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def write_result(
    ctx: Context,
    decision: Decision,
    outcome: Outcome,
    late: timedelta,
    drawn: tuple[str, ...] = (),
    *,
    more: Mapping[str, Any] | None = None,
    reasons: Mapping[str, str] | None = None,
) -> None:
    """The result as an entry: exact numbers, each open ballot under the voter's number, reasons as erasable texts.

    Options that the proposer typed stand in it by their place, so that their words can be forgotten. `more` is what another
    way of voting adds, `reasons` its texts.
    """
    record = ctx.room.record
    ballots: list[dict[str, Any]] = []
    texts: dict[str, str] = {"question": decision.question}
    places = {name: str(place) for place, name in enumerate(decision.options)} if decision.choosing else {}
    if decision.choosing:
        texts |= {f"option-{place}": name for name, place in places.items()}
    for act in decision.standing() if decision.secrecy is not Secrecy.SECRET else ():
        if act.ballot is None:
            continue
        ballot = {"voter": record.person(act.voter), "at": stamp(act.sent), **_by_place(write_ballot(act.ballot), places)}
        del ballot["count"]
        if "reason" in ballot:
            texts[f"reason-{ballot['voter']}"] = str(act.ballot.reason)
            ballot["reason"] = f"reason-{ballot['voter']}"
        ballots.append(ballot)
    record.append(
        "closed",
        ctx.now,
        {
            "number": decision.number,
            "version": decision.version,
            "result": outcome.verdict,
            "winners": [places.get(name, name) for name in outcome.winners],
            "tied": [places.get(name, name) for name in outcome.tied],
            "drawn": [places.get(name, name) for name in drawn],
            "seed": decision.seed if drawn else "",
            "runoff_of": decision.runoff_of or 0,
            "counts": {places.get(name, name): count for name, count in outcome.counts.items()},
            "options": len(decision.options),
            "seats": decision.seats,
            "eligible": outcome.eligible,
            "turnout": outcome.turnout,
            "method": decision.method,
            "rules": decision.rules,
            "closes": stamp(decision.closes),
            "late": int(late.total_seconds()) if late > LATE else 0,
            "unread": ctx.unread,
            "ballots": sorted(ballots, key=lambda each: (each["at"], each["voter"])),
            **recorded(ctx.room.matters.get(decision.number), ctx),
            **(more or {}),
        },
        {**texts, **(reasons or {})},
    )


def _by_place(ballot: dict[str, Any], places: dict[str, str]) -> dict[str, Any]:
    """A ballot with places instead of typed names."""
    if not places:
        return ballot
    found = dict(ballot)
    if "choice" in found:
        found["choice"] = places[found["choice"]]
    if "choices" in found:
        found["choices"] = [places[name] for name in found["choices"]]
    if "ranking" in found:
        found["ranking"] = [
            places[each] if isinstance(each, str) else [places[name] for name in each] for each in found["ranking"]
        ]
    if "scores" in found:
        found["scores"] = {places[name]: score for name, score in found["scores"].items()}
    return found


def result_text(
    ctx: Context,
    decision: Decision,
    outcome: Outcome,
    late: timedelta,
    drawn: tuple[str, ...] = (),
    *,
    question: Text | str,
    follows: tuple[Text, ...] = (),
) -> Text:
    """The result in words: what was decided, the numbers, what was needed, what follows, and what a client shows otherwise.

    `question` is what people read, from before anything followed.
    """
    return text(
        "result",
        number=decision.number,
        question=question,
        verdict=verdict(decision, outcome),
        why=why(decision, outcome, drawn),
        counts=counts(decision, outcome),
        turnout=outcome.turnout,
        eligible=outcome.eligible,
        reasons=Lines(tuple(reason(ctx, decision, act) for act in outcome.reasons)),
        steps=steps(outcome) if decision.choosing and decision.takes in COUNTED_IN_STEPS else Lines(()),
        notes=Lines((*follows, *remarks(ctx, outcome, late))),
        head=ctx.room.record.head()[:8],
    )


def remarks(ctx: Context, outcome: Outcome, late: timedelta) -> list[Text]:
    """What people should know of a count: it came late, something could not be read, a client shows something else."""
    said: list[Text] = []
    if late > LATE:
        said.append(text("result-late", late=late))
    if ctx.unread:
        said.append(text("result-unread", count=ctx.unread))
    if outcome.in_words or outcome.poll_only:
        said.append(text("result-differs", words=outcome.in_words, stray=outcome.poll_only))
    return said


def verdict(decision: Decision, outcome: Outcome) -> Text:
    """What was decided, in a few words."""
    return text(
        f"result-{outcome.verdict}",
        winners=tuple(label(decision, each) for each in outcome.winners),
        tied=tuple(label(decision, each) for each in outcome.tied),
        several="yes" if decision.seats > 1 else "no",
    )


def counts(decision: Decision, outcome: Outcome) -> Lines:
    """Each option with its votes, in the order of the question; choices with the most votes first."""
    if decision.takes == "scores":
        # How many gave an option anything says little; the steps tell the points.
        return Lines(())
    named = list(outcome.counts.items())
    if decision.choosing:
        named.sort(key=lambda each: -each[1])
    kind = "result-first" if decision.takes == "ranking" else "result-count"
    return Lines(tuple(text(kind, option=label(decision, name), count=count) for name, count in named))


def reason(ctx: Context, decision: Decision, act: Act) -> Text:
    """A reason that was given, and by whom."""
    assert act.ballot is not None
    named = rule.named(decision.options, [act.ballot])
    chosen = tuple(label(decision, name) for name, count in named.items() if count)
    return text("result-reason", person=ctx.room.person(act.voter), choice=chosen, reason=act.ballot.reason)


def steps(outcome: Outcome) -> Lines:
    """How the count came about, step by step."""
    return Lines(outcome.result.explain)


def missed(decision: Decision, outcome: Outcome) -> Text:
    """What a missed quorum asked for: people who take part, or, in a short vote, people who are in favour."""
    needed = outcome.result.quorum_needed or 0
    if decision.rules["quorum"]["counts"] != "yes":
        return text("why-quorum", needed=needed, turnout=outcome.turnout)
    if "quorum" in decision.given:
        return text("why-here", needed=needed)
    kind = "why-short-consent" if decision.method == rules.IN_CONSENT else "why-short"
    return text(kind, needed=needed, eligible=outcome.eligible)


def more_than_half(decision: Decision, outcome: Outcome) -> Text:
    """How many had to say yes where more than half must: of all who may vote, or of a whole group of which some are here."""
    if "quorum" in decision.given:
        return text("why-here", needed=outcome.result.quorum_needed or 0)
    return text("why-short", needed=outcome.eligible // 2 + 1, eligible=outcome.eligible)


def why(decision: Decision, outcome: Outcome, drawn: tuple[str, ...]) -> Text:  # noqa: PLR0911 - one sentence for each end
    """What was needed, and whether it was reached."""
    result = outcome.result
    missing = outcome.eligible - outcome.turnout
    if drawn:
        return text("why-drawn", order=drawn, seed=decision.seed)
    match outcome.verdict:
        case Verdict.NO_QUORUM:
            return missed(decision, outcome)
        case Verdict.TIE:
            return text("why-tie")
        case Verdict.TOO_FEW:
            return text("why-short", needed=outcome.eligible // 2 + 1, eligible=outcome.eligible)
        case Verdict.NO_RESULT:
            return text("why-nobody")
    if decision.method == rules.IN_CONSENT:
        return text("why-consent", objections=outcome.counts[rule.OBJECT], missing=missing)
    if decision.choosing or decision.method == rule.REVIEW:
        return text("why-choice", missing=missing)
    if decision.method == rules.MAJORITY and (decision.short or "quorum" in decision.given):
        return more_than_half(decision, outcome)
    if decision.method in {rules.SUPERMAJORITY, rules.UNANIMITY}:
        return text("why-share", share=str(decision.given.get("threshold", "all")), needed=result.needed or 0)
    return text("why-majority", quorum="" if usual(decision) else taking_part(decision.rule))
