"""Every table says what it holds; so nothing of a person, a text or a room is forgotten when they are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.store import belongings
from bot.store.archive import RoomArchive
from bot.store.database import Database
from bot.store.holdings import BY_THE_RECORD, HOLDINGS, PERSONAL, Holding, Moves
from bot.store.matters import KINDS
from bot.store.retention import KINDS as KEPT
from bot.store.retention import Retention
from policies.chain import check
from policies.model import FORMER
from policies.roles import Holder
from tests.our_texts import our_texts
from tests.store.stage import ANA, BEN, CLEO, OTHER, PEOPLE, ROOM, Stage

INTERNAL = ("sqlite_", "_sqlite_")


def tables(database: Database) -> set[str]:
    rows = database.all("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {row["name"] for row in rows if not row["name"].startswith(INTERNAL)}


def columns(database: Database, table: str, kinds: tuple[str, ...]) -> set[str]:
    return {row["name"] for row in database.all(f"PRAGMA table_info({table})") if row["type"] in kinds}


def gaps(database: Database, holdings: dict[str, Holding]) -> list[str]:
    """What the holdings do not say about the tables that are there."""
    found = [f"{table} is not covered" for table in sorted(tables(database) - holdings.keys())]
    found += [f"{table} is no table" for table in sorted(holdings.keys() - tables(database))]
    for table, holding in holdings.items():
        if table not in tables(database):
            continue
        said = {*holding.people, *holding.inside, *holding.words, *holding.plain}
        text = columns(database, table, ("TEXT",))
        found += [f"{table}.{each} is not covered" for each in sorted(text - said)]
        found += [f"{table}.{each} is no column" for each in sorted(said - text)]
        rooms = {row["from"] for row in database.all(f"PRAGMA foreign_key_list({table})") if row["table"] in {"room", "record"} and row["to"] == "room"}
        rooms |= {"room"} & columns(database, table, ("INTEGER",))
        known = {holding.room, *holding.rooms} - {None}
        found += [f"{table}.{each} is a room" for each in sorted(rooms - known)]
        people = {"person", "sender", "owner", "voter", "proposer", "whom", "asker"} & text
        found += [f"{table}.{each} is a person" for each in sorted(people - set(holding.people))]
    return found


def test_every_table_says_what_it_holds() -> None:
    """A table or a column of text that nobody has thought about, or that is there no more, fails here."""
    database = Database(None)
    assert gaps(database, HOLDINGS) == []
    database.execute("CREATE TABLE gossip (room INTEGER NOT NULL, person TEXT NOT NULL, words TEXT NOT NULL) STRICT")
    assert gaps(database, HOLDINGS) == ["gossip is not covered"]
    careless = {**HOLDINGS, "gossip": Holding(room=None, plain=("words", "person"))}
    assert gaps(database, careless) == ["gossip.room is a room", "gossip.person is a person"]
    database.execute("ALTER TABLE decision ADD COLUMN secondhand TEXT")
    assert "decision.secondhand is not covered" in gaps(database, HOLDINGS)
    database.close()


def test_what_holds_people_tells_them_so() -> None:
    """Each table that can hold a person has words with which `me data` tells of it, and says how they are forgotten."""
    for table, holding in HOLDINGS.items():
        if holding.people or holding.inside or holding.own:
            assert all(f"data-{table}" in our_texts().ids(language) for language in our_texts().languages), table
            assert holding.own or holding.room is not None or holding.stays, table
    assert {*PERSONAL} <= KINDS.keys()


async def lived(stage: Stage, room: str = ROOM) -> None:
    """A room in which a bit of everything has happened."""
    await stage.deliver()
    await stage.propose("Shall we plant mulberries?", ANA, room)
    stage.say(ANA, "!vote 1 yes because of silkworms", room)
    stage.say(BEN, "!vote 1 no because of hayfever", room)
    stage.say(CLEO, "!vote 1 yes", room)
    await stage.deliver()
    await stage.passes(timedelta(days=3))
    stage.say(ANA, "!propose guideline We greet each other", room)
    stage.say(BEN, "!advise me Where could we buy saplings?", room)
    stage.say(ANA, "!draw Who digs the holes?", room)
    await stage.deliver()
    with stage.database.transaction():
        number = stage.number(room)
        duty = Holder("duty", ANA, stage.clock.at)
        stage.store(room).roles.save(replace(stage.store(room).roles.get(), holders=(duty,)))
        stage.database.execute("INSERT INTO assent (room, person, edition, at) VALUES (?, ?, 1, 0)", (number, ANA))
        stage.database.execute("INSERT INTO promised (room, person) VALUES (?, ?)", (number, ANA))
        stage.database.execute("INSERT INTO part (room, number, person) VALUES (?, 9, ?), (?, 9, ?)", (number, ANA, number, BEN))
        stage.database.execute("INSERT INTO person (person, language) VALUES (?, 'de') ON CONFLICT DO NOTHING", (ANA,))


def traces(stage: Stage, words: str, *, but: tuple[str, ...] = ()) -> list[str]:
    """The tables in which words stand."""
    return [table for table, rows in stage.everything().items() if table not in but and any(words in str(value) for row in rows for value in row.values())]


@pytest.mark.parametrize("words", [False, True])
async def test_forgetting_leaves_no_name(words: bool) -> None:
    """After forgetting, the person's id stands nowhere but where their server tells of them; the chain holds, votes stay counted."""
    stage = Stage(rooms=(ROOM, OTHER))
    await lived(stage)
    store = stage.store()
    before = store.record.head()
    kept = traces(stage, ANA)
    assert {"decision", "act", "elector", "matter", "entry_person", "leadership", "assent", "promised", "part", "person"} <= set(kept)
    with stage.database.transaction():
        store.belongings.forget(ANA, words=words)
    room = stage.number()
    left = {table for table, rows in stage.everything().items() for row in rows if row.get("room", room) == room and ANA in str(row.values())}
    assert left <= {table for table, holding in HOLDINGS.items() if holding.stays}
    assert store.record.head() == before
    assert store.record.check().sound
    assert set(stage.store(OTHER).members()) == set(PEOPLE)
    decision = store.decisions.get(1)
    assert decision is not None
    assert len(decision.standing()) == 3
    assert len(decision.electorate) == 4
    assert bool(traces(stage, "silkworms")) is not words
    assert bool(traces(stage, "mulberries", but=("outbox",))) is not words
    assert traces(stage, "hayfever")
    ben, former = sorted(row["person"] for row in stage.rows("part"))
    assert ben == BEN
    assert former.startswith(FORMER)


