"""The charter of a group: its guidelines with all their versions, its rules of decision, its roles, and texts of its own.

A `Charter` is a value: each change returns a new one. Whatever changes bears the number of the decision that brought it and the
time since when it is in effect; so an objection in time takes exactly that back (`undone`), and every text can tell how it
came about. Sources: domain.md 1.2 (members create goals and guidelines), 2.0, rule 13; design.md "Defaults".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from policies.form import COUNT, LANGUAGE_CODE, LENGTH, blank_or, one_of
from policies.model import Refused
from policies.rules import DEFAULTS, GUIDELINES, KINDS, ROLES, RULES, Rule, stricter

LONGEST_GUIDELINE = 500
MOST_GUIDELINES = 99
LONGEST_TEXT = 4000
REVIEW_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of a guideline. An empty `text` is the version from which on there is none. `decision` brought it."""

    text: str
    since: datetime
    decision: int


@dataclass(frozen=True, slots=True)
class Translation:
    """A guideline in another language, for reading: `version` is the binding version that it translates."""

    text: str
    version: int


@dataclass(frozen=True, slots=True)
class Guideline:
    """A guideline under a number that stays its own, with its versions, oldest first; the last may take effect later.

    `review` is when the group looks at it again (aware UTC). `translations` are by language code.
    """

    number: int
    wordings: tuple[Wording, ...]
    review: datetime | None = None
    translations: Mapping[str, Translation] = field(default_factory=dict)

    @property
    def latest(self) -> Wording:
        """The newest version, in effect or decided."""
        return self.wordings[-1]

    @property
    def version(self) -> int:
        """The number of the newest version, from 1."""
        return len(self.wordings)

    def at(self, moment: datetime) -> Wording | None:
        """The version in effect at `moment` (aware UTC), or `None` where there was none."""
        held = [each for each in self.wordings if each.since <= moment]
        return held[-1] if held and held[-1].text else None

    def shown(self, moment: datetime) -> bool:
        """Whether there is anything of it to read at `moment`: in effect, or decided and coming."""
        return self.at(moment) is not None or bool(self.latest.text)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule of decision, since when it is in effect, and the number of the decision that brought it."""

    rule: Rule
    since: datetime
    decision: int


@dataclass(frozen=True, slots=True)
class RoleText:
    """A job of the group: its name, what it is for, how many do it at once, and for how many days each time."""

    name: str
    does: str = ""
    seats: int = 1
    days: int = 90

    @property
    def sound(self) -> bool:
        """Whether somebody can have it: what was brought from elsewhere may be anything."""
        return LENGTH(self.days) and COUNT(self.seats)


@dataclass(frozen=True, slots=True)
class Draft:
    """A charter as it is proposed or kept in a file: nothing in it holds before a group has adopted it."""

    name: str
    language: str
    about: str = ""
    guidelines: tuple[str, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    roles: tuple[RoleText, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    format: tuple[str, ...] = ()
    review_months: int = REVIEW_MONTHS

    @property
    def sound(self) -> bool:
        """Whether it can be adopted: what was brought from elsewhere may be anything."""
        decided = all(map(one_of(KINDS), self.rules)) and all(each.sound for each in self.rules.values())
        return LANGUAGE_CODE(self.language) and decided and all(each.sound for each in self.roles) and LENGTH(self.review_months)


@dataclass(frozen=True, slots=True)
class Charter:
    """What a group gave itself. `adopted` is the decision that did; until then `draft` may be read, and the defaults hold.

    `edition` grows whenever a guideline changes: it is what people agree to. `language` is that of the binding texts.
    `review_months` is after how many months each guideline is looked at again.
    """

    language: str = ""
    about: str = ""
    adopted: int | None = None
    guidelines: tuple[Guideline, ...] = ()
    rulings: Mapping[str, tuple[Ruling, ...]] = field(default_factory=dict)
    roles: tuple[RoleText, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    format: tuple[str, ...] = ()
    review_months: int = REVIEW_MONTHS
    edition: int = 0
    draft: Draft | None = None

    @property
    def sound(self) -> bool:
        """Whether it can be lived by: what was brought from elsewhere may be anything."""
        worded = all(each.wordings and all(map(LANGUAGE_CODE, each.translations)) for each in self.guidelines)
        decided = all(map(one_of(KINDS), self.rulings)) and all(each.rule.sound for held in self.rulings.values() for each in held)
        lasting = all(each.sound for each in self.roles) and LENGTH(self.review_months)
        return blank_or(LANGUAGE_CODE)(self.language) and worded and decided and lasting and (self.draft is None or self.draft.sound)

    def rule(self, kind: str, at: datetime) -> Rule:
        """How matters of `kind` (`policies.rules.KINDS`) are decided at that time."""
        held = [each for each in self.rulings.get(kind, ()) if each.since <= at]
        return held[-1].rule if held else DEFAULTS[kind]

    def guideline(self, number: int) -> Guideline | None:
        """Guideline `number`, also one that was dropped."""
        return next((each for each in self.guidelines if each.number == number), None)

    def role(self, name: str) -> RoleText | None:
        """The role of that name."""
        return next((each for each in self.roles if each.name.casefold() == name.casefold()), None)

    def added(self, text: str, at: datetime, decision: int) -> Charter:
        """A new guideline, in effect from `at` on, under the next number; a number is never given twice."""
        number = max((each.number for each in self.guidelines), default=0) + 1
        new = Guideline(number, (Wording(text, at, decision),), self.review_from(at))
        return replace(self, guidelines=(*self.guidelines, new), edition=self.edition + 1)

    def amended(self, number: int, text: str, at: datetime, decision: int) -> Charter:
        """Guideline `number` reads `text` from `at` on; an empty text drops it. Raises `Refused` where there is none."""
        before = existing(self, number)
        after = replace(
            before, wordings=(*before.wordings, Wording(text, at, decision)), review=self.review_from(at) if text else None
        )
        return replace(self, guidelines=self._with(after), edition=self.edition + 1)

    def kept(self, number: int, at: datetime) -> Charter:
        """The group looked at guideline `number` and keeps it as it is."""
        return replace(self, guidelines=self._with(replace(existing(self, number), review=self.review_from(at))))

    def translated(self, number: int, language: str, text: str) -> Charter:
        """Guideline `number` in another language, as a help to read the version that is binding now."""
        before = existing(self, number)
        translations = {**before.translations, language: Translation(text, before.version)}
        return replace(self, guidelines=self._with(replace(before, translations=translations)))

    def ruled(self, kind: str, rule: Rule, at: datetime, decision: int) -> Charter:
        """Matters of `kind` are decided by `rule` from `at` on."""
        return replace(self, rulings={**self.rulings, kind: (*self.rulings.get(kind, ()), Ruling(rule, at, decision))})

    def adopting(self, draft: Draft, at: datetime, decision: int) -> Charter:
        """The draft holds from `at` on."""
        wordings = [(Wording(text, at, decision),) for text in draft.guidelines]
        review = later(at, draft.review_months)
        return replace(
            self,
            language=draft.language,
            about=draft.about,
            adopted=decision,
            guidelines=tuple(Guideline(number, each, review) for number, each in enumerate(wordings, 1)),
            rulings={kind: (Ruling(rule, at, decision),) for kind, rule in draft.rules.items()},
            roles=draft.roles,
            texts=dict(draft.texts),
            format=draft.format,
            review_months=draft.review_months,
            edition=self.edition + 1,
            draft=draft,
        )

    def undone(self, decision: int) -> Charter:
        """Enough objected to `decision` before it took effect: what it brought is gone, as if it had never passed."""
        if self.adopted == decision:
            return Charter(draft=self.draft, edition=self.edition + 1)
        guidelines = [self._without(each, decision) for each in self.guidelines]
        rulings = {kind: tuple(one for one in held if one.decision != decision) for kind, held in self.rulings.items()}
        changed = tuple(each for each in guidelines if each.wordings) != self.guidelines
        return replace(
            self,
            guidelines=tuple(each for each in guidelines if each.wordings),
            rulings=rulings,
            edition=self.edition + int(changed),
        )

    def _without(self, guideline: Guideline, decision: int) -> Guideline:
        held = tuple(each for each in guideline.wordings if each.decision != decision)
        if not held or held == guideline.wordings:
            return replace(guideline, wordings=held)
        return replace(guideline, wordings=held, review=self.review_from(held[-1].since) if held[-1].text else None)

    def review_from(self, at: datetime) -> datetime:
        """When a guideline that holds since `at` is looked at again."""
        return later(at, self.review_months)

    def _with(self, guideline: Guideline) -> tuple[Guideline, ...]:
        return tuple(guideline if each.number == guideline.number else each for each in self.guidelines)


def existing(charter: Charter, number: int) -> Guideline:
    """Guideline `number` that has not been dropped. Raises `Refused`."""
    found = charter.guideline(number)
    if found is None or not found.latest.text:
        raise Refused("guideline-unknown", number=number)
    return found


def amending_rule(charter: Charter, kind: str, wanted: Rule, at: datetime) -> Rule:
    """The rule by which the rule for `kind` may become `wanted`: the strictest of the rule for rules, the old and the new one.

    So no rule is loosened by less than itself, and none is tightened by people who could not meet it.
    """
    rule = stricter(charter.rule("rules", at), charter.rule(kind, at))
    # What decides about people in secret says nothing about whether a rule is voted on openly.
    return replace(stricter(rule, wanted), secret=charter.rule("rules", at).secret)


def adopting_rule(charter: Charter, draft: Draft, at: datetime) -> Rule:
    """The rule by which a group adopts a draft: that for guidelines, and that for whatever else the draft brings.

    What the group has decided for itself before is replaced only as strictly as it asks for.
    """
    rule = charter.rule(GUIDELINES, at)
    touched = {*draft.rules, *((RULES,) if draft.rules else ()), *((ROLES,) if draft.roles else ())}
    for kind in sorted(kind for kind in touched if kind in {RULES, ROLES} or kind in charter.rulings):
        rule = stricter(rule, charter.rule(kind, at))
    return replace(rule, secret=charter.rule(GUIDELINES, at).secret)


def check_guideline(text: str) -> str:
    """A guideline with its white space in order. Raises `Refused` for an empty or a very long one."""
    text = " ".join(text.split())
    if not text:
        raise Refused("guideline-empty")
    if len(text) > LONGEST_GUIDELINE:
        raise Refused("guideline-too-long", most=LONGEST_GUIDELINE, length=len(text))
    return text


def later(at: datetime, months: int) -> datetime:
    """The same day `months` months later, or the last one of that month."""
    month = at.month - 1 + months
    year, month = at.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return at.replace(year=year, month=month, day=min(at.day, last))


def difference(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """What changed between two texts, as (gone, new) runs of words, for people to read; equal runs are left out."""
    old, new = before.split(), after.split()
    rows = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            rows[i][j] = rows[i + 1][j + 1] + 1 if old[i] == new[j] else max(rows[i + 1][j], rows[i][j + 1])
    runs: list[tuple[list[str], list[str]]] = []
    i = j = 0
    fresh = True
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j, fresh = i + 1, j + 1, True
            continue
        if fresh:
            runs.append(([], []))
            fresh = False
        if j == len(new) or (i < len(old) and rows[i + 1][j] >= rows[i][j + 1]):
            runs[-1][0].append(old[i])
            i += 1
        else:
            runs[-1][1].append(new[j])
            j += 1
    return tuple((" ".join(gone), " ".join(come)) for gone, come in runs)


def numbered(texts: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Texts with their places, from 1."""
    return tuple(enumerate(texts, 1))
