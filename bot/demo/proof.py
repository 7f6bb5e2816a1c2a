"""What the demo proves: looked up in what the members heard, in what the homeserver keeps, and in what the bot logged."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import vodozemac

from bot.archive.moving import verified

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import timedelta
    from pathlib import Path

    from bot.matrix.heard import Heard
    from bot.matrix.member import Member

_CLEAR = frozenset({"m.reaction", "m.room.redaction"})
"""Matrix never encrypts these; they carry no words."""

_MARK = r"[0-9a-f]{8}"

_A_MOMENT = 5.0
"""Seconds around its time in which a reminder came when it should."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what should be so, whether it is, and what was found."""

    claim: str
    holds: bool
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What was done on the stage: `typed` maps each command's event id to its words, `said` is all that people typed."""

    room: str
    bot: str
    typed: Mapping[str, str]
    said: Sequence[str]
    counts: Mapping[str, int]
    members: int


def once(play: Play, heard: Iterable[Heard]) -> list[Check]:
    """Everything happened exactly once, although the bot was killed: introduction, poll, votes, answers, result."""
    ours: dict[str, Heard] = {
        each.event: each for each in heard if each.sender == play.bot and each.room == play.room and each.readable
    }
    words = [each for each in ours.values() if each.body and each.replaces is None and each.poll is None]
    introductions = sum("I am Folkmoot" in each.body for each in words)
    polls = sum(each.poll is not None for each in ours.values())
    ends = sum(each.type == "org.matrix.msc3381.poll.end" for each in ours.values())
    results = [each.body for each in words if re.search(rf"In the record: {_MARK}", each.body)]
    answered = Counter(
        target
        for each in ours.values()
        if (target := each.reply_to or (each.reaction[0] if each.reaction else None)) in play.typed
    )
    wrong = [f"{command} x {answered[event]}" for event, command in play.typed.items() if answered[event] != 1]
    result = results[0] if results else ""
    counts = {option: _number(rf"{option}: (\d+)", result) for option in play.counts}
    turnout = _number(rf"(\d+) of {play.members} took part", result)
    told = ", ".join(f"{option} {count}" for option, count in counts.items())
    return [
        Check("It introduced itself once, not again after the kill", introductions == 1, f"{introductions} introduction(s)"),
        Check("One poll was put to the group, and ended once", (polls, ends) == (1, 1), f"{polls} put, {ends} ended"),
        Check(
            "Each vote was counted once: typed, replied, tapped, and the one cast while the bot was dead",
            counts == dict(play.counts) and turnout == sum(play.counts.values()),
            f"{told}; {turnout} of {play.members} took part",
        ),
        Check("The result was told once", len(results) == 1, f"{len(results)} result(s)"),
        Check(
            "Every command got one answer",
            not wrong,
            "; ".join(wrong) or f"{len(play.typed)} commands, {sum(answered.values())} answers",
        ),
    ]


def record(play: Play, heard: Iterable[Heard]) -> Check:
    """The record's mark in the result is the one that `show record` tells."""
    all_heard = list(heard)
    bodies = [each.body for each in all_heard if each.sender == play.bot and each.room == play.room]
    told = _told(play, all_heard)
    shown = [found[1] for body in bodies if (found := re.search(rf"mark is ({_MARK})", body))]
    return Check(
        "The record's mark in the result is the one in “show record”",
        len(told) > 0 and told[-1:] == shown[-1:],
        f"{', '.join(told)} and {', '.join(shown)}",
    )


def punctual(play: Play, heard: Iterable[Heard], asked: str, after: timedelta) -> Check:
    """The reminder that the message `asked` wanted `after` that time came once, and then."""
    all_heard = list(heard)
    due = next(each.sent for each in all_heard if each.event == asked) + after
    came = [each for each in all_heard if each.sender == play.bot and each.replaces is None and each.body.startswith("Reminder #")]
    late = [(each.sent - due).total_seconds() for each in came]
    return Check(
        "The reminder came once, at its time",
        len(late) == 1 and abs(late[0]) <= _A_MOMENT,
        f"{len(late)} reminder(s); {', '.join(f'{each:.1f} s after it was due' for each in late)}",
    )


async def taken(play: Play, heard: Iterable[Heard], file: Path) -> Check:
    """The file that a member took home holds the whole record, sound, with the mark that the room saw."""
    checked = await asyncio.to_thread(verified, file)
    told = _told(play, heard)
    return Check(
        "The record that Dan took away is whole: every link, every count, and the mark that the room saw",
        checked.sound and told[-1:] == [checked.head[:8]],
        f"{checked.length} entries, {'sound' if checked.sound else 'not sound'}, mark {checked.head[:8]}",
    )


