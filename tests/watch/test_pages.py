"""`/healthz` and `/metrics` as a monitor reads them, over a real socket."""

from __future__ import annotations

import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.health import HERE, Pages, serving
from bot.matrix.events import Waiting
from bot.matrix.parcels import Later, Undeliverable
from bot.watch import metrics
from bot.watch.facts import Backups, Disk
from bot.watch.pulse import Trouble
from tests.store.stage import ANA, BEN, PEOPLE, ROOM
from tests.watch.stage import Watched


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind((HERE, 0))
        port: int = found.getsockname()[1]
        return port


def listening(port: int) -> list[str]:
    """The addresses of this machine on which somebody listens at this port, as Linux writes them (proc(5))."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()]
    return [line[1] for line in lines if line[1].endswith(f":{port:04X}") and line[3] == "0A"]


@asynccontextmanager
async def served(stage: Watched) -> AsyncIterator[aiohttp.ClientSession]:
    """The stage's pages, and somebody who asks for them."""
    async with (
        serving(free_port(), Pages(stage.watch, stage.clock.now)) as port,
        aiohttp.ClientSession(f"http://{HERE}:{port}") as asking,
    ):
        yield asking


async def health(stage: Watched) -> tuple[int, str]:
    """What a monitor sees."""
    async with served(stage) as asking, asking.get("/healthz") as answer:
        return answer.status, await answer.text()


async def scraped(stage: Watched) -> dict[str, float]:
    """The numbers by name; those with a label by the name and the label's value."""
    async with served(stage) as asking, asking.get("/metrics") as answer:
        assert answer.status == 200
        return read(await answer.text())


