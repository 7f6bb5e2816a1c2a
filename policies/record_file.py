"""A record as a file of lines, each one JSON: what a group takes away, and what anybody can check without the bot.

The first line says whose record it is, how long, and what its head is; then come the heads that were posted, the names
behind the numbers of people, the salts of rolls, and the entries, each with its hash and those of its texts that are given away.
The last line holds the SHA-256 of all before it. Each line is canonical JSON (`policies.chain`), so that a changed byte
is a changed line, whatever it means.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policies.chain import Check, Checked, Fault, Link, Sense, Witness, any_sense, canonical

FORMAT = 1
KIND = "record"
LONGEST_LINE = 4_000_000
"""Bytes of one line."""
_DECODER = json.JSONDecoder()
_ENTRY = '{"entry":'
_WRITTEN = re.compile(r"[\x21-\x7e]{1,200}")
"""What the id of a record and its head are made of: they are shown to whoever reads a file."""
_COUNTED = ("witnesses", "people", "rolls", "entries")


class Unreadable(Exception):
    """This is no file of that kind, or one of another version. `kind` names the text `unreadable-KIND`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Named:
    """The person behind a number of the record."""

    number: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Roll:
    """The salt of a list of people."""

    hash: str
    salt: bytes


Line = Witness | Named | Roll | Link


@dataclass(frozen=True, slots=True)
class Header:
    """What a record file says of itself first: the record's random id, its head, and how many lines of each kind there are."""

    record: str
    head: str
    witnesses: int
    people: int
    rolls: int
    entries: int


class Sealed:
    """Lines with their end: how many there are, and their SHA-256."""

    def __init__(self) -> None:
        self._lines = 0
        self._sum = hashlib.sha256()

    def add(self, line: bytes) -> None:
        """One more line, without its end."""
        self._lines += 1
        self._sum.update(line + b"\n")

    @property
    def end(self) -> bytes:
        """The last line."""
        return canonical({"end": {"lines": self._lines, "sha256": self._sum.hexdigest()}}).encode()