async def test_whoever_comes_back_is_somebody_new() -> None:
    """A person who was forgotten and takes part again gets a new number in the record: the old one stays nobody's."""
    stage = Stage()
    await lived(stage)
    with stage.database.transaction():
        first = stage.store().record.person(ANA)
        stage.store().belongings.forget(ANA, words=False)
        second = stage.store().record.person(ANA)
    assert first != second
    assert stage.store().record.latest(1)[0].people[first].former
    assert stage.store().record.latest(1)[0].people[second].id == ANA


async def test_a_room_that_was_left_is_deleted_after_its_time() -> None:
    """Thirty days after the bot left, nothing of a room is left in any table, its record included; not a day before."""
    stage = Stage(rooms=(ROOM, OTHER))
    await lived(stage)
    await lived(stage, OTHER)
    room = stage.number()
    other = {table: [row for row in rows if row.get("room") == stage.number(OTHER)] for table, rows in stage.everything().items()}
    stage.receive(left=(ROOM,))
    await stage.passes(timedelta(hours=2))
    stage.app.tick()
    await stage.passes(timedelta(days=29))
    assert stage.rows("record")[0]["room"] == room
    await stage.passes(timedelta(days=2))
    left = {table: [row for row in rows if row.get("room") == room] for table, rows in stage.everything().items()}
    assert {table for table, rows in left.items() if rows} == set()
    assert traces(stage, ROOM) == []
    assert other["entry"] == [row for row in stage.rows("entry") if row["room"] == stage.number(OTHER)][: len(other["entry"])]
    assert stage.store(OTHER).record.check().sound


