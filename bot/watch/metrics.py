"""The numbers as Prometheus reads them: one declared list, from which the page is made and against which docs/watch.md is checked.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.version import our_version
from bot.watch.facts import Facts
from bot.watch.pulse import Pulse, Spread, Trouble

PREFIX = "folkmoot_"


@dataclass(frozen=True, slots=True)
class Gauge:
    """A number that goes up and down; `None`: not known, and then not shown."""

    name: str
    help: str
    value: Callable[[Facts], float | None]


def _seconds(span: timedelta) -> float:
    return span.total_seconds()


def _backup_age(facts: Facts) -> float | None:
    last = facts.backups.last
    return None if last is None else _seconds(facts.now - last)


def _free(facts: Facts) -> float | None:
    return facts.disk.free / facts.disk.size if facts.disk is not None and facts.disk.size else None


GAUGES = (
    Gauge("sync_age_seconds", "Since the homeserver's last answer that had its effect, or since the start", lambda f: _seconds(f.silent)),
    Gauge("outbox_messages", "What is to be sent, with what waits for its time", lambda f: f.queued),
    Gauge("outbox_oldest_seconds", "For how long the oldest of it could have been sent, within this run", lambda f: _seconds(f.oldest)),
    Gauge("undecryptable_waiting", "Messages that wait for their keys now", lambda f: f.unread),
    Gauge("rooms", "Rooms of groups that the bot is in", lambda f: f.rooms),
    Gauge("members", "People in them, each counted once, the bot too", lambda f: f.members),
    Gauge("one_time_keys", "One-time keys that the homeserver still has of us", lambda f: f.one_time_keys),
    Gauge("disk_free_ratio", "Free share of the disk with the data, from 0 to 1", _free),
    Gauge("backup_age_seconds", "Since the last backup", _backup_age),
    Gauge("broken_records", "Rooms whose record does not hold", lambda f: len(f.broken)),
)
LATE = ("decisions_closed_late", "Decisions that were closed more than two minutes after their time")
UNREADABLE = ("undecryptable_messages", "Messages that came without their key; most keys follow within seconds")
ERRORS = ("errors", "Errors that the program went on after, by kind")
ANSWERS = ("answer_seconds", "From a command's being received to the homeserver's having its answer")
BUILD = ("build_info", "The version of the program and of Python; always 1")


class _Numbers(Collector):
    """All numbers, read when they are asked for."""

    def __init__(self, facts: Facts, pulse: Pulse) -> None:
        self._facts = facts
        self._pulse = pulse

    def collect(self) -> Iterator[Metric]:
        for gauge in GAUGES:
            value = gauge.value(self._facts)
            if value is not None:
                yield GaugeMetricFamily(PREFIX + gauge.name, gauge.help, value=value)
        yield CounterMetricFamily(PREFIX + LATE[0], LATE[1], value=self._pulse.late)
        yield CounterMetricFamily(PREFIX + UNREADABLE[0], UNREADABLE[1], value=self._pulse.unreadable)
        errors = CounterMetricFamily(PREFIX + ERRORS[0], ERRORS[1], labels=("kind",))
        for kind in Trouble:
            errors.add_metric((kind.value,), self._pulse.errors[kind])
        yield errors
        yield _spread(self._pulse.answers)
        build = GaugeMetricFamily(PREFIX + BUILD[0], BUILD[1], labels=("version", "python"))
        build.add_metric((our_version(), platform.python_version()), 1)
        yield build


def _spread(spread: Spread) -> HistogramMetricFamily:
    bounds = [*(f"{bound:g}" for bound in spread.BOUNDS), "+Inf"]
    buckets = list(zip(bounds, accumulate(spread.counts), strict=True))
    return HistogramMetricFamily(PREFIX + ANSWERS[0], ANSWERS[1], buckets=buckets, sum_value=spread.total / 1000)


def page(facts: Facts, pulse: Pulse) -> bytes:
    """The page that Prometheus reads."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Numbers(facts, pulse))
    return generate_latest(registry)


def names() -> list[str]:
    """Every name on the page, with the endings that Prometheus knows them by."""
    counters = [f"{PREFIX}{name}_total" for name, _ in (LATE, UNREADABLE, ERRORS)]
    return [*(PREFIX + gauge.name for gauge in GAUGES), *counters, PREFIX + ANSWERS[0], PREFIX + BUILD[0]]


