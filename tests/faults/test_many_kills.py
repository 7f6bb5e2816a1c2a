"""Twenty rounds of kills at random instants: what three rounds in the live tests may miss."""

from __future__ import annotations

import pytest

from tests.live.conftest import MakeBot, MakeMembers
from tests.live.test_once import bursts

ROUNDS = 20


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
async def test_twenty_rounds_of_kills(members: MakeMembers, bots: MakeBot, *, encrypted: bool) -> None:
    """Over twenty bursts of 50 commands around kills at random instants each is answered once, each vote counted once."""
    await bursts(members, bots, rounds=ROUNDS, encrypted=encrypted)
