"""A group moves: out of one store and into another, all of it or nothing."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.archive import opened
from bot.archive.exports import RECORD, Exports
from bot.archive.exports import ROOM as STATE
from bot.archive.moving import Home, brought, verified
from bot.matrix.events import Membership, RoomNews
from bot.store.archive import Broken, Differs, RoomArchive
from bot.store.database import Database
from bot.store.rooms import RoomStore
from bot.texts import Reader
from policies.chain import canonical
from policies.record_file import Unreadable, sealed
from tests.our_texts import our_texts
from tests.store.stage import ANA, BEGIN, BEN, BOT, CLEO, DAN, OTHER, ROOM, Stage, seed
from tests.store.test_holdings import lived

READER = Reader("en", ZoneInfo("UTC"), "!")
HOME = Home(BOT, "en", "UTC")
NEW = "!new:example.org"


def packed(stage: Stage, *, whole: bool = True, room: str = ROOM) -> bytes:
    out = io.BytesIO()
    Exports(stage.database, our_texts()).record(stage.number(room), READER, out, whole=whole)
    return out.getvalue()


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    names = database.all("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {row["name"]: [tuple(each) for each in database.all(f'SELECT * FROM "{row["name"]}"')] for row in names}  # noqa: S608 - names from the schema


def came(path: Path, database: Database, room: str | None = None) -> None:
    brought(database, path, HOME, BEGIN, room=room)


@pytest.fixture(name="box", scope="module")
def _box() -> bytes:
    """The whole export of a room in which a bit of everything has happened."""
    import asyncio

    stage = Stage()

    async def play() -> None:
        await lived(stage)
        await stage.propose("Does Dan trust the neighbour? secret anyway", BEN)

    asyncio.run(play())
    return packed(stage)


def parts(box: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(box)) as read:
        return {name: read.read(name) for name in read.namelist()}


def boxed(contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, data in contents.items():
            box.writestr(name, data)
    return out.getvalue()


async def test_the_same_record_goes_on_elsewhere(tmp_path: Path) -> None:
    """Another instance that takes a group in has its record with the same head, its charter, roles, jobs and open votes."""
    stage = Stage()
    await lived(stage)
    await stage.propose("Tea?", CLEO)
    old = stage.store()
    path = tmp_path / "box.zip"
    path.write_bytes(packed(stage))
    second = Stage(rooms=())
    second.clock.at = stage.clock.at
    brought(second.database, path, HOME, stage.clock.at, room=NEW)
    joined = Membership(**second.outer(BOT, NEW), person=BOT, before="invite", after="join", name="Folkmoot")
    second.receive(RoomNews(room=NEW, events=(joined,), seed=seed()))
    await second.passes(timedelta(minutes=1))
    new = second.store(NEW)
    assert new.record.head() == old.record.head()
    assert list(new.record.links()) == list(old.record.links())
    assert new.charter.get() == old.charter.get()
    assert [each.number for each in new.matters.open()] == [each.number for each in old.matters.open()]
    assert new.decisions.get(1) == old.decisions.get(1)
    assert new.roles.serving("duty") == old.roles.serving("duty") == (ANA,)
    with second.database.transaction():
        assert new.next_number() == old.next_number()
    said = second.server.bodies(NEW)
    assert any("has come here" in body for body in said)
    assert any("is open until" in body for body in said)
    number = old.decisions.open()[-1].number
    second.say(DAN, f"!vote {number} yes", NEW)
    assert len(second.store(NEW).decisions.get(number).standing()) == 1  # type: ignore[union-attr]


async def test_a_room_keeps_its_own_name(box: bytes, tmp_path: Path) -> None:
    """A group that comes into a room in which the bot is already finds the room called as its members call it."""
    path = tmp_path / "box.zip"
    path.write_bytes(box)
    stage = Stage(rooms=(OTHER,))
    before = stage.store(OTHER).name
    came(path, stage.database, OTHER)
    assert stage.store(OTHER).name == before == "other"
    assert stage.store(OTHER).record.length() > 0


async def test_what_is_there_already_is_not_taken_in_twice(box: bytes, tmp_path: Path) -> None:
    """The same file for the same room again changes nothing."""
    path = tmp_path / "box.zip"
    path.write_bytes(box)
    database = Database(None)
    came(path, database)
    before = everything(database)
    assert brought(database, path, HOME, BEGIN).known
    assert everything(database) == before
    database.close()


async def test_a_member_can_move_the_group_too(tmp_path: Path) -> None:
    """What any member can take away is enough: the record has the same head, without the words of secret matters."""
    stage = Stage()
    await lived(stage)
    await stage.propose("Does Dan trust the neighbour? secret anyway", BEN)
    path = tmp_path / "box.zip"
    path.write_bytes(packed(stage, whole=False))
    database = Database(tmp_path / "new.db")
    came(path, database)
    row = database.one("SELECT room FROM room WHERE matrix = ?", (ROOM,))
    assert row is not None
    store = RoomStore(database, row["room"], BOT, "en", "UTC")
    assert store.record.head() == stage.store().record.head()
    assert store.record.check().sound
    assert b"neighbour" not in (tmp_path / "new.db").read_bytes()
    database.close()


async def test_who_is_named_only_in_what_is_left_out_is_not_named(tmp_path: Path) -> None:
    """The name of somebody whom only a matter about a person speaks of is in no part of a common export; their number stays taken."""
    stage = Stage()
    await lived(stage)
    record = stage.store().record
    with stage.database.transaction():
        number = record.person("@zoe:example.org")
        stage.database.execute("UPDATE entry_person SET name = 'Zoe Quagga' WHERE number = ?", (number,))
        motion = {"change": "about-person", "kind": "person", "values": {"person": number}}
        record.append("stopped", stage.clock.at, {"number": 77, "by": record.person(ANA), "turnout": 0, "motion": motion}, {"question": "Is Zoe kind?"})
    whole, common = parts(packed(stage, whole=True)), parts(packed(stage, whole=False))
    assert b"Zoe Quagga" in whole[RECORD]
    assert [name for name, data in common.items() if b"oe Quagga" in data or b"@zoe" in data or b"kind?" in data] == []
    assert all(person.encode() in common[RECORD] for person in (ANA, BEN))
    path = tmp_path / "box.zip"
    path.write_bytes(packed(stage, whole=False))
    database = Database(None)
    came(path, database)
    store = RoomStore(database, 1, BOT, "en", "UTC")
    assert (store.record.head(), store.record.check().sound) == (record.head(), True)
    with database.transaction():
        assert store.record.person("@late:example.org") == number + 1
    database.close()
    with stage.database.transaction():
        stage.store().belongings.forget("@zoe:example.org", words=False)
    assert b"oe Quagga" not in parts(packed(stage, whole=True))[RECORD]


async def test_the_same_data_give_the_same_bytes() -> None:
    """An export made twice is the same file, bit for bit."""
    stage = Stage()
    await lived(stage)
    assert packed(stage) == packed(stage)


async def test_an_export_of_an_import_is_the_same(tmp_path: Path, box: bytes) -> None:
    """What was taken in can be taken out again as it came."""
    path = tmp_path / "box.zip"
    path.write_bytes(box)
    database = Database(None)
    came(path, database)
    out = io.BytesIO()
    Exports(database, our_texts()).record(1, READER, out, whole=True)
    first, second = parts(box), parts(out.getvalue())
    assert second[RECORD] == first[RECORD]
    due = b'"table":"due"'
    for name in first.keys() - {STATE}:
        assert second[name] == first[name], name

    def kept(state: bytes) -> list[bytes]:
        return sorted(line for line in state.splitlines() if due not in line and b'"end"' not in line)

    assert kept(second[STATE]) == kept(first[STATE])


def cut(box: bytes) -> bytes:
    return box[: len(box) // 2]


def short(box: bytes) -> bytes:
    return boxed({**(all_ := parts(box)), RECORD: b"\n".join(all_[RECORD].splitlines()[:-3]) + b"\n"})


def swapped(box: bytes) -> bytes:
    all_ = parts(box)
    lines = all_[RECORD].splitlines(keepends=True)
    lines[-2], lines[-3] = lines[-3], lines[-2]
    return boxed({**all_, RECORD: b"".join(lines)})


def edited(box: bytes) -> bytes:
    all_ = parts(box)
    return boxed({**all_, RECORD: all_[RECORD].replace(b'"result":"passed"', b'"result":"not_passed"')})


def newer(box: bytes) -> bytes:
    all_ = parts(box)
    return boxed({**all_, STATE: all_[STATE].replace(b'"schema":[', b'"schema":["zz_later",', 1)})


def other_state(box: bytes) -> bytes:
    all_ = parts(box)
    return boxed({**all_, STATE: all_[STATE].replace(b'"language":null', b'"language":"de"', 1).replace(b"Circle", b"Square")})


def foreign(*rows: str) -> Callable[[bytes], bytes]:
    """A state whose seal holds, with rows that no export has."""

    def change(box: bytes) -> bytes:
        all_ = parts(box)
        lines = [line.decode() for line in all_[STATE].splitlines()[:-1]]
        return boxed({**all_, STATE: b"".join(sealed([*lines, *rows]))})

    return change


def stateless(box: bytes) -> bytes:
    return boxed({name: data for name, data in parts(box).items() if name != STATE})


def escaping(name: str) -> Callable[[bytes], bytes]:
    return lambda box: boxed({**parts(box), name: b"x"})


def bomb(box: bytes) -> bytes:
    return boxed({**parts(box), "book.html": b"\0" * (64 << 20)})


def lying(box: bytes) -> bytes:
    """A box whose table of contents says that a part is small."""
    raw = bytearray(boxed({**parts(box), RECORD: b"0" * (8 << 20)}))
    place = raw.rfind(b"PK\x01\x02", 0, raw.rfind(RECORD.encode()))
    raw[place + 24 : place + 28] = struct.pack("<I", 100)
    return bytes(raw)


def twice(box: bytes) -> bytes:
    out = io.BytesIO(box)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as more:
        more.writestr(RECORD, b"{}")
    return out.getvalue()


BAD: dict[str, tuple[Callable[[bytes], bytes], type[Exception], str]] = {
    "truncated": (cut, Unreadable, "damaged"),
    "a shorter record": (short, Broken, ""),
    "another order": (swapped, Broken, ""),
    "an edited entry": (edited, Broken, ""),
    "a later version": (newer, Unreadable, "version"),
    "an edited state": (other_state, Unreadable, ""),
    "an unknown table": (foreign('{"row":{"x":1},"table":"gossip"}'), Unreadable, "version"),
    "the record by the back door": (foreign('{"row":{"seq":1},"table":"entry"}'), Unreadable, "version"),
    "an unknown column": (foreign('{"row":{"name":"a","value":"1","x":1},"table":"setting"}'), Unreadable, "version"),
    "a foreign room": (foreign('{"row":{"name":"a","room":1,"value":"1"},"table":"setting"}'), Unreadable, "version"),
    "a wrong value": (foreign('{"row":{"at":"x","kind":"a","number":1},"table":"due"}'), Unreadable, "damaged"),
    "a matter that is none": (foreign('{"row":{"body":"{}","kind":"motion","number":77,"open":1},"table":"matter"}'), Unreadable, "damaged"),
    "a kind that is none": (foreign('{"row":{"body":"{}","kind":"x","number":77,"open":1},"table":"matter"}'), Unreadable, "damaged"),
    "a setting that is no JSON": (foreign('{"row":{"name":"keep-reasons","value":"week"},"table":"setting"}'), Unreadable, "damaged"),
    "programs that are none": (foreign('{"row":{"name":"bots","value":"[[1]]"},"table":"setting"}'), Unreadable, "damaged"),
    "quiet hours that are none": (foreign('{"row":{"name":"quiet-hours","value":"7"},"table":"setting"}'), Unreadable, "damaged"),
    "a zone that is none": (foreign('{"room":{"zone":"../../etc/passwd"}}'), Unreadable, "damaged"),
    "a zone on no map": (foreign('{"room":{"zone":"Mars/Phobos"}}'), Unreadable, "damaged"),
    "a reminder on no map": (
        foreign('{"row":{"body":"{}","number":77,"open":1,"owner":"@a:b","whom":"","zone":"Mars/Phobos"},"table":"reminder"}'),
        Unreadable,
        "damaged",
    ),
    "roles that are none": (foreign('{"row":{"body":"[1"},"table":"leadership"}'), Unreadable, "damaged"),
    "powers of the room": (foreign('{"room":{"power":"{}"}}'), Unreadable, "version"),
    "no state": (stateless, Unreadable, "no-room"),
    "a path out": (escaping("../../etc/passwd"), Unreadable, "names"),
    "an absolute path": (escaping("/etc/passwd"), Unreadable, "names"),
    "a stray file": (escaping("notes.txt"), Unreadable, "names"),
    "a bomb": (bomb, Unreadable, "too-large"),
    "a lying table": (lying, Unreadable, ""),
    "a name twice": (twice, Unreadable, "names"),
    "no zip": (lambda _: b"PK nothing", Unreadable, "damaged"),
    "an empty file": (lambda _: b"", Unreadable, "no-record"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n" * 9, Unreadable, "no-record"),
    "an empty box": (lambda _: boxed({}), Unreadable, "no-record"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_changes_nothing(name: str, box: bytes, tmp_path: Path) -> None:
    """Whatever is wrong with a file is told apart, and nothing of it is taken in: the store is byte for byte what it was."""
    change, error, kind = BAD[name]
    path = tmp_path / "box.zip"
    path.write_bytes(change(box))
    database = Database(None)
    before = everything(database)
    with pytest.raises(error) as raised:
        came(path, database)
    if kind:
        assert raised.value.kind == kind  # type: ignore[attr-defined]
    assert everything(database) == before
    database.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_no_damage_is_taken_in(box: bytes, tmp_path: Path, chance: random.Random) -> None:
    """Bytes that were changed anywhere in a box are refused, or made no difference."""
    raw = bytearray(box)
    for _ in range(chance.randint(1, 4)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    path = tmp_path / "box.zip"
    path.write_bytes(bytes(raw))
    database = Database(None)
    before = everything(database)
    try:
        came(path, database)
    except (Unreadable, Broken):
        assert everything(database) == before
    else:
        out = io.BytesIO()
        Exports(database, our_texts()).record(1, READER, out, whole=True)
        assert parts(out.getvalue())[RECORD] == parts(box)[RECORD]
    database.close()


async def test_a_room_with_something_of_its_own_is_left_alone(box: bytes, tmp_path: Path) -> None:
    """A room that has another record, or in which something has begun, takes nothing in; nor does a second room the same record."""
    path = tmp_path / "box.zip"
    path.write_bytes(box)
    stage = Stage(rooms=(OTHER,))
    stage.say(ANA, "!propose Tea?", OTHER)
    with pytest.raises(Differs) as begun:
        came(path, stage.database, OTHER)
    await stage.deliver()
    with pytest.raises(Differs) as differs:
        came(path, stage.database, OTHER)
    came(path, stage.database, NEW)
    with pytest.raises(Differs) as elsewhere:
        came(path, stage.database, "!third:example.org")
    assert [each.value.kind for each in (begun, differs, elsewhere)] == ["begun", "record", "elsewhere"]


@pytest.mark.parametrize(("room", "kind"), [("hello", "no-room"), ("!x\x1b[2J:example.org", "no-id"), ("!chat:example.org", "direct")])
def test_a_group_goes_to_a_room_for_groups(room: str, kind: str, box: bytes, tmp_path: Path) -> None:
    """What is no Matrix id of a room, or a direct chat with one person, is refused before anything is changed."""
    path = tmp_path / "box.zip"
    path.write_bytes(box)
    database = Database(None)
    database.execute("INSERT INTO room (matrix, direct) VALUES ('!chat:example.org', ?)", (ANA,))
    before = everything(database)
    with pytest.raises(Differs) as error:
        came(path, database, room)
    assert error.value.kind == kind
    assert everything(database) == before
    database.close()


async def test_the_parts_of_a_file_belong_together(tmp_path: Path) -> None:
    """The record of one group with the state of another, or of another day, is refused: nobody would know whose rules hold."""
    stage = Stage(rooms=(ROOM, OTHER))
    await stage.propose("Tea?", ANA)
    earlier = parts(packed(stage))
    await stage.propose("Cake?", ANA, OTHER)
    foreign_state = parts(packed(stage, room=OTHER))[STATE]
    await stage.propose("Jam?", BEN)
    now = parts(packed(stage))
    path = tmp_path / "box.zip"
    for state in (foreign_state, earlier[STATE]):
        path.write_bytes(boxed({**now, STATE: state}))
        with pytest.raises(Unreadable) as error:
            came(path, Database(None))
        assert error.value.kind == "mixed"
    path.write_bytes(boxed(now))
    came(path, Database(None))


async def test_what_happens_during_an_export_is_not_in_it_by_half(tmp_path: Path) -> None:
    """While the bot runs and the group goes on, an export holds one moment of it, in the record as in all else."""
    stage = Stage(tmp_path / "folkmoot.db")
    await stage.propose("Tea?", ANA)
    second, out = Database(tmp_path / "folkmoot.db"), io.BytesIO()

    def meanwhile(_count: int) -> None:
        with stage.database.transaction():
            stage.store().record.append("undone", BEGIN, {"number": 1}, {})

    with second.snapshot() as moment:
        Exports(moment, our_texts()).record(stage.number(), READER, out, whole=True, progress=meanwhile)
    assert stage.store().record.length() > 1
    path = tmp_path / "box.zip"
    path.write_bytes(out.getvalue())
    elsewhere = Database(None)
    came(path, elsewhere)
    assert RoomArchive(elsewhere, 1, whole=True).record.length() == 1
    for each in (stage.database, second, elsewhere):
        each.close()


@pytest.mark.parametrize(("more", "taken"), [(2, True), (3, False)])
async def test_nobody_brings_more_reminders_than_they_can_have(more: int, taken: bool, tmp_path: Path) -> None:
    """A file with more reminders of one person than one can have is refused: what is due of them would keep all other groups waiting."""
    stage = Stage()
    await stage.propose()
    stage.say(ANA, "!remind us every Tuesday 18:00 that the circle starts")
    await stage.deliver()
    box = packed(stage)
    row = next(line.decode() for line in parts(box)[STATE].splitlines() if b'"table":"reminder"' in line)
    path = tmp_path / "box.zip"
    others = (row.replace('"number":2', f'"number":{90 + each}').replace('\\"number\\":2', f'\\"number\\":{90 + each}') for each in range(more))
    path.write_bytes(foreign('{"room":{"numbers":99}}', *others)(box))
    elsewhere = Database(None)
    if taken:
        came(path, elsewhere)
    else:
        with pytest.raises(Unreadable, match="damaged"):
            came(path, elsewhere)
    assert len(elsewhere.all("SELECT 1 FROM reminder")) == (1 + more if taken else 0)
    for each in (stage.database, elsewhere):
        each.close()


async def test_a_group_that_came_is_told_once(box: bytes, tmp_path: Path) -> None:
    """However often a file says that the room is to be told of its coming, it is told once."""
    rows = "\n".join(f'{{"row":{{"at":0,"kind":"arrived","number":{number}}},"table":"due"}}' for number in range(1000, 1100))
    path = tmp_path / "box.zip"
    path.write_bytes(foreign(rows)(box))
    with pytest.raises(Unreadable):
        came(path, Database(None))
    for row in rows.splitlines()[:20]:
        path.write_bytes(box := foreign(row)(box))
    database = Database(None)
    came(path, database)
    assert [tuple(row) for row in database.all("SELECT number FROM due WHERE kind = 'arrived'")] == [(0,)]
    database.close()


def test_what_a_file_calls_itself_is_no_command_to_a_terminal(tmp_path: Path, box: bytes) -> None:
    """The id and the head of a record are shown to whoever checks a file, so nothing but plain letters and signs may stand in them."""
    path = tmp_path / "record.jsonl"
    header = {**json.loads(parts(box)[RECORD].splitlines()[0]), "witnesses": 0, "people": 0, "rolls": 0, "entries": 0}
    for name, plain in (("ab", True), ("\x1b]0;x\x07", False), ("\u202eab", False)):
        path.write_bytes(b"".join(sealed([canonical({**header, "record": name, "head": name})])))
        if plain:
            assert verified(path).sound
        else:
            with pytest.raises(Unreadable):
                verified(path)


def test_a_line_can_be_no_longer_than_one_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, box: bytes) -> None:
    """A record file with an endless line, or larger than an export can be, is refused before it fills the memory."""
    path = tmp_path / "record.jsonl"
    path.write_bytes(parts(box)[RECORD])
    assert verified(path).sound
    path.write_bytes(b"{" * 5_000_000)
    with pytest.raises(Unreadable):
        verified(path)
    path.write_bytes(parts(box)[RECORD])
    monkeypatch.setattr(opened, "LARGEST_FILE", 1000)
    with pytest.raises(Unreadable) as error:
        verified(path)
    assert error.value.kind == "too-large"
