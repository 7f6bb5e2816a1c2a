"""What each table holds, and what becomes of it: whose name, which words, and how it is forgotten, moved and deleted.

Every table of the schema stands here, each of its columns of text too; a test fails for one that does not. From this alone
follow what `me data` shows, what `me forget` deletes or unlinks, what an export takes along, and that nothing of a room is left when its data are deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Moves(StrEnum):
    """Into which exports a table goes: into everybody's, only into that with which a group moves, or into none."""

    ALL = "all"
    WHOLE = "whole"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one table holds.

    `room` is the column with our number of the room, `None` where rows belong to none; `rooms` are further such columns.
    `people` are columns that hold a person's id, and are unlinked when that person is forgotten; `inside` are columns
    whose JSON may name people. `common` says which rows are no secret and not personal. `own` is a condition (with the person as `:person`): these rows are the person's alone, and
    are deleted when they are forgotten. `words` are columns with words that people typed, `plain` all other columns of
    text. `numbers`: the column `number` is one of the room's series, and what has it may be secret. `stays` says why a name may stay.
    """

    room: str | None = "room"
    rooms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    own: str = ""
    words: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    moves: Moves = Moves.NEVER
    common: str = "1"
    numbers: bool = False
    stays: str = ""


PERSONAL = ("request", "concern")
"""Kinds of matters that belong to whoever began them."""

_OURS = f"kind NOT IN ({', '.join(repr(each) for each in PERSONAL)})"

HOLDINGS: dict[str, Holding] = {
    "program": Holding(room=None, plain=("name", "value")),
    "room": Holding(
        rooms=("chosen",),
        people=("direct", "upgrader"),
        inside=("power", "creators"),
        words=("name",),
        plain=("matrix", "history", "version", "language", "zone", "successor", "gap"),
        stays="the room's own powers, as its server tells them, and with whom a direct chat is",
    ),
    "former": Holding(plain=("matrix",)),
    "invited": Holding(room=None, people=("sender",), plain=("matrix",), stays="until the invitation is taken"),
    "member": Holding(
        people=("person",), words=("name",), plain=("membership",), stays="who is in the room, as its server tells it"
    ),
    "person": Holding(room=None, people=("person",), own="person = :person", plain=("language", "zone", "receipts", "quiet")),
    "seen": Holding(plain=("event", "outcome")),
    "waiting": Holding(people=("sender",), own="sender = :person", plain=("event", "session")),
    "outbox": Holding(
        inside=("payload",), words=("payload",), plain=("kind", "purpose", "mark"), stays="until it is sent"
    ),
    "lived": Holding(plain=("mark", "event")),
    "posted": Holding(rooms=("about",), plain=("event", "purpose")),
    "due": Holding(plain=("kind",), moves=Moves.ALL),
    "decision": Holding(
        people=("proposer",),
        words=("question", "options"),
        plain=("method", "status", "given", "secrecy", "seed", "keys", "kind", "terms"),
        moves=Moves.ALL,
        common="secrecy != 'secret' AND kind != 'person'",
        numbers=True,
    ),
    "matter": Holding(
        inside=("body",),
        own=f"NOT ({_OURS}) AND :person IN (body ->> '$.asker', body ->> '$.sender', body ->> '$.proposer')",
        words=("body",),
        plain=("kind",),
        moves=Moves.ALL,
        common=f"{_OURS} AND kind != 'hearing' AND coalesce(body ->> '$.kind', '') != 'person'",
        numbers=True,
    ),
    "elector": Holding(people=("person",), moves=Moves.ALL, numbers=True),
    "act": Holding(
        people=("voter",), words=("ballot",), plain=("root", "event", "way"), moves=Moves.ALL, numbers=True
    ),
    "part": Holding(people=("person",), moves=Moves.WHOLE, numbers=True),
    "sealed": Holding(words=("reason",), plain=("key", "choice"), moves=Moves.WHOLE, numbers=True),
    "promised": Holding(people=("person",), own="person = :person", moves=Moves.WHOLE),
    "record": Holding(plain=("id",)),
    "entry": Holding(plain=("body", "hash")),
    "entry_text": Holding(words=("text",), plain=("name",)),
    "entry_person": Holding(people=("person",), words=("name",)),
    "roll": Holding(plain=("hash",)),
    "charter": Holding(inside=("body",), words=("body",), moves=Moves.ALL),
    "assent": Holding(people=("person",), own="person = :person", moves=Moves.WHOLE),
    "leadership": Holding(inside=("body",), words=("body",), moves=Moves.ALL),
    "roll_call": Holding(inside=("body",), moves=Moves.ALL),
    "reminder": Holding(
        people=("owner", "whom"),
        inside=("body",),
        own="whom = :person OR (whom != '' AND owner = :person)",
        words=("body",),
        plain=("zone",),
        moves=Moves.ALL,
        common="whom = ''",
        numbers=True,
    ),
    "reminded_by": Holding(
        people=("person", "sender"), own="person = :person OR sender = :person", moves=Moves.WHOLE
    ),
    "zone_rules": Holding(room=None, plain=("zone", "digest")),
    "board": Holding(plain=("shown", "told", "line")),
    "setting": Holding(inside=("value",), words=("value",), plain=("name",), moves=Moves.ALL),
    "parting": Holding(plain=("former",), moves=Moves.ALL),
    "greeted": Holding(people=("person",), own="person = :person", moves=Moves.WHOLE),
    "newcomer": Holding(people=("person",), inside=("told",), own="person = :person"),
    "newcomer_event": Holding(people=("person",), own="person = :person", plain=("event",)),
    "knock": Holding(people=("person",), own="person = :person"),
    "reachable": Holding(room=None, people=("person",), own="person = :person"),
    "floor": Holding(inside=("body",), words=("body",), plain=("kind", "key"), stays="until it is over, some hours at most"),
    "quieted": Holding(plain=("change",)),
    "witness": Holding(plain=("event", "head")),
    "ending": Holding(),
}
"""For each table: what it holds."""

BY_THE_RECORD = frozenset({"record", "entry", "entry_text", "entry_person", "roll", "witness"})
"""Tables that an export holds as the record itself."""
NOT_OF_THE_SERIES = frozenset({"review"})
"""Kinds of due things whose number is not one of the room's series."""
