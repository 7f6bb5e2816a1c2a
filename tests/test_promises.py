"""Promises that are kept by what is not there."""

from __future__ import annotations

import dataclasses
from functools import lru_cache

import commands
from bot.config import KEYS
from bot.words import Vocabulary
from commands.kit import Book
from commands.ports import Context
from policies.rights import Right, may
from tests.our_texts import our_texts


@lru_cache(maxsize=1)
def book() -> Book:
    return Book.load(commands, Vocabulary(our_texts()))


def test_no_command_asks_for_more_than_membership() -> None:
    """Every command is for every member, or for everybody: none is for an owner, an admin or a facilitator alone."""
    assert set(Right) == {Right.MEMBER, Right.ANYONE}
    assert {command.right for command in book().commands.values()} <= set(Right)
    assert may(Right.MEMBER, member=True)
    assert not may(Right.MEMBER, member=False)


def test_a_command_does_not_learn_who_runs_the_bot() -> None:
    """What a command is given holds no power level and no owner, so it cannot prefer anybody."""
    words = {word for field in dataclasses.fields(Context) for word in field.name.split("_")}
    assert not words & {"owner", "admin", "power", "level", "operator"}


def test_the_settings_name_nobody_who_stands_above_the_group() -> None:
    """The host's settings say who may invite the bot, and nothing about who may decide."""
    assert not [
        key.name for key in KEYS if any(word in key.name for word in ("owner", "admin", "operator", "moderator"))
    ]
    # A number of people names nobody.
    counts = {key.name for key in KEYS if key.default is not None and type(key.default()) is int}
    assert [key.name for key in KEYS if "people" in key.name and key.name not in counts] == ["invites.people"]


def test_whatever_decides_for_a_group_needs_a_member() -> None:
    """A command that acts on a group's decisions is refused for who is not a member of that group."""
    deciding = {"propose", "vote", "stop", "change", "not everyday"} & set(book().commands)
    assert {"propose", "vote", "stop"} <= deciding
    assert {book().commands[name].right for name in deciding} == {Right.MEMBER}
    assert all(book().commands[name].group for name in deciding)
