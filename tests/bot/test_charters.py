"""Starter charters: ours in every language, and a host's own, checked before anything connects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import commands
from bot import charters
from bot.charters import Library, from_file, known_to, load, ours
from bot.checked_yaml import ConfigError
from bot.texts import Reader
from bot.words import Vocabulary
from commands.charters import ITEMS, ROLES, own_words
from commands.kit import Book
from commands.ports import About
from policies.charter import Charter
from policies.charters import EMPTY, Starter, read, write
from policies.charters.phrases import PLACEHOLDERS, TEXTS, placeholders, typed
from policies.model import text
from tests.our_texts import our_texts
from tests.test_locale import FORBIDDEN, FORMAL

STRICT = our_texts()
WORDS = Vocabulary(STRICT)
KNOWN = known_to(Book.load(commands, WORDS), WORDS)
LANGUAGES = sorted(STRICT.languages)
EVERY = [pytest.param(each, id=f"{each.key}.{each.draft.language}") for each in ours()]
KEYS = {"peer-support", "twelve-step", "consent-circle", "cooperative", "grief", "caregivers", "informal", EMPTY}


def words_of(starter: Starter) -> Mapping[str, str]:
    """Everything in a charter that people read, by where it stands."""
    draft = starter.draft
    return {
        "name": draft.name,
        "suits": starter.suits,
        "about": draft.about,
        **{f"guideline {place}": each for place, each in enumerate(draft.guidelines, 1)},
        **{f"role {each.name}": each.does for each in draft.roles},
        **{f"text {name}": each for name, each in draft.texts.items()},
        **{f"item {each}": each for each in draft.format},
    }


def test_every_kind_of_group_has_a_charter_in_every_language() -> None:
    """All starter charters are there, each in each language that the program speaks."""
    assert {(each.key, each.draft.language) for each in ours()} == {(key, code) for key in KEYS for code in LANGUAGES}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_translations_are_the_same_charter(key: str) -> None:
    """In each language a charter has as many guidelines, the same rules, the same roles and terms, and the same texts and values."""

    def shape(starter: Starter) -> Any:
        draft = starter.draft
        texts = {
            name: (sorted(placeholders(words)), len(typed(words)), words.count("\n- "), words.count("**"))
            for name, words in draft.texts.items()
        }
        roles = [(each.name, each.seats, each.days) for each in draft.roles]
        kinds = [each if each in ITEMS else "" for each in draft.format]
        return len(draft.guidelines), draft.rules, roles, texts, kinds, draft.review_months, bool(starter.suits), bool(draft.about)

    first, *others = [shape(each) for each in ours() if each.key == key]
    assert all(each == first for each in others)


@pytest.mark.parametrize("starter", EVERY)
def test_every_command_in_a_charter_can_be_typed(starter: Starter) -> None:
    """What stands between backticks is a command in the charter's own language; only texts that the bot says hold any."""
    draft = starter.draft
    wrong = [
        (name, each) for name, words in draft.texts.items() for each in typed(words) if not KNOWN(each, draft.language)
    ]
    assert wrong == []
    assert [where for where, words in words_of(starter).items() if "`" in words and not where.startswith("text ")] == []


def test_the_search_for_commands_can_fail() -> None:
    """A word that is no command, or one with a sign before it, is found."""
    assert KNOWN("show guidelines", "en")
    assert KNOWN("zeig leitlinien", "de")
    assert KNOWN("show guidelines", "de")
    assert not KNOWN("zeig leitlinien", "en")
    assert not KNOWN("dance", "en")
    assert not KNOWN("!show guidelines", "en")


@pytest.mark.parametrize("starter", EVERY)
def test_charters_are_plain_and_kind(starter: Starter) -> None:
    """No exclamation marks, no emojis, no words that make a thing of a person, no German "Sie", and no sentence of endless length."""
    code = starter.draft.language
    forbidden = re.compile(FORBIDDEN[code], re.IGNORECASE)
    for where, words in words_of(starter).items():
        assert "!" not in words, where
        assert re.search("[\u2190-\u2bff\U0001f000-\U0001faff*:_]innen", words) is None, where
        assert re.search("[\u2600-\u27bf\U0001f000-\U0001faff]", words) is None, where
        assert forbidden.search(words) is None, where
        assert code != "de" or FORMAL.search(words) is None, where
        sentences = re.split(r"(?<=[.?])\s|\n", words)
        assert max(len(each.split()) for each in sentences) <= 45, where


