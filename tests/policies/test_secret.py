"""The secret ballot's arithmetic: what is published can be recomputed, and no change of one ballot goes unnoticed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies import decision as rule
from policies import secret
from policies.ballots import Ballot
from policies.decision import Decision, Secrecy
from policies.model import Refused
from policies.secret import Sealed

AT = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
MEMBERS = tuple(f"@member{place:02}:example.org" for place in range(15))
POLL = "0123456789abcdef0123456789abcdef"
DAYS = ("Monday", "Tuesday", "Sunday")

rands = st.integers(0, 2**256 - 1).map(lambda number: secret.rand(f"{number:064x}"))
words = st.from_regex(r"[a-z]{0,12}", fullmatch=True)
codes = st.tuples(words, rands)
choices = st.sampled_from(["yes", "no", "abstain"])
votes = st.lists(st.tuples(codes, choices), min_size=1, max_size=12, unique_by=lambda vote: vote[0])


def decision(method: str = rule.MAJORITY, options: tuple[str, ...] = (), members: int = 15, **more: object) -> Decision:
    """A secret vote that is open."""
    proposed = rule.propose(
        question="Tea?",
        proposer=MEMBERS[0],
        method=method,
        now=AT,
        number=1,
        options=options,
        secrecy=Secrecy.SECRET,
        seed="5eed",
        **more,  # type: ignore[arg-type]
    )
    return proposed.opening(AT, MEMBERS[:members])


def sealed(vote: tuple[tuple[str, str], str]) -> Sealed:
    """A vote as it is kept."""
    return Sealed(secret.key_of(POLL, *vote[0]), vote[1])


def digest(*parts: str) -> str:
    """`H`, written a second time from its description alone."""
    data = b"".join(len(part.encode()).to_bytes(8, "big") + part.encode() for part in parts)
    return hashlib.sha256(data).hexdigest()


def test_a_receipt_can_be_recomputed_from_the_description() -> None:
    """Key and seal are the SHA-256 values that the module describes, and nothing else."""
    key = secret.key_of(POLL, "plum", "k3xm9qr27tvab0cd")
    assert key == digest(POLL, "plum", "k3xm9qr27tvab0cd")
    assert secret.seal_of(POLL, Sealed(key, "no")) == digest(POLL, "no", key)
    assert secret.poll_id(decision()) == digest("poll", "5eed", "1")[:32]


def test_each_version_is_another_vote() -> None:
    """A code of an old version opens nothing in the new one, for its poll has another id."""
    first = decision()
    assert secret.poll_id(first) != secret.poll_id(first.amending(MEMBERS[0], "Coffee?"))


@given(votes, st.data())
def test_a_dropped_ballot_is_found_by_recounting(cast: list[tuple[tuple[str, str], str]], data: st.DataObject) -> None:
    """Without one of the ballots, the pairs that the scrutineers got no longer make the published seals."""
    pairs = [sealed(vote) for vote in cast]
    seals = secret.seals_of(POLL, pairs)
    assert secret.agree(POLL, pairs, seals)
    place = data.draw(st.integers(0, len(pairs) - 1))
    assert not secret.agree(POLL, pairs[:place] + pairs[place + 1 :], seals)


@given(votes, codes, choices)
def test_an_added_ballot_is_found_by_recounting(
    cast: list[tuple[tuple[str, str], str]], code: tuple[str, str], choice: str
) -> None:
    """With one ballot more, known or made up, the pairs no longer make the published seals."""
    pairs = [sealed(vote) for vote in cast]
    seals = secret.seals_of(POLL, pairs)
    assert not secret.agree(POLL, [*pairs, sealed((code, choice))], seals)
    assert not secret.agree(POLL, [*pairs, pairs[0]], seals)


@given(votes, st.data())
def test_a_changed_ballot_is_found_by_recounting(cast: list[tuple[tuple[str, str], str]], data: st.DataObject) -> None:
    """With another choice or another key in one ballot, the pairs no longer make the published seals."""
    pairs = [sealed(vote) for vote in cast]
    seals = secret.seals_of(POLL, pairs)
    place = data.draw(st.integers(0, len(pairs) - 1))
    other = data.draw(choices.filter(lambda choice: choice != pairs[place].choice))
    changed = [Sealed(pair.key, other) if at == place else pair for at, pair in enumerate(pairs)]
    assert not secret.agree(POLL, changed, seals)
    forged = [Sealed("0" * 64, pair.choice) if at == place else pair for at, pair in enumerate(pairs)]
    assert not secret.agree(POLL, forged, seals)


@given(votes, st.data())
def test_a_voter_finds_that_their_seal_is_missing(cast: list[tuple[tuple[str, str], str]], data: st.DataObject) -> None:
    """Each voter finds their seal from their own receipt, and misses it when their ballot was dropped or changed."""
    place = data.draw(st.integers(0, len(cast) - 1))
    (word, letters), choice = cast[place]
    pairs = [sealed(vote) for vote in cast]
    mine = digest(POLL, choice, digest(POLL, word, letters))
    assert mine in secret.seals_of(POLL, pairs)
    without = pairs[:place] + pairs[place + 1 :]
    other = data.draw(choices.filter(lambda each: each != choice))
    assert mine not in secret.seals_of(POLL, without)
    assert mine not in secret.seals_of(POLL, [*without, Sealed(pairs[place].key, other)])


@given(votes, st.randoms())
def test_seals_tell_nothing_of_the_order(cast: list[tuple[tuple[str, str], str]], chance: object) -> None:
    """The published list is the same in whatever order the ballots came; what was taken back is not in it."""
    pairs = [sealed(vote) for vote in cast]
    shuffled = pairs.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    withdrawn = Sealed(secret.key_of(POLL, "", "0" * 16), "")
    assert secret.seals_of(POLL, [*shuffled, withdrawn]) == secret.seals_of(POLL, pairs)


@given(codes)
def test_a_code_is_read_as_it_is_shown(code: tuple[str, str]) -> None:
    """A code is read back with its dashes, without those in the chance part, in capitals and with a phone's long dashes."""
    shown = secret.code(*code)
    together = f"{code[0]}-{code[1]}" if code[0] else code[1]
    for typed in (shown, together, shown.upper(), shown.replace("-", "\u2013"), f"“{shown}”."):
        assert secret.read_code(typed) == code


