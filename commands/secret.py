"""Voting in secret: the ballot in the direct chat, its receipt, and changing it by its code.

Whatever is answered here is private: it leaves no trace once it is sent, and the message that held the ballot is removed
where the bot may. The rules are in `policies.secret`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commands.answers import Answer, Direct, Output, Remove
from commands.ballots import read, reasoned, said, ways, withdraws
from commands.matters import named
from commands.ports import Context
from commands.standing import scrutineers, standing, turnout, voted
from commands.voters import heard_from
from policies import secret
from policies.ballots import Ballot
from policies.decision import FEW_FOR_SECRECY, Act, Decision, Secrecy, Way
from policies.model import Mention, Refused, Text, text
from policies.secret import Sealed


def secrecy(ctx: Context, *, hidden: bool, secretly: bool, anyway: bool) -> Secrecy:
    """How a proposal is voted on. Raises `Refused` where so few may vote that secrecy would be thin, until they choose."""
    if anyway or secretly:
        count = len(ctx.room.members())
        if count < FEW_FOR_SECRECY and not anyway:
            raise Refused("secret-few", count=count, enough=FEW_FOR_SECRECY)
        return Secrecy.SECRET
    return Secrecy.HIDDEN if hidden else Secrecy.OPEN


@dataclass(frozen=True, slots=True)
class Typed:
    """A secret ballot as it was typed: the answer, and at its end in any order a word, a code, `anyway`."""

    answer: str
    word: str = ""
    code: tuple[str, str] | None = None
    anyway: bool = False


def parts(ctx: Context, typed: str) -> Typed:
    """Take what belongs to secrecy off the end of a typed ballot. Raises `Refused` for a word that is too long."""
    found = Typed(typed.strip())
    while True:
        words = found.answer.split()
        if not words:
            return found
        last, before = words[-1], " ".join(words[:-1])
        if not found.anyway and last.casefold().strip(".!") in ctx.words.option("anyway"):
            found = Typed(before, found.word, found.code, anyway=True)
        elif found.code is None and (code := secret.read_code(last)):
            found = Typed(before, found.word, code, found.anyway)
        elif not found.word and len(words) > 1 and words[-2].casefold() in ctx.words.option("own-word"):
            found = Typed(" ".join(words[:-2]), secret.own_word(last), found.code, found.anyway)
        else:
            return found


def cast(ctx: Context, decision: Decision, typed: str, because: str) -> Answer:
    """A ballot in a secret vote. Where others could read it, it does not count and is removed."""
    if not ctx.direct:
        return in_room(ctx, decision)
    try:
        return privately(ctx, decision, parts(ctx, typed), because)
    except Refused as refused:
        # A refused ballot tells as much as a counted one, so it goes the same way.
        return [refused.text, *removal(ctx)]


def replied(ctx: Context, decision: Decision, typed: str) -> Answer:
    """A reply in the room to a secret vote: only one that reads like a ballot is meant as one."""
    answer = parts(ctx, typed).answer
    if withdraws(ctx.words, answer) or read(ctx.words, decision, answer) is not None:
        return in_room(ctx, decision)
    return None


def in_room(ctx: Context, decision: Decision) -> Answer:
    """A ballot where everybody can read it."""
    told = text("secret-in-room", number=decision.number, person=Mention(ctx.sender), removed="yes" if ctx.removes else "no")
    return [told, *removal(ctx, told=True)]


def removal(ctx: Context, *, told: bool = False) -> Sequence[Output]:
    """The typed ballot is removed, or its voter is asked to do it (`told`: they were)."""
    if ctx.removes:
        return [Remove(tuple(dict.fromkeys((ctx.event, ctx.root))), text("secret-removed"))]
    return [] if told else [text("secret-remove-yours")]


def privately(ctx: Context, decision: Decision, typed: Typed, because: str) -> Answer:
    """A ballot that came in a direct chat. Raises `Refused`."""
    decision.admits(ctx.sender.id, ctx.sent)
    first = ctx.room.secrets.promise(ctx.sender.id)
    plain = not ctx.encrypted and not typed.anyway
    if first or plain or not (typed.answer or typed.code):
        return before_voting(ctx, decision, promised=first or not typed.answer, plain=not ctx.encrypted, typed=bool(typed.answer))
    if withdraws(ctx.words, typed.answer):
        return replace(ctx, decision, typed, None)
    ballot = reasoned(read(ctx.words, decision, typed.answer), because)
    if ballot is None:
        raise Refused("secret-not-an-answer", number=decision.number, choices=ways(decision))
    # The rules of any ballot; as an act with a name it is not kept.
    decision.voting(Act(ctx.sender.id, ctx.root, ctx.event, ctx.sent, Way.WORDS, ballot))
    if typed.code is not None:
        return replace(ctx, decision, typed, ballot)
    if ctx.sender.id in voted(ctx, decision):
        raise Refused("secret-voted", number=decision.number, vote=ways(decision)[0])
    letters = secret.rand(ctx.chance)
    key = secret.key_of(secret.poll_id(decision), typed.word, letters)
    sealed = Sealed(key, secret.write(decision, ballot), because)
    before = turnout(ctx, decision)
    ctx.room.secrets.cast(decision.number, ctx.sender.id, sealed)
    heard_from(ctx)
    told = receipt(ctx, decision, (typed.word, letters), ballot, sealed)
    shown = [standing(ctx, decision)] if turnout(ctx, decision) != before else []
    return [told, *shown, *removal(ctx, told=True)]


def before_voting(ctx: Context, decision: Decision, *, promised: bool, plain: bool, typed: bool) -> Answer:
    """What a member must know before their first ballot; and in a chat that is not encrypted, that it is not."""
    told: list[Output] = [promise(ctx, decision)] if promised else []
    vote = ways(decision)[0]
    told.append(text("secret-plain" if plain else "secret-now-vote", number=decision.number, vote=vote, typed="yes" if typed else "no"))
    return [*told, *(removal(ctx) if typed else ())]


def promise(ctx: Context, decision: Decision) -> Text:
    """What a secret vote can keep, and what not."""
    people = tuple(ctx.room.person(each) for each in scrutineers(ctx, decision))
    return text("secret-promise", scrutineers=people, eligible=len(decision.electorate))


def replace(ctx: Context, decision: Decision, typed: Typed, ballot: Ballot | None) -> Answer:
    """Change a ballot, or take it back: found by its code, never by its voter. Raises `Refused` where no ballot has it."""
    number = decision.number
    if typed.code is None:
        raise Refused("secret-needs-code", number=number)
    key = secret.key_of(secret.poll_id(decision), *typed.code)
    kept = {each.key for each in ctx.room.secrets.ballots(number)}
    if key not in kept or ctx.sender.id not in voted(ctx, decision):
        raise Refused("secret-no-such-code", number=number)
    sealed = Sealed(key, "" if ballot is None else secret.write(decision, ballot), (ballot.reason if ballot else None) or "")
    ctx.room.secrets.replace(number, sealed)
    if ballot is None:
        gone = text("secret-withdrawn", number=number, removed="yes" if ctx.removes else "no")
        return [gone, *removal(ctx, told=True)]
    return [receipt(ctx, decision, typed.code, ballot, sealed, changed=True), *removal(ctx, told=True)]


def receipt(
    ctx: Context, decision: Decision, code: tuple[str, str], ballot: Ballot, sealed: Sealed, *, changed: bool = False
) -> Text:
    """The one text in which a name (the chat's) and a choice stand together."""
    word, letters = code
    return text(
        "secret-receipt",
        number=decision.number,
        changed="yes" if changed else "no",
        choice=said(decision, ballot),
        reasoned="yes" if ballot.reason else "no",
        word=word,
        code=secret.code(word, letters),
        seal=secret.seal_of(secret.poll_id(decision), sealed)[: secret.SHOWN_LETTERS],
        closes=decision.closes,
        removed="yes" if ctx.removes else "no",
    )


def nudges(ctx: Context, decision: Decision) -> Sequence[Direct]:
    """Those without a ballot are reminded, each alone: nobody learns who they are."""
    number = decision.number
    said = text("secret-nudge", number=number, question=named(ctx.room.matters.get(number), ctx, decision.question), closes=decision.closes, vote=ways(decision)[0])
    missing = (decision.electorate - voted(ctx, decision)) & ctx.room.members()
    wanted = [each for each in sorted(missing) if ctx.directory.settings(each).nudges]
    return [Direct(each, said, number, waits=True, useful=decision.closes) for each in wanted]
