"""Whose words stand in the record: for each text of an entry, by its kind and its name, who wrote it.

What is no person's is not here: guidelines, rules, settings, jobs, minutes and what is on its list of resources are the group's,
and stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.database import Database

OF_A_PERSON = ("reason", "concern")
"""Texts of an entry whose name ends with the number of the person who wrote them."""
BY = ("reason", "outcome")
"""Texts of an entry that were written by the person in `by`."""
BEGUN = """
  WITH RECURSIVE begun (number) AS (
    SELECT number FROM entry WHERE room = :room AND number IS NOT NULL AND (
      body ->> '$.data.proposer' = :person
      OR body ->> '$.kind' IN ('advice-opened', 'lot-sealed', 'elect-opened') AND body ->> '$.data.by' = :person)
    UNION
    SELECT later.number FROM begun JOIN entry AS later
    ON later.room = :room AND later.body ->> '$.kind' = 'second-vote' AND later.body ->> '$.data.of' = begun.number
  )
"""
"""What a person began, by number, and what was put to the group again in the same words, by whomever."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the record that a person wrote. `about` is the number that it is about, where it is about one."""

    seq: int
    name: str
    text: str
    about: int | None


def begun(database: Database, room: int, person: int) -> frozenset[int]:
    """The numbers of what a person of the record began."""
    rows = database.connection.execute(f"{BEGUN} SELECT number FROM begun", {"room": room, "person": person})  # noqa: S608 - our own words
    return frozenset(row["number"] for row in rows)


def written(database: Database, room: int, person: int) -> Sequence[Written]:
    """All texts of the record that a person of it wrote, in its order. The reasons of a secret vote bear no name, and are not found."""
    rows = database.connection.execute(
        f"""{BEGUN}, said (seq, name, text, about) AS (
              SELECT seq, name, text, CASE WHEN body ->> '$.kind' = 'meeting-held'
                THEN CAST(substr(name, instr(name, '-') + 1) AS INTEGER) ELSE number END
              FROM entry_text JOIN entry USING (room, seq) WHERE room = :room AND CASE body ->> '$.kind'
                WHEN 'meeting-held' THEN name LIKE 'question-%' OR name LIKE 'winner-%'
                ELSE name IN ('question', 'before') OR name LIKE 'option-%' OR name LIKE 'name-%' END
            )
            SELECT seq, name, text, about FROM said WHERE about IN (SELECT number FROM begun)
            UNION
            SELECT seq, name, text, number FROM entry_text JOIN entry USING (room, seq) WHERE room = :room AND (
              name IN ({_listed(f"{kind}-{person}" for kind in OF_A_PERSON)}) AND body ->> '$.data.seals' IS NULL
              OR body ->> '$.data.by' = :person AND (
                name IN ({_listed(BY)}) OR body ->> '$.kind' = 'outside-advice' AND name IN ('source', 'words')
                OR body ->> '$.kind' = 'resource-added' AND name = 'words')
              OR body ->> '$.kind' = 'heard' AND name = 'answer' AND body ->> '$.data.person' = :person)
            ORDER BY seq, name""",  # noqa: S608 - our own words
        {"room": room, "person": person},
    )
    return [Written(row["seq"], row["name"], row["text"], row["about"]) for row in rows]


def _listed(words: Iterable[str]) -> str:
    """Names of our own, as SQL."""
    return ", ".join(f"'{each}'" for each in words)
