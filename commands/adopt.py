"""A poll that a member made in their client becomes a decision of the group, with the ballots that were given."""

from __future__ import annotations

from dataclasses import replace

from commands.answers import Adopt, Answer, Output
from commands.decide import arrange, moment, record_opening
from commands.kit import OptionalRest, command, follow
from commands.ports import Context, FoundPoll, Words
from commands.standing import standing
from commands.vote import of_answers
from commands.voters import electorate
from policies import decision as rule
from policies import rules
from policies.decision import Act, Decision, Status, Way
from policies.model import Refused, text


@command("count")
def count(ctx: Context, until: OptionalRest) -> Answer:
    """`count until Friday` as a reply to a poll: from now on it is a decision of the group."""
    if ctx.number is not None:
        raise Refused("count-counted", number=ctx.number)
    if ctx.replied is None or ctx.direct:
        raise Refused("count-reply")
    for word in ctx.words.option("until"):
        if until.casefold().startswith(f"{word} "):
            until = until[len(word) :].strip()
    if not until:
        raise Refused("count-when")
    moment(ctx, until)
    return Adopt(ctx.replied, until)


@follow("adopted poll")
def adopted(ctx: Context, *, poll: str, until: str, found: FoundPoll | None) -> Answer:
    """The poll was looked at: fix the electorate, take the answers that were given, and set the end."""
    del poll
    if found is None:
        raise Refused("count-no-poll")
    method, options, keys = meaning(ctx.words, found)
    proposed = rule.propose(
        question=found.question,
        proposer=found.by,
        method=method,
        options=options,
        now=ctx.sent,
        until=moment(ctx, until),
        seed=ctx.chance,
        keys=keys,
        counts_from=found.sent,
    )
    numbered = replace(proposed, number=ctx.room.next_number())
    decision = numbered.opening(ctx.sent, electorate(ctx, numbered, ctx.sent))
    decision = with_answers(decision, found)
    ctx.room.decisions.save(decision)
    arrange(ctx, decision)
    record_opening(ctx, decision)
    answers: list[Output] = [
        text("count-adopted", number=decision.number, closes=decision.closes, voted=len(decision.voted)),
        standing(ctx, decision),
    ]
    return answers


def meaning(words: Words, found: FoundPoll) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """How such a poll is counted: yes and no by majority, one choice by plurality, several by approval.

    Returns the method, the options (none where they are fixed), and the answer ids in the order of the options.
    """
    fixed = {words.ballot(label, (rule.YES, rule.NO, rule.ABSTAIN)): key for key, label in found.options.items()}
    if found.most == 1 and None not in fixed and {rule.YES, rule.NO} <= set(fixed) and len(fixed) == len(found.options):
        return rules.MAJORITY, (), tuple(fixed.get(option, "") for option in rule.FIXED[rules.MAJORITY])
    method = rule.CHOOSE if found.most > 1 else rule.ONE_OF
    return method, rule.check_options(found.options.values()), tuple(found.options)


def with_answers(decision: Decision, found: FoundPoll) -> Decision:
    """The answers that were given before, as the acts that they are."""
    for voter, event, sent, answers in found.answers:
        if decision.status is not Status.OPEN:
            break
        try:
            decision = decision.voting(Act(voter, event, event, sent, Way.POLL, of_answers(decision, answers)))
        except Refused:
            decision = decision.straying(voter)
    return decision
