"""The long fault runs, on the stage of the live tests. They run only when asked for: `make faults`, or `pytest -m long`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.live.conftest import bots, homeserver, members, nurseries, people, proxy, strict_homeserver

__all__ = ["bots", "homeserver", "members", "nurseries", "people", "proxy", "strict_homeserver"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is here as long, and leave it out unless long tests were asked for."""
    wanted = config.getoption("markexpr")
    asked = "long" in wanted and "not long" not in wanted
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.live)
            item.add_marker(pytest.mark.long)
            if not asked:
                item.add_marker(pytest.mark.skip(reason="long: run `make faults`"))
