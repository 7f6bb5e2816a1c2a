"""The command `folkmoot`. Each of its verbs is a module of `bot/cli`, loaded only when it is used."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click

import bot.cli
from bot.store.versions import Newer
from bot.version import our_version


class Verbs(click.Group):
    """Finds the verbs by their modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all verbs."""
        return sorted(module.name for module in pkgutil.iter_modules(bot.cli.__path__))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The verb `name`, if there is one."""
        if name not in self.list_commands(ctx):
            return None
        verb: click.Command = importlib.import_module(f"bot.cli.{name}").command
        return verb

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb. Whichever it is, it stops before a database that a newer program has changed."""
        try:
            return super().invoke(ctx)
        except Newer as newer:
            click.echo(f"folkmoot: {newer}", err=True)
            sys.exit(2)


@click.command(cls=Verbs)
@click.version_option(our_version(), message="folkmoot %(version)s")
def main() -> None:
    """Folkmoot: a Matrix bot for groups that run themselves.

    Each command ends with 0 when all went well, with 1 when something is wrong or was refused, and with 2 when the
    settings or a file cannot be used. What a command needs, and what else its ends mean: folkmoot COMMAND --help
    """


if __name__ == "__main__":
    main(prog_name="folkmoot")
