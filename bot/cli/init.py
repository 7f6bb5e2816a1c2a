"""`folkmoot init`: from an account to settings that work, by questions or by flags."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import click
from rich.console import Console

from bot import logs
from bot.catalog import FALLBACK
from bot.cli import INTERRUPTED
from bot.config import HERE, LANGUAGE, behind
from bot.init import answers as given
from bot.init.answers import Answers, Secret, Unsuited
from bot.init.questions import BROWSER_ONLY, FOREIGN, FOREIGN_FOR_GOOD, INVITES, NUMBER, Asking
from bot.init.written import Beside, settings
from bot.matrix.account import EncryptionMissing, LoggedOut, Login, LoginFailed, Unreachable
from bot.matrix.discovery import Found, NotFound, find
from bot.matrix.enrolment import Enrolled, Enrolment
from bot.program import DEVICE_NAME

REFUSED, UNUSABLE = 1, 2


@dataclass(frozen=True, slots=True)
class Flags:
    """What was given on the command line; None: nothing."""

    homeserver: str | None
    user: str | None
    secret: Secret | None
    invites: str | None
    language: str | None
    zone: str | None
    number: str | None
    data: str
    out: Path
    replace_identity: bool
    force: bool


class Stopped(click.ClickException):
    """It does not go on from here. No settings were written, no session is left on the server."""

    exit_code = REFUSED

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Say why."""
        click.echo(f"{self.message}\nNo settings were written.", err=True)


class Interrupted(Stopped):
    """Somebody stopped it."""

    exit_code = INTERRUPTED


class Unusable(Stopped):
    """What was given cannot be used, or is not enough."""

    exit_code = UNUSABLE


