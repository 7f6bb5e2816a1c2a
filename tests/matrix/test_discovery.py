"""A homeserver is found by the name that people know, or it is said in words why not."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from aiohttp import web

from bot.matrix.discovery import NotFound, Ways, find
from tests.matrix.small_server import Fault, SmallServer, cut, say


def name(server: SmallServer) -> str:
    return urlsplit(server.address).netloc


def to(place: str) -> Fault:
    """Sends on to another address."""
    return lambda _: web.Response(status=302, headers={"Location": place})


async def test_a_name_leads_to_where_its_well_known_file_says(server: SmallServer) -> None:
    """The file of a server's name says where its homeserver is, also by an account's full id and after a redirect."""
    async with SmallServer() as site:
        site.well_known = say(200, {"m.homeserver": {"base_url": server.address + "/"}})
        for words in (name(site), f"@bot:{name(site)}"):
            found = await find(words)
            assert (found.address, found.versions[-1]) == (server.address, "v1.12")
            assert any(server.address in note for note in found.notes)
        async with SmallServer() as door:
            door.well_known = to(f"{site.address}/.well-known/matrix/client")
            assert (await find(name(door))).address == server.address


async def test_without_the_file_the_name_itself_is_asked(server: SmallServer) -> None:
    """A missing file means that the name may be the homeserver's own, and that is said."""
    found = await find(name(server))
    assert found.address == server.address
    assert "does not say where" in found.notes[0]


@pytest.mark.parametrize(
    "broken",
    [say(200, {}), say(200, {"m.homeserver": {}}), say(500, {}), lambda _: web.Response(text="<html>"), cut],
    ids=["empty", "no-address", "500", "a-page", "hangs-up"],
)
async def test_a_broken_file_is_told_and_not_guessed_around(server: SmallServer, broken: Fault) -> None:
    """A file that makes no sense ends the search, as the specification has it, and the advice is to give the address."""
    server.well_known = broken
    with pytest.raises(NotFound, match="own address"):
        await find(name(server))


async def test_what_is_no_homeserver_is_told(server: SmallServer) -> None:
    """A server that answers otherwise, one that answers nothing, and redirects without end are told apart in words."""
    server.fail("client/versions", say(200, {"hello": "there"}))
    with pytest.raises(NotFound, match="not as a Matrix homeserver"):
        await find(server.address)
    with pytest.raises(NotFound, match="nothing answers"):
        await find("http://127.0.0.1:9")
    server.well_known = to("/.well-known/matrix/client")
    with pytest.raises(NotFound, match="without end"):
        await find(name(server))


async def test_an_address_that_sends_on_is_followed(server: SmallServer) -> None:
    """Where the homeserver itself sends on to another address, that one is used: the bot does not follow redirects."""
    async with SmallServer() as door:
        door.fail("client/versions", to(f"{server.address}/_matrix/client/versions"))
        assert (await find(door.address)).address == server.address


@pytest.mark.parametrize("words", ["http://matrix.example.org", "ftp://127.0.0.1", "https://", "https://a:b@c", "two words", "", "http://[", "https://a\x1b[2J", "@bot:"])
async def test_what_may_not_be_asked_is_not_asked(words: str) -> None:
    """Plain http goes to this machine alone, and what is no address is told as such."""
    with pytest.raises(NotFound, match="expected"):
        await find(words)


async def test_plain_http_is_refused_also_where_another_server_says_so(server: SmallServer) -> None:
    """Neither a file nor a redirect leads a password over plain http to another machine."""
    server.well_known = say(200, {"m.homeserver": {"base_url": "http://matrix.example.org"}})
    with pytest.raises(NotFound, match="plain http"):
        await find(name(server))
    server.well_known = to("http://matrix.example.org/")
    with pytest.raises(NotFound, match="plain http"):
        await find(name(server))


async def test_the_ways_to_log_in_are_told(server: SmallServer) -> None:
    """Password, browser and authentication service are told apart by the flows of `/login`."""
    assert (await find(server.address)).ways == Ways(password=True, browser=False, service=False)
    server.flows = [{"type": "m.login.sso", "org.matrix.msc3824.delegated_oidc_compatibility": True}]
    assert (await find(server.address)).ways == Ways(password=False, browser=True, service=True)
    server.flows = []
    assert (await find(server.address)).ways == Ways(password=False, browser=False, service=False)