def _told(play: Play, heard: Iterable[Heard]) -> list[str]:
    """The marks of the record that stand in the results."""
    bodies = [each.body for each in heard if each.sender == play.bot and each.room == play.room]
    return [found[1] for body in bodies if (found := re.search(rf"In the record: ({_MARK})", body))]


async def readable(play: Play, members: Iterable[Member]) -> Check:
    """Every member could read all that the bot wrote."""
    closed = [
        event
        for member in members
        for event in {each.event for each in member.heard if each.sender == play.bot and not each.readable}
        - {each.event for each in member.heard if each.readable}
    ]
    return Check("Every member could read all that the bot wrote", not closed, f"{len(closed)} could not be read")


async def sealed(play: Play, member: Member, database: Path, shown: str) -> list[Check]:
    """Nothing that was said reached the homeserver in the clear: neither as events nor anywhere in its database.

    `shown` are words that the homeserver does know (the room's name): a search that misses them proves nothing.
    """
    kinds: Counter[str] = Counter()
    token = ""
    while True:
        page = await member.http("GET", f"/rooms/{quote(play.room)}/messages?dir=f&limit=100{token}")
        kinds.update(event["type"] for event in page["chunk"] if "state_key" not in event)
        if not page.get("end"):
            break
        token = f"&from={quote(page['end'])}"
    clear = set(kinds) - _CLEAR - {"m.room.encrypted"}
    kept = await asyncio.to_thread(_bytes, database)
    leaked = [words for words in play.said if words.encode() in kept]
    return [
        Check(
            "All messages, votes and polls were encrypted on the wire",
            not clear and kinds["m.room.encrypted"] > 0,
            f"{kinds['m.room.encrypted']} encrypted, in the clear only {', '.join(sorted(set(kinds) & _CLEAR)) or '-'}"
            + (f" and also {', '.join(sorted(clear))}" if clear else ""),
        ),
        Check(
            "No sentence of the members is in the homeserver's database",
            not leaked and shown.encode() in kept,
            f"{len(play.said)} sentences looked for in {len(kept) // 1000} kB, {_found(leaked)}; the room's name, "
            f"which Matrix does not encrypt, was {'found' if shown.encode() in kept else 'not found'}",
        ),
    ]


async def quiet(play: Play, log: Path) -> Check:
    """The bot's log holds nothing that people said."""
    written = await asyncio.to_thread(log.read_text, errors="replace")
    leaked = [words for words in play.said if words in written]
    return Check(
        "No sentence of the members is in the bot's log",
        not leaked and bool(written),
        f"{len(play.said)} sentences looked for in {len(written.splitlines())} lines, {_found(leaked)}",
    )


async def trusted(play: Play, member: Member) -> Check:
    """The bot's device is signed by its owner's identity, as a member's client sees and verifies it."""
    answer = await member.http("POST", "/keys/query", {"device_keys": {play.bot: []}})
    devices = answer.get("device_keys", {}).get(play.bot, {})
    master = answer.get("master_keys", {}).get(play.bot, {})
    own = answer.get("self_signing_keys", {}).get(play.bot, {})
    signed = [
        name
        for name, device in devices.items()
        if _verifies(own, play.bot, _public(master)) and _verifies(device, play.bot, _public(own))
    ]
    return Check(
        "The bot's device is signed by its owner (cross-signing), so clients show no warning",
        bool(devices) and len(signed) == len(devices),
        f"{len(signed)} of {len(devices)} device(s) signed",
    )


def _public(key: Mapping[str, Any]) -> str:
    return next(iter(key.get("keys", {}).values()), "")


def _verifies(value: Mapping[str, Any], person: str, public: str) -> bool:
    """Whether `person` signed `value` with the key `public` (Matrix: over the canonical JSON without signatures)."""
    signature = value.get("signatures", {}).get(person, {}).get(f"ed25519:{public}")
    if not public or not isinstance(signature, str):
        return False
    bare = {name: each for name, each in value.items() if name not in {"signatures", "unsigned"}}
    canonical = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    try:
        key = vodozemac.Ed25519PublicKey.from_base64(public)
        key.verify_signature(canonical, vodozemac.Ed25519Signature.from_base64(signature))
    except ValueError:
        return False
    return True


def _found(leaked: Sequence[str]) -> str:
    return f"{len(leaked)} found" + "".join(f" “{each}”" for each in leaked)


def _number(pattern: str, body: str) -> int:
    found = re.search(pattern, body)
    return int(found[1]) if found else -1


def _bytes(database: Path) -> bytes:
    """The database with what is not yet moved into it."""
    return b"".join(part.read_bytes() for part in sorted(database.parent.glob(f"{database.name}*")))
