"""What people type, in every language that the program speaks: `commands.ports.Words`, made from the texts.

A command's names are the attribute `names` of its text (`command-propose`), an option's or a ballot's words the attribute
`words` of `word-until` or `ballot-yes`, and of shares
`share-2-3`: comma-separated, the main one first. `kept` are those of an option's words that stay with what follows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from bot.texts import Texts

COMMAND, OPTION, BALLOT, LANGUAGE, SHARE, JOB = "command-", "word-", "ballot-", "language-", "share-", "job-"
SELECTORS = {"\ufe0e", "\ufe0f"} | {chr(tone) for tone in range(0x1F3FB, 0x1F400)}


def plain(word: str) -> str:
    """A word as it is compared: no case, no variation selectors or skin tones, no marks around it."""
    kept = "".join(letter for letter in unicodedata.normalize("NFKC", word) if letter not in SELECTORS)
    return " ".join(kept.casefold().strip(" \t\n.!,;:\u2066\u2067\u2068\u2069\u200e\u200f").split())


class Vocabulary:
    """The words of all languages of `texts`, English first."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._languages = sorted(texts.languages, key=lambda code: (code != "en", code))
        self._ballots = {option: self._union(BALLOT + option) for option in self._ids(BALLOT)}
        self._options = {option: self._union(OPTION + option, plainly=False) for option in self._ids(OPTION)}
        self._kept = {option: self._union(OPTION + option, "kept") for option in self._ids(OPTION)}

    @property
    def languages(self) -> Sequence[str]:
        """The language codes, English first."""
        return self._languages

    @cached_property
    def commands(self) -> Sequence[str]:
        """The English names of all commands."""
        return [name.replace("-", " ") for name in self._ids(COMMAND)]

    def ballot(self, word: str, options: Sequence[str]) -> str | None:
        """The option that a ballot word means."""
        typed = plain(word)
        return next((option for option in options if typed in self._ballots.get(option, ())), None)

    def option(self, id: str) -> Sequence[str]:  # noqa: A002
        """The words that begin an option, of all languages."""
        return self._options[id]

    def kept(self, id: str) -> Sequence[str]:  # noqa: A002
        """Those of them that stay with what follows: after `weil` a German sentence has another order."""
        return self._kept[id]

    def option_in(self, id: str, language: str) -> str:  # noqa: A002
        """The main one of the words that begin an option in a language."""
        return (self._words(OPTION + id, "words", language) or self._options[id])[0]

    def names(self, command: str, language: str) -> Sequence[str]:
        """The names of a command in a language, the main one first; its English name works everywhere."""
        own = self._words(COMMAND + command.replace(" ", "-"), "names", language)
        return own or [command]

    def role(self, word: str) -> str | None:
        """The built-in role that a word means, in any language."""
        return self._jobs.get(plain(word))

    def called(self, role: str, language: str) -> str:
        """What a built-in role is called in a language."""
        return (self._words(JOB + role, "words", language) or self._words(JOB + role, "words", "en"))[0]

    @cached_property
    def _jobs(self) -> Mapping[str, str]:
        return {word: role for role in self._ids(JOB) for word in self._union(JOB + role)}

    def share(self, phrase: str) -> Fraction | None:
        """The share of votes that words mean."""
        return self._shares.get(plain(phrase))

    @cached_property
    def _shares(self) -> Mapping[str, Fraction]:
        shares: dict[str, Fraction] = {}
        for id_ in self._ids(SHARE):
            numerator, _, denominator = id_.partition("-")
            shares |= dict.fromkeys(self._union(SHARE + id_), Fraction(int(numerator), int(denominator)))
        return shares

    @cached_property
    def _language_words(self) -> Mapping[str, str]:
        return {word: code for code in self._languages for word in (code, *self._union(LANGUAGE + code))}

    def language(self, word: str) -> str | None:
        """The language that a word means."""
        return self._language_words.get(plain(word))

    def _ids(self, prefix: str) -> list[str]:
        return sorted({each.removeprefix(prefix).partition(".")[0] for each in self._texts.ids("en") if each.startswith(prefix)})

    def _words(self, id: str, attribute: str, language: str) -> list[str]:  # noqa: A002
        raw = self._texts.attribute(id, attribute, language)
        return [word.strip() for word in raw.split(",")] if raw else []

    def _union(self, id: str, attribute: str = "words", *, plainly: bool = True) -> list[str]:  # noqa: A002
        words = [word for language in self._languages for word in self._words(id, attribute, language)]
        return list(dict.fromkeys(plain(word) for word in words) if plainly else dict.fromkeys(words))
