"""What stands in docs/ is true: what is made from the code is current, links lead somewhere, commands and verbs are there, examples run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import commands
from bot.__main__ import main
from bot.store.holdings import BY_THE_RECORD, HOLDINGS, Moves
from bot.words import Vocabulary
from commands.kit import Book
from tests.bot.test_only_the_group import verbs
from tests.dialogs.script import perform
from tests.our_texts import our_texts
from tests.references import pages

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINKED = [*PAGES, ROOT / "README.md", ROOT / "CHANGELOG.md"]
ELSEWHERE = re.compile(r"[a-z]+:")
FENCE = re.compile(r"^( *)```(.*?)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
MOVES = {Moves.ALL: "in every export", Moves.WHOLE: "in the export for a move", Moves.NEVER: "in no export"}
RECORD = "in every export, as the record"
DECISIONS = 12


@lru_cache(maxsize=1)
def book() -> Book:
    """All commands."""
    return Book.load(commands, Vocabulary(our_texts()))


@lru_cache(maxsize=1)
def made() -> Mapping[Path, str]:
    """What is made from the code."""
    return pages()


def prose(page: str) -> str:
    """A page without its blocks of code."""
    return FENCE.sub("", page)


def anchors(page: str) -> set[str]:
    """The names of a page's headings, as code hosts make them (https://github.com/gjtorikian/html-pipeline, "toc")."""
    found: set[str] = set()
    for heading in re.findall(r"^#{1,6} (.+)$", prose(page), re.MULTILINE):
        name = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).casefold().strip()).replace(" ", "-")
        twins = sum(1 for each in found if re.fullmatch(rf"{re.escape(name)}(-\d+)?", each))
        found.add(f"{name}-{twins}" if name in found else name)
    return found


def targets(page: str) -> list[str]:
    """Where the links of a page lead, those to other sites left out."""
    return [target for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)) if not ELSEWHERE.match(target)]


def broken(page: str, place: Path) -> list[str]:
    """The links of the page at `place` that lead nowhere."""
    found = []
    for target in targets(page):
        name, _, anchor = target.partition("#")
        file = (place.parent / name).resolve() if name else place
        if not file.is_relative_to(ROOT) or not file.exists() or (anchor and anchor not in anchors(page if file == place else file.read_text(encoding="utf-8"))):
            found.append(target)
    return found


def called(page: str, sign: str) -> Iterator[str]:
    """What stands as code in a page and begins with `sign`."""
    for code in re.findall(r"`([^`\n]+)`", prose(page)):
        if code.startswith(sign) and code != sign:
            yield code.removeprefix(sign)


def blocks(page: str, language: str) -> list[str]:
    """The blocks of code of a language."""
    return [block for _, name, block in FENCE.findall(page) if name == language]


def plays(path: Path) -> list[str]:
    """The conversations of a page."""
    return [block for block in blocks(path.read_text(encoding="utf-8"), "") if block.startswith("room ")]


@pytest.mark.parametrize("path", sorted(made()), ids=lambda path: path.name)
def test_what_is_made_from_the_code_is_current(path: Path) -> None:
    """The lists of commands, settings and verbs are those that the code has now; if not, run python -m tests.references."""
    assert path.read_text(encoding="utf-8") == made()[path]


@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    """Each link to a file of ours finds it, and its heading."""
    assert broken(path.read_text(encoding="utf-8"), path) == []


def test_a_broken_link_is_noticed() -> None:
    """A missing file, a missing heading and a file outside are found; what is right passes."""
    page = "# Here it is!\n[a](nowhere.md) [b](#there) [c](../../elsewhere) [d](#here-it-is) [e](README.md) [f](https://example.org/x)\n```\n[g](h.md)\n```\n"
    assert broken(page, DOCS / "README.md") == ["nowhere.md", "#there", "../../elsewhere"]


