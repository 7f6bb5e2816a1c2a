"""The chain of a record: whatever is changed in it is found, and the entry is named."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import record_file
from policies.chain import Checked, Link, Witness, canonical, check, digest
from policies.lot import seal
from policies.record_file import Header, Named, Unreadable

LOG = Path(__file__).parents[1] / "logs" / "first_decisions.jsonl"


@lru_cache(maxsize=1)
def log() -> tuple[str, str, tuple[Link, ...]]:
    """The record of the current format: its id, its head and its entries."""
    known = json.loads(LOG.with_suffix(".known.json").read_text(encoding="utf-8"))
    texts: dict[int, dict[str, tuple[bytes, str]]] = {}
    for each in known["texts"]:
        texts.setdefault(each["seq"], {})[each["name"]] = (bytes.fromhex(each["salt"]), each["text"])
    bodies = LOG.read_text(encoding="utf-8").splitlines()
    return known["record"], known["head"], tuple(Link(body, digest(body), texts.get(seq, {})) for seq, body in enumerate(bodies, 1))


def found(links: Iterable[Link], witnesses: Iterable[Witness] = ()) -> Checked:
    record, head, _ = log()
    return check(record, links, head, witnesses)


def named(checked: Checked) -> set[tuple[int, str]]:
    return {(each.seq, each.kind) for each in checked.faults}


def forged(links: Iterable[Link], at: int, change: dict[str, Any]) -> list[Link]:
    """The record with entry `at` changed, and every hash after it made to fit: a new chain, without a fault of its own."""
    made: list[Link] = []
    for seq, link in enumerate(links, 1):
        body = json.loads(link.body)
        if seq == at:
            body["data"] = {**body["data"], **change}
        if seq > at:
            body["before"] = made[-1].hash
        words = canonical(body)
        made.append(replace(link, body=words, hash=digest(words)))
    return made


def file() -> list[bytes]:
    record, head, links = log()
    header = Header(record, head, 1, 1, 0, len(links))
    return list(record_file.write(header, [Witness(2, links[1].hash[:8], "$event"), Named(1, "@ana:example.org", "Ana"), *links]))


def test_a_whole_record_is_sound() -> None:
    """A record that nobody touched has no fault; its votes are counted again, and its texts compared."""
    checked = found(log()[2])
    assert checked.sound
    assert (checked.recounted, checked.texts, checked.hashed) == (14, 70, 70)
    assert record_file.read(file()).sound


def test_a_count_that_would_take_hours_is_not_begun() -> None:
    """A forged result with more options than a question can have is named as wrong at once, whatever its method."""
    links = log()[2]
    at = next(seq for seq, link in enumerate(links, 1) if json.loads(link.body)["kind"] == "closed")
    options = [f"option-{place}" for place in range(3000)]
    ballots = [{"at": "2026-03-05T18:00:00Z", "voter": voter, "ranking": options} for voter in range(1, 20)]
    change = {"method": "stv", "seats": 2, "counts": dict.fromkeys(options, 1), "ballots": ballots, "turnout": 19, "eligible": 19}
    record = log()[0]
    assert (at, "count") in named(check(record, forged(links, at, change)))


def test_every_changed_byte_is_found_and_its_entry_named() -> None:
    """Whichever byte of a line of the file is another one, the check names exactly that entry first."""
    lines = file()
    chance = random.Random(8)  # noqa: S311 - which bytes are tried
    for place in range(3, len(lines) - 1):
        seq = place - 2
        for at in sorted(chance.sample(range(len(lines[place]) - 1), 12)):
            other = chance.choice([byte for byte in b' 0a9"}{x' if byte != lines[place][at]])
            changed = lines[place][:at] + bytes([other]) + lines[place][at + 1 :]
            checked = record_file.read([*lines[:place], changed, *lines[place + 1 :]])
            assert checked.faults, (seq, at)
            assert checked.faults[0].seq == seq, (seq, at, checked.faults)


def test_every_entry_is_watched() -> None:
    """An entry whose body says something else than its hash is named, and it alone."""
    _, _, links = log()
    for seq in range(1, len(links) + 1):
        body = links[seq - 1].body.replace('"number":', '"number" :', 1)
        changed = [*links[: seq - 1], replace(links[seq - 1], body=body), *links[seq:]]
        assert named(found(changed)) == {(seq, "changed")}


@pytest.mark.parametrize("seq", [1, 9, 33])
def test_a_changed_entry_with_a_new_hash_breaks_the_next_link(seq: int) -> None:
    """Who also makes the entry's own hash fit is found at the next entry, which holds the old one."""
    _, _, links = log()
    changed = [*links[: seq - 1], forged(links, seq, {"number": 99})[seq - 1], *links[seq:]]
    assert (seq + 1, "link") in named(found(changed))


def test_a_new_chain_differs_from_what_the_room_saw() -> None:
    """Who writes the whole chain anew is found by the heads that were posted in the room, and by the head that is known."""
    _, _, links = log()
    witnesses = [Witness(seq, link.hash[:8], f"$event{seq}") for seq, link in enumerate(links, 1) if seq % 5 == 0]
    changed = forged(links, 12, {"number": 99})
    checked = found(changed, witnesses)
    assert {seq for seq, kind in named(checked) if kind == "witness"} == {15, 20, 25, 30}
    assert (0, "head") in named(checked)
    assert found(links, witnesses).witnessed == 6
    assert (0, "witness-beyond") in named(found(links[:20], witnesses))


