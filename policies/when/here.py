"""Who reads the clock: the moment and the zone in which something was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from policies.when.clock import local


@dataclass(frozen=True, slots=True)
class Here:
    """When and where something was written. `now` is aware; `zone` is the writer's, an IANA name."""

    now: datetime
    zone: str

    def wall(self, zone: tzinfo) -> datetime:
        """The naive wall time of writing in a zone."""
        return local(self.now, zone)
