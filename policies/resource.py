"""Where help outside is: the group's own list, each entry with the day on which somebody last looked whether it is right.

Source: domain.md 1.3 (resources have a source and a date; they are looked at again after twelve months).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from policies.model import Refused

LOOK_AGAIN = timedelta(days=365)
MOST = 100
LONGEST_TOPIC = 60
LONGEST = 400
LONGEST_LINK = 300
MOST_NUMBERS = 6


@dataclass(frozen=True, slots=True)
class Resource:
    """One entry: `words` on `topic`, where to find it, for which `country` and in which `language` (codes or names as typed).

    `checked` by whom and when (aware UTC).
    """

    number: int
    topic: str
    words: str
    by: str
    checked: datetime
    link: str = ""
    country: str = ""
    language: str = ""

    @property
    def question(self) -> str:
        """Its topic."""
        return self.topic

    @property
    def proposer(self) -> str:
        """Who looked at it last."""
        return self.by

    @property
    def under_way(self) -> bool:
        """Never: there is nothing to do with it."""
        return False

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
    return Resource(number, topic, words, by, now, link, country, language)


def about(resources: Sequence[Resource], topic: str) -> list[Resource]:
    """Those on a topic, by topic and number; all where no topic is named."""
    wanted = " ".join(topic.split()).casefold()
    chosen = [each for each in resources if not wanted or wanted in each.topic.casefold()]
    return sorted(chosen, key=lambda each: (each.topic.casefold(), each.number))
