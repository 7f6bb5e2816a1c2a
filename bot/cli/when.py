"""`folkmoot when`: how a phrase about time is read, as JSON."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from bot.catalog import LOCALE
from bot.clock import Clock
from bot.texts import Reader, Texts
from policies.model import Text
from policies.when import LANGUAGES, Ask, DateOnly, Every, Once, When, read

_SHOWN = 3


class Zone(click.ParamType[ZoneInfo]):
    """An IANA zone, such as Europe/Berlin."""

    name = "zone"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> ZoneInfo:
        """The zone of that name."""
        if isinstance(value, ZoneInfo):
            return value
        try:
            return ZoneInfo(str(value))
        except (KeyError, ValueError, OSError):
            self.fail(f"{value!r} is no IANA zone; Europe/Berlin is one.", param, ctx)


class Instant(click.ParamType[datetime]):
    """An ISO 8601 time with its offset, such as 2026-03-27T12:00+01:00."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware datetime."""
        if isinstance(value, datetime):
            return value
        try:
            at = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no ISO time; 2026-03-27T12:00+01:00 is one.", param, ctx)
        if at.tzinfo is None:
            self.fail(f"{value!r} lacks its offset from UTC, as in 2026-03-27T12:00+01:00.", param, ctx)
        return at


@click.command(short_help="Show how a time is read.")
@click.option(
    "--lang",
    "languages",
    type=click.Choice(LANGUAGES),
    multiple=True,
    default=("en",),
    show_default=True,
    help="The language of the phrase; give it again for each one that may be meant.",
)
@click.option("--zone", type=Zone(), default="UTC", show_default=True, help="The zone of the person who writes.")
@click.option("--now", type=Instant(), default=None, help="The time of writing.  [default: now]")
@click.argument("phrase", nargs=-1, required=True)
def command(languages: tuple[str, ...], zone: ZoneInfo, now: datetime | None, phrase: tuple[str, ...]) -> None:
    """Show how PHRASE is read, as JSON. Write -- before a phrase that begins with a dash."""
    written = now or Clock().now()
    value = read(" ".join(phrase), now=written, zone=zone.key, languages=languages)
    click.echo(json.dumps(described(value, written, zone), ensure_ascii=False))


def described(value: When, now: datetime, zone: ZoneInfo) -> dict[str, object]:
    """What was read, as JSON can hold it: times in ISO 8601 with the offset of their zone."""
    match value:
        case Once(at):
            return {"kind": "once", "at": _iso(at, zone)}
        case Every(rule=rule, zone=name):
            shown = [_iso(at, ZoneInfo(name)) for at in value.occurrences(now, _SHOWN)]
            except_ = [day.isoformat() for day in value.except_]
            return {"kind": "recurring", "rrule": rule, "first": shown, "zone": name, "except": except_}
        case DateOnly(day):
            return {"kind": "date_only", "date": day.isoformat()}
        case Ask():
            return {"kind": "ask", "why": _said(value), "choices": list(value.choices)}


def _iso(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).isoformat(timespec="seconds")


def _said(question: Ask) -> str:
    texts = Texts.load(LOCALE)
    return texts.render(Text(question.why, question.values), Reader("en", ZoneInfo("UTC"), "")).body
