"""Voting: typed, as a reply, tapped, by reaction; changing a vote and taking it back."""

from __future__ import annotations

from commands import secret
from commands.answers import Answer, Counted, Output
from commands.ballots import letter, read, reasoned, said, ways, withdraws
from commands.kit import AnyNumber, Because, Number, Option, OptionalRest, command, follow, take_options
from commands.matters import admits, found, reacted_to, replied_late, replied_to, taken_part, tapped_on, voted_on
from commands.ports import Context
from commands.settings import REACTIONS
from commands.standing import standing
from commands.voters import heard_from
from policies import decision as rule
from policies.ballots import Ballot
from policies.decision import Act, Decision, Secrecy, Way
from policies.election import Election
from policies.model import Mention, Refused, Text, text
from policies.rules import PERSON, ROLES


def existing(ctx: Context, number: int) -> Decision:
    """Decision `number`, or a refusal that says what there is."""
    decision = ctx.room.decisions.get(number)
    if decision is None:
        found(ctx, number)
        raise Refused("number-no-vote", number=number)
    return decision


@command("vote")
def vote(ctx: Context, number: Number, answer: OptionalRest, *, because: Because = None) -> Answer:
    """Vote, change a vote (`vote 1 no`) or take it back (`vote 1 nothing`)."""
    if ctx.room.decisions.get(number) is None:
        return voted_on(found(ctx, number), ctx, answer)
    decision = existing(ctx, number)
    if decision.secrecy is Secrecy.SECRET:
        return secret.cast(ctx, decision, answer, because or "")
    if withdraws(ctx.words, answer):
        return cast(ctx, decision, None)
    ballot = read(ctx.words, decision, answer)
    if ballot is None:
        raise Refused("vote-not-an-answer", number=number, choices=ways(decision))
    return cast(ctx, decision, reasoned(ballot, because or ""))


def cast(ctx: Context, decision: Decision, ballot: Ballot | None) -> Answer:
    """Give an act and answer with the mark or the words for it, and the new turnout."""
    if decision.secrecy is not Secrecy.OPEN and not ctx.direct:
        raise Refused("vote-in-direct", number=decision.number)
    admits(ctx.room.matters.get(decision.number), ctx)
    act = Act(ctx.sender.id, ctx.root, ctx.event, ctx.sent, Way(ctx.way), ballot)
    after = decision.voting(act)
    answers: list[Output] = [*moved(ctx, after.number)]
    ctx.room.decisions.save(after)
    heard_from(ctx)
    if ctx.way == Way.WORDS:
        answers.append(receipt(after, ballot))
    if decision.voted != after.voted:
        answers.append(standing(ctx, after))
    return answers


def moved(ctx: Context, number: int) -> list[Output]:
    """A ballot that was edited into one on another question is one act still: the question it was on has it no more."""
    before = ctx.room.decisions.holding(ctx.root)
    if before is None or before.number == number or before.status is not rule.Status.OPEN:
        return []
    after = before.withdrawing(ctx.root)
    ctx.room.decisions.save(after)
    return [standing(ctx, after)] if after.voted != before.voted else []


def receipt(decision: Decision, ballot: Ballot | None) -> Counted | Text:
    """What the voter is told: a mark or words; a ranking or scores are always read back in words."""
    if ballot is None:
        return Counted(text("vote-withdrawn", number=decision.number))
    words = text("vote-counted", number=decision.number, ballot=said(decision, ballot))
    return words if ballot.ranking is not None or ballot.scores is not None else Counted(words)


@follow("poll answer")
def tapped(ctx: Context, *, number: int, answers: tuple[str, ...], former: bool) -> Answer:
    """An answer in the client's own poll. One that cannot count is said so in words, for the poll may show it."""
    decision = ctx.room.decisions.get(number)
    if decision is None:
        return None if former else tapped_on(ctx.room.matters.get(number), ctx, answers)
    if former:
        return text("tap-not-counted", person=Mention(ctx.sender), why=text("vote-old-version", number=number))
    if rule.OBJECT in answers and not decision.choosing:
        return objecting(ctx, decision)
    return cast_or_tell(ctx, decision, of_answers(decision, answers))


def of_answers(decision: Decision, answers: tuple[str, ...]) -> Ballot | None:
    """The ballot that answer ids of a poll are: fixed answers by name, options by letter; too many or strange ones: none."""
    if not decision.choosing and not decision.keys:
        return Ballot(choice=answers[0]) if answers and answers[0] in decision.options else None
    keys = decision.keys or tuple(letter(place) for place in range(len(decision.options)))
    names = dict(zip(keys, decision.options, strict=False))
    chosen = tuple(name for key, name in names.items() if key in answers)
    if not chosen:
        return None
    return Ballot(choices=chosen) if decision.takes == "choices" else Ballot(choice=chosen[0])


