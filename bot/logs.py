"""One log for the whole program: what happened, with names and numbers, never what people wrote.

Lines for people or JSON for machines, with UTC times. Keys that could hold words or secrets are refused; an exception
is told by its type and frames, since its message may quote anything. What libraries log comes out the same way, from
warnings up, without their values.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import traceback
import warnings
from contextlib import suppress
from datetime import date, time, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import structlog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from structlog.typing import EventDict, WrappedLogger

WITHHELD = "withheld"
"""Stands where a value was refused."""

_PRIVATE = frozenset(
    {
        *{"answers", "body", "caption", "ciphertext", "content", "html", "message", "plaintext", "question", "text"},
        *{"password", "pickle", "secret", "seed", "token", "topic", "words"},
    },
)
_LONGEST = 300
_MOST_ITEMS = 20
_MOST_FRAMES = 20


def set_up(form: str, level: str, stream: TextIO | None = None) -> None:
    """Send everything that is logged in this process to `stream` (standard error), uncaught exceptions too.

    `form` is "lines" or "json", `level` the least that is written: "debug", "info", "warning" or "error".
    """
    sink = _Sink(stream or sys.stderr)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            told_by_frames,
            keep_private,
            as_json if form == "json" else as_line,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: sink,
        cache_logger_on_first_use=False,
    )
    # Otherwise a library's faulty log call prints its values.
    logging.raiseExceptions = False
    logging.basicConfig(handlers=[_Libraries()], level=logging.WARNING, force=True)
    sys.excepthook = _uncaught
    # Python's own words about these quote what they are about, and are no lines of ours.
    sys.unraisablehook = _unraisable
    threading.excepthook = _in_a_thread
    warnings.showwarning = _warned


class _Sink:
    """Writes lines, and lets none of them stop the program: a full disk is told where it matters."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def msg(self, line: str) -> None:
        with suppress(OSError, ValueError):
            self._stream.write(line + "\n")
            self._stream.flush()

    debug = info = warning = error = critical = msg


def told_by_frames(_logger: WrappedLogger, _level: str, event: EventDict) -> EventDict:
    """An exception as its type, what it came from and where it was; never its message or the values of that moment."""
    about = event.pop("exc_info", None)
    error = sys.exception() if about is True else about[1] if isinstance(about, tuple) else about
    if isinstance(error, BaseException):
        event["exception"] = type(error).__qualname__
        event["caused_by"] = [type(cause).__qualname__ for cause in _causes(error)]
        event["frames"] = list(_frames(error.__traceback__))
    return event


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen = {id(error)}
    if isinstance(error, BaseExceptionGroup):
        yield from error.exceptions
    cause = error.__cause__ or error.__context__
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in list(traceback.walk_tb(trace))[-_MOST_FRAMES:]:
        yield _place(frame.f_code.co_filename, line, frame.f_code.co_qualname)


def _place(file: str, line: int, function: str) -> str:
    return f"{'/'.join(Path(file).parts[-2:])}:{line} {function}".rstrip()


def keep_private(_logger: WrappedLogger, _level: str, event: EventDict) -> EventDict:
    """Refuse what could hold a person's words or a secret: by the key's name, and the value's kind and length."""
    return {key: _safe(key, value) for key, value in event.items()}


def _safe(key: str, value: object) -> Any:  # noqa: PLR0911 - what comes out is what JSON can hold
    if _PRIVATE & set(key.lower().split("_")):
        return WITHHELD
    match value:
        case str():
            return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
        case dict():
            return {str(inner): _safe(str(inner), item) for inner, item in list(value.items())[:_MOST_ITEMS]}
        case list() | tuple() | set() | frozenset():
            items = list(value) if isinstance(value, list | tuple) else sorted(value, key=str)
            return [_safe("", item) for item in items[:_MOST_ITEMS]]
        case None | int() | float():
            return value
        case Path() | date() | time() | timedelta() | tzinfo():
            return str(value)
        case _:
            return type(value).__qualname__


def as_json(_logger: WrappedLogger, _level: str, event: EventDict) -> str:
    """One JSON object a line."""
    return json.dumps(event)


def as_line(_logger: WrappedLogger, _level: str, event: EventDict) -> str:
    """Time, level, what happened, then the values; the frames of an exception below."""
    values = dict(event)
    head = f"{values.pop('timestamp')} {values.pop('level'):8} {_shown(values.pop('event'), ' ')}"
    frames = values.pop("frames", [])
    line = " ".join([head, *(f"{key}={_shown(value)}" for key, value in values.items() if value not in ([], {}))])
    return "\n    ".join([line, *frames])


def _shown(value: object, allowed: str = "") -> str:
    """A value that cannot be taken for something else: with quotes around spaces, signs, and line breaks."""
    words = value if isinstance(value, str) else json.dumps(value)
    plain = all(char.isalnum() or char in f"_-.:/@!#$+*,;()'{allowed}" for char in words)
    return words if words and plain and words.isascii() else json.dumps(value)


class _Libraries(logging.Handler):
    """What libraries say through `logging`: where, and which sentence, without the values that were put into it."""

    def emit(self, record: logging.LogRecord) -> None:
        levels = {logging.WARNING: "warning", logging.ERROR: "error", logging.CRITICAL: "critical"}
        level = max((one for one in levels if one <= record.levelno), default=logging.WARNING)
        # Without arguments the sentence may have been put together before, with values in it.
        sentence = {"sentence": str(record.msg)} if record.args else {}
        getattr(structlog.get_logger(), levels[level])(
            "a library reports",
            library=record.name,
            at=_place(record.pathname, record.lineno, record.funcName or ""),
            exc_info=record.exc_info,
            **sentence,
        )


def _unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    """An error where nobody can catch it: while something is cleaned up."""
    error = unraisable.exc_value
    structlog.get_logger().error("an error that nobody could catch", exc_info=error if error is not None else False)


def _in_a_thread(args: threading.ExceptHookArgs) -> None:
    structlog.get_logger().error("a thread ends by an error that nobody caught", exc_info=args.exc_value)


def _warned(  # noqa: PLR0917 - Python's signature
    message: Warning | str, category: type[Warning], filename: str, lineno: int, file: TextIO | None = None, line: str | None = None
) -> None:
    """A warning of Python or a library: of which kind and where, without its words."""
    del message, file, line
    structlog.get_logger().warning("a library warns", kind=category.__name__, at=_place(filename, lineno, ""))


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    structlog.get_logger().critical("the program ends by an error that nobody caught", exc_info=(kind, error, trace))
