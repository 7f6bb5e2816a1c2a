"""Makes `first_decisions.jsonl`: a group decides in every way that the first release knows.

Run once for a release (`python -m tests.logs.make_first_decisions`), for record ids and salts are random: made again, the
file is another one. Each line is the body of an entry, byte for byte as the store holds it. Beside it stands
`first_decisions.known.json`: the record's random id, its head, and what can be forgotten: names, texts and their salts.
"""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path

from tests.store.stage import ANA, BEN, CLEO, DAN, PEOPLE, Stage

HERE = Path(__file__).parent
NAME = "first_decisions"


async def decide(stage: Stage) -> None:
    """Everything that leaves an entry."""
    await everyday(stage)
    await in_consent(stage)
    await choices(stage)
    await changes(stage)


async def vote(stage: Stage, number: int, **answers: str) -> None:
    """Each person votes, a minute after the other."""
    people = dict(zip(("ana", "ben", "cleo", "dan"), PEOPLE, strict=True))
    for name, answer in answers.items():
        stage.clock.at += timedelta(minutes=1)
        stage.say(people[name], f"!vote {number} {answer}")
    await stage.deliver()


async def ends(stage: Stage) -> None:
    """Wait until nothing is open any more."""
    while (at := stage.app.next_due()) is not None:
        await stage.passes(at - stage.clock.at)


async def everyday(stage: Stage) -> None:
    """Passed with reasons, not passed, too few twice, short, and a share."""
    await stage.propose("Shall we meet on Tuesdays?", ANA)
    await vote(
        stage, 1, ana="yes because it is near my home", ben="yes", cleo="no because I sing on Tuesdays", dan="abstain"
    )
    await stage.propose("Shall we paint the door red?", BEN)
    await vote(stage, 2, ana="no", ben="yes", cleo="no", dan="no")
    await stage.propose("Does anybody want to write a chronicle?", CLEO)
    await vote(stage, 3, cleo="yes")
    await stage.propose("Shall we meet today? until in 2 hours", DAN)
    await vote(stage, 4, ana="yes", ben="yes")
    await stage.propose("Shall we move to the library? needs two thirds", DAN)
    await vote(stage, 5, ana="yes", ben="yes", cleo="no")
    await ends(stage)


async def in_consent(stage: Stage) -> None:
    """Passed with somebody standing aside, and blocked by an objection."""
    await stage.propose("We share the kitchen rota in consent", ANA)
    await vote(stage, 6, ana="consent", ben="consent", cleo="stand aside because I never cook")
    await stage.propose("We close the room at midnight in consent", ANA)
    await vote(stage, 7, ana="consent", ben="object because nobody could get home after ten", cleo="consent")
    await ends(stage)


async def choices(stage: Stage) -> None:
    """Several options, ranked options, several seats, and a tie with its run-off and its lot."""
    stage.say(ANA, "!propose Where do we walk?\nThe lake\nThe hill\nThe town")
    await stage.deliver()
    await vote(stage, 8, ana="A, B", ben="B", cleo="C", dan="B")
    stage.say(BEN, "!propose Which day?\nMonday\nTuesday\nWednesday\nranked")
    await stage.deliver()
    await vote(stage, 9, ana="A > B > C", ben="C > B > A", cleo="B > A", dan="A > C")
    await ends(stage)
    stage.say(CLEO, "!propose Who keeps the keys?\nAna\nBen\nCleo\nelect 2")
    await stage.deliver()
    await voted_to_the_end(stage, ana="A > B", ben="B > C", cleo="C > A", dan="A > C")
    stage.say(DAN, "!propose Tea or coffee?\nTea\nCoffee")
    await stage.deliver()
    await voted_to_the_end(stage, ana="A", ben="B")
    await voted_to_the_end(stage, ana="A", ben="B")


async def voted_to_the_end(stage: Stage, **answers: str) -> None:
    """People vote on the newest decision, and it ends; the run-off that may follow is left open."""
    number = stage.store().decisions.open()[-1].number
    await vote(stage, number, **answers)
    while number in [each.number for each in stage.store().decisions.open()]:
        at = stage.app.next_due()
        assert at is not None
        await stage.passes(at - stage.clock.at)


async def changes(stage: Stage) -> None:
    """New words, a later end, a move to the stricter rules, and a proposal that is taken back."""
    await stage.propose("Shall we buy a kettle?", ANA)
    number = stage.store().decisions.open()[-1].number
    await vote(stage, number, ben="yes")
    stage.clock.at += timedelta(minutes=1)
    stage.say(ANA, f"!change {number} Shall we buy a new kettle?")
    await stage.deliver()
    await vote(stage, number, ana="yes", ben="yes", cleo="yes")
    await stage.propose("Shall we never lock the door?", BEN)
    stage.clock.at += timedelta(minutes=1)
    stage.say(CLEO, f"!not everyday {number + 1}")
    await stage.deliver()
    stage.clock.at += timedelta(minutes=1)
    stage.say(BEN, f"!stop {number + 1}")
    await stage.deliver()
    await ends(stage)


def write(stage: Stage, folder: Path) -> None:
    """The record as two files."""
    entries = stage.rows("entry")
    (folder / f"{NAME}.jsonl").write_text("".join(f"{entry['body']}\n" for entry in entries), encoding="utf-8")
    known = {
        "record": stage.rows("record")[0]["id"],
        "head": entries[-1]["hash"],
        "people": {
            str(row["number"]): {"id": row["person"], "name": row["name"]} for row in stage.rows("entry_person")
        },
        "texts": [
            {"seq": row["seq"], "name": row["name"], "salt": row["salt"].hex(), "text": row["text"]}
            for row in stage.rows("entry_text")
        ],
    }
    (folder / f"{NAME}.known.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


async def main() -> None:
    """Play and write."""
    stage = Stage()
    await stage.deliver()
    await decide(stage)
    write(stage, HERE)


if __name__ == "__main__":
    asyncio.run(main())
