"""Setting something for the whole room: one member asks and it counts at once; one objection turns it back and makes it a proposal."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from commands import settings
from commands.answers import Answer, Output, Post
from commands.entries import person_of, tells
from commands.kit import Lines, OptionalRest, command, follow
from commands.matters import objected, shown, sound, stopped
from commands.motions import declare, vote_of
from commands.ports import Context, Entry
from commands.provisional import deciding, followed, settled, takes_effect, turn_back, undecided, what_next
from commands.settings import GLIMPSE, LAST, SETTINGS, Setting, said_words
from commands.show import history
from commands.titles import titles
from policies.form import COUNT, NOTHING, WHO, WORDS, either, one_of
from policies.model import Lines as Listing
from policies.model import Refused, Text, shortened, text
from policies.motion import Motion
from policies.provisional import FRESH, STATES
from policies.setting import SettingChange, made, subject


@command("set")
def set_(ctx: Context, words: OptionalRest, lines: Lines) -> Answer:
    """Set something for the whole room, or see what it is set to."""
    if not words:
        return settings_shown(ctx)
    found, typed = called(ctx, words)
    return changing(ctx, found, "\n".join(filter(None, (typed, *lines))))


@command("set language")
def set_language(ctx: Context, typed: OptionalRest) -> Answer:
    """The language of the room."""
    return changing(ctx, settings.language, typed)


@command("set zone")
def set_zone(ctx: Context, typed: OptionalRest) -> Answer:
    """The time zone of the room."""
    return changing(ctx, settings.zone, typed)


@command("set quiet hours")
def set_quiet_hours(ctx: Context, typed: OptionalRest) -> Answer:
    """The quiet hours of the room."""
    return changing(ctx, settings.quiet_hours, typed)


@command("show settings")
def show_settings(ctx: Context) -> Answer:
    """What the room has set, since when, and who asked for it."""
    return settings_shown(ctx)


def settings_shown(ctx: Context) -> Text:
    """All settings, one a line."""
    return text("settings", settings=Listing(tuple(line_of(ctx, each) for each in SETTINGS.values())))


def line_of(ctx: Context, one: Setting) -> Text:
    """One setting: its value, and where that comes from."""
    number = last(ctx, one.name)
    matter = ctx.room.matters.get(number) if number is not None else None
    values: dict[str, Any] = {"name": one.title, "value": one.shown(one.value(ctx)), "number": number or 0}
    match matter:
        case SettingChange(state="fresh") if matter.after == one.value(ctx):
            return text("settings-line", **values, since=matter.at, person=ctx.room.person(matter.proposer), how="asked")
        case Motion():
            return text("settings-line", **values, since=vote_of(ctx, matter).ended, person=None, how="decided")
        case _:
            return text("settings-line", **values, since=None, person=None, how="default")


def called(ctx: Context, words: str) -> tuple[Setting, str]:
    """The setting that the longest name at the beginning of `words` means, and what stands after it. Raises `Refused`."""
    best: tuple[int, Setting] | None = None
    for one in SETTINGS.values():
        for name in ctx.words.option(f"setting-{one.name}"):
            match = re.match(rf"{re.escape(name)}(?:\s*[:=]\s*|\s+|$)", words, re.IGNORECASE)
            if match and (best is None or match.end() > best[0]):
                best = match.end(), one
    if best is None:
        raise Refused("set-unknown", words=words)
    return best[1], words[best[0] :].strip()


def changing(ctx: Context, one: Setting, typed: str) -> Answer:
    """Set it, at once, or say what it is now where nothing was typed. Raises `Refused`."""
    before = one.value(ctx)
    if not typed:
        now = text("set-whole", words=before) if one.shown is said_words and before else one.shown(before)
        return text("set-now", name=one.title, value=now, about=text(f"setting-{one.name}"))
    settled(ctx)
    after = one.read(ctx, typed)
    if after == before:
        raise Refused("set-same", name=one.title, value=one.shown(after))
    undecided(ctx, subject(one.name), lambda motion: bool(change_of(ctx, motion).after == after))
    words = shortened(" ".join(typed.split()), GLIMPSE)
    change = made(ctx.room.next_number(), one.name, words, ctx.sender.id, before, after, ctx.sent, latest(ctx, one.name))
    ctx.room.matters.save(change)
    keep(ctx, one, after, change.number)
    note(ctx, "setting", change, {"before": json.dumps(before), "after": json.dumps(after)})
    said = text(
        "set-changed",
        number=change.number,
        person=ctx.sender,
        name=one.title,
        before=one.shown(before),
        after=one.shown(after),
        at=change.stands,
        back="yes" if change.back else "no",
    )
    answers: list[Output] = [Post(said, change.number)]
    if ctx.direct:
        answers.append(text("set-taken", number=change.number, group=ctx.room.name))
    return answers


def keep(ctx: Context, one: Setting, after: Any, number: int) -> None:
    """Set it, by the change or the decision `number`."""
    one.put(ctx, after)
    ctx.room.keep_setting(f"{LAST}{one.name}", number)


def last(ctx: Context, name: str) -> int | None:
    """The number of what set it last."""
    found: int | None = ctx.room.setting(f"{LAST}{name}")
    return found


def latest(ctx: Context, name: str) -> SettingChange | None:
    """The change that set it last, where that was a member's."""
    number = last(ctx, name)
    matter = ctx.room.matters.get(number) if number is not None else None
    return matter if isinstance(matter, SettingChange) else None


