"""Roll-calls in large groups: every so often everybody is asked once whether they still take part.

Who does not answer within two weeks stays a member and leaves the base of votes, so that a quorum can be met; they are back for
votes that open after they said that they are here, or after they voted. Off until a group decides so.
Source: domain.md 2.0, rules 1 and 8 (a quorum that nobody can meet).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from policies.model import Refused

TO_ANSWER = timedelta(days=14)
ASKED_ALONE = timedelta(days=7)
"""After so long those who have not answered in the room are asked in private, once."""
FEWEST_MONTHS, USUAL_MONTHS, MOST_MONTHS = 3, 12, 36


@dataclass(frozen=True, slots=True)
class RollCall:
    """`months`: how often everybody is asked, 0 for never.

    `began` is when the one under way began; `asked` are those who have not answered it yet, `silent` those who answered none.
    """

    months: int = 0
    began: datetime | None = None
    asked: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    @property
    def ends(self) -> datetime | None:
        """When the one under way ends."""
        return self.began + TO_ANSWER if self.began is not None else None

    def every(self, months: int) -> RollCall:
        """Everybody is asked every so many months; 0: no longer, and all take part again."""
        return replace(self, months=months) if months else RollCall()

    def beginning(self, at: datetime, members: Iterable[str]) -> RollCall:
        """Everybody is asked; those who were silent as well."""
        return replace(self, began=at, asked=frozenset(members))

    def answering(self, people: Iterable[str]) -> RollCall:
        """These people take part: they said so, or voted."""
        here = frozenset(people)
        return replace(self, asked=self.asked - here, silent=self.silent - here)

    def ending(self, members: Iterable[str]) -> RollCall:
        """The time to answer is over: who has not, leaves the base."""
        silent = (self.silent | self.asked) & frozenset(members)
        return replace(self, began=None, asked=frozenset(), silent=silent)


def check_months(months: int) -> int:
    """Raises `Refused` for a span that is too short to be no burden, or too long to be of use."""
    if not FEWEST_MONTHS <= months <= MOST_MONTHS:
        raise Refused("roll-call-range", least=FEWEST_MONTHS, most=MOST_MONTHS)
    return months
