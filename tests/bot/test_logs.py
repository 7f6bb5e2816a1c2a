"""The log says what happened, and never what people wrote."""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from bot import logs

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "hunter2"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (structlog.get_config(), root.handlers[:], root.level, logging.raiseExceptions, sys.excepthook)
    hooks = (sys.unraisablehook, threading.excepthook, warnings.showwarning)
    yield
    structlog.configure(**before[0])
    root.handlers[:], root.level, logging.raiseExceptions, sys.excepthook = before[1:]
    sys.unraisablehook, threading.excepthook, warnings.showwarning = hooks


@pytest.fixture(name="stream")
def _stream() -> io.StringIO:
    return io.StringIO()


def entries(stream: io.StringIO) -> list[dict[str, Any]]:
    """What was logged as JSON."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def fail(words: str) -> None:
    """Raises an error whose message and locals hold `words`, caused by another one."""
    try:
        raise KeyError(words)  # noqa: TRY301 - a cause is wanted
    except KeyError as error:
        raise ValueError(words) from error


def test_json_is_one_object_a_line(stream: io.StringIO) -> None:
    """Machines get one object for each event, with its level and a UTC time."""
    logs.set_up("json", "info", stream)
    structlog.get_logger("x").info("joined", room="!a:b", count=2, at=datetime(2026, 1, 1, tzinfo=UTC), ok=None)
    (entry,) = entries(stream)
    assert datetime.fromisoformat(entry.pop("timestamp")).utcoffset() == datetime.now(UTC).utcoffset()
    assert entry == {
        "event": "joined",
        "level": "info",
        "room": "!a:b",
        "count": 2,
        "at": "2026-01-01 00:00:00+00:00",
        "ok": None,
    }


def test_lines_are_for_people(stream: io.StringIO) -> None:
    """People get one line for each event, and no value can look like another line or key."""
    logs.set_up("lines", "info", stream)
    structlog.get_logger().warning("could not join", room="!a:b", code="M_X room=!c:d\n2026 forged", wait=1.5, empty="")
    (line,) = stream.getvalue().splitlines()
    assert line.partition("Z ")[2] == (
        'warning  could not join room=!a:b code="M_X room=!c:d\\n2026 forged" wait=1.5 empty=""'
    )


def test_the_level_is_kept(stream: io.StringIO) -> None:
    """What is below the level is not written."""
    logs.set_up("json", "error", stream)
    structlog.get_logger().warning("unimportant")
    logging.getLogger("nio").warning("unimportant")
    structlog.get_logger().error("important")
    assert [entry["event"] for entry in entries(stream)] == ["important"]


@pytest.mark.parametrize(
    "key", ["body", "text", "content", "token", "password", "secret", "access_token", "formatted_Body"]
)
def test_private_keys_are_refused(stream: io.StringIO, key: str) -> None:
    """A key that is made for words or secrets never brings its value into the log, however deep it stands."""
    logs.set_up("json", "info", stream)
    structlog.get_logger().info("sent", **{key: SECRET}, kept=1, inner={key: SECRET, "list": [{key: SECRET}]})
    assert SECRET not in stream.getvalue()
    assert entries(stream)[0]["kept"] == 1
    assert entries(stream)[0][key] == logs.WITHHELD


def test_values_are_short_and_plain(stream: io.StringIO) -> None:
    """A long value is cut and an object is told by its type, so that no message gets in by another name."""
    logs.set_up("json", "info", stream)
    structlog.get_logger().info("x", long="a" * 9000, error=ValueError(SECRET), thing=object(), raw=b"hunter2")
    structlog.get_logger().info("y", path=Path("/a/b"), several={"b", "a"}, many=list(range(99)))
    first, second = entries(stream)
    assert len(first["long"]) == 301
    assert (first["error"], first["thing"], first["raw"]) == ("ValueError", "object", "bytes")
    assert (second["path"], second["several"], len(second["many"])) == ("/a/b", ["a", "b"], 20)


@pytest.mark.parametrize("form", ["json", "lines"])
def test_an_exception_is_told_by_type_and_place(stream: io.StringIO, form: str) -> None:
    """An exception shows its type, its causes and where it was, never its message or a local value."""
    logs.set_up(form, "info", stream)
    try:
        fail(SECRET)
    except ValueError as error:
        structlog.get_logger().error("handler crashed", crash="k7", exc_info=error)
        structlog.get_logger().exception("handler crashed")
    told = stream.getvalue()
    assert SECRET not in told
    assert told.count("KeyError") == 2
    assert told.count("ValueError") == 2
    assert told.count("bot/test_logs.py:") == 4
    assert told.count(" fail") == 2


def test_a_group_of_exceptions_is_told_by_its_types(stream: io.StringIO) -> None:
    """When several tasks fail at once, the log names each kind of failure."""
    logs.set_up("json", "info", stream)
    structlog.get_logger().error("failed", exc_info=ExceptionGroup(SECRET, [OSError(SECRET), KeyError(SECRET)]))
    assert SECRET not in stream.getvalue()
    assert entries(stream)[0]["caused_by"] == ["OSError", "KeyError"]


@pytest.mark.parametrize("library", ["nio.client", "aiohttp.access", "apscheduler.scheduler", "peewee", "asyncio"])
def test_libraries_are_heard_without_their_values(stream: io.StringIO, library: str) -> None:
    """Libraries come through from warnings up, by name and place, without the values that they put into a sentence."""
    logs.set_up("json", "debug", stream)
    logger = logging.getLogger(library)
    logger.info("chatter %s", SECRET)
    logger.warning("cannot read %s", SECRET)
    logger.error(f"cannot read {SECRET}")  # noqa: G004 - libraries do it
    try:
        fail(SECRET)
    except ValueError:
        logger.exception("failed")
    logger.log(35, "between")
    assert SECRET not in stream.getvalue()
    told = entries(stream)
    assert [entry["level"] for entry in told] == ["warning", "error", "error", "warning"]
    assert {entry["library"] for entry in told} == {library}
    assert told[0]["sentence"] == "cannot read %s"
    assert told[2]["exception"] == "ValueError"
    assert "bot/test_logs.py:" in told[1]["at"]


def test_a_faulty_log_call_of_a_library_is_silent(stream: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    """A library that logs wrongly neither stops the program nor prints its values elsewhere."""
    logs.set_up("json", "debug", stream)
    logging.getLogger("nio").warning("%d %d", SECRET)  # noqa: PLE1206 - the thing under test
    assert SECRET not in stream.getvalue() + "".join(capsys.readouterr())


def test_an_error_that_nobody_caught_is_told_without_its_message(stream: io.StringIO) -> None:
    """Even the last error of the program shows only its type and place."""
    logs.set_up("json", "info", stream)
    try:
        fail(SECRET)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert SECRET not in stream.getvalue()
    assert entries(stream)[0]["exception"] == "ValueError"


def test_warnings_are_told_by_kind_and_place(stream: io.StringIO) -> None:
    """A warning of Python or a library is one entry like any other, without its words."""
    logs.set_up("json", "info", stream)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = logs._warned
        warnings.warn(SECRET, DeprecationWarning, stacklevel=1)
    (entry,) = entries(stream)
    assert SECRET not in stream.getvalue()
    assert (entry["event"], entry["level"], entry["kind"]) == ("a library warns", "warning", "DeprecationWarning")
    assert entry["at"].startswith("bot/test_logs.py:")


def test_errors_in_threads_and_while_cleaning_up_are_told_without_their_words(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody can catch an error, Python would print its message: the log tells its type and place instead."""

    class Fails:
        def __del__(self) -> None:
            fail(SECRET)

    logs.set_up("json", "info", stream)
    thread = threading.Thread(target=fail, args=(SECRET,))
    thread.start()
    thread.join()
    Fails()
    assert SECRET not in stream.getvalue() + "".join(capsys.readouterr())
    assert [(entry["event"], entry["exception"]) for entry in entries(stream)] == [
        ("a thread ends by an error that nobody caught", "ValueError"),
        ("an error that nobody could catch", "ValueError"),
    ]


def test_a_log_that_cannot_be_written_stops_nothing() -> None:
    """A full disk or a closed terminal never reaches those who log."""

    class Full(io.StringIO):
        """A disk without room."""

        def write(self, _: str) -> int:
            """As a full disk answers."""
            raise OSError(28, "No space left on device")

    closed = io.StringIO()
    closed.close()
    for stream in (Full(), closed):
        logs.set_up("lines", "info", stream)
        structlog.get_logger().info("x")
