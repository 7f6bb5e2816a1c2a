"""The conversation of the demo as people read it: when, who, what. Colours only in a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.matrix.heard import Heard

_COLOURS = ("cyan", "green", "yellow", "magenta", "blue")
_WIDEST = 110
_NARROWEST = 40
_QUOTED = 40
_SILENT = frozenset(
    {"m.room.create", "m.room.power_levels", "m.room.join_rules", "m.room.history_visibility", "m.room.guest_access"}
)
_ENDED = "org.matrix.msc3381.poll.end"
_MEMBERSHIP = {"join": "comes in", "leave": "goes", "ban": "is put out"}


class Transcript:
    """Writes what is heard in one room, and what happens on the stage around it.

    `names` maps full ids to the names of the people, the bot among them; their longest gives the width of the column.
    """

    def __init__(self, names: Mapping[str, str], console: Console | None = None) -> None:
        """Write to standard output unless another `console` is given."""
        self._console = console or Console(highlight=False, soft_wrap=True)
        self._width = min(self._console.width, _WIDEST) if self._console.is_terminal else _WIDEST
        self._names = dict(names)
        self._colours = dict(zip(self._names, _COLOURS * len(self._names), strict=False))
        self._who = max(len(name) for name in [*self._names.values(), "stage"])
        self._told: dict[str, str] = {}
        self._answers: dict[str, Mapping[str, str]] = {}
        self._seen: set[str] = set()

    def heard(self, heard: Heard) -> None:
        """Write one event, unless it says nothing to people or was written before."""
        if not heard.readable or not heard.event or heard.event in self._seen:
            return
        self._seen.add(heard.event)
        said = self._in_words(heard)
        if said:
            self._line(heard.sent, self._name(heard.sender), said, self._colours.get(heard.sender, ""))

    def stage(self, at: datetime, said: str) -> None:
        """Write what happens around the room: the bot is started, killed."""
        self._line(at, "stage", said, "bold")

    def plain(self, said: str = "", style: str = "") -> None:
        """Write lines that belong to no time and nobody."""
        self._console.print(Text(said, style=style))

    def _line(self, at: datetime, who: str, said: str, colour: str) -> None:
        margin = len("00:00:00") + self._who + 4
        width = max(self._width - margin, _NARROWEST)
        lines = [part for line in said.splitlines() for part in textwrap.wrap(line, width) or [""]]
        first, *others = [f"{'':{margin}}{line}".rstrip() for line in lines]
        begin = ((f"{at:%H:%M:%S}  ", "dim"), (f"{who:<{self._who}}  ", colour))
        self._console.print(Text.assemble(*begin, "\n".join([first.strip(), *others])))

    def _name(self, person: str) -> str:
        return self._names.get(person, person)

    def _in_words(self, heard: Heard) -> str:
        if heard.state_key is not None:
            return self._change(heard)
        if heard.poll is not None:
            return self._poll(heard, heard.poll)
        if heard.answers is not None:
            return self._answer(heard, heard.answers)
        if heard.type == _ENDED:
            return f"ends the poll. {heard.body}"
        if heard.reaction is not None:
            target, key = heard.reaction
            return f"reacts {key} to {self._quote(target)}"
        return self._message(heard) if heard.redacts is None else f"removes {self._quote(heard.redacts)}"

    def _answer(self, heard: Heard, answers: Sequence[str]) -> str:
        labels = self._answers.get(heard.relation.get("event_id", ""), {})
        chosen = ", ".join(labels.get(answer, answer) for answer in answers)
        self._told[heard.event] = f"the answer in the poll: {chosen}"
        return f"answers in the poll: {chosen or 'nothing (takes the answer back)'}"

    def _message(self, heard: Heard) -> str:
        if heard.replaces is not None:
            before = self._told.get(heard.replaces, "").splitlines()
            new = "\n".join(line for line in heard.body.splitlines() if line not in before)
            said = f"changes {self._quote(heard.replaces)}; new in it:\n{new}"
            self._told[heard.replaces] = heard.body
            return said
        self._told[heard.event] = heard.body
        if heard.reply_to is None or heard.reply_to not in self._told:
            return heard.body
        return f"in reply to {self._quote(heard.reply_to)}:\n{heard.body}"

    def _poll(self, heard: Heard, poll: Mapping[str, Any]) -> str:
        text = "org.matrix.msc1767.text"
        labels = {answer["id"]: str(answer.get(text, answer["id"])) for answer in poll.get("answers", ())}
        question = str(poll.get("question", {}).get(text, ""))
        self._answers[heard.event] = labels
        self._told[heard.event] = f"the poll: {question}"
        return f"asks in a poll: {question}\n" + "\n".join(f"( ) {label}" for label in labels.values())

    def _change(self, heard: Heard) -> str:
        content = heard.content
        if heard.type == "m.room.member":
            person = heard.state_key or ""
            if content.get("membership") == "invite":
                return f"invites {self._name(person)}"
            done = _MEMBERSHIP.get(content.get("membership", ""), "")
            return done if person == heard.sender else f"{self._name(person)} {done}"
        if heard.type == "m.room.name":
            return f"names the room “{content.get('name', '')}”"
        if heard.type == "m.room.encryption":
            return "turns encryption on: from here on only the members can read what is said"
        return "" if heard.type in _SILENT else f"changes the room: {heard.type}"

    def _quote(self, event: str) -> str:
        told = " ".join(self._told.get(event, "something earlier").split())
        return f"“{textwrap.shorten(told, _QUOTED, placeholder=' …')}”"
