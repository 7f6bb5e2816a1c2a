"""What all tests share: how many examples a rule is tried with (very many in `make faults`), and texts that are read once."""

from __future__ import annotations

import pytest
from hypothesis import settings

from bot.texts import Texts
from tests.our_texts import our_texts

settings.register_profile("fast", max_examples=15, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("fast")


@pytest.fixture
def texts_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verb of the command line that is called in this process finds the texts read already."""
    texts = our_texts()
    monkeypatch.setattr(Texts, "load", lambda *_, **__: texts)
