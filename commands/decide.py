"""Proposing a decision, changing and withdrawing it, and its end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from commands import seals, secret
from commands.answers import Announce, Answer, Direct, EndPoll, Output, Poll, Post, Retire, Status
from commands.ballots import label, letter, ways
from commands.kit import (
    AnyNumber,
    Hidden,
    InConsent,
    Lines,
    Needs,
    Number,
    OptionalRest,
    Ranked,
    Seats,
    Secret,
    SecretAnyway,
    Until,
    command,
    follow,
)
from commands.matters import (
    announced,
    changed,
    found,
    named,
    put_again,
    put_up_again,
    recorded,
    sequel,
    stopped,
    unannounced,
)
from commands.ports import Context
from commands.repeats import refuse_repeat
from commands.results import result_text, stamp, write_result
from commands.settings import quiet_hours
from commands.standing import how, listed, privacy, standing, turnout
from commands.vote import existing
from commands.voters import electorate
from policies import decision as rule
from policies import quiet, rules, when
from policies.decision import Decision, Secrecy
from policies.election import Election
from policies.lot import draw, seal
from policies.model import Mention, Refused, Text, text
from policies.sense import SenseCheck

NUDGE_FROM = timedelta(hours=6)
NUDGE_MOST = timedelta(hours=24)
NUDGE_LEAST = timedelta(minutes=30)
NUDGE_NAMES = 10
SHARE = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})|(\d{1,3})\s*(?:%|percent|prozent)", re.IGNORECASE)


@command("propose")
def propose(
    ctx: Context,
    question: OptionalRest,
    lines: Lines,
    *,
    until: Until = None,
    needs: Needs = None,
    seats: Seats = None,
    consent: InConsent = False,
    ranked: Ranked = False,
    hidden: Hidden = False,
    secretly: Secret = False,
    anyway: SecretAnyway = False,
) -> Answer:
    """Put a question to the group: it is announced and opens when the announcement is in the room."""
    options = rule.check_options(lines) if lines else ()
    places = count_of(seats) if seats is not None else 1
    method, given = way_of_deciding(options, consent=consent, ranked=ranked or places > 1, seats=places, needs=needs, ctx=ctx)
    usual = ctx.room.charter.get().rule(rules.EVERYDAY, ctx.sent)
    if not (options or consent or needs):
        method, given = usual.method, usual.given
    elif method == rule.CHOOSE:
        method = usual.choice
    proposed = rule.propose(
        question=question,
        proposer=ctx.sender.id,
        method=method,
        options=options,
        seats=places,
        given=given,
        secrecy=secret.secrecy(ctx, hidden=hidden, secretly=secretly or usual.secret, anyway=anyway),
        seed=ctx.chance,
        terms=rule.everyday(usual, method),
        now=ctx.sent,
        until=moment(ctx, until) if until else None,
        open_by_proposer=sum(each.proposer == ctx.sender.id for each in ctx.room.decisions.open()),
    )
    refuse_repeat(ctx, proposed)
    return put(ctx, proposed)


def put(ctx: Context, proposed: Decision) -> Answer:
    """Give a new decision its number and announce it."""
    numbered = replace(proposed, number=ctx.room.next_number())
    ctx.room.decisions.save(numbered)
    answers: list[Output] = [announcement(ctx, numbered)]
    if ctx.direct:
        answers.append(text("propose-taken", number=numbered.number, group=ctx.room.name))
    return answers


def way_of_deciding(
    options: tuple[str, ...], *, consent: bool, ranked: bool, seats: int, needs: str | None, ctx: Context
) -> tuple[str, Mapping[str, object]]:
    """The method and the stricter rules that the plain words of a proposal mean. Raises `Refused` where they contradict."""
    if options and (consent or needs):
        raise Refused("propose-options-and-consent")
    if not options and ranked:
        raise Refused("propose-ranked-options")
    if options:
        return (rule.RANK_SEVERAL if seats > 1 else rule.RANK if ranked else rule.CHOOSE), {}
    if consent and needs:
        raise Refused("propose-consent-and-needs")
    if consent:
        return rules.IN_CONSENT, {}
    return rule.threshold(share_of(ctx, needs)) if needs else (rules.MAJORITY, {})


def share_of(ctx: Context, phrase: str) -> Fraction:
    """The share that "needs ..." means. Raises `Refused` for what is none."""
    match = SHARE.fullmatch(phrase.strip(" ."))
    if match and match[3]:
        return Fraction(int(match[3]), 100)
    if match and int(match[2]):
        return Fraction(int(match[1]), int(match[2]))
    named = ctx.words.share(phrase)
    if named is None:
        raise Refused("propose-needs-unclear", phrase=phrase)
    return named


def count_of(phrase: str) -> int:
    """How many are to be elected."""
    match = re.match(r"\d{1,3}", phrase.strip())
    if not match:
        raise Refused("propose-seats-unclear", phrase=phrase)
    return int(match[0])


def moment(ctx: Context, phrase: str) -> datetime:
    """The closing time that `phrase` means to the person who typed it. A day alone means its end."""
    read = understood(ctx, phrase)
    match read:
        case when.Once():
            return read.at
        case when.DateOnly():
            return datetime.combine(read.date, time(23, 59), ZoneInfo(ctx.zone))
        case when.Every():
            raise Refused("until-repeats", phrase=phrase)
        case when.Ask():
            ends = [choice for choice in read.choices if not isinstance(understood(ctx, choice), when.Every)]
            if read.choices and not ends:
                raise Refused("until-repeats", phrase=phrase)
            choices = tuple(text("until-choice", when=choice) for choice in ends)
            raise Refused("until-unclear", phrase=phrase, why=Text(read.why, read.values), choices=choices)


def understood(ctx: Context, phrase: str) -> when.When:
    """What a person means who types `phrase` now, in their zone and in any language that the program speaks."""
    return when.read(phrase, now=ctx.sent, zone=ctx.zone, languages=(ctx.language, *ctx.words.languages))


def asked(ctx: Context, decision: Decision) -> Text | str:
    """The question of a vote as people read it: where it is a part of something, what that is about."""
    return named(ctx.room.matters.get(decision.number), ctx, decision.question)


def announcement(ctx: Context, decision: Decision) -> Poll | Announce:
    """The question in the room: the client's poll where it can be the ballot, else a message with the options."""
    number, labels = decision.number, tuple(label(decision, each) for each in decision.options)
    kind = decision.method if decision.method in rule.NAMED else "question"
    question = text(f"poll-{kind}", number=number, question=asked(ctx, decision))
    if not decision.polled:
        return Announce(
            number,
            text(
                "announce",
                question=question,
                options=listed(decision),
                how=how(decision),
                privacy=privacy(decision),
                seal=seal(decision.seed) if decision.choosing and decision.secrecy is not Secrecy.SECRET else "",
                person=ctx.room.person(decision.proposer),
            ),
        )
    keys = decision.options if not decision.choosing else tuple(letter(place) for place in range(len(labels)))
    return Poll(
        number=number,
        question=question,
        options=tuple(
            (key, each if isinstance(each, Text) else text("option-plain", option=each))
            for key, each in zip(keys, labels, strict=True)
        ),
        fallback=text("poll-fallback", question=question, options=listed(decision), how=how(decision)),
        most=len(decision.options) if decision.takes == "choices" else 1,
    )


