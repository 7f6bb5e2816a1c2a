"""How a command is declared, found and run.

A command is a value: a name, a handler and the right it needs. Its arguments are the handler's signature: positional
parameters are read one after the other (`Number`, `Word`, `Rest`...), keyword-only parameters are options that may stand
anywhere at the end (`until Friday`, `in consent`, `because ...`). Names, usage and help are texts. So adding a command
touches one module of this folder and the texts.

Things that are not typed (a poll answer, an echo, a due date) reach a module through `follow`, declared in the same way.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Annotated, Any, get_type_hints

from commands.answers import Answer
from commands.matters import known
from commands.ports import Context, Matter, Room, Words
from policies.model import Code, Refused
from policies.rights import Right

SEGMENT = re.compile(r"\s*(?:\n|\|)\s*")
NUMBER = re.compile(r"#?(\d{1,9})(?=\s|$|[:.,]\s)[:.,]?\s*")
MARK = r"(?:(?:--|\u2013|\u2014)\s*)?"


@dataclass(slots=True)
class Cursor:
    """What is left to read of a typed command, and the moment it was typed in."""

    command: Command
    ctx: Context
    text: str
    lines: tuple[str, ...] = ()


class Argument:
    """A kind of positional argument. `read` takes it from the cursor or raises `Refused`."""

    def read(self, cursor: Cursor) -> object:
        """The value, taken off the front of `cursor.text`."""
        raise NotImplementedError


class NumberOf(Argument):
    """A number of the room's series: typed, or what the reply refers to, or the only one that is open of those meant.

    `meant` lists what is open; `none` says that nothing is.
    """

    def __init__(self, meant: Callable[[Room], Sequence[Matter]], none: str = "number-nothing-open") -> None:
        self.meant = meant
        self.none = none

    def read(self, cursor: Cursor) -> int:
        """The number. Raises `Refused` where none was typed and more than one could be meant."""
        match = NUMBER.match(cursor.text)
        if match:
            cursor.text = cursor.text[match.end() :]
            return int(match[1])
        if cursor.text.strip() and len(cursor.command.arguments) == 1:
            raise cursor.command.refused("words-too-many", cursor.ctx, words=cursor.text.strip())
        if cursor.ctx.number is not None:
            return cursor.ctx.number
        numbers = [each.number for each in self.meant(cursor.ctx.room) if known(each, cursor.ctx)]
        if len(numbers) == 1:
            return numbers[0]
        if not numbers:
            raise Refused(self.none)
        raise Refused("number-which", numbers=tuple(cursor.command.typed(cursor.ctx, number) for number in numbers))


class NumberOfAny(NumberOf):
    """A number of the group's series, or in a direct chat of that chat's own: where both have it, the person is asked.

    `my 7` and `our 7` say which one is meant. What is read after it is about the room that has the number.
    """

    def read(self, cursor: Cursor) -> int:
        """The number. Raises `Refused` where none was typed and more than one could be meant, or where both rooms have it."""
        ctx = cursor.ctx
        word, _, rest = cursor.text.partition(" ")
        said = next((id_ for id_ in ("mine", "ours") if word.casefold() in ctx.words.option(id_) and NUMBER.match(rest)), None)
        cursor.text = rest if said else cursor.text
        typed = NUMBER.match(cursor.text) is not None
        number = super().read(cursor)
        if not typed or ctx.own is ctx.room or said == "ours":
            return number
        mine = ctx.own.matters.get(number) is not None
        if mine and said is None and ctx.room.matters.get(number) is not None:
            words = {id_: ctx.words.option_in(id_, ctx.language) for id_ in ("mine", "ours")}
            rest = cursor.text.strip()
            raise Refused(
                "number-mine-or-ours",
                number=number,
                mine=cursor.command.typed(ctx, f"{words['mine']} {number} {rest}".strip()),
                ours=cursor.command.typed(ctx, f"{words['ours']} {number} {rest}".strip()),
            )
        if mine or said == "mine":
            cursor.ctx = replace(ctx, room=ctx.own)
        return number


class _Rest(Argument):
    """All that is left; it must be something."""

    def read(self, cursor: Cursor) -> str:
        text, cursor.text = cursor.text.strip(), ""
        if not text:
            raise cursor.command.refused("words-missing", cursor.ctx)
        return text


class _Lines(Argument):
    """The further lines, or parts between `|`, that are no options."""

    def read(self, cursor: Cursor) -> tuple[str, ...]:
        lines, cursor.lines = cursor.lines, ()
        return lines


class _OptionalRest(Argument):
    """All that is left, or nothing."""

    def read(self, cursor: Cursor) -> str:
        text, cursor.text = cursor.text.strip(), ""
        return text


class _Whole(Argument):
    """All that was typed, line by line, as it stands: no options are taken out of it. It is the only argument."""


Number = Annotated[int, NumberOf(lambda room: room.decisions.open())]
AnyNumber = Annotated[int, NumberOfAny(lambda room: room.matters.open())]
Rest = Annotated[str, _Rest()]
Lines = Annotated[tuple[str, ...], _Lines()]
OptionalRest = Annotated[str, _OptionalRest()]
Whole = Annotated[str, _Whole()]


@dataclass(frozen=True, slots=True)
class Option:
    """Words that may stand at the end: `id` names the text with the words that begin it in each language.

    A flag has no value. A greedy option takes all that follows, whatever it is. A lone option may be all that was typed.
    """

    id: str
    flag: bool = False
    greedy: bool = False
    lone: bool = False


Until = Annotated[str | None, Option("until", lone=True)]
Because = Annotated[str | None, Option("because", greedy=True)]
Needs = Annotated[str | None, Option("needs")]
Seats = Annotated[str | None, Option("seats")]
InConsent = Annotated[bool, Option("in-consent", flag=True)]
Ranked = Annotated[bool, Option("ranked", flag=True)]
Hidden = Annotated[bool, Option("hidden", flag=True)]
Secret = Annotated[bool, Option("secret", flag=True)]
SecretAnyway = Annotated[bool, Option("secret-anyway", flag=True)]


@dataclass(frozen=True)
class Command:
    """Something that people type. `group`: it is about a group, so in a direct chat one must be found first.

    `alone`: it may also be about what belongs to the direct chat itself, so there it works where no group is clear.
    """

    name: str
    handler: Callable[..., Answer]
    group: bool = True
    alone: bool = False
    right: Right = Right.MEMBER
    arguments: tuple[tuple[str, Argument], ...] = ()
    options: Mapping[str, Option] = field(default_factory=dict)

    def typed(self, ctx: Context, *words: object) -> Code:
        """What to type for it, in the reader's language: its name, and what stands after it."""
        return to_type(ctx, self.name, *words)

    def refused(self, id: str, ctx: Context, **values: object) -> Refused:  # noqa: A002
        """The refusal `id`, with the command and the help about it as things to type."""
        name = self.typed(ctx)
        return Refused(id, command=name, help=to_type(ctx, "help", name.words), **values)

    def run(self, ctx: Context, typed: str) -> Answer:
        """Read `typed` by the handler's signature and run it. Raises `Refused`."""
        if any(isinstance(argument, _Whole) for _, argument in self.arguments):
            return self.handler(ctx, typed)
        typed, lines, given = take_options(typed, self.options, ctx.words)
        cursor = Cursor(self, ctx, typed, lines)
        values = [argument.read(cursor) for _, argument in self.arguments]
        if cursor.text.strip() or cursor.lines:
            raise self.refused("words-too-many", ctx, words=cursor.text.strip() or cursor.lines[0])
        return self.handler(cursor.ctx, *values, **given)


