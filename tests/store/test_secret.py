"""A secret vote on a real database file: what the disk tells once the receipts are sent, and that a kill loses none."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from structlog.testing import capture_logs

from bot.matrix.events import Invite, Membership, RoomNews
from bot.matrix.parcels import Later, Outcome, Parcel, Redact, SendEvent
from bot.store.database import Database
from bot.store.outbox import REPLY, Outbox
from policies import secret
from policies.decision import Decision
from tests.store.stage import ANA, BOT, ROOM, Stage, seed

VOTERS = tuple(f"@voter{place:02}:example.org" for place in range(12))
CODE = re.compile(r"\b(?:[\w-]+-)?[0-9a-z]{4}(?:-[0-9a-z]{4}){3}\b")


def chat(person: str) -> str:
    """The direct chat of a person."""
    return f"!direct-{person[1:].partition(':')[0]}:example.org"


def word(person: str) -> str:
    """A word of a voter's own that stands nowhere else."""
    return f"kumquat{person[6:8]}"


def vote(place: int) -> str:
    """What the voter in this place chooses."""
    return ("yes", "no", "abstain")[place % 3]


class SecretStage(Stage):
    """A bot in one room with twelve voters, each with an encrypted direct chat, and a secret vote that is open."""

    def __init__(self, path: Path) -> None:
        """The bot comes into the room."""
        super().__init__(path, rooms=())
        joined = Membership(**self.outer(BOT, ROOM), person=BOT, before="invite", after="join", name="Folkmoot")
        self.receive(RoomNews(room=ROOM, events=(joined,), seed=seed((ANA, *VOTERS))))

    async def opens(self) -> Decision:
        """The vote is open, and everybody has read the promise."""
        for person in VOTERS:
            room = chat(person)
            self.receive(invites=(Invite(room=room, sender=person, direct=True, name=""),))
            await self.deliver()
            joined = Membership(**self.outer(BOT, room), person=BOT, before="invite", after="join", name="Folkmoot")
            ours = replace(seed((person,)), encrypted=True, creators=frozenset({BOT}))
            self.receive(RoomNews(room=room, events=(joined,), seed=ours))
        decision = await self.propose("Tea? | secret")
        for person in VOTERS:
            self.say(person, "vote 1", chat(person))
        await self.deliver()
        return decision

    def votes(self, place: int) -> str:
        """One ballot, with a word. Returns its event."""
        person = VOTERS[place]
        return self.say(person, f"vote 1 {vote(place)} word {word(person)}", chat(person))

    def receipts(self, person: str) -> list[str]:
        """The receipts that the homeserver took for a person."""
        return [body for body in self.server.bodies(chat(person)) if "Counted for" in body]

    def code(self, person: str) -> tuple[str, str]:
        """Word and chance on their receipt."""
        match = CODE.search(self.receipts(person)[0])
        assert match
        found = secret.read_code(match[0])
        assert found
        return found


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[SecretStage]:
    """A bot whose database is a file."""
    made = SecretStage(tmp_path / "folkmoot.db")
    yield made
    made.database.close()


def disk(path: Path) -> bytes:
    """All bytes of the database, its log and its index."""
    return b"".join(each.read_bytes() for each in sorted(path.parent.iterdir()) if each.is_file())


def traces(stage: SecretStage, voters: Sequence[str], data: bytes) -> list[str]:
    """Of the receipts of `voters`: what is still to be found in `data`."""
    found = []
    for person in voters:
        _, letters = stage.code(person)
        groups = "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
        found += [piece for piece in (word(person), letters, groups) if piece.encode() in data.lower()]
    return found + [phrase for phrase in ("Counted for", "Your code") if phrase.encode() in data]


async def test_nothing_of_a_receipt_stays_on_the_disk(stage: SecretStage) -> None:
    """Once the receipt is sent, neither its words, its code nor the voter's word is in the database, its log or a backup."""
    assert stage.path
    await stage.opens()
    for place in range(5):
        stage.votes(place)
        held = disk(stage.path)
        assert word(VOTERS[place]).encode() in held, "the search would find it"
        await stage.deliver()
        assert not traces(stage, VOTERS[: place + 1], disk(stage.path))
    copy = stage.path.with_name("backup.db")
    with sqlite3.connect(copy) as backup:
        stage.database.connection.backup(backup)
    backup.close()
    assert not traces(stage, VOTERS[:5], disk(stage.path))


