"""What a host decides about whom to host is said where people see it: beside the invitation that is declined, and in the room that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from bot.__main__ import main
from tests.live.circle import WITHIN, Circle

if TYPE_CHECKING:
    from bot.matrix.heard import Heard
    from tests.live.conftest import MakeBot, MakeMembers


class Gone:
    """A predicate for `Member.hears`: the bot is not in the room, or does not come."""

    def __init__(self, bot: str) -> None:
        self.bot = bot

    def __call__(self, heard: Heard) -> bool:
        """Whether this event says so."""
        return heard.type == "m.room.member" and heard.state_key == self.bot and heard.content.get("membership") == "leave"


async def test_a_full_host_declines_and_parts_kindly(members: MakeMembers, bots: MakeBot) -> None:
    """One group too many sees why in its own room; a group that is left hears of it first, while the bot runs, and sees why again."""
    circle = await Circle.gather(members, bots, 2, limits={"rooms": 1})
    ana, ben = circle.people
    second = await ana.create_room(encrypted=True)
    await ana.invite(second, circle.bot.user)
    declined = await ana.hears(Gone(circle.bot.user), room=second, timeout=WITHIN)
    assert "as many groups as there is room for" in declined.content["reason"]
    typed = CliRunner().invoke(main, ["rooms", "leave", circle.room, "--days", "0", "--yes", "--config", str(circle.bot.config)])
    assert typed.exit_code == 0, typed.output
    assert "is running" in typed.output
    # The bot looks when it hears something, or after half a minute.
    await ben.say(circle.room, "hello")
    told = await ben.hears("wants me to leave", room=circle.room, sender=circle.bot.user, timeout=WITHIN)
    gone = await ben.hears(Gone(circle.bot.user), room=circle.room, timeout=WITHIN)
    assert told.sent <= gone.sent
    assert "kept for 30 days" in gone.content["reason"]
