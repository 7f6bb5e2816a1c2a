"""Whether what came with a group can be worked with. What is senseless would be met later: in a command, or in the midst of all rooms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain

from bot.store.database import Database, millis
from bot.store.rooms import RoomStore
from commands.matters import sound
from commands.settings import form_of
from policies import secret
from policies.decision import Secrecy
from policies.form import FIRST_YEAR, LANGUAGE_CODE, LAST_YEAR, LENGTH, ZONE
from policies.meeting import Meeting, MeetingVote, Series
from policies.motion import Motion
from policies.reminder import OPEN_FOR_GROUP, OPEN_PERSONAL
from policies.sense import SenseCheck

EARLIEST, LATEST = (millis(datetime(year, 1, 1, tzinfo=UTC)) for year in (FIRST_YEAR, LAST_YEAR))
JSON = (("setting", "value"), ("matter", "body"), ("reminder", "body"), ("charter", "body"), ("leadership", "body"), ("roll_call", "body"), ("act", "ballot"))
"""Columns that hold JSON."""
TIMES = {
    "room": ("since",),
    "due": ("at",),
    "assent": ("at",),
    "act": ("sent",),
    "decision": ("proposed", "until", "counts_from", "opened", "closes", "ended"),
}
"""Columns of each table that hold a time."""
HAVE_A_VOTE = (Motion, SenseCheck, MeetingVote)
"""What is asked in a vote that has its number."""


def usable(database: Database, room: int, store: RoomStore) -> bool:
    """Whether the program can go on with it. For what cannot even be read it raises what reading raises, and `Strange`."""
    return all(chain(_columns(database, room), _house(database, room, store), _things(database, room, store)))


def _columns(database: Database, room: int) -> Iterator[bool]:
    """What is looked for in the database itself: it would stumble over what is no JSON, and over a time that is none."""
    for table, column in JSON:
        broken = f"SELECT 1 FROM {table} WHERE room = ? AND {column} IS NOT NULL AND NOT json_valid({column})"  # noqa: S608 - our own names
        yield database.one(broken, (room,)) is None
    for table, columns in TIMES.items():
        for column in columns:
            beyond = f"SELECT 1 FROM {table} WHERE room = ? AND {column} NOT BETWEEN ? AND ?"  # noqa: S608 - our own names
            yield database.one(beyond, (room, EARLIEST, LATEST)) is None
    # All that is due in the past would come at once, and what other groups wait for would wait behind it.
    crowded = "SELECT 1 FROM reminder WHERE room = ? AND open GROUP BY owner, whom = '' HAVING count(*) > iif(whom = '', ?, ?)"
    yield database.one(crowded, (room, OPEN_FOR_GROUP, OPEN_PERSONAL)) is None


def _house(database: Database, room: int, store: RoomStore) -> Iterator[bool]:
    """What the group lives by."""
    yield LANGUAGE_CODE(store.language) and ZONE(store.zone)
    for row in database.all("SELECT name, value FROM setting WHERE room = ?", (room,)):
        yield form_of(row["name"])(json.loads(row["value"]))
    yield store.charter.get().sound
    yield LENGTH(store.roll_calls.get().months)
    store.roles.get()  # Nothing but the types of its values could be wrong with it.


def _things(database: Database, room: int, store: RoomStore) -> Iterator[bool]:
    """All that has a number."""
    row = database.one("SELECT numbers FROM room WHERE room = ?", (room,))
    given = row["numbers"] if row else 0
    for row in database.all("SELECT number FROM decision WHERE room = ?", (room,)):
        vote = store.decisions.get(row["number"])
        yield vote is not None and 1 <= vote.number <= given and sound(vote)
        if vote is not None and vote.secrecy is Secrecy.SECRET:
            vote.count([secret.read(vote, each) for each in store.secrets.ballots(vote.number) if each.choice])
    for row in database.all("SELECT number, open FROM matter WHERE room = ?", (room,)):
        thing = store.matters.get(row["number"])
        yield thing is not None and 1 <= thing.number <= given and sound(thing)
        yield thing is not None and (thing.number, thing.under_way) == (row["number"], row["open"])
        if isinstance(thing, HAVE_A_VOTE):
            yield store.decisions.get(thing.number) is not None
        if isinstance(thing, Meeting):
            yield isinstance(store.matters.get(thing.series), Series)
    for row in database.all("SELECT number, owner, whom, zone, open FROM reminder WHERE room = ?", (room,)):
        one = store.reminders.get(row["number"])
        yield one is not None and 1 <= one.number <= given and sound(one)
        yield one is not None and tuple(row) == (one.number, one.owner, one.whom, one.timing.zone, one.under_way)
