"""The record: append-only, chained, and such that forgetting breaks no link."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.journal import canonical, digest
from policies.decision import Decision
from tests.store.chain import false_texts, faults, sha256
from tests.store.stage import ANA, BEN, CLEO, DAN, PEOPLE, Stage


@pytest.mark.parametrize(
    ("value", "written"),
    [
        # RFC 8785, 3.2.2 and 3.2.4: the example's strings and literals (the record holds no fractions).
        (
            {"string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/", "literals": [None, True, False]},
            '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
        ),
        # 3.2.2.2: these have two-character escapes, other controls the form \u00xx in small letters, the rest none.
        (
            "\b\t\n\f\r\u0000\u001f\u007f\u0080\u2028\U0001f600",
            '"\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\x80\u2028\U0001f600"',
        ),
        # 3.2.3: the weird example's ASCII keys, sorted by code unit.
        ({"\r": 1, "1": 2, "</script>": 3, "a": 4, "A": 5, "": 6}, '{"":6,"\\r":1,"1":2,"</script>":3,"A":5,"a":4}'),
        # Appendix B, the whole numbers up to 2**53.
        ([0, -1, 9007199254740992, 295147905179352], "[0,-1,9007199254740992,295147905179352]"),
        ({"a": {}, "b": []}, '{"a":{},"b":[]}'),
    ],
)
def test_canonical_json_is_that_of_rfc_8785(value: object, written: str) -> None:
    """Canonical JSON of the values that the record uses is that of RFC 8785, so that anybody can make the hash again."""
    assert canonical(value) == written


ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def by_the_letter(value: Any) -> str:
    """RFC 8785, 3.2, sentence by sentence."""
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case int():
            return f"{value:d}"
        case str():
            signs = (ESCAPES.get(sign) or (f"\\u{ord(sign):04x}" if sign < " " else sign) for sign in value)
            return '"' + "".join(signs) + '"'
        case list():
            return "[" + ",".join(by_the_letter(each) for each in value) + "]"
        case dict():
            keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
            return "{" + ",".join(f"{by_the_letter(key)}:{by_the_letter(value[key])}" for key in keys) + "}"
    raise TypeError(value)


words = st.text(st.characters(exclude_categories=["Cs"]))
scalars = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | words
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(max_codepoint=126), max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(values)
def test_canonical_json_follows_the_rfc_for_every_value(value: Any) -> None:
    """For every value of the kinds that the record uses, canonical JSON is what the RFC's sentences say, and reads back."""
    assert canonical(value) == by_the_letter(value)
    assert json.loads(canonical(value)) == value


async def decided(stage: Stage) -> Decision:
    """A room with a record: one decision that passed, one that was taken back."""
    decision = await stage.propose("Tea at five?")
    stage.clock.at += timedelta(minutes=1)
    stage.say(ANA, "!vote 1 yes because tea is warm")
    stage.say(BEN, "!vote 1 no because coffee is warmer")
    for person in (CLEO, DAN):
        stage.say(person, "!vote 1 yes")
    await stage.propose("Cake?", BEN)
    stage.say(BEN, "!stop 2")
    assert decision.closes is not None
    await stage.passes(decision.closes - stage.clock.at)
    return decision


def bodies(stage: Stage) -> list[str]:
    return [row["body"] for row in stage.rows("entry")]


def record_id(stage: Stage) -> str:
    return str(stage.rows("record")[0]["id"])


async def test_the_chain_is_whole() -> None:
    """Each entry holds the hash of the one before, the first the record's random id, and the head is the last one's."""
    stage = Stage()
    await decided(stage)
    assert [json.loads(body)["kind"] for body in bodies(stage)] == ["opened", "opened", "stopped", "closed"]
    assert faults(record_id(stage), bodies(stage), stage.store().record.head()) == []
    assert [row["hash"] for row in stage.rows("entry")] == [sha256(body.encode()) for body in bodies(stage)]
    assert all(canonical(json.loads(body)) == body for body in bodies(stage))


async def test_any_changed_byte_is_found() -> None:
    """Whichever byte of whichever entry is changed, checking finds it: by its own hash, and by the entry after it."""
    stage = Stage()
    await decided(stage)
    real, head = bodies(stage), stage.store().record.head()
    missed = []
    for place, body in enumerate(real):
        for at, sign in enumerate(body):
            changed = body[:at] + ("x" if sign != "x" else "y") + body[at + 1 :]
            if not faults(record_id(stage), [*real[:place], changed, *real[place + 1 :]], head):
                missed.append((place, at))
    assert missed == []


