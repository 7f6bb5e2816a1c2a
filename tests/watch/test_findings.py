"""From facts to warnings: each limit, and when something is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.watch.facts import Backups, Disk, Facts
from bot.watch.findings import HOUR, MOST_AN_HOUR, Memory, found, news, unwell

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
WELL = Facts(now=NOW, up=DAY, silent=timedelta())


def keys(facts: Facts) -> list[str]:
    return list(found(facts, {}))


class Days:
    """Facts that follow one another, and what is said of them."""

    def __init__(self) -> None:
        self.now = NOW
        self.memory = Memory()

    def after(self, span: timedelta, **facts: Any) -> list[str]:
        """The ids of what is said when so much later the facts are these."""
        self.now += span
        said = news(self.memory, replace(WELL, now=self.now, **facts))
        self.memory = said.memory
        return [text.id for text in (*said.warnings, *said.well)]


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ({}, []),
        ({"silent": 9 * MINUTE}, []),
        ({"silent": 10 * MINUTE}, ["no sync for 10 minutes"]),
        ({"keeps": False}, ["the database cannot be written"]),
        ({"on_its_way": 9 * MINUTE}, []),
        ({"on_its_way": 11 * MINUTE, "silent": HOUR}, ["no sync for 60 minutes", "a message has been on its way for 11 minutes"]),
    ],
)
def test_what_a_monitor_should_act_on(facts: dict[str, Any], reasons: list[str]) -> None:
    """No sync for ten minutes, a database that keeps nothing and a message that hangs are reasons; nothing else is."""
    assert unwell(replace(WELL, **facts)) == reasons


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"one_time_keys": 10}, []),
        ({"one_time_keys": 9}, ["keys"]),
        ({"one_time_keys": None}, []),
        ({"disk": Disk(free=51, size=1000)}, []),
        ({"disk": Disk(free=50, size=1000)}, ["disk"]),
        ({"disk": Disk(free=0, size=0)}, []),
        ({"backups": Backups(wanted=True, last=NOW - 2 * DAY)}, ["backup"]),
        ({"backups": Backups(wanted=True, last=NOW - 2 * DAY + MINUTE)}, []),
        ({"backups": Backups(wanted=True), "up": 2 * DAY}, ["backup"]),
        ({"backups": Backups(wanted=True), "up": DAY}, []),
        ({"backups": Backups(wanted=False, last=NOW - 9 * DAY)}, []),
        ({"broken": frozenset({7, 3})}, ["record 3", "record 7"]),
    ],
)
def test_what_the_operator_should_know(facts: dict[str, Any], names: list[str]) -> None:
    """Each limit is where the documentation says, and what is not known or not wanted is no reason to warn."""
    assert keys(replace(WELL, **facts)) == names


def test_once_until_it_is_well_again_and_then_once() -> None:
    """A warning is said once however long it holds, and once that it is over, ten minutes after it is."""
    days, full = Days(), {"disk": Disk(free=1, size=100)}
    assert days.after(MINUTE, **full) == ["watch-disk"]
    assert [days.after(HOUR, **full) for _ in range(5)] == [[]] * 5
    assert days.after(MINUTE) == []
    assert days.after(9 * MINUTE) == []
    assert days.after(MINUTE) == ["watch-disk-well"]
    assert days.after(HOUR) == []
    assert days.after(MINUTE, **full) == ["watch-disk"]


def test_a_disk_on_the_edge_is_told_once() -> None:
    """Between 93 and 95 per cent nothing changes, whichever way it came there."""
    days, edge = Days(), {"disk": Disk(free=6, size=100)}
    assert days.after(MINUTE, **edge) == []
    assert days.after(MINUTE, disk=Disk(free=5, size=100)) == ["watch-disk"]
    assert [days.after(HOUR, **edge) for _ in range(3)] == [[]] * 3


def test_few_keys_are_told_when_they_stay_few() -> None:
    """A burst that takes one-time keys for some minutes is no news."""
    days, few = Days(), {"one_time_keys": 2}
    assert days.after(MINUTE, **few) == []
    assert days.after(9 * MINUTE, **few) == []
    assert days.after(MINUTE) == []
    assert days.after(MINUTE, **few) == []
    assert days.after(10 * MINUTE, **few) == ["watch-keys"]


def test_a_few_messages_an_hour() -> None:
    """What has no room in an hour waits for the next one, and is told then if it still holds."""
    days = Days()
    said = [days.after(MINUTE, broken=frozenset(range(1, count + 1))) for count in range(1, 7)]
    assert [len(each) for each in said] == [1] * MOST_AN_HOUR + [0] * (6 - MOST_AN_HOUR)
    assert days.after(HOUR, broken=frozenset({1, 2, 3, 5})) == ["watch-record"]
    assert {key for key, each in days.memory.standing.items() if each.told and each.well is None} == {f"record {room}" for room in (1, 2, 3, 5)}


def test_an_outage_is_told_afterwards() -> None:
    """That the homeserver could not be reached is said once it can be, with both times."""
    outage = (NOW - HOUR, NOW)
    said = news(Memory(), replace(WELL, outage=outage))
    assert [(text.id, dict(text.values)) for text in said.warnings] == [("watch-outage", {"since": outage[0], "until": outage[1]})]
    assert said.outage


def test_a_clock_that_was_put_back_silences_nobody() -> None:
    """Messages from a time that has not come yet do not count against this hour."""
    memory = Memory(sent=(NOW + DAY,) * MOST_AN_HOUR)
    assert news(memory, replace(WELL, broken=frozenset({1}))).warnings