def to_type(ctx: Context, name: str, *words: object) -> Code:
    """The command `name` as the reader types it in their language, with `words` after it."""
    return Code(" ".join(map(str, (ctx.words.names(name, ctx.language)[0], *words))))


def command(
    name: str, *, group: bool = True, alone: bool = False, right: Right = Right.MEMBER
) -> Callable[[Callable[..., Answer]], Command]:
    """Declare a handler as the command `name` (its English name; the texts give the others)."""

    def declare(handler: Callable[..., Answer]) -> Command:
        hints = get_type_hints(handler, include_extras=True)
        arguments: list[tuple[str, Argument]] = []
        options: dict[str, Option] = {}
        for parameter in list(inspect.signature(handler).parameters.values())[1:]:
            kind = hints[parameter.name].__metadata__[0]
            if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
                options[parameter.name] = kind
            else:
                arguments.append((parameter.name, kind))
        return Command(name, handler, group, alone, right, tuple(arguments), options)

    return declare


@dataclass(frozen=True, slots=True)
class Follow:
    """What a module does when something happens that nobody typed: `kind` says what (`posted poll`, `due close`...)."""

    kind: str
    handler: Callable[..., Answer]


def follow(kind: str) -> Callable[[Callable[..., Answer]], Follow]:
    """Declare a handler for `kind`; its parameters are what the caller of `Book.happened` gives."""
    return lambda handler: Follow(kind, handler)


def take_options(
    typed: str, options: Mapping[str, Option], words: Words
) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """Split what was typed into the text, its further lines, and the options found at the end.

    An option stands on a line of its own, after `|`, or at the end of the text. Words before the last question mark are
    always part of the question.
    """
    given: dict[str, Any] = {name: False if option.flag else None for name, option in options.items()}
    for name, option in options.items():
        if option.greedy and (match := re.search(rf"(?:^|[\s,;])\s*({_begins(option, words)})\s*", typed, re.IGNORECASE)):
            value, kept = typed[match.end() :].strip(), match[1].casefold() in words.kept(option.id)
            given[name] = f"{match[1]} {value}" if kept and value else value
            typed = typed[: match.start()]
    first, *others = SEGMENT.split(typed.strip())
    if others:
        # "| ranked until Friday": the end may hold several options in one line.
        others[-1] = _inline(others[-1], options, words, given)
    lines = [line for line in others if line and not _option_line(line, options, words, given)]
    if not lines:
        first = _inline(first, options, words, given)
    return first, tuple(lines), given


