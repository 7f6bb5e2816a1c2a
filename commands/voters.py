"""Who may vote: the roll of a vote, fixed when it opens, by the group's rule for its kind of matter."""

from __future__ import annotations

from datetime import datetime, timedelta

from commands.ports import Context
from policies.decision import Decision
from policies.roles import GUEST, delegate_for
from policies.rules import DEFAULTS, DELEGATES, GUIDELINES, Rule

SETTLED = DEFAULTS[GUIDELINES].settled
"""Days of membership that count where nobody can have been there as long as the rule asks."""


def electorate(ctx: Context, decision: Decision, at: datetime) -> frozenset[str]:
    """Who may vote on `decision`, which opens at `at`."""
    return roll(ctx, decision.rule, at)


def roll(ctx: Context, rule: Rule, at: datetime) -> frozenset[str]:
    """Who may vote by `rule` at that time: the members, or those who joined long enough ago, or the delegates.

    In the first days of a group everybody is new, so everybody counts. Where nobody would be left, all members decide. Guests
    have no vote, and who no longer answers roll-calls is not counted.
    """
    members = base(ctx)
    # A group that is younger than its own rule asks for is no reason to count whoever came yesterday.
    for days in sorted({rule.settled, min(rule.settled, SETTLED)}, reverse=True):
        wait = timedelta(days=days)
        long_enough = ctx.room.settled(at - wait) & members
        if long_enough and (ctx.room.begun is None or at - ctx.room.begun >= wait):
            members = long_enough
            break
    if rule.voters == DELEGATES:
        sent = delegates(ctx) & members
        return sent if len(sent) > 1 else members
    return members


def base(ctx: Context) -> frozenset[str]:
    """The members who take part in votes: not the guests, and not those who answered no roll-call; nobody left: all of them."""
    everybody = ctx.room.members()
    voting = everybody - guests(ctx)
    return voting - silent(ctx) or voting or everybody


def guests(ctx: Context) -> frozenset[str]:
    """Those who can be asked to speak, and have no vote."""
    return frozenset(each.person for each in ctx.room.roles.get().of(GUEST))


def silent(ctx: Context) -> frozenset[str]:
    """Those who answered no roll-call, and have not voted since."""
    return ctx.room.roll_calls.get().silent


def heard_from(ctx: Context) -> None:
    """The sender votes: that answers a roll-call too."""
    roll_call = ctx.room.roll_calls.get()
    if ctx.sender.id in roll_call.asked | roll_call.silent:
        ctx.room.roll_calls.save(roll_call.answering({ctx.sender.id}))


def delegates(ctx: Context) -> frozenset[str]:
    """Those whom the sub-groups sent, also while they are away: a vote is no duty."""
    sent = {each.person for each in ctx.room.roles.get().holders if delegate_for(each.role)}
    return frozenset(sent) & ctx.room.members()
