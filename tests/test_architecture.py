"""The house's walls: which folder may import what, and who may ask for time and chance."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from tests.faults import conftest as faults

ROOT = Path(__file__).parents[1]
FOLDERS = ("bot", "commands", "policies")

MAY_IMPORT = {
    "policies": {"policies"},
    "commands": {"commands", "policies"},
    "bot": {"bot", "commands", "policies"},
}
"""The arrows: bot -> commands -> policies."""

IMPURE_MODULES = frozenset(
    [
        "sqlite3",
        "sqlite_utils",
        "time",
        "random",
        "secrets",
        "uuid",
        "os",
        "pathlib",
        "io",
        "socket",
        "subprocess",
        "asyncio",
        "threading",
        "tempfile",
        "shutil",
        "urllib",
        "http",
        "logging",
    ]
)
"""What a rule must not even import: storage, clocks, chance, files, network."""

NOW = frozenset({"now", "utcnow", "today"})
CLOCKS = frozenset({"datetime", "date"})

READS_THE_CLOCK = {
    "bot/clock.py": "the program's one clock",
}
"""Who may ask the machine for the time, and why."""


@dataclass(frozen=True)
class Source:
    """A module: its path from the root of the project, with `/`, and its syntax tree."""

    path: str
    tree: ast.Module

    @property
    def folder(self) -> str:
        return self.path.split("/")[0]

    @property
    def package(self) -> list[str]:
        return self.path.removesuffix(".py").split("/")[:-1]

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def imports(self) -> list[str]:
        """The dotted names of all that is imported, wherever in the module."""
        return list(self._imports())

    def _imports(self) -> Iterator[str]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self.package[: len(self.package) - node.level + 1] if node.level else []
                start = ".".join([*base, *([node.module] if node.module else [])])
                yield from (f"{start}.{each.name}" for each in node.names)
            elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"} and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant) and isinstance(name.value, str):
                    yield name.value

    def tops(self) -> set[str]:
        return {name.split(".")[0] for name in self.imports}


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def source(path: str, words: str) -> Source:
    return Source(path, ast.parse(words))


def house() -> list[Source]:
    return [
        source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


# The rules: each returns what is wrong with a module, one line each.


def wrong_arrows(module: Source) -> list[str]:
    ours = module.tops() & {*FOLDERS, "tests"}
    return [f"{module.path} imports {name}" for name in sorted(ours - MAY_IMPORT[module.folder])]


def strange_nio(module: Source) -> list[str]:
    inside = module.path.startswith("bot/matrix/")
    return [] if inside else [f"{module.path} imports nio"] * ("nio" in module.tops())


def strange_scheduler(module: Source) -> list[str]:
    inside = module.path == "bot/scheduler.py"
    return [] if inside else [f"{module.path} imports apscheduler"] * ("apscheduler" in module.tops())


def impure(module: Source) -> list[str]:
    """Rules and commands receive time and chance; they have no store, no files and no network of their own."""
    if module.folder == "bot":
        return []
    found = [f"{module.path} imports {name}" for name in sorted(module.tops() & IMPURE_MODULES)]
    found += [f"{module.path} asks for the time" for _ in _asks_for_time(module)]
    found += [
        f"{module.path} calls {node.func.id}"
        for node in module.nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}
    ]
    return found


def other_clocks(module: Source) -> list[str]:
    if module.path in READS_THE_CLOCK:
        return []
    return [f"{module.path}:{line} asks for the time" for line in _asks_for_time(module)]


def _asks_for_time(module: Source) -> list[int]:
    """Lines that call `datetime.now` and its kin, however `datetime` was imported, or `time.time`."""
    names = {"datetime": "datetime", "date": "date"}
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and node.module == "datetime":
            names |= {each.asname or each.name: each.name for each in node.names}
        elif isinstance(node, ast.Import):
            names |= {each.asname or each.name: each.name for each in node.names if each.name in {"datetime", "time"}}
    lines = []
    for node in module.nodes:
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            meant = names.get(name, name)
            if (node.attr in NOW and meant in CLOCKS) or (meant == "time" and node.attr in {"time", "time_ns"}):
                lines.append(node.lineno)
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            lines += [node.lineno for each in node.names if each.name in {"time", "time_ns"}]
    return lines


def runs_nios_loop(module: Source) -> list[str]:
    named = (
        node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        for node in module.nodes
    )
    return [f"{module.path} uses sync_forever"] * ("sync_forever" in named)


def foreign_to_rules(module: Source) -> list[str]:
    """Third-party code in the rules: dateutil's rrule in `policies/when`, and nothing else."""
    if module.folder != "policies":
        return []
    strangers = module.tops() - sys.stdlib_module_names - set(FOLDERS)
    if module.path.startswith("policies/when") and all(
        name.startswith("dateutil.rrule") for name in module.imports if name.split(".")[0] == "dateutil"
    ):
        strangers -= {"dateutil"}
    return [f"{module.path} imports {name}" for name in sorted(strangers)]


def foreign_to_commands(module: Source) -> list[str]:
    if module.folder != "commands":
        return []
    return [f"{module.path} imports {name}" for name in sorted(module.tops() - sys.stdlib_module_names - set(FOLDERS))]


RULES: dict[str, Callable[[Source], list[str]]] = {
    "arrows": wrong_arrows,
    "nio": strange_nio,
    "scheduler": strange_scheduler,
    "purity": impure,
    "clock": other_clocks,
    "loop": runs_nios_loop,
    "rules need little": foreign_to_rules,
    "commands need little": foreign_to_commands,
}


@pytest.fixture(name="modules", scope="module")
def _modules() -> list[Source]:
    modules = house()
    assert {module.folder for module in modules} == set(FOLDERS)
    return modules


