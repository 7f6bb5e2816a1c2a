"""The bot's device is signed by its owner, and stays so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import vodozemac
from nio.api import Api

from bot.matrix.folder import Folder
from bot.matrix.login import LoginFailed
from bot.matrix.trust import Identity, SigningKey
from tests.matrix.conftest import Open
from tests.matrix.small_server import SmallServer, say

BOT = "@bot:test"


def verified(value: dict[str, Any], key_id: str, public: str) -> bool:
    """What a client checks: the signature over the canonical JSON without signatures and unsigned."""
    bare = {name: one for name, one in value.items() if name not in {"signatures", "unsigned"}}
    signature = vodozemac.Ed25519Signature.from_base64(value["signatures"][BOT][f"ed25519:{key_id}"])
    try:
        vodozemac.Ed25519PublicKey.from_base64(public).verify_signature(Api.to_canonical_json(bare).encode(), signature)
    except vodozemac.SignatureException:
        return False
    return True


def trusted(server: SmallServer) -> bool:
    """Whether the chain from the master key to the device, and back, holds."""
    cross = server.cross[BOT]
    (master,) = cross["master_key"]["keys"].values()
    (self_signing,) = cross["self_signing_key"]["keys"].values()
    ((device_id, device),) = server.devices[BOT].items()
    return (
        verified(cross["self_signing_key"], master, master)
        and verified(cross["user_signing_key"], master, master)
        and verified(device, self_signing, self_signing)
        and verified(device, device_id, device["keys"][f"ed25519:{device_id}"])
        and verified(cross["master_key"], device_id, device["keys"][f"ed25519:{device_id}"])
    )


async def test_a_first_start_makes_a_trusted_device(server: SmallServer, open_account: Open) -> None:
    """After the first start every signature that clients look at is there and holds; nothing is padded."""
    await open_account()
    assert trusted(server)
    assert "=" not in json.dumps(server.cross) + json.dumps(server.devices)


async def test_a_restart_signs_nothing_anew(server: SmallServer, open_account: Open) -> None:
    """What stands is left alone."""
    for _ in range(3):
        await (await open_account()).close()
    assert server.asked("signing/upload") == server.asked("signatures/upload") == 1


async def test_missing_signatures_are_mended(server: SmallServer, open_account: Open) -> None:
    """A signature that the server lost, or that does not hold, is made again at the next start."""
    await (await open_account()).close()
    (self_signing,) = server.cross[BOT]["self_signing_key"]["keys"].values()
    signatures = server.devices[BOT]["HOME"]["signatures"][BOT]
    signatures[f"ed25519:{self_signing}"] = "A" * 86
    del server.cross[BOT]["master_key"]["signatures"]
    await (await open_account()).close()
    assert trusted(server)


async def test_the_seeds_are_on_disk_before_the_server_hears_of_them(
    server: SmallServer, open_account: Open, tmp_path: Path
) -> None:
    """When the upload fails, the next start offers the same identity."""
    server.fail("signing/upload", say(500, {}))
    with pytest.raises(Exception, match="500"):
        await open_account()
    seeds = (tmp_path / "bot-HOME" / "identity.json").read_text()
    await open_account()
    assert (tmp_path / "bot-HOME" / "identity.json").read_text() == seeds
    assert trusted(server)


async def test_another_identity_is_replaced_with_the_password(server: SmallServer, open_account: Open) -> None:
    """An identity that somebody else put in place of ours is replaced, with the password that this needs."""
    await (await open_account()).close()
    await (await open_account("ana")).close()
    server.cross[BOT] = json.loads(json.dumps(server.cross["@ana:test"]).replace("@ana:test", BOT))
    await open_account()
    assert trusted(server)


async def test_an_empty_folder_replaces_no_identity(server: SmallServer, open_account: Open, tmp_path: Path) -> None:
    """Where the settings name a wrong folder, the account keeps its identity and its device, and nothing is left in that folder."""
    account = await open_account()
    await account.close()
    before = json.dumps([server.cross[BOT], server.devices[BOT]])
    with pytest.raises(LoginFailed, match="Is `data` right") as refused:
        await open_account(folder="typo")
    assert refused.value.reason == "identity"
    assert [path.name for path in (tmp_path / "typo").iterdir()] == ["lock"]
    assert json.dumps([server.cross[BOT], server.devices[BOT]]) == before
    assert (await open_account()).device_id == account.device_id


async def test_without_a_password_another_identity_is_left(server: SmallServer, open_account: Open) -> None:
    """With an access token alone we cannot replace an identity: we say so in the log and go on working."""
    await (await open_account("ana")).close()
    server.cross[BOT] = json.loads(json.dumps(server.cross["@ana:test"]).replace("@ana:test", BOT))
    before = json.dumps(server.cross[BOT])
    server.tokens["given"] = (BOT, "OTHER")
    account = await open_account(password=None, token="given")
    assert json.dumps(server.cross[BOT]) == before
    assert account.device_id == "OTHER"


async def test_a_refused_signature_is_noticed_and_tried_again(server: SmallServer, open_account: Open) -> None:
    """A failure inside a 200 is a failure, and the next start tries again."""
    server.fail("signatures/upload", say(200, {"failures": {BOT: {"HOME": {"errcode": "M_INVALID_SIGNATURE"}}}}))
    account = await open_account()
    assert account._keys is not None
    assert account._keys._trusted is False
    await account.close()
    await open_account()
    assert trusted(server)


async def test_a_server_without_cross_signing_is_no_obstacle(server: SmallServer, open_account: Open) -> None:
    """A homeserver that knows no cross-signing gets a bot all the same."""
    server.fail("signing/upload", say(404, {"errcode": "M_UNRECOGNIZED"}))
    assert (await open_account()).device_id == "HOME"


async def test_keys_that_are_not_ours_are_never_signed(server: SmallServer, open_account: Open) -> None:
    """When the server shows other keys for our device, nothing is signed."""
    await (await open_account()).close()
    server.devices[BOT]["HOME"]["keys"]["curve25519:HOME"] = "A" * 43
    asked = server.asked("signatures/upload")
    again = await open_account()
    assert again.device_id != "HOME"
    assert server.asked("signatures/upload") == asked + 1
    assert list(server.devices[BOT]) == [again.device_id]


def test_the_same_seeds_are_the_same_identity(tmp_path: Path) -> None:
    """An identity is its seeds; seeds that are torn are made anew and kept."""
    folder = Folder(tmp_path)
    first = Identity(BOT, folder).published()
    assert Identity(BOT, folder).published() == first
    (tmp_path / "identity.json").write_text('{"master": "AAAA"}')
    second = Identity(BOT, folder).published()
    assert second != first
    assert Identity(BOT, folder).published() == second
    folder.close()


def test_a_seed_is_the_key_that_the_standard_says() -> None:
    """RFC 8032's own example: this seed has this public key, written in unpadded base64."""
    seed = bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
    key = SigningKey(seed)
    public = bytes.fromhex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
    assert key.public == vodozemac.Ed25519PublicKey.from_base64(key.public).to_base64()
    assert vodozemac.Curve25519PublicKey.from_base64(key.public).to_bytes() == public