@click.command("init", short_help="Log the bot in and write its settings.")
@click.option("--homeserver", help="Its address, or the name of its server; found by the account's id by default.")
@click.option("--user", help="The bot's account, for example @folkmoot:example.org.")
@click.option("--password-file", type=click.Path(path_type=Path), help="A file with the account's password; FOLKMOOT_PASSWORD works too.")
@click.option("--token-file", type=click.Path(path_type=Path), help="A file with an access token instead; FOLKMOOT_TOKEN works too.")
@click.option("--invites", help="Who may invite the bot: own, everybody, or a list of servers and people.")
@click.option("--language", help="The language of a room until it chooses its own.")
@click.option("--zone", help="The time zone of a room until it chooses its own, as Europe/Berlin.")
@click.option("--emergency-number", "number", help="The number that people call in an emergency, as 112; or skip.")
@click.option("--data", default="./data", show_default=True, help="Where everything is kept; relative to the settings.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=HERE, show_default=True, help="The settings to write.")
@click.option("--replace-identity", is_flag=True, help="Go on where the account has an identity of another app already.")
@click.option("--force", is_flag=True, help="Write over settings that are there already.")
@click.option("--yes", is_flag=True, help="Ask nothing: what no flag says is left at its default.")
def command(
    *,
    homeserver: str | None,
    user: str | None,
    password_file: Path | None,
    token_file: Path | None,
    invites: str | None,
    language: str | None,
    zone: str | None,
    number: str | None,
    data: str,
    out: Path,
    replace_identity: bool,
    force: bool,
    yes: bool,
) -> None:
    """Log the bot in and write its settings, bot.yaml, and the secret in a file beside it.

    Asks for what no flag says. A password is never a flag, since others on this machine see the flags of a program: it is
    typed hidden, or stands in a file or in FOLKMOOT_PASSWORD. When it is stopped at any question, nothing is written and no
    session is left behind. Ends with 1 when it was refused, with 2 when something is missing that nobody can be asked
    for, with 130 when you stopped it.
    """
    logs.set_up("lines", "error")
    asking = Asking(Console(file=sys.stdout))
    try:
        secret = _given_secret(password_file, token_file, os.environ)
        flags = Flags(homeserver, user, secret, invites, language, zone, number, data, out, replace_identity, force)
        if yes or not interactive():
            _by_flags(asking, flags)
        else:
            _by_questions(asking, flags)
    except Unsuited as why:
        raise Unusable(f"That does not work: {why}.") from None
    except (click.Abort, KeyboardInterrupt):
        raise Interrupted("\nStopped.") from None


def interactive() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


def _given_secret(password_file: Path | None, token_file: Path | None, environ: Mapping[str, str]) -> Secret | None:
    if password_file is not None and token_file is not None:
        raise Unsuited("a password and a token were given; keep one of them")
    if password_file is not None:
        return given.from_file(password_file, "password")
    if token_file is not None:
        return given.from_file(token_file, "token")
    password, token = environ.get("FOLKMOOT_PASSWORD"), environ.get("FOLKMOOT_TOKEN")
    if password and token:
        raise Unsuited("the environment holds FOLKMOOT_PASSWORD and FOLKMOOT_TOKEN; keep one of them")
    return Secret("password", password) if password else Secret("token", token) if token else None


def _by_flags(asking: Asking, flags: Flags) -> None:
    """Everything from flags and defaults."""
    missing = [name for name, value in (("--user", flags.user), ("--password-file or --token-file", flags.secret)) if value is None]
    if flags.user is not None and ":" not in flags.user and flags.homeserver is None:
        missing.insert(0, "--homeserver, or --user as a full id")
    if missing:
        raise Unusable(f"Nobody can be asked here, and these are missing: {', '.join(missing)}.")
    assert flags.user is not None
    assert flags.secret is not None
    user = given.user(flags.user)
    answers = Answers(
        homeserver="",
        user=user,
        secret=flags.secret,
        device=given.new_device(),
        data=given.data(flags.data),
        invites=given.invites(flags.invites or given.OWN),
        language=given.language(flags.language or FALLBACK),
        zone=given.zone(flags.zone or given.local_zone()),
        number=given.number(flags.number or ""),
    )
    there = _there(flags.out, answers.secret)
    if there and not flags.force:
        raise Stopped(f"{', '.join(map(str, there))} would be written over. To do that, add --force.")
    try:
        found = asyncio.run(find(flags.homeserver or user))
    except NotFound as why:
        raise Stopped(f"The homeserver cannot be found: {why}.") from None
    _tell(asking, found)
    if answers.secret.kind == "password" and not found.ways.password:
        raise Stopped(BROWSER_ONLY)
    answers = replace(answers, homeserver=found.address)
    _enrol(asking, flags, answers, ask=False)


def _by_questions(asking: Asking, flags: Flags) -> None:
    """What no flag says is asked for; the login comes last, so that whoever stops before leaves nothing behind."""
    asking.heading("Folkmoot needs an account of its own on a Matrix homeserver, made like that of a person.")
    user = given.user(flags.user) if flags.user else asking.ask("Its id, such as @folkmoot:example.org", given.user)
    found = _found(asking, flags.homeserver or (user if ":" in user else None))
    _tell(asking, found)

    asking.heading("Its groups")
    asking.say(INVITES)
    invites = given.invites(flags.invites) if flags.invites else asking.ask("Who", given.invites, given.OWN)
    language = given.language(flags.language) if flags.language else asking.ask(f"Language ({LANGUAGE.expected})", given.language, FALLBACK)
    zone = given.zone(flags.zone) if flags.zone else asking.ask("Time zone", given.zone, given.local_zone())
    asking.say()
    asking.say(NUMBER)
    number = given.number(flags.number) if flags.number is not None else asking.ask("Number", given.number, given.SKIP)

    asking.heading("Its login")
    secret = flags.secret
    if secret is None or (secret.kind == "password" and not found.ways.password):
        secret = asking.secret(found.ways)
    there = _there(flags.out, secret)
    if there and not flags.force and not asking.agrees(f"{', '.join(map(str, there))} is there already. Write over it?"):
        raise Stopped("Your settings stay as they are.")
    answers = Answers(found.address, user, secret, given.new_device(), given.data(flags.data), invites, language, zone, number)
    _enrol(asking, flags, answers, ask=True)


def _found(asking: Asking, words: str | None) -> Found:
    """The homeserver, asked for until one is found."""
    while True:
        words = words or asking.ask("The homeserver: its address, or its server's name", str.strip)
        try:
            return asyncio.run(find(words))
        except NotFound as why:
            asking.say(f"I cannot find the homeserver: {why}.")
            words = None


def _tell(asking: Asking, found: Found) -> None:
    for note in found.notes:
        asking.say(note)
    asking.say(f"A Matrix homeserver answers at {found.address}.")


def _there(out: Path, secret: Secret) -> list[Path]:
    """The files that would be written over."""
    beside = out.with_name(secret.kind)
    try:
        same = beside.read_text(encoding="utf-8").rstrip("\r\n") == secret.words
    except (OSError, UnicodeDecodeError):
        same = False
    return [each for each in (out, beside) if each.exists() and not (each is beside and same)]


def _enrol(asking: Asking, flags: Flags, answers: Answers, *, ask: bool) -> None:
    """Log in and write the files: all of it, or nothing."""
    data = (flags.out.parent / Path(answers.data).expanduser()).resolve()
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Beside(flags.out))
            beside = stack.enter_context(Beside(flags.out.with_name(answers.secret.kind)))
        except OSError as error:
            raise Stopped(f"{flags.out.parent} cannot be written: {error.strerror}.") from None
        while True:
            try:
                done = _attempt(asking, flags, answers, data, (beside, file), ask=ask)
            except (LoginFailed, LoggedOut, EncryptionMissing, Unreachable, OSError) as error:
                if not (ask and isinstance(error, LoginFailed) and error.reason == answers.secret.kind):
                    raise Stopped(_reason(error)) from None
                asking.say(f"That did not work: {error}. Please try again; Ctrl-C stops.")
                answers = replace(answers, secret=asking.typed(answers.secret.kind))
            else:
                break
    _ready(asking, flags, answers, done)


