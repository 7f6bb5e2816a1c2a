"""Where the time ends and the matter begins, in what people type."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import said, when

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
LEFT_OUT = ("to", "that", "about", "of", "for", "daran")
WORDS = ("to", "in", "2", "hours", "tomorrow", "at", "9", "9:00", "every", "Tuesday", "call", "Ana", ":", ",", "an", "dass", "Uhr", "3")
KEPT = ("dass", "an", "zu", "nicht")


def read(phrase: str) -> when.When:
    """As somebody in Berlin means it, in English or German."""
    return when.read(phrase, now=NOW, zone="Europe/Berlin", languages=("en", "de"))


def parted(typed: str) -> list[tuple[str, str]]:
    """The ways to part what was typed."""
    return [(way.phrase, way.about) for way in said.part(typed, read, LEFT_OUT, KEPT)]


@pytest.mark.parametrize(
    ("typed", "phrase", "about"),
    [
        ("in 2 hours to call the clinic", "in 2 hours", "call the clinic"),
        ("every Tuesday 18:00 that the circle starts at 19:00", "every Tuesday 18:00", "the circle starts at 19:00"),
        ("Monday", "Monday", ""),
        ("to call Ana on Friday", "on Friday", "call Ana"),
        ("at 9 tomorrow to call Ana on Friday", "at 9 tomorrow", "call Ana on Friday"),
        ("at ten to seven to call mum", "at ten to seven", "call mum"),
        ("tomorrow 9:00: call Ana", "tomorrow 9:00", "call Ana"),
        ("call Ana: tomorrow 9:00", "tomorrow 9:00", "call Ana"),
        ("tomorrow 9:00\ncall Ana", "tomorrow 9:00", "call Ana"),
        ("tomorrow 9:00 \u2013 call Ana", "tomorrow 9:00", "call Ana"),
        ("tomorrow 9:00, call Ana", "tomorrow 9:00", "call Ana"),
        ("every day at 8:00 until June to water the plants", "every day at 8:00 until June", "water the plants"),
        ("every 2 weeks Tue 19:00 10 times except 31 March to bring cake", "every 2 weeks Tue 19:00 10 times except 31 March", "bring cake"),
        ("about the rent on the first of every month at 9:00", "on the first of every month at 9:00", "the rent"),
        ("call Ana tomorrow about the tea", "tomorrow", "call Ana about the tea"),
        ("tomorrow 9:00 not to smoke", "tomorrow 9:00", "not to smoke"),
        ("morgen um 9 an den Zahnarzt", "morgen um 9", "an den Zahnarzt"),
        ("daran, morgen um 9 die Klinik anzurufen", "morgen um 9", "die Klinik anzurufen"),
        ("daran, die Klinik morgen um 9 anzurufen", "morgen um 9", "die Klinik anzurufen"),
        ("jeden Dienstag um 18 Uhr, dass der Kreis um 19 Uhr beginnt", "jeden Dienstag um 18 Uhr", "dass der Kreis um 19 Uhr beginnt"),
        ("in 2 Stunden die Klinik anrufen", "in 2 Stunden", "die Klinik anrufen"),
        ("jeden ersten Montag im Monat um 18:00 an die Miete", "jeden ersten Montag im Monat um 18:00", "an die Miete"),
        ("an Montag 9:00", "an Montag 9:00", ""),
    ],
)
def test_time_and_matter(typed: str, phrase: str, about: str) -> None:
    """The longest run of words that is a time is the time; what joins it to the matter is not a part of that."""
    assert parted(typed) == [(phrase, about)]


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("Friday dinner at 7pm", [("Friday", "dinner at 7pm"), ("at 7pm", "Friday dinner")]),
        ("Monday 3 tests", [("Monday 3", "tests"), ("Monday", "3 tests")]),
        ("tomorrow sun cream", [("tomorrow sun", "cream"), ("tomorrow", "sun cream")]),
        ("call on Friday or on Monday about it", [("Friday", "call on or on Monday about it"), ("Monday", "call on Friday or on about it")]),
    ],
)
def test_two_ways(typed: str, ways: list[tuple[str, str]]) -> None:
    """Where the words can be parted in two ways, both are given and none is chosen."""
    assert parted(typed) == ways


@pytest.mark.parametrize("typed", ["", "when pigs fly", "why I am alive", "to", "of Ana", ":", "x " * 5000, "9" * 20_000])
def test_no_time(typed: str) -> None:
    """Where no time is in it, there is no way to part it."""
    assert parted(typed) == []


@given(typed=st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_part_is_a_time_that_was_typed(typed: list[str]) -> None:
    """Whatever is typed, a time that is given is one that the grammar reads, and no word is made up."""
    for way in said.part(" ".join(typed), read, LEFT_OUT, KEPT):
        assert said.is_time(way.when)
        assert read(way.phrase) == way.when
        assert set(way.about.replace(",", " ").split()) <= set(" ".join(typed).replace(",", " ").split())
