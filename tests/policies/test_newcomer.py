"""Newcomers: one welcome each, alone within seconds or together; what follows in their first week; knocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.newcomer import (
    CROWD,
    KNOCKS_FOLLOWED,
    SETTLE,
    STEPS,
    Knock,
    Newcomer,
    Step,
    next_step,
    suspected,
    welcome_at,
)

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_one_person_within_seconds_and_several_together() -> None:
    """One person waits a few seconds, for others who may be coming; a second one makes it a minute, counted from the first."""
    ana = Newcomer("ana", AT)
    assert welcome_at([], None) is None
    assert welcome_at([ana], None) == AT + SETTLE
    assert welcome_at([ana, Newcomer("bo", AT + SETTLE / 2)], None) == AT + CROWD
    assert timedelta(0) < SETTLE <= timedelta(seconds=10)


@given(gaps=st.lists(st.integers(0, 90), min_size=1, max_size=40))
def test_everybody_is_welcomed_once_and_soon(gaps: list[int]) -> None:
    """Whenever people come, each is in exactly one welcome, about a minute after they came at most; who come within a minute, in two at most."""
    came, now = [], AT
    for place, gap in enumerate(gaps):
        now += timedelta(seconds=gap)
        came.append(Newcomer(str(place), now))
    waiting: list[Newcomer] = []
    welcomes: list[tuple[datetime, list[str]]] = []
    before: datetime | None = None
    for each in [*came, None]:
        due = welcome_at(waiting, before)
        if due is not None and (each is None or due <= each.came):
            welcomes.append((due, [one.person for one in waiting]))
            waiting, before = [], max(one.came for one in waiting)
        if each is not None:
            waiting.append(each)
    assert sorted(person for _, people in welcomes for person in people) == sorted(each.person for each in came)
    arrived = {each.person: each.came for each in came}
    assert all(timedelta(0) <= at - arrived[person] <= CROWD + SETTLE for at, people in welcomes for person in people)
    assert all(later - sooner >= SETTLE for (sooner, _), (later, _) in pairwise(welcomes))
    welcome_of = {person: at for at, people in welcomes for person in people}
    for each in came:
        together = {welcome_of[other.person] for other in came if timedelta(0) <= other.came - each.came < CROWD}
        assert len(together) <= 2


@given(wakes=st.lists(st.integers(0, 20 * 24), max_size=10))
def test_each_step_of_the_first_weeks_happens_once(wakes: list[int]) -> None:
    """However often the program wakes, each step happens at most once, in order, never early; the last one always happens."""
    newcomer, done = Newcomer("ana", AT, welcomed=True), []
    for hours in [*sorted(wakes), 20 * 24]:
        now = AT + timedelta(hours=hours)
        newcomer, step = newcomer.stepping(now)
        if step is not None:
            done.append(step)
            assert now >= AT + dict(STEPS)[step]
    order = [step for step, _ in STEPS]
    assert done == sorted(set(done), key=order.index)
    assert done[-1] is Step.OVER
    assert newcomer.next_at() is None


def test_what_was_missed_is_not_made_up_for() -> None:
    """After an outage of a week nobody is nudged about the first day: the newcomer is asked."""
    newcomer, step = Newcomer("ana", AT).stepping(AT + 8 * DAY)
    assert (step, newcomer.asked) == (Step.ASK, True)
    assert next_step([Newcomer("bo", AT, welcomed=True), newcomer]) == AT + DAY
    assert next_step([Newcomer("bo", AT)]) is None


@pytest.mark.parametrize(
    "person",
    [
        "@telegram_12345:example.org",
        "@_discord_9876:example.org",
        "@whatsapp_4917:example.org",
        "@signal-1234:example.org",
        "@hookshot:example.org",
        "@rss-bot:example.org",
        "@bot:example.org",
        "@telegrambot:example.org",
        "@draupnir-main:example.org",
    ],
)
def test_who_looks_like_a_program(person: str) -> None:
    """Ids in the form of common bridges and programs are asked about."""
    assert suspected(person)


@pytest.mark.parametrize(
    "person",
    ["@ana:example.org", "@talbot:example.org", "@abbot:example.org", "@signal:example.org", "@iris.slack:example.org", "@botan:x.y"],
)
def test_who_does_not(person: str) -> None:
    """Names of people are not suspected because of a few letters."""
    assert not suspected(person)


def test_somebody_at_the_door_hears_within_each_promised_time() -> None:
    """From the knock on there is a word in every promised time, and at last one that says that it was the last."""
    knock, told = Knock("ana", AT), 0
    while (at := knock.next_at(DAY)) is not None:
        assert at == AT + told * DAY
        knock, told = knock.telling(), told + 1
    assert told == KNOCKS_FOLLOWED + 1
    assert knock.last
    assert Knock("ana", AT, waiting=False).next_at(DAY) is None