async def test_many_receipts_that_waited_together_leave_nothing(stage: SecretStage) -> None:
    """Receipts that stood beside one another while the homeserver was away leave no copy in split pages either."""
    assert stage.path
    await stage.opens()
    stage.server.answer = lambda _: Later(1, account=False)
    for place in range(len(VOTERS)):
        stage.votes(place)
    await stage.app.flush(stage.server.send)
    stage.server.answer = lambda _: None
    stage.clock.at = stage.clock.at.replace(minute=stage.clock.at.minute + 5)
    await stage.deliver()
    assert all(len(stage.receipts(person)) == 1 for person in VOTERS)
    assert not traces(stage, VOTERS, disk(stage.path))


@pytest.mark.parametrize("course", [20, 308, 339])
def test_split_pages_keep_no_copy(tmp_path: Path, course: int) -> None:
    """Whatever stands beside it in the queue, a private row that is gone has left no copy where SQLite split a page.

    In these courses SQLite 3.40 does leave one, in spite of `secure_delete`, of a row that shares its page with others.
    """
    chance = Random(course)  # noqa: S311 - chance for a test
    database = Database(tmp_path / "folkmoot.db")
    database.execute("INSERT INTO room (room, matrix) VALUES (1, '!circle:example.org')")
    outbox = Outbox(database, "instance")
    waiting: list[tuple[int, str]] = []
    gone: list[str] = []
    for step in range(80):
        if chance.random() < 0.55 or not waiting:
            name = f"SECRET{step:03}E"
            body = {"body": name * chance.randint(10, 200)}
            if chance.random() < 0.5:
                outbox.put_private(1, body)
            else:
                outbox.put(1, "event", {"body": "other" * chance.randint(10, 300)}, urgency=REPLY)
                name = ""
            row = database.one("SELECT max(id) AS id FROM outbox")
            assert row
            waiting.append((row["id"], name))
        else:
            row_id, name = waiting.pop(chance.randrange(len(waiting)))
            outbox.drop(row_id)
            gone += [name] if name else []
    assert database.truncate_log()
    data = disk(tmp_path / "folkmoot.db")
    database.close()
    assert gone
    assert not [name for name in gone if name.encode() in data]


async def test_no_row_holds_a_voter_and_a_choice(stage: SecretStage) -> None:
    """No row of any table, the record's included, holds a voter or their chat together with their choice, key or seal."""
    decision = await stage.opens()
    for place in range(len(VOTERS)):
        stage.votes(place)
    await stage.deliver()
    poll = secret.poll_id(decision)
    for place, person in enumerate(VOTERS):
        key = secret.key_of(poll, *stage.code(person))
        sealed = secret.Sealed(key, vote(place))
        assert sealed in stage.store().secrets.ballots(1)
        telling = {key, secret.seal_of(poll, sealed), vote(place)}
        theirs = {person, chat(person), str(stage.number(chat(person)))}
        for table, rows in stage.everything().items():
            for row in rows:
                values = {str(value) for value in row.values()}
                body = " ".join(values)
                named = person in body or chat(person) in body or (table not in {"sealed", "entry"} and theirs & values)
                assert not (named and (telling & values or key in body)), (table, row)
    assert {row["choice"] for row in stage.rows("sealed")} == {"yes", "no", "abstain"}
    assert set(stage.rows("sealed")[0]) == {"room", "number", "key", "choice", "reason"}
    assert set(stage.rows("part")[0]) == {"room", "number", "person"}
    assert not stage.rows("act")


async def test_the_bytes_tell_no_order(stage: SecretStage) -> None:
    """In the bytes of the pages voters and ballots lie in the order of their names and keys, not in the order they came."""
    assert stage.path
    await stage.opens()
    for place in (7, 2, 11, 0, 5, 9, 1):
        stage.votes(place)
        await stage.deliver()
    data = stage.path.read_bytes()
    pages = {
        row["name"]: data[(row["rootpage"] - 1) * 4096 : row["rootpage"] * 4096]
        for row in stage.database.all("SELECT name, rootpage FROM sqlite_master WHERE name IN ('part', 'sealed')")
    }
    keys = [ballot.key for ballot in stage.store().secrets.ballots(1)]
    voters = sorted(stage.store().secrets.voted(1))
    assert len(keys) == len(voters) == 7
    for names, page in ((keys, pages["sealed"]), (voters, pages["part"])):
        places = [page.find(name.encode()) for name in names]
        assert -1 not in places
        assert places in (sorted(places), sorted(places, reverse=True))
        assert all(page.count(name.encode()) == 1 for name in names)


async def test_a_log_that_is_in_use_is_emptied_later(stage: SecretStage) -> None:
    """Where somebody reads the database while a receipt goes out, the log is emptied as soon as they are done."""
    assert stage.path
    await stage.opens()
    with sqlite3.connect(stage.path, isolation_level=None) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sealed").fetchone()
        stage.database.execute("PRAGMA busy_timeout = 1")
        stage.votes(0)
        await stage.deliver()
        assert stage.outbox.traces
        reader.execute("COMMIT")
    reader.close()
    stage.receive()
    assert not stage.outbox.traces
    assert not traces(stage, VOTERS[:1], disk(stage.path))