def note(ctx: Context, kind: str, change: SettingChange, texts: dict[str, str], **data: Any) -> None:
    """Record what the sender did to a setting."""
    record = ctx.room.record
    entry = {"number": change.number, "by": record.person(ctx.sender.id), "setting": change.name, **data}
    record.append(kind, ctx.sent, entry, {"question": change.question, **texts})


# What is done to a change


def current(ctx: Context, change: SettingChange) -> Setting:
    """The setting of a change that is still what set it last. Raises `Refused` for one that another has followed."""
    number = last(ctx, change.name)
    if change.state == FRESH and number is not None and number != change.number:
        raise Refused("set-superseded", number=change.number, later=number)
    return SETTINGS[change.name]


@objected.register
def turned_back(change: SettingChange, ctx: Context, reason: str) -> Answer:
    """One objection in time turns it back, at once, and makes it a proposal of whoever asked."""
    one = current(ctx, change)
    if ctx.sender.id == change.proposer:
        return taken_back(change, ctx)
    values = {"setting": one.name, "change": change.number}
    undone, put = turn_back(ctx, change, reason, SET, question=change.question, values=values)
    ctx.room.matters.save(undone)
    one.put(ctx, change.held)
    note(ctx, "setting-undone", change, {"reason": reason, "after": json.dumps(change.held)}, second=undone.second)
    said = text(
        "set-undone",
        number=change.number,
        name=one.title,
        person=ctx.sender,
        reason=reason,
        value=one.shown(change.held),
        next=what_next(ctx, undone),
    )
    return [Post(said, change.number), *put]


@stopped.register
def taken_back(change: SettingChange, ctx: Context) -> Answer:
    """Whoever asked for it takes it back."""
    one = current(ctx, change)
    ctx.room.matters.save(change.stopping(ctx.sender.id, ctx.sent))
    one.put(ctx, change.held)
    note(ctx, "setting-stopped", change, {"after": json.dumps(change.held)})
    return Post(text("set-stopped", number=change.number, name=one.title, person=ctx.sender, value=one.shown(change.held)), change.number)


@shown.register
def change_shown(change: SettingChange, ctx: Context) -> Answer:
    """What was changed, and what became of it."""
    one = SETTINGS[change.name]
    return text(
        "set-shown",
        number=change.number,
        name=one.title,
        person=ctx.room.person(change.proposer),
        before=one.shown(change.before),
        after=text("set-whole", words=change.after) if one.shown is said_words and change.after else one.shown(change.after),
        open="yes" if change.open_at(ctx.sent) and not change.back and last(ctx, change.name) == change.number else "no",
        at=change.stands,
        history=history(ctx, change.number),
    )


# The proposal that an objection makes of it


def change_of(ctx: Context, motion: Motion) -> SettingChange:
    """The change that a proposal asks to make again."""
    change = ctx.room.matters.get(motion.values["change"])
    assert isinstance(change, SettingChange)
    return change


def set_by(ctx: Context, motion: Motion) -> None:
    """Set what a proposal asked for."""
    change = change_of(ctx, motion)
    keep(ctx, SETTINGS[change.name], change.after, motion.number)


@follow("due setting")
def due(ctx: Context, *, number: int, at: datetime) -> Answer:
    """What the group decided takes effect."""
    del at
    takes_effect(ctx, number, set_by)
    return None


SET = declare(deciding("setting", set_by))


@titles("setting", setting=one_of(SETTINGS), change=COUNT)
def _title(values: Any) -> dict[str, Any]:
    return {"name": text(f"word-setting-{values['setting']}")}


@sound.register
def can_be_turned_back(change: SettingChange) -> bool:
    """Whether it is about a setting of this program, and its values are such."""
    values = (change.before, change.after, change.held)
    return one_of(STATES)(change.state) and one_of(SETTINGS)(change.name) and all(map(either(NOTHING, SETTINGS[change.name].form), values))


# What the record tells


OF_ALL = {"by": WHO, "setting": WORDS}


@tells("setting", **OF_ALL)
@tells("setting-undone", second=either(COUNT, NOTHING), **OF_ALL)
@tells("setting-stopped", **OF_ALL)
def _told(entry: Entry) -> dict[str, Any]:
    one = SETTINGS.get(entry.data["setting"])
    values: dict[str, Any] = {"person": person_of(entry, entry.data["by"])}
    values["name"] = one.title if one else entry.data["setting"]
    values["follows"] = followed(entry)
    for name in ("before", "after"):
        words = entry.texts.get(name)
        values[name] = None if words is None or one is None else one.told(words)
    return values
