"""Reads the tables of phrases: what is typed, and what it means at noon of Friday 27 March 2026 in Berlin."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from policies.when import Ask, DateOnly, Every, Once, When, read

NOW = datetime.fromisoformat("2026-03-27T12:00+01:00")
BERLIN = "Europe/Berlin"


def rows(table: str) -> list[tuple[str, str]]:
    """What is typed and what it means, line by line."""
    pairs = [line.split(" | ") for line in table.strip().splitlines()]
    return [(typed.strip(), meaning.strip()) for typed, meaning in pairs]


def meaning(phrase: str, language: str) -> str:
    """What the phrase means, as the tables write it: times in Berlin."""
    return told(read(phrase, now=NOW, zone=BERLIN, languages=(language,)))


def told(value: When) -> str:
    """A value as the tables write it."""
    match value:
        case Once(at):
            return f"{at.astimezone(ZoneInfo(BERLIN)):%a %Y-%m-%d %H:%M:%S}".removesuffix(":00")
        case DateOnly(day):
            return f"{day:%a %Y-%m-%d}"
        case Every(rule=rule, first=first, zone=zone, except_=except_):
            skipped = "".join(f" except {day}" for day in except_)
            place = "" if zone == BERLIN else f" {zone}"
            return f"{rule} from {first:%a %Y-%m-%d %H:%M}{place}{skipped}"
        case Ask(why=why, choices=choices):
            return f"ask {why}" + (": " + " / ".join(choices) if choices else "")