def test_nobody_counts_days_and_nobody_is_cheerful_where_it_hurts() -> None:
    """The twelve-step charter asks for no count of days, and the one for grief calls no meeting nice and guesses no date."""
    for each in ours():
        everything = " ".join(words_of(each).values()).casefold()
        if each.key == "twelve-step":
            assert not re.search(r"\d+ (days|tage)|days (clean|sober)|tage (nüchtern|clean)|streak", everything)
        if each.key == "grief":
            assert not re.search(r"\b(happy|great|fun|enjoy|anniversary|schön|toll|freut|jahrestag)\b", everything)


@pytest.mark.parametrize("starter", EVERY)
def test_a_charter_is_the_same_after_writing(starter: Starter) -> None:
    """What is written of a charter is read as that charter: so a group can take it away."""
    assert read(write(starter.draft)).draft == starter.draft


def test_every_role_and_item_that_all_know_has_a_word() -> None:
    """Roles and standing items that have a name in every language have it."""
    for code in LANGUAGES:
        assert {f"charter-role-{each}" for each in ROLES} | {f"charter-item-{each}" for each in ITEMS} <= STRICT.ids(code)
    assert {role.name for each in ours() for role in each.draft.roles} <= ROLES


def _context(starter: Starter, about: About) -> Any:
    draft = starter.draft
    held = Charter(language=draft.language, about=draft.about, texts=draft.texts, adopted=1)
    room = SimpleNamespace(name="Tea", charter=SimpleNamespace(get=lambda: held))
    return SimpleNamespace(room=room, about=about)


@pytest.mark.parametrize("starter", EVERY)
def test_no_text_shows_an_empty_place(starter: Starter) -> None:
    """Where nothing is known, every sentence that would need it is left out; where all is, all is said, with the room's prefix."""
    reader = Reader(starter.draft.language, ZoneInfo("UTC"), "!")
    for name, words in starter.draft.texts.items():
        bare = own_words(_context(starter, About()), name)
        assert bare is not None, name
        said = STRICT.render(text("own-words", words=bare), reader).body
        assert "{" not in said, name
        assert not re.search(r": ?(\n|$)|: \.|\( ?\)", said), (name, said)
        full = own_words(_context(starter, About("112", ("A line",))), name, **dict.fromkeys(PLACEHOLDERS - {"helplines"}, "VALUE"))
        assert full is not None
        said = STRICT.render(text("own-words", words=full), reader).body
        assert "{" not in said
        assert said.count("VALUE") == sum(each != "helplines" for each in placeholders(words))
        assert all(f"!{each}" in said for each in typed(words))


def test_the_number_that_nobody_set_is_said_in_words() -> None:
    """Without an emergency number a text says "your local emergency number"."""
    for code, said in (("en", "your local emergency number"), ("de", "deine örtliche Notrufnummer")):
        starter = Library(ours(), KNOWN).get("grief", code)
        assert starter is not None
        words = own_words(_context(starter, About()), "disclaimer")
        assert said in STRICT.render(text("own-words", words=words), Reader(code, ZoneInfo("UTC"), "!")).body


def test_a_text_that_the_group_does_not_have_is_none() -> None:
    """A group without words of its own for something has none, and nothing is made up."""
    starter = Library(ours(), KNOWN).get("informal", "en")
    assert starter is not None
    assert own_words(_context(starter, About()), "disclaimer") is None


# A host's own folder

GOOD = """
name: Chess club
language: en
suits: People who play.
guidelines: ["Touch, move."]
rules:
  everyday: {decided by: 2/3, open for: 24 hours}
roles: [{name: referee, does: Watches., people: 2, term: 30 days}]
texts:
  welcome: "Welcome. Type `help`."
meeting: [check-in]
"""


def written(folder: Path, words: str, name: str = "chess.en.yaml") -> Path:
    (folder / name).write_text(words, encoding="utf-8")
    return folder / name


def test_a_folder_of_a_host_adds_charters(tmp_path: Path) -> None:
    """A host's charters are offered after ours and before the empty one; one of the same name takes its place."""
    written(tmp_path, GOOD)
    written(tmp_path, "name: Ours\nlanguage: en\n", "grief.en.yaml")
    library = load(tmp_path, KNOWN)
    assert list(library.keys)[-2:] == ["chess", EMPTY]
    found, grief = library.get("chess", "de"), library.get("grief", "en")
    assert found is not None
    assert (found.draft.rules["everyday"].share, found.draft.rules["everyday"].hours) == ("2/3", 24)
    assert found.draft.roles[0].days == 30
    assert grief is not None
    assert grief.draft.name == "Ours"
    assert library.get("nothing", "en") is None
    assert [each.draft.language for each in library.offered("de")].count("de") == len(KEYS)