def sealed(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines as they stand in a file, with their last one."""
    seal = Sealed()
    for each in lines:
        line = each.encode()
        seal.add(line)
        yield line + b"\n"
    yield seal.end + b"\n"


def write(header: Header, lines: Iterable[Line]) -> Iterator[bytes]:
    """The file of a record, line by line. `lines` come in the order that the header counts them in."""
    return sealed(_written(header, lines))


def _written(header: Header, lines: Iterable[Line]) -> Iterator[str]:
    counts = {name: getattr(header, name) for name in _COUNTED}
    yield canonical({"folkmoot": KIND, "format": FORMAT, "record": header.record, "head": header.head, **counts})
    for line in lines:
        match line:
            case Link():
                yield _entry_line(line)
            case Witness(seq, head, event):
                yield canonical({"posted": {"event": event, "head": head, "seq": seq}})
            case Named(number, id_, name):
                yield canonical({"person": {"id": id_, "name": name, "number": number}})
            case Roll(hash_, salt):
                yield canonical({"roll": {"hash": hash_, "salt": salt.hex()}})


def _entry_line(link: Link) -> str:
    """An entry as a line: its body stands in it as it was hashed."""
    kept = {name: {"salt": salt.hex(), "text": text} for name, (salt, text) in link.texts.items()}
    return f'{{"entry":{link.body},"hash":{canonical(link.hash)},"texts":{canonical(kept)}}}'


class Reading:
    """Reads a record file line by line and checks it. Raises `Unreadable` when its first line is that of no record."""

    def __init__(self, first: bytes, sense: Sense = any_sense) -> None:
        self._sense = sense
        found = _parsed(first)
        if not isinstance(found, dict) or found.get("folkmoot") != KIND:
            raise Unreadable("no-record")
        if found.get("format") != FORMAT:
            raise Unreadable("version")
        try:
            self.header = Header(str(found["record"]), str(found["head"]), *(_count(found[name]) for name in _COUNTED))
        except (KeyError, ValueError):
            raise Unreadable("no-record") from None
        if not _WRITTEN.fullmatch(self.header.record + self.header.head):
            raise Unreadable("no-record")
        self._seal = Sealed()
        self._seal.add(first.rstrip(b"\n"))
        self._witnesses: list[Witness] = []
        self._checking: Check | None = None
        self._at = 0
        self._faults: list[Fault] = [] if canonical(found).encode() == first.rstrip(b"\n") else [Fault(0, "file")]
        self._ended = False

    @property
    def _before_entries(self) -> int:
        return self.header.witnesses + self.header.people + self.header.rolls

    def feed(self, line: bytes) -> Line | None:
        """The next line; `None` where it is the last one, or wrong."""
        line = line.rstrip(b"\n")
        place = self._at
        self._at += 1
        if place == self._before_entries + self.header.entries:
            self._ended = True
            if line != self._seal.end:
                self._faults.append(Fault(0, "file"))
            return None
        if self._ended:
            self._faults.append(Fault(0, "file"))
            return None
        self._seal.add(line)
        if place >= self._before_entries:
            return self._entry(line)
        found = _parsed(line)
        read = _other(found) if found is not None and canonical(found).encode() == line else None
        if read is None:
            self._faults.append(Fault(0, "file"))
        elif isinstance(read, Witness):
            self._witnesses.append(read)
        return read

    def _entry(self, line: bytes) -> Link | None:
        if self._checking is None:
            self._checking = Check(self.header.record, self._witnesses, self._sense)
        read = _entry_read(line)
        if read is None:
            self._checking.missing()
            return None
        link, said = read
        self._checking.add(link, said)
        return link

    def end(self) -> Checked:
        """What was found in all of it."""
        checking = self._checking or Check(self.header.record, self._witnesses)
        checked = checking.end(self.header.head, self.header.entries)
        faults = list(self._faults) if self._ended else [*self._faults, Fault(0, "truncated")]
        whole = (*checked.faults, *(dict.fromkeys(faults)))
        # What is wrong with an entry says more than that the file as a whole is another one.
        named = tuple(each for each in whole if each.seq)
        return checked.with_faults(named or whole)


def read(lines: Iterable[bytes], sense: Sense = any_sense) -> Checked:
    """All of a file at once. Raises `Unreadable`."""
    rest = iter(lines)
    reading = Reading(next(rest, b""), sense)
    for line in rest:
        reading.feed(line)
    return reading.end()


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode()) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        return None


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _entry_read(line: bytes) -> tuple[Link, object] | None:
    """An entry, and what its body says; `None` where it is none, or would not be the same line when it is written again.

    The body stands in the line as it was hashed, so it is cut out of it, and what is written again is compared part by part.
    """
    try:
        words = line.decode() if len(line) <= LONGEST_LINE else ""
        if not words.startswith(_ENTRY):
            return None
        said, end = _DECODER.raw_decode(words, len(_ENTRY))
        body, rest = words[len(_ENTRY) : end], "{" + words[end + 1 :]
        found = json.loads(rest)
        if words[end] != "," or canonical(said) != body or canonical(found) != rest or not isinstance(said, dict):
            return None
        match found:
            case {"hash": str(hash_), "texts": dict(texts), **more} if not more:
                return Link(body, hash_, {name: _kept(each) for name, each in texts.items()}), said
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
        pass
    return None


def _kept(found: dict[str, str]) -> tuple[bytes, str]:
    """Salt and text. Raises `TypeError` or `ValueError` for anything else."""
    salt, text = bytes.fromhex(found["salt"]), found["text"]
    if len(found) != 2 or salt.hex() != found["salt"] or type(text) is not str:  # noqa: PLR2004 - salt and text
        raise ValueError(found)
    return salt, text


def _other(found: object) -> Witness | Named | Roll | None:
    match found:
        case {"posted": {"event": str(event), "head": str(head), "seq": int(seq)}}:
            return Witness(seq, head, event)
        case {"person": {"id": str(id_), "name": str(name), "number": int(number)}}:
            return Named(number, id_, name)
        case {"roll": {"hash": str(hash_), "salt": str(salt)}}:
            try:
                return Roll(hash_, bytes.fromhex(salt))
            except ValueError:
                return None
    return None


__all__ = ["FORMAT", "Header", "Line", "Named", "Reading", "Roll", "Unreadable", "read", "sealed", "write"]