async def test_coming_back_in_time_keeps_everything() -> None:
    """A bot that is asked back within the time finds the room as it left it, and the time begins anew when it leaves again."""
    stage = Stage()
    await lived(stage)
    head = stage.store().record.head()
    with stage.database.transaction():
        for days in (0, 20):
            stage.app.timeline.gone(stage.number())
            assert belongings.rooms_left(stage.database, stage.clock.at + timedelta(days=days), timedelta(days=30)) == []
            stage.database.execute("UPDATE room SET joined = 1")
            assert belongings.rooms_left(stage.database, stage.clock.at + timedelta(days=days + 5), timedelta(days=30)) == []
        assert stage.rows("room")[0]["left"] is None
    assert stage.store().record.head() == head


def test_the_record_can_only_go_with_its_room() -> None:
    """Outside of the deletion of a whole room, the triggers refuse to shorten the record as before."""
    stage = Stage()
    with stage.database.transaction():
        stage.store().record.append("undone", stage.clock.at, {"number": 1}, {})
    with pytest.raises(Exception, match="never shortened"):
        stage.database.execute("DELETE FROM entry")


@pytest.mark.parametrize(
    ("chosen", "shortest", "longest", "days"),
    [(None, 7, 0, None), (None, 7, 365, 365), (90, 7, 0, 90), (1, 7, 0, 7), (900, 7, 365, 365), (90, 7, 365, 90)],
)
def test_a_group_chooses_within_the_limits_of_its_host(chosen: int | None, shortest: int, longest: int, days: int | None) -> None:
    """What a group chose holds, but no shorter and no longer than its host allows; nothing chosen is for ever, or as long as that."""
    assert Retention(timedelta(), shortest, longest).days(chosen) == days


async def test_what_a_group_wants_to_let_go_of_goes() -> None:
    """Reasons and votes that are older than the group wants go, in the record too, and its chain holds; of another group nothing goes."""
    stage = Stage(rooms=(ROOM, OTHER))
    await lived(stage)
    await lived(stage, OTHER)
    with stage.database.transaction():
        for kind in KEPT:
            stage.store().keep_setting(f"keep-{kind}", 30)
    await stage.passes(timedelta(days=20))
    assert len([row for row in stage.rows("entry_text") if row["text"].startswith("of ")]) == 4
    await stage.passes(timedelta(days=20))
    texts = [row["room"] for row in stage.rows("entry_text") if row["text"].startswith("of ")]
    assert texts == [stage.number(OTHER)] * 2
    assert stage.store().record.check().sound
    decision = stage.store().decisions.get(1)
    assert decision is not None
    assert not decision.acts
    assert stage.store().record.about(1)[-1].data["counts"]["yes"] == 2


async def test_a_common_export_holds_nothing_secret() -> None:
    """Secret and personal matters, and words in them, are in the whole export alone; the record has the same head in both."""
    stage = Stage()
    await lived(stage)
    await stage.propose("Does Dan trust the neighbour? secret anyway", BEN)
    await stage.passes(timedelta(days=8))
    number = stage.number()
    lines: dict[bool, tuple[Any, Any]] = {}
    for whole in (False, True):
        archive = RoomArchive(stage.database, number, whole=whole)
        lines[whole] = list(archive.record_lines()), list(archive.room_lines())
    assert any(b"neighbour" in each for each in lines[True][0])
    assert not any(b"neighbour" in each for part in lines[False] for each in part)
    assert not any(b'"table":"part"' in each or b'"table":"assent"' in each for each in lines[False][1])
    assert any(b'"table":"part"' in each for each in lines[True][1])
    heads = {json.loads(part[0][0])["head"] for part in lines.values()}
    assert heads == {stage.store().record.head()}
    assert {Moves.NEVER} == {HOLDINGS[table].moves for table in BY_THE_RECORD}
    record = stage.store().record
    assert check(stage.rows("record")[0]["id"], record.links(), record.head()).sound
