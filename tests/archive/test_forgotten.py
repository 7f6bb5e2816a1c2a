"""Everything that a person can write, in everything that there is; then they are forgotten, and every byte is searched for them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.store.belongings import RoomBelongings
from bot.store.database import Database
from bot.store.holdings import HOLDINGS
from bot.store.journal import RoomRecord
from tests.archive.test_taken_away import goes_on, own, played, taken
from tests.dialogs.stage import Stage

LIFE = """
    whoever joins is new
    room "Tea circle": ana bo cem dora eli
    ana is called "Anastasia"
    ana opens an encrypted direct chat
    bo opens an encrypted direct chat
    cem opens an encrypted direct chat
    the group adopted a charter
    ana> !advice Shall I order hersadvice chairs?
    bo> !advice Shall I order his chairs?
    ana> !advise 2 hersgiven
    cem> !advise 1 theirs
    +4d
    ana> !note outcome 1 hersdone
    bo> !note outcome 2 theirsdone
    ana> !note advice Herssource: hersoutside
    ana> !lot Herslot? | Green | Herslotname | Mint
    +1d
    ana> !propose Herschoice? | Hersred | Hersblue
    bo> !vote 5 Hersred because theirsreason
    cem> !vote 5 Hersred
    dora> !vote 5 Hersblue
    +4d
    ana> !propose Shall we plant hersmulberries?
    ana> !vote 6 yes because hersreason
    bo> !vote 6 yes
    cem> !vote 6 yes
    bo> !propose Shall we sing?
    ana> !vote 7 no because hersno
    bo> !vote 7 no
    cem> !vote 7 no
    +4d
    bo> !propose again 6
    bo> !vote 8 yes
    ana> !note outcome 7 hersoutcome
    +9d
    ana> !propose guideline Hersguide
    bo> !vote 9 object because theirsobjection
    ana> !change 9 Hersguidetwo
    bo> !vote 9 object because theirsobjection
    cem> !vote 9 consent
    dora> !vote 9 consent
    +8d
    bo> !propose guideline Theirsguide
    ana> !vote 10 object because hersconcern
    bo> !change 10 Theirsguidetwo
    ana> !vote 10 consent
    cem> !vote 10 consent
    dora> !vote 10 consent
    +7d
    ana> !object 10 because herslater
    +4d
    eli> !elect Who keeps the keys?
    ana direct> nominate 11 Bo because hersnominates
    bo direct> nominate 11 Anastasia because theirsnominates
    +3d
    +1d
    eli> !suggest 11 Anastasia because theirssuggestion
    bo> !vote 11 consent
    cem> !vote 11 consent
    dora> !vote 11 consent
    +8d
    +10d
    ana> !sense Herssense question?
    +4d
    bo> !set monthly on
    ana> !object 13 because hersagainst
    +4d
    bo> !propose facilitator | Anastasia | Cem
    bo> !vote 15 a
    cem> !vote 15 a
    dora> !vote 15 a
    ana> !vote 15 b because hersmodesty
    +30d
    ana direct> remind me tomorrow 10:00 to hersremind
    ana direct> ask Where is the herskettle?
    ana> !propose spending Hersmoney
    ana> !stop 17
"""
"""What has `hers` in it is Ana's, what has `theirs` is not."""


def bytes_of(path: Path) -> str:
    """All that stands in the database and its log."""
    return (path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()).decode("utf-8", "replace").casefold()


HERS = frozenset(re.findall(r"\bhers\w+", LIFE.casefold()))


def words_of(held: str) -> set[str]:
    """Ana's words in something: the bytes before and after them may look like letters."""
    return {word for word in HERS if word in held.casefold()}


async def lived(path: Path) -> Stage:
    """A room in which all of that happened."""
    return await played(LIFE, Database(path))


async def test_what_they_wrote_is_nowhere(tmp_path: Path) -> None:
    """Whoever wishes it is forgotten with every word: in the record, beside it, in the log of the database and in each export."""
    path = tmp_path / "folkmoot.db"
    stage = await lived(path)
    assert words_of(bytes_of(path)) == HERS
    mine = "\n".join((await own(stage, "ana")).values())
    assert HERS - words_of(mine) == set()
    await goes_on(stage, "ana direct> me forget words")
    for held in (bytes_of(path), *taken(stage).values(), *taken(stage, whole=True).values()):
        assert words_of(held) == set()
    assert "theirsreason" in bytes_of(path)
    assert "theirsguidetwo" in taken(stage)["charter.yaml"].casefold()
    assert stage.database.one("SELECT 1 FROM parting") is None
    stage.database.close()


@pytest.mark.parametrize("words", ["yes", "words"])
async def test_who_they_were_is_nowhere(tmp_path: Path, words: str) -> None:
    """Neither the name nor the id of who is forgotten, nor the id of a message of theirs that says how they voted, is left where it is not told before."""
    path = tmp_path / "folkmoot.db"
    stage = await lived(path)
    person = stage.person("ana")
    said = {row["root"] for row in stage.database.all("SELECT root FROM act WHERE voter = ?", (person,))}
    assert said
    await goes_on(stage, f"ana direct> me forget {words}", "ana leaves")
    files = "\n".join((*taken(stage).values(), *taken(stage, whole=True).values()))
    assert [each for each in (person, "Anastasia", *said) if each in files] == []
    # Who made a room stands in it for ever, and the server tells it again and again.
    stage.database.execute("UPDATE room SET creators = '[]'")
    kept = {
        table
        for table in (row["name"] for row in stage.database.all("SELECT name FROM sqlite_master WHERE type = 'table'"))
        for row in stage.database.all(f"SELECT * FROM {table}")  # noqa: S608 - the names of our own tables
        if person in str(tuple(row)) or "Anastasia" in str(tuple(row))
    }
    assert kept <= {"room", "member"}
    assert {row["room"] for row in stage.database.all("SELECT room FROM member WHERE person = ?", (person,))} == {2}
    stage.database.close()


