"""Reads a YAML file against the keys that it may hold, and finds everything that is wrong with it in one pass.

No problem quotes a value: it could be a secret in the wrong place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

T = TypeVar("T")

TEXT = "tag:yaml.org,2002:str"
NUMBER = "tag:yaml.org,2002:int"
SWITCH = "tag:yaml.org,2002:bool"
DATE = "tag:yaml.org,2002:timestamp"
_NOTHING = "tag:yaml.org,2002:null"


class ConfigError(Exception):
    """The configuration cannot be used. The message has one line for each problem, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `line` counts from 1; 0 means the file as a whole. `key` may be empty."""

    file: str
    line: int
    key: str
    advice: str

    def __str__(self) -> str:
        """As people read it: `bot.yaml:12: logs.level: expected ...`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.key, self.advice) if part)


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """A key that the file may hold, named `name` or `section.name`.

    `read` makes its value or raises `ValueError`; `expected` says what to write. Without a `default` it must be there.
    """

    name: str
    read: Callable[[yaml.Node], T]
    expected: str
    default: Callable[[], T] | None = None


@dataclass(slots=True)
class Found:
    """What a file holds: values and lines by key name, and the problems so far."""

    file: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def get(self, key: Key[T]) -> T:
        """The value of a key, or its default."""
        if key.name not in self.values and key.default is not None:
            return key.default()
        return cast("T", self.values[key.name])

    def wrong(self, key: str, advice: str, line: int | None = None) -> None:
        """Note a problem: at a line, or else where the key stands."""
        self.problems.append(Problem(self.file, self.lines.get(key, 0) if line is None else line, key, advice))


class _WrongItem(ValueError):
    """An item of a list, on a line of its own."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def scalar(node: yaml.Node, *tags: str) -> str:
    """The characters of a value as they were typed, if YAML takes it for one of `tags`; else raises `ValueError`."""
    if isinstance(node, yaml.ScalarNode) and node.tag in tags and node.value.strip():
        return str(node.value)
    raise ValueError(node.tag)


def text(node: yaml.Node) -> str:
    """Text, not empty."""
    return scalar(node, TEXT)


def one_of(*words: str) -> Callable[[yaml.Node], str]:
    """One of some words."""

    def read_word(node: yaml.Node) -> str:
        word = text(node)
        if word not in words:
            raise ValueError
        return word

    return read_word


def listed(read_item: Callable[[yaml.Node], T]) -> Callable[[yaml.Node], tuple[T, ...]]:
    """A list of such items."""

    def read_item_or_say_where(node: yaml.Node) -> T:
        try:
            return read_item(node)
        except ValueError as error:
            raise _WrongItem(_line(node)) from error

    def read_list(node: yaml.Node) -> tuple[T, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise TypeError
        return tuple(map(read_item_or_say_where, node.value))

    return read_list


def read(path: Path, keys: Sequence[Key[Any]]) -> Found:
    """Reads a file. What is wrong with its keys is in `problems`; a file that is no YAML raises `ConfigError`."""
    found = Found(str(path))
    tree = root(path)
    known = {key.name: key for key in keys}
    if isinstance(tree, yaml.MappingNode):
        _read_section(tree, "", known, found)
    elif tree is not None:
        found.wrong("", f"expected keys and values, for example {keys[0].name}: ...", _line(tree))
    for key in keys:
        if key.default is None and key.name not in found.values and key.name not in {one.key for one in found.problems}:
            found.wrong(key.name, f"is missing: expected {key.expected}")
    return found


def root(path: Path) -> yaml.Node | None:
    """The tree of a YAML file, `None` for an empty one. Raises `ConfigError` for what is none."""
    try:
        words = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError([Problem(str(path), 0, "", f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError:
        raise ConfigError([Problem(str(path), 0, "", "is no text in UTF-8")]) from None
    return tree(words, str(path))


def tree(words: str, file: str) -> yaml.Node | None:
    """The tree of YAML that stands in `file`, `None` where there is nothing. Raises `ConfigError` for what is none."""
    try:
        return yaml.compose(words, Loader=_Loader)
    except yaml.YAMLError as error:
        # The parser's own words quote the file.
        mark = getattr(error, "problem_mark", None)
        advice = "is not YAML from here on; look at the colons, the spaces in front, and quotes that do not end"
        raise ConfigError([Problem(file, mark.line + 1 if mark else 0, "", advice)]) from None
    except RecursionError:
        raise ConfigError([Problem(file, 0, "", "is nested too deeply")]) from None


class _Loader(yaml.SafeLoader):
    """Without references inside the file: a few lines of them can stand for more than any memory holds."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call] # the stubs say nothing of it
            raise yaml.composer.ComposerError(problem="a reference", problem_mark=mark)
        return super().compose_node(parent, index)


def _read_section(section: yaml.MappingNode, inside: str, known: Mapping[str, Key[Any]], found: Found) -> None:
    for key_node, value in section.value:
        line = _line(key_node)
        name = inside + key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        if not name:
            found.wrong(inside.rstrip("."), "expected a key and a colon", line)
            continue
        if name in found.lines:
            found.wrong(name, f"stands there twice, first in line {found.lines[name]}; keep one of them", line)
            continue
        found.lines[name] = line
        if name in known:
            _read_key(known[name], value, found)
        elif any(other.startswith(f"{name}.") for other in known):
            if isinstance(value, yaml.MappingNode):
                _read_section(value, f"{name}.", known, found)
            elif value.tag != _NOTHING:
                inner = [other.rpartition(".")[2] for other in known if other.startswith(f"{name}.")]
                found.wrong(name, f"expected these keys, indented below it: {', '.join(inner)}")
        else:
            found.wrong(name, f"is unknown{_meant(name, known)}")


def _read_key(key: Key[Any], value: yaml.Node, found: Found) -> None:
    if value.tag == _NOTHING:
        return
    try:
        found.values[key.name] = key.read(value)
    except _WrongItem as error:
        found.wrong(key.name, f"expected {key.expected}", error.line)
    except (ValueError, TypeError):
        found.wrong(key.name, f"expected {key.expected}")


def _meant(name: str, known: Mapping[str, Key[Any]]) -> str:
    """The nearest key: misspelt in its place, or right but in another place."""
    section, dot, leaf = name.rpartition(".")
    inside = [other.removeprefix(section + dot) for other in known if other.startswith(section + dot)]
    here = list(dict.fromkeys(other.partition(".")[0] for other in inside))
    near = [section + dot + other for other in get_close_matches(leaf, here, n=1)]
    near += [other for other in known if get_close_matches(leaf, [other.rpartition(".")[2]])]
    return f"; did you mean {near[0]}?" if near else f"; known here are {', '.join(here)}"


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
