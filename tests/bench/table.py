"""The tables of `make bench`, and the machine that they were measured on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

Rows = list[tuple[str, ...]]

_NARROWEST = 110


class Report:
    """Prints what was measured, part by part."""

    def __init__(self) -> None:
        """On standard output, wide enough for the tables also where that is no terminal."""
        self._console = Console(highlight=False)
        if not self._console.is_terminal:
            self._console = Console(highlight=False, width=_NARROWEST)

    def machine(self) -> None:
        """The machine and the versions."""
        one, five, _ = os.getloadavg()
        versions = ", ".join(f"{name} {version(name)}" for name in ("matrix-synapse", "matrix-nio", "aiohttp"))
        self.say(f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}")
        self.say(f"Python {platform.python_version()}, {versions}")
        self.say(f"Load of the machine before this: {one:.2f} (1 min), {five:.2f} (5 min); others' work makes noise.")

    def table(self, columns: Sequence[str], rows: Rows) -> None:
        """One table; the first column is the name."""
        table = Table(*columns)
        for column in table.columns[1:]:
            column.justify = "right"
        for row in rows:
            table.add_row(*row)
        self._console.print(table)

    def say(self, words: str) -> None:
        """A line."""
        self._console.print(words, markup=False)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
