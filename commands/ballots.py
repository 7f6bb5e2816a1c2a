"""What people type as a ballot: an answer's word, options by letter or name, a ranking, scores; and reading it back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from commands.ports import Words
from policies.ballots import Ballot
from policies.decision import Decision
from policies.model import Text, text

WITHDRAW = "nothing"
SHORTEST_BEGINNING = 3
BETTER = re.compile(r"\s*(?:>|\bthen\b|\bdann\b)\s*", re.IGNORECASE)
EQUAL = re.compile(r"\s*(?:=|&|\+|,|\band\b|\bund\b)\s*", re.IGNORECASE)
NEXT = re.compile(r"\s*(?:>|,|\bthen\b|\bdann\b)\s*(?:(?:then|dann)\b\s*)?", re.IGNORECASE)
SCORE = re.compile(r"(.+?)\s*[:=]?\s*(\d{1,6})")


def letter(place: int) -> str:
    """The letter of an option: a, b, c..."""
    return chr(ord("a") + place)


def read(words: Words, decision: Decision, typed: str) -> Ballot | None:
    """The ballot that `typed` is for `decision`, or `None` where it is none.

    Names of options win over letters; a beginning of three letters is enough where only one option has it.
    """
    typed = typed.strip()
    if not decision.choosing:
        choice = words.ballot(typed, decision.options)
        return None if choice is None else Ballot(choice=choice)
    match decision.takes:
        case "choices":
            names = several(decision.options, typed)
            return None if names is None else Ballot(choices=names)
        case "ranking":
            return ranking(decision.options, typed)
        case "scores":
            return scores(decision.options, typed)
        case _:
            name = option(decision.options, typed)
            return None if name is None else Ballot(choice=name)


def withdraws(words: Words, typed: str) -> bool:
    """Whether what was typed takes a vote back."""
    return words.ballot(typed, (WITHDRAW,)) is not None


def option(options: Sequence[str], typed: str) -> str | None:
    """The option that one word or phrase means."""
    said = " ".join(typed.casefold().strip(" .)(\"'").split())
    if not said:
        return None
    for place, name in enumerate(options):
        if said in {name.casefold(), letter(place), f"{letter(place)}) {name.casefold()}"}:
            return name
    begun = [name for name in options if name.casefold().startswith(said)]
    return begun[0] if len(begun) == 1 and len(said) >= SHORTEST_BEGINNING else None


def several(options: Sequence[str], typed: str) -> tuple[str, ...] | None:
    """The options that a list means, in the order of the question; a whole name may hold "and"."""
    whole = option(options, typed)
    if whole is not None:
        return (whole,)
    named = [option(options, part) for part in EQUAL.split(typed)]
    if None in named or not named:
        return None
    return tuple(name for name in options if name in named)


def ranking(options: Sequence[str], typed: str) -> Ballot | None:
    """A ranking, best first: `b > a = c`, `b, then a and c`, `b, a, c`. What is left out is equal last."""
    places: list[tuple[str, ...]] = []
    split = BETTER if BETTER.search(typed) and not re.search(r",\s*(?:then|dann)", typed, re.IGNORECASE) else NEXT
    for part in split.split(typed.rstrip(" .")):
        names = several(options, part.strip(" ,"))
        if names is None:
            return None
        places.append(names)
    ranked = [name for place in places for name in place]
    return Ballot(ranking=tuple(places)) if len(set(ranked)) == len(ranked) else None


def scores(options: Sequence[str], typed: str) -> Ballot | None:
    """Scores: `a 5, b 2`."""
    given: dict[str, int] = {}
    for part in re.split(r"\s*[,;]\s*", typed.strip(" .,;")):
        match = SCORE.fullmatch(part)
        name = option(options, match[1]) if match else None
        if match is None or name is None or name in given:
            return None
        given[name] = int(match[2])
    return Ballot(scores=given)


def reasoned(ballot: Ballot | None, reason: str) -> Ballot | None:
    """`ballot` with the reason that came with it."""
    return replace(ballot, reason=reason) if ballot is not None and reason else ballot


def label(decision: Decision, name: str) -> Text | str:
    """An option as people see it: a text for fixed answers, the typed name for others."""
    return name if decision.choosing else text(f"option-{name}")


def said(decision: Decision, ballot: Ballot) -> Text:
    """A ballot in words, as it is read back."""
    if ballot.ranking is not None:
        places = tuple(
            text("ballot-place", place=place, options=names, equal="yes" if len(names) > 1 else "no")
            for place, names in enumerate(ballot.ranking, 1)
        )
        return text("ballot-ranking", places=places)
    if ballot.scores is not None:
        return text("ballot-list", options=tuple(f"{name} {score}" for name, score in ballot.scores.items()))
    if ballot.choices is not None:
        return text("ballot-list", options=ballot.choices)
    return text("ballot-list", options=(label(decision, ballot.choice or ""),))


def ways(decision: Decision) -> tuple[Text, ...]:
    """How to vote on a decision, as things to type."""
    if not decision.choosing:
        return tuple(text(f"way-{each}", number=decision.number) for each in decision.options)
    kinds = ("choice", "choices") if decision.takes == "choices" else (decision.takes,)
    return tuple(text(f"way-{kind}", number=decision.number) for kind in kinds)