def _begins(option: Option, words: Words) -> str:
    alternatives = "|".join(re.escape(word) for word in sorted(words.option(option.id), key=len, reverse=True))
    return rf"{MARK}(?:{alternatives})(?=[\s:=,.]|$)[:=]?"


def _option_line(line: str, options: Mapping[str, Option], words: Words, given: dict[str, Any]) -> bool:
    for name, option in options.items():
        match = re.match(_begins(option, words) + (r"\s*$" if option.flag else r"\s*"), line, re.IGNORECASE)
        if match:
            given[name] = True if option.flag else line[match.end() :].strip()
            return True
    return False


def _inline(text: str, options: Mapping[str, Option], words: Words, given: dict[str, Any]) -> str:
    """Take options off the end of `text`, as long as there are any."""
    while True:
        start = text.rfind("?") + 1
        best: tuple[int, str, Any] | None = None
        for name, option in options.items():
            if option.greedy or given[name]:
                continue
            ends = r"[\s.!]*$" if option.flag else r"\s+"
            before = r"(?:^|(?<=\s)|(?<=\?))" if option.lone else r"(?:(?<=\s)|(?<=\?))"
            for match in re.finditer(rf"{before}{_begins(option, words)}{ends}", text[start:], re.IGNORECASE):
                place = start + match.start()
                if (place or option.lone) and (best is None or place > best[0]):
                    best = place, name, True if option.flag else text[start + match.end() :].strip()
        if best is None or not (text[: best[0]].strip() or options[best[1]].lone):
            return text.strip()
        text, given[best[1]] = text[: best[0]].rstrip(" ,;"), best[2]


@dataclass(frozen=True, slots=True)
class Found:
    """A command and what was typed after its name."""

    command: Command
    rest: str


class Book:
    """All commands and what follows on events, collected from the modules of a package; nothing is listed twice."""

    def __init__(self, declared: Iterable[Command | Follow], words: Words) -> None:
        declared = list(declared)
        self.commands = {each.name: each for each in declared if isinstance(each, Command)}
        self._follow: dict[str, list[Callable[..., Answer]]] = {}
        for follows in (each for each in declared if isinstance(each, Follow)):
            self._follow.setdefault(follows.kind, []).append(follows.handler)
        self._own = {
            language: {name.casefold(): each for each in self.commands.values() for name in words.names(each.name, language)}
            for language in words.languages
        }
        self._names: dict[str, Command] = {}
        for language in reversed(words.languages):
            self._names |= self._own[language]
        self._names |= self.commands
        self._longest = max(len(name.split()) for name in self._names)

    @classmethod
    def load(cls, package: ModuleType, words: Words) -> Book:
        """Collect what the modules of `package` declare."""
        modules = (importlib.import_module(f"{package.__name__}.{each.name}") for each in pkgutil.iter_modules(package.__path__))
        # A module that imports what another one declares declares nothing by that: it is the same object.
        declared = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Command | Follow)}
        return cls(declared.values(), words)

    @property
    def follows(self) -> Sequence[str]:
        """The kinds of event that some module follows."""
        return sorted(self._follow)

    def find(self, typed: str, language: str) -> Found | None:
        """The command with the longest name that `typed` begins with: the room's language first, then any."""
        matches = list(re.finditer(r"\S+", typed))[: self._longest]
        own = self._own.get(language, {})
        for count in range(len(matches), 0, -1):
            name = " ".join(match[0] for match in matches[:count]).casefold().rstrip(":,.")
            found = own.get(name) or self._names.get(name)
            if found:
                return Found(found, typed[matches[count - 1].end() :].strip())
        return None

    def nearest(self, typed: str) -> str | None:
        """The name that was probably meant, at most two letters away (one in short words), or `None`."""
        word = (typed.split() or [""])[0].casefold()
        best = min(
            # Fingers slip less often on the first letter.
            ((_distance(word, name), word[:1] != name[:1], name) for name in self._names if " " not in name),
            default=(99, True, ""),
        )
        return best[2] if best[0] <= (2 if len(word) > 4 else 1) and len(word) > 1 else None  # noqa: PLR2004 - the docstring says why

    def happened(self, kind: str, ctx: Context, **values: object) -> Answer:
        """Let the modules that follow `kind` answer, one after the other; nobody follows it: nothing."""
        answers = [answer for handler in self._follow.get(kind, ()) if (answer := handler(ctx, **values)) is not None]
        if len(answers) <= 1:
            return answers[0] if answers else None
        return [output for answer in answers for output in (answer if isinstance(answer, Sequence) else (answer,))]


def _distance(one: str, other: str) -> int:
    """Edits between two words: insert, drop, change or swap neighbours (optimal string alignment)."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