def cast_or_tell(ctx: Context, decision: Decision, ballot: Ballot | None) -> Answer:
    """Give an act that was tapped. There is no message to answer, so a refusal names the person."""
    try:
        return cast(ctx, decision, ballot)
    except Refused as refused:
        if ctx.way == Way.POLL:
            ctx.room.decisions.save(decision.straying(ctx.sender.id))
        return text("tap-not-counted", person=Mention(ctx.sender), why=refused.text)


def objecting(ctx: Context, decision: Decision) -> Answer:
    """An objection was tapped: a poll has no place for its reason, so ask for it in words."""
    ctx.room.decisions.save(decision.straying(ctx.sender.id))
    return text("objection-tapped", number=decision.number, person=Mention(ctx.sender))


@follow("reaction")
def reacted(ctx: Context, *, number: int, key: str) -> Answer:
    """A reaction on the announcement or its status. In encrypted rooms, where reactions travel in the clear, only if the group wants that."""
    decision = ctx.room.decisions.get(number)
    if decision is None:
        return reacted_to(ctx.room.matters.get(number), ctx, key)
    if decision.choosing or decision.secrecy is not Secrecy.OPEN:
        return None
    if ctx.room.encrypted and not REACTIONS.value(ctx):
        return None
    if isinstance(ctx.room.matters.get(number), Election) or decision.kind in {PERSON, ROLES}:
        # It is about a person.
        return None
    ballot = read(ctx.words, decision, key)
    return cast_or_tell(ctx, decision, ballot) if ballot is not None and ballot.choice != rule.OBJECT else None


@follow("reply")
def replied(ctx: Context, *, number: int, body: str, former: bool) -> Answer:
    """A reply whose whole text is a ballot (with `because ...` if they like) is a vote; what is no vote says what a reply means."""
    decision = ctx.room.decisions.get(number)
    if decision is None:
        matter = ctx.room.matters.get(number)
        return replied_late(matter, ctx) if former else replied_to(matter, ctx, body)
    answer, because = split_reason(ctx, body)
    if decision.secrecy is Secrecy.SECRET:
        return secret.replied(ctx, decision, answer)
    if withdraws(ctx.words, answer) and ctx.sender.id in decision.voted:
        return cast(ctx, decision, None)
    ballot = read(ctx.words, decision, answer)
    if ballot is None:
        return replied_to(decision, ctx, body)
    if former:
        raise Refused("vote-old-version", number=number)
    return cast(ctx, decision, reasoned(ballot, because))


def split_reason(ctx: Context, body: str) -> tuple[str, str]:
    """The ballot words and the reason of a reply."""
    answer, _, given = take_options(body, {"because": Option("because", greedy=True)}, ctx.words)
    return answer, given["because"] or ""


@follow("ballot edited")
def edited(ctx: Context, *, number: int, body: str) -> Answer:
    """The message that a ballot began with was edited: it counts at the time of the edit, or no longer."""
    decision = existing(ctx, number)
    answer, because = split_reason(ctx, body)
    ballot = reasoned(read(ctx.words, decision, answer), because)
    answers = cast(ctx, decision, ballot)
    if ballot is not None or withdraws(ctx.words, answer) or not isinstance(answers, list):
        return answers
    # A mark would look as if the new words were counted.
    return [text("vote-edited-away", number=number) if isinstance(each, Counted) else each for each in answers]


@follow("ballot removed")
def removed(ctx: Context, *, number: int, act: str) -> Answer:
    """The voter removed their own ballot: it is withdrawn, and an earlier one of theirs counts again."""
    decision = existing(ctx, number)
    if decision.status is not rule.Status.OPEN or (decision.closes is not None and ctx.sent > decision.closes):
        return None
    after = decision.withdrawing(act)
    ctx.room.decisions.save(after)
    return standing(ctx, after) if after.voted != decision.voted else None


@command("who")
def who(ctx: Context, number: AnyNumber) -> Answer:
    """Who has taken part and who has not, never how."""
    return taken_part(found(ctx, number), ctx)


@taken_part.register
def voters(decision: Decision, ctx: Context) -> Answer:
    """Who has voted and who has not, never what; in a secret or hidden vote only how many."""
    number = decision.number
    if decision.opened is None:
        raise Refused("vote-not-open-yet", number=number)
    if decision.secrecy is Secrecy.SECRET:
        return text("who-secret", number=number)
    voted, missing = sorted(decision.voted), sorted(decision.electorate - decision.voted)
    return text(
        "who",
        number=number,
        voted=tuple(ctx.room.person(each) for each in voted),
        missing=tuple(ctx.room.person(each) for each in missing),
    )
