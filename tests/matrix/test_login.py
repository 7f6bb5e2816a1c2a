"""One session, one device, kept for ever, and never in a place where others can read it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bot.matrix.account import (
    EncryptionMissing,
    LoggedOut,
    Login,
    LoginFailed,
    Unreachable,
)
from bot.matrix.parcels import Delivered, Later, SendEvent
from tests.matrix.conftest import QUICK, Open
from tests.matrix.small_server import ROOM, SmallServer, cut, say

BOT = "@bot:test"


def folder(tmp_path: Path) -> Path:
    return tmp_path / "bot-HOME"


async def test_a_password_is_used_once(server: SmallServer, open_account: Open) -> None:
    """A restart goes on with the session that was kept, on the same device, without a login."""
    first = await open_account()
    assert (first.user_id, first.device_id) == (BOT, "HOME")
    await first.close()
    second = await open_account()
    assert second.device_id == "HOME"
    assert server.asked("POST login") == 1


async def test_secrets_are_the_owners_alone(open_account: Open, tmp_path: Path) -> None:
    """Session, seeds, secret and keys are readable by their owner alone, before and after a restart."""
    for _ in range(2):
        account = await open_account()
        files = {path.name: path.stat().st_mode & 0o777 for path in folder(tmp_path).iterdir()}
        assert {"session.json", "identity.json", "secret.json", "keys.db"} <= set(files)
        assert set(files.values()) == {0o600}
        assert folder(tmp_path).stat().st_mode & 0o777 == 0o700
        await account.close()


async def test_two_programs_do_not_share_a_folder(open_account: Open) -> None:
    """A second program with the same folder is refused, and can start when the first has ended."""
    first = await open_account()
    with pytest.raises(LoginFailed) as caught:
        await open_account()
    assert caught.value.reason == "in-use"
    await first.close()
    await open_account()


async def test_an_account_does_not_use_the_folder_of_another(open_account: Open, tmp_path: Path) -> None:
    """The groups and keys of one account are never mixed with another's: it is refused, and nothing in the folder changes."""
    first = await open_account()
    await first.close()
    before = (folder(tmp_path) / "session.json").read_bytes()
    with pytest.raises(LoginFailed) as caught:
        await open_account("@ana:test", folder="bot-HOME")
    assert caught.value.reason == "folder"
    assert (folder(tmp_path) / "session.json").read_bytes() == before
    assert (await open_account()).user_id == BOT


async def test_a_wrong_password_says_so(open_account: Open) -> None:
    """A password that the homeserver refuses is named as the reason, and leaves the folder free."""
    for _ in range(2):
        with pytest.raises(LoginFailed) as caught:
            await open_account(password="wrong")
        assert caught.value.reason == "password"
        assert "wrong" not in str(caught.value)
    await open_account()


async def test_a_server_that_is_away_is_tried_again(server: SmallServer, open_account: Open) -> None:
    """A homeserver that does not answer at the start is no reason to give up."""
    server.fail("POST login", say(502, {}), cut)
    for _ in range(2):
        with pytest.raises(Unreachable):
            await open_account()
    server.fail("keys/query", say(500, {}))
    with pytest.raises(Unreachable):
        await open_account()
    await open_account()


async def test_an_access_token_brings_its_own_device(server: SmallServer, open_account: Open) -> None:
    """With an access token we are who the server says, and a token of somebody else is refused."""
    server.tokens["given"] = (BOT, "OTHER")
    account = await open_account(password=None, token="given")
    assert (account.user_id, account.device_id) == (BOT, "OTHER")
    await account.close()
    again = await open_account(password=None, token="given")
    assert again.device_id == "OTHER"
    assert server.asked("whoami") == 1
    await again.close()
    server.tokens["hers"] = ("@ana:test", "OTHER")
    for token in ("hers", "nonsense"):
        with pytest.raises(LoginFailed) as caught:
            await open_account(password=None, token=token)
        assert caught.value.reason == "token"


async def test_a_session_that_ended_begins_again_on_the_same_device(server: SmallServer, open_account: Open) -> None:
    """When the server ends the session, we log in again as the same device, and its keys stand again."""
    account = await open_account()
    server.room(BOT)
    server.end(BOT, "HOME")
    response = await account.poll(None, 0)
    await account.read(response, (ROOM,), {})
    await account.settle()
    assert account.device_id == "HOME"
    assert "HOME" in server.devices[BOT]
    assert len(server.one_time_keys[BOT, "HOME"]) == 50
    server.end(BOT, "HOME")
    parcel = SendEvent(transaction="t", room=ROOM, type="m.room.message", content={"body": "x"}, recipients=None)
    assert isinstance(await account.send(parcel), Delivered)
    await account.close()
    assert server.asked("POST login") == 3


