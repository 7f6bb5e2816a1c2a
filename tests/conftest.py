"""What all tests share: how many examples a rule is tried with (very many in `make faults`), and texts that are read once."""

from __future__ import annotations

import logging
import os
import sys
import threading
import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import pytest
import structlog
from hypothesis import settings

from bot.store.journal import RoomRecord
from bot.texts import Texts
from commands.entries import sense
from commands.ports import Entry
from tests.our_texts import our_texts

settings.register_profile("fast", max_examples=8, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("fast")

MEMORY = "/dev/shm"  # noqa: S108  (only the start of a path that pytest makes)


def pytest_configure() -> None:
    """Files of tests lie in memory, where the system has a place for such: what is thrown away need not wait for a disk."""
    if os.access(MEMORY, os.W_OK):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)


@pytest.fixture
def texts_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verb of the command line that is called in this process finds the texts read already."""
    texts = our_texts()
    monkeypatch.setattr(Texts, "load", lambda *_, **__: texts)


@pytest.fixture(scope="module", autouse=True)
def log_as_before() -> Iterator[None]:
    """A verb or an account that is opened in this process changes where all that is logged goes; after the module all is as before."""
    root, nio = logging.getLogger(), logging.getLogger("nio")
    kept = structlog.get_config()
    handlers = root.handlers[:], nio.handlers[:]
    before = root.level, nio.level, nio.propagate, logging.raiseExceptions
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning
    yield
    structlog.configure(**kept)
    root.handlers[:], nio.handlers[:] = handlers
    root.level, nio.level, nio.propagate, logging.raiseExceptions = before
    sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning = hooks


@pytest.fixture(scope="session", autouse=True)
def every_entry_makes_sense() -> Iterator[None]:
    """Whatever the program writes into a record in a test is an entry that it would take from others."""
    append = RoomRecord.append

    def judged(self: RoomRecord, kind: str, at: datetime, data: Mapping[str, Any], texts: Mapping[str, str]) -> Entry:
        entry = append(self, kind, at, data, texts)
        body = {"kind": entry.kind, "at": entry.at.isoformat(), "data": entry.data}
        assert sense(body) is None, (sense(body), body)
        return entry

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RoomRecord, "append", judged)
        yield
