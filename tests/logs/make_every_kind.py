"""Makes the records `every_kind_*.jsonl`: together they hold each kind of entry that the program writes, as groups came to write it.

Run once for a release (`python -m tests.logs.make_every_kind`): all dialogues are played, and the fewest of their records that
hold every kind are kept. Then the golden pages that are made from them are written anew. Record ids and salts are random: made
again, the files are others. Each line is the body of an entry, byte for byte as the store holds it; beside it stands what
can be forgotten, as for `first_decisions`.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.store.database import Database
from bot.store.rooms import RoomStore
from policies.drawing import Drawing
from tests.archive import test_book
from tests.dialogs.script import lines, play
from tests.dialogs.stage import BOT, Notes, Stage

HERE = Path(__file__).parent
DIALOGS = HERE.parent / "dialogs"
NAME = "every_kind"


@dataclass(frozen=True)
class Played:
    """A record that a dialogue left behind."""

    bodies: list[str]
    known: dict[str, Any]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its entries; a vote counts by its method and result, too."""
        found = set()
        for entry in map(json.loads, self.bodies):
            data = entry["data"]
            found.add(entry["kind"])
            if entry["kind"] == "closed":
                found.add(f"closed by {data['method']}, {'secret' if 'seals' in data else 'open'}: {data['result']}")
            if "motion" in data:
                found.add(f"{entry['kind']} of {data['motion']['change']}")
        return frozenset(found)


def records(database: Database) -> list[Played]:
    """All records in a store."""
    found = []
    for row in database.all("SELECT room, id FROM record ORDER BY room"):
        entries = database.all("SELECT body, hash FROM entry WHERE room = ? ORDER BY seq", (row["room"],))
        if not entries:
            continue
        people = database.all("SELECT number, person, name FROM entry_person WHERE room = ?", (row["room"],))
        texts = database.all("SELECT seq, name, salt, text FROM entry_text WHERE room = ? ORDER BY seq, name", (row["room"],))
        known = {
            "record": row["id"],
            "head": entries[-1]["hash"],
            "people": {str(each["number"]): {"id": each["person"], "name": each["name"]} for each in people},
            "texts": [{**dict(each), "salt": each["salt"].hex()} for each in texts],
        }
        found.append(Played([each["body"] for each in entries], known))
    return found


async def played(script: str) -> list[Played]:
    """The records of a dialogue."""
    stage = Stage()
    for _, line in lines(script):
        await play(stage, line)
    found = records(stage.database)
    stage.database.close()
    return found


async def lot_passed() -> list[Played]:
    """A lot whose first passes: who that is, only the lot knows."""
    stage = Stage()
    await stage.enters("Tea circle", ["ana", "bo", "cem"])
    for words in ("!lot Who takes notes?", "!draw 1"):
        await stage.types("ana", words, Notes({}), direct=False)
    matter = RoomStore(stage.database, 1, BOT, "en", "UTC").matters.get(1)
    assert isinstance(matter, Drawing)
    await stage.types(matter.order[0][1:].partition(":")[0], "!pass 1", Notes({}), direct=False)
    found = records(stage.database)
    stage.database.close()
    return found


def fewest(found: list[Played]) -> list[Played]:
    """Few records that hold every kind, the one with most new kinds first."""
    wanted = frozenset().union(*(each.kinds for each in found))
    chosen: list[Played] = []
    while wanted:
        best = max(found, key=lambda each: (len(each.kinds & wanted), -len(each.bodies)))
        chosen.append(best)
        wanted -= best.kinds
    return chosen


def write(number: int, one: Played) -> None:
    """A record as two files."""
    path = HERE / f"{NAME}_{number:02}.jsonl"
    path.write_text("".join(f"{body}\n" for body in one.bodies), encoding="utf-8")
    known = json.dumps(one.known, ensure_ascii=False, indent=1)
    path.with_suffix(".known.json").write_text(f"{known}\n", encoding="utf-8")


async def main() -> None:
    """Play, choose and write."""
    scripts = [path.read_text(encoding="utf-8") for path in sorted(DIALOGS.glob("*.txt"))]
    found = [each for script in scripts for each in await played(script)]
    found += await lot_passed()
    for path in HERE.glob(f"{NAME}_*"):
        path.unlink()
    for number, one in enumerate(fewest(found), 1):
        write(number, one)
    test_book.main()


if __name__ == "__main__":
    asyncio.run(main())
