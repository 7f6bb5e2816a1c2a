"""README.md says what is true: its examples are played, its promises have their tests, and what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.dialogs.script import perform

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PROMISES = 6
WAYS = 9
EXAMPLES = re.findall(r"^```\n(room .*?)^```$", README.read_text(), re.MULTILINE | re.DOTALL)


def promises(readme: str) -> list[str]:
    """The lines of the six promises."""
    return re.findall(r"^\d\. \*\*.+$", readme.split("## Six promises")[1].split("\n## ", maxsplit=1)[0], re.MULTILINE)


def files_of(promise: str) -> list[str]:
    """The test files that a promise names."""
    return re.findall(r"`(tests/[\w/]+\.py)`", promise)


def missing(paths: list[str]) -> list[str]:
    return [path for path in paths if not (ROOT / path).exists()]


def test_every_promise_names_the_tests_that_prove_it() -> None:
    """Each of the six promises names at least one test file, and all of them exist and hold tests."""
    found = promises(README.read_text(encoding="utf-8"))
    assert len(found) == PROMISES
    for promise in found:
        assert files_of(promise) != [], promise
        assert missing(files_of(promise)) == []
        assert all("def test_" in (ROOT / path).read_text(encoding="utf-8") for path in files_of(promise))


def test_a_promise_without_its_test_would_be_noticed() -> None:
    """The check finds a promise that names no test, or one that does not exist."""
    lines = promises(
        "## Six promises\n\n1. **Once.** It is so.\n2. **Late.** It is so. `tests/test_no_such.py`\n\n## Next\n3. **No.** x\n"
    )
    assert [files_of(line) for line in lines] == [[], ["tests/test_no_such.py"]]
    assert missing(files_of(lines[1])) == ["tests/test_no_such.py"]


def test_every_file_that_it_names_is_there() -> None:
    """Each path of this project that README.md names exists, but for what a host makes themselves."""
    named = re.findall(
        r"`((?:bot|commands|policies|tests)/[\w./]*|[A-Z]+(?:\.md)?)`", README.read_text(encoding="utf-8")
    )
    assert named != []
    assert missing(named) == []


@pytest.mark.parametrize("example", range(len(EXAMPLES)))
async def test_every_example_of_a_decision_is_what_happens(example: int) -> None:
    """Each example in the chapter on decisions is played on the real program and goes as it is written."""
    await perform(EXAMPLES[example], "README.md")


def test_every_way_to_decide_has_an_example() -> None:
    """The chapter has an example for each way that people meet in the room."""
    assert len(EXAMPLES) >= WAYS


def test_every_make_command_that_it_names_is_there() -> None:
    """Each `make WORD` in README.md is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake (demo|test|run|lint|bench|faults|install)\b", README.read_text(encoding="utf-8")))
    assert {"demo", "test", "run"} <= named <= targets