@follow("posted poll")
def posted(ctx: Context, *, number: int) -> Answer:
    """The announcement came back in the timeline: its server time is when it begins."""
    return announced(ctx.room.matters.get(number), ctx)


@announced.register
def opened(decision: Decision, ctx: Context) -> Answer:
    """The vote is open from the server time of its announcement on."""
    if decision.status is not rule.Status.ANNOUNCED:
        return None
    return begun(ctx, decision.opening(ctx.sent, electorate(ctx, decision, ctx.sent)))


def begun(ctx: Context, decision: Decision) -> Answer:
    """A vote is open: everything that follows from that."""
    ctx.room.decisions.save(decision)
    arrange(ctx, decision)
    record_opening(ctx, decision)
    return standing(ctx, decision)


def record_opening(ctx: Context, decision: Decision) -> None:
    """The opening as an entry of the record."""
    record = ctx.room.record
    record.append(
        "opened",
        ctx.sent,
        {
            "number": decision.number,
            "version": decision.version,
            "proposer": record.person(decision.proposer),
            "method": decision.method,
            "options": list(range(len(decision.options))) if decision.choosing else list(decision.options),
            "seats": decision.seats,
            "rules": decision.rules,
            "secrecy": decision.secrecy,
            "seal": seal(decision.seed),
            **recorded(ctx.room.matters.get(decision.number), ctx),
            **(seals.opening(ctx, decision) if decision.secrecy is Secrecy.SECRET else {}),
            "eligible": len(decision.electorate),
            "electorate": record.roll(sorted(decision.electorate)),
            "closes": stamp(decision.closes),
        },
        record_texts(decision),
    )


