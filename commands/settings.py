"""What a room can set: each setting is declared once, in the module that uses it.

From then on it can be set, shown, objected to and recorded (`commands.set`):

    @setting("quiet-hours", shown=said_hours, form=HOURS, default=OFF)
    def quiet_hours(ctx: Context, typed: str) -> str:
        '''The JSON value that was typed. Raises `Refused` for what is none.'''

or in one line, for what is on or off:

    NOTICEBOARD = switch("noticeboard", default=False)

Its texts, in both languages: `word-setting-quiet-hours` (the value is its name as people read it, the attribute `words` has
all names that people type) and `setting-quiet-hours` (what it is for, with the command to type). What is in force is
`quiet_hours.value(ctx)`, or `value(ctx, "quiet-hours")`. A value may be kept elsewhere with `get` and `put`. Whether somebody may set
it is no question: every member may, and every other member can object. So nothing may be a setting that a rule of decision, a role or a guideline is made of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from commands.kit import to_type
from commands.me import zones
from commands.ports import Context
from policies import quiet
from policies.form import ANYTHING, COUNT, FLAG, LANGUAGE_CODE, WORDS, ZONE, Form, fits, like
from policies.model import Refused, Text, shortened, text

Read = Callable[[Context, str], Any]
Shown = Callable[[Any], Text]

SHORTEST_KEPT, LONGEST_KEPT = 7, 3650
"""Days."""
LONGEST_WORDS = 4000
GLIMPSE = 80
"""Letters of a long text that a list shows."""
SIGNS = "!.?$%&=~^,"
MOST_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a room can set. `read` is what was typed as a JSON value of the form `form`, `shown` such a value in words.

    `default` holds while nothing is set. `get` and `put` (`None`: nothing is set) are for what is stored elsewhere.
    """

    name: str
    read: Read
    shown: Shown
    form: Form
    default: Callable[[Context], Any]
    get: Callable[[Context], Any]
    put: Callable[[Context, Any], None]

    @property
    def title(self) -> Text:
        """Its name in words."""
        return text(f"word-setting-{self.name}")

    def told(self, written: str) -> Text | None:
        """A value that was written as JSON, in words; `None` for one that this program cannot read: another version's, or nobody's."""
        try:
            value = json.loads(written)
        except (ValueError, RecursionError):
            return None
        return self.shown(value) if fits(self.form, value) else None

    def value(self, ctx: Context) -> Any:
        """The value in force."""
        found = self.get(ctx)
        return self.default(ctx) if found is None else found


SETTINGS: dict[str, Setting] = {}
"""By name: all that a room can set. Each module that has a setting declares it here with `setting` or `switch`."""
KEPT: dict[str, Form] = {}
"""By name: what else is kept where settings are, and its form. Each module that keeps such a thing declares it here."""
LAST = "last "
"""Before the name of a setting: the number of what set it last."""


def setting(
    name: str,
    *,
    shown: Shown,
    form: Form,
    default: Any = None,
    get: Callable[[Context], Any] | None = None,
    put: Callable[[Context, Any], None] | None = None,
) -> Callable[[Read], Setting]:
    """Declare a setting by the function that reads it. `default` is a JSON value, or a function of the context."""

    def declare_it(read: Read) -> Setting:
        SETTINGS[name] = Setting(
            name,
            read,
            shown,
            form,
            default if callable(default) else lambda _: default,
            get or (lambda ctx: ctx.room.setting(name)),
            put or (lambda ctx, value: ctx.room.keep_setting(name, value)),
        )
        return SETTINGS[name]

    return declare_it


def form_of(name: str) -> Form:
    """The form of what is kept under a name; whatever it may be where this program keeps nothing there."""
    if name.startswith(LAST):
        return COUNT
    return SETTINGS[name].form if name in SETTINGS else KEPT.get(name, ANYTHING)


def switch(name: str, *, default: bool | Callable[[Context], bool]) -> Setting:
    """Declare a setting that is on or off."""
    return setting(name, shown=said_switch, form=FLAG, default=default)(switched)


def value(ctx: Context, name: str) -> Any:
    """The value of a setting that is in force in this room."""
    return SETTINGS[name].value(ctx)


# How values are read and said


