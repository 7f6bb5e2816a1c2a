"""Reading what somebody brings: a `.zip` of ours or a record file. Nothing is unpacked onto a disk, and nothing larger than we make.

Names are looked up, never followed: a file in the box with any other name makes it no box of ours.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.archive.exports import RECORD, ROOM
from policies.record_file import LONGEST_LINE, Unreadable

NAMES = frozenset(
    {
        *(RECORD, ROOM, "README.md", "book.html", "decisions.md", "minutes.md", "charter.yaml", "meetings.ics"),
        *("decisions.csv", "ballots.csv", "meetings.csv", "actions.csv"),
    }
)
"""All that is ever in a box of ours."""
LARGEST_FILE = 512 << 20
"""Bytes of a file that is brought, packed."""
LARGEST = 2 << 30
"""Bytes of all that is in it, unpacked."""
PACKED_AT_MOST = 200
"""How many times smaller than what it holds a part may be: text packs ten to thirty times."""
SMALL = 1 << 20
"""Up to this size the ratio does not matter."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """What was brought: the lines of the record, and those of the room where they are in it too."""

    record: Iterator[bytes]
    room: Iterator[bytes] | None


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a `.zip` of ours or a record file. Raises `Unreadable` before anything is read that could be too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable("too-large")
        with path.open("rb") as raw:
            if raw.read(2) != b"PK":
                raw.seek(0)
                yield Opened(_lines(raw), None)
                return
        with zipfile.ZipFile(path) as box:
            _looked_through(box)
            with box.open(RECORD) as record:
                if ROOM in box.namelist():
                    with box.open(ROOM) as room:
                        yield Opened(_lines(record), _lines(room))
                else:
                    yield Opened(_lines(record), None)
    except (OSError, EOFError):
        raise Unreadable("no-file") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError):
        raise Unreadable("damaged") from None


def _looked_through(box: zipfile.ZipFile) -> None:
    """Raises `Unreadable` for a box that is none of ours, from its table of contents alone."""
    parts = box.infolist()
    names = [part.filename for part in parts]
    if not NAMES.issuperset(names) or len(set(names)) != len(names):
        raise Unreadable("names")
    if RECORD not in names:
        raise Unreadable("no-record")
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("damaged")
    if sum(part.file_size for part in parts) > LARGEST:
        raise Unreadable("too-large")
    for part in parts:
        if part.file_size > SMALL and part.file_size > PACKED_AT_MOST * max(part.compress_size, 1):
            raise Unreadable("too-large")


def _lines(raw: IO[bytes]) -> Iterator[bytes]:
    """Line by line, none of them longer than one can be. The sizes that a box tells of itself are not believed."""
    total, begun = 0, b""
    while block := raw.read(_BLOCK):
        total += len(block)
        *whole, begun = (begun + block).split(b"\n")
        if len(begun) > LONGEST_LINE or total > LARGEST:
            raise Unreadable("too-large")
        for line in whole:
            if len(line) >= LONGEST_LINE:
                raise Unreadable("too-large")
            yield line + b"\n"
    if begun:
        yield begun