def record_texts(decision: Decision) -> dict[str, str]:
    """The words of a decision that the record keeps apart, where they can be forgotten."""
    texts = {"question": decision.question}
    if decision.choosing:
        texts |= {f"option-{place}": name for place, name in enumerate(decision.options)}
    return texts


def arrange(ctx: Context, decision: Decision) -> None:
    """Set the closing and, where there is time for one, the quiet nudge before it."""
    assert decision.opened is not None
    assert decision.closes is not None
    ctx.room.schedule("close", decision.number, decision.closes)
    length = decision.closes - max(decision.opened, ctx.now)
    at = nudge_at(ctx, decision.closes - min(length / 4, NUDGE_MOST), decision.closes)
    if length >= NUDGE_FROM and at > ctx.now:
        ctx.room.schedule("nudge", decision.number, at)
    else:
        ctx.room.unschedule("nudge", decision.number)


def nudge_at(ctx: Context, at: datetime, closes: datetime) -> datetime:
    """When to remind people of a vote: not in the group's quiet hours but after them, or before if they last until its end."""
    night = quiet.hours(quiet_hours.value(ctx), at, ctx.room.zone)
    if night is None:
        return at
    begins, ends = night
    return ends if ends + NUDGE_LEAST <= closes else begins - NUDGE_LEAST


