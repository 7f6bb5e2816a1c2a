"""The secret ballot: codes, keys, seals, and the recount that finds every change.

Anyone can recompute everything here with SHA-256 alone (domain.md 4). `H(a, b, c)` is SHA-256 over the parts in UTF-8,
each with its length in bytes in front as eight bytes, most significant first; written in lower-case hexadecimal.

- `poll` is 32 hexadecimal letters, made for each version of a question: the first half of `H("poll", seed, version)`. It
  holds no Matrix id.
- `word` is the voter's own word, in Unicode's form NFKC and without case; empty where there is none.
- `rand` is 78 random bits as 16 letters of Crockford's base 32 (`0-9a-z` without i, l, o, u), most significant first.
- `choice` is written as `write` does: a fixed answer's English name (`yes`, `stand_aside`), a letter (`b`), letters
  (`a,c`), a ranking (`b>a=c`) or scores (`a:5,b:2`), letters in the order of the alphabet within their place.
- `key = H(poll, word, rand)`; `seal = H(poll, choice, key)`.

A voter who chose a word knows that no other voter was given the same key; without one the bot alone chose every part
(https://lists.debian.org/debian-vote/2003/03/msg00114.html). The seals are published, the pairs (key, choice) go to the
scrutineers, and the codes to nobody but their voters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from policies.ballots import Ballot
from policies.decision import Decision
from policies.lot import draw, hashed
from policies.model import Refused

RAND_BITS = 78
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
RAND_LETTERS = -(-RAND_BITS // 5)
GROUP = 4
LONGEST_WORD = 40
SHOWN_LETTERS = 10
"""How much of a seal stands on a receipt."""
FEWEST_SHOWN = 3
"""Below this turnout nothing is said: with one or two ballots, a number is a name."""
POLL_LETTERS = 32
MANY_SCRUTINEERS, FEW_SCRUTINEERS, ENOUGH_FOR_MANY = 3, 2, 5

_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1"})
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_WORD = re.compile(r"[\w-]*")
_CODE = re.compile(r"(?:([\w-]+)-)?([0-9a-z]{4}(?:-?[0-9a-z]{4}){3})")


@dataclass(frozen=True, slots=True, order=True)
class Sealed:
    """One ballot without its voter. `choice` is canonical, and empty where the ballot was taken back.

    The reason is not part of the seal: it is shown to all, without a name.
    """

    key: str
    choice: str
    reason: str = ""


def poll_id(decision: Decision) -> str:
    """The public random id of a question in its present version."""
    return hashed("poll", decision.seed, str(decision.version))[:POLL_LETTERS]


def rand(chance: str) -> str:
    """78 bits of the fresh random bytes `chance` (hexadecimal), as letters."""
    bits = int(hashed("rand", chance), 16) >> (256 - RAND_BITS)
    return "".join(ALPHABET[bits >> (5 * place) & 31] for place in reversed(range(RAND_LETTERS)))


def own_word(typed: str) -> str:
    """A voter's own word as it is hashed: letters, digits and dashes. Raises `Refused` for another, or one that is too long."""
    word = _plain(typed)
    if not _WORD.fullmatch(word):
        raise Refused("secret-word-strange")
    if len(word) > LONGEST_WORD:
        raise Refused("secret-word-long", most=LONGEST_WORD)
    return word


def code(word: str, letters: str) -> str:
    """The code of a ballot: the word, and `rand` in groups of four."""
    groups = "-".join(letters[start : start + GROUP] for start in range(0, RAND_LETTERS, GROUP))
    return f"{word}-{groups}" if word else groups


def read_code(typed: str) -> tuple[str, str] | None:
    """The word and `rand` in a typed code, or `None` where it is none. Dashes may be left out of `rand`, and o, i, l mended."""
    match = _CODE.fullmatch(_plain(typed))
    if match is None:
        return None
    letters = match[2].replace("-", "").translate(_MISREAD)
    return (match[1] or "", letters) if set(letters) <= set(ALPHABET) else None