WRONG = [
    ("name: A\nlanguage: en\nguideline: [x]\n", "3: guideline: is unknown; did you mean guidelines?"),
    ("language: en\n", "1: name: is missing: expected what to call the charter"),
    ("name: A\n", "1: language: is missing: expected a language code, for example en"),
    ("name: A\nlanguage: de\n", "language: is de, but the file is named for en; make them the same"),
    ("name: A\nlanguage: en\nguidelines: Be kind\n", "3: guidelines: expected a list, each item on a line of its own after a dash"),
    ("name: A\nlanguage: en\nguidelines:\n  - Be kind\n  - [x]\n", "5: guidelines.2: expected words"),
    ("name: A\nlanguage: en\nguidelines:\n  -\n", "4: guidelines.1: expected some words"),
    ("name: A\nname: B\nlanguage: en\n", "2: name: stands there twice; keep one of them"),
    ("name: A\nlanguage: en\nrules:\n  everyday:\n    decided by: dice\n", "5: rules.everyday.decided by: expected more yes than no, consent, everyone, or a share as 2/3"),
    ("name: A\nlanguage: en\nrules:\n  everyday:\n    decided by: 1/3\n", "5: rules.everyday.decided by: expected a share that is more than half and less than all, for example 2/3"),
    ("name: A\nlanguage: en\nrules:\n  rules:\n    decided by: everyone\n", "5: rules.rules.decided by: could lock the rules for ever; write consent, or a share as 2/3"),
    ("name: A\nlanguage: en\nrules:\n  person:\n    secret: no\n", "5: rules.person.secret: must be yes: what concerns a person is voted on in secret"),
    ("name: A\nlanguage: en\nrules:\n  guidelines:\n    open for: 5\n", "5: rules.guidelines.open for: expected a time, for example 72 hours or 7 days"),
    ("name: A\nlanguage: en\nrules:\n  guidelines:\n    open: 5 days\n", "5: rules.guidelines.open: is unknown; did you mean open for?"),
    ("name: A\nlanguage: en\nrules:\n  guidlines: {}\n", "4: rules.guidlines: is unknown; did you mean guidelines?"),
    ("name: A\nlanguage: en\nrules:\n  everyday: 3\n", "4: rules.everyday: expected these keys, indented below it: decided by"),
    ("name: A\nlanguage: en\nroles:\n  - does: x\n", "4: roles.1.name: is missing: expected what to call the role"),
    ("name: A\nlanguage: en\nroles:\n  - name: x\n    term: soon\n", "5: roles.1.term: expected a whole number from 1 to 730, for example 1 days"),
    ("name: A\nlanguage: en\nroles:\n  - name: x\n  - name: X\n", "5: roles.2.name: X stands there twice; keep one of them"),
    ("name: A\nlanguage: en\ntexts:\n  welcom: x\n", "4: texts.welcom: is unknown; did you mean welcome?"),
    ("name: A\nlanguage: en\ntexts:\n  welcome: Hello {grup}\n", "4: texts.welcome: {grup} is unknown; did you mean {group}?"),
    ("name: A\nlanguage: en\ntexts:\n  welcome: Type `dance`\n", "4: texts.welcome: `dance` is no command; between backticks"),
    ("name: A\nlanguage: en\nreview after: never\n", "3: review after: expected a whole number from 1 to 36"),
    ("- name\n", "1: expected keys and values, for example name: Our circle"),
    ("name: &a A\nlanguage: *a\n", "2: is not YAML from here on"),
    ("[" * 3000, "is nested too deeply"),
    ("name: [\n", "is not YAML from here on"),
    ("", "expected keys and values, for example name: Our circle"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_every_error_says_where_and_what_to_write(tmp_path: Path, words: str, told: str) -> None:
    """A charter that cannot be used says its file, line and key, and what to write instead."""
    path = written(tmp_path, words)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, KNOWN)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_all_errors_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """Whoever mends a folder sees everything that is wrong in one go."""
    written(tmp_path, "name: A\nlanguage: en\nfoo: 1\nbar: 2\n", "a.en.yaml")
    written(tmp_path, "name: A\nlanguage: de\n", "b.en.yaml")
    written(tmp_path, GOOD, "nameless.yaml")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, KNOWN)
    assert len(caught.value.problems) == 4
    assert "expected a name of three parts, as our-circle.en.yaml" in str(caught.value)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A folder that the configuration names must be there."""
    with pytest.raises(ConfigError, match="expected a folder with charters"):
        load(tmp_path / "no", KNOWN)


def test_the_program_ships_its_charters() -> None:
    """The package that is installed holds the charters."""
    assert Path(charters.policies.__path__[0]) / "charters" == charters.OURS
    assert 'policies = ["charters/*.yaml"]' in (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert from_file(charters.OURS / "grief.en.yaml", KNOWN).key == "grief"


def test_every_text_has_a_charter_that_uses_it_or_is_known() -> None:
    """The starter charters use no text that is not on the list."""
    assert {name for each in ours() for name in each.draft.texts} <= set(TEXTS)