def read(page: str) -> dict[str, float]:
    """The numbers on a page."""
    return {
        " ".join([sample.name, *sample.labels.values()]): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


async def test_well_is_one_line_with_200() -> None:
    """A monitor gets 200 and a word while the homeserver answers, and from the start on."""
    stage = Watched()
    assert await health(stage) == (200, "well\n")
    await stage.minutes(1)
    assert await health(stage) == (200, "well\n")


async def test_no_sync_is_503_and_well_again_afterwards() -> None:
    """After ten minutes without an answer a monitor gets 503 with the reason, until the next answer."""
    stage = Watched()
    stage.clock.at += timedelta(minutes=12)
    assert await health(stage) == (503, "no sync for 12 minutes\n")
    stage.receive()
    assert (await health(stage))[0] == 200


async def test_a_database_that_keeps_nothing_is_503() -> None:
    """A response that could not be kept is told until one is kept."""
    stage = Watched()
    stage.pulse.not_kept()
    assert await health(stage) == (503, "the database cannot be written\n")
    stage.receive()
    assert (await health(stage))[0] == 200
    assert (await scraped(stage))["folkmoot_errors_total database"] == 1


async def test_a_database_that_cannot_be_read_is_503() -> None:
    """Both pages say so where not even the numbers can be read."""
    stage = Watched()
    stage.database.execute("DROP TABLE waiting")
    assert await health(stage) == (503, "the database cannot be read\n")
    async with served(stage) as asking, asking.get("/metrics") as answer:
        assert answer.status == 503


async def test_a_sender_that_hangs_is_503() -> None:
    """A message that is on its way for ten minutes is told, and is no longer when it is through."""
    stage = Watched()
    stage.pulse.sending(7, stage.clock.at)
    stage.clock.at += timedelta(minutes=10)
    stage.receive()
    assert await health(stage) == (503, "a message has been on its way for 10 minutes\n")
    assert not stage.pulse.stuck(stage.clock.at)
    assert stage.pulse.stuck(stage.clock.at + timedelta(minutes=21))
    stage.pulse.answered(7, stage.clock.at, taken=False)
    assert (await health(stage))[0] == 200


async def test_other_ways_to_ask() -> None:
    """HEAD is answered as GET without the words; other methods and other pages are refused."""
    async with served(Watched()) as asking:
        for page in ("/healthz", "/metrics"):
            async with asking.head(page) as answer:
                assert (answer.status, await answer.read()) == (200, b"")
            async with asking.post(page, data=b"x") as answer:
                assert answer.status == 405
        for page in ("/", "/healthz/", "/metrics?x=%00/..", "/../bot.yaml"):
            async with asking.get(page) as answer:
                assert answer.status == (200 if page.startswith("/metrics") else 404)


async def test_a_port_that_is_taken_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever runs the program is told in the log; the program runs on."""
    stage = Watched()
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        taken.listen()
        async with serving(taken.getsockname()[1], Pages(stage.watch, stage.clock.now)) as port:
            assert port is None
    assert "the port cannot be used" in capsys.readouterr().out


async def test_only_this_machine_is_listened_to() -> None:
    """The pages are on the loopback address alone, and without a port they are nowhere."""
    stage = Watched()
    port = free_port()
    async with serving(port, Pages(stage.watch, stage.clock.now)):
        assert listening(port) == [f"0100007F:{port:04X}"]
    async with serving(0, Pages(stage.watch, stage.clock.now)) as none:
        assert none is None


async def test_the_numbers_are_those_of_the_program() -> None:
    """Queue, rooms, members, unread messages and errors are counted as they are."""
    stage = Watched()
    await stage.deliver()
    stage.clock.at += timedelta(seconds=5)
    waiting = Waiting(**stage.outer(BEN), session="s")
    stage.hear(waiting, waiting)
    stage.say(ANA, "!help")
    stage.clock.at += timedelta(seconds=30)
    stage.machine |= {"one_time_keys": 50, "disk": Disk(free=1, size=4), "backups": Backups(wanted=True, last=stage.clock.at - timedelta(hours=1))}
    stage.handles("boom", lambda _ctx: 1 / 0)  # type: ignore[arg-type, return-value]
    stage.say(ANA, "!boom")
    stage.clock.at += timedelta(seconds=10)
    numbers = await scraped(stage)
    assert {
        "folkmoot_sync_age_seconds": 10,
        "folkmoot_outbox_messages": 2,
        "folkmoot_outbox_oldest_seconds": 40,
        "folkmoot_undecryptable_waiting": 1,
        "folkmoot_undecryptable_messages_total": 1,
        "folkmoot_rooms": 1,
        "folkmoot_members": len(PEOPLE) + 1,
        "folkmoot_one_time_keys": 50,
        "folkmoot_disk_free_ratio": 0.25,
        "folkmoot_backup_age_seconds": 3610,
        "folkmoot_broken_records": 0,
        "folkmoot_errors_total crash": 1,
        "folkmoot_errors_total refused": 0,
        "folkmoot_decisions_closed_late_total": 0,
    }.items() <= numbers.items()


async def test_what_is_not_known_is_not_shown() -> None:
    """Without encryption, backups or a disk that answers there is no number, rather than a wrong one."""
    numbers = await scraped(Watched())
    assert not {"folkmoot_one_time_keys", "folkmoot_backup_age_seconds", "folkmoot_disk_free_ratio"} & numbers.keys()


async def test_how_long_people_wait_for_an_answer() -> None:
    """From a command's being received to its answer's being taken, a retry included; what nobody typed for is not in it."""
    stage = Watched()
    await stage.deliver()
    before = await scraped(stage)
    stage.say(ANA, "!help")
    stage.server.answer = lambda _: Later(3, account=False)
    await stage.app.flush(stage.server.send)
    stage.server.answer = lambda _: None
    stage.clock.at += timedelta(seconds=4)
    await stage.deliver()
    numbers = await scraped(stage)
    name = "folkmoot_answer_seconds"
    assert numbers[f"{name}_count"] == before[f"{name}_count"] + 1
    assert numbers[f"{name}_sum"] == before[f"{name}_sum"] + 4
    assert numbers[f"{name}_bucket 5"] - before[f"{name}_bucket 5"] == 1
    assert numbers[f"{name}_bucket 2.5"] == before[f"{name}_bucket 2.5"]
    assert numbers[f"{name}_bucket +Inf"] == numbers[f"{name}_count"]


async def test_what_a_life_before_left_behind_is_not_measured(tmp_path: Path) -> None:
    """Nobody knows how long an answer waited that was written before a restart: it waits since the start, and is no answer's time."""
    stage = Watched(tmp_path / "folkmoot.db")
    await stage.deliver()
    stage.say(ANA, "!help")
    stage.kill()
    stage.clock.at += timedelta(seconds=7)
    stage.receive()
    assert (await scraped(stage))["folkmoot_outbox_oldest_seconds"] == 7
    await stage.deliver()
    numbers = await scraped(stage)
    assert (numbers["folkmoot_outbox_messages"], numbers["folkmoot_answer_seconds_count"]) == (0, 0)


async def test_a_vote_that_closes_late_is_counted() -> None:
    """A vote that ends more than two minutes after its time counts; one that ends in time does not."""
    stage = Watched()
    for question, delay, late in (("Tea?", timedelta(seconds=60), 0), ("Cake?", timedelta(minutes=5), 1)):
        number = (await stage.propose(question)).number
        for person in PEOPLE:
            stage.say(person, f"!vote {number} yes")
        await stage.passes(timedelta(days=3) + delay)
        assert not stage.store().decisions.open()
        assert stage.pulse.late == late
    assert (await scraped(stage))["folkmoot_decisions_closed_late_total"] == 1


async def test_what_the_server_refuses_for_good_is_counted() -> None:
    """A message that can never be sent is an error of its kind, and waits no longer."""
    stage = Watched()
    await stage.deliver()
    stage.server.answer = lambda _: Undeliverable("M_TOO_LARGE")
    stage.say(ANA, "!help")
    await stage.app.flush(stage.server.send)
    numbers = await scraped(stage)
    assert numbers["folkmoot_errors_total refused"] == 1
    assert numbers["folkmoot_outbox_messages"] == 0


async def test_the_names_are_the_declared_ones() -> None:
    """Everything on the page is declared, with its labels from a fixed set."""
    stage = Watched()
    stage.machine |= {"one_time_keys": 1, "disk": Disk(free=1, size=4), "backups": Backups(last=stage.clock.at)}
    page = metrics.page(stage.watch.facts(stage.clock.at), stage.pulse).decode()
    shown = {re.sub(r"_(bucket|count|sum)$", "", line.split("{")[0].split()[0]) for line in page.splitlines() if line[0] != "#"}
    assert shown == set(metrics.names())
    labels = set(re.findall(r'(\w+)="([^"]*)"', page))
    kinds = {value for name, value in labels if name == "kind"}
    assert kinds == {kind.value for kind in Trouble}
    assert {name for name, _ in labels} == {"kind", "le", "version", "python"}


async def test_the_pages_name_nobody() -> None:
    """No person, room, event or word of theirs is on either page, however much goes wrong."""
    stage = Watched()
    stage.say(ANA, "!propose Shall we buy the quixotic boat?")
    stage.server.answer = lambda _: Undeliverable("M_FORBIDDEN")
    await stage.deliver()
    stage.machine["broken"] = frozenset({1})
    pages = []
    async with served(stage) as asking:
        for page in ("/metrics", "/healthz"):
            async with asking.get(page) as answer:
                pages.append(await answer.text())
    said = "".join(pages)
    for secret in (*PEOPLE, ROOM, "Ana", "Circle", "circle", "example.org", "quixotic", "$event"):
        assert secret not in said
