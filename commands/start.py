"""`start`: the talk in which a group drafts its charter, and the vote that adopts it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from commands.answers import Announce, Answer, Output, Post, Retire
from commands.charters import role_name
from commands.decide import understood
from commands.entries import tells
from commands.kit import Lines as TypedLines
from commands.kit import OptionalRest, Whole, command, follow
from commands.matters import line, replied_late, replied_to, shown, sound, stopped, unannounced
from commands.me import zones
from commands.motions import Change, declare, put_motion
from commands.ports import Context, Entry
from commands.resources import look_again
from commands.review_days import arrange
from commands.settings import KEPT, form_of
from commands.titles import as_it_is, titles
from policies import when
from policies.charter import adopting_rule
from policies.charters import EMPTY
from policies.decision import Outcome
from policies.form import COUNT, LANGUAGE_CODE, NOTHING, TIME, either
from policies.model import Lines, Refused, Text, text
from policies.motion import Motion
from policies.rules import GUIDELINES
from policies.start import (
    ABOUT,
    ASIDE,
    CHARTER,
    CHECKED,
    DRAFT,
    EMERGENCY,
    HELPLINES,
    LANGUAGE,
    MEANWHILE,
    PATIENCE,
    PUT,
    TALKING,
    ZONE,
    Start,
)

SUBJECT = "charter"
LATEST = "start"
"""The setting that holds the number of the newest talk."""
KEPT[LATEST] = COUNT
FACILITATOR = "facilitator"
_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


@command("start")
def start(ctx: Context, words: OptionalRest, lines: TypedLines) -> Answer:
    """Begin the talk about the group's charter, go on with it, or answer its question."""
    refuse_now(ctx)
    talk = latest(ctx)
    if len(ctx.room.members()) == 1:
        raise Refused("start-alone")
    typed = "\n".join((words, *lines)).strip()
    if typed and talk is not None and talk.state != PUT:
        outputs = answered(ctx, talk, typed, mark="")
        if outputs is None:
            raise Refused("start-draft-unclear", number=talk.number)
        return _done(ctx, outputs)
    if talk is not None and talk.state != PUT:
        return _done(ctx, ask(ctx, talk, text("start-goes-on")))
    return _done(ctx, ask(ctx, begun(ctx, talk), text("start-begun" if talk is None else "start-again")))


@command("propose charter")
def propose_charter(ctx: Context, words: Whole) -> Answer:
    """A charter that was written elsewhere, as a whole: it becomes the draft, for all to read, before anybody votes on it."""
    refuse_now(ctx)
    if len(ctx.room.members()) == 1:
        raise Refused("start-alone")
    draft = ctx.charters.read(words).draft
    talk = latest(ctx)
    if talk is None or talk.state == PUT:
        talk = begun(ctx, talk)
    spoken = draft.language if draft.language in ctx.words.languages else talk.language
    talk = replace(talk, step=DRAFT, about=draft.about, language=spoken)
    talk = talk.bringing(draft, (talk.charter or EMPTY, language_of(ctx, talk)))
    return _done(ctx, ask(ctx, talk, text("start-noted-file", name=draft.name, person=ctx.sender)))


def _done(ctx: Context, outputs: list[Output]) -> list[Output]:
    return [*outputs, text("start-in-room", group=ctx.room.name)] if ctx.direct else outputs


def begun(ctx: Context, before: Start | None) -> Start:
    """A new talk under a number of its own: from the beginning, or at the draft of the one `before`."""
    number = ctx.room.next_number()
    ctx.room.keep_setting(LATEST, number)
    return before.again(number, ctx.sender.id) if before else Start(number, ctx.sender.id)


def latest(ctx: Context) -> Start | None:
    """The newest talk of the group."""
    number = ctx.room.setting(LATEST)
    found = ctx.room.matters.get(number) if isinstance(number, int) else None
    return found if isinstance(found, Start) else None


def refuse_now(ctx: Context) -> None:
    """Raises `Refused` where there is nothing to start: a charter is being voted on, or was adopted."""
    votes = [each for each in ctx.room.matters.motions(SUBJECT) if each.under_way]
    if votes:
        raise Refused("start-voting", number=votes[-1].number)
    adopted = ctx.room.charter.get().adopted
    if adopted is not None:
        raise Refused("start-adopted-already", number=adopted)


