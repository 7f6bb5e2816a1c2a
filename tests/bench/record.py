"""A record of a hundred thousand entries: how long it takes to look one number up, to take it all away, and to check it.

Nothing of Matrix is in it: the record is written straight into a store, as a group of forty would have made it in some
centuries.
"""

from __future__ import annotations

import resource
import secrets
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.archive.exports import Exports
from bot.archive.moving import Home, brought, verified
from bot.catalog import LOCALE
from bot.store.belongings import new_room
from bot.store.database import Database
from bot.store.rooms import RoomStore
from bot.texts import Reader, Texts
from commands.stories import Story
from policies.chain import FORMAT, canonical, digest
from tests.bench.table import Rows

COLUMNS = ("a record", "this", "at most")
PEOPLE, VOTERS, AN_HOUR = 40, 12, timedelta(hours=1)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
RULES = {
    "base": "yes+no",
    "comparison": "more_than",
    "threshold": "1/2",
    "quorum": {"share": "1/4", "of": "eligible", "comparison": "at_least", "counts": "yes+no+abstain"},
}


def entries(count: int) -> Iterator[tuple[str, int, dict[str, object], dict[str, str]]]:
    """Kind, number, data and texts of `count` entries: each question is opened, closed with ballots and reasons, and followed up."""
    for seq in range(count):
        number, step = seq // 3 + 1, seq % 3
        question = f"Shall we do thing {number} in the way that was talked about last time?"
        if step == 0:
            data: dict[str, object] = {
                "number": number, "version": 1, "proposer": number % PEOPLE + 1, "method": "majority", "seats": 1,
                "options": ["yes", "no", "abstain"], "rules": RULES, "secrecy": "open", "seal": "0" * 64,
                "eligible": PEOPLE, "electorate": "0" * 64, "closes": "2026-01-04T00:00:00Z",
            }
            yield "opened", number, data, {"question": question}
        elif step == 1:
            no = number % 4
            ballots = [
                {"voter": each + 1, "at": "2026-01-02T00:00:00Z", "choice": "no" if each < no else "yes", **({"reason": f"reason-{each + 1}"} if each < 2 else {})}
                for each in range(VOTERS)
            ]
            data = {
                "number": number, "version": 1, "result": "passed", "winners": [], "tied": [], "drawn": [], "seed": "", "runoff_of": 0,
                "counts": {"yes": VOTERS - no, "no": no, "abstain": 0}, "options": 3, "seats": 1, "eligible": PEOPLE, "turnout": VOTERS,
                "method": "majority", "rules": RULES, "closes": "2026-01-04T00:00:00Z", "late": 0, "unread": 0, "ballots": ballots,
            }
            yield "closed", number, data, {"question": question, "reason-1": f"because of {number}", "reason-2": "it suits me"}
        else:
            yield "outcome", number, {"number": number, "by": number % PEOPLE + 1}, {"question": question, "outcome": f"Done, {number} times."}


def fill(database: Database, count: int) -> int:
    """Write the record. Returns our number of its room."""
    with database.transaction():
        room = new_room(database, "!bench:example.org")
        before = secrets.token_hex(32)
        database.execute("UPDATE room SET name = 'Long-lived circle', numbers = ? WHERE room = ?", (count, room))
        database.execute("INSERT INTO record (room, id) VALUES (?, ?)", (room, before))
        for number in range(1, PEOPLE + 1):
            database.execute(
                "INSERT INTO entry_person (room, number, person, name) VALUES (?, ?, ?, ?)",
                (room, number, f"@person{number}:example.org", f"Person {number}"),
            )
        for seq, (kind, number, data, texts) in enumerate(entries(count), 1):
            salts = {name: secrets.token_bytes(16) for name in texts}
            at = (BEGIN + seq * AN_HOUR).strftime("%Y-%m-%dT%H:%M:%SZ")
            hashes = {name: digest(text, salts[name]) for name, text in texts.items()}
            body = canonical(
                {"format": FORMAT, "seq": seq, "kind": kind, "at": at, "data": data, "texts": hashes, "before": before}
            )
            before = digest(body)
            database.execute(
                "INSERT INTO entry (room, seq, number, body, hash) VALUES (?, ?, ?, ?, ?)", (room, seq, number, body, before)
            )
            database.connection.executemany(
                "INSERT INTO entry_text (room, seq, name, salt, text) VALUES (?, ?, ?, ?, ?)",
                [(room, seq, name, salts[name], text) for name, text in texts.items()],
            )
    return room


def measure(folder: Path, count: int) -> Rows:
    """The times, and the most memory that the program took for all of it."""
    database = Database(folder / "record.db")
    room = fill(database, count)
    texts, reader = Texts.load(LOCALE), Reader("en", ZoneInfo("Europe/Berlin"), "!")
    exports = Exports(database, texts)
    store = RoomStore(database, room, "@bot:example.org", "en", "UTC")
    rows: Rows = [("entries", str(count), "")]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def told(number: int) -> None:
        story = Story(number, tuple(store.record.about(number)))
        for each in (*story.history.items, story.how, *(each.told for each in story.reasons)):
            assert each is not None
            texts.render(each, reader)

    told(1)  # The names of days and months are read once, when the first date is said.
    rows.append(("show 12", _took(lambda: told(count // 6), 1000, "ms"), "50 ms"))

    path = folder / "box.zip"
    with path.open("w+b") as out:
        rows.append(("export", _took(lambda: exports.record(room, reader, out, whole=True)), "20 s"))

    def verify() -> None:
        assert verified(path).sound

    def show_verify() -> None:
        assert store.record.check().sound

    rows.append(("verify", _took(verify), "10 s"))
    rows.append(("show record verify", _took(show_verify), ""))

    second = Database(folder / "second.db")
    rows.append(("import", _took(lambda: brought(second, path, Home("", "en", "UTC"), BEGIN)), ""))

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows.append(("memory", f"{most / 1024:.0f} MB ({(most - before) / 1024:.0f} MB of it for this)", "300 MB"))
    rows.append(("the file", f"{path.stat().st_size / 1e6:.1f} MB", ""))
    database.close()
    second.close()
    return rows



def _took(work: Callable[[], object], scale: int = 1, unit: str = "s") -> str:
    """How long something takes, and how much of it the processor worked: the difference is other programs' and the disk's."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    took, cpu = time.perf_counter() - began, time.process_time() - worked
    return f"{took * scale:.1f} {unit} ({cpu * scale:.1f} {unit} of CPU time)"