def test_letters_that_look_alike_are_mended() -> None:
    """o, i and l in the chance part are read as the digits that they were copied from."""
    assert secret.read_code("plum-o0il-1111-2222-3333") == ("plum", "0011111122223333")
    assert secret.read_code("plum") is None
    assert secret.read_code("plum-uuuu-1111-2222-3333") is None


def test_chance_is_78_bits_in_16_letters() -> None:
    """78 bits leave the first letter eight values, and all others thirty-two."""
    drawn = [secret.rand(f"{number:064x}") for number in range(2000)]
    assert {letters[0] for letters in drawn} == set(secret.ALPHABET[:8])
    assert {letters[-1] for letters in drawn} == set(secret.ALPHABET)
    assert {len(letters) for letters in drawn} == {16}
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize(
    ("method", "options", "ballot", "written"),
    [
        (rule.MAJORITY, (), Ballot(choice="abstain"), "abstain"),
        (rule.IN_CONSENT, (), Ballot(choice="object", reason="It harms."), "object"),
        (rule.ONE_OF, DAYS, Ballot(choice="Tuesday"), "b"),
        (rule.CHOOSE, DAYS, Ballot(choices=("Sunday", "Monday")), "a,c"),
        (rule.RANK, DAYS, Ballot(ranking=(("Tuesday",), ("Sunday", "Monday"))), "b>a=c"),
        ("score", DAYS, Ballot(scores={"Sunday": 5, "Monday": 2}), "a:2,c:5"),
    ],
)
def test_a_ballot_has_one_form(method: str, options: tuple[str, ...], ballot: Ballot, written: str) -> None:
    """A ballot of each kind is written in one way, and read back as the same votes with its reason."""
    vote = decision(method, options)
    assert secret.write(vote, ballot) == written
    again = secret.read(vote, Sealed("key", written, ballot.reason or ""))
    assert secret.write(vote, again) == written
    assert again.reason == ballot.reason
    assert rule.named(vote.options, [again]) == rule.named(vote.options, [ballot])


