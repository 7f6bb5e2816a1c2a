"""The command `folkmoot`. Each of its verbs is a module of `bot/cli`, loaded only when it is used."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from difflib import get_close_matches

import click

import bot.cli
from bot.checked_yaml import ConfigError
from bot.store.versions import Newer, ours


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

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that was typed. Raises `UsageError` with the one that was probably meant."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            ctx.fail(f"There is no {args[0]}." + (f" Did you mean {near[0]}?" if near else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb. Whichever it is, it stops before settings that cannot be used, and a database that a newer program has changed."""
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            click.echo(str(error), err=True)
            sys.exit(2)
        except Newer as newer:
            click.echo(f"folkmoot: {newer}", err=True)
            sys.exit(2)
        except click.Abort:
            # Whatever is asked, is asked before anything is done.
            click.echo("\nStopped. Nothing was changed.", err=True)
            sys.exit(bot.cli.INTERRUPTED)
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            sys.exit(bot.cli.INTERRUPTED)


@click.command(cls=Verbs, context_settings={"max_content_width": 120})
@click.version_option(ours(), message="folkmoot %(version)s")
def main() -> None:
    """Folkmoot: a Matrix bot for groups that run themselves.

    Each command ends with 0 when all went well, with 1 when something is wrong or was refused, with 2 when the
    settings or a file cannot be used, and with 130 when you stop it (Ctrl-C). What a command needs, and what else its
    ends mean: folkmoot COMMAND --help
    """


if __name__ == "__main__":
    main(prog_name="folkmoot")