async def test_a_kill_before_the_receipt_loses_none(stage: SecretStage) -> None:
    """Killed between the ballot and its receipt, the bot sends the receipt once after the restart, and then forgets it."""
    assert stage.path
    await stage.opens()
    stage.votes(3)
    stage.kill()
    stage.sync()
    await stage.deliver()
    assert len(stage.receipts(VOTERS[3])) == 1
    assert len(stage.store().secrets.ballots(1)) == 1
    assert not traces(stage, VOTERS[3:4], disk(stage.path))


async def test_a_kill_after_the_receipt_sends_no_second_one(stage: SecretStage) -> None:
    """Killed when the homeserver had the receipt but its answer was lost, the bot finds it in the timeline and forgets it."""
    assert stage.path
    await stage.opens()
    stage.votes(4)
    stage.server.lost = lambda parcel: isinstance(parcel, SendEvent)
    await stage.app.flush(stage.server.send)
    stage.server.lost = lambda _: False
    assert len(stage.receipts(VOTERS[4])) == 1
    stage.kill()
    stage.server.forgets()
    stage.sync()
    await stage.deliver()
    assert len(stage.receipts(VOTERS[4])) == 1
    assert not traces(stage, VOTERS[4:5], disk(stage.path))


async def test_a_kill_before_the_log_is_emptied_leaves_nothing(stage: SecretStage) -> None:
    """Killed when the receipt was sent and its row gone, but the log still held it, the next start empties the log."""
    assert stage.path
    await stage.opens()
    stage.votes(6)
    stage.app._sweep = lambda: None  # type: ignore[method-assign]
    await stage.deliver()
    assert traces(stage, VOTERS[6:7], disk(stage.path)), "the log holds it"
    # A connection that closes in order empties the log itself, a killed one does not: so it is left open.
    abandoned = stage.database
    stage.start()
    stage.receive()
    assert not traces(stage, VOTERS[6:7], disk(stage.path))
    abandoned.close()


async def test_the_ballot_is_removed_after_its_receipt(stage: SecretStage) -> None:
    """The message with the ballot is removed, and only when the receipt was taken."""
    await stage.opens()
    event = stage.votes(8)

    def busy(parcel: Parcel) -> Outcome | None:
        return Later(1, account=False) if isinstance(parcel, SendEvent) else None

    stage.server.answer = busy
    await stage.app.flush(stage.server.send)
    await stage.app.flush(stage.server.send)
    assert not [parcel for parcel in stage.server.tries if isinstance(parcel, Redact)]
    stage.server.answer = lambda _: None
    stage.clock.at = stage.clock.at.replace(minute=5)
    await stage.deliver()
    removed = [parcel for parcel in stage.server.tries if isinstance(parcel, Redact)]
    assert [(parcel.room, parcel.event) for parcel in removed] == [(chat(VOTERS[8]), event)]
    assert stage.receipts(VOTERS[8])


async def test_no_log_line_tells_a_choice(stage: SecretStage) -> None:
    """Nothing of a ballot, counted or refused, is logged."""
    await stage.opens()
    with capture_logs() as lines:
        for place in range(4):
            stage.votes(place)
        stage.say(VOTERS[5], "vote 1 perhaps word kumquat05", chat(VOTERS[5]))
        await stage.deliver()
    assert not any("kumquat" in str(line) or "vote" in str(line) for line in lines)


async def test_the_end_forgets_the_ballots(stage: SecretStage) -> None:
    """When the result is final no ballot and no voter is left; before, exactly as many seals as voters are in the record."""
    decision = await stage.opens()
    for place in range(9):
        stage.votes(place)
    await stage.deliver()
    assert decision.closes
    await stage.passes(decision.closes - stage.clock.at)
    entry = stage.store().record.latest(1)[0]
    assert entry.data["seals"] == sorted(entry.data["seals"])
    assert len(entry.data["seals"]) == entry.data["turnout"] == 9
    assert entry.data["counts"] == {"yes": 3, "no": 3, "abstain": 3}
    assert entry.data["ballots"] == []
    assert len(stage.rows("sealed")) == 9
    assert all(person not in f"{entry.data}{entry.texts}" for person in VOTERS)
    counting = secret.scrutineers(stage.store().decisions.get(1) or decision)
    stage.say(counting[0], "!confirm 1")
    await stage.deliver()
    assert not stage.rows("sealed")
    assert not stage.rows("part")
    assert [each.kind for each in stage.store().record.about(1)][-2:] == ["confirmed", "final"]
