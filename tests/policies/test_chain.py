"""The chain of a record: whatever is changed in it is found, and the entry is named."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import methods, record_file
from policies.ballots import Question
from policies.chain import Checked, Link, Witness, canonical, check, counted_again, digest
from policies.decision import COUNTED
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


LOGS = sorted(LOG.parent.glob("*.jsonl"))
LEADS = re.compile(rb'"(?:at|before|data|format|kind|seq|texts|hash|salt|text)":["{]?')
"""What stands before the value of each field of an entry's line."""
FIELDS = re.compile(rb'"(?:[^"\\]|\\.)+"|[0-9]+')
ROUNDS = 48


@lru_cache(maxsize=1)
def long() -> tuple[str, tuple[Link, ...]]:
    """One record of all the entries that there are in `tests/logs`: several of every kind; its id and its entries."""
    made: list[Link] = []
    for place, path in enumerate(LOGS):
        known = json.loads(path.with_suffix(".known.json").read_text(encoding="utf-8"))
        for words in path.read_text(encoding="utf-8").splitlines():
            body = json.loads(words)
            texts = {each["name"]: (bytes.fromhex(each["salt"]), each["text"]) for each in known["texts"] if each["seq"] == body["seq"]}
            if "number" in body["data"]:
                body["data"]["number"] += 1000 * place
            made.append(Link(canonical(body), "", texts))
    return "0" * 64, tuple(chained(made))


def chained(links: Iterable[Link]) -> list[Link]:
    """These entries as a record of their own."""
    made: list[Link] = []
    for seq, link in enumerate(links, 1):
        words = canonical(json.loads(link.body) | {"seq": seq, "before": made[-1].hash if made else "0" * 64})
        made.append(replace(link, body=words, hash=digest(words)))
    return made


def filed(record: str, links: Sequence[Link]) -> list[bytes]:
    return list(record_file.write(Header(record, links[-1].hash, 0, 0, 0, len(links)), links))


def other(raw: bytes, at: int, chance: random.Random) -> bytes:
    """The same with one byte changed."""
    return raw[:at] + bytes([chance.choice([byte for byte in b' 0a9"}{x' if byte != raw[at]])]) + raw[at + 1 :]


def places(line: bytes, chance: random.Random) -> list[int]:
    """Where a line is changed, round by round: in every field by its name, then in values from its beginning to its end."""
    named_ = [each.end() for each in LEADS.finditer(line)]
    spans = [each.span() for each in FIELDS.finditer(line)]
    wanted = ROUNDS // 2
    leads = [named_[number * len(named_) // 12] for number in range(12)]
    spread = [chance.randrange(*spans[number * len(spans) // (wanted - 12)]) for number in range(wanted - 12)]
    return leads + spread


def test_in_every_entry_of_a_long_record_changed_bytes_are_found_and_named() -> None:
    """In every entry of a long record, bytes changed in any of its fields are found, and those entries are named and no other."""
    record, links = long()
    lines = filed(record, links)
    assert len(links) > 250
    assert record_file.read(lines).sound
    chance = random.Random(8)  # noqa: S311 - which bytes are tried
    tried = [places(line, chance) for line in lines[1:-1]]
    for turn in range(ROUNDS):
        seqs = range(1 + turn % 2, len(links) + 1, 2)
        changed = list(lines)
        for seq in seqs:
            changed[seq] = other(lines[seq], tried[seq - 1][turn // 2], chance)
        assert {each.seq for each in record_file.read(changed).faults} == set(seqs), turn


def test_every_single_byte_of_an_entry_is_watched() -> None:
    """Whichever byte of the line of an opening, a result or a withdrawal is another one, that entry is named and no other."""
    links = [next(link for link in log()[2] if f'"kind":"{kind}"' in link.body) for kind in ("opened", "closed", "stopped")]
    lines = filed("0" * 64, chained(links))
    assert record_file.read(lines).sound
    chance = random.Random(8)  # noqa: S311 - which bytes are tried
    for seq in (1, 2, 3):
        for at in range(len(lines[seq]) - 1):
            checked = record_file.read([*lines[:seq], other(lines[seq], at, chance), *lines[seq + 1 :]])
            assert {each.seq for each in checked.faults} == {seq}, (seq, at)


def test_in_every_row_of_a_long_record_changed_signs_are_found_and_named() -> None:
    """A sign changed in the body, the hash, a salt or a text of any entry, as a store keeps them, is found, and the entry is named and no other."""
    record, links = long()
    chance = random.Random(8)  # noqa: S311 - which signs are tried
    for turn in range(ROUNDS // 2):
        seqs = set(range(1 + turn % 2, len(links) + 1, 2))
        changed = [rowed(link, turn // 2, chance) if seq in seqs else link for seq, link in enumerate(links, 1)]
        assert {each.seq for each in check(record, changed).faults} == seqs, turn


def rowed(link: Link, turn: int, chance: random.Random) -> Link:
    """An entry as a store keeps it, changed in its hash, a text, a salt, or at the place of this turn in its body."""
    name = chance.choice(sorted(link.texts)) if link.texts else ""
    salt, words = link.texts.get(name, (b"", ""))
    match turn:
        case 0:
            return replace(link, hash=other(link.hash.encode(), chance.randrange(64), chance).decode())
        case 1 if words:
            return replace(link, texts={**link.texts, name: (salt, words[:-1] + ("x" if words[-1] != "x" else "y"))})
        case 2 if salt:
            return replace(link, texts={**link.texts, name: (other(salt, chance.randrange(len(salt)), chance), words)})
    at = min(len(link.body) * turn // (ROUNDS // 4), len(link.body) - 1)
    return replace(link, body=link.body[:at] + ("x" if link.body[at] != "x" else "y") + link.body[at + 1 :])


def test_equal_answers_are_counted_together() -> None:
    """A check counts equal answers as one that counts so often: with the same result, in every result that is kept, as one by one."""
    for link in long()[1]:
        body = json.loads(link.body)
        if body["kind"] == "closed" and "seals" not in body["data"]:
            result, ballots = counted_again(body["data"])
            single = [replace(each, count=1) for each in ballots for _ in range(each.count)]
            assert len(single) == body["data"]["turnout"]
            asked = Question(
                COUNTED.get(body["data"]["method"], body["data"]["method"]), tuple(body["data"]["counts"]),
                body["data"]["seats"], body["data"]["eligible"], None, body["data"]["rules"],
            )
            assert methods.count(asked, single) == result


def test_a_veto_with_a_reason_is_not_one_without() -> None:
    """Where a veto needs a reason, one with a reason is counted again as such, whatever stands beside it."""
    said = [{"choice": "yes"}, {"choice": "yes"}, {"choice": "yes"}, {"choice": "no"}, {"choice": "no", "reason": "reason-5"}]
    closed = {
        "method": "apache_consensus",
        "counts": {"yes": 3, "no": 2, "abstain": 0},
        "seats": 1,
        "eligible": 10,
        "rules": {},
        "ballots": [{"voter": place, "at": "2026-03-02T18:00:00Z", **each} for place, each in enumerate(said)],
    }
    assert counted_again(closed)[0].result == "blocked"
    closed["ballots"] = closed["ballots"][:-1]
    assert counted_again(closed)[0].result == "passed"


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