async def test_other_groups_keep_everything() -> None:
    """Whoever is forgotten in one group is in the other who they were: not a row of it changes."""
    stage = await played(
        """
        room "Tea circle": ana bo cem
        ana> !propose Shall we plant mulberries?
        room "Coffee circle": ana bo cem
        ana> !propose Shall we plant hazels?
        ana> !vote 1 yes because of silkworms
        """
    )

    def rows() -> dict[str, list[tuple[object, ...]]]:
        held = {table for table, holding in HOLDINGS.items() if holding.room and table not in {"outbox", "seen", "posted"}}
        return {table: [tuple(row) for row in stage.database.all(f"SELECT * FROM {table} WHERE room = 2")] for table in held}  # noqa: S608 - the names of our own tables

    before = rows()
    assert before["act"]
    with stage.database.transaction():
        RoomBelongings(stage.database, 1).forget(stage.person("ana"), words=True)
    assert rows() == before
    assert stage.database.one("SELECT 1 FROM decision WHERE room = 1 AND proposer = ?", (stage.person("ana"),)) is None


async def test_the_last_member_can_be_forgotten(tmp_path: Path) -> None:
    """Nobody need be left: the only member of a group is forgotten like any other, and the record holds."""
    path = tmp_path / "folkmoot.db"
    stage = await played(
        """
        room "Tea circle": ana
        ana> !propose Shall I plant mulberries?
        ana> !vote 1 yes
        +4d
        ana direct> me forget words
        +1d
        ana direct> me forget words
        """,
        Database(path),
    )
    assert "mulberries" not in bytes_of(path)
    assert stage.database.one("SELECT 1 FROM entry_person WHERE person = ?", (stage.person("ana"),)) is None
    assert RoomRecord(stage.database, 1).check().sound
    stage.database.close()


async def test_what_was_given_in_a_meeting_loses_the_name(tmp_path: Path) -> None:
    """Minutes stay, with nobody's name in the place of who is forgotten; whom they asked for something is nobody yet; nobody approves them twice."""
    path = tmp_path / "folkmoot.db"
    stage = await played(
        """
        room "Tea circle": ana bo cem
        ana is called "Anastasia"
        bo> !meet "Circle" every Tuesday 19:00
        at 2026-03-03 18:00
        bo> !here
        ana> !here by name
        ana> !note agreed We meet outside
        bo> !note action Anastasia: call the hall
        bo> !note action Anastasia call the baker
        ana> !propose here Shall we book a pavilion?
        ana> !vote 5 yes because of rain
        bo> !vote 5 yes
        +12m
        bo> !meet end
        ana> !minutes approve
        ana direct> me forget words
        ana> !minutes approve
        """,
        Database(path),
    )
    files = taken(stage)
    assert [name for name, held in files.items() if "We meet outside" in held] != []
    assert [name for name, held in files.items() if "pavilion" in held or "of rain" in held] == []
    names = [row["name"] for row in stage.database.all("SELECT name FROM entry_text WHERE text = 'Anastasia' OR text LIKE 'former-%'")]
    assert names == []
    owners = [row["owner"] for row in stage.database.all("SELECT body ->> '$.owner' AS owner FROM matter WHERE kind = 'action'")]
    assert owners
    assert set(owners) == {""}
    held = next(json.loads(row["body"]) for row in stage.database.all("SELECT body FROM matter WHERE kind = 'meeting' AND body ->> '$.phase' = 'held'"))
    assert held["approvals"] == [stage.person("ana")]
    stage.database.close()


@pytest.mark.parametrize("words", ["yes", "words"])
async def test_the_list_of_resources_stays_without_names(words: str) -> None:
    """Who added to the list and who took off it is named nowhere; the list is the group's, and in the record what they added goes if they wish."""
    stage = await played(
        f"""
        room "Tea circle": ana bo cem
        ana> !resource Sleep | Clinic on Oak Street
        bo> !resource Grief | A phone line for parents
        +4d
        ana> !stop 2
        bo> !object 2 because it helps
        ana> !stop 3
        ana direct> me forget {words}
        """
    )
    rows = stage.database.all("SELECT body FROM matter WHERE kind = 'resource' ORDER BY number")
    sleep, grief = (json.loads(row["body"]) for row in rows)
    assert (sleep["words"], sleep["listed"], grief["listed"]) == ("Clinic on Oak Street", True, True)
    assert all(each.startswith("former-") for each in (sleep["proposer"], sleep["by"], grief["proposer"]))
    assert grief["by"] == stage.person("bo")
    assert stage.database.one("SELECT 1 FROM matter WHERE instr(body, ?)", (stage.person("ana"),)) is None
    told = {row["text"] for row in stage.database.all("SELECT text FROM entry_text")}
    assert ("Sleep: Clinic on Oak Street" in told) is (words == "yes")
    assert {"Grief: A phone line for parents", "it helps"} <= told
    assert RoomRecord(stage.database, 1).check().sound