def ask(ctx: Context, talk: Start, said: Text | None = None) -> list[Output]:
    """Ask the question that is next, after what is `said` to the answer before. Replies to older questions are late from here on."""
    talk = talk.at(ctx.sent)
    if talk.step == DRAFT:
        talk = drafted(ctx, talk)
    ctx.room.matters.save(talk)
    ctx.room.schedule("start", talk.number, ctx.sent + PATIENCE)
    return [Retire(talk.number), Announce(talk.number, question(ctx, talk, said), language=talk.language)]


def question(ctx: Context, talk: Start, said: Text | None = None) -> Text:
    """The question of a step, with what was answered to it before."""
    place, count = talk.steps.index(talk.step) + 1, len(talk.steps)
    return text(f"start-ask-{talk.step}", number=talk.number, said=said, place=place, count=count, **ASKED[talk.step](ctx, talk))


def _charters(ctx: Context, talk: Start) -> dict[str, Any]:
    offers = ctx.charters.offered(language_of(ctx, talk))
    chosen = ctx.charters.get(talk.charter, language_of(ctx, talk)) if talk.charter else None
    listed = tuple(text("start-charter", name=each.draft.name, suits=each.suits) for each in offers)
    return {"charters": Lines(listed, 1), "have": chosen.draft.name if chosen else ""}


def _languages(ctx: Context, talk: Start) -> dict[str, Any]:
    named = tuple(text(f"language-{each}") for each in ctx.words.languages)
    return {"languages": Lines(named, 1), "have": text(f"language-{talk.language}") if talk.language else None}


def _draft(_: Context, talk: Start) -> dict[str, Any]:
    draft = talk.draft
    assert draft is not None
    return {
        "name": draft.name,
        "about": draft.about,
        "guidelines": Lines(draft.guidelines, 1),
        "roles": tuple(role_name(each.name) for each in draft.roles),
        "rules": tuple(text(f"kind-{kind}") for kind in draft.rules),
        "language": text(f"language-{talk.language}") if talk.language else None,
        "zone": talk.zone,
        **numbers(talk),
    }


def numbers(talk: Start) -> dict[str, Any]:
    """The numbers for an emergency, as texts show them."""
    return {
        "emergency": talk.emergency,
        "helplines": Lines(talk.helplines),
        "checked": date.fromisoformat(talk.checked) if talk.checked else None,
    }


ASKED: Mapping[str, Callable[[Context, Start], Mapping[str, Any]]] = {
    ABOUT: lambda _, talk: {"have": talk.about},
    CHARTER: _charters,
    LANGUAGE: _languages,
    ZONE: lambda ctx, talk: {"have": talk.zone, "zone": ctx.room.zone},
    EMERGENCY: lambda ctx, talk: {"have": talk.emergency, "known": ctx.about.emergency},
    HELPLINES: lambda _, talk: {"have": Lines(talk.helplines)},
    CHECKED: lambda _, talk: {"have": numbers(talk)["checked"]},
    DRAFT: _draft,
}
"""For each question the values of its text."""

def language_of(ctx: Context, talk: Start) -> str:
    """The language of the charter: what was chosen, else the room's."""
    return talk.language or ctx.room.language


def drafted(ctx: Context, talk: Start) -> Start:
    """The talk with its draft, which the group can read as such from now on."""
    key, language = talk.charter or EMPTY, language_of(ctx, talk)
    starter = ctx.charters.get(key, language)
    assert starter is not None
    talk = talk.drafting(replace(starter.draft, about=talk.about or starter.draft.about), (key, language))
    ctx.room.charter.save(replace(ctx.room.charter.get(), draft=talk.draft))
    return talk


@replied_to.register
def in_reply(talk: Start, ctx: Context, body: str) -> Answer:
    """A reply to the question in the room is its answer. To the draft most replies are talk, and to one that is voted on all are."""
    return None if talk.state == PUT else answered(ctx, talk, body, mark=":")