def test_every_page_is_found_from_the_first() -> None:
    """Whoever begins at docs/README.md finds every page."""
    seen, next_ = set(), [DOCS / "README.md"]
    while next_:
        page = next_.pop()
        if page not in seen and page.suffix == ".md" and page.is_relative_to(DOCS):
            seen.add(page)
            next_ += [(page.parent / target.partition("#")[0]).resolve() for target in targets(page.read_text(encoding="utf-8"))]
    assert set(PAGES) - seen == set()


@pytest.mark.parametrize("path", [path for path in PAGES if plays(path)], ids=lambda path: path.name)
async def test_every_example_is_what_happens(path: Path) -> None:
    """Each example of a conversation is played on the real program and goes as it is written."""
    for each in plays(path):
        await perform(each, path.name)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_that_is_named_is_there(path: Path) -> None:
    """What the pages tell people to type is a command, and each verb of `folkmoot` is one."""
    page = path.read_text(encoding="utf-8")
    # How to add a command names one that is not there yet.
    mine = {name.replace("-", " ") for block in blocks(page, "ftl") for name in re.findall(r"^command-([\w-]+)", block, re.MULTILINE)}
    typed = [words for words in called(page, "!") if not any(words.startswith(each) for each in mine)]
    assert [words for words in typed if book().find(words, "en") is None] == []
    known = {*verbs(), *main.list_commands(None)}  # type: ignore[arg-type]
    asked = [words for words in called(page, "folkmoot ") if not words.startswith("-")]
    assert [words for words in asked if not any(words == each or words.startswith(f"{each} ") for each in known)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_file_that_is_named_is_there(path: Path) -> None:
    """Each path of this project that a page names exists, but for those that it tells people to make."""
    page = path.read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|commands|policies|tests)/[\w./]*)`(?!:\n\n```)", page)
    made_here = {"tests/dialogs/150_how_many.txt"}
    assert [each for each in named if not (ROOT / each).exists() and each not in made_here] == []


def stored(page: str) -> dict[str, str]:
    """What the page says of each table: the items that begin with its name."""
    return {table: " ".join(words.split()) for table, words in re.findall(r"^- `(\w+)`: (.+(?:\n  .+)*)", page, re.MULTILINE)}


def untrue(said: dict[str, str], holdings: dict[str, Any]) -> list[str]:
    """What such a page leaves out or says wrongly."""
    found = [f"{table} is not explained" for table in sorted(holdings.keys() - said.keys())]
    found += [f"{table} is no table" for table in sorted(said.keys() - holdings.keys())]
    for table in sorted(holdings.keys() & said.keys()):
        taken = RECORD if table in BY_THE_RECORD else MOVES[holdings[table].moves]
        found += [f"{table}: {taken}"] * (not said[table].endswith(f" ({taken})"))
    return found


def test_every_table_is_explained() -> None:
    """The page about what is stored tells of each table what is in it and whether an export takes it along."""
    said = stored((DOCS / "what-we-store.md").read_text(encoding="utf-8"))
    assert untrue(said, HOLDINGS) == []
    said["act"] = "Votes. (in no export)"
    del said["room"]
    assert untrue({**said, "diary": "x"}, HOLDINGS) == ["room is not explained", "diary is no table", "act: in every export"]


def test_each_decision_about_the_social_model_has_its_page() -> None:
    """Each has a number of its own, and tells what made us ask, what we decided and what follows."""
    found = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in found] == list(range(1, len(found) + 1))
    assert len(found) >= DECISIONS
    for path in found:
        headings = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert headings == ["What made us ask", "What we decided", "What follows"], path.name


def test_no_page_calls_people_what_they_are_not() -> None:
    """People are members, never patients, clients, users or cases; and nothing is shouted."""
    # What is made holds the words of the program, which are checked elsewhere.
    for path in set(PAGES) - made().keys():
        page = re.sub(r"`[^`\n]*`", "", prose(path.read_text(encoding="utf-8")))
        assert re.findall(r"\b(?:patients?|clients?|users?|(?<!in )(?<!each )cases?)\b|(?<=\w)!", page) == [], path.name