@given(st.data())
def test_missing_moved_and_doubled_entries_are_found(data: st.DataObject) -> None:
    """Entries that are missing, stand elsewhere, or stand there twice break the chain."""
    links = list(log()[2])
    one, other = data.draw(st.lists(st.integers(0, len(links) - 1), min_size=2, max_size=2, unique=True))
    changed = list(links)
    match data.draw(st.sampled_from(["missing", "moved", "doubled"])):
        case "missing":
            del changed[one]
        case "moved":
            changed[one], changed[other] = changed[other], changed[one]
        case _:
            changed.insert(other, links[one])
    assert not found(changed).sound


def closed(**change: Any) -> Checked:
    """The check of a record of one open and one closed entry, changed before its chain was made."""
    _, _, links = log()
    opening = next(json.loads(link.body) for link in links if '"kind":"opened"' in link.body)
    closing = next(json.loads(link.body) for link in links if '"kind":"closed"' in link.body and '"number":1,' in link.body)
    bodies, before = [], "0" * 64
    for seq, body in enumerate((opening, closing), 1):
        data = body["data"] | (change if body is closing else {})
        words = canonical(body | {"seq": seq, "before": before, "data": data})
        before = digest(words)
        bodies.append(Link(words, before))
    return check("0" * 64, bodies)


BALLOTS = json.loads(next(link.body for link in log()[2] if '"kind":"closed"' in link.body and '"number":1,' in link.body))["data"]["ballots"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"result": "not_passed"}, "count"),
        ({"counts": {"yes": 4, "no": 0, "abstain": 0}}, "count"),
        ({"turnout": 3}, "count"),
        ({"ballots": [BALLOTS[0], *BALLOTS[:3]]}, "count"),
        ({"ballots": BALLOTS[:3], "turnout": 3}, "count"),
        ({"ballots": "nonsense"}, "count"),
        ({"method": "guesswork"}, "count"),
        ({"result": "maybe"}, "count"),
        ({"rules": []}, "count"),
        ({"eligible": 5}, "electorate"),
        ({"seed": "another"}, "seed"),
    ],
)
def test_a_result_that_its_ballots_do_not_give_is_found(change: dict[str, Any], kind: str) -> None:
    """In a chain that holds, a result that cannot come out of its own ballots and rules is named."""
    assert closed().sound
    assert (2, kind) in named(closed(**change))


SEALS = sorted(seal(str(each)) for each in range(4))
SECRET = {"seals": SEALS, "ballots": [], "counts": {"yes": 2, "no": 1, "abstain": 1}, "turnout": 4}


@pytest.mark.parametrize(
    "change",
    [
        {"turnout": 3},
        {"seals": SEALS[:3]},
        {"seals": [*SEALS[:3], SEALS[0]]},
        {"seals": SEALS[::-1]},
        {"seals": [*SEALS[:3], "zz"]},
        {"counts": {"yes": 3, "no": 1, "abstain": 1}},
        {"counts": {"yes": 5, "no": -1, "abstain": 0}},
        {"eligible": 3},
    ],
)
def test_a_secret_vote_must_add_up(change: dict[str, Any]) -> None:
    """Of a secret vote everybody can check that seals, turnout and numbers agree, and no more."""
    whole = closed(**SECRET)
    assert whole.sound
    assert (whole.secret, whole.recounted) == (1, 0)
    assert (2, "seals") in named(closed(**(SECRET | change)))


def test_texts_can_be_missing_but_not_others() -> None:
    """A text that was removed is no fault; one that was changed is."""
    _, _, links = log()
    assert found([replace(link, texts={}) for link in links]).sound
    salt, text = links[3].texts["question"]
    changed = replace(links[3], texts={"question": (salt, f"{text}!")})
    assert named(found([*links[:3], changed, *links[4:]])) == {(4, "text")}


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "{}", '{"seq":1}', "9" * 5000, "[" * 20_000])
def test_nonsense_is_named_and_nothing_more(body: str) -> None:
    """What is no entry at all is named; the check goes on with the next one."""
    _, _, links = log()
    assert (2, "form") in named(found([links[0], Link(body, digest(body)), *links[2:]]))


def test_a_file_that_was_cut_off_is_found() -> None:
    """Wherever a file ends too early, that is said."""
    lines = file()
    for end in range(1, len(lines)):
        assert not record_file.read(lines[:end]).sound
    assert not record_file.read([*lines, b"more\n"]).sound
    assert named(record_file.read([*lines[:2], lines[2].replace(b"Ana", b"Eve"), *lines[3:]])) == {(0, "file")}


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        (b"", "no-record"),
        (b"PK\x03\x04", "no-record"),
        (b"\xff\xfe", "no-record"),
        (b"[1]\n", "no-record"),
        (b'{"folkmoot":"room"}\n', "no-record"),
        (b'{"folkmoot":"record","format":2}\n', "version"),
        (b'{"folkmoot":"record","format":1,"record":"a","head":"b","witnesses":0,"people":0,"rolls":0,"entries":-1}\n', "no-record"),
    ],
)
def test_other_files_are_no_records(first: bytes, kind: str) -> None:
    """A file that is no record, or one of another version, is told from a broken one."""
    with pytest.raises(Unreadable) as error:
        record_file.read([first])
    assert error.value.kind == kind
