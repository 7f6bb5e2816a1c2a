"""The clock: the one place that asks the machine for the time. `App` alone reads it; tests give another."""

from __future__ import annotations

from datetime import UTC, datetime


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Now, as aware UTC."""
        return datetime.now(UTC)
