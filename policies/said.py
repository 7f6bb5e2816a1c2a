"""Where in "tomorrow 9:00 to call the clinic" the time ends and the matter begins, or the other way round.

The time is the longest run of words at the front or at the end that the grammar of times reads. Where two ways of parting
the words could be meant, both are given and nothing is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policies.when import Ask, When, is_filler, is_known

_MOST_WORDS = 20
_NO_TIME = {"when-unknown-word", "when-unclear", "when-nothing", "when-too-long", "when-two-readings"}
_SIGN = re.compile(r":(?=\s|$)|\n|\s[-\u2013\u2014]\s")
_NUMBER = re.compile(r"\d{1,4}")

Read = Callable[[str], When]


@dataclass(frozen=True, slots=True)
class Said:
    """`phrase` is when, as it was typed, and `when` how it is read; `about` is what, and may be empty."""

    phrase: str
    when: When
    about: str


def part(typed: str, read: Read, left_out: Sequence[str], kept: Sequence[str]) -> list[Said]:
    """The ways to part `typed`: none where no time is in it, one where it is clear, two where it is not.

    A colon followed by a space, a dash or a new line always parts it. `left_out` and `kept` are the words that join a time
    and a matter (`to`, `dass`); the former are no part of the matter.
    """
    if (sign := _SIGN.search(typed)) is not None:
        first, second = typed[: sign.start()].strip(), typed[sign.end() :].strip()
        for phrase, about in ((first, second), (second, first)):
            value = read(phrase)
            if is_time(value):
                return [Said(phrase, value, _without(about, left_out))]
    return _Words(read, left_out, kept).part(typed.split())


def is_time(value: When) -> bool:
    """Whether words say a time at all, be it an unclear one."""
    return not isinstance(value, Ask) or value.why not in _NO_TIME


def _without(about: str, left_out: Sequence[str]) -> str:
    """The matter without words in front that only join it to a time."""
    words = about.split()
    while len(words) > 1 and _bare(words[0]) in left_out:
        words = words[1:]
    return " ".join(words)


def _bare(word: str) -> str:
    return word.casefold().strip(" ,;")


class _Words:
    """Parts words by what `read` reads in them."""

    def __init__(self, read: Read, left_out: Sequence[str], kept: Sequence[str]) -> None:
        self._read = read
        self._left_out = frozenset(left_out)
        self._joins = self._left_out | frozenset(kept)

    def part(self, words: list[str]) -> list[Said]:
        led = bool(words) and _bare(words[0]) in self._joins
        while len(words) > 1 and _bare(words[0]) in self._left_out:
            words = words[1:]
        front, joined = self._front(words)
        if joined and not led:
            return front
        found = front + [each for each in self._back(words) if each not in front]
        return found[:1] if found and not found[0].about else found or self._middle(words)

    def _front(self, words: list[str]) -> tuple[list[Said], bool]:
        """The time at the front, and whether a word or a comma joins the matter to it."""
        for count in range(min(len(words), _MOST_WORDS), 0, -1):
            found = self._said(words[:count], words[count:])
            if found is None:
                continue
            count, found = self._trimmed(words, count, found)  # noqa: PLW2901 - what adds nothing belongs to the matter
            rest = words[count:]
            joined = bool(rest) and (_bare(rest[0]) in self._joins or words[count - 1].endswith((",", ";")))
            if rest and not joined and self._loose(words[count - 1], found.when):
                shorter = self._said(words[: count - 1], words[count - 1 :])
                if shorter is not None:
                    return [found, shorter], False
            return [found], joined
        return [], False

    def _trimmed(self, words: list[str], count: int, found: Said) -> tuple[int, Said]:
        """The time without an article or a preposition at its end, which begins the matter: "um 9 an den Zahnarzt"."""
        while 1 < count < len(words) and _bare(words[count]) not in self._joins and is_filler(words[count - 1]):
            shorter = self._said(words[: count - 1], words[count - 1 :])
            if shorter is None or shorter.when != found.when:
                break
            count, found = count - 1, shorter
        return count, found

    def _back(self, words: list[str]) -> list[Said]:
        """The time at the end."""
        for start in range(max(1, len(words) - _MOST_WORDS), len(words)):
            found = self._said(words[start:], words[:start])
            if found is None:
                continue
            if self._loose(words[start], found.when):
                shorter = self._said(words[start + 1 :], words[: start + 1])
                if shorter is not None:
                    return [found, shorter]
            return [found]
        return []

    def _middle(self, words: list[str]) -> list[Said]:
        """The times inside, where German puts them: "die Klinik morgen um 9 anzurufen"."""
        words, rest = words[:_MOST_WORDS], words[_MOST_WORDS:]
        known = [is_known(word) for word in words]
        found: list[Said] = []
        start = 1
        while start < len(words):
            end = next((place for place in range(start, len(words)) if not known[place]), len(words))
            for stop in range(end, start, -1):
                said = self._said(words[start:stop], [*words[:start], *words[stop:], *rest])
                if said is not None:
                    found.append(said)
                    start = stop
                    break
            else:
                start += 1
        return found

    @staticmethod
    def _loose(word: str, value: When) -> bool:
        """Whether the outermost word of a time may as well belong to the matter: "Monday 3 tests", "tomorrow sun cream"."""
        return _NUMBER.fullmatch(word) is not None or (isinstance(value, Ask) and value.why == "when-weekday-differs")

    def _said(self, time: list[str], matter: list[str]) -> Said | None:
        phrase = " ".join(time).strip(" ,;.")
        if not phrase or _bare(time[0]) in self._left_out - {"for"}:
            return None
        value = self._read(phrase)
        return Said(phrase, value, _without(" ".join(matter), tuple(self._left_out)).strip(" ,;")) if is_time(value) else None
