"""What a backup file is made of: a zip with a manifest, whose last letters are the checksum of all that stands before them.

The parts: `folkmoot.db`, a copy of the database; `identity.json`, the seeds by which people's apps know the bot; and
`inbound.json`, the keys that open what was said in group rooms lately.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE, IDENTITY, INBOUND = "folkmoot.db", "identity.json", "inbound.json"
PARTS = (DATABASE, IDENTITY, INBOUND)
_DIGEST = 64
_PLACE = b"0" * _DIGEST


class Damaged(Exception):
    """The file is no backup that can be used. `why` is one of `strange`, `changed` and `newer`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself. `made` is aware UTC, `migrations` are those of its database, oldest first."""

    program: str
    migrations: tuple[str, ...]
    homeserver: str
    user: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Contents:
    """A backup, opened: its manifest, and its parts by name."""

    manifest: Manifest
    parts: Mapping[str, bytes] = field(repr=False)


def packed(contents: Contents) -> bytes:
    """A backup as one file."""
    about, parts = contents.manifest, contents.parts
    told = {
        "format": FORMAT,
        "program": about.program,
        "migrations": list(about.migrations),
        "homeserver": about.homeserver,
        "user": about.user,
        "made": about.made.astimezone(UTC).isoformat(timespec="seconds"),
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
    }
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as box:
        box.comment = _PLACE
        box.writestr(_entry(MANIFEST, about.made), json.dumps(told, indent=1))
        for name, data in parts.items():
            box.writestr(_entry(name, about.made), data)
    body = room.getvalue()[:-_DIGEST]
    return body + hashlib.sha256(body).hexdigest().encode()


def opened(data: bytes) -> Contents:
    """What is in a backup. Raises `Damaged`."""
    if not data.startswith(b"PK"):
        raise Damaged("strange")
    if hashlib.sha256(data[:-_DIGEST]).hexdigest().encode() != data[-_DIGEST:]:
        raise Damaged("changed")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            told = json.loads(box.read(MANIFEST))
            if told["format"] > FORMAT:
                raise Damaged("newer")
            parts = {name: box.read(name) for name in told["sha256"] if name in PARTS}
            manifest = Manifest(
                program=str(told["program"]),
                migrations=tuple(map(str, told["migrations"])),
                homeserver=str(told["homeserver"]),
                user=str(told["user"]),
                made=datetime.fromisoformat(told["made"]).astimezone(UTC),
            )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError):
        raise Damaged("strange") from None
    if any(hashlib.sha256(part).hexdigest() != told["sha256"][name] for name, part in parts.items()) or DATABASE not in parts:
        raise Damaged("changed")
    return Contents(manifest, parts)


def _entry(name: str, made: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made.astimezone(UTC).timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
