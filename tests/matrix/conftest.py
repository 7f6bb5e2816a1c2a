from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.matrix.account import Account, Login, Timings
from tests.matrix.small_server import SmallServer

QUICK = Timings(request=2.0, join=2.0, poll=2.0, page=2.0, first=0.01, most=0.05, unreachable=0.0, unwedge=0.0)

Open = Callable[..., Awaitable[Account]]


@pytest.fixture
async def server() -> AsyncIterator[SmallServer]:
    """An empty homeserver."""
    async with SmallServer() as server:
        yield server


def share_identity(home: Path, name: str) -> None:
    """All devices of an account have one identity."""
    own = home / "identity.json"
    for other in home.parent.glob(f"{name}-*/identity.json"):
        if not own.exists():
            home.mkdir(exist_ok=True)
            own.write_bytes(other.read_bytes())


@pytest.fixture
async def open_account(server: SmallServer, tmp_path: Path) -> AsyncIterator[Open]:
    """Opens accounts that are closed after the test; the same name and device mean the same folder."""
    accounts: list[Account] = []

    async def open_(
        name: str = "bot",
        *,
        device: str = "HOME",
        password: str | None = "secret",  # noqa: S107 - of a server that lives as long as the test
        token: str | None = None,
        encryption: bool = True,
        timings: Timings = QUICK,
        folder: str | None = None,
    ) -> Account:
        login = Login(
            homeserver=server.address,
            user=name,
            password=password,
            token=token,
            device=device,
            device_name="Test",
            encryption=encryption,
        )
        home = tmp_path / (folder or f"{name}-{device}")
        if home.name.startswith(f"{name}-"):
            share_identity(home, name)
        account = await Account.open(login, home, timings)
        accounts.append(account)
        return account

    yield open_
    for account in accounts:
        await account.close()
