"""What a pattern is: a regular expression over the letters of token kinds, and an action that fills slots."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from policies.when.slots import Slots

if TYPE_CHECKING:
    from policies.when.language import Language, Token


@dataclass(frozen=True)
class Line:
    """A phrase on its way into slots. `mode` is where the next date belongs: "main", "until", "start" or "except"."""

    table: Language
    slots: Slots
    mode: str = "main"

    def put(self, **parts: Any) -> Line:
        """The line with these slots filled. Raises `Unclear` where something else was said before."""
        return replace(self, slots=self.slots.put(**parts))

    def add(self, **parts: tuple[Any, ...]) -> Line:
        """The line with more values in these slots."""
        return replace(self, slots=self.slots.add(**parts))

    def fork(self, why: str, *ways: Callable[[Slots], Slots]) -> Line:
        """The line with one more question."""
        return replace(self, slots=self.slots.fork(why, *ways))

    def main(self) -> Line:
        """The line, speaking of the thing itself again."""
        return replace(self, mode="main")


Action = Callable[[Line, "list[Token]"], "Line | None"]
Rule = tuple[re.Pattern[str], Action]


def rule(rules: list[Rule], pattern: str) -> Callable[[Action], Action]:
    """Add a pattern to `rules`. An action may turn a match down by returning None; then the next pattern is tried."""

    def add(action: Action) -> Action:
        rules.append((re.compile(pattern), action))
        return action

    return add


def values(tokens: list[Token], kinds: str) -> list[Any]:
    """The values of the tokens of these kinds, in order."""
    return [t.value for t in tokens if t.kind in kinds]


def first(tokens: list[Token], kinds: str) -> Any:
    """The value of the first token of these kinds, or None."""
    return next((t.value for t in tokens if t.kind in kinds), None)


def has(tokens: list[Token], kinds: str) -> bool:
    """Whether one of the tokens is of these kinds."""
    return any(t.kind in kinds for t in tokens)
