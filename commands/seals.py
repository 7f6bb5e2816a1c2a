"""The end of a secret vote: the seals, the recount by scrutineers, and what each voter can check.

The result is provisional until a scrutineer confirms it or the time for that is over; then the ballots are deleted, and
seals, totals and confirmations stay in the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from commands.answers import Answer, Direct, Output, Post, Status
from commands.ballots import label, read, said
from commands.kit import Because, Number, Rest, command, follow
from commands.matters import named, sequel
from commands.ports import Context, Entry
from commands.results import LATE, counts, steps, verdict, why, write_result
from commands.secret import parts, removal
from commands.standing import scrutineers
from commands.vote import existing
from policies import decision as rule
from policies import secret
from policies.ballots import Ballot
from policies.decision import Decision, Outcome, Secrecy, Verdict
from policies.model import Lines, Refused, Text, text
from policies.secret import Sealed

TO_CONFIRM = timedelta(hours=48)
WHILE_DISPUTED = timedelta(days=7)
"""The ballots are kept longer when a scrutineer found something, so that the group can look into it."""
LINES = 40
"""Seals or pairs in one message."""

HASH = (
    "import hashlib,sys;H=lambda*p:hashlib.sha256(b''.join(len(x.encode()).to_bytes(8,'big')+x.encode()for x in p)).hexdigest()"
)


def opening(ctx: Context, decision: Decision) -> dict[str, Any]:
    """What the record holds of a secret vote from its beginning."""
    people = [ctx.room.record.person(each) for each in scrutineers(ctx, decision)]
    return {"poll": secret.poll_id(decision), "scrutineers": people}


def standing_ballots(ctx: Context, decision: Decision) -> list[Sealed]:
    """What was cast and not taken back, by key."""
    return [each for each in ctx.room.secrets.ballots(decision.number) if each.choice]


def ballots(ctx: Context, decision: Decision) -> list[Ballot]:
    """The ballots to count."""
    return [secret.read(decision, each) for each in standing_ballots(ctx, decision)]


def published(ctx: Context, decision: Decision) -> tuple[str, ...]:
    """The sorted seals."""
    return secret.seals_of(secret.poll_id(decision), ctx.room.secrets.ballots(decision.number))


def told(ctx: Context, decision: Decision, outcome: Outcome, late: timedelta, drawn: tuple[str, ...]) -> list[Output]:
    """Record and tell the result, publish the seals, and ask the scrutineers to count again.

    Without a quorum nothing is decided, and the few ballots are not told: they would name their voters.
    """
    number, seals = decision.number, published(ctx, decision)
    assert len(seals) == outcome.turnout <= outcome.eligible
    pairs = standing_ballots(ctx, decision)
    decided = outcome.verdict is not Verdict.NO_QUORUM
    reasons = sorted((each for each in pairs if each.reason and decided), key=lambda each: (each.reason, each.choice))
    more: dict[str, Any] = {
        "poll": secret.poll_id(decision),
        "seed": decision.seed,
        "seals": list(seals),
        "reasons": [{"choice": each.choice, "reason": f"reason-{place}"} for place, each in enumerate(reasons)],
        **({} if decided else {"counts": {}}),
    }
    texts = {f"reason-{place}": each.reason for place, each in enumerate(reasons)}
    write_result(ctx, decision, outcome, late, drawn, more=more, reasons=texts)
    follows = sequel(ctx.room.matters.get(number), ctx, decision, outcome)
    people = scrutineers(ctx, decision) if decided else ()
    final = ctx.now + TO_CONFIRM if people and pairs else None
    if final is None:
        ctx.room.secrets.forget(number)
    else:
        ctx.room.schedule("final", number, final)
    answers: list[Output] = [
        Post(result(ctx, decision, outcome, late, drawn, reasons=reasons, final=final, follows=follows.notes), number),
        *(Post(each, number) for each in listed(decision, seals)),
        Status(number, text("secret-status-closed", number=number, voted=outcome.turnout, eligible=outcome.eligible), last=True),
    ]
    for person in people if final else ():
        answers += scrutiny(ctx, person, decision, pairs)
    return [*answers, *follows.outputs]


def result(
    ctx: Context,
    decision: Decision,
    outcome: Outcome,
    late: timedelta,
    drawn: tuple[str, ...],
    *,
    reasons: Sequence[Sealed],
    final: datetime | None,
    follows: tuple[Text, ...] = (),
) -> Text:
    """The result in words: numbers and reasons, no names but those of the scrutineers."""
    decided = outcome.verdict is not Verdict.NO_QUORUM
    notes = [*follows, *([text("result-late", late=late)] if late > LATE else [])]
    if ctx.unread:
        notes.append(text("result-unread", count=ctx.unread))
    return text(
        "secret-result",
        number=decision.number,
        question=named(ctx.room.matters.get(decision.number), ctx, decision.question),
        verdict=verdict(decision, outcome),
        why=why(decision, outcome, drawn),
        counts=counts(decision, outcome) if decided else Lines(()),
        turnout=outcome.turnout,
        eligible=outcome.eligible,
        reasons=Lines(tuple(reason(decision, each) for each in reasons)),
        steps=steps(outcome) if decision.choosing and decision.takes == "ranking" and decided else Lines(()),
        notes=Lines(tuple(notes)),
        scrutineers=tuple(ctx.room.person(each) for each in scrutineers(ctx, decision)),
        final=final,
        head=ctx.room.record.head()[:8],
    )


def reason(decision: Decision, sealed: Sealed) -> Text:
    """A reason, and for what it was given; not by whom."""
    ballot = secret.read(decision, sealed)
    named = rule.named(decision.options, [ballot])
    chosen = tuple(label(decision, name) for name, count in named.items() if count)
    return text("secret-reason", choice=chosen, reason=sealed.reason)


def listed(decision: Decision, seals: Sequence[str]) -> list[Text]:
    """The list of seals in messages of a size that people can look through."""
    pages = [seals[start : start + LINES] for start in range(0, len(seals), LINES)]
    return [
        text(
            "secret-seals",
            number=decision.number,
            seals=Lines(tuple(text("secret-seal", seal=each) for each in page)),
            count=len(seals),
            part=place,
            parts=len(pages),
            seed=decision.seed,
            poll=secret.poll_id(decision),
        )
        for place, page in enumerate(pages, 1)
    ]


def scrutiny(ctx: Context, person: str, decision: Decision, pairs: Sequence[Sealed]) -> list[Output]:
    """What a scrutineer gets: the pairs without names or words, and a way to count them that does not need the bot."""
    number, poll = decision.number, secret.poll_id(decision)
    pages = [pairs[start : start + LINES] for start in range(0, len(pairs), LINES)]
    count = (
        f"{HASH};r=sorted({{tuple(l.split()[-2:])for l in sys.stdin if len(l)>64}});"
        f"print(*sorted(H('{poll}',c,k)for k,c in r),sep='\\n');"
        "[print(c,sum(c==x for _,x in r))for c in sorted({c for _,c in r})]"
    )
    messages: list[Output] = [
        Direct(
            person,
            text(
                "secret-pairs",
                number=number,
                pairs=Lines(tuple(text("secret-pair", key=each.key, choice=each.choice) for each in page)),
                part=place,
                parts=len(pages),
            ),
            number,
        )
        for place, page in enumerate(pages, 1)
    ]
    question = named(ctx.room.matters.get(number), ctx, decision.question)
    asked = text("secret-scrutiny", number=number, question=question, count=len(pairs), command=python(count))
    return [Direct(person, asked, number), *messages]


def python(program: str) -> str:
    """A program as a line for a terminal."""
    return f'python3 -c "{program}"'


@command("check")
def check(ctx: Context, number: Number, typed: Rest) -> Answer:
    """`check 12 CODE` in the direct chat: whether my seal is in the list, and how to see it without the bot."""
    decision = existing(ctx, number)
    if decision.secrecy is not Secrecy.SECRET:
        raise Refused("secret-check-open", number=number)
    if not ctx.direct:
        return [text("secret-check-direct", number=number), *removal(ctx)]
    return [checked(ctx, decision, typed), *removal(ctx)]


def checked(ctx: Context, decision: Decision, typed: str) -> Text:
    """The answer to a check."""
    number, poll = decision.number, secret.poll_id(decision)
    found = parts(ctx, typed)
    if found.code is None:
        return text("secret-check-code", number=number)
    key = secret.key_of(poll, *found.code)
    kept = {each.key: each for each in ctx.room.secrets.ballots(number)}.get(key)
    seals = seals_of(ctx, number)
    if seals is None:
        return text("secret-check-early", number=number, kept="yes" if kept else "no", closes=decision.closes)
    given = read(ctx.words, decision, found.answer) if found.answer else None
    if given is not None:
        tried = [secret.write(decision, given)]
    else:
        tried = [kept.choice] if kept is not None else list(secret.single_choices(decision))
    for choice in tried:
        sealed = Sealed(key, choice)
        if (seal := secret.seal_of(poll, sealed)) in seals:
            how = recompute(poll, found.code, choice)
            return text("secret-check-found", number=number, seal=seal, choice=choice_of(decision, sealed), command=how)
    return text(
        "secret-check-missing",
        number=number,
        choice="" if given is None else said(decision, given),
        single="yes" if decision.takes == "choice" else "no",
        command=recompute(poll, found.code, tried[0] if given is not None else "YOUR-VOTE"),
    )


def choice_of(decision: Decision, sealed: Sealed) -> Text:
    """A sealed choice in words."""
    return said(decision, secret.read(decision, sealed))


def recompute(poll: str, code: tuple[str, str], choice: str) -> str:
    """What prints the seal of a ballot on any computer."""
    word, letters = code
    return python(f"{HASH};print(H('{poll}','{choice}',H('{poll}','{word}','{letters}')))")


def closing(ctx: Context, number: int) -> Entry | None:
    """The entry that closed a vote."""
    return next((each for each in reversed(ctx.room.record.about(number)) if each.kind == "closed"), None)


def seals_of(ctx: Context, number: int) -> frozenset[str] | None:
    """The published seals, or `None` where the vote is still open."""
    entry = closing(ctx, number)
    return None if entry is None else frozenset(entry.data.get("seals", ()))


def provisional(ctx: Context, number: Number) -> Decision:
    """Vote `number`, whose result this scrutineer may confirm or dispute now. Raises `Refused`."""
    decision = existing(ctx, number)
    if decision.secrecy is not Secrecy.SECRET:
        raise Refused("secret-check-open", number=number)
    if closing(ctx, number) is None:
        raise Refused("secret-not-closed", number=number)
    people = scrutineers(ctx, decision)
    if ctx.sender.id not in people:
        raise Refused("secret-not-scrutineer", number=number, scrutineers=tuple(ctx.room.person(each) for each in people))
    entries = ctx.room.record.about(number)
    # By the seals, not by the ballots: those are in no backup that was put back, and the scrutineers have theirs.
    if not seals_of(ctx, number) or any(entry.kind == "final" for entry in entries):
        raise Refused("secret-final-already", number=number)
    mine = ctx.room.record.person(ctx.sender.id)
    if any(entry.kind in {"confirmed", "disputed"} and entry.data["by"] == mine for entry in entries):
        raise Refused("secret-counted-already", number=number)
    return decision


def judged(ctx: Context, decision: Decision, kind: str, because: str = "") -> None:
    """What a scrutineer found, as an entry."""
    texts = {"question": decision.question, **({"reason": because} if because else {})}
    ctx.room.record.append(kind, ctx.sent, {"number": decision.number, "by": ctx.room.record.person(ctx.sender.id)}, texts)


@command("confirm")
def confirm(ctx: Context, number: Number) -> Answer:
    """A scrutineer counted again and found the same. The result is final unless another disputes it."""
    decision = provisional(ctx, number)
    judged(ctx, decision, "confirmed")
    answers: list[Output] = [Post(text("secret-confirmed", number=number, person=ctx.sender), number)]
    if not any(entry.kind == "disputed" for entry in ctx.room.record.about(number)):
        answers.append(finished(ctx, decision))
    return [*answers, *thanks(ctx)]


def thanks(ctx: Context) -> list[Output]:
    """An answer where it was typed, if that was not the room."""
    return [text("secret-thanks")] if ctx.direct else []


@command("dispute")
def dispute(ctx: Context, number: Number, *, because: Because = None) -> Answer:
    """A scrutineer found something else, and says what. The ballots are kept for longer, so that the group can look."""
    decision = provisional(ctx, number)
    if not because:
        raise Refused("secret-dispute-because", number=number)
    judged(ctx, decision, "disputed", because)
    until = ctx.now + WHILE_DISPUTED
    ctx.room.schedule("final", number, until)
    return [Post(text("secret-disputed", number=number, person=ctx.sender, reason=because, until=until), number), *thanks(ctx)]


@follow("due final")
def final(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The time to confirm is over."""
    del at
    decision = ctx.room.decisions.get(number)
    return None if decision is None else finished(ctx, decision)


def finished(ctx: Context, decision: Decision) -> Post:
    """The result is final, and the ballots are deleted: who confirmed or disputed stays with the seals."""
    number, record = decision.number, ctx.room.record
    kinds = [entry.kind for entry in record.about(number)]
    confirmed, disputed = kinds.count("confirmed"), kinds.count("disputed")
    ctx.room.secrets.forget(number)
    ctx.room.unschedule("final", number)
    data = {"number": number, "confirmed": confirmed, "disputed": disputed}
    record.append("final", ctx.now, data, {"question": decision.question})
    return Post(text("secret-final", number=number, confirmed=confirmed, disputed=disputed), number)
