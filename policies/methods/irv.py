"""Instant run-off: the last option is dropped and its votes go on, until one has more than half of those still counting.

Half is of the ballots that still stand for somebody, not of all; `exhausted_final` says how many no longer do. One
option is dropped at a time. Of options that are tied last, the one goes that was behind at the most recent stage at
which they were unequal; if they never were, every way is followed. A vote for several equal options is shared equally
among those of them that are still in. Sources: https://electowiki.org/wiki/Instant-runoff_voting; ties as in the
Scottish Local Government Elections Order 2011, schedule 1, rule 51.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from policies.ballots import Amount, Ballot, Question, Result, amount
from policies.methods import Example, Method
from policies.methods._papers import Paper, next_place, papers
from policies.methods._standing import nothing, ranked, shown, standing
from policies.methods._ties import behind, follow
from policies.model import Text, text


@dataclass(frozen=True, slots=True)
class Round:
    """One round: who is in (`votes`, in the order of the question), what came before, and all papers."""

    papers: Mapping[Paper, int]
    votes: Mapping[str, Amount]
    before: tuple[Mapping[str, Amount], ...] = ()

    @classmethod
    def of(cls, papers: Mapping[Paper, int], left: Sequence[str], before: tuple[Mapping[str, Amount], ...]) -> Round:
        """The round among the options `left`."""
        votes: dict[str, Amount] = dict.fromkeys(left, 0)
        for paper, times in papers.items():
            place = next_place(paper, votes)
            if len(place) == 1:
                votes[place[0]] += times
            else:
                for option in place:
                    votes[option] += Fraction(times, len(place))
        return cls(papers, {option: amount(count) for option, count in votes.items()}, before)

    @property
    def decided(self) -> tuple[str, ...]:
        """Nobody, before the end."""
        return ()

    @property
    def still_in(self) -> frozenset[str]:
        """Who was not dropped."""
        return frozenset(self.votes)

    @property
    def winners(self) -> frozenset[str] | None:
        """The option with more than half of the votes that still count."""
        total = sum(self.votes.values())
        over = frozenset(option for option, votes in self.votes.items() if votes * 2 > total)
        return over or None

    @property
    def choices(self) -> Sequence[str]:
        """Whom to drop. Options without any vote change nothing for the others, in whichever order they go."""
        lowest = min(self.votes.values())
        last = [option for option, votes in self.votes.items() if votes == lowest]
        return behind(last, self.before) if lowest else [min(last)]

    @property
    def key(self) -> Hashable:
        """Who is in, and what can still break a tie between them."""
        return frozenset(
            (option, votes, *(past[option] for past in self.before)) for option, votes in self.votes.items()
        )

    def after(self, choice: str) -> Round:
        """The round after `choice` was dropped."""
        left = [option for option in self.votes if option != choice]
        return Round.of(self.papers, left, (*self.before, self.votes))


def count(question: Question, ballots: Sequence[Ballot]) -> Result:
    """Who is left with more than half."""
    cast = papers(question.options, ballots)
    if not cast:
        return nothing(()) or Result()
    last, result, said = follow(question, Round.of(cast, question.options, ()), len(cast))
    rounds = (*last.before, last.votes)
    dropped: list[str] = []
    steps: list[Text] = []
    for number, votes in enumerate(rounds, 1):
        if number > 1:
            dropped += set(rounds[number - 2]) - set(votes)
            steps.append(text("count-dropped", option=dropped[-1]))
        steps.append(text("count-round", number=number, options=standing(ranked(votes))))
    exhausted = amount(sum(cast.values()) - sum(last.votes.values()))
    if exhausted:
        steps.append(text("count-exhausted", votes=shown(exhausted)))
    if not result.tie:
        steps.append(text("count-over-half", option=min(result.winners or ("",))))
    return replace(
        result,
        eliminated=tuple(dropped),
        rounds=rounds,
        exhausted_final=exhausted or None,
        explain=(*steps, *said),
    )


METHOD = Method(
    name="irv",
    takes="ranking",
    count=count,
    rules={},
    examples=(
        Example(
            {
                "method": "irv",
                "options": ["Memphis", "Nashville", "Chattanooga", "Knoxville"],
                "ballots": [
                    {"ranking": ["Memphis", "Nashville", "Chattanooga", "Knoxville"], "count": 42},
                    {"ranking": ["Nashville", "Chattanooga", "Knoxville", "Memphis"], "count": 26},
                    {"ranking": ["Chattanooga", "Knoxville", "Nashville", "Memphis"], "count": 15},
                    {"ranking": ["Knoxville", "Chattanooga", "Nashville", "Memphis"], "count": 17},
                ],
            },
            {
                "winners": ["Knoxville"],
                "eliminated": ["Chattanooga", "Nashville"],
                "rounds": [
                    {"Memphis": 42, "Nashville": 26, "Chattanooga": 15, "Knoxville": 17},
                    {"Memphis": 42, "Nashville": 26, "Knoxville": 32},
                    {"Memphis": 42, "Knoxville": 58},
                ],
            },
        ),
        Example(
            # B or C goes, and who goes decides: both ways are followed.
            {
                "method": "irv",
                "options": ["A", "B", "C"],
                "ballots": [
                    {"ranking": ["A"], "count": 4},
                    {"ranking": ["B", "A"], "count": 3},
                    {"ranking": ["C", "B"], "count": 3},
                ],
            },
            {
                "winners": [],
                "tie": True,
                "possible_winners": ["A", "B"],
                "eliminated": [],
                "rounds": [{"A": 4, "B": 3, "C": 3}],
            },
        ),
    ),
)