@replied_late.register
def too_late(talk: Start, ctx: Context) -> Answer:
    """Somebody replied to a question that another has just answered; later on, replies to it are talk."""
    if talk.state != TALKING or talk.moved is None or ctx.sent - talk.moved > MEANWHILE:
        return None
    return text("start-answered-already")


def answered(ctx: Context, talk: Start, words: str, *, mark: str) -> list[Output] | None:
    """Take an answer to the question of the step, or go on or back without one. Raises `Refused`.

    `mark` is what must stand before the new words of a guideline, so that nobody changes one in passing. `None`: the words are no
    answer to the draft.
    """
    refuse_now(ctx)
    typed = words.strip().strip("`").casefold().rstrip(" .!")
    if typed in ctx.words.option("start-back"):
        return ask(ctx, talk.back(), text("start-went-back"))
    if typed in ctx.words.option("start-stop"):
        raise Refused("start-stop-how", number=talk.number)
    if typed in ctx.words.option("start-skip"):
        if talk.step == DRAFT:
            raise Refused("start-draft-unclear", number=talk.number)
        return ask(ctx, talk.forward(), text("start-skipped"))
    if talk.step == DRAFT:
        return _changed_draft(ctx, talk, words.strip().strip("`"), typed, mark)
    after, said = TAKES[talk.step](ctx, talk, words)
    return ask(ctx, after.forward(), said)


def _describes(_: Context, talk: Start, words: str) -> tuple[Start, Text]:
    after = talk.describing(words)
    return after, text("start-noted-about", words=after.about)


def _chooses(ctx: Context, talk: Start, words: str) -> tuple[Start, Text]:
    offers = ctx.charters.offered(language_of(ctx, talk))
    wanted = " ".join(words.strip(" .`").removeprefix("#").split()).casefold()
    chosen = [each for place, each in enumerate(offers, 1) if wanted in {str(place), each.key, each.draft.name.casefold()}]
    # "peer support" or "grief" is enough where only one name holds it.
    chosen = chosen or [each for each in offers if len(wanted) > len("the") and wanted in f"{each.key.replace('-', ' ')} {each.draft.name.casefold()}"]
    if len(chosen) != 1:
        names = tuple(each.draft.name for each in offers)
        raise Refused("start-charter-unknown", words=words, names=names, count=len(offers))
    return replace(talk, charter=chosen[0].key), text("start-noted-charter", name=chosen[0].draft.name)


def _speaks(ctx: Context, talk: Start, words: str) -> tuple[Start, Text]:
    wanted, known = words.strip(" .`"), ctx.words.languages
    place = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < len("100") else 0
    code = known[place - 1] if 1 <= place <= len(known) else ctx.words.language(wanted)
    if code is None:
        raise Refused("start-language-unknown", words=words, known=tuple(text(f"language-{each}") for each in known))
    return replace(talk, language=code), text("start-noted-language", language=text(f"language-{code}"))


def _lives(_: Context, talk: Start, words: str) -> tuple[Start, Text]:
    found = zones(words.strip(" .`"))
    if len(found) != 1:
        raise Refused("start-zone-which" if found else "start-zone-unknown", words=words, choices=tuple(found[:5]))
    return replace(talk, zone=found[0]), text("start-noted-zone", zone=found[0])


def _calls(_: Context, talk: Start, words: str) -> tuple[Start, Text]:
    after = talk.calling(words)
    return after, text("start-noted-emergency", number=after.emergency)


def _helps(_: Context, talk: Start, words: str) -> tuple[Start, Text]:
    after = talk.helped_by(words.split("\n"))
    return after, text("start-noted-helplines", count=len(after.helplines))


def _checks(ctx: Context, talk: Start, words: str) -> tuple[Start, Text]:
    today = ctx.sent.astimezone(ZoneInfo(talk.zone or ctx.room.zone)).date()
    day = day_of(ctx, words.strip(" `"), today)
    if day is None:
        raise Refused("start-day-unclear", words=words, today=today.isoformat())
    return talk.checked_on(day, today), text("start-noted-checked", day=day)


