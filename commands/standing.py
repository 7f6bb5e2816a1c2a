"""Where an open decision stands, as the room may see it: the turnout, until when, and how to vote."""

from __future__ import annotations

from commands.answers import Status
from commands.ballots import letter, ways
from commands.ports import Context
from commands.rule_words import needed
from policies import decision as rule
from policies import lot, secret
from policies.decision import FEW_FOR_SECRECY, Decision, Secrecy
from policies.model import Lines, Text, text
from policies.motion import Motion


def standing(ctx: Context, decision: Decision) -> Status:
    """The status message: how many of how many have voted, until when, and how to vote in words."""
    if decision.secrecy is Secrecy.SECRET:
        return Status(decision.number, secretly(ctx, decision))
    return Status(
        decision.number,
        text(
            "sense-status" if decision.method == rule.SENSE else "status",
            number=decision.number,
            closes=decision.closes,
            voted=len(decision.voted),
            eligible=len(decision.electorate),
            how=how(decision),
            rule=needed(decision),
            privacy=privacy(decision),
        ),
    )


def secretly(ctx: Context, decision: Decision) -> Text:
    """A secret vote: its electorate, who counts again, what is sealed, and of the turnout only steps."""
    return text(
        "secret-status",
        number=decision.number,
        closes=decision.closes,
        turnout=turnout(ctx, decision),
        first=secret.shown_from(quorum(decision)),
        eligible=len(decision.electorate),
        few="yes" if len(decision.electorate) < FEW_FOR_SECRECY else "no",
        how=how(decision),
        rule=needed(decision),
        scrutineers=tuple(ctx.room.person(each) for each in scrutineers(ctx, decision)),
        seal=lot.seal(decision.seed),
    )


def scrutineers(ctx: Context, decision: Decision) -> tuple[str, ...]:
    """Who counts a secret vote again: nobody whom it is about."""
    matter = ctx.room.matters.get(decision.number)
    values = matter.values if isinstance(matter, Motion) else {}
    return secret.scrutineers(decision, {*values.get("people", ()), *([values["person"]] if "person" in values else [])})


def turnout(ctx: Context, decision: Decision) -> int:
    """How many have voted, as far as the room may know it while the vote is open."""
    if decision.secrecy is not Secrecy.SECRET:
        return len(decision.voted)
    return secret.shown(len(ctx.room.secrets.voted(decision.number)), len(decision.electorate), quorum(decision))


def quorum(decision: Decision) -> int:
    """How many must take part."""
    return decision.count(()).result.quorum_needed or 0


def voted(ctx: Context, decision: Decision) -> frozenset[str]:
    """Who has a vote: for what the bot does with each of them alone. In a secret vote no message to others may rest on it."""
    return ctx.room.secrets.voted(decision.number) if decision.secrecy is Secrecy.SECRET else decision.voted


def how(decision: Decision) -> Text:
    """How to vote, in one sentence."""
    kind = decision.method if decision.method in rule.NAMED else decision.takes
    if decision.choosing and kind == "choice":
        kind = "option"
    return text(f"how-{kind}", number=decision.number, vote=ways(decision)[0], polled="yes" if decision.polled else "no")


def privacy(decision: Decision) -> Text:
    """Who can see a vote before the end, in one sentence: a ranking is typed where everyone reads it."""
    return text(f"privacy-{decision.secrecy}", polled="yes" if decision.polled else "no")


def listed(decision: Decision) -> Lines:
    """The options with their letters, one a line; nothing where the answers are fixed."""
    if not decision.choosing:
        return Lines(())
    return Lines(tuple(text("option-lettered", letter=letter(place), option=name) for place, name in enumerate(decision.options)))
