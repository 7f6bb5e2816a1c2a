"""Who may vote: the roll of a vote, fixed when it opens, by the group's rule for its kind of matter."""

from __future__ import annotations

from datetime import datetime, timedelta

from commands.ports import Context
from policies.decision import Decision
from policies.rules import DELEGATES, Rule

DELEGATE = "delegate"
"""The role of those whom the sub-groups send."""


def electorate(ctx: Context, decision: Decision, at: datetime) -> frozenset[str]:
    """Who may vote on `decision`, which opens at `at`."""
    return roll(ctx, decision.rule, at)


def roll(ctx: Context, rule: Rule, at: datetime) -> frozenset[str]:
    """Who may vote by `rule` at that time: the members, or those who joined long enough ago, or the delegates.

    In the first days of a group everybody is new, so everybody counts. Where nobody would be left, all members decide.
    """
    members = ctx.room.members()
    wait = timedelta(days=rule.settled)
    if ctx.room.begun is None or at - ctx.room.begun >= wait:
        members = ctx.room.settled(at - wait) & members or members
    if rule.voters == DELEGATES:
        sent = delegates(ctx) & members
        return sent if len(sent) > 1 else members
    return members


def delegates(ctx: Context) -> frozenset[str]:
    """Those whom the sub-groups sent."""
    return frozenset(ctx.room.roles.serving(DELEGATE)) & ctx.room.members()
