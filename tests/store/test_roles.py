"""Jobs on a real database: what is kept of them, who serves, and what ends when somebody leaves."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bot.matrix.events import Membership, Power
from bot.store import shapes
from commands.ports import Context
from commands.voters import delegates, roll
from policies.roles import DELEGATE, DUTY, FACILITATOR, GUEST, Holder, Leadership
from policies.rollcall import RollCall
from policies.rules import DEFAULTS, EVERYDAY
from policies.turns import Rota, Served, Swap, Turn
from tests.store.stage import ANA, BEGIN, BEN, CLEO, DAN, OTHER, ROOM, Stage


def leave(stage: Stage, person: str, by: str | None = None) -> None:
    """Somebody leaves, or is removed by another."""
    stage.hear(Membership(**stage.outer(by or person), person=person, before="join", after="leave"))


@pytest.fixture
def stage() -> Stage:
    """A room with four people."""
    return Stage(rooms=(ROOM, OTHER))


def test_everything_comes_back_as_it_was() -> None:
    """Jobs, turns, absences and roll-calls are read back exactly as they were written."""
    turn = Turn(ANA, BEGIN, None, BEGIN, taken=True, reminded=True)
    rota = Rota(
        DUTY,
        "5eed",
        current=turn,
        coming=Turn(BEN, BEGIN, BEGIN + timedelta(days=7), BEGIN),
        served=(Served(ANA, BEGIN),),
        last={ANA: BEGIN},
        unanswered={BEN: 1},
        asked=frozenset({CLEO}),
        rest=BEGIN,
        retry=BEGIN,
        swap=Swap(ANA, BEN),
    )
    kept = Leadership(
        holders=(Holder(FACILITATOR, ANA, BEGIN, BEGIN, 3, trial=True), Holder(DUTY, BEN, BEGIN)),
        rotas={DUTY: rota},
        away={ANA: None, BEN: BEGIN},
        told=frozenset({"filled duty"}),
    )
    assert shapes.read(Leadership, shapes.write(kept)) == kept
    called = RollCall(12, BEGIN, frozenset({ANA}), frozenset({BEN}))
    assert shapes.read(RollCall, shapes.write(called)) == called


async def test_a_room_sees_its_own_jobs(stage: Stage) -> None:
    """Who does a duty in one room does none in another."""
    stage.say(ANA, "!turn join duty")
    assert stage.store(ROOM).roles.serving(DUTY) == (ANA,)
    assert stage.store(OTHER).roles.serving(DUTY) == ()


async def test_who_left_serves_no_more(stage: Stage) -> None:
    """Who leaves or is removed holds nothing, also when they come back; the record says so without a word of blame."""
    stage.say(ANA, "!turn join duty")
    stage.say(BEN, "!turn join duty")
    assert stage.store().roles.serving(DUTY) == (ANA, BEN)
    leave(stage, ANA, by=CLEO)
    assert stage.store().roles.serving(DUTY) == (BEN,)
    stage.hear(Membership(**stage.outer(ANA), person=ANA, before="leave", after="join", name="Ana"))
    assert stage.store().roles.serving(DUTY) == (BEN,)
    kinds = [(entry.kind, entry.data.get("how")) for entry in stage.store().record.latest(9)]
    assert kinds == [("role-taken", "own-wish"), ("role-taken", "own-wish"), ("role-ended", "left")]


async def test_a_restart_forgets_no_turn(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whose turn it is, and when the next is asked, survives a kill; what became due meanwhile happens once."""
    stage = Stage(tmp_path_factory.mktemp("roles") / "folkmoot.db")
    stage.say(ANA, "!turn join duty")
    stage.say(BEN, "!turn join duty")
    await stage.deliver()
    stage.kill()
    assert stage.store().roles.serving(DUTY) == (ANA, BEN)
    await stage.passes(timedelta(days=6))
    stage.kill()
    await stage.passes(timedelta(minutes=1))
    offers = [row for row in stage.rows("outbox") if row["kind"] == "direct" and "asks for your turn" in row["payload"]]
    assert [json.loads(row["payload"])["person"] for row in offers] == [BEN]


def test_guests_have_no_vote(stage: Stage) -> None:
    """Who is a guest is not in the roll of any vote that opens; nobody is in it twice, and delegates are counted while away."""
    store = stage.store()
    store.roles.save(
        Leadership(
            holders=(Holder(GUEST, ANA, BEGIN), Holder(f"{DELEGATE} Kitchen", BEN, BEGIN), Holder(f"{DELEGATE} Garden", CLEO, BEGIN)),
            away={BEN: None},
        )
    )
    seen: list[frozenset[str]] = []

    def look(ctx: Context) -> None:
        seen.append(roll(ctx, DEFAULTS[EVERYDAY], BEGIN))
        seen.append(delegates(ctx))

    stage.handles("look", look)
    stage.say(DAN, "!look")
    assert seen == [frozenset({BEN, CLEO, DAN}), frozenset({BEN, CLEO})]


def test_admins_are_those_who_can_change_the_powers(stage: Stage) -> None:
    """Creators and whoever reaches the level for power levels can administer the room; who has left cannot."""
    assert stage.store().admins() == {ANA}
    stage.hear(Power(**stage.outer(ANA), content={"users": {BEN: 100, CLEO: 50}, "events": {"m.room.power_levels": 75}}))
    assert stage.store().admins() == {ANA, BEN}
    stage.hear(Power(**stage.outer(ANA), content={"users": {CLEO: 50}}))
    assert stage.store().admins() == {ANA, CLEO}
    leave(stage, ANA)
    assert stage.store().admins() == {CLEO}
    stage.hear(Power(**stage.outer(CLEO), content={"users_default": 50}))
    assert stage.store().admins() == {BEN, CLEO, DAN}
