"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def our_version() -> str:
    """The version that is installed; "unknown" where the program was copied, not installed."""
    try:
        return version("folkmoot")
    except PackageNotFoundError:
        return "unknown"
