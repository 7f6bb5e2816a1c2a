"""What the documents list is made from the code: commands, settings and verbs. `python -m tests.references` writes it anew."""

from __future__ import annotations

import html
import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

import commands
from bot.__main__ import main
from bot.checked_yaml import Key
from bot.config import KEYS
from bot.texts import Reader, Rendered
from bot.words import Vocabulary
from commands.kit import Book
from policies.model import text
from tests.our_texts import our_texts

ROOT = Path(__file__).parents[1]
README, DOCS = ROOT / "README.md", ROOT / "docs"
EXAMPLE = ROOT / "bot.example.yaml"
BEGIN = "<!-- commands: made by python -m tests.references -->\n"
END = "<!-- end of commands -->\n"
MADE = "<!-- Made by python -m tests.references. Please do not edit. -->\n\n"
PREFIX = "!"

SITUATIONS: Mapping[str, tuple[str, ...]] = {
    "Look up": ("help", "show", "why", "record", "board"),
    "Decide": ("decide", "vote", "adopt", "after", "sense", "advise", "draw", "elect", "commitments"),
    "Secret votes": ("secretly", "seals"),
    "Guidelines and rules": ("start", "charters", "guidelines", "rules", "rollcall", "outside"),
    "Jobs and turns": ("turns", "roles", "appoint", "persons"),
    "Meet": ("meet", "find_time", "coming", "agenda", "hold", "actions", "minutes"),
    "Speak in turn, pause, be careful": ("floor", "pausing", "safe"),
    "Ask": ("ask", "concern", "resources", "habits"),
    "Be reminded": ("remind",),
    "Newcomers and programs": ("welcome", "programs"),
    "Settings of the group": ("set",),
    "For you": ("me", "mine"),
}
"""Under which heading the commands of a module stand; those of a new module come last until it has a place."""


class Reference:
    """The commands with their texts, in English."""

    def __init__(self) -> None:
        self._texts = our_texts()
        self._words = Vocabulary(self._texts)
        self._reader = Reader("en", ZoneInfo("UTC"), PREFIX)
        self._book = Book.load(commands, self._words)

    def readme(self) -> str:
        """All commands with their other names and the first paragraph of their help, as README.md has them."""
        return "".join(f"- `{PREFIX}{name}`{self._also(name)}: {first_paragraph(self._help(name))}\n" for name in self._book.commands)

    def page(self) -> str:
        """All commands with the whole of their help, by situation."""
        by_module: dict[str, list[str]] = {}
        for name, each in self._book.commands.items():
            by_module.setdefault(each.handler.__module__.rpartition(".")[2], []).append(name)
        placed = {module for modules in SITUATIONS.values() for module in modules}
        headings = {**SITUATIONS, "More": tuple(module for module in by_module if module not in placed)}
        words = (
            "# Commands\n\nIn a room, a command begins with the group's sign (`!` unless it chose another) or with the bot's name. "
            "In a direct chat with the bot it needs neither. Each command can be typed in any language that the bot speaks; `!help` and its name tells more.\n"
        )
        found = [MADE, words]
        for heading, modules in headings.items():
            names = [name for module in modules for name in by_module.get(module, ())]
            if names:
                found.append(f"\n## {heading}\n")
                found += [f"\n### {PREFIX}{name}\n\n{self._names(name)}{markdown(self._help(name))}\n" for name in names]
        return "".join(found)

    def _help(self, name: str) -> Rendered:
        return self._texts.render(text(f"command-{name.replace(' ', '-')}"), self._reader)

    def _others(self, name: str) -> str:
        return ", ".join(f"`{PREFIX}{each}`" for each in self._words.names(name, "en") if each != name)

    def _also(self, name: str) -> str:
        return f" (also {self._others(name)})" if self._others(name) else ""

    def _names(self, name: str) -> str:
        return f"Also {self._others(name)}.\n\n" if self._others(name) else ""


def first_paragraph(said: Rendered) -> str:
    """What is said first, as Markdown: commands stay commands, all other marks go."""
    paragraph = re.search(r"<p>(.*?)</p>", said.html, re.DOTALL)
    return _line(paragraph[1] if paragraph else said.html or html.escape(said.body.split("\n\n", maxsplit=1)[0]))


def markdown(said: Rendered) -> str:
    """The whole of it, as Markdown: paragraphs and lists."""
    words = said.html or html.escape(said.body)
    words = re.sub(r"<li>(?:<p>)?(.*?)(?:</p>)?</li>", lambda match: f"\n- {_line(match[1])}", words, flags=re.DOTALL)
    words = re.sub(r"</?[uo]l>", "\n\n", words)
    blocks = [block.strip() for block in re.split(r"</?p>|\n\n+", words) if block.strip()]
    return "\n\n".join(block if block.startswith("- ") else _line(block) for block in blocks)