def key_of(poll: str, word: str, letters: str) -> str:
    """The key under which a ballot is kept."""
    return hashed(poll, word, letters)


def seal_of(poll: str, ballot: Sealed) -> str:
    """The seal of a ballot."""
    return hashed(poll, ballot.choice, ballot.key)


def seals_of(poll: str, ballots: Iterable[Sealed]) -> tuple[str, ...]:
    """The seals of the ballots that stand, sorted: nothing of the order in which they came."""
    return tuple(sorted(seal_of(poll, ballot) for ballot in ballots if ballot.choice))


def agree(poll: str, pairs: Iterable[Sealed], seals: Sequence[str]) -> bool:
    """Whether the pairs that a scrutineer got are the ballots behind the published seals: none more, none less, none changed."""
    return seals_of(poll, pairs) == tuple(seals)


def write(decision: Decision, ballot: Ballot) -> str:
    """A ballot in its canonical form."""
    if not decision.choosing:
        return ballot.choice or ""
    letters = {name: chr(ord("a") + place) for place, name in enumerate(decision.options)}
    if ballot.ranking is not None:
        return ">".join("=".join(sorted(letters[name] for name in place)) for place in ballot.ranking)
    if ballot.scores is not None:
        return ",".join(sorted(f"{letters[name]}:{score}" for name, score in ballot.scores.items()))
    if ballot.choices is not None:
        return ",".join(sorted(letters[name] for name in ballot.choices))
    return letters[ballot.choice or ""]


def read(decision: Decision, sealed: Sealed) -> Ballot:
    """The ballot that a canonical form means for `decision`, with its reason."""
    reason = sealed.reason or None
    if not decision.choosing:
        return Ballot(choice=sealed.choice, reason=reason)
    names = {chr(ord("a") + place): name for place, name in enumerate(decision.options)}
    match decision.takes:
        case "ranking":
            places = (place.split("=") for place in sealed.choice.split(">"))
            return Ballot(ranking=tuple(tuple(names[letter] for letter in place) for place in places), reason=reason)
        case "scores":
            given = (part.split(":") for part in sealed.choice.split(","))
            return Ballot(scores={names[letter]: int(score) for letter, score in given}, reason=reason)
        case "choices":
            return Ballot(choices=tuple(names[letter] for letter in sealed.choice.split(",")), reason=reason)
        case _:
            return Ballot(choice=names[sealed.choice], reason=reason)


def single_choices(decision: Decision) -> tuple[str, ...]:
    """The canonical forms that name one answer: what can be tried where a voter did not say theirs."""
    if not decision.choosing:
        return decision.options
    letters = tuple(chr(ord("a") + place) for place in range(len(decision.options)))
    return letters if decision.takes != "scores" else ()


def scrutineers(decision: Decision, concerned: Collection[str] = ()) -> tuple[str, ...]:
    """Who counts again: two or three of the electorate, drawn by lot from the sealed seed.

    Never the proposer, and nobody whom the vote is about (`concerned`): nobody counts in their own matter.
    """
    pool = sorted(decision.electorate - {decision.proposer, *concerned})
    many = MANY_SCRUTINEERS if len(pool) >= ENOUGH_FOR_MANY else FEW_SCRUTINEERS
    return draw(decision.seed, [poll_id(decision)], pool)[:many]


def shown_from(quorum: int) -> int:
    """The turnout from which on anything is said of it."""
    return max(FEWEST_SHOWN, quorum)


def shown(voted: int, eligible: int, quorum: int) -> int:
    """The turnout that members may see while a vote is open: nothing at first, then steps of a fifth (three at least).

    So nobody can watch the number and the door at the same time (Loomio hides who has voted in the same way).
    """
    first, step = shown_from(quorum), max(FEWEST_SHOWN, -(-eligible // 5))
    return 0 if voted < first else first + step * ((voted - first) // step)


def _plain(typed: str) -> str:
    """What phones make of a word, undone: other dashes, wide letters, capitals, marks around it."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", typed)).casefold().strip(".,;:!\"'\u201c\u201d\u201e ")