async def test_a_taken_out_added_or_moved_entry_is_found() -> None:
    """An entry cannot be left out, put in, moved or cut off without the check finding it."""
    stage = Stage()
    await decided(stage)
    one, two, three, four = real = bodies(stage)
    head = stage.store().record.head()
    for wrong in (
        [two, three, four],
        [one, two, four],
        [one, two, three],
        [one, one, two, three, four],
        [two, one, three, four],
    ):
        assert faults(record_id(stage), wrong, head) != []
    assert faults("0" * 64, real, head) != []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = body || ' '",
        "UPDATE entry SET hash = 'x' WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 4",
        "DELETE FROM entry",
        "INSERT OR REPLACE INTO entry (room, seq, body, hash) VALUES (1, 1, 'x', 'y')",
    ],
)
async def test_the_tables_refuse_to_change_the_record(statement: str) -> None:
    """The database itself refuses to change, shorten or overwrite the record, whatever asks for it."""
    stage = Stage()
    await decided(stage)
    before = stage.rows("entry")
    with pytest.raises(sqlite3.IntegrityError):
        stage.database.execute(statement)
    assert stage.rows("entry") == before


async def test_forgetting_breaks_no_link() -> None:
    """Texts, salts and names can be erased: the chain stays whole, the entries can be read, and the words are gone."""
    stage = Stage()
    await decided(stage)
    head = stage.store().record.head()
    for entry in stage.rows("entry"):
        texts = [
            (row["name"], row["salt"], row["text"]) for row in stage.rows("entry_text") if row["seq"] == entry["seq"]
        ]
        assert texts != []
        assert false_texts(json.loads(entry["body"]), texts) == []
    with stage.database.transaction():
        for table in ("entry_text", "entry_person", "roll"):
            stage.database.execute(f"DELETE FROM {table}")  # noqa: S608 - names from this test
    assert faults(record_id(stage), bodies(stage), stage.store().record.head()) == []
    assert stage.store().record.head() == head
    entries = stage.store().record.latest(10)
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert all(not entry.texts and not entry.people for entry in entries)


async def test_the_chain_holds_no_words_and_no_names() -> None:
    """What people wrote, their ids and the room's id are nowhere in the part that can never be erased."""
    stage = Stage()
    await decided(stage)
    everything = "\n".join(bodies(stage)).casefold()
    for told in ("tea", "coffee", "cake", "warm", "ana", "ben", "example.org", "circle", "@", "!"):
        assert told not in everything


async def test_the_same_words_are_never_hashed_alike() -> None:
    """Each text and each roll has a salt of its own, so that nobody can find out words or members by guessing them."""
    stage = Stage()
    for _ in range(2):
        await stage.propose("Tea?")
    first, second = (json.loads(body) for body in bodies(stage))
    assert first["texts"]["question"] != second["texts"]["question"]
    assert first["data"]["electorate"] != second["data"]["electorate"]
    assert first["texts"]["question"] != digest("Tea?")
    salts = {row["salt"] for row in stage.rows("entry_text")} | {row["salt"] for row in stage.rows("roll")}
    assert len(salts) == 4
    assert {len(salt) for salt in salts} == {16}


async def test_the_roll_proves_the_electorate() -> None:
    """With its salt the hash of the roll proves who could vote; the sorted ids are what is hashed."""
    stage = Stage()
    await stage.propose()
    entry = json.loads(bodies(stage)[0])
    roll = stage.rows("roll")[0]
    assert entry["data"]["electorate"] == roll["hash"] == sha256(roll["salt"], canonical(sorted(PEOPLE)).encode())


async def test_people_have_a_number_of_their_own_in_each_record() -> None:
    """A person keeps one number in a record, given at the first mention, and has another series in another room."""
    stage = Stage(rooms=("!circle:example.org", "!other:example.org"))
    here, there = stage.store(), stage.store("!other:example.org")
    with stage.database.transaction():
        assert [here.record.person(person) for person in (BEN, ANA, BEN, CLEO)] == [1, 2, 1, 3]
        assert [there.record.person(person) for person in (CLEO, BEN)] == [1, 2]
    ids = {row["id"] for row in stage.rows("record")}
    assert len(ids) == 2
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in ids)


async def test_the_record_holds_exact_values_only() -> None:
    """Entries hold texts, whole numbers, truth values, lists and objects with ASCII keys: nothing is rounded."""
    stage = Stage()
    await decided(stage)

    def walk(value: Any) -> None:
        assert isinstance(value, str | int | list | dict)
        if isinstance(value, dict):
            assert all(key.isascii() for key in value)
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    for body in bodies(stage):
        walk(json.loads(body))
        assert json.loads(body)["format"] == 1
