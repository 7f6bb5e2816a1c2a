"""A member takes the record out of a live room, and checks it on their own computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from tests.live.circle import HOUR, WITHIN, Circle

if TYPE_CHECKING:
    from pathlib import Path

    from bot.matrix.heard import Heard
    from tests.live.conftest import MakeBot, MakeMembers


def parcel(heard: Heard) -> bool:
    """Whether a file came."""
    return heard.content.get("msgtype") == "m.file"


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
async def test_a_member_takes_the_record_home(members: MakeMembers, bots: MakeBot, tmp_path: Path, *, encrypted: bool) -> None:
    """The file that a member asks for comes into the room, encrypted where the room is, and is whole when it is opened and checked at home."""
    circle = await Circle.gather(members, bots, 3, encrypted=encrypted)
    ana, ben, _ = circle.people
    await circle.proposes(ana, "Shall we meet on Tuesdays?", "until in 2 hours")
    await ana.say(circle.room, "!vote 1 yes because it is quiet then")
    voted = await ben.say(circle.room, "!vote 1 yes")
    await circle.marked(voted)
    result = await circle.ends(2 * HOUR)
    head = result.body.rpartition("In the record: ")[2][:8]
    await ben.say(circle.room, "!show record export")
    file = await ben.hears(parcel, room=circle.room, sender=circle.bot.user, timeout=WITHIN)
    assert ("file" in file.content) is encrypted
    assert ("url" in file.content) is not encrypted
    data = await ben.read_file(file)
    path = tmp_path / str(file.content["body"])
    path.write_bytes(data)
    assert data.startswith(b"PK")
    checked = CliRunner().invoke(main, ["verify", str(path)])
    assert checked.exit_code == 0, checked.output
    assert f"mark {head}" in checked.output
    assert "marks from the room: 1" in checked.output
    path.write_bytes(data[:-200])
    assert CliRunner().invoke(main, ["verify", str(path)]).exit_code == 2
