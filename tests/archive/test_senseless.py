"""A record with a sound chain whose entries make no sense: whoever made the file could compute every hash anew."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.archive.exports import RECORD, Exports
from bot.archive.exports import ROOM as STATE
from bot.archive.moving import Home, brought, verified
from bot.cli import verify
from bot.store.archive import Broken, schema
from bot.store.database import Database
from bot.store.rooms import RoomStore
from bot.texts import Reader
from commands import minutes
from commands.sentences import sentence
from commands.stories import Story
from policies import record_file
from policies.chain import Fault, Link, canonical, digest
from policies.record_file import Header, Named
from tests.our_texts import our_texts
from tests.store.stage import BEGIN, BOT, ROOM

LOGS = sorted((Path(__file__).parents[1] / "logs").glob("*.jsonl"))
HOME = Home(BOT, "en", "UTC")
READER = Reader("en", ZoneInfo("Pacific/Kiritimati"), "!")
ABSENT = object()

Body = dict[str, Any]


@dataclass
class Log:
    """A record from `tests/logs`, whose entries can be changed before its chain is computed anew."""

    bodies: list[Body]
    texts: dict[int, dict[str, tuple[bytes, str]]]
    people: dict[str, dict[str, Any]]
    id: str

    @classmethod
    def of(cls, path: Path) -> Log:
        known = json.loads(path.with_suffix(".known.json").read_text(encoding="utf-8"))
        bodies = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        texts: dict[int, dict[str, tuple[bytes, str]]] = {body["seq"]: {} for body in bodies}
        for each in known["texts"]:
            texts[each["seq"]][each["name"]] = (bytes.fromhex(each["salt"]), each["text"])
        return cls(bodies, texts, known["people"], known["record"])

    def links(self) -> Iterator[Link]:
        """The entries, in a chain that holds."""
        before = self.id
        for seq, body in enumerate(self.bodies, 1):
            hashes = {name: digest(words, salt) for name, (salt, words) in self.texts[seq].items()}
            written = canonical({**body, "before": before, "texts": hashes})
            before = digest(written)
            yield Link(written, before, self.texts[seq])

    def boxed(self, path: Path) -> Path:
        """An export with this record, and with nothing else in the room."""
        links = list(self.links())
        head = links[-1].hash
        people = [Named(int(number), each["id"], each["name"] or "") for number, each in self.people.items()]
        header = Header(self.id, head, 0, len(people), 0, len(links))
        first = {"folkmoot": "room", "format": 1, "schema": schema(Database(None)), "whole": True, "record": self.id, "head": head}
        room = {"room": {"name": "Tea", "language": None, "zone": None, "since": None, "numbers": 99, "matrix": ROOM}}
        with zipfile.ZipFile(path, "w") as box:
            box.writestr(RECORD, b"".join(record_file.write(header, [*people, *links])))
            box.writestr(STATE, b"".join(record_file.sealed(map(canonical, (first, room)))))
        return path


def everything_works(path: Path, database: Database) -> None:
    """All that a group can do with its record."""
    texts, store = our_texts(), RoomStore(database, 1, BOT, "en", "UTC")

    def say(*many: Any) -> None:
        for each in many:
            if each:
                texts.render(each, READER)

    for skip in range(0, store.record.length(), 10):
        say(*map(sentence, store.record.find(count=10, skip=skip)[0]))
    for number, entries in store.record.by_number():
        story = Story(number, tuple(entries))
        say(*story.history.items, story.how, *(each.told for each in story.reasons))
        if (held := minutes.read(entries)) is not None:
            say(minutes.as_text(held), *(block.text for block in minutes.document(held).blocks))
    for whole in (True, False):
        Exports(database, texts).record(1, READER, io.BytesIO(), whole=whole)
    assert store.record.check().sound
    assert verified(path).sound
    assert store.belongings.drill().same


def judged(log: Log, path: Path) -> tuple[Fault, ...]:
    """What import says of a record; where it takes it, all works. Where it does not, nothing stays, and `verify` says the same."""
    log.boxed(path)
    with closing(Database(None)) as database:
        if verified(path).sound:
            brought(database, path, HOME, BEGIN)
            everything_works(path, database)
            return ()
        with pytest.raises(Broken) as broken:
            brought(database, path, HOME, BEGIN)
        assert database.one("SELECT 1 FROM room") is None
        assert broken.value.checked.faults == verified(path).faults
        return broken.value.checked.faults


@pytest.mark.parametrize("log", LOGS, ids=lambda path: path.stem)
def test_all_that_was_ever_written_makes_sense(log: Path, tmp_path: Path) -> None:
    """Each record that a group came to write is taken in, and everything can be done with it."""
    assert judged(Log.of(log), tmp_path / "box.zip") == ()


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to all values inside a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key)
        yield from places(each, (*path, key))


ABSURD: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(ABSENT, None, True, False, 0, -1, 1, 41, 10**12, 2**63, 10**30, 1.5, "", " ", "x", "0", "7", "²", "٣", "no", "1/0", "2/3", "off", "../etc"),
        *("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-01-01", "2026-01-01T00:00:00", "2026-W01-1T00:00:00Z", "\x00", "\u202e", "a" * 64),
        *([], [[]], [1], ["x"], [None], {}, {"x": 1}, {"yes": -1}, {"number": {}}, [{"voter": []}], {"share": "1/0"}),
    ]
)


def put(body: Body, place: tuple[Any, ...], value: Any) -> None:
    """Set, or take away, what stands at a path."""
    inner: Any = body
    for key in place[:-1]:
        inner = inner[key]
    if value is ABSENT:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_an_entry_makes_sense_or_is_named(path: Path, tmp_path: Path, data: st.DataObject) -> None:
    """Whatever stands in the place of any value of any entry: import names that entry, or all that a group can do works."""
    log = Log.of(path)
    body = data.draw(st.sampled_from(log.bodies))
    seq = body["seq"]
    inside = [("kind",), ("at",), ("data", "motion"), ("data", "x"), *places({"data": body["data"]})]
    words = [("words", name) for name in log.texts[seq]]
    place, value = data.draw(st.sampled_from([*inside, *words])), data.draw(ABSURD)
    if place[0] == "words":
        salt, _ = log.texts[seq][place[1]]
        log.texts[seq][place[1]] = (salt, value if isinstance(value, str) else json.dumps(value, default=str))
    elif value is not ABSENT or place[-1] not in {"kind", "at", "motion", "x"}:
        put(body, place, value)
    # Where an opening differs from its result, it is the result that is named.
    others = {fault for fault in judged(log, tmp_path / "box.zip") if fault.seq != seq}
    assert not others or (body["kind"] == "opened" and {fault.kind for fault in others} <= {"electorate", "seed"})


ODD: dict[str, tuple[str, tuple[Any, ...], Any, str]] = {
    "five are tied": ("closed", ("data", "tied"), 5, "senseless"),
    "no result": ("closed", ("data", "result"), ABSENT, "senseless"),
    "a voter who is a list": ("closed", ("data", "ballots", 0, "voter"), [], "senseless"),
    "votes for no option of it": ("closed", ("data", "winners"), ["7"], "senseless"),
    "counts without a number": ("closed", ("data", "counts", "yes"), "many", "senseless"),
    "rules that cannot be counted by": ("opened", ("data", "rules", "threshold"), "9/2", "senseless"),
    "notes that are a text": ("meeting-held", ("data", "notes"), "none", "senseless"),
    "the first year": ("undone", ("at",), "0001-01-01T00:00:00Z", "senseless"),
    "a kind that is not known": ("undone", ("kind",), "sung", "version"),
    "a key that is not known": ("undone", ("data", "song"), 1, "version"),
    "a word that is not known": ("closed", ("data", "result"), "sung", "version"),
    "a method that is not known": ("opened", ("data", "method"), "singing", "version"),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_told_in_words(name: str, tmp_path: Path) -> None:
    """What no program writes makes no sense, what a later one may write is of another version; `verify` names the entry."""
    kind, place, value, fault = ODD[name]
    log = next(log for log in map(Log.of, LOGS) if any(body["kind"] == kind for body in log.bodies))
    body = next(body for body in log.bodies if body["kind"] == kind)
    put(body, place, value)
    path = tmp_path / "box.zip"
    assert Fault(body["seq"], fault) in judged(log, path)
    said = CliRunner().invoke(verify.command, [str(path)])
    assert said.exit_code == verify.BROKEN
    assert said.output.startswith(f"Entry {body['seq']} ")