def day_of(ctx: Context, words: str, today: date) -> date | None:
    """The day that is meant: as `2026-11-27`, `27.11.2026`, or in words."""
    typed = words.casefold().rstrip(" .!")
    if typed in ctx.words.option("start-today"):
        return today
    if typed in ctx.words.option("start-yesterday"):
        return today - timedelta(days=1)
    match = _DAY.fullmatch(typed)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(typed)
    except ValueError:
        read = understood(ctx, words)
        return read.date if isinstance(read, when.DateOnly) else None


TAKES: Mapping[str, Callable[[Context, Start, str], tuple[Start, Text]]] = {
    ABOUT: _describes,
    CHARTER: _chooses,
    LANGUAGE: _speaks,
    ZONE: _lives,
    EMERGENCY: _calls,
    HELPLINES: _helps,
    CHECKED: _checks,
}
"""For each question how its answer is taken: the talk after it, and what is said to it."""


def _changed_draft(ctx: Context, talk: Start, words: str, typed: str, mark: str) -> list[Output] | None:
    """The draft goes to the vote, or one of its guidelines is changed, added or left out. `None`: neither."""
    if typed in ctx.words.option("start-vote"):
        return put(ctx, talk)
    begins = {name: "|".join(map(re.escape, ctx.words.option(f"start-{name}"))) for name in ("without", "new")}
    if match := re.fullmatch(rf"(?:{begins['without']})\s+#?(\d{{1,2}})", typed):
        after = talk.rewording(int(match[1]), "")
        return edited(ctx, after, text("start-left-out", number=int(match[1]), count=len(after.guidelines)))
    if match := re.fullmatch(rf"(?:{begins['new']}){mark}\s+(.+)", words, re.DOTALL | re.IGNORECASE):
        after = talk.adding(match[1])
        return edited(ctx, after, text("start-added", number=len(after.guidelines), words=after.guidelines[-1]))
    if match := re.fullmatch(rf"#?(\d{{1,2}})(?:[.:)]|{mark})\s+(.+)", words, re.DOTALL):
        after, place = talk.rewording(int(match[1]), match[2]), int(match[1])
        return edited(ctx, after, text("start-reworded", number=place, words=after.guidelines[place - 1]))
    return None


def edited(ctx: Context, talk: Start, said: Text) -> list[Output]:
    """The draft has changed: only what changed is said, and what can be done next. A reply to that is about the draft too."""
    talk = drafted(ctx, talk.at(ctx.sent))
    ctx.room.matters.save(talk)
    ctx.room.schedule("start", talk.number, ctx.sent + PATIENCE)
    return [Announce(talk.number, text("start-draft-changed", number=talk.number, said=said), language=talk.language)]


def put(ctx: Context, talk: Start) -> list[Output]:
    """Put the draft to the vote. From here on it stays as it is."""
    if len(ctx.room.members()) == 1:
        raise Refused("start-alone")
    talk = drafted(ctx, talk)
    assert talk.draft is not None
    values = {"start": talk.number, "guidelines": len(talk.draft.guidelines)}
    by = adopting_rule(ctx.room.charter.get(), talk.draft, ctx.sent)
    outputs = put_motion(ctx, ADOPT, kind=GUIDELINES, question=talk.draft.name, values=values, subject=SUBJECT, by=by)
    ctx.room.matters.save(talk.put())
    ctx.room.unschedule("start", talk.number)
    return [Retire(talk.number), *outputs]


def talk_of(ctx: Context, motion: Motion) -> Start:
    """The talk whose draft a motion is about."""
    talk = ctx.room.matters.get(motion.values["start"])
    assert isinstance(talk, Start)
    return talk