def _line(words: str) -> str:
    words = re.sub(r"</?code>", "`", words)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", words)).split())


def settings() -> str:
    """All that `bot.yaml` may hold, with what the example says of it."""
    told = explained(EXAMPLE.read_text(encoding="utf-8"))
    known = {key.name: key for key in KEYS}
    intro = (
        "# Settings\n\nThey stand in `bot.yaml`, which `bot.example.yaml` shows as a whole. A dot in a name means: in that section, indented below it. "
        "What is wrong with the file is told with its line before the bot connects to anything.\n"
    )
    found = [MADE, intro]
    for words, names in told:
        listed = [known[name] for name in names]
        found.append(f"\n## {listed[0].name if len(listed) == 1 else _heading(names)}\n\n{words}\n\n")
        found += [f"- `{key.name}`: {key.expected}. {_default(key)}\n" for key in listed]
    return "".join(found)


def _heading(names: list[str]) -> str:
    return " and ".join(dict.fromkeys(name.partition(".")[0] for name in names)) if len(names) < 3 or "." in names[0] else "The login"


def _default(key: Key[Any]) -> str:
    if key.default is None:
        return "It must be there."
    value = key.default()
    if value is None or value in ("", ()):
        return "Not set unless you set it."
    return f"By default `{'on' if value is True else 'off' if value is False else value}`."


def explained(example: str) -> list[tuple[str, list[str]]]:
    """The comments of the example, each with the keys below it. A section's comment is for all its keys, without one of their own."""
    found: list[tuple[str, list[str]]] = []
    for block in example.split("\n\n"):
        words: list[str] = []
        names: list[str] = []
        section = ""
        for line in block.splitlines():
            if line.startswith("# "):
                words.append(line.removeprefix("# "))
            elif match := re.match(r"(\s*)#?([a-z_]+):(.*)", line):
                inside = f"{section}." if match[1] else ""
                section = match[2] if not match[1] else section
                names.append(f"{inside}{match[2]}")
        names = [name for name in names if name in {key.name for key in KEYS}]
        if names:
            found.append((" ".join(words), names))
    return found


def verbs() -> str:
    """Every verb of the command line with its help."""
    words = (
        "# The command `folkmoot`\n\nFor whoever runs the bot. It ends with 0 when all is well, with 1 when something is wrong or was refused, "
        "and with 2 when the settings or a file cannot be used. `--help` after a verb tells the same as this page.\n"
    )
    return "".join([MADE, words, *_verbs(main, "folkmoot")])


def _verbs(command: click.Command, name: str) -> list[str]:
    arguments = [each.make_metavar(click.Context(command)) for each in command.params if isinstance(each, click.Argument)]
    options = [each for each in command.params if isinstance(each, click.Option)]
    help_ = inspect.cleandoc(command.help or "")
    found = [f"\n## {name}\n\n"]
    if not isinstance(command, click.Group):
        found.append(f"`{' '.join([name, *arguments])}`\n\n")
    found.append("\n\n".join(" ".join(each.split()) for each in help_.split("\n\n")) + "\n")
    if options:
        found.append("\n" + "".join(f"- {', '.join(f'`{each}`' for each in option.opts)}: {_option(option)}\n" for option in options))
    if isinstance(command, click.Group):
        for each in command.list_commands(click.Context(command)):
            inside = command.get_command(click.Context(command), each)
            assert inside is not None
            found += _verbs(inside, f"{name} {each}")
    return found


def _option(option: click.Option) -> str:
    """What an option is for, and what it is where nobody gives it."""
    shown = option.default() if callable(option.default) else option.default
    if isinstance(shown, tuple | list):
        shown = ", ".join(map(str, shown))
    return f"{option.help or ''} By default `{shown}`." if option.show_default is True else option.help or ""


def parts(readme: str) -> tuple[str, str, str]:
    """What stands before, between and after the two marks. Raises `ValueError` when one is not there."""
    before, middle = readme.split(BEGIN)
    between, after = middle.split(END)
    return before, between, after


def pages() -> Mapping[Path, str]:
    """Every file that is made, or holds what is made, as it must be."""
    before, _, after = parts(README.read_text(encoding="utf-8"))
    reference = Reference()
    return {
        README: before + BEGIN + reference.readme() + END + after,
        DOCS / "commands.md": reference.page(),
        DOCS / "settings.md": settings(),
        DOCS / "verbs.md": verbs(),
    }


if __name__ == "__main__":
    for path, words in pages().items():
        path.write_text(words, encoding="utf-8")