def _login(answers: Answers) -> Login:
    password, token = (answers.secret.words if answers.secret.kind == kind else None for kind in ("password", "token"))
    return Login(
        homeserver=answers.homeserver,
        user=answers.user,
        password=password,
        token=token,
        device=answers.device,
        device_name=DEVICE_NAME,
        encryption=True,
    )


def _attempt(asking: Asking, flags: Flags, answers: Answers, data: Path, files: tuple[Beside, Beside], *, ask: bool) -> Enrolled:
    """Try once to log in and write the files; whatever goes wrong, it is as if nothing had been."""
    enrolment = Enrolment(_login(answers), data)
    whole = False
    try:
        done = _enter(asking, flags, answers, enrolment, data, ask=ask)
        beside, file = files
        beside.write(answers.secret.words)
        file.write(settings(replace(answers, user=done.user_id, device=done.device_id)))
        beside.move()
        file.move()
        whole = True
    finally:
        if not whole and asyncio.run(enrolment.undo()):
            asking.say(f"{data / 'identity.json'} stays: the homeserver may know this identity already, and the next folkmoot init goes on with it.")
    return done


def _enter(asking: Asking, flags: Flags, answers: Answers, enrolment: Enrolment, data: Path, *, ask: bool) -> Enrolled:
    asking.say("I log in and put the bot's keys on the server ...")
    if asyncio.run(enrolment.enter()) and not flags.replace_identity:
        explained = FOREIGN if answers.secret.kind == "password" else FOREIGN_FOR_GOOD
        asking.say(explained.format(user=answers.user, data=data))
        if not ask:
            raise Stopped("To go on all the same, add --replace-identity.")
        if not asking.agrees("Go on?"):
            raise Stopped("The account stays as it is.")
    return asyncio.run(enrolment.stand())


def _reason(error: Exception) -> str:
    """Why it does not go on, in words."""
    match error:
        case Unreachable():
            wait = f" Try again in {error.seconds:.0f} seconds." if error.seconds > 1 else " Try again later."
            return f"The homeserver cannot do it now: {error.reason}.{wait}"
        case OSError():
            return f"A file cannot be written: {error.strerror}."
        case _:
            return f"The bot cannot log in: {error}."


def _ready(asking: Asking, flags: Flags, answers: Answers, done: Enrolled) -> None:
    """What there is now, and how it goes on."""
    program = _program()
    other = behind(Path(flags.out.name))
    asking.heading(f"Ready: {done.user_id} is logged in on device {done.device_id}.")
    asking.say("Encryption works: the keys of the bot's device are on the homeserver.")
    if done.trusted:
        asking.say("Cross-signing works: people's apps trust the bot's device.")
    else:
        asking.say("Cross-signing could not be set up: people's apps will warn about the bot's messages. folkmoot check says more.")
    asking.say(f"Written, for your eyes alone: {flags.out} and {flags.out.with_name(answers.secret.kind)}.")
    asking.heading("Start it with these three lines:")
    asking.show(f"  cd {shlex.quote(str(flags.out.parent.resolve()))}\n  {program} check{other}\n  {program} run{other}")
    asking.heading("Then, in Element, in your group's room, type:")
    asking.show(f"  /invite {done.user_id}\n  !start")


def _program() -> str:
    """How this program is called here: by its name, where the shell finds that."""
    beside = Path(sys.executable).with_name("folkmoot")
    return "folkmoot" if shutil.which("folkmoot") or not beside.exists() else shlex.quote(str(beside))