def adopt(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> None:
    """The charter holds from `at` on; the group's language, zone and numbers are set."""
    del outcome
    talk, room = talk_of(ctx, motion), ctx.room
    draft = talk.draft
    assert draft is not None
    adopted = room.charter.get().adopting(draft, at, motion.number)
    room.charter.save(adopted)
    arrange(ctx, adopted)
    wanted = {
        "language": talk.language or None,
        "zone": talk.zone or None,
        "emergency": {"number": talk.emergency, "helplines": list(talk.helplines), "checked": talk.checked}
        if talk.emergency or talk.helplines
        else None,
    }
    chosen = {name: value for name, value in wanted.items() if value is not None}
    room.matters.save(replace(talk, former=json.dumps({name: room.setting(name) for name in chosen})))
    for name, value in chosen.items():
        room.keep_setting(name, value)
    if "emergency" in chosen:
        look_again(ctx, at)
    texts = {"question": draft.name, "about": draft.about}
    texts |= {f"guideline-{place}": words for place, words in enumerate(draft.guidelines, 1)}
    data = {"number": motion.number, "from": at.isoformat(), "language": draft.language, "guidelines": len(draft.guidelines)}
    room.record.append("charter-adopted", ctx.now, data, texts)


titles("charter", start=COUNT, guidelines=COUNT)(as_it_is)


@tells("charter-adopted", language=LANGUAGE_CODE, guidelines=COUNT, **{"from": TIME})
def _adopted(entry: Entry) -> dict[str, Any]:
    return {"count": entry.data["guidelines"], "from": datetime.fromisoformat(entry.data["from"])}


def undo(ctx: Context, motion: Motion) -> None:
    """Enough objected: the charter, and what was set with it, is as it was."""
    talk, room = talk_of(ctx, motion), ctx.room
    for guideline in room.charter.get().guidelines:
        room.unschedule("review", guideline.number)
    room.charter.save(room.charter.get().undone(motion.number))
    for name, value in json.loads(talk.former or "{}").items():
        room.keep_setting(name, value)


def told(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> tuple[Output, ...]:
    """The charter was adopted: from when it holds, and the one next step. Nobody is appointed."""
    del outcome
    draft = talk_of(ctx, motion).draft
    assert draft is not None
    elects = any(each.name == FACILITATOR for each in draft.roles)
    later = at if at > ctx.now else None
    return (Post(text("start-adopted", name=draft.name, number=motion.number, later=later, elects="yes" if elects else "no"), motion.number),)


def missed(ctx: Context, motion: Motion, at: datetime, outcome: Outcome) -> tuple[Output, ...]:
    """The charter was not adopted: how to go on from the draft."""
    del ctx, at, outcome
    return (Post(text("start-not-adopted"), motion.number),)


ADOPT = declare(Change(SUBJECT, adopt, undo, told=told, missed=missed))


@follow("due start")
def abandoned(ctx: Context, *, number: int, at: datetime) -> Answer:
    """Nobody has gone on with it for days: it is put aside, quietly."""
    del at
    _rests(ctx, number)
    return None


@unannounced.register
def never_asked(talk: Start, ctx: Context) -> Answer:
    """The question could not be put in the room: nothing can be said there."""
    _rests(ctx, talk.number)
    return None


def _rests(ctx: Context, number: int) -> None:
    talk = ctx.room.matters.get(number)
    if isinstance(talk, Start) and talk.state == TALKING:
        ctx.room.matters.save(talk.aside())
        ctx.room.unschedule("start", number)


@stopped.register
def taken_back(talk: Start, ctx: Context) -> Answer:
    """Whoever began it puts it aside; the answers stay, for whoever goes on with it."""
    if talk.state != TALKING:
        raise Refused("stop-over", number=talk.number)
    if talk.proposer != ctx.sender.id:
        raise Refused("start-stop-not-yours", number=talk.number)
    _rests(ctx, talk.number)
    return Post(text("start-put-aside", person=ctx.sender))


@line.register
def start_line(talk: Start, ctx: Context) -> Text | None:
    """A talk that waits for an answer."""
    del ctx
    if talk.state != TALKING:
        return None
    return text("start-line", number=talk.number, place=talk.steps.index(talk.step) + 1, count=len(talk.steps))


@sound.register
def can_be_talked_about(talk: Start) -> bool:
    """Whether its answers are such as somebody can give, and what adopting it replaced can be put back."""
    former = json.loads(talk.former or "{}")
    return talk.sound and all(either(NOTHING, form_of(name))(value) for name, value in former.items())


@shown.register
def start_shown(talk: Start, ctx: Context) -> Answer:
    """How far it has come."""
    del ctx
    state = "rests" if talk.state == ASIDE else talk.state
    place, count = talk.steps.index(talk.step) + 1, len(talk.steps)
    return text("start-shown", number=talk.number, about=talk.about, state=state, place=place, count=count)