async def test_without_a_password_an_ended_session_is_the_end(server: SmallServer, open_account: Open) -> None:
    """A token that ended cannot be renewed: polling says so, and sending waits without losing anything."""
    server.tokens["given"] = (BOT, "OTHER")
    account = await open_account(password=None, token="given")
    server.tokens.clear()
    with pytest.raises(LoggedOut):
        await account.poll(None, 0)
    parcel = SendEvent(transaction="t", room=ROOM, type="m.room.message", content={"body": "x"}, recipients=None)
    assert await account.send(parcel) == Later(QUICK.most, account=True)


async def test_a_changed_password_is_the_end_too(server: SmallServer, open_account: Open) -> None:
    """When the password no longer works either, polling says that we are logged out."""
    account = await open_account()
    server.tokens.clear()
    server.passwords[BOT] = "changed"
    with pytest.raises(LoggedOut):
        await account.poll(None, 0)


async def test_a_server_that_refuses_its_own_tokens_is_not_asked_for_ever(
    server: SmallServer, open_account: Open
) -> None:
    """One new login for one refusal, then a wait."""
    account = await open_account(encryption=False)
    server.fail("GET sync", *[say(401, {"errcode": "M_UNKNOWN_TOKEN"})] * 9)
    with pytest.raises(Unreachable):
        await account.poll(None, 0)
    assert server.asked("POST login") == 2


@pytest.mark.parametrize("lost", ["keys.db*", "secret.json", "session.json"])
async def test_lost_keys_mean_a_new_device_with_the_same_identity(
    server: SmallServer, open_account: Open, tmp_path: Path, lost: str
) -> None:
    """Keys that are lost while the server has the device make us a new one, signed by the same identity."""
    account = await open_account()
    identity = (folder(tmp_path) / "identity.json").read_text()
    master = server.cross[BOT]["master_key"]["keys"]
    await account.close()
    for path in folder(tmp_path).glob(lost):
        path.unlink()
    if lost == "session.json":
        for path in folder(tmp_path).glob("keys.db*"):
            path.unlink()
    again = await open_account()
    assert again.device_id.startswith("HOME-")
    assert list(server.devices[BOT]) == [again.device_id]
    assert len(server.devices[BOT][again.device_id]["signatures"][BOT]) == 2
    assert (folder(tmp_path) / "identity.json").read_text() == identity
    assert server.cross[BOT]["master_key"]["keys"] == master
    await again.close()
    assert (await open_account()).device_id == again.device_id


async def test_a_backup_that_is_put_back_makes_a_new_device(
    server: SmallServer, open_account: Open, tmp_path: Path
) -> None:
    """After a restore the old keys are never used again, and the identity stays."""
    await (await open_account()).close()
    master = server.cross[BOT]["master_key"]["keys"]
    for path in folder(tmp_path).iterdir():
        if path.name != "identity.json":
            path.unlink()
    again = await open_account()
    assert list(server.devices[BOT]) == [again.device_id] != ["HOME"]
    assert server.cross[BOT]["master_key"]["keys"] == master


async def test_lost_keys_without_a_password_say_what_to_do(
    server: SmallServer, open_account: Open, tmp_path: Path
) -> None:
    """With an access token alone there is no new device: the message says what is needed."""
    server.tokens["given"] = (BOT, "OTHER")
    account = await open_account(password=None, token="given")
    await account.close()
    for path in folder(tmp_path).glob("keys.db*"):
        path.unlink()
    with pytest.raises(LoginFailed) as caught:
        await open_account(password=None, token="given")
    assert caught.value.reason == "device"
    assert "password" in str(caught.value)


async def test_a_key_store_that_is_none_is_put_aside(open_account: Open, tmp_path: Path) -> None:
    """A file that is no key store any more does not stop the bot, and is not thrown away."""
    account = await open_account()
    await account.close()
    for path in folder(tmp_path).glob("keys.db*"):
        path.unlink()
    (folder(tmp_path) / "keys.db").write_bytes(b"no database at all" * 1000)
    again = await open_account()
    assert again.device_id.startswith("HOME-")
    assert (folder(tmp_path) / "keys.db.unreadable").exists()


async def test_a_torn_session_file_means_a_login(server: SmallServer, open_account: Open, tmp_path: Path) -> None:
    """Half a session file is as good as none."""
    account = await open_account(encryption=False)
    await account.close()
    for junk in ("", "{", '{"token": 7}', json.dumps({"homeserver": "h", "user_id": "@b:c", "device_id": "D"})):
        (folder(tmp_path) / "session.json").write_text(junk)
        again = await open_account(encryption=False)
        assert again.user_id == BOT
        await again.close()
    assert server.asked("POST login") == 5


async def test_without_the_cryptography_the_bot_does_not_start(
    open_account: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Encryption that is wanted and not there stops the start, before anything could go out in the clear."""
    monkeypatch.setitem(sys.modules, "bot.matrix.keys", None)
    with pytest.raises(EncryptionMissing):
        await open_account()
    await open_account(encryption=False)


def test_a_login_shows_no_secret() -> None:
    """Printing the settings shows neither password nor token."""
    login = Login("http://h", "bot", "hush-one", "hush-two", "D", "Bot", encryption=True)
    assert "hush" not in repr(login)