def bare(typed: str) -> str:
    """A value without the small word that may stand before it: `to German`, `auf Deutsch`."""
    return re.sub(r"^(?:to|auf)\s+", "", typed.strip(), flags=re.IGNORECASE).strip(" .")


def means(ctx: Context, typed: str, word: str) -> bool:
    """Whether the words of the option `word` were typed."""
    return bare(typed).casefold() in ctx.words.option(word)


def switched(ctx: Context, typed: str) -> bool:
    """On or off. Raises `Refused`."""
    if means(ctx, typed, "on"):
        return True
    if means(ctx, typed, "off"):
        return False
    raise Refused("set-on-or-off", words=typed)


def said_switch(on: Any) -> Text:
    """On or off, in words."""
    return text("word-on" if on else "word-off")


def said_words(words: Any) -> Text:
    """The beginning of a text that the group wrote, or that there is none of its own."""
    if not words:
        return text("set-starter-text")
    return text("set-words", words=shortened(words, GLIMPSE))


def said_hours(hours: Any) -> Text:
    """Quiet hours in words."""
    if hours == quiet.OFF:
        return text("word-off")
    return text("set-hours", start=hours.split("-")[0], end=hours.split("-")[1])


def said_days(days: Any) -> Text:
    """For how many days something is kept; none: without an end."""
    return text("set-days", days=days) if days else text("set-kept-on")


@setting("language", shown=lambda code: text(f"language-{code}"), form=LANGUAGE_CODE, get=lambda ctx: ctx.room.language)
def language(ctx: Context, typed: str) -> str:
    """The language in which the room is spoken to."""
    code = ctx.words.language(bare(typed))
    if code is None:
        raise Refused("set-language-unknown", words=typed, known=tuple(text(f"language-{each}") for each in ctx.words.languages))
    return code


@setting("zone", shown=lambda name: text("set-plain", value=name), form=ZONE, get=lambda ctx: ctx.room.zone)
def zone(ctx: Context, typed: str) -> str:
    """The zone in which times are read and shown."""
    found = zones(bare(typed))
    if len(found) != 1:
        choices = tuple(to_type(ctx, "set zone", each) for each in found[:5])
        raise Refused("set-zone-which" if found else "set-zone-unknown", words=typed, choices=choices)
    return found[0]


@setting("prefix", shown=lambda sign: text("set-plain", value=sign), form=like(r"[^\w\s]{1,3}"), default=lambda ctx: ctx.prefix)
def prefix(ctx: Context, typed: str) -> str:
    """The sign before commands."""
    del ctx
    sign = typed.strip().strip("`\u201c\u201d\u201e\"'")
    if not 1 <= len(sign) <= MOST_SIGNS or not set(sign) <= set(SIGNS):
        raise Refused("set-prefix-unclear", words=typed, signs=" ".join(SIGNS))
    return sign


@setting("quiet-hours", shown=said_hours, form=like(quiet.KEPT), default=quiet.OFF)
def quiet_hours(ctx: Context, typed: str) -> str:
    """The hours in which everything waits that can."""
    return quiet.OFF if means(ctx, typed, "off") else quiet.read(bare(typed))


REACTIONS = switch("reactions", default=False)


def own_words(name: str, key: str) -> Setting:
    """Declare a text of the group's own, which is `key` among those of its charter. `off` brings the starter text back."""

    def typed_words(ctx: Context, typed: str) -> str | None:
        if means(ctx, typed, "off"):
            return ""
        if len(typed) > LONGEST_WORDS:
            raise Refused("set-words-long", most=LONGEST_WORDS, length=len(typed))
        return typed.strip()

    def get(ctx: Context) -> str | None:
        return ctx.room.charter.get().texts.get(key)

    def put(ctx: Context, words: str | None) -> None:
        charter = ctx.room.charter.get()
        texts = {each: said for each, said in charter.texts.items() if each != key}
        ctx.room.charter.save(replace(charter, texts=texts | ({key: words} if words else {})))

    return setting(name, shown=said_words, form=WORDS, default="", get=get, put=put)(typed_words)


WELCOME = own_words("welcome", "welcome")
DISCLAIMER = own_words("disclaimer", "disclaimer")
OPENING = own_words("opening", "meeting_open")
CLOSING = own_words("closing", "meeting_close")
