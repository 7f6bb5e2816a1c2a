"""The entries of votes: what they hold, and how they are told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from commands.entries import person_of, tells
from commands.ports import Entry
from commands.sentences import asked, counts_of, verdict
from policies import methods
from policies.ballots import BadBallotFile, Question
from policies.chain import canonical
from policies.decision import COUNTED, FIXED, MOST_OPTIONS, Secrecy, Verdict
from policies.form import (
    ANYTHING,
    COUNT,
    MARK,
    NOTHING,
    TIME,
    WHO,
    WORDS,
    both,
    either,
    holds,
    listed,
    mapped,
    maybe,
    one_of,
    up_to,
)


def countable(data: Mapping[str, Any]) -> bool:
    """Whether it was asked in a way that can be counted, and nothing else is counted, won or drawn than what was asked."""
    asked, size = data["options"], data["options"] if type(data["options"]) is int else len(data["options"])
    options = FIXED.get(data["method"]) or tuple(map(str, range(size)))
    if type(asked) is list and list(map(str, asked)) != list(options):
        return False
    told = (*data.get("counts", ()), *data.get("winners", ()), *data.get("tied", ()), *data.get("drawn", ()))
    return set(options) >= set(told) and _countable(data["method"], options, data["seats"], data["eligible"], canonical(data["rules"]))


@lru_cache(256)
def _countable(method: str, options: tuple[str, ...], seats: int, eligible: int, rules: str) -> bool:
    try:
        methods.check(Question(COUNTED.get(method, method), options, seats, eligible, rules=json.loads(rules)))
    except BadBallotFile:
        return False
    return True


RULES = both(mapped(ANYTHING), lambda rules: either(NOTHING, mapped(ANYTHING))(rules.get("quorum")))
"""What they say is looked at by the method itself."""
METHOD = one_of({*FIXED, *methods.names()})
_ASKED = {"version": COUNT, "method": METHOD, "seats": COUNT, "eligible": COUNT, "closes": TIME, "rules": RULES, "poll": maybe(WORDS)}
_CAST = {key: maybe(ANYTHING) for key in ("choice", "choices", "ranking", "scores")}
"""What was chosen is looked at where it is counted again."""
_NAMES = listed(WORDS)


@tells(
    "opened",
    countable,
    **_ASKED,
    proposer=WHO,
    options=listed(either(up_to(MOST_OPTIONS), WORDS)),
    secrecy=one_of({*Secrecy}),
    seal=MARK,
    electorate=MARK,
    scrutineers=maybe(listed(WHO)),
)
def _opened(entry: Entry) -> dict[str, Any]:
    data = entry.data
    closes = datetime.fromisoformat(data["closes"])
    return {"person": person_of(entry, data["proposer"]), "closes": closes, "eligible": data["eligible"]}


@tells(
    "closed",
    countable,
    **_ASKED,
    result=one_of({*Verdict}),
    winners=_NAMES,
    tied=_NAMES,
    drawn=_NAMES,
    seed=WORDS,
    runoff_of=COUNT,
    counts=mapped(COUNT),
    options=up_to(MOST_OPTIONS),
    turnout=COUNT,
    late=COUNT,
    unread=COUNT,
    ballots=listed(holds({"voter": WHO, "at": TIME, "reason": maybe(WORDS), **_CAST})),
    seals=maybe(listed(MARK)),
    reasons=maybe(listed(holds({"choice": WORDS, "reason": WORDS}))),
)
def _closed(entry: Entry) -> dict[str, Any]:
    data = entry.data
    return {
        "verdict": verdict(entry),
        "turnout": data["turnout"],
        "eligible": data["eligible"],
        "counts": counts_of(entry),
        "seals": len(data.get("seals", ())),
    }


@tells("changed", by=WHO, version=COUNT, method=METHOD, void=COUNT, concerns=maybe(listed(WHO)))
@tells("stopped", by=WHO, turnout=COUNT)
def _changed(entry: Entry) -> dict[str, Any]:
    data, words = entry.data, entry.texts
    same = {"known": "same"} if "before" in words and words["before"] == words.get("question") else {}
    return {"person": person_of(entry, data["by"]), "before": asked(entry, "before"), "void": data.get("void", 0), **same}


@tells("confirmed", by=WHO)
@tells("disputed", by=WHO)
def _judged(entry: Entry) -> dict[str, Any]:
    return {"person": person_of(entry, entry.data["by"]), "reason": entry.texts.get("reason", "")}


@tells("final", confirmed=COUNT, disputed=COUNT)
def _final(entry: Entry) -> dict[str, Any]:
    return {"confirmed": entry.data["confirmed"], "disputed": entry.data["disputed"]}
