"""`folkmoot count`: the ballot file as people write it, and what is said when it is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.count import command

FRUIT: dict[str, Any] = {
    "method": "irv",
    "options": ["Apple", "Pear"],
    "ballots": [{"ranking": ["Apple", "Pear"], "count": 2}, {"ranking": ["Pear"], "count": 1}],
}
CAPITALS = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]

# The examples of the ballot file's own description, whole.
DESCRIBED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (
        {
            "method": "plurality",
            "options": CAPITALS,
            "ballots": [
                {"choice": "Memphis", "count": 42},
                {"choice": "Nashville", "count": 26},
                {"choice": "Chattanooga", "count": 15},
                {"choice": "Knoxville", "count": 17},
            ],
        },
        {
            "winners": ["Memphis"],
            "counts": {"Memphis": 42, "Nashville": 26, "Chattanooga": 15, "Knoxville": 17},
            "majority_reached": False,
        },
    ),
    (
        {
            "method": "irv",
            "options": CAPITALS,
            "ballots": [
                {"ranking": ["Memphis", "Nashville", "Chattanooga", "Knoxville"], "count": 42},
                {"ranking": ["Nashville", "Chattanooga", "Knoxville", "Memphis"], "count": 26},
                {"ranking": ["Chattanooga", "Knoxville", "Nashville", "Memphis"], "count": 15},
                {"ranking": ["Knoxville", "Chattanooga", "Nashville", "Memphis"], "count": 17},
            ],
        },
        {
            "winners": ["Knoxville"],
            "eliminated": ["Chattanooga", "Nashville"],
            "rounds": [
                {"Memphis": 42, "Nashville": 26, "Chattanooga": 15, "Knoxville": 17},
                {"Memphis": 42, "Nashville": 26, "Knoxville": 32},
                {"Memphis": 42, "Knoxville": 58},
            ],
        },
    ),
    (
        {
            "method": "supermajority",
            "options": ["yes", "no", "abstain"],
            "rules": {"threshold": "2/3", "comparison": "at_least", "base": "yes+no"},
            "ballots": [
                {"choice": "yes", "count": 17},
                {"choice": "no", "count": 8},
                {"choice": "abstain", "count": 3},
            ],
        },
        {"result": "passed", "needed": 17, "turnout": 28},
    ),
    (
        {
            "method": "consent",
            "options": ["consent", "object"],
            "rules": {"everyone_must_answer": True},
            "eligible": 7,
            "ballots": [{"choice": "consent", "count": 6}],
        },
        {"result": "open", "missing": 1},
    ),
    (
        {
            "method": "dots",
            "options": ["walk", "tea", "talk", "quiz"],
            "rules": {"dots": 5, "max_per_option": 3},
            "ballots": [
                {"scores": {"walk": 3, "tea": 2}, "count": 2},
                {"scores": {"tea": 3, "talk": 1}, "count": 1},
                {"scores": {"quiz": 2}, "count": 2},
            ],
        },
        {
            "winners": ["tea"],
            "order": [["tea"], ["walk"], ["quiz"], ["talk"]],
            "counts": {"walk": 6, "tea": 7, "talk": 1, "quiz": 4},
        },
    ),
]


@pytest.mark.parametrize(("given", "expected"), [pytest.param(*pair, id=pair[0]["method"]) for pair in DESCRIBED])
def test_described_examples_come_out_exactly(given: dict[str, Any], expected: dict[str, Any]) -> None:
    """The examples that describe the ballot file come out key by key, with nothing added."""
    outcome = CliRunner().invoke(command, ["-"], input=json.dumps(given))
    assert outcome.exit_code == 0
    assert json.loads(outcome.stdout) == expected


def test_a_file_is_read(tmp_path: Path) -> None:
    """A file is counted as standard input is, also with a byte order mark and names in other scripts."""
    path = tmp_path / "ballots.json"
    file = {"method": "plurality", "options": ["Äpfel", "梨"], "ballots": [{"choice": "梨", "count": 1}]}
    path.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8-sig")
    outcome = CliRunner().invoke(command, [str(path)])
    assert outcome.exit_code == 0
    assert '"梨"' in outcome.stdout


def broken(**changed: Any) -> str:
    """A good file with some keys changed; None takes a key out."""
    return json.dumps({key: value for key, value in {**FRUIT, **changed}.items() if value is not None})


def ballot(**changed: Any) -> str:
    """A good file whose second ballot is this."""
    return broken(ballots=[FRUIT["ballots"][0], changed])


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("", "line 1, column 1: not JSON: Expecting value"),
        ('{"method": "irv",', "line 1, column 18: not JSON"),
        ("[]", "file: must be one object, not a list"),
        ("[" * 100_000, "file: has lists inside lists too deep to read"),
        ('{"method": NaN}', "file: NaN is not a number"),
        ('{"method": "irv", "method": "irv"}', "method: stands twice in one object"),
        (broken(seats=1).replace("1}", "1e999999999}", 1), "numbers are written out, without an exponent"),
        (broken(method=None), "method: is missing"),
        (broken(options=None), "options: is missing"),
        (broken(ballots=None), "ballots: is missing"),
        (broken(method="coin"), 'method: "coin" is not one of'),
        (broken(method="__init__"), 'method: "__init__" is not one of'),
        (broken(method="_ties"), 'method: "_ties" is not one of'),
        (broken(method=3), "method: must be a text, not a number"),
        (broken(seat=1), "seat: is not a key of a ballot file"),
        (broken(options=[]), "options: is empty"),
        (broken(options=["Apple", "Apple"]), 'options[1]: "Apple" stands twice'),
        (broken(options=["Apple", 7]), "options[1]: must be a text, not a number"),
        (broken(options=["Apple", ""]), "options[1]: is empty"),
        (broken(options="Apple"), "options: must be a list, not a text"),
        (broken(seats=0), "seats: must be between 1 and the number of options, 2"),
        (broken(method="stv", seats=3), "seats: must be between 1 and the number of options, 2"),
        (broken(seats=2), "seats: irv fills one seat"),
        (broken(seats=True), "seats: must be a whole number, not true"),
        (broken(eligible=-1), "eligible: must not be negative, and is -1"),
        (broken(eligible=2), "ballots: 3 ballots, but only 2 are eligible"),
        (broken(eligible=9, present=10), "present: is more than are eligible"),
        (broken(rules=[]), "rules: must be an object, not a list"),
        (broken(rules={"speed": 1}), "rules.speed: is not a rule of irv"),
        (broken(rules={"quorum": {"share": "1/2"}}), "eligible: is missing, and these rules need it"),
        (broken(rules={"quorum": {"of": "eligible"}}), "rules.quorum: needs a number or a share"),
        (broken(rules={"quorum": 1.5}), "rules.quorum: must be a whole number, at least 0"),
        (broken(ballots={}), "ballots: must be a list, not an object"),
        (broken(ballots=[7]), "ballots[0]: must be an object, not a number"),
        (ballot(count=1), "ballots[1]: needs one of choice, choices, ranking, scores; it has none"),
        (ballot(ranking=[], choice="Apple", count=1), "it has choice and ranking"),
        (ballot(ranking=["Pear"]), "ballots[1].count: is missing"),
        (ballot(ranking=["Pear"], count=-1), "ballots[1].count: must not be negative, and is -1"),
        (ballot(ranking=["Pear"], count=1.5), "ballots[1].count: must be a whole number, not a fraction"),
        (ballot(ranking=["Pear"], count=True), "ballots[1].count: must be a whole number, not true"),
        (ballot(ranking=["Pear"], count="2"), "ballots[1].count: must be a whole number, not a text"),
        (ballot(ranking=["Pear"], count=None), "ballots[1].count: must be a whole number, not null"),
        (ballot(ranking=["Pear"], count=10**13), "ballots[1].count: is too large"),
        (ballot(ranking=["Pear"], count=1, reason=5), "ballots[1].reason: must be a text, not a number"),
        (ballot(ranking=["Pear"], count=1, voter="Ana"), "ballots[1].voter: is not a key of a ballot"),
        (ballot(ranking=["Pear", "Kiwi"], count=1), 'ballots[1].ranking[1]: "Kiwi" is not one of the options'),
        (ballot(ranking=["Pear", "Pear"], count=1), 'ballots[1].ranking[1]: "Pear" stands twice'),
        (ballot(ranking=[["Pear", "Pear"]], count=1), 'ballots[1].ranking[0]: "Pear" stands twice'),
        (ballot(ranking=["Pear", []], count=1), "ballots[1].ranking[1]: must be an option or a list of equal options"),
        (ballot(ranking="Pear", count=1), "ballots[1].ranking: must be a list, not a text"),
        (ballot(choice="Pear", count=1), "ballots[1]: irv takes ballots with ranking"),
        (ballot(choice=["Pear"], count=1), "ballots[1].choice: must be a text, not a list"),
        (ballot(scores={"Pear": None}, count=1), "ballots[1].scores.Pear: must be a whole number, not null"),
        (ballot(scores={"Pear": True}, count=1), "ballots[1].scores.Pear: must be a whole number, not true"),
    ],
)
def test_a_bad_file_is_named_by_its_part(file: str, complaint: str) -> None:
    """A file that cannot be counted ends with status 2, says where and what, and prints no result."""
    outcome = CliRunner().invoke(command, ["-"], input=file)
    assert outcome.exit_code == 2
    assert complaint in outcome.stderr
    assert outcome.stdout == ""


@pytest.mark.parametrize(
    ("method", "more", "complaint"),
    [
        ("majority", {"options": ["Tue", "Thu"]}, 'options[0]: "Tue" is neither yes, no nor abstain'),
        ("majority", {"options": ["yes", "abstain"]}, "options: no is missing"),
        ("majority", {"rules": {"threshold": 0.5}}, "rules.threshold: must be a fraction in quotes"),
        ("majority", {"rules": {"threshold": "1/0"}}, "rules.threshold: must be a fraction in quotes"),
        ("majority", {"rules": {"threshold": "3/2"}}, "rules.threshold: must be a share between 0 and 1"),
        ("majority", {"rules": {"threshold": "1"}}, "rules.threshold: nobody can be more than all"),
        ("majority", {"rules": {"comparison": ">"}}, "rules.comparison: must be more_than or at_least"),
        ("majority", {"rules": {"base": "all"}}, "rules.base: must be yes+no or"),
        ("majority", {"rules": {"base": "eligible"}}, "eligible: is missing"),
        ("majority", {"rules": {"base": "present"}}, "present: is missing"),
        ("majority", {"rules": {"quorum": {"number": 1, "most": 2}}}, "rules.quorum.most: is not a part of a quorum"),
        ("apache_majority", {"rules": {"min_yes": 0}}, "rules.min_yes: must be a whole number, at least 1"),
        ("apache_consensus", {"rules": {"veto_needs_reason": 1}}, "rules.veto_needs_reason: must be true or false"),
        ("lazy_consensus", {"rules": {"hours": 0}}, "rules.hours: must be a whole number, at least 1"),
        ("consent", {"options": ["consent", "abstain", "object"]}, 'options[1]: "abstain" is neither consent'),
        (
            "consent",
            {"options": ["consent", "object"], "rules": {"everyone_must_answer": True}},
            "eligible: is missing",
        ),
        ("consensus", {"options": ["agree"]}, "options: block is missing"),
        ("score", {"rules": {"min": 5}}, "rules.max: must be more than min"),
        ("score", {"rules": {"missing": "mean"}}, "rules.missing: must be zero or skip"),
        ("star", {"ballots": [{"scores": {"yes": 6}, "count": 1}]}, "ballots[0].scores.yes: 6 is not between 0 and 5"),
        ("score", {"ballots": [{"scores": {"yes": 0.5}, "count": 1}]}, "ballots[0].scores.yes: must be a whole number"),
        ("dots", {"rules": {"dots": 0}}, "rules.dots: must be a whole number, at least 1"),
        ("borda", {"rules": {"points": "n..1"}}, "rules.points: must be n-1..0"),
        ("schulze", {"rules": {"strength": "margins"}}, "rules.strength: must be winning_votes"),
        ("debian", {}, "rules.default: is missing"),
        ("debian", {"rules": {"default": "maybe"}}, "rules.default: is not one of the options"),
        (
            "debian",
            {"rules": {"default": "no", "quorum_above_default": "many"}},
            "rules.quorum_above_default: must be a number",
        ),
        ("stv", {"rules": {"quota": "hare"}}, "rules.quota: must be droop"),
        ("stv", {"rules": {"transfer": "cincinnati"}}, "rules.transfer: must be gregory or wigm"),
        ("stv", {"rules": {"decimals": 99}}, "rules.decimals: must not be more than 12"),
        ("third_legacy", {"rules": {"ballot": 6}}, "rules.ballot: must be 1 to 5"),
        (
            "approval",
            {"ballots": [{"choices": ["yes", "yes"], "count": 1}]},
            'ballots[0].choices[1]: "yes" stands twice',
        ),
    ],
)
def test_a_bad_rule_is_named(method: str, more: dict[str, Any], complaint: str) -> None:
    """A rule or an option that a method cannot work with is named, before any ballot is counted."""
    file = {"method": method, "options": ["yes", "no"], "ballots": [], **more}
    outcome = CliRunner().invoke(command, ["-"], input=json.dumps(file))
    assert outcome.exit_code == 2
    assert complaint in outcome.stderr


def test_words_that_are_no_text_are_named(tmp_path: Path) -> None:
    """A file that is not UTF-8 is said to be that, and a missing file is said to be missing."""
    path = tmp_path / "ballots.json"
    path.write_bytes(b'{"method": "\xff"}')
    outcome = CliRunner().invoke(command, [str(path)])
    assert (outcome.exit_code, "byte 12: not UTF-8" in outcome.stderr) == (2, True)
    assert CliRunner().invoke(command, [str(tmp_path / "none.json")]).exit_code == 2


def test_counting_loads_little() -> None:
    """Counting starts without Matrix, the store, the scheduler or the texts, and reads only the method it needs."""
    words = (
        "import sys, bot.cli.count; from policies import methods; methods.method('irv');"
        "print([name for name in ('nio', 'sqlite3', 'apscheduler', 'fluent.runtime', 'yaml',"
        "'policies.methods.schulze') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout.strip() == "[]"