def broken(rule: Callable[[Source], list[str]], modules: list[Source]) -> list[str]:
    return [line for module in modules for line in rule(module)]


def test_arrows_run_from_bot_to_commands_to_policies(modules: list[Source]) -> None:
    """A folder imports only what lies below it: bot -> commands -> policies."""
    assert broken(wrong_arrows, modules) == []


def test_only_the_matrix_folder_knows_nio(modules: list[Source]) -> None:
    """`nio` is imported in `bot/matrix/` and nowhere else."""
    assert broken(strange_nio, modules) == []


def test_only_one_file_knows_the_scheduler(modules: list[Source]) -> None:
    """`apscheduler` is imported in `bot/scheduler.py` and nowhere else."""
    assert broken(strange_scheduler, modules) == []


def test_rules_and_commands_fetch_neither_time_nor_chance_nor_data(modules: list[Source]) -> None:
    """Policies and commands have no SQLite, no clock, no chance, no files and no network."""
    assert broken(impure, modules) == []


def test_one_clock(modules: list[Source]) -> None:
    """The machine's time is read in `bot/clock.py`, and elsewhere only where the list above says why."""
    assert broken(other_clocks, modules) == []


def test_our_own_sync_loop(modules: list[Source]) -> None:
    """Nobody uses `sync_forever`, which hands out events before anything is committed."""
    assert broken(runs_nios_loop, modules) == []


def test_rules_need_only_the_standard_library_and_rrule(modules: list[Source]) -> None:
    """Policies import no third-party code but dateutil's rrule, and that in `policies/when` alone."""
    assert broken(foreign_to_rules, modules) == []


def test_commands_need_only_the_standard_library(modules: list[Source]) -> None:
    """Commands import no third-party code."""
    assert broken(foreign_to_commands, modules) == []


def test_the_list_of_clocks_does_not_rot(modules: list[Source]) -> None:
    """Every module that the list of clocks names does ask for the time."""
    there = {module.path: module for module in modules}
    needless = [path for path in READS_THE_CLOCK if path in there and not _asks_for_time(there[path])]
    assert needless == []


BROKEN = [
    ("arrows", "policies/a.py", "from commands.kit import Book"),
    ("arrows", "policies/a.py", "def f():\n    import bot.app"),
    ("arrows", "commands/a.py", "from bot.store.database import Database"),
    ("arrows", "bot/a.py", "from tests.live import circle"),
    ("arrows", "commands/a.py", "import importlib\nimportlib.import_module('bot.app')"),
    ("nio", "bot/app.py", "import nio"),
    ("nio", "bot/app.py", "if True:\n    from nio.crypto import Olm"),
    ("nio", "bot/matrix.py", "import nio"),
    ("scheduler", "bot/loop.py", "from apscheduler.schedulers.asyncio import AsyncIOScheduler"),
    ("purity", "policies/a.py", "import sqlite3"),
    ("purity", "commands/a.py", "from sqlite_utils import Database"),
    ("purity", "commands/a.py", "import time"),
    ("purity", "policies/a.py", "from random import choice"),
    ("purity", "policies/a.py", "from datetime import datetime\ndatetime.now()"),
    ("purity", "commands/a.py", "from datetime import date as day\nday.today()"),
    ("purity", "commands/a.py", "open('x')"),
    ("clock", "bot/app.py", "import datetime as d\nd.datetime.now(d.UTC)"),
    ("clock", "bot/app.py", "from datetime import datetime as moment\nnow = moment.utcnow"),
    ("clock", "bot/app.py", "import time\ntime.time()"),
    ("clock", "bot/app.py", "from time import time"),
    ("loop", "bot/matrix/a.py", "async def f(client):\n    await client.sync_forever()"),
    ("rules need little", "policies/a.py", "import yaml"),
    ("rules need little", "policies/roles.py", "from dateutil.rrule import rrule"),
    ("rules need little", "policies/when/a.py", "from dateutil import parser"),
    ("commands need little", "commands/a.py", "import structlog"),
]


@pytest.mark.parametrize(("rule", "path", "words"), BROKEN)
def test_each_rule_can_fail(rule: str, path: str, words: str) -> None:
    """A module that breaks a rule is found by that rule."""
    assert RULES[rule](source(path, words)) != []


FINE = [
    ("arrows", "bot/a.py", "import commands\nfrom policies.model import text"),
    ("arrows", "commands/a.py", "from policies import when"),
    ("arrows", "policies/methods/a.py", "from . import count"),
    ("nio", "bot/matrix/a.py", "from nio import ToDeviceEvent"),
    ("scheduler", "bot/scheduler.py", "import apscheduler"),
    ("purity", "policies/a.py", "from datetime import datetime, time\ntime(23, 59)\n"),
    ("clock", "bot/app.py", "def f(clock):\n    return clock.now()"),
    ("clock", "bot/clock.py", "from datetime import datetime\ndatetime.now()"),
    ("clock", "bot/cli/a.py", "import time\ntime.monotonic()"),
    ("rules need little", "policies/when/a.py", "from dateutil.rrule import rrulestr"),
]


@pytest.mark.parametrize(("rule", "path", "words"), FINE)
def test_each_rule_lets_good_modules_pass(rule: str, path: str, words: str) -> None:
    """A module that keeps a rule is not suspected."""
    assert RULES[rule](source(path, words)) == []


def test_the_fault_runs_have_the_stage_of_the_live_tests() -> None:
    """Every fixture of the live tests is there in the fault runs too, which are not part of `make test`."""
    module = ast.parse((ROOT / "tests" / "live" / "conftest.py").read_text())
    made = [each for each in module.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    fixtures = {each.name for each in made if any("pytest.fixture" in ast.unparse(one) for one in each.decorator_list)}
    assert fixtures == set(faults.__all__)