def test_counting_what_is_kept_is_counting_the_ballots() -> None:
    """The count of sealed ballots is that of the same ballots with names."""
    vote = decision()
    kept = [Sealed(f"{place:064}", choice) for place, choice in enumerate(["yes"] * 6 + ["no"] * 2)]
    outcome = vote.count(secret.read(vote, each) for each in kept)
    assert outcome.verdict is rule.Verdict.PASSED
    assert (outcome.counts["yes"], outcome.counts["no"], outcome.turnout) == (6, 2, 8)
    assert outcome.reasons == ()


@pytest.mark.parametrize(("members", "count"), [(2, 1), (3, 2), (5, 2), (6, 3), (15, 3)])
def test_scrutineers_are_drawn_without_the_proposer(members: int, count: int) -> None:
    """Two or three of the electorate, never the proposer, and the same whoever draws again."""
    vote = decision(members=members)
    people = secret.scrutineers(vote)
    assert len(people) == count
    assert len(set(people)) == count
    assert set(people) <= vote.electorate - {vote.proposer}
    assert people == secret.scrutineers(vote)


@given(st.integers(2, 9), st.integers(0, 300))
def test_nobody_counts_again_in_their_own_matter(members: int, seed: int) -> None:
    """Whom the vote is about is never drawn, whatever the seed; where nobody is left, nobody is."""
    vote = replace(decision(members=members), seed=f"{seed}")
    concerned = max(vote.electorate - {vote.proposer})
    people = secret.scrutineers(vote, [concerned])
    assert concerned not in people
    assert bool(people) is (members > 2)


def test_everybody_can_be_drawn() -> None:
    """Over many seeds each member but the proposer is a scrutineer about as often as any other."""
    vote = decision(members=7)
    drawn = [person for seed in range(600) for person in secret.scrutineers(replace(vote, seed=f"{seed}"))]
    for person in vote.electorate - {vote.proposer}:
        assert Fraction(1, 8) < Fraction(drawn.count(person), len(drawn)) < Fraction(5, 24)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 100))
def test_turnout_is_shown_in_steps(voted: int, more: int, quorum: int) -> None:
    """Nothing below three or the quorum; then never more than is true, and it does not move with each single vote."""
    eligible = voted + more
    shown = secret.shown(voted, eligible, quorum)
    assert shown <= voted
    if voted < max(3, quorum):
        assert shown == 0
    else:
        assert shown >= max(3, quorum)
        assert voted - shown < max(3, -(-eligible // 5))


@given(st.integers(3, 200))
def test_one_vote_more_seldom_moves_the_number(eligible: int) -> None:
    """Of three neighbouring turnouts at least two are shown as the same number."""
    shown = [secret.shown(voted, eligible, 3) for voted in range(3, eligible + 1)]
    assert all(len(set(shown[start : start + 3])) < 3 for start in range(len(shown) - 2))


def test_a_word_is_one_of_letters() -> None:
    """A voter's word is folded; one that could not stand in a command, or is too long, is refused."""
    assert secret.own_word("Pflaume.") == "pflaume"
    assert secret.own_word("„Grüße“") == secret.own_word("GRÜSSE")
    for typed in ("a'b", "$(x)", "x" * 41):
        with pytest.raises(Refused):
            secret.own_word(typed)


def test_a_vote_that_is_over_takes_nothing() -> None:
    """After the closing time a secret ballot is refused like any other."""
    vote = decision()
    assert vote.closes
    with pytest.raises(Refused):
        vote.admits(MEMBERS[1], vote.closes + timedelta(seconds=1))