@follow("due nudge")
def nudge(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Once, before the end: those who have not voted are reminded; nobody else is pinged."""
    del at
    decision = ctx.room.decisions.get(number)
    if decision is None or decision.status is not rule.Status.OPEN or decision.secrecy is Secrecy.HIDDEN:
        return None
    if decision.closes is None or ctx.now >= decision.closes:
        # Woken after an outage that lasted until the end: nobody can vote any more.
        return None
    if decision.secrecy is Secrecy.SECRET:
        return secret.nudges(ctx, decision)
    if (later := nudge_at(ctx, ctx.now, decision.closes)) != ctx.now:
        # The quiet hours were set since. In the morning others may have voted, so what is said then is made then.
        if later > ctx.now:
            ctx.room.schedule("nudge", number, later)
        return None
    missing = sorted((decision.electorate - decision.voted) & ctx.room.members())
    if not missing:
        return None
    shown = [(ctx.room.person(each), ctx.directory.settings(each).nudges) for each in missing]
    people = tuple(Mention(person) if wants else person for person, wants in shown) if len(missing) <= NUDGE_NAMES else ()
    said = text("nudge", number=number, closes=decision.closes, people=people, count=len(missing), vote=ways(decision)[0])
    return Post(said, number, waits=True, useful=decision.closes)


@follow("due close")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """The closing time has come and everything sent in time has been read: count, record, tell."""
    decision = ctx.room.decisions.get(number)
    if decision is None or decision.status is not rule.Status.OPEN:
        return None
    secretly = decision.secrecy is Secrecy.SECRET
    closed, outcome = decision.closing(ctx.now, seals.ballots(ctx, decision) if secretly else None)
    if outcome.verdict is rule.Verdict.NO_QUORUM and not decision.short and not decision.extended:
        longer = decision.waiting_longer()
        ctx.room.decisions.save(longer)
        arrange(ctx, longer)
        needs = outcome.result.quorum_needed or 0
        said = text("secret-extended" if secretly else "extended", number=number, closes=longer.closes, voted=outcome.turnout, needed=needs)
        return [Post(said, number), standing(ctx, longer)]
    cast = seals.published(ctx, closed) if secretly else [act.event for act in closed.standing()]
    outcome, drawn = break_tie(closed, outcome, cast)
    ctx.room.decisions.save(closed)
    late = ctx.now - at
    answers = (seals.told if secretly else openly)(ctx, closed, outcome, late, drawn)
    if outcome.verdict is rule.Verdict.TIE:
        answers += runoff(ctx, closed, outcome)
    return answers


def openly(
    ctx: Context, decision: Decision, outcome: rule.Outcome, late: timedelta, drawn: tuple[str, ...]
) -> list[Output]:
    """Record and tell the result of a vote whose ballots bear names."""
    number, question = decision.number, asked(ctx, decision)
    write_result(ctx, decision, outcome, late, drawn)
    follows = sequel(ctx.room.matters.get(number), ctx, decision, outcome)
    return [
        EndPoll(number, text("poll-ended", number=number)),
        Post(result_text(ctx, decision, outcome, late, drawn, question=question, follows=follows.notes), number),
        Status(number, text("status-closed", number=number, voted=outcome.turnout, eligible=outcome.eligible), last=True),
        *follows.outputs,
    ]


def break_tie(decision: Decision, outcome: rule.Outcome, cast: Sequence[str]) -> tuple[rule.Outcome, tuple[str, ...]]:
    """A run-off that is tied again is decided by lot, from the seed that was sealed when it opened and from what was cast."""
    if outcome.verdict is not rule.Verdict.TIE or decision.runoff_of is None:
        return outcome, ()
    drawn = draw(decision.seed, cast, outcome.tied)
    seats = decision.seats - len(outcome.winners)
    return replace(outcome, verdict=rule.Verdict.CHOSEN, winners=(*outcome.winners, *drawn[:seats]), tied=()), drawn


def runoff(ctx: Context, decision: Decision, outcome: rule.Outcome) -> list[Output]:
    """A tie is never decided by an order of letters or time: the tied options go to a run-off, for the places that are left."""
    second = Decision(
        number=ctx.room.next_number(),
        question=decision.question,
        proposer=decision.proposer,
        method=rule.CHOOSE if decision.seats == 1 else decision.method,
        proposed=ctx.now,
        length=decision.closes - decision.opened if decision.closes and decision.opened else None,
        until=None,
        options=outcome.tied,
        seats=decision.seats - len(outcome.winners),
        secrecy=decision.secrecy,
        seed=ctx.chance,
        kind=decision.kind,
        terms=decision.terms,
        runoff_of=decision.number,
    )
    second = put_again(ctx.room.matters.get(decision.number), ctx, second)
    ctx.room.decisions.save(second)
    return [announcement(ctx, second)]


@follow("moved room")
def moved(ctx: Context) -> Answer:
    """The room was upgraded: polls stay behind in the old one, so each open vote is put up in the new one. Votes stand."""
    answers: list[Output] = []
    for decision in ctx.room.decisions.open():
        if decision.status is rule.Status.OPEN:
            answers.append(Retire(decision.number))
            # A poll that a member made has answer ids of its own, which another poll would not have.
            answers += [] if decision.keys else [announcement(ctx, decision)]
            answers.append(standing(ctx, decision))
    for matter in ctx.room.matters.open():
        answers += put_up_again(matter, ctx)
    return answers


@follow("undeliverable poll")
def refused(ctx: Context, *, number: int) -> Answer:
    """The server refused the announcement for good."""
    return unannounced(ctx.room.matters.get(number), ctx)


@unannounced.register
def never_opened(decision: Decision, ctx: Context) -> Answer:
    """The proposal never opened. In the room nothing can be said, so its proposer is told alone."""
    if decision.status is not rule.Status.ANNOUNCED:
        return None
    ctx.room.decisions.save(decision.stopping(decision.proposer, ctx.now))
    return Direct(decision.proposer, text("announce-refused", question=decision.question, group=ctx.room.name))


@command("stop", alone=True)
def stop(ctx: Context, number: AnyNumber) -> Answer:
    """Take something back: only whoever began it."""
    return stopped(found(ctx, number), ctx)


@stopped.register
def withdrawn(decision: Decision, ctx: Context) -> Answer:
    """Withdraw a proposal: only whoever proposed it."""
    number = decision.number
    ctx.room.decisions.save(decision.stopping(ctx.sender.id, ctx.sent))
    ctx.room.unschedule("close", number)
    ctx.room.unschedule("nudge", number)
    if decision.status is rule.Status.OPEN:
        record = ctx.room.record
        record.append(
            "stopped",
            ctx.sent,
            {
                "number": number,
                "by": record.person(ctx.sender.id),
                "turnout": turnout(ctx, decision),
                **recorded(ctx.room.matters.get(number), ctx),
            },
            {"question": decision.question},
        )
        ctx.room.secrets.forget(number)
    said = text("stopped", number=number, question=asked(ctx, decision), person=ctx.sender)
    answers: list[Output] = [EndPoll(number, text("poll-stopped", number=number)), Post(said, number)]
    if decision.status is rule.Status.OPEN:
        answers.append(Status(number, said, last=True))
    return answers


@command("change", alone=True)
def change(ctx: Context, number: AnyNumber, question: OptionalRest, *, until: Until = None) -> Answer:
    """`change 3 TEXT`: a new version, all ballots void. `change 3 until Sunday`: a later end, ballots stand."""
    return changed(found(ctx, number), ctx, question, until)


@changed.register
def amended(decision: Decision, ctx: Context, question: str, until: str | None) -> Answer:
    """A new version of a vote, or a later end."""
    number = decision.number
    if bool(until) == bool(question):
        raise Refused("change-one-thing", number=number)
    if until:
        extended = decision.extending(ctx.sender.id, moment(ctx, until))
        ctx.room.decisions.save(extended)
        arrange(ctx, extended)
        return [Post(text("change-longer", number=number, closes=extended.closes), number), standing(ctx, extended)]
    after = decision.amending(ctx.sender.id, question)
    void = turnout(ctx, decision)
    kind = "secret-change-new" if decision.secrecy is Secrecy.SECRET else "change-new"
    said = text(kind, number=number, before=decision.question, after=after.question, void=void)
    return renewed(ctx, decision, after, said)


@changed.register(Election)
@changed.register(SenseCheck)
def round_amended(matter: Election | SenseCheck, ctx: Context, question: str, until: str | None) -> Answer:
    """A vote that is a part of something answers for it."""
    return changed(existing(ctx, matter.number), ctx, question, until)


def renewed(ctx: Context, before: Decision, after: Decision, said: Text) -> list[Output]:
    """A new version: the old poll ends, what is answered to it no longer counts, and the new one is announced."""
    number = before.number
    ctx.room.decisions.save(after)
    ctx.room.unschedule("close", number)
    ctx.room.unschedule("nudge", number)
    record = ctx.room.record
    # What was objected to the version before is kept with the change: it tells later why the wording is what it is.
    concerns = [act for act in before.standing() if act.ballot and act.ballot.choice == rule.OBJECT]
    record.append(
        "changed",
        ctx.sent,
        {
            "number": number,
            "by": record.person(ctx.sender.id),
            "version": after.version,
            "method": after.method,
            "void": turnout(ctx, before),
            "concerns": [record.person(act.voter) for act in concerns],
            **recorded(ctx.room.matters.get(number), ctx),
        },
        {
            "before": before.question,
            "question": after.question,
            **{f"concern-{record.person(act.voter)}": str(act.ballot.reason) for act in concerns if act.ballot},
        },
    )
    ctx.room.secrets.forget(number)
    return [
        EndPoll(number, text("poll-old-version", number=number)),
        Retire(number),
        Post(said, number),
        announcement(ctx, after),
    ]


@command("not everyday")
def not_everyday(ctx: Context, number: Number) -> Answer:
    """One member says that a question is not an everyday one: it goes on in consent, for 7 days."""
    decision = existing(ctx, number)
    after = decision.stricter(ctx.sender.id, ctx.sent)
    said = text("not-everyday", number=number, person=ctx.sender, void=len(decision.voted))
    return renewed(ctx, decision, after, said)
