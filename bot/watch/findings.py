"""From the facts to what somebody should know: pure, so that each limit can be tried without a disk that is full.

`unwell` are reasons for which a monitor should act at once. `found` are things that the operator's room is told: each once until it
is well again, then once that it is, a few messages an hour at most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction

from bot.watch.facts import Disk, Facts
from bot.watch.pulse import OUTAGE
from policies.model import Text, text

HANGING = timedelta(minutes=10)
"""A message that is on its way for so long hangs."""
FULL = Fraction(95, 100)
ROOM_AGAIN = Fraction(93, 100)
"""Below this share the disk is well again; between the two nothing changes, so that a disk on the edge is told once."""
FEW_KEYS = 10
"""Of 50 that are kept on the server. A burst of new devices takes some; they are made anew within seconds."""
OLD_BACKUP = timedelta(days=2)
SETTLED = timedelta(minutes=10)
"""For so long something must be well before that is told; and few keys must be few for so long before they are."""
HOUR = timedelta(hours=1)
MOST_AN_HOUR = 3


def filled(disk: Disk) -> bool:
    """Whether a disk is so full that somebody should make room."""
    return bool(disk.size) and _used(disk) >= FULL


def _used(disk: Disk) -> Fraction:
    return 1 - Fraction(disk.free, disk.size)


def unwell(facts: Facts) -> list[str]:
    """Why the program does not do its work now, in plain words; empty when it does."""
    reasons = []
    if facts.silent >= OUTAGE:
        reasons.append(f"no sync for {facts.silent // timedelta(minutes=1)} minutes")
    if not facts.keeps:
        reasons.append("the database cannot be written")
    if facts.on_its_way >= HANGING:
        reasons.append(f"a message has been on its way for {facts.on_its_way // timedelta(minutes=1)} minutes")
    return reasons


def found(facts: Facts, before: Mapping[str, Standing]) -> dict[str, Text]:
    """What is not well, by a name that stays the same until it is. `before` is what stood already."""
    wrong: dict[str, Text] = {}
    if facts.one_time_keys is not None and facts.one_time_keys < FEW_KEYS:
        wrong["keys"] = text("watch-keys", count=facts.one_time_keys)
    if facts.disk is not None and facts.disk.size:
        used = _used(facts.disk)
        if used >= (ROOM_AGAIN if "disk" in before else FULL):
            wrong["disk"] = text("watch-disk", percent=int(used * 100))
    if facts.backups.wanted:
        last = facts.backups.last
        if last is None and facts.up >= OLD_BACKUP:
            wrong["backup"] = text("watch-backup-none")
        elif last is not None and facts.now - last >= OLD_BACKUP:
            wrong["backup"] = text("watch-backup", since=last)
    for room in sorted(facts.broken):
        wrong[f"record {room}"] = text("watch-record", room=room)
    return wrong


PATIENT = frozenset({"keys"})
"""What is told only when it lasts."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Something that is not well: since when, whether that was told, and since when it is well again."""

    since: datetime
    told: bool = False
    well: datetime | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What stands, by its name, and when the last messages were sent."""

    standing: Mapping[str, Standing] = field(default_factory=dict)
    sent: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be said now (nothing, mostly), and what to remember. `outage`: the outage is among it."""

    warnings: tuple[Text, ...]
    well: tuple[Text, ...]
    memory: Memory
    outage: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is something to say."""
        return bool(self.warnings or self.well)


def news(memory: Memory, facts: Facts) -> Said:
    """What the operator's room is told now. What has no room in this hour is told in the next one, if it still holds."""
    now = facts.now
    wrong = found(facts, memory.standing)
    standing = _standing(memory.standing, wrong, now)
    sent = tuple(at for at in memory.sent if HOUR > now - at >= timedelta())
    new = [key for key, each in standing.items() if key in wrong and not each.told and _lasts(key, each, now)]
    over = [key for key, each in standing.items() if each.told and each.well is not None and now - each.well >= SETTLED]
    if len(sent) >= MOST_AN_HOUR or not (new or over or facts.outage):
        return Said((), (), Memory(standing, sent))
    outage = [text("watch-outage", since=facts.outage[0], until=facts.outage[1])] if facts.outage else []
    standing = {key: replace(each, told=each.told or key in new) for key, each in standing.items() if key not in over}
    return Said(
        warnings=(*outage, *(wrong[key] for key in new)),
        well=tuple(_well(key) for key in over),
        memory=Memory(standing, (*sent, now)),
        outage=bool(outage),
    )


def _standing(before: Mapping[str, Standing], wrong: Mapping[str, Text], now: datetime) -> dict[str, Standing]:
    """What stands now. What was well before anybody was told is forgotten."""
    kept = {}
    for key, each in before.items():
        if key in wrong:
            kept[key] = replace(each, well=None)
        elif each.told:
            kept[key] = replace(each, well=each.well or now)
    return kept | {key: Standing(now) for key in wrong if key not in before}


def _lasts(key: str, standing: Standing, now: datetime) -> bool:
    return key not in PATIENT or now - standing.since >= SETTLED


def _well(key: str) -> Text:
    match key.split():
        case ["record", room]:
            return text("watch-record-well", room=int(room))
        case ["keys"]:
            return text("watch-keys-well")
        case ["disk"]:
            return text("watch-disk-well")
        case _:
            return text("watch-backup-well")
