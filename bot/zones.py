"""The rules of time zones that this machine has, so that we notice when they are newer ones."""

from __future__ import annotations

import hashlib
import zoneinfo
from importlib.resources import files
from pathlib import Path


def digest(zone: str) -> str:
    """A digest of the rules of the IANA zone `zone`; empty where there are none. Another one means: its rules have changed.

    It is read where `zoneinfo` reads: on the machine's own path, else from the package tzdata.
    """
    parts = zone.split("/")
    for folder in zoneinfo.TZPATH:
        path = Path(folder, *parts)
        if path.is_file():
            return hashlib.sha256(path.read_bytes()).hexdigest()
    try:
        return hashlib.sha256(files("tzdata.zoneinfo").joinpath(*parts).read_bytes()).hexdigest()
    except (ModuleNotFoundError, OSError):
        return ""
