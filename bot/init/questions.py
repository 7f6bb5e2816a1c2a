"""Asking a host: one question after the other, with a kind answer to what cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click
from rich.console import Console

from bot.init.answers import EVERYBODY, OWN, SKIP, Secret, Unsuited, agreed
from bot.matrix.discovery import Ways

T = TypeVar("T")

BROWSER_ONLY = """\
People log in to this server in a browser, and a bot has none. There are two ways:

1. A token that its admin makes. With the Matrix Authentication Service (MAS):
     mas-cli manage register-user            makes the account
     mas-cli manage issue-compatibility-token NAME FOLKMOOT
   The second line prints a token. Put it into a file of one line, and give it with --token-file, or type it when asked.
2. A password account. Ask whoever runs the server whether it can let this one account log in with a password
   (MAS: passwords: enabled; Synapse: password_config and register_new_matrix_user).

A token from your own Element does not do: its session belongs to Element, with keys that the bot does not have.
"""

FOREIGN = """\
The account {user} already has an identity (cross-signing), made by another app or by an earlier installation.
The bot needs one of its own, so that people's apps trust it. If it replaces that one, apps that know the old one ask people \
once whether they accept the new one, and other sessions of this account are no longer trusted.
If the old one is that of an earlier Folkmoot: stop here, and put identity.json from its data folder into {data} first.
"""

FOREIGN_FOR_GOOD = """\
The account {user} already has an identity (cross-signing), made by another app or by an earlier installation.
It cannot be replaced with a token. The bot can go on, but people's apps will warn about its messages, and some give it no keys.
Better: stop here, and use the password, or put identity.json from the earlier Folkmoot's data folder into {data}.
"""

INVITES = f"""\
Who may invite the bot into a room? Type {OWN} (people on its own server), {EVERYBODY} (whoever it is, from any server), or a list of \
servers and people, such as example.org, @ana:friends.example"""

NUMBER = f"""\
Which number do people call in an emergency where your groups live, such as 112? The bot shows it to people who may need help \
today. You may {SKIP} it; then the bot says "your local emergency number"."""


class Asking:
    """Asks on the terminal and answers what cannot be. `console` says everything that is no question."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def say(self, words: str = "", style: str = "") -> None:
        """Say something; a line that is too long for the terminal goes on in the next one, between two words."""
        self._console.print(words, style=style, markup=False, highlight=False, soft_wrap=not self._console.is_terminal)

    def show(self, words: str) -> None:
        """Show what is to be copied, as it stands."""
        self._console.print(words, markup=False, highlight=False, soft_wrap=True)

    def heading(self, words: str) -> None:
        """Say what comes now."""
        self.say()
        self.say(words, style="bold")

    def ask(self, question: str, read: Callable[[str], T], default: str | None = None) -> T:
        """Ask until the answer can be used."""
        while True:
            words = click.prompt(question, default=default, type=str)
            try:
                return read(words)
            except Unsuited as why:
                self.say(f"That does not work: {why}.")

    def secret(self, ways: Ways) -> Secret:
        """Ask for the password or a token; what is typed is not shown."""
        kind = "password"
        if ways.password:
            if not self.agrees("Do you have the account's password, and not only an access token?", default=True):
                kind = "token"
        else:
            self.show(BROWSER_ONLY)
            kind = "token"
        return self.typed(kind)

    def typed(self, kind: str) -> Secret:
        """Ask for a secret of that kind."""
        while True:
            words = click.prompt(f"The account's {kind} (it is not shown)", hide_input=True, type=str)
            try:
                return Secret("token" if kind == "token" else "password", words)
            except Unsuited as why:
                self.say(f"That does not work: {why}.")

    def agrees(self, question: str, *, default: bool = False) -> bool:
        """Ask for a yes."""
        return self.ask(f"{question} (yes or no)", agreed, "yes" if default else "no")
