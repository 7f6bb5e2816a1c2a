"""The command line explains itself: what each verb does, what it takes, and how it ends."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

import bot.cli
from bot import program
from bot.__main__ import Verbs, main
from bot.cli import run
from bot.matrix.account import EncryptionMissing, LoggedOut, LoginFailed
from bot.store.versions import Newer, ours

VERBS = Verbs().list_commands(click.Context(click.Command("folkmoot")))
LEAST = 'homeserver: https://matrix.example.org\nuser: "@bot:example.org"\n'


def verb(name: str) -> click.Command:
    """The verb as the program finds it."""
    found: click.Command = importlib.import_module(f"{bot.cli.__name__}.{name}").command
    return found


def typed(*words: str) -> Result:
    """What somebody sees who types this."""
    return CliRunner().invoke(main, words, prog_name="folkmoot", env={"FOLKMOOT_PASSWORD": "hunter2"})


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_says_what_it_does_and_takes(name: str) -> None:
    """`folkmoot VERB --help` has words, each option is explained, and so is each argument."""
    command = verb(name)
    shown = typed(name, "--help")
    assert shown.exit_code == 0
    assert command.help
    for each in command.params:
        if isinstance(each, click.Option):
            assert each.help, f"{name} --{each.name}"
        else:
            assert (each.metavar or each.name or "").strip("[].").upper() in command.help, f"{name} {each.name}"


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_says_how_it_ends(name: str) -> None:
    """A verb that can end with something else than 0 says with what, and when."""
    source = inspect.getsource(inspect.getmodule(verb(name).callback))  # type: ignore[arg-type]
    if "sys.exit" in source or ".exit(" in source:
        assert "nds with" in " ".join((verb(name).help or "").split()), name


def test_the_first_help_lists_the_verbs() -> None:
    """`folkmoot --help` names every verb and says how verbs end."""
    shown = typed("--help").output
    assert all(name in shown for name in VERBS)
    assert "..." not in shown.partition("Commands:")[2]
    assert "Each command ends with 0" in shown


def test_the_version() -> None:
    """`folkmoot --version` is the program's name and its version."""
    assert typed("--version").output == f"folkmoot {ours()}\n"


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (LoginFailed("password", "the homeserver does not accept the name and password"), 1, "folkmoot: the homeserver does not"),
        (LoggedOut("the homeserver ended the session"), 1, "folkmoot: the homeserver ended the session"),
        (EncryptionMissing("encryption is on, but it is not installed"), 2, "folkmoot: encryption is on"),
        (Newer(None, "9.0", ["later"]), 2, "folkmoot: "),
        (RuntimeError("hunter2"), 70, ""),
        (None, 0, ""),
    ],
)
def test_how_run_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception | None, code: int, told: str) -> None:
    """0 when told to stop, 1 for the login, 2 for settings and installation, 70 for a fault; a fault's words are not shown."""

    async def ends(*_: Any, **__: Any) -> None:
        await asyncio.sleep(0)
        if error is not None:
            raise error

    monkeypatch.setattr(program, "run", ends)
    monkeypatch.setattr(run.logs, "set_up", lambda *_: None)
    path = tmp_path / "bot.yaml"
    path.write_text(LEAST)
    ended = typed("run", "--config", str(path))
    assert ended.exit_code == code
    assert ended.stderr.startswith(told)
    assert "hunter2" not in ended.stderr


def test_run_refuses_wrong_settings_with_2(tmp_path: Path) -> None:
    """Settings that cannot be used are told with their line, and nothing is started."""
    path = tmp_path / "bot.yaml"
    path.write_text(f"{LEAST}prefix: bot\n")
    ended = typed("run", "--config", str(path))
    assert ended.exit_code == 2
    assert "bot.yaml:3: prefix" in ended.stderr


def test_a_mistyped_verb_is_answered_with_the_one_that_is_like_it() -> None:
    """Whoever mistypes a verb is told which one was probably meant."""
    shown = typed("rum")
    assert shown.exit_code == 2
    assert "Did you mean run?" in shown.output + shown.stderr


def test_whatever_is_stopped_ends_calmly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at work, and not at a question, ends with 130 and one calm word."""

    def stops(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("bot.cli.backup"), "backed_up", stops)
    path = tmp_path / "bot.yaml"
    path.write_text(LEAST)
    shown = typed("backup", "--config", str(path))
    assert (shown.exit_code, shown.stderr) == (130, "\nStopped.\n")


@pytest.mark.parametrize("line", [("run",), ("check",), ("backup",), ("rooms", "list")])
def test_without_settings_it_is_said_how_to_make_them(line: tuple[str, ...], tmp_path: Path) -> None:
    """A verb that finds no settings says what makes them, and ends with 2."""
    shown = typed(*line, "--config", str(tmp_path / "bot.yaml"))
    assert shown.exit_code == 2
    assert "folkmoot init" in shown.output + shown.stderr
