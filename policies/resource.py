"""Where help outside is: the group's own list, each entry with the day on which somebody last looked whether it is right.

Putting an entry on the list and taking it off are provisional for a while. Source: domain.md 1.3 (resources have a source and a
date; they are looked at again after twelve months).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from policies.decision import LONGEST_QUESTION
from policies.model import Refused, shortened
from policies.provisional import FRESH, UNDONE, Provisional

LOOK_AGAIN = timedelta(days=365)
MOST = 100
LONGEST_TOPIC = 60
LONGEST = 400
LONGEST_LINK = 300
MOST_NUMBERS = 6
ADDED, REMOVED = "added", "removed"
LONG_AGO = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(Provisional):
    """One entry: `words` on `topic`, where to find it, for which `country` and in which `language` (codes or names as typed).

    `checked` by whom and when (aware UTC). It is `listed` or was taken off the list, whichever `proposer` did last; what was listed
    at no known time stands.
    """

    topic: str
    words: str
    by: str
    checked: datetime
    link: str = ""
    country: str = ""
    language: str = ""
    listed: bool = True
    proposer: str = ""
    at: datetime = LONG_AGO

    @property
    def question(self) -> str:
        """All of it in one line, as a vote on it shows it."""
        told = ", ".join(filter(None, (self.words, self.link, self.country)))
        return shortened(f"{self.topic}: {told}", LONGEST_QUESTION)

    @property
    def same(self) -> tuple[str, str]:
        """What two entries have in common that are about the same thing: the topic, and the link or else the words."""
        return self.topic.casefold(), self.link or self.words.casefold()

    @property
    def what(self) -> str:
        """What was done last: it was added to the list, or removed."""
        return ADDED if self.listed else REMOVED

    @property
    def subject(self) -> str:
        """The entry."""
        return f"resource {self.number}"

    @property
    def due(self) -> datetime:
        """When somebody is asked to look at it; or, while it is off the list, from when on nobody needs it any more."""
        return (self.checked if self.listed else self.at) + LOOK_AGAIN

    @property
    def reverted(self) -> Resource:
        """On the list where it was taken off, and the other way round."""
        return replace(self, listed=not self.listed)

    def removing(self, by: str, now: datetime) -> Resource:
        """Somebody takes it off the list."""
        return replace(self, listed=False, proposer=by, at=now, state=FRESH, second=None)

    def decided(self, *, listed: bool) -> Resource:
        """The group decided whether it is on the list."""
        return replace(self, listed=listed, state=UNDONE)

    def checking(self, by: str, now: datetime) -> Resource:
        """Somebody looked: it is right."""
        return replace(self, by=by, checked=now)


def new(*, number: int, topic: str, parts: Sequence[str], language: str, by: str, now: datetime) -> Resource:
    """A new entry from what was typed: a link is known by its form, the first other part says what it is, the next the country.

    Raises `Refused` where it says too little or too much.
    """
    topic = " ".join(topic.split())
    links = [each for each in parts if each.startswith(("https://", "http://")) and " " not in each]
    others = [" ".join(each.split()) for each in parts if each not in links]
    if not topic or not (others or links):
        raise Refused("resource-incomplete")
    if len(topic) > LONGEST_TOPIC or len(links) > 1 or len(others) > 2 or any(len(each) > LONGEST for each in others):  # noqa: PLR2004 - words and country
        raise Refused("resource-too-much", most=LONGEST)
    link = links[0] if links else ""
    if len(link) > LONGEST_LINK:
        raise Refused("resource-too-much", most=LONGEST)
    words, country = (*others, "", "")[:2]
    return Resource(
        number=number, proposer=by, at=now, topic=topic, words=words, by=by, checked=now, link=link, country=country, language=language
    )


def about(resources: Sequence[Resource], topic: str) -> list[Resource]:
    """Those on a topic, by topic and number; all where no topic is named."""
    wanted = " ".join(topic.split()).casefold()
    chosen = [each for each in resources if not wanted or wanted in each.topic.casefold()]
    return sorted(chosen, key=lambda each: (each.topic.casefold(), each.number))
