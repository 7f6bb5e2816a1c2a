"""What belongs to each person alone: their language, their time zone, how a counted vote is shown to them."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import available_timezones

from commands.answers import Answer
from commands.kit import Rest, command, to_type
from commands.ports import Context
from policies import quiet
from policies.model import Code, Refused, text
from policies.rights import Right

RECEIPTS = ("words", "marks")
"""How a counted vote can be shown; what people type for each are the words of the option `receipts-words`, and so on."""


@command("me", group=False, right=Right.ANYONE)
def me(ctx: Context) -> Answer:
    """What is set for me."""
    settings = ctx.directory.settings(ctx.sender.id)
    return text(
        "me",
        language=text(f"language-{settings.language or ctx.language}"),
        zone=settings.zone or ctx.zone,
        receipts=text(f"receipts-{settings.receipts or 'marks'}"),
        quiet=(settings.quiet or "").replace("-", " - ") if settings.quiet != quiet.OFF else quiet.OFF,
        nudges="yes" if settings.nudges else "no",
    )


@command("me language", group=False, right=Right.ANYONE)
def language(ctx: Context, wanted: Rest) -> Answer:
    """My language, for what the bot writes to me alone."""
    code = ctx.words.language(wanted)
    if code is None:
        known = tuple(text(f"language-{each}") for each in ctx.words.languages)
        raise Refused("me-language-unknown", words=wanted, known=known)
    ctx.directory.save(ctx.sender.id, replace(ctx.directory.settings(ctx.sender.id), language=code))
    return text("me-language-saved", language=text(f"language-{code}"))


@command("me zone", group=False, right=Right.ANYONE)
def zone(ctx: Context, wanted: Rest) -> Answer:
    """My time zone, by IANA name or city."""
    found = zones(wanted)
    if len(found) != 1:
        choices = tuple(to_type(ctx, "me zone", each) for each in found[:5])
        raise Refused("me-zone-which" if found else "me-zone-unknown", words=wanted, choices=choices)
    ctx.directory.save(ctx.sender.id, replace(ctx.directory.settings(ctx.sender.id), zone=found[0]))
    return text("me-zone-saved", zone=found[0])


def zones(wanted: str) -> list[str]:
    """The IANA zones that a person may mean: the exact name, else those of that city."""
    name = "_".join(wanted.split()).casefold()
    real = sorted(each for each in available_timezones() if not each.startswith(("Etc/", "posix", "right", "SystemV")))
    exact = [each for each in real if each.casefold() == name and ("/" in each or each == "UTC")]
    return exact or [each for each in real if "/" in each and each.casefold().rsplit("/", 1)[1] == name]


@command("me receipts", group=False, right=Right.ANYONE)
def receipts(ctx: Context, wanted: Rest) -> Answer:
    """How a counted vote is shown to me: by a small mark, or in words."""
    typed = wanted.casefold()
    choice = next((each for each in RECEIPTS if typed in ctx.words.option(f"receipts-{each}")), None)
    if choice is None:
        raise Refused("me-receipts-unknown")
    ctx.directory.save(ctx.sender.id, replace(ctx.directory.settings(ctx.sender.id), receipts=choice))
    return text("me-receipts-saved", receipts=text(f"receipts-{choice}"))


@command("me quiet", group=False, right=Right.ANYONE)
def my_quiet(ctx: Context, wanted: Rest) -> Answer:
    """The hours in which the bot does not write to me alone, if it can wait."""
    hours = quiet.OFF if wanted.casefold() in ctx.words.option("off") else quiet.read(wanted)
    ctx.directory.save(ctx.sender.id, replace(ctx.directory.settings(ctx.sender.id), quiet=hours))
    start, _, end = hours.partition("-")
    return text("me-quiet-saved", hours=hours, start=start, end=end)


@command("me notifications", group=False, right=Right.ANYONE)
def notifications(ctx: Context, wanted: Rest) -> Answer:
    """Whether the bot reminds me of what waits for me."""
    choice = next((each for each in ("on", "off") if wanted.casefold() in ctx.words.option(each)), None)
    if choice is None:
        raise Refused("set-on-or-off", words=wanted)
    ctx.directory.save(ctx.sender.id, replace(ctx.directory.settings(ctx.sender.id), nudges=choice == "on"))
    return text("me-notifications-saved", on="yes" if choice == "on" else "no")


@command("group", group=False, right=Right.ANYONE)
def group(ctx: Context, wanted: Rest) -> Answer:
    """In a direct chat: which of the groups that we share the next commands are about."""
    groups = ctx.directory.groups(ctx.sender.id)
    word = wanted.lstrip("#").casefold()
    for each in groups:
        if word and word in {str(each.number), each.name.casefold()}:
            ctx.directory.choose(ctx.sender.id, each.number)
            return text("group-chosen", group=each.name)
    raise Refused("group-which" if groups else "group-none", groups=offered(ctx))


def offered(ctx: Context) -> tuple[Code, ...]:
    """The groups as things to type: by their names, and by number where a name is missing or not the only one."""
    groups = ctx.directory.groups(ctx.sender.id)
    names = [each.name.casefold() for each in groups]
    return tuple(
        to_type(ctx, "group", each.name if each.name and names.count(each.name.casefold()) == 1 else each.number)
        for each in groups
    )
