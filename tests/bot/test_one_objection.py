"""Settings and the list of resources, attacked: whatever two members do, one who objects in time has everything as it was before."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.store.rooms import RoomStore
from policies.motion import PASSED
from policies.resource import Resource
from tests.dialogs.stage import BOT, Notes, Stage

HONEST = ("dora", "eli", "fay", "gus", "hana", "ivo", "jo")
ATTACKERS = ("ana", "bo")
WHO = st.sampled_from(ATTACKERS)
NUMBERS = st.integers(1, 15)
WANTED = {
    "quiet-hours": ("quiet hours 0:00-23:00", "quiet hours off", "quiet hours 1-2"),
    "language": ("language German", "language English"),
    "zone": ("zone Tokyo", "zone Berlin"),
    "prefix": ("prefix ?", "prefix !", "prefix $$"),
    "welcome": ("welcome Ana decides.", "welcome Bo decides.", "welcome off"),
    "noticeboard": ("noticeboard on", "noticeboard off"),
}
RESOURCES = ("resource Sleep | Clinic on Oak Street", "resource sleep | clinic on oak street | Mars", "resource Sleep | Ana knows")


class Attack(RuleBasedStateMachine):
    """Two of nine set and list whatever they can, as often as they like, and fill the room with proposals; Dora objects within three days."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage()
        self.before: dict[str, Any] = {}

    def play(self, action: Coroutine[Any, Any, Any]) -> None:
        """Let something happen; what the bot says to it does not matter here."""
        self.stage.clock.at += timedelta(seconds=1)
        asyncio.run(action)
        self.stage.said.clear()

    def say(self, who: str, words: str) -> None:
        """Somebody types a command, where no sign is needed before it."""
        self.play(self.stage.types(who, words, Notes.read(""), direct=True))

    def store(self) -> RoomStore:
        """The group's room."""
        return RoomStore(self.stage.database, 1, BOT, "en", "Europe/Berlin")

    def state(self) -> dict[str, Any]:
        """What is set, as it can be noticed."""
        store = self.store()
        return {
            "quiet-hours": store.setting("quiet-hours") or "off",
            "language": store.language,
            "zone": store.zone,
            "prefix": store.setting("prefix") or "!",
            "welcome": store.charter.get().texts.get("welcome", ""),
            "noticeboard": bool(store.setting("noticeboard")),
            "resources": [(each.topic, each.words, each.country) for each in self.resources() if each.listed],
        }

    def resources(self) -> Sequence[Resource]:
        """What is on the list, or was."""
        return self.store().matters.all_of(Resource)

    @initialize()
    def group(self) -> None:
        """A group of nine that has set one thing, listed another, and left the rest."""
        self.play(self.stage.enters("Circle", [*ATTACKERS, *HONEST]))
        self.say("eli", "set quiet hours 22-7")
        self.say("eli", RESOURCES[0])
        self.play(self.stage.passes(self.stage.clock.at + timedelta(hours=80)))
        self.before = self.state()

    @rule(who=WHO, name=st.sampled_from(sorted(WANTED)), values=st.lists(st.integers(0, 2), min_size=1, max_size=3))
    def sets(self, who: str, name: str, values: list[int]) -> None:
        """Somebody sets something, and perhaps sets it again at once, so that it seems to have been so before."""
        for value in values:
            self.say(who, f"set {WANTED[name][value % len(WANTED[name])]}")

    @rule(who=WHO, words=st.lists(st.sampled_from((*RESOURCES, "stop 2")), min_size=1, max_size=3))
    def lists(self, who: str, words: list[str]) -> None:
        """Somebody adds to the list of resources, or takes off it what another member had added."""
        for each in words:
            self.say(who, each)

    @rule(who=WHO)
    def proposes(self, who: str) -> None:
        """Somebody has two proposals open, so that no third one can be made of their change."""
        self.say(who, "propose Shall Ana decide?")

    @rule(who=WHO, number=NUMBERS, words=st.sampled_from(("stop", "object", "propose again", "change", "vote")))
    def meddles(self, who: str, number: int, words: str) -> None:
        """Any other command with a number."""
        self.say(who, f"{words} {number} {'yes' if words == 'vote' else ''}".strip())

    @rule(hours=st.sampled_from((1, 20, 70)), late=st.booleans())
    def passes(self, hours: int, late: bool) -> None:
        """Time passes, and Dora looks at what is set, before or after the night; now and then the bot is started again."""
        if not late:
            self.objects()
        self.play(self.stage.passes(self.stage.clock.at + timedelta(hours=hours)))
        self.objects()
        self.play(self.stage.restarts())

    def objects(self) -> None:
        """Dora objects to the last change of each setting and of each entry of the list, and everything is as it was."""
        for name in WANTED:
            number = self.store().setting(f"last {name}")
            if number is not None:
                self.say("dora", f"object {number} because I was not asked")
        for each in self.resources():
            self.say("dora", f"object {each.number} because I was not asked")
        assert self.state() == self.before

    @invariant()
    def decided_nothing(self) -> None:
        """Two of nine pass no proposal."""
        subjects = [*(f"setting {name}" for name in WANTED), *(each.subject for each in self.resources())] if self.before else []
        motions = [each for subject in subjects for each in self.store().matters.motions(subject)]
        assert all(each.state != PASSED for each in motions)

    def teardown(self) -> None:
        """One objection to each is enough, and the record's chain is whole."""
        if self.before:
            self.objects()
        self.stage.sound()
        self.stage.database.close()


Attack.TestCase.settings = settings(
    max_examples=max(5, settings.default.max_examples // 10), stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)


class TestOneObjection(Attack.TestCase):  # type: ignore[misc]
    """No sequence of commands by two members keeps a setting, or what is on the list of resources, against one objection in time."""
